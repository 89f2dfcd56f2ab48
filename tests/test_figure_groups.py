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


def test_detainees_are_those_of_the_nearest_figure_captured_or_held() -> None:
    text = (
        "Mali says it still holds 23 men. Then it captured eight former officials. "
        "The detainees include the north's last three mayors."
    )
    _, captured, part = figures(text)
    assert (part.measure, part.subset_of) == ("captured", captured.span)


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


@pytest.mark.parametrize(
    "text",
    [
        "Officials listed 21 injured farmers in Lima, 36 in Cuzco and seven in Puno.",
        "Some 21 farmers from Lima were hurt, 36 from Cuzco and seven from Puno.",
    ],
)
def test_a_list_by_place_counts_one_thing(text: str) -> None:
    first, second, *_ = figures(text)
    assert first.unit == "person"
    assert (second.unit, second.measure) == (first.unit, first.measure)


def test_the_same_verb_again_counts_the_same_thing() -> None:
    first, second = figures("The north won 21 delegates, the south won nine.")
    assert (first.unit, second.unit) == ("person", "person")


def test_a_number_by_itself_in_another_clause_is_no_part_of_a_list() -> None:
    first, second = figures("A storm in Lima hurt 21 farmers, and the vote stood at 36.")
    assert (first.measure, second.measure) == ("wounded", "")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Four stabbed to death at Oslo police station", "killed"),
        ("In all 4 men were stabbed.", "wounded"),
        ("The mob beat 4 men to death.", "killed"),
        ("The clinic treated 4.", "other"),
        ("Lifeboats rescued 4.", "other"),
        ("The fire killed three patients. So far 4 have recovered.", "other"),
        ("The vigil was attended by 4.", "other"),
        ("The agency placed the death count at 4.", "killed"),
        ("The number of voters fell to 4.", "other"),
    ],
)
def test_numbers_without_a_noun_are_people_where_only_people_fit(text: str, measure: str) -> None:
    found = next(f for f in figures(text) if f.number.value == 4)
    assert (found.unit, found.measure) == ("person", measure)


def test_the_age_of_a_named_person_is_no_figure() -> None:
    assert figures("Dr Jones was 90.") == []


def test_what_a_noun_holds_is_not_planned_with_the_clause() -> None:
    text = "The state will test for infections among the nation's 5.5 million people."
    assert figures(text)[0].modality == "occurred"


def test_parts_behind_a_colon_point_to_the_figure_before_it() -> None:
    whole, *listed = figures("In all 27 people died: 14 in Lima, 11 in Cuzco and two at sea.")
    assert [(f.measure, f.subset_of) for f in listed] == [("killed", whole.span)] * 3


def test_two_of_those_killed_are_of_the_killed_and_not_of_the_wounded() -> None:
    text = "The raid killed six people and hurt 32. Two of those killed were brothers."
    killed, _, part = figures(text)
    assert (part.measure, part.subset_of) == ("killed", killed.span)


def test_of_whom_reaches_into_no_other_sentence() -> None:
    text = "Ridership fell to 20 million people. Teachers, of whom 450,000 came, marched."
    assert figures(text)[-1].subset_of is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The clinic treated 367 wounded, of whom 12 died.", [("wounded"), ("killed")]),
        ("Some 12 men were jailed and 120 clerks sacked.", ["held", "other"]),
        ("Some 12 men were jailed and 120 clerks shot dead.", ["held", "killed"]),
    ],
)
def test_a_state_or_participle_of_its_own_comes_before_what_is_shared(
    text: str, values: list[str]
) -> None:
    assert [f.measure for f in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Men in uniform massacre 136 in Peru village", "killed"),
        ("Lima gang attack death toll climbs to 136", "killed"),
        ("The massacre 136 years ago", ""),
        ("A plane with 136 freed Houthis landed.", "released"),
        ("A torpedo sank the ship with the loss of 136 sailors.", "killed"),
        ("The fire drove 136 across the border.", "displaced"),
        ("Peru contributed 136 soldiers.", "troops"),
        ("The gang, which has 136 soldiers in its jails, is rich.", "held"),
        ("Peru, which has 136 soldiers in the force, is glad.", "troops"),
        ("Washington imposed a visa ban on 136 officials.", "other"),
        ("The mob beat 136 men to death.", "killed"),
    ],
)
def test_the_words_that_govern_a_number_are_found_in_headlines_and_out_of_order(
    text: str, measure: str
) -> None:
    assert next(f for f in figures(text) if f.number.value == 136).measure == measure


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("They sent 19 clergymen home.", "person", "clergymen"),
        ("They freed 10 police and military hostages.", "person", "hostages"),
        ("They met 10 police and several hostages.", "person", "police"),
        ("They tested 19 specimens.", "object", "specimens"),
    ],
)
def test_people_are_known_by_the_form_of_the_word(text: str, unit: str, counted: str) -> None:
    found = figures(text)[0]
    assert (found.unit, found.counted) == (unit, counted)


