"""The Table Schemas and code lists as frozen values; reading them is all that happens here."""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

HERE = Path(__file__).parent

#: The order in which tables are written, checked and described; every JSON file in `tables/`.
TABLES = (
    "sources",
    "events",
    "reports",
    "participants",
    "statements",
    "utterances",
    "figures",
    "comparisons",
    "sides",
    "actors",
    "places",
)


class SchemaError(Exception):
    """A schema or code list is missing or cannot be read; the message says which and what to do."""


@dataclass(frozen=True)
class Field:
    """One column of a table, as its Table Schema declares it."""

    name: str
    type: str
    description: str
    title: str
    example: str | int | float | None
    required: bool
    pattern: str | None
    minimum: float | None
    maximum: float | None
    codes: str | None  #: name of the code list that holds its allowed values


@dataclass(frozen=True)
class ForeignKey:
    """Columns of a table whose values stand in the columns of another (or the same) table."""

    fields: tuple[str, ...]
    table: str
    reference: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table: its columns in file order and its keys."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    unique_keys: tuple[tuple[str, ...], ...]
    foreign_keys: tuple[ForeignKey, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names in file order."""
        return tuple(field.name for field in self.fields)

    def field(self, name: str) -> Field:
        """The column of that name; KeyError if the table has none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"table {self.name} has no column {name}")


@dataclass(frozen=True)
class Codelist:
    """One code list: its rows by code, in file order. Cells are text; empty means not given."""

    name: str
    rows: Mapping[str, Mapping[str, str]]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in file order."""
        return tuple(self.rows)


def _field(raw: Mapping[str, Any]) -> Field:
    limits = raw.get("constraints", {})
    return Field(
        name=raw["name"],
        type=raw["type"],
        description=raw["description"],
        title=raw["title"],
        example=raw.get("example"),
        required=bool(limits.get("required")),
        pattern=limits.get("pattern"),
        minimum=limits.get("minimum"),
        maximum=limits.get("maximum"),
        codes=raw.get("codes"),
    )


@cache
def table(name: str) -> Table:
    """The table of that name.

    Raises:
        SchemaError: if its Table Schema is missing or is not JSON.
    """
    return _table("tables", name)


@cache
def curated(name: str) -> Table:
    """The table of that name which a data set keeps in `curation/` and does not publish in `data/`.

    Raises:
        SchemaError: if its Table Schema is missing or is not JSON.
    """
    return _table("curated", name)


def _table(folder: str, name: str) -> Table:
    place = f"schemas/{folder}/{name}.json"
    try:
        raw = json.loads((HERE / folder / f"{name}.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SchemaError(f"{place} is missing; restore it from version control") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise SchemaError(f"{place} is not valid JSON: {error}") from error
    return Table(
        name=raw["name"],
        title=raw["title"],
        description=raw["description"],
        fields=tuple(_field(field) for field in raw["fields"]),
        primary_key=tuple(raw["primaryKey"]),
        unique_keys=tuple(tuple(key) for key in raw.get("uniqueKeys", ())),
        foreign_keys=tuple(
            ForeignKey(
                tuple(key["fields"]),
                key["reference"].get("resource", raw["name"]),
                tuple(key["reference"]["fields"]),
            )
            for key in raw.get("foreignKeys", ())
        ),
    )


def tables() -> tuple[Table, ...]:
    """All tables, in the order in which they are written."""
    return tuple(table(name) for name in TABLES)


@cache
def codelist(name: str) -> Codelist:
    """The code list of that name; its first column is the code.

    Raises:
        SchemaError: if its CSV is missing, has no `code` column or holds a code twice.
    """
    path = HERE / "codes" / f"{name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except FileNotFoundError:
        raise SchemaError(
            f"code list schemas/codes/{name}.csv is missing; restore it from version control"
        ) from None
    except UnicodeDecodeError as error:
        raise SchemaError(f"code list schemas/codes/{name}.csv is not UTF-8: {error}") from error
    if not rows:
        raise SchemaError(f"code list schemas/codes/{name}.csv holds no code")
    key = next(iter(rows[0]))
    by_code = {row[key]: MappingProxyType(row) for row in rows}
    if len(by_code) != len(rows):
        raise SchemaError(f"code list schemas/codes/{name}.csv holds a code twice")
    return Codelist(name, MappingProxyType(by_code))


def codelists() -> tuple[str, ...]:
    """Names of the code lists that some column of some table uses, sorted."""
    return tuple(
        sorted({field.codes for t in tables() for field in t.fields if field.codes is not None})
    )
