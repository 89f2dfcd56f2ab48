"""What must hold for the verdict on figures, computed anew from the sides of each comparison.

How counts stand to each other is told in `scripts/compare/verdicts.py`; here it is computed from
the written columns alone: limits, modality, `scope`, `as_of` and the measure's `runs`.
"""

import polars as pl

from schemas.tables import codelist
from validations.facts import chain_frame
from validations.find import link_rule
from validations.logic import differs
from validations.rule import Tables

_MOOD = ("comparison_id", "source_id", "mood")
_OPEN = float("inf")


def _running() -> dict[str, str]:
    """Measure → up or any, for the measures whose counts go on."""
    return {code: row["runs"] for code, row in codelist("measures").rows.items() if row["runs"]}


def _counts(tables: Tables) -> pl.DataFrame:
    """Sides of figures with open limits filled, their mood, and how their measure goes on.

    The mood is the figure's modality where people are counted, else that of its event. Of a source
    that counts parts beside a whole in one mood only the wholes are left.
    """
    runs = pl.col("measure").replace_strict(_running(), default="", return_dtype=pl.String)
    figures = tables["comparisons"].filter(pl.col("about") == "figure")
    whole = pl.col("scope").ne_missing("part")
    events = tables["events"].select("event_id", pl.col("modality").alias("of_event"))
    told = tables["figures"].select("figure_id", "event_id").join(events, on="event_id")
    counting = pl.col("measure").is_not_null() | pl.col("of_event").is_null()
    mood = pl.when(counting).then("modality").otherwise("of_event")
    return (
        tables["sides"]
        .join(figures.select("comparison_id", "measure", runs.alias("runs")), on="comparison_id")
        .join(told.drop("event_id"), on="figure_id", how="left")
        .filter(pl.col("low").is_not_null())
        .with_columns(mood.alias("mood"))
        .with_columns(pl.col("high").fill_null(_OPEN), whole.alias("whole"))
        .filter(pl.col("whole") | ~pl.col("whole").any().over(_MOOD))
    )


