"""A verdict in one sentence that a reader understands without the columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.link.values import Row

#: Names of the months, whatever the locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_LONGEST = 60  #: characters of a value that a note prints


#: How a note begins to say how its sides stand, by verdict.
_STANDS = {
    "agree": "the same from",
    "two": "both can be true, from",
    "compatible": "all can be true together, from",
    "conflict": "they cannot all be true, from",
}


@dataclass(frozen=True)
class Clause:
    """What some sources say alike: the sources, their words, and how they tell it.

    added: what a reader has to know beside the words: whom they count, who claims it.
    """

    sources: tuple[str, ...]
    value: str
    modality: str
    added: str = ""


def counted(number: int, noun: str) -> str:
    """A number with its noun: one source, two sources, 12 sources."""
    word = _SMALL[number] if number < len(_SMALL) else str(number)
    return f"{word} {noun}{'' if number == 1 else 's'}"


def number_words(value: float) -> str:
    """A number as people read it: 14, 10,000, 3.5."""
    return f"{value:,.10g}"


def low_first(words: str) -> str:
    """Words of a figure within a sentence: "At least 20" as "at least 20", "FARC" as it is."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def listed(words: Sequence[str]) -> str:
    """The words as a list in prose."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def short(value: str) -> str:
    """The value, cut after a word where it is long."""
    if len(value) <= _LONGEST:
        return value
    return f"{value[:_LONGEST].rsplit(' ', 1)[0]} …"


def clauses(sides: Sequence[Row]) -> list[Clause]:
    """Sides that print the same words in the same mood, together; the most often told first."""
    told: dict[tuple[str, str, str], list[str]] = {}
    for side in sides:
        key = (side["value_text"], side.get("modality") or "", side.get("_added") or "")
        told.setdefault(key, []).append(side["source_id"])
    return sorted(
        (Clause(tuple(sorted(set(who))), *key) for key, who in told.items()),
        key=lambda clause: (-len(clause.sources), clause.sources, clause.value),
    )


def _said(clause: Clause) -> str:
    verb = "says" if len(clause.sources) == 1 else "say"
    mood = clause.modality if clause.modality != "occurred" else ""
    added = ", ".join(filter(None, [clause.added, mood]))
    return f"{listed(clause.sources)} {verb} {short(clause.value)}{f' ({added})' if added else ''}"


def _stand(verdict: str, sides: Sequence[Row], families: int, ties: str) -> str:
    sources = len({side["source_id"] for side in sides})
    if verdict == "single":
        return "no other source gives it"
    why = f" since {ties}" if ties else ""
    if families == sources:
        rest = f"{counted(sources, 'source')}, all independent"
    elif families == 1:
        rest = f"{counted(sources, 'source')} that count as one{why}"
    else:
        rest = f"{counted(sources, 'source')}, {counted(families, 'independent one')}{why}"
    few = "two" if verdict == "compatible" and sources == 2 else verdict
    return f"{_STANDS[few]} {rest}"


def standing(words: str) -> str:
    """The part of a note that says how its sides stand to each other, without who says what."""
    begins = [words.rfind(f": {stand} ") for stand in _STANDS.values()]
    at = max(begins)
    return words if at < 0 else words[at + 2 :]


def note(
    verdict: str, sides: Sequence[Row], families: int, reason: str = "", ties: str = ""
) -> str:
    """One sentence: who says what, and how that stands together.

    Args:
        verdict: The verdict.
        sides: Rows of `sides`.
        families: Number of independent sources.
        reason: Why the verdict is what it is, a clause in plain words without a full stop; left
            out where who says what tells it already.
        ties: Why some of the sources count once (`rests.ties`).
    """
    said = [_said(clause) for clause in clauses(sides)]
    why = f"; {reason}" if reason else ""
    return f"{'; '.join(said)}: {_stand(verdict, sides, families, ties)}{why}."
