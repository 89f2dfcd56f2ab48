"""Who made a package, and in which roles."""

from dataclasses import dataclass

from scripts.publish import entries
from scripts.publish.entries import Raw
from scripts.read.files import InputError

_KEYS = frozenset(
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


def read_contributors(raw: Raw, where: str) -> tuple[Contributor, ...]:
    """The contributors of a `package.toml`, in its order.

    Args:
        raw: The whole file.
        where: How messages name it.

    Raises:
        InputError: if an entry is missing or malformed, or somebody is listed twice.
    """
    found: list[Contributor] = []
    for number, item in enumerate(entries.blocks(raw, "contributors", _KEYS, where), start=1):
        one = _contributor(item, f"{where}: [[contributors]] number {number}")
        if (one.title, one.orcid) in {(other.title, other.orcid) for other in found}:
            raise InputError(
                f'{where}: [[contributors]] has "{one.title}" twice; keep one and give it all roles'
            )
        found.append(one)
    return tuple(found)
