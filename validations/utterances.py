"""What must hold for every utterance."""

import polars as pl

from validations.rule import Rule

TABLE = "utterances"

RULES = (
    Rule(
        "UTT-001",
        TABLE,
        "No more sources are independent than there are.",
        "error",
        lambda: pl.col("independent_count") <= pl.col("source_count"),
        "independent_count",
    ),
)
