"""Paragraphs of other stories: those behind the end that share no names with this one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from scripts.lexicon import rows
from scripts.read.cues import plain, words_of

_NAME = re.compile(r"(?<![\w.-])[A-ZÀ-Þ][\w'-]{2,}")
_AT_START = re.compile(r"(?:[.!?:…][\"')\]]*\s+|[\"(\[])$")
_LONG_WORD = re.compile(r"(?<!\w)[a-z]{6,}")
_GOES_ON = re.compile(r"^(?:[\"']|(?:He|She|They|It)\b)")
#: How many of the last calls and teasers are asked whether the story ended there.
_LAST_CALLS = 10
#: Paragraphs that hold fewer names and uncommon words share none by chance.
_TELLING = 10


@dataclass
class _Told:
    """What paragraphs tell by their words: names, names but countries, uncommon words."""

    names: set[str]
    people: set[str]
    words: set[str]
    quoted: bool = False

    def add(self, other: "_Told") -> None:
        self.names |= other.names
        self.people |= other.people
        self.words |= other.words


def foreign(lines: Sequence[str], kinds: Sequence[str], marks: Sequence[str]) -> list[int]:
    """Indexes of the body lines that tell another story.

    Behind a line that may end the story, the paragraphs as far as the next such line are weighed
    together. After a sure end they must share names with the story to be of it, and countries do
    not count, for other news names them as well; elsewhere a paragraph that shares any name or
    uncommon word keeps the story going.

    Args:
        lines: the article's lines.
        kinds: what each line is so far.
        marks: what each line says about the end: "end" (a legal notice), "signed" (an agency's
            name closes a paragraph), "section" ("Related news"), "maybe" (a call, a teaser), "".
    """
    body = {i: _told(line) for i, line in enumerate(lines) if kinds[i] == "body"}
    stops = [i for i, mark in enumerate(marks) if mark in {"end", "signed", "section"}]
    if not stops and "maybe" not in marks:
        return []
    pieces = list(zip([-1, *stops], [*stops, len(lines)], strict=True))
    before = _Told(set(), set(), set())
    count = 0
    found: set[int] = set()
    for start, stop in pieces:
        behind = [i for i in range(start + 1, stop + 1) if i in body]
        paragraphs = [body[i] for i in behind]
        if count and behind:
            sure = bool(found) or (marks[start] == "end" and 3 * count >= len(behind))
            if not (_named_again if sure else _at_all)(before, paragraphs):
                found |= set(behind)
                continue
        count += len(behind)
        for told in paragraphs:
            before.add(told)
    return sorted(found | _unrelated(body, found, marks))


def _unrelated(body: Mapping[int, _Told], found: set[int], marks: Sequence[str]) -> set[int]:
    """Paragraphs behind one of the last calls, where each of them names others than the story."""
    story = [i for i in body if i not in found]
    for index in [i for i, mark in enumerate(marks) if mark == "maybe"][-_LAST_CALLS:]:
        above = [i for i in story if i < index]
        behind = [i for i in story if i > index]
        if len(above) < 2 or len(behind) < 2:
            continue
        if any(body[i].quoted or not body[i].names for i in behind):
            continue
        if min(_weight(body, above), _weight(body, behind)) < _TELLING:
            continue
        before = _Told(set(), set(), set())
        for i in above:
            before.add(body[i])
        if not _at_all(before, [body[i] for i in behind]):
            return set(behind)
    return set()


def _weight(body: Mapping[int, _Told], indexes: Sequence[int]) -> int:
    """How many names and uncommon words some paragraphs hold."""
    return sum(len(body[i].names) + len(body[i].words) for i in indexes)


def _named_again(before: _Told, behind: Sequence[_Told]) -> bool:
    """Whether most paragraphs behind name somebody or some place of those before."""
    weighed = sum(bool(told.people) or told.quoted for told in behind)
    shared = sum(bool(told.people & before.people) or told.quoted for told in behind)
    return 0 < weighed <= 2 * shared


def _at_all(before: _Told, behind: Sequence[_Told]) -> bool:
    """Whether any paragraph behind shares a name, or half of them an uncommon word, or go on."""
    if any(told.names & before.names for told in behind):
        return True
    close = [told for told in behind if told.quoted or told.words & before.words]
    return 2 * len(close) >= len(behind)


def _told(text: str) -> _Told:
    line = plain(text)
    names = _names(line)
    words = {word[:6] for word in _LONG_WORD.findall(line) if word not in words_of("plain")}
    people = {name for name in names if name not in _places()}
    return _Told(names, people, words, quoted=bool(_GOES_ON.match(line)))


def _names(line: str) -> set[str]:
    """Capitalised words that begin no sentence, or are a country; none that any news has."""
    found: set[str] = set()
    for match in _NAME.finditer(line):
        word = match.group().removesuffix("'s").strip("'-")
        begin = match.start()
        begins = begin == 0 or _AT_START.search(line[max(0, begin - 6) : begin])
        if not begins or word in _places():
            found.add(word)
    return found - words_of("common")


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
