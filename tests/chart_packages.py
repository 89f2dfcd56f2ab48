"""Packages with just the tables that charts are drawn from."""

import csv
import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from schemas.tables import table
from scripts.trace.edition import Edition

CODES = Path(__file__).parent.parent / "schemas" / "codes"
Row = Mapping[str, str]


def package(folder: Path, **tables: Sequence[Row]) -> Edition:
    """Write tables, each by its name, and open them; cells that are not given are empty."""
    shutil.copytree(CODES, folder / "codes")
    (folder / "data").mkdir()
    for name, rows in tables.items():
        with (folder / "data" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table(name).columns)
            writer.writeheader()
            writer.writerows(rows)
    (folder / "datapackage.json").write_text(json.dumps({"resources": []}), encoding="utf-8")
    return Edition(folder, "the package")


def event(number: int, first: str = "", last: str = "", precision: str = "day", **more: str) -> Row:
    """An event between two days; an undated one without."""
    dates = {"start_date": first, "end_date": last or first, "date_precision": precision}
    told = {"event_id": f"e-{number:012x}", "type": "CONSULT", "modality": "occurred"}
    return told | (dates if first else {}) | more


def part(number: int, actor: str, role: str = "source") -> Row:
    """An actor's part in an event."""
    ids = {"event_id": f"e-{number:012x}", "report_id": f"r-{number:012x}"}
    return ids | {"role": role, "actor_id": actor}


def comparison(number: int, verdict: str = "agree", **more: str) -> Row:
    """A comparison of a number of people."""
    ids = {"comparison_id": f"c-{number:012x}", "about": "figure", "event_id": "e-000000000001"}
    return ids | {"measure": "killed", "unit": "person", "verdict": verdict} | more


def side(number: int, source: str, low: str, high: str, **more: str) -> Row:
    """What a source says in it."""
    ids = {"comparison_id": f"c-{number:012x}", "source_id": source}
    words = {"value_text": f"{low} to {high} people", "modality": "occurred"}
    return ids | words | {"low": low, "high": high} | more
