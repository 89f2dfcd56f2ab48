import random
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from scripts.link.values import Row
from tests.linking_world import World, events_of

NAMED = "when Abakar Djibrine and Haroun Tahir had spoken for the Zaghawa of Ennedi"
WORDED = "after grazing disputes, poisoned wells, kidnapped herdsmen and unanswered petitions"


def deed(world: World, name: str, words: str, published: str | None, **told: Any) -> None:
    if name not in world.texts:
        world.article(name, words, published)
    kind = told.pop("kind", "RETREAT release")
    world.report(name, words, kind, told.pop("source", "TCD"), told.pop("target", "SDN"), **told)


def bounds(
    world: World, source: str, order: Callable[[list[Row]], list[Row]] = list
) -> tuple[str, str]:
    (row,) = [row for row in world.linked(order).sources if row["source_id"] == source]
    return tuple(str(row.get(f"published_{end}")) for end in ("earliest", "latest"))


def freed(**undated: Any) -> World:
    """An undated paper, one that promised before, and one that tells the deed and its day."""
    world = World()
    world.article("u", undated.pop("words", "Chad freed 40 men."), None, **undated)
    pledged = {"modality": "announced", "when": "2031-05-02"}
    deed(world, "p", "Chad will free 40 men", "2031-05-02", **pledged)
    world.figure("p", "40 men", 40, measure="released", of="SDN", modality="announced")
    deed(world, "d", "Chad released 40 men", "2031-05-09", when="2031-05-08")
    world.figure("d", "40 men", 40, measure="released", of="SDN")
    return world


def test_an_article_is_not_older_than_what_it_tells_as_done() -> None:
    world = freed()
    deed(world, "u", "Chad freed 40 men", None)
    world.figure("u", "40 men", 40, measure="released", of="SDN")
    assert bounds(world, "u") == ("2031-05-08", "None")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Chad will set 40 men free", ("None", "2031-05-08")),
        ("Chad had said it would set 40 men free", ("None", "None")),
    ],
)
def test_an_article_is_not_younger_than_what_it_says_will_be_done(
    words: str, expected: tuple[str, str]
) -> None:
    world = freed(words=words)
    deed(world, "u", words, None, modality="announced")
    world.figure("u", "40 men", 40, measure="released", of="SDN", modality="announced")
    assert bounds(world, "u") == expected


def test_an_article_that_tells_promise_and_deed_is_not_older_than_the_deed() -> None:
    world = freed(words="Chad will set 40 men free. Chad freed 40 men.")
    deed(world, "u", "Chad will set 40 men free", None, modality="announced")
    deed(world, "u", "Chad freed 40 men", None)
    for nth, modality in enumerate(("announced", "occurred")):
        world.figure("u", "40 men", 40, measure="released", of="SDN", modality=modality, nth=nth)
    assert bounds(world, "u") == ("2031-05-08", "None")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"published_earliest": date(2031, 6, 1)}, ("2031-06-01", "None")),
        ({"published_earliest": date(2031, 4, 1)}, ("2031-05-08", "None")),
        ({"published_latest": date(2031, 5, 9)}, ("2031-05-08", "2031-05-09")),
        ({"published_latest": date(2031, 5, 8)}, ("2031-05-08", "2031-05-08")),
    ],
)
def test_a_bound_that_is_known_is_only_narrowed(
    given: dict[str, date], expected: tuple[str, str]
) -> None:
    world = freed(**given)
    deed(world, "u", "Chad freed 40 men", None)
    world.figure("u", "40 men", 40, measure="released", of="SDN")
    assert bounds(world, "u") == expected


def test_bounds_that_exclude_each_other_are_both_left_out() -> None:
    seized = f"Chad seized Idris Goukouni {WORDED}"
    words = f"Chad will set 40 men free. {seized}."
    world = freed(words=words)
    deed(world, "u", "Chad will set 40 men free", None, modality="announced")
    world.figure("u", "40 men", 40, measure="released", of="SDN", modality="announced")
    told = {"kind": "COERCE arrest", "target": "person-idris-goukouni"}
    deed(world, "u", seized, None, **told)
    assert bounds(world, "u") == ("None", "2031-05-08")
    deed(world, "e", f"They took him {WORDED}", "2031-05-21", when="2031-05-20", **told)
    assert bounds(world, "u") == ("None", "None")


def test_bounds_that_meet_in_a_day_tell_the_day() -> None:
    world = freed(published_latest=date(2031, 5, 8), published_basis="unknown")
    deed(world, "u", "Chad freed 40 men", None)
    world.figure("u", "40 men", 40, measure="released", of="SDN")
    (row,) = [row for row in world.linked().sources if row["source_id"] == "u"]
    assert (row["published"], row["published_basis"]) == (date(2031, 5, 8), "inferred")


def test_a_weak_link_bounds_nothing() -> None:
    world = World()
    told = {"kind": "CONSULT visit", "target": ""}
    deed(world, "a", f"They came {NAMED} {WORDED}", "2031-05-07", when="2031-05-06", **told)
    deed(world, "b", f"They called {NAMED} {WORDED}", None, **told)
    assert len(events_of(world.linked())) == 1
    assert bounds(world, "b") == ("None", "None")


def test_a_copy_bounds_nothing() -> None:
    world = freed(derived_from="d")
    deed(world, "u", "Chad freed 40 men", None)
    world.figure("u", "40 men", 40, measure="released", of="SDN")
    assert bounds(world, "u") == ("None", "None")


def test_an_inherited_day_bounds_nothing() -> None:
    world = freed()
    for name in ("u", "v"):
        if name == "v":
            world.article("v", "Chad freed 40 men.", None)
        deed(world, name, "Chad freed 40 men", None)
        world.figure(name, "40 men", 40, measure="released", of="SDN")
    world.sources = [row for row in world.sources if row["source_id"] != "d"]
    world.reports = [row for row in world.reports if row["source_id"] != "d"]
    world.roles = [one for one in world.roles if one[0]["source_id"] != "d"]
    world.figures = [row for row in world.figures if row["source_id"] != "d"]
    assert bounds(world, "u") == bounds(world, "v") == ("None", "None")


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_articles_bounds_nothing_otherwise(seed: int) -> None:
    world = freed()
    deed(world, "u", "Chad freed 40 men", None)
    world.figure("u", "40 men", 40, measure="released", of="SDN")

    def shuffled(rows: list[Row]) -> list[Row]:
        return random.Random(seed).sample(list(rows), len(rows))

    assert bounds(world, "u", shuffled) == ("2031-05-08", "None")
