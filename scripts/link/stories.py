"""Which articles are of one story: they print the same words, or name the same people in a week."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

import polars as pl

from scripts.link.alike import alike
from scripts.link.printed import SHINGLE, Printed

_PRINTED = 3  #: shingles that articles of one story share
_LONG = SHINGLE + _PRINTED - 1  #: words of an article that has as many
_STOCK = 50  #: articles that print the same words; with more the words are a formula


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
    named = alike(told.lines, texts, published)
    for one, other in [*_same_words(told), *named, *long]:
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
