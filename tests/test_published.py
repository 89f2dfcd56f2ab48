"""The day of publication is what is printed, else what came with the article, else unknown."""

from datetime import date

import pytest

from scripts.find.dates import find_dates
from scripts.read.article import Article, Block
from scripts.read.blocks import blocks
from scripts.resolve.published import Published, published, unread_day


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


def read(text: str, **meta: str) -> Article:
    """An article whose blocks are found in its text."""
    return Article("story", "articles/story.txt", text, "", meta, blocks(text))


LEAD = "Snow has shut the pass between the two valleys, and 40 cars are stuck there, police said."
BODY = ("body", "The pass was shut on Friday after snow.")


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("stamp", "4 June 2021 17:42 (UTC+04:00)"),
        ("stamp", "Published: 09:28, June 4, 2021 | Updated: 09:40, June 5, 2021"),
        ("stamp", "Updated 6:41 PM EDT, June 5, 2021; published June 4, 2021"),
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


@pytest.mark.parametrize(
    "line",
    [
        "3 May 2024",
        "Published 08:15 GMT, 3 May 2024",
        "Published: 03 May 2024, 08:15 AM | Updated: 04 May 2024",
        "First published on Fri 3 May 2024 08.15 BST",
        "May 3, 2024 | 8:15 AM",
        "May 3, 2024 / 8:15 AM EDT",
        "May 3, 2024 12:00AM EST",
        "3.05.2024",
        "03.05.2024, 08:15",
        "2024/05/03",
        "2024/05/03 08:15 (UTC+3)",
        "2024.05.03",
        "2024-05-03T08:15:00Z",
        "3-May-2024 08:15",
        "Friday, 03/05/2024 - 08:15",
        "Fri 5/3/2024",
        "Posted on May 3, 2024 by Ada Holm",
        "Posted by Ada Holm on May 3, 2024",
        "Press release, 3 May 2024",
        "Posted 4 May 2024 Originally published 3 May 2024",
        "Date of publication: 3 May 2024",
        "Source: Wire | 2024-05-03 08:15:22 | Editor: night desk",
        "08:15 03.05.2024 (Updated: 09:20 04.05.2024)",
    ],
)
def test_a_stamp_in_whatever_form_states_it(line: str) -> None:
    text = f"Snow shuts the pass\n{line}\n\n{LEAD}\n\n{LEAD}\n"
    result = of(read(text))
    assert (result.day, result.basis) == (date(2024, 5, 3), "stated")


def test_an_update_alone_states_it_unless_an_earlier_day_is_given() -> None:
    text = f"Snow shuts the pass\nLast updated June 4, 2021\n\n{LEAD}\n"
    assert (of(read(text)).day, of(read(text)).basis) == (date(2021, 6, 4), "stated")
    given = of(read(text, published="2021-06-01"))
    assert (given.day, given.basis) == (date(2021, 6, 1), "supplied")
    assert of(read(text, published="2021-06-09")).day == date(2021, 6, 4)


@pytest.mark.parametrize(
    ("meta", "more", "day"),
    [
        ({}, "", None),
        ({"published": "2024-05-03"}, "", date(2024, 5, 3)),
        ({"published": "2024-03-05T10:00:00Z"}, "", date(2024, 3, 5)),
        ({"url": "https://n.example/2024/05/03/pass"}, "", date(2024, 5, 3)),
        ({"url": "https://n.example/2024/mar/pass"}, "", date(2024, 3, 5)),
        ({}, "Updated 13/05/2024", date(2024, 5, 3)),
        ({}, "Updated 5/13/2024", date(2024, 3, 5)),
        ({}, "The pass was opened on 2 April 2024.", date(2024, 5, 3)),
        ({}, "The pass will open on 2 April 2024.", None),
    ],
)
def test_day_and_month_that_may_be_either_stay_open_unless_something_settles_them(
    meta: dict[str, str], more: str, day: date | None
) -> None:
    stamp = f"03/05/2024\n{more}" if more.startswith("Upd") else "03/05/2024"
    rest = "" if more.startswith("Upd") else more
    result = of(read(f"Snow shuts the pass\n{stamp}\n\n{LEAD}\n\n{rest} {LEAD}\n", **meta))
    assert result.day == day
    assert result.basis == ("stated" if day else "unknown")
    if day is None:
        assert (result.earliest, result.latest) == (date(2024, 3, 5), date(2024, 5, 3))


