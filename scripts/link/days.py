"""Intervals of days: what two tellings of a date have in common, and how to write it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from scripts.link.values import Row

#: Days above which "from … to …" tells how long something went on, not when it happened.
LONG_SPELL = 92


@dataclass(frozen=True, order=True)
class Days:
    """First and last day that the words allow, and the precision of the words."""

    start: date
    end: date
    precision: str

    @property
    def width(self) -> int:
        """Number of days in the interval."""
        return (self.end - self.start).days + 1


def days_of(row: Row) -> Days | None:
    """The interval of a report or event row; None where it has none."""
    start, end = row.get("start_date"), row.get("end_date")
    if start is None and end is None:
        return None
    first = start if start is not None else end
    last = end if end is not None else start
    assert first is not None
    assert last is not None
    return Days(first, last, row.get("date_precision") or ("day" if first == last else "range"))


def _spell(days: Days) -> bool:
    return days.precision == "range" and days.width > LONG_SPELL


def meet(a: Days, b: Days) -> bool:
    """Whether both can date one event: they share a day, and a long spell only its like.

    "Clashes from 1994 to 2023" and "a war in 2020" share a year and are not the same.
    """
    shared = (min(a.end, b.end) - max(a.start, b.start)).days + 1
    if shared < 1:
        return False
    if _spell(a) or _spell(b):
        return 2 * shared >= a.width + b.width - shared
    return True


def common(a: Days, b: Days) -> Days:
    """The days that both allow, at the precision of the words that set them."""
    start, end = max(a.start, b.start), min(a.end, b.end)
    for one in sorted((a, b), key=lambda days: (days.width, days.precision)):
        if (one.start, one.end) == (start, end):
            return one
    return Days(start, end, "day" if start == end else "range")


def _whole_months(days: Days) -> bool:
    return days.start.day == 1 and days.end.day == monthrange(days.end.year, days.end.month)[1]


def edtf(days: Days) -> str:
    """The interval in EDTF level 0: the coarsest form that says exactly these days."""
    start, end = days.start, days.end
    if start == end:
        return start.isoformat()
    if not _whole_months(days):
        return f"{start.isoformat()}/{end.isoformat()}"
    whole_years = start.month == 1 and end.month == 12
    first, last = (
        (f"{start.year:04}", f"{end.year:04}")
        if whole_years
        else (f"{start.year:04}-{start.month:02}", f"{end.year:04}-{end.month:02}")
    )
    return first if first == last else f"{first}/{last}"


def days_between(a: Days, b: Days) -> int:
    """Days that must lie between two intervals; 0 where they touch or meet."""
    return max(0, (max(a.start, b.start) - min(a.end, b.end)).days)


def each_day(days: Days) -> list[date]:
    """Every day of the interval."""
    return [days.start + timedelta(days=n) for n in range(days.width)]
