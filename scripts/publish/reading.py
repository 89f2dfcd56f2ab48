"""How to open a package in pandas, polars, DuckDB and R, as it stands in the data dictionary.

Each reader answers one question that researchers ask. The same lines stand in the README of this
repository, with what they print; `tests/test_readers_examples.py` runs them in a folder, in an
unzipped release and over HTTP.
"""

from dataclasses import dataclass

QUESTION = "Who was released, by whom, according to whom?"

_FOLDER = "FOLDER"


@dataclass(frozen=True)
class Reader:
    """A program that reads the package.

    Attributes:
        name: What it is called.
        language: The language of its lines, for Markdown.
        code: The lines, with FOLDER where the package is.
    """

    name: str
    language: str
    code: str

    def lines(self, folder: str) -> str:
        """The lines for a package in that folder (or at that address), with LF at the end."""
        return self.code.replace(_FOLDER, folder)


_PANDAS = """\
import pandas as pd

package = "FOLDER"

def table(name):
    return pd.read_parquet(f"{package}/data/{name}.parquet")

released = (
    table("figures").query("measure == 'released'")
    .merge(table("sides")[["figure_id", "comparison_id"]])
    .merge(table("comparisons")[["comparison_id", "verdict"]])
    .merge(table("sources")[["source_id", "publisher"]])
)
names = table("actors").set_index("actor_id")["name"]
released["of_actor"] = released["of_actor_id"].map(names)
released["by_actor"] = released["by_actor_id"].map(names)
columns = ["value", "of_actor", "by_actor", "publisher", "modality", "verdict"]
print(released[columns].sort_values(["of_actor", "publisher"]).to_string(index=False))
"""

_POLARS = """\
import polars as pl

package = "FOLDER"

def table(name):
    return pl.read_parquet(f"{package}/data/{name}.parquet")

names = dict(table("actors").select("actor_id", "name").iter_rows())
print(
    table("figures").filter(pl.col("measure") == "released")
    .join(table("sides").select("figure_id", "comparison_id"), on="figure_id")
    .join(table("comparisons").select("comparison_id", "verdict"), on="comparison_id")
    .join(table("sources").select("source_id", "publisher"), on="source_id")
    .with_columns(pl.col("of_actor_id").replace(names).alias("of_actor"))
    .with_columns(pl.col("by_actor_id").replace(names).alias("by_actor"))
    .select("value", "of_actor", "by_actor", "publisher", "modality", "verdict")
    .sort("of_actor", "publisher")
)
"""

_DUCKDB = '''\
from pathlib import Path
import duckdb

package = "FOLDER"
duckdb.execute(f"SET VARIABLE package = '{package}'")
duckdb.execute(Path(package, "views.sql").read_text(encoding="utf-8"))
print(duckdb.sql("""
    SELECT value, of_actor, by_actor, publisher, modality, verdict
    FROM figures_in_context
    WHERE measure = 'released' AND verdict IS NOT NULL
    ORDER BY of_actor, publisher
"""))
'''

_R_ANSWER = """\
actors <- table_of("actors")
released <- subset(table_of("figures"), measure == "released") |>
  merge(table_of("sides")[c("figure_id", "comparison_id")]) |>
  merge(table_of("comparisons")[c("comparison_id", "verdict")]) |>
  merge(table_of("sources")[c("source_id", "publisher")])
released$of_actor <- actors$name[match(released$of_actor_id, actors$actor_id)]
released$by_actor <- actors$name[match(released$by_actor_id, actors$actor_id)]
columns <- c("value", "of_actor", "by_actor", "publisher", "modality", "verdict")
print(released[order(released$of_actor, released$publisher), columns], row.names = FALSE)
"""

