"""Tables and metadata → `datapackage.json`, a Data Package 2.0 descriptor.

Readers differ, so what one of them rejects is left out: no `fieldsMatch`, no lists, no labelled
missing values. Each table bears `profile` beside `type`, because R's reader asks for the older of
the two, and `enum` as well as a foreign key to the code list, because it makes factors of `enum`.
"""

import uuid
from collections.abc import Collection, Mapping
from pathlib import Path

import polars as pl

from schemas.tables import Codelist, Field, Table, codelist
from schemas.tables import tables as declared
from scripts.publish.article_resources import article_resources, source_entry
from scripts.publish.codes import code_columns, published_codelists, used_by
from scripts.publish.contributors import Contributor
from scripts.publish.coverage import related, temporal
from scripts.publish.dictionary.terms import citation
from scripts.publish.metadata import PackageMeta
from scripts.publish.records import Json, given
from validations.sums import Stamp, stamp

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
#: Of the ids that are made from content.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, _PROFILE)


def _constraints(field: Field) -> Json:
    codes = used_by(field)
    limits: Json = {
        "required": field.required or None,
        "pattern": field.pattern,
        "minimum": _whole(field.minimum),
        "maximum": _whole(field.maximum),
        "enum": list(codes.codes) if codes else None,
    }
    return given(limits)


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _field(field: Field) -> Json:
    described: Json = {
        "name": field.name,
        "type": field.type,
        "title": field.title,
        "description": field.description,
    }
    if field.example is not None:
        described["example"] = str(field.example)
    constraints = _constraints(field)
    if constraints:
        described["constraints"] = constraints
    return described


def _schema(table: Table) -> Json:
    links = [
        {
            "fields": list(key.fields),
            "reference": {
                # A key to the table itself names no resource; readers of both editions agree on it.
                **({} if key.table == table.name else {"resource": key.table}),
                "fields": list(key.reference),
            },
        }
        for key in table.foreign_keys
    ]
    links += [
        {
            "fields": [field.name],
            "reference": {"resource": field.codes, "fields": [_key(codelist(field.codes))]},
        }
        for field in table.fields
        if field.codes
    ]
    schema: Json = {"fields": [_field(field) for field in table.fields], "missingValues": [""]}
    schema["primaryKey"] = list(table.primary_key)
    if table.unique_keys:
        schema["uniqueKeys"] = [list(key) for key in table.unique_keys]
    if links:
        schema["foreignKeys"] = links
    return schema


def _resource(folder: Path, path: str, title: str, description: str, rows: int) -> Json:
    return {
        "name": Path(path).stem,
        "type": "table",
        "profile": "tabular-data-resource",
        "path": path,
        "title": title,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **stamp((folder / path).read_bytes()),
        "concord:rows": rows,
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "header": True},
    }


def _key(codes: Codelist) -> str:
    return code_columns(codes)[0].name


def _used() -> Mapping[str, list[str]]:
    """Code list → the columns that take their values from it, as table.column."""
    used: dict[str, list[str]] = {}
    for table in declared():
        for field in table.fields:
            if field.codes:
                used.setdefault(field.codes, []).append(f"{table.name}.{field.name}")
    return used


def _code_schema(codes: Codelist) -> Json:
    key = _key(codes)
    fields = []
    for column in code_columns(codes):
        described: Json = {
            "name": column.name,
            "type": column.type,
            "title": column.title,
            "description": column.description,
        }
        example = next((row[column.name] for row in codes.rows.values() if row[column.name]), None)
        if example is not None:
            described["example"] = example
        if column.name == key:
            described["constraints"] = {"required": True, "unique": True}
        fields.append(described)
    return {"fields": fields, "missingValues": [""], "primaryKey": [key]}


def _identity(package: PackageMeta, resources: list[Json]) -> str:
    """An address of the content: other name, version or bytes give another, equal ones the same."""
    told = [package.name, package.version, *(f"{one['path']} {one['hash']}" for one in resources)]
    return uuid.uuid5(_NAMESPACE, "\n".join(told)).urn


def _contributor(one: Contributor) -> Json:
    told: Json = {
        "title": one.title,
        "givenName": one.given_name,
        "familyName": one.family_name,
        "path": one.path or one.orcid,
        "organization": one.affiliation,
        "roles": list(one.roles),
    }
    return given(told)


def _terms(package: PackageMeta) -> Json:
    return {
        "keywords": list(package.keywords),
        "licenses": [
            {"name": one.name, "path": one.path, "title": one.title, "scope": one.scope}
            for one in package.licenses
        ],
        "contributors": [_contributor(one) for one in package.contributors],
    }


def _tables(folder: Path, rows: Mapping[str, int]) -> list[Json]:
    return [
        _resource(
            folder, f"data/{table.name}.csv", table.title, table.description, rows[table.name]
        )
        | {"schema": _schema(table)}
        for table in declared()
    ]


def _codelists(folder: Path) -> list[Json]:
    used = _used()
    return [
        _resource(
            folder,
            f"codes/{one.name}.csv",
            f"Codes: {one.name.replace('_', ' ')}",
            f"Values of {', '.join(used[one.name])}. One row is a code and what it means.",
            len(one.codes),
        )
        | {"schema": _code_schema(one)}
        for one in published_codelists()
    ]


def describe(
    folder: Path,
    tables: Mapping[str, pl.DataFrame],
    package: PackageMeta,
    articles: Mapping[str, Stamp],
    generated: Collection[str],
) -> Json:
    """The descriptor of the files that stand in a folder.

    Args:
        folder: Where `data/` and `codes/` have been written already.
        tables: Table name → frame, for row counts, coverage and the articles' titles.
        package: Name, version, terms.
        articles: Path → size and hash of every article.
        generated: Paths of the articles that the build itself wrote.
    """
    resources = [
        *_tables(folder, {name: frame.height for name, frame in tables.items()}),
        *_codelists(folder),
        *article_resources(tables["sources"], articles, generated),
    ]
    sources = tables["sources"].sort("source_id").iter_rows(named=True)
    told: Json = {
        "$schema": _PROFILE,
        "name": package.name,
        "id": package.id or _identity(package, resources),
        "title": package.title,
        "description": package.description,
        "version": package.version,
        "created": f"{package.day}T00:00:00Z" if package.created else None,
        "homepage": package.homepage,
        **_terms(package),
        "sources": [source_entry(source) for source in sources],
        "bibliographicCitation": citation(package),
        "temporal": temporal(tables["events"]),
        "relatedIdentifiers": related(tables["sources"]),
        "resources": resources,
    }
    return given(told)
