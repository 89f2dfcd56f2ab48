"""Sayings that may be one, found through an inverted index: never every pair.

Two are looked at when they share words in a row, or words that carry meaning side by side from one
speaker within the same weeks. What more than `_FORMULA` sayings share is a formula and brings
nobody together.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import pairwise

import polars as pl

from scripts.link.prints import SHINGLE
from scripts.link.sayings import MANY_WORDS, OWN_WORDS, Saying

_FORMULA = 48
_DAYS = 28  #: days in one bin of time; neighbouring bins overlap
_CHUNK = 5_000  #: sayings whose keys are held as Python numbers at a time
_INDEX = {"key": pl.Int64, "place": pl.Int32, "own": pl.Boolean}
_Keys = Callable[[Saying], Iterable[tuple[int, bool]]]
_MASK = (1 << 63) - 1
_PRIME = 1_099_511_628_211


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=7).digest(), "big")


def _mixed(*numbers: int) -> int:
    key = 1_469_598_103
    for number in numbers:
        key = ((key ^ number) * _PRIME) & _MASK
    return key


def _shingles(saying: Saying) -> Iterator[tuple[int, bool]]:
    words = [_number(word) for word in saying.wording.words]
    for at in range(len(words) - SHINGLE + 1):
        yield _mixed(*words[at : at + SHINGLE]), True


def _bins(saying: Saying) -> Iterator[tuple[int, bool]]:
    """Bins of time, and whether each is the saying's own.

    Sayings of the same four weeks share a bin that is one's own; bin 0 is that of sayings without
    a day, which may be of any time.
    """
    if saying.last is None:
        yield 0, True
        return
    at = saying.last.toordinal() // _DAYS
    yield from ((at, True), (at + 1, False), (0, False))


def _heard(found: Sequence[Saying]) -> frozenset[tuple[str, int]]:
    """Who is heard in more than one source of some weeks, with these weeks."""
    sources: dict[tuple[str, int], set[str]] = {}
    for saying in found:
        for one in saying.voice.keys:
            for bin_, _ in _bins(saying):
                sources.setdefault((one, bin_), set()).add(saying.source)
    return frozenset(key for key, told in sources.items() if len(told) > 1)


def _pairs(saying: Saying, heard: frozenset[tuple[str, int]]) -> Iterator[tuple[int, bool]]:
    """Words that carry meaning beside each other, with who says them and about when."""
    bins = [(one, *bin_) for one in sorted(saying.voice.keys) for bin_ in _bins(saying)]
    bins = [(one, bin_, own) for one, bin_, own in bins if (one, bin_) in heard]
    if not bins:
        return
    stems = [_number(one) for one in saying.wording.stems if one]
    near = {(min(a, b), max(a, b)) for a, b in pairwise(stems)}
    near |= {(min(a, b), max(a, b)) for a, b in zip(stems, stems[2:], strict=False)}
    for one, bin_, own in bins:
        start = _mixed(_number(one), bin_)
        for pair in sorted(near):
            yield _mixed(start, *pair), own


def _index(found: Sequence[Saying], keys_of: _Keys) -> pl.DataFrame:
    """Keys that more than one saying has: key, the saying's place, whether the key is its own."""
    frames = [pl.DataFrame(schema=_INDEX)]
    for start in range(0, len(found), _CHUNK):
        rows = {
            (key, number, own)
            for number, saying in enumerate(found[start : start + _CHUNK], start)
            for key, own in keys_of(saying)
        }
        frames.append(pl.DataFrame(list(rows), schema=_INDEX, orient="row"))
    return pl.concat(frames).filter(pl.len().over("key").is_between(2, _FORMULA))


def _often(found: Sequence[Saying], keys_of: _Keys) -> pl.DataFrame:
    """Places of two sayings, and how many keys both have, one of them as its own."""
    index = _index(found, keys_of)
    return (
        index.join(index, on="key", suffix="_other")
        .filter((pl.col("place") < pl.col("place_other")) & (pl.col("own") | pl.col("own_other")))
        .group_by("place", "place_other")
        .len("often")
    )


def mates(found: Sequence[Saying], in_a_row: bool = False) -> dict[int, set[int]]:
    """Place of a saying → places of those that may be the same, both ways round.

    Args:
        found: The sayings.
        in_a_row: Whether those alone are asked for that share words in a row.
    """
    heard = frozenset() if in_a_row else _heard(found)
    sizes = pl.Series([len(saying.wording.words) for saying in found], dtype=pl.Int64)
    near: dict[int, set[int]] = {}
    for keys_of, few in ((_shingles, MANY_WORDS), (partial(_pairs, heard=heard), OWN_WORDS)):
        pairs = _often(found, keys_of)
        least = pl.min_horizontal(sizes.gather(pairs["place"]), sizes.gather(pairs["place_other"]))
        enough = pairs.filter((pl.col("often") > 1) | (least < few))
        for a, b in enough.select("place", "place_other").iter_rows():
            near.setdefault(a, set()).add(b)
            near.setdefault(b, set()).add(a)
    return near
