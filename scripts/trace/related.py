"""What belongs to a row in other tables: the reports of an event, the words of an actor."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from schemas.tables import TABLES
from schemas.tables import table as declared
from scripts.trace.brief import brief
from scripts.trace.edition import Edition, Row, key_of
from scripts.trace.parts import Heading, Line, Part
from scripts.trace.rows import listed, more

#: Table → (heading, other table, its column that holds the row's key).
_HAVE: Mapping[str, Sequence[tuple[str, str, str]]] = MappingProxyType(
    {
        "sources": (
            ("Events that it tells of", "reports", "source_id"),
            ("Words that it gives as somebody's", "statements", "source_id"),
            ("Numbers that it prints", "figures", "source_id"),
        ),
        "events": (
            ("Told by", "reports", "event_id"),
            ("Numbers of it", "figures", "event_id"),
            ("Events that are parts of it", "events", "part_of_event_id"),
            ("Carried out by", "events", "fulfils_event_id"),
        ),
        "utterances": (("Printed in", "statements", "utterance_id"),),
        "reports": (("Who took part, by this report", "participants", "report_id"),),
        "figures": (("Figures that are parts of it", "figures", "subset_of_figure_id"),),
        "statements": (("Numbers in these words", "figures", "statement_id"),),
        "actors": (
            ("Takes part in", "participants", "actor_id"),
            ("Its words", "statements", "speaker_id"),
            ("Words of those who speak for it", "statements", "affiliation_id"),
            ("Numbers of its people", "figures", "of_actor_id"),
            ("Numbers of what it did", "figures", "by_actor_id"),
            ("Comparisons of its claims", "comparisons", "claimed_by_actor_id"),
            ("Actors of this country", "actors", "country_id"),
            ("Places in this country", "places", "country_id"),
        ),
        "places": (
            ("Events there", "events", "place_id"),
            ("Told there by", "reports", "place_id"),
        ),
    }
)


def related(edition: Edition, table: str, row: Row, limit: int | None) -> Iterator[Part]:
    """The rows of other tables that belong to a row, with their sentences.

    Args:
        edition: The package.
        table: The table of the row.
        row: The row.
        limit: As many of each kind are shown; None shows all.
    """
    key = key_of(table, row)
    for heading, other, column in _HAVE.get(table, ()):
        rows = edition.where(other, column, key)
        if column == "affiliation_id":
            rows = [one for one in rows if one.get("speaker_id") != key]  # shown as its own words
        yield from listed(edition, heading, other, rows, limit)
    if table == "reports":
        told = edition.where("reports", "event_id", row.get("event_id", ""))
        others = [one for one in told if one["report_id"] != row["report_id"]]
        yield from listed(edition, "Other reports of the same event", "reports", others, limit)


def code(edition: Edition, codelist: str, row: Row, limit: int | None) -> Iterator[Part]:
    """A code: what it means, when it is used, and the rows that bear it."""
    value = next(iter(row.values()))
    yield Heading(f"code {value} of codes/{codelist}.csv: {row.get('title', '')}".rstrip(": "), 0)
    yield Line(row.get("description", ""))
    if row.get("use_when"):
        yield Line(f"used when: {row['use_when']}")
    for name, told in (("deprecated_in", "no longer used since"), ("replaced_by", "now")):
        if row.get(name):
            yield Line(f"{told} {row[name]}")
    known = {next(iter(row)), "title", "description", "use_when", "deprecated_in", "replaced_by"}
    for name, cell in row.items():
        if name not in known and cell:
            yield Line(f"{name}: {cell}")
    uses = [
        (name, field.name)
        for name in TABLES
        for field in declared(name).fields
        if field.codes == codelist
    ]
    yield Heading("Where it stands")
    for name, column in uses:
        yield from _uses(edition, name, column, value, limit)


def rule(edition: Edition, table: str, row: Row, limit: int | None) -> Iterator[Part]:
    """A rule of `found_by`: what it looks for, and the rows that it found."""
    yield Heading(f"rule {row['rule']} of {table}.found_by", 0)
    yield Line(row["meaning"])
    yield Heading("Where it stands")
    yield from _uses(edition, table, "found_by", row["rule"], limit)


def _uses(
    edition: Edition, table: str, column: str, value: str, limit: int | None
) -> Iterator[Part]:
    found = edition.where(table, column, value)
    total = len(edition.rows(table))
    yield Line(f"{table}.{column}: {len(found)} of {total} rows", style="bold")
    for one in found[:limit]:
        by = f" (in {one['source_id']})" if one.get("source_id") else ""
        yield Line(f"{key_of(table, one)}: {brief(edition, table, one)}{by}", 4)
    if limit is not None and len(found) > limit:
        yield more(len(found) - limit)
