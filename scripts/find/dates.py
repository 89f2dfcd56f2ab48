"""Find the words that date things, by their form alone: no parser, and no calendar yet.

The span of a date holds the words that say when ("last Thursday", "the fall of 2020") and the word
before them only where it changes what they mean (since, until, by, before, after, between, from …
to). Durations ("44 days") are no dates. Clock times are found as kind `clock`, so that nobody takes
their digits for a number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scripts.find.date_forms import FORMS
from scripts.find.date_words import (
    DASH,
    MONTH,
    YEAR,
    S,
    counts_things,
    either,
    folded,
    month_of,
    words,
)
from scripts.find.drafts import Span


@dataclass(frozen=True)
class DateWords:
    """Words that date something, taken apart but not yet looked up in a calendar.

    kind: day | month | season | year | decade | weekday | relative ("last week", "today") |
    offset ("six days earlier") | rolling ("over the past year") | then ("since then") | ambiguous
    ("08/12/2023") | clock. Of a range it is the kind of its first part.
    modifier: since | until | by | before | after | about | between, or "".
    part: early | mid | late | earlier | later | h1 | h2 | q1 … q4 of the unit, or "".
    unit: of relative, offset and rolling words: hour | night | day | week | weekend | fortnight |
    month | year | decade.
    shift: units from the anchor, before it if negative; None where no number is given
    ("years ago").
    anchor: publication, context (a date told before), nearest (context if the paragraph has one,
    else publication), clause (what the words after it tell of); "" where the words stand alone.
    which: the word before it as printed, lower case ("last", "next", "this"), or "".
    attributive: a year that belongs to a noun ("the 2020 war").
    two_years: a winter named by both its years ("winter 2019-20"), the first in `year`.
    to: the other end of a range.
    """

    span: Span
    kind: str
    modifier: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str = ""
    part: str = ""
    unit: str = ""
    shift: int | None = None
    anchor: str = ""
    which: str = ""
    about: bool = False
    attributive: bool = False
    two_years: bool = False
    to: "DateWords | None" = None


_MODIFIER = re.compile(rf"(?<![\w-])({either('modifier')}){S}(?:the{S})?(?:(?:early|late){S})?$")
_AND = re.compile(rf"{S}and{S}(?:the{S})?")
_TO = re.compile(rf"(?:{DASH}|{S}(?:up{S})?(?:to|until|till|through){S})(?:the{S})?")
_BETWEEN = re.compile(rf"\b[Bb]etween{S}(?:the{S})?$")
_FROM = re.compile(rf"\b[Ff]rom{S}(?:the{S})?$")
_MORE = re.compile(rf"(?:,|,?{S}(?:and|or|to|until|through)|{DASH}){S}?{YEAR}")
_MONTH_MORE = re.compile(rf"(?:{S}(?:and|or|to|until|till|through){S}|{DASH}){MONTH}(?!{S}\d)")
_PAIR = re.compile(rf"{S}and{S}")
_PAIRED = {"weekday", "month"}  #: "on Sunday and Monday": what happened then lies in both
#: Kinds that two of one kind make a range of, and how fine they are.
_FINENESS = {"day": 4, "weekday": 4, "month": 3, "season": 2, "year": 1, "decade": 0}
#: How far before a date its modifier may begin.
_REACH = 24


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[DateWords, ...]:
    """The date words and clock times of a stretch of text, in order, none within another.

    Args:
        text: The article's text.
        start: Where the stretch begins. Words before it are not looked at.
        end: Where it ends; the end of the text by default.

    Returns:
        Date words with spans into `text`.
    """
    piece = text[start:end]
    found = _with_modifiers(piece, _ranges(piece, _carried(piece, _chosen(piece))))
    return tuple(_moved(words, start) for words in found)


def _moved(date: DateWords, by: int) -> DateWords:
    span = Span(date.span.start + by, date.span.end + by)
    return replace(date, span=span, to=_moved(date.to, by) if date.to else None)


def _matches(text: str) -> Iterator[tuple[int, int, int, DateWords]]:
    held: dict[str, bool] = {}
    for rank, (needed, pattern, reader) in enumerate(FORMS):
        if needed.pattern not in held:
            held[needed.pattern] = needed.search(text) is not None
        for match in pattern.finditer(text) if held[needed.pattern] else ():
            fields = reader(match)
            if fields is None:
                continue
            span = Span(fields.pop("start", match.start()), fields.pop("end", match.end()))
            last_day, last_year = fields.pop("last_day", None), fields.pop("last_year", None)
            date = DateWords(span, **fields)
            if last_day:
                date = replace(date, weekday=None, to=replace(date, day=last_day, weekday=None))
            if last_year:
                date = replace(date, to=replace(date, year=last_year))
            yield span.start, -span.end, rank, date


def _chosen(text: str) -> list[DateWords]:
    """Of matches that overlap, the first; of those that begin at one place, the longest."""
    chosen: list[DateWords] = []
    for start, _, _, date in sorted(_matches(text), key=lambda found: found[:3]):
        if not chosen or start >= chosen[-1].span.end:
            chosen.append(date)
    return chosen


def _carried(text: str, found: list[DateWords]) -> list[DateWords]:
    """With the years and months that follow their like ("in 2014 and 2016") with no word before."""
    listed: list[DateWords] = []
    for place, date in enumerate(found):
        listed.append(date)
        limit = found[place + 1].span.start if place + 1 < len(found) else len(text)
        while (more := _more(text, listed[-1])) is not None and more.span.end <= limit:
            listed.append(more)
    return listed


def _more(text: str, date: DateWords) -> DateWords | None:
    if date.kind == "year" and date.year is not None and not date.attributive:
        match = _MORE.match(text, date.span.end)
        if match and not counts_things(text, match["year"], match.end("year")):
            span = Span(match.start("year"), match.end("year"))
            return DateWords(span, "year", year=int(match["year"]))
    if date.kind == "month" and date.year is None and not date.anchor:
        match = _MONTH_MORE.match(text, date.span.end)
        if match:
            span = Span(match.start("month"), match.end("month"))
            return DateWords(span, "month", month=month_of(match["month"]))
    return None


def _ranges(text: str, found: list[DateWords]) -> list[DateWords]:
    """Two dates that one range joins become one; a month shares the year of the next."""
    joined: list[DateWords] = []
    for date in found:
        before = joined[-1] if joined else None
        if before is None or before.kind == "clock" or date.kind == "clock":
            joined.append(date)
            continue
        gap = text[before.span.end : date.span.start]
        lead = text[max(0, before.span.start - _REACH) : before.span.start]
        between = _BETWEEN.search(lead)
        come = _FROM.search(lead)
        same = _FINENESS.get(before.kind, 9) == _FINENESS.get(date.kind, 8)
        opened = before.span.start
        if between and _AND.fullmatch(gap):
            opened -= len(lead) - between.start()
            joined[-1] = _range(before, date, opened, "between")
        elif (come or same) and _TO.fullmatch(gap):
            opened -= len(lead) - come.start() if come else 0
            joined[-1] = _range(before, date, opened, "")
        elif same and before.kind in _PAIRED and not before.to and _PAIR.fullmatch(gap):
            joined[-1] = _range(before, date, opened, "")
        else:
            if re.fullmatch(rf"{S}(?:and|or){S}|,{S}", gap) and same and before.kind != "weekday":
                joined[-1] = _years_shared(before, date)[0]
            joined.append(date)
    return joined


def _range(first: DateWords, last: DateWords, start: int, modifier: str) -> DateWords:
    first, last = _years_shared(first, last)
    end = last.to or last
    span = Span(start, last.span.end)
    return replace(first, span=span, modifier=modifier, to=replace(end, to=None))


def _years_shared(first: DateWords, last: DateWords) -> tuple[DateWords, DateWords]:
    """The year of one end holds for the other ("March to May 2021"), over the turn of the year."""
    if first.kind not in {"day", "month"} or last.kind not in {"day", "month"}:
        return first, last
    if first.anchor or last.anchor or first.month is None or last.month is None:
        return first, last
    turned = first.month > last.month
    if first.year is None and last.year is not None:
        return replace(first, year=last.year - turned), last
    if last.year is None and first.year is not None:
        return first, replace(last, year=first.year + turned)
    return first, last


def _with_modifiers(text: str, found: list[DateWords]) -> list[DateWords]:
    """With since, until, by, before, after and about, where they stand before the words."""
    listed: list[DateWords] = []
    for date in found:
        floor = listed[-1].span.end if listed else 0
        begun = max(floor, date.span.start - _REACH)
        lead = _MODIFIER.search(text[begun : date.span.start])
        named = date.attributive and date.kind == "month"  # "after the April talks"
        if lead is None or date.modifier or date.kind == "clock" or named:
            listed.append(date)
            continue
        modifier = words("modifier")[folded(lead.group(1))]
        listed.append(
            replace(date, span=Span(begun + lead.start(), date.span.end), modifier=modifier)
        )
    return listed
