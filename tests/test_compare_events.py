import pytest

from scripts.compare.events import disputed_role
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


@pytest.mark.parametrize(
    ("first", "second", "role"),
    [
        ({"mediator": {"QAT", "USA"}}, {"mediator": {"QAT"}}, None),
        ({"mediator": {"QAT"}}, {"mediator": {"EGY"}}, "mediator"),
        ({"mediator": {"organisation-foreign-office-of-qatar"}}, {"mediator": {"QAT"}}, None),
        ({"mediator": {"EGY"}, "host": {"QAT"}}, {"mediator": {"QAT"}}, None),
        ({"host": {"QAT"}}, {"host": {"EGY"}}, "host"),
        ({"source": {"person-a"}}, {"source": {"person-b"}}, None),
    ],
)
def test_only_another_mediator_or_host_is_another_cast(first, second, role):
    states = {"organisation-foreign-office-of-qatar": "QAT"}
    told = [{key: frozenset(actors) for key, actors in one.items()} for one in (first, second)]
    assert disputed_role(*told, states) == disputed_role(*reversed(told), states) == role


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


def noted(world, about):
    (row,), _ = compared(world, about)
    return row["verdict"], row["note"]


def test_a_note_names_those_who_are_named_as_mediator():
    world = World()
    for source, mediator in (("one", "BRA"), ("two", "ARG")):
        world.article(source, "Chile and Peru met to talk about the sea border.\n")
        when = "2022-05-03"
        world.report(source, "met", "CONSULT meet", "CHL PER", when=when, mediator=mediator)
    for actor_id, name in (("BRA", "Brazil"), ("ARG", "Argentina"), ("CHL", "Chile")):
        world.actors.append({"actor_id": actor_id, "name": name, "country_id": None})
    found, note = noted(world, "participant")
    assert found == "conflict"
    assert "one names Brazil as mediator, two names Argentina" in note
    assert "source: Chile, PER" in note


@pytest.mark.parametrize(
    ("about", "second", "reason"),
    [
        ("date", ("2022-05", None), "2022-05-03 lies within the other date."),
        ("place", ("2022-05-03", "place-peru"), "Lima lies in Peru."),
    ],
)
def test_a_note_says_why_days_and_places_fit(about, second, reason):
    found, note = noted(talks(("2022-05-03", "place-lima"), second), about)
    assert found == "compatible"
    assert note.endswith(reason)
