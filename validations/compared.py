"""What must hold between a comparison and its sides, and between a side and what it stands for."""

from collections.abc import Callable

import polars as pl

from schemas.tables import codelist
from validations.facts import chain_frame
from validations.find import link_rule
from validations.logic import near
from validations.rule import Tables

_BY_SUBJECT = {
    "figure": "figure_id",
    "date": "report_id",
    "place": "report_id",
    "participant": "report_id",
    "utterance": "statement_id",
}


def base_units() -> pl.DataFrame:
    """Unit, the unit it is converted to before comparing, and the factor that does it."""
    rows = codelist("units").rows
    return pl.DataFrame(
        {
            "unit": list(rows),
            "base_unit": [row["base_unit"] or unit for unit, row in rows.items()],
            "factor": [float(row["base_factor"] or 1) for row in rows.values()],
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


def _counted(tables: Tables) -> pl.DataFrame:
    counts = (
        tables["sides"]
        .group_by("comparison_id")
        .agg(
            pl.col("source_id").n_unique().alias("sources"),
            pl.col("family").n_unique().alias("families"),
        )
    )
    return (
        tables["comparisons"]
        .join(counts, on="comparison_id", how="left")
        .with_columns(pl.col("sources", "families").fill_null(0))
    )


def _wrong_sources(tables: Tables) -> pl.DataFrame:
    return _counted(tables).filter(pl.col("source_count") != pl.col("sources"))


def _wrong_families(tables: Tables) -> pl.DataFrame:
    # NOTE: a source that rests on two others is still one source.
    expected = pl.min_horizontal("families", "sources")
    return _counted(tables).filter(
        (pl.col("source_count") == pl.col("sources"))
        & (pl.col("independent_count") <= pl.col("source_count"))
        & (pl.col("independent_count") != expected)
    )


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


def _promised(tables: Tables) -> pl.DataFrame:
    others = tables["events"].filter(pl.col("fulfils_event_id") != pl.col("event_id"))
    promises = others.select(pl.col("fulfils_event_id").alias("event_id"))
    return tables["comparisons"].join(promises, on="event_id", how="semi")


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
    return _figures(tables).filter(
        pl.any_horizontal(
            pl.col(f"its_{name}").ne_missing(pl.col(f"figure_{name}"))
            for name in ("measure", "of_actor_id", "by_actor_id")
        )
    )


def _converted(tables: Tables) -> pl.DataFrame:
    units = base_units().rename({"unit": "figure_unit"})
    return _figures(tables).join(units, on="figure_unit")


def _other_unit(tables: Tables) -> pl.DataFrame:
    known = set(base_units()["base_unit"])
    return _converted(tables).filter(
        (pl.col("its_unit") != pl.col("base_unit")) & pl.col("its_unit").is_in(sorted(known))
    )


def _differs(left: str, right: pl.Expr) -> pl.Expr:
    both = pl.col(left).is_not_null() & right.is_not_null()
    return (pl.col(left).is_null() != right.is_null()) | (both & ~near(pl.col(left), right))


def _other_interval(tables: Tables) -> pl.DataFrame:
    return (
        _converted(tables)
        .filter(pl.col("its_unit") == pl.col("base_unit"))
        .with_columns(
            (pl.col("figure_low") * pl.col("factor")).alias("least"),
            (pl.col("figure_high") * pl.col("factor")).alias("most"),
        )
        .filter(_differs("low", pl.col("least")) | _differs("high", pl.col("most")))
    )


def _other_words(tables: Tables) -> pl.DataFrame:
    return _figures(tables).filter(
        (pl.col("value_text") != pl.col("figure_text"))
        | (pl.col("modality").ne_missing(pl.col("figure_modality")))
    )


def _hulls(tables: Tables) -> pl.DataFrame:
    """Comparisons of figures beside what their sides allow together, and each of them alone."""
    open_above = pl.col("high").is_null().any()
    hulls = (
        tables["sides"]
        .filter(pl.col("low").is_not_null())
        .group_by("comparison_id")
        .agg(
            pl.col("low").min().alias("least"),
            pl.when(open_above).then(None).otherwise(pl.col("high").max()).alias("most"),
            pl.col("low").max().alias("highest_low"),
            pl.col("high").min().alias("lowest_high"),
        )
    )
    figures = tables["comparisons"].filter(pl.col("about") == "figure")
    return figures.join(hulls, on="comparison_id")


def _other_hull(tables: Tables) -> pl.DataFrame:
    return _hulls(tables).filter(
        pl.col("low").is_not_null()
        & (_differs("low", pl.col("least")) | _differs("high", pl.col("most")))
    )


def _wrong_verdict(tables: Tables) -> pl.DataFrame:
    apart = (pl.col("highest_low") > pl.col("lowest_high")).fill_null(value=False)
    return (
        _hulls(tables)
        .with_columns(
            pl.when(apart).then(pl.lit("cannot")).otherwise(pl.lit("can")).alias("together")
        )
        .filter((pl.col("verdict") != "single") & ((pl.col("verdict") == "conflict") != apart))
    )


RULES = (
    link_rule(
        "SDS-001",
        "comparisons",
        ("source_count",),
        _wrong_sources,
        "A comparison has as many sources as its sides.",
        "its sides are of {sources} sources, not {source_count}",
    ),
    link_rule(
        "SDS-002",
        "comparisons",
        ("independent_count",),
        _wrong_families,
        "A comparison has as many independent sources as its sides have families.",
        "its sides are of {families} families, not {independent_count}",
    ),
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
        "SDS-008",
        "comparisons",
        ("event_id",),
        _promised,
        "A comparison is keyed to what was carried out, not to the promise of it.",
        "another event carries out {event_id}",
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
        "The figure of a side has the measure and the sides of its comparison.",
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
    link_rule(
        "SDS-014",
        "comparisons",
        ("low", "high"),
        _other_hull,
        "A comparison of figures allows what its sides allow together.",
        "its sides allow {least} to {most}",
    ),
    link_rule(
        "SDS-015",
        "comparisons",
        ("verdict",),
        _wrong_verdict,
        "Figures conflict where two of the sides cannot both be true, and only there.",
        "the sides {together} all be true, so the verdict cannot be {verdict}",
    ),
)
