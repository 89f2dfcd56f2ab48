"""One change, before it becomes a line of the frame of all changes."""

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass

import polars as pl

from scripts.diff.difference import CHANGES


@dataclass(frozen=True)
class Change:
    """One line of `Difference.changes`, fields in that order."""

    table: str
    row_id: str | None
    kind: str
    column: str | None
    old: str | None
    new: str | None
    same_as: str | None = None


def framed(changes: Iterable[Change]) -> pl.DataFrame:
    """Changes as a frame with the columns of CHANGES."""
    return pl.DataFrame([astuple(change) for change in changes], schema=CHANGES, orient="row")


def told(value: object) -> str | None:
    """A value of a descriptor as text: a text as it is, everything else as JSON."""
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
