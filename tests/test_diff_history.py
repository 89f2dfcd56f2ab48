"""Two editions of the first data set, as they lie in the history of this repository.

The numbers were counted from the files themselves (`git show COMMIT:datapackage/data/…`), by a few
lines of the standard library and by eye.
"""

from collections.abc import Iterator

import polars as pl
import pytest

from scripts.diff.compare import compare_editions
from scripts.diff.difference import Difference
from scripts.diff.owed import Level
from scripts.editions import opened
from scripts.read.files import InputError
from tests.command import FIRST
from tests.repository import git

pytestmark = pytest.mark.programs
#: The first built package, and the last one before the first release.
EDITIONS = ("32b3c71", "d7e8f05")


@pytest.fixture(scope="module")
def found() -> Iterator[Difference]:
    git(FIRST, "--version")
    try:
        with opened(EDITIONS[0], FIRST) as old, opened(EDITIONS[1], FIRST) as new:
            yield compare_editions(old, new)
    except InputError as error:
        pytest.skip(f"the history is not here: {error}")


def ids(found: Difference, table: str, kind: str) -> set[str]:
    lines = found.changes.filter((pl.col("table") == table) & (pl.col("kind") == kind))
    return set(lines["row_id"])


@pytest.mark.parametrize(
    ("table", "added", "corrected", "withdrawn"),
    [
        ("sources", 0, 1, 0),
        ("events", 9, 15, 11),
        ("reports", 10, 28, 10),
        # Five rows of a new report, and sixteen that name an actor or comparison otherwise, differ
        # from a row that is gone in one part of their key and in nothing else.
        ("participants", 37 - 5, 13 + 5, 17 - 5),
        ("statements", 2, 18, 2),
        ("utterances", 2, 13, 4),
        ("figures", 1, 13, 1),
        ("comparisons", 12, 12, 6),
        ("sides", 40 - 16, 4 + 16, 23 - 16),
        ("actors", 2, 0, 2),
        ("places", 0, 0, 0),
    ],
)
def test_rows_were_added_corrected_and_withdrawn(
    found: Difference, table: str, added: int, corrected: int, withdrawn: int
) -> None:
    kinds = ("row_added", "value_corrected", "row_withdrawn")
    counts = [len(ids(found, table, kind)) for kind in kinds]
    assert counts == [added, corrected, withdrawn]


def test_columns_and_codes_came_and_none_went(found: Difference) -> None:
    structure = found.changes.filter(~pl.col("kind").str.contains("^(row|value)_"))
    told = {(row["table"], row["kind"], row["column"]) for row in structure.iter_rows(named=True)}
    assert {one for one in told if one[1].startswith(("column_", "table_", "key_"))} == {
        ("sources", "column_described", "published_earliest"),
        ("sources", "column_described", "published_latest"),
        ("comparisons", "column_added", "claimed_by_actor_id"),
        ("comparisons", "column_added", "counted_kind"),
        ("comparisons", "column_described", "best"),
        ("sides", "column_added", "as_of"),
        ("sides", "column_added", "scope"),
        ("measures", "column_added", "runs"),
        ("scopes", "table_added", None),
    }
    codes = {"complain", "coup", "extradite", "letter", "pardon", "restrict", "trial"}
    assert ids(found, "modes", "code_added") == codes
    assert ids(found, "scopes", "code_added") == {"part", "whole"}
    assert ids(found, "published_bases", "code_reworded") == {"inferred"}
    assert set(structure["kind"].unique()) & {"code_removed", "code_renamed"} == set()


def test_single_cells_are_those_of_the_files(found: Difference) -> None:
    lines = found.changes.select("table", "row_id", "kind", "column", "old", "new").rows()
    for line in (
        ("events", "e-14531fa92d60", "value_corrected", "mode", "agreement", "ceasefire"),
        ("events", "e-44e95e10eca8", "row_withdrawn", "label", "agreement by RUS", None),
        (
            "participants",
            "r-c1ebf4b7a163|source|RUS",
            "value_corrected",
            "role",
            "source",
            "mediator",
        ),
        ("sources", "mirror-spectator", "value_corrected", "char_count", "5641", "5649"),
    ):
        assert line in lines
    same = found.changes.filter(pl.col("row_id") == "e-9a53395f0178")["same_as"].unique().to_list()
    assert same == ["e-5d9381b7b9bb"]


def test_a_second_number_is_owed(found: Difference) -> None:
    assert found.owed is Level.MAJOR
    assert (found.version_from, found.least, found.is_enough) == ("0.1.0", "0.2.0", False)
    assert found.cautions == ()
