"""Changes in words, as the report on the screen says them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import polars as pl

from scripts.diff.difference import Difference
from scripts.diff.owed import KINDS, Level

#: Kind of change → one of them, several of them.
_COUNTED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "package_renamed": ("package renamed", "packages renamed"),
        "package_described": (
            "entry on the package changed",
            "entries on the package changed",
        ),
        "article_added": ("article added", "articles added"),
        "article_changed": ("article changed", "articles changed"),
        "article_removed": ("article removed", "articles removed"),
        "table_added": ("table added", "tables added"),
        "table_removed": ("table removed", "tables removed"),
        "table_renamed": ("table renamed", "tables renamed"),
        "table_moved": ("file moved", "files moved"),
        "table_reformatted": ("table written in another form", "tables written in another form"),
        "table_described": ("description of a table changed", "descriptions of tables changed"),
        "column_added": ("column added", "columns added"),
        "column_removed": ("column removed", "columns removed"),
        "column_renamed": ("column renamed", "columns renamed"),
        "columns_reordered": ("table with its columns re-ordered", "tables re-ordered"),
        "column_retyped": ("column of another type", "columns of another type"),
        "column_tightened": ("column that allows less", "columns that allow less"),
        "column_loosened": ("column that allows more", "columns that allow more"),
        "column_described": ("description of a column changed", "descriptions of columns changed"),
        "key_changed": ("key changed", "keys changed"),
        "code_added": ("code added", "codes added"),
        "code_removed": ("code removed", "codes removed"),
        "code_renamed": ("code renamed", "codes renamed"),
        "code_retired": ("code retired", "codes retired"),
        "code_reinstated": ("code in use again", "codes in use again"),
        "code_reworded": ("entry on a code changed", "entries on codes changed"),
        "row_added": ("row added", "rows added"),
        "row_withdrawn": ("row withdrawn", "rows withdrawn"),
        "value_corrected": ("value corrected", "values corrected"),
        "value_added": ("value in an added column", "values in added columns"),
        "value_withdrawn": ("value of a removed column", "values of removed columns"),
    }
)
#: Of these a row or code is one change, however many cells it has.
_WHOLE = ("row_added", "row_withdrawn", "code_added", "code_removed")
#: Rows and their cells; everything else is the structure.
ROW_KINDS = tuple(kind for kind in KINDS if kind.startswith(("row_", "value_")))
#: Longest text that is shown of a cell.
_SHOWN = 72
_KEYS = {"primaryKey": "primary key", "uniqueKeys": "unique key", "foreignKeys": "foreign key"}

#: Line breaks, and signs by which a text could take hold of a terminal.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

Row = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """One change of the structure in words.

    table: empty for the package as a whole. subject: the code, column or property that changed.
    """

    kind: str
    table: str
    subject: str
    text: str


def counted(kind: str, number: int) -> str:
    """A number of changes of one kind: `1 row added`, `7 codes removed`."""
    return f"{number} {_COUNTED[kind][number != 1]}"


def tally(changes: pl.DataFrame) -> dict[str, int]:
    """Kind → how many changes of it there are, in the order of KINDS."""
    whole = pl.col("kind").is_in(_WHOLE)
    counts = dict(
        pl.concat(
            [
                changes.filter(whole).select("kind", "table", "row_id").unique().select("kind"),
                changes.filter(~whole).select("kind"),
            ]
        )
        .group_by("kind")
        .len()
        .rows()
    )
    return {kind: counts[kind] for kind in KINDS if kind in counts}


def reason(difference: Difference) -> str:
    """Why the version number owed is what it is: the changes that ask for it, counted."""
    if difference.owed is Level.NOTHING:
        return "nothing differs"
    counts = tally(difference.changes)
    return ", ".join(
        counted(kind, number) for kind, number in counts.items() if KINDS[kind] is difference.owed
    )


def short(text: str, most: int = _SHOWN) -> str:
    """A text cut to what fits in a line, with a blank for what no line can show."""
    text = _UNSEEN.sub(" ", text)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def arrow(old: str | None, new: str | None) -> str:
    """Old and new value beside each other; of two long ones the part that differs."""
    if old is None or new is None:
        return f"{short(old or 'empty')} → {short(new or 'empty')}"
    if max(len(old), len(new)) > _SHOWN:
        same = next(
            (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
            min(len(old), len(new)),
        )
        # NOTE: the words before the first difference say where it is.
        start = max(old.rfind(" ", 0, max(same - 24, 0)) + 1, 0)
        if start:
            old, new = f"…{old[start:]}", f"…{new[start:]}"
    return f"{short(old)} → {short(new)}"


def _code(lines: pl.DataFrame) -> str:
    """A code that was added or removed, with its meaning, though it is several lines."""
    first = lines.row(0, named=True)
    cells = {row["column"]: row["new"] or row["old"] for row in lines.iter_rows(named=True)}
    meaning = cells.get("description") or cells.get("title")
    verb = "added" if first["kind"] == "code_added" else "removed"
    code = first["row_id"]
    if len(cells) == 1 and not meaning:
        return f"code {code} of column {first['column']} {verb}"
    return f"code {code} {verb}" + (f": {short(meaning)}" if meaning else "")


def _sheet(row: Row, difference: Difference) -> str:
    """A table or code list that came or went, with what it holds."""
    name, is_new = row["table"], row["kind"] == "table_added"
    height = difference.heights[name][is_new] or 0
    is_list = name in difference.codelists
    what, of = ("code list", "code") if is_list else ("table", "row")
    held = f"{height} {of}" if height == 1 else f"{height} {of}s"
    return f"{what} {name} {'added' if is_new else 'removed'} ({held})"


def _filled(row: Row, difference: Difference) -> str:
    """In how many rows an added column holds something."""
    height = difference.heights[row["table"]][1]
    filled = difference.changes.filter(
        (pl.col("table") == row["table"])
        & (pl.col("column") == row["column"])
        & pl.col("kind").is_in(("row_added", "value_added", "code_added"))
    ).height
    return f"filled in {filled} of {height} rows"


def _sentence(row: Row, difference: Difference) -> str:
    """One line of the structure in words."""
    kind, old, new = row["kind"], row["old"], row["new"]
    column = row["column"] or ""
    changed = arrow(old, new)
    match kind:
        case "package_renamed":
            return f"the package is called {new}, no longer {old}"
        case "package_described":
            return f"{column} of the package: {changed}"
        case "article_added" | "article_changed" | "article_removed":
            return f"{row['row_id']} {kind.removeprefix('article_')}"
        case "table_added" | "table_removed":
            return _sheet(row, difference)
        case "table_renamed":
            return f"renamed, was {old}"
        case "table_moved":
            return f"file {old} is {new} now"
        case "table_reformatted":
            return f"{column} of the file: {changed}"
        case "table_described":
            return f"{column}: {changed}"
        case "column_added":
            return f"column {column} added ({new}), {_filled(row, difference)}"
        case "column_removed":
            return f"column {column} removed"
        case "column_renamed":
            return f"column {old} renamed to {new}"
        case "columns_reordered":
            return f"columns re-ordered, {column} moved: {new}"
        case "column_retyped":
            return f"type of column {column}: {changed}"
        case "column_tightened":
            return f"column {column} allows less: {changed}"
        case "column_loosened":
            return f"column {column} allows more: {changed}"
        case "column_described":
            return f"column {column} described otherwise: {changed}"
        case "key_changed":
            return f"{_KEYS[row['column']]}: {changed}"
        case "code_renamed":
            return f"code {old} renamed to {new}"
        case "code_retired":
            return f"code {row['row_id']} retired, no longer given since {new}"
        case "code_reinstated":
            return f"code {row['row_id']} in use again"
        case _:
            return f"{column} of code {row['row_id']}: {changed}"


def structure(difference: Difference) -> list[Told]:
    """Every change but those of rows, in words.

    Args:
        difference: What changed.
    """
    changes = difference.changes.filter(~pl.col("kind").is_in(ROW_KINDS))
    whole = changes.filter(pl.col("kind").is_in(("table_added", "table_removed")))["table"]
    codes = pl.col("kind").is_in(("code_added", "code_removed"))
    # NOTE: codes of a list that came or went as a whole are told with it.
    changes = changes.filter(~(codes & pl.col("table").is_in(whole.to_list())))
    told = []
    for (table, kind, *_), lines in changes.with_row_index("line").group_by(
        "table",
        "kind",
        pl.when(codes).then(pl.col("row_id")).otherwise(pl.col("line").cast(pl.String)),
        maintain_order=True,
    ):
        row = lines.row(0, named=True)
        is_code = kind in {"code_added", "code_removed"}
        text = _code(lines) if is_code else _sentence(row, difference)
        subject = row["row_id"] or row["column"] or ""
        told.append(Told(str(kind), str(table), subject, text))
    return told


def label(cells: Mapping[str, str], row_id: str) -> str:
    """What a reader knows a row by: its first words, or its first cells where it has none."""
    own = {name: text for name, text in cells.items() if text not in row_id.split("|")}
    words = next((text for text in own.values() if " " in text.strip()), None)
    if words is not None:
        return short(words)
    return short(", ".join(f"{name} {text}" for name, text in list(own.items())[:3]))
