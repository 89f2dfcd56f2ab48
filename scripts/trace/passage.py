"""The sentence that a row was read from, with its span, or why it cannot be shown."""

from dataclasses import dataclass

from scripts.read.sentences import sentences
from scripts.trace.edition import Edition, Row, Unproven

#: Table → the column that holds the words of a row's span.
WORDS = {
    "figures": "text",
    "statements": "quote",
    "reports": "trigger_text",
    "participants": "text",
}


@dataclass(frozen=True)
class Passage:
    """Words in their sentence. line: of the file, from 1. start, end: offsets into the file."""

    before: str
    marked: str
    behind: str
    path: str
    line: int
    start: int
    end: int


def source_of(edition: Edition, row: Row) -> Row:
    """The source that a row was read from: its own, or that of its report."""
    source_id = row.get("source_id")
    if source_id is None:
        source_id = edition.row("reports", row.get("report_id", "")).get("source_id", "")
    return edition.row("sources", source_id)


def passage(edition: Edition, table: str, row: Row) -> Passage | Unproven:
    """The sentence of a row; refused where the article is not the one that was read.

    Args:
        edition: The package.
        table: One of WORDS.
        row: A row of it.
    """
    source = source_of(edition, row)
    text = edition.article(source)
    if isinstance(text, Unproven):
        return text
    path = source["path"]
    try:
        start, end = int(row["char_start"]), int(row["char_end"])
    except (KeyError, ValueError):
        return Unproven(f"data/{table}.csv gives no offsets into {path}; build the package again")
    if text[start:end] != row.get(WORDS[table]) or start == end:
        return Unproven(
            f"characters {start} to {end} of {path} are not the words that data/{table}.csv gives, "
            "so one of the two was changed by hand; build the package again"
        )
    first, last = _around(text, start, end)
    return Passage(
        text[first:start],
        text[start:end],
        text[end:last],
        path,
        text.count("\n", 0, start) + 1,
        start,
        end,
    )


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """First and last offset of the sentences that a span touches."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    touched = [(a, b) for a, b in sentences(text, line_start, line_end) if a < end and start < b]
    return (touched[0][0], touched[-1][1]) if touched else (line_start, line_end)
