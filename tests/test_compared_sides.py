"""Rules on the verdicts of figures, computed anew from the sides."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.compare.intervals import Interval
from scripts.compare.verdicts import Count, hull, verdict_of_counts
from validations.counted import RULES

SDS = {rule.id: rule for rule in RULES}
MAY = {day: date(2031, 5, day) for day in range(1, 8)}
SIDE = {
    "comparison_id": pl.String,
    "source_id": pl.String,
    "figure_id": pl.String,
    "low": pl.Float64,
    "high": pl.Float64,
    "modality": pl.String,
    "as_of": pl.Date,
    "scope": pl.String,
}


def tables(verdict, sides, measure="released", **more):
    """Sides are source, low, high, and what differs from an undated whole that occurred."""
    rows = []
    for source, low, high, *rest in sides:
        row = {"modality": "occurred", "as_of": None, "scope": "whole"}
        rows.append(row | {"comparison_id": "c", "source_id": source, "low": low, "high": high})
        rows[-1].update(*rest)
    compared = {"comparison_id": "c", "about": "figure", "verdict": verdict, "measure": measure}
    compared["source_count"] = len({row["source_id"] for row in rows})
    return {
        "comparisons": pl.DataFrame([compared | more]),
        "sides": pl.DataFrame(rows, schema=SIDE),
        "figures": pl.DataFrame({"figure_id": ["f"], "event_id": ["e"]}),
        "events": pl.DataFrame({"event_id": ["e"], "modality": ["occurred"]}),
        "sources": pl.DataFrame(
            [{"source_id": row["source_id"], "published_latest": MAY[4]} for row in rows]
        ),
    }


def announced(low):
    return ("a", low, low, {"modality": "announced"})


def on(source, low, day, high=None):
    return (source, low, high or low, {"as_of": MAY[day] if day else None})


def part(source, low):
    return (source, low, low, {"scope": "part"})


CASES = [
    # two papers that both print the two counts of two parties
    ("agree", [("a", 8, 8), ("a", 6, 6), ("b", 8, 8), ("b", 6, 6)], "released"),
    ("compatible", [("a", 8, 8), ("a", 6, 6), ("b", 5, 7)], "released"),
    ("compatible", [("a", 8, None), ("b", 10, None)], "released"),
    ("conflict", [("a", 8, 8), ("a", 6, 6), ("b", 7, 7)], "released"),
    ("conflict", [("a", 8, 8), ("b", 8, 8), ("c", 9, None)], "released"),
    # a promise is held against promises, a deed against deeds
    ("compatible", [announced(8), ("b", 7, 7)], "released"),
    ("conflict", [announced(8), ("b", 7, 7), ("c", 6, 6)], "released"),
    ("agree", [announced(8), ("b", 8, 8)], "released"),
    # a toll rises and does not fall; on one day it is one; of unknown days nothing is known
    ("compatible", [on("a", 8, 1), on("b", 11, 3)], "killed"),
    ("conflict", [on("a", 11, 1), on("b", 8, 3)], "killed"),
    ("conflict", [on("a", 8, 1), on("b", 11, 1)], "killed"),
    ("conflict", [on("a", 8, 1), on("b", 11, None)], "killed"),
    ("conflict", [on("a", 8, 1), on("b", 11, 3)], "released"),
    ("compatible", [on("a", 11, 1), on("b", 8, 3)], "missing"),
    ("compatible", [on("a", 11, 1), on("b", 8, 3, 12)], "killed"),
    # an earlier count of one is what the other gives, as long as the order is not known
    ("compatible", [on("a", 11, 2), on("a", 8, 1), on("b", 8, 2)], "killed"),
    ("compatible", [on("a", 11, 2), on("a", 8, None), on("b", 8, None)], "killed"),
    ("conflict", [on("a", 11, 2), on("a", 8, 1), on("b", 8, 3)], "killed"),
    ("conflict", [on("a", 11, 2), on("a", 8, 1), on("b", 8, 1), on("b", 9, 2)], "killed"),
    # parts add up, and a paper may leave some out
    ("compatible", [("a", 14, 14), part("b", 9), part("b", 5)], "killed"),
    ("compatible", [("a", 14, 14), part("b", 9), part("b", 4)], "killed"),
    ("conflict", [("a", 14, 14), part("b", 9), part("b", 6)], "killed"),
    ("conflict", [("a", 14, 14), part("b", 15)], "killed"),
    ("agree", [("a", 14, 14), ("b", 14, 14), part("b", 9), part("b", 6)], "killed"),
]


@pytest.mark.parametrize(("verdict", "sides", "measure"), CASES)
def test_a_verdict_holds_for_what_any_two_sources_say(verdict, sides, measure) -> None:
    assert SDS["SDS-015"].broken(tables(verdict, sides, measure)) == []
    assert SDS["SDS-016"].broken(tables(verdict, sides, measure)) == []
    wrong = "conflict" if verdict != "conflict" else "compatible"
    found = SDS["SDS-015"].broken(tables(wrong, sides, measure))
    assert [one.rule_id for one in found] == ["SDS-015"]
    if verdict == "compatible":
        assert SDS["SDS-016"].broken(tables("agree", sides, measure)) != []


@pytest.mark.parametrize(
    ("sides", "low", "high"),
    [
        ([("a", 8, 8), ("b", 9, None)], 8, None),
        ([("a", 14, 14), part("b", 9), part("b", 5)], 14, 14),
        ([part("b", 9), part("b", 5)], 14, 14),
        ([("b", 12, 12), part("b", 9)], 12, 12),
    ],
)
def test_a_comparison_allows_what_its_sides_allow_with_parts_added_up(sides, low, high) -> None:
    assert SDS["SDS-014"].broken(tables("single", sides, "killed", low=low, high=high)) == []
    assert SDS["SDS-014"].broken(tables("single", sides, "killed", low=low + 1, high=high)) != []


@pytest.mark.parametrize(("measure", "day"), [("released", 2), ("killed", 5)])
def test_no_day_is_given_for_counts_that_stand_or_after_publication(measure, day) -> None:
    assert SDS["SDS-017"].broken(tables("single", [on("a", 8, day)], measure)) != []
    assert SDS["SDS-017"].broken(tables("single", [on("a", 8, 2)], "killed")) == []


def test_the_mood_of_a_length_is_that_of_its_event() -> None:
    sides = [("a", 5, 5, {"modality": "announced", "figure_id": "f"}), ("b", 9, 9)]
    assert SDS["SDS-015"].broken(tables("compatible", sides)) == []
    built = tables("conflict", sides)
    lengths = built["comparisons"].with_columns(pl.lit(None, pl.String).alias("measure"))
    assert SDS["SDS-015"].broken(built | {"comparisons": lengths}) == []


@st.composite
def told(draw):
    low = draw(st.integers(0, 20))
    high = draw(st.none() | st.integers(low, 25))
    more = {
        "modality": draw(st.sampled_from(["occurred", "announced"])),
        "as_of": draw(st.none() | st.sampled_from(list(MAY.values()))),
        "scope": draw(st.sampled_from(["whole", "whole", "part"])),
    }
    return draw(st.sampled_from("abc")), low, high, more


@given(st.lists(told(), min_size=1, max_size=6), st.sampled_from(["killed", "missing", "released"]))
def test_the_rules_and_comparing_come_to_one_verdict(sides, measure) -> None:
    runs = {"killed": "up", "missing": "any", "released": ""}[measure]
    counts: dict[str, list[Count]] = {}
    for source, low, high, more in sides:
        said = Interval(low, float("inf") if high is None else high, None, False)
        part = more["scope"] == "part"
        count = Count(said, more["modality"], more["as_of"] if runs else None, part)
        counts.setdefault(source, []).append(count)
    found = verdict_of_counts(counts, runs)
    hulls = [hull(counts[source]) for source in counts]
    low, high = min(one.low for one in hulls), max(one.high for one in hulls)
    limits = {"low": low, "high": None if high == float("inf") else high}
    built = tables(found, sides, measure, **limits)
    for rule in ("SDS-014", "SDS-015", "SDS-016"):
        assert SDS[rule].broken(built) == []
