"""Speakers: from the words that name them there to the fullest name of the article."""

import pytest

from scripts.find.statements import find_statements
from scripts.resolve.rows import article_rows
from scripts.resolve.speakers import Speaker, resolve_speakers
from tests.stories import parsed, story


def speakers(*paragraphs: str) -> list[Speaker]:
    article = story(*paragraphs)
    sentences, mentions = parsed(article)
    drafts = find_statements(article, sentences, mentions)
    return list(resolve_speakers(article, sentences, mentions, drafts))


def names(*paragraphs: str) -> list[str]:
    return [speaker.name for speaker in speakers(*paragraphs)]


def test_titles_are_no_part_of_a_name() -> None:
    text = "Kenyan Foreign Minister Amos Waweru said the bridge was safe."
    assert names(text) == ["Amos Waweru"]


def test_a_surname_stands_for_the_full_name_found_anywhere() -> None:
    assert names(
        "Mr Waweru said the bridge was safe.",
        "President Amos Waweru met the envoys on Monday.",
    ) == ["Amos Waweru"]


def test_he_goes_back_to_the_last_person_who_spoke() -> None:
    text = (
        "President Amos Waweru said the bridge was safe. He added that the army had checked it. "
        '"We will open it in May," he said.'
    )
    assert names(text) == ["Amos Waweru"] * 3


def test_he_goes_back_to_the_subject_of_the_sentence_before() -> None:
    text = 'President Amos Waweru was in no hurry. "We can wait until spring," he said.'
    assert names(text) == ["Amos Waweru"]


def test_it_goes_back_to_the_statement_and_not_to_a_person() -> None:
    text = (
        "In a joint statement issued on Monday, President Amos Waweru and President Ada Bello "
        "praised the truce. The statement said the border would open. It added that trade would "
        "follow."
    )
    assert names(text) == ["joint statement", "joint statement"]


def test_a_statement_stands_for_who_gave_it_out() -> None:
    text = (
        "The Kenyan government issued a statement on Monday. "
        "The statement said the border would open."
    )
    assert names(text) == ["Kenyan government"]


def test_a_press_release_stands_for_its_sender() -> None:
    text = "The Kenyan army shared a press release, saying the bridge was safe."
    assert names(text) == ["Kenyan army"]


@pytest.mark.parametrize("words", ["The two countries", "Both countries", "The two sides"])
def test_a_pair_stands_for_both_countries_of_the_story(words: str) -> None:
    text = (
        "Kenya and Uganda met on Monday. Kenya and Uganda had closed their border. "
        f"{words} said the border would open."
    )
    assert names(text) == ["Kenya and Uganda"]


def test_two_speakers_are_joined() -> None:
    text = "President Amos Waweru and President Ada Bello said the border would open."
    assert names(text) == ["Amos Waweru and Ada Bello"]


def test_an_office_is_not_the_person_who_holds_it() -> None:
    text = (
        "President Amos Waweru travelled on Monday. "
        '"He will be back on Friday," said the office of Mr Waweru.'
    )
    assert names(text) == ["office of Mr Waweru"]


def test_an_unnamed_role_stays_as_written() -> None:
    text = "A senior Kenyan official said the border would open."
    assert names(text) == ["senior Kenyan official"]


def test_an_apposition_names_instead_of_the_role() -> None:
    text = "The chairman of the border committee, Amos Waweru, said the border would open."
    assert names(text) == ["Amos Waweru"]


def test_a_role_goes_back_to_the_person_who_holds_it() -> None:
    text = (
        "Foreign Minister Amos Waweru flew home on Monday. The minister said the border would open."
    )
    assert names(text) == ["Amos Waweru"]


def test_the_commission_is_the_one_named_in_full() -> None:
    text = (
        "The State Commission on Missing Persons met on Monday. "
        "The commission said 12 people had been found."
    )
    assert names(text) == ["State Commission on Missing Persons"]


def test_the_group_is_the_last_body_that_spoke() -> None:
    text = (
        "The Border Rights Watch said 12 people had been found. "
        "The army denied the claim. Three are missing, the group said."
    )
    assert names(text)[-1] == "Border Rights Watch"


def test_letters_stand_for_the_long_name() -> None:
    text = (
        "The Front for Free Rivers (FFR) holds the bridge. On Monday the FFR said it would leave."
    )
    assert names(text)[-1] == "Front for Free Rivers"


