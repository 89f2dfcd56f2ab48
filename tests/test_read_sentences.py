from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.read.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The truce held. Both sides said so.", 2),
        ("Troops crossed on Sept. 19 and left on Oct. 2, 2023.", 1),
        ("They met in Sept. Nobody knew of it.", 2),
        ("The U.S. Secretary of State spoke to Gen. Idris and Dr. Noor.", 1),
        ("He flew to the U.S. The talks went on without him.", 2),
        ("The meeting began at 5 p.m. Thursday and ended at 9 p.m. It was long.", 2),
        ("Article No. 5 of the accord was read out. No. 6 was not.", 2),
        ("He answered no. No. He would not sign.", 3),
        ("John F. Doe and A. A. Roe signed.", 1),
        ("He pointed at you and I. The guard saw it.", 2),
        ("1. The parties shall stop firing. 2. They shall leave.", 2),
        ("The war ended in 2020. The next one came in 2023.", 2),
        ("The accord calls for “more steps … and a longer pause … Armed groups” to leave.", 1),
        ("“We wait for them … to come. We keep asking.”", 2),
        ("“Will they stop?” Amal Idris asked. Nobody replied.", 2),
        ("“Will they stop?” The crowd was silent.", 2),
        ("“Never!” he cried. “Never again!”", 2),
        ("The raid killed one man. al-Noor led the militia.", 2),
        ("The minister left the country.The army stayed.", 2),
        ("See the site Example.Com for the text.", 1),
        ('The text said "it is over." "We are glad," she said.', 2),
        ("The aid (food, water etc.) arrived. [12] It was late.", 2),
        ("The count rose.[3] Officials gave no reason.", 2),
        ("The case of Roe v. Doe was heard.", 1),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text, parts):
    assert len(cut(text)) == parts, cut(text)


def test_offsets_count_in_the_whole_text():
    text = "Skip this. The truce held. It was late."
    assert [text[a:b] for a, b in sentences(text, 11, len(text))] == [
        "The truce held.",
        "It was late.",
    ]


WORDS = 'The truce held . ! ? … ... “ ” " ( ) U.S. Mr. Sept. 19 a Amal said al- [1] é Ж 中 ’s'
PIECES = st.sampled_from([*WORDS.split(), " ", " ", "  ", "\n", "\u00a0", "\u2028"])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_sentences_hold_all_that_is_not_white_space_in_order_without_overlap(text):
    spans = sentences(text, 0, len(text))
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all_is_cut_without_loss(text):
    spans = sentences(text, 0, len(text))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_the_platform_of_one_letter_ends_a_sentence_and_an_initial_does_not() -> None:
    text = "She said so on X. Chad replied. It was signed by J. Okoro on Monday."
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == [
        "She said so on X.",
        "Chad replied.",
        "It was signed by J. Okoro on Monday.",
    ]
