"""What a time measures by its own words: "four days of talks", "a 72-hour truce"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from scripts.lexicon import rows as lexicon
from scripts.link.kinds import mention_words
from scripts.link.values import Row
from scripts.link.words import sentence_at

_WORD = re.compile(r"[^\W\d_]+")
#: Words between a time and the noun that it measures: "three days of tense border talks".
_BETWEEN = 3
_OFF = re.compile(r"\s+of\s+")
#: A time that qualifies a noun: "two-day meeting", "a 72-hour truce".
_JOINED = re.compile(r"\S*-\S+$")


@cache
def _nouns() -> Mapping[str, str]:
    """Noun, in singular and plural → type of the events that it names, where it names one type."""
    types: dict[str, set[str]] = {}
    for row in lexicon("triggers"):
        if row["pos"] == "NOUN":
            types.setdefault(row["lemma"], set()).add(row["type"])
    found = {}
    for noun, of in types.items():
        if len(of) == 1:
            found.update(dict.fromkeys((noun, f"{noun}s", f"{noun}es"), min(of)))
    return found


def measured(figure: Row, text: str) -> str | None:
    """The type of event whose length a time tells by its words; None where they tell none.

    Args:
        figure: A row of `figures`.
        text: Text of its article.
    """
    start, end = sentence_at(text, figure["char_start"], figure["char_end"])
    behind = text[figure["char_end"] : end]
    off = _OFF.match(behind)
    if off is not None:
        return _first(_following(behind[off.end() :]))
    if _JOINED.search(figure["text"]):
        return _first(_following(behind))
    before = text[start : figure["char_start"]]
    lasted = _lasted().search(before)
    if lasted is None:
        return None
    return _first(_WORD.findall(before[: lasted.start()].lower())[::-1])


def _following(words: str) -> Sequence[str]:
    """The next few words, up to where another phrase begins."""
    found: list[str] = []
    told = _WORD.findall(re.split(r"[,.;:()]", words)[0].lower())
    for word in told[told[:1] == ["the"] :][: _BETWEEN + 1]:
        # "Three days of mourning followed the attack": a verb ends what is measured.
        if word in mention_words("onward") or (found and word.endswith("ed")):
            break
        found.append(word)
    return found


def _first(words: Sequence[str]) -> str | None:
    return next((_nouns()[word] for word in words if word in _nouns()), None)


@cache
def _lasted() -> re.Pattern[str]:
    words = sorted(mention_words("lasting"), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?:\s+\w+)?\s+$", re.IGNORECASE)