def _added(low: pl.Expr, high: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """The limits of one count: of a whole its own, of parts their sums."""
    whole = pl.col("whole").all()
    return (
        pl.when(whole).then(low.min()).otherwise(low.sum()).alias("low"),
        pl.when(whole).then(high.max()).otherwise(high.sum()).alias("high"),
    )


def _hulls(tables: Tables) -> pl.DataFrame:
    """Comparisons of figures beside what their sides allow together."""
    hulls = (
        _counts(tables)
        .group_by(*_MOOD)
        .agg(_added(pl.col("low"), pl.col("high")))
        .group_by("comparison_id")
        .agg(pl.col("low").min().alias("least"), pl.col("high").max().alias("most"))
        .with_columns(pl.when(pl.col("most") < _OPEN).then("most").alias("most"))
    )
    return tables["comparisons"].join(hulls, on="comparison_id")


def _other_hull(tables: Tables) -> pl.DataFrame:
    return _hulls(tables).filter(
        pl.col("low").is_not_null()
        & (differs("low", pl.col("least")) | differs("high", pl.col("most")))
    )


def _dated(tables: Tables) -> pl.DataFrame:
    """The counts with the last day of each source in each mood, and which stand at it."""
    day = pl.when(pl.col("runs") != "").then(pl.col("as_of").max().over(_MOOD))
    last = day.is_null() | (pl.col("as_of") == day).fill_null(value=False)
    return _counts(tables).with_columns(day.alias("day"), last.alias("last"))


def _told(tables: Tables) -> pl.DataFrame:
    """What each source says in each mood, its parts as one count that is open above."""
    counts = _dated(tables)
    columns = [*_MOOD, "runs", "day", "last", "low", "high"]
    parts = (
        counts.filter(~pl.col("whole") & pl.col("last"))
        .group_by(*_MOOD, "runs", "day", "last")
        .agg(pl.col("low").sum(), pl.lit(_OPEN).alias("high"))
    )
    return pl.concat([counts.filter("whole").select(columns), parts.select(columns)])


def _apart(tables: Tables) -> pl.DataFrame:
    """Pairs of sources that cannot both be right in a mood that both have."""
    told = _told(tables)
    keys = ["comparison_id", "mood"]
    pairs = told.join(told.drop("runs"), on=keys, suffix="_other").filter(
        pl.col("source_id") < pl.col("source_id_other")
    )
    ordered = (pl.col("day") != pl.col("day_other")).fill_null(value=False)
    # NOTE: of two days the earlier count's least must be no more than the later one's greatest.
    rising = (
        pl.when(pl.col("day") < pl.col("day_other"))
        .then(pl.col("low") <= pl.col("high_other"))
        .otherwise(pl.col("low_other") <= pl.col("high"))
    )
    overlap = (pl.col("low") <= pl.col("high_other")) & (pl.col("low_other") <= pl.col("high"))
    both_last = pl.col("last") & pl.col("last_other")
    fits = (
        pl.when(ordered)
        .then(both_last & (rising | (pl.col("runs") == "any")))
        .otherwise((pl.col("last") | pl.col("last_other")) & overlap)
    )
    return (
        pairs.group_by(*keys, "source_id", "source_id_other")
        .agg(fits.any().alias("fits"))
        .filter(~pl.col("fits"))
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


def _not_the_same(tables: Tables) -> pl.DataFrame:
    """Figures that are said to agree though no last count is given by all sources as a whole."""
    shared = (
        _dated(tables)
        .filter("whole", "last")
        .group_by("comparison_id", "low", "high")
        .agg(pl.col("source_id").n_unique().alias("giving"))
        .group_by("comparison_id")
        .agg(pl.col("giving").max())
    )
    return (
        _hulls(tables)
        .join(shared, on="comparison_id", how="left")
        .with_columns(pl.col("giving").fill_null(0))
        .filter((pl.col("verdict") == "agree") & (pl.col("giving") < pl.col("source_count")))
    )


def _wrong_day(tables: Tables) -> pl.DataFrame:
    figures = tables["comparisons"].filter(pl.col("about") == "figure")
    known = tables["sources"].select("source_id", "published_latest")
    standing = ~pl.col("measure").is_in(sorted(_running())).fill_null(value=False)
    return (
        tables["sides"]
        .filter(pl.col("as_of").is_not_null())
        .join(figures.select("comparison_id", "measure"), on="comparison_id")
        .join(known, on="source_id")
        .filter(standing | (pl.col("as_of") > pl.col("published_latest")))
    )


def _claims(tables: Tables) -> pl.DataFrame:
    return tables["comparisons"].filter(pl.col("claimed_by_actor_id").is_not_null())


def _by_no_party(tables: Tables) -> pl.DataFrame:
    chain = chain_frame(tables["events"])
    parties = (
        tables["participants"]
        .filter(pl.col("role").is_in(["source", "target"]))
        .join(chain, on="event_id")
        .select("chain_id", pl.col("actor_id").alias("claimed_by_actor_id"))
        .unique()
    )
    return (
        _claims(tables)
        .join(chain, on="event_id")
        .join(parties, on=["chain_id", "claimed_by_actor_id"], how="anti")
    )


def _unrivalled(tables: Tables) -> pl.DataFrame:
    fact = ["event_id", "measure", "of_actor_id", "by_actor_id", "unit", "counted_kind"]
    claims = _claims(tables)
    rivals = claims.group_by(fact).agg(pl.col("claimed_by_actor_id").n_unique().alias("claimants"))
    return claims.join(rivals, on=fact, nulls_equal=True).filter(pl.col("claimants") < 2)


RULES = (
    link_rule(
        "SDS-014",
        "comparisons",
        ("low", "high"),
        _other_hull,
        "A comparison of figures allows what its sides allow together, parts added up.",
        "its sides allow {least} to {most}",
    ),
    link_rule(
        "SDS-015",
        "comparisons",
        ("verdict",),
        _wrong_verdict,
        "Figures conflict where two sources cannot both be right, and only there: in one mood, "
        "and, of a count that goes on, in the order of the days that it stands at.",
        "what any two sources say {together} both be true, so the verdict cannot be {verdict}",
    ),
    link_rule(
        "SDS-016",
        "comparisons",
        ("verdict",),
        _not_the_same,
        "Figures agree only where all sources give one value as a whole.",
        "no value is given by more than {giving} of {source_count} sources",
    ),
    link_rule(
        "SDS-017",
        "sides",
        ("as_of",),
        _wrong_day,
        "Only a count that goes on stands at a day, and not at one after its source was published.",
        "a count of {measure} by a source of {published_latest} cannot stand at {as_of}",
    ),
    link_rule(
        "SDS-018",
        "comparisons",
        ("claimed_by_actor_id",),
        _by_no_party,
        "A claimant is a party of the event: of its sources or its targets.",
        "{claimed_by_actor_id} did nothing in {event_id}, and nothing was done to it there",
    ),
    link_rule(
        "SDS-019",
        "comparisons",
        ("claimed_by_actor_id",),
        _unrivalled,
        "A claim is compared apart only where another party claims otherwise.",
        "nobody else claims otherwise than {claimed_by_actor_id}",
    ),
)