def test_a_number_names_nobody() -> None:
    assert names("Of the men who came back, four said that they had been beaten.") == [""]


def test_a_speaker_whom_nothing_names_is_empty() -> None:
    assert speakers("He said the bridge was safe.")[0].name == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenyan Foreign Minister Amos Waweru said the bridge was safe.", "Kenyan"),
        ("Kenya's defence ministry said the bridge was safe.", "Kenya"),
        ("Amos Waweru, a spokesman for Kenya, said the bridge was safe.", "Kenya"),
    ],
)
def test_the_affiliation_is_where_the_text_gives_it(text: str, words: str) -> None:
    article = story(text)
    found = speakers(text)[0].affiliation
    assert found is not None
    assert found.of(article.text) == words


def test_speakers_are_parallel_to_their_statements() -> None:
    article = story('Amos Waweru said "we will go home soon". Nobody came.', "It rained, he said.")
    sentences, mentions = parsed(article)
    drafts = find_statements(article, sentences, mentions)
    assert len(resolve_speakers(article, sentences, mentions, drafts)) == len(drafts)


def test_a_name_behind_a_role_in_small_letters_is_the_name() -> None:
    assert names("Red River chair Tamsin Adeyo said the bridge was safe.") == ["Tamsin Adeyo"]


def test_a_report_is_not_the_statement_told_of_before() -> None:
    text = (
        "President Amos Waweru praised the truce in a statement. "
        "The report said the border would open."
    )
    assert names(text)[-1] == "report"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jan Roe of the Kivu Relief Fund said the road was cut.", "Jan Roe"),
        ("Geologist Jan Roe of Riverton said the road was cut.", "Jan Roe"),
        ("The Ministry of Public Works said the road was cut.", "Ministry of Public Works"),
        ("One of the children said the road was cut.", "One of the children"),
        ("Ole Rossel, the founder, left. Rossel said the road was cut.", "Ole Rossel"),
        (
            "Foreign Minister Liang Bo came on Monday. Liang said the road was cut.",
            "Liang Bo",
        ),
        (
            "Somali President Hassan Ward went home. The Somali leader said the road was cut.",
            "Hassan Ward",
        ),
        (
            "Vice President Dana Roe met President Ole Mork. The president said the road was cut.",
            "Ole Mork",
        ),
        (
            "Former President Karl Moe met President Ann Lund. The president said it was cut.",
            "Ann Lund",
        ),
        (
            "President Ole Mork met President Ann Lund. The two leaders said the road was cut.",
            "Ole Mork and Ann Lund",
        ),
        (
            "President Ole Mork met President Ann Lund. The latter said the road was cut.",
            "Ann Lund",
        ),
        (
            "President Ann Lund came. She and her colleagues said the road was cut.",
            "Ann Lund",
        ),
        (
            "Ghana's envoy, Kofi Mensa, wept. His Togolese guest, Yao Ago, agreed. “It is late,” "
            "he said.",
            "Yao Ago",
        ),
        ("Raju fell ill. They said the road was cut.", ""),
        ("The latter said the road was cut.", ""),
    ],
)
def test_a_speaker_has_the_fullest_name_of_the_article(text: str, name: str) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Government official Amos Waru died. The bridge is safe, the government said.",
            "government",
        ),
        (
            "The Norwegian Embassy in Juba closed its doors. The office said it was safe.",
            "Norwegian Embassy in Juba",
        ),
        (
            "Judge Kama Mell spoke first. One of the victims came later. She said it was late.",
            "One of the victims",
        ),
    ],
)
def test_a_short_phrase_stands_for_what_was_named_by_its_noun(text: str, name: str) -> None:
    assert names(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Minister Antonia Riva spoke late. “It is grave,” her spokesman, Farid Nas, said. She "
            "said the road was cut.",
            "Antonia Riva",
        ),
        (
            "Foreign and Migration Minister Faisal Halim said the road was cut.",
            "Faisal Halim",
        ),
        ("Another co-author, biology professor Julian Mars, said it was cut.", "Julian Mars"),
        ("Hamas fighters hit a ship. The company said the road was cut.", "company"),
    ],
)
def test_a_speaker_is_nobody_of_another_kind(text: str, name: str) -> None:
    assert names(text)[-1] == name


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
