"""Paragraphs of other stories: those behind the end that share no names with this one."""

import re
from collections.abc import Sequence
from functools import cache

from scripts.lexicon import rows
from scripts.read.cues import plain, words_of

_NAME = re.compile(r"(?<![\w.-])[A-ZÀ-Þ][\w'-]{2,}")
_AT_START = re.compile(r"(?:^|[.!?:…][\"')\]]*\s+|[\"(\[])$")
_GOES_ON = re.compile(r"^(?:[\"']|(?:He|She|They|It)\b)")


def foreign(lines: Sequence[str], kinds: Sequence[str], marks: Sequence[str]) -> list[int]:
    """Indexes of the body lines that tell another story.

    Behind a line that may end the story, the paragraphs as far as the next such line are weighed
    together: where most of them share a name with the story before, it goes on. Countries and
    their people count as names only where the end is in doubt, for other news names them as well.

    Args:
        lines: the article's lines.
        kinds: what each line is so far.
        marks: what each line says about the end: "end" (a legal notice), "signed" (an agency's
            name closes a paragraph), "section" ("Related news"), "maybe" (a call, a teaser), "".
    """
    body = [i for i, kind in enumerate(kinds) if kind == "body"]
    ended = False
    found: list[int] = []
    strong = [i for i, mark in enumerate(marks) if mark in {"end", "signed", "section"}]
    for place, index in enumerate(strong):
        stop = strong[place + 1] if place + 1 < len(strong) else len(lines)
        before = [i for i in body if i <= index and i not in found]
        behind = [i for i in body if index < i <= stop]
        if not before or not behind:
            continue
        sure = marks[index] == "end" and 3 * len(before) >= len(behind)
        if ended or not _goes_on(lines, before, behind, countries=not sure):
            ended = True
            found += behind
    for index in [i for i, mark in enumerate(marks) if mark == "maybe"]:
        before = [i for i in body if i < index and i not in found]
        behind = [i for i in body if i > index and i not in found]
        if len(before) >= 2 and len(behind) >= 2 and not _shares(lines, before, behind):
            found += behind
    return sorted(found)


def _goes_on(
    lines: Sequence[str], before: Sequence[int], behind: Sequence[int], *, countries: bool
) -> bool:
    told = _names([lines[i] for i in before], countries=countries)
    shared = 0
    weighed = 0
    for index in behind:
        names = _names([lines[index]], countries=countries)
        quoted = bool(_GOES_ON.match(plain(lines[index])))
        weighed += bool(names) or quoted
        shared += bool(names & told) or (quoted and not names)
    return 2 * shared >= weighed if weighed else countries


def _shares(lines: Sequence[str], before: Sequence[int], behind: Sequence[int]) -> bool:
    """Whether any paragraph behind has a name of those before, or too few name anything."""
    told = _names([lines[i] for i in before], countries=True)
    named = [names for i in behind if (names := _names([lines[i]], countries=True))]
    return len(named) < 2 or any(names & told for names in named)


def _names(texts: Sequence[str], *, countries: bool) -> frozenset[str]:
    """Capitalised words that begin no sentence, without those that any news shares."""
    found: set[str] = set()
    for text in texts:
        line = plain(text)
        for match in _NAME.finditer(line):
            word = match.group().removesuffix("'s").strip("'-")
            if not _AT_START.search(line[: match.start()]) or (countries and word in _places()):
                found.add(word)
    kept = found - words_of("common")
    return frozenset(kept if countries else kept - _places())


@cache
def _places() -> frozenset[str]:
    """Words in names of countries, their people and their capitals."""
    columns = ("name", "aliases", "adjectives", "singulars", "plurals", "capitals")
    return frozenset(
        word
        for row in rows("countries")
        for column in columns
        for word in re.findall(r"[^\W\d_]{3,}", row.get(column) or "")
    )
