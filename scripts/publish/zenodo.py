"""`.zenodo.json`: what Zenodo writes into the record of a deposit.

Zenodo reads it from a repository whose releases it archives, and leaves `CITATION.cff` alone where
it stands; so both are made of the same metadata.
"""

from html import escape

from scripts.publish.contributors import Contributor
from scripts.publish.metadata import PackageMeta
from scripts.publish.records import Json, data_licenses, given, json_text, originals, roles_beside

ZENODO = ".zenodo.json"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text, quote=False)}</p>"


def _name(one: Contributor) -> Json:
    """Zenodo takes an ORCID iD without the address before it."""
    bare = one.orcid.removeprefix("https://orcid.org/") if one.orcid else None
    return given({"name": one.inverted, "affiliation": one.affiliation, "orcid": bare})


def _contributors(package: PackageMeta) -> list[Json]:
    return [{**_name(one), "type": role} for one, role in roles_beside(package)]


def zenodo_json(package: PackageMeta, described: Json) -> str | None:
    """The text of `.zenodo.json`.

    Args:
        package: Name, version, terms.
        described: The finished descriptor.

    Returns:
        JSON; None where nobody dated, licensed or signed the package, or its terms are not of the
        SPDX list: Zenodo knows no others, and would put down terms of its own.
    """
    if not package.citable or not data_licenses(package)[0].listed:
        return None
    record = {
        "upload_type": "dataset",
        "title": described["title"],
        "version": described["version"],
        "publication_date": package.day,
        "creators": [_name(one) for one in package.creators],
        "contributors": _contributors(package),
        "description": _paragraph(described["description"]),
        "notes": "".join(_paragraph(one.text) for one in package.caveats),
        "access_right": "open",
        # NOTE: Zenodo's list has the SPDX names in small letters and refuses others.
        "license": data_licenses(package)[0].name.lower(),
        "keywords": described.get("keywords"),
        "related_identifiers": [
            {"identifier": address, "relation": "isDerivedFrom", "scheme": "url"}
            for address in originals(described)
        ],
    }
    return json_text(given(record))
