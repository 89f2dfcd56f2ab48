"""The headline of a fact: a plain sentence where it is well told, else who says what.

"Chad released 12 people of Peru." stands for itself only where several publishers agree and one of
them tells it as done in its own voice. Everything else names whoever says it.
"""

from collections.abc import Mapping, Sequence

from scripts.compare.notes import listed
from scripts.page.names import in_sentence
from scripts.page.titles import actor_name, fact_title, several
from scripts.page.voices import hedged, said_by
from scripts.trace.edition import Edition, Row

#: Measure → verb: as it stands behind "to", and as it stands behind "were".
_VERBS = {
    "killed": ("kill", "killed"),
    "wounded": ("wound", "wounded"),
    "captured": ("capture", "captured"),
    "released": ("release", "released"),
    "displaced": ("drive out", "displaced"),
}
#: Measures of what lasts: "12 people of Peru held by Chile", without a tense.
_LASTING = ("held", "missing", "troops")


def claim(edition: Edition, comparison: Row, names: Mapping[str, str]) -> str:
    """The headline of a fact that its sources agree on, or that one source tells.

    Args:
        edition: The package.
        comparison: A row of `comparisons`.
        names: source_id → what the source is called.

    Returns:
        "" where the sources differ, for what is no number of people who suffered one thing, and
        where the number is not an exact one.
    """
    measure, number = comparison.get("measure", ""), _number(comparison)
    if measure not in {*_VERBS, *_LASTING} or not number:
        return ""
    if comparison.get("verdict") not in {"agree", "single"}:
        return ""
    sides = edition.where("sides", "comparison_id", comparison["comparison_id"])
    told = {side.get("modality", "") for side in sides}
    if not told & {"occurred", "announced"}:
        return ""
    done = "occurred" in told
    voices = _voices(edition, comparison, sides)
    doubted = any(hedged(edition, side) for side in sides)
    if all(voices):
        if len(set(voices)) > 1 or doubted:
            return ""
        return _attributed(edition, comparison, number, voices[0], done=done)
    if _well_told(edition, comparison, sides, voices) and not doubted and measure in _VERBS:
        sentence = _sentence(edition, comparison, number, done=True)
        return f"{sentence[:1].upper()}{sentence[1:]}."
    if measure in _LASTING:
        return f"{_lasting(edition, comparison, number)}, {_source_words(names, sides)}"
    how = "" if done else " to come, as announced"
    return f"{fact_title(edition, comparison)}: {number}{how}, {_source_words(names, sides)}"


def _number(comparison: Row) -> str:
    low, best, high = (comparison.get(name, "") for name in ("low", "best", "high"))
    return f"{int(best):,}" if best.isdigit() and low == best == high else ""


def _voices(edition: Edition, comparison: Row, sides: Sequence[Row]) -> list[str]:
    """Whose word each side is; "" for a source in its own voice."""
    claimant = comparison.get("claimed_by_actor_id", "")
    if claimant:
        return [in_sentence(actor_name(edition, claimant))] * max(1, len(sides))
    return [said_by(edition, side) for side in sides]


def _well_told(
    edition: Edition, comparison: Row, sides: Sequence[Row], voices: Sequence[str]
) -> bool:
    """Whether sources of several publishers agree, and one tells it as done in its own voice."""
    own = any(
        side.get("modality") == "occurred" and not voice
        for side, voice in zip(sides, voices, strict=True)
    )
    sources = {side["source_id"] for side in sides}
    publishers = {edition.row("sources", key).get("publisher") or key for key in sources}
    independent = int(comparison.get("independent_count") or 0)
    return own and comparison.get("verdict") == "agree" and min(independent, len(publishers)) > 1


def _source_words(names: Mapping[str, str], sides: Sequence[Row]) -> str:
    """The sources that say it: "says Post", "say Post and Times"; an article by its headline."""
    told = list(dict.fromkeys(names[side["source_id"]] for side in sides))
    if any(name.startswith("“") for name in told):
        return f"in {listed(told)}"
    return f"{'says' if len(told) == 1 else 'say'} {listed(told)}"


def _attributed(edition: Edition, comparison: Row, number: str, voice: str, *, done: bool) -> str:
    if comparison.get("measure") in _LASTING:
        return f"{_lasting(edition, comparison, number)}, according to {voice}"
    return f"According to {voice}, {_sentence(edition, comparison, number, done=done)}."


def _lasting(edition: Edition, comparison: Row, number: str) -> str:
    """A number and what it counts, without a tense: "12 people of Peru held by Chile"."""
    title = fact_title(edition, {**comparison, "claimed_by_actor_id": ""})
    if comparison.get("measure") == "troops":
        return f"{number} {title[:1].lower()}{title[1:]}"
    plural = several(comparison.get("counted_kind", ""))
    rest = title[len(plural) :]
    return f"{_people(comparison, number)}{rest}"


def _people(comparison: Row, number: str) -> str:
    kind = comparison.get("counted_kind", "")
    return f"{number} {(kind or 'person') if number == '1' else several(kind)}"


def _sentence(edition: Edition, comparison: Row, number: str, *, done: bool) -> str:
    to_do, was_done = _VERBS[comparison["measure"]]
    of, by = (
        in_sentence(actor_name(edition, comparison.get(column, "")))
        for column in ("of_actor_id", "by_actor_id")
    )
    one = number == "1"
    people = f"{_people(comparison, number)}{f' of {of}' if of else ''}"
    if by and of != by:
        return f"{by} {was_done} {people}" if done else f"{by} is to {to_do} {people}"
    if done:
        return f"{people} {'was' if one else 'were'} {was_done}"
    return f"{people} {'is' if one else 'are'} to be {was_done}"
