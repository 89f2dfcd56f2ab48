"""Every column of every table: its type, how often it is filled, what it means and may hold."""

from collections.abc import Mapping, Sequence

import polars as pl

from schemas.tables import Field, Table, codelist
from scripts.publish.dictionary.codebook import codes_link
from scripts.publish.dictionary.found import FOUND_BY
from scripts.publish.dictionary.found import HEADING as RULES
from scripts.publish.dictionary.markdown import code, link, names
from validations.markdown import grid

HEADING = "The columns"
_SHOWN = 9  #: codes that a cell lists one by one

#: Type → how it is written in CSV and what it becomes in R and in Python.
_TYPES = {
    "string": ("text, in UTF-8", "character", "str"),
    "integer": ("digits", "integer, or numeric in readr", "int64 (Int64 where some are empty)"),
    "number": ("digits with a point, never an exponent", "numeric", "float64"),
    "boolean": ("`true` or `false`", "logical", "bool"),
    "date": ("`2031-03-05`", "Date once it is told to (text in base R)", "date"),
}


def _written(tables: Sequence[Table]) -> str:
    used = [kind for kind in _TYPES if any(f.type == kind for t in tables for f in t.fields)]
    rows = [(kind, *_TYPES[kind]) for kind in used]
    return (
        "A missing value is nothing between two commas, and nothing else is: no `NA`, no `-9`, no "
        "0. Text never begins with `=`, `+`, `-` or `@` and holds no line break or tab, so that "
        "every program reads the same cells. Identifiers are text, also where they are digits.\n\n"
        + grid(("type", "in CSV", "in R", "in pandas"), rows)
        + "\n\nIn the grids below, **filled** says in how many rows of this version a column has a "
        "value (`always`: in every row of every version), and **examples** are of this version: "
        "from the one row that is named, or where it has none from the first row that has."
    )


def _filled(field: Field, frame: pl.DataFrame) -> str:
    if field.required:
        return "always"
    count = frame.height - frame[field.name].null_count()
    if not count:
        return "**empty in all rows of this version**" if frame.height else "where known"
    return f"{count} of {frame.height}"


def _values(table: Table, field: Field) -> str:
    """What a column may hold, beyond its type, as a sentence; nothing if it is not limited."""
    told = [
        f"a key of {link(key.table)}" for key in table.foreign_keys if key.fields == (field.name,)
    ]
    if field.codes:
        held = codelist(field.codes).codes
        if len(held) <= _SHOWN:
            told.append(f"{names(held)}: see {codes_link(field.codes)}")
        else:
            told.append(f"one of {len(held)} {codes_link(field.codes)}")
    if field.name == FOUND_BY:
        told.append(f"one of {link(RULES, 'the rules')}")
    if field.minimum is not None:
        told.append(f"at least {field.minimum:g}")
    if field.maximum is not None:
        told.append(f"at most {field.maximum:g}")
    if not told and field.pattern:
        told.append(f"matches `{field.pattern}`")
    words = ", ".join(told)
    return f" *Values:* {words}." if words else ""


def example_row(frame: pl.DataFrame) -> int | None:
    """The number of the row with the fewest empty cells, the first of several; None for no rows."""
    if not frame.height:
        return None
    empty = frame.select(pl.sum_horizontal(pl.all().is_null().cast(pl.Int64))).to_series()
    return empty.arg_min()


def _example(field: Field, frame: pl.DataFrame, row: int | None) -> str:
    if row is not None:
        value = frame[field.name][row]
        if value is None:
            value = next(iter(frame[field.name].drop_nulls().head(1)), None)
        if value is not None:
            return code(value)
    return "" if field.example is None else f"for instance {code(field.example)} (made up)"


def _table(table: Table, frame: pl.DataFrame) -> str:
    row = example_row(frame)
    rows = "1 row" if frame.height == 1 else f"{frame.height} rows"
    keys = [f"Key: {names(table.primary_key)}."]
    keys += [f"No two rows share {names(key)}." for key in table.unique_keys]
    if row is not None:
        shown = " / ".join(code(frame[column][row]) for column in table.primary_key)
        keys.append(f"Example row: {shown}.")
    lines = [
        (
            f"`{field.name}`",
            field.type,
            _filled(field, frame),
            field.description + _values(table, field),
            _example(field, frame, row),
        )
        for field in table.fields
    ]
    header = ("column", "type", "filled", "meaning and values", "example")
    return (
        f"### {table.name}\n\n{table.description} {rows}. {' '.join(keys)}\n\n{grid(header, lines)}"
    )


def columns_section(tables: Sequence[Table], frames: Mapping[str, pl.DataFrame]) -> str:
    """Every table with its columns, in the order of the files."""
    parts = [f"## {HEADING}", _written(tables)]
    return "\n\n".join([*parts, *(_table(table, frames[table.name]) for table in tables)])