def test_more_of_something_counts_what_was_counted() -> None:
    assert [f.unit for f in figures("Police held 13 brokers and looked for five more.")] == [
        "person",
        "person",
    ]


def test_troops_left_somewhere_are_troops() -> None:
    text = "Peru, which has 2,000 troops in Mali, will leave 400 there."
    assert [f.measure for f in figures(text)] == ["troops", "troops"]


def test_a_sum_behind_a_sum_is_money() -> None:
    text = "Peru promised 12 million euros over two years; Chile raised its aid to 21 million."
    assert figures(text)[-1].unit == "money"


def test_a_count_is_set_against_the_count_and_not_the_time_between() -> None:
    text = "Arrivals fell to 9,800 migrants in the first 11 months, from 17,000 a year before."
    assert next(f for f in figures(text) if f.number.value == 17000).unit == "person"


def test_a_toll_that_may_be_reached_is_possible() -> None:
    found = figures("The blast killed 250 people. The mayor feared the toll could reach 500.")
    assert (found[-1].measure, found[-1].modality) == ("killed", "possible")


@pytest.mark.parametrize(
    "text", ["Of the 46 dead, 22 were under 25.", "Most of them are over 70.", "She was four."]
)
def test_ages_above_or_below_something_are_no_figures(text: str) -> None:
    assert not {f.number.value for f in figures(text)} & {25, 70, 4}


@pytest.mark.parametrize(
    ("text", "unit", "measure"),
    [
        ("Coast guard defends response as 78 die", "person", "killed"),
        ("Some 150 were hurt, including 78 who were in intensive care.", "person", "wounded"),
        ("The mayor said deaths could reach 78.", "person", "killed"),
        ("The panel put the dead at 78.", "person", "killed"),
        ("The panel put the dead at 9 and the injured at 78.", "person", "wounded"),
        ("Five Kenyans and 78 Chinese were identified.", "person", "other"),
        ("In all 78 pupils with minor injuries came.", "person", "wounded"),
        ("In all 78 pupils with heavy bags came.", "person", "other"),
        ("Then 78 children were taken to hospital.", "person", "wounded"),
        ("Then 78 children were taken to school.", "person", "other"),
        ("Two boys were hurt, three others lost 78 marbles.", "object", ""),
        ("The gang jailed 78 people smugglers.", "person", "held"),
    ],
)
def test_more_ways_of_telling_of_people(text: str, unit: str, measure: str) -> None:
    found = next(f for f in figures(text) if f.number.value == 78)
    assert (found.unit, found.measure) == (unit, measure)


def test_a_number_before_a_state_and_a_comma_is_a_figure_by_itself() -> None:
    first, second = figures("Three killed, four others injured in stabbing in Leeds")
    assert (first.number.value, first.measure) == (3, "killed")
    assert (second.number.value, second.measure) == (4, "wounded")


def test_parts_that_add_up_to_the_figure_before_them_are_its_parts() -> None:
    text = "In all 20 bodies were found, eleven women and nine men, the mayor said."
    whole, *listed = figures(text)
    assert [(f.measure, f.subset_of) for f in listed] == [("killed", whole.span)] * 2


def test_parts_that_do_not_add_up_stay_by_themselves() -> None:
    text = "In all 20 bodies were found, eleven women and eight men came, the mayor said."
    assert {f.subset_of for f in figures(text)} == {None}


@pytest.mark.parametrize("text", ["The winner, 61, will serve.", "Deputy mayor Ann Ray, 44, won."])
def test_an_age_behind_somebody_is_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "During these five weeks parliament cannot pass laws.",
        "The growth was not on par with 5 percent.",
    ],
)
def test_how_long_something_does_not_happen_is_no_denial(text: str) -> None:
    assert figures(text)[0].modality == "occurred"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The house holds two ministers in contempt.", "other"),
        ("The panel held two officers responsible.", "other"),
        ("The gang held two officers in a cellar.", "held"),
    ],
)
def test_those_held_responsible_are_not_held(text: str, measure: str) -> None:
    assert figures(text)[0].measure == measure
