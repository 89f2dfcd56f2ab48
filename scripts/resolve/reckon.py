"""Date words → days: what they say by themselves, and what they say seen from a given day."""

from collections.abc import Callable
from datetime import date, timedelta

from scripts.find.dates import DateWords
from scripts.resolve import intervals
from scripts.resolve.intervals import Interval

#: Years to look back or ahead for a day that not every year has (29 February).
_LEAP = 8
#: Days after which a date without a year is as likely meant the other way ("from 15 June", read on
#: 5 June, is hardly of last year): such a date stays open.
_FAR = 270


def stated(words: DateWords) -> Interval | None:
    """The days of words that carry their year; None for all others and for impossible dates."""
    if words.year is None:
        return None
    try:
        return _in_year(words, words.year)
    except ValueError:
        return None


def _in_year(words: DateWords, year: int) -> Interval:
    if words.kind == "day" and words.month and words.day:
        return intervals.day(date(year, words.month, words.day))
    if words.kind == "month" and words.month:
        return intervals.month(year, words.month, words.part)
    if words.kind == "season":
        if words.season == "winter" and not words.two_years and words.year is not None:
            return intervals.either_winter(year)
        return intervals.season(year, words.season)
    if words.kind == "decade":
        return intervals.decade(year, words.part)
    return intervals.year(year, words.part)


def seen_from(words: DateWords, base: date, future: bool) -> Interval | None:
    """The days of words that are reckoned from a day, most often that of publication.

    Args:
        words: Words without a year of their own.
        base: The day.
        future: Whether they date something still to come.

    Returns:
        Their days, or None where they give no number ("years ago") or the calendar has no such day.
    """
    try:
        if words.kind in {"day", "month", "season"}:
            return _yearless(words, base, future)
        if words.kind == "weekday":
            return _weekday(words, base, future)
        if words.kind == "relative":
            return _relative(words, base, future)
        if words.kind == "rolling" and words.shift is None:
            return None
        if words.kind == "rolling":
            moved = intervals.later(base, words.shift or 0, words.unit)
            return Interval(min(base, moved), max(base, moved), "range")
        if words.kind == "offset":
            return shifted(words, intervals.day(base))
    except (ValueError, OverflowError):
        pass
    return None


def _nearest(
    at: Callable[[int], Interval], fits: Callable[[Interval], bool], year: int, step: int
) -> Interval | None:
    for count in range(_LEAP + 2):
        try:
            found = at(year + step * count)
        except ValueError:
            continue
        if fits(found):
            return found
    return None


def _yearless(words: DateWords, base: date, future: bool) -> Interval | None:
    """In April, last spring: the latest that began up to the day, or the next if still to come."""

    def at(year: int) -> Interval:
        return _in_year(words, year)

    if words.unit == "year":
        return at(base.year + (words.shift or 0))
    if words.shift == -1:
        return _nearest(at, lambda found: found.end < base, base.year, -1)
    if words.shift == 1:
        return _nearest(at, lambda found: found.start > base, base.year, 1)
    if words.shift == 0:  # this May, this summer, this winter
        return at(base.year - (words.season == "winter" and base.month < 3))
    before = _nearest(at, lambda found: found.start <= base, base.year, -1)
    after = _nearest(at, lambda found: found.end >= base, base.year - 1, 1)
    found = after if future else before
    if words.weekday:  # "Tuesday, January 21" is of that year in which it is a Tuesday
        fitting = {it for it in (before, after) if it and it.start.isoweekday() == words.weekday}
        return fitting.pop() if len(fitting) == 1 else None
    far = timedelta(days=_FAR)
    if found is None or found.end < base - far or found.start > base + far:
        return None
    return found


def _weekday(words: DateWords, base: date, future: bool) -> Interval | None:
    number = words.weekday or 1
    if words.unit == "week":
        in_week = intervals.week(intervals.later(base, words.shift or 0, "week"))
        return intervals.day(in_week.start + timedelta(days=number - 1))
    if words.shift in {-1, 1}:
        find = intervals.weekday_before if words.shift == -1 else intervals.weekday_after
        found = find(base, number, strictly=True)
        if words.which in {"last", "next"} and intervals.week(found) == intervals.week(base):
            # "last Tuesday" on a Friday: of this week or of the week before
            other = intervals.later(found, 1 if words.shift == 1 else -1, "week")
            return Interval(min(found, other), max(found, other), "range")
        return intervals.day(found)
    if future:
        return intervals.day(intervals.weekday_after(base, number))
    return intervals.day(intervals.weekday_before(base, number))


def _relative(words: DateWords, base: date, future: bool) -> Interval:
    shift = words.shift or 0
    if words.unit == "weekend":
        return _weekend(words, base, future)
    if words.unit == "night":
        return Interval(base - timedelta(days=1), base, "range")
    anchor = intervals.later(base, shift, words.unit)
    found = intervals.around(anchor, words.unit, words.part)
    if shift == 0 and words.unit != "day" and words.anchor == "publication":
        earlier = words.part == "earlier" or (not words.part and not future)
        later = words.part == "later" or (not words.part and future)
        if earlier and found.end > base:
            found = found._replace(end=base)
        elif later and found.start < base:
            found = found._replace(start=base)
    return found


def _weekend(words: DateWords, base: date, future: bool) -> Interval:
    now = intervals.weekend(base)
    if words.shift == -1:
        return intervals.weekend(intervals.later(base, -1, "week"))
    if words.shift == 1 and words.which == "next":
        return Interval(now.start, intervals.later(now.end, 1, "week"), "range")
    if words.shift == 1 or future or now.start <= base:
        return now
    return intervals.weekend(intervals.later(base, -1, "week"))


#: Precisions from which a step of a unit can be taken without losing what the words say.
_STEPS = {
    "hour": {"day"},
    "day": {"day"},
    "week": {"day", "week"},
    "fortnight": {"day", "week"},
    "month": {"day", "week", "month", "season"},
    "year": {"day", "week", "month", "season", "year"},
    "decade": {"day", "week", "month", "season", "year", "decade"},
}


def shifted(words: DateWords, base: Interval) -> Interval | None:
    """Six days earlier, about a month after: so many units from other days, as coarse as the unit.

    Args:
        words: Of kind offset.
        base: The days to count from.

    Returns:
        The days, or None where the words give no number, or a finer step than is known of the base.
    """
    count, unit = words.shift, words.unit
    if count is None or base.precision not in _STEPS[unit]:
        return None
    if unit == "hour":
        return _hours(base.start, count)
    start, end = intervals.later(base.start, count, unit), intervals.later(base.end, count, unit)
    first, last = intervals.around(start, unit), intervals.around(end, unit)
    if unit == "decade" or (unit == "year" and count % 10 == 0):  # round numbers of years
        first, last = intervals.year(start.year - 5), intervals.year(end.year + 5)
    elif words.about and base.precision == "day":
        first = intervals.around(intervals.later(start, -1, unit), unit)
        last = intervals.around(intervals.later(end, 1, unit), unit)
    return Interval(first.start, last.end, first.precision if first == last else "range")


def _hours(base: date, count: int) -> Interval:
    """So many hours from some time of a day: that day or the next, unless they are whole days."""
    whole, rest = divmod(abs(count), 24)
    near = base + timedelta(days=whole if count > 0 else -whole)
    far = near + timedelta(days=(rest > 0) if count > 0 else -(rest > 0))
    if near == far:
        return intervals.day(near)
    return Interval(min(near, far), max(near, far), "range")
