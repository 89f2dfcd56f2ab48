"""What must hold for every source."""

import polars as pl

from validations.logic import given, implies, where_given
from validations.rule import Rule

TABLE = "sources"

_PATH = pl.col("path")
_DIGEST = pl.col("basis") == "digest"

RULES = (
    Rule(
        "SRC-001",
        TABLE,
        "The day of publication lies between the earliest and the latest day possible.",
        "error",
        lambda: (
            where_given(
                pl.col("published_earliest") <= pl.col("published"),
                "published",
                "published_earliest",
            )
            & where_given(
                pl.col("published") <= pl.col("published_latest"), "published", "published_latest"
            )
        ),
        "published",
    ),
    Rule(
        "SRC-002",
        TABLE,
        "The earliest possible day of publication is not after the latest.",
        "error",
        lambda: where_given(
            pl.col("published_earliest") <= pl.col("published_latest"),
            "published_earliest",
            "published_latest",
        ),
        "published_earliest",
    ),
    Rule(
        "SRC-003",
        TABLE,
        "The basis of publication is unknown where no day is given, and only there.",
        "error",
        lambda: (pl.col("published_basis") == "unknown") == ~given("published"),
        "published_basis",
    ),
    Rule(
        "SRC-004",
        TABLE,
        "The address is whole: https:// or http:// in front, and no white space.",
        "error",
        lambda: where_given(pl.col("url").str.contains(r"^https?://[^\s/?#]+[^\s]*$"), "url"),
        "url",
    ),
    Rule(
        "SRC-005",
        TABLE,
        "The path is relative, with forward slashes, and never leaves the package.",
        "error",
        lambda: (
            ~_PATH.str.contains(r"^(?:/|[A-Za-z]:)|\\") & ~_PATH.str.contains(r"(?:^|/)\.[^/]*/|//")
        ),
        "path",
    ),
    Rule(
        "SRC-006",
        TABLE,
        "A digest names the hash of its original, and nothing else does.",
        "error",
        lambda: given("original_sha256") == _DIGEST,
        "original_sha256",
    ),
    Rule(
        "SRC-007",
        TABLE,
        "A digest is not the original itself: their hashes differ.",
        "error",
        lambda: where_given(pl.col("original_sha256") != pl.col("sha256"), "original_sha256"),
        "original_sha256",
    ),
    Rule(
        "SRC-008",
        TABLE,
        "A text of so many characters can hold so many words.",
        "error",
        lambda: pl.col("word_count") * 2 <= pl.col("char_count") + 1,
        "word_count",
    ),
    Rule(
        "SRC-009",
        TABLE,
        "A digest says who may do what with it.",
        "error",
        lambda: implies(_DIGEST, given("rights")),
        "rights",
    ),
    Rule(
        "SRC-010",
        TABLE,
        "No source is derived from itself.",
        "error",
        lambda: where_given(pl.col("derived_from") != pl.col("source_id"), "derived_from"),
        "derived_from",
    ),
)
