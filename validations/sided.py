"""What must hold between the side of a comparison and the row that it stands for."""

from collections.abc import Callable

import polars as pl

from schemas.tables import codelist
from validations.facts import chain_frame
from validations.find import link_rule
from validations.logic import differs
from validations.rule import Tables

_BY_SUBJECT = {
    "figure": "figure_id",
    "date": "report_id",
    "place": "report_id",
    "participant": "report_id",
    "utterance": "statement_id",
}


def base_units() -> pl.DataFrame:
    """Unit, the unit it is converted to before comparing, and the factor that does it.

    The factor is null for units that the code list leaves to the words: miles are a distance.
    """
    rows = codelist("units").rows
    worded = {"distance", "area", "money"}
    return pl.DataFrame(
        {
            "unit": list(rows),
            "base_unit": [row["base_unit"] or unit for unit, row in rows.items()],
            "factor": [
                None if row["unit_class"] in worded else float(row["base_factor"] or 1)
                for row in rows.values()
            ],
        }
    )


def _sides(tables: Tables) -> pl.DataFrame:
    """Sides beside their comparison, whose columns are prefixed `its_`."""
    compared = tables["comparisons"].select(pl.all().name.prefix("its_"))
    return tables["sides"].join(compared, left_on="comparison_id", right_on="its_comparison_id")


def _figures(tables: Tables) -> pl.DataFrame:
    """Sides that are figures, beside comparison and figure (prefixed `figure_`)."""
    figure = tables["figures"].select("figure_id", pl.exclude("figure_id").name.prefix("figure_"))
    return _sides(tables).join(figure, on="figure_id")


def _wrong_kind(tables: Tables) -> pl.DataFrame:
    wanted = pl.col("its_about").replace_strict(_BY_SUBJECT, default=None, return_dtype=pl.String)
    ids = ("figure_id", "report_id", "statement_id")
    return _sides(tables).filter(
        pl.any_horizontal(pl.col(name).is_not_null() for name in ids)
        & pl.any_horizontal((wanted == name) & pl.col(name).is_null() for name in ids)
    )


def _other_source(table: str, key: str) -> Callable[[Tables], pl.DataFrame]:
    def broken(tables: Tables) -> pl.DataFrame:
        told = tables[table].select(key, pl.col("source_id").alias("told_by"))
        return tables["sides"].join(told, on=key).filter(pl.col("source_id") != pl.col("told_by"))

    return broken


def _off_chain(tables: Tables) -> pl.DataFrame:
    """Sides whose figure or report is of an event outside the chain of the comparison's event."""
    chain = chain_frame(tables["events"])
    told = pl.concat(
        tables[table].select(pl.col(key).alias("row_id"), "event_id")
        for table, key in (("figures", "figure_id"), ("reports", "report_id"))
    ).join(chain.rename({"chain_id": "side_chain"}), on="event_id", how="left")
    wanted = chain.rename({"event_id": "its_event_id", "chain_id": "its_chain"})
    return (
        _sides(tables)
        .with_columns(pl.coalesce("figure_id", "report_id").alias("row_id"))
        .join(wanted, on="its_event_id")
        .join(told.drop("event_id"), on="row_id")
        .filter(pl.col("side_chain").ne_missing(pl.col("its_chain")))
    )


def _other_utterance(tables: Tables) -> pl.DataFrame:
    said = tables["statements"].select("statement_id", pl.col("utterance_id").alias("said"))
    return (
        _sides(tables)
        .join(said, on="statement_id")
        .filter(
            (pl.col("its_about") == "utterance") & (pl.col("its_utterance_id") != pl.col("said"))
        )
    )


def _other_fact(tables: Tables) -> pl.DataFrame:
    # NOTE: a figure may leave a side out that its event gives.
    other_side = [
        (pl.col(f"its_{name}").ne_missing(pl.col(f"figure_{name}")))
        & pl.col(f"figure_{name}").is_not_null()
        for name in ("of_actor_id", "by_actor_id")
    ]
    other_measure = pl.col("its_measure").ne_missing(pl.col("figure_measure"))
    return _figures(tables).filter(other_measure | pl.any_horizontal(other_side))


