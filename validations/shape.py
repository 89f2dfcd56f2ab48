"""The layer of shape: names, order, types, required, patterns, limits, codes and keys, by pandera.

All of it is derived from the Table Schemas; what rows mean is meaning.py.
"""

from collections.abc import Mapping
from typing import Any

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

from schemas.frames import pandera_schema, polars_schema
from schemas.tables import Table
from schemas.tables import tables as all_tables
from validations.find import row_key, shown
from validations.rule import Finding, Tables

#: Rule id → what holds, for people.
RULES: Mapping[str, str] = {
    "SHP-001": "A table is there and has the columns of its Table Schema, in their order.",
    "SHP-002": "A column has the type of its Table Schema.",
    "SHP-003": "A required cell has a value.",
    "SHP-004": "A cell matches the pattern of its column.",
    "SHP-005": "A number lies within the limits of its column.",
    "SHP-006": "A code stands in the code list of its column.",
    "SHP-007": "No two rows have the same primary key.",
}
_BY_CHECK = (
    ("column_", "SHP-001"),
    ("dtype(", "SHP-002"),
    ("not_nullable", "SHP-003"),
    ("matches ", "SHP-004"),
    ("is at least ", "SHP-005"),
    ("is at most ", "SHP-005"),
    ("is a code of ", "SHP-006"),
    ("multiple_fields_uniqueness", "SHP-007"),
    ("field_uniqueness", "SHP-007"),
)


def failures(schema: pa.DataFrameSchema, frame: pl.DataFrame) -> list[dict[str, Any]]:
    """All that pandera finds wrong in a collected frame, as rows of its failure cases."""
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as error:
        cases: list[dict[str, Any]] = error.failure_cases.to_dicts()
        return cases
    return []


def _finding(table: Table, frame: pl.DataFrame, case: Mapping[str, Any]) -> Finding:
    check, index, column = str(case["check"]), case["index"], case["column"] or ""
    rule_id = next((rule for start, rule in _BY_CHECK if check.startswith(start)), "SHP-002")
    value, row = shown(case["failure_case"]), ""
    if index is not None:
        cells = frame.row(index, named=True)
        row = row_key(table.name, cells)
        column = column or "|".join(table.primary_key)
        value = "|".join(shown(cells.get(name)) for name in column.split("|"))
    return Finding(
        rule_id, "error", table.name, row, column, value, _sentence(rule_id, check, value)
    )


def _sentence(rule_id: str, check: str, value: str) -> str:
    if rule_id == "SHP-001":
        asked = {
            "column_ordered": "stands in another place than the Table Schema has it",
            "column_in_schema": "is no column of the Table Schema",
        }
        return f"column {value} {asked.get(check, 'is missing')}"
    if rule_id == "SHP-002":
        return f"the column must be of type {check.removeprefix('dtype(').rstrip(')')}, not {value}"
    if rule_id in ("SHP-003", "SHP-007"):
        return RULES[rule_id]
    return f"it must hold that the value {check}"


def check_shape(tables: Tables) -> list[Finding]:
    """All that is wrong with the shape of the tables; nothing if it is right.

    Args:
        tables: Table name → collected frame. Pandera lets bad rows of lazy frames pass.
    """
    found = []
    for table in all_tables():
        if table.name not in tables:
            found.append(_absent(table))
            continue
        frame = tables[table.name]
        found += [_finding(table, frame, case) for case in failures(pandera_schema(table), frame)]
    known = {table.name for table in all_tables()}
    found += [
        Finding("SHP-001", "error", name, "", "", "", f"{name} is no table of schemas/tables/")
        for name in tables
        if name not in known
    ]
    return sorted(set(found))


def _absent(table: Table) -> Finding:
    return Finding("SHP-001", "error", table.name, "", "", "", "the table is missing")


def misshapen(tables: Tables) -> list[Finding]:
    """Tables that rules cannot be asked about: missing, or with other columns or types."""
    found = []
    for table in all_tables():
        if table.name not in tables:
            found.append(_absent(table))
        elif tables[table.name].schema != polars_schema(table):
            found += [
                finding
                for finding in check_shape({table.name: tables[table.name]})
                if finding.table == table.name and finding.rule_id in ("SHP-001", "SHP-002")
            ]
    return found
