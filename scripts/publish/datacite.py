"""`datacite.json`: the record that is deposited with a DOI, after the DataCite schema 4.5.

Mandatory values that are not known bear DataCite's codes: `:tba` stands for a publisher to be named
at the deposit. A DOI is left out as long as there is none, because the schema takes no code for it;
whoever deposits the record sends it with the prefix of the archive.
"""

from scripts.publish.contributors import Contributor
from scripts.publish.metadata import PackageMeta
from scripts.publish.records import (
    PARQUET,
    Json,
    given,
    json_text,
    originals,
    period,
    roles_beside,
    tables,
)

DATACITE = "datacite.json"
_TO_BE_ANNOUNCED = ":tba"
_SPDX = {"rightsIdentifierScheme": "SPDX", "schemeUri": "https://spdx.org/licenses/"}


def _name(one: Contributor) -> Json:
    person = one.kind == "person"
    orcid = {
        "nameIdentifier": one.orcid,
        "nameIdentifierScheme": "ORCID",
        "schemeUri": "https://orcid.org",
    }
    return given(
        {
            "name": one.inverted,
            "nameType": "Personal" if person else "Organizational",
            "givenName": one.given_name,
            "familyName": one.family_name,
            "nameIdentifiers": [orcid] if one.orcid else None,
            "affiliation": [{"name": one.affiliation}] if one.affiliation else None,
        }
    )


def _contributors(package: PackageMeta) -> list[Json]:
    """One entry a role; DataCite lists creators apart."""
    return [{**_name(one), "contributorType": role} for one, role in roles_beside(package)]


def _rights(package: PackageMeta) -> list[Json]:
    found: dict[str, Json] = {}
    for one in package.licenses:
        spdx = {"rightsIdentifier": one.name, **_SPDX} if one.listed else {}
        found.setdefault(one.path, {"rights": one.title, "rightsUri": one.path, **spdx})
    return list(found.values())


def _related(package: PackageMeta, described: Json) -> list[Json]:
    made_from = [
        {
            "relatedIdentifier": address,
            "relatedIdentifierType": "URL",
            "relationType": "IsDerivedFrom",
        }
        for address in originals(described)
    ]
    if package.version_of is None:
        return made_from
    of_all = {"relatedIdentifier": package.version_of, "relatedIdentifierType": "DOI"}
    return [{**of_all, "relationType": "IsVersionOf"}, *made_from]


def _dates(package: PackageMeta, described: Json) -> list[Json]:
    dates: list[Json] = [{"date": package.day, "dateType": "Issued"}]
    covered = period(described)
    if covered:
        about = "days that the dated events of the data set may fall on"
        dates.append({"date": covered, "dateType": "Other", "dateInformation": about})
    return dates


def _sizes(described: Json) -> list[str]:
    rows = sum(one["concord:rows"] for one in tables(described))
    size = sum(one["bytes"] for one in described["resources"])
    return [f"{len(tables(described))} tables with {rows} rows", f"{size} bytes"]


def _formats(described: Json) -> list[str]:
    kinds = {one["mediatype"] for one in described["resources"]}
    return sorted({*kinds, PARQUET})


def _descriptions(package: PackageMeta, described: Json) -> list[Json]:
    caveats = dict.fromkeys(one.text for one in package.caveats)
    return [
        {"description": described["description"], "descriptionType": "Abstract"},
        *({"description": text, "descriptionType": "Other"} for text in caveats),
    ]


def datacite_json(package: PackageMeta, described: Json) -> str | None:
    """The text of `datacite.json`.

    Args:
        package: Name, version, terms.
        described: The finished descriptor.

    Returns:
        JSON; None where nobody dated, licensed or signed the package.
    """
    if not package.citable:
        return None
    own = described.get("id") if package.doi is None else None
    record = {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "doi": package.doi,
        "alternateIdentifiers": [{"alternateIdentifier": own, "alternateIdentifierType": "URN"}]
        if own
        else None,
        "url": package.homepage,
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Data package"},
        "titles": [{"title": described["title"]}],
        "creators": [_name(one) for one in package.creators],
        "publisher": {"name": package.publisher or _TO_BE_ANNOUNCED},
        "publicationYear": package.day[:4],
        "version": described["version"],
        "dates": _dates(package, described),
        "contributors": _contributors(package),
        "subjects": [{"subject": word} for word in described.get("keywords", ())],
        "descriptions": _descriptions(package, described),
        "rightsList": _rights(package),
        "relatedIdentifiers": _related(package, described),
        "sizes": _sizes(described),
        "formats": _formats(described),
    }
    return json_text(given(record))
