"""Who stands on which side of an event, and whether two tellings can mean the same sides."""

from collections.abc import Iterable
from dataclasses import dataclass

from schemas.tables import codelist
from scripts.link.values import Row

#: Kinds of actor that different papers name differently: a different name tells nothing.
_LOOSE = frozenset({"polity", "group", "document"})


def kind_of(actor: str) -> str:
    """The kind of an actor, as its id tells it: three capitals a country, else kind and name."""
    if len(actor) == 3 and actor.isupper():
        return "country"
    for kind in ("organisation", "armed-group", "polity", "person", "group", "document"):
        if actor.startswith(f"{kind}-"):
            return kind
    return "group"


@dataclass(frozen=True)
class Sides:
    """The actors of a telling by role; an actor may be source and target at once."""

    sources: frozenset[str]
    targets: frozenset[str]
    helpers: frozenset[str] = frozenset()  #: mediators and hosts

    @property
    def all(self) -> frozenset[str]:
        """Everybody whose event it is, helpers left out."""
        return self.sources | self.targets

    @property
    def form(self) -> str:
        """Mutual (each gives and takes), directed (one to the other) or open (too little told)."""
        both = self.sources & self.targets or (len(self.sources) > 1 and not self.targets)
        if both and len(self.all) > 1:
            return "mutual"
        return "directed" if self.all else "open"

    @property
    def one_to_other(self) -> bool:
        """Whether somebody does it to somebody else, both told."""
        return bool(self.sources and self.targets) and self.sources.isdisjoint(self.targets)

    def with_(self, other: "Sides") -> "Sides":
        """Both tellings' actors together."""
        return Sides(
            self.sources | other.sources,
            self.targets | other.targets,
            self.helpers | other.helpers,
        )


def sides_of(participants: Iterable[Row]) -> Sides:
    """The sides of one report, from its participants."""
    by_role: dict[str, set[str]] = {}
    for row in participants:
        by_role.setdefault(row["role"], set()).add(row["actor_id"])
    return Sides(
        frozenset(by_role.get("source", ())),
        frozenset(by_role.get("target", ())),
        frozenset(by_role.get("mediator", set()) | by_role.get("host", set())),
    )


def _known(actor: str, kind: str) -> bool:
    """Whether an actor of this kind has one name: "the rebels" are whoever the paper means."""
    if kind_of(actor) != kind:
        return False
    return kind != "armed-group" or actor in codelist("actors").rows


def _one_holds_other(a: frozenset[str], b: frozenset[str]) -> bool:
    for kind in sorted({kind_of(actor) for actor in a | b} - _LOOSE):
        first = {actor for actor in a if _known(actor, kind)}
        second = {actor for actor in b if _known(actor, kind)}
        if first and second and not (first <= second or second <= first):
            return False
    return True


def can_be_same(a: Sides, b: Sides, shared: bool) -> bool:
    """Whether two tellings can have the same sides: one may lack some, none may contradict.

    Args:
        a: One telling's sides.
        b: The other's.
        shared: Whether the event is of a kind in which every side is a source.
    """
    reversed_ = (
        bool(a.sources & b.targets)
        and bool(a.targets & b.sources)
        and "mutual" not in (a.form, b.form)
    )
    if reversed_ or not _one_holds_other(a.all, b.all):
        return False
    if shared:
        return True
    if {a.form, b.form} == {"mutual", "directed"}:
        return False
    crossed = (a.sources & b.targets - b.sources) | (b.sources & a.targets - a.sources)
    if crossed and "mutual" not in (a.form, b.form):
        return False
    return _one_holds_other(a.sources, b.sources) and _one_holds_other(a.targets, b.targets)
