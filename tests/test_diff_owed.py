"""Scripted edits on a small package: what is told of each, and which version number it asks for."""

import shutil
from pathlib import Path

import pytest

from scripts.diff.compare import compare_editions
from scripts.diff.difference import Difference
from scripts.diff.owed import KINDS, Level, enough, least_version
from scripts.read.files import InputError
from tests import edited_package as edited
from tests.edited_package import Edit, several

NOTHING, PATCH, MINOR, MAJOR = Level


def difference(small: Path, tmp_path: Path, edit: Edit) -> Difference:
    new = Path(shutil.copytree(small, tmp_path / "new"))
    edit(new)
    return compare_editions(small, new)


def kinds(found: Difference) -> dict[str, int]:
    return dict(found.changes.group_by("kind", maintain_order=True).len().rows())


NEW_ID = {"actor_id": "XCO", "name": "Corland"}
TERMS = [{"name": "CC0-1.0"}]

#: What was done → edit, what it asks for, and the kinds of change that are told.
EDITS: dict[str, tuple[Edit, Level, set[str]]] = {
    "nothing": (several(), NOTHING, set()),
    "version only": (edited.version("9.9.9"), NOTHING, set()),
    "day of the version": (edited.package(created="2031-01-01T00:00:00Z"), NOTHING, set()),
    "row added": (edited.row_added("actors", 0, **NEW_ID), MINOR, {"row_added"}),
    "value corrected": (edited.cell("figures", 1, value="-0.5"), PATCH, {"value_corrected"}),
    "value filled in": (edited.cell("actors", 0, wikidata="Q1"), PATCH, {"value_corrected"}),
    "value emptied": (edited.cell("actors", 0, cow=""), PATCH, {"value_corrected"}),
    "row withdrawn": (edited.row_withdrawn("figures", 0), MAJOR, {"row_withdrawn"}),
    "column added": (
        edited.column_added("figures", "source", 20, "x"),
        MAJOR,
        {"column_added", "value_added"},
    ),
    "empty column added": (edited.column_added("figures", "source", 3), MAJOR, {"column_added"}),
    "column removed": (
        edited.column_removed("figures", "found_by"),
        MAJOR,
        {"column_removed", "value_withdrawn"},
    ),
    "column renamed": (
        edited.column_renamed("figures", "text", "words"),
        MAJOR,
        {"column_renamed"},
    ),
    "key column renamed": (
        edited.column_renamed("figures", "figure_id", "number_id"),
        MAJOR,
        {"column_renamed"},
    ),
    "columns re-ordered": (
        edited.columns_reordered("figures", "figure_id", "text"),
        MAJOR,
        {"columns_reordered"},
    ),
    "type changed": (edited.column("figures", "counted", type="any"), MAJOR, {"column_retyped"}),
    "format changed": (edited.column("sources", "url", format="uri"), MAJOR, {"column_retyped"}),
    "column required": (
        edited.limits("figures", "text", required=True, minLength=1),
        MAJOR,
        {"column_tightened"},
    ),
    "floor lowered": (
        edited.limits("figures", "char_start", minimum=-1),
        MINOR,
        {"column_loosened"},
    ),
    "floor raised": (
        edited.limits("figures", "char_start", minimum=1),
        MAJOR,
        {"column_tightened"},
    ),
    "column described": (
        edited.column("figures", "text", description="Other words."),
        PATCH,
        {"column_described"},
    ),
    "code added": (edited.code_added("modes", "parade"), MINOR, {"code_added"}),
    "code removed": (edited.code_removed("modes", "coup"), MAJOR, {"code_removed"}),
    "code renamed in rows": (
        edited.code_renamed("modes", "release", "set_free", description="Otherwise."),
        MAJOR,
        {"code_renamed", "code_reworded", "value_corrected"},
    ),
    "code renamed that no row has": (
        edited.code_renamed("modes", "coup", "overthrow"),
        MAJOR,
        {"code_renamed"},
    ),
    "code's description changed": (
        edited.cell("verdicts", 0, description="Otherwise."),
        PATCH,
        {"code_reworded"},
    ),
    "code retired": (
        edited.cell("verdicts", 0, deprecated_in="2.0.0", replaced_by="compatible"),
        MINOR,
        {"code_retired", "code_reworded"},
    ),
    "column of a code list added": (
        edited.column_added("verdicts", "rank", 2),
        MAJOR,
        {"column_added"},
    ),
    "table added": (edited.table_added("maps"), MINOR, {"table_added", "row_added"}),
    "code list added": (
        edited.table_added("moods", "codes/moods.csv"),
        MINOR,
        {"table_added", "code_added"},
    ),
    "table removed": (edited.table_removed("sides"), MAJOR, {"table_removed", "row_withdrawn"}),
    "table renamed": (
        edited.table_renamed("sides", "positions"),
        MAJOR,
        {"table_renamed", "table_moved"},
    ),
    "table described": (edited.entry("sides", title="Positions"), PATCH, {"table_described"}),
    "unique key added": (
        edited.schema("actors", uniqueKeys=[["name"]]),
        MAJOR,
        {"key_changed"},
    ),
    "foreign keys gone": (edited.schema("figures", foreignKeys=None), MAJOR, {"key_changed"}),
    "other sign for missing": (
        edited.schema("places", missingValues=["", "NA"]),
        MAJOR,
        {"table_reformatted"},
    ),
    "package renamed": (edited.package(name="other"), MAJOR, {"package_renamed"}),
    "licence changed": (edited.package(licenses=TERMS), PATCH, {"package_described"}),
    "article changed": (
        edited.article_changed("articles/daily-lamp.md"),
        PATCH,
        {"article_changed"},
    ),
    "row corrected and row added": (
        several(edited.cell("actors", 0, cow="052"), edited.row_added("actors", 0, **NEW_ID)),
        MINOR,
        {"row_added", "value_corrected"},
    ),
    "row added and row withdrawn": (
        several(edited.row_added("actors", 0, **NEW_ID), edited.row_withdrawn("figures", 0)),
        MAJOR,
        {"row_added", "row_withdrawn"},
    ),
    "code added and article changed": (
        several(
            edited.code_added("modes", "parade"), edited.article_changed("articles/north-wire.md")
        ),
        MINOR,
        {"code_added", "article_changed"},
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_for_what_it_is_and_asks_for_its_number(
    small: Path, tmp_path: Path, name: str
) -> None:
    edit, owed, told = EDITS[name]
    found = difference(small, tmp_path, edit)
    assert set(kinds(found)) == told
    assert found.owed is owed
    assert found.cautions == ()
    assert found.least == {NOTHING: "1.2.3", PATCH: "1.2.4", MINOR: "1.3.0", MAJOR: "2.0.0"}[owed]
    assert found.is_enough == (owed is NOTHING)


def test_every_kind_of_change_is_told_by_some_edit_or_test() -> None:
    told = set().union(*(kinds for _, _, kinds in EDITS.values()))
    assert set(KINDS) - told == {"article_added", "article_removed", "code_reinstated"}


@pytest.mark.parametrize(
    ("old", "owed", "least"),
    [
        ("1.2.3", NOTHING, "1.2.3"),
        ("1.2.3", PATCH, "1.2.4"),
        ("1.2.3", MINOR, "1.3.0"),
        ("1.2.3", MAJOR, "2.0.0"),
        ("0.1.9", NOTHING, "0.1.9"),
        ("0.1.9", PATCH, "0.1.10"),
        ("0.1.9", MINOR, "0.1.10"),
        ("0.1.9", MAJOR, "0.2.0"),
    ],
)
def test_the_least_version_follows_from_the_one_before(old: str, owed: Level, least: str) -> None:
    assert least_version(old, owed) == least
    assert enough(old, least, owed)


@pytest.mark.parametrize(
    ("old", "new", "owed", "is_enough"),
    [
        ("1.2.3", "1.2.3", PATCH, False),
        ("1.2.3", "1.2.4", MINOR, False),
        ("1.2.3", "1.3.0", MAJOR, False),
        ("1.2.3", "3.1.4", MAJOR, True),
        ("1.9.0", "1.10.0", MINOR, True),
        ("0.9.9", "1.0.0", MAJOR, True),
        ("0.1.0", "1.0.0", PATCH, True),
        ("2.0.0", "1.9.9", NOTHING, False),
    ],
)
def test_a_larger_number_is_enough_and_a_smaller_one_is_not(
    old: str, new: str, owed: Level, is_enough: bool
) -> None:
    assert enough(old, new, owed) is is_enough


@pytest.mark.parametrize("number", ["", "1.0", "v1.0.0", "1.0.0-rc1", "01.0.0", "1.0.0\n"])
def test_what_is_no_version_number_is_refused(number: str) -> None:
    with pytest.raises(InputError, match=r"not of the form 1\.2\.3"):
        enough(number, "1.0.0", PATCH)
    with pytest.raises(InputError, match=r"not of the form 1\.2\.3"):
        enough("1.0.0", number, PATCH)
