"""What a package says of itself: `curation/package.toml` as a frozen value."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from scripts.read.files import InputError

#: The Data Package standard asks for a name that fits in an address and outlives versions.
_NAME = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
_VERSION = re.compile(r"(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)")
_KEYS = frozenset(
    {
        "name",
        "title",
        "description",
        "version",
        "created",
        "keywords",
        "licenses",
        "contributors",
        "caveats",
    }
)


@dataclass(frozen=True)
class License:
    """Terms of use: an SPDX name, the address of the text, and what they cover (data, media)."""

    name: str
    title: str
    path: str
    scope: str


@dataclass(frozen=True)
class Contributor:
    """Somebody who made the package, with roles in DataCite's words (creator, dataCurator)."""

    title: str
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Caveat:
    """What a careful user has to know, under a name that can be cited."""

    name: str
    text: str


@dataclass(frozen=True)
class PackageMeta:
    """Name, title, version and terms of a dataset.

    created: day of the release; None leaves it out. It comes from the file, never from the clock,
    so that equal articles give equal bytes.
    """

    name: str
    title: str
    description: str
    version: str
    created: date | None = None
    keywords: tuple[str, ...] = ()
    licenses: tuple[License, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def _text(raw: Mapping[str, Any], key: str, where: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f'{where}: "{key}" is missing or is not a text; add {key} = "…"')
    return " ".join(value.split())


def _texts(raw: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise InputError(f'{where}: "{key}" is not a list of texts; write {key} = ["…", "…"]')
    return tuple(value)


def _blocks(raw: Mapping[str, Any], key: str, where: str) -> list[Mapping[str, Any]]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise InputError(f'{where}: "{key}" is not a list of tables; begin each with [[{key}]]')
    return value


def _created(raw: Mapping[str, Any], where: str) -> date:
    value = raw.get("created")
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InputError(f'{where}: "created" is missing or is no day; add created = 2024-01-31')
    return value


def read_package(dataset: Path) -> PackageMeta:
    """The metadata of a dataset, from its `curation/package.toml`.

    Raises:
        InputError: if the file is missing, is not TOML, or an entry is missing or malformed; the
            message names the file and the entry.
    """
    path = dataset / "curation" / "package.toml"
    where = f"{dataset.name}/curation/package.toml"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(
            f"{where} is missing, so {dataset} is no data set; start one with "
            "`python -m scripts new PATH`"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{where} cannot be read as TOML in UTF-8: {error}") from error
    unknown = sorted(raw.keys() - _KEYS)
    if unknown:
        raise InputError(f'{where}: "{unknown[0]}" is not known; known are {sorted(_KEYS)}')
    name = _text(raw, "name", where)
    if not _NAME.fullmatch(name):
        raise InputError(f'{where}: name "{name}" may hold a-z, 0-9 and single . _ - between them')
    version = _text(raw, "version", where)
    if not _VERSION.fullmatch(version):
        raise InputError(f'{where}: version "{version}" is not of the form 1.2.3')
    return PackageMeta(
        name=name,
        title=_text(raw, "title", where),
        description=_text(raw, "description", where),
        version=version,
        created=_created(raw, where),
        keywords=_texts(raw, "keywords", where),
        licenses=tuple(
            License(*(_text(item, key, where) for key in ("name", "title", "path", "scope")))
            for item in _blocks(raw, "licenses", where)
        ),
        contributors=tuple(
            Contributor(_text(item, "title", where), _texts(item, "roles", where))
            for item in _blocks(raw, "contributors", where)
        ),
        caveats=tuple(
            Caveat(_text(item, "name", where), _text(item, "text", where))
            for item in _blocks(raw, "caveats", where)
        ),
    )


def loose_package(out: Path) -> PackageMeta:
    """Metadata for loose articles, which come without curation: named after the folder.

    It claims no licence, contributor or day, because nobody gave any.
    """
    words = re.findall(r"[a-z0-9]+", out.resolve().name.lower())
    return PackageMeta(
        name="-".join(words) or "package",
        title=f"What the articles of {out.resolve().name or 'this folder'} say",
        description="Figures, statements and events read from loose articles, without curation.",
        version="0.0.0",
    )
