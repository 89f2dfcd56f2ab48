"""Loose articles held against each other: what is printed and what is written."""

import csv
from pathlib import Path

import pytest

from scripts.compare.notes import standing
from scripts.hold import COLUMNS
from tests.command import files, run

STORIES = Path(__file__).parent / "contradictions"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_conflicts_are_printed_first_and_written_with_a_row_for_each_source(tmp_path: Path) -> None:
    ended = run("check", "--articles", STORIES / "swap", "--out", tmp_path / "swap.csv")
    assert ended.status == 0
    assert ended.out.index("They contradict each other") < ended.out.index("They agree")
    found = [
        row
        for row in rows(tmp_path / "swap.csv")
        if row["verdict"] == "conflict" and row["about"] == "figure"
    ]
    assert {row["source_id"]: row["says"] for row in found} == {
        "swap-beacon": "41 Eritrean soldiers",
        "swap-ledger": "41 Eritrean soldiers",
        "swap-voice": "39 Eritrean soldiers",
        "swap-wire": "41 Eritrean soldiers",
    }
    assert {row["fact"] for row in found} == {"released of Eritrea by Ethiopia"}
    assert [row["modality"] for row in found] == ["announced", "announced", "occurred", "occurred"]


def test_a_row_has_the_sentence_and_the_offsets_of_what_is_said(tmp_path: Path) -> None:
    run("check", "--articles", STORIES / "claims", "--out", tmp_path / "claims.csv")
    found = rows(tmp_path / "claims.csv")
    assert found
    assert tuple(found[0]) == COLUMNS
    for row in found:
        text = (STORIES / "claims" / f"{row['source_id']}.md").read_text(encoding="utf-8")
        words = text[int(row["char_start"]) : int(row["char_end"])]
        assert " ".join(words.split()) in row["sentence"]
        assert "publisher:" not in row["sentence"]
        if row["about"] == "figure":
            assert words == row["says"]


def test_the_same_articles_give_the_same_bytes_and_no_other_file(tmp_path: Path) -> None:
    for name in ("first.csv", "second.csv"):
        run("check", "--articles", STORIES / "truce", "--out", tmp_path / name)
    assert set(files(tmp_path)) == {"first.csv", "second.csv"}
    assert len(set(files(tmp_path).values())) == 1


def test_one_article_has_nothing_to_be_held_against(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "a.txt").write_text("Peru freed nine Chilean soldiers.\n", encoding="utf-8")
    ended = run("check", "--articles", tmp_path / "one", "--out", tmp_path / "one.csv")
    assert ended.status == 0
    assert "nothing to hold against each other" in ended.out
    assert rows(tmp_path / "one.csv") == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--layer", "shape"), "--layer and --articles exclude each other"),
        (("--report", "x"), "--report and --articles exclude each other"),
        (("datapackage",), "DATASET and --articles exclude each other"),
        (("--out", "missing/compared.csv"), "missing"),
        (("--out", "."), "is a folder"),
    ],
)
def test_what_makes_no_sense_beside_loose_articles_is_one_clear_error(
    arguments: tuple[str, ...], words: str
) -> None:
    ended = run("check", "--articles", STORIES / "swap", *arguments)
    assert ended.status == 1
    assert len(ended.errors) == 1
    assert words in ended.errors[0]


def test_an_article_that_cannot_be_read_ends_the_check_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text("---\ntitle: one: two\n---\nText.\n", encoding="utf-8")
    ended = run("check", "--articles", tmp_path / "in", "--out", tmp_path / "out.csv")
    assert ended.status == 1
    assert any("a.md" in line for line in ended.errors)
    assert not (tmp_path / "out.csv").exists()


def test_the_table_says_how_sources_stand_without_repeating_what_they_say(tmp_path: Path) -> None:
    ended = run("check", "--articles", STORIES / "swap", "--out", tmp_path / "swap.csv")
    row = next(r for r in rows(tmp_path / "swap.csv") if r["verdict"] == "conflict")
    assert standing(row["note"]).startswith("they cannot all be true, from")
    assert row["note"].endswith(standing(row["note"]))
    printed = " ".join(ended.out.split())
    assert "they cannot all be true" in printed
