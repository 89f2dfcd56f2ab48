import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scripts.compare.intervals import Interval, interval
from scripts.compare.verdicts import verdict
from tests.linking_world import World
from tests.test_link_exchange import swap


def compared(world, **columns):
    _, rows, sides = world.compared()
    found = [row for row in rows if all(row[key] == cell for key, cell in columns.items())]
    return found, sides


def released(world, of, by):
    found, sides = compared(
        world, about="figure", measure="released", of_actor_id=of, by_actor_id=by
    )
    assert len(found) == 1
    return found[0], [side for side in sides if side["comparison_id"] == found[0]["comparison_id"]]


@pytest.mark.parametrize(("of", "by", "value"), [("FIN", "NOR", 14), ("NOR", "FIN", 3)])
def test_promise_and_deed_are_one_comparison_under_the_deed(of, by, value):
    linked, _, _ = swap().compared()
    row, sides = released(swap(), of, by)
    (event,) = [event for event in linked.events if event["event_id"] == row["event_id"]]
    assert event["modality"] == "occurred"
    assert (row["verdict"], row["source_count"], row["best"]) == ("agree", 3, value)
    assert {side["source_id"] for side in sides} == {"herald", "gazette", "courier"}


def test_two_papers_with_one_statement_count_once():
    row, sides = released(swap(), "FIN", "NOR")
    assert row["independent_count"] == 2
    family = {side["source_id"]: side["family"] for side in sides}
    assert family["herald"] == family["gazette"] == "statement:FIN+NOR:2021-03-04"
    assert family["courier"] == "source:courier"


def test_a_deed_that_differs_from_the_promise_is_told_with_both_numbers():
    row, sides = released(swap(changed=13), "FIN", "NOR")
    assert row["verdict"] == "compatible"
    assert sorted(side["low"] for side in sides) == [13, 14, 14]
    assert (row["low"], row["best"], row["high"]) == (13, 13, 14)
    assert "courier says 13 Finnish seamen" in row["note"]
    assert row["note"].endswith("; announced 14, carried out 13.")
    assert released(swap(changed=13), "NOR", "FIN")[0]["verdict"] == "agree"


def test_two_promises_that_differ_are_a_conflict_whatever_was_done():
    world = swap(changed=13)
    (gazette,) = [f for f in world.figures if f["source_id"] == "gazette" and f["value"] == 14]
    gazette.update(value=15, low=15, high=15)
    row, _ = released(world, "FIN", "NOR")
    assert row["verdict"] == "conflict"
    assert "exclude each other" in row["note"]


def test_a_ruling_stands_beside_the_conflict():
    from scripts.compare.compared import compare

    nine, eight = ("9 people", 9, "exact", 9, 9), ("8 people", 8, "exact", 8, 8)
    linked = toll(("one", nine), ("two", eight)).linked()
    rows, _ = compare(linked, lambda row: "the nine" if row["verdict"] == "conflict" else "")
    assert {row["ruling"] for row in rows} == {None, "the nine"}


def war(first, second):
    """Two papers give the length of one war in their own units."""
    world = World()
    for source, (words, value, unit) in (("one", first), ("two", second)):
        world.article(
            source, f"It took {words} of fighting in 2010 between Bolivia and Paraguay.\n"
        )
        world.report(source, "fighting", "ASSAULT war", "BOL PRY", when="2010")
        world.figure(source, words, value, unit)
    (row,), _ = compared(world, about="figure")
    return row


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("40 days", 40, "day"), ("40 days", 40, "day"), "agree"),
        (("40 days", 40, "day"), ("six weeks", 6, "week"), "compatible"),
        (("38 days", 38, "day"), ("six weeks", 6, "week"), "compatible"),
        (("37 days", 37, "day"), ("six weeks", 6, "week"), "conflict"),
        (("two months", 2, "month"), ("seven weeks", 7, "week"), "compatible"),
        (("48 hours", 48, "hour"), ("2 days", 2, "day"), "compatible"),
    ],
)
def test_durations_meet_at_the_precision_of_their_units(first, second, expected):
    assert war(first, second)["verdict"] == expected


def test_durations_are_compared_in_days():
    row = war(("40 days", 40, "day"), ("six weeks", 6, "week"))
    assert (row["unit"], row["low"], row["best"], row["high"]) == ("day", 38.5, 40, 45.5)


def test_days_until_something_are_no_length_of_it():
    world = World()
    world.article("one", "Six days later the fighting ended between Bolivia and Paraguay.\n")
    world.report("one", "fighting ended between", "ASSAULT war", "BOL PRY")
    world.figure("one", "Six days", 6, "day")
    assert world.linked().figures[0]["event_id"] is None


