"""Stories whose sources contradict each other, and what a careful editor says of every fact.

The table was written before the stories were read by the pipeline. Rows that do not come out as the
editor has them are listed in `open.csv`, each with what stands instead, so that none is lost from
sight and none gets worse unseen: `python -m tests.editor` prints them.
"""

import csv
from collections import Counter
from functools import cache

import pytest

from tests.editor import STORIES, Outcome, Wanted, outcomes, wanted_rows

ROWS = wanted_rows()
COMPARED = {"agree", "compatible", "conflict"}


@cache
def told() -> tuple[dict[str, Outcome], list[str]]:
    found, false = outcomes()
    return {str(one.wanted): one for one in found}, false


def still_open() -> set[str]:
    with (STORIES / "open.csv").open(encoding="utf-8", newline="") as file:
        return {row["wanted"] for row in csv.DictReader(file)}


def test_there_are_stories_enough_each_told_by_three_to_five_articles() -> None:
    stories = {row.story for row in ROWS}
    assert len(stories) >= 6
    for story in stories:
        assert 3 <= len(list((STORIES / story).glob("*.md"))) <= 5
    assert set(Counter(row.verdict for row in ROWS)) == COMPARED | {"apart", "same"}


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_words_of_a_row_stand_once_in_their_article(row: Wanted) -> None:
    for article, words in row.words.items():
        text = (STORIES / row.story / f"{article}.md").read_text(encoding="utf-8")
        assert text.split("\n---\n", 1)[1].count(words) == 1


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_fact_stands_as_the_editor_has_it(row: Wanted) -> None:
    outcome = told()[0][str(row)]
    if str(row) in still_open():
        assert not outcome.right, "it stands now: take it out of tests/contradictions/open.csv"
    else:
        assert outcome.right, f"{outcome.found}; {row.why}"


def test_no_conflict_is_found_that_the_editor_does_not_see() -> None:
    assert told()[1] == []


def test_what_is_still_open_is_of_the_table() -> None:
    assert still_open() <= {str(row) for row in ROWS}
