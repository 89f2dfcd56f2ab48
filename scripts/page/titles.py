"""What an event and a fact are called on the page: names and titles instead of ids and codes."""

from collections.abc import Iterable

from scripts.compare.notes import listed
from scripts.page.dates import in_words
from scripts.page.names import in_sentence
from scripts.trace.brief import named
from scripts.trace.edition import Edition, Row, codes_of

#: Actors that a title names on one side.
_NAMED = 3
#: Type of event → the word before whom it is done to, where one fits all its modes.
_TOWARDS = {
    **dict.fromkeys(("AGREE", "CONSULT", "COOPERATE"), "with"),
    **dict.fromkeys(("SUPPORT", "AID"), "for"),
    **dict.fromkeys(("CONCEDE", "REQUEST"), "to"),
    **dict.fromkeys(("ACCUSE", "THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT"), "against"),
}
#: Words that join a party to what happened.
_BEFORE = frozenset({"by", "in", "concerning", *_TOWARDS.values()})
#: What a fact is about → step of its story → what is asked.
_ASKED = {
    "date": {
        "": "When",
        "announced": "When it was announced",
        "ahead": "When, as announced",
        "done": "When it was carried out",
    },
    "place": {"": "Where", "announced": "Where, as announced", "done": "Where it was carried out"},
    "participant": {
        "": "Who took part",
        "announced": "Who takes part, as announced",
        "done": "Who took part when it was carried out",
    },
}
#: What several persons of a kind are called, where that is not the kind with an s.
_SEVERAL = {
    "child": "children",
    "man": "men",
    "woman": "women",
    "people": "people",
    "military": "military personnel",
    "police": "police officers",
}


def code_title(edition: Edition, table: str, column: str, code: str) -> str:
    """The title of a code in its list; the code itself where the list does not have it."""
    listed_codes = edition.codelists.get(codes_of(table, column) or "", {})
    return listed_codes.get(code, {}).get("title") or code


def actor_name(edition: Edition, actor_id: str) -> str:
    """The name of an actor; its id where it has none."""
    return named(edition, "actors", actor_id) if actor_id else ""


def event_title(edition: Edition, event: Row) -> str:
    """What happened, by whom and to whom, and where; no dates.

    "Visit: Chad and Peru, in Lima", "Veto: by Chile, concerning Peru", "Release: of Peru". Those
    are named whom most of its sources name; roles are told where no source gives other ones.
    """
    told = _parties(edition, event)
    if event.get("place_id"):
        place = in_sentence(named(edition, "places", event["place_id"]))
        told += f"{', ' if told else ''}in {place}"
    return f"{_what(edition, event)}: {told}" if told else _what(edition, event)


def event_phrase(edition: Edition, event: Row) -> str:
    """An event as it is named inside a sentence: "war of Chad and Peru", "release by Chad"."""
    title = event_title(edition, event)
    what, colon, told = title.partition(": ")
    joined = "" if not colon else " " if told.split(" ")[0] in _BEFORE else " of "
    return f"{what[:1].lower()}{what[1:]}{joined}{told}"


def _what(edition: Edition, event: Row) -> str:
    """The kind of an event; one of backing in words is called so: "Support (candidature)"."""
    kind, mode = event.get("type", ""), event.get("mode", "")
    entry = edition.codelists.get(codes_of("events", "type") or "", {}).get(kind, {})
    if not mode:
        return entry.get("title") or kind
    title = code_title(edition, "events", "mode", mode)
    if _TOWARDS.get(kind) == "for" and entry.get("cooperation") == "verbal":
        return f"{entry.get('title') or kind} ({title.lower()})"
    return title


