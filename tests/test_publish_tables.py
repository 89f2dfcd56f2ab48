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
from tests.small_package import ROWS, small_tables

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
    assert small_tables()["places"]["latitude"].to_list() == [-0.5]


def test_all_unsafe_cells_are_counted_and_five_are_shown() -> None:
    rows = pl.concat([small_tables()["figures"]] * 3).with_columns(text=pl.lit("=x"))
    with pytest.raises(InputError, match=r"and 4 more$"):
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


def test_rows_are_sorted_by_key_whatever_order_they_come_in() -> None:
    rows = small_tables()["figures"]
    assert checked(FIGURES, rows.reverse()).equals(rows)


def test_a_csv_is_plain_utf8_with_lf_and_nothing_for_missing(tmp_path: Path) -> None:
    write_csv(small_tables()["sources"], tmp_path / "new" / "sources.csv")
    lines = (tmp_path / "new" / "sources.csv").read_bytes().decode("utf-8").split("\n")
    assert lines[0] == ",".join(table("sources").columns)
    assert lines[1].startswith('harbour-post,"Zoë said ""no, never"" – not “once”,')
    assert ",2021-02-28,2021-02-28,2021-02-28," in lines[1]
    assert lines[2].startswith("upland-wire,,,,en,,,,,unknown,,digest,")
    assert lines[3:] == [""]


def test_a_table_without_rows_is_written_with_its_columns_and_types(tmp_path: Path) -> None:
    empty = frame(FIGURES)
    write_csv(empty, tmp_path / "figures.csv")
    write_parquet(empty, tmp_path / "figures.parquet")
    assert (tmp_path / "figures.csv").read_text("utf-8") == ",".join(FIGURES.columns) + "\n"
    assert pl.read_parquet(tmp_path / "figures.parquet").equals(empty)


def test_parquet_holds_types_and_missing_values(tmp_path: Path) -> None:
    reports = small_tables()["reports"]
    write_parquet(reports, tmp_path / "reports.parquet")
    read = pl.read_parquet(tmp_path / "reports.parquet")
    assert read.schema == reports.schema
    assert read["start_date"].to_list() == [date(2021, 2, 27), None]


def test_the_small_package_has_rows_for_every_table() -> None:
    assert all(ROWS[name] for name in small_tables())
