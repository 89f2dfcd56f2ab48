"""Is `datacite.json` of the DataCite schema 4.5, and can it be sent as XML."""

import json
import sys
from pathlib import Path

from datacite import schema45

from tests.metadata.seeded import packages, replaced, run

RECORD = "datacite.json"


def validate(package: Path) -> list[str]:
    record = json.loads((package / RECORD).read_text(encoding="utf-8"))
    wrong = [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
        for error in schema45.validator.iter_errors(record)
    ]
    xml = schema45.tostring(record)
    return wrong + [
        f"creator {one['name']} is lost in the XML"
        for one in record["creators"]
        if one["name"].replace("&", "&amp;").replace("<", "&lt;") not in xml
    ]


FAULTS = {
    "no year of publication": replaced(RECORD, '"publicationYear"', '"year"'),
    "a type of no list": replaced(RECORD, '"resourceTypeGeneral": "D', '"resourceTypeGeneral": "d'),
    "a relation of no list": replaced(RECORD, '"IsDerivedFrom"', '"derivedFrom"'),
    "a publisher that is a text": replaced(RECORD, '"publisher": {', '"publisher": "x", "y": {'),
}

if __name__ == "__main__":
    sys.exit(bool(run(RECORD, validate, FAULTS, packages())))