def _parties(edition: Edition, event: Row) -> str:
    """Who took part in an event: "by Chile, concerning Peru"; "Chile and Peru" where roles vary."""
    parts = edition.where("participants", "event_id", event.get("event_id", ""))
    roles, sources = _roles(edition, parts)
    by = [actor for actor, told in roles.items() if "source" in told]
    to = [actor for actor, told in roles.items() if "target" in told]
    named_by, named_to = (
        sorted(in_sentence(actor_name(edition, actor)) for actor in actors) for actors in (by, to)
    )
    everybody = sorted({*named_by, *named_to})
    if any(len(told) > 1 for told in roles.values()):
        return _few(everybody) if len(roles) > 1 else f"concerning {_few(everybody)}"
    shared = _shared(event, parts)
    towards = _TOWARDS.get(event.get("type", ""), "concerning")
    if towards == "against" and sources == 1 and not (by and to) and everybody:
        return _few(everybody) if len(everybody) > 1 else f"concerning {_few(everybody)}"
    return who_did_what(named_by, named_to, towards, shared=shared)


def _roles(edition: Edition, parts: Iterable[Row]) -> tuple[dict[str, set[str]], int]:
    """Actor → roles that sources give it, and how many sources name anybody.

    Those that most of these name; people who are only described, if all of these name them.
    """
    tellers: dict[str, set[str]] = {}
    roles: dict[str, set[str]] = {}
    for part in parts:
        if part.get("role") not in {"source", "target"}:
            continue
        report = edition.row("reports", part.get("report_id", ""))
        tellers.setdefault(part["actor_id"], set()).add(report.get("source_id", ""))
        roles.setdefault(part["actor_id"], set()).add(part["role"])
    sources = len(set().union(*tellers.values()))

    def kept(actor: str) -> bool:
        if _described(edition, actor):
            return len(tellers[actor]) == sources
        return 2 * len(tellers[actor]) > sources

    return {actor: told for actor, told in sorted(roles.items()) if kept(actor)}, sources


def _described(edition: Edition, actor: str) -> bool:
    """Whether an actor has no name of its own: a group, or words without a capital letter."""
    name = actor_name(edition, actor)
    return edition.row("actors", actor).get("kind") == "group" or name == name.lower()


def who_did_what(
    by: Iterable[str], to: Iterable[str], towards: str = "concerning", *, shared: bool = False
) -> str:
    """Who acts and whom it is done to: "Chad and Peru", "by Chad, concerning Peru", "of Peru".

    Args:
        by: Names of those who act.
        to: Names of those it is done to.
        towards: The word before these.
        shared: Whether the deed is of a kind that all who act share, such as talks.
    """
    acting, suffering = sorted(by), sorted(to)
    if not acting:
        return f"{towards} {_few(suffering)}" if suffering else ""
    first = _few(acting) if shared and len(acting) > 1 else f"by {_few(acting)}"
    return f"{first}, {towards} {_few(suffering)}" if suffering else first


def event_when(event: Row) -> str:
    """The days of an event in words; "" where none is known."""
    return in_words(
        event.get("start_date", ""), event.get("end_date", ""), event.get("date_precision", "")
    )


def event_days(edition: Edition, event: Row) -> str:
    """The days of an event in words, as `event_when` says them.

    Where its sources contradict each other on them: "6 March 2031 or 7 March 2031".
    """
    reports = [
        edition.row("reports", side.get("report_id", ""))
        for fact in edition.where("comparisons", "event_id", event.get("event_id", ""))
        if fact.get("about") == "date" and fact.get("verdict") == "conflict"
        for side in edition.where("sides", "comparison_id", fact["comparison_id"])
    ]
    ordered = sorted(reports, key=lambda one: (one.get("start_date", ""), one.get("end_date", "")))
    told = list(dict.fromkeys(filter(None, map(event_when, ordered))))
    if len(told) > 1:
        return f"{', '.join(told[:-1])} or {told[-1]}"
    return event_when(event)


def fact_title(edition: Edition, comparison: Row) -> str:
    """What is compared, without the event: "People of Peru released by Chile"."""
    about = comparison.get("about", "")
    if about == "utterance":
        speaker = edition.row("utterances", comparison.get("utterance_id", "")).get("speaker_id")
        return f"Words of {in_sentence(actor_name(edition, speaker))}" if speaker else "Words"
    if about != "figure":
        step = _step(edition, edition.row("events", comparison.get("event_id", "")))
        asked = _ASKED.get(about, {})
        return asked.get(step) or asked.get(step.replace("ahead", "announced"), about)
    told = _counted(edition, comparison)
    claimant = comparison.get("claimed_by_actor_id")
    if claimant:
        told += f", as {in_sentence(actor_name(edition, claimant))} says"
    return told


