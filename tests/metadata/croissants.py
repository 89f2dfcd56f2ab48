"""Does mlcroissant take `croissant.json`, and read every table by it as it stands in the CSV."""

import csv
import hashlib
import json
import logging
import sys
from pathlib import Path
from typing import Any

import mlcroissant
import pandas as pd

from tests.metadata.seeded import Fault, packages, replaced, run

RECORD = "croissant.json"


#: mlcroissant reads CSV with the defaults of pandas, which takes these texts for no text.
_TAKEN_FOR_MISSING = {"", "NA", "None", "nan"}
#: What the standard requires and mlcroissant 1.1.1 does not; `url` is left out where there is none.
_ASKED = {
    "conformsTo",
    "creator",
    "datePublished",
    "description",
    "distribution",
    "license",
    "name",
}


def _numeral(value: bytes, cell: str) -> bool:
    """Whether a text of digits was read as the number that pandas makes of it (371 as 371.0)."""
    try:
        return float(value) == float(cell)
    except ValueError:
        return False


def _cell(value: Any, cell: str) -> bool:
    """Whether a value that was read is what the cell of the CSV says."""
    if value is None or pd.isna(value):
        return cell in _TAKEN_FOR_MISSING
    if isinstance(value, bytes):
        return value.decode("utf-8") == cell or _numeral(value, cell)
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat() == cell
    if isinstance(value, bool):
        return str(value).lower() == cell.lower()
    return float(value) == float(cell)


def _rows(dataset: Any, name: str, path: Path) -> list[str]:
    """Where the records that are read differ from the rows of the CSV."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    records = list(dataset.records(name))
    if len(records) != len(rows):
        return [f"{name}: {len(records)} records are read of {len(rows)} rows"]
    return [
        f"{name}, row {number}, {column}: {record[f'{name}/{column}']!r} is read for {cell!r}"
        for number, (record, row) in enumerate(zip(records, rows, strict=True), start=1)
        for column, cell in row.items()
        if not _cell(record[f"{name}/{column}"], cell)
    ][:5]


def validate(package: Path) -> list[str]:
    dataset = mlcroissant.Dataset(package / RECORD)
    issues = dataset.metadata.ctx.issues
    wrong = sorted({*issues.errors, *issues.warnings})
    record = json.loads((package / RECORD).read_text(encoding="utf-8"))
    wrong += [f"{key} is missing, which the standard asks for" for key in _ASKED - record.keys()]
    for entry in record["distribution"]:
        content = (package / entry["contentUrl"]).read_bytes()
        if hashlib.sha256(content).hexdigest() != entry["sha256"]:
            wrong.append(f"{entry['@id']}: another hash than the file has")
        if entry["contentSize"] != f"{len(content)} B":
            wrong.append(f"{entry['@id']}: another size than the file has")
    for table in record["recordSet"]:
        path = package / table["field"][0]["source"]["fileObject"]["@id"]
        wrong += _rows(dataset, table["@id"], path)
    return wrong


def _without(key: str) -> Fault:
    """The fault of a file without an entry."""

    def damage(package: Path) -> None:
        record = json.loads((package / RECORD).read_text(encoding="utf-8"))
        del record["distribution"][0][key]
        (package / RECORD).write_text(json.dumps(record), encoding="utf-8")

    return damage


def _other_rows(package: Path) -> None:
    path = package / "data" / "figures.csv"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n").rpartition("\n")[0] + "\n")


FAULTS = {
    "no name": replaced(RECORD, '\n  "name":', '\n  "label":'),
    "a type of no vocabulary": replaced(RECORD, '"sc:Date"', '"sc:Datum"'),
    "a column that is not in the file": replaced(RECORD, '"column": "title"', '"column": "x"'),
    "a file that is not described": replaced(RECORD, '"@id": "data/events.csv"', '"@id": "x.csv"'),
    "a file without hash": _without("sha256"),
    "a file without format": _without("encodingFormat"),
    "a row that is gone from a file": _other_rows,
}

if __name__ == "__main__":
    logging.getLogger("absl").setLevel(logging.ERROR)
    sys.exit(bool(run(RECORD, validate, FAULTS, packages())))
