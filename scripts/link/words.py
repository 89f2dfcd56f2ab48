"""What the words of two tellings share beyond their roles, and which articles share a story.

Nothing here counts words over the corpus: an article more must not change what others share.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from scripts.lexicon import rows as lexicon
from scripts.link.values import Row, by_key
from scripts.read.sentences import sentences

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SHINGLE = 6  #: words in a row
_ENOUGH = 3  #: such rows that two articles must share to be of one story
_STOCK = 50  #: articles that print the same words; more, and the words are a formula


@cache
def _calendar() -> frozenset[str]:
    kinds = {"month", "month_short", "weekday", "weekday_short", "season"}
    return frozenset(row["words"].lower() for row in lexicon("dates") if row["kind"] in kinds)


def plain(word: str) -> str:
    """A word in one spelling: lower case, no hyphen, no apostrophe or what hangs on it."""
    return re.sub(r"['’].*$", "", word.lower()).replace("-", "")


def line_of(text: str, at: int) -> tuple[int, int]:
    """The line of the text that holds an offset, as (start, end)."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end


def sentence_of(text: str, start: int, end: int) -> str:
    """The words of the sentence that a span begins in, as far as the span reaches."""
    first, last = line_of(text, start)
    for left, right in sentences(text, first, last):
        if left <= start < right:
            return text[left : max(right, end)]
    return text[start:end]


def names(sentence: str) -> frozenset[str]:
    """Names in a sentence: capitals after its first word, and words that hold a digit."""
    found = set()
    for place, match in enumerate(_WORD.finditer(sentence)):
        word = match.group()
        mixed = any(c.isdigit() for c in word) and any(c.isalpha() for c in word)
        if mixed or (place and word[0].isupper() and len(word) > 2):
            found.add(plain(word))
    return frozenset(found - _calendar())


def long_words(sentence: str) -> frozenset[str]:
    """Stems of the longer lower-case words of a sentence."""
    return frozenset(
        plain(word)[:6] for word in _WORD.findall(sentence) if len(word) > 6 and word.islower()
    )


def without(found: frozenset[str], known: Iterable[str]) -> frozenset[str]:
    """The words that do not begin like one of the known words (Norway, Norwegian)."""
    stems = {plain(word)[:4] for text in known for word in _WORD.findall(text) if len(word) > 3}
    return frozenset(word for word in found if word[:4] not in stems)


def _shingles(text: str, lines: Iterable[tuple[int, int]]) -> set[str]:
    found: set[str] = set()
    for start, end in lines:
        words = [plain(word) for word in _WORD.findall(text[start:end])]
        found.update(" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))
    return found


def neighbours(rows: Iterable[Row], texts: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """source_id → the sources that print the same words in several places.

    Only the lines that rows come from are looked at: what is no part of the story (front matter,
    legal lines) repeats from article to article and says nothing.

    Args:
        rows: Reports, figures and statements.
        texts: source_id → text of the article.
    """
    holders: dict[str, list[str]] = {}
    for source, held in sorted(by_key(rows, "source_id").items()):
        text = texts.get(source, "")
        lines = sorted({line_of(text, row["char_start"]) for row in held})
        for shingle in _shingles(text, lines):
            holders.setdefault(shingle, []).append(source)
    counts: dict[tuple[str, str], int] = {}
    for sources in holders.values():
        if 1 < len(sources) <= _STOCK:
            for place, one in enumerate(sources):
                for other in sources[place + 1 :]:
                    counts[one, other] = counts.get((one, other), 0) + 1
    found: dict[str, set[str]] = {}
    for (one, other), count in counts.items():
        if count >= _ENOUGH:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {source: frozenset(others) for source, others in sorted(found.items())}


def opening(text: str, at: int, span: str) -> frozenset[str]:
    """The words that tell whether a mention is the same again, another, or many.

    They are the first words of the mention and the one before it, in lower case.
    """
    before = _WORD.findall(text[max(0, at - 24) : at])
    inside = _WORD.findall(span)
    return frozenset(word.lower() for word in before[-1:] + inside[:4])