def toll(*told, more=()):
    """Papers tell of one shelling; each gives words, value, bound, low, high."""
    world = World()
    for source, (words, value, bound, low, high) in told:
        text = f"Shells from Chad killed {words} in Niger on Sunday.\n{source} wrote this.\n"
        world.article(source, text, "2018-04-03")
        kind, day, town = "ASSAULT bombard", "2018-04-01", "place-diffa"
        world.report(source, f"killed {words}", kind, "TCD", "NER", day, town)
        world.figure(source, words, value, measure="killed", bound=bound, low=low, high=high)
    for step in more:
        step(world)
    return world


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (("9 people", 9, "exact", 9, 9), "agree"),
        (("about 10 people", 10, "about", 5, 15), "compatible"),
        (("at least 7 people", 7, "at_least", 7, None), "compatible"),
        (("more than 9 people", 9, "more_than", 9, None), "compatible"),
        (("at least 12 people", 12, "at_least", 12, None), "conflict"),
        (("up to 8 people", 8, "at_most", 0, 8), "conflict"),
        (("dozens of people", None, "vague", 24, 99), "conflict"),
        (("8 people", 8, "exact", 8, 8), "conflict"),
    ],
)
def test_counts_are_held_against_each_other_with_their_bounds(second, expected):
    world = toll(("one", ("9 people", 9, "exact", 9, 9)), ("two", second))
    (row,), _ = compared(world, about="figure", measure="killed")
    assert row["verdict"] == expected


def test_an_open_end_leaves_the_cell_empty():
    world = toll(
        ("one", ("9 people", 9, "exact", 9, 9)), ("two", ("over 7 people", 7, "more_than", 7, None))
    )
    (row,), sides = compared(world, about="figure", measure="killed")
    assert (row["low"], row["best"], row["high"]) == (7, 9, None)
    assert {side["high"] for side in sides if side["figure_id"]} == {9, None}


def test_best_is_what_most_independent_sources_state_and_wire_copies_count_once():
    nine, eight = ("9 people", 9, "exact", 9, 9), ("8 people", 8, "exact", 8, 8)
    world = toll(("one", nine), ("two", nine), ("three", nine), ("four", eight), ("five", eight))
    for source in world.sources[:3]:
        source["derived_from"] = "Wire"
    (row,), sides = compared(world, about="figure", measure="killed")
    assert (row["source_count"], row["independent_count"], row["best"]) == (5, 3, 8)
    assert sum(side["family"] == "origin:wire" for side in sides if side["figure_id"]) == 3


def test_two_papers_that_quote_one_speaker_rest_on_one_claim():
    def says(world):
        for source in ("one", "two"):
            words = "Shells from Chad killed 9 people in Niger on Sunday"
            world.statement(source, words, "organisation-red-cross", kind="indirect")

    nine = ("9 people", 9, "exact", 9, 9)
    world = toll(("one", nine), ("two", nine), more=[says])
    (row,), sides = compared(world, about="figure", measure="killed")
    assert row["independent_count"] == 1
    assert {s["family"] for s in sides if s["figure_id"]} == {"statement:organisation-red-cross"}
    assert all(side["statement_id"] for side in sides if side["figure_id"])


def test_the_claims_of_two_parties_in_every_paper_are_no_conflict():
    world = World()
    for source in ("one", "two"):
        world.article(
            source, "Chad says 70 soldiers died and Niger says 90 troops died in the raid.\n"
        )
        world.report(source, "raid", "ASSAULT attack", "TCD", "NER", "2018-04-01")
        world.figure(source, "70 soldiers", 70, measure="killed")
        world.figure(source, "90 troops", 90, measure="killed")
    (row,), sides = compared(world, about="figure", measure="killed")
    assert row["verdict"] == "agree"
    assert len([side for side in sides if side["figure_id"]]) == 4


@pytest.mark.parametrize(
    "cells",
    [{"modality": "possible"}, {"modality": "denied"}, {"subset_of_figure_id": "f-0123456789ab"}],
)
def test_what_nobody_claims_of_the_whole_takes_no_side(cells):
    world = toll(("one", ("9 people", 9, "exact", 9, 9)), ("two", ("8 people", 8, "exact", 8, 8)))
    world.figures[1].update(cells)
    (row,), _ = compared(world, about="figure", measure="killed")
    assert row["verdict"] == "single"


