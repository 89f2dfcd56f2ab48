"""What rules are made of: expressions that say what absence means, since null is a failure."""

import polars as pl

from schemas.tables import codelist


def implies(condition: pl.Expr, then: pl.Expr) -> pl.Expr:
    """True where the condition is false, or where what follows from it holds."""
    return ~condition | then


def given(*columns: str) -> pl.Expr:
    """True where every one of the columns has a value."""
    return pl.all_horizontal(pl.col(column).is_not_null() for column in columns)


def missing(*columns: str) -> pl.Expr:
    """True where none of the columns has a value."""
    return pl.all_horizontal(pl.col(column).is_null() for column in columns)


def both_or_none(first: str, second: str) -> pl.Expr:
    """True where both columns have a value or neither has."""
    return pl.col(first).is_null() == pl.col(second).is_null()


def where_given(holds: pl.Expr, *columns: str) -> pl.Expr:
    """True where one of the columns has no value, or where the expression holds."""
    return ~given(*columns) | holds


def near(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """True where two numbers are equal up to the rounding of binary fractions."""
    return (left - right).abs() <= 1e-6 * (1 + right.abs())


def as_long_as_span(column: str) -> pl.Expr:
    """True where the text of the column is as long as the span beside it, in code points."""
    return pl.col(column).str.len_chars().cast(pl.Int64) == pl.col("char_end") - pl.col(
        "char_start"
    )


def mode_of_type() -> pl.Expr:
    """True where the mode is one of those that codes/modes.csv lists for the event's type."""
    types = {mode: row["type"] for mode, row in codelist("modes").rows.items()}
    listed = pl.col("mode").replace_strict(types, default=None, return_dtype=pl.String)
    return where_given(listed.eq_missing(pl.col("type")), "mode")


def differs(left: str, right: pl.Expr) -> pl.Expr:
    """True where a number is not the other one, a missing one being like no number."""
    both = pl.col(left).is_not_null() & right.is_not_null()
    return (pl.col(left).is_null() != right.is_null()) | (both & ~near(pl.col(left), right))
