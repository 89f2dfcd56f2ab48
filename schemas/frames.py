"""Table → polars types, empty frame, pandera schema. Shape only: meaning is in `validations/`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandera.polars as pa
import polars as pl

from schemas.tables import Table, codelist

#: Table Schema type → polars type. Plain types only; anything else is an error in the schema.
POLARS: Mapping[str, type[pl.DataType]] = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
    "date": pl.Date,
}


def polars_schema(table: Table) -> pl.Schema:
    """Column name → polars type, in file order."""
    return pl.Schema({field.name: POLARS[field.type]() for field in table.fields})


def frame(table: Table, rows: Iterable[Mapping[str, Any]] = ()) -> pl.DataFrame:
    """Rows as a typed frame with the table's columns in file order, sorted by primary key.

    Args:
        table: The table that the rows belong to.
        rows: Mappings by column name; a missing key or None or "" is a missing value.

    Raises:
        ValueError: if a row has a key that is no column of the table.
    """
    names = set(table.columns)
    listed: list[dict[str, Any]] = []
    for row in rows:
        unknown = row.keys() - names
        if unknown:
            raise ValueError(f"table {table.name} has no column {sorted(unknown)}")
        listed.append(
            {name: None if row.get(name) == "" else row.get(name) for name in table.columns}
        )
    built = pl.DataFrame(listed, schema=polars_schema(table), strict=True)
    return built.sort(table.primary_key, nulls_last=True)


def shape_checks(table: Table) -> Mapping[str, Sequence[pa.Check]]:
    """Column name → the checks of its constraints; each check carries a sentence as its error."""
    checks: dict[str, list[pa.Check]] = {}
    for field in table.fields:
        found = checks.setdefault(field.name, [])
        if field.pattern:
            found.append(pa.Check.str_matches(field.pattern, error=f"matches {field.pattern}"))
        if field.minimum is not None:
            found.append(pa.Check.ge(field.minimum, error=f"is at least {field.minimum}"))
        if field.maximum is not None:
            found.append(pa.Check.le(field.maximum, error=f"is at most {field.maximum}"))
        if field.codes:
            codes = list(codelist(field.codes).codes)
            found.append(pa.Check.isin(codes, error=f"is a code of codes/{field.codes}.csv"))
    return checks


def pandera_schema(table: Table, rules: Sequence[pa.Check] = ()) -> pa.DataFrameSchema:
    """The table's shape as a pandera schema: names, order, types, required, limits, keys.

    Args:
        table: The table.
        rules: Checks of meaning to run in the same pass (see `validations/`).

    Validate collected frames only: pandera lets bad rows of a LazyFrame pass.
    """
    checks = shape_checks(table)
    return pa.DataFrameSchema(
        {
            field.name: pa.Column(
                POLARS[field.type],
                checks=list(checks[field.name]),
                nullable=not field.required,
                required=True,
            )
            for field in table.fields
        },
        checks=list(rules),
        strict=True,
        ordered=True,
        unique=list(table.primary_key),
        name=table.name,
    )
