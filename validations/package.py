"""Written package → tables and texts, as the layers of shape and meaning ask for them."""

from pathlib import Path

import polars as pl

from schemas.tables import Field, Table
from schemas.tables import tables as all_tables
from validations.files import leads_out
from validations.find import row_key
from validations.rule import Finding, Tables

#: Rule id → what holds, for people.
RULES = {
    "PKG-010": "A table can be read as a CSV file in UTF-8.",
    "PKG-011": "A cell can be read as the type of its column.",
    "PKG-012": "An article can be read as UTF-8.",
}


def _typed(field: Field, column: str) -> pl.Expr:
    """The text of a column as its type; what cannot be read becomes null."""
    cell = pl.col(column)
    if field.type == "date":
        return cell.str.to_date("%Y-%m-%d", strict=False)
    if field.type == "boolean":
        return cell.replace_strict({"true": True, "false": False}, default=None)
    if field.type == "string":
        return cell
    return cell.cast(pl.Int64 if field.type == "integer" else pl.Float64, strict=False)


def _unread(table: Table, text: pl.DataFrame, typed: pl.DataFrame, name: str) -> list[Finding]:
    bad = text.filter(text[name].is_not_null() & typed[name].is_null())
    wanted = table.field(name).type
    return [
        Finding(
            "PKG-011",
            "error",
            table.name,
            row_key(table.name, row),
            name,
            row[name],
            f"the cell cannot be read as {wanted}; build the package again",
        )
        for row in bad.iter_rows(named=True)
    ]


def read_table(folder: Path, table: Table) -> tuple[pl.DataFrame | None, list[Finding]]:
    """One table of a written package with the types of its schema, and what could not be read.

    Args:
        folder: The package.
        table: The table; columns of the file that it lacks are kept as text.
    """
    path = folder / "data" / f"{table.name}.csv"
    try:
        text = pl.read_csv(path, infer_schema=False, encoding="utf8")
    except (OSError, pl.exceptions.PolarsError) as error:
        reason = (
            "it is missing" if isinstance(error, FileNotFoundError) else str(error).split("\n")[0]
        )
        sentence = f"data/{table.name}.csv cannot be read: {reason}; build the package again"
        return None, [Finding("PKG-010", "error", table.name, "", "", "", sentence)]
    known = [field for field in table.fields if field.name in text.columns]
    typed = text.with_columns(_typed(field, field.name) for field in known)
    unread = [one for field in known for one in _unread(table, text, typed, field.name)]
    return typed, unread


def read_tables(folder: Path) -> tuple[Tables, list[Finding]]:
    """The tables of a written package, and what could not be read of them.

    Args:
        folder: The package, with `data/`.
    """
    tables: dict[str, pl.DataFrame] = {}
    found: list[Finding] = []
    for table in all_tables():
        frame, unread = read_table(folder, table)
        found += unread
        if frame is not None:
            tables[table.name] = frame
    return tables, found


def read_texts(folder: Path, tables: Tables) -> tuple[dict[str, str], list[Finding]]:
    """source_id → text of its article, and what could not be read.

    Args:
        folder: What `sources.path` is relative to.
        tables: The tables; sources is asked where the articles are. An article that is missing is
            left out; the rule of its source finds it. Nothing is read if sources does not say.
    """
    texts: dict[str, str] = {}
    found: list[Finding] = []
    sources = tables.get("sources")
    if sources is None or not {"source_id", "path"} <= set(sources.columns):
        return texts, found
    for source, path in sources.select("source_id", "path").iter_rows():
        if leads_out(path or ""):
            continue
        try:
            # NOTE: no translation of line ends: offsets count in the file as it is.
            texts[source] = (folder / path).read_bytes().decode("utf-8")
        except OSError:
            continue
        except UnicodeDecodeError as error:
            sentence = f"{path} is not UTF-8: {error}"
            found.append(Finding("PKG-012", "error", "sources", source, "path", path, sentence))
    return texts, found
