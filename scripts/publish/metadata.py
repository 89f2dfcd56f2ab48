"""What a package says of itself: `curation/package.toml` as a frozen value."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from scripts.publish import entries
from scripts.publish.contributors import CREATOR, Contributor, read_contributors
from scripts.publish.entries import Raw
from scripts.read.files import InputError
from validations.toml import TomlError, read_toml
from validations.version import number

#: The Data Package standard asks for a name that fits in an address and outlives versions.
_NAME = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
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
        "id",
        "version_of",
        "homepage",
        "repository",
        "publisher",
        "changelog",
    }
)
_LICENSE_KEYS = frozenset({"name", "title", "path", "scope"})
_CAVEAT_KEYS = frozenset({"name", "text"})
#: Where the changelog is if nobody says otherwise, and always in a release.
CHANGELOG = "CHANGELOG.md"


@dataclass(frozen=True)
class License:
    """Terms of use: an SPDX name, the address of the text, and what they cover (data, media)."""

    name: str
    title: str
    path: str
    scope: str

    @property
    def listed(self) -> bool:
        """Whether the SPDX list has it; terms of one's own are named `LicenseRef-…`."""
        return not self.name.startswith("LicenseRef-")


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
    id, version_of: addresses of the DOI of this version and of the DOI for all versions.
    homepage, repository: addresses. publisher: who keeps the package, such as an archive.
    changelog: where the changelog is, relative to the folder of the dataset.
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
    id: str | None = None
    version_of: str | None = None
    homepage: str | None = None
    repository: str | None = None
    publisher: str | None = None
    changelog: str = CHANGELOG

    @property
    def creators(self) -> tuple[Contributor, ...]:
        """Those who are cited as authors."""
        return tuple(one for one in self.contributors if CREATOR in one.roles)

    @property
    def citable(self) -> bool:
        """Whether it is dated, licensed and signed, as every catalogue of data sets asks."""
        return bool(self.created and self.licenses and self.creators)

    @property
    def day(self) -> str:
        """The day of the release as ISO 8601; empty where there is none."""
        return self.created.isoformat() if self.created else ""

    @property
    def doi(self) -> str | None:
        """The DOI of this version, without the address of the resolver."""
        return None if self.id is None else entries.bare_doi(self.id)


def _license(raw: Raw, where: str) -> License:
    path = entries.address(raw, "path", where)
    if path is None:
        raise InputError(
            f'{where}: "path" is missing; add path = "https://…", where the text stands'
        )
    return License(
        name=entries.license_name(raw, "name", where),
        title=entries.text(raw, "title", where),
        path=path,
        scope=entries.text(raw, "scope", where),
    )


def _changelog(raw: Raw, where: str) -> str:
    path = entries.text_or_none(raw, "changelog", where) or CHANGELOG
    if PurePosixPath(path).is_absolute() or "\\" in path or ":" in path:
        raise InputError(
            f'{where}: changelog "{path}" is not relative to the folder of the data set; write '
            f'changelog = "{CHANGELOG}" or changelog = "../{CHANGELOG}"'
        )
    return path


def read_package(dataset: Path) -> PackageMeta:
    """The metadata of a dataset, from its `curation/package.toml`.

    Raises:
        InputError: if the file is missing, is not TOML, or an entry is missing or malformed; the
            message names the file and the entry, and says what to write.
    """
    path = dataset / "curation" / "package.toml"
    where = f"{dataset.name}/curation/package.toml"
    try:
        raw = read_toml(path)
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(
            f"{where} is missing, so {dataset} is no data set; start one with "
            "`python -m scripts new PATH`"
        ) from None
    except TomlError as error:
        raise InputError(f"{where} cannot be read as TOML in UTF-8: {error}") from error
    entries.only(raw, _KEYS, where)
    name = entries.text(raw, "name", where)
    if not _NAME.fullmatch(name):
        raise InputError(f'{where}: name "{name}" may hold a-z, 0-9 and single . _ - between them')
    version = entries.text(raw, "version", where)
    if number(version) is None:
        raise InputError(f'{where}: version "{version}" is not of the form 1.2.3')
    return PackageMeta(
        name=name,
        title=entries.text(raw, "title", where),
        description=entries.text(raw, "description", where),
        version=version,
        created=entries.day(raw, "created", where),
        keywords=entries.texts(raw, "keywords", where),
        licenses=tuple(
            _license(item, f"{where}: [[licenses]] number {number}")
            for number, item in enumerate(
                entries.blocks(raw, "licenses", _LICENSE_KEYS, where), start=1
            )
        ),
        contributors=read_contributors(raw, where),
        caveats=tuple(
            Caveat(entries.text(item, "name", where), entries.text(item, "text", where))
            for item in entries.blocks(raw, "caveats", _CAVEAT_KEYS, where)
        ),
        id=entries.doi(raw, "id", where),
        version_of=entries.doi(raw, "version_of", where),
        homepage=entries.address(raw, "homepage", where),
        repository=entries.address(raw, "repository", where),
        publisher=entries.text_or_none(raw, "publisher", where),
        changelog=_changelog(raw, where),
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
