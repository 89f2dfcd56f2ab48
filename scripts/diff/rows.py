"""Rows of one table in two editions: added, withdrawn, corrected, each cell by itself.

Rows are the same where their primary key is. A table whose key is one column has ids, and a row
whose id changed is withdrawn and added; `same_as` then names the row that says the same. A table
whose key is made of several columns links other rows and has no id to cite: where a withdrawn and
an added row of it differ in one part of the key and in nothing else, and neither has another such
partner, that part was corrected. A part that leads to no other table is a value like others: there
it is enough that both rows are alike in all that leads to one, for then they tell of the same.
"""

from collections.abc import Collection, Sequence

import polars as pl

#: Columns of the frames made here: those of CHANGES without the table.
_LINES = dict.fromkeys(("row_id", "kind", "column", "old", "new", "same_as"), pl.String)
#: Of a row: its id, and the id of the row that says the same. No table has columns so called.
_ID, _SAME = "\nrow_id", "\nsame_as"


def row_ids(frame: pl.DataFrame, key: Sequence[str]) -> pl.Series:
    r"""The id of each row: its key, parts joined by `|` (`\|` where a part holds one)."""
    if len(key) == 1:
        return frame[key[0]].alias(_ID)
    parts = [
        pl.col(name)
        .fill_null("")
        .str.replace_all("\\", "\\\\", literal=True)
        .str.replace_all("|", "\\|", literal=True)
        for name in key
    ]
    return frame.select(pl.concat_str(parts, separator="|").alias(_ID))[_ID]


def _whole(frame: pl.DataFrame, kind: str, side: str) -> pl.DataFrame:
    """A line for each filled cell of rows that only one edition has."""
    cells = frame.unpivot(
        index=[_ID, _SAME],
        on=[name for name in frame.columns if name not in {_ID, _SAME}],
        variable_name="column",
        value_name=side,
    )
    other = "old" if side == "new" else "new"
    return (
        cells.drop_nulls(side)
        .rename({_ID: "row_id", _SAME: "same_as"})
        .with_columns(pl.lit(kind).alias("kind"), pl.lit(None, pl.String).alias(other))
        .select(*_LINES)
    )


def _differs(old: pl.Series, new: pl.Series, is_number: bool) -> pl.Series:
    """Which cells differ; `32` and `32.0` are one number."""
    differs = old.ne_missing(new)
    if is_number and differs.any():
        same = old.cast(pl.Float64, strict=False) == new.cast(pl.Float64, strict=False)
        differs &= ~same.fill_null(value=False)
    return differs


def _corrected(old: pl.DataFrame, new: pl.DataFrame, numbers: Collection[str]) -> pl.DataFrame:
    """A line for each cell that differs, of rows that both have, in the same order.

    What only came or went because its column did is added or withdrawn, not corrected.
    """
    nothing = pl.repeat(None, old.height, dtype=pl.String, eager=True)
    parts = [pl.DataFrame(schema=dict.fromkeys(("row_id", "old", "new", "column"), pl.String))]
    for name in dict.fromkeys((*new.columns, *old.columns)):
        before = old[name] if name in old.columns else nothing
        after = new[name] if name in new.columns else nothing
        differs = _differs(before, after, name in numbers)
        if differs.any():
            cells = (old[_ID].alias("row_id"), before.alias("old"), after.alias("new"))
            lines = pl.DataFrame([cell.filter(differs) for cell in cells])
            parts.append(lines.with_columns(pl.lit(name).alias("column")))
    come, gone = set(new.columns) - set(old.columns), set(old.columns) - set(new.columns)
    told = pl.concat(parts).with_columns(
        pl.when(pl.col("column").is_in(sorted(come)))
        .then(pl.lit("value_added"))
        .when(pl.col("column").is_in(sorted(gone)))
        .then(pl.lit("value_withdrawn"))
        .otherwise(pl.lit("value_corrected"))
        .alias("kind"),
        pl.lit(None, pl.String).alias("same_as"),
    )
    return told.select(*_LINES)


