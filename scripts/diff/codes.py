"""Codes in two editions: added, removed, renamed, retired, reworded.

A code list is a table whose rows are codes, so its changed rows are read as changes of codes. A
code was renamed where one is gone and one has come that takes its place: by `replaced_by` of the
older edition, by the same description, or because every row that bore the one bears the other now.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

import polars as pl

from scripts.diff.change import Change, framed
from scripts.diff.edition import Json, Sheet
from scripts.diff.keys import list_of
from scripts.diff.rows import row_changes

_RETIRED = "deprecated_in"
_KINDS = {
    "row_added": "code_added",
    "row_withdrawn": "code_removed",
    "value_corrected": "code_reworded",
}


def _texts(frame: pl.DataFrame, key: str, column: str) -> dict[str, str]:
    """Code → cell, of the codes whose cell in that column is filled and stands there once."""
    if column not in frame.columns:
        return {}
    told = frame.filter(pl.col(column).is_not_null() & ~pl.col(column).is_duplicated())
    return dict(told.select(key, column).rows())


def renamed_codes(
    before: pl.DataFrame, after: pl.DataFrame, key: str, recoded: pl.DataFrame
) -> dict[str, str]:
    """Old code → new code of a list.

    Args:
        before: Rows of the list in the older edition, the code in column `key`.
        after: Rows in the newer edition.
        key: The column of the code.
        recoded: `old` and `new` of every cell corrected in the columns that use the list.
    """
    gone = set(before[key]) - set(after[key])
    come = set(after[key]) - set(before[key])
    named = (
        dict(before.select(key, "replaced_by").rows()) if "replaced_by" in before.columns else {}
    )
    meant = _texts(before, key, "description")
    by_text = {text: code for code, text in _texts(after, key, "description").items()}
    told: dict[str, set[str]] = {}
    for old, new in recoded.select("old", "new").unique().rows():
        told.setdefault(old, set()).add(new)
    found = {}
    for code in sorted(gone):
        rows = told.get(code, set())
        for other in (
            named.get(code),
            by_text.get(meant.get(code, "")),
            next(iter(rows)) if len(rows) == 1 else None,
        ):
            if other in come:
                found[code] = str(other)
                break
    taken = Counter(found.values())
    return {old: new for old, new in found.items() if taken[new] == 1}


def code_changes(
    before: pl.DataFrame,
    after: pl.DataFrame,
    key: str,
    recoded: pl.DataFrame,
    numbers: Collection[str] = (),
) -> pl.DataFrame:
    """What differs between two editions of a code list, in the columns of `row_changes`.

    Args:
        before: Rows of the list in the older edition, a renamed column under its new name.
        after: Rows in the newer edition.
        key: The column of the code.
        recoded: `old` and `new` of every cell corrected in the columns that use the list.
        numbers: Columns whose cells are numbers in both.
    """
    renamed = renamed_codes(before, after, key, recoded)
    lines = row_changes(before.with_columns(pl.col(key).replace(renamed)), after, [key], numbers)
    lines = lines.with_columns(
        pl.when((pl.col("kind") != "value_corrected") | (pl.col("column") != _RETIRED))
        .then(pl.col("kind").replace(_KINDS))
        .when(pl.col("old").is_null())
        .then(pl.lit("code_retired"))
        .when(pl.col("new").is_null())
        .then(pl.lit("code_reinstated"))
        .otherwise(pl.lit("code_reworded"))
        .alias("kind"),
        pl.col("row_id").replace({new: old for old, new in renamed.items()}),
    )
    told = [Change("", old, "code_renamed", key, old, new) for old, new in sorted(renamed.items())]
    return pl.concat([lines, framed(told).select(lines.columns)])


def _allowed(field: Json) -> set[str] | None:
    """The values that a column allows; None if it does not list them."""
    enum = field.get("constraints", {}).get("enum")
    return None if enum is None else {str(code) for code in enum}


def enum_changes(
    old: Sheet | None,
    new: Sheet | None,
    renamed: Mapping[str, str],
    listed: Mapping[str, Collection[str]],
) -> Iterator[Change]:
    """Codes that a column allows of itself, and no code list that it leads to tells of.

    Args:
        old: The table in the older edition; None where that lacks it, which gives nothing.
        new: The same in the newer one.
        renamed: Old → new name of its columns.
        listed: Name of a code list in the newer edition → codes that came or went there.
    """
    if old is None or new is None:
        return
    for name, field in old.fields.items():
        other = renamed.get(name, name)
        if other not in new.fields:
            continue
        before, after = _allowed(field), _allowed(new.fields[other])
        if before is None or after is None:
            continue
        known = set(listed.get(list_of(new, other), ()))
        for code in sorted(before - after - known):
            yield Change(new.name, code, "code_removed", other, code, None)
        for code in sorted(after - before - known):
            yield Change(new.name, code, "code_added", other, None, code)