def fact_heading(edition: Edition, comparison: Row) -> str:
    """The title of a fact where no story stands above it: "When: war of Chad and Peru"."""
    title = fact_title(edition, comparison)
    event = edition.row("events", comparison.get("event_id", ""))
    if not event or comparison.get("measure", "") not in {"", "other"}:
        return title
    return f"{title}: {event_phrase(edition, event)}"


def part_of_story(edition: Edition, comparison: Row) -> str:
    """Which part of its event a fact tells of; "" for the whole.

    Figures need none: they tell of one part.
    """
    event = edition.row("events", comparison.get("event_id", ""))
    if comparison.get("about") == "figure" or not event.get("part_of_event_id"):
        return ""
    return event_title(edition, event)


def lasts(edition: Edition, comparison: Row) -> bool:
    """Whether a fact is how long something took."""
    unit = edition.codelists.get("units", {}).get(comparison.get("unit", ""), {})
    people = comparison.get("measure", "") not in {"", "other"}
    return not people and unit.get("unit_class") == "duration"


def _step(edition: Edition, event: Row) -> str:
    """Whether an event is promised, for a day to come or not, or keeps a promise; "" for neither.

    "ahead", "announced", "done".
    """
    if not event:
        return ""
    if event.get("modality") == "announced" or edition.where(
        "events", "fulfils_event_id", event["event_id"]
    ):
        reports = edition.where("reports", "event_id", event["event_id"])
        return "ahead" if is_ahead(edition, event, reports) else "announced"
    return "done" if event.get("fulfils_event_id") else ""


def is_ahead(edition: Edition, event: Row, reports: Iterable[Row]) -> bool:
    """Whether an event was still to come on the last day that some reports were published."""
    printed = [edition.row("sources", one.get("source_id", "")) for one in reports]
    days = [row["published"] for row in printed if row.get("published")]
    return bool(days) and event.get("start_date", "") > max(days)


def several(kind: str) -> str:
    """What several of a kind are called: "officials", "children"; "people" for no kind."""
    if not kind:
        return "people"
    return _SEVERAL.get(kind) or (kind if kind.endswith("s") else f"{kind}s")


def _counted(edition: Edition, comparison: Row) -> str:
    """What a figure counts: "People of Peru released by Chile", "How long", "Number of wars"."""
    measure, unit = comparison.get("measure", ""), comparison.get("unit", "")
    kind = comparison.get("counted_kind", "")
    of, by = (
        in_sentence(actor_name(edition, comparison.get(column, "")))
        for column in ("of_actor_id", "by_actor_id")
    )
    whose = f" of {of}" if of else ""
    doer = f" by {by}" if by else ""
    if measure == "troops":
        return f"Troops of {of or by}" if of or by else "Troops"
    if measure and measure != "other":
        title = code_title(edition, "comparisons", "measure", measure).lower()
        people = several(kind)
        return f"{people[:1].upper()}{people[1:]}{whose} {title}{doer}"
    if lasts(edition, comparison):
        return "How long"
    sides = edition.where("sides", "comparison_id", comparison["comparison_id"])
    figures = (edition.row("figures", side.get("figure_id", "")) for side in sides)
    counted = next((one["counted"] for one in figures if one.get("counted")), "") or kind
    if unit in {"person", "event", "object"} and counted:
        return f"Number of {counted}{whose}"
    title = code_title(edition, "comparisons", "unit", unit)
    return f"How much: {title.lower()}" if unit in {"money", "percent"} else title


def _shared(event: Row, parts: Iterable[Row]) -> bool:
    """Whether all who act share the deed: agreements and talks, and where nobody is acted on."""
    return event.get("type") in {"AGREE", "CONSULT"} or not any(
        part.get("role") == "target" for part in parts
    )


def _few(names: list[str]) -> str:
    return f"{', '.join(names[:_NAMED])} and others" if len(names) > _NAMED else listed(names)
