"""Figures of one event against each other: same measure, sides and unit."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from scripts.compare.claims import apart, claimants, parties, rival_claims
from scripts.compare.comparison import Side, comparison, finite, one_a_value
from scripts.compare.counts import Issue, best, current, first_told, issues, parts_alone, runs
from scripts.compare.intervals import interval, is_measured, unit_of_comparison
from scripts.compare.parts import with_parts
from scripts.compare.people import People, kinds_of, one_people
from scripts.compare.reasons import reason_of
from scripts.compare.verdicts import Count, Judged, hull, verdict_of_counts
from scripts.link.kinds import mention_words
from scripts.link.sides import kind_of as actor_kind
from scripts.link.values import Linked, Row, in_text

#: Measures that one actor does to another: where the words leave a side out, the event tells it.
_HANDED = frozenset({"released", "captured", "held"})
#: Kind of people → kind of actor that they belong to where it alone was attacked.
_ARMED = {"military": "country", "fighter": "armed-group"}
#: Figures that are a claim about what happened or will.
_CLAIMED = frozenset({"occurred", "announced"})


class Fact(NamedTuple):
    """What is counted of which event: event, measure, unit, the thing where the unit is no name."""

    event: str
    measure: str
    unit: str
    thing: str


def chains(events: Iterable[Row]) -> dict[str, str]:
    """event_id → the event it is compared under: of a promise, the deed that carries it out."""
    deeds = {row["fulfils_event_id"]: row["event_id"] for row in events if row["fulfils_event_id"]}
    found: dict[str, str] = {}
    for row in events:
        at, passed = row["event_id"], {row["event_id"]}
        while at in deeds and deeds[at] not in passed:
            at = deeds[at]
            passed.add(at)
        found[row["event_id"]] = at
    return found


def _roles(linked: Linked) -> dict[str, tuple[str | None, str | None]]:
    """event_id → its one source and its one target, where it has just one of each."""
    held: dict[tuple[str, str], set[str]] = {}
    for row in linked.participants:
        held.setdefault((row["event_id"], row["role"]), set()).add(row["actor_id"])
    found: dict[str, tuple[str | None, str | None]] = {}
    for event in linked.events:
        one = [held.get((event["event_id"], role), set()) for role in ("source", "target")]
        single = [min(actors) if len(actors) == 1 else None for actors in one]
        found[event["event_id"]] = (single[0], single[1])
    return found


def _comparable(figure: Row) -> bool:
    if figure.get("event_id") is None or figure["modality"] not in _CLAIMED:
        return False
    counted = str(figure.get("counted") or "").lower()
    measure = figure.get("measure")
    if measure not in {None, "other"}:
        return True
    if figure.get("subset_of_figure_id"):
        return False
    # "The two sides" counts who it is between, not what happened.
    return bool(figure.get("_attends")) or counted not in mention_words("party")


def _worth_alone(figure: Row) -> bool:
    """Whether a figure of one source is a comparison of its own, waiting for a second."""
    return figure.get("measure") not in {None, "other"} or is_measured(figure)


def _fact(figure: Row, chain: Mapping[str, str]) -> Fact:
    measure = figure.get("measure")
    unit, thing, _ = unit_of_comparison(figure)
    if figure.get("_attends"):
        thing = f"{figure['_attends']} attending"
    elif figure.get("_topic"):
        thing = str(figure["_topic"])
    elif measure == "other":
        thing = str(figure.get("counted") or "")
    return Fact(chain[figure["event_id"]], measure or "", unit, thing)


def compare_figures(linked: Linked) -> tuple[list[Row], list[Row]]:
    """Comparisons of figures and their sides.

    A promise and the deed that carries it out are one chain, compared under the deed. A figure
    that only one source gives is a comparison of its own where it counts people or measures.
    """
    chain = chains(linked.events)
    roles = _roles(linked)
    names = {row["actor_id"]: row["name"] for row in linked.actors}
    among = parties(linked, chain)
    claimant = claimants(linked)
    moods = {row["event_id"]: str(row["modality"]) for row in linked.events}
    issued = issues(linked.sources)
    published = {source: issue.day for source, issue in issued.items()}
    facts: dict[Fact, list[Row]] = {}
    for figure in parts_alone(in_text(linked.figures)):
        if _comparable(figure):
            facts.setdefault(_fact(figure, chain), []).append(figure)
    rows: list[Row] = []
    sides: list[Row] = []
    for fact, figures in sorted(facts.items()):
        going = runs(fact.measure)

        def side(figure: Row, going: str = going, fact: Fact = fact) -> Side:
            party = claimant(figure, among.get(fact.event, frozenset()))
            mood = figure["modality"] if fact.measure else moods[figure["event_id"]]
            return _side(figure, linked, issued if going else {}, party or "", mood)

        for people, held in sorted(_groups(fact, figures, roles, side, going).items()):
            if len({one.source for one in held}) < 2 and not _worth_alone(figures[0]):
                continue
            claims = apart(held, going)
            for party in sorted(claims):
                told = one_a_value(sorted(_speaking(claims[party]), key=first_told))
                last = _last_days(told)
                told = [_marked(one, last.get(one.source), names, party) for one in told]
                rival = rival_claims(party, claims, names)
                row, its_sides = _compared(fact, people, party, told, rival, going)
                row["best"] = best(told, published)
                rows.append(row)
                sides.extend(its_sides)
    return rows, sides


def _last_days(sides: Iterable[Side]) -> dict[str, date]:
    """source_id → the last day that one of its counts stands at."""
    found: dict[str, date] = {}
    for side in sides:
        if side.said.as_of is not None:
            found[side.source] = max(found.get(side.source, date.min), side.said.as_of)
    return found


def _marked(side: Side, last: date | None, names: Mapping[str, str], party: str) -> Side:
    """The side with what a note says beside its words: an earlier count, whose claim it is.

    A promise is nobody's claim.
    """
    added = [side.row["_added"]]
    if last is not None and side.said.as_of != last:
        added.append("earlier")
    if side.claimed_by and not party and side.said.modality == "occurred":
        added.append(f"claimed by {names.get(side.claimed_by, side.claimed_by)}")
    return replace(side, row={**side.row, "_added": ", ".join(filter(None, added))})


def _speaking(sides: Sequence[Side]) -> list[Side]:
    """The sides without the parts of a source that gives a whole as well."""
    whole = {(side.source, side.said.modality) for side in sides if not side.said.part}
    return [
        side
        for side in sides
        if not side.said.part or (side.source, side.said.modality) not in whole
    ]


def _groups(
    fact: Fact,
    figures: Sequence[Row],
    roles: Mapping[str, tuple[str | None, str | None]],
    side: Callable[[Row], Side],
    going: str,
) -> dict[People, list[Side]]:
    """Whom the figures of one fact count → their sides; of things there is one group."""
    if fact.measure in {"", "other"}:
        groups: dict[People, list[Side]] = {}
        for figure in figures:
            of, by = figure.get("of_actor_id"), figure.get("by_actor_id")
            groups.setdefault(People(of or "", by or "", fact.thing), []).append(side(figure))
        return groups
    kept = current(figures)
    groups = {}
    for figure, kind in zip(kept, kinds_of(kept), strict=True):
        people = _people(figure, kind, roles[figure["event_id"]])
        groups.setdefault(people, []).append(side(figure))
    return with_parts(one_people(groups, going), going)


def _people(figure: Row, kind: str, roles: tuple[str | None, str | None]) -> People:
    by, of = figure.get("by_actor_id"), figure.get("of_actor_id")
    if figure["measure"] in _HANDED:
        by, of = by or roles[0], of or roles[1]
    elif roles[1] and actor_kind(roles[1]) == _ARMED.get(kind):
        of = of or roles[1]
    return People(of or "", by or "", kind)


def _compared(
    fact: Fact, people: People, party: str, sides: Sequence[Side], rival: str, going: str
) -> tuple[Row, list[Row]]:
    counts: dict[str, list[Count]] = {}
    for side in sides:
        counts.setdefault(side.source, []).append(side.said)
    found = verdict_of_counts(counts, going)
    reason = reason_of(sides, going, found)
    named = {
        "about": "figure",
        "event_id": fact.event,
        "measure": fact.measure or None,
        "of_actor_id": people.of or None,
        "by_actor_id": people.by or None,
        "unit": fact.unit,
        "claimed_by_actor_id": party or None,
    }
    judged = Judged(found, "; ".join(filter(None, [reason, rival])))
    row, its_sides = comparison(named, sides, _same, _same, people.kind, judged)
    hulls = [hull(counts[source]) for source in sorted(counts)]
    row["low"] = finite(min(one.low for one in hulls))
    row["high"] = finite(max(one.high for one in hulls))
    return row, its_sides


def _same(a: Count, b: Count) -> bool:
    return a == b


def _side(
    figure: Row, linked: Linked, issued: Mapping[str, Issue], claimed_by: str, mood: str
) -> Side:
    allowed = interval(figure)
    source = figure["source_id"]
    behind = linked.rests_on.get(figure["figure_id"])
    day = issued[source].stands_at(figure) if source in issued else None
    part = bool(figure.get("_part"))
    return Side(
        row={
            "comparison_id": None,
            "source_id": source,
            "figure_id": figure["figure_id"],
            "report_id": figure.get("_report_id"),
            "statement_id": figure.get("statement_id"),
            "value_text": figure["text"],
            "low": finite(allowed.low),
            "high": finite(allowed.high),
            "modality": figure["modality"],
            "family": None,
            "as_of": day,
            "scope": "part" if part else "whole",
            "_list": figure.get("_list"),
            "_added": figure.get("_kind"),
        },
        rests_on=(linked.origins[source], *([behind] if behind else [])),
        said=Count(allowed, mood, day, part),
        claimed_by=claimed_by,
    )
