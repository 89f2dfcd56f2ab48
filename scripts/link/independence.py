"""Which sources rest on which: the wire or outlet they repeat, the statement they pass on.

Sources of one family are one witness, however many papers print it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import TypeVar

from scripts.find.slugs import slug
from scripts.link.days import edtf
from scripts.link.kinds import is_statement
from scripts.link.parts import Event
from scripts.link.sides import kind_of
from scripts.link.values import Row, by_key
from scripts.link.witnesses import witness
from scripts.read.agencies import agency

#: The mode of an accord that is a text by its very name.
_STATEMENT = "joint_statement"
#: Words of a quotation that two papers do not hit upon by chance.
_QUOTED = 6

Key = TypeVar("Key", bound=str)


def origins(
    sources: Iterable[Row],
    copied: Iterable[tuple[str, str]] = (),
    near: Mapping[str, frozenset[str]] | None = None,
) -> dict[str, str]:
    """source_id → the origin it rests on: `source:ID`, or `origin:NAME` of an agency or outlet.

    `derived_from` names another source of the data, an agency or an outlet. Sources that name the
    same one have one origin; so has what that agency publishes itself, and what that outlet itself
    printed of the story. A chain is followed to its end; a circle counts as its first member.
    Sources that print one text have one origin, that of the first of them that names one.

    Args:
        sources: Rows of `sources`.
        copied: Pairs of sources that print one text (`copies.copies`).
        near: source_id → other sources of its story (`stories.neighbours`).
    """
    rows = {row["source_id"]: row for row in sources}
    onto = {source: _named(row.get("derived_from")) for source, row in sorted(rows.items())}
    slugs = {slug(source): source for source in sorted(rows, reverse=True)}
    agencies = {slug(agency(str(row.get("derived_from") or ""))) for row in rows.values()}
    nearer = {
        source: None if name in agencies else slugs.get(name) for source, name in onto.items()
    }
    found = {source: _end_of_chain(source, rows, onto, nearer) for source in onto}
    for source, name in onto.items():
        for other in (near or {}).get(source, ()) if name else ():
            if name == _named(rows[other].get("publisher")) and not onto[other]:
                found[other] = f"origin:{name}"
    text = united(found, copied)
    first: dict[str, str] = {}
    for source, group in text.items():
        first[group] = min(first.get(group, found[source]), found[source])
    return {source: first[group] for source, group in text.items()}


def _named(name: object) -> str:
    """An agency or outlet under one name, however it is spelled; "" for none."""
    return slug(agency(str(name or "")) or str(name or ""))


def _end_of_chain(
    source: str,
    rows: Mapping[str, Row],
    onto: Mapping[str, str],
    nearer: Mapping[str, str | None],
) -> str:
    at, passed = source, [source]
    while onto[at]:
        further = nearer[at]
        if further is None:
            return f"origin:{onto[at]}"
        if further in passed:
            return f"source:{min(passed[passed.index(further) :])}"
        passed.append(further)
        at = further
    house = agency(str(rows[at].get("publisher") or ""))
    return f"origin:{slug(house)}" if house else f"source:{at}"


def united(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each name → the least of those that pairs tie it to, however far round."""
    parent = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for pair in pairs:
        first, second = sorted(map(root, pair))
        parent[second] = first
    return {name: root(name) for name in sorted(parent)}


def _speaks(event: Event) -> bool:
    """Whether the event put a text into the world, by issuers that somebody names."""
    issued = is_statement(event.account.classes) and _STATEMENT in event.account.modes
    return issued and bool(event.account.sides.all)


#: An act told without a day rests on no accord that was made longer before the article.
_NEWS = timedelta(days=90)


def _issued(event: Event) -> str:
    days = event.account.days
    issuers = "+".join(sorted(event.account.sides.all))
    return f"statement:{issuers}:{edtf(days) if days else 'undated'}"


def _told_by(event: Event, accord: Event) -> int:
    """How surely an announced or verbal act is read off the accord's text; 0: it is not.

    2: it is a part of the accord, or both are of one day. 1: one of them has no day.
    """
    if event.row["part_of_event_id"] == accord.id:
        return 2
    act, text = event.account, accord.account
    if not act.sides.all or not act.sides.all <= text.sides.all:
        return 0
    if act.days is None:
        old = act.latest and text.days and act.latest - text.days.end > _NEWS
        return 0 if old else 1
    if text.days is None:
        return 1 if _STATEMENT in text.modes else 0
    return 2 if act.days == text.days and act.days.width <= 7 else 0


