"""Which articles are of one story: they print the same words, or name the same people in a week."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

import polars as pl

from scripts.link.alike import alike
from scripts.link.printed import SHINGLE, Line, Printed
from scripts.link.words import names

_PRINTED = 3  #: shingles that articles of one story share
_LONG = SHINGLE + _PRINTED - 1  #: words of an article that has as many
_STOCK = 50  #: articles that print the same words; with more the words are a formula
_DAYS = 10  #: days between articles of one story that only names tie together
_NAMED = 5  #: names that such articles share
_SHARE = 0.4  #: of the names of the one that has fewer


def neighbours(
    told: Printed,
    texts: Mapping[str, str],
    published: Mapping[str, date | None],
    copied: Iterable[tuple[str, str]] = (),
) -> dict[str, frozenset[str]]:
    """source_id → the other sources of its story.

    Nothing is counted over all articles, so that one more changes nothing between two.

    Args:
        told: What the articles print.
        texts: source_id → text of the article.
        published: source_id → day of publication; names count only where it is known.
        copied: Pairs of sources that print one text (`copies.copies`), however many do.
    """
    found: dict[str, set[str]] = {}
    long = [pair for pair in copied if min(told.words[one] for one in pair) >= _LONG]
    named = _same_names(told.lines, texts, published)
    short = alike(told.lines, texts, published)
    for one, other in [*_same_words(told), *named, *short, *long]:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {source: frozenset(others) for source, others in sorted(found.items())}


def _pairs(holders: Iterable[tuple[Sequence[str], int]]) -> dict[tuple[str, str], int]:
    """How many things two sources both hold, of (who holds them, how many things)."""
    counts: dict[tuple[str, str], int] = {}
    for sources, times in holders:
        for pair in combinations(sources, 2):
            counts[pair] = counts.get(pair, 0) + times
    return counts


def _same_words(told: Printed) -> list[tuple[str, str]]:
    shared = (
        told.shingles.group_by("shingle")
        .agg(pl.col("source").sort())
        .filter(pl.col("source").list.len().is_between(2, _STOCK))
        .group_by("source")
        .len()
    )
    counts = _pairs(
        ([told.sources[index] for index in held], times) for held, times in shared.rows()
    )
    return sorted(pair for pair, count in counts.items() if count >= _PRINTED)


def _same_names(
    lines: Mapping[str, list[Line]],
    texts: Mapping[str, str],
    published: Mapping[str, date | None],
) -> list[tuple[str, str]]:
    named: dict[str, frozenset[str]] = {}
    holders: dict[tuple[int, str], list[str]] = {}
    for source, held in lines.items():
        day = published.get(source)
        if day is None:
            continue
        text = texts.get(source, "")
        named[source] = frozenset().union(*(names(text[start:end]) for start, end in held))
        span = day.toordinal() // _DAYS
        for name in named[source]:
            holders.setdefault((span, name), []).append(source)
            holders.setdefault((span + 1, name), []).append(source)
    close = {
        (one, other)
        for one, other in _pairs(Counter(map(tuple, holders.values())).items())
        if _apart(published[one], published[other]) <= _DAYS
    }
    return sorted(pair for pair in close if _alike(named[pair[0]], named[pair[1]]))


def _apart(a: date | None, b: date | None) -> int:
    return abs((a - b).days) if a and b else _DAYS + 1


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= max(_NAMED, _SHARE * min(len(a), len(b)))
