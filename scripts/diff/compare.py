"""Two editions of a package → everything that differs between them.

Each edition is read as its own descriptor describes it. Tables come one by one, so that no more
than two editions of one table and what has changed so far stand in memory.
"""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from scripts.diff.about import article_changes, package_changes
from scripts.diff.change import framed
from scripts.diff.codes import enum_changes
from scripts.diff.columns import renamed_columns
from scripts.diff.difference import Difference
from scripts.diff.edition import Edition, edited_files, read_edition, rows
from scripts.diff.keys import Names
from scripts.diff.owed import KINDS
from scripts.diff.sheets import renamed_sheets
from scripts.diff.table import Pair, recoded_cells, table_changes


def _names(old: Edition, new: Edition) -> Names:
    """What was renamed from one edition to the other."""
    gone = [sheet for name, sheet in old.sheets.items() if name not in new.sheets]
    come = [sheet for name, sheet in new.sheets.items() if name not in old.sheets]
    sheets = {}
    if gone and come:
        sheets = renamed_sheets(
            {sheet.name: (sheet, rows(old, sheet)) for sheet in gone},
            {sheet.name: (sheet, rows(new, sheet)) for sheet in come},
        )
    columns = {}
    for name, sheet in old.sheets.items():
        other = new.sheets.get(sheets.get(name, name))
        if other and set(sheet.columns) - set(other.columns):
            columns[other.name] = renamed_columns(sheet, other, rows(old, sheet), rows(new, other))
    return Names(sheets, columns)


def _ordered(lines: pl.DataFrame, columns: Sequence[str]) -> pl.DataFrame:
    """The lines of one table in the order of telling: by kind, row, and place of the column."""
    kinds = {kind: place for place, kind in enumerate(KINDS)}
    places = {name: place for place, name in enumerate(dict.fromkeys(columns))}
    return lines.sort(
        pl.col("kind").replace_strict(kinds, return_dtype=pl.Int32),
        pl.col("row_id"),
        pl.col("column").replace_strict(places, default=len(places), return_dtype=pl.Int32),
        pl.col("column"),
        pl.col("old"),
        pl.col("new"),
    )


def _codes(lines: pl.DataFrame) -> set[str]:
    """The codes that came or went in a code list, by its changes."""
    kinds = ("code_added", "code_removed", "code_renamed")
    changed = lines.filter(pl.col("kind").is_in(kinds))
    renamed = changed.filter(pl.col("kind") == "code_renamed")
    return {*changed["row_id"], *renamed["new"]}


def _pairs(old: Edition, new: Edition, names: Names) -> dict[str, Pair]:
    """Name → table: those of the newer edition in its order, then those that are gone."""
    earlier = {names.sheet(name): sheet for name, sheet in old.sheets.items()}
    order = dict.fromkeys((*new.sheets, *earlier))
    return {name: Pair(earlier.get(name), new.sheets.get(name)) for name in order}


def _cautions(edition: Edition, which: str) -> list[str]:
    return [
        f"{path} of the {which} edition was edited after it was built; build again, or take the "
        "edition as it was published"
        for path in edited_files(edition)
    ]


def compare_editions(old: Path, new: Path) -> Difference:
    """Everything that differs between two editions of a package.

    Args:
        old: Folder of the older edition, with its `datapackage.json`.
        new: Folder of the newer one.

    Raises:
        InputError: if one of them is no package that can be compared.
    """
    before, after = read_edition(old), read_edition(new)
    names = _names(before, after)
    pairs = _pairs(before, after, names)
    lists = frozenset(name for name, pair in pairs.items() if pair.sheet.is_codelist)
    lines: dict[str, pl.DataFrame] = {}
    heights: dict[str, tuple[int | None, int | None]] = {}
    recoded: dict[str, list[pl.DataFrame]] = {}
    # NOTE: tables come before code lists, because their corrected cells tell which codes were
    # renamed; the codes that a column allows come last, because the lists tell most of them.
    for name in sorted(pairs, key=lambda name: name in lists):
        pair = pairs[name]
        one = None if pair.old is None else rows(before, pair.old)
        two = None if pair.new is None else rows(after, pair.new)
        heights[name] = (None if one is None else one.height, None if two is None else two.height)
        lines[name] = table_changes(pair, one, two, names, recoded.get(name, ()))
        for codes, cells in recoded_cells(lines[name], pair.sheet).items():
            recoded.setdefault(codes, []).append(cells)
    listed = {name: _codes(lines[name]) for name in lists}
    told = [framed((*package_changes(before, after), *article_changes(before, after)))]
    for name, pair in pairs.items():
        enums = framed(enum_changes(pair.old, pair.new, names.columns.get(name, {}), listed))
        columns = [column for sheet in (pair.new, pair.old) if sheet for column in sheet.columns]
        told.append(_ordered(pl.concat([lines[name], enums]), columns))
    return Difference(
        name=after.name,
        version_from=before.version,
        version_to=after.version,
        changes=pl.concat(told),
        heights={name: heights[name] for name in pairs},
        codelists=lists,
        cautions=(*_cautions(before, "older"), *_cautions(after, "newer")),
    )
