"""What must hold for every event."""

import polars as pl

from validations.dates import interval_rules
from validations.logic import given, implies, mode_of_type, where_given
from validations.rule import Rule

TABLE = "events"

_EDTF = pl.col("date_edtf")
_FORM = r"^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$"


def _edtf_holds() -> pl.Expr:
    """First and last day that the EDTF text spans are those of the interval."""
    first = _EDTF.str.extract(r"^([^/]+)")
    last = _EDTF.str.extract(r"([^/]+)$")
    starts = (
        pl.when(first.str.len_chars() == 4)
        .then(first + "-01-01")
        .when(first.str.len_chars() == 7)
        .then(first + "-01")
        .otherwise(first)
        .str.to_date("%Y-%m-%d", strict=False)
    )
    month_end = (last + "-01").str.to_date("%Y-%m-%d", strict=False).dt.month_end()
    ends = (
        pl.when(last.str.len_chars() == 7)
        .then(month_end)
        .otherwise(
            pl.when(last.str.len_chars() == 4)
            .then(last + "-12-31")
            .otherwise(last)
            .str.to_date("%Y-%m-%d", strict=False)
        )
    )
    same = (starts == pl.col("start_date")) & (ends == pl.col("end_date"))
    return where_given(_EDTF.str.contains(_FORM) & same.fill_null(value=False), "date_edtf")


RULES = (
    *interval_rules(TABLE, ("EVT-001", "EVT-002", "EVT-003", "EVT-004")),
    Rule(
        "EVT-005",
        TABLE,
        "An EDTF date stands beside an interval, and only there.",
        "error",
        lambda: given("date_edtf") == given("start_date", "end_date"),
        "date_edtf",
    ),
    Rule(
        "EVT-006",
        TABLE,
        "The EDTF date spans the same days as the interval.",
        "error",
        # NOTE: an EDTF date without an interval is the finding of EVT-005.
        lambda: implies(given("start_date", "end_date"), _edtf_holds()),
        "date_edtf",
    ),
    Rule(
        "EVT-007",
        TABLE,
        "No more sources are independent than there are.",
        "error",
        lambda: pl.col("independent_count") <= pl.col("source_count"),
        "independent_count",
    ),
    Rule(
        "EVT-008",
        TABLE,
        "No event is a part of itself.",
        "error",
        lambda: where_given(pl.col("part_of_event_id") != pl.col("event_id"), "part_of_event_id"),
        "part_of_event_id",
    ),
    Rule(
        "EVT-009",
        TABLE,
        "No event carries out itself.",
        "error",
        lambda: where_given(pl.col("fulfils_event_id") != pl.col("event_id"), "fulfils_event_id"),
        "fulfils_event_id",
    ),
    Rule(
        "EVT-010",
        TABLE,
        "Only what occurred carries out an announcement.",
        "error",
        lambda: implies(given("fulfils_event_id"), pl.col("modality") == "occurred"),
        "modality",
    ),
    Rule(
        "EVT-011",
        TABLE,
        "A mode is one of those within the type.",
        "error",
        mode_of_type,
        "mode",
    ),
)
