"""Date words of one article → intervals of days, with what they rest on.

Words with a year stand for themselves; "on Thursday" and "in April" are reckoned from the day of
publication; "six days earlier" and "the same day" from the date told nearest before them, in the
same paragraph or the one before. What has nothing to hang on stays open, and nothing is narrowed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scripts.find.dates import DateWords
from scripts.find.drafts import Span
from scripts.read.article import Article
from scripts.resolve import intervals, reckon
from scripts.resolve.ahead import looks_ahead
from scripts.resolve.intervals import Interval
from scripts.resolve.published import Published


@dataclass(frozen=True)
class When:
    """The days that date words allow.

    start, end: first and last day, or None where nothing settles them.
    precision, basis: codes of `date_precisions` and `date_bases`, "" where there are no days.
    text: the words.
    """

    start: date | None
    end: date | None
    precision: str
    basis: str
    text: str


_TRUST = ("stated", "publication", "context")
_NOT_ONE_PHRASE = re.compile(
    r"[.,;:!?\"“”()—–\n]|\b(?:and|but|while|when|who|whom|which|that|as|because|he|she|they|it)\b"
)
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?\"“”\n])\s*(?:[A-Z][a-z]*\s)?$")
_ENDS_PHRASE = re.compile(r"\s*(?:[,.;:!?)]|$)")
#: What joins two ways of saying one time: "a few days later, on 2 July".
_APPOSED = re.compile(r",\s(?:(?:on|in)\s)?(?:the\s)?")
#: What holds until, by or before a day did not happen on it.
_OPEN = {"until", "by", "before"}
_HANGING = {"offset", "then", "relative"}
_REACH = 100
_SHORT = {"hour", "night", "day", "week", "weekend", "fortnight"}


def resolve_dates(
    article: Article,
    found: Sequence[DateWords],
    published: Published,
    future: Callable[[DateWords], bool | None] | None = None,
    spoken: Mapping[Span, date | None] | None = None,
) -> dict[Span, When]:
    """The days of all date words of an article.

    Args:
        article: The article.
        found: Its date words, in order.
        published: When it was published.
        future: Tells of date words whether they date something still to come, None if nobody can
            tell; by default the words of their clause tell (`scripts/resolve/ahead.py`).
        spoken: Quotations and the day on which each was said, if known. Inside one, "today" or
            "on Monday" is seen from that day and stays open without it.

    Returns:
        Span of the words → their days, those of the words alone: "since April" is April, and
        what has gone on since then is the caller's to say. Clock times are left out.
    """
    dates = [words for words in found if words.kind != "clock"]
    quoted = spoken or {}
    settled: dict[Span, tuple[Interval, str]] = {}
    for place, words in enumerate(dates):
        ahead = future(words) if future else looks_ahead(article.text, words.span)
        own = _from_publication(words, published, quoted, ahead)
        if own and not _may_be_history(article, dates, place, own, settled):
            settled[words.span] = own
    for place, words in enumerate(dates):
        if words.span not in settled:
            beside = _apposed(article.text, dates, place)
            if beside is not None and beside.span in settled:
                settled[words.span] = settled[beside.span]
                continue
            hung = _hung(article, dates, place, settled, published.day)
            if hung and not (published.day and words.shift and hung.start > published.day):
                settled[words.span] = (hung, "context")
    return {words.span: _when(words, article.text, settled.get(words.span)) for words in dates}


def _may_be_history(
    article: Article,
    dates: Sequence[DateWords],
    place: int,
    own: tuple[Interval, str],
    settled: Mapping[Span, tuple[Interval, str]],
) -> bool:
    """Whether a date without a year follows one of another year, and may be of that year.

    "War broke out on 3 May 2008. On 12 August a truce was signed": of 2008, or of late? And
    "overnight" after another date is the night of that day, or the last.
    """
    words, last = dates[place], dates[place - 1]
    here = _paragraph(article, words.span.start)
    if words.unit == "night":
        return place > 0 and _paragraph(article, last.span.start) == here
    if words.kind not in {"day", "month"} or words.shift is not None or own[1] != "publication":
        return False
    if place == 0 or last.attributive or last.span not in settled:
        return False
    told, basis = settled[last.span]
    if (
        basis != "stated"
        or told.precision == "decade"
        or _paragraph(article, last.span.start) != here
    ):
        return False
    return told.end.year < own[0].start.year


def _when(words: DateWords, text: str, settled: tuple[Interval, str] | None) -> When:
    printed = words.span.of(text)
    if settled is None:
        return When(None, None, "", "", printed)
    days, basis = settled
    return When(days.start, days.end, days.precision, basis, printed)


def _from_publication(
    words: DateWords,
    published: Published,
    spoken: Mapping[Span, date | None],
    future: bool | None,
) -> tuple[Interval, str] | None:
    """The days of words by themselves or seen from publication, or from all days it may be of."""
    first, last = published.earliest, published.latest
    if published.day is not None or first is None or last is None:
        return _alone(words, _base(words, published.day, spoken), future)
    early = _alone(words, _base(words, first, spoken), future)
    late = _alone(words, _base(words, last, spoken), future)
    return early if early == late else None


def _base(words: DateWords, day: date | None, spoken: Mapping[Span, date | None]) -> date | None:
    short = words.kind == "weekday" or words.unit in _SHORT
    if short:
        for span, said in spoken.items():
            if span.covers(words.span):
                return said
    return day


def _alone(words: DateWords, base: date | None, future: bool | None) -> tuple[Interval, str] | None:
    """The days of words that hang on no other date of the article."""
    if words.to is not None:
        return _range(words, base, future)
    own = reckon.stated(words)
    if own:
        return own, "stated"
    if words.year is not None or words.anchor in {"context", "clause", "nearest"} or base is None:
        return None
    if words.modifier == "until" and not future and not words.shift:
        return None  # "until June": of last year as well as of this one
    seen = reckon.seen_from(words, base, future or False)
    if future is None and seen != reckon.seen_from(words, base, True):
        return None
    return (seen, "publication") if seen else None


def _range(words: DateWords, base: date | None, future: bool | None) -> tuple[Interval, str] | None:
    last = _alone(words.to, base, future) if words.to else None
    if last is None:
        return None
    opening = replace(words, to=None)
    # an opening without a year is seen from the end of its range: December to February
    seen = last[0].end if words.year is None and words.to and words.to.year is None else base
    first = _alone(opening, seen, future=False)
    if first is None or first[0].start > last[0].end:
        return None
    basis = max(first[1], last[1], key=_TRUST.index)
    if first[0].start == last[0].end:
        return first[0], basis
    return Interval(first[0].start, last[0].end, "range"), basis


def _apposed(text: str, dates: Sequence[DateWords], place: int) -> DateWords | None:
    """The date beside words that only say it in another way: "a few days later, on 2 July"."""
    words = dates[place]
    if words.kind not in _HANGING:
        return None
    for other in (*dates[max(0, place - 1) : place], *dates[place + 1 : place + 2]):
        first, second = sorted((words.span, other.span))
        if _APPOSED.fullmatch(text[first.end : second.start]):
            return other
    return None


def _hung(
    article: Article,
    dates: Sequence[DateWords],
    place: int,
    settled: Mapping[Span, tuple[Interval, str]],
    day: date | None,
) -> Interval | None:
    """The days of words that hang on another date of the article."""
    words = dates[place]
    try:
        if words.anchor == "clause":
            told = _told_after(article.text, dates, place, settled)
            return reckon.shifted(words, told) if told else None
        if words.anchor == "nearest":
            told = _told_before(article, dates, place, settled, unit=words.unit, paragraphs=0)
            base = told.start if told else day
            return intervals.around(base, words.unit, words.part) if base else None
        if words.anchor != "context":
            return None
        told = _told_before(article, dates, place, settled, unit=words.unit, paragraphs=1)
        if told is None:
            return None
        if words.kind == "offset":
            return reckon.shifted(words, told)
        if words.kind == "then":
            return told
        if words.kind == "relative":
            moved = intervals.later(told.start, words.shift or 0, words.unit)
            return intervals.around(moved, words.unit, words.part)
        if words.kind in {"weekday", "month", "season"} and told.precision == "day":
            strict = replace(words, which="", anchor="publication")
            return reckon.seen_from(strict, told.start, future=False)
    except (ValueError, OverflowError):
        pass
    return None


def _paragraph(article: Article, at: int) -> int:
    for place, block in enumerate(article.story):
        if block.start <= at < block.end:
            return place
    return -1


def _told_before(
    article: Article,
    dates: Sequence[DateWords],
    place: int,
    settled: Mapping[Span, tuple[Interval, str]],
    *,
    unit: str,
    paragraphs: int,
) -> Interval | None:
    """The nearest settled date before, if it is fine enough for the unit; never a further one."""
    here = _paragraph(article, dates[place].span.start)
    for words in reversed(dates[:place]):
        if here - _paragraph(article, words.span.start) > paragraphs:
            return None
        if words.span not in settled or words.modifier in _OPEN:
            return None
        told = settled[words.span][0]
        if unit and intervals.around(told.start, unit) != intervals.around(told.end, unit):
            return None
        return told
    return None


def _told_after(
    text: str,
    dates: Sequence[DateWords],
    place: int,
    settled: Mapping[Span, tuple[Interval, str]],
) -> Interval | None:
    """The date of what an offset counts from, where one phrase holds both and nothing else."""
    words = dates[place]
    if place + 1 == len(dates) or dates[place + 1].span not in settled:
        return None
    other = dates[place + 1]
    gap = text[words.span.end : other.span.start]
    if len(gap) > _REACH or _NOT_ONE_PHRASE.search(gap):
        return None
    begins = _STARTS_SENTENCE.search(text[max(0, words.span.start - 30) : words.span.start])
    if begins and not _ENDS_PHRASE.match(text, other.span.end):
        return None
    return settled[other.span][0]
