"""Days as points in time that no time zone can move, and as labels of an axis."""

from datetime import date

from scripts.compare.notes import MONTHS

#: Milliseconds of a day.
DAY = 86_400_000
_EPOCH = date(1970, 1, 1).toordinal()


def moment(day: date) -> int:
    """The start of a day in UTC: milliseconds since 1970, negative before."""
    return (day.toordinal() - _EPOCH) * DAY


def day_at(instant: float) -> date:
    """The day in UTC that a point in time falls on; the first or last there is beyond those."""
    ordinal = int(instant // DAY) + _EPOCH
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def short(day: date, step: str) -> str:
    """A day as the label of an axis whose steps are years, months or days."""
    if step == "year":
        return f"{day.year}"
    month = MONTHS[day.month - 1][:3]
    return f"{month} {day.year}" if step == "month" else f"{day.day} {month} {day.year}"
