"""Spells, hours and nights become the days that they allow; bounds of publication settle some."""

from datetime import date

import pytest

from scripts.resolve.published import Published
from tests.test_dates import days, whens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They struck over the past three days.", "2021-06-13/2021-06-16 range publication"),
        ("They struck in the last 24 hours.", "2021-06-15/2021-06-16 range publication"),
        ("They struck in the past 36 hours.", "2021-06-14/2021-06-16 range publication"),
        ("They will strike in the next two weeks.", "2021-06-16/2021-06-30 range publication"),
        ("They met in the last two weeks of May 2021.", "2021-05-01/2021-05-31 month stated"),
        ("They struck overnight.", "2021-06-15/2021-06-16 range publication"),
        ("They met in Q3 2018.", "2018-07-01/2018-09-30 range stated"),
        ("They met in H1 2018.", "2018-01-01/2018-06-30 range stated"),
        ("They met in the first week of May 2018.", "2018-05-01/2018-05-10 range stated"),
        ("They met in the last days of May 2018.", "2018-05-21/2018-05-31 range stated"),
        ("They met in the second week of May 2018.", "2018-05-01/2018-05-31 month stated"),
        ("They met on Monday and Tuesday.", "2021-06-14/2021-06-15 range publication"),
        ("They signed on 3 May. Hours later they left.", "2021-05-03/2021-05-04 range context"),
        ("They signed on 3 May. Minutes later they left.", "2021-05-03/2021-05-03 day context"),
        ("They signed on 3 May. 48 hours later they left.", "2021-05-05/2021-05-05 day context"),
        (
            "They met hours before the jet crashed on 3 May.",
            "2021-05-03/2021-05-03 day publication",
        ),
        ("A few days later, on 3 May, they met.", "2021-05-03/2021-05-03 day publication"),
        ("They met on 3 May, days after the raid.", "2021-05-03/2021-05-03 day publication"),
        ("Nine will be released on Friday.", "2021-06-18/2021-06-18 day publication"),
    ],
)
def test_spans_of_hours_and_days_are_read_without_false_sharpness(text: str, expected: str) -> None:
    assert days(text) == expected


def test_hours_before_a_day_are_of_it_or_of_the_day_before() -> None:
    first, _ = whens("They met hours before the jet crashed on 3 May.")
    assert (first.start, first.end) == (date(2021, 5, 2), date(2021, 5, 3))


@pytest.mark.parametrize(
    "text",
    [
        "They met in recent days.",
        "They met over the past few weeks.",
        "They will meet in the coming days.",
        "They met half a year ago.",
        "They met in the week of 3 May.",
        "They met on 3 May 2019. Overnight they left.",
        "They will hold it until Sunday. They met on the same day.",
    ],
)
def test_words_without_a_number_or_an_anchor_stay_open(text: str) -> None:
    assert days(text) == "open"


BOUNDED = Published(None, date(2023, 10, 2), date(2023, 12, 31), "unknown")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in September.", "2023-09-01/2023-09-30 month publication"),
        ("They met on Sept. 19.", "2023-09-19/2023-09-19 day publication"),
        ("They met last year.", "2022-01-01/2022-12-31 year publication"),
        ("They met in November.", "open"),
        ("They met on Monday.", "open"),
        ("They met in 2019.", "2019-01-01/2019-12-31 year stated"),
    ],
)
def test_bounds_of_publication_settle_what_is_the_same_from_both(text: str, expected: str) -> None:
    assert days(text, published=BOUNDED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will release nine men captured in May.", "2021-05-01/2021-05-31 month publication"),
        ("They will release men arrested on Monday.", "2021-06-14/2021-06-14 day publication"),
        ("Nine will be formally released on Friday.", "2021-06-18/2021-06-18 day publication"),
        ("Nine will be tried and sentenced on Friday.", "2021-06-18/2021-06-18 day publication"),
        ("A pact will be signed in August.", "2021-08-01/2021-08-31 month publication"),
    ],
)
def test_a_participle_behind_a_noun_looks_back_and_one_behind_be_ahead(
    text: str, expected: str
) -> None:
    assert days(text) == expected
