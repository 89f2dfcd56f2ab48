"""The five records for catalogues in the words of `package.toml`, whatever form each has."""

import html
import json
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from scripts.publish.citation import CITATION, citation_cff
from scripts.publish.croissant import CROISSANT, croissant_json
from scripts.publish.datacite import DATACITE, datacite_json
from scripts.publish.metadata import PackageMeta
from scripts.publish.rocrate import ROCRATE, rocrate_json
from scripts.publish.zenodo import ZENODO, zenodo_json
from tests.small_package import FULL

RECORDS = {
    CITATION: citation_cff,
    DATACITE: datacite_json,
    CROISSANT: croissant_json,
    ROCRATE: rocrate_json,
    ZENODO: zenodo_json,
}


def entities(crate: Any) -> dict[str, Any]:
    return {one["@id"]: one for one in crate["@graph"]}


def said(name: str, text: str) -> dict[str, Any]:
    """What a record says of what all of them say, in the words of `package.toml`."""
    record: Any = yaml.safe_load(text) if name == CITATION else json.loads(text)
    if name == CITATION:
        authors = [
            one.get("name") or f"{one['given-names']} {one['family-names']}"
            for one in record["authors"]
        ]
        return {
            "title": record["title"],
            "description": record["abstract"],
            "version": record["version"],
            "created": record["date-released"],
            "license": record["license"],
            "creators": authors,
            "keywords": record["keywords"],
        }
    if name == DATACITE:
        return {
            "title": record["titles"][0]["title"],
            "description": record["descriptions"][0]["description"],
            "version": record["version"],
            "created": date.fromisoformat(record["dates"][0]["date"]),
            "license": record["rightsList"][0]["rightsIdentifier"],
            "creators": [" ".join(reversed(one["name"].split(", "))) for one in record["creators"]],
            "keywords": [one["subject"] for one in record["subjects"]],
        }
    if name == ZENODO:
        return {
            "title": record["title"],
            "description": html.unescape(record["description"])[3:-4],
            "version": record["version"],
            "created": date.fromisoformat(record["publication_date"]),
            "license": record["license"].upper(),
            "creators": [" ".join(reversed(one["name"].split(", "))) for one in record["creators"]],
            "keywords": record["keywords"],
        }
    linked = entities(record) if name == ROCRATE else {}
    root = linked["./"] if name == ROCRATE else record
    makers = root["author"] if name == ROCRATE else root["creator"]
    listed = makers if isinstance(makers, list) else [makers]
    terms = linked[root["license"]["@id"]]["identifier"] if name == ROCRATE else root["license"][0]
    return {
        "title": root["name"],
        "description": root["description"],
        "version": root["version"],
        "created": date.fromisoformat(root["datePublished"]),
        "license": terms,
        "creators": [(linked.get(one.get("@id")) or one)["name"] for one in listed],
        "keywords": root["keywords"],
    }


def described(package: PackageMeta, small: Path) -> dict[str, Any]:
    """The descriptor that a build would write for these metadata and the rows of the small set."""
    found = json.loads((small / "datapackage.json").read_text(encoding="utf-8"))
    return {
        **found,
        "title": package.title,
        "description": package.description,
        "version": package.version,
        "keywords": list(package.keywords),
    }


def full(small: Path) -> dict[str, Any]:
    """name → record of the package with everything that package.toml can say, as JSON or YAML."""
    texts = {name: write(FULL, described(FULL, small)) for name, write in RECORDS.items()}
    return {
        name: yaml.safe_load(text or "") if name == CITATION else json.loads(text or "")
        for name, text in texts.items()
    }
