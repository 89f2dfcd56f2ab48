"""How the sides of a comparison stand to each other: agree, compatible, conflict or single.

What sources say without counting (days, places, words) is held against each other in pairs:
`verdict`. Figures are held against each other so, and whoever computes it anew has to follow it:

1. *Moods apart.* What is announced is held against what is announced, what was carried out against
   what was carried out, never the one against the other: a promise that was not kept is no conflict
   of sources. Other moods take no side.
2. *Wholes and parts.* Of one source in one mood its wholes (`scope`) speak, and each of them is one
   thing it may mean. A source that has parts alone means their sum or more, since it may have left
   others out.
3. *Counts that go on* (`runs` of the measure in codes/measures.csv). Of such a count a source says
   what it gives as of its last day (`as_of`); whatever stands as of an earlier day, or as of none
   beside one that has a day, is an earlier count of its own.
4. *Two sources* can both be right in one mood where something that the one says and something that
   the other says overlap. Where the count goes on and the two last days differ, the order of the
   days decides instead: `up` wants the earlier count's least to be no more than the later one's
   greatest, `any` wants nothing. Where the days are the same or one is not known, an earlier count
   of the one may be what the other gives.
5. *Together.* conflict: two sources that cannot both be right in a mood that both have. agree: one
   value, the same limits and number, that every source says as a whole. compatible: neither.
   single: one source.

All of it is symmetric, asks nothing about order, and only ever asks whether a least value is no
more than a greatest: so widening a limit never makes a conflict.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import inf
from typing import TypeVar

from scripts.compare.intervals import Interval

Said = TypeVar("Said")


@dataclass(frozen=True)
class Judged:
    """How the sides stand, and why: a clause in plain words, empty where the sides show it."""

    verdict: str
    reason: str = ""


@dataclass(frozen=True)
class Count:
    """What one side of a comparison of figures says.

    said: what its words allow. modality: its mood. as_of: the day that the count stands at, None
    where unknown. part: whether it is one of several parts of what its source counts.
    """

    said: Interval
    modality: str = "occurred"
    as_of: date | None = None
    part: bool = False


@dataclass(frozen=True)
class Told:
    """What one source says in one mood: its last count, and what it says to have been before."""

    last: tuple[Interval, ...]
    before: tuple[Interval, ...] = ()
    day: date | None = None

    @property
    def least(self) -> float:
        """The least value that its last count allows."""
        return min(one.low for one in self.last)

    @property
    def most(self) -> float:
        """The greatest value that its last count allows."""
        return max(one.high for one in self.last)


def verdict(
    by_source: Mapping[str, Sequence[Said]],
    same: Callable[[Said, Said], bool],
    meet: Callable[[Said, Said], bool],
) -> str:
    """The verdict over what every source says.

    Args:
        by_source: source_id → everything it says here, at least one.
        same: Whether two say the same; symmetric.
        meet: Whether two can both be true; symmetric, and true where `same` is.

    A source may say two things (the claims of two parties): it conflicts with another only if
    nothing it says can be true together with anything the other says.
    """
    sources = sorted(by_source)
    if len(sources) < 2:
        return "single"
    if _shared([by_source[source] for source in sources], same):
        return "agree"
    pairs = combinations(sources, 2)
    if all(any(meet(x, y) for x in by_source[a] for y in by_source[b]) for a, b in pairs):
        return "compatible"
    return "conflict"


def _shared(said: Sequence[Sequence[Said]], same: Callable[[Said, Said], bool]) -> bool:
    """Whether something that the first says is said by all."""
    first, *others = said
    return any(all(any(same(one, x) for x in held) for held in others) for one in first)


def summed(parts: Sequence[Interval]) -> Interval:
    """All parts together."""
    return Interval(
        sum(one.low for one in parts), sum(one.high for one in parts), value=None, stated=False
    )


def told(counts: Sequence[Count], runs: str) -> Told | None:
    """What one source says in one mood; None where it says nothing.

    Args:
        counts: Its counts in that mood.
        runs: How the measure goes on, from codes/measures.csv.
    """
    held = [one for one in counts if not one.part] or list(counts)
    if not held:
        return None
    days = {one.as_of for one in held if one.as_of is not None}
    day = max(days) if runs and days else None
    last = [one.said for one in held if day is None or one.as_of == day]
    before = [one.said for one in held if day is not None and one.as_of != day]
    if held[0].part:
        least = summed(last).low
        last, before = [Interval(least, inf, value=None, stated=False)], []
    return Told(tuple(last), tuple(before), day)


def can_both_be(a: Told, b: Told, runs: str) -> bool:
    """Whether what two sources say in one mood can both be true."""
    if a.day is not None and b.day is not None and a.day != b.day:
        early, late = (a, b) if a.day < b.day else (b, a)
        return runs == "any" or early.least <= late.most
    pairs = [(x, y) for x in a.last for y in (*b.last, *b.before)]
    pairs += [(x, y) for x in a.before for y in b.last]
    return any(x.meets(y) for x, y in pairs)


def in_moods(counts: Sequence[Count], runs: str) -> dict[str, Told]:
    """Mood → what one source says in it."""
    found = {}
    for mood in sorted({one.modality for one in counts}):
        said = told([one for one in counts if one.modality == mood], runs)
        if said is not None:
            found[mood] = said
    return found


def hull(counts: Sequence[Count]) -> Interval:
    """From the least to the greatest value that one source allows, its parts added up."""
    held = []
    for mood in sorted({one.modality for one in counts}):
        own = [one for one in counts if one.modality == mood]
        wholes = [one.said for one in own if not one.part]
        held += wholes or [summed([one.said for one in own])]
    return Interval(
        min(one.low for one in held), max(one.high for one in held), value=None, stated=False
    )


def rivals(by_source: Mapping[str, Sequence[Count]], runs: str) -> list[tuple[str, str, str]]:
    """Pairs of sources that cannot both be right, with the mood; of alike sources the first."""
    alike: dict[tuple[tuple[str, Told], ...], str] = {}
    for source in sorted(by_source):
        alike.setdefault(tuple(in_moods(by_source[source], runs).items()), source)
    return [
        (alike[a], alike[b], mood)
        for a, b in combinations(alike, 2)
        for mood in sorted(dict(a).keys() & dict(b).keys())
        if not can_both_be(dict(a)[mood], dict(b)[mood], runs)
    ]


def verdict_of_counts(by_source: Mapping[str, Sequence[Count]], runs: str) -> str:
    """The verdict over the counts of every source.

    Args:
        by_source: source_id → its counts, at least one.
        runs: How the measure goes on, from codes/measures.csv; "" where it does not.
    """
    if len(by_source) < 2:
        return "single"
    if rivals(by_source, runs):
        return "conflict"
    wholes = [[one for one in by_source[source] if not one.part] for source in sorted(by_source)]
    said = [[one for mood in in_moods(held, runs).values() for one in mood.last] for held in wholes]
    return "agree" if all(said) and _shared(said, Interval.equals) else "compatible"
