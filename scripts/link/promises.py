"""Promises and deeds: which event carries out what was announced.

An announced event bears the day it is to come on, or else only that of its announcement; the two
are told apart by the day on which it was first told. The promise of a swap is kept by a swap, that
of talks by talks, whatever the numbers came to in the end.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from scripts.link.account import Account, together
from scripts.link.atlas import Atlas
from scripts.link.days import Days, days_between, meet
from scripts.link.kinds import pace, shared_by_all
from scripts.link.parts import Event, best
from scripts.link.promised import Broken, Key, Promise, promise_of
from scripts.link.sides import can_be_same

#: Days by which a deed comes after the day that was set for it, and what that says for it.
_LATE = ((0, 2.5), (7, 2.0), (30, 1.0), (120, 0.0))
#: The same for days set no closer than in so many days.
_WINDOWS = ((7, 2.5), (31, 2.0), (92, 1.5), (366, 1.0))
#: Days between an announcement that sets no day and the deed.
_DELAYS = ((31, 1.5), (120, 1.0), (366, 0.0))
#: Days up to which an interval tells when a deed was done.
_CLOSE = 31
#: How far back a deed looks for its promise, unless an equal figure leads there.
_BACK = timedelta(days=120)
#: Points that a deed needs to be taken for the fulfilment of a promise, by how often such come.
_ENOUGH = {"lasting": 2.5, "usual": 2.5, "frequent": 3.0}


def _worth(steps: Iterable[tuple[int, float]], days: int) -> float | None:
    return next((points for limit, points in steps if days <= limit), None)


def _time_points(promise: Promise, deed: Account) -> float | None:
    """What the days say for the deed keeping the promise; None: it cannot."""
    said, done, due = promise.event.account.days, deed.days, promise.due
    if done is None:
        return 0.0
    if said is not None and done.end < said.start:
        return None
    points: float | None
    if due is not None:
        points = _worth(_LATE, days_between(due, done))
        if points is not None and meet(due, done):
            points = _worth(_WINDOWS, due.width) or 0.5
    else:
        since = promise.since
        if since is None or done.end < since.start:
            return 0.0  # the promise is only looked back on
        points = _worth(_DELAYS, days_between(since, done))
    return min(points, 0.5) if points is not None and done.width > _CLOSE else points


def _side_points(said: Account, done: Account, pace_: str) -> float | None:
    a, b = said.sides, done.sides
    if not a.all & b.all or not can_be_same(a, b, shared_by_all(said.classes & done.classes)):
        return None
    if (a.sources, a.targets) == (b.sources, b.targets):
        return 1.0 if len(a.all) > 1 or pace_ != "frequent" else 0.5
    return 0.5 if len(a.all & b.all) > 1 else 0.0


def _place_points(a: str | None, b: str | None, atlas: Atlas) -> float | None:
    if not atlas.compatible(a, b):
        return None
    if a is None or b is None or not (a == b or atlas.nested(a, b)):
        return 0.0
    return 1.0 if min(atlas.fineness(a), atlas.fineness(b)) else 0.5


def _number_points(said: Account, done: Account) -> float:
    equal = said.numbers & done.numbers
    if any(of or value >= 10 for _, value, of in equal):
        return 2.0
    return 1.0 if equal else 0.0


def _word_points(said: Account, done: Account) -> float:
    named = min(1.0, 0.5 * len(said.names & done.names))
    return max(named, 0.5 if len(said.words & done.words) > 2 else 0.0)


def _kept(promise: Promise, deed: Event, near: bool, atlas: Atlas) -> float:
    """What speaks for the deed being the fulfilment of the promise; 0 where that is too little."""
    said, done = promise.event.account, deed.account
    shared = said.classes & done.classes
    if not shared or said.standing == done.standing:
        return 0.0
    pace_ = pace(shared)
    when = _time_points(promise, done)
    who = _side_points(said, done, pace_)
    where = _place_points(said.place, done.place, atlas)
    if when is None or who is None or where is None:
        return 0.0
    number = _number_points(said, done)
    if said.sources & done.sources and not number and not _comes_before(said, done):
        return 0.0  # told beside what is done, it is still to come
    if not when and not number:
        return 0.0
    points = when + who + where + number + _word_points(said, done) + (1.0 if near else 0.0)
    return points if points >= _ENOUGH[pace_] else 0.0


def _comes_before(said: Account, done: Account) -> bool:
    return bool(said.days and done.days and said.days.start < done.days.start)


def _months(days: Days) -> range:
    return range(days.start.year * 12 + days.start.month, days.end.year * 12 + days.end.month + 1)


def _filed(promise: Promise) -> Iterator[Key]:
    """Keys under which a promise is found by those who may have kept it."""
    account = promise.event.account
    when = promise.due or promise.since
    for actor in account.sides.all:
        for kind in account.classes:
            for number in account.numbers:
                yield kind, actor, number
            for month in _months(when) if when is not None else ():
                yield kind, actor, month


def _looked_for(deed: Account) -> Iterator[Key]:
    spell = deed.days
    if spell is not None and spell.width > _BACK.days:
        spell = None
    when = _months(Days(spell.start - _BACK, spell.end, "range")) if spell is not None else ()
    for actor in deed.sides.all:
        for kind in deed.classes:
            for number in deed.numbers:
                yield kind, actor, number
            for month in when:
                yield kind, actor, month


def fulfilments(
    events: Sequence[Event],
    part_of: Mapping[str, str],
    near: Callable[[Account, Account], bool],
    atlas: Atlas,
) -> dict[str, str]:
    """event_id of a deed → event_id of the promise that it carries out.

    Promise and deed have the same sides in the same roles, no two places, and come in that order;
    the day set for it, or one soon after the announcement, an equal figure, a place and names speak
    for the pair, and where two fit equally none is taken. What was called off or denied in between
    is not kept by what comes later. If the parts of an exchange carry out the parts of an announced
    one, the whole does as well, and so do its other parts.

    Args:
        events: All events.
        part_of: What `parts` found.
        near: Whether two accounts come from articles of one story.
        atlas: The places.
    """
    filed: dict[Key, list[Promise]] = {}
    broken = Broken()
    for event in events:
        if event.row["modality"] == "announced" and event.account.sides.all:
            promise = promise_of(event)
            for key in set(_filed(promise)):
                filed.setdefault(key, []).append(promise)
        else:
            broken.file(event)
    broken.sort()
    pairs: list[tuple[float, str, str]] = []
    for deed in events:
        if deed.row["modality"] != "occurred":
            continue
        found = {
            one.event.id: one for key in _looked_for(deed.account) for one in filed.get(key, ())
        }
        for promise in found.values():
            said, done = promise.event.account, deed.account
            one_story = bool(said.sources & done.sources) or near(said, done)
            points = _kept(promise, deed, one_story, atlas)
            if points and not broken.between(promise, done, atlas):
                pairs.append((points, deed.id, promise.event.id))
    by_id = {event.id: event for event in events}
    return _with_wholes(_mutual_best(pairs, by_id, atlas), by_id, part_of)


def _with_wholes(
    found: dict[str, str], by_id: Mapping[str, Event], part_of: Mapping[str, str]
) -> dict[str, str]:
    """Deed → promise, the wholes of kept parts and the other parts of kept wholes added."""
    wholes = {
        (part_of[deed], part_of[promise])
        for deed, promise in found.items()
        if deed in part_of and promise in part_of
    }
    ways: dict[str, list[str]] = {}
    for part, of in sorted(part_of.items()):
        ways.setdefault(of, []).append(part)
    kept = dict(found)
    for whole, announced in sorted(wholes):
        kept.setdefault(whole, announced)
        for done in ways[whole]:
            for said in ways[announced]:
                if by_id[done].account.sides == by_id[said].account.sides:
                    kept.setdefault(done, said)
    return kept


def _mutual_best(
    pairs: Sequence[tuple[float, str, str]], by_id: Mapping[str, Event], atlas: Atlas
) -> dict[str, str]:
    """Deed → promise where each is the other's single best."""
    for_deed: dict[str, list[tuple[tuple[float, ...], str]]] = {}
    for_promise: dict[str, list[tuple[tuple[float, ...], str]]] = {}
    for points, deed, promise in pairs:
        for_deed.setdefault(deed, []).append(((points,), promise))
        for_promise.setdefault(promise, []).append(((points,), deed))
    chosen = {deed: best(_told_once(fits, by_id, atlas)) for deed, fits in for_deed.items()}
    return {
        deed: promise
        for deed, promise in chosen.items()
        if promise is not None and best(for_promise[promise]) == deed
    }


def _told_once(
    fits: Sequence[tuple[tuple[float, ...], str]], by_id: Mapping[str, Event], atlas: Atlas
) -> list[tuple[tuple[float, ...], str]]:
    """What fits, of promises that an article only puts in other words again the first alone."""
    kept: list[tuple[tuple[float, ...], str]] = []
    for points, key in sorted(fits, key=lambda fit: by_id[fit[1]].account.founder):
        account = by_id[key].account
        if not any(
            _put_again(by_id[other].account, account, atlas) for at, other in kept if at == points
        ):
            kept.append((points, key))
    return kept


def _put_again(first: Account, again: Account, atlas: Atlas) -> bool:
    return (
        first.sources == again.sources
        and first.sides == again.sides
        and not (first.numbers and again.numbers)
        and together(first, again, atlas) is not None
    )
