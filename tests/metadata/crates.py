"""Does rocrate read `ro-crate-metadata.json` back whole, and is it as RO-Crate 1.2 asks.

There is no validator that works without network, so the rules of the standard that this record can
break are asked here: required properties, links that lead somewhere, files that are there, terms of
the vocabulary (as rocrate brings it along).
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import rocrate
from rocrate.rocrate import ROCrate

from tests.metadata.seeded import packages, replaced, run

RECORD = "ro-crate-metadata.json"
_VOCABULARY = Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld"


def _links(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _links(one)
    elif isinstance(value, dict):
        yield value["@id"]


def _terms(entity: dict[str, Any]) -> Iterator[str]:
    types = entity["@type"]
    yield from types if isinstance(types, list) else [types]
    yield from (key for key in entity if not key.startswith("@"))


def _rules(package: Path, graph: list[dict[str, Any]]) -> Iterator[str]:
    linked = {one["@id"]: one for one in graph}
    if len(linked) != len(graph):
        yield "two entities have one @id"
    root = linked["./"]
    for key in ("name", "description", "datePublished", "license"):
        if not root.get(key):
            yield f"the root has no {key}"
    vocabulary = json.loads(_VOCABULARY.read_text(encoding="utf-8"))["@context"]
    for entity in graph:
        for key, value in entity.items():
            for target in _links(value) if key != "conformsTo" else ():
                if target not in linked:
                    yield f"{entity['@id']}: {key} leads to {target}, which is not there"
        for term in _terms(entity):
            if term not in vocabulary:
                yield f"{entity['@id']}: {term} is no term of RO-Crate"
        if entity["@type"] == "File" and not (package / unquote(entity["@id"])).is_file():
            yield f"{entity['@id']} is no file of the package"
    parts = set(_links(root["hasPart"]))
    yield from (
        f"{one['@id']} is no part of the root"
        for one in graph
        if one["@type"] == "File" and one["@id"] not in parts
    )


def validate(package: Path) -> list[str]:
    graph = json.loads((package / RECORD).read_text(encoding="utf-8"))["@graph"]
    crate = ROCrate(package)
    wrong = list(_rules(package, graph))
    if str(crate.version) != "1.2":
        wrong.append(f"read as RO-Crate {crate.version}")
    if len(list(crate.get_entities())) != len(graph):
        wrong.append("rocrate reads fewer or more entities than there are")
    (made,) = (one for one in crate.contextual_entities if one.type == "CreateAction")
    if not made["instrument"] or not made["result"]:
        wrong.append("the action has no instrument or no result")
    return wrong


FAULTS = {
    "a root without licence": replaced(RECORD, '"license"', '"usageInfo"'),
    "a link to nowhere": replaced(RECORD, '"@id": "#software"', '"@id": "#hardware"'),
    "a file that is not there": lambda package: (package / "data" / "figures.csv").unlink(),
    "a term of no vocabulary": replaced(RECORD, '"encodingFormat"', '"fileType"'),
    "another standard": replaced(RECORD, 'ro/crate/1.2"', 'ro/crate/1.1"'),
    "no root": replaced(RECORD, '"@id": "./"', '"@id": "../"'),
}

if __name__ == "__main__":
    sys.exit(bool(run(RECORD, validate, FAULTS, packages())))
