"""Laws of comparing two editions, on invented tables with cells that readers get wrong."""

import csv
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from scripts.diff.changes_csv import changes_csv
from scripts.diff.compare import compare_editions
from scripts.diff.difference import Difference
from scripts.diff.owed import Level
from tests.edited_package import Row, save

COLUMNS = ("one", "two", "three", "four")
SWAPPED = {"row_added": "row_withdrawn", "row_withdrawn": "row_added"}
#: What a cell may hold: text like a formula, like an escape, with line breaks, or nothing.
CELLS = st.one_of(
    st.sampled_from(
        ["", "-0.25", "=1+1", "'", "\\", "\\n", "a|b", "a\nb", "\t", '"', "x,y", "\r\n"]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=4),
)
KEYS = st.sampled_from(["a", "b", "c", "|", "\\", "a|b", "-1", "é"])


@st.composite
def tables(draw: st.DrawFn, key: int) -> list[Row]:
    """Rows whose first `key` columns tell them apart."""
    keys = draw(st.lists(st.tuples(*[KEYS] * key), max_size=6, unique=True))
    rest = len(COLUMNS) - key
    cells = st.tuples(*[CELLS] * rest)
    return [dict(zip(COLUMNS, (*own, *draw(cells)), strict=True)) for own in keys]


@st.composite
def editions(draw: st.DrawFn) -> tuple[int, list[Row], list[Row]]:
    """How many columns make the key, and two tables, of which one often has rows of the other."""
    key = draw(st.integers(1, 3))
    old, new = draw(tables(key)), draw(tables(key))
    if draw(st.booleans()):
        taken = {tuple(row[c] for c in COLUMNS[:key]) for row in new}
        new += [row for row in old if tuple(row[c] for c in COLUMNS[:key]) not in taken]
    return key, old, new


def package(folder: Path, key: int, table: Sequence[Row]) -> Path:
    fields = [{"name": name, "type": "string"} for name in COLUMNS]
    schema = {"fields": fields, "primaryKey": list(COLUMNS[:key])}
    described = {
        "name": "a",
        "version": "1.0.0",
        "resources": [{"name": "t", "path": "data/t.csv", "schema": schema}],
    }
    folder.mkdir()
    (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    save(folder, "t", table)
    return folder


@contextmanager
def compared(key: int, old: list[Row], new: list[Row]) -> Iterator[tuple[Difference, Path]]:
    with tempfile.TemporaryDirectory() as place:
        one = package(Path(place) / "old", key, old)
        two = package(Path(place) / "new", key, new)
        found = compare_editions(one, two)
        (Path(place) / "changes.csv").write_bytes(b"".join(changes_csv(found)))
        yield found, Path(place) / "changes.csv"


def plain(cell: str) -> str:
    """A cell of changes.csv as it was, by what its module says."""
    names = {"\\\\": "\\", "\\n": "\n", "\\r": "\r", "\\t": "\t"}
    cell = cell.removeprefix("'")
    return re.sub(
        r"\\(?:[\\nrt]|u([0-9a-f]{4}))",
        lambda found: names.get(found[0]) or chr(int(found[1], 16)),
        cell,
    )


def read(path: Path) -> list[Row]:
    text = path.read_bytes().decode("utf-8")
    return [{k: plain(v) for k, v in row.items()} for row in csv.DictReader(text.split("\n")[:-1])]


def row_id(row: Row, key: int) -> str:
    parts = [row[name] for name in COLUMNS[:key]]
    if key == 1:
        return parts[0]
    return "|".join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts)


def applied(table: list[Row], key: int, lines: list[Row]) -> Counter[tuple[str, ...]]:
    """A table after the changes of a file were made to it, in no order."""
    kept = {row_id(row, key): dict(row) for row in table}
    come: dict[str, Row] = {}
    for line in lines:
        if line["kind"] == "row_added":
            come.setdefault(line["row_id"], dict.fromkeys(COLUMNS, ""))[line["column"]] = line[
                "new"
            ]
        elif line["kind"] == "row_withdrawn":
            kept.pop(line["row_id"], None)
        else:
            assert line["kind"] == "value_corrected"
            assert kept[line["row_id"]][line["column"]] == line["old"]
            kept[line["row_id"]][line["column"]] = line["new"]
    return Counter(tuple(row.values()) for row in (*kept.values(), *come.values()))


@given(editions())
def test_an_edition_does_not_differ_from_itself(case: tuple[int, list[Row], list[Row]]) -> None:
    key, old, _ = case
    with compared(key, old, old) as (found, path):
        assert found.changes.height == 0
        assert found.owed is Level.NOTHING
        assert read(path) == []


@given(editions())
def test_the_order_of_rows_means_nothing(case: tuple[int, list[Row], list[Row]]) -> None:
    key, old, new = case
    with compared(key, old, new) as (found, _), compared(key, old[::-1], new[::-1]) as (other, _):
        assert found.changes.equals(other.changes)


@given(editions())
def test_changes_made_to_the_old_rows_give_the_new_ones(
    case: tuple[int, list[Row], list[Row]],
) -> None:
    key, old, new = case
    with compared(key, old, new) as (_, path):
        assert applied(old, key, read(path)) == Counter(tuple(row.values()) for row in new)


@given(editions())
def test_what_was_added_one_way_is_withdrawn_the_other(
    case: tuple[int, list[Row], list[Row]],
) -> None:
    key, old, new = case

    def told(found: Difference, swap: bool) -> Counter[tuple[object, ...]]:
        lines = found.changes.select("kind", "row_id", "column", "old", "new", "same_as").rows()
        return Counter(
            (
                SWAPPED.get(kind, kind) if swap else kind,
                # NOTE: a row whose key was corrected bears the id of the older edition.
                own if kind in SWAPPED else "",
                column,
                *((after, before) if swap else (before, after)),
                same,
            )
            for kind, own, column, before, after, same in lines
        )

    with compared(key, old, new) as (one, _), compared(key, new, old) as (two, _):
        assert told(one, swap=False) == told(two, swap=True)


@given(editions())
def test_no_cell_of_the_file_can_be_misread(case: tuple[int, list[Row], list[Row]]) -> None:
    key, old, new = case
    with compared(key, old, new) as (found, path):
        text = path.read_bytes().decode("utf-8")
        assert len(text.split("\n")) == found.changes.height + 2
        for row in csv.reader(text.split("\n")[:-1]):
            for cell in row:
                assert not re.search("^[=+\\-@]|[\x00-\x1f\x7f\x85\u2028\u2029]", cell)
