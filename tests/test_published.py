"""The day of publication is what is printed, else what came with the article, else unknown."""

from datetime import date

import pytest

from scripts.find.dates import find_dates
from scripts.read.article import Article, Block
from scripts.resolve.published import Published, published


def article(*blocks: tuple[str, str], **meta: str) -> Article:
    """An article of (kind, text) blocks."""
    made, at = [], 0
    for kind, text in blocks:
        made.append(Block(at, at + len(text), kind))
        at += len(text) + 1
    text = "\n".join(text for _, text in blocks)
    return Article("story", "articles/story.txt", text, "", meta, tuple(made))


def of(made: Article) -> Published:
    found = [
        words for block in made.story for words in find_dates(made.text, block.start, block.end)
    ]
    return published(made, found)


BODY = ("body", "The pass was shut on Friday after snow.")


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("stamp", "4 June 2021 17:42 (UTC+04:00)"),
        ("stamp", "Published: 09:28, June 4, 2021 | Updated: 09:40, June 5, 2021"),
        ("stamp", "Updated 6:41 PM EDT, June 5, 2021; published June 4, 2021"),
        ("stamp", "Last updated June 4, 2021"),
        ("stamp", "2021-06-04T09:28:00Z"),
        ("dateline", "GENEVA, June 4, 2021 (Wire) -"),
        ("dateline", "(Geneva, 4 June 2021) –"),
        ("byline", "By Ada Holm | GENEVA | June 4, 2021"),
        ("body", "Friday, June 4, 2021"),
        ("body", "4 June 2021, 17:42 GMT"),
    ],
)
def test_a_full_date_that_the_article_prints_of_itself_is_stated(kind: str, line: str) -> None:
    made = article(("title", "Snow shuts the pass"), (kind, line), BODY, published="2020-01-01")
    result = of(made)
    assert (result.day, result.basis) == (date(2021, 6, 4), "stated")
    assert result.earliest == result.latest == result.day
    assert result.span is not None
    assert "2021" in result.span.of(made.text)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("dateline", "Geneva, June 4 (Wire) -"),
        ("stamp", "Geneva, June 4, State Desk"),
        ("stamp", "5 min read"),
        ("caption", "A view of the pass, June 4, 2021."),
        ("teaser", "READ MORE: June 4, 2021"),
        ("legal", "Copyright June 4, 2021"),
        ("body", "The pass was first shut on June 4, 2021."),
        ("front_matter", "published: 2021-06-04"),
    ],
)
def test_other_dates_do_not_state_it(kind: str, line: str) -> None:
    assert of(article((kind, line), BODY)).basis == "unknown"
    given = of(article((kind, line), BODY, published="2021-07-01"))
    assert (given.day, given.basis) == (date(2021, 7, 1), "supplied")


def test_the_headings_of_a_timeline_do_not_state_it() -> None:
    made = article(("body", "4 June 2021"), BODY, ("body", "9 June 2021"), BODY)
    assert of(made).day is None


def test_a_date_deep_in_a_long_text_does_not_state_it() -> None:
    made = article(*[BODY] * 12, ("stamp", "4 June 2021"), *[BODY] * 12)
    assert of(made).day is None


@pytest.mark.parametrize(
    ("meta", "basis"),
    [
        ({"published": "2021-06-04"}, "supplied"),
        ({"published": "2021-06-04T09:00:00+02:00"}, "supplied"),
        ({"published": "4 June 2021"}, "supplied"),
        ({"published": "2021-06-04", "published_basis": "inferred"}, "inferred"),
        ({"published": "2021-06-04", "published_basis": "stated"}, "stated"),
        ({"published": "2021-06-04", "published_basis": "unknown"}, "supplied"),
        ({"published": "2021-06-04", "published_basis": "rumour"}, "supplied"),
        ({"url": "https://news.example/world/2021/06/04/snow"}, "supplied"),
        ({"url": "https://news.example/world/2021/jun/04/snow"}, "supplied"),
        ({"url": "https://news.example/2021-06-04/snow", "published": ""}, "supplied"),
    ],
)
def test_what_came_with_the_article_is_taken_where_it_prints_nothing(
    meta: dict[str, str], basis: str
) -> None:
    result = of(article(BODY, **meta))
    assert (result.day, result.basis, result.span) == (date(2021, 6, 4), basis, None)


@pytest.mark.parametrize(
    "meta",
    [
        {},
        {"published": "soon"},
        {"published": "2021-13-40"},
        {"url": "https://news.example/2021/99/04/snow"},
        {"url": "https://news.example/2021/abc/04/snow"},
        {"url": "https://news.example/snow-2021"},
    ],
)
def test_nothing_is_made_up_where_nothing_tells_it(meta: dict[str, str]) -> None:
    assert of(article(BODY, **meta)) == Published(None, None, None, "unknown")


def test_the_last_past_day_of_the_story_bounds_an_unknown_day() -> None:
    made = article(
        ("body", "The pass opened on 3 May 2019. It was shut on 4 June 2021 after snow."),
        ("body", "The court will rule on 9 December 2021. The 2022 games are near."),
    )
    result = of(made)
    assert (result.day, result.earliest, result.latest) == (None, date(2021, 6, 4), None)
