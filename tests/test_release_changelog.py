"""Sections of a changelog are found, drafts are marked, and every kind of change has its words."""

from pathlib import Path

import pytest

from scripts.diff.change import Change, framed
from scripts.diff.difference import Difference
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


def test_a_later_release_is_drafted_from_what_changed_and_bears_the_mark() -> None:
    changes = framed([Change("figures", "f-1", "value_corrected", "value", "3", "4")])
    heights = {"figures": (3, 3)}
    difference = Difference("ardenia", "1.0.0", "1.0.1", changes, heights, frozenset())
    text = draft(difference, {"figures": 3})
    assert is_draft(text)
    assert "`figures`" in text
    assert "f-1" in text
    assert "3 rows" not in text


def test_a_draft_whose_mark_was_taken_out_is_a_section_like_any_other() -> None:
    text = with_section("", "0.1.0", draft(None, {"events": 1}))
    written = "\n".join(line for line in text.splitlines() if DRAFT not in line)
    told = section(written, "0.1.0")
    assert told is not None
    assert not is_draft(told)
    assert not is_empty(told)
