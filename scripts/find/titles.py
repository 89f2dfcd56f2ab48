"""Titles, ranks and offices: the words before or behind a name that say what somebody is."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from scripts.find.drafts import Span
from scripts.lexicon import any_of, rows

#: Titles that are names or verbs as well when they stand in lower case.
_CAPITAL_ONLY = frozenset({"general", "major", "father", "sister", "justice", "marshal", "chair"})
_TASKS = 60  #: letters before "minister" in which his task stands
#: What makes "PM" an hour.
_CLOCK = re.compile(r"\d ?$")


@dataclass(frozen=True)
class Title:
    """Title words in a text.

    kind: honorific | pope | rank | office | spokes.
    acts: yes (for a state) | part (for a body or a state) | body (for a body alone) | no.
    """

    span: Span
    words: str
    kind: str
    acts: str


@cache
def _known() -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({row["words"].lower(): row for row in rows("titles")})


def _spelled(listed: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    ordered = sorted(listed, key=lambda words: (-len(words), words))
    return any_of(re.escape(words).replace(r"\ ", r"[ -]") for words in ordered)


@cache
def _pattern() -> re.Pattern[str]:
    plain = _spelled(words for words, row in _known().items() if row["kind"] != "portfolio")
    return re.compile(rf"(?<![\w'-])(?:(?:then|ex)-)?(?P<title>{plain})s?(?![\w-])", re.IGNORECASE)


@cache
def _portfolio() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Before and behind "minister": "culture and sports minister", "minister of justice"."""
    fields = _spelled(words for words, row in _known().items() if row["kind"] == "portfolio")
    tasks = rf"(?:{fields})(?:(?:, | and |, and )(?:{fields}))*"
    before = re.compile(rf"(?<![\w'-])(?:deputy )?{tasks} $", re.IGNORECASE)
    return before, re.compile(rf" (?:of|for) (?:the )?{tasks}(?![\w-])", re.IGNORECASE)


def _widened(text: str, title: Title, start: int, end: int) -> Title:
    """A bare "minister" together with what he is minister of."""
    if not title.words.lower().endswith("minister"):
        return title
    before, behind = _portfolio()
    first, last = title.span.start, title.span.end
    left = before.search(text, max(start, first - _TASKS), first)
    right = behind.match(text, last, end)
    span = Span(left.start() if left else first, right.end() if right else last)
    return Title(span, span.of(text), "office", "yes")


@lru_cache(maxsize=512)
def titles(text: str, start: int = 0, end: int | None = None) -> tuple[Title, ...]:
    """The titles in a stretch of a flat text, in order, the longest at each place."""
    found = []
    stop = len(text) if end is None else end
    for match in _pattern().finditer(text, start, stop):
        words = match.group("title")
        row = _known().get(words.lower().replace("-", " "), _known().get(words.lower()))
        if row is None:
            continue
        if words.upper() == "PM" and (words != "PM" or _CLOCK.search(text, 0, match.start())):
            continue
        lower = words[0].islower()
        if lower and (row["kind"] in {"honorific", "pope"} or words.lower() in _CAPITAL_ONLY):
            continue
        title = Title(Span(*match.span()), words, row["kind"], row["acts"])
        found.append(_widened(text, title, start, stop))
    return tuple(found)
