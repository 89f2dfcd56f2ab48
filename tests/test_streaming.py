"""Articles go through a build one by one: what memory holds of them is their rows."""

import weakref
from collections.abc import Iterator

import pytest

from scripts.build import make_tables
from scripts.read.article import Article, Block
from scripts.read.shelf import Shelf
from validations.rule import Finding

STORY = (
    "The minister of Chad said on 4 May 2021 that {} soldiers had left the town of Moundou. "
    "“We shall not return,” she told reporters.\n"
)


def made(number: int) -> Article:
    text = STORY.format(number + 2)
    block = Block(0, len(text) - 1, "body")
    return Article(f"story-{number}", f"articles/story-{number}.txt", text, "", {}, (block,))


def test_articles_are_let_go_of_while_others_are_read() -> None:
    given: list[weakref.ref[Article]] = []
    most = 0

    def stream() -> Iterator[Article]:
        nonlocal most
        for number in range(300):
            article = made(number)
            given.append(weakref.ref(article))
            most = max(most, sum(one() is not None for one in given))
            yield article

    tables, texts = make_tables(stream(), (), lambda step, what: None, [])
    assert tables["sources"].height == len(texts) == 300
    assert most < 100


def test_after_an_error_of_reading_there_are_no_tables_and_all_errors() -> None:
    findings: list[Finding] = []

    def stream() -> Iterator[Article]:
        for number in range(3):
            findings.append(Finding("READ-003", "error", "sources", str(number), "", "", "empty"))
            yield made(number)

    tables, texts = make_tables(stream(), (), lambda step, what: None, findings)
    assert (dict(tables), dict(texts), len(findings)) == ({}, {}, 3)


def test_a_shelf_gives_back_every_text_in_any_order() -> None:
    shelf = Shelf()
    given = {f"text-{number}": "ä„\n" * number + str(number) for number in range(20)}
    for name, text in given.items():
        shelf.put(name, text)
    assert dict(shelf) == given
    assert [shelf[name] for name in reversed(given)] == list(reversed(given.values()))
    assert len(shelf) == 20
    with pytest.raises(KeyError):
        shelf["text-20"]


def test_a_text_put_again_takes_the_place_of_the_first() -> None:
    shelf = Shelf()
    for text in ("one", "another", "last"):
        shelf.put("text", text)
        shelf.put(text, "")
    assert shelf["text"] == "last"
