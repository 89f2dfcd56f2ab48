r"""Write changes as `changes.csv`, a line for each cell or thing of the structure that changed.

Spreadsheets run a cell that begins with `= + - @` as a formula, and simple readers stumble on line
breaks. So such a value (a negative number, say) stands behind one apostrophe, and so does a value
that begins with an apostrophe itself; a line break or tab is written `\n` or `\t`, another control
character by its number (`\u0085`), and a backslash twice. Undo both and the value is as it was.
"""

from pathlib import Path

import polars as pl

from scripts.diff.difference import CHANGES, Difference

#: Columns of the file, in order.
COLUMNS = ("version_from", "version_to", *CHANGES)
_NAMED = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_CONTROL = [*range(0x20), 0x7F, 0x85, 0x2028, 0x2029]
_ESCAPES = {chr(code): f"\\u{code:04x}" for code in _CONTROL} | _NAMED


def _safe(column: str) -> pl.Expr:
    text = pl.col(column).str.replace_many(list(_ESCAPES), list(_ESCAPES.values()))
    return (
        pl.when(text == "")
        .then(None)
        .when(text.str.contains(r"^[=+\-@']"))
        .then(pl.concat_str(pl.lit("'"), text))
        .otherwise(text)
        .alias(column)
    )


def write_changes(difference: Difference, path: Path) -> None:
    """Write all changes; of two editions that are alike the header alone.

    Args:
        difference: What changed.
        path: The file to write; one that stands there is replaced.
    """
    lines = difference.changes.with_columns(
        pl.lit(difference.version_from).alias("version_from"),
        pl.lit(difference.version_to).alias("version_to"),
    )
    safe = lines.select(_safe(name) for name in COLUMNS)
    with path.open("wb") as file:
        safe.write_csv(file, line_terminator="\n", quote_style="necessary", null_value="")
