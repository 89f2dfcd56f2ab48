"""Wholes and parts, promises and fulfilments: which event belongs to which."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from scripts.link.account import Account
from scripts.link.days import days_between, meet
from scripts.link.kinds import goes_both_ways, parent_rank
from scripts.link.values import Row

#: Days between promise and deed, and what they say for the one being the other's fulfilment.
_DELAYS = ((30, 2.0), (120, 1.0), (366, 0.0))
#: Points that a deed needs to be taken for the fulfilment of a promise.
_ENOUGH = 2.0
#: The types whose events may stand for an announced exchange.
_ACCORD = "AGREE"
#: The mode of what is an exchange by its very name.
_EXCHANGE = "prisoner_exchange"


@dataclass(frozen=True)
class Event:
    """An event's row and the account it was made from."""

    row: Row
    account: Account

    @property
    def id(self) -> str:
        """The event's id."""
        return str(self.row["event_id"])


def _one_time(a: Account, b: Account) -> bool:
    return a.days is None or b.days is None or meet(a.days, b.days)


def _opposite(a: Account, b: Account) -> bool:
    """Whether two releases are the two ways of one exchange."""
    return (
        a.standing == b.standing
        and bool(a.sides.sources)
        and a.sides.sources == b.sides.targets
        and a.sides.targets == b.sides.sources
        and bool(a.sources & b.sources)
        and _one_time(a, b)
    )


def _best(fits: Iterable[tuple[tuple[float, ...], str]]) -> str | None:
    """The id with the highest score, None where two share it."""
    ordered = sorted(fits, reverse=True)
    if not ordered or (len(ordered) > 1 and ordered[0][0] == ordered[1][0]):
        return None
    return ordered[0][1]


def _whole_of(
    part: Event, ways: Sequence[Event], wholes: Sequence[Event], nameless: Sequence[Event]
) -> str | None:
    """The exchange that a release is one way of.

    It is told as an exchange by a source that tells the release as well (or on the same day), if
    need be without saying between whom (`nameless`) by one that tells both ways; or, where both
    ways are only announced, it is the accord that announces them.
    """
    account = part.account
    swaps: list[tuple[tuple[float, ...], str]] = [
        ((float(len(whole.account.sources & account.sources)), _day_points(whole, part)), whole.id)
        for whole in wholes
        if whole.account.sides.form == "mutual"
        and goes_both_ways(whole.account.classes)
        and whole.account.standing == account.standing
        and account.sides.all <= whole.account.sides.all
        and _one_time(whole.account, account)
        and (whole.account.sources & account.sources or _day_points(whole, part))
    ]
    back = [way for way in ways if _opposite(account, way.account)]
    if not swaps and back:
        swaps = [
            ((float(len(swap.account.sources & account.sources)),), swap.id)
            for swap in nameless
            if swap.account.standing == account.standing
            and swap.account.sources & account.sources
            and _one_time(swap.account, account)
        ]
    if swaps:
        return _best(swaps)
    if account.standing != "announced" or not back:
        return None
    told_in = account.sources.union(*(way.account.sources for way in back))
    accords = [
        (
            (
                float(len(whole.account.sources & told_in)),
                -float(parent_rank(whole.row["type"], str(whole.row["mode"]))),
                _day_points(whole, part),
            ),
            whole.id,
        )
        for whole in wholes
        if whole.row["type"] == _ACCORD
        and parent_rank(whole.row["type"], str(whole.row["mode"]))
        and account.sides.all <= whole.account.sides.all
        and whole.account.sources & told_in
        and _one_time(whole.account, account)
    ]
    return _best(accords)


def _day_points(whole: Event, part: Event) -> float:
    a, b = whole.account.days, part.account.days
    return 1.0 if a and b and max(a.width, b.width) <= 7 else 0.0


