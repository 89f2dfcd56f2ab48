import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.find.drafts import Span
from scripts.find.numbers import find_numbers


def read(text: str) -> list[tuple[str, float | None, float | None]]:
    return [(n.span.of(text), n.value, n.range_to) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("32", 32),
        ("6,500", 6500),
        ("1,234,567", 1234567),
        ("12.7", 12.7),
        ("1.5 million", 1_500_000),
        ("20k", 20_000),
        ("3bn", 3e9),
        ("2½", 2.5),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("a hundred", 100),
        ("a thousand", 1000),
        ("twenty-three", 23),
        ("two hundred and thirty-two", 232),
        ("one million two hundred thousand", 1_200_000),
        ("half a million", 500_000),
        ("a million and a half", 1_500_000),
        ("three-and-a-half million", 3_500_000),
        ("11 and a half", 11.5),
    ],
)
def test_a_number_has_the_value_of_its_words(text: str, value: float) -> None:
    assert read(f"They counted {text} boats.") == [(text, value, None)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("32 to 34", 32, 34),
        ("between 5 and 7", 5, 7),
        ("2-3", 2, 3),
        ("19–20", 19, 20),
        ("two or three", 2, 3),
        ("two to three million", 2_000_000, 3_000_000),
        ("500,000 to 1 million", 500_000, 1_000_000),
    ],
)
def test_a_range_is_one_number_with_two_ends(text: str, low: float, high: float) -> None:
    assert read(f"They counted {text} boats.") == [(text, low, high)]


def test_a_change_from_one_number_to_another_is_no_range() -> None:
    assert [n[1] for n in read("The crew grew from 5 to 7 sailors.")] == [5, 7]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, 99),
        ("a few dozen", 24, 60),
        ("several hundred", 300, 900),
        ("hundreds of thousands", 200_000, 999_999),
        ("tens or hundreds of thousands", 20_000, 999_999),
    ],
)
def test_vague_words_have_limits_and_no_value(text: str, low: float, high: float) -> None:
    (number,) = find_numbers(f"They counted {text} of boats.")
    assert number.value is None
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "The 29th meeting and the twenty-first one were short.",
        "COP29, COP-29, the G20 and an F-16 were in the news.",
        "Article 5 and Resolution 2254 were read out.",
        "A Boeing 737-800 jet landed, and so did Flight 752.",
        "Channel 4 and No. 3 stood still.",
        "It was a heated one, and one of the reasons was rain.",
        "One day we shall meet, and no-one will care for one another.",
        "Both halves, a third, two-thirds and three quarters of it were lost.",
        "Several men and a few women left after a week.",
        "Amina Diallo, 45, spoke; a 12-year-old listened at the age of 9.",
        "Children under 12 stayed home; she was 45 years old.",
        "On 13 December they met at 6:30 p.m. and left on July 4.",
        "In 2019, after the 2014 vote, things changed.",
        "They won 3-1 and lost 0–2.",
        "Call +1 202-555-0199 or 555-1234.",
        "1. Buy bread.",
        "The Group of Seven met before the Seven Years' War was filmed by the Big Three.",
        "One in five households and 9 out of 10 shops closed.",
        "A ten-storey house and a 32-member team were seen in the 1990s.",
        "See https://example.org/2/45 or version 2.0.3.",
        "One thing is sure: one way or another they put one hand up.",
        "The clerk, 27, left Area 51 for 10 Mill Road.",
        "That is the rate per 100,000 people.",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert read(text) == []


def test_one_with_a_noun_is_one() -> None:
    assert read("In one case, after one day of rain, we left.") == [
        ("one", 1, None),
        ("one", 1, None),
    ]


@pytest.mark.parametrize("text", ["2000 people were there", "1500 km away", "about 1,900 men"])
def test_four_digits_before_people_or_a_unit_are_no_year(text: str) -> None:
    assert len(read(text)) == 1


def test_measures_joined_by_a_hyphen_or_a_sign_count() -> None:
    assert [n[1] for n in read("a 44-day siege, a 10-km zone, $5m, 5km, 3.5% and €3bn")] == [
        44,
        10,
        5_000_000,
        5,
        3.5,
        3e9,
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6\u00a0500 boats", 6500),
        ("1 234 567 boats", 1_234_567),
        ("a .5 share", 0.5),
        ("a 50kg sack", 50),
        ("a 10-minute stop", 10),
        ("Rs 5m", 5_000_000),
        ("5m people", 5_000_000),
        ("2m doses", 2_000_000),
        ("2m waves", 2),
        ("3 lakh boats", 300_000),
        ("two crore boats", 20_000_000),
        ("3.2mln boats", 3_200_000),
        ("40-odd boats", 40),
        ("20-plus boats", 20),
    ],
)
def test_scales_and_units_beside_a_number_are_told_apart(text: str, value: float) -> None:
    assert [n[1] for n in read(f"They saw {text}.")] == [value]


def test_two_choices_are_no_range() -> None:
    assert [n[1:] for n in read("It takes 5 or 40 boats.")] == [(5, None), (40, None)]


def test_nothing_is_found_in_words_that_are_taken() -> None:
    text = "They met on 5 pages of 12 books."
    assert [n.value for n in find_numbers(text, [Span(12, 19)])] == [12]


@given(st.integers(min_value=2101, max_value=10**9))
def test_the_value_parses_back_from_digits(value: int) -> None:
    for text in (f"{value}", f"{value:,}"):
        (number,) = find_numbers(f"We saw {text} ships.")
        assert number.value == value


_PIECES = st.sampled_from(
    ["32 men", "between 5 and 7 tents", "dozens of boats", "COP29", "one of them", "$3.5 billion",
     "two dozen eggs", "in 2019", "half a million", "2-3 days", "a hundred", "Article 5"]
)  # fmt: skip


@given(st.lists(_PIECES, min_size=1, max_size=6), st.integers(min_value=0, max_value=20))
def test_offsets_move_with_the_text(pieces: list[str], shift: int) -> None:
    text = "; ".join(pieces)
    before = "\n" * shift
    moved = find_numbers(before + text)
    assert [(n.span.start - shift, n.span.end - shift, n.value) for n in moved] == [
        (n.span.start, n.span.end, n.value) for n in find_numbers(text)
    ]


@given(st.lists(_PIECES, min_size=1, max_size=6))
def test_numbers_lie_in_the_text_in_order_and_share_no_character(pieces: list[str]) -> None:
    text = ", ".join(pieces)
    found = find_numbers(text)
    ends = [0, *(n.span.end for n in found)]
    for number, end in zip(found, ends, strict=False):
        assert end <= number.span.start < number.span.end <= len(text)
        if number.value is None:
            assert number.low is not None
            assert number.high is not None
            assert number.low <= number.high
        elif number.range_to is not None:
            assert number.value < number.range_to
