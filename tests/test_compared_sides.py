"""Rules on the verdicts of sources that give several values."""

import polars as pl
import pytest

from validations.compared import RULES

SDS_015 = next(rule for rule in RULES if rule.id == "SDS-015")


def tables(verdict: str, *sides: tuple[str, float, float | None]) -> dict[str, pl.DataFrame]:
    comparison = {"comparison_id": "c", "about": "figure", "verdict": verdict}
    names = {"comparison_id": pl.String, "source_id": pl.String, "family": pl.String}
    rows = [("c", source, source, low, high) for source, low, high in sides]
    schema = {**names, "low": pl.Float64, "high": pl.Float64}
    return {
        "comparisons": pl.DataFrame([comparison]),
        "sides": pl.DataFrame(rows, schema=schema, orient="row"),
    }


@pytest.mark.parametrize(
    ("verdict", "sides"),
    [
        # two papers that both print the two counts of two parties
        ("agree", [("a", 8, 8), ("a", 6, 6), ("b", 8, 8), ("b", 6, 6)]),
        ("compatible", [("a", 8, 8), ("a", 6, 6), ("b", 5, 7)]),
        ("compatible", [("a", 8, None), ("b", 10, None)]),
        ("conflict", [("a", 8, 8), ("a", 6, 6), ("b", 7, 7)]),
        ("conflict", [("a", 8, 8), ("b", 8, 8), ("c", 9, None)]),
    ],
)
def test_a_verdict_holds_for_what_any_two_sources_say(verdict, sides) -> None:
    assert SDS_015.broken(tables(verdict, *sides)) == []
    wrong = "conflict" if verdict != "conflict" else "compatible"
    assert [found.rule_id for found in SDS_015.broken(tables(wrong, *sides))] == ["SDS-015"]
