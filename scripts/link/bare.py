"""Within one article: what is told again without saying who, and where or when, is told once.

"A bomb went off at eight" and "the bombing of a market in Lyon" share nothing but their kind. Where
an article has just one event that such words can be of, they are of that one.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from scripts.link.account import Account, together
from scripts.link.atlas import Atlas
from scripts.link.likeness import counts_differ

#: Kinds of event that an article tells again in other words.
_RETOLD = frozenset({"strike", "uprooting"})
#: How far back what an article reports lies.
_NEWS = timedelta(days=31)


def join_bare(
    accounts: Sequence[Account], atlas: Atlas, apart: Callable[[Account, Account], bool]
) -> list[Account]:
    """The accounts of one article, those that name nobody joined to the only one they can be of.

    Args:
        accounts: One account an event.
        atlas: The places.
        apart: Whether the words of two tell of two deeds.
    """
    found = sorted(accounts, key=lambda one: one.founder)
    for bare in [one for one in found if _is_bare(one)]:
        if bare not in found:
            continue
        fits = [
            (other, joined)
            for other in found
            if other is not bare
            and _may_be_meant(bare, other)
            and not apart(bare, other)
            and (joined := together(other, bare, atlas)) is not None
        ]
        # Of two that tell little, either may be told again; of one that tells more, that one is.
        fits = [fit for fit in fits if not _is_bare(fit[0])] or fits
        if len(fits) == 1:
            other, joined = fits[0]
            found = [one for one in found if one not in (bare, other)]
            found.append(joined)
    return sorted(found, key=lambda one: one.founder)


def _is_bare(account: Account) -> bool:
    """Whether an account names nobody, and no day or no place."""
    open_ = account.days is None or account.place is None
    news = account.days is None or _is_news(account)
    retold = not account.classes.isdisjoint(_RETOLD)
    return retold and open_ and news and not account.sides.all and not account.another


def _may_be_meant(bare: Account, other: Account) -> bool:
    if other.another or not _is_news(other) or bare.standing != other.standing:
        return False
    if (bare.classes & other.classes).isdisjoint(_RETOLD):
        return False
    return not counts_differ(bare, other)


def _is_news(account: Account) -> bool:
    """Whether an event lies in the weeks before its article was printed, as far as is told."""
    if account.days is None:
        return True
    printed = account.founder[0]
    return printed != date.max and account.days.start >= printed - _NEWS
