from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scripts.link.account import Account
from scripts.link.atlas import atlas
from scripts.link.days import Days
from scripts.link.sides import Sides
from scripts.link.sure import is_sure, known, words_allow
from tests.linking_world import days as days_told


def telling(number: float | None, words: str, **more: Any) -> Account:
    numbers = [] if number is None else [("killed", number, "SDN")]
    return Account(
        reports=(),
        told_by=(),
        sources=frozenset({"a"}),
        standing="occurred",
        days=None,
        place="place-abeche",
        latest=None,
        numbers=frozenset(numbers),
        names=frozenset(),
        words=frozenset(words.split()),
        modes=frozenset(),
        **{
            "classes": frozenset({"strike"}),
            "founder": (date(2031, 5, 29), "a", 0),
            "sides": Sides(frozenset({"TCD"}), frozenset({"SDN"})),
            **more,
        },
    )


@pytest.mark.parametrize(
    ("mine", "expected"),
    [
        pytest.param(telling(None, "graze wells herds"), True, id="words-beside-who-and-where"),
        pytest.param(telling(None, ""), False, id="nothing-beside-who-and-where"),
        pytest.param(telling(30, ""), True, id="an-equal-count"),
        pytest.param(telling(12, "graze wells herds"), False, id="another-count"),
        pytest.param(
            telling(12, "", classes=frozenset({"release"})),
            True,
            id="of-what-is-rare",
        ),
    ],
)
def test_of_what_happens_often_more_must_be_shared(mine: Account, expected: bool) -> None:
    others = known([replace(telling(30, "graze wells herds"), classes=mine.classes)])
    assert is_sure(mine, others, atlas([]), one_story=False) is expected


@pytest.mark.parametrize(
    ("published", "expected"), [(date(2031, 5, 9), True), (date(2031, 5, 29), False)]
)
def test_talks_that_are_no_news_may_be_others_of_the_same_two(
    published: date, expected: bool
) -> None:
    talks = {"classes": frozenset({"talks"}), "founder": (published, "a", 0)}
    day = date(2031, 5, 6)
    others = known([replace(telling(None, "", **talks), days=Days(day, day, "day"))])
    assert is_sure(telling(None, "", **talks), others, atlas([]), one_story=False) is expected


@pytest.mark.parametrize(
    ("words", "days", "expected"),
    [
        (None, "2031-05-06", True),
        ("Tuesday", "2031-05-06", True),
        ("late on Tues.", "2031-05-06", True),
        ("Thursday", "2031-05-06", False),
        ("Thursday", "2031-05-06/2031-05-09", True),
        ("Thursday", "2031-05", True),
        ("May", "2031-05-06", True),
        ("13 June", "2031-05", False),
        ("June", "2031", True),
        ("years earlier", "2031-05-06", False),
        ("two weeks ago", "2031", False),
    ],
)
def test_words_that_nobody_can_reckon_still_rule_days_out(
    words: str | None, days: str, expected: bool
) -> None:
    first, last, precision = days_told(days)
    assert first is not None
    assert last is not None
    assert words_allow(words, Days(first, last, str(precision))) is expected
