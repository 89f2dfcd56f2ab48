"""How the sides of a comparison stand to each other: agree, compatible, conflict or single."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

Said = TypeVar("Said")


@dataclass(frozen=True)
class Judged:
    """How the sides stand, and why: a clause in plain words, empty where the sides show it."""

    verdict: str
    reason: str = ""


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
    first, *others = (by_source[source] for source in sources)
    if any(all(any(same(one, x) for x in said) for said in others) for one in first):
        return "agree"
    pairs = combinations(sources, 2)
    if all(any(meet(x, y) for x in by_source[a] for y in by_source[b]) for a, b in pairs):
        return "compatible"
    return "conflict"
