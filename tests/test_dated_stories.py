"""Reports of short articles bear the days that their words allow, and no others.

Each story names the verbs or nouns that tell of events (the n-th such word with `#n`) and the days
of each, worked out by hand; "open" where the text does not settle them.
"""

from typing import Any

import pytest

from scripts.find.parse import parse
from scripts.resolve.rows import article_rows
from tests import dated_histories, dated_news
from tests.stories import story


def told(published: str, *paragraphs: str) -> list[tuple[str, dict[str, Any]]]:
    """The trigger words of the reports of an article, in order, with their rows."""
    meta = {"published": published} if published else {}
    article = story(*paragraphs, **meta)
    ((_, sentences),) = parse([article])
    return [
        (article.text[report.at :].split()[0].strip(".,;"), report.row)
        for report in article_rows(article, sentences).reports
    ]


def days(row: dict[str, Any]) -> str:
    if row["start_date"] is None:
        return "open"
    return f"{row['start_date']}/{row['end_date']} {row['date_precision']}"


@pytest.mark.parametrize(
    ("published", "paragraphs", "expected"), [*dated_news.STORIES, *dated_histories.STORIES]
)
def test_events_bear_the_days_that_their_words_allow(
    published: str, paragraphs: list[str], expected: dict[str, str]
) -> None:
    found = told(published, *paragraphs)
    seen: dict[str, int] = {}
    named: dict[str, str] = {}
    for word, row in found:
        seen[word] = seen.get(word, 0) + 1
        named[word if seen[word] == 1 else f"{word}#{seen[word]}"] = days(row)
    assert {word: named.get(word, "not found") for word in expected} == expected


@pytest.mark.parametrize(
    ("paragraphs", "word"),
    [
        (["The 29th session opened on Monday. Peru and Chile signed a treaty."], "signed"),
        (["After 44 days of war, Peru and Chile signed a treaty."], "signed"),
        (["Peru and Chile, who fought in 1998, signed a treaty."], "signed"),
        (["Peru said on Monday that Chile had attacked a patrol."], "attacked"),
        (["On Monday Peru condemned a raid in which rebels killed nine soldiers."], "killed"),
        (["Peru and Chile have fought two wars."], "fought"),
        (["He became known for the mine fire in 1998 and his subsequent arrest."], "arrest"),
        (["Reporters saw Thursday, the two of them. Peru arrested nine rebels."], "arrested"),
    ],
)
def test_no_day_is_made_up(paragraphs: list[str], word: str) -> None:
    rows = [row for told_by, row in told("2023-12-08", *paragraphs) if told_by == word]
    assert [days(row) for row in rows] == ["open"] * len(rows)
    assert all(row["date_basis"] is None for row in rows)
