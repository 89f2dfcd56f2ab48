"""What readers get wrong unless told otherwise: the notes of the data dictionary, tried."""

import urllib.request
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

from scripts.publish.reading import NOTES
from tests.readers.programs import rscript, run
from tests.readers.web import serving
from tests.small_package import write_small


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small(tmp_path_factory.mktemp("package"))


def told(head: str) -> str:
    (note,) = [one for one in NOTES if one.startswith(f"**{head}.**")]
    return note


def test_every_setting_that_is_tried_here_is_told() -> None:
    for word in ('keep_default_na=False, na_values=[""]', 'dtype_backend="pyarrow"', "parse_dates"):
        assert word in told("pandas")
    for word in ("try_parse_dates=True", 'schema_overrides={"cow": pl.String}'):
        assert word in told("polars")
    for word in ('na.strings = ""', 'na = ""', 'encoding = "UTF-8"', "colClasses", "col_types"):
        assert word in told("R")
    for word in ("urllib.request.urlopen(address).read()", "httpfs", "SET VARIABLE package"):
        assert word in told("Over the web")


def test_pandas_takes_words_for_missing_unless_told(package: Path) -> None:
    path = package / "data" / "statements.csv"
    assert pd.read_csv(path)["quote"].iloc[:2].isna().all()
    kept = pd.read_csv(path, keep_default_na=False, na_values=[""])
    assert kept["quote"].iloc[:2].tolist() == ["None", "NA"]
    assert pd.read_parquet(path.with_suffix(".parquet"))["quote"].iloc[:2].tolist() == [
        "None",
        "NA",
    ]


def test_pandas_makes_numbers_of_numbers_with_blanks_days_and_ids_unless_told(
    package: Path, tmp_path: Path
) -> None:
    statements = tmp_path / "statements.csv"
    rows = pl.read_csv(package / "data" / "statements.csv")
    blank = pl.when(pl.int_range(pl.len()) > 0).then(pl.col("speaker_char_start"))
    rows.with_columns(blank.alias("speaker_char_start")).write_csv(statements)
    assert pd.read_csv(statements)["speaker_char_start"].dtype == "float64"
    sources, actors = (package / "data" / f"{name}.csv" for name in ("sources", "actors"))
    assert pd.read_csv(sources)["published"].dtype == "str"
    assert pd.read_csv(actors)["cow"].dtype == "float64"
    settings = {"keep_default_na": False, "na_values": [""], "dtype_backend": "pyarrow"}
    whole = pd.read_csv(statements, **settings)["speaker_char_start"]
    assert whole.dtype == "int64[pyarrow]"
    days = pd.read_csv(sources, **settings, parse_dates=["published"])["published"]
    assert days.iloc[0] == pd.Timestamp("2031-03-06")
    codes = pd.read_csv(actors, **settings, dtype={"cow": str})["cow"]
    assert codes.iloc[0] == "051"
    of_parquet = pd.read_parquet(sources.with_suffix(".parquet"), dtype_backend="pyarrow")
    assert of_parquet["published"].dtype == "date32[day][pyarrow]"


def test_pandas_loses_rows_in_a_join_without_a_key(package: Path) -> None:
    sides, facts = (
        pd.read_parquet(package / "data" / f"{name}.parquet") for name in ("sides", "comparisons")
    )
    assert len(sides.merge(facts)) < len(sides)
    assert len(sides.merge(facts, on="comparison_id")) == len(sides)
    assert "Name the key" in told("Joins")


def test_polars_keeps_days_as_text_and_makes_numbers_of_ids_unless_told(package: Path) -> None:
    sources, actors = (package / "data" / f"{name}.csv" for name in ("sources", "actors"))
    assert pl.read_csv(sources)["published"].dtype == pl.String
    assert pl.read_csv(actors)["cow"].to_list()[0] == 51
    assert pl.read_csv(sources, try_parse_dates=True)["published"].dtype == pl.Date
    kept = pl.read_csv(actors, try_parse_dates=True, schema_overrides={"cow": pl.String})
    assert kept["cow"].to_list()[0] == "051"


_R = r"""
at <- function(table) file.path("data", paste0(table, ".csv"))
base <- function(table, ...) read.csv(at(table), ...)
tidy <- function(table, ...) readr::read_csv(at(table), show_col_types = FALSE, ...)
say <- function(...) cat(..., "\n")
say(is.na(base("statements")$quote[2]), is.na(base("statements", na.strings = "")$quote[2]))
say(is.na(tidy("statements")$quote[2]), is.na(tidy("statements", na = "")$quote[2]))
say(class(base("sources")$published), class(tidy("sources")$published))
say(base("actors")$cow[1], tidy("actors")$cow[1])
empty <- names(Filter(function(column) all(is.na(column)), tidy("comparisons", na = "")))[1]
types <- setNames(list(readr::col_character()), empty)
told <- tidy("comparisons", na = "", col_types = do.call(readr::cols, types))
say(class(tidy("comparisons", na = "")[[empty]]), class(told[[empty]]))
sides <- base("sides", na.strings = "")
facts <- base("comparisons", na.strings = "")
keyed <- merge(sides, facts, by = "comparison_id")
say(nrow(merge(sides, facts)) < nrow(sides), nrow(keyed) == nrow(sides))
"""


@pytest.mark.programs
def test_r_takes_na_for_missing_and_guesses_types_unless_told(package: Path) -> None:
    lines = run([rscript(), "--vanilla", "-e", _R], package).split("\n")
    assert [line.strip() for line in lines if line] == [
        "TRUE FALSE",
        "TRUE FALSE",
        "character Date",
        "51 051",
        "logical character",
        "TRUE TRUE",
    ]


@pytest.mark.programs
def test_r_reads_letters_on_a_computer_whose_own_encoding_lacks_them(package: Path) -> None:
    code = (
        'sources <- read.csv("data/sources.csv", na.strings = "", encoding = "UTF-8");'
        'cat(nrow(sources), utf8ToInt(sources$title[1]), sep = " ");'
        'other <- suppressWarnings(read.csv("data/sources.csv", fileEncoding = "UTF-8"));'
        'cat("\\n", nrow(other))'
    )
    out = run([rscript(), "--vanilla", "-e", code], package, LC_ALL="C")
    told_utf8, told_otherwise = out.split("\n")
    count, *letters = map(int, told_utf8.split())
    titles = pl.read_parquet(package / "data" / "sources.parquet")["title"].to_list()
    assert "ë" in titles[0]
    assert (count, "".join(map(chr, letters))) == (len(titles), titles[0])
    assert int(told_otherwise) != len(titles)


def test_polars_needs_parts_of_files_or_the_bytes(package: Path) -> None:
    wanted = pl.read_parquet(package / "data" / "figures.parquet")
    with serving(package, parts=False) as address:
        path = f"{address}/data/figures.parquet"
        with pytest.raises(OSError, match="Range request not supported"):
            pl.read_parquet(path)
        with urllib.request.urlopen(path) as answer:
            assert pl.read_parquet(answer.read()).equals(wanted)
        assert len(pd.read_parquet(path)) == wanted.height


def test_duckdb_names_the_extension_that_an_address_needs(package: Path, tmp_path: Path) -> None:
    settings = {
        "autoinstall_known_extensions": "false",
        "extension_directory": str(tmp_path),
    }
    with duckdb.connect(config=settings) as connection, serving(package) as address:
        connection.execute("SET VARIABLE package = ?", [address])
        with pytest.raises(duckdb.Error, match="httpfs"):
            connection.execute((package / "views.sql").read_text(encoding="utf-8"))
