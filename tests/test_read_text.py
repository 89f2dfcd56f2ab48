import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.read.text import MAX_LINE, TextError, clean, decode, unwrap


def test_byte_order_mark_and_line_ends_are_made_plain():
    assert decode("\ufeffOne.\r\nTwo.\rThree.\n".encode()) == "One.\nTwo.\nThree.\n"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"A truce in caf\xe9 talks", "byte 14 (0xE9)"),
        (b"PK\x03\x04\x00\x00", "NUL"),
        ("A truce".encode("utf-16"), "UTF-16"),
        (b"A truce\x1b[31m held", "U+001B"),
        (b"x" * (MAX_LINE + 1), "line 1 has 1,000,001 characters"),
    ],
)
def test_what_is_no_text_says_why(raw, says):
    with pytest.raises(TextError) as caught:
        decode(raw)
    assert says in str(caught.value)


PARAGRAPHS = [
    "Rebels free hostages",
    "The rebels on Monday freed hostages who had been held for six weeks in the hills of the "
    "north, an official said. The release followed talks that Norway had brokered in Oslo.",
    "They are tired, said the official, who did not give a name because of the danger that such "
    "words may bring to those who are still held there.",
]
WRAPPED = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS) + "\n"


def test_text_broken_at_a_width_gets_its_paragraphs_back():
    assert unwrap(WRAPPED) == "\n\n".join(PARAGRAPHS) + "\n"


def test_front_matter_keeps_its_lines():
    front = "---\ntitle: Rebels free hostages\npublished: 2024-01-02\n---\n"
    assert unwrap(front + WRAPPED, len(front)).startswith(front)


def test_paragraphs_of_one_line_each_stay_apart():
    text = "The truce held on Monday.\nTroops left the town.\nAid came in by road.\n" * 3
    assert unwrap(text) == text


def test_list_items_stay_apart():
    text = WRAPPED + "\nThe deal, they said, has these points that all of them signed:\n- a pause\n"
    assert unwrap(text).endswith("signed:\n- a pause\n")


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab .\n-A,"), max_size=400))
def test_unwrapping_changes_line_breaks_into_spaces_and_nothing_else(text):
    after = unwrap(text)
    assert len(after) == len(text)
    assert all(x == y or (x, y) == ("\n", " ") for x, y in zip(text, after, strict=True))


def test_a_sentence_broken_once_goes_on_and_headings_stay_lines() -> None:
    broken = (
        "A headline\n\nThe rebels said on Monday that they had freed all of the\n"
        "captives whom they took in the raid.\n\nWhat the army says\nand what it does\n"
    )
    read = unwrap(broken)
    assert len(read) == len(broken)
    assert "all of the captives whom" in read
    assert "What the army says\nand" in read


def test_a_tab_becomes_a_space_in_its_place():
    assert clean("Peru\tand Chile\tmet.") == "Peru and Chile met."
