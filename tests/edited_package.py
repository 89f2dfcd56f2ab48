"""A written package, and how to edit it as the next version might differ from it.

Edits go to the files themselves, descriptor and all, so they can make what no build of today makes.
"""

import csv
import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Row = dict[str, str]
Edit = Callable[[Path], None]


def descriptor(folder: Path) -> Json:
    """The descriptor as it stands in a folder."""
    described: Json = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return described


def describe(folder: Path, described: Json) -> None:
    """Write a descriptor."""
    text = json.dumps(described, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(text, encoding="utf-8")


def resource(described: Json, name: str) -> Json:
    """The entry of a table or code list in a descriptor."""
    found: Json
    (found,) = [one for one in described["resources"] if one["name"] == name]
    return found


def field(described: Json, name: str, column: str) -> Json:
    """The entry of a column in a descriptor."""
    (found,) = [f for f in resource(described, name)["schema"]["fields"] if f["name"] == column]
    return found


def rows(folder: Path, name: str) -> list[Row]:
    """The rows of a table or code list, cells as text."""
    path = folder / resource(descriptor(folder), name)["path"]
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def save(folder: Path, name: str, table: Sequence[Row], columns: Sequence[str] = ()) -> None:
    """Write the rows of a table; hash and size in the descriptor follow."""
    described = descriptor(folder)
    entry = resource(described, name)
    path = folder / entry["path"]
    names = list(columns) or [one["name"] for one in entry["schema"]["fields"]]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        # NOTE: the library leaves a carriage return bare, which readers take for the end of a line.
        form = {"lineterminator": "\n", "quoting": csv.QUOTE_ALL}
        writer = csv.DictWriter(file, names, extrasaction="ignore", **form)
        writer.writeheader()
        writer.writerows(table)
    content = path.read_bytes()
    entry |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
    entry["concord:rows"] = len(table)
    describe(folder, described)


def described(change: Callable[[Json], object]) -> Edit:
    """Change the descriptor alone."""

    def edit(folder: Path) -> None:
        whole = descriptor(folder)
        change(whole)
        describe(folder, whole)

    return edit


def entry(name: str, /, **parts: object) -> Edit:
    """Other properties of a table or code list in the descriptor."""
    return described(lambda whole: resource(whole, name).update(parts))


def schema(name: str, /, **parts: object) -> Edit:
    """Other properties of the schema of a table; None takes one away."""

    def change(whole: Json) -> None:
        parts_now = resource(whole, name)["schema"] | parts
        given = {key: value for key, value in parts_now.items() if value is not None}
        resource(whole, name)["schema"] = given

    return described(change)


def column(name: str, of: str, /, **parts: object) -> Edit:
    """Other properties of a column."""
    return described(lambda whole: field(whole, name, of).update(parts))


def limits(name: str, of: str, /, **limits: object) -> Edit:
    """Other constraints of a column."""
    return described(
        lambda whole: field(whole, name, of).setdefault("constraints", {}).update(limits)
    )


def package(**parts: object) -> Edit:
    """Other properties of the package."""
    return described(lambda whole: whole.update(parts))


def version(number: str) -> Edit:
    """Another version number."""
    return described(lambda whole: whole.update(version=number))


def cell(name: str, place: int, /, **cells: str) -> Edit:
    """Other cells in one row, which is named by its place."""

    def edit(folder: Path) -> None:
        table = rows(folder, name)
        table[place].update(cells)
        save(folder, name, table)

    return edit


def row_added(name: str, like: int, /, **cells: str) -> Edit:
    """One row more, like another but for some cells."""

    def edit(folder: Path) -> None:
        table = rows(folder, name)
        save(folder, name, [*table, table[like] | cells])

    return edit


def row_withdrawn(name: str, place: int) -> Edit:
    """One row less."""

    def edit(folder: Path) -> None:
        table = rows(folder, name)
        save(folder, name, table[:place] + table[place + 1 :])

    return edit


def column_added(name: str, column: str, place: int, value: str = "") -> Edit:
    """One column more, at a place, with one value in every row."""

    def edit(folder: Path) -> None:
        whole, table = descriptor(folder), rows(folder, name)
        entry = {"name": column, "type": "string", "description": "Something more."}
        resource(whole, name)["schema"]["fields"].insert(place, entry)
        describe(folder, whole)
        save(folder, name, [row | {column: value} for row in table])

    return edit


def _keep_links(schema: Json, links: list[Json]) -> None:
    schema.pop("foreignKeys", None)
    if links:
        schema["foreignKeys"] = links


def column_removed(name: str, column: str) -> Edit:
    """One column less, and no key that needs it."""

    def edit(folder: Path) -> None:
        whole, table = descriptor(folder), rows(folder, name)
        schema = resource(whole, name)["schema"]
        schema["fields"].remove(field(whole, name, column))
        _keep_links(schema, [k for k in schema.get("foreignKeys", []) if column not in k["fields"]])
        describe(folder, whole)
        save(folder, name, table)

    return edit


def column_renamed(name: str, column: str, other: str) -> Edit:
    """A column under another name, in keys too."""

    def edit(folder: Path) -> None:
        whole, table = descriptor(folder), rows(folder, name)
        schema = resource(whole, name)["schema"]
        field(whole, name, column)["name"] = other
        schema["primaryKey"] = [other if part == column else part for part in schema["primaryKey"]]
        for one in whole["resources"]:
            for key in one.get("schema", {}).get("foreignKeys", []):
                target = key["reference"].get("resource") or one["name"]
                if one["name"] == name:
                    key["fields"] = [other if part == column else part for part in key["fields"]]
                if target == name:
                    there = key["reference"]["fields"]
                    key["reference"]["fields"] = [other if p == column else p for p in there]
        describe(folder, whole)
        save(folder, name, [row | {other: row[column]} for row in table])

    return edit


def columns_reordered(name: str, *order: str) -> Edit:
    """The columns named stand first; nothing else changes."""

    def edit(folder: Path) -> None:
        whole, table = descriptor(folder), rows(folder, name)
        fields = resource(whole, name)["schema"]["fields"]
        first = [field(whole, name, column) for column in order]
        fields[:] = [*first, *(one for one in fields if one not in first)]
        describe(folder, whole)
        save(folder, name, table)

    return edit


def _set_enums(whole: Json, codes: str, values: Sequence[str]) -> None:
    for one in whole["resources"]:
        for key in one.get("schema", {}).get("foreignKeys", []):
            if key["reference"].get("resource") == codes:
                (column,) = key["fields"]
                field(whole, one["name"], column)["constraints"]["enum"] = list(values)


def codes_saved(folder: Path, name: str, table: Sequence[Row]) -> None:
    """Write the rows of a code list; what columns allow follows."""
    whole = descriptor(folder)
    _set_enums(whole, name, [row["code"] for row in table])
    describe(folder, whole)
    save(folder, name, table)


def code_added(name: str, code: str, description: str = "Something new.") -> Edit:
    """One code more."""

    def edit(folder: Path) -> None:
        table = rows(folder, name)
        more = dict.fromkeys(table[0], "") | {"code": code, "title": code.title()}
        codes_saved(folder, name, [*table, more | {"description": description}])

    return edit


def code_removed(name: str, code: str) -> Edit:
    """One code less."""

    def edit(folder: Path) -> None:
        table = [row for row in rows(folder, name) if row["code"] != code]
        codes_saved(folder, name, table)

    return edit


def code_renamed(name: str, code: str, other: str, /, **cells: str) -> Edit:
    """A code under another name, in the rows too, with other cells in the list if given."""

    def edit(folder: Path) -> None:
        table = [
            row | {"code": other, **cells} if row["code"] == code else row
            for row in rows(folder, name)
        ]
        codes_saved(folder, name, table)
        for one in descriptor(folder)["resources"]:
            for key in one.get("schema", {}).get("foreignKeys", []):
                if key["reference"].get("resource") == name:
                    (column,) = key["fields"]
                    own = rows(folder, one["name"])
                    changed = [row | {column: other} if row[column] == code else row for row in own]
                    save(folder, one["name"], changed)

    return edit


def table_added(name: str, path: str = "") -> Edit:
    """One table more, with one row."""

    def edit(folder: Path) -> None:
        whole = descriptor(folder)
        fields = [{"name": "key", "type": "string"}, {"name": "words", "type": "string"}]
        entry = {
            "name": name,
            "path": path or f"data/{name}.csv",
            "schema": {"fields": fields, "primaryKey": ["key"]},
        }
        whole["resources"].append(entry)
        describe(folder, whole)
        save(folder, name, [{"key": "1", "words": "one row"}])

    return edit


def table_removed(name: str) -> Edit:
    """One table less, and no key that leads to it."""

    def edit(folder: Path) -> None:
        whole = descriptor(folder)
        (folder / resource(whole, name)["path"]).unlink()
        whole["resources"] = [one for one in whole["resources"] if one["name"] != name]
        for one in whole["resources"]:
            schema = one.get("schema", {})
            links = schema.get("foreignKeys", [])
            _keep_links(schema, [k for k in links if k["reference"].get("resource") != name])
        describe(folder, whole)

    return edit


def table_renamed(name: str, other: str) -> Edit:
    """A table under another name and path, in keys too."""

    def edit(folder: Path) -> None:
        whole = descriptor(folder)
        entry = resource(whole, name)
        old = folder / entry["path"]
        entry |= {"name": other, "path": f"data/{other}.csv"}
        old.rename(folder / entry["path"])
        for one in whole["resources"]:
            for key in one.get("schema", {}).get("foreignKeys", []):
                if key["reference"].get("resource") == name:
                    key["reference"]["resource"] = other
        describe(folder, whole)

    return edit


def article_changed(path: str) -> Edit:
    """Some words more in an article."""

    def edit(folder: Path) -> None:
        file = folder / path
        file.write_text(file.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")

    return edit


def several(*edits: Edit) -> Edit:
    """One after another."""

    def edit(folder: Path) -> None:
        for one in edits:
            one(folder)

    return edit
