"""A package as it is traced: cells as they are published, code lists, and articles that are proven.

Cells stay text, as in the files. Nothing but the standard library reads them, so that a row is
shown at once.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from schemas.tables import TABLES, SchemaError, Table
from schemas.tables import table as declared
from scripts.read.files import InputError
from validations.files import DESCRIPTOR
from validations.sums import digest

#: Column → cell, as the file has it; empty means missing.
Row = Mapping[str, str]


@dataclass(frozen=True)
class Unproven:
    """Why the words of a row cannot be shown in their sentence; what to do about it."""

    why: str


@dataclass(frozen=True, eq=False)
class Edition:
    """One package, wherever it was opened.

    folder: where its files are. name: what the user called it.
    """

    folder: Path
    name: str
    _read: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    _keys: dict[tuple[str, str], Mapping[str, list[Row]]] = field(default_factory=dict)
    _texts: dict[str, str | Unproven] = field(default_factory=dict)

    def rows(self, table: str) -> Sequence[Row]:
        """The rows of a table; none where the package has no such table.

        Raises:
            InputError: if its file is missing, though the descriptor names it, or is no CSV.
        """
        if table not in self._read:
            self._read[table] = tuple(self._rows(f"data/{table}.csv"))
        return self._read[table]

    def where(self, table: str, column: str, value: str) -> Sequence[Row]:
        """The rows of a table with a value in a column, in file order."""
        if (table, column) not in self._keys:
            by_value: dict[str, list[Row]] = {}
            for row in self.rows(table):
                by_value.setdefault(row.get(column, ""), []).append(row)
            self._keys[table, column] = by_value
        return self._keys[table, column].get(value, ()) if value else ()

    def row(self, table: str, value: str) -> Row:
        """The row of a table with this key, which is one column; {} where there is none."""
        found = self.where(table, declared(table).primary_key[0], value)
        return found[0] if found else {}

    @cached_property
    def codelists(self) -> Mapping[str, Mapping[str, Row]]:
        """Name of a code list → code → its entry, in file order."""
        return {
            path.stem: {next(iter(row.values())): row for row in self._rows(f"codes/{path.name}")}
            for path in sorted((self.folder / "codes").glob("*.csv"))
        }

    @cached_property
    def version(self) -> str:
        """The version that the package says it is."""
        return str(self._descriptor.get("version", ""))

    @cached_property
    def _descriptor(self) -> Mapping[str, object]:
        try:
            read = json.loads((self.folder / DESCRIPTOR).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return read if isinstance(read, dict) else {}

    def loose(self, path: str) -> Sequence[Row]:
        """The rows of a CSV file that a package may have and need not."""
        try:
            with (self.folder / path).open(encoding="utf-8", newline="") as file:
                return [{k: v or "" for k, v in row.items() if k} for row in csv.DictReader(file)]
        except (OSError, UnicodeDecodeError, csv.Error):
            return ()

    def _rows(self, path: str) -> Iterator[Row]:
        try:
            with (self.folder / path).open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file, strict=True):
                    yield {name: cell or "" for name, cell in row.items() if name}
        except FileNotFoundError:
            listed = self._descriptor.get("resources")
            named = [one.get("path") for one in listed] if isinstance(listed, list) else [path]
            if path in named:
                raise self._broken(path, "is missing") from None
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise self._broken(path, f"cannot be read as CSV in UTF-8: {error}") from error

    def _broken(self, path: str, what: str) -> InputError:
        return InputError(
            f"{path} in {self.name} {what}; build the package again, or get the release again"
        )

    def article(self, source: Row) -> str | Unproven:
        """The text of an article, if it is the one that the rows were read from."""
        path = source.get("path", "")
        if path not in self._texts:
            self._texts[path] = self._article(path, source.get("sha256", ""))
        return self._texts[path]

    def _article(self, path: str, sha256: str) -> str | Unproven:
        try:
            content = (self.folder / path).read_bytes()
        except OSError:
            return Unproven(f"{path} is missing, so its words cannot be shown in their sentence")
        if digest(content) != sha256:
            return Unproven(
                f"{path} is not the text that was read: its SHA-256 is not the one in "
                "data/sources.csv, so offsets do not fit it. Build the package again, or get the "
                "release again"
            )
        return content.decode("utf-8", "replace")


def tables_of(edition: Edition) -> Iterator[Table]:
    """The tables that the package has, in the order in which they are written.

    Raises:
        InputError: if it has none of them.
    """
    known = [declared(name) for name in TABLES]
    there = [one for one in known if edition.rows(one.name)]
    if not there:
        raise InputError(f"{edition.name} holds no rows; build the package again")
    yield from there


def key_of(table: str, row: Row, *, escaped: bool = False) -> str:
    """The id of a row: its primary key, the parts of a compound one joined by `|`.

    Args:
        table: The table.
        row: The row.
        escaped: Whether a part that holds a `|` itself has a backslash before it, as changes.csv
            writes it.
    """
    names = declared(table).primary_key
    parts = [row.get(name, "") for name in names]
    if escaped and len(names) > 1:
        parts = [part.replace("\\", "\\\\").replace("|", "\\|") for part in parts]
    return "|".join(parts)


def codes_of(table: str, column: str) -> str | None:
    """The code list that a column's cells are from; None where they are from none."""
    try:
        return declared(table).field(column).codes
    except (KeyError, SchemaError):
        return None
