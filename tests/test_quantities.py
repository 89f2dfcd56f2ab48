"""The number layer by itself, on ordinary sentences of business, sport, science and the like.

`quantities.csv` was annotated by hand before anything was run on it. In its second column stand
value (`low..high` for a range, `?low-high` for a vague word), bound, and unit or counted noun.
"""

import csv
import doctest
from collections.abc import Mapping
from pathlib import Path

import pytest

import scripts.find.quantities
from scripts.find.quantities import Quantity, quantities
from scripts.lexicon import rows

SENTENCES = Path(__file__).parent / "quantities.csv"


def wanted() -> list[tuple[str, list[tuple[str, str, str]]]]:
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        return [
            (
                row["sentence"],
                [tuple(part.split(" ", 2)) for part in row["expected"].split("; ") if part],
            )
            for row in csv.DictReader(file)
        ]


def plain(value: float | None) -> str:
    return "" if value is None else f"{round(value, 4):.15g}"


def written(found: Quantity) -> tuple[str, str, str]:
    if found.value is None:
        number = f"?{plain(found.low)}-{plain(found.high)}"
    else:
        number = plain(found.value)
        number += f"..{plain(found.range_to)}" if found.range_to is not None else ""
    return number, found.bound, found.unit or found.counted or "-"


def f1(length: int) -> float:
    """Of what is written of a quantity, the first parts: value; bound too; unit or noun too."""
    right = all_of_them = 0
    missed = []
    for sentence, expected in wanted():
        found = [written(quantity) for quantity in quantities(sentence)]
        left = [parts[:length] for parts in found]
        for parts in expected:
            if parts[:length] in left:
                left.remove(parts[:length])
                right += 1
            else:
                missed.append((sentence, parts, found))
        all_of_them += len(expected) + len(found)
        missed += [(sentence, "made up", parts) for parts in left]
    for line in missed:
        print(*line)  # noqa: T201
    return 2 * right / all_of_them


@pytest.mark.parametrize(("parts", "floor"), [(1, 0.97), (2, 0.97), (3, 0.96)])
def test_ordinary_sentences_give_their_quantities(parts: int, floor: float) -> None:
    assert f1(parts) >= floor


