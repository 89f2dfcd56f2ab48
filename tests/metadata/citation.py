"""Is `CITATION.cff` one that cffconvert takes, and does it say the same after conversion."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cffconvert import Citation
from ruamel.yaml import YAML

from tests.metadata.seeded import packages, replaced, run

RECORD = "CITATION.cff"


def _read_back(text: str, descriptor: Any) -> Iterator[str]:
    """Where YAML 1.2 reads another text than the descriptor has; our own reader is of YAML 1.1."""
    read = YAML(typ="safe").load(text)
    same = {"title": "title", "version": "version", "abstract": "description"}
    for here, there in {**same, "keywords": "keywords"}.items():
        if read.get(here) != descriptor.get(there):
            yield f"{here} is not the {there} of the descriptor: {read.get(here)!r}"


def _for_zenodo(citation: Citation, ours: Any) -> Iterator[str]:
    """Where Zenodo would be told something else if it read CITATION.cff."""
    theirs = json.loads(citation.as_zenodo())
    for key in ("title", "version", "keywords", "publication_date"):
        if theirs.get(key) != ours.get(key):
            yield f"cffconvert makes another {key} than .zenodo.json has"
    if [one["name"] for one in theirs["creators"]] != [one["name"] for one in ours["creators"]]:
        yield "cffconvert makes other creators than .zenodo.json has"


def validate(package: Path) -> list[str]:
    text = (package / RECORD).read_text(encoding="utf-8")
    citation = Citation(text, src=RECORD)
    citation.validate()
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    wrong = list(_read_back(text, descriptor))
    zenodo = package / ".zenodo.json"
    if zenodo.exists():
        wrong += _for_zenodo(citation, json.loads(zenodo.read_text(encoding="utf-8")))
    converted = (citation.as_bibtex(), citation.as_apalike(), citation.as_ris())
    return wrong + [
        f"the title is lost in conversion: {one}"
        for one in converted
        if descriptor["title"] not in one
    ]


FAULTS = {
    "no title": replaced(RECORD, "title:", "titel:"),
    "another day": replaced(RECORD, "date-released: 2", "date-released: x2"),
    "a licence of no list": replaced(RECORD, "license: CC-BY-4.0", "license: CC BY"),
    "no authors": replaced(RECORD, "authors:", "author:"),
    "another version": replaced(RECORD, "\nversion: ", "\nversion: 1"),
}

if __name__ == "__main__":
    sys.exit(bool(run(RECORD, validate, FAULTS, packages())))
