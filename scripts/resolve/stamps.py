"""The days that an article prints as those of its publication, and the one in its address."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scripts.find.date_words import either, folded, month_of, weekday_of, words
from scripts.find.dates import DateWords, find_dates
from scripts.find.drafts import Span
from scripts.read.article import STORY, Article, Block
from scripts.read.shapes import GLUED
from scripts.resolve import reckon


@dataclass(frozen=True)
class Stamp:
    """Words that print a day of publication.

    rank: 0 after a word such as "published", 1 without, 2 after "updated"; the least counts.
    days: the days that they may mean: one, or two where day and month cannot be told apart, or one
    for each year where they have none.
    yearless: whether they give no year.
    """

    rank: int
    span: Span
    days: tuple[date, ...]
    yearless: bool = False


UPDATED = 2
_RANKS = {"published": 0, "updated": UPDATED}
_UNLABELLED = 1
#: Kinds of block that tell of the article, and others where a line may hold its date alone.
_STAMPS = frozenset({"stamp", "dateline", "byline"})
_OTHERS = STORY | {"heading"}
#: A date without a label counts among so many first and last lines, and before an update.
_HEAD, _FOOT = 8, 3
#: A line that holds a date alone is not as long as this.
_LONGEST = 100
#: Years in which words without one are tried.
_YEARS = range(1990, 2101)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LABEL = re.compile(rf"\b({either('stamp')})\b")
_NOISE = re.compile(
    rf"\b(?:{either('stamp', 'timezone', 'weekday', 'weekday_short')}|on|at|[AaPp]\.?[Mm])\b"
    r"|[^\w\n]|[+-]\d+"
)
_WEEKDAY = re.compile(rf"\b({either('weekday', 'weekday_short')})\b")
_NUMERIC = re.compile(r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})[./-](?P<year>\d{4})")
#: Forms that stamps take and sentences do not: 2024.05.31, 31-May-2024.
_CLERICAL = re.compile(
    r"(?<![\w.-])(?:(?P<year>(?:19|20)\d\d)\.(?P<number>\d\d?)\.(?P<day>\d\d?)"
    r"|(?P<day2>\d\d?)-(?P<name>[A-Za-z]{3,9})-(?P<year2>(?:19|20)\d\d))(?![\w-]|\.\d)"
)
_IN_ADDRESS = re.compile(
    r"[/-](?P<year>(?:19|20)\d\d)[/-](?:(?P<number>0?[1-9]|1[0-2])|(?P<name>[a-z]{3,9}))"
    r"(?:[/-](?P<day>0?[1-9]|[12]\d|3[01])(?!\d)|(?=/|$))(?=[^\w]|$)"
    r"|[/_-](?P<whole>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?=[/._-]|$)"
)


def stamps(article: Article) -> list[Stamp]:
    """The days of publication that an article prints, in the order of the text.

    Dates of stamps, datelines and bylines, of lines among the first and last that hold nothing
    else, and of the line of an agency above the story ("Source: Wire | 2024-05-31").
    """
    lines = [line for block in article.blocks for line in _lines(article.text, block)]
    edges = {*lines[:_HEAD], *lines[-_FOOT:]}
    first = next((i for i, (kind, _) in enumerate(lines) if kind == "body"), len(lines))
    found: list[Stamp] = []
    alone: list[Stamp] = []
    for number, (kind, line) in enumerate(lines):
        of_itself = kind in _STAMPS or (kind == "credit" and number < first)
        short = line.end - line.start <= _LONGEST and (kind, line) in edges
        if not of_itself and not short:
            continue
        read = list(_stamped(article.text, line))
        if of_itself:
            found += [one for one in read if one.rank != _UNLABELLED or (kind, line) in edges]
        elif read and kind in _OTHERS and _holds_nothing_else(article.text, line):
            alone += read
    if len({one.days for one in alone}) == 1:  # several are the headings of a timeline
        found.append(alone[0])
    return _ordered(article.text, found)


def _lines(text: str, block: Block) -> Iterator[tuple[str, Span]]:
    if block.kind != "front_matter":
        for match in _LINE.finditer(text, block.start, block.end):
            at = match.start()
            for glued in GLUED.finditer(text, match.start(), match.end()):
                yield block.kind, Span(at, glued.start())
                at = glued.start()
            yield block.kind, Span(at, match.end())


def _stamped(text: str, line: Span) -> Iterator[Stamp]:
    """The dates of a line, each under the label that stands before it."""
    read = [(dated.span, *_days(text, dated)) for dated in find_dates(text, line.start, line.end)]
    read += [
        (Span(match.start(), match.end()), *_clerical(match))
        for match in _CLERICAL.finditer(text, line.start, line.end)
    ]
    named = {weekday_of(word) for word in _WEEKDAY.findall(text[line.start : line.end])}
    for span, either_day, yearless in sorted(read, key=lambda one: one[0].start):
        settles = len(either_day) > 1 and len(named) == 1
        days = tuple(day for day in either_day if not settles or day.isoweekday() in named)
        if days:
            labels = _LABEL.findall(text[line.start : span.start])
            label = words("stamp")[folded(labels[-1])] if labels else ""
            yield Stamp(_RANKS.get(label, _UNLABELLED), span, days, yearless)


def _days(text: str, dated: DateWords) -> tuple[tuple[date, ...], bool]:
    """The days that date words may mean, and whether they lack their year."""
    if dated.kind == "ambiguous":
        match = _NUMERIC.search(dated.span.of(text))
        return (_readings(match), False) if match else ((), False)
    if dated.kind != "day" or dated.to is not None:
        return (), False
    if dated.year is None and dated.month and dated.day:
        days = (_day(year, dated.month, dated.day) for year in _YEARS)
        return tuple(day for day in days if day), True
    stated = reckon.stated(dated)
    return ((stated.start,) if stated else ()), False


def _readings(match: re.Match[str]) -> tuple[date, ...]:
    """Both days of 03/05/2024; of 03.05.2024 the one with the day first, as dots are written."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    pairs = [(second, first)] if match["mark"] == "." else [(second, first), (first, second)]
    days = (_day(year, month, day) for month, day in pairs)
    return tuple(sorted(day for day in days if day))


