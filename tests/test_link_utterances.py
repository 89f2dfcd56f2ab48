import pytest

from tests.linking_world import World


def said(first, second, speakers=("CHL", "CHL"), kinds=("direct", "direct"), **sources):
    world = World()
    told = zip(("one", "two"), (first, second), speakers, kinds, strict=True)
    for source, words, speaker, kind in told:
        text = f"{source} heard it put like this: “{words}”\n"
        world.article(source, text, **sources.get(source, {}))
        world.statement(source, words, speaker, kind)
    return world


LONG = "We will open the pass before the first snow and keep it open"


@pytest.mark.parametrize(
    ("second", "utterances"),
    [
        (LONG, 1),
        (LONG.upper() + ".", 1),
        ("we will open the pass, before the first snow, and keep it open,", 1),
        ("We will open the pass … and keep it open", 1),
        ("We will open the pass [...] and keep it open", 1),
        ("We will open the pass ... and keep it shut", 2),
        ("and keep it open … We will open the pass", 2),
        ("We will close the pass before the first snow and keep it open", 2),
    ],
)
def test_words_are_one_utterance_once_case_marks_and_cuts_are_gone(second, utterances):
    assert len(said(LONG, second).linked().utterances) == utterances


def test_the_fullest_quoted_form_stands_for_the_utterance():
    (row,) = said("We will open the pass … and keep it open", LONG).linked().utterances
    assert row["text"] == LONG
    assert (row["source_count"], row["independent_count"]) == (2, 2)


def test_a_wire_and_its_copy_are_one_witness():
    world = said(LONG, LONG, one={"publisher": "Wire"}, two={"derived_from": "Wire"})
    (row,) = world.linked().utterances
    assert (row["source_count"], row["independent_count"]) == (2, 1)


@pytest.mark.parametrize(
    ("words", "speakers", "utterances"),
    [
        ("No comment", ("person-a", "person-a"), 1),
        ("No comment", ("person-a", "person-b"), 2),
        ("No comment", (None, None), 2),
        (LONG, ("person-a", "person-b"), 2),
        (LONG, ("person-a", "CHL"), 1),
        (LONG, (None, "CHL"), 1),
    ],
)
def test_few_words_need_one_speaker_and_two_persons_never_share(words, speakers, utterances):
    assert len(said(words, words, speakers).linked().utterances) == utterances


def test_the_speaker_stands_where_the_sources_agree():
    assert said(LONG, LONG).linked().utterances[0]["speaker_id"] == "CHL"
    assert said(LONG, LONG, ("CHL", "PER")).linked().utterances[0]["speaker_id"] is None


def test_reported_words_are_the_quoted_ones_if_they_are_equal():
    (row,) = said(LONG, LONG, kinds=("indirect", "direct")).linked().utterances
    assert row["source_count"] == 2


def test_a_quotation_over_two_paragraphs_is_one_utterance():
    world = World()
    world.article("one", "“The pass stays shut.\n“It opens in May.”\n")
    world.statement("one", "The pass stays shut.", "CHL")
    world.statement("one", "It opens in May.", "CHL", _continues=(1, 21))
    (row,) = world.linked().utterances
    assert row["text"] == "The pass stays shut. It opens in May."


def test_a_comparison_of_words_says_agree_only_word_for_word():
    for second, expected in (
        (LONG, "agree"),
        ("We will open the pass … and keep it open", "compatible"),
    ):
        _, (row,), sides = said(LONG, second).compared()
        assert (row["about"], row["verdict"]) == ("utterance", expected)
        assert {side["value_text"] for side in sides} == {LONG, second}


def test_papers_that_print_a_text_are_one_witness_and_hearers_of_a_speaker_are_not():
    assert (
        said(LONG, LONG, ("document-accord", None)).linked().utterances[0]["independent_count"] == 1
    )
    assert (
        said(LONG, LONG, ("person-a", "person-a")).linked().utterances[0]["independent_count"] == 2
    )
    _, (row,), sides = said(LONG, LONG, ("document-accord", None)).compared()
    assert row["independent_count"] == 1
    assert {side["family"] for side in sides} == {"statement:document-accord"}