def read(sentence: str) -> list[tuple[str, str, str]]:
    return [written(quantity) for quantity in quantities(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They met on 7 May 2021 at 7:45 p.m. and again in 2022.",
        "In the 1990s the 22nd amendment came third.",
        "The Boeing 737, the F-16, the T-72 and the iPhone 15 were on show.",
        "Windows 11, version 2.0.3, runs beside a 5G mast and a 3D printer.",
        "The G20 met after COP29, and COVID-19 was named in Article 5.",
        "She lives at 10 Downing Street, in flat No. 3.",
        "Call 555-1234 or +1 202-555-0199.",
        "They won 2-1, 6-4, 6-3 and 101-98.",
        "It was a heated one, and no one liked the same one.",
        "The top 10 and the bottom three were named in Area 51.",
        "Sales doubled, and the first half of the match was a single mess.",
        "It is a one-off and a one-way street.",
        "In 2021 most people left, and since 2011 this year was the worst; by 2120 all go.",
        "The COVID -19 test was, at one time, on the one hand, slow.",
        "The 4x100m relay ran on iOS 17.2 and a Ryzen 9 7950X.",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She handed over two parcels over four days.", "exact exact"),
        ("They stood around two fires around the two huts.", "exact exact"),
        ("Over 200 huts and well over 30 barns burned.", "more_than more_than"),
        ("The trip took just under four hours, or so they say.", "less_than"),
        ("As little as 300 or thereabouts came.", "about"),
        ("It stretched for about 160 km (100 miles).", "about about"),
        ("<5% of >100 leaves were eaten.", "less_than more_than"),
    ],
)
def test_a_bound_is_a_word_that_limits_the_number(sentence: str, expected: str) -> None:
    assert [quantity.bound for quantity in quantities(sentence)] == expected.split()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A .500 average.", [("0.5", "exact", "average")]),
        ("It grew +3.5% and fell -2%.", [("3.5", "exact", "percent"), ("-2", "exact", "percent")]),
        ("It costs 5-10 percent more.", [("5..10", "exact", "percent")]),
        ("It costs between $5 and $7.", [("5..7", "exact", "dollar")]),
        ("It pays 5% to 10%.", [("5..10", "exact", "percent")]),
        ("It rose from 3% to 5%.", [("3", "exact", "percent"), ("5", "exact", "percent")]),
        ("It rose by 5% to 40%.", [("5", "exact", "percent"), ("40", "exact", "percent")]),
        ("Sales rose in 2018 to 3 million.", [("3000000", "exact", "-")]),
        ("20 or 40 apples", [("20", "exact", "apples"), ("40", "exact", "apples")]),
        ("Add 3 1/2 cups.", [("3.5", "exact", "cups")]),
        ("9 out of 10 shops closed.", [("0.9", "exact", "shops")]),
        ("A twofold rise is 2x more.", [("2", "exact", "time"), ("2", "exact", "time")]),
        ("20 lakh people and 3 crore homes", [("2000000", "exact", "people"),
                                             ("30000000", "exact", "homes")]),
        ("5m people saw 5m waves.", [("5000000", "exact", "people"), ("5", "exact", "metre")]),
        ("1.3m units sold.", [("1300000", "exact", "units")]),
        ("The clerk, 27, has gone.", [("27", "exact", "year of age")]),
        ("It pays $60,000-a-year.", [("60000", "exact", "dollar per year")]),
        ("It cost USD10m or RM23.50.", [("10000000", "exact", "US dollar"),
                                        ("23.5", "exact", "Malaysian ringgit")]),
        ("4 hundred million people", [("400000000", "exact", "people")]),
        ("One fourth of it is 1/10 of that.", [("0.25", "exact", "-"), ("0.1", "exact", "-")]),
        ("It sold 35m of its phones.", [("35000000", "exact", "phones")]),
        ("It grew between 5 to 7 percent.", [("5..7", "exact", "percent")]),
        ("She put one hand up.", [("1", "exact", "hand")]),
        ("One Chilean sailor fell.", [("1", "exact", "sailor")]),
        ("It grew from 1000 to 2000 hires.", [("1000", "exact", "-"), ("2000", "exact", "hires")]),
        ("A 3923sq m plot.", [("3923", "exact", "square metre")]),
        ("It was 1200 parts per million.", [("1200", "exact", "part per million")]),
        ("A sub-7 nanometre chip.", [("7", "less_than", "nanometre")]),
        ("One per cent fell.", [("1", "exact", "percent")]),
        ("It runs at 2.4Ghz.", [("2.4", "exact", "gigahertz")]),
        ("It sold 4.3M digital copies.", [("4300000", "exact", "copies")]),
        ("Prices range from $5 to $9 million.", [("5000000..9000000", "exact", "dollar")]),
        ("It grew from $5 to $9 million.", [("5000000", "exact", "dollar"),
                                            ("9000000", "exact", "dollar")]),
        ("The food sector 0.5 percent lower.", [("0.5", "exact", "percent")]),
        ("An 18-month-old calf.", [("18", "exact", "month of age")]),
        ("It cost £8 or €9.", [("8", "exact", "pound"), ("9", "exact", "euro")]),
        ("12 of the soldiers sat.", [("12", "exact", "soldiers")]),
        ("A couple of days passed.", [("?2-3", "vague", "day")]),
        ("An average of 1500 was reached.", [("1500", "exact", "-")]),
        ("The 10 second-hand cars sold.", [("10", "exact", "cars")]),
        ("It made $980m a year earlier.", [("980000000", "exact", "dollar")]),
    ],
)  # fmt: skip
def test_a_quantity_is_read_as_its_words_say(
    sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize("row", rows("unit_names"), ids=lambda row: row["word"])
def test_every_unit_word_names_its_unit(row: Mapping[str, str]) -> None:
    joined, apart = (quantities(f"It held 37.5{gap}{row['word']}.") for gap in ("", " "))
    assert (37.5, row["unit"]) in [(q.value, q.unit) for q in (*joined, *apart)]


@pytest.mark.parametrize("row", rows("currencies"), ids=lambda row: row["mark"])
def test_every_currency_mark_names_its_currency(row: Mapping[str, str]) -> None:
    assert [(q.value, q.unit) for q in quantities(f"It cost {row['mark']} 37m.")] == [
        (37_000_000, row["unit"])
    ]


def test_offsets_hold_and_quantities_share_no_character() -> None:
    for sentence, _ in wanted():
        end = 0
        for quantity in quantities(sentence):
            assert end <= quantity.char_start < quantity.char_end
            assert sentence[quantity.char_start : quantity.char_end] == quantity.text
            end = quantity.char_end


def test_the_examples_of_the_module_hold() -> None:
    result = doctest.testmod(scripts.find.quantities)
    assert result.attempted
    assert not result.failed
