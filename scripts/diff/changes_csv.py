r"""Write changes as `changes.csv`, a line for each cell or thing of the structure that changed.

Spreadsheets run a cell that begins with `= + - @` as a formula, and simple readers stumble on line
breaks. So such a value (a negative number, say) stands behind one apostrophe, and so does a value
that begins with an apostrophe itself; a line break or tab is written `\n` or `\t`, another control
character by its number (`\u0085`), and a backslash twice. Undo both and the value is as it was.
"""

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


def changes_csv(difference: Difference) -> bytes:
    """All changes as the content of `changes.csv`; of two editions alike the header alone."""
    lines = difference.changes.with_columns(
        pl.lit(difference.version_from).alias("version_from"),
        pl.lit(difference.version_to).alias("version_to"),
    )
    safe = lines.select(_safe(name) for name in COLUMNS)
    return safe.write_csv(line_terminator="\n", quote_style="necessary", null_value="").encode()
