"""A small invented dataset in which every rule holds: three sources, two captives' releases.

Two papers announce an exchange, a wire tells that it was carried out; they agree on both numbers,
give the length of a blockade in days and in weeks, and contradict each other on its dead, which a
ruling settles. Tests change one thing in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import polars as pl

from schemas.frames import frame
from schemas.tables import table
from tests import valid_figures, valid_rows
from tests.valid_figures import RULED
from tests.valid_texts import (
    DONE,
    PROMISED,
    TEXTS,
)
from validations.curation import Ruling
from validations.demands import (
    EventDemand,
    Expected,
    FigureDemand,
    OrderDemand,
    PromiseDemand,
    QuotationDemand,
    RatioDemand,
    SumDemand,
)
from validations.facts import EventPick, FactPick
from validations.published import PublishedId


@dataclass(frozen=True)
class Case:
    """Everything that the layers of shape and meaning are asked about."""

    tables: Mapping[str, pl.DataFrame]
    texts: Mapping[str, str]
    expected: Expected
    rulings: tuple[Ruling, ...]
    published: tuple[PublishedId, ...] = ()

    def changed(self, name: str, key: str, /, **cells: Any) -> "Case":
        """The same with other cells in the row of that key (its parts joined by `|`)."""
        keys = table(name).primary_key
        rows = self.tables[name].to_dicts()
        hit = [row for row in rows if "|".join(str(row[part]) for part in keys) == key]
        assert len(hit) == 1, f"{name} has no single row {key}"
        unknown = cells.keys() - hit[0].keys()
        assert not unknown, f"{name} has no column {unknown}"
        hit[0].update(cells)
        return self.with_rows(name, rows)

    def added(self, name: str, like: str, /, **cells: Any) -> "Case":
        """The same with one row more, equal to the row of that key but for some cells."""
        keys = table(name).primary_key
        rows = self.tables[name].to_dicts()
        hit = [row for row in rows if "|".join(str(row[part]) for part in keys) == like]
        assert len(hit) == 1, f"{name} has no single row {like}"
        return self.with_rows(name, [*rows, hit[0] | cells])

    def with_rows(self, name: str, rows: Sequence[Mapping[str, Any]]) -> "Case":
        schema = self.tables[name].schema
        built = pl.DataFrame(rows, schema=schema, strict=True)
        return replace(self, tables={**self.tables, name: built})

    def with_frame(self, name: str, built: pl.DataFrame) -> "Case":
        return replace(self, tables={**self.tables, name: built})


RELEASES = EventPick("RETREAT", "release", None, date(2031, 3, 1), date(2031, 3, 31))
SAILORS_FREED = FactPick("figure", RELEASES, "released", "XBE", "XAR", "person")
PILOTS_FREED = FactPick("figure", RELEASES, "released", "XAR", "XBE", "person")
ANNOUNCED = EventPick("RETREAT", "prisoner_exchange", "announced", PROMISED, PROMISED)
CARRIED_OUT = EventPick("RETREAT", "prisoner_exchange", "occurred", DONE, DONE)
BLOCKADED = EventPick("COERCE", None, None, date(2029, 1, 1), date(2029, 12, 31))
BLOCKADE_DEAD = FactPick("figure", BLOCKADED, "killed", None, None, "person")
BLOCKADE_LENGTH = FactPick("figure", BLOCKADED, None, None, None, "day")
EXPECTED = Expected(
    (
        FigureDemand(SAILORS_FREED, 12.0, 3, 2, ("agree",), "all sources count the sailors alike"),
        FigureDemand(BLOCKADE_LENGTH, 44.0, 2, 2, ("agree", "compatible"), "days fit the weeks"),
        FigureDemand(BLOCKADE_DEAD, 30.0, 2, 2, ("agree",), "the dead were counted once"),
    ),
    (
        EventDemand(
            CARRIED_OUT,
            ANNOUNCED,
            1,
            "the exchange was carried out as announced",
        ),
    ),
    (OrderDemand(ANNOUNCED, CARRIED_OUT, 1, 7, "it was to take place within a week"),),
    (SumDemand((SAILORS_FREED, PILOTS_FREED), 15.0, "all captives went home"),),
    (RatioDemand(SAILORS_FREED, PILOTS_FREED, 4.0, 1.0, "four for one"),),
    (PromiseDemand(ANNOUNCED, DONE, True, "the captives went home as announced"),),
    (QuotationDemand("we wish to live in peace", 2, "two papers print the statement"),),
)
RULINGS = (Ruling(BLOCKADE_DEAD, "daily-lamp", RULED, "a curator", date(2031, 4, 1)),)


def valid() -> Case:
    """The dataset in which every rule holds."""
    rows = {
        "sources": valid_rows.sources(),
        "events": valid_rows.events(),
        "reports": valid_rows.reports(),
        "participants": valid_rows.participants(),
        "statements": valid_rows.statements(),
        "utterances": valid_rows.utterances(),
        "figures": valid_figures.figures(),
        "comparisons": valid_figures.comparisons(),
        "sides": valid_figures.sides(),
        "actors": valid_rows.actors(),
        "places": valid_rows.places(),
    }
    tables = {name: frame(table(name), listed) for name, listed in rows.items()}
    return Case(tables, TEXTS, EXPECTED, RULINGS)
