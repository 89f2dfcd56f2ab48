"""The layer of the consumer: does a written package open clean for those who know only its files.

frictionless validates the folder, the official profile the descriptor, and what both skip is looked
at here: name and version, unique keys, categories, row counts, order of columns, Parquet against
CSV, sizes and hashes of all files. All of it goes by the descriptor, never by our own schemas.
"""

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from schemas.frames import POLARS
from validations.files import DESCRIPTOR, changed_files, leads_out
from validations.find import shown
from validations.rule import Finding
from validations.sums import sha256, stamp

PROFILE = Path(__file__).parents[1] / "schemas" / "profiles" / "datapackage-2.0.json"

#: Rule id → what holds, for people.
RULES: Mapping[str, str] = {
    "CON-001": "The descriptor can be read and holds resources.",
    "CON-002": "The descriptor fulfils the Data Package 2.0 profile.",
    "CON-003": "frictionless finds nothing wrong with the package.",
    "CON-004": "Every resource of the descriptor has the size and hash that it gives.",
    "CON-005": "Every table has as many rows as the descriptor says.",
    "CON-006": "What the descriptor declares unique is unique.",
    "CON-007": "Cells hold only the values and categories that the descriptor lists.",
    "CON-008": "A Parquet file holds the same cells and types as the CSV file beside it.",
    "CON-009": "Every article has the hash that sources gives for it.",
    "CON-010": "The columns of a table stand in the order of its schema.",
    "CON-011": "The descriptor gives name and version (as in 1.2.3) and names no resource twice.",
    "CON-012": "A table is CSV in UTF-8 without byte order mark, every row as long as the first.",
}

Json = Mapping[str, Any]
_VERSION = re.compile(r"\d+\.\d+\.\d+")
#: Errors of frictionless that CON-004 tells of in plainer words.
_STAMPS = frozenset({"byte-count", "hash-count"})


def _finding(rule_id: str, *where_and_what: str) -> Finding:
    table, row, column, value, sentence = where_and_what
    return Finding(rule_id, "error", table, row, column, value, sentence)


def _profile(descriptor: Json) -> Iterator[Finding]:
    from jsonschema import Draft7Validator  # noqa: PLC0415

    validator = Draft7Validator(json.loads(PROFILE.read_text(encoding="utf-8")))
    for error in validator.iter_errors(descriptor):
        where = "/".join(str(part) for part in error.absolute_path)
        yield _finding("CON-002", "package", DESCRIPTOR, where, "", error.message)


def _frictionless(folder: Path, home: Path, descriptor: Json) -> Iterator[Finding]:
    from frictionless import validate  # noqa: PLC0415

    # NOTE: frictionless knows one folder. Articles that lie at home are held to their hashes below.
    resources = descriptor["resources"]
    here = [
        one for one in resources if _found(one["path"], folder) or not _found(one["path"], home)
    ]
    if len(here) == len(resources):
        report = validate(str(folder / DESCRIPTOR))
    else:
        part = {**descriptor, "resources": here}
        report = validate(part, type="package", basepath=str(folder))
    for error in report.errors:
        yield _finding("CON-003", "package", DESCRIPTOR, "", "", error.message)
    for task in report.tasks:
        for error in task.errors:
            if error.type in _STAMPS:
                continue
            row = getattr(error, "row_number", "")
            yield _finding(
                "CON-003",
                task.name,
                f"row {row}" if row else "",
                getattr(error, "field_name", ""),
                str(getattr(error, "cell", "")),
                error.message,
            )


def _found(path: str, *places: Path) -> Path | None:
    """The file in the first of the places that has it; never one outside of them."""
    if leads_out(path):
        return None
    return next((place / path for place in places if (place / path).is_file()), None)


def _files(folder: Path, home: Path, descriptor: Json) -> Iterator[Finding]:
    for entry in descriptor["resources"]:
        path = _found(entry["path"], folder, home)
        if path is None:
            sentence = f"{entry['path']} is missing; build the package again"
            yield _finding("CON-004", "package", entry["path"], "path", "", sentence)
            continue
        for key, value in stamp(path.read_bytes()).items():
            if entry.get(key) != value:
                sentence = f"the descriptor gives {entry.get(key)}; build the package again"
                yield _finding("CON-004", "package", entry["path"], key, str(value), sentence)


