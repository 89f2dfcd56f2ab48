import pytest

from scripts.compare.events import roles_meet
from tests.linking_world import World


def compared(world, about):
    _, rows, sides = world.compared()
    found = [row for row in rows if row["about"] == about]
    held = {row["comparison_id"] for row in found}
    return found, [side for side in sides if side["comparison_id"] in held]


def talks(first, second):
    world = World()
    for place, precision, country in (
        ("place-lima", "city", "PER"),
        ("place-peru", "country", "PER"),
    ):
        world.place(place, precision, country)
    for source, (when, where) in (("one", first), ("two", second)):
        world.article(source, "Chile and Peru met to talk about the sea border.\n")
        world.report(source, "met", "CONSULT meet", "CHL PER", when=when, where=where)
    return world


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("2022-05-03", "2022-05-03", "agree"), ("2022-05-03", "2022-05", "compatible")],
)
def test_days_agree_or_are_compatible(first, second, expected):
    (row,), sides = compared(talks((first, None), (second, None)), "date")
    assert row["verdict"] == expected
    assert [side["value_text"] for side in sides] == [f"{first} ({first})", f"{second} ({second})"]


def test_an_inherited_day_takes_no_side():
    world = talks(("2022-05-03", "place-lima"), (None, "place-lima"))
    linked, rows, _ = world.compared()
    assert [report["date_basis"] for report in linked.reports] == ["stated", "inherited"]
    assert "date" not in {row["about"] for row in rows}


@pytest.mark.parametrize(
    ("second", "expected"), [("place-lima", "agree"), ("place-peru", "compatible")]
)
def test_a_town_and_its_country_are_compatible(second, expected):
    world = talks(("2022-05-03", "place-lima"), ("2022-05-03", second))
    (row,), _ = compared(world, "place")
    assert row["verdict"] == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, "agree"),
        ({}, {"mediator": "BRA"}, "compatible"),
        ({"mediator": "BRA"}, {"mediator": "BRA ARG"}, "compatible"),
        ({"mediator": "ARG"}, {"mediator": "BRA"}, "conflict"),
    ],
)
def test_another_mediator_is_a_conflict_and_a_missing_one_is_not(first, second, expected):
    world = World()
    for source, more in (("one", first), ("two", second)):
        world.article(source, "Chile and Peru met to talk about the sea border.\n")
        world.report(source, "met", "CONSULT meet", "CHL PER", when="2022-05-03", **more)
    (row,), sides = compared(world, "participant")
    assert row["verdict"] == expected
    assert all(side["value_text"].endswith("source: CHL, PER") for side in sides)


def test_what_papers_name_differently_is_not_held_against_them():
    one = {"target": frozenset({"polity-hill-republic"})}
    other = {"target": frozenset({"group-hill-fighters"})}
    assert roles_meet(one, other)


def test_an_event_of_one_source_is_no_comparison():
    world = World()
    world.article("one", "Chile and Peru met.\n")
    world.report("one", "met", "CONSULT meet", "CHL PER", when="2022-05-03")
    assert world.compared()[1] == ()


def test_keys_of_sides_are_unique():
    _, rows, sides = talks(("2022-05-03", "place-lima"), ("2022-05-03", "place-peru")).compared()
    keys = [(side["comparison_id"], side["source_id"], side["value_text"]) for side in sides]
    assert len(set(keys)) == len(keys)
    assert len({row["comparison_id"] for row in rows}) == len(rows) == 3
