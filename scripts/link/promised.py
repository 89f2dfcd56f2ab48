"""A promise, the days that are set for it, and whether it was given up before it could be kept."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from scripts.link.account import Account
from scripts.link.atlas import Atlas
from scripts.link.days import Days, meet
from scripts.link.parts import Event

#: The class of what calls off whatever was agreed on, talks and exchanges alike.
_CALLED_OFF = "leave_talks"

Key = tuple[object, ...]


@dataclass(frozen=True)
class Promise:
    """An announced event. told: when it was first told. due: the days that are set for it."""

    event: Event
    told: date | None
    due: Days | None

    @property
    def since(self) -> Days | None:
        """The day of the announcement, where none is set for the deed."""
        days = self.event.account.days
        if self.due is not None or days is not None or self.told is None:
            return days
        return Days(self.told, self.told, "day")


def _told(account: Account) -> date | None:
    day = account.founder[0]
    return None if day == date.max else day


def promise_of(event: Event) -> Promise:
    """An announced event as a promise: a day after its first telling is one set for the deed."""
    told, days = _told(event.account), event.account.days
    return Promise(event, told, days if days and told and days.end > told else None)


@dataclass
class Broken:
    """What was called off or did not come about, by class and actor, in order of telling."""

    told: dict[Key, list[tuple[date, str, Account]]] = field(default_factory=dict)

    def file(self, event: Event) -> None:
        """Keep an event if it calls something off, or denies that it came about."""
        account, day = event.account, _told(event.account)
        if day is None:
            return
        denied = event.row["modality"] == "denied"
        kinds = account.classes if denied else account.classes & {_CALLED_OFF}
        for kind in kinds:
            for actor in account.sides.all:
                self.told.setdefault((kind, actor), []).append((day, event.id, account))

    def sort(self) -> None:
        """Put all that was filed in order, once nothing more comes."""
        for held in self.told.values():
            held.sort(key=lambda one: one[:2])

    def between(self, promise: Promise, deed: Account, atlas: Atlas) -> bool:
        """Whether a promise was given up after it was made and before a deed was done.

        An article that makes the promise tells what became of another one.
        """
        said, done = promise.event.account, deed.days
        if promise.told is None or done is None:
            return False
        return any(
            account.sources.isdisjoint(said.sources)
            and _gives_up(account, said, promise.due, atlas)
            for kind in sorted(said.classes | {_CALLED_OFF})
            for actor in sorted(said.sides.all)
            for account in self._told_in(self.told.get((kind, actor), ()), promise.told, done.start)
        )

    @staticmethod
    def _told_in(
        held: Sequence[tuple[date, str, Account]], first: date, last: date
    ) -> Iterator[Account]:
        start = bisect_right(held, first, key=lambda one: one[0])
        for _, _, account in held[start : bisect_right(held, last, key=lambda one: one[0])]:
            yield account


def _gives_up(account: Account, said: Account, due: Days | None, atlas: Atlas) -> bool:
    mine, theirs = account.sides.all, said.sides.all
    if not (mine <= theirs or theirs <= mine) or not atlas.compatible(account.place, said.place):
        return False
    if _CALLED_OFF in account.classes:
        return True
    return account.days is None or due is None or meet(account.days, due)
