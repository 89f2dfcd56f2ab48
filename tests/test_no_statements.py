"""Statements: clauses and words in marks that nobody said, or that another said."""

import pytest

from tests.said import said


@pytest.mark.parametrize(
    "text",
    [
        "Bello then led, according to Time, the largest march in the country.",
        'The clerks may start saying, "Hey we will not lend."',
        'His play, "The Long Race to the North", was a joke, Mina Okoro said.',
        "A suit was filed against the emergency Mina Okoro declared last Friday so he could "
        "fund a wall.",
    ],
)
def test_half_clauses_titles_and_what_nobody_said_are_no_statements(text: str) -> None:
    cut = {"The Long Race to the North", "Hey we will not lend.", "so he could fund a wall"}
    found = {words for words, _ in said(text)}
    assert not found & cut
    assert not any(words.startswith("Bello") for words in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Shots were fired at a patrol, but nobody was hurt, Kosovo police said.",
            "Shots were fired at a patrol, but nobody was hurt",
        ),
        (
            "Mina Okoro said not only does the rock hold air, but the air holds dew.",
            "not only does the rock hold air, but the air holds dew",
        ),
        (
            "Mina Okoro noted the seals might not have the same effect as the whales have had, "
            "citing the harm caused off the coast when a storm broke the ice.",
            "the seals might not have the same effect as the whales have had",
        ),
    ],
)
def test_both_halves_of_a_clause_and_no_participle_behind_it(text: str, words: str) -> None:
    assert words in [found for found, _ in said(text)]


def test_what_a_narrator_was_told_by_him_or_her_is_left_out() -> None:
    text = "I went to the house. He told me that I would be picked up. Police told me to wait."
    assert all(who != "He" for _, who in said(text))
    assert said("Mina Okoro came. He said that the road was shut.")


def test_the_lead_before_a_colon_names_who_disagreed() -> None:
    text = 'Mina Okoro disagreed with the finding: "The wells were minor and are dry today."'
    assert [who for _, who in said(text)] == ["Mina Okoro"]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Fighters have taken the town of Masisi, a local lawmaker and two residents said on "
            "Tuesday.",
            "Fighters have taken the town of Masisi",
            "a local lawmaker and two residents",
        ),
        (
            "Three guards died in the blast near Gao, the army said in a note on Sunday.",
            "Three guards died in the blast near Gao",
            "the army",
        ),
    ],
)
def test_who_said_it_may_stand_behind_a_place(text: str, words: str, speaker: str) -> None:
    assert (words, speaker) in said(text)


def test_a_list_before_a_verb_of_saying_is_no_speaker() -> None:
    text = "Mina Okoro visited Lagos, Accra and said that the road was shut."
    assert said(text) == [("the road was shut", "Mina Okoro")]


def test_words_of_a_law_in_a_sentence_of_the_writers_are_no_statement() -> None:
    text = "He can be removed after a conviction for “Theft, fraud, or other high crimes.”"
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya denied all claims that he was hurt, however, a report found evidence of it.",
        'If your friend says, "Hey could I have a copy of that?", you share it.',
    ],
)
def test_what_turns_away_or_is_only_supposed_is_no_statement(text: str) -> None:
    assert said(text) == []


def test_where_and_when_it_was_said_is_no_part_of_what_was_said() -> None:
    text = "Mina Okoro said at a press conference yesterday morning the law should be changed."
    assert said(text) == [("the law should be changed", "Mina Okoro")]


def test_what_we_could_say_in_an_interview_is_no_statement() -> None:
    text = "We took a sample, and our team read it; we can say, “Yes, this piece is a bone.”"
    assert said(text) == []