def _named(descriptor: Json) -> Iterator[Finding]:
    """What both the profile and frictionless do without, and nobody can cite a package without."""
    for key in ("name", "version"):
        if not descriptor.get(key):
            sentence = f"the descriptor gives no {key}; add it to package.toml and build again"
            yield _finding("CON-011", "package", DESCRIPTOR, key, "", sentence)
    version = descriptor.get("version")
    if version and not (isinstance(version, str) and _VERSION.fullmatch(version)):
        sentence = "the version is not of the form 1.2.3; mend it in package.toml and build again"
        yield _finding("CON-011", "package", DESCRIPTOR, "version", str(version), sentence)
    names = Counter(resource["name"] for resource in descriptor["resources"])
    for name in sorted(name for name, times in names.items() if times > 1):
        sentence = f"{names[name]} resources are called {name}; build the package again"
        yield _finding("CON-011", "package", DESCRIPTOR, "resources", name, sentence)


def _cells(folder: Path, resource: Json) -> tuple[pl.DataFrame | None, list[Finding]]:
    """The table of a resource as text, if it can be read, and what is wrong with its form."""
    path = _found(resource["path"], folder)
    if path is None:
        return None, []
    try:
        with path.open("rb") as file:
            marked = file.read(3) == codecs.BOM_UTF8
        cells = pl.read_csv(path, infer_schema=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        sentence = f"{resource['path']} cannot be read: {str(error).splitlines()[0]}; build again"
        return None, [_finding("CON-012", resource["name"], "", "", "", sentence)]
    faults = []
    if marked:
        sentence = (
            f"{resource['path']} begins with a byte order mark, which R and others take for a part "
            "of the first column's name; build again"
        )
        faults.append(_finding("CON-012", resource["name"], "", "", "", sentence))
    wanted = [field["name"] for field in resource["schema"]["fields"]]
    if cells.columns == wanted:
        return cells, faults
    sentence = f"the schema has {', '.join(wanted)}, in this order; build the package again"
    columns = ", ".join(cells.columns)
    return cells, [*faults, _finding("CON-010", resource["name"], "", "", columns, sentence)]


def _key(resource: Json, row: Mapping[str, Any]) -> str:
    names = resource["schema"].get("primaryKey", ())
    return "|".join(shown(row.get(name)) for name in names)


def _rows(resource: Json, cells: pl.DataFrame) -> Iterator[Finding]:
    wanted = resource.get("concord:rows")
    if wanted != cells.height:
        sentence = f"the descriptor says {wanted} rows; build the package again"
        yield _finding("CON-005", resource["name"], "", "concord:rows", str(cells.height), sentence)


def _unique(resource: Json, cells: pl.DataFrame) -> Iterator[Finding]:
    for key in resource["schema"].get("uniqueKeys", ()):
        if not set(key) <= set(cells.columns):
            continue
        whole = cells.filter(pl.all_horizontal(pl.col(name).is_not_null() for name in key))
        for row in whole.filter(pl.struct(key).is_duplicated()).iter_rows(named=True):
            value = "|".join(row[name] for name in key)
            sentence = f"more than one row has the same {', '.join(key)}; build the package again"
            yield _finding(
                "CON-006", resource["name"], _key(resource, row), "|".join(key), value, sentence
            )


def _listed(resource: Json, cells: pl.DataFrame) -> Iterator[Finding]:
    for field in resource["schema"]["fields"]:
        name = field["name"]
        categories = [
            one["value"] if isinstance(one, Mapping) else one for one in field.get("categories", ())
        ]
        for allowed in (field.get("constraints", {}).get("enum", ()), categories):
            if not allowed or name not in cells.columns:
                continue
            bad = cells.filter(pl.col(name).is_not_null() & ~pl.col(name).is_in(list(allowed)))
            for row in bad.iter_rows(named=True):
                sentence = (
                    f"the descriptor allows {', '.join(map(str, allowed))}; build the package again"
                )
                yield _finding(
                    "CON-007", resource["name"], _key(resource, row), name, row[name], sentence
                )


def _typed(cells: pl.DataFrame, fields: list[Json]) -> pl.DataFrame:
    """Text cells as the types that the descriptor gives; what cannot be read becomes null."""
    columns = []
    for field in fields:
        cell, kind = pl.col(field["name"]), field["type"]
        if kind == "date":
            columns.append(cell.str.to_date("%Y-%m-%d", strict=False))
        elif kind == "boolean":
            columns.append(cell.replace_strict({"true": True, "false": False}, default=None))
        else:
            columns.append(cell.cast(POLARS[kind], strict=False))
    return cells.select(columns)


def _parquet(folder: Path, resource: Json, cells: pl.DataFrame) -> Iterator[Finding]:
    path = folder / Path(resource["path"]).with_suffix(".parquet")
    table, fields = resource["name"], resource["schema"]["fields"]
    if path.parent.name != "data" or not {field["name"] for field in fields} <= set(cells.columns):
        return
    try:
        other = pl.read_parquet(path)
    except (OSError, pl.exceptions.PolarsError) as error:
        reason = str(error).splitlines()[0]
        sentence = f"the Parquet file cannot be read: {reason}; build the package again"
        yield _finding("CON-008", table, path.name, "", "", sentence)
        return
    ours = _typed(cells, fields)
    if other.schema != ours.schema or other.height != ours.height:
        sentence = f"the CSV file has {ours.height} rows of {dict(ours.schema)}; build it again"
        value = f"{other.height} rows of {dict(other.schema)}"
        yield _finding("CON-008", table, path.name, "", value, sentence)
        return
    for name in ours.columns:
        differs = (ours[name].ne_missing(other[name])).arg_true()
        for at in differs.to_list():
            sentence = f"the CSV file has {shown(ours[name][at])!r} there; build the package again"
            row = _key(resource, ours.row(at, named=True))
            yield _finding("CON-008", table, row, name, shown(other[name][at]), sentence)


def _articles(folder: Path, home: Path, sources: pl.DataFrame) -> Iterator[Finding]:
    if not {"source_id", "path", "sha256"} <= set(sources.columns):
        return
    for source, path, wanted in sources.select("source_id", "path", "sha256").iter_rows():
        file = _found(path or "", folder, home)
        if file is None:
            sentence = f"{path} is missing; put the article back or build again"
            yield _finding("CON-009", "sources", source, "path", path, sentence)
        elif sha256(file) != wanted:
            sentence = f"{path} is not the text that was read; build the package again"
            yield _finding("CON-009", "sources", source, "sha256", wanted, sentence)


def check_consumer(folder: Path, home: Path | None = None) -> list[Finding]:
    """All that somebody who opens the package would stumble over; nothing if it opens clean.

    Args:
        folder: The package, with `datapackage.json`.
        home: The dataset that the package is made for, where files are looked for that the folder
            lacks, such as articles; None if the folder is the dataset.
    """
    try:
        descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        resources = [one for one in descriptor["resources"] if one["format"] == "csv"]
        tables = [(one, *_cells(folder, one)) for one in resources if one["schema"]["fields"]]
        named = list(_named(descriptor))
    except (OSError, ValueError, TypeError, KeyError) as error:
        sentence = f"datapackage.json cannot be read as a descriptor: {error!r}; build the package"
        return [_finding("CON-001", "package", DESCRIPTOR, "", "", sentence)]
    found = [
        *_profile(descriptor),
        *_frictionless(folder, home or folder, descriptor),
        *named,
        *changed_files(folder, home),
        *_files(folder, home or folder, descriptor),
    ]
    for resource, cells, faults in tables:
        found += faults
        if cells is None:
            continue
        found += _rows(resource, cells)
        found += _unique(resource, cells)
        found += _listed(resource, cells)
        found += _parquet(folder, resource, cells)
        if resource["name"] == "sources":
            found += _articles(folder, home or folder, cells)
    return sorted(set(found))
