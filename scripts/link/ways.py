"""The two ways of one exchange: where one way is one event across articles, so is the other."""

from collections.abc import Sequence
from dataclasses import replace

from scripts.link.account import Account, together
from scripts.link.atlas import Atlas
from scripts.link.kinds import goes_both_ways
from scripts.link.sides import Sides


def _way(sides: Sides) -> tuple[frozenset[str], frozenset[str]]:
    return sides.sources, sides.targets


def mark_returns(accounts: Sequence[Account]) -> list[Account]:
    """The accounts of one article; each way of an exchange it tells both ways of says so."""
    ways = {(one.standing, *_way(one.sides)) for one in accounts if _is_way(one)}
    return [
        replace(one, returned=True)
        if _is_way(one) and (one.standing, one.sides.targets, one.sides.sources) in ways
        else one
        for one in accounts
    ]


def join_ways(accounts: Sequence[Account], atlas: Atlas) -> list[Account]:
    """Join releases whose counterparts are one: what A gives and what B gives belong together.

    Args:
        accounts: One account an event, as `events.join` gives them.
        atlas: The places.
    """
    found = list(accounts)
    told: dict[tuple[str, str, frozenset[str], frozenset[str]], list[int]] = {}
    for number, account in enumerate(found):
        if _is_way(account):
            for source in sorted(account.sources):
                key = (source, account.standing, *_way(account.sides))
                told.setdefault(key, []).append(number)
    gone: set[int] = set()
    for number, account in enumerate(found):
        if number in gone or not _is_way(account) or len(account.sources) < 2:
            continue
        back = {
            other
            for source in account.sources
            for other in told.get(
                (source, account.standing, account.sides.targets, account.sides.sources), ()
            )
            if other not in gone
        }
        first, *others = sorted(back) or [number]
        for other in others:
            joined = together(found[first], found[other], atlas)
            if joined is not None and not found[first].sources & found[other].sources:
                found[first] = joined
                gone.add(other)
    kept = [account for number, account in enumerate(found) if number not in gone]
    return sorted(kept, key=lambda account: account.founder)


def _is_way(account: Account) -> bool:
    return goes_both_ways(account.classes) and account.sides.one_to_other
