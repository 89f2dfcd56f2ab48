"""An account: what is told of one event, by one report or by several that tell of the same."""

from dataclasses import dataclass, replace
from datetime import date

from scripts.link.atlas import Atlas
from scripts.link.days import Days, common, meet
from scripts.link.kinds import pace, shared_by_all
from scripts.link.sides import Sides, can_be_same, kind_of

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
    )


def _in_time(a: Account, b: Account) -> bool:
    return a.latest is None or b.days is None or b.days.start <= a.latest


#: Widest interval in days → what meeting within it is worth, by how often such events come.
_DATE_POINTS = {
    "usual": ((2, 3.0), (7, 2.5), (31, 2.0), (92, 1.5), (366, 1.0), (3653, 0.5)),
    "lasting": ((2, 3.0), (31, 2.5), (366, 2.0), (3653, 1.5)),
    "frequent": ((2, 1.5), (7, 1.0), (31, 0.5)),
}
#: What two accounts must share, in points, to be taken for one event.
ENOUGH = 3.5
#: By how much the best candidate must be ahead of the next.
MARGIN = 0.5


def date_points(a: Days | None, b: Days | None, pace_: str) -> float:
    """What it says that two intervals meet: much for a day, little for a year."""
    if a is None or b is None:
        return 0.0
    widest = max(a.width, b.width)
    return next((points for width, points in _DATE_POINTS[pace_] if widest <= width), 0.0)


def _supposed_points(a: Account, b: Account) -> float:
    if a.days is None or b.days is None:
        return 0.0
    first, second = a.sides.all or a.supposed, b.sides.all or b.supposed
    return 1.5 if len(first & second) > 1 else 0.0


def _side_points(one: Account, other: Account, pace_: str) -> float:
    a, b = one.sides, other.sides
    both = a.all & b.all
    # Nobody is killed or seized twice in a way that a paper would not tell apart.
    if pace_ == "frequent" and any(kind_of(actor) == "person" for actor in a.targets & b.targets):
        return 3.0
    points = 2.0 if len(both) > 1 else 1.5 if one.casts & other.casts else 1.0
    return points + (0.5 if a.helpers & b.helpers else 0.0)


def _place_points(a: str | None, b: str | None, atlas: Atlas) -> float:
    if a is None or b is None:
        return 0.0
    wide = min(atlas.fineness(a), atlas.fineness(b))
    if a == b:
        return 2.0 if wide else 0.5
    if not atlas.nested(a, b):
        return 0.0
    return 1.0 if wide else 0.5


def _number_points(a: frozenset[Number], b: frozenset[Number]) -> float:
    return min(3.0, sum(2.0 if value >= 10 else 1.0 for _, value, _ in a & b))


def _word_points(a: Account, b: Account, pace_: str) -> float:
    named = len(a.names & b.names)
    said = len(a.words & b.words)
    points = 1.5 if named > 1 else float(named)
    # Of what happens every week the same people are told in the same words.
    dated = a.days is not None and b.days is not None
    most = 1.0 if pace_ == "frequent" and not dated else 1.5
    return min(most, points + (1.0 if said > 4 else 0.5 if said > 2 else 0.0))


def likeness(a: Account, b: Account, atlas: Atlas, one_story: bool) -> float:
    """What speaks for two compatible accounts being of one event, in points.

    Args:
        a: One account.
        b: The other.
        atlas: The places.
        one_story: Whether articles of theirs print the same words elsewhere too.
    """
    pace_ = pace(a.classes & b.classes)
    told = a.sides.all & b.sides.all
    return (
        date_points(a.days, b.days, pace_)
        + (_side_points(a, b, pace_) if told else _supposed_points(a, b))
        + _place_points(a.place, b.place, atlas)
        + _number_points(a.numbers, b.numbers)
        + _word_points(a, b, pace_)
        + (1.0 if one_story else 0.0)
        + (1.0 if a.returned and b.returned else 0.0)
    )
