"""One edition of a package as its own descriptor describes it; today's schemas are not asked."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import polars as pl
from jsonschema import Draft7Validator

from scripts.publish.articles import is_article
from scripts.read.files import InputError
from validations.consumer import PROFILE
from validations.files import DESCRIPTOR
from validations.sums import sha256, stamp

Json = dict[str, Any]


@dataclass(frozen=True)
class Sheet:
    """A table or a code list of an edition.

    fields: column → how the descriptor describes it, in file order.
    key: the columns of the primary key.
    properties: everything that the descriptor says of the resource.
    """

    name: str
    path: str
    fields: Mapping[str, Json]
    key: tuple[str, ...]
    properties: Json

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names in file order."""
        return tuple(self.fields)

    @property
    def schema(self) -> Json:
        """Its Table Schema."""
        schema: Json = self.properties["schema"]
        return schema

    @property
    def dialect(self) -> Json:
        """How its file is to be read, where the descriptor says."""
        dialect = self.properties.get("dialect")
        return dialect if isinstance(dialect, dict) else {}

    @property
    def missing(self) -> list[str]:
        """How a missing value is written."""
        values = self.schema.get("missingValues")
        listed = values if isinstance(values, list) else [""]
        return [str(one.get("value", "")) if isinstance(one, dict) else str(one) for one in listed]

    @property
    def is_codelist(self) -> bool:
        """Whether its rows are codes."""
        return PurePosixPath(self.path).parts[0] == "codes" and len(self.key) == 1


@dataclass(frozen=True)
class Edition:
    """One edition: where it lies, what it says of itself, its sheets by name, its articles.

    articles: path → SHA-256 of the file as it stands there.
    """

    folder: Path
    described: Json
    sheets: Mapping[str, Sheet]
    articles: Mapping[str, str]

    @property
    def name(self) -> str:
        """Name of the package."""
        return str(self.described.get("name", ""))

    @property
    def version(self) -> str:
        """Version of the package, as the descriptor has it; empty if it has none."""
        return str(self.described.get("version", ""))


def _broken(folder: Path, why: str) -> InputError:
    return InputError(
        f"{folder / DESCRIPTOR} {why}, so the package cannot be compared; "
        "`python -m scripts check` tells what else is wrong with it, and a new build mends it"
    )


def names_in(value: object) -> tuple[str, ...]:
    """Columns of a key, which the standard allows to be one name or a list of them."""
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _sheet(folder: Path, resource: Json) -> Sheet:
    name, path = resource["name"], resource.get("path")
    if not isinstance(path, str):
        raise _broken(folder, f"gives {name} no single path")
    place = PurePosixPath(path)
    if place.is_absolute() or ".." in place.parts or "://" in path:
        raise _broken(folder, f"names the file {path}, which is not inside the package")
    if not isinstance(resource["schema"], dict):
        raise _broken(folder, f"says in another file which columns {name} has")
    # NOTE: the standard lets a column without a type hold anything.
    fields = {one["name"]: {"type": "any"} | one for one in resource["schema"]["fields"]}
    key = names_in(resource["schema"].get("primaryKey"))
    if not key or not set(key) <= fields.keys():
        raise _broken(folder, f"gives {name} no primary key, by which rows could be told apart")
    return Sheet(name, path, fields, key, resource)


def _described(folder: Path) -> Json:
    """The descriptor, if the official profile of Data Package 2.0 takes it for one."""
    try:
        described: Json = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _broken(folder, "is missing") from None
    except ValueError as error:
        raise _broken(folder, f"cannot be read as JSON ({error})") from None
    profile = Draft7Validator(json.loads(PROFILE.read_text(encoding="utf-8")))
    fault = next(profile.iter_errors(described), None)
    if fault is not None:
        where = "/".join(map(str, fault.absolute_path)) or "as a whole"
        why = f"is no descriptor of a data package ({where}: {fault.message[:120]})"
        raise _broken(folder, why)
    return described


def read_edition(folder: Path) -> Edition:
    """What a package says of itself and which articles it holds; rows are read by `rows`.

    Args:
        folder: Where `datapackage.json` lies.

    Raises:
        InputError: if the descriptor is missing or is none that rows can be compared by.
    """
    described = _described(folder)
    resources = described["resources"]
    sheets = [_sheet(folder, resource) for resource in resources if "schema" in resource]
    articles = {
        path.relative_to(folder).as_posix(): sha256(path)
        for path in _articles(folder, resources)
        if path.is_file()
    }
    return Edition(folder, described, {sheet.name: sheet for sheet in sheets}, articles)


def _articles(folder: Path, resources: Sequence[Json]) -> list[Path]:
    """The articles that the descriptor names; of packages whose descriptor names none all files.

    What else lies among the articles is in the folder alone, and in no release.
    """
    paths = [resource.get("path") for resource in resources if "schema" not in resource]
    inside = [path for path in paths if isinstance(path, str) and is_article(path)]
    if inside:
        return [folder / path for path in sorted(inside)]
    there = sorted((folder / "articles").glob("*"))
    return [path for path in there if not path.name.startswith(".")]


def _content(edition: Edition, sheet: Sheet) -> bytes:
    path = edition.folder / sheet.path
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path} cannot be read ({error.strerror or error}), though {DESCRIPTOR} names it; "
            "build the package again"
        ) from error


def edited_files(edition: Edition) -> list[str]:
    """Paths of tables and code lists that are not as the descriptor says, so edited since."""
    return [
        sheet.path
        for sheet in edition.sheets.values()
        if str(sheet.properties.get("hash", "")).startswith("sha256:")
        and stamp(_content(edition, sheet))["hash"] != sheet.properties["hash"]
    ]


def rows(edition: Edition, sheet: Sheet) -> pl.DataFrame:
    """The rows of a sheet: every cell as text, missing as null.

    Raises:
        InputError: if the file is missing, cannot be read, or has other columns than the descriptor
            says, or if two rows have one key.
    """
    path = edition.folder / sheet.path
    content = _content(edition, sheet)
    try:
        frame = pl.read_csv(
            content,
            infer_schema=False,
            separator=sheet.dialect.get("delimiter", ","),
            quote_char=sheet.dialect.get("quoteChar", '"'),
        )
    except (pl.exceptions.PolarsError, ValueError, TypeError) as error:
        raise InputError(f"{path} cannot be read as CSV: {str(error).splitlines()[0]}") from error
    if tuple(frame.columns) != sheet.columns:
        raise InputError(
            f"{path} has the columns {', '.join(frame.columns)}, and {DESCRIPTOR} says "
            f"{', '.join(sheet.columns)}; build the package again"
        )
    frame = frame.select(
        pl.when(~pl.col(name).is_in(sheet.missing)).then(pl.col(name)).alias(name)
        for name in frame.columns
    )
    double = frame.filter(pl.struct(sheet.key).is_duplicated())
    if double.height:
        key = "|".join(str(part) for part in double.select(sheet.key).row(0))
        raise InputError(
            f"{path} holds the row {key} twice, so rows cannot be told apart; "
            "`python -m scripts check` tells more"
        )
    return frame
