"""What must hold for every actor."""

import polars as pl

from validations.logic import given
from validations.rule import Rule

TABLE = "actors"

_COUNTRY = pl.col("kind") == "country"
_CODES = ("iso3", "cow", "gw", "wikidata", "plover")

RULES = (
    Rule(
        "ACT-001",
        TABLE,
        "A country, and nothing else, has an alpha-3 code as its id.",
        "error",
        lambda: pl.col("actor_id").str.contains("^[A-Z]{3}$") == _COUNTRY,
        "actor_id",
    ),
    Rule(
        "ACT-002",
        TABLE,
        "The ISO code of a country is its id, and nothing else has an ISO code.",
        "error",
        # NOTE: whether the id itself is such a code is the question of ACT-001.
        lambda: (
            pl.when(_COUNTRY)
            .then(pl.col("iso3").eq_missing(pl.col("actor_id")))
            .otherwise(pl.col("iso3").is_null())
        ),
        "iso3",
    ),
    Rule(
        "ACT-003",
        TABLE,
        "An actor with identifiers is verified, and one without is not.",
        "error",
        lambda: (
            (pl.col("id_status") == "verified") == pl.any_horizontal(given(code) for code in _CODES)
        ),
        "id_status",
    ),
)
