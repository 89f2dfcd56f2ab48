"""What linking hands on: rows by column name, and all of them together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

#: A row of a table by column name, dates as `datetime.date`, None where a cell is empty.
Row = dict[str, Any]


@dataclass(frozen=True)
class Linked:
    """The tables after linking, rows of each in the order of their place in the articles.

    origins: source_id → the origin it rests on, itself or the wire or outlet it repeats.
    rests_on: report_id or figure_id → the statement that it passes on, where it passes one on.
    """

    sources: tuple[Row, ...]
    events: tuple[Row, ...]
    reports: tuple[Row, ...]
    participants: tuple[Row, ...]
    figures: tuple[Row, ...]
    statements: tuple[Row, ...]
    utterances: tuple[Row, ...]
    actors: tuple[Row, ...] = ()
    places: tuple[Row, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    rests_on: Mapping[str, str] = field(default_factory=dict)


def by_key(rows: Iterable[Row], column: str) -> dict[Any, list[Row]]:
    """Rows grouped by the value of a column, groups and rows in the order they come in."""
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.get(column), []).append(row)
    return groups


def in_text(rows: Iterable[Row]) -> list[Row]:
    """Rows sorted by source and place in its text, so that the order they came in is forgotten."""
    return sorted(
        rows,
        key=lambda row: (
            row["source_id"],
            row["char_start"],
            row["char_end"],
            str(row.get("type") or ""),
            str(row.get("mode") or ""),
        ),
    )
