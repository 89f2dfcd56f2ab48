"""Who stands on which side of an event, and whether two tellings can mean the same sides."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from schemas.tables import codelist
from scripts.link.values import Row

#: Kinds of actor that different papers name differently: a different name tells nothing.
_LOOSE = frozenset({"polity", "group", "document"})


@cache
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

    @cached_property
    def all(self) -> frozenset[str]:
        """Everybody whose event it is, helpers left out."""
        return self.sources | self.targets

    @cached_property
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


@cache
def _known_as(actor: str) -> str:
    """The kind in which an actor has one name, "" if any: "the rebels" are whoever is meant."""
    kind = kind_of(actor)
    if kind in _LOOSE or (kind == "armed-group" and actor not in codelist("actors").rows):
        return ""
    return kind


def known(actors: frozenset[str]) -> frozenset[str]:
    """The actors whom another telling would have to name alike, if any; else all of them."""
    return frozenset(actor for actor in actors if _known_as(actor)) or actors


def is_vague(sides: Sides) -> bool:
    """Whether a telling names nobody whom another would have to name alike."""
    return not any(_known_as(actor) for actor in sides.all)


@cache
def _one_holds_other(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether, kind by kind, the actors of one are all among those of the other."""
    if not a or not b or a <= b or b <= a:
        return True
    for kind in {_known_as(actor) for actor in a} - {""}:
        first = {actor for actor in a if _known_as(actor) == kind}
        second = {actor for actor in b if _known_as(actor) == kind}
        if second and not (first <= second or second <= first):
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