_BASE_R = (
    """\
package <- "FOLDER"
described <- jsonlite::read_json(file.path(package, "datapackage.json"), simplifyVector = TRUE)
classes <- c(string = "character", integer = "integer", number = "numeric", date = "Date")
table_of <- function(name) {
  fields <- described$resources$schema$fields[[match(name, described$resources$name)]]
  read.csv(file.path(package, "data", paste0(name, ".csv")), na.strings = "",
           encoding = "UTF-8", colClasses = unname(classes[fields$type]))
}
"""
    + _R_ANSWER
)

_READR = (
    """\
package <- "FOLDER"
table_of <- function(name) {
  path <- file.path(package, "data", paste0(name, ".csv"))
  readr::read_csv(path, na = "", show_col_types = FALSE)
}
"""
    + _R_ANSWER
)

READERS = (
    Reader("pandas", "python", _PANDAS),
    Reader("polars", "python", _POLARS),
    Reader("DuckDB, with the views of `views.sql`", "python", _DUCKDB),
    Reader("R with jsonlite, types from the descriptor", "r", _BASE_R),
    Reader("R with readr", "r", _READR),
)

#: What goes wrong unless told otherwise; each of it is tried in `tests/test_readers_traps.py`.
NOTES = (
    "**Parquet or CSV.** Both hold the same values; Parquet keeps the types as well. In CSV an "
    "empty cell is a missing value, and nothing else is; days are written as in 2031-03-05; "
    "identifiers are text, also where they look like numbers, as `cow` and `geonames` do.",
    '**pandas.** For a CSV, say `pd.read_csv(path, keep_default_na=False, na_values=[""], '
    'dtype_backend="pyarrow", dtype={"cow": str}, parse_dates=["published"])` with the columns '
    'that you need. Without the first two, words such as "None" and "NA" count as missing; without '
    "the third, whole numbers beside empty cells turn into 12.0; without the last two, 051 becomes "
    'the number 51 and days stay text. For Parquet, `dtype_backend="pyarrow"` makes days dates.',
    '**polars.** For a CSV, say `pl.read_csv(path, try_parse_dates=True, schema_overrides={"cow": '
    "pl.String})`. Without the first, days stay text; without the other, 051 becomes 51.",
    '**R.** Say `na.strings = ""` (in readr `na = ""`), or the word NA counts as missing. In '
    '`read.csv` say `encoding = "UTF-8"`, not `fileEncoding`, which goes wrong at a letter '
    "that the computer's own encoding lacks; and `colClasses`, as above, or 051 becomes 51 and "
    "days stay text. readr guesses: it makes days dates and keeps 051, but a column without any "
    "value becomes logical; `col_types` settles it.",
    '**Joins.** Name the key: `merge(a, b, by = "event_id")` in R, `a.merge(b, on="event_id")` in '
    "pandas. Tables share more columns than their key (`modality`, `low`, `high`, `start_date`), "
    "and without a key both programs join by all of them, which loses rows without a word.",
    "**Excel.** A double click on a CSV garbles letters such as ı and turns identifiers into "
    "numbers. Take *Data → From Text/CSV* instead and choose *65001: Unicode (UTF-8)*.",
    "**Over the web.** `package` may be an address. pandas and R need nothing else. polars needs a "
    "server that hands out parts of files, as most do; else give it "
    "`urllib.request.urlopen(address).read()`. DuckDB needs its extension httpfs, which it fetches "
    "by itself the first time; save `views.sql` and run it after `SET VARIABLE package = "
    "'address'`. Where httpfs cannot be had, read the tables with polars or pandas and name the "
    "frames in SQL.",
)


def reading_section() -> str:
    """The lines for each reader as Markdown."""
    parts = [
        "## How to read it",
        f"*{QUESTION}* The same question in five readers, in the folder of this file. Only figures "
        "are asked for that are held against other sources (`sides`), so a number that an article "
        "repeats is there once.",
    ]
    parts += [
        f"{reader.name}:\n\n```{reader.language}\n{reader.lines('.')}```" for reader in READERS
    ]
    return "\n\n".join([*parts, "### What each reader needs to be told", *NOTES])
