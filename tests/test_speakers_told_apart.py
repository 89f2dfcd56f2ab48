"""Speakers: whose words they are not, and what is no part of a name."""

import pytest

from scripts.resolve.rows import article_rows
from tests.stories import parsed, story
from tests.test_speakers import names, speakers


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Niger said in a joint statement that the road was cut.",
        "Chad and Niger issued a joint statement. The joint statement said the road was cut.",
    ],
)
def test_what_two_say_together_has_no_one_affiliation(text: str) -> None:
    assert speakers(text)[-1].affiliation is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A medical student named Okoro said the rain was heavy.", "Okoro"),
        ("Eleven-year-old Mina said the roof fell in.", "Mina"),
        ("The firm's Chief Safety Officer Ada Bello said the plant would open.", "Ada Bello"),
        ("Sheriff Amos Waweru said the road was closed.", "Amos Waweru"),
        ("Harbour Manager Ada Bello said the ferries would run.", "Ada Bello"),
        ("Study co-author Ada Bello said the ice was thin.", "Ada Bello"),
        ("Dr. Amos Waweru at Saint Anne said the patient was stable.", "Amos Waweru"),
        ("On Friday Hill Motor Company announced the plant was closing.", "Hill Motor Company"),
        ("Kenya's monitoring mission, HUMO, said it had sent troops to the lake.", "HUMO"),
        ("News 9 reported the house had burnt down.", "News 9"),
        ("The health agency's director, Dr. Ada Bello, said the ward was full.", "Ada Bello"),
        ("On Twitter, Ada Bello, sport columnist from Lagos, said the game was off.", "Ada Bello"),
        ("President Roh Dae-jung said the talks went well.", "Roh Dae-jung"),
        ("WHO director Ada Bello said the ward was full.", "Ada Bello"),
    ],
)
def test_roles_ages_and_days_are_no_part_of_a_name(text: str, name: str) -> None:
    assert names(text) == [name]


def test_the_minister_is_the_one_whose_office_was_told_before() -> None:
    assert names(
        "The Minister of Foreign Affairs, Amos Waweru, received the envoy on Monday.",
        "The Minister said the road would open soon.",
    ) == ["Amos Waweru"]


def test_an_army_without_a_country_is_the_army_named_before() -> None:
    text = "The Kenyan army attacked a base. The army has said it will not attend the talks."
    assert names(text) == ["Kenyan army"]


def test_its_press_release_is_by_whom_it_goes_back_to() -> None:
    text = (
        "The Harbour Federation did not name the player. According to its press release, "
        "the federation was suspending all games."
    )
    assert names(text) == ["Harbour Federation"]


def test_he_who_advises_a_governor_is_not_the_governor() -> None:
    text = (
        "Amos Waweru founded a site. He now works as adviser to Governor Ada Bello. "
        "He describes himself as a moderate."
    )
    assert names(text) == ["Amos Waweru"]


def test_she_is_no_name_in_capitals() -> None:
    text = "Ada Bello left at two. SKTV filmed the door. She told the court it was dark."
    assert "SKTV" not in names(text)


def test_friends_of_a_person_have_not_his_id() -> None:
    article = story("President Amos Waweru is ill. Friends of Amos Waweru said he was hurt.")
    rows = article_rows(article, parsed(article)[0]).statements
    assert [(row["speaker"], row["speaker_id"]) for row in rows] == [
        ("Friends of Amos Waweru", None)
    ]


def test_what_is_only_in_a_country_is_not_the_country() -> None:
    article = story("Channel Nine of Kenya reported the road was shut.")
    (row,) = article_rows(article, parsed(article)[0]).statements
    assert row["speaker_id"] != "KEN"


@pytest.mark.parametrize(
    ("text", "names_"),
    [
        (
            "The vote was described by Ada Bello as a triumph, saying she would serve all.",
            ["Ada Bello"] * 2,
        ),
        (
            'The governor Ada Bello tweeted her reasoning saying, "Today, I signed the law."',
            ["Ada Bello"],
        ),
        ('The rumour led Ada Bello to say "I was never there at all."', ["Ada Bello"]),
        (
            'Ada Bello took to the radio, posting later on Twitter, "We have tested positive."',
            ["Ada Bello"],
        ),
    ],
)
def test_verbs_that_hang_on_another_share_who_acts_there(text: str, names_: list[str]) -> None:
    assert names(text)[-1:] == names_[-1:]


@pytest.mark.parametrize(
    ("before", "phrase"),
    [
        ("The Relief Foundation (RF) sent food.", "The aid group"),
        ("The Lake Foundation sent food.", "The humanitarian organisation"),
    ],
)
def test_an_aid_group_is_the_body_named_before(before: str, phrase: str) -> None:
    found = names(f"{before} {phrase} said supplies would last three days.")
    assert found[0].endswith("Foundation")


def test_a_prince_who_is_minister_speaks_for_the_country_of_his_office() -> None:
    article = story("Kenya's foreign minister, Prince Faisal bin Omar, said the talks were useful.")
    (row,) = article_rows(article, parsed(article)[0]).statements
    assert (row["speaker"], row["affiliation_id"]) == ("Faisal bin Omar", "KEN")


def test_a_name_before_a_body_without_a_name_is_the_speaker() -> None:
    assert names("Ada Bello of a charity said it was planned.") == ["Ada Bello"]


def test_what_reporters_cite_is_no_part_of_what_they_report() -> None:
    text = "Lake News reported, citing a hospital, there were ten deaths on Monday."
    article = story(text)
    (row,) = article_rows(article, parsed(article)[0]).statements
    assert row["quote"] == "there were ten deaths on Monday"


def test_he_is_not_whom_he_speaks_to() -> None:
    text = (
        "Prince Omar bin Said of Kenya took the blame for the raid. "
        'Speaking to Jan Roe of Lake Radio, he said, "It happened while I was away."'
    )
    assert names(text) == ["Omar bin Said"]


def test_he_is_never_two_persons() -> None:
    text = (
        "Amos Waweru and Jan Roe said the road was shut. It rained. "
        "He said that the bridge was shut as well."
    )
    assert names(text)[1] != "Amos Waweru and Jan Roe"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to Ohio Senator Jane Roe, the plane is one of two left.", "Jane Roe"),
        (
            "It was criticised by archbishop Jorge Paul Roe. "
            "The archbishop said that it had to end.",
            "Jorge Paul Roe",
        ),
    ],
)
def test_a_place_or_a_calling_before_a_name_is_left_out(text: str, name: str) -> None:
    assert names(text) == [name]


def test_the_seat_of_a_government_is_as_good_a_side_as_its_country() -> None:
    article = story(
        "The White House closed. President Joe Biden of the White House said the house was shut."
    )
    (row,) = article_rows(article, parsed(article)[0]).statements
    assert row["affiliation_id"] == "USA"


def test_what_is_done_by_choice_is_said_by_nobody() -> None:
    assert names("The rooms were shared out according to their choice.") == []


def test_a_court_of_a_country_is_not_the_side_of_its_president() -> None:
    text = (
        "A judge of the Kenyan Lake Court ruled on it. Kenyan President Amos Waweru said the "
        "ruling was wrong. Waweru, whom the Kenyan Lake Court had heard, said it would stand."
    )
    article = story(text)
    rows = article_rows(article, parsed(article)[0]).statements
    assert {row["affiliation_id"] for row in rows} == {"KEN"}