def statements_behind(events: Sequence[Event], reports: Iterable[Row]) -> dict[str, str]:
    """report_id → the joint statement that it passes on, named by its issuers and its day.

    A report passes a statement on when it tells of the statement itself, or of an act that is
    announced or said by the statement's issuers in an article that tells of the statement too,
    on the same day as far as days are known.
    """
    by_report = {key: event for event in events for key in event.account.reports}
    rows = by_key(reports, "source_id")
    found: dict[str, str] = {}
    for _, held in sorted(rows.items()):
        told = {by_report[row["report_id"]].id: by_report[row["report_id"]] for row in held}
        issued = sorted(
            (event for event in told.values() if _speaks(event)),
            key=lambda event: event.account.founder,
        )
        for row in held:
            event = by_report[row["report_id"]]
            if _speaks(event):
                found[row["report_id"]] = _issued(event)
                continue
            if event.account.standing not in {"announced", "said"}:
                continue
            sure = {accord.id: _told_by(event, accord) for accord in issued}
            most = max(sure.values(), default=0)
            behind = {_issued(accord) for accord in issued if most and sure[accord.id] == most}
            if len(behind) == 1:
                found[row["report_id"]] = behind.pop()
    return found


def quoted_behind(
    events: Sequence[Event], behind: Mapping[str, str], statements: Iterable[Row]
) -> dict[str, str]:
    """What `statements_behind` found, and what shared quotations tell besides.

    Papers that print the same words of the sides of an act and tell the act as announced or said
    have it from one text, whether or not they tell of the text itself.

    Args:
        events: All events.
        behind: report_id → statement.
        statements: Rows of `statements` with their utterances.
    """
    printed: dict[str, dict[str, Row]] = {}
    for row in statements:
        if row["kind"] == "direct" and len(str(row["quote"]).split()) >= _QUOTED:
            printed.setdefault(row["source_id"], {})[row["utterance_id"]] = row
    found = dict(behind)
    for event in events:
        account = event.account
        if len(account.sources) < 2 or account.standing not in {"announced", "said"}:
            continue
        holders: dict[str, list[str]] = {}
        of_sides: set[str] = set()
        for source in sorted(account.sources):
            for utterance, row in printed.get(source, {}).items():
                speaker = str(row.get("speaker_id") or "")
                issued = speaker in account.sides.all or kind_of(speaker) == "document"
                # "The two said in a joint statement" names no one speaker: another paper tells.
                if issued or not speaker:
                    holders.setdefault(utterance, []).append(source)
                if issued:
                    of_sides.add(utterance)
        sharing = {
            source
            for utterance in of_sides
            if len(holders[utterance]) > 1
            for source in holders[utterance]
        }
        known = sorted({found[key] for key in account.reports if key in found})
        name = known[0] if known else _issued(event)
        for key, source in zip(account.reports, account.told_by, strict=True):
            if source in sharing:
                found.setdefault(key, name)
    return found


def throughout(events: Sequence[Event], behind: Mapping[str, str]) -> dict[str, str]:
    """The statement behind one report of an event is behind all that its article tells of it."""
    found = dict(behind)
    for event in events:
        told = list(zip(event.account.reports, event.account.told_by, strict=True))
        passed_on = {source: behind[key] for key, source in reversed(told) if key in behind}
        found.update((key, passed_on[source]) for key, source in told if source in passed_on)
    return found


def speaker_behind(statement: Row) -> str | None:
    """The name of what rests on a speaker's word alone; None where nobody can tell whose it is."""
    who = witness(statement)
    return f"statement:{who}" if who else None


def families(rests: Mapping[Key, Sequence[str]]) -> dict[Key, str]:
    """Key → the name of its family, of which all count as one witness.

    Keys of one origin are of one family, however far round. Of what then rests on statements, a
    family shares one: who prints two statements is one witness with who prints the first of them,
    and does not make one of those who print the first and those who print the second.

    Args:
        rests: Key (a source, say) → everything it rests on (its origin, the statements it passes
            on), at least one.

    A family is named after a statement if it rests on one, else after its origin.
    """
    held: dict[str, list[str]] = {f"key:{key}": list(names) for key, names in rests.items()}
    pairs = [(key, name) for key, names in held.items() for name in names if not _is_said(name)]
    tied = united({name for pair in pairs for name in pair} | held.keys(), pairs)
    said: dict[str, set[str]] = {}
    origin: dict[str, str] = {}
    for key, names in sorted(held.items()):
        group = tied[key]
        said.setdefault(group, set()).update(filter(_is_said, names))
        origin[group] = min([*filter(_is_no_statement, names), origin.get(group, "~")])
    called: dict[str, str] = {}
    first: dict[str, str] = {}  # of statements that a family has, its name; no two have one
    for group in sorted(said, key=lambda group: (len(said[group]), sorted(said[group]), group)):
        shared = min((name for name in said[group] if name in first), default=None)
        if shared is not None:
            called[group] = first[shared]
            continue
        called[group] = min(said[group], default=origin[group])
        first.update(dict.fromkeys(said[group], called[group]))
    return {key: called[tied[f"key:{key}"]] for key in rests}


def _is_said(name: str) -> bool:
    return name.startswith("statement:")


def _is_no_statement(name: str) -> bool:
    return not _is_said(name)
