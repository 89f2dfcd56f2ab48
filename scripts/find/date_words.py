"""Patterns for the words that dates are made of, built from the lexicon, and readers of them."""

import re
from collections.abc import Mapping
from functools import cache

from scripts.lexicon import any_of, rows

S = r"[^\S\n]{1,2}"  #: what may stand between two words of one date: never a line break
DASH = r"[^\S\n]?[-–—][^\S\n]?"
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\w|[.,]\d|-[A-Za-z])"
_DAY = r"(?P<{}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])(?![.,:]\d)"
DAY, LAST_DAY = _DAY.format("day"), _DAY.format("last_day")


@cache
def words(kind: str) -> Mapping[str, str]:
    """The words of one kind in the lexicon, lower case, with their codes."""
    return {row["words"].lower(): row["code"] for row in rows("dates") if row["kind"] == kind}


@cache
def either(*kinds: str) -> str:
    """A pattern for any of the words of some kinds, the longest first, whatever their case."""
    listed = sorted({word for kind in kinds for word in words(kind)}, key=lambda w: (-len(w), w))
    return f"(?i:{any_of(S.join(map(re.escape, word.split())) for word in listed)})"


@cache
def _names(kind: str) -> str:
    """A pattern for names: with a capital or all in capitals, for in lower case they are verbs."""
    return "|".join(f"{name.title()}|{name.upper()}" for name in words(kind))


MONTH = rf"(?P<month>(?:{_names('month')})\b|(?:{_names('month_short')})\b\.?)"
WEEKDAY = rf"(?P<weekday>{_names('weekday')})\b"
ANY_WEEKDAY = rf"(?P<weekday>{_names('weekday')}|{_names('weekday_short')})\b\.?,?"
PART = (
    rf"(?:the{S})?\b(?:(?P<part>{either('part')})(?:[-–]|{S}in{S}|{S})"
    rf"|(?P<part_noun>{either('part_noun')}){S}of{S}(?:the{S})?)"
)
WHICH = rf"\b(?P<which>{either('shift')})\b"
NUMBER = (
    rf"(?P<number>(?<![\w.,-])\d{{1,3}}|\b(?:{either('number')}(?:-{either('number')})?"
    rf"|{either('vague_number')}))"
)


def folded(text: str) -> str:
    """A word as the lexicon spells it, in lower case."""
    return " ".join(text.lower().replace(".", "").split())


def month_of(text: str) -> int:
    """1 to 12 of a month's name, whole or short."""
    return int({**words("month"), **words("month_short")}[folded(text)])


def weekday_of(text: str) -> int:
    """1 (Monday) to 7 of a weekday's name, whole or short."""
    return int({**words("weekday"), **words("weekday_short")}[folded(text)])


def count_of(text: str) -> int | None:
    """The number that digits or words state; None for vague words ("a few")."""
    word = folded(text)
    if word.isdigit():
        return int(word)
    known = words("number")
    if word in known:
        return int(known[word])
    tens, _, ones = word.partition("-")
    return int(known[tens]) + int(known[ones]) if tens in known and ones in known else None


_BEFORE = re.compile(r"([\w.]+)[^\S\n]{1,2}$")
_AFTER = re.compile(r"[^\S\n]{1,2}(\w+)")


def word_before(text: str, at: int) -> str:
    """The word before an offset on the same line, or nothing."""
    found = _BEFORE.search(text, max(0, at - 24), at)
    return found.group(1) if found else ""


def word_after(text: str, at: int) -> str:
    """The word after an offset, if nothing but a space stands between, or nothing."""
    found = _AFTER.match(text, at)
    return found.group(1) if found else ""


def counts_things(text: str, year: str, end: int, weak: bool = False) -> bool:
    """Whether four digits that end there number things ("in 2000 homes") and are no year.

    Args:
        text: The text.
        year: The digits.
        end: Offset after them.
        weak: Whether the word before them ("of") goes with numbers as well as with years.
    """
    return (weak or year.endswith("00")) and word_after(text, end) in words("counted")
