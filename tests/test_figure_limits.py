import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.tables import codelist
from scripts.find.drafts import Number, Span
from scripts.resolve.figures import limits


def number(value: float | None, to: float | None = None) -> Number:
    return Number(Span(0, 1), value, to, None, None)


@pytest.mark.parametrize(
    ("value", "bound", "unit", "low", "high"),
    [
        (32, "exact", "person", 32, 32),
        (6, "exact", "week", 5.5, 6.5),
        (12.7, "exact", "distance", 12.65, 12.75),
        (2000, "about", "person", 1500, 2500),
        (160, "about", "distance", 155, 165),
        (30, "more_than", "person", 30, None),
        (5, "at_least", "day", 5, None),
        (40, "at_most", "object", 0, 40),
        (1_000_000, "less_than", "person", 900_000, 1_000_000),
    ],
)
def test_words_set_the_limits(
    value: float, bound: str, unit: str, low: float, high: float | None
) -> None:
    assert limits(number(value), bound, unit) == (low, high)


def test_a_range_has_its_own_limits() -> None:
    assert limits(number(30, 40), "exact", "percent") == (30, 40)


def test_vague_words_have_the_limits_of_the_lexicon() -> None:
    assert limits(Number(Span(0, 6), None, None, 24, 99), "vague", "person") == (24, 99)


@given(
    st.integers(min_value=0, max_value=10**9),
    st.sampled_from(sorted(set(codelist("bounds").rows) - {"vague"})),
    st.sampled_from(sorted(codelist("units").rows)),
)
def test_the_value_lies_within_its_limits(value: int, bound: str, unit: str) -> None:
    low, high = limits(number(float(value)), bound, unit)
    assert low is not None
    assert low <= value
    assert high is None or value <= high
