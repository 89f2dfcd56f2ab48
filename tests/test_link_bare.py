"""Within one article: what is told again without saying who, and where or when, is told once."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from scripts.link.account import Account
from scripts.link.atlas import atlas
from scripts.link.bare import join_bare
from scripts.link.days import Days
from scripts.link.sides import Sides

ATLAS = atlas(())
PRINTED = date(2031, 3, 5)


def told(
    at: int,
    sides: str = "",
    day: date | None = None,
    place: str | None = None,
    kind: str = "strike",
    killed: float | None = None,
) -> Account:
    """What the article tells of one event at an offset."""
    return Account(
        reports=(f"r-{at}",),
        told_by=("a",),
        sources=frozenset({"a"}),
        founder=(PRINTED, "a", at),
        classes=frozenset({kind}),
        standing="occurred",
        sides=Sides(frozenset(sides.split()), frozenset()),
        days=Days(day, day, "day") if day else None,
        place=place,
        latest=PRINTED,
        numbers=frozenset({("killed", killed, "")} if killed else ()),
        names=frozenset(),
        words=frozenset(),
        modes=frozenset({"attack"}),
    )


def joined(*accounts: Account, two_deeds: bool = False) -> list[list[str]]:
    found = join_bare(accounts, ATLAS, lambda a, b: two_deeds)
    return sorted(sorted(one.reports) for one in found)


FULL = told(0, "MLI", date(2031, 3, 4), "place-border")
BARE = told(200)


def test_a_deed_without_anybody_is_of_the_one_that_the_article_tells():
    assert joined(FULL, BARE) == [["r-0", "r-200"]]


def test_two_tellings_without_anybody_are_both_of_the_one_that_is_told_fully():
    assert joined(FULL, BARE, told(300)) == [["r-0", "r-200", "r-300"]]


def test_of_two_deeds_told_fully_neither_is_meant():
    second = told(90, "NER", date(2031, 3, 3), "place-ford")
    assert joined(FULL, second, BARE) == [["r-0"], ["r-200"], ["r-90"]]


@pytest.mark.parametrize(
    "other",
    [
        told(200, "NER"),
        told(200, kind="accord"),
        told(200, day=date(2031, 3, 4), place="place-border"),
        told(200, day=date(2029, 3, 4)),
        replace(BARE, another=True),
        replace(BARE, standing="announced"),
        told(200, kind="battle"),
    ],
    ids=["who", "kind", "nothing open", "long ago", "another", "to come", "a war"],
)
def test_what_names_somebody_or_something_else_stays_apart(other):
    full = (
        told(0, "MLI", date(2031, 3, 4), "place-border", "accord")
        if ("accord" in other.classes)
        else FULL
    )
    assert joined(full, other) == [["r-0"], ["r-200"]]


def test_an_old_deed_is_not_told_again_by_what_has_no_day():
    assert (
        len(joined(replace(FULL, days=Days(date(2029, 3, 4), date(2029, 3, 4), "day")), BARE)) == 2
    )


@pytest.mark.parametrize(("killed", "events"), [(9.0, 1), (14.0, 2)])
def test_different_numbers_of_dead_are_of_two_deeds(killed, events):
    full = replace(FULL, numbers=frozenset({("killed", 9.0, "")}))
    assert len(joined(full, told(200, killed=killed))) == events


def test_words_that_tell_of_two_deeds_keep_them_apart():
    assert joined(FULL, BARE, two_deeds=True) == [["r-0"], ["r-200"]]


def test_the_order_of_the_accounts_changes_nothing():
    held = (FULL, BARE, told(300), told(400, "NER", kind="battle"), told(500, kind="uprooting"))
    found = [joined(*order) for order in permutations(held)]
    assert all(one == found[0] for one in found)
