"""What must hold for every report."""

import polars as pl

from validations.dates import interval_rules
from validations.logic import as_long_as_span, given, implies, mode_of_type
from validations.rule import Rule

TABLE = "reports"

RULES = (
    Rule(
        "REP-001",
        TABLE,
        "The span of a report is as long as its words.",
        "error",
        lambda: as_long_as_span("trigger_text"),
        "trigger_text",
    ),
    *interval_rules(TABLE, ("REP-002", "REP-003", "REP-004", "REP-005")),
    Rule(
        "REP-006",
        TABLE,
        "A date says how it was reckoned, and only a date does.",
        "error",
        lambda: given("date_basis") == given("start_date", "end_date"),
        "date_basis",
    ),
    Rule(
        "REP-007",
        TABLE,
        "A date that was not inherited names the words that give it.",
        "error",
        lambda: implies(
            given("date_basis") & pl.col("date_basis").ne_missing("inherited"), given("date_text")
        ),
        "date_text",
    ),
    Rule(
        "REP-008",
        TABLE,
        "A mode is one of those within the type.",
        "error",
        mode_of_type,
        "mode",
    ),
)
