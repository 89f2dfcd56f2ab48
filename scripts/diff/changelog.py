"""A draft of what a changelog says of a version, for people to edit."""

import polars as pl

from scripts.diff.difference import Difference
from scripts.diff.owed import KINDS, Level
from scripts.diff.telling import counted, structure, tally

#: Ids that are listed one by one; of more than that only the number is told.
_LISTED = 10
#: What users of the data have to do, by what the changes ask for.
_MUST = {
    Level.NOTHING: "You must do nothing: nothing in the data changed.",
    Level.PATCH: "You must do nothing. If you used the rows named below, look at their new values.",
    Level.MINOR: "You must do nothing: there is more to read, and what you read before is there.",
}
_NEVER_TOLD = ("value_added", "value_withdrawn")


def _mark(name: str) -> str:
    return f"`{name}`"


def _must(difference: Difference) -> str:
    """The first sentence: what to do before moving to this version."""
    if difference.owed is not Level.MAJOR:
        return _MUST[difference.owed]
    kinds = {kind for kind in tally(difference.changes) if KINDS[kind] is Level.MAJOR}
    asks = []
    if any(kind.startswith(("table_", "column", "key_", "package_")) for kind in kinds):
        asks.append(
            "If a program reads the data, look at the tables, columns and keys named below first."
        )
    if any(kind.startswith("code_") for kind in kinds):
        asks.append("If you filter by a code that is gone, use the one named below.")
    if "row_withdrawn" in kinds:
        asks.append(
            "If you kept ids, look them up in `changes.csv`: rows were withdrawn, and `same_as` "
            "names the row that says the same, where there is one."
        )
    return " ".join(asks)


def _rows(lines: pl.DataFrame, kind: str) -> str:
    """Rows of one kind of one table, by their ids where they are few."""
    told = counted(kind, tally(lines)[kind])
    ids = lines["row_id"].unique(maintain_order=True).to_list()
    if len(ids) > _LISTED:
        return told
    if kind != "value_corrected":
        return f"{told} ({', '.join(map(_mark, ids))})"
    columns = {
        str(row_id): ", ".join(map(_mark, cells["column"]))
        for (row_id,), cells in lines.group_by("row_id", maintain_order=True)
    }
    return f"{told} ({'; '.join(f'{_mark(row)}: {names}' for row, names in columns.items())})"


def _item(text: str) -> str:
    return f"- {text}" if text.endswith((".", "…")) else f"- {text}."


def changelog_draft(difference: Difference) -> str:
    """The section of a changelog on the newer edition, in Markdown and without its heading.

    It says first what users must do, then what changed: the structure line by line, the rows table
    by table. `changes.csv` holds every cell.
    """
    lines = [_must(difference), ""]
    lines += [
        _item(f"{_mark(one.table)}: {one.text}" if one.table else one.text)
        for one in structure(difference, _mark)
    ]
    rows = difference.changes.filter(pl.col("kind").str.contains("^(row|value)_"))
    rows = rows.filter(~pl.col("kind").is_in(_NEVER_TOLD))
    for (table,), own in rows.group_by("table", maintain_order=True):
        told = [
            _rows(cells, str(kind)) for (kind,), cells in own.group_by("kind", maintain_order=True)
        ]
        lines.append(_item(f"{_mark(str(table))}: {', '.join(told)}"))
    return "\n".join(lines).strip() + "\n"
