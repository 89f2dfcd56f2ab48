"""A row as it is traced: its words, its source, what it says and how it was found."""

from collections.abc import Iterator, Sequence

from schemas.tables import table as declared
from scripts.publish.rules import rules_of
from scripts.trace.brief import brief, day_of, meaning
from scripts.trace.edition import Edition, Row, Unproven, key_of
from scripts.trace.history import since
from scripts.trace.parts import Doubt, Facts, Heading, Line, Part, Words
from scripts.trace.passage import WORDS, passage, source_of

#: Table → columns that are told in other words.
_ELSEWHERE = {
    **dict.fromkeys(WORDS, frozenset({"char_start", "char_end", "found_by"})),
    "comparisons": frozenset({"verdict", "note", "ruling", "source_count", "independent_count"}),
}


def title(table: str, row: Row) -> Heading:
    """What kind of row it is, its id, and what such a row stands for."""
    what = declared(table).description.removeprefix("One row is ").rstrip(".")
    return Heading(f"{table[:-1]} {key_of(table, row)}: {what}", 0)


def words(edition: Edition, table: str, row: Row, indent: int = 2) -> Iterator[Part]:
    """The sentence of a row, its words marked, and where it stands; or why it cannot be shown."""
    found = passage(edition, table, row)
    if isinstance(found, Unproven):
        yield Line(f"{row.get(WORDS[table], '')}", indent)
        yield Doubt(found.why, indent)
        return
    yield Words(found.before, found.marked, found.behind, indent)
    where = f"{found.path}, line {found.line}, characters {found.start} to {found.end}"
    yield Line(where, indent, "dim")


def one_row(edition: Edition, table: str, row: Row) -> Iterator[Part]:
    """Everything that a row says by itself."""
    yield title(table, row)
    first = since(edition, key_of(table, row))
    if first:
        yield Line(f"published under this id since version {first}", 0)
    if table in WORDS:
        yield Heading("Its words in the article")
        found = list(words(edition, table, row))
        yield from found
        if not any(isinstance(part, Doubt) for part in found):
            yield Line("the file is the one that was read: its SHA-256 is that of sources.csv")
    if table in WORDS or table == "sides":
        yield Heading("Source")
        yield from source(edition, source_of(edition, row))
    yield Heading("What the row says")
    yield Facts(list(_facts(edition, table, row)))
    rule = row.get("found_by")
    if rule:
        yield Heading("How it was found")
        known = rules_of(table).get(rule, "a rule of an earlier or later version of concord")
        yield Line(f"by a program, with the rule {rule}: {known}")


def source(edition: Edition, row: Row) -> Iterator[Part]:
    """Title, publisher, day and how it is known, address, kind of text and rights of a source."""
    if not row:
        yield Doubt("data/sources.csv lacks the source; build the package again")
        return
    name = row.get("title") or row["source_id"]
    yield Line(", ".join(filter(None, [f"“{name}”", row.get("publisher", "")])))
    how = meaning(edition, "sources", "published_basis", row.get("published_basis", ""))
    day = day_of(row) or "on a day that nobody knows"
    yield Line(f"published {day} ({row.get('published_basis', '')}: {how.rstrip('.')})")
    if row.get("byline"):
        yield Line(f"by {row['byline']}")
    if row.get("url"):
        yield Line(row["url"])
    if row.get("derived_from"):
        yield Line(f"taken over from {row['derived_from']}")
    kind = meaning(edition, "sources", "basis", row.get("basis", ""))
    yield Line(f"text in the package: {row.get('basis', '')} ({kind.rstrip('.')})")
    if row.get("rights"):
        yield Line(f"rights: {row['rights']}")


def _facts(edition: Edition, table: str, row: Row) -> Iterator[tuple[str, str, str]]:
    """(column, cell, what it means) of every filled cell that is told nowhere else."""
    schema = declared(table)
    refers = {key.fields[0]: key.table for key in schema.foreign_keys if len(key.fields) == 1}
    shown = {*_ELSEWHERE.get(table, ()), WORDS.get(table, "")}
    if len(schema.primary_key) == 1:
        shown.add(schema.primary_key[0])
    for column, cell in row.items():
        if not cell or column in shown:
            continue
        means = meaning(edition, table, column, cell)
        if column in refers:
            other = edition.row(refers[column], cell)
            means = brief(edition, refers[column], other) if other else "no such row"
        yield column, cell, f"  ({means.rstrip('.')})" if means else ""


def listed(
    edition: Edition, heading: str, table: str, rows: Sequence[Row], limit: int | None
) -> Iterator[Part]:
    """Rows of a table under a heading, each with its words; the rest is counted."""
    if not rows:
        return
    yield Heading(f"{heading} ({len(rows)})")
    for row in rows[:limit]:
        yield Line(f"{key_of(table, row)}: {brief(edition, table, row)}", style="bold")
        if table in WORDS:
            yield from words(edition, table, row, 4)
    if limit is not None and len(rows) > limit:
        yield more(len(rows) - limit)


def more(number: int) -> Line:
    """What stands for rows that are left out."""
    return Line(f"… and {number} more; add --all to see them", style="bold")
