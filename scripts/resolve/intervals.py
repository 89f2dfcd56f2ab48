"""Calendar arithmetic: the days that a year, a season, the end of a month and the like cover.

House readings, the same everywhere: a week runs Monday to Sunday; spring is March to May, summer
June to August, autumn September to November, winter December to February; early in a year is
January to March, late October to December, mid April to September; early, mid and late in a month
are its thirds (1 to 10, 11 to 20, 21 on); early and late in a decade its halves, mid its years 3
to 7. Of a week and a season no part is told apart.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_YEAR_PARTS = {
    "early": (1, 3),
    "mid": (4, 9),
    "late": (10, 12),
    "h1": (1, 6),
    "h2": (7, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
}
_MONTH_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "h1": (1, 15), "h2": (16, 31)}
_DECADE_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (5, 9)}


class Interval(NamedTuple):
    """First and last day, and how closely they are known (a code of `date_precisions`)."""

    start: date
    end: date
    precision: str

    def within(self, other: "Interval") -> bool:
        """Whether the other interval holds all days of this one."""
        return other.start <= self.start and self.end <= other.end


def day(at: date) -> Interval:
    """The day itself."""
    return Interval(at, at, "day")


def week(at: date) -> Interval:
    """Monday to Sunday around a day."""
    monday = at - timedelta(days=at.isoweekday() - 1)
    return Interval(monday, monday + timedelta(days=6), "week")


def weekend(at: date) -> Interval:
    """Saturday and Sunday of the week of a day."""
    sunday = week(at).end
    return Interval(sunday - timedelta(days=1), sunday, "range")


def month(year: int, number: int, part: str = "") -> Interval:
    """A month or a part of it.

    Raises:
        ValueError: if the calendar has no such month.
    """
    last = monthrange(year, number)[1]
    if part in _MONTH_PARTS:
        first, end = _MONTH_PARTS[part]
        return Interval(date(year, number, first), date(year, number, min(end, last)), "range")
    return Interval(date(year, number, 1), date(year, number, last), "month")


def year(number: int, part: str = "") -> Interval:
    """A year, a quarter, a half or its early, middle or late part."""
    first, last = _YEAR_PARTS.get(part, (1, 12))
    precision = "season" if part in {"early", "late"} else "range" if part else "year"
    if part not in _YEAR_PARTS:
        precision = "year"
    return Interval(date(number, first, 1), month(number, last).end, precision)


def decade(first: int, part: str = "") -> Interval:
    """The ten years from one on, or a part of them."""
    start, end = _DECADE_PARTS.get(part, (0, 9))
    precision = "range" if part in _DECADE_PARTS else "decade"
    return Interval(date(first + start, 1, 1), date(first + end, 12, 31), precision)


def season(number: int, name: str) -> Interval:
    """A season; a winter is that which begins in the year."""
    start = date(number, _SEASON_STARTS[name], 1)
    return Interval(start, months_later(start, 3) - timedelta(days=1), "season")


def either_winter(number: int) -> Interval:
    """The winters that "winter of 2020" can mean: that which ends in the year or begins in it."""
    return Interval(season(number - 1, "winter").start, season(number, "winter").end, "range")


def months_later(at: date, count: int) -> date:
    """The day so many months later (earlier if negative), or the last day of a shorter month."""
    months = at.year * 12 + at.month - 1 + count
    number, index = divmod(months, 12)
    return date(number, index + 1, min(at.day, monthrange(number, index + 1)[1]))


def later(at: date, count: int, unit: str) -> date:
    """The day so many days, weeks, fortnights, months, years or decades later."""
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit)
    if days:
        return at + timedelta(days=days * count)
    return months_later(at, count * {"month": 1, "year": 12, "decade": 120}[unit])


def around(at: date, unit: str, part: str = "") -> Interval:
    """The day, week, weekend, month, year or decade that a day lies in, or a part of it."""
    if unit == "day":
        return day(at)
    if unit in {"week", "fortnight"}:
        return week(at)
    if unit == "weekend":
        return weekend(at)
    if unit == "month":
        return month(at.year, at.month, part)
    if unit == "year":
        return year(at.year, part)
    return decade(at.year - at.year % 10, part)


def weekday_before(at: date, number: int, strictly: bool = False) -> date:
    """The latest such weekday (1 is Monday) up to a day, or before it if strictly."""
    back = (at.isoweekday() - number) % 7
    return at - timedelta(days=back or (7 if strictly else 0))


def weekday_after(at: date, number: int, strictly: bool = False) -> date:
    """The first such weekday from a day on, or after it if strictly."""
    ahead = (number - at.isoweekday()) % 7
    return at + timedelta(days=ahead or (7 if strictly else 0))
