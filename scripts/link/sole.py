"""Within one story: the event of its kind that each of two articles tells is the same event.

Papers that report one piece of news leave out who, when or where, as readers know. What two
accounts share may then be little; but if of all events of the two articles just these two fit each
other, and something besides speaks for it, they are one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scripts.link.account import Account, together
from scripts.link.atlas import Atlas
from scripts.link.kinds import done_once, pace
from scripts.link.likeness import in_one_town, place_points, shared_numbers
from scripts.link.values import Row

#: What must speak for two accounts besides that each is the other's only match, in points, and for
#: what lasts, of which a story has one.
_ENOUGH, _ENOUGH_LASTING = 2.0, 1.0
#: By how much a pair must be ahead of any other that either of the two could be in.
_AHEAD = 1.0
#: Days of which news without a day is told.
_NEWS = 14
#: Widest interval of days that dates an event closely.
_CLOSE = 7
#: Characters from the first of its rows that open an article.
_OPENING = 500
#: Events of one article, and articles of one story; of more, hardly any has but one match.
_MANY = 60
#: A count that is hardly shared by chance.
_TELLING = 10

Near = Mapping[str, frozenset[str]]
Published = Mapping[str, date | None]


@dataclass(frozen=True)
class _Known:
    """What is known beside the accounts: places, reports that open an article, days of printing."""

    atlas: Atlas
    opening: frozenset[str]
    published: Published


def join_sole(
    accounts: Sequence[Account],
    reports: Iterable[Row],
    atlas: Atlas,
    near: Near,
    published: Published,
) -> list[Account]:
    """The accounts with those as one that are each other's only match in two articles of a story.

    Args:
        accounts: One account an event, as `events.join` gives them.
        reports: Rows of `reports`, for where in its article each stands.
        atlas: The places.
        near: source_id → sources of the same story.
        published: source_id → day of publication, where it has one.
    """
    known = _Known(atlas, _openings(reports), published)
    told: dict[str, list[int]] = {}
    for number, account in enumerate(accounts):
        if not account.another:
            for source in sorted(account.sources):
                told.setdefault(source, []).append(number)
    fits: dict[tuple[int, int], float] = {}
    for one in sorted(told):
        others = sorted(other for other in near.get(one, ()) if other > one and other in told)
        for other in others[:_MANY]:
            fits.update(_matches(accounts, told[one], told[other], known))
    chosen = sorted(
        (-worth, pair)
        for pair, worth in fits.items()
        if worth >= _least(*(accounts[number] for number in pair))
    )
    return _united(accounts, [pair for _, pair in chosen], atlas)


def _least(a: Account, b: Account) -> float:
    return _ENOUGH_LASTING if pace(a.classes & b.classes) == "lasting" else _ENOUGH


def _openings(reports: Iterable[Row]) -> frozenset[str]:
    """Ids of the reports in the opening of their article."""
    first: dict[str, int] = {}
    rows = list(reports)
    for row in rows:
        source, start = row["source_id"], row["char_start"]
        first[source] = min(start, first.get(source, start))
    return frozenset(
        row["report_id"] for row in rows if row["char_start"] - first[row["source_id"]] <= _OPENING
    )


def _matches(
    accounts: Sequence[Account],
    one: Sequence[int],
    other: Sequence[int],
    known: _Known,
) -> dict[tuple[int, int], float]:
    """Pairs of events, each told by one of two articles alone, that fit each other and no other."""
    if len(one) > _MANY or len(other) > _MANY:
        return {}
    fits: dict[tuple[int, int], float] = {}
    for a in one:
        for b in other:
            first, second = accounts[a], accounts[b]
            apart = a != b and not first.sources & second.sources
            if apart and together(first, second, known.atlas) is not None:
                fits[a, b] = _evidence(first, second, known)
    return {
        (min(a, b), max(a, b)): worth
        for (a, b), worth in fits.items()
        if all(
            worth - rival >= _AHEAD
            for (x, y), rival in fits.items()
            if (x, y) != (a, b) and (x == a or y == b)
        )
    }


def _is_news(a: Account, b: Account, published: Published) -> bool:
    """Whether both were printed within days of each other, and of what one of them dates.

    Of an article without a day of its own it is enough that it is of the story.
    """
    first, second = (
        min((day for source in one.sources if (day := published.get(source))), default=None)
        for one in (a, b)
    )
    days_known = [day for day in (first, second) if day]
    if not days_known or max(days_known) - min(days_known) > timedelta(days=_NEWS):
        return False
    if (a.days is None) == (b.days is None):
        return True
    days, printed = (a.days, second) if a.days else (b.days, first)
    if days is None or days.width > _CLOSE:
        return False
    day = printed or days_known[0]
    return days.start <= day <= days.end + timedelta(days=_NEWS)


def _evidence(a: Account, b: Account, known: _Known) -> float:
    """What speaks for two accounts that can be one, in points; 0 where anything speaks against."""
    often = pace(a.classes & b.classes) == "frequent"
    if not _is_news(a, b, known.published) or (often and not done_once(a.classes & b.classes)):
        return 0.0
    close = a.days and b.days and max(a.days.width, b.days.width) <= _CLOSE
    day = 2.0 if close else 1.0 if a.days and a.days == b.days else 0.0
    town = in_one_town(a, b, known.atlas)
    place = 2.0 if town else place_points(a, b, known.atlas)
    sides = float(min(2, len(a.sides.all & b.sides.all)))
    helpers = 1.0 if a.sides.helpers & b.sides.helpers else 0.0
    shared = shared_numbers(a, b)
    many = any(value >= _TELLING for _, value in shared)
    numbers = 2.0 if many else 1.0 if shared else 0.0
    named = float(min(1, len(a.names & b.names)))
    said = 1.0 if len(a.words & b.words) > 1 else 0.0
    lead = 1.0 if all(not known.opening.isdisjoint(one.reports) for one in (a, b)) else 0.0
    if often and not (close or town or many):
        return 0.0
    return day + place + sides + helpers + numbers + named + said + lead


def _united(
    accounts: Sequence[Account], pairs: Sequence[tuple[int, int]], atlas: Atlas
) -> list[Account]:
    """The accounts with some pairs as one, the surest first; no article's two become one."""
    at = list(range(len(accounts)))
    found: list[Account | None] = list(accounts)

    def root(number: int) -> int:
        while at[number] != number:
            number = at[number]
        return number

    for pair in pairs:
        one, other = sorted(root(number) for number in pair)
        first, second = found[one], found[other]
        if one == other or first is None or second is None or first.sources & second.sources:
            continue
        joined = together(first, second, atlas)
        if joined is not None:
            found[one], found[other], at[other] = joined, None, one
    return sorted((one for one in found if one is not None), key=lambda one: one.founder)
