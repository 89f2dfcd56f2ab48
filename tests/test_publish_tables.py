from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.frames import frame
from schemas.tables import table
from scripts.publish.tables import checked, number_text, unsafe_cells, write_csv, write_parquet
from scripts.read.files import InputError
from tests.small_package import small_tables

FIGURES = table("figures")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (32.0, "32"),
        (0.0, "0"),
        (-0.0, "0"),
        (38.5, "38.5"),
        (1200000.0, "1200000"),
        (1e22, "10000000000000000000000"),
        (0.0000001, "0.0000001"),
        (-0.25, "-0.25"),
        (1 / 3, "0.3333333333333333"),
    ],
)
def test_a_number_is_written_without_exponent_or_idle_zero(value: float, text: str) -> None:
    assert number_text(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_written_number_reads_back_as_itself(value: float) -> None:
    text = number_text(value)
    assert float(text) == value
    assert "e" not in text.lower()


@pytest.mark.parametrize("text", ["=1+1", "+5", "-5", "@home", "two\nlines", "a\ttab", "a\rb", ""])
def test_a_text_that_programs_would_change_is_refused(text: str) -> None:
    rows = small_tables()["figures"].with_columns(text=pl.lit(text))
    with pytest.raises(InputError, match=r"figures\.text of row 1"):
        checked(FIGURES, rows)


@pytest.mark.parametrize("text", ["5-6", "a=b", "'=1", "–5", "None", "NA", "#N/A", '"', "a,b"])
def test_any_other_text_is_kept(text: str) -> None:
    rows = small_tables()["figures"].with_columns(text=pl.lit(text))
    assert checked(FIGURES, rows)["text"].unique().to_list() == [text]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_number_without_end_is_refused(value: float) -> None:
    with pytest.raises(InputError, match=r"figures\.value of row 1"):
        checked(FIGURES, small_tables()["figures"].with_columns(value=pl.lit(value)))


def test_a_negative_number_is_no_formula() -> None:
    assert unsafe_cells("places", small_tables()["places"]) == []
    assert small_tables()["places"]["latitude"][0] == -0.5


def test_all_unsafe_cells_are_counted_and_five_are_shown() -> None:
    rows = pl.concat([small_tables()["figures"]] * 3).with_columns(text=pl.lit("=x"))
    with pytest.raises(InputError, match=rf"and {rows.height - 5} more$"):
        checked(FIGURES, rows)


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows.select(reversed(rows.columns)),
        lambda rows: rows.drop("unit"),
        lambda rows: rows.with_columns(more=pl.lit(1)),
        lambda rows: rows.with_columns(pl.col("char_start").cast(pl.Int32)),
    ],
)
def test_columns_that_differ_from_the_schema_are_refused(change) -> None:
    with pytest.raises(InputError, match=r"schemas/tables/figures\.json"):
        checked(FIGURES, change(small_tables()["figures"]))


def test_the_tables_used_here_have_rows_and_missing_cells_of_every_type() -> None:
    frames = small_tables()
    assert all(frame.height for frame in frames.values())
    gaps = {
        frame.schema[name]
        for frame in frames.values()
        for name in frame.columns
        if 0 < frame[name].null_count() < frame.height
    }
    assert gaps >= {pl.String, pl.Float64, pl.Date}


def test_rows_are_sorted_by_key_whatever_order_they_come_in() -> None:
    rows = small_tables()["figures"]
    assert checked(FIGURES, rows.reverse()).equals(rows)


def test_a_csv_is_plain_utf8_with_lf_and_nothing_for_missing(tmp_path: Path) -> None:
    write_csv(small_tables()["sources"], tmp_path / "new" / "sources.csv")
    lines = (tmp_path / "new" / "sources.csv").read_bytes().decode("utf-8").split("\n")
    assert lines[0] == ",".join(table("sources").columns)
    assert lines[1].startswith('daily-lamp,"Zoë said ""no, never"" – not “once”,')
    assert ",2031-03-06,2031-03-06,2031-03-06," in lines[1]
    assert lines[2].startswith("harbour-post,,,,en,,,2031-03-06,")
    assert lines[4:] == [""]


def test_a_table_without_rows_is_written_with_its_columns_and_types(tmp_path: Path) -> None:
    empty = frame(FIGURES)
    write_csv(empty, tmp_path / "figures.csv")
    write_parquet(empty, tmp_path / "figures.parquet")
    assert (tmp_path / "figures.csv").read_text("utf-8") == ",".join(FIGURES.columns) + "\n"
    assert pl.read_parquet(tmp_path / "figures.parquet").equals(empty)


def test_parquet_holds_types_and_missing_values(tmp_path: Path) -> None:
    sources = small_tables()["sources"]
    write_parquet(sources, tmp_path / "sources.parquet")
    read = pl.read_parquet(tmp_path / "sources.parquet")
    assert read.schema == sources.schema
    assert read["published"].to_list()[:2] == [date(2031, 3, 6), None]
