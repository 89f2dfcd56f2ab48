"""Tables and metadata → `datapackage.json`, a Data Package 2.0 descriptor.

Readers differ, so what one of them rejects is left out: no `fieldsMatch`, no lists, no labelled
missing values. Each table bears `profile` beside `type`, because R's reader asks for the older of
the two, and `enum` as well as a foreign key to the code list, because it makes factors of `enum`.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from schemas.tables import Codelist, Field, Table, codelist
from schemas.tables import tables as declared
from scripts.publish.codes import code_columns, published_codelists, used_by
from scripts.publish.hashes import Stamp, stamp
from scripts.publish.metadata import PackageMeta

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

Json = dict[str, Any]


def _constraints(field: Field) -> Json:
    codes = used_by(field)
    limits = {
        "required": field.required or None,
        "pattern": field.pattern,
        "minimum": _whole(field.minimum),
        "maximum": _whole(field.maximum),
        "enum": list(codes.codes) if codes else None,
    }
    return {key: value for key, value in limits.items() if value is not None}


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
        if column.name == key:
            described["constraints"] = {"required": True, "unique": True}
        fields.append(described)
    return {"fields": fields, "missingValues": [""], "primaryKey": [key]}


def _sources(sources: pl.DataFrame) -> list[Json]:
    """One entry an article: what it is called and where the original stands."""
    found = []
    for row in sources.sort("source_id").iter_rows(named=True):
        title = row["title"] or row["source_id"]
        entry = {"title": f"{title} ({row['publisher']})" if row["publisher"] else title}
        if (row["url"] or "").startswith(("https://", "http://")):
            entry["path"] = row["url"]
        found.append(entry)
    return found


def describe(
    folder: Path,
    tables: Mapping[str, pl.DataFrame],
    package: PackageMeta,
    others: Mapping[str, Stamp],
) -> Json:
    """The descriptor of the files that stand in a folder.

    Args:
        folder: Where `data/` and `codes/` have been written already.
        tables: Table name → frame, for row counts and for the articles' titles.
        package: Name, version, terms.
        others: Path → size and hash of generated files that are no resources.
    """
    described: Json = {
        "$schema": _PROFILE,
        "name": package.name,
        "title": package.title,
        "description": package.description,
        "version": package.version,
    }
    if package.created:
        described["created"] = f"{package.created.isoformat()}T00:00:00Z"
    if package.keywords:
        described["keywords"] = list(package.keywords)
    if package.licenses:
        described["licenses"] = [
            {"name": terms.name, "path": terms.path, "title": terms.title, "scope": terms.scope}
            for terms in package.licenses
        ]
    if package.contributors:
        described["contributors"] = [
            {"title": person.title, "roles": list(person.roles)} for person in package.contributors
        ]
    described["sources"] = _sources(tables["sources"])
    described["resources"] = [
        _resource(
            folder,
            f"data/{table.name}.csv",
            table.title,
            table.description,
            tables[table.name].height,
        )
        | {"schema": _schema(table)}
        for table in declared()
    ] + [
        _resource(
            folder,
            f"codes/{one.name}.csv",
            f"Codes: {one.name.replace('_', ' ')}",
            "One row is a code and what it means.",
            len(one.codes),
        )
        | {"schema": _code_schema(one)}
        for one in published_codelists()
    ]
    described["concord:files"] = [{"path": path, **others[path]} for path in sorted(others)]
    return described


def descriptor_text(described: Json) -> str:
    """The descriptor as it stands in the file: keys in a fixed order, two spaces, LF at the end."""
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"
