"""Which articles print one text: all of it, most of it, or one inside the other.

Quoted speech is no part of it: two papers that print the same speech at length have each written
the rest. Near-linear in articles: what many articles print is counted between neighbours alone,
and copies of one text find each other from neighbour to neighbour.
"""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from scripts.link.printed import Printed

_HELD = 0.5  #: of the shorter article's words, that make it a copy
_SEEN = 1 / 3  #: of it with the words of its story that no row comes from
_MUTUAL = 0.3  #: of the longer one's; with less the shorter is an excerpt in a text of its own
_LEAST = 12  #: shingles that must be shared: two sentences, or one that is long
_MANY = 50  #: articles that print the same words; of more only neighbours are held together
_REACH = 3  #: neighbours on each side


def copies(told: Printed, words: Mapping[str, int | None]) -> list[tuple[str, str]]:
    """Pairs of sources that print one text; what follows from two of them may be left out.

    An article that holds several others in full (a digest of the day) is a copy of the one that
    fills most of it: the others have each written their own. What two articles of one outlet
    repeat on how things came about makes them no copies.

    Args:
        told: What the articles print.
        words: source_id → words of its story, where they are counted.
    """
    unseen = [max(0, (words.get(one) or 0) - told.words[one]) for one in told.sources]
    found = _of_most(told.shingles, unseen)
    pairs = {(told.sources[a], told.sources[b]) for a, b in found}
    same: dict[int, str] = {}
    for source, text in told.whole.items():
        if text in same:
            pairs.add((same[text], source))
        same[text] = source
    return sorted({(min(pair), max(pair)) for pair in pairs})


def _of_most(shingles: pl.DataFrame, unseen: Sequence[int]) -> Iterable[tuple[int, int]]:
    rest = pl.DataFrame(
        {"source": range(len(unseen)), "unseen": unseen},
        schema={"source": pl.UInt32, "unseen": pl.Int64},
    )
    own = shingles.filter("own").unique(["source", "shingle"])
    sizes = own.group_by("source").agg(pl.len().cast(pl.Int64).alias("size"))
    sizes = sizes.join(rest, on="source").with_columns(whole=pl.col("size") + pl.col("unseen"))
    # Shorter first: of the cuts of one text each is next to the one that it is held in.
    ranked = sizes.sort("whole", "source").with_row_index("rank")
    shared = (
        _shared(own.join(ranked, on="source").select("shingle", "rank"))
        .join(ranked, left_on="a", right_on="rank")
        .join(ranked, left_on="b", right_on="rank", suffix="_longer")
        .filter(
            (pl.col("count") >= _LEAST)
            & (pl.col("count") >= _HELD * pl.col("size"))
            & (pl.col("count") >= _SEEN * pl.col("whole"))
        )
        .sort("b", "count", "a", descending=[False, True, False])
    )
    found: list[tuple[int, int]] = []
    taken: set[int] = set()
    columns = ("source", "source_longer", "count", "size_longer")
    for shorter, longer, count, size in shared.select(columns).iter_rows():
        if count >= _MUTUAL * size or longer not in taken:
            found.append((shorter, longer))
        taken.add(longer)
    return found


def _shared(held: pl.DataFrame) -> pl.DataFrame:
    """How many shingles two articles share, a before b in rank: columns a, b and count."""
    holders = held.group_by("shingle").agg(pl.col("rank").sort())
    few = (
        holders.filter(pl.col("rank").list.len().is_between(2, _MANY))
        .group_by("rank")
        .len("count")
        .with_row_index("group")
    )
    listed = few.explode("rank")
    every = (
        listed.join(listed.select("group", pl.col("rank").alias("b")), on="group")
        .filter(pl.col("rank") < pl.col("b"))
        .select(pl.col("rank").alias("a"), "b", "count")
    )
    many = (
        holders.filter(pl.col("rank").list.len() > _MANY)
        .group_by("rank")
        .len("count")
        .with_row_index("group")
        .explode("rank")
    )
    near = [
        many.select(
            pl.col("rank").alias("a"), pl.col("rank").shift(-step).over("group").alias("b"), "count"
        ).drop_nulls()
        for step in range(1, _REACH + 1)
    ]
    return pl.concat([every, *near]).group_by("a", "b").agg(pl.col("count").sum())
