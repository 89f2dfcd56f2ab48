"""Quotation marks: how they pair, what lies between them, what stays over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.find.quotations import Quotation, Unpaired, find_quotations


def pairs(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in find_quotations(text, 0, len(text))[0]]


def unpaired(text: str) -> list[Unpaired]:
    return list(find_quotations(text, 0, len(text))[1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will wait," she said. "Then we go."', ["We will wait,", "Then we go."]),
        ("“We will wait,” she said.", ["We will wait,"]),
        ("„Wir warten ab“, he said.", ["Wir warten ab"]),
        ("«On attend encore», he said.", ["On attend encore"]),
        ("« On attend encore », he said.", ["On attend encore"]),
        ("»Wir warten ab«, he said.", ["Wir warten ab"]),
        ("‘We will wait,’ she said.", ["We will wait,"]),
        ('He called it “a step forward".', ["a step forward"]),
        ('They saw " many sides of it" there.', ["many sides of it"]),
        ('"When?" she asked. "Now?"', ["When?", "Now?"]),
        ('He said: "one … two [three]."', ["one … two [three]."]),
        ('She said "- no, never again" twice.', ["no, never again"]),
    ],
)
def test_marks_of_a_kind_pair(text: str, expected: list[str]) -> None:
    assert pairs(text) == expected
    assert unpaired(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "James O'Neill and the workers' union met in '98.",
        "It’s Georgia’s border and the soldiers’ camp.",
        "The 1990s' and '80s' wars weren't theirs.",
        "Rock 'n' roll, 'tis said, isn't dead.",
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    assert find_quotations(text, 0, len(text)) == ((), ())


def test_a_possessive_inside_single_marks_does_not_end_them() -> None:
    text = "‘We honour the workers’ rights here,’ he said."
    assert pairs(text) == ["We honour the workers’ rights here,"]


def test_single_marks_inside_double_ones_are_part_of_the_quotation() -> None:
    assert pairs("“He told me ‘never’ and left,” she said.") == ["He told me ‘never’ and left,"]


def test_double_marks_inside_single_ones_are_part_of_the_quotation() -> None:
    assert pairs("‘He told me “never” and left,’ she said.") == ["He told me “never” and left,"]


def test_short_straight_marks_inside_straight_ones_are_part_of_the_quotation() -> None:
    text = 'She wrote: "The "free press" is gone. Nobody is left to ask." Later she rang.'
    assert pairs(text) == ['The "free press" is gone. Nobody is left to ask.']
    assert unpaired(text) == []


def test_a_lost_closing_mark_does_not_swallow_the_next_quotation() -> None:
    text = '"He left the hall. "I will stay," she said.'
    assert pairs(text) == ["I will stay,"]
    assert unpaired(text) == [Unpaired(0, '"')]


def test_an_unclosed_quotation_ends_with_its_paragraph_and_is_reported() -> None:
    text = 'He said "we will see.\n\nNothing more was heard.'
    quotations, missing = find_quotations(text, 0, len(text))
    assert [(q.span.of(text), q.closed) for q in quotations] == [("we will see.", False)]
    assert missing == (Unpaired(8, '"'),)


def test_a_closing_mark_without_an_opening_one_is_reported() -> None:
    assert unpaired('We will go," he said.') == [Unpaired(11, '"')]


def test_inches_are_no_marks() -> None:
    assert find_quotations('a pipe of 6" was laid', 0, 21) == ((), ())


def test_a_paragraph_that_opens_again_goes_on_with_the_quotation() -> None:
    text = "“We came at dawn.\n\n“We left at dusk,” he said."
    quotations, missing = find_quotations(text, 0, len(text))
    first, second = quotations
    assert (first.span.of(text), second.span.of(text)) == ("We came at dawn.", "We left at dusk,")
    assert (first.continues, second.continues) == (None, first.span)
    assert missing == ()


def test_marks_that_the_next_paragraph_does_not_take_up_are_not_continued() -> None:
    text = "He said “we came.\n\n“We left,” she said."
    quotations, missing = find_quotations(text, 0, len(text))
    assert [q.continues for q in quotations] == [None, None]
    assert [mark.offset for mark in missing] == [8]


def test_nothing_between_marks_is_no_quotation() -> None:
    assert pairs('He said "" and " " again.') == []


_TEXT = st.text(alphabet="ab .,!?\n'’‘\"“”«»-([", max_size=80)


@given(_TEXT)
def test_spans_hold_neither_outer_marks_nor_white_space_at_their_ends(text: str) -> None:
    for quotation in find_quotations(text, 0, len(text))[0]:
        inner, outer = quotation.span, quotation.outer
        assert outer.start < inner.start < inner.end <= outer.end
        assert inner.of(text).strip() == inner.of(text)
        assert inner.of(text)[0] not in "=+-@"
        assert not quotation.closed or inner.end < outer.end


@given(_TEXT)
def test_quotations_follow_each_other_and_lose_no_text(text: str) -> None:
    quotations, missing = find_quotations(text, 0, len(text))
    at, pieces = 0, []
    for quotation in quotations:
        assert quotation.outer.start >= at
        pieces += [text[at : quotation.outer.start], quotation.outer.of(text)]
        at = quotation.outer.end
    assert "".join([*pieces, text[at:]]) == text
    assert all(text[mark.offset] == mark.mark for mark in missing)


@given(_TEXT, st.sampled_from(["Before.\n\n", "One line\n\nand “another” one.\n\n"]))
def test_pairing_stays_when_text_is_put_before_or_behind(text: str, other: str) -> None:
    alone, missing = find_quotations(text, 0, len(text))
    joined = other + text + "\n\nAfter."
    moved, still = find_quotations(joined, len(other), len(other) + len(text))

    def back(quotation: Quotation) -> tuple[int, int]:
        return quotation.span.start - len(other), quotation.span.end - len(other)

    assert [back(q) for q in moved] == [(q.span.start, q.span.end) for q in alone]
    assert [m.offset - len(other) for m in still] == [m.offset for m in missing]
