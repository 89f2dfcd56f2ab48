"""The laws of linking and comparing on articles as they are read, from the stories of the tests."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.build import make_tables
from scripts.read.article import Article
from scripts.read.files import read_articles

STORIES = Path(__file__).parent / "contradictions"
NAMES = sorted(folder.name for folder in STORIES.iterdir() if folder.is_dir())

Tables = Mapping[str, pl.DataFrame]


@cache
def story(name: str) -> tuple[Article, ...]:
    return tuple(read_articles(STORIES / name, []))


def built(articles: Iterable[Article]) -> Tables:
    return make_tables(articles, (), lambda step, what: None, [])[0]


@cache
def alone(name: str) -> Tables:
    return built(story(name))


def told_by(tables: Tables, comparison_id: str) -> set[str]:
    sides = tables["sides"].filter(pl.col("comparison_id") == comparison_id)
    return set(sides["source_id"])


def independent(tables: Tables) -> dict[str, int]:
    return dict(tables["comparisons"].select("comparison_id", "independent_count").iter_rows())


@settings(max_examples=6)
@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_articles_in_any_order_give_the_same_tables(name: str, chance: random.Random) -> None:
    articles = chance.sample(story(name), len(story(name)))
    again = built(articles)
    for table, frame in alone(name).items():
        assert frame.equals(again[table]), table


def test_stories_on_other_subjects_change_nothing_of_a_story() -> None:
    together = built(article for name in NAMES for article in story(name))
    changed = [
        (name, table, row)
        for name in NAMES
        for table, frame in alone(name).items()
        for row in frame.join(
            together[table], on=frame.columns, how="anti", nulls_equal=True
        ).rows()
    ]
    assert changed == []


@pytest.mark.parametrize("name", NAMES)
def test_an_article_added_twice_adds_no_independence(name: str) -> None:
    first, *_ = told = story(name)
    meta = {**first.meta, "publisher": "The Morning Reprint"}
    printed = replace(first, source_id=f"{first.source_id}-again", meta=meta)
    before, after = independent(alone(name)), built([*told, printed])
    for key, counted in independent(after).items():
        if told_by(after, key) <= {first.source_id, printed.source_id}:
            assert counted == 1
        elif key in before:
            assert counted <= before[key]
