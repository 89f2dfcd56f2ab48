"""Days and intervals as people say them: 7 December 2023, September to November 2020."""

import re
from datetime import date, timedelta

from scripts.compare.notes import MONTHS

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def in_words(start: str, end: str, precision: str) -> str:
    """An interval in words, at the precision that is known.

    Args:
        start: First day as ISO 8601; "" where none is known.
        end: Last day, likewise.
        precision: A code of `date_precisions`; "" where none is known.

    Returns:
        "" where neither day is known, "until …" and "from …" where one is open.
    """
    if not start and not end:
        return ""
    if not start:
        return f"until {day_in_words(end)}"
    if not end:
        return f"from {day_in_words(start)}"
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if first == last:
        return _day(first)
    if precision == "year" and first.year == last.year:
        return str(first.year)
    if precision == "decade":
        return f"the {first.year}s"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year} to {last.year}" if first.year < last.year else str(first.year)
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        return _months(first, last)
    week = "week of " if precision == "week" else ""
    return f"{week}{_days(first, last)}"


def day_in_words(day: str) -> str:
    """A day of ISO 8601 as 7 December 2023; "" for none."""
    return _day(date.fromisoformat(day)) if day else ""


def with_days_in_words(text: str) -> str:
    """A text, the days of ISO 8601 in it as people say them; what is no day stays."""

    def said(found: re.Match[str]) -> str:
        try:
            return day_in_words(found[0])
        except ValueError:
            return found[0]

    return _DAY.sub(said, text)


def _months(first: date, last: date) -> str:
    """Whole months: September 2020, September to November 2020, December 2020 to January 2021."""
    year = "" if first.year == last.year else f" {first.year}"
    until = f"{MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return until
    return f"{MONTHS[first.month - 1]}{year} to {until}"


def _days(first: date, last: date) -> str:
    """Two days, what they share said once: 6 to 9 March 2031, 30 March to 2 April 2031."""
    if (first.year, first.month) == (last.year, last.month):
        begun = str(first.day)
    elif first.year == last.year:
        begun = f"{first.day} {MONTHS[first.month - 1]}"
    else:
        begun = _day(first)
    return f"{begun} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
