"""Cut a block into sentences by its marks alone, so that offsets and quotations survive.

A sentence ends at . ! ? or … with what closes behind it, before white space and a capital, a digit
or an opening mark. Abbreviations, initials and list numbers do not end one, nor does a quoted
question that its speaker's name and a verb of saying follow. Sentences inside a quotation are cut
like any other; who said them is asked of the quotation, not of the sentence.
"""

import re
from functools import cache

from scripts.lexicon import rows

_CLOSING = "\"'”’»)\\]"
_OPENING = "\"'“‘«(\\["
#: Scraped text that lost the space after a full stop: "the country.The minister".
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ]{3})\.(?=([A-Z][a-z]{0,9})\s)")
_LAST_WORD = re.compile(r"[\w.’'-]*$")
_NEXT_WORD = re.compile(rf"\s+[{_OPENING}]*\s?([\w’']+)")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")


@cache
def _abbreviations() -> dict[str, str]:
    return {row["abbreviation"]: row["ends"] for row in rows("abbreviations")}


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(row["word"] for row in rows("sentence_words") if row["kind"] == kind)


@cache
def _starters() -> frozenset[str]:
    return frozenset(_words("starter"))


@cache
def _end() -> re.Pattern[str]:
    """An end: marks, what closes, footnote marks; behind it white space and what may open.

    That is a capital, a digit, a letter without case, or a name that begins with a particle.
    """
    particle = "|".join(_words("particle"))
    return re.compile(
        rf"[.!?…]{{1,12}}[{_CLOSING}]{{0,8}}(?:\[\d{{1,4}}\]){{0,5}}"
        rf"(?=\s+[{_OPENING}]*\s?(?:[^\W_a-zà-öø-ÿ]|(?:{particle})[-’' ][A-Z]))"
    )


@cache
def _tag() -> re.Pattern[str]:
    """Name and verb of saying: the sentence goes on behind a quoted question or call."""
    return re.compile(rf"\s+(?:[A-Z][\w.’'-]*\s+){{1,5}}(?:{'|'.join(_words('saying'))})\b")


def _follower(text: str, at: int) -> str:
    following = _NEXT_WORD.match(text, at)
    return following.group(1).replace("’", "'") if following else ""


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] in "!?" and mark[-1] in "\"'”’»" and _tag().match(text, match.end()):
        return False
    if (
        mark.rstrip("\"'”’»)]") in {"…", "..."}
        and text[match.start() - 1 : match.start()].isspace()
    ):
        return False  # words left out of the middle, not the end
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    tail = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    word = tail.group().strip("'’") if tail else ""
    following = _follower(text, match.end())
    if len(word) == 1 and word.isupper() and mark == ".":
        if word in _words("platform") and text.endswith(f" on {word}", start, match.start()):
            return True  # "… he wrote on X." ends a sentence: no initial stands behind "on"
        return following in _starters() and following not in {"A", "I"}
    if _INITIALS.fullmatch(word):
        return following in _starters()
    rule = _abbreviations().get(word, "always")
    if rule == "never":
        return False
    if rule == "before_no_number":
        return not following[:1].isdigit()
    if rule == "before_starter":
        return following in _starters()
    return not re.fullmatch(r"\d{1,2}", word) or text[start : match.start()].strip() != word


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as (start, end), white space around them left out.

    They stand in order, never overlap, and hold every character that is not white space.
    """
    ends = {m.end(): m for m in _end().finditer(text, start, end)}
    glued = {m.end() for m in _GLUED.finditer(text, start, end) if m.group(1) in _starters()}
    found = []
    at = start
    for stop in sorted(ends.keys() | glued):
        if stop in glued or _ends(text, at, ends[stop]):
            found.append((at, stop))
            at = stop
    found.append((at, end))
    trimmed = []
    for first, last in found:
        piece = text[first:last]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if right > left:
            trimmed.append((first + left, first + right))
    return trimmed
