"""Whom an article is about: the two that an event of all sides means when it names nobody."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from scripts.link.account import Account
from scripts.link.kinds import goes_both_ways, shared_by_all
from scripts.link.sides import kind_of

#: Events between the same two countries that make an article one about these two.
_LEAST = 2


def _pair(account: Account) -> frozenset[str]:
    countries = frozenset(actor for actor in account.sides.all if kind_of(actor) == "country")
    return countries if len(countries) == 2 else frozenset()


def suppose(accounts: Sequence[Account]) -> list[Account]:
    """The accounts of one article; those that name no side get the two that all others are about.

    "The war" and "a joint statement" mean the parties of the article where at least two of three
    of its events between countries are between the same two. Nothing is supposed of an event that
    is told with a place, which may be another war elsewhere.
    """
    told = Counter(pair for account in accounts if (pair := _pair(account)))
    if not told:
        return list(accounts)
    pair, times = max(told.items(), key=lambda one: (one[1], sorted(one[0])))
    if times < _LEAST or 3 * times < 2 * told.total():
        return list(accounts)
    return [replace(account, supposed=pair) if _open(account) else account for account in accounts]


def _open(account: Account) -> bool:
    if account.sides.all or account.place is not None:
        return False
    return shared_by_all(account.classes) or goes_both_ways(account.classes)
