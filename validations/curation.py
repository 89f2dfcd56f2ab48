"""`curation/expected.toml` and `curation/rulings.toml` as frozen values.

Nothing is guessed: an unknown key, a code outside its list or an empty reason is an error that
names the file, the entry and the key.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from schemas.tables import codelist, table
from validations.facts import EventPick, FactPick


class CurationError(Exception):
    """A curated file cannot be read; the message says where and what to do."""


@dataclass(frozen=True)
class FigureDemand:
    """A fact that the dataset must show, with the sources and the verdict it must have.

    value: what every side's words must allow, or None for any value.
    verdicts: the verdicts that fulfil it.
    """

    fact: FactPick
    value: float | None
    min_sources: int
    min_independent: int
    verdicts: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class EventDemand:
    """An event that the dataset must hold, and the announcement that it must carry out, if any."""

    event: EventPick
    fulfils: EventPick | None
    min_sources: int
    reason: str


@dataclass(frozen=True)
class Expected:
    """All that a dataset must show."""

    figures: tuple[FigureDemand, ...] = ()
    events: tuple[EventDemand, ...] = ()


@dataclass(frozen=True)
class Ruling:
    """A curator's reasoned word on a conflict, published beside it.

    prefers: the source that is held to be right, or None if none is.
    by: who ruled. ruled_on: when.
    """

    fact: FactPick
    prefers: str | None
    reason: str
    by: str
    ruled_on: date


class _Entry:
    """One entry of a file while it is read: hands out its keys and complains by name."""

    def __init__(self, where: str, raw: Any) -> None:
        if not isinstance(raw, dict):
            raise CurationError(f"{where} must be a table of keys and values")
        self.where = where
        self.raw: dict[str, Any] = dict(raw)

    def error(self, key: str, what: str) -> CurationError:
        return CurationError(f"{self.where}, key {key}: {what}")

    def take(self, key: str, kind: type, needed: bool) -> Any:
        value = self.raw.pop(key, None)
        if value is None and not needed:
            return None
        if value is None:
            raise self.error(key, "is missing")
        kinds = (int, float) if kind is float else (kind,)
        if not isinstance(value, kinds) or isinstance(value, bool | datetime):
            raise self.error(key, f"must be a {kind.__name__}, not {value!r}")
        return value

    def words(self, key: str, needed: bool = True) -> str | None:
        value: str | None = self.take(key, str, needed)
        if value is not None and not value.strip():
            raise self.error(key, "must not be empty")
        return value

    def must(self, key: str) -> str:
        return self.words(key) or ""

    def code(self, key: str, codes: str | None, needed: bool = False) -> str | None:
        value = self.words(key, needed)
        if value is not None and codes is not None:
            self.known(key, value, codes)
        return value

    def known(self, key: str, value: object, codes: str) -> None:
        allowed = codelist(codes).codes
        if value not in allowed:
            raise self.error(
                key, f"{value!r} is no code of codes/{codes}.csv ({', '.join(allowed)})"
            )

    def count(self, key: str) -> int:
        value = self.take(key, int, needed=False)
        if value is not None and value < 1:
            raise self.error(key, "must be 1 or more")
        return 1 if value is None else int(value)

    def done(self) -> None:
        if self.raw:
            raise self.error(sorted(self.raw)[0], "is not a key of this entry; see the file's head")


def _event(entry: _Entry, key: str) -> EventPick:
    part = _Entry(f"{entry.where}, {key}", entry.take(key, dict, needed=True))
    fields = table("events")
    pick = EventPick(
        type=part.code("type", fields.field("type").codes, needed=True) or "",
        mode=part.code("mode", fields.field("mode").codes),
        modality=part.code("modality", fields.field("modality").codes),
        start_date=part.take("start_date", date, needed=True),
        end_date=part.take("end_date", date, needed=True),
    )
    part.done()
    if pick.start_date > pick.end_date:
        raise part.error("end_date", "is before start_date")
    return pick


def _fact(entry: _Entry, about: str) -> FactPick:
    fields = table("comparisons")
    return FactPick(
        about=about,
        event=_event(entry, "event"),
        measure=entry.code("measure", fields.field("measure").codes),
        of_actor_id=entry.words("of_actor_id", needed=False),
        by_actor_id=entry.words("by_actor_id", needed=False),
        unit=entry.code("unit", fields.field("unit").codes, needed=about == "figure"),
    )


def _figure_demand(entry: _Entry) -> FigureDemand:
    fact = _fact(entry, "figure")
    value = entry.take("value", float, needed=False)
    verdicts = entry.take("verdicts", list, needed=True)
    if not verdicts:
        raise entry.error("verdicts", "must name one verdict at least")
    for verdict in verdicts:
        entry.known("verdicts", verdict, "verdicts")
    return FigureDemand(
        fact,
        None if value is None else float(value),
        entry.count("min_sources"),
        entry.count("min_independent"),
        tuple(verdicts),
        entry.must("reason"),
    )


def _event_demand(entry: _Entry) -> EventDemand:
    event = _event(entry, "event")
    fulfils = _event(entry, "fulfils") if "fulfils" in entry.raw else None
    return EventDemand(event, fulfils, entry.count("min_sources"), entry.must("reason"))


def _ruling(entry: _Entry) -> Ruling:
    about = entry.code("about", "comparison_subjects") or "figure"
    if about == "utterance":
        raise entry.error("about", "words are not ruled on; they are published as printed")
    return Ruling(
        _fact(entry, about),
        entry.words("prefers", needed=False),
        entry.must("reason"),
        entry.must("by"),
        entry.take("date", date, needed=True),
    )


def _entries(path: Path, keys: frozenset[str]) -> Mapping[str, list[_Entry]]:
    name = f"curation/{path.name}"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {key: [] for key in keys}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CurationError(f"{name} is not valid TOML in UTF-8: {error}") from error
    unknown = sorted(raw.keys() - keys)
    if unknown:
        raise CurationError(f"{name}: [[{unknown[0]}]] is no kind of entry; use {sorted(keys)}")
    found: dict[str, list[_Entry]] = {}
    for key in sorted(keys):
        listed = raw.get(key, [])
        if not isinstance(listed, list):
            raise CurationError(f"{name}: {key} must be written as [[{key}]], one an entry")
        found[key] = [
            _Entry(f"{name}, [[{key}]] {number}", entry) for number, entry in enumerate(listed, 1)
        ]
    return found


def read_expected(folder: Path) -> Expected:
    """What a dataset must show, from `expected.toml`; nothing if there is no such file.

    Args:
        folder: The dataset's `curation/`.

    Raises:
        CurationError: if the file cannot be read or says something unknown.
    """
    entries = _entries(folder / "expected.toml", frozenset({"figures", "events"}))
    figures = tuple(_figure_demand(entry) for entry in entries["figures"])
    events = tuple(_event_demand(entry) for entry in entries["events"])
    for entry in (*entries["figures"], *entries["events"]):
        entry.done()
    return Expected(figures, events)


def read_rulings(folder: Path) -> tuple[Ruling, ...]:
    """The rulings on conflicts, from `rulings.toml`; none if there is no such file.

    Args:
        folder: The dataset's `curation/`.

    Raises:
        CurationError: if the file cannot be read, says something unknown or gives no reason.
    """
    entries = _entries(folder / "rulings.toml", frozenset({"rulings"}))["rulings"]
    rulings = tuple(_ruling(entry) for entry in entries)
    for entry in entries:
        entry.done()
    return rulings
