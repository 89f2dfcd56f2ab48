import pytest

from scripts.find.modality import modality
from scripts.find.parse import parse
from scripts.read.article import Article, Block


def of_word(sentence: str, word: str) -> str:
    article = Article("a", "a.txt", sentence, "", {}, (Block(0, len(sentence), "body"),))
    ((_, (parsed,)),) = parse([article])
    return modality(next(token for token in parsed.doc if token.text == word))


@pytest.mark.parametrize(
    ("sentence", "word", "code"),
    [
        ("Kenya released 12 men.", "released", "occurred"),
        ("Kenya will release 12 men.", "release", "announced"),
        ("Kenya is to release 12 men.", "release", "announced"),
        ("Kenya agreed to release 12 men and free two others.", "free", "announced"),
        ("Kenya said it would release 12 men.", "release", "announced"),
        ("Kenya would free them if Uganda agreed.", "free", "possible"),
        ("They may free 12 men.", "free", "possible"),
        ("Kenya is expected to free 12 men.", "free", "possible"),
        ("Kenya has not released the men.", "released", "denied"),
        ("No soldiers were killed.", "killed", "denied"),
        ("Kenya denied holding 12 men.", "holding", "denied"),
        ("Kenya refused to hand over 12 men.", "hand", "denied"),
        ("They failed to meet on Monday.", "meet", "denied"),
        ("The UN demanded that the troops leave the town.", "leave", "possible"),
        ("He said they had left and Kenya would free two.", "free", "announced"),
        ("Kenya was reluctant to free 12 men.", "free", "possible"),
        ("They still have to free 12 men.", "free", "possible"),
        ("They were forced to flee.", "flee", "occurred"),
        ("The rebels attacked, killing nine and wounding 20.", "wounding", "occurred"),
    ],
)
def test_a_verb_has_the_modality_of_its_clause(sentence: str, word: str, code: str) -> None:
    assert of_word(sentence, word) == code


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The two sides agreed on the release of 12 men.", "announced"),
        ("The release of 12 men will take place on Monday.", "announced"),
        ("The UN called for the release of 12 men.", "possible"),
        ("Kenya announced the change at the release of 12 men.", "occurred"),
        ("The UN welcomed the release of 12 men.", "occurred"),
    ],
)
def test_a_noun_that_tells_of_a_deed_has_the_modality_of_what_governs_it(
    sentence: str, code: str
) -> None:
    assert of_word(sentence, "release") == code


def test_what_stands_behind_after_was_done_whatever_was_agreed_then() -> None:
    text = "Chad and Sudan agreed to free captives after holding talks in Doha."
    assert of_word(text, "holding") == "occurred"
    assert of_word(text, "free") == "announced"
