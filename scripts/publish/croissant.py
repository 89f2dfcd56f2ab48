"""`croissant.json`: the package as JSON-LD in the vocabulary of Croissant 1.1.

Croissant extends schema.org/Dataset, so search engines read the same file. Each file of the package
is a FileObject with its hash, each table a RecordSet with its key; code lists are enumerations.

A foreign key is written as a reference to a column of a file. The standard also allows a reference
to a field, but mlcroissant 1.1.1 joins tables by those, and loses and doubles rows where a table
has several keys or a key to itself. It also reads CSV with the defaults of pandas, whatever type a
field has: a code of digits in a column with gaps, such as 371, comes out as the text 371.0.
"""

from pathlib import PurePosixPath

from scripts.publish.contributors import Contributor
from scripts.publish.metadata import PackageMeta
from scripts.publish.records import (
    SOFTWARE,
    SOFTWARE_DOES,
    Json,
    articles,
    given,
    is_codelist,
    json_text,
    link,
    originals,
    period,
    sha256,
    tabular,
    titles,
)

CROISSANT = "croissant.json"
_STANDARD = "http://mlcommons.org/croissant/1.1"
_RAI = "http://mlcommons.org/croissant/RAI/1.0"
#: Type of a column → data type of its field.
_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}
#: Terms of Croissant that stand under their own name in the file.
_TERMS = (
    "arrayShape",
    "citeAs",
    "column",
    "containedIn",
    "equivalentProperty",
    "extract",
    "field",
    "fileObject",
    "fileProperty",
    "fileSet",
    "format",
    "includes",
    "isArray",
    "isLiveDataset",
    "jsonPath",
    "key",
    "md5",
    "parentField",
    "path",
    "recordSet",
    "references",
    "regex",
    "repeated",
    "replace",
    "samplingRate",
    "separator",
    "source",
    "subField",
    "transform",
)
#: The context that the standard lays down (its appendix 1), and PROV.
_CONTEXT: Json = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "conformsTo": "dct:conformsTo",
    **{term: f"cr:{term}" for term in _TERMS},
    "data": {"@id": "cr:data", "@type": "@json"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "name": {"@container": "@language"},
    "description": {"@container": "@language"},
}


def _maker(one: Contributor) -> Json:
    person = one.kind == "person"
    return given(
        {
            "@type": "sc:Person" if person else "sc:Organization",
            "name": one.title,
            "givenName": one.given_name,
            "familyName": one.family_name,
            "identifier": one.orcid,
            "url": one.path or one.orcid,
            "affiliation": {"@type": "sc:Organization", "name": one.affiliation}
            if one.affiliation
            else None,
        }
    )


def _file(resource: Json, made_from: list[Json]) -> Json:
    path = resource["path"]
    return given(
        {
            "@type": "cr:FileObject",
            "@id": link(path),
            "name": PurePosixPath(path).name,
            "description": resource["title"],
            "contentUrl": link(path),
            "contentSize": f"{resource['bytes']} B",
            "encodingFormat": resource["mediatype"],
            "sha256": sha256(resource),
            "prov:wasDerivedFrom": made_from,
        }
    )


def _files(described: Json) -> list[Json]:
    texts = articles(described)
    all_texts = [{"@id": link(one["path"])} for one in texts]
    made = [_file(one, [] if is_codelist(one) else all_texts) for one in tabular(described)]
    return made + [
        _file(one, [{"@id": address} for address in titles(one.get("sources", ()))])
        for one in texts
    ]


def _references(resource: Json, paths: dict[str, str]) -> dict[str, Json]:
    """Column → the column of a file that its values are found in."""
    found: dict[str, Json] = {}
    for key in resource["schema"].get("foreignKeys", ()):
        target = key["reference"].get("resource") or resource["name"]
        if len(key["fields"]) == 1:
            to = {"column": key["reference"]["fields"][0]}
            found.setdefault(
                key["fields"][0], {"fileObject": {"@id": link(paths[target])}, "extract": to}
            )
    return found


def _record_set(resource: Json, paths: dict[str, str]) -> Json:
    name, codes = resource["name"], is_codelist(resource)
    references = _references(resource, paths)
    fields = [
        given(
            {
                "@type": "cr:Field",
                "@id": f"{name}/{field['name']}",
                "name": field["name"],
                "description": field["description"],
                "dataType": _TYPES[field["type"]],
                # An enumeration has to say which field names its members for people.
                "equivalentProperty": "sc:name" if codes and field["name"] == "title" else None,
                "source": {
                    "fileObject": {"@id": link(resource["path"])},
                    "extract": {"column": field["name"]},
                },
                "references": references.get(field["name"]),
            }
        )
        for field in resource["schema"]["fields"]
    ]
    return given(
        {
            "@type": "cr:RecordSet",
            "@id": name,
            "name": name,
            "description": resource["description"],
            "dataType": "sc:Enumeration" if codes else None,
            "key": [{"@id": f"{name}/{column}"} for column in resource["schema"]["primaryKey"]],
            "field": fields,
        }
    )


def _measured(described: Json) -> list[Json]:
    """What the figures measure: the codes of every column whose list is that of the measures."""
    found: dict[str, Json] = {}
    for resource in tabular(described):
        listed = {
            key["fields"][0]
            for key in resource["schema"].get("foreignKeys", ())
            if key["reference"].get("resource") == "measures"
        }
        for field in resource["schema"]["fields"]:
            for code in (
                field.get("constraints", {}).get("enum", ()) if field["name"] in listed else ()
            ):
                words = code.replace("_", " ")
                found.setdefault(code, {"@type": "sc:PropertyValue", "name": words})
    return list(found.values())


def _activity(described: Json) -> Json:
    return given(
        {
            "@type": "prov:Activity",
            "name": f"Build with {SOFTWARE}",
            "prov:used": [{"@id": link(one["path"])} for one in articles(described)],
            "prov:wasAssociatedWith": {
                "@type": "prov:SoftwareAgent",
                "name": SOFTWARE,
                "description": SOFTWARE_DOES,
            },
        }
    )


def croissant_json(package: PackageMeta, described: Json) -> str | None:
    """The text of `croissant.json`.

    Args:
        package: Name, version, terms.
        described: The finished descriptor.

    Returns:
        JSON-LD; None where nobody dated, licensed or signed the package.
    """
    if not package.citable:
        return None
    paths = {one["name"]: one["path"] for one in described["resources"]}
    caveats = [one.text for one in package.caveats]
    record = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": [_STANDARD, _RAI] if caveats else _STANDARD,
        "name": described["title"],
        "alternateName": described["name"],
        "description": described["description"],
        "version": described["version"],
        "datePublished": package.day,
        "identifier": described.get("id"),
        "url": package.homepage or package.id,
        "license": list(dict.fromkeys(one.path for one in package.licenses)),
        "creator": [_maker(one) for one in package.creators],
        "publisher": {"@type": "sc:Organization", "name": package.publisher}
        if package.publisher
        else None,
        "keywords": described.get("keywords"),
        "citeAs": described.get("bibliographicCitation"),
        "temporalCoverage": period(described),
        "variableMeasured": _measured(described),
        "isBasedOn": [
            {"@type": "sc:CreativeWork", "name": title, "url": address}
            for address, title in originals(described).items()
        ],
        "rai:dataLimitations": caveats,
        "prov:wasGeneratedBy": _activity(described),
        "distribution": _files(described),
        "recordSet": [_record_set(one, paths) for one in tabular(described)],
    }
    return json_text(given(record))
