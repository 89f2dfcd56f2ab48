"""What must hold for every cell of every table: nothing that a reader would change or misread."""

from collections.abc import Callable

import polars as pl

from validations.find import columns_of, findings
from validations.rule import Finding, LinkRule, Tables

#: Line breaks of every kind, tabs, NUL and the other characters that no cell can show.
_CONTROL = r"[\x00-\x1f\x7f\x{85}\x{2028}\x{2029}]"


def _cells(
    rule_id: str,
    kind: type[pl.DataType],
    broken: Callable[[pl.Expr], pl.Expr],
    sentence: str,
) -> Callable[[Tables], list[Finding]]:
    def look(tables: Tables) -> list[Finding]:
        found: list[Finding] = []
        for table, columns in columns_of(tables, kind):
            cells = [broken(pl.col(column)).fill_null(value=False) for column in columns]
            marked = tables[table].select(cells)
            for column in columns:
                if marked[column].any():
                    bad = tables[table].filter(marked[column])
                    found += findings((rule_id, "error"), table, bad, (column,), sentence)
        return found

    return look


RULES = (
    LinkRule(
        "ALL-001",
        "*",
        "No text holds a line break, a tab or another control character.",
        "error",
        _cells(
            "ALL-001",
            pl.String,
            lambda cell: cell.str.contains(_CONTROL),
            "a line break, a tab or another control character stands in the cell",
        ),
    ),
    LinkRule(
        "ALL-002",
        "*",
        "No text begins with one of = + - @, which spreadsheets run as formulas.",
        "error",
        _cells(
            "ALL-002",
            pl.String,
            lambda cell: cell.str.contains(r"^[=+\-@]"),
            "a spreadsheet would run the cell as a formula: it begins with one of = + - @",
        ),
    ),
    LinkRule(
        "ALL-003",
        "*",
        "No text is empty or has white space at an end: what is missing is missing.",
        "error",
        _cells(
            "ALL-003",
            pl.String,
            lambda cell: (
                # NOTE: a line break or tab at an end is the finding of ALL-001.
                cell.str.strip_chars().ne(cell) & ~cell.str.contains(_CONTROL) | (cell == "")
            ),
            "the cell is empty text or has white space at an end",
        ),
    ),
    LinkRule(
        "ALL-004",
        "*",
        "Every number is finite.",
        "error",
        _cells(
            "ALL-004",
            pl.Float64,
            lambda cell: ~cell.is_finite(),
            "the cell holds an infinite number, or none at all",
        ),
    ),
)
