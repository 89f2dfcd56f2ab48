"""The report on the screen: a line a table first, then the structure, then rows, old → new."""

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import polars as pl
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from scripts.diff.difference import Difference
from scripts.diff.owed import Level
from scripts.diff.telling import Told, arrow, counted, label, reason, short, structure, tally

#: Rows of one kind that are shown of a table, and changes of one kind of the structure.
SHOWN = 5
_ADDED = ("row_added", "code_added")
_WITHDRAWN = ("row_withdrawn", "code_removed")
_CORRECTED = ("value_corrected", "code_renamed", "code_retired", "code_reinstated", "code_reworded")
#: Kind of changed rows → colour; and the sign that stands before them → the same colour.
_COLOURS = {"row_added": "green", "row_withdrawn": "red", "value_corrected": "yellow"}
_SIGNS = {"+": "green", "-": "red", "~": "yellow"}
_LISTS = "code lists"
#: Told last, and those of one table together.
_DESCRIBED = ("package_described", "table_described", "column_described", "code_reworded")
_CELL = ("column", "old", "new")
#: Longest part of a key that is shown.
_PART = 40

More = Callable[[int], str]


def _number(count: int | None) -> str:
    return "-" if count is None else str(count)


def _summary(difference: Difference) -> Grid:
    """One line a table: rows before and after, and how many were added, corrected, withdrawn."""
    grid = Grid(box=None, pad_edge=False)
    grid.add_column("table")
    for title in ("before", "after", "added", "corrected", "withdrawn"):
        grid.add_column(title, justify="right")
    rows = difference.changes.select("table", "kind", "row_id").unique()
    for name, heights in difference.heights.items():
        own = rows.filter(pl.col("table") == name)
        counts = [
            own.filter(pl.col("kind").is_in(kinds))["row_id"].n_unique()
            for kinds in (_ADDED, _CORRECTED, _WITHDRAWN)
        ]
        if name in difference.codelists and not any(counts):
            continue  # A package has many of them, and most never change.
        title = f"{name} (codes)" if name in difference.codelists else name
        grid.add_row(escape(title), *map(_number, heights), *(str(n or "") for n in counts))
    return grid


def verdict(difference: Difference) -> str:
    """What the changes ask for, why, and whether the newer edition's number is enough."""
    old, new = difference.version_from, difference.version_to
    held = "is enough" if difference.is_enough else "is too small"
    if difference.owed is Level.NOTHING:
        return f"version owed: {old}, for nothing differs; {new} {held}"
    first = (
        " (before 1.0.0 the second number rises for MAJOR, the third for MINOR and PATCH)"
        if old.startswith("0.")
        else ""
    )
    return (
        f"version owed: {difference.owed.name}, for {reason(difference)}; after {old} that is "
        f"{difference.least} or more{first}, so {new} {held}"
    )


def _folded(difference: Difference, told: list[Told], shown: int) -> Iterator[str]:
    """What was only described otherwise: a line a table, and one for all code lists."""
    groups: dict[tuple[str, str], list[Told]] = {}
    for one in told:
        table = _LISTS if one.table in difference.codelists else one.table
        groups.setdefault((table, one.kind), []).append(one)
    for (table, kind), group in groups.items():
        head = f"{table}: " if table else ""
        if len(group) == 1:
            yield f"{group[0].table}: {group[0].text}" if table else group[0].text
            continue
        names = [one.table if table == _LISTS else one.subject for one in group]
        names = list(dict.fromkeys(names))
        left = f" and {len(names) - shown} more" if len(names) > shown else ""
        yield f"{head}{counted(kind, len(group))}: {', '.join(names[:shown])}{left}"


def _structure(difference: Difference, shown: int | None, more: More) -> Iterator[str]:
    """What may break a program first, then what was only described otherwise."""
    told = structure(difference)
    described = [one for one in told if one.kind in _DESCRIBED and shown is not None]
    rest = [one for one in told if one not in described]
    for (table, _), group in groupby(rest, key=lambda one: (one.table, one.kind)):
        lines = [f"{table}: {one.text}" if table else one.text for one in group]
        yield from lines[:shown]
        if shown is not None and len(lines) > shown:
            yield f"{table}: {more(len(lines) - shown)}" if table else more(len(lines) - shown)
    if shown is not None:
        yield from _folded(difference, described, shown)


