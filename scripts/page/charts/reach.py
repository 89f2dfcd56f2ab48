"""The time that a chart is about, so that one early event does not squeeze the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil

from scripts.page.charts.days import DAY, day_at, moment, short

#: Of the events, the least share that the focus has to hold.
_LEAST = 0.7
#: How much a longer focus counts against it: its share of events is weighed by length ** -_WEIGHT.
_WEIGHT = 0.25
#: A focus that covers more of the whole than this is no focus.
_MOST = 0.6
#: What is free at either end, as a share.
_EDGE = 0.03
#: The share of the width that is left to the time before the focus, and to the time after it.
_ASIDE = 0.12
#: Pixels that a label of the axis takes, that a year at the side stays off a break, off the end.
_LABEL, _APART, _RIM = 80, 30, 12
#: Years between the labels of an axis, the finest first.
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)

Span = tuple[int, int]


@dataclass(frozen=True)
class Reach:
    """An axis of time in one piece or several: where each piece ends, in time and in width.

    moments: milliseconds since 1970, ascending. shares: of the width, 0 to 1, one a moment.
    """

    moments: tuple[int, ...]
    shares: tuple[float, ...]

    def at(self, instant: float) -> float:
        """Where a point in time is drawn, as a share of the width; beyond the ends as well."""
        pieces = list(zip(pairwise(self.moments), pairwise(self.shares), strict=True))
        (first, last), (left, right) = next(
            (piece for piece in pieces if instant <= piece[0][1]), pieces[-1]
        )
        return left + (instant - first) / (last - first) * (right - left)

    @property
    def breaks(self) -> tuple[int, ...]:
        """The moments at which the axis changes its measure."""
        return self.moments[1:-1]


def focus(spans: Sequence[Span]) -> Span:
    """Where most events are: the stretch that holds many of them and is short.

    Args:
        spans: First and last moment of every event, at least one.

    Returns:
        First and last moment; those of all events where no part of the time stands out.
    """
    ordered = sorted(spans)
    whole = (ordered[0][0], max(last for _, last in ordered))
    best, found = 0.0, whole
    for percent in range(round(100 * _LEAST), 101):
        held = ceil(percent * len(ordered) / 100)
        starts = range(len(ordered) - held + 1)
        at = min(starts, key=lambda n: (ordered[n + held - 1][0] - ordered[n][0], n))
        window = ordered[at : at + held]
        one = (window[0][0], max(last for _, last in window))
        score = held / len(ordered) / max((one[1] - one[0]) / DAY, 30) ** _WEIGHT
        if score >= best:
            best, found = score, one
    far = (found[1] - found[0]) > _MOST * (whole[1] - whole[0])
    return whole if far else found


def padded(span: Span) -> Span:
    """A stretch of time with some room at both ends, and never shorter than a month."""
    room = max(round(_EDGE * (span[1] - span[0])), DAY)
    lacking = max(0, 30 * DAY - (span[1] - span[0] + 2 * room)) // 2
    return span[0] - room - lacking, span[1] + room + lacking


def in_one(spans: Sequence[Span]) -> Reach:
    """The focus alone, with one measure: what lies outside is drawn outside."""
    return Reach(padded(focus(spans)), (0.0, 1.0))


def in_pieces(spans: Sequence[Span]) -> Reach:
    """The focus, with what lies before and after it at the sides, at measures of their own."""
    near = padded(focus(spans))
    first, last = min(first for first, _ in spans), max(last for _, last in spans)
    before, after = first < near[0], last > near[1]
    rooms = near[0] - first, last - near[1]
    early = [first - round(_EDGE * rooms[0]) - DAY] if before else []
    late = [last + round(_EDGE * rooms[1]) + DAY] if after else []
    moments = [*early, *near, *late]
    left, right = _ASIDE if before else 0.0, 1 - _ASIDE if after else 1.0
    shares = ([0.0] if before else []) + [left, right] + ([1.0] if after else [])
    return Reach(tuple(moments), tuple(shares))


def ticks(reach: Reach, width: float) -> dict[int, str]:
    """The moments that an axis names, each with its label.

    Args:
        reach: The axis.
        width: Its length in pixels; labels stand well apart.
    """
    named: dict[int, str] = {}
    shares = list(pairwise(reach.shares))
    focused = max(range(len(shares)), key=lambda n: shares[n][1] - shares[n][0])
    for number, (left, right) in enumerate(shares):
        first, last = reach.moments[number : number + 2]
        if number == focused:
            room = max(2, int((right - left) * width / _LABEL))
            found = _days(day_at(first), day_at(last), room)
        else:
            found = _years(reach, (first, last), (left * width, right * width), width)
        named |= {moment(day): short(day, step) for day, step in found}
    return {instant: label for instant, label in named.items() if reach.moments[0] <= instant}


def _years(
    reach: Reach, span: Span, ends: tuple[float, float], width: float
) -> list[tuple[date, str]]:
    """One year or two that a side of the axis names, off its break and off each other."""
    left, right = (_RIM if end in {0, width} else _APART for end in ends)
    for step in _STEPS:
        years = range(day_at(span[0]).year, day_at(span[1]).year + 1)
        days = [date(year, 1, 1) for year in years if year % step == 0]
        places = [reach.at(moment(day)) * width for day in days]
        inside = [
            (day, at)
            for day, at in zip(days, places, strict=True)
            if ends[0] + left < at < ends[1] - right
        ]
        if 0 < len(inside) <= 2 and all(b[1] - a[1] > 3 * _RIM for a, b in pairwise(inside)):
            return [(day, "year") for day, _ in inside]
    return []


def _days(first: date, last: date, room: int) -> list[tuple[date, str]]:
    """At most `room` days at even steps of days, months or years, with the kind of the step."""
    length = (last - first).days
    if length <= 7 * room:
        step = next((n for n in (1, 2, 5, 7) if length <= n * room), 7)
        days = range(first.toordinal() + 1, last.toordinal() + 1, step)
        return [(date.fromordinal(one), "day") for one in days]
    for step in (1, 2, 3, 6):
        if length <= step * room * 30.4:
            numbers = range(12 * first.year + first.month, 12 * last.year + last.month)
            starts = [date(n // 12, n % 12 + 1, 1) for n in numbers if n % step == 0]
            return [(one, "month") for one in starts]
    for step in _STEPS:
        years = [y for y in range(first.year + 1, last.year + 1) if y % step == 0]
        if 0 < len(years) <= room:
            return [(date(one, 1, 1), "year") for one in years]
    return []
