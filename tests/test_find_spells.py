"""Words for parts of months and years, and for spells, are found with what they say."""

import pytest

from tests.test_find_dates import only


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("It fell at the start of 2020.", "early"),
        ("It fell at the end of the 2020 season.", ""),
        ("It fell by the end of the 2020 and was lost.", "late"),
    ],
)
def test_the_start_of_a_thing_of_a_year_is_no_part_of_the_year(text: str, part: str) -> None:
    assert (only(text).year, only(text).part) == (2020, part)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("first week", "early"),
        ("first weeks", "early"),
        ("first days", "early"),
        ("opening days", "early"),
        ("first months", "early"),
        ("last week", "late"),
        ("last weeks", "late"),
        ("last days", "late"),
        ("final week", "late"),
        ("final weeks", "late"),
        ("final days", "late"),
        ("last months", "late"),
        ("final months", "late"),
        ("second week", ""),
        ("third week", ""),
    ],
)
def test_weeks_and_days_of_a_month_are_its_parts(words: str, part: str) -> None:
    found = only(f"It fell in the {words} of May 2018.")
    assert (found.kind, found.part) == ("month", part)


@pytest.mark.parametrize("name", ["Q1", "Q2", "Q3", "Q4", "H1", "H2"])
def test_quarters_and_halves_have_short_names(name: str) -> None:
    assert only(f"Exports fell in {name} 2018.").part == name.lower()


@pytest.mark.parametrize(
    ("words", "unit", "shift"),
    [
        ("over the past three days", "day", -3),
        ("in the last two weeks", "week", -2),
        ("in the next 72 hours", "day", 3),
        ("over the coming two months", "month", 2),
        ("in the last 90 minutes", "day", 0),
        ("in recent days", "day", None),
        ("in the coming weeks", "week", None),
        ("in past months", "month", None),
    ],
)
def test_spells_up_to_now_or_from_now_are_found(words: str, unit: str, shift: int | None) -> None:
    found = only(f"They met {words}.")
    assert (found.kind, found.unit, found.shift) == ("rolling", unit, shift)


def test_as_of_a_day_means_up_to_it() -> None:
    assert only("As of 3 May, nine were held.").modifier == "by"
