"""A short axis of its own for every fact: where its numbers stand, and which ones it names."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

#: Room at both ends, as a share.
_EDGE = 0.12
#: Labels on one axis.
_LABELS = 3


@dataclass(frozen=True)
class Scale:
    """A linear axis from `first` to `last`."""

    first: float
    last: float

    def at(self, number: float) -> float:
        """Where a number stands, as a share of the axis."""
        return (number - self.first) / (self.last - self.first)


def scale(numbers: Iterable[float]) -> Scale:
    """The axis that shows all of the numbers with some room; around one number if there is one."""
    known = list(numbers) or [0.0]
    low, high = min(known), max(known)
    room = _EDGE * (high - low) or max(1.0, abs(high) * 0.1)
    return Scale(low - room, high + room)


def labels(on: Scale, numbers: Iterable[float]) -> dict[float, str]:
    """Round numbers on an axis, each with its label; the number alone where all are the same."""
    known = set(numbers)
    if len(known) == 1:
        return {number: plain(number) for number in known}
    step = 10.0 ** floor(log10((on.last - on.first) / _LABELS))
    for times in (1, 2, 5, 10, 20):
        found = range(ceil(on.first / (times * step)), floor(on.last / (times * step)) + 1)
        named = {n * times * step: plain(n * times * step) for n in found}
        # NOTE: of large numbers that are close, neighbours read alike.
        if len(found) <= _LABELS and len(set(named.values())) == len(named):
            return named
    return {}


def plain(number: float) -> str:
    """A number as people write it: thousands parted, no digits that mean nothing."""
    rounded = float(f"{number:.4g}") if abs(number) < 1000 else round(number)
    return f"{rounded:,.10g}" if rounded != int(rounded) else f"{int(rounded):,}"