def test_counting_who_takes_part_is_no_comparison():
    world = World()
    for source in ("one", "two"):
        world.article(source, "The two sides met, Chile and Peru, at three posts.\n")
        world.report(
            source,
            "The two sides met, Chile and Peru, at three posts",
            "CONSULT meet",
            "CHL PER",
            when="2001-01-01",
        )
        world.figure(source, "two sides", 2, "object")
        world.figure(source, "three posts", 3, "object")
    found, _ = compared(world, about="figure")
    assert [row["low"] for row in found] == [3]


def test_miles_and_kilometres_are_one_distance():
    world = World()
    told = (("one", "10 miles", 10), ("two", "16 kilometres", 16), ("three", "30 km", 30))
    for source, words, value in told:
        world.article(source, f"Chad withdrew its army {words} on Sunday.\n")
        world.report(
            source,
            f"withdrew its army {words}",
            "RETREAT withdraw_troops",
            "TCD",
            when="2018-04-01",
            where="place-x",
        )
        world.figure(source, words, value, "distance")
    (row,), sides = compared(world, about="figure")
    assert row["verdict"] == "conflict"
    assert [round(s["low"], 2) for s in sides if s["figure_id"]] == [15.29, 29.5, 15.5]


# Laws.

bounds = st.integers(0, 200)


@st.composite
def intervals(draw):
    low, width = draw(bounds), draw(bounds)
    return Interval(low, low + width, low, True)


@given(intervals(), intervals())
def test_a_verdict_is_symmetric(a, b):
    one = verdict({"x": [a], "y": [b]}, Interval.equals, Interval.meets)
    other = verdict({"x": [b], "y": [a]}, Interval.equals, Interval.meets)
    assert one == other


@given(st.lists(intervals(), min_size=2, max_size=5), bounds, bounds, st.integers(0, 4))
def test_widening_a_bound_never_makes_a_conflict(said, down, up, which):
    def of(values):
        told = {str(n): [value] for n, value in enumerate(values)}
        return verdict(told, Interval.equals, Interval.meets)

    assume(of(said) != "conflict")
    at = which % len(said)
    wide = Interval(said[at].low - down, said[at].high + up, said[at].value, False)
    assert of([*said[:at], wide, *said[at + 1 :]]) != "conflict"


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(intervals(), min_size=1, max_size=3)))
def test_one_source_is_single_and_more_are_not(told):
    found = verdict(told, Interval.equals, Interval.meets)
    assert (found == "single") == (len(told) < 2)


@given(
    st.integers(1, 5000),
    st.sampled_from(["hour", "day", "week", "month", "year", "decade"]),
    st.sampled_from(["person", "object"]),
)
def test_a_measure_reaches_half_its_unit_and_a_count_stands(value, duration, count):
    row = {"value": value, "range_to": None, "low": value, "high": value, "bound": "exact"}
    measured = interval({**row, "unit": duration, "counted": "x"})
    one = interval({**row, "value": 1, "low": 1, "high": 1, "unit": duration, "counted": "x"})
    assert math.isclose(measured.width, one.width, abs_tol=1e-6)
    assert measured.low < measured.value < measured.high
    assert interval({**row, "unit": count, "counted": "x"}).width == 0


def test_adding_an_article_on_another_subject_changes_nothing_that_stood():
    _, before, sides = swap().compared()
    world = swap()
    world.article(
        "mail", "Chad shelled Niger on Sunday and killed 14 Finnish sailors.\n", "2021-03-09"
    )
    world.report("mail", "shelled Niger", "ASSAULT bombard", "TCD", "NER", "2021-03-07")
    world.figure("mail", "14 Finnish sailors", 14, measure="killed", of="FIN")
    _, after, sides_after = world.compared()
    assert {tuple(row.items()) for row in before} <= {tuple(row.items()) for row in after}
    assert {tuple(row.items()) for row in sides} <= {tuple(row.items()) for row in sides_after}


@pytest.mark.parametrize("again", ["herald", "gazette", "courier"])
def test_a_source_added_twice_adds_no_independence(again):
    before, _ = released(swap(), "FIN", "NOR")
    world = swap()
    world.article("zz-copy", world.texts[again], "2021-03-20", derived_from=again)
    copied = {}
    for rows in (world.reports, world.figures):
        for row in [row for row in rows if row["source_id"] == again]:
            copied[id(row)] = {**row, "source_id": "zz-copy"}
            rows.append(copied[id(row)])
    for row, role, actor in list(world.roles):
        if row["source_id"] == again:
            world.roles.append((copied[id(row)], role, actor))
    after, _ = released(world, "FIN", "NOR")
    assert after["source_count"] == before["source_count"] + 1
    assert after["independent_count"] == before["independent_count"]
    assert after["verdict"] == before["verdict"]
