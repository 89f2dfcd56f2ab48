"""`curation/expected.toml` and `curation/rulings.toml` as frozen values.

Nothing is guessed: an unknown key, a code outside its list or an empty reason is an error that
names the file, the entry and the key.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from schemas.tables import table
from validations.demands import (
    EventDemand,
    Expected,
    FigureDemand,
    OrderDemand,
    PromiseDemand,
    QuotationDemand,
    RatioDemand,
    SumDemand,
)
from validations.entries import CurationError, Entry, read_entries
from validations.facts import EventPick, FactPick, plain_words

__all__ = ["CurationError", "Expected", "Ruling", "read_expected", "read_rulings"]

_RATIO = re.compile(r"(\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)")
#: Kinds of entries of expected.toml, in the order in which they are read: names come first.
_DEMANDS = ("events", "figures", "orders", "sums", "ratios", "promises", "quotations")


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


Pick = TypeVar("Pick")


@dataclass
class _Named:
    """Events and facts that entries were given names for, to be meant by name further on."""

    events: dict[str, EventPick] = field(default_factory=dict)
    facts: dict[str, FactPick] = field(default_factory=dict)


def _meant(
    entry: Entry,
    key: str,
    raw: Any,
    kind: str,
    known: Mapping[str, Pick],
    read: Callable[[Entry], Pick],
) -> Pick:
    """What a key is about: written as a table, or the name of an earlier entry of a kind."""
    raw = entry.held(key, raw, (dict, str))
    if not isinstance(raw, str):
        part = entry.part(key, raw)
        pick = read(part)
        part.done()
        return pick
    if raw not in known:
        names = ", ".join(repr(one) for one in sorted(known)) or "none yet"
        raise entry.error(key, f"no [[{kind}]] entry has the name {raw!r}; names are {names}")
    return known[raw]


def _event_keys(entry: Entry) -> EventPick:
    fields = table("events")
    pick = EventPick(
        type=entry.code("type", fields.field("type").codes, needed=True) or "",
        mode=entry.code("mode", fields.field("mode").codes),
        modality=entry.code("modality", fields.field("modality").codes),
        start_date=entry.take("start_date", (date,), needed=True),
        end_date=entry.take("end_date", (date,), needed=True),
    )
    if pick.start_date > pick.end_date:
        raise entry.error("end_date", "is before start_date")
    return pick


def _event_as(entry: Entry, key: str, raw: Any, named: _Named) -> EventPick:
    return _meant(entry, key, raw, "events", named.events, _event_keys)


def _event(entry: Entry, key: str, named: _Named) -> EventPick:
    return _event_as(entry, key, entry.take(key, (dict, str), needed=True), named)


def _fact_keys(entry: Entry, about: str, named: _Named) -> FactPick:
    fields = table("comparisons")
    return FactPick(
        about=about,
        event=_event(entry, "event", named),
        measure=entry.code("measure", fields.field("measure").codes),
        of_actor_id=entry.words("of_actor_id", needed=False),
        by_actor_id=entry.words("by_actor_id", needed=False),
        unit=entry.code("unit", fields.field("unit").codes, needed=about == "figure"),
        claimed_by_actor_id=entry.words("claimed_by_actor_id", needed=False),
        counted_kind=entry.words("counted_kind", needed=False),
    )


def _fact_as(entry: Entry, key: str, raw: Any, named: _Named) -> FactPick:
    def read(part: Entry) -> FactPick:
        return _fact_keys(part, "figure", named)

    return _meant(entry, key, raw, "figures", named.facts, read)


def _fact(entry: Entry, key: str, named: _Named) -> FactPick:
    return _fact_as(entry, key, entry.take(key, (dict, str), needed=True), named)


def _remember(entry: Entry, pick: Any, known: dict[str, Any]) -> None:
    name = entry.words("name", needed=False)
    if name is None:
        return
    if name in known:
        raise entry.error("name", f"{name!r} is the name of an earlier entry; give another one")
    known[name] = pick


def _event_demand(entry: Entry, named: _Named) -> EventDemand:
    event = _event(entry, "event", named)
    _remember(entry, event, named.events)
    fulfils = entry.take("fulfils", (dict, str), needed=False)
    return EventDemand(
        event,
        None if fulfils is None else _event_as(entry, "fulfils", fulfils, named),
        entry.count("min_sources"),
        entry.must("reason"),
    )


def _figure_demand(entry: Entry, named: _Named) -> FigureDemand:
    fact = _fact_keys(entry, "figure", named)
    _remember(entry, fact, named.facts)
    value = entry.take("value", (float,), needed=False)
    verdicts = entry.take("verdicts", (list,), needed=True)
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


def _order_demand(entry: Entry, named: _Named) -> OrderDemand:
    demand = OrderDemand(
        _event(entry, "earlier", named),
        _event(entry, "later", named),
        entry.count("min_days", default=0, least=0),
        None if "max_days" not in entry.raw else entry.count("max_days", least=0),
        entry.must("reason"),
    )
    entry.keys.append("max_days")
    if demand.max_days is not None and demand.max_days < demand.min_days:
        raise entry.error("max_days", "is less than min_days")
    return demand


def _one_unit(entry: Entry, key: str, facts: Sequence[FactPick]) -> None:
    units = sorted({fact.unit or "" for fact in facts})
    if len(units) > 1:
        raise entry.error(key, f"{' and '.join(units)} do not add up; name facts of one unit")


def _sum_demand(entry: Entry, named: _Named) -> SumDemand:
    listed = entry.take("parts", (list,), needed=True)
    parts = tuple(_fact_as(entry, "parts", one, named) for one in listed)
    if len(parts) < 2 or len(set(parts)) < len(parts):
        raise entry.error("parts", "must list two facts at least, none of them twice")
    total = entry.take("total", (float, str, dict), needed=True)
    whole = float(total) if isinstance(total, int | float) else None
    demand = SumDemand(
        parts,
        _fact_as(entry, "total", total, named) if whole is None else whole,
        entry.must("reason"),
    )
    _one_unit(entry, "parts", demand.facts)
    return demand


def _ratio_demand(entry: Entry, named: _Named) -> RatioDemand:
    of, to = _fact(entry, "of", named), _fact(entry, "to", named)
    match = _RATIO.fullmatch(entry.must("ratio").strip())
    numbers = [float(number) for number in match.groups()] if match else []
    if not match or not all(numbers):
        raise entry.error("ratio", 'must be two numbers above zero, written as "3 to 1"')
    return RatioDemand(of, to, numbers[0], numbers[1], entry.must("reason"))


def _promise_demand(entry: Entry, named: _Named) -> PromiseDemand:
    announced = _event(entry, "announced", named)
    if announced.modality not in (None, "announced"):
        raise entry.error("announced", f"an event that is {announced.modality} is no announcement")
    return PromiseDemand(
        replace(announced, modality="announced"),
        entry.take("by", (date,), needed=False),
        bool(entry.take("as_announced", (bool,), needed=False)),
        entry.must("reason"),
    )


def _quotation_demand(entry: Entry, _named: _Named) -> QuotationDemand:
    words = entry.must("words")
    if not plain_words(words):
        raise entry.error("words", "must hold words, not signs alone")
    return QuotationDemand(words, entry.count("min_sources"), entry.must("reason"))


_READERS = {
    "events": _event_demand,
    "figures": _figure_demand,
    "orders": _order_demand,
    "sums": _sum_demand,
    "ratios": _ratio_demand,
    "promises": _promise_demand,
    "quotations": _quotation_demand,
}


def read_expected(folder: Path) -> Expected:
    """What a dataset must show, from `expected.toml`; nothing if there is no such file.

    Args:
        folder: The dataset's `curation/`.

    Raises:
        CurationError: if the file cannot be read or says something unknown.
    """
    entries = read_entries(folder / "expected.toml", _DEMANDS)
    named = _Named()
    found: dict[str, tuple[Any, ...]] = {}
    for kind in _DEMANDS:
        found[kind] = tuple(_READERS[kind](entry, named) for entry in entries[kind])
        for entry in entries[kind]:
            entry.done()
    return Expected(**found)


def _ruling(entry: Entry) -> Ruling:
    about = entry.code("about", "comparison_subjects") or "figure"
    if about == "utterance":
        raise entry.error("about", "words are not ruled on; they are published as printed")
    return Ruling(
        _fact_keys(entry, about, _Named()),
        entry.words("prefers", needed=False),
        entry.must("reason"),
        entry.must("by"),
        entry.take("date", (date,), needed=True),
    )


def read_rulings(folder: Path) -> tuple[Ruling, ...]:
    """The rulings on conflicts, from `rulings.toml`; none if there is no such file.

    Args:
        folder: The dataset's `curation/`.

    Raises:
        CurationError: if the file cannot be read, says something unknown or gives no reason.
    """
    entries = read_entries(folder / "rulings.toml", ("rulings",))["rulings"]
    rulings = tuple(_ruling(entry) for entry in entries)
    for entry in entries:
        entry.done()
    return rulings
