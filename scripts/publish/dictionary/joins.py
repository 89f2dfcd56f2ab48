"""How the tables hang together: the diagram and, in words, which column leads to which table."""

from collections.abc import Sequence

from schemas.tables import Table
from scripts.publish.diagram import DIAGRAM
from scripts.publish.dictionary.markdown import link
from validations.markdown import grid

HEADING = "How the tables hang together"


def joins_section(tables: Sequence[Table]) -> str:
    """The picture, how to read it, and the same as a list of joins."""
    lines = []
    count = 0
    for target in tables:
        ways = [
            (table.name, key.fields, key.reference)
            for table in tables
            for key in table.foreign_keys
            if key.table == target.name
        ]
        count += len(ways)
        if ways:
            told = [f"`{name}.{'`, `'.join(fields)}`" for name, fields, _ in ways]
            lines.append((link(target.name), f"`{ways[0][2][0]}`", ", ".join(told)))
    words = (
        f"Entity diagram of {len(tables)} tables and their {count} foreign keys; the list below "
        "tells the same in words"
    )
    parts = [
        f"## {HEADING}",
        "An article is a row of `sources`. What was read in it stands in `reports` (somebody did "
        "something), `statements` (somebody said something) and `figures` (somebody gave a "
        "number), each with the characters that it was read from. Reports of one deed are joined "
        "into a row of `events`, statements of the same words into a row of `utterances`; and "
        "where several sources tell of one fact, `comparisons` says how they stand to each other "
        "and `sides` what each of them says.",
        f"[![{words}]({DIAGRAM})]({DIAGRAM})",
        "To join, look for the table that a column leads to:",
        grid(("table", "its key", "is what these columns name"), lines),
        "A `_id` that is empty leads nowhere: use a left join to keep its row. Columns with codes "
        "can be joined with the files in `codes/` by their column `code`.",
    ]
    return "\n\n".join(parts)
