"""Two editions of a package → everything that differs between them.

Each edition is read as its own descriptor describes it. Tables come one by one, so that no more
than two editions of one table and what has changed so far stand in memory.
"""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from scripts.diff.about import article_changes, package_changes
from scripts.diff.change import Change, framed
from scripts.diff.codes import code_changes, enum_changes
from scripts.diff.columns import column_changes, renamed_columns
from scripts.diff.difference import CHANGES, Difference
from scripts.diff.edition import Edition, Sheet, edited_files, read_edition, rows
from scripts.diff.keys import Names, key_changes, list_of
from scripts.diff.owed import KINDS
from scripts.diff.rows import row_changes
from scripts.diff.sheets import renamed_sheets, sheet_changes

_NUMBERS = frozenset({"number", "integer"})


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


def _key(sheet: Sheet, keys: Sequence[tuple[str, ...]], *frames: pl.DataFrame) -> tuple[str, ...]:
    """The first of some keys that tells the rows apart in all frames; empty if none does."""
    for key in keys:
        if all(
            set(key) <= set(frame.columns) and not frame.select(key).is_duplicated().any()
            for frame in frames
        ):
            return key
    return ()


def _numbers(sheet: Sheet) -> set[str]:
    return {name for name, field in sheet.fields.items() if field.get("type") in _NUMBERS}


def _row_lines(
    old: Sheet, new: Sheet, frames: tuple[pl.DataFrame, pl.DataFrame], names: Names
) -> pl.DataFrame:
    """Changed rows of one table; the frames bear the columns' new names."""
    before, after = frames
    old_key = names.fields(new.name, old.key)
    key = _key(new, (new.key, old_key), before, after)
    if key:
        return row_changes(before, after, key, _numbers(old) & _numbers(new))
    # NOTE: without a key in common, no row can be found again.
    gone = row_changes(before, before.clear(), old_key)
    return pl.concat([gone, row_changes(after.clear(), after, new.key)])


def _titled(lines: pl.DataFrame, sheet: Sheet) -> pl.DataFrame:
    return lines.with_columns(pl.lit(sheet.name).alias("table")).select(*CHANGES)


def _one_sided(sheet: Sheet, frame: pl.DataFrame, is_new: bool) -> pl.DataFrame:
    """Lines of a table or code list that only one edition has, rows and all."""
    sides = (frame.clear(), frame) if is_new else (frame, frame.clear())
    if sheet.is_codelist:
        lines = code_changes(*sides, sheet.key[0], pl.DataFrame(schema=CHANGES))
    else:
        lines = row_changes(*sides, sheet.key)
    kind = "table_added" if is_new else "table_removed"
    whole = Change(sheet.name, None, kind, None, *(None, sheet.path)[:: 1 if is_new else -1])
    return pl.concat([framed([whole]), _titled(lines, sheet)])


def _recoded(lines: pl.DataFrame, sheet: Sheet) -> dict[str, pl.DataFrame]:
    """Code list → old and new of every cell corrected in the columns that use it."""
    corrected = lines.filter(pl.col("kind") == "value_corrected")
    lists: dict[str, list[str]] = {}
    for name in sheet.columns:
        lists.setdefault(list_of(sheet, name), []).append(name)
    return {
        codes: corrected.filter(pl.col("column").is_in(columns)).select("old", "new").unique()
        for codes, columns in lists.items()
        if codes
    }


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


def _both(
    old: Sheet,
    new: Sheet,
    frames: tuple[pl.DataFrame, pl.DataFrame],
    names: Names,
    recoded: Sequence[pl.DataFrame],
) -> pl.DataFrame:
    """Lines of a table or code list that both editions have: its columns, its keys, its rows."""
    renamed = names.columns.get(new.name, {})
    structure = framed(
        (
            *sheet_changes(old, new),
            *column_changes(old, new, renamed),
            *key_changes(old, new, names),
        )
    )
    frames = (frames[0].rename(dict(renamed)), frames[1])
    if new.is_codelist and names.fields(new.name, old.key) == new.key:
        cells = pl.concat([pl.DataFrame(schema={"old": pl.String, "new": pl.String}), *recoded])
        lines = code_changes(*frames, new.key[0], cells, _numbers(old) & _numbers(new))
    else:
        lines = _row_lines(old, new, frames, names)
    return pl.concat([structure, _titled(lines, new)])


def _codes(lines: pl.DataFrame) -> set[str]:
    """The codes that came or went in a code list, by its changes."""
    came = lines.filter(pl.col("kind") == "code_renamed")["new"]
    kinds = ("code_added", "code_removed", "code_renamed")
    return {*came, *lines.filter(pl.col("kind").is_in(kinds))["row_id"]}


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
    earlier = {names.sheet(name): sheet for name, sheet in before.sheets.items()}
    everything = dict.fromkeys((*after.sheets, *earlier))
    lines: dict[str, pl.DataFrame] = {}
    recoded: dict[str, list[pl.DataFrame]] = {}
    # NOTE: tables come before code lists, because their corrected cells tell which codes were
    # renamed; the codes that a column allows come last, because the lists tell most of them.
    for name in sorted(
        everything, key=lambda name: (after.sheets.get(name) or earlier[name]).is_codelist
    ):
        one, two = earlier.get(name), after.sheets.get(name)
        if one is None and two is not None:
            lines[name] = _one_sided(two, rows(after, two), is_new=True)
        elif one is not None and two is None:
            lines[name] = _one_sided(one, rows(before, one), is_new=False)
        elif one is not None and two is not None:
            frames = (rows(before, one), rows(after, two))
            lines[name] = _both(one, two, frames, names, recoded.get(name, ()))
            for codes, cells in _recoded(lines[name], two).items():
                recoded.setdefault(codes, []).append(cells)
    listed = {name: _codes(lines[name]) for name in lines}
    told = [framed((*package_changes(before, after), *article_changes(before, after)))]
    for name in everything:
        one, two = earlier.get(name), after.sheets.get(name)
        enums: list[Change] = []
        if one is not None and two is not None:
            enums = [*enum_changes(one, two, names.columns.get(name, {}), listed)]
        columns = (*(two.columns if two else ()), *(one.columns if one else ()))
        told.append(_ordered(pl.concat([lines[name], framed(enums)]), columns))
    return Difference(
        name=after.name,
        version_from=before.version,
        version_to=after.version,
        changes=pl.concat(told),
        cautions=tuple(
            f"{path} of {edition.version} was changed after it was built"
            for edition in (before, after)
            for path in edited_files(edition)
        ),
    )
