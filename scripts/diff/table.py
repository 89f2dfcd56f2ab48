"""One table or code list in two editions → its changed columns, keys and rows as lines."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from scripts.diff.change import Change, framed
from scripts.diff.codes import code_changes
from scripts.diff.columns import column_changes
from scripts.diff.difference import CHANGES
from scripts.diff.edition import Sheet
from scripts.diff.keys import Names, key_changes, list_of
from scripts.diff.rows import row_changes
from scripts.diff.sheets import sheet_changes

_NUMBERS = frozenset({"number", "integer"})


@dataclass(frozen=True)
class Pair:
    """One table or code list in two editions, of which one may lack it."""

    old: Sheet | None
    new: Sheet | None

    @property
    def sheet(self) -> Sheet:
        """The newer sheet, or the older one if there is no newer."""
        sheet = self.new or self.old
        assert sheet is not None
        return sheet


def _key(keys: Sequence[tuple[str, ...]], *frames: pl.DataFrame) -> tuple[str, ...]:
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


def _titled(lines: pl.DataFrame, sheet: Sheet) -> pl.DataFrame:
    return lines.with_columns(pl.lit(sheet.name).alias("table")).select(*CHANGES)


def _one_sided(sheet: Sheet, before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Rows of a table that only one edition has; the other frame is empty."""
    if sheet.is_codelist:
        return code_changes(before, after, sheet.key[0], framed([]))
    return row_changes(before, after, sheet.key)


def _structure(old: Sheet, new: Sheet, names: Names) -> list[Change]:
    return [
        *sheet_changes(old, new),
        *column_changes(old, new, names.columns.get(new.name, {})),
        *key_changes(old, new, names),
    ]


def _two_sided(
    old: Sheet,
    new: Sheet,
    before: pl.DataFrame,
    after: pl.DataFrame,
    old_key: tuple[str, ...],
    recoded: Sequence[pl.DataFrame],
) -> pl.DataFrame:
    """Rows of a table that both editions have; `before` bears the columns' new names."""
    numbers = _numbers(old) & _numbers(new)
    if new.is_codelist and old_key == new.key:
        cells = pl.concat([framed([]).select("old", "new"), *recoded])
        return code_changes(before, after, new.key[0], cells, numbers)
    key = _key((new.key, old_key), before, after)
    if key:
        links = {name for name in new.columns if name in before.columns and list_of(new, name)}
        return row_changes(before, after, key, numbers, links)
    # NOTE: without a key in common, no row can be found again.
    gone = row_changes(before, before.clear(), old_key)
    return pl.concat([gone, row_changes(after.clear(), after, new.key)])


def table_changes(
    pair: Pair,
    before: pl.DataFrame | None,
    after: pl.DataFrame | None,
    names: Names,
    recoded: Sequence[pl.DataFrame] = (),
) -> pl.DataFrame:
    """What changed in one table or code list, in the columns of CHANGES and in no order yet.

    Args:
        pair: The table in both editions.
        before: Its rows in the older edition; None where that lacks it.
        after: Its rows in the newer edition; None where that lacks it.
        names: What was renamed from one to the other.
        recoded: Of a code list: old and new of the cells corrected in columns that use it.
    """
    old, new, sheet = pair.old, pair.new, pair.sheet
    if before is not None and old is not None and after is not None and new is not None:
        whole = _structure(old, new, names)
        before = before.rename(dict(names.columns.get(new.name, {})))
        lines = _two_sided(old, new, before, after, names.fields(new.name, old.key), recoded)
    elif after is not None:
        whole = [Change(sheet.name, None, "table_added", None, None, sheet.path)]
        lines = _one_sided(sheet, after.clear(), after)
    else:
        assert before is not None
        whole = [Change(sheet.name, None, "table_removed", None, sheet.path, None)]
        lines = _one_sided(sheet, before, before.clear())
    return pl.concat([framed(whole), _titled(lines, sheet)])


def recoded_cells(lines: pl.DataFrame, sheet: Sheet) -> dict[str, pl.DataFrame]:
    """Code list → old and new of every cell corrected in the columns of a table that use it."""
    corrected = lines.filter(pl.col("kind") == "value_corrected")
    lists: dict[str, list[str]] = {}
    for name in sheet.columns:
        lists.setdefault(list_of(sheet, name), []).append(name)
    return {
        codes: corrected.filter(pl.col("column").is_in(columns)).select("old", "new").unique()
        for codes, columns in lists.items()
        if codes
    }
