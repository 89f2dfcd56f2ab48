"""Marks of one lane, put beside each other where one would hide another."""

from collections.abc import Sequence
from heapq import heappop, heappush


def stacked(spans: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """The row of every mark in its lane, from 0, such that no two of a row overlap.

    Interval partitioning (first free row, in order of left ends) takes as few rows as the most
    marks that lie over one point.

    Args:
        spans: Left and right end of every mark; touching ends do not overlap. Of marks with the
            same ends the earlier one gets the upper row.

    Returns:
        The rows, in the order of the spans.
    """
    order = sorted(range(len(spans)), key=lambda n: (spans[n][0], -spans[n][1], n))
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    rows = [0] * len(spans)
    for number in order:
        left, right = spans[number]
        while busy and busy[0][0] <= left:
            heappush(free, heappop(busy)[1])
        rows[number] = heappop(free) if free else len(busy)
        heappush(busy, (right, rows[number]))
    return tuple(rows)
