"""What an event and a fact are called on the page: names and titles instead of ids and codes."""

from collections.abc import Iterable

from scripts.page.dates import in_words
from scripts.trace.brief import named
from scripts.trace.edition import Edition, Row, codes_of

#: Actors that a title names on one side.
_NAMED = 3


def code_title(edition: Edition, table: str, column: str, code: str) -> str:
    """The title of a code in its list; the code itself where the list does not have it."""
    listed = edition.codelists.get(codes_of(table, column) or "", {})
    return listed.get(code, {}).get("title") or code


def actor_name(edition: Edition, actor_id: str) -> str:
    """The name of an actor; its id where it has none."""
    return named(edition, "actors", actor_id) if actor_id else ""


def event_title(edition: Edition, event: Row) -> str:
    """What happened, by whom and to whom, and where: "Visit: Chad → Peru, Lima"; no dates."""
    mode = event.get("mode", "")
    what = code_title(edition, "events", "mode" if mode else "type", mode or event.get("type", ""))
    parts = edition.where("participants", "event_id", event.get("event_id", ""))
    by = _actors(parts, "source")
    to = _actors(parts, "target")
    mutual = by and to and (by <= to or to <= by)
    sides = [by | to] if mutual or not to else [by, to]
    who = " → ".join(_listed(edition, side) for side in sides).strip()
    place = named(edition, "places", event["place_id"]) if event.get("place_id") else ""
    return f"{what}{': ' if who else ''}{who}{f', {place}' if place else ''}"


def event_when(event: Row) -> str:
    """The days of an event in words; "" where none is known."""
    return in_words(
        event.get("start_date", ""), event.get("end_date", ""), event.get("date_precision", "")
    )


def fact_title(edition: Edition, comparison: Row) -> str:
    """What is compared, without the event: "People released, of Peru, by Chile"."""
    about = comparison.get("about", "")
    if about == "utterance":
        speaker = edition.row("utterances", comparison.get("utterance_id", "")).get("speaker_id")
        return f"Words of {actor_name(edition, speaker)}" if speaker else "Words"
    if about != "figure":
        return {"date": "When", "place": "Where", "participant": "Who took part"}.get(about, about)
    told = [_counted(edition, comparison)]
    for column, word in (("of_actor_id", "of"), ("by_actor_id", "by")):
        if comparison.get(column):
            told.append(f"{word} {actor_name(edition, comparison[column])}")
    if comparison.get("claimed_by_actor_id"):
        told.append(f"claimed by {actor_name(edition, comparison['claimed_by_actor_id'])}")
    return ", ".join(told)


def _counted(edition: Edition, comparison: Row) -> str:
    """What a figure counts: "People released", "Soldiers captured", "How long", "Wars"."""
    measure, unit = comparison.get("measure", ""), comparison.get("unit", "")
    kind = comparison.get("counted_kind", "")
    if measure and measure != "other":
        people = kind or ("people" if unit == "person" else "")
        title = code_title(edition, "comparisons", "measure", measure)
        return f"{people.capitalize()} {title.lower()}" if people else title
    if edition.codelists.get("units", {}).get(unit, {}).get("unit_class") == "duration":
        return "How long"
    sides = edition.where("sides", "comparison_id", comparison["comparison_id"])
    figures = (edition.row("figures", side.get("figure_id", "")) for side in sides)
    counted = kind or next((one["counted"] for one in figures if one.get("counted")), "")
    return f"How many: {counted}" if counted else code_title(edition, "comparisons", "unit", unit)


def _actors(parts: Iterable[Row], role: str) -> set[str]:
    return {part["actor_id"] for part in parts if part.get("role") == role}


def _listed(edition: Edition, actors: Iterable[str]) -> str:
    names = sorted(actor_name(edition, actor) for actor in actors)
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} and others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
