"""`ro-crate-metadata.json`: the package as a Research Object Crate, after RO-Crate 1.2.

The root stands for the data set, each file is an entity, and one action tells which software made
which tables of which articles. Who ran it is not recorded; the creators answer for the result.
"""

from pathlib import PurePosixPath

from scripts.publish.contributors import Contributor
from scripts.publish.diagram import DIAGRAM
from scripts.publish.metadata import PackageMeta
from scripts.publish.records import (
    PARQUET,
    SOFTWARE,
    SOFTWARE_DOES,
    Json,
    articles,
    given,
    json_text,
    link,
    originals,
    period,
    sha256,
    tables,
    titles,
)
from scripts.publish.views import VIEWS

ROCRATE = "ro-crate-metadata.json"
_STANDARD = "https://w3id.org/ro/crate/1.2"
_SOFTWARE_ID, _ACTION_ID, _PUBLISHER_ID = "#software", "#build", "#publisher"


def _to(*ids: str) -> Json | list[Json] | None:
    """References to other entities."""
    listed = [{"@id": one} for one in dict.fromkeys(ids)]
    return listed[0] if len(listed) == 1 else listed or None


def _maker_id(package: PackageMeta, one: Contributor) -> str:
    return one.orcid or f"#contributor-{package.contributors.index(one) + 1}"


def _makers(package: PackageMeta) -> list[Json]:
    return [
        given(
            {
                "@id": _maker_id(package, one),
                "@type": "Person" if one.kind == "person" else "Organization",
                "name": one.title,
                "givenName": one.given_name,
                "familyName": one.family_name,
                "affiliation": one.affiliation,
                "url": one.path,
            }
        )
        for one in package.contributors
    ]


def _terms(package: PackageMeta) -> list[Json]:
    return [
        {
            "@id": one.path,
            "@type": "CreativeWork",
            "name": one.title,
            "identifier": one.name,
            "description": f"Terms of use; scope: {one.scope}.",
        }
        for one in package.licenses
    ]


def _file(resource: Json) -> Json:
    return given(
        {
            "@id": link(resource["path"]),
            "@type": "File",
            "name": resource["title"],
            "description": resource.get("description"),
            "encodingFormat": resource["mediatype"],
            "contentSize": str(resource["bytes"]),
            "sha256": sha256(resource),
            "isBasedOn": _to(*titles(resource.get("sources", ()))),
        }
    )


def _parquet(resource: Json) -> Json:
    path = PurePosixPath(resource["path"]).with_suffix(".parquet").as_posix()
    return {
        "@id": link(path),
        "@type": "File",
        "name": f"{resource['title']} as Parquet",
        "description": f"The rows of {resource['path']}, with types.",
        "encodingFormat": PARQUET,
    }


def _described_files(profile: str) -> list[Json]:
    return [
        {
            "@id": "datapackage.json",
            "@type": "File",
            "name": "Data Package descriptor",
            "description": "Types, keys, code lists, sizes and hashes of the tables.",
            "encodingFormat": "application/json",
            "conformsTo": {"@id": profile},
        },
        {
            "@id": profile,
            "@type": ["CreativeWork", "Profile"],
            "name": "Data Package 2.0",
        },
        {
            "@id": "README.md",
            "@type": "File",
            "name": "Data dictionary",
            "description": "What each table, column and code means, and how to read them.",
            "encodingFormat": "text/markdown",
        },
        {
            "@id": DIAGRAM,
            "@type": "File",
            "name": "Diagram of the tables",
            "description": "The tables and the keys that join them.",
            "encodingFormat": "image/svg+xml",
        },
        {
            "@id": VIEWS,
            "@type": "File",
            "name": "Views",
            "description": "SQL for DuckDB that opens the tables and joins them as views.",
            "encodingFormat": "application/sql",
        },
    ]


def _action(package: PackageMeta, described: Json, results: list[str]) -> list[Json]:
    return [
        given(
            {
                "@id": _ACTION_ID,
                "@type": "CreateAction",
                "name": f"Build with {SOFTWARE}",
                "instrument": _to(_SOFTWARE_ID),
                "agent": _to(*(_maker_id(package, one) for one in package.creators)),
                "object": _to(*(link(one["path"]) for one in articles(described))),
                "result": _to(*results),
                "endTime": package.day,
            }
        ),
        {
            "@id": _SOFTWARE_ID,
            "@type": "SoftwareApplication",
            "name": SOFTWARE,
            "description": SOFTWARE_DOES,
        },
    ]


def _root(package: PackageMeta, described: Json, parts: list[str]) -> Json:
    return given(
        {
            "@id": "./",
            "@type": "Dataset",
            "name": described["title"],
            "alternateName": described["name"],
            "description": described["description"],
            "version": described["version"],
            "datePublished": package.day,
            "license": _to(*(one.path for one in package.licenses)),
            "author": _to(*(_maker_id(package, one) for one in package.creators)),
            "publisher": _to(_PUBLISHER_ID) if package.publisher else None,
            "identifier": described.get("id"),
            "cite-as": package.id,
            "creditText": described.get("bibliographicCitation"),
            "url": package.homepage,
            "keywords": described.get("keywords"),
            "temporalCoverage": period(described),
            "isBasedOn": _to(*originals(described)),
            "mentions": _to(_ACTION_ID),
            "hasPart": _to(*parts),
        }
    )


def rocrate_json(package: PackageMeta, described: Json) -> str | None:
    """The text of `ro-crate-metadata.json`.

    Args:
        package: Name, version, terms.
        described: The finished descriptor.

    Returns:
        JSON-LD; None where nobody dated, licensed or signed the package.
    """
    if not package.citable:
        return None
    rows = tables(described)
    parquet = [_parquet(one) for one in rows]
    files = [*map(_file, described["resources"]), *parquet, *_described_files(described["$schema"])]
    results = [link(one["path"]) for one in rows] + [one["@id"] for one in parquet]
    parts = [one["@id"] for one in files if one["@type"] == "File"]
    publisher = {"@id": _PUBLISHER_ID, "@type": "Organization", "name": package.publisher}
    entities = [
        {
            "@id": ROCRATE,
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": _STANDARD},
        },
        _root(package, described, parts),
        *files,
        *_action(package, described, results),
        *_makers(package),
        *([publisher] if package.publisher else []),
        *_terms(package),
        *(
            {"@id": address, "@type": "CreativeWork", "name": title, "url": address}
            for address, title in originals(described).items()
        ),
    ]
    unique = {one["@id"]: one for one in reversed(entities)}
    graph = [one for one in entities if unique[one["@id"]] is one]
    return json_text({"@context": f"{_STANDARD}/context", "@graph": graph})
