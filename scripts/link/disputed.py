"""Accounts that coincide in all but the day or the town: one event, on which papers differ.

A false join makes up a contradiction, which is worse than missing one. So two accounts become one
only where they share what two events would not: the same people in the same roles, a figure, a
person or several names, and no article tells both.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from scripts.link.account import Account, of_one_story, together
from scripts.link.atlas import Atlas
from scripts.link.days import Days, days_between, meet
from scripts.link.kinds import done_once, goes_both_ways, pace
from scripts.link.likeness import (
    counts_differ,
    in_one_town,
    same_person,
    shared_numbers,
    town_names,
)
from scripts.link.sides import can_be_same

#: Days by which papers may put one event apart, by how often such events come.
_DAYS_APART = {"usual": 3, "frequent": 1}
#: No town has two truces in a few days.
_TRUCE = "RETREAT/ceasefire"
#: Days between articles that dispute one event.
_PRINTED_APART = 31
#: People whom two events would hardly both count.
_MANY = 10
#: Accounts that share what may be disputed; where more do, it tells none of them.
_COMMON = 20
#: Names of an account that it is looked up by.
_NAMES = 6
#: Widest interval of days that another can contradict.
_EXACT = 2

Key = tuple[str, ...]
Near = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class _Known:
    """What two accounts are held against.

    ways: standing and sides → who tells of each release between these two.
    """

    atlas: Atlas
    near: Near
    ways: Mapping[tuple[str, frozenset[str]], Sequence[frozenset[str]]]

    def share_a_way(self, a: Account, b: Account) -> bool:
        """Whether both articles of two exchanges tell of a release that is one already."""
        if not goes_both_ways(a.classes & b.classes) or a.sides.all != b.sides.all:
            return False
        told = self.ways.get((a.standing, a.sides.all), ())
        return any(one & a.sources and one & b.sources for one in told)


def _ways(accounts: Iterable[Account]) -> dict[tuple[str, frozenset[str]], list[frozenset[str]]]:
    found: dict[tuple[str, frozenset[str]], list[frozenset[str]]] = {}
    for one in accounts:
        if goes_both_ways(one.classes) and one.sides.one_to_other and len(one.sources) > 1:
            found.setdefault((one.standing, one.sides.all), []).append(one.sources)
    return found


def _keys(account: Account, atlas: Atlas) -> Iterator[Key]:
    """What two accounts of one event must share, so that they find each other."""
    names = sorted(account.names)[:_NAMES]
    named = [*names, *sorted(frozenset[str]().union(*town_names(account, atlas)))]
    anchors = [*sorted(account.sides.all), *(f"name {name}" for name in named)]
    for kind in sorted(account.classes):
        block = (kind, account.standing)
        for person in sorted(account.people):
            yield (*block, "who", person)
        for anchor in anchors:
            for measure, value, _ in sorted(account.numbers):
                yield (*block, anchor, measure, repr(value))
        if kind == _TRUCE and account.place is not None:
            for day in _about(account):
                yield (*block, account.place, day)
        for actor in sorted(account.sides.all):
            for one, other in combinations(named, 2):
                yield (*block, actor, one, other)
        for one, other in combinations(sorted(account.sides.all)[:_NAMES], 2):
            for day in _about(account):
                yield (*block, one, other, day)


def _about(account: Account) -> list[str]:
    """The days that an account is looked up by: those that papers may put it on."""
    assert account.days is not None
    near = range(-_DAYS_APART["usual"], _DAYS_APART["usual"] + 1)
    return [(account.days.start + timedelta(days=n)).isoformat() for n in near]


def _may_be_disputed(account: Account) -> bool:
    if account.days is None or account.days.width > _EXACT or account.another:
        return False
    known = pace(account.classes) in _DAYS_APART or _TRUCE in account.classes
    return known and account.standing in {"occurred", "said"}


def _same_roles(a: Account, b: Account) -> bool:
    """Whether both name the same sides in the same roles; one may leave a role out."""
    pairs = ((a.sides.sources, b.sides.sources), (a.sides.targets, b.sides.targets))
    return all(not one or not other or one == other for one, other in pairs)


def _printed_close(a: Account, b: Account) -> bool:
    """Whether each article could have told the other's day, and both are of one time."""
    first, second = a.founder[0], b.founder[0]
    assert a.days is not None
    assert b.days is not None
    # Of what comes day after day, what was printed on the day itself may be the next.
    late = timedelta(days=1 if pace(a.classes & b.classes) == "frequent" else 0)
    if a.days.end > second - late or b.days.end > first - late:
        return False
    known = date.max not in (first, second)
    return not known or abs((first - second).days) <= _PRINTED_APART


