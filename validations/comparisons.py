"""What must hold for every comparison."""

import polars as pl

from schemas.tables import codelist
from validations.logic import given, implies, missing, where_given
from validations.rule import Rule

TABLE = "comparisons"

_ABOUT = pl.col("about")
_VERDICT = pl.col("verdict")
_FIGURE = _ABOUT == "figure"
_LOW = pl.col("low")
_HIGH = pl.col("high")


def _other_unit() -> list[str]:
    """Units that are converted before they are compared, such as weeks."""
    rows = codelist("units").rows
    return [unit for unit in rows if rows[unit]["base_unit"] not in ("", unit)]


RULES = (
    Rule(
        "CMP-001",
        TABLE,
        "The verdict is single where one source speaks, and only there.",
        "error",
        lambda: (_VERDICT == "single") == (pl.col("source_count") == 1),
        "verdict",
    ),
    Rule(
        "CMP-002",
        TABLE,
        "No more sources are independent than there are.",
        "error",
        lambda: pl.col("independent_count") <= pl.col("source_count"),
        "independent_count",
    ),
    Rule(
        "CMP-003",
        TABLE,
        "The best value lies between the least and the greatest.",
        "error",
        lambda: (
            where_given(_LOW <= _HIGH, "low", "high")
            & where_given(pl.col("best") >= _LOW, "low", "best")
            & where_given(pl.col("best") <= _HIGH, "best", "high")
        ),
        "best",
    ),
    Rule(
        "CMP-004",
        TABLE,
        "A comparison of words names an utterance, every other names an event.",
        "error",
        lambda: (
            (given("utterance_id") == (_ABOUT == "utterance"))
            & (given("event_id") == (_ABOUT != "utterance"))
        ),
        "event_id",
    ),
    Rule(
        "CMP-005",
        TABLE,
        "A comparison of figures has a unit, and no other has.",
        "error",
        lambda: given("unit") == _FIGURE,
        "unit",
    ),
    Rule(
        "CMP-006",
        TABLE,
        "A comparison of persons has a measure, and no other has.",
        "error",
        lambda: given("measure") == pl.col("unit").eq_missing("person"),
        "measure",
    ),
    Rule(
        "CMP-007",
        TABLE,
        "Only a comparison of persons has sides that they belong to.",
        "error",
        lambda: pl.col("unit").eq_missing("person") | missing("of_actor_id", "by_actor_id"),
        "of_actor_id",
    ),
    Rule(
        "CMP-008",
        TABLE,
        "Durations are compared in the unit that all of them are converted to.",
        "error",
        lambda: where_given(~pl.col("unit").is_in(_other_unit()), "unit"),
        "unit",
    ),
    Rule(
        "CMP-009",
        TABLE,
        "A comparison of figures has a least value.",
        "error",
        lambda: implies(_FIGURE, given("low")),
        "low",
    ),
    Rule(
        "CMP-010",
        TABLE,
        "Only a conflict is ruled on.",
        "error",
        lambda: implies(given("ruling"), _VERDICT == "conflict"),
        "ruling",
    ),
    Rule(
        "CMP-011",
        TABLE,
        "The note ends with a full stop.",
        "error",
        lambda: pl.col("note").str.ends_with("."),
        "note",
    ),
    Rule(
        "CMP-012",
        TABLE,
        "Only a comparison of figures counts a kind, and only figures are claimed by a party.",
        "error",
        lambda: _FIGURE | missing("counted_kind", "claimed_by_actor_id"),
        "counted_kind",
    ),
)
