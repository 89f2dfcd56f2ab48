import pytest

from scripts.compare.notes import note
from scripts.compare.rests import ties, whose_word
from scripts.link.independence import families


def told(**rests):
    return ties(rests, families(rests))


@pytest.mark.parametrize(
    ("shared", "expected"),
    [
        ("source:a", "a and b print the same text"),
        ("origin:reuters", "a and b repeat Reuters"),
        ("origin:associated-press", "a and b repeat Associated Press"),
        ("origin:delta-wire", "a and b repeat Delta Wire"),
        (
            "statement:FIN+NOR:2021-03-04",
            "a and b pass on the joint statement of Finland and Norway of 2021-03-04",
        ),
        ("statement:FIN:undated", "a and b pass on the statement of Finland"),
        ("statement:NGA:police", "a and b both rest on the police of Nigeria"),
        ("statement:police", "a and b both rest on the police"),
        ("statement:UKR", "a and b both rest on Ukraine"),
        ("statement:organisation-cnn", "a and b both rest on CNN"),
        ("statement:organisation-delta-watch", "a and b both rest on the delta watch"),
        ("statement:person-ivo-ban", "a and b both rest on Ivo Ban"),
        ("statement:document-accord", "a and b both rest on the accord"),
        (
            "statement:document-fin-nor-joint-statement",
            "a and b both rest on the joint statement of Finland and Norway",
        ),
    ],
)
def test_a_tie_is_told_in_plain_words(shared, expected):
    assert told(a=["source:a", shared], b=[shared], c=["source:c"]) == expected


def test_only_ties_that_add_somebody_are_told_and_the_widest_first():
    rests = {
        "a": ["origin:reuters", "statement:police"],
        "b": ["origin:reuters", "statement:police"],
        "c": ["source:c", "statement:police"],
        "d": ["source:c"],
        "e": ["source:e"],
    }
    assert told(**rests) == "a, b and c all rest on the police, and c and d print the same text"


def test_sources_that_share_nothing_are_tied_by_nothing():
    assert told(a=["source:a"], b=["source:b", "statement:police"]) == ""


def test_the_note_says_why_sources_count_once_in_one_sentence():
    def side(source):
        return {"source_id": source, "value_text": "9 people", "modality": "occurred"}

    two, three = [side("a"), side("b")], [side("a"), side("b"), side("c")]
    tie = "a and b repeat Reuters"
    assert note("agree", two, 1, "", tie) == (
        "a and b say 9 people: the same from two sources that count as one since a and b repeat "
        "Reuters."
    )
    assert note("agree", three, 2, "", tie) == (
        "a, b and c say 9 people: the same from three sources, two independent ones since a and b "
        "repeat Reuters."
    )
    assert note("agree", two, 2) == (
        "a and b say 9 people: the same from two sources, all independent."
    )


@pytest.mark.parametrize(
    ("family", "expected"),
    [
        ("source:a", ""),
        ("origin:reuters", ""),
        ("statement:FIN+NOR:2021-03-04", "the joint statement of Finland and Norway"),
        ("statement:FIN:undated", "the statement of Finland"),
        ("statement:NGA:police", "the police of Nigeria"),
        ("statement:UKR", "Ukraine"),
    ],
)
def test_the_word_of_a_family_is_that_of_who_speaks_through_it(family, expected):
    assert whose_word(family) == expected
