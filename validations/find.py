"""Rows that break a link → findings that name the row by its key."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from schemas.tables import table as table_schema
from validations.rule import Finding, LinkRule, Severity, Tables


def row_key(table: str, row: Mapping[str, Any]) -> str:
    """The primary key of a row as one text; `|` stands between the parts of a compound key."""
    return "|".join(shown(row.get(name)) for name in table_schema(table).primary_key)


def shown(value: object) -> str:
    """A value as people read it: nothing for a missing one, no `.0` on whole numbers."""
    if value is None:
        return ""
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def findings(
    rule: tuple[str, Severity],
    table: str,
    broken: pl.DataFrame,
    columns: Sequence[str],
    sentence: str,
) -> list[Finding]:
    """One finding for each broken row.

    Args:
        rule: Id and severity of the rule.
        table: The table that the rows belong to.
        broken: The rows, with the columns of the primary key at least.
        columns: Columns to name; their values are what stands there.
        sentence: What is wrong; `{name}` stands for the value of that column in the row.
    """
    return [
        Finding(
            rule[0],
            rule[1],
            table,
            row_key(table, row),
            "|".join(columns),
            "|".join(shown(row.get(column)) for column in columns),
            sentence.format(**{name: shown(value) for name, value in row.items()}),
        )
        for row in broken.iter_rows(named=True)
    ]


def link_rule(
    rule_id: str,
    table: str,
    columns: tuple[str, ...],
    broken: Callable[[Tables], pl.DataFrame],
    promise: str,
    sentence: str,
    severity: Severity = "error",
) -> LinkRule:
    """A rule from a function that gives the rows of the table that break it.

    Args:
        rule_id: Its permanent id.
        table: The table whose rows are to blame.
        columns: Columns to name in a finding.
        broken: tables → the rows that break it, with the columns that the sentence names.
        promise: What holds, for people.
        sentence: What is wrong with one row; `{name}` stands for the value of that column.
        severity: As in Rule.
    """

    def look(tables: Tables) -> list[Finding]:
        return findings((rule_id, severity), table, broken(tables), columns, sentence)

    return LinkRule(rule_id, table, promise, severity, look)


def columns_of(tables: Tables, kind: type[pl.DataType]) -> Iterator[tuple[str, list[str]]]:
    """Each table with its columns of that type, in table and file order."""
    for name, frame in tables.items():
        columns = [column for column, dtype in frame.schema.items() if dtype == kind]
        if columns:
            yield name, columns
