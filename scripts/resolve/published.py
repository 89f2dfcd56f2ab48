"""When an article was published: what it prints, else what came with it, else between which days.

An article prints it in a stamp ("Published: 9:28, 8 December 2023"), on a line that holds nothing
but a date, or in its dateline ("GENEVA, 4 May 2021 (Wire) -"); a date without a year prints
nothing. What came with it is `meta["published"]`, else the date in `meta["url"]`. Nothing is
worked out from the story itself but bounds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from schemas.tables import codelist
from scripts.find.date_words import either, folded, month_of, words
from scripts.find.dates import DateWords, find_dates
from scripts.find.drafts import Span
from scripts.read.article import STORY, Article, Block
from scripts.resolve import reckon
from scripts.resolve.ahead import sentence_looks_ahead


@dataclass(frozen=True)
class Published:
    """The day of publication.

    day: None where nothing tells it.
    earliest, latest: the day itself where it is known; else the last past day that the story
    dates, and None.
    basis: a code of `published_bases`.
    span: the words that print it, which date no event of the story; None if it is not printed.
    """

    day: date | None
    earliest: date | None
    latest: date | None
    basis: str
    span: Span | None = None


#: Kinds of block that tell of the article, and others where a line may hold its date alone.
_STAMPS = frozenset({"stamp", "dateline", "byline"})
_OTHERS = STORY | {"heading"}
#: A date without a label counts among so many first and last lines, and before an update.
_HEAD, _FOOT = 8, 3
#: A line that holds a date alone is not as long as this.
_LONGEST = 100
_RANKS = {"published": 0, "updated": 2}
_UNLABELLED = 1
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LABEL = re.compile(rf"\b({either('stamp')})\b")
_NOISE = re.compile(
    rf"\b(?:{either('stamp', 'timezone', 'weekday', 'weekday_short')}|on|at|[AaPp]\.?[Mm])\b"
    r"|[^\w\n]|[+-]\d+"
)
_IN_ADDRESS = re.compile(
    r"[/-](?P<year>(?:19|20)\d\d)[/-](?:(?P<number>0?[1-9]|1[0-2])|(?P<name>[a-z]{3,9}))[/-]"
    r"(?P<day>0?[1-9]|[12]\d|3[01])(?=[/-]|$)"
)


def published(article: Article, found: Sequence[DateWords]) -> Published:
    """When an article was published.

    Args:
        article: The article, its blocks marked.
        found: The date words of its story; they bound the day where nothing tells it.

    Returns:
        The day and its basis.
    """
    printed = min(_printed(article), default=None)
    if printed is not None:
        _, _, day, span = printed
        return Published(day, day, day, "stated", span)
    given = _given(article.meta.get("published", ""))
    if given:
        basis = article.meta.get("published_basis", "")
        known = basis in codelist("published_bases").codes and basis != "unknown"
        return Published(given, given, given, basis if known else "supplied")
    addressed = _addressed(article.meta.get("url", ""))
    if addressed:
        return Published(addressed, addressed, addressed, "supplied")
    return Published(None, _earliest(article, found), None, "unknown")


def _printed(article: Article) -> Iterator[tuple[int, int, date, Span]]:
    """Days of publication that the text prints: (how trusted, where, day, words)."""
    lines = [line for block in article.blocks for line in _lines(article.text, block)]
    edges = {*lines[:_HEAD], *lines[-_FOOT:]}
    alone = []
    for kind, line in lines:
        if kind not in _STAMPS and (line.end - line.start > _LONGEST or (kind, line) not in edges):
            continue
        rows = list(_stamped(article.text, line))
        if kind in _STAMPS:
            yield from (row for row in rows if row[0] != _UNLABELLED or (kind, line) in edges)
        elif rows and kind in _OTHERS and _holds_nothing_else(article.text, line):
            alone += rows
    if len({row[2] for row in alone}) == 1:  # several are the headings of a timeline
        yield alone[0]


def _lines(text: str, block: Block) -> Iterator[tuple[str, Span]]:
    if block.kind != "front_matter":
        for match in _LINE.finditer(text, block.start, block.end):
            yield block.kind, Span(match.start(), match.end())


def _stamped(text: str, line: Span) -> Iterator[tuple[int, int, date, Span]]:
    """Full dates of a line, each under the label that stands before it."""
    for dated in find_dates(text, line.start, line.end):
        day = _full(dated)
        if day:
            labels = _LABEL.findall(text[line.start : dated.span.start])
            label = words("stamp")[folded(labels[-1])] if labels else ""
            yield _RANKS.get(label, _UNLABELLED), dated.span.start, day, dated.span


def _full(dated: DateWords) -> date | None:
    if dated.kind != "day" or dated.to is not None:
        return None
    days = reckon.stated(dated)
    return days.start if days else None


def _holds_nothing_else(text: str, line: Span) -> bool:
    """Whether a line holds nothing but dates, clock times and the words of a stamp."""
    rest, at = "", line.start
    for dated in find_dates(text, line.start, line.end):
        rest += text[at : dated.span.start]
        at = dated.span.end
    return _NOISE.sub("", rest + text[at : line.end]) == ""


def _given(value: str) -> date | None:
    """The day in a field of metadata, in ISO or in words."""
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        days = (_full(dated) for dated in find_dates(value))
        return next((day for day in days if day), None)


def _addressed(url: str) -> date | None:
    """The day in an address ("/2023/12/08/", "/2023/dec/08/")."""
    match = _IN_ADDRESS.search(url.lower())
    if match is None:
        return None
    try:
        month = int(match["number"]) if match["number"] else month_of(match["name"])
        return date(int(match["year"]), month, int(match["day"]))
    except (KeyError, ValueError):
        return None


def _earliest(article: Article, found: Sequence[DateWords]) -> date | None:
    """The last day or first of the last month that the story dates as past."""
    days = []
    for dated in found:
        days_of = reckon.stated(dated.to or dated)
        if days_of is None or days_of.precision not in {"day", "month"}:
            continue
        if dated.modifier in {"until", "by", "before"} or sentence_looks_ahead(
            article.text, dated.span
        ):
            continue
        days.append(days_of.start)
    return max(days, default=None)
