"""What must hold for every figure: the span, and the interval that value and bound allow."""

import polars as pl

from schemas.tables import codelist
from validations.logic import as_long_as_span, given, implies, missing, near, where_given
from validations.rule import Rule

TABLE = "figures"

_VALUE = pl.col("value")
_LOW = pl.col("low")
_HIGH = pl.col("high")
_TOP = pl.coalesce("range_to", "value")  #: the upper end of a range, else the value


def _unit_in(*classes: str) -> pl.Expr:
    """True where the unit is of one of the classes of codes/units.csv."""
    rows = codelist("units").rows
    return pl.col("unit").is_in([unit for unit in rows if rows[unit]["unit_class"] in classes])


def _bound(*codes: str) -> pl.Expr:
    return pl.col("bound").is_in(codes) & given("value")


def _rounded(room: pl.Expr, half: pl.Expr) -> pl.Expr:
    """True where the room is half a unit for whole numbers, and no more for decimals."""
    whole = (_VALUE.floor() == _VALUE) & (_TOP.floor() == _TOP)
    return pl.when(whole).then(near(room, half)).otherwise((room > 0) & (room <= 0.5))


RULES = (
    Rule(
        "FIG-001",
        TABLE,
        "The span of a figure is as long as its words.",
        "error",
        lambda: as_long_as_span("text"),
        "text",
    ),
    Rule(
        "FIG-002",
        TABLE,
        "A vague figure has no value, and every other has one.",
        "error",
        lambda: (pl.col("bound") == "vague") == ~given("value"),
        "value",
    ),
    Rule(
        "FIG-003",
        TABLE,
        "The upper end of a range lies above its lower end.",
        "error",
        lambda: implies(given("range_to"), given("value") & (pl.col("range_to") > _VALUE)),
        "range_to",
    ),
    Rule(
        "FIG-004",
        TABLE,
        "No figure is below zero.",
        "error",
        lambda: where_given(_VALUE >= 0, "value") & where_given(_LOW >= 0, "low"),
        "value",
    ),
    Rule(
        "FIG-005",
        TABLE,
        "Every figure has a least value, not above its greatest.",
        "error",
        lambda: given("low") & where_given(_LOW <= _HIGH, "high"),
        "low",
    ),
    Rule(
        "FIG-006",
        TABLE,
        "An exact count, sum or share allows its own value only.",
        "error",
        lambda: implies(
            _bound("exact") & _unit_in("count", "money", "share"),
            near(_LOW, _VALUE) & near(_HIGH, _TOP),
        ),
        "low",
    ),
    Rule(
        "FIG-007",
        TABLE,
        "An exact duration or distance allows half its last place to either side: half a unit "
        "where it is whole, less where it has decimals.",
        "error",
        lambda: implies(
            _bound("exact") & _unit_in("duration", "distance"),
            _rounded(_VALUE - _LOW, pl.min_horizontal(pl.lit(0.5), _VALUE))
            & _rounded(_HIGH - _TOP, pl.lit(0.5)),
        ),
        "low",
    ),
    Rule(
        "FIG-008",
        TABLE,
        "An exact area allows at most half a unit to either side.",
        "error",
        lambda: implies(
            _bound("exact") & _unit_in("area"),
            _VALUE.is_between(_LOW, _LOW + 0.5) & _HIGH.is_between(_TOP, _TOP + 0.5),
        ),
        "low",
    ),
    Rule(
        "FIG-009",
        TABLE,
        "A rounded figure allows less and more than its value.",
        "error",
        lambda: implies(_bound("about"), (_LOW < _VALUE) & (_HIGH > _TOP)),
        "low",
    ),
    Rule(
        "FIG-010",
        TABLE,
        "A floor allows its value and everything above.",
        "error",
        lambda: implies(_bound("at_least", "more_than"), near(_LOW, _VALUE) & missing("high")),
        "high",
    ),
    Rule(
        "FIG-011",
        TABLE,
        "A ceiling that is included allows everything from nothing up to its value.",
        "error",
        lambda: implies(_bound("at_most"), near(_LOW, pl.lit(0.0)) & near(_HIGH, _TOP)),
        "high",
    ),
    Rule(
        "FIG-012",
        TABLE,
        "A ceiling that is not reached allows nine tenths of its value up to its value.",
        "error",
        lambda: implies(_bound("less_than"), near(_LOW, 0.9 * _VALUE) & near(_HIGH, _TOP)),
        "low",
    ),
    Rule(
        "FIG-013",
        TABLE,
        "Persons have a measure that says what happened to them, and nothing else has.",
        "error",
        lambda: (pl.col("unit") == "person") == given("measure"),
        "measure",
    ),
    Rule(
        "FIG-014",
        TABLE,
        "Only persons belong to a side, and only to persons does an actor do something.",
        "error",
        lambda: implies(pl.col("unit") != "person", missing("of_actor_id", "by_actor_id")),
        "of_actor_id",
    ),
    Rule(
        "FIG-015",
        TABLE,
        "Persons are counted in whole numbers.",
        "warning",
        lambda: implies(pl.col("unit") == "person", where_given(_VALUE.floor() == _VALUE, "value")),
        "value",
    ),
    Rule(
        "FIG-016",
        TABLE,
        "What is counted stands in the figure's words, in lower case.",
        "error",
        lambda: where_given(
            pl.col("text").str.to_lowercase().str.contains(pl.col("counted"), literal=True),
            "counted",
        ),
        "counted",
    ),
    Rule(
        "FIG-017",
        TABLE,
        "No figure is a part of itself.",
        "error",
        lambda: where_given(
            pl.col("subset_of_figure_id") != pl.col("figure_id"), "subset_of_figure_id"
        ),
        "subset_of_figure_id",
    ),
)
