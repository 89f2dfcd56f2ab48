"""Write one table as CSV and as Parquet, so that every reader gets the same values.

CSV is UTF-8 without a mark, lines end in LF, missing is nothing between two commas, quotation
marks stand only where a cell needs them. Parquet is written from the typed columns.
"""

from decimal import Decimal
from pathlib import Path

import polars as pl

from schemas.frames import polars_schema
from schemas.tables import Table
from scripts.read.files import InputError

#: Spreadsheets run such a cell as a formula; a line break or tab in a cell breaks simple readers.
_UNSAFE = r"^[=+\-@]|[\t\r\n\x00]"


def number_text(value: float) -> str:
    """A finite number as readers of every kind take it: `32` for 32.0, never an exponent."""
    return f"{Decimal(repr(value)).normalize():f}" if value else "0"


def unsafe_cells(name: str, frame: pl.DataFrame) -> list[str]:
    """Table, column, row (from 1) and content of each cell that a reader could misread."""
    found = []
    for column, kind in frame.schema.items():
        if kind == pl.String:
            unsafe = frame[column].str.contains(_UNSAFE) | (frame[column] == "")
        elif kind == pl.Float64:
            unsafe = ~frame[column].is_finite()
        else:
            continue
        for index in unsafe.arg_true().to_list():
            value = str(frame[column][index])[:40]
            found.append(f"{name}.{column} of row {index + 1} holds {value!r}")
    return found


def checked(table: Table, frame: pl.DataFrame) -> pl.DataFrame:
    """The frame, sorted by primary key, if it can be written as the table's schema says.

    Raises:
        InputError: if columns, their order or types differ from the schema, a text begins with one
            of = + - @, holds a line break, tab or NUL or is empty instead of missing, or a number
            is infinite or not a number.
    """
    wanted = polars_schema(table)
    if list(frame.schema.items()) != list(wanted.items()):
        raise InputError(
            f"table {table.name} does not have the columns of schemas/tables/{table.name}.json: "
            f"it has {dict(frame.schema)}, not {dict(wanted)}"
        )
    unsafe = unsafe_cells(table.name, frame)
    if unsafe:
        raise InputError(
            "a cell that programs would change cannot be published (a text that begins with "
            "= + - @, is empty or holds a line break or tab; a number without end): "
            + "; ".join(unsafe[:5])
            + (f"; and {len(unsafe) - 5} more" if len(unsafe) > 5 else "")
        )
    return frame.sort(table.primary_key, nulls_last=True)


def write_csv(frame: pl.DataFrame, path: Path) -> None:
    """Write a checked frame as CSV; makes the folder if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    numbers = [name for name, kind in frame.schema.items() if kind == pl.Float64]
    plain = frame.with_columns(
        pl.Series(
            name,
            [None if value is None else number_text(value) for value in frame[name].to_list()],
            dtype=pl.String,
        )
        for name in numbers
    )
    plain.write_csv(path, line_terminator="\n", quote_style="necessary", null_value="")


def write_parquet(frame: pl.DataFrame, path: Path) -> None:
    """Write a checked frame as Parquet: one row group, zstd, so that equal rows are equal bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    frame.write_parquet(
        path,
        compression="zstd",
        compression_level=3,
        statistics=True,
        row_group_size=max(frame.height, 1),
    )
