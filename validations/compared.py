"""What must hold between a comparison and its sides: counts, limits and the verdict."""

import polars as pl

from validations.find import link_rule
from validations.logic import differs
from validations.rule import Tables


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


def _promised(tables: Tables) -> pl.DataFrame:
    others = tables["events"].filter(pl.col("fulfils_event_id") != pl.col("event_id"))
    promises = others.select(pl.col("fulfils_event_id").alias("event_id"))
    figures = tables["comparisons"].filter(pl.col("about") == "figure")
    return figures.join(promises, on="event_id", how="semi")


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
        )
    )
    figures = tables["comparisons"].filter(pl.col("about") == "figure")
    return figures.join(hulls, on="comparison_id")


def _other_hull(tables: Tables) -> pl.DataFrame:
    return _hulls(tables).filter(
        pl.col("low").is_not_null()
        & (differs("low", pl.col("least")) | differs("high", pl.col("most")))
    )


def _apart(tables: Tables) -> pl.DataFrame:
    """Pairs of sources of which nothing that one says can be true with anything the other says."""
    said = tables["sides"].filter(pl.col("low").is_not_null())
    said = said.select("comparison_id", "source_id", "low", "high")
    below = (pl.col("low") <= pl.col("high_other")).fill_null(value=True)
    above = (pl.col("low_other") <= pl.col("high")).fill_null(value=True)
    return (
        said.join(said, on="comparison_id", suffix="_other")
        .filter(pl.col("source_id") < pl.col("source_id_other"))
        .group_by("comparison_id", "source_id", "source_id_other")
        .agg((below & above).any().alias("meet"))
        .filter(~pl.col("meet"))
    )


def _wrong_verdict(tables: Tables) -> pl.DataFrame:
    apart = pl.col("comparison_id").is_in(_apart(tables)["comparison_id"].implode())
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
        "SDS-008",
        "comparisons",
        ("event_id",),
        _promised,
        "A comparison of figures is keyed to what was carried out, not to the promise of it.",
        "another event carries out {event_id}",
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
        "Figures conflict where two sources say nothing that can both be true, and only there.",
        "what any two sources say {together} both be true, so the verdict cannot be {verdict}",
    ),
)
