"""Wordings of the same words: what differs is told word by word, and nothing is lost of either."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.page.variants import Piece, differences, variants, wordings
from scripts.trace.edition import Edition
from tests.command import FIRST

#: Few words, so that two texts share some; marks, spaces, accents, letters beyond the first plane.
_WORDS = st.sampled_from(
    [
        *("the", "The", "to", "peace", "talks", "won't", "will", "not", "re\u0301sume\u0301", "32"),
        *("cease-fire", "ceasefire", "…", ",", ". ", "“", "\u00a0", "😀", "𝔸𝔸", "سلام", "[sic]"),
        *("\u2028", "'"),
    ]
)
_TEXTS = st.one_of(
    st.lists(_WORDS, max_size=14).map(" ".join), st.lists(_WORDS).map("".join), st.text()
)


def restored(pieces: tuple[Piece, ...]) -> tuple[str, str]:
    return "".join(one.own for one in pieces), "".join(one.other for one in pieces)


def told(own: str, other: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.own, one.other) for one in differences(own, other)]


def row(
    key: str, source: str, quote: str, *, kind: str = "direct", start: int = 0
) -> dict[str, str]:
    return {
        "statement_id": key,
        "source_id": source,
        "utterance_id": "u-1",
        "char_start": str(start),
        "char_end": str(start + len(quote)),
        "kind": kind,
        "quote": quote,
        "speaker": "Chad",
        "speaker_id": "TCD",
        "said_date": "",
    }


@given(own=_TEXTS, other=_TEXTS)
def test_both_wordings_can_be_restored_from_what_differs(own: str, other: str) -> None:
    assert restored(differences(own, other)) == (own, other)


@given(own=_TEXTS, other=_TEXTS)
def test_a_piece_is_what_its_kind_says(own: str, other: str) -> None:
    for one in differences(own, other):
        holds = {
            "same": one.own == one.other,
            "slight": one.own != one.other,
            "added": bool(one.own) and not one.other,
            "missing": bool(one.other) and not one.own,
        }
        assert holds[one.kind], one


@given(text=_TEXTS)
def test_a_wording_does_not_differ_from_itself(text: str) -> None:
    assert {one.kind for one in differences(text, text)} <= {"same"}


def test_words_added_and_left_out_are_told() -> None:
    assert told("we want lasting peace now", "we want peace") == [
        ("same", "we want ", "we want "),
        ("added", "lasting ", ""),
        ("same", "peace", "peace"),
        ("slight", " ", ""),
        ("added", "now", ""),
    ]


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("Peace, now", "peace now"),
        ("a cease-fire", "a ceasefire"),
        ("“talks”", '"talks"'),
        ("we won’t", "we won't"),
        ("organise it", "organize it"),
        ("is not", "isn't"),
    ],
)
def test_case_marks_and_spelling_are_slight(own: str, other: str) -> None:
    kinds = {kind for kind, _, _ in told(own, other)}
    assert "slight" in kinds
    assert not kinds & {"added", "missing"}


def test_a_number_or_a_not_that_differs_is_never_slight() -> None:
    assert ("added", "33 ", "") in told("33 people left", "32 people left")
    assert ("missing", "", "not ") in told("we will go", "we will not go")


def test_a_mere_article_between_two_changes_is_changed_with_them() -> None:
    assert told("grew the tree", "felled the wood") == [
        ("missing", "", "felled the wood"),
        ("added", "grew the tree", ""),
    ]


def test_the_fullest_quotation_comes_first_and_prints_alike_stand_together() -> None:
    rows = [
        row("s-1", "a", "Chad will keep the peace", kind="indirect"),
        row("s-2", "b", "we will keep the peace for good"),
        row("s-3", "c", "keep the peace"),
        row("s-4", "d", "keep the peace"),
    ]
    found = wordings(rows)
    assert [one.prints for one in found] == [
        (("s-2",),),
        (("s-3",), ("s-4",)),
        (("s-1",),),
    ]
    assert found[0].pieces == ()
    assert restored(found[2].pieces) == (rows[0]["quote"], rows[1]["quote"])


def test_words_in_marks_and_the_same_words_without_are_two_wordings() -> None:
    found = wordings(
        [row("s-1", "a", "it is over"), row("s-2", "b", "it is over", kind="indirect")]
    )
    assert [one.prints for one in found] == [(("s-1",),), (("s-2",),)]
    assert [one.kind for one in found[1].pieces] == ["same"]


def test_a_quotation_over_paragraphs_is_one_print() -> None:
    first = row("s-1", "a", "It is over.")
    rows = [first, row("s-2", "a", "We begin anew.", start=14)]
    assert [one.prints for one in wordings(rows)] == [(("s-1", "s-2"),)]


def test_every_print_of_a_package_stands_in_its_wordings_once() -> None:
    edition = Edition(FIRST, "the first data set")
    found = dict(variants(edition))
    several = {
        one["utterance_id"]
        for one in edition.rows("utterances")
        if len(edition.where("statements", "utterance_id", one["utterance_id"])) > 1
    }
    assert set(found) == several != set()
    for key, held in found.items():
        ids = [id_ for one in held for prints in one["prints"] for id_ in prints]
        said = [one["statement_id"] for one in edition.where("statements", "utterance_id", key)]
        assert sorted(ids) == sorted(said)
        assert [bool(one["pieces"]) for one in held] == [False] + [True] * (len(held) - 1)
