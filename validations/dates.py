"""The rules for intervals of time, shared by events and reports: both have the same columns."""

from collections.abc import Sequence

import polars as pl

from validations.logic import both_or_none, given, implies, where_given
from validations.rule import Rule

_START = pl.col("start_date")
_END = pl.col("end_date")
_DAYS = (_END - _START).dt.total_days()


def _fits() -> pl.Expr:
    """The interval is no longer than its precision says, and no shorter than it must be."""
    same_year = _START.dt.year() == _END.dt.year()
    limits = {
        "day": _DAYS == 0,
        "week": _DAYS <= 6,
        "month": same_year & (_START.dt.month() == _END.dt.month()),
        "season": _DAYS <= 184,
        "year": same_year,
        "decade": _END.dt.year() - _START.dt.year() <= 9,
    }
    precision = pl.col("date_precision")
    longer = implies(precision != "day", _DAYS > 0)
    fits = pl.all_horizontal(implies(precision == code, limit) for code, limit in limits.items())
    return where_given(longer & fits, "start_date", "end_date", "date_precision")


def interval_rules(table: str, ids: Sequence[str]) -> tuple[Rule, ...]:
    """The four rules that hold for start_date, end_date and date_precision of a table.

    Args:
        table: A table that has the three columns.
        ids: The four rule ids, in the order of the rules here.
    """
    return (
        Rule(
            ids[0],
            table,
            "Either both ends of the interval are given or neither is.",
            "error",
            lambda: both_or_none("start_date", "end_date"),
            "end_date",
        ),
        Rule(
            ids[1],
            table,
            "The interval does not end before it starts.",
            "error",
            lambda: where_given(_START <= _END, "start_date", "end_date"),
            "end_date",
        ),
        Rule(
            ids[2],
            table,
            "A precision stands beside dates, and only there.",
            "error",
            lambda: given("date_precision") == (given("start_date") | given("end_date")),
            "date_precision",
        ),
        Rule(
            ids[3],
            table,
            "A precision of a day means one day; a longer one means more than a day and no more "
            "than its own length.",
            "error",
            # NOTE: intervals the wrong way round are the second rule's finding, not this one's.
            lambda: _fits() | where_given(_START > _END, "start_date", "end_date"),
            "date_precision",
        ),
    )
