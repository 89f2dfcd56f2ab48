r"""Write changes as `changes.csv`, a line for each cell or thing of the structure that changed.

Spreadsheets run a cell that begins with `= + - @` as a formula, and simple readers stumble on line
breaks. So such a value (a negative number, say) stands behind one apostrophe, and so does a value
that begins with an apostrophe itself; a line break or tab is written `\n` or `\t`, another control
character by its number (`\u0085`), and a backslash twice. Undo both and the value is as it was.
"""

from collections.abc import Iterator

import polars as pl

from scripts.diff.difference import CHANGES, Difference

#: Name of the file in a release.
CHANGES_FILE = "changes.csv"
#: Columns of the file, in order.
COLUMNS = ("version_from", "version_to", *CHANGES)
#: Lines that are written at a time.
_PIECE = 100_000
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


def changes_csv(difference: Difference) -> Iterator[bytes]:
    """All changes as the content of `changes.csv`, piece by piece; the header alone if none."""
    yield (",".join(COLUMNS) + "\n").encode()
    versions = (
        pl.lit(difference.version_from).alias("version_from"),
        pl.lit(difference.version_to).alias("version_to"),
    )
    for lines in difference.changes.iter_slices(_PIECE):
        safe = lines.with_columns(*versions).select(_safe(name) for name in COLUMNS)
        yield safe.write_csv(
            include_header=False, line_terminator="\n", quote_style="necessary", null_value=""
        ).encode()
