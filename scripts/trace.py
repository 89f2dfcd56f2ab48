"""Trace a row: its sentence with the span marked, its source, its rule, who says the same."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl
from rich.console import Console, Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from schemas.tables import tables
from scripts.read.files import InputError
from scripts.read.sentences import sentences
from validations.package import read_tables

Row = Mapping[str, object]
_KEYS = {table.name: table.primary_key[0] for table in tables()}
#: Rows of another table that are shown of one relation; the rest are counted.
_SHOWN = 20
#: What else to show of a row of one table: rows of another that have its id in this column.
_FOLLOW = {
    "sources": (("reports", "source_id"), ("statements", "source_id"), ("figures", "source_id")),
    "events": (("reports", "event_id"), ("figures", "event_id"), ("comparisons", "event_id")),
    "utterances": (("statements", "utterance_id"), ("comparisons", "utterance_id")),
    "comparisons": (("sides", "comparison_id"),),
    "reports": (("participants", "report_id"), ("sides", "report_id")),
    "figures": (("sides", "figure_id"),),
    "statements": (("figures", "statement_id"), ("sides", "statement_id")),
    "actors": (
        ("participants", "actor_id"),
        ("statements", "speaker_id"),
        ("actors", "country_id"),
    ),
    "places": (("reports", "place_id"),),
}


def trace(row_id: str, dataset: Path, console: Console) -> None:
    """Print what is known of a row.

    Args:
        row_id: Id of a row of any table that has one (figure, statement, report, event, …).
        dataset: Folder of a built package.
        console: Where to print.

    Raises:
        InputError: if no table has a row of that id, or the package cannot be read.
    """
    frames = _read(dataset)
    for name, key in _KEYS.items():
        if name in {"participants", "sides"}:
            continue
        hit = frames[name].filter(pl.col(key) == row_id)
        if hit.height:
            console.print(Group(*_story(name, hit.row(0, named=True), frames, dataset)))
            return
    raise InputError(
        f"no row has the id {row_id} in {dataset}; ids stand in the first column of data/*.csv"
    )


def _read(dataset: Path) -> Mapping[str, pl.DataFrame]:
    frames, unread = read_tables(dataset)
    if unread:
        raise InputError(f"{dataset}: {unread[0].sentence}")
    return frames


def _story(
    name: str, row: Row, frames: Mapping[str, pl.DataFrame], dataset: Path
) -> Iterator[RenderableType]:
    yield Text(f"{name[:-1]} {row[_KEYS[name]]}", style="bold")
    grid = Grid.grid(padding=(0, 2))
    grid.add_column()
    grid.add_column(overflow="fold")
    for column, value in row.items():
        if value is not None:
            grid.add_row(Text(column, style="cyan"), Text(str(value)))
    yield grid
    if row.get("char_start") is not None:
        yield Text()
        yield from _sentence(row, frames, dataset)
    for other, column in _FOLLOW.get(name, ()):
        related = frames[other].filter(pl.col(column) == row[_KEYS[name]])
        for found in related.head(_SHOWN).iter_rows(named=True):
            if other != "sides":
                yield from _related(other, found, frames, dataset)
            elif name == "comparisons":
                yield from _side(found, frames, dataset)
            else:
                yield from _comparison(found, frames, dataset)
        if related.height > _SHOWN:
            yield Text(f"\nand {related.height - _SHOWN} more in data/{other}.csv")


def _related(
    table: str, row: Row, frames: Mapping[str, pl.DataFrame], dataset: Path
) -> Iterator[RenderableType]:
    """A row of another table in short: its sentence, or what it says where it has none."""
    if row.get("char_start") is None:
        said = row.get("note") or row.get("name") or ""
        yield Text(f"\n{table[:-1]} {row[_KEYS[table]]}: {said}")
        return
    label = str(row[_KEYS[table]])
    if table == "participants":
        label = f"{row['actor_id']} as {row['role']} in {row['report_id']}"
    yield Text()
    yield from _sentence(row, frames, dataset, label)


def _comparison(
    side: Row, frames: Mapping[str, pl.DataFrame], dataset: Path
) -> Iterator[RenderableType]:
    rows = frames["comparisons"].filter(pl.col("comparison_id") == side["comparison_id"])
    for row in rows.iter_rows(named=True):
        yield Text(f"\n{row['verdict']}: {row['note']} ({row['comparison_id']})", style="bold")
        if row["ruling"]:
            yield Text(f"  ruling: {row['ruling']}")
        others = frames["sides"].filter(pl.col("comparison_id") == side["comparison_id"])
        for other in others.iter_rows(named=True):
            yield from _side(other, frames, dataset)


def _side(side: Row, frames: Mapping[str, pl.DataFrame], dataset: Path) -> Iterator[RenderableType]:
    yield Text(f"\n  {side['source_id']}: {side['value_text']} ({side['family']})")
    for table in ("figures", "reports", "statements"):
        key = _KEYS[table]
        if side[key] is not None:
            for row in frames[table].filter(pl.col(key) == side[key]).iter_rows(named=True):
                yield from _sentence(row, frames, dataset)
            return


def _sentence(
    row: Row, frames: Mapping[str, pl.DataFrame], dataset: Path, label: str = ""
) -> Iterator[RenderableType]:
    """The sentence around a span, the span marked, and where it stands."""
    source = _source_of(row, frames)
    path = dataset / str(source["path"])
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        raise InputError(f"{path} is missing; build the package anew") from None
    start, end = int(str(row["char_start"])), int(str(row["char_end"]))
    first, last = _around(text, start, end)
    marked = Text("  ")
    marked.append(text[first:start])
    marked.append(f"⟦{text[start:end]}⟧", style="bold")  # seen without colours too
    marked.append(text[end:last])
    if not marked.plain.strip():
        return
    yield marked
    named = source["title"] or source["source_id"]
    who = f"{source['publisher']}, " if source["publisher"] else ""
    yield Text(
        f"  {label + ': ' if label else ''}{who}“{named}” — {source['path']}:{start}-{end}"
        + (f", found by {row['found_by']}" if row.get("found_by") else ""),
        style="dim",
    )


def _source_of(row: Row, frames: Mapping[str, pl.DataFrame]) -> Row:
    """The source that a row was read from; that of its report for a participant."""
    source_id = row.get("source_id")
    if source_id is None:
        reports = frames["reports"].filter(pl.col("report_id") == row["report_id"])
        source_id = reports["source_id"].item()
    return frames["sources"].filter(pl.col("source_id") == source_id).row(0, named=True)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """First and last offset of the sentences that a span touches."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    touched = [(a, b) for a, b in sentences(text, line_start, line_end) if a < end and start < b]
    return (touched[0][0], touched[-1][1]) if touched else (line_start, line_end)
