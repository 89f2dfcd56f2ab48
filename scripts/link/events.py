"""Across articles: accounts of one event become one, blocked by who, when and what they share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from scripts.link.account import Account, of_one_story, together
from scripts.link.atlas import Atlas
from scripts.link.days import LONG_SPELL, Days, each_day
from scripts.link.kinds import pace
from scripts.link.likeness import ENOUGH, MARGIN, days_before, is_timed, likeness, town_names
from scripts.link.sides import is_vague

#: Days up to which an interval is looked up day by day.
_NARROW = 7
#: Names of a sentence that an account is looked up by.
_NAMES = 12
#: Events of the same actors that share a place, a figure or names; more, and it tells none of them.
_COMMON = 50
#: Kinds of key → events under one above which it tells none of them: what is dated to the day is
#: looked up by its month or year only where few such are.
_LIMITS = {"source": _COMMON, "single": 4 * _COMMON, "month": 4 * _COMMON}

Key = tuple[str, ...]
_NONE: frozenset[int] = frozenset()


def _months(days: Days) -> list[str]:
    first = days.start.year * 12 + days.start.month - 1
    last = days.end.year * 12 + days.end.month - 1
    return [f"{n // 12}-{n % 12 + 1}" for n in range(first, last + 1)]


def _years(days: Days) -> list[str]:
    return [str(year) for year in range(days.start.year, days.end.year + 1)]


def _when(days: Days) -> tuple[list[Key], list[Key]]:
    """Keys under which an interval is filed, and those under which it looks for others."""
    years: list[Key] = [("year", year) for year in _years(days)]
    wide: list[Key] = [("wide", year) for year in _years(days)]
    if days.width > LONG_SPELL:
        return wide, [*wide, *years, *(("single", year) for year in _years(days))]
    months: list[Key] = [("month", month) for month in _months(days)]
    broad: list[Key] = [("broad", month) for month in _months(days)]
    if days.width > _NARROW:
        return [*broad, *years], [*broad, *months, *wide]
    narrow: list[Key] = [("day", day.isoformat()) for day in each_day(days)]
    singles: list[Key] = [("single", year) for year in _years(days)]
    return [*narrow, *months, *singles], [*narrow, *broad, *wide]


def _tokens(account: Account) -> Iterator[Key]:
    """What an account can be recognised by without its date."""
    for measure, value, _ in sorted(account.numbers):
        yield "number", measure, repr(value)
    # One name may be in every other article; two together are in few.
    for one, other in combinations(sorted(account.names)[:_NAMES], 2):
        yield "names", one, other
    if account.place is not None:
        yield "place", account.place
    for person in sorted(account.people | account.called):
        yield "who", person
        words = sorted(set(person.split("-")))
        for one, other in combinations(words[:_NAMES], 2):
            yield "names", one, other


@dataclass
class _Files:
    """Accounts by what they can be looked up by; those joined meanwhile are followed on."""

    atlas: Atlas
    near: Mapping[str, frozenset[str]]
    accounts: list[Account] = field(default_factory=list)
    index: dict[Key, set[int]] = field(default_factory=dict)

    def _blocks(self, account: Account) -> list[Key]:
        anchors = sorted(account.sides.all or account.supposed)
        anchors.extend(f"who {name}" for name in sorted(account.people | account.called))
        if account.place is not None:
            anchors.append(account.place)
        return [
            (kind, account.standing, anchor)
            for kind in sorted(account.classes)
            for anchor in anchors
        ]

    def _named(self, account: Account) -> list[Key]:
        """By name and day, name and figure, or country, day and figure: for who names nobody."""
        towns = frozenset[str]().union(*town_names(account, self.atlas))
        named = [*sorted(account.names)[:_NAMES], *sorted(towns)]
        told: list[Key] = [(m, repr(value)) for m, value, _ in sorted(account.numbers)]
        days: list[Key] = []
        if account.days is not None and account.days.width <= _NARROW:
            days = [(day.isoformat(),) for day in each_day(account.days)]
        found = [(name, *one) for name in named for one in (*told, *days)]
        country = self.atlas.country(account.place)
        if country is not None:
            found.extend((country, *one, *day) for one in told for day in days)
        return [
            (kind, account.standing, "name", *one)
            for kind in sorted(account.classes)
            for one in found
        ]

    def file(self, account: Account, number: int) -> None:
        """File an account, or what it has become, under its number."""
        keys: list[Key] = list(_tokens(account))
        keys.extend(("source", source) for source in sorted(account.sources))
        if account.days is not None:
            keys.extend(_when(account.days)[0])
        found = [block + key for block in self._blocks(account) for key in keys]
        vague = "vague" if is_vague(account.sides) else "known"
        found.extend((*key, vague) for key in self._named(account))
        for one in found:
            self.index.setdefault(one, set()).add(number)

    def candidates(self, account: Account) -> list[int]:
        """Numbers of the accounts that may be of the same event."""
        keys: list[Key]
        days = account.days
        timed = is_timed(days, days, pace(account.classes))
        if days is not None and timed:
            keys = _when(days)[1]
        else:
            near = {other for one in account.sources for other in self.near.get(one, ())}
            keys = [("source", source) for source in sorted(near)]
            keys.extend(("day", day.isoformat()) for day in days_before(account))
        found: set[int] = set()
        for block in self._blocks(account):
            for key in keys:
                filed = self.index.get(block + key, _NONE)
                if len(filed) <= _LIMITS.get(key[0], len(filed)):
                    found |= filed
            found |= self._few(block + key for key in _tokens(account))
        others = ("vague", "known") if is_vague(account.sides) else ("vague",)
        named = self._named(account)
        return sorted(found | self._few((*key, one) for key in named for one in others))

    def _few(self, keys: Iterable[Key]) -> set[int]:
        """What is filed under the keys under which little is."""
        filed = (self.index.get(key, _NONE) for key in keys)
        return set().union(*(one for one in filed if len(one) <= _COMMON))

    def best(self, account: Account) -> tuple[int, Account] | None:
        """The one account that this one joins, and both as one; None where none or two fit."""
        fits: list[tuple[float, int, Account]] = []
        for number in self.candidates(account):
            told = self.accounts[number]
            # What an article keeps apart stays apart: it knows more of the event than we do.
            if told.sources & account.sources:
                continue
            joined = together(told, account, self.atlas)
            if joined is None:
                continue
            points = likeness(told, account, self.atlas, of_one_story(told, account, self.near))
            if points >= ENOUGH:
                fits.append((points, number, joined))
        fits.sort(key=lambda fit: (-fit[0], fit[1]))
        if not fits or (len(fits) > 1 and fits[0][0] - fits[1][0] < MARGIN):
            return None
        return fits[0][1], fits[0][2]


def _closeness(account: Account) -> tuple[bool, int, bool, int, tuple[object, ...]]:
    return (
        account.days is None,
        account.days.width if account.days else 0,
        account.place is None,
        -len(account.sides.all),
        account.founder,
    )


def join(
    accounts: Iterable[Account], atlas: Atlas, near: Mapping[str, frozenset[str]]
) -> list[Account]:
    """The accounts of all articles as one account an event, by founder.

    What is dated closest comes first, so that a year or no date at all chooses among what is
    already known and never binds two known days together.

    Args:
        accounts: One account an event and article.
        atlas: The places.
        near: source_id → sources of the same story (`stories.neighbours`).
    """
    files = _Files(atlas, near)
    for account in sorted(accounts, key=_closeness):
        fit = files.best(account)
        if fit is None:
            files.accounts.append(account)
            files.file(account, len(files.accounts) - 1)
        else:
            number, joined = fit
            files.accounts[number] = joined
            files.file(account, number)
    return sorted(files.accounts, key=lambda account: account.founder)
