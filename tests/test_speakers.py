"""Speakers: from the words that name them there to the fullest name of the article."""

import pytest

from scripts.find.statements import find_statements
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