@pytest.mark.parametrize(
    ("meta", "day", "basis"),
    [
        ({}, None, "unknown"),
        ({"published": "2024-05-04"}, date(2024, 5, 3), "stated"),
        ({"published": "2024-05-03T01:00:00Z"}, date(2024, 5, 3), "stated"),
        ({"url": "https://n.example/2024/05/pass"}, date(2024, 5, 3), "stated"),
        ({"url": "https://n.example/2024/07/pass"}, None, "unknown"),
        ({"published": "2024-06-20"}, date(2024, 6, 20), "supplied"),
    ],
)
def test_a_dateline_without_a_year_counts_where_the_year_comes_from_elsewhere(
    meta: dict[str, str], day: date | None, basis: str
) -> None:
    result = of(read(f"Snow shuts the pass\n\nGENEVA, May 3 (Wire) - {LEAD}\n", **meta))
    assert (result.day, result.basis) == (day, basis)


def test_the_turn_of_the_year_lies_between_a_dateline_and_the_day_it_appears() -> None:
    text = f"Snow shuts the pass\n\nGENEVA, Dec. 31 (Wire) - {LEAD}\n"
    assert of(read(text, published="2024-01-01")).day == date(2023, 12, 31)


def test_a_month_in_the_address_bounds_the_day() -> None:
    result = of(article(BODY, url="https://n.example/world/2024/02/pass.html"))
    assert (result.day, result.basis) == (None, "unknown")
    assert (result.earliest, result.latest) == (date(2024, 2, 1), date(2024, 2, 29))


def test_the_address_is_trusted_before_other_metadata_but_not_before_what_people_vouch_for() -> (
    None
):
    url = "https://n.example/2024/02/10/pass"
    assert of(article(BODY, url=url, published="2024-02-12")).day == date(2024, 2, 10)
    vouched = of(article(BODY, url=url, published="2024-02-12", published_basis="stated"))
    assert (vouched.day, vouched.basis) == (date(2024, 2, 12), "stated")


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_day_that_somebody_speaks_of_bounds_nothing(marks: str) -> None:
    spoken = "“We open the pass on 4 June 2021, starting early,” she said on 3 May 2021."
    made = article(("body", spoken.replace("“", marks[0]).replace("”", marks[1])))
    assert of(made).earliest == date(2021, 5, 3)


@pytest.mark.parametrize("given", ["yesterday", "2024-13-01", "May 2024", "05/03/2024"])
def test_a_given_day_that_is_none_is_a_warning(given: str) -> None:
    found = unread_day(article(BODY, published=given))
    assert found is not None
    assert (found.severity, found.rule_id, found.value) == ("warning", "FND-002", given)
    assert "2024-05-31" in found.sentence


@pytest.mark.parametrize("given", ["", "2024-05-03", "2024-05-03T08:15Z", "May 3, 2024"])
def test_a_given_day_that_is_one_or_is_not_given_is_no_finding(given: str) -> None:
    assert unread_day(article(BODY, published=given)) is None


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


def test_a_year_named_both_ways_bounds_an_unknown_day() -> None:
    made = article(
        ("caption", "A view shows the harbour, 3 May 2019."),
        (
            "body",
            "Next year's regional fishing summit has no host yet. Two countries have asked to "
            "hold the 2020 summit on a ship.",
        ),
    )
    result = of(made)
    assert (result.day, result.earliest, result.latest) == (
        None,
        date(2019, 5, 3),
        date(2019, 12, 31),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Next year's regional fishing summit has no host yet. The 2020 floods were bad.",
        "Next year's fishing summit has no host yet. A summit was held in 2020.",
        "Next year's summit and this year's summit have no host. The 2020 summit was short.",
    ],
)
def test_a_year_of_another_thing_bounds_nothing(text: str) -> None:
    assert of(article(("body", text))).latest is None
