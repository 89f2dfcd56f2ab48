"""What must hold between a comparison and its sides: whose they are, and of which event."""

import polars as pl

from validations.find import link_rule
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
)
