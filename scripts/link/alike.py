"""Which articles, however short, tell one story: most of their names in common, and words besides.

A number of names tells nothing of a short article and a share of them little of a long one; names
and plain words together do. Nothing is counted over all articles, so that one more changes nothing
between two.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from scripts.link.words import WORD, names, plain

Line = tuple[int, int]

_DAYS = 10  #: days between articles of one story
_STEM = 6  #: letters that two forms of a word share
_NAMES = 0.5  #: names that they share, of those of the one that has fewer
_WORDS = 0.12  #: longer words that they share, of those of the one that has fewer
_SEVERAL = 2  #: names; with fewer it takes more words
_MANY = 5  #: names that need no words beside them, if they are this share of the names
_OF_MANY = 0.4
_MORE_WORDS = 0.3
_LEAST = 3  #: such words at least
_STOCK = 50  #: articles of ten days that print a name; with more it tells no story
#: Shares of names that they share, of those of the one with fewer and of the one with more, and of
#: words, for articles whose names are about as many (the last of articles without a day).
_EVEN = (1 / 3, 0.25, 0.25)
_UNDATED = (0.5, 1 / 3, 0.2)
_THREE = 3  #: names that an article without a day shares


def alike(
    lines: Mapping[str, Sequence[Line]],
    texts: Mapping[str, str],
    published: Mapping[str, date | None],
) -> list[tuple[str, str]]:
    """Pairs of sources, in order, that tell one story within days of each other.

    Args:
        lines: source_id → the lines of its story, as offsets.
        texts: source_id → text.
        published: source_id → day of publication; one that has none shares more.
    """
    named: dict[str, frozenset[str]] = {}
    worded: dict[str, frozenset[str]] = {}
    for source, held in lines.items():
        if held:
            told = [texts.get(source, "")[start:end] for start, end in held]
            named[source] = frozenset().union(*map(names, told))
            worded[source] = frozenset().union(*map(_words, told))
    return sorted(
        (one, other)
        for one, other in _candidates(named, published)
        if (_alike if _dated(one, other, published) else _surely_alike)(
            named[one], named[other], worded[one], worded[other]
        )
    )


def _words(line: str) -> frozenset[str]:
    """Stems of the longer plain words of a line."""
    return frozenset(
        plain(word)[:_STEM] for word in WORD.findall(line) if len(word) >= _STEM and word.islower()
    )


def _dated(one: str, other: str, published: Mapping[str, date | None]) -> bool:
    return published.get(one) is not None and published.get(other) is not None


def _candidates(
    named: Mapping[str, frozenset[str]], published: Mapping[str, date | None]
) -> set[tuple[str, str]]:
    """Pairs that share a name and were published within days of each other, as far as is known."""
    holders: dict[tuple[int, str], list[str]] = {}
    undated: dict[str, list[str]] = {}
    everyone: dict[str, list[str]] = {}
    for source in sorted(named):
        day = published.get(source)
        for name in named[source]:
            everyone.setdefault(name, []).append(source)
            if day is None:
                undated.setdefault(name, []).append(source)
                continue
            span = day.toordinal() // _DAYS
            holders.setdefault((span, name), []).append(source)
            holders.setdefault((span + 1, name), []).append(source)
    close = {
        pair
        for held in holders.values()
        if 1 < len(held) <= _STOCK
        for pair in combinations(held, 2)
        if _apart(published[pair[0]], published[pair[1]]) <= _DAYS
    }
    unknown = {
        (min(one, other), max(one, other))
        for name, held in undated.items()
        if len(everyone[name]) <= _STOCK
        for one in held
        for other in everyone[name]
        if one != other
    }
    return close | unknown


def _apart(a: date | None, b: date | None) -> int:
    return abs((a - b).days) if a and b else _DAYS + 1


def _alike(
    a: frozenset[str], b: frozenset[str], words_a: frozenset[str], words_b: frozenset[str]
) -> bool:
    both = len(a & b)
    if both >= max(_MANY, _OF_MANY * min(len(a), len(b))):
        return True
    if both >= _SEVERAL and _share(_EVEN, a, b, words_a, words_b):
        return True
    if both < _NAMES * min(len(a), len(b)):
        return False
    least = _WORDS if both >= _SEVERAL else _MORE_WORDS
    floor = 1 if both >= _SEVERAL else _LEAST
    return len(words_a & words_b) >= max(floor, least * min(len(words_a), len(words_b)))


def _surely_alike(
    a: frozenset[str], b: frozenset[str], words_a: frozenset[str], words_b: frozenset[str]
) -> bool:
    """Whether articles tell one story that no days hold together."""
    return len(a & b) >= _THREE and _share(_UNDATED, a, b, words_a, words_b)


def _share(
    least: tuple[float, float, float],
    a: frozenset[str],
    b: frozenset[str],
    words_a: frozenset[str],
    words_b: frozenset[str],
) -> bool:
    fewer, more, words = least
    both = len(a & b)
    if both < max(fewer * min(len(a), len(b)), more * max(len(a), len(b))):
        return False
    return len(words_a & words_b) >= max(1, words * min(len(words_a), len(words_b)))
