"""Within one story: the pair of events that fit each other and nothing else is one event."""

from dataclasses import replace
from datetime import date
from itertools import combinations, permutations

import pytest

from scripts.link.account import Account
from scripts.link.atlas import atlas
from scripts.link.days import Days
from scripts.link.sides import Sides
from scripts.link.sole import join_sole

TOWN = "place-border"
ATLAS = atlas(
    [
        {"place_id": TOWN, "name": "Border", "country_id": "MLI", "place_precision": "city"},
        {"place_id": "place-ford", "name": "Ford", "country_id": "MLI", "place_precision": "city"},
    ]
)
PRINTED = date(2031, 3, 5)


def account(
    source: str,
    kind: str = "accord",
    sides: str = "MLI NER",
    day: int | None = None,
    printed: date | None = PRINTED,
    at: int = 0,
    place: str | None = None,
    numbers: tuple[tuple[str, float, str], ...] = (),
) -> Account:
    """What one article tells of one event, at an offset of its text."""
    when = date(2031, 3, day) if day else None
    return Account(
        reports=(f"{source}-{at}",),
        told_by=(source,),
        sources=frozenset({source}),
        founder=(printed or date.max, source, at),
        classes=frozenset({kind}),
        standing="occurred",
        sides=Sides(frozenset(sides.split()), frozenset()),
        days=Days(when, when, "day") if when else None,
        place=place,
        latest=printed,
        numbers=frozenset(numbers),
        names=frozenset(),
        words=frozenset(),
        modes=frozenset({"x"}),
    )


def joined(*accounts: Account, apart: tuple[str, ...] = ()) -> list[set[str]]:
    """The sources of each event, of articles that are all of one story but those named apart."""
    rows = [
        {"report_id": one.reports[0], "source_id": one.founder[1], "char_start": one.founder[2]}
        for one in accounts
    ]
    sources = {row["source_id"] for row in rows}
    near: dict[str, frozenset[str]] = {one: frozenset() for one in sources}
    for one, other in combinations(sorted(sources - set(apart)), 2):
        near[one] |= {other}
        near[other] |= {one}
    printed = {
        one.founder[1]: None if one.founder[0] == date.max else one.founder[0] for one in accounts
    }
    found = join_sole(accounts, rows, ATLAS, near, printed)
    return sorted((set(one.sources) for one in found), key=sorted)


def test_the_only_accord_of_the_same_two_in_two_articles_of_a_story_is_one():
    assert joined(account("a", day=4), account("b")) == [{"a", "b"}]


def test_articles_of_different_stories_are_left_alone():
    assert joined(account("a", day=4), account("b"), apart=("b",)) == [{"a"}, {"b"}]


def test_what_could_be_of_two_events_is_joined_to_neither():
    assert joined(account("a", day=4), account("b"), account("b", at=90)) == [{"a"}, {"b"}, {"b"}]


def test_of_two_that_fit_the_one_that_opens_its_article_as_the_other_does_is_meant():
    far = account("b", at=900)
    assert joined(account("a", day=4), account("b"), far) == [{"a", "b"}, {"b"}]


@pytest.mark.parametrize(("day", "events"), [(4, 1), (None, 1)])
def test_an_article_of_the_story_that_has_no_day_itself_tells_its_news(day, events):
    undated = account("b", printed=None)
    assert len(joined(account("a", day=day), undated)) == events


def test_two_articles_without_a_day_say_too_little():
    assert len(joined(account("a", printed=None), account("b", printed=None))) == 2


def test_an_old_event_is_not_the_news_of_an_article_without_a_day():
    old = replace(account("a"), days=Days(date(2030, 3, 4), date(2030, 3, 4), "day"))
    assert len(joined(old, account("b", printed=None))) == 2


def test_papers_printed_weeks_apart_tell_two_accords():
    assert len(joined(account("a", day=4), account("b", printed=date(2031, 3, 25)))) == 2


@pytest.mark.parametrize(
    ("place", "number", "events"),
    [(None, 3.0, 2), (TOWN, 3.0, 1), (None, 30.0, 1)],
)
def test_what_happens_every_week_must_share_a_day_a_town_or_a_telling_figure(place, number, events):
    told = (("killed", number, "NER"),)
    first = account("a", "strike", day=4, place=place, numbers=told)
    second = account("b", "strike", place=place, numbers=told)
    assert len(joined(first, second)) == events


@pytest.mark.parametrize(("kind", "events"), [("RETREAT/ceasefire", 1), ("talks", 2)])
def test_of_what_lasts_it_is_enough_that_both_articles_open_with_it(kind, events):
    assert len(joined(account("a", kind, "", day=4), account("b", kind, ""))) == events
    third = account("a", kind, "", at=20)
    assert len(joined(account("a", kind, "", day=4), third, account("b", kind, ""))) == 3


@pytest.mark.parametrize(("month", "events"), [(7, 1), (8, 2)])
def test_what_is_to_come_may_be_told_of_one_season_in_like_words(month, events):
    def summer(source: str, month: int) -> Account:
        days = Days(date(2031, month, 1), date(2031, 9, 30), "range")
        return replace(account(source, "talks", ""), days=days, latest=None)

    assert len(joined(summer("a", 7), summer("b", month))) == events


def test_a_further_event_is_never_the_one_told_elsewhere():
    assert len(joined(account("a", day=4), replace(account("b"), another=True))) == 2


def test_two_events_of_one_article_never_become_one_through_another():
    first, second = account("b", day=4), account("b", at=900)
    assert all(len(one) == len(set(one)) for one in joined(account("a", day=4), first, second))
    assert len(joined(account("a", day=4), first, second)) == 2


def test_the_order_of_the_accounts_changes_nothing():
    told = (
        account("a", day=4),
        account("b"),
        account("b", at=900),
        account("c", sides="MLI"),
        account("c", "talks", at=50),
    )
    found = [joined(*order) for order in permutations(told)]
    assert all(one == found[0] for one in found)


def test_an_article_of_another_subject_changes_nothing():
    told = (account("a", day=4), account("b"))
    other = account("z", "talks", "PER BOL")
    assert [one for one in joined(*told, other) if one != {"z"}] == joined(*told)


def test_a_bound_on_the_day_of_an_undated_article_is_no_day_of_printing():
    bounded = replace(account("b", printed=None), latest=date(2031, 12, 31))
    assert len(joined(account("a", day=4), bounded)) == 1