def _id(row_id: str) -> str:
    """A row's id as it is shown: a part of a key may be a sentence, and is cut."""
    return "|".join(short(part, _PART) for part in row_id.split("|"))


def _corrected(lines: pl.DataFrame) -> Iterator[str]:
    """The corrected cells, a line each, under the row that they stand in."""
    for (row_id,), cells in lines.group_by("row_id", maintain_order=True):
        told = [f"{name}: {arrow(old, new)}" for name, old, new in cells.select(_CELL).rows()]
        yield "\n      ".join((f"~ {_id(str(row_id))}", *told))


def _whole(lines: pl.DataFrame) -> Iterator[str]:
    """A line for each row that only one edition has."""
    is_new = lines["kind"][0] == "row_added"
    sign, value, when = ("+", "new", "before") if is_new else ("-", "old", "now")
    for (row_id,), cells in lines.group_by("row_id", maintain_order=True):
        told = label(dict(cells.select("column", value).rows()), str(row_id))
        same = cells["same_as"][0]
        twin = "" if same is None else f" (same content as {same} {when})"
        yield f"{sign} {_id(str(row_id))}  {told}{twin}"


def _columns(lines: pl.DataFrame) -> str:
    """In which columns cells were corrected, the most frequent first."""
    counts = lines.group_by("column", maintain_order=True).len("n")
    counts = counts.sort("n", descending=True, maintain_order=True)
    return ", ".join(f"{name} {count}" for name, count in counts.rows())


def _rows(difference: Difference, shown: int | None, more: More) -> Iterator[tuple[str, list[str]]]:
    """Rows of each table: a heading, and of every kind no more lines than are to be shown."""
    changes = difference.changes.filter(pl.col("kind").is_in(tuple(_COLOURS)))
    for (table, kind), lines in changes.group_by("table", "kind", maintain_order=True):
        ids = lines["row_id"].unique(maintain_order=True)
        some = lines.filter(pl.col("row_id").is_in(ids.head(shown or len(ids)).implode()))
        title = f"{table}: {counted(str(kind), tally(lines)[str(kind)])}"
        if kind == "value_corrected":
            rows = "1 row" if len(ids) == 1 else f"{len(ids)} rows"
            title, told = f"{title} in {rows} ({_columns(lines)})", list(_corrected(some))
        else:
            twins = lines.filter(pl.col("same_as").is_not_null())["row_id"].n_unique()
            title += f", {twins} of them alike in content under another id" if twins else ""
            told = list(_whole(some))
        if len(ids) > len(told):
            told.append(more(len(ids) - len(told)))
        yield title, told


def print_report(
    difference: Difference, console: Console, written: Path | None = None, show_all: bool = False
) -> None:
    """Print what changed, the summary first.

    Args:
        difference: What changed.
        console: Where to.
        written: The file that holds all changes, if one was written.
        show_all: Leave nothing out.
    """
    shown = None if show_all else SHOWN

    def more(left: int) -> str:
        return f"and {left} more in {written}" if written else f"and {left} more (--all shows all)"

    versions = f"{difference.version_from} → {difference.version_to}"
    console.print(f"[bold]{escape(difference.name)}[/] {escape(versions)}")
    if difference.owed is Level.NOTHING:
        console.print(verdict(difference))
        return
    console.print()
    console.print(_summary(difference))
    console.print()
    console.print(escape(verdict(difference)))
    told = list(_structure(difference, shown, more))
    if told:
        console.print("\n[bold underline]Structure[/]")
    for line in told:
        console.print(f"  {escape(line)}")
    for title, lines in _rows(difference, shown, more):
        console.print(f"\n[bold]{escape(title)}[/]")
        for line in lines:
            colour = _SIGNS.get(line[0], "default")
            console.print(f"  [{colour}]{escape(line[0])}[/]{escape(line[1:])}")
