"""Whole tables of the articles in `tests/articles`, which are invented, people and events alike.

`python -m tests.golden_tables` writes them anew. Then read `git diff tests/golden` row by row: each
change must be one that you meant.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from schemas.tables import table
from scripts.build import make_tables
from scripts.read.files import read_articles

ARTICLES = Path(__file__).parent / "articles"
GOLDEN = Path(__file__).parent / "golden"
COMMAND = "python -m tests.golden_tables"

Row = Mapping[str, str]


def given() -> dict[str, list[dict[str, str]]]:
    """Table → the rows that the articles give now, as text."""
    articles = list(read_articles(ARTICLES, []))
    tables, _ = make_tables(articles, (), lambda step, what: None, [])
    return {name: [_text(row) for row in frame.to_dicts()] for name, frame in tables.items()}


def kept() -> dict[str, list[dict[str, str]]]:
    """Table → the rows that were looked at and kept."""
    rows = {}
    for path in sorted(GOLDEN.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows[path.stem] = list(csv.DictReader(file))
    return rows


def differences(name: str, old: list[dict[str, str]], new: list[dict[str, str]]) -> Iterator[str]:
    """What differs between two readings of a table, a line a row or a cell."""
    keys = table(name).primary_key
    before = {tuple(row[key] for key in keys): row for row in old}
    after = {tuple(row[key] for key in keys): row for row in new}
    for key in sorted(before.keys() | after.keys()):
        was, now = before.get(key), after.get(key)
        if was is None or now is None:
            sign, row = ("+", now) if was is None else ("-", was)
            yield f"{sign} {name}: {_brief(row or {})}"
            continue
        for column in sorted(was.keys() | now.keys()):
            if was.get(column) != now.get(column):
                cell = f"{was.get(column)!r} → {now.get(column)!r}"
                yield f"~ {name} {' '.join(key)}: {column} {cell}"


def _brief(row: Row) -> str:
    return ", ".join(f"{column}={cell}" for column, cell in row.items() if cell)


def _text(row: Mapping[str, object]) -> dict[str, str]:
    return {
        column: "" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)
        for column, cell in row.items()
    }


def write() -> None:
    """Write the golden tables as the articles give them now."""
    GOLDEN.mkdir(exist_ok=True)
    for name, rows in given().items():
        with (GOLDEN / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table(name).columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    write()