def _clerical(match: re.Match[str]) -> tuple[tuple[date, ...], bool]:
    try:
        month = int(match["number"]) if match["number"] else month_of(match["name"])
    except KeyError:
        return (), False
    day = _day(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
    return ((day,) if day else ()), False


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ordered(text: str, found: list[Stamp]) -> list[Stamp]:
    """With days and months told apart where another stamp of the article shows their order."""
    shown = {
        int(match["first"]) > 12
        for one in found
        if len(one.days) == 1 and (match := _NUMERIC.fullmatch(one.span.of(text)))
        if match["mark"] != "." and match["first"] != match["second"]
    }
    if len(shown) != 1:
        return found
    day_first = shown.pop()
    told = []
    for one in found:
        match = _NUMERIC.fullmatch(one.span.of(text))
        if len(one.days) > 1 and match:
            number = int(match["first"] if day_first else match["second"])
            days = tuple(day for day in one.days if day.day == number)
            told.append(Stamp(one.rank, one.span, days, one.yearless))
        else:
            told.append(one)
    return told


def _holds_nothing_else(text: str, line: Span) -> bool:
    """Whether a line holds nothing but dates, clock times and the words of a stamp."""
    rest, at = "", line.start
    for dated in find_dates(text, line.start, line.end):
        rest += text[at : dated.span.start]
        at = dated.span.end
    return _NOISE.sub("", rest + text[at : line.end]) == ""


def addressed(url: str) -> tuple[date, date] | None:
    """First and last day that an address names: a day ("/2023/12/08/") or a month ("/2023/dec/").

    None where it names neither.
    """
    for match in _IN_ADDRESS.finditer(url.lower()):
        days = _named_days(match)
        if days:
            return days
    return None


def _named_days(match: re.Match[str]) -> tuple[date, date] | None:
    if match["whole"]:
        day = _day(int(match["whole"][:4]), int(match["whole"][4:6]), int(match["whole"][6:]))
        return (day, day) if day else None
    try:
        month = int(match["number"]) if match["number"] else month_of(match["name"])
    except KeyError:
        return None
    year = int(match["year"])
    if match["day"]:
        day = _day(year, month, int(match["day"]))
        return (day, day) if day else None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
