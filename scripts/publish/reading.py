"""How to open a package in pandas, polars, DuckDB and R, as it stands in the data dictionary.

The lines are run by `tests/test_readers.py` in the folder of a written package.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reader:
    """A program that reads the package: its name, the language of the lines, and the lines."""

    name: str
    language: str
    lines: tuple[str, ...]


READERS = (
    Reader(
        "pandas",
        "python",
        (
            "import pandas as pd",
            'figures = pd.read_parquet("data/figures.parquet", dtype_backend="pyarrow")',
            'print(figures[["source_id", "text", "value", "measure"]])',
        ),
    ),
    Reader(
        "polars",
        "python",
        (
            "import polars as pl",
            'figures = pl.read_parquet("data/figures.parquet")',
            'print(figures.join(pl.read_parquet("data/sources.parquet"), on="source_id"))',
        ),
    ),
    Reader(
        "DuckDB",
        "python",
        (
            "import duckdb",
            "sides = \"FROM 'data/sides.parquet' JOIN 'data/comparisons.parquet' "
            'USING (comparison_id)"',
            'print(duckdb.sql(f"SELECT source_id, value_text, verdict, note {sides}"))',
        ),
    ),
    Reader(
        "R, nothing else",
        "r",
        (
            'days <- c(published = "Date", published_earliest = "Date", published_latest = "Date")',
            'sources <- read.csv("data/sources.csv", na.strings = "", encoding = "UTF-8", '
            "colClasses = days)",
            'figures <- read.csv("data/figures.csv", na.strings = "", encoding = "UTF-8")',
        ),
    ),
    Reader(
        "R with readr and jsonlite, types from the descriptor",
        "r",
        (
            'all <- jsonlite::read_json("datapackage.json", simplifyVector = TRUE)$resources',
            'types <- substr(all$schema$fields[[match("figures", all$name)]]$type, 1, 1)',
            'figures <- readr::read_csv("data/figures.csv", na = "", trim_ws = FALSE, col_types = '
            'paste(chartr("snbd", "cdlD", types), collapse = ""))',
        ),
    ),
)

#: What the readers do to a CSV unless told otherwise.
NOTES = (
    "Parquet holds the types; CSV holds the same values for programs that read no Parquet. In CSV "
    "an empty cell is a missing value and nothing else is: give pandas "
    '`keep_default_na=False, na_values=[""]`, or it takes a quoted "None" for missing. '
    "Identifiers are text, also where they look like numbers."
)


def reading_section() -> str:
    """The lines for each reader as Markdown."""
    parts = ["## How to read it", "In the folder of this file:"]
    for reader in READERS:
        lines = "\n".join(reader.lines)
        parts.append(f"{reader.name}:\n\n```{reader.language}\n{lines}\n```")
    return "\n\n".join([*parts, NOTES])
