"""What must hold for every place."""

import polars as pl

from validations.logic import both_or_none, given, implies
from validations.rule import Rule

TABLE = "places"

RULES = (
    Rule(
        "PLA-001",
        TABLE,
        "Either both coordinates are given or neither is.",
        "error",
        lambda: both_or_none("latitude", "longitude"),
        "longitude",
    ),
    Rule(
        "PLA-002",
        TABLE,
        "A place with identifiers is verified, and one without is not.",
        "error",
        lambda: (pl.col("id_status") == "verified") == (given("geonames") | given("wikidata")),
        "id_status",
    ),
    Rule(
        "PLA-003",
        TABLE,
        "A place that is a country says which.",
        "error",
        lambda: implies(pl.col("place_precision") == "country", given("country_id")),
        "country_id",
    ),
)
