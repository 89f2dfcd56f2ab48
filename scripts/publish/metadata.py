"""What a package says of itself: `curation/package.toml` as a frozen value."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from scripts.publish import entries
from scripts.publish.entries import Raw
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
_CONTRIBUTOR_KEYS = frozenset(
    {"kind", "title", "given_name", "family_name", "roles", "affiliation", "orcid", "path"}
)
_KINDS = ("organisation", "person")
CREATOR = "creator"
#: Roles as Data Package writes them: DataCite's contributor types with a small first letter, and
#: the creator, whom DataCite lists apart.
ROLES = (
    CREATOR,
    "contactPerson",
    "dataCollector",
    "dataCurator",
    "dataManager",
    "distributor",
    "editor",
    "hostingInstitution",
    "producer",
    "projectLeader",
    "projectManager",
    "projectMember",
    "registrationAgency",
    "registrationAuthority",
    "relatedPerson",
    "researcher",
    "researchGroup",
    "rightsHolder",
    "sponsor",
    "supervisor",
    "workPackageLeader",
    "other",
)
_CHANGELOG = "CHANGELOG.md"


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
class Contributor:
    """Somebody who made the package, with roles in DataCite's words (creator, dataCurator).

    title: the name as people write it. kind: organisation or person; a person has a family_name,
    and a given_name if there is one. orcid and path are addresses.
    """

    title: str
    roles: tuple[str, ...]
    kind: str = "organisation"
    given_name: str | None = None
    family_name: str | None = None
    affiliation: str | None = None
    orcid: str | None = None
    path: str | None = None

    @property
    def inverted(self) -> str:
        """The name as catalogues sort it: `Family, Given` of a person."""
        return ", ".join(part for part in (self.family_name, self.given_name) if part) or self.title


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
    changelog: str = _CHANGELOG

    @property
    def creators(self) -> tuple[Contributor, ...]:
        """Those who are cited as authors."""
        return tuple(one for one in self.contributors if CREATOR in one.roles)

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


def _roles(raw: Raw, where: str) -> tuple[str, ...]:
    roles = entries.texts(raw, "roles", where)
    if not roles:
        raise InputError(f'{where}: "roles" is missing or empty; add roles = ["creator"]')
    for role in roles:
        if role not in ROLES:
            raise InputError(f'{where}: role "{role}" is not known; known are {", ".join(ROLES)}')
    return roles


def _contributor(raw: Raw, where: str) -> Contributor:
    kind = entries.text_or_none(raw, "kind", where) or _KINDS[0]
    if kind not in _KINDS:
        raise InputError(f'{where}: kind "{kind}" is neither "organisation" nor "person"')
    if kind == "person":
        given = entries.text_or_none(raw, "given_name", where)
        family = entries.text(raw, "family_name", where)
        title = entries.text_or_none(raw, "title", where) or f"{given or ''} {family}".strip()
    else:
        for key in ("given_name", "family_name", "orcid"):
            if key in raw:
                raise InputError(f'{where}: "{key}" is for people; add kind = "person"')
        given, family, title = None, None, entries.text(raw, "title", where)
    return Contributor(
        title=title,
        roles=_roles(raw, where),
        kind=kind,
        given_name=given,
        family_name=family,
        affiliation=entries.text_or_none(raw, "affiliation", where),
        orcid=entries.orcid(raw, "orcid", where),
        path=entries.address(raw, "path", where),
    )


def _contributors(raw: Raw, where: str) -> tuple[Contributor, ...]:
    found: list[Contributor] = []
    for number, item in enumerate(
        entries.blocks(raw, "contributors", _CONTRIBUTOR_KEYS, where), start=1
    ):
        one = _contributor(item, f"{where}: [[contributors]] number {number}")
        if (one.title, one.orcid) in {(other.title, other.orcid) for other in found}:
            raise InputError(
                f'{where}: [[contributors]] has "{one.title}" twice; keep one and give it all roles'
            )
        found.append(one)
    return tuple(found)


def _changelog(raw: Raw, where: str) -> str:
    path = entries.text_or_none(raw, "changelog", where) or _CHANGELOG
    if PurePosixPath(path).is_absolute() or "\\" in path or ":" in path:
        raise InputError(
            f'{where}: changelog "{path}" is not relative to the folder of the data set; write '
            f'changelog = "{_CHANGELOG}" or changelog = "../{_CHANGELOG}"'
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
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(
            f"{where} is missing, so {dataset} is no data set; start one with "
            "`python -m scripts new PATH`"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{where} cannot be read as TOML in UTF-8: {error}") from error
    entries.only(raw, _KEYS, where)
    name = entries.text(raw, "name", where)
    if not _NAME.fullmatch(name):
        raise InputError(f'{where}: name "{name}" may hold a-z, 0-9 and single . _ - between them')
    version = entries.text(raw, "version", where)
    if not _VERSION.fullmatch(version):
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
        contributors=_contributors(raw, where),
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
