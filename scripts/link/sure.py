"""Whether a link would hold without any day: only then a day may be taken over along it.

Two tellings may be joined because little speaks against it. To date one by the other, or to bound
the day of an article by it, more is asked: who or where or how many must single the event out, and
something else must be shared as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.link.account import Account, Number
from scripts.link.atlas import Atlas
from scripts.link.kinds import pace
from scripts.link.sides import kind_of

#: What must be shared beside what singles the event out, in points.
_ENOUGH = 2.0
#: A count below this is shared by chance.
_TELLING = 10


@dataclass(frozen=True)
class Known:
    """What the dated tellings of an event say of it together."""

    classes: frozenset[str]
    sides: frozenset[frozenset[str]]
    actors: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[Number]
    names: frozenset[str]
    words: frozenset[str]
    sources: frozenset[str]


def known(accounts: Iterable[Account]) -> Known:
    """The tellings of one event, seen as one.

    Args:
        accounts: One account an article; at least one.
    """
    held = list(accounts)
    none: frozenset[str] = frozenset()
    return Known(
        classes=frozenset.intersection(*(one.classes for one in held)),
        sides=frozenset(one.sides.all for one in held),
        actors=none.union(*(one.sides.all for one in held)),
        places=frozenset(one.place for one in held if one.place is not None),
        numbers=frozenset[Number]().union(*(one.numbers for one in held)),
        names=none.union(*(one.names for one in held)),
        words=none.union(*(one.words for one in held)),
        sources=none.union(*(one.sources for one in held)),
    )


def is_sure(telling: Account, others: Known, atlas: Atlas, one_story: bool) -> bool:
    """Whether one article tells of the very event that others date, whatever its day.

    Args:
        telling: What the article tells of it, without a day.
        others: What those say who date it.
        atlas: The places.
        one_story: Whether articles of theirs print the same words elsewhere too.
    """
    often = pace(telling.classes & others.classes) == "frequent"
    number = _number_points(telling.numbers, others.numbers)
    if number is None and often:
        return False
    both = telling.sides.all & others.actors
    who = 1.0 if len(both) > 1 else 0.0
    whom = 1.0 if any(kind_of(actor) == "person" for actor in both) else 0.0
    where = 1.0 if _one_place(telling.place, others.places, atlas) else 0.0
    if not (who or whom or where or number):
        return False
    named = min(1.0, 0.5 * len(telling.names & others.names))
    said = 0.5 if len(telling.words & others.words) > 2 else 0.0
    if often and not (whom or number or named or said):
        return False
    cast = 0.5 if both and telling.sides.all in others.sides else 0.0
    seldom = 0.5 if pace(telling.classes & others.classes) == "lasting" else 0.0
    points = who + whom + where + (number or 0.0) + named + said + cast + seldom
    return points + (0.5 if one_story else 0.0) + (0.5 if telling.returned else 0.0) >= _ENOUGH


def _number_points(mine: frozenset[Number], theirs: frozenset[Number]) -> float | None:
    """What equal figures say; None where each counts the same things and they differ."""
    equal = mine & theirs
    if any(of or value >= _TELLING for _, value, of in equal):
        return 1.5
    counted = {(measure, of) for measure, _, of in mine} & {(m, of) for m, _, of in theirs}
    return None if counted and not equal else 0.5 * len(equal)


def _one_place(place: str | None, places: frozenset[str], atlas: Atlas) -> bool:
    """Whether a place finer than a country is told by both."""
    if place is None or not atlas.fineness(place):
        return False
    return any(
        place == other or (atlas.fineness(other) > 0 and atlas.nested(place, other))
        for other in places
    )
