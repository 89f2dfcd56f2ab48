"""What must hold for every side of a comparison."""

import polars as pl

from validations.logic import given, missing
from validations.rule import Rule

TABLE = "sides"

RULES = (
    Rule(
        "SID-001",
        TABLE,
        "A side names the figure, the report or the statement that says it.",
        "error",
        lambda: given("figure_id") | given("report_id") | given("statement_id"),
        "figure_id",
    ),
    Rule(
        "SID-002",
        TABLE,
        "A side that is no figure has no least and greatest value.",
        "error",
        lambda: given("figure_id") | (pl.col("low").is_null() & pl.col("high").is_null()),
        "low",
    ),
    Rule(
        "SID-003",
        TABLE,
        "A side that is a figure counts a whole or a part, and no other does.",
        "error",
        lambda: given("scope") == given("figure_id"),
        "scope",
    ),
    Rule(
        "SID-004",
        TABLE,
        "Only a side that is a figure stands at a day.",
        "error",
        lambda: given("figure_id") | missing("as_of"),
        "as_of",
    ),
)
