"""The rules that find rows, in words, and how many rows of this version each of them found."""

from collections.abc import Mapping, Sequence

import polars as pl

from schemas.tables import Table
from scripts.publish.dictionary.markdown import link
from scripts.publish.rules import rules_of
from validations.markdown import grid

HEADING = "The rules that find rows"
#: The column that names the rule.
FOUND_BY = "found_by"


def found_section(tables: Sequence[Table], frames: Mapping[str, pl.DataFrame]) -> str:
    """What each name in `found_by` means; empty if no table has that column."""
    lines = []
    for table in tables:
        if FOUND_BY not in table.columns:
            continue
        counts = dict(frames[table.name][FOUND_BY].value_counts().iter_rows())
        lines += [
            (link(table.name), f"`{rule}`", meaning, str(counts.get(rule, 0)))
            for rule, meaning in rules_of(table.name).items()
        ]
    if not lines:
        return ""
    words = (
        f"`{FOUND_BY}` names the rule that found a row. To see how far to trust one, read some of "
        "its rows beside their sentences; to do without it, filter it out."
    )
    header = ("table", "rule", "what it looks for", "rows")
    return "\n\n".join([f"## {HEADING}", words, grid(header, lines)])
