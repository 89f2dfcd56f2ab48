"""Whether a link would hold without any day: only then a day may be taken over along it.

Two tellings may be joined because little speaks against it. To date one by the other, or to bound
the day of an article by it, more is asked: who or where or how many must single the event out, and
something else must be shared as well.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from scripts.lexicon import rows as lexicon
from scripts.link.account import Account, Number
from scripts.link.atlas import Atlas
from scripts.link.days import Days, each_day
from scripts.link.kinds import is_statement, mention_words, pace, shared_by_all
from scripts.link.sides import kind_of
from scripts.link.words import WORD

#: What must be shared in all, in points, by how often such events come and come again.
_ENOUGH = {"lasting": 2.0, "usual": 2.0, "frequent": 2.5, "again": 3.0}
#: Days in which an article that gives no day tells what is news.
_NEWS = 10
_WEEK, _MONTH = 6, 31  #: days of an interval that a weekday or a month can contradict
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
    people: frozenset[str]
    sources: frozenset[str]
    last: date | None


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
        people=none.union(*(one.people for one in held)),
        sources=none.union(*(one.sources for one in held)),
        last=max((one.days.end for one in held if one.days is not None), default=None),
    )


def is_sure(telling: Account, others: Known, atlas: Atlas, one_story: bool) -> bool:
    """Whether one article tells of the very event that others date, whatever its day.

    Args:
        telling: What the article tells of it, without a day.
        others: What those say who date it.
        atlas: The places.
        one_story: Whether articles of theirs print the same words elsewhere too.
    """
    kind = _kind(telling.classes & others.classes)
    number = _number_points(telling.numbers, others.numbers)
    if number is None and kind == "frequent":
        return False
    both = telling.sides.all & others.actors
    who = 1.0 if len(both) > 1 else 0.0
    person = any(kind_of(actor) == "person" for actor in both) or telling.people & others.people
    whom = 1.0 if person else 0.0
    where = 1.0 if _one_place(telling.place, others.places, atlas) else 0.0
    if not (who or whom or where or number):
        return False
    named = min(1.0, 0.5 * len(telling.names & others.names))
    said = 0.5 if len(telling.words & others.words) > 2 else 0.0
    if kind == "frequent" and not (whom or number or named or said):
        return False
    beside = (
        bool(both) and telling.sides.all in others.sides,
        kind == "lasting",
        one_story,
        telling.returned,
        _is_news(telling.founder[0], others.last),
    )
    points = who + whom + where + (number or 0.0) + named + said + 0.5 * sum(beside)
    return points >= _ENOUGH[kind]


def _kind(classes: frozenset[str]) -> str:
    """How often such events come; talks and visits of the same people come again."""
    found = pace(classes)
    if found == "usual" and shared_by_all(classes) and not is_statement(classes):
        return "again"
    return found


def _is_news(published: date, last: date | None) -> bool:
    return last is not None and 0 <= (published - last).days <= _NEWS


@cache
def _named(kind: str) -> Mapping[str, int]:
    """Words for days of the week (1 is Monday) or months, in lower case → their number."""
    kinds = {kind, f"{kind}_short"}
    return {
        row["words"].lower(): int(row["code"]) for row in lexicon("dates") if row["kind"] in kinds
    }


def words_allow(text: str | None, days: Days) -> bool:
    """Whether words that could not be reckoned leave it open that a thing was done on these days.

    "On Thursday" allows a Thursday; "years earlier" tells of another time than anybody knows.

    Args:
        text: The words of a report for its date; None where it has none.
        days: Days that others give.
    """
    words = [word.lower() for word in WORD.findall(text or "")]
    if not mention_words("offset").isdisjoint(words):
        return False
    weekdays = {_named("weekday")[word] for word in words if word in _named("weekday")}
    months = {_named("month")[word] for word in words if word in _named("month")}
    close = each_day(days) if days.width <= _MONTH else []
    return (
        not weekdays or days.width > _WEEK or any(d.isoweekday() in weekdays for d in close)
    ) and (not months or days.width > _MONTH or any(d.month in months for d in close))


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
