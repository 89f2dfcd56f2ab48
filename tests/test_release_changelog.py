"""Sections of a changelog are found, drafts are marked, and every kind of change has its words."""

from pathlib import Path

import pytest

from scripts.diff.change import Change, framed
from scripts.diff.difference import Difference
from scripts.diff.owed import KINDS
from scripts.read.files import InputError
from scripts.release.changelog import (
    DRAFT,
    is_draft,
    is_empty,
    read_changelog,
    section,
    with_section,
)
from scripts.release.drafting import draft

TEXT = """\
# Changes

About versions such as 1.0.0.

## 1.1.0

Nothing to do.

### Added

- a row

## [1.0.0] - 2031-03-06

First.

## v0.9.0 (draft)

Zero.
"""


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("1.1.0", "Nothing to do.\n\n### Added\n\n- a row"),
        ("1.0.0", "First."),
        ("0.9.0", "Zero."),
        ("0.9", None),
        ("1.1.00", None),
        ("2.0.0", None),
    ],
)
def test_a_section_runs_from_its_heading_to_the_next(version: str, expected: str | None) -> None:
    assert section(TEXT, version) == expected


@pytest.mark.parametrize("heading", ["## 1.1.0-rc.1", "## 1.1.0.1", "## 11.1.0", "### 1.1.0"])
def test_a_heading_of_something_else_is_none(heading: str) -> None:
    assert section(f"{heading}\n\ntext\n", "1.1.0") is None


@pytest.mark.parametrize(
    ("content", "empty"),
    [
        ("", True),
        ("### Added\n\n<!-- to come\nlater -->\n", True),
        ("- \n-\n", True),
        ("### Added\n\n- a row", False),
    ],
)
def test_headings_and_comments_tell_nothing(content: str, empty: bool) -> None:
    assert is_empty(content) is empty


def test_a_new_section_stands_above_the_older_ones() -> None:
    text = with_section(TEXT, "1.2.0", "Second.")
    assert section(text, "1.2.0") == "Second."
    assert text.index("## 1.2.0") < text.index("## 1.1.0")
    assert text.replace("## 1.2.0\n\nSecond.\n\n", "") == TEXT


def test_a_new_section_is_the_last_thing_where_there_is_none_yet() -> None:
    assert with_section("# Changes\n", "0.1.0", "First.") == "# Changes\n\n## 0.1.0\n\nFirst.\n"


def test_a_changelog_that_was_not_there_is_given_a_head(tmp_path: Path) -> None:
    text = with_section(read_changelog(tmp_path / "CHANGELOG.md"), "0.1.0", "First.")
    assert text.startswith("# Changes to the data\n")
    assert section(text, "0.1.0") == "First."


def test_line_ends_of_windows_stay_what_they_are() -> None:
    text = with_section(TEXT.replace("\n", "\r\n"), "1.2.0", "One.\nTwo.")
    assert text.count("\n") == text.count("\r\n")
    assert section(text, "1.2.0") == "One.\r\nTwo."
    assert section(text, "1.0.0") == "First."


def test_a_changelog_in_another_encoding_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "CHANGELOG.md").write_bytes("é".encode("latin-1"))
    with pytest.raises(InputError, match="cannot be read as UTF-8"):
        read_changelog(tmp_path / "CHANGELOG.md")


def test_the_first_release_has_nothing_to_be_compared_with() -> None:
    text = draft(None, {"events": 1, "figures": 3})
    assert is_draft(text)
    assert "You must do nothing: there is no version before it." in text
    assert "- `events`: 1 row.\n- `figures`: 3 rows." in text


def changed(*changes: Change) -> Difference:
    heights = {"events": (3, 3), "figures": (3, 3), "units": (3, 3)}
    return Difference("ardenia", "1.0.0", "1.1.0", framed(changes), heights, frozenset({"units"}))


def test_a_draft_says_first_what_its_reader_must_do() -> None:
    text = draft(
        changed(
            Change("figures", None, "column_renamed", "unit", "unit", "counted"),
            Change("events", "e-1", "row_withdrawn", "label", "x", None),
            Change("events", "e-1", "row_withdrawn", "type", "y", None),
            Change("events", "e-2", "row_added", "label", None, "x"),
            Change("figures", "f-1", "value_corrected", "value", "3", "4"),
            Change("", "articles/a.md", "article_added", None, None, "0" * 64),
            Change("units", "boat", "code_added", None, None, "boat"),
            Change("units", None, "table_described", "title", "a", "b"),
        ),
        {},
    )
    mark, *body = text.split("\n\n")
    assert mark.startswith(DRAFT)
    assert body == [
        "You must look again at everything that you run on what follows:",
        "- `figures`: column `unit` is now called `counted`.\n- `events`: 1 row (`e-1`) withdrawn.",
        "Added:",
        "- `events`: 1 row added.\n- `units`: 1 code (`boat`) added.",
        "Corrected:",
        "- `figures`: 1 row with a cell corrected.\n- 1 article added.\n- Descriptions of `units`.",
        "`changes.csv` tells every cell, old and new; for an id that is gone, `same_as` names the "
        "row that says the same, if there is one.",
    ]


def test_where_values_alone_were_corrected_nothing_breaks_but_results_may() -> None:
    text = draft(changed(Change("figures", "f-1", "value_corrected", "value", "3", "4")), {})
    assert "You must do nothing" in text
    assert "Compute again" in text
    reworded = draft(changed(Change("units", "boat", "code_reworded", "title", "a", "b")), {})
    assert "Compute again" not in reworded


#: Cells of columns that were added or removed are told with the column.
@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"value_added", "value_withdrawn"}))
def test_every_kind_of_change_is_told_in_words(kind: str) -> None:
    text = draft(changed(Change("figures", "f-1", kind, "unit", "old", "new")), {})
    body = text.partition("\n\n")[2]
    assert "\n- " in body
    assert "{" not in body
    assert "_" not in body.replace("same_as", "")


def test_many_rows_are_counted_and_some_are_named() -> None:
    gone = [Change("events", f"e-{n:02}", "row_withdrawn", "type", "x", None) for n in range(14)]
    text = draft(changed(*gone), {})
    assert "- `events`: 14 rows (`e-00`, " in text
    assert "`e-09` and 4 more) withdrawn." in text


def test_rows_without_an_id_of_their_own_are_counted() -> None:
    gone = Change("participants", "e-1|r-1|source|XAR", "row_withdrawn", "text", "x", None)
    assert "- `participants`: 1 row withdrawn." in draft(changed(gone), {})


def test_the_same_changes_are_told_the_same_in_any_order() -> None:
    some = [Change("events", f"e-{n}", "row_added", "type", None, "x") for n in range(5)]
    assert draft(changed(*some), {}) == draft(changed(*some[::-1]), {})


def test_a_draft_whose_mark_was_taken_out_is_a_section_like_any_other() -> None:
    text = with_section("", "0.1.0", draft(None, {"events": 1}))
    written = "\n".join(line for line in text.splitlines() if DRAFT not in line)
    told = section(written, "0.1.0")
    assert told is not None
    assert not is_draft(told)
    assert not is_empty(told)
