"""When an article was published: what it prints, else what came with it, else between which days.

An article prints it in a stamp ("Published: 9:28, 8 December 2023"), on a line that holds nothing
but a date, or in its dateline ("GENEVA, 4 May 2021 (Wire) -"). What came with it is the date in
`meta["url"]`, then `meta["published"]`. A day that is printed in part (no year, or day and month
in an order that cannot be told) is one only where something else settles the rest; otherwise it
bounds the day. Nothing is worked out from the story itself but bounds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from schemas.tables import codelist
from scripts.find.dates import DateWords, find_dates
from scripts.find.drafts import Span
from scripts.read.article import Article
from scripts.resolve import reckon
from scripts.resolve.ahead import sentence_looks_ahead
from scripts.resolve.stamps import UPDATED, Stamp, addressed, stamps
from validations.rule import Finding


@dataclass(frozen=True)
class Published:
    """The day of publication.

    day: None where nothing tells it.
    earliest, latest: the day itself where it is known; else the first and last day that it may be:
    between the readings of what is printed, in the month of the address, not before the last past
    day that the story or a caption dates, in the year that the text gives away. None where nothing
    bounds it.
    basis: a code of `published_bases`.
    span: the words that print it, which date no event of the story; None if it is not printed.
    """

    day: date | None
    earliest: date | None
    latest: date | None
    basis: str
    span: Span | None = None


#: A dateline is written at most so long before the article appears, and in a time zone ahead of it.
_BEFORE, _AHEAD = timedelta(days=7), timedelta(days=1)
#: The words of a thing behind a year, and those of them that can tell it again.
_THING = re.compile(r"(?:['’]s)?(?:[^\S\n][\w-]+){0,7}")
_LONG_WORD = re.compile(r"[a-z]{5,}")


def published(article: Article, found: Sequence[DateWords]) -> Published:
    """When an article was published.

    Args:
        article: The article, its blocks marked.
        found: The date words of its story; they bound the day where nothing tells it.

    Returns:
        The day and its basis.
    """
    printed = sorted(stamps(article), key=_trust)
    supplied, basis, month = _supplied(article)
    past = _earliest(article, found)
    whole = [stamp for stamp in printed if len(stamp.days) == 1]
    if whole and not (whole[0].rank == UPDATED and supplied and supplied <= whole[0].days[0]):
        return _known(whole[0].days[0], "stated", whole[0].span)
    for stamp in printed:
        day = _settled(stamp, supplied, month, past)
        if day and stamp.rank != UPDATED:
            return _known(day, "stated", stamp.span)
    if supplied:
        return _known(supplied, basis)
    year = _year(article.text, found)
    spell = month or ((date(year, 1, 1), date(year, 12, 31)) if year else None)
    return _bounded([stamp for stamp in printed if stamp.rank != UPDATED], spell, past)


def _trust(stamp: Stamp) -> tuple[int, int, int]:
    """The least is trusted most; of two days after "published" the earlier is the first."""
    first = 0 if stamp.rank or stamp.yearless else stamp.days[0].toordinal()
    return stamp.rank, first, stamp.span.start


def unread_day(article: Article) -> Finding | None:
    """A warning where what is given as the day of publication is no day that can be read."""
    given = article.meta.get("published", "")
    if not given or _given(given):
        return None
    return Finding(
        "FND-002",
        "warning",
        "sources",
        article.source_id,
        "published",
        given[:80],
        f"{article.path}: what is given as its day of publication is no day that can be read; "
        "write it as in 2024-05-31 or leave it out",
    )


def _known(day: date, basis: str, span: Span | None = None) -> Published:
    return Published(day, day, day, basis, span)


def _supplied(article: Article) -> tuple[date | None, str, tuple[date, date] | None]:
    """The day that came with an article, its basis, and the days of the month in its address."""
    days = addressed(article.meta.get("url", ""))
    given = _given(article.meta.get("published", ""))
    said = article.meta.get("published_basis", "")
    if given and said in codelist("published_bases").codes and said != "unknown":
        return given, said, days
    if days and days[0] == days[1]:
        return days[0], "supplied", days
    return given, "supplied", days


def _given(value: str) -> date | None:
    """The day in a field of metadata, in ISO or in words."""
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        for words in find_dates(value):
            days = reckon.stated(words) if words.kind == "day" and words.to is None else None
            if days:
                return days.start
    return None


def _settled(
    stamp: Stamp, supplied: date | None, month: tuple[date, date] | None, past: date | None
) -> date | None:
    """The one of a stamp's days that what else is known leaves, None if there is no such one."""
    if stamp.yearless:
        if supplied is None:
            near = [day for day in stamp.days if month and month[0] <= day <= month[1]]
        else:
            near = [day for day in stamp.days if -_AHEAD <= supplied - day <= _BEFORE]
        return near[0] if len(near) == 1 else None
    left = list(stamp.days)
    if supplied:
        left = [day for day in left if day == supplied]
    elif month:
        left = [day for day in left if month[0] <= day <= month[1]]
    elif past:
        left = [day for day in left if day >= past]
    return left[0] if len(left) == 1 else None


def _bounded(
    open_ones: Sequence[Stamp], month: tuple[date, date] | None, past: date | None
) -> Published:
    """The days between which an unknown day lies."""
    readings = next((stamp.days for stamp in open_ones if not stamp.yearless), ())
    first, last = (min(readings), max(readings)) if readings else month or (None, None)
    if past and (first is None or past > first) and (last is None or past <= last):
        first = past
    return Published(None, first, last, "unknown")


def _year(text: str, found: Sequence[DateWords]) -> int | None:
    """The year of publication where a thing of "next year" is named with its number as well.

    "Next year's climate conference … a host for the 2024 climate talks": written in 2023.
    """
    things = [(dated, _thing(text, dated)) for dated in found]
    years = {
        other.year - (dated.shift or 0)
        for dated, words_of in things
        if dated.kind == "relative" and dated.unit == "year" and not dated.part
        for other, others in things
        if other.attributive and other.year is not None and words_of & others
    }
    return years.pop() if len(years) == 1 else None


def _thing(text: str, dated: DateWords) -> set[str]:
    phrase = _THING.match(text, dated.span.end)
    return set(_LONG_WORD.findall(phrase.group())) if phrase else set()


def _earliest(article: Article, found: Sequence[DateWords]) -> date | None:
    """The last day or first of the last month that the story dates as past, or a caption's day."""
    shown = (
        words
        for block in article.blocks
        if block.kind == "caption"
        for words in find_dates(article.text, block.start, block.end)
        if words.kind == "day" and words.to is None
    )
    return max(_past_days(article, [*found, *shown]), default=None)


def _past_days(article: Article, found: Sequence[DateWords]) -> Iterator[date]:
    for dated in found:
        days = reckon.stated(dated.to or dated)
        if days is None or days.precision not in {"day", "month"}:
            continue
        ahead = dated.modifier in {"until", "by", "before"} or _spoken(article.text, dated.span)
        if not ahead and not sentence_looks_ahead(article.text, dated.span):
            yield days.start


def _spoken(text: str, span: Span) -> bool:
    """Whether words stand in a quotation: what people speak of may be still to come."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