def _by_actor(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        for actor in sorted(event.account.sides.all):
            found.setdefault(actor, []).append(event)
    return found


def _by_source(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        for source in sorted(event.account.sources):
            found.setdefault(source, []).append(event)
    return found


def parts(events: Sequence[Event]) -> dict[str, str]:
    """event_id of a part → event_id of its whole: the ways of an exchange → the exchange."""
    releases = [
        event
        for event in events
        if goes_both_ways(event.account.classes) and event.account.sides.one_to_other
    ]
    ways = _by_actor(releases)
    wholes = _by_actor(
        event
        for event in events
        if event.account.sides.form == "mutual" or event.row["type"] == _ACCORD
    )
    nameless = _by_source(
        event
        for event in events
        if event.row["mode"] == _EXCHANGE and event.account.sides.form == "open"
    )
    found: dict[str, str] = {}
    for part in releases:
        actor = min(part.account.sides.all)
        swaps = {
            swap.id: swap
            for source in sorted(part.account.sources)
            for swap in nameless.get(source, ())
        }
        whole = _whole_of(part, ways.get(actor, ()), wholes.get(actor, ()), list(swaps.values()))
        if whole is not None:
            found[part.id] = whole
    return found


def _kept(promise: Event, deed: Event, near: Callable[[Account, Account], bool]) -> float:
    """What speaks for the deed being the fulfilment of the promise; 0 where it cannot be."""
    said, done = promise.account, deed.account
    if not said.classes & done.classes:
        return 0.0
    if (said.sides.sources, said.sides.targets) != (done.sides.sources, done.sides.targets):
        return 0.0
    points = 0.0
    if said.days and done.days:
        if done.days.end < said.days.start:
            return 0.0
        delay = days_between(said.days, done.days)
        if delay > _DELAYS[-1][0]:
            return 0.0
        points = next(worth for limit, worth in _DELAYS if delay <= limit)
    points += 2.0 if {key for key in said.numbers & done.numbers if key[2]} else 0.0
    return points + (1.0 if said.sources & done.sources or near(said, done) else 0.0)


def fulfilments(
    events: Sequence[Event],
    part_of: Mapping[str, str],
    near: Callable[[Account, Account], bool],
) -> dict[str, str]:
    """event_id of a deed → event_id of the promise that it carries out.

    Promise and deed have the same sides in the same roles and come in that order; days close to
    each other or an equal figure speak for the pair, and where two fit equally none is taken.
    If the parts of an exchange carry out the parts of an announced one, the whole does as well,
    and so do its other parts.

    Args:
        events: All events.
        part_of: What `parts` found.
        near: Whether two accounts come from articles of one story.
    """
    promised = [e for e in events if e.row["modality"] == "announced" and e.account.sides.all]
    at_hand = _by_actor(promised)
    pairs: list[tuple[float, str, str]] = []
    for deed in events:
        if deed.row["modality"] != "occurred" or not deed.account.sides.all:
            continue
        for promise in at_hand.get(min(deed.account.sides.all), ()):
            points = _kept(promise, deed, near)
            if points >= _ENOUGH and promise.account.standing != deed.account.standing:
                pairs.append((points, deed.id, promise.id))
    found = _mutual_best(pairs)
    wholes = {
        (part_of[deed], part_of[promise])
        for deed, promise in found.items()
        if deed in part_of and promise in part_of
    }
    by_id = {event.id: event for event in events}
    ways: dict[str, list[str]] = {}
    for part, of in sorted(part_of.items()):
        ways.setdefault(of, []).append(part)
    for whole, announced in sorted(wholes):
        found.setdefault(whole, announced)
        for done in ways[whole]:
            for said in ways[announced]:
                if by_id[done].account.sides == by_id[said].account.sides:
                    found.setdefault(done, said)
    return found


def _mutual_best(pairs: Sequence[tuple[float, str, str]]) -> dict[str, str]:
    """Deed → promise where each is the other's single best."""
    for_deed: dict[str, list[tuple[tuple[float, ...], str]]] = {}
    for_promise: dict[str, list[tuple[tuple[float, ...], str]]] = {}
    for points, deed, promise in pairs:
        for_deed.setdefault(deed, []).append(((points,), promise))
        for_promise.setdefault(promise, []).append(((points,), deed))
    chosen = {deed: _best(fits) for deed, fits in for_deed.items()}
    return {
        deed: promise
        for deed, promise in chosen.items()
        if promise is not None and _best(for_promise[promise]) == deed
    }