def _is_one(a: Account, b: Account, known: _Known) -> bool:
    """Whether two accounts coincide in all but the day or the town."""
    classes = a.classes & b.classes
    if not classes or a.standing != b.standing or a.sources & b.sources:
        return False
    if a.days is None or b.days is None:
        return False
    if not same_person(a, b) and not _printed_close(a, b):
        return False
    if not can_be_same(a.sides, b.sides, shared=False) or not _same_roles(a, b):
        return False
    if counts_differ(a, b) and not same_person(a, b):
        return False
    atlas = known.atlas
    if atlas.compatible(a.place, b.place):
        apart = days_between(a.days, b.days)
        if meet(a.days, b.days) or apart > _DAYS_APART.get(pace(classes), _DAYS_APART["usual"]):
            return False
        return known.share_a_way(a, b) or _one_in_all_but_days(a, b, atlas, known.near)
    towns = all(place and atlas.fineness(place) >= 2 for place in (a.place, b.place))
    if not towns or a.days != b.days:
        return False
    return known.share_a_way(a, b) or _one_in_all_but_town(a, b, known.near)


def _many(a: Account, b: Account) -> bool:
    return any(value >= _MANY for _, value in shared_numbers(a, b))


def _one_in_all_but_days(a: Account, b: Account, atlas: Atlas, near: Near) -> bool:
    classes = a.classes & b.classes
    town = in_one_town(a, b, atlas)
    if same_person(a, b) or (_TRUCE in classes and town):
        return True
    both = len(a.sides.all & b.sides.all) > 1
    named, story = len(a.names & b.names), of_one_story(a, b, near)
    if pace(classes) == "frequent":
        known = bool(a.sides.all & b.sides.all) or named > 0 or story
        most = max((value for _, value in shared_numbers(a, b)), default=0)
        return done_once(classes) and town and most >= (_MANY if known else 2 * _MANY)
    if shared_numbers(a, b):
        return (_many(a, b) or both) and (both + town + min(named, 1) + story) > 1
    # Talks go on from day to day.
    return both and "talks" not in classes and town + min(named, 2) + story > 2


def _one_in_all_but_town(a: Account, b: Account, near: Near) -> bool:
    classes = a.classes & b.classes
    if same_person(a, b):
        return True
    named, story = len(a.names & b.names), of_one_story(a, b, near)
    both = len(a.sides.all & b.sides.all) > 1
    if pace(classes) == "frequent":
        known = bool(a.sides.all & b.sides.all)
        return done_once(classes) and known and story and _many(a, b)
    # Hardly any story of these days has two meetings of the same two on one day in two towns.
    news = story and date.max not in (a.founder[0], b.founder[0])
    return both and (news or ((_many(a, b) or story) and named + story > 1))


def _united(one: Account, other: Account, atlas: Atlas) -> Account | None:
    """Both as one: over all the days that either tells, and in no town where they differ."""
    a, b = one.days, other.days
    assert a is not None
    assert b is not None
    days = a
    if (a.start, a.end) != (b.start, b.end):
        days = Days(min(a.start, b.start), max(a.end, b.end), "range")
    places = one.place, other.place
    if not atlas.compatible(*places):
        places = None, None
    bare = [
        replace(account, days=None, place=place, latest=None)
        for account, place in zip((one, other), places, strict=True)
    ]
    joined = together(bare[0], bare[1], atlas)
    latest = min((day for day in (one.latest, other.latest) if day), default=None)
    return None if joined is None else replace(joined, days=days, latest=latest)


def join_disputed(accounts: Sequence[Account], atlas: Atlas, near: Near) -> list[Account]:
    """The accounts with those as one that contradict each other on the day or the town.

    Where an account fits several, all of them must fit each other, or none is joined.

    Args:
        accounts: One account an event, as `events.join` gives them.
        atlas: The places.
        near: source_id → sources of the same story.
    """
    filed: dict[Key, list[int]] = {}
    for number, account in enumerate(accounts):
        if _may_be_disputed(account):
            for key in _keys(account, atlas):
                filed.setdefault(key, []).append(number)
    pairs = {
        pair for held in filed.values() if len(held) <= _COMMON for pair in combinations(held, 2)
    }
    known = _Known(atlas, near, _ways(accounts))
    fits: dict[int, set[int]] = {}
    for one, other in sorted(pairs):
        if _is_one(accounts[one], accounts[other], known):
            fits.setdefault(one, {one}).add(other)
            fits.setdefault(other, {other}).add(one)
    gone: set[int] = set()
    found = list(accounts)
    for first in sorted(fits):
        if first in gone or any(fits[other] != fits[first] for other in fits[first]):
            continue
        joined = _all(found, sorted(fits[first]), atlas)
        if joined is not None:
            gone |= fits[first]
            found.append(joined)
    kept = [account for number, account in enumerate(found) if number not in gone]
    return sorted(kept, key=lambda account: account.founder)


def _all(accounts: Sequence[Account], numbers: Iterable[int], atlas: Atlas) -> Account | None:
    joined: Account | None = None
    for number in numbers:
        one = accounts[number]
        joined = one if joined is None else _united(joined, one, atlas)
        if joined is None:
            return None
    return joined