def _converted(tables: Tables) -> pl.DataFrame:
    units = base_units().rename({"unit": "figure_unit"})
    return _figures(tables).join(units, on="figure_unit")


def _other_unit(tables: Tables) -> pl.DataFrame:
    known = set(base_units()["base_unit"])
    return _converted(tables).filter(
        (pl.col("its_unit") != pl.col("base_unit")) & pl.col("its_unit").is_in(sorted(known))
    )


def _other_interval(tables: Tables) -> pl.DataFrame:
    return (
        _converted(tables)
        .filter(pl.col("its_unit") == pl.col("base_unit"))
        .with_columns(pl.coalesce("factor", pl.col("low") / pl.col("figure_low")).alias("by"))
        .with_columns(
            (pl.col("figure_low") * pl.col("by")).alias("least"),
            (pl.col("figure_high") * pl.col("by")).alias("most"),
        )
        # NOTE: nothing is known of the factor where the least value is zero or missing.
        .filter(pl.col("by").is_finite() & (pl.col("by") > 0))
        .filter(differs("low", pl.col("least")) | differs("high", pl.col("most")))
    )


def _other_words(tables: Tables) -> pl.DataFrame:
    return _figures(tables).filter(
        (pl.col("value_text") != pl.col("figure_text"))
        | (pl.col("modality").ne_missing(pl.col("figure_modality")))
    )


RULES = (
    link_rule(
        "SDS-003",
        "sides",
        ("comparison_id",),
        _wrong_kind,
        "A side names the kind of row that its comparison is about.",
        "the comparison is about a {its_about}, and the side names no row of that kind",
    ),
    link_rule(
        "SDS-004",
        "sides",
        ("figure_id",),
        _other_source("figures", "figure_id"),
        "The figure of a side is of the side's source.",
        "figure {figure_id} is of {told_by}, not of {source_id}",
    ),
    link_rule(
        "SDS-005",
        "sides",
        ("report_id",),
        _other_source("reports", "report_id"),
        "The report of a side is of the side's source.",
        "report {report_id} is of {told_by}, not of {source_id}",
    ),
    link_rule(
        "SDS-006",
        "sides",
        ("statement_id",),
        _other_source("statements", "statement_id"),
        "The statement of a side is of the side's source.",
        "statement {statement_id} is of {told_by}, not of {source_id}",
    ),
    link_rule(
        "SDS-007",
        "sides",
        ("comparison_id",),
        _off_chain,
        "A side tells of the comparison's event, or of its promise or fulfilment.",
        "{row_id} tells of no event that is joined to {its_event_id}",
    ),
    link_rule(
        "SDS-009",
        "sides",
        ("statement_id",),
        _other_utterance,
        "A side of a comparison of words prints those words.",
        "statement {statement_id} is of utterance {said}, not of {its_utterance_id}",
    ),
    link_rule(
        "SDS-010",
        "sides",
        ("figure_id",),
        _other_fact,
        "The figure of a side has the measure of its comparison and names no other sides.",
        "figure {figure_id} is {figure_measure} of {figure_of_actor_id} by {figure_by_actor_id}; "
        "the comparison is {its_measure} of {its_of_actor_id} by {its_by_actor_id}",
    ),
    link_rule(
        "SDS-011",
        "sides",
        ("figure_id",),
        _other_unit,
        "The figure of a side has the unit of its comparison, or one that is converted to it.",
        "figure {figure_id} is in {figure_unit}, the comparison in {its_unit}",
    ),
    link_rule(
        "SDS-012",
        "sides",
        ("low", "high"),
        _other_interval,
        "A side allows what its figure allows, in the unit of the comparison.",
        "figure {figure_id} allows {least} to {most}",
    ),
    link_rule(
        "SDS-013",
        "sides",
        ("value_text", "modality"),
        _other_words,
        "A side has the words and the modality of its figure.",
        "figure {figure_id} reads {figure_text} and is {figure_modality}",
    ),
)
