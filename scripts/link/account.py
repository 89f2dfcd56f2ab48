"""An account: what is told of one event, by one report or by several that tell of the same."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from scripts.link.atlas import Atlas
from scripts.link.days import Days, common, meet
from scripts.link.kinds import shared_by_all
from scripts.link.sides import Sides, can_be_same

#: A figure as far as it can tell events apart: measure or unit, value, of whom.
Number = tuple[str, float, str]


@dataclass(frozen=True)
class Account:
    """What is told of one event.

    reports: ids of the reports, the founder's first. told_by: the source of each.
    sources: the articles that tell it.
    founder: (day of publication, source_id, offset) of the earliest report: what the event's id
    is made of, so that a later article renames nothing.
    standing: see `kinds.standing`.
    latest: no deed told of lies after this day (publication); None where nothing bounds it.
    numbers: its figures. names, words: what its sentences name and say beyond roles and place.
    modes: the modes told. casts: the sides as each report tells them.
    supposed: of an event that names nobody, the two that its article is about; it helps to find
    the event and fills no cell.
    returned: of one way of an exchange, whether its article tells the way back as well.
    people: those it was done to, by name. called: what those are called who stand for a state.
    another: whether a telling sets it apart from one like it ("a second convoy").
    spelt: its place as the articles spell it.
    """

    reports: tuple[str, ...]
    told_by: tuple[str, ...]
    sources: frozenset[str]
    founder: tuple[date, str, int]
    classes: frozenset[str]
    standing: str
    sides: Sides
    days: Days | None
    place: str | None
    latest: date | None
    numbers: frozenset[Number]
    names: frozenset[str]
    words: frozenset[str]
    modes: frozenset[str]
    casts: frozenset[frozenset[str]] = frozenset()
    supposed: frozenset[str] = frozenset()
    returned: bool = False
    people: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    another: bool = False
    spelt: frozenset[str] = frozenset()


def together(a: Account, b: Account, atlas: Atlas) -> Account | None:
    """Both accounts as one, or None where they cannot be of one event.

    All that has been joined counts, not the last to join: an interval shrinks to what every
    report allows, so no chain of pairs ends with two dates that exclude each other.
    """
    classes = a.classes & b.classes
    if not classes or a.standing != b.standing:
        return None
    if a.days and b.days and not meet(a.days, b.days):
        return None
    if not _in_time(a, b) or not _in_time(b, a) or not atlas.compatible(a.place, b.place):
        return None
    if not can_be_same(a.sides, b.sides, shared_by_all(classes)):
        return None
    first, second = sorted((a, b), key=lambda one: one.founder)
    days = common(a.days, b.days) if a.days and b.days else a.days or b.days
    return replace(
        first,
        reports=first.reports + second.reports,
        told_by=first.told_by + second.told_by,
        sources=a.sources | b.sources,
        classes=classes,
        sides=a.sides.with_(b.sides),
        days=days,
        place=atlas.closest(a.place, b.place),
        latest=min((day for day in (a.latest, b.latest) if day), default=None),
        numbers=a.numbers | b.numbers,
        names=a.names | b.names,
        words=a.words | b.words,
        modes=a.modes | b.modes,
        casts=a.casts | b.casts,
        supposed=a.supposed if a.supposed == b.supposed else frozenset(),
        returned=a.returned or b.returned,
        people=a.people | b.people,
        called=a.called | b.called,
        another=a.another or b.another,
        spelt=a.spelt | b.spelt,
    )


def _in_time(a: Account, b: Account) -> bool:
    return a.latest is None or b.days is None or b.days.start <= a.latest


def of_one_story(a: Account, b: Account, near: Mapping[str, frozenset[str]]) -> bool:
    """Whether articles of theirs are of one story.

    Args:
        a: One account.
        b: The other.
        near: source_id → sources of the same story (`stories.neighbours`).
    """
    few, many = sorted((a.sources, b.sources), key=len)
    return any(not many.isdisjoint(near.get(source, ())) for source in few)