def _partners(
    old: pl.DataFrame, new: pl.DataFrame, by: Sequence[str], filled: Sequence[str]
) -> pl.DataFrame:
    """Pairs (old, new) of ids of rows that are alike in some columns and like no third row.

    Args:
        old: Rows that only the older edition has.
        new: Rows that only the newer one has.
        by: The columns they have to be alike in.
        filled: One of these has to hold something, or being alike means nothing.
    """
    if not filled or not old.height or not new.height:
        return pl.DataFrame(schema={"old": pl.String, "new": pl.String})
    some = pl.any_horizontal(pl.col(name).is_not_null() for name in filled)
    alone = [frame.filter(some & ~pl.struct(by).is_duplicated()) for frame in (old, new)]
    left = alone[0].select(*by, pl.col(_ID).alias("old"))
    right = alone[1].select(*by, pl.col(_ID).alias("new"))
    return left.join(right, on=by, nulls_equal=True).select("old", "new")


def _rekeyed(
    old: pl.DataFrame,
    new: pl.DataFrame,
    key: Sequence[str],
    shared: Sequence[str],
    links: Collection[str],
) -> pl.DataFrame:
    """Pairs (old, new) of rows that are one row with one part of its key corrected."""
    cells = [name for name in shared if name not in key]
    leads = [name for name in cells if name in links]
    found = pl.concat(
        [
            *(_partners(old, new, [one for one in shared if one != part], cells) for part in key),
            *(
                _partners(old, new, [*(one for one in key if one != part), *leads], leads)
                for part in key
                if part not in links
            ),
        ]
    ).unique()
    return found.filter(~pl.col("old").is_duplicated() & ~pl.col("new").is_duplicated())


def row_changes(
    old: pl.DataFrame,
    new: pl.DataFrame,
    key: Sequence[str],
    numbers: Collection[str] = (),
    links: Collection[str] = (),
) -> pl.DataFrame:
    """Every cell that differs between two editions of one table.

    Args:
        old: Rows of the older edition, cells as text; a renamed column bears its new name.
        new: Rows of the newer edition.
        key: Columns that tell rows apart, in both frames.
        numbers: Columns whose cells are numbers in both.
        links: Columns that lead to rows of other tables in both.

    Returns:
        A frame of row_id, kind, column, old, new, same_as. Of a row that only one edition has every
        filled cell is a line. `row_id` is the one of the older edition where a key was corrected.
    """
    old, new = (frame.with_columns(row_ids(frame, key)) for frame in (old, new))
    shared = [name for name in new.columns if name in old.columns and name != _ID]
    gone, come = old.join(new, on=_ID, how="anti"), new.join(old, on=_ID, how="anti")
    kept = [
        old.join(new.select(_ID), on=_ID, how="semi").sort(_ID),
        new.join(old.select(_ID), on=_ID, how="semi").sort(_ID),
    ]
    lines = [_corrected(kept[0], kept[1], numbers)]
    same = pl.DataFrame(schema={"old": pl.String, "new": pl.String})
    if len(key) > 1:
        pairs = _rekeyed(gone, come, key, shared, links)
        left = pairs.join(gone, left_on="old", right_on=_ID).rename({"old": _ID}).drop("new")
        right = pairs.join(come, left_on="new", right_on=_ID).drop("new").rename({"old": _ID})
        lines.append(_corrected(left.sort(_ID), right.sort(_ID), numbers))
        gone = gone.join(pairs, left_on=_ID, right_on="old", how="anti")
        come = come.join(pairs, left_on=_ID, right_on="new", how="anti")
    else:
        cells = [name for name in shared if name not in key]
        same = _partners(gone, come, cells, cells)
    gone = gone.join(same.rename({"new": _SAME}), left_on=_ID, right_on="old", how="left")
    come = come.join(same.rename({"old": _SAME}), left_on=_ID, right_on="new", how="left")
    lines += [_whole(come, "row_added", "new"), _whole(gone, "row_withdrawn", "old")]
    return pl.concat(lines)
