"""The day of a deed that another is counted from: "fled on Tuesday, five days after raids began".

Who knows the day of the one and how many days lie between them knows the day of the other.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from scripts.find.dates import DateWords
from scripts.find.drafts import Span
from scripts.resolve.dates import When
from scripts.resolve.told import Told

#: What ends a sentence or opens other words than the clause's own.
_APART = re.compile(r"[.!?][\"”’]?\s|[;\n\"“”]")
_OTHER = re.compile(r"[,;:.()\"“”\n]|\b(?:and|but|who|which|that|when|while)\b")
_REACH = 120  #: characters between the day and the words that count from it
_NEAR = 60  #: characters between those words and the verb of their clause


def date_counted_back(
    told: Sequence[Told], dates: Sequence[DateWords], days: Mapping[Span, When], text: str
) -> None:
    """Give days to reports whose clause another deed is counted from by whole days.

    Args:
        told: The reports of one article, in order; rows without date words are changed.
        dates: The date words of the article, in order.
        days: What they were resolved to.
        text: The article's text.
    """
    for place, words in enumerate(dates):
        exact = words.kind == "offset" and words.anchor == "clause" and not words.about
        if not exact or words.unit != "day" or words.shift is None or not place:
            continue
        known = days.get(dates[place - 1].span)
        gap = text[dates[place - 1].span.end : words.span.start]
        if known is None or known.precision != "day" or known.start is None:
            continue
        if len(gap) > _REACH or _APART.search(gap):
            continue
        behind = next((one for one in told if one.at >= words.span.end), None)
        if behind is None or behind.row["date_text"] is not None:
            continue
        between = text[words.span.end : behind.at]
        if len(between) > _NEAR or _OTHER.search(between):
            continue
        day = known.start - timedelta(days=words.shift)
        behind.row.update(
            start_date=day,
            end_date=day,
            date_precision="day",
            date_text=words.span.of(text),
            date_basis="context",
        )
