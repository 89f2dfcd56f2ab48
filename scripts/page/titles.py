"""What an event and a fact are called on the page: names and titles instead of ids and codes."""

import re
from collections.abc import Iterable

from scripts.page.dates import in_words
from scripts.page.names import listed
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
#: What several persons of a kind are called, where that is not the kind with an s.
_SEVERAL = {
    "child": "children",
    "man": "men",
    "woman": "women",
    "people": "people",
    "military": "military personnel",
    "police": "police officers",
}
#: Names that a sentence puts an article before.
_THE = re.compile(
    r"^(?:United|European|Democratic|Central African|Dominican) |(?:Forces?|Union|Nations|Council|"
    r"Army|Front|Movement|Republic|Islands|Emirates|Kingdom|Committee|Court|Bank|Party|Ministry|"
    r"Organi[sz]ation|Netherlands|Philippines|Bahamas|Maldives|Gambia|Comoros|Seychelles)$"
)


def code_title(edition: Edition, table: str, column: str, code: str) -> str:
    """The title of a code in its list; the code itself where the list does not have it."""
    listed_codes = edition.codelists.get(codes_of(table, column) or "", {})
    return listed_codes.get(code, {}).get("title") or code


def actor_name(edition: Edition, actor_id: str) -> str:
    """The name of an actor; its id where it has none."""
    return named(edition, "actors", actor_id) if actor_id else ""


def in_sentence(name: str) -> str:
    """A name as it stands inside a sentence: "the United Nations", "Chad"."""
    return f"the {name}" if _THE.search(name) else name


def event_title(edition: Edition, event: Row) -> str:
    """What happened, by whom and to whom, and where; no dates.

    "Visit: Chad and Peru, in Lima", "Veto: by Chile, concerning Peru", "Release: of Peru".
    """
    mode = event.get("mode", "")
    what = code_title(edition, "events", "mode" if mode else "type", mode or event.get("type", ""))
    parts = edition.where("participants", "event_id", event.get("event_id", ""))
    by = {in_sentence(name) for name in _names(edition, parts, "source")}
    to = {in_sentence(name) for name in _names(edition, parts, "target")}
    if by and to and (by <= to or to <= by):
        told = _few(sorted(by | to))
    else:
        towards = _TOWARDS.get(event.get("type", ""), "concerning")
        told = who_did_what(by, to, towards, shared=_shared(event, parts))
    if event.get("place_id"):
        told += (
            f"{', ' if told else ''}in {in_sentence(named(edition, 'places', event['place_id']))}"
        )
    return f"{what}: {told}" if told else what


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
        return {"date": "When", "place": "Where", "participant": "Who took part"}.get(about, about)
    told = _counted(edition, comparison)
    claimant = comparison.get("claimed_by_actor_id")
    if claimant:
        told += f", as {in_sentence(actor_name(edition, claimant))} says"
    return told


def part_of_story(edition: Edition, comparison: Row) -> str:
    """Which event of its story a fact tells of: a part, the promise or the deed; "" for the whole.

    Figures need none: they tell of the promise and the deed at once, and of one part.
    """
    event = edition.row("events", comparison.get("event_id", ""))
    if not event or comparison.get("about") == "figure":
        return ""
    promised = bool(edition.where("events", "fulfils_event_id", event["event_id"]))
    kept = bool(event.get("fulfils_event_id"))
    step = "as promised" if promised else "as carried out" if kept else ""
    if event.get("part_of_event_id"):
        return f"{event_title(edition, event)}{f', {step}' if step else ''}"
    return step


def several(kind: str) -> str:
    """What several of a kind are called: "officials", "children"; "people" for no kind."""
    if not kind:
        return "people"
    return _SEVERAL.get(kind) or (kind if kind.endswith("s") else f"{kind}s")


def _counted(edition: Edition, comparison: Row) -> str:
    """What a figure counts: "People of Peru released by Chile", "How long", "How many: wars"."""
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
    if edition.codelists.get("units", {}).get(unit, {}).get("unit_class") == "duration":
        return "How long"
    sides = edition.where("sides", "comparison_id", comparison["comparison_id"])
    figures = (edition.row("figures", side.get("figure_id", "")) for side in sides)
    counted = next((one["counted"] for one in figures if one.get("counted")), "") or kind
    if unit in {"person", "event", "object"} and counted:
        return f"How many: {counted}{whose}"
    title = code_title(edition, "comparisons", "unit", unit)
    return f"How much: {title.lower()}" if unit in {"money", "percent"} else title


def _shared(event: Row, parts: Iterable[Row]) -> bool:
    """Whether all who act share the deed: agreements and talks, and where nobody is acted on."""
    return event.get("type") in {"AGREE", "CONSULT"} or not any(
        part.get("role") == "target" for part in parts
    )


def _names(edition: Edition, parts: Iterable[Row], role: str) -> list[str]:
    actors = {part["actor_id"] for part in parts if part.get("role") == role}
    return [actor_name(edition, actor) for actor in sorted(actors)]


def _few(names: list[str]) -> str:
    return f"{', '.join(names[:_NAMED])} and others" if len(names) > _NAMED else listed(names)
