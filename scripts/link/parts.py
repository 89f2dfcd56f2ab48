"""Wholes and parts: the ways of an exchange, and the exchange they belong to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scripts.link.account import Account
from scripts.link.days import Days, each_day, meet
from scripts.link.kinds import goes_both_ways, parent_rank
from scripts.link.sides import Sides
from scripts.link.values import Row

#: The types whose events may stand for an announced exchange.
_ACCORD = "AGREE"
#: The mode of what is an exchange by its very name.
_EXCHANGE = "prisoner_exchange"
#: Days up to which an interval tells two exchanges apart.
_NARROW = 7


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


def best(fits: Iterable[tuple[tuple[float, ...], str]]) -> str | None:
    """The id with the highest score, None where two share it."""
    ordered = sorted(fits, reverse=True)
    if not ordered or (len(ordered) > 1 and ordered[0][0] == ordered[1][0]):
        return None
    return ordered[0][1]


def _whole_of(
    part: Event, back: Sequence[Event], wholes: Sequence[Event], nameless: Sequence[Event]
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
    if not swaps and back:
        swaps = [
            ((float(len(swap.account.sources & account.sources)),), swap.id)
            for swap in nameless
            if swap.account.standing == account.standing
            and swap.account.sources & account.sources
            and _one_time(swap.account, account)
        ]
    if swaps:
        return best(swaps)
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
    return best(accords)


def _day_points(whole: Event, part: Event) -> float:
    a, b = whole.account.days, part.account.days
    return 1.0 if a and b and max(a.width, b.width) <= _NARROW else 0.0


def _by_source(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        for source in sorted(event.account.sources):
            found.setdefault(source, []).append(event)
    return found


def _on_days(account: Account) -> Iterator[tuple[str, date]]:
    """The days of one who takes part, where the days tell two events apart."""
    if account.days is not None and account.days.width <= _NARROW:
        for day in each_day(account.days):
            for actor in account.sides.all:
                yield actor, day


def _once(*held: Iterable[Event]) -> list[Event]:
    return list({event.id: event for events in held for event in events}.values())


def parts(events: Sequence[Event]) -> dict[str, str]:
    """event_id of a part → event_id of its whole: the ways of an exchange → the exchange."""
    releases = [
        event
        for event in events
        if goes_both_ways(event.account.classes) and event.account.sides.one_to_other
    ]
    ways = _by_source(releases)
    wholes = [
        event
        for event in events
        if event.account.sides.form == "mutual" or event.row["type"] == _ACCORD
    ]
    told = _by_source(wholes)
    on_day: dict[tuple[str, date], list[Event]] = {}
    for event in wholes:
        for key in _on_days(event.account):
            on_day.setdefault(key, []).append(event)
    nameless = _by_source(
        event
        for event in events
        if event.row["mode"] == _EXCHANGE and event.account.sides.form == "open"
    )
    found: dict[str, str] = {}
    for part in releases:
        account = part.account
        beside = _once(*(ways[source] for source in account.sources))
        back = [way for way in beside if _opposite(account, way.account)]
        told_in = account.sources.union(*(way.account.sources for way in back))
        whole = _whole_of(
            part,
            back,
            _once(
                *(told.get(source, ()) for source in told_in),
                *(on_day.get(key, ()) for key in _on_days(account)),
            ),
            _once(*(nameless.get(source, ()) for source in account.sources)),
        )
        if whole is not None:
            found[part.id] = whole
    return {**_given_for_it(events, found), **found}


def _on_day(event: Event) -> Iterator[tuple[str, str, Days]]:
    days = event.account.days
    if days is not None and days.width <= _NARROW:
        for source in sorted(event.account.sources):
            yield source, event.account.standing, days


def _given_for_it(events: Sequence[Event], found: Mapping[str, str]) -> dict[str, str]:
    """event_id of a release → the exchange, of what a side gives on the day on which it gets.

    Whom it lets go is not told, or they are of no side: "nine guards for 30 townspeople". An
    article that tells both of one day tells one exchange, unless it tells two.
    """
    back: dict[tuple[str, str, Days], list[Event]] = {}
    for event in events:
        if event.id in found and event.account.sides.one_to_other:
            for key in _on_day(event):
                back.setdefault(key, []).append(event)
    given: dict[str, str] = {}
    for event in events:
        sides = event.account.sides
        if (
            event.id in found
            or sides.form != "directed"
            or not goes_both_ways(event.account.classes)
        ):
            continue
        wholes = {
            found[way.id]
            for key in _on_day(event)
            for way in back.get(key, ())
            if _answers(sides, way.account.sides)
        }
        if len(wholes) == 1:
            given[event.id] = wholes.pop()
    return given


def _answers(sides: Sides, way: Sides) -> bool:
    if sides.sources:
        return sides.sources == way.targets and way.sources.isdisjoint(sides.targets)
    return sides.targets == way.sources
