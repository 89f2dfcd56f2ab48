"""Figures told as members of a group, as parts, in lists, and again later."""

import pytest

from tests.test_figures import figures


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Among the dead were 31 cooks.", "killed"),
        ("The dead included 31 cooks.", "killed"),
        ("At least 31 cooks were among the dead.", "killed"),
        ("Thirty-one nurses, 31 cooks among them, met the missing pilot.", "other"),
        ("The death toll includes 31 cooks.", "killed"),
        ("Of those wounded, 31 were cooks.", "wounded"),
        ("Of the injured, 31 are still in hospital.", "wounded"),
        ("Of the injured, 31 later died.", "killed"),
        ("The detainees include the mission's last 31 cooks.", "held"),
        ("Also, 31 cooks are among those missing.", "missing"),
        ("Some 31 of the hostages were cooks.", "held"),
        ("Among the guests were 31 cooks.", "other"),
    ],
)
def test_members_of_a_group_share_what_befell_it(text: str, measure: str) -> None:
    assert [f.measure for f in figures(text) if f.number.value == 31][-1:] == [measure]


def test_members_of_a_group_are_a_part_of_the_one_figure_of_it() -> None:
    whole, part = figures("A fire in Lima killed 40 people. Among the dead were nine cooks.")
    assert part.subset_of == whole.span


def test_a_part_of_one_of_two_groups_points_to_neither() -> None:
    text = "A fire killed 40 people in Lima and 30 people in Cuzco. Among the dead were nine cooks."
    assert figures(text)[-1].subset_of is None


def test_what_is_said_in_passing_of_a_part_holds_for_it() -> None:
    whole, part = figures("Peru is holding 12 Chileans, three of them teachers.")
    assert (part.measure, part.subset_of) == ("held", whole.span)


def test_parts_of_the_dead_are_dead() -> None:
    whole, part = figures("The flood killed 12 people. Five of them were teachers at one time.")[:2]
    assert (part.measure, part.subset_of) == ("killed", whole.span)


def test_two_parts_side_by_side_have_one_whole() -> None:
    text = "Peru released 39 miners. Of the 39, 24 were men and 15 were women."
    *_, men, women = figures(text)
    assert (men.number.value, women.number.value) == (24, 15)
    assert men.subset_of == women.subset_of is not None
    assert women.unit == "person"


def test_of_whom_points_to_the_figure_before_it() -> None:
    text = "Police arrested 12 brokers, of whom three later fell ill, and two clerks."
    whole, part = figures(text)[:2]
    assert part.subset_of == whole.span


@pytest.mark.parametrize(
    "text",
    [
        "Peru freed 12 Chileans and Chile freed nine Peruvians. Two of the sailors are ill.",
        "Peru has 12 doctors in the camp. Two of the miners are ill.",
        "Some 12 people came. Peru said two of its sailors were ill.",
        "Some 12 people came. The vote went to 6 of the 7 judges.",
    ],
)
def test_a_part_points_to_no_figure_of_others(text: str) -> None:
    spans = {f.span for f in figures(text) if f.number.value in {9, 12}}
    assert not spans & {f.subset_of for f in figures(text)}


def test_the_number_and_the_figure_go_back_to_the_last_count() -> None:
    first, second = figures("Gunmen seized 137 pupils. The army had put the number at 287.")
    assert (second.unit, second.measure) == ("person", first.measure)


def test_the_whole_of_a_part_is_of_the_kind_counted_before() -> None:
    text = "Peru freed three pilots on Monday. Two of the three are Chileans."
    assert [f.unit for f in figures(text)] == ["person"] * 3


def test_one_deed_befalls_all_of_a_list() -> None:
    text = "In all, 920 rebels, 165 soldiers and policemen and 47 villagers died."
    assert [f.measure for f in figures(text)] == ["killed"] * 3


def test_a_list_of_unlike_deeds_shares_nothing() -> None:
    text = "The blast killed 12 sailors, 30 guests and 41 cars were hurt, and 5 men came."
    assert figures(text)[-1].measure == "other"


def test_the_same_rare_number_later_stands_for_the_same_people() -> None:
    text = "Peru holds 23 Chilean sailors. The two states met. “Twenty-three men are waiting.”"
    again = next(f for f in figures(text) if f.counted == "men")
    assert again.measure == "held"
    assert again.by is not None


def test_a_common_number_later_stands_for_anybody() -> None:
    text = "Peru holds three Chilean sailors. The two states met. “Three men are waiting.”"
    assert next(f for f in figures(text) if f.counted == "men").measure == "other"
