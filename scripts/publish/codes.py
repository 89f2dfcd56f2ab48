"""The code lists that a package needs, as small tables of their own.

Only lists that some column uses are published. The registers of actors and places are not: the
tables `actors` and `places` hold of them what a package needs.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from schemas.tables import Codelist, Field, codelist, codelists
from scripts.read.files import InputError

#: Column of a code list → type, title, what it says. Most lists have the first six and no other.
_COLUMNS = {
    "code": ("string", "Code", "The value as it stands in the tables."),
    "title": ("string", "Title", "The code in words."),
    "description": ("string", "Description", "What it means."),
    "use_when": ("string", "Use when", "Words or cases that lead to it."),
    "deprecated_in": ("string", "Deprecated in", "Version since which it is no longer given."),
    "replaced_by": ("string", "Replaced by", "Code that took its place."),
    "low": ("string", "Low", "Least value its words allow, where v is the value as stated."),
    "high": ("string", "High", "Greatest value its words allow, where v is the value as stated."),
    "unit_class": ("string", "Unit class", "Units of one class are compared with each other."),
    "base_unit": ("string", "Base unit", "Unit that values are converted to when compared."),
    "base_factor": ("number", "Base factor", "What a value is multiplied by for that."),
    "cooperation": ("string", "Cooperation", "Verbal or material, cooperation or conflict."),
    "type": ("string", "Type", "Event type that the code belongs to."),
    "runs": (
        "string",
        "Runs",
        "How a count goes on after the event: up, any (up or down), or empty where it stands.",
    ),
}


@dataclass(frozen=True)
class CodeColumn:
    """One column of a code list, as the descriptor declares it."""

    name: str
    type: str
    title: str
    description: str


def code_columns(codes: Codelist) -> tuple[CodeColumn, ...]:
    """The columns of a code list in file order; the first is its key.

    Raises:
        InputError: if the list has a column whose meaning is not declared here.
    """
    names = next(iter(codes.rows.values())).keys()
    unknown = sorted(names - _COLUMNS.keys())
    if unknown:
        raise InputError(
            f"code list schemas/codes/{codes.name}.csv has a column {unknown[0]} of no meaning; "
            "say in scripts/publish/codes.py what it holds"
        )
    return tuple(CodeColumn(name, *_COLUMNS[name]) for name in names)


def published_codelists() -> tuple[Codelist, ...]:
    """The code lists that some column uses, sorted by name."""
    return tuple(codelist(name) for name in codelists())


def used_by(field: Field) -> Codelist | None:
    """The code list that a column takes its values from, if it has one."""
    return None if field.codes is None else codelist(field.codes)


def write_codes(codes: Codelist, path: Path) -> None:
    """Write a code list as CSV, in the form of the tables; makes the folder if need be.

    Raises:
        InputError: if the list has a column whose meaning is not declared.
    """
    columns = [column.name for column in code_columns(codes)]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(codes.rows.values())
