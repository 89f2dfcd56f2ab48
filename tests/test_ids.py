import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.link.ids import IdCollisionError, assign_ids, masked, row_id


def figure(source: str, start: int, words: str) -> dict[str, object]:
    return {"source_id": source, "char_start": start, "char_end": start + 3, "_words": words}


def ids(*rows: dict[str, object]) -> list[str]:
    return [str(row["figure_id"]) for row in assign_ids("f", rows, lambda row: str(row["_words"]))]


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_other_parts_give_another_id(first, second):
    if [part.replace("\x1f", " ") for part in first] != [p.replace("\x1f", " ") for p in second]:
        joined = "\x1f".join(first) == "\x1f".join(second)
        assert joined or row_id("e", *first) != row_id("e", *second)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They freed 41 men.", "They freed 1,400 men."),
        ("They freed forty-one men.", "They freed two hundred and six men."),
        ("They freed two men.", "They freed 7 men."),
        ("They freed dozens of men.", "They freed 50 of men."),
    ],
)
def test_a_corrected_number_keeps_its_id(before, after):
    assert masked(before) == masked(after)
    assert ids(figure("one", 11, before)) == ids(figure("one", 11, after))


def test_moved_text_keeps_its_id():
    assert ids(figure("one", 11, "Five left.")) == ids(figure("one", 900, "Five left."))


def test_words_that_hold_a_number_word_are_not_masked():
    assert masked("Someone told the tenant.") == "Someone told the tenant."


def test_two_rows_of_one_sentence_have_two_ids_whatever_order_they_come_in():
    first, second = figure("one", 5, "Six and six."), figure("one", 20, "Six and six.")
    assert ids(first, second) == ids(second, first)
    assert len(set(ids(first, second))) == 2


def test_the_same_sentence_in_two_sources_gives_two_ids():
    assert len(set(ids(figure("one", 5, "Six."), figure("two", 5, "Six.")))) == 2


def test_a_collision_fails_and_names_both_rows(monkeypatch):
    monkeypatch.setattr("scripts.link.ids.row_id", lambda *_: "f-000000000000")
    with pytest.raises(IdCollisionError, match="one at 5 and two at 9"):
        ids(figure("one", 5, "Six."), figure("two", 9, "Ten."))
