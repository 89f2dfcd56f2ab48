"""When an article without a day was written, as far as the events it shares with others tell.

It is not older than what it tells as done, and, where it says that something will happen, not
younger than the day on which that was done. Nothing is read off a telling's own guess: the days are
those that other articles give in their own words, of events that the article tells beyond doubt.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from scripts.link.account import Account
from scripts.link.atlas import Atlas
from scripts.link.days import Days, common, meet
from scripts.link.kinds import mention_words
from scripts.link.parts import Event
from scripts.link.sure import Known, is_sure, known, words_allow
from scripts.link.values import Row
from scripts.link.words import WORD

#: Tellings of an event, the earliest printed, that are asked when it was: of a war thousands tell.
_WITNESSES = 50
#: Characters before a telling in which "will" may stand: "it will [release them]".
_BEFORE = 16


@dataclass(frozen=True)
class Shared:
    """What the articles say of their events, as far as it can date an article.

    told_as: report_id → what its article tells of the event, with the days of its own words alone.
    reports: report_id → its row. near: source_id → sources of the same story. origin: source_id →
    what the source rests on; a copy is no second witness.
    """

    told_as: Mapping[str, Account]
    reports: Mapping[str, Row]
    near: Mapping[str, frozenset[str]]
    origin: Mapping[str, str]
    texts: Mapping[str, str]
    atlas: Atlas


def bounded(sources: Iterable[Row], events: Sequence[Event], shared: Shared) -> tuple[Row, ...]:
    """Rows of `sources`; those without a day lie between what they tell and what was still to come.

    A bound that is known is only ever narrowed, and never past the other one. Where both meet in a
    day, that is the day of publication, inferred.

    Args:
        sources: Rows of `sources`.
        events: All events, their rows with the promise that each carries out.
        shared: What their reports say.
    """
    rows = list(sources)
    open_ = {row["source_id"] for row in rows if row.get("published") is None}
    if not open_:
        return tuple(rows)
    deeds: dict[str, list[Event]] = {}
    earliest: dict[str, list[date]] = {}
    latest: dict[str, list[date]] = {}
    by_id = {event.id: event for event in events}
    elsewhere = _Elsewhere(shared)
    for event in events:
        for key in _undated(event, open_):
            if shared.reports[key]["modality"] == "occurred":
                days = _days_elsewhere(key, event, elsewhere)
                earliest.setdefault(_source(key, shared), []).extend([days.start] if days else [])
        promised = event.row["fulfils_event_id"]
        if promised is not None:
            deeds.setdefault(promised, []).append(event)
    for promise, done in deeds.items():
        for key in _undated(by_id[promise], open_):
            source = _source(key, shared)
            if not _lies_ahead(key, shared) or any(source in one.account.sources for one in done):
                continue
            found = [_days_elsewhere(key, one, elsewhere) for one in done]
            latest.setdefault(source, []).extend(days.end for days in found if days)
    return tuple(
        _narrowed(row, earliest.get(row["source_id"], []), latest.get(row["source_id"], []))
        for row in rows
    )


def _source(key: str, shared: Shared) -> str:
    return str(shared.reports[key]["source_id"])


def _undated(event: Event, open_: Iterable[str]) -> list[str]:
    if event.account.sources.isdisjoint(open_):
        return []
    told = zip(event.account.reports, event.account.told_by, strict=True)
    return [key for key, source in told if source in open_]


@dataclass
class _Elsewhere:
    """What others say who date an event, reckoned once for all articles but those who date it.

    dated: event_id → its dated tellings with their origins, and these. found: what all but those
    of one origin say, by event_id and that origin.
    """

    shared: Shared
    dated: dict[str, tuple[list[tuple[str, Account]], set[str]]] = field(default_factory=dict)
    found: dict[tuple[str, str], tuple[Known, Days] | None] = field(default_factory=dict)

    def of(self, event: Event, origin: str) -> tuple[Known, Days] | None:
        """What those say who rest on another origin; None where none of them gives a day."""
        if event.id not in self.dated:
            told = self._dated(event)
            self.dated[event.id] = told, {one for one, _ in told}
        told, origins = self.dated[event.id]
        key = event.id, origin if origin in origins else ""
        if key not in self.found:
            others = [telling for one, telling in told if one != key[1]]
            days = [telling.days for telling in others if telling.days is not None]
            self.found[key] = (known(others), _all(days)) if others else None
        return self.found[key]

    def _dated(self, event: Event) -> list[tuple[str, Account]]:
        account, shared = event.account, self.shared
        told = {
            id(shared.told_as[key]): (shared.origin[by], shared.told_as[key])
            for key, by in zip(account.reports, account.told_by, strict=True)
            if shared.told_as[key].days is not None
        }
        first = sorted(told.values(), key=lambda one: one[1].founder)
        return first[:_WITNESSES]


def _days_elsewhere(key: str, event: Event, elsewhere: _Elsewhere) -> Days | None:
    """The days of an event in the words of others; None where it is not surely what is told."""
    shared = elsewhere.shared
    telling, source = shared.told_as[key], _source(key, shared)
    others = elsewhere.of(event, shared.origin[source])
    if others is None:
        return None
    told, days = others
    one_story = not told.sources.isdisjoint(shared.near.get(source, ()))
    if not is_sure(telling, told, shared.atlas, one_story):
        return None
    said = shared.reports[key].get("date_text") if telling.days is None else None
    return days if words_allow(said, days) else None


def _all(told: Sequence[Days]) -> Days:
    """What all tellings allow; of those that contradict each other, all their days."""
    days = told[0]
    for one in told[1:]:
        if not meet(days, one):
            return Days(min(d.start for d in told), max(d.end for d in told), "range")
        days = common(days, one)
    return days


def _lies_ahead(key: str, shared: Shared) -> bool:
    """Whether a telling says that a thing will be done, not that somebody once said it would."""
    row = shared.reports[key]
    text = shared.texts.get(row["source_id"], "")
    before = text[max(0, row["char_start"] - _BEFORE) : row["char_start"]]
    words = {word.lower() for word in WORD.findall(f"{before} {row['trigger_text']}")}
    return bool(words & mention_words("ahead"))


def _narrowed(row: Row, earliest: Iterable[date], latest: Iterable[date]) -> Row:
    first = _best(max, row.get("published_earliest"), earliest)
    last = _best(min, row.get("published_latest"), latest)
    if first is not None and last is not None and first > last:
        return row  # one of the two links is wrong, and nobody knows which
    if (first, last) == (row.get("published_earliest"), row.get("published_latest")):
        return row
    bounds = {**row, "published_earliest": first, "published_latest": last}
    if first == last:
        return {**bounds, "published": first, "published_basis": "inferred"}
    return bounds


def _best(
    choose: Callable[[Iterable[date]], date], stated: date | None, found: Iterable[date]
) -> date | None:
    days = [*found, *([stated] if stated else [])]
    return choose(days) if days else None
