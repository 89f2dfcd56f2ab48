"""Titles, ranks and offices: the words before or behind a name that say what somebody is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from scripts.find.drafts import Span
from scripts.lexicon import rows

#: Titles that are names or verbs as well when they stand in lower case.
_CAPITAL_ONLY = frozenset({"general", "major", "father", "sister", "justice", "marshal", "chair"})
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


@cache
def _pattern() -> re.Pattern[str]:
    ordered = sorted(_known(), key=lambda words: (-len(words), words))
    spelled = "|".join(re.escape(words).replace(r"\ ", r"[ -]") for words in ordered)
    edges = rf"(?<![\w'-])(?:(?:then|ex)-)?(?P<title>{spelled})s?(?![\w-])"
    return re.compile(edges, re.IGNORECASE)


def titles(text: str, start: int = 0, end: int | None = None) -> list[Title]:
    """The titles in a stretch of a flat text, in order, the longest at each place."""
    found = []
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        words = match.group("title")
        row = _known().get(words.lower().replace("-", " "), _known().get(words.lower()))
        if row is None:
            continue
        if words.upper() == "PM" and (words != "PM" or _CLOCK.search(text, 0, match.start())):
            continue
        lower = words[0].islower()
        if lower and (row["kind"] in {"honorific", "pope"} or words.lower() in _CAPITAL_ONLY):
            continue
        found.append(Title(Span(*match.span()), words, row["kind"], row["acts"]))
    return found
