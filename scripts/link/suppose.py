"""Whom an article is about: the two that an event of all sides means when it names nobody."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from scripts.link.account import Account
from scripts.link.kinds import goes_both_ways, shared_by_all
from scripts.link.sides import kind_of

#: Events between the same two parties that make an article one about these two.
_LEAST = 2
#: What fights wars and comes to terms.
_PARTIES = frozenset({"country", "polity", "armed-group"})


def _pair(account: Account) -> frozenset[str]:
    parties = frozenset(actor for actor in account.sides.all if kind_of(actor) in _PARTIES)
    return parties if len(parties) == 2 else frozenset()


def suppose(accounts: Sequence[Account]) -> list[Account]:
    """The accounts of one article; those that name no side get the two that all others are about.

    "The war" means the parties of the article's other wars, where these are between the same two;
    or else, like "a joint statement", the parties of the article, where at least two of three of
    its events between parties are between the same two. Nothing is supposed of an event that is
    told with a place, which may be another war elsewhere.
    """
    about = _about(accounts)
    return [
        replace(one, supposed=_of_its_kind(one, accounts) or about) if _open(one) else one
        for one in accounts
    ]


def _of_its_kind(account: Account, accounts: Sequence[Account]) -> frozenset[str]:
    pairs = {_pair(other) for other in accounts if other.classes & account.classes} - {frozenset()}
    return pairs.pop() if len(pairs) == 1 else frozenset()


def _about(accounts: Sequence[Account]) -> frozenset[str]:
    told = Counter(pair for account in accounts if (pair := _pair(account)))
    if not told:
        return frozenset()
    pair, times = max(told.items(), key=lambda one: (one[1], sorted(one[0])))
    return pair if times >= _LEAST and 3 * times >= 2 * told.total() else frozenset()


def _open(account: Account) -> bool:
    if account.sides.all or account.place is not None:
        return False
    return shared_by_all(account.classes) or goes_both_ways(account.classes)
