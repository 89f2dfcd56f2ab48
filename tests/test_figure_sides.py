"""Whose the persons counted are and who did it, across clauses and sentences."""

import pytest

from tests.test_figures import figures, only


def by_of(text: str, value: float) -> str | None:
    found = next(f for f in figures(text) if f.number.value == value)
    return found.by.of(text) if found.by else None


def of_of(text: str, value: float) -> str | None:
    found = next(f for f in figures(text) if f.number.value == value)
    return found.of.of(text) if found.of else None


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("In all 31 villagers were killed in an attack by Chadian troops.", "Chadian"),
        ("At the port 31 dockers died in Kenyan air strikes.", "Kenyan"),
        ("Shells fired by Sudan killed 31 shoppers.", "Sudan"),
        ("A raid by Sudan killed 31 shoppers.", "Sudan"),
        ("A Nairobi attack killed 31 shoppers.", None),
        ("In all 31 villagers were killed in an attack.", None),
        ("Kenyan and Somali troops killed 31 rebels.", None),
        ("The road from Gambia claimed 31 lives.", "The road"),
        ("Sudan and Kenya killed 31 rebels.", None),
        ("Sudan was blamed for the death of 14 monks and the wounding of 31 more.", None),
        ("Kenya's killing of 14 monks and wounding of 31 nuns drew anger.", "Kenya"),
        ("Chad claimed to have killed 31 Sudanese soldiers.", "Chad"),
        ("Sudan denied that its forces killed 31 farmers.", "Sudan"),
        ("Hamas freed nine Thais on Monday. The group also freed 31 Filipinos.", "The group"),
        ("Egypt buried 31 of its nationals.", None),
        ("Peruvian officials said it had killed 31 people.", None),
        ("The Peruvian army said it had killed 31 people.", "Peruvian"),
        ("There are 31 Turks in the hands of Hamas.", "Hamas"),
        ("Chad freed the 31 pilots in May. The 31 pilots released were in good health.", "Chad"),
        ("Two guards were killed and 31 others wounded in an attack by Sudan.", "Sudan"),
    ],
)
def test_who_did_it_is_found_where_the_words_name_it(text: str, by: str | None) -> None:
    assert by_of(text, 31) == by


def test_the_first_of_two_passives_shares_the_doer_of_the_second() -> None:
    text = "Two guards were killed and 31 others wounded in an attack by Sudan."
    assert by_of(text, 2) == "Sudan"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Turkey said that 31 of its citizens were being held.", "Turkey"),
        ("Kenyan police said 31 of their officers had been wounded.", "Kenyan"),
        ("In the raid Sudan lost 31 soldiers.", "Sudan"),
        ("Of the 40 freed, 31 are Kenyans.", "Kenyans"),
        ("Peru has 31 peacekeepers in Mali.", "Peru"),
    ],
)
def test_whose_they_are_is_found_where_the_words_name_it(text: str, of: str) -> None:
    assert of_of(text, 31) == of


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The rebels lost 31 men.", "killed"),
        ("The party lost 31 lawmakers.", "other"),
        ("The airline lost 31 bags.", ""),
        ("Peru keeps 31 troops in Mali.", "troops"),
        ("The remains of 31 sailors were flown in.", "killed"),
        ("The gang held captives; 31 hostages were rescued.", "released"),
        ("A lifeboat crew rescued 31 swimmers.", "other"),
        ("Thousands fled. Some 31 Kenyans crossed into Uganda.", "displaced"),
        ("Some 31 Kenyans crossed into Uganda to shop.", "other"),
        ("The captives were tired. In all 31 sailors were flown home.", "released"),
        ("After the quake 31 people sought refuge in a school.", "displaced"),
        ("After the quake 31 people abandoned their homes.", "displaced"),
    ],
)
def test_verbs_that_need_it_are_read_by_what_is_spoken_of(text: str, measure: str) -> None:
    assert next(f for f in figures(text) if f.number.value == 31).measure == measure


def test_a_side_is_never_the_one_that_was_hit() -> None:
    found = only("In the raid Sudan lost 31 soldiers.")
    assert found.by is None


def test_those_brought_home_are_of_the_one_that_brought_them_and_by_their_keeper() -> None:
    text = "Kenya returned 31 soldiers from Peruvian captivity."
    assert (of_of(text, 31), by_of(text, 31)) == ("Kenya", "Peruvian")


def test_those_received_come_from_nobody_whose_own_people_are_counted() -> None:
    text = "Iraq has taken back 31 of its hostages and will try 12 Frenchmen."
    assert by_of(text, 31) is None
