"""Events and facts picked by what they are, not by their ids, and events joined to chains.

A promise and what carries it out are one chain; a chain goes by the id of the event that nothing
else in it carries out, or the smallest such id.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import polars as pl

from validations.rule import Tables

#: What names a fact beside its event: columns of `comparisons`, in the order of telling.
FACT_COLUMNS = (
    "measure",
    "counted_kind",
    "unit",
    "of_actor_id",
    "by_actor_id",
    "claimed_by_actor_id",
)
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text, whatever their case and whatever signs stand between them."""
    return tuple(word.replace("’", "'") for word in _WORD.findall(text.casefold()))


def is_counted(measure: object, unit: object) -> bool:
    """Whether a figure tells how many it happened to, or how long, how far, how much it was.

    What is only named with its number, such as "two sides", is none.
    """
    known = isinstance(measure, str) and measure != "other"
    return known or unit not in ("person", "object", "event")


def fact_words(cells: Mapping[str, str | None]) -> str:
    """What is counted or measured, in words: `released person of ARM by AZE`.

    Args:
        cells: The columns of FACT_COLUMNS; a column may be left out.
    """
    before = {"of_actor_id": "of ", "by_actor_id": "by ", "claimed_by_actor_id": "as claimed by "}
    said = [f"{before.get(name, '')}{cells[name]}" for name in FACT_COLUMNS if cells.get(name)]
    return " ".join(said)


@dataclass(frozen=True)
class EventPick:
    """Which events are meant: of that kind, and dated within those days.

    type: PLOVER type. mode, modality: their codes, or None for any.
    start_date, end_date: first and last day within which the event's whole interval lies.
    """

    type: str
    mode: str | None
    modality: str | None
    start_date: date
    end_date: date

    def __str__(self) -> str:
        words = [self.type, self.mode or "", self.modality or ""]
        kind = " ".join(word for word in words if word)
        is_day = self.start_date == self.end_date
        return f"{kind} of {self.start_date}{'' if is_day else f' to {self.end_date}'}"


@dataclass(frozen=True)
class FactPick:
    """Which comparisons are meant: those about such events with the same measure, sides and unit.

    counted_kind: the thing or the kind of people counted; None for people of every kind, or for
    the one kind that is counted. claimed_by_actor_id: the party whose claim it is, where parties
    claim differently. Any other None stands for a cell that is empty, not for any value.
    """

    about: str
    event: EventPick
    measure: str | None
    of_actor_id: str | None
    by_actor_id: str | None
    unit: str | None
    claimed_by_actor_id: str | None = None
    counted_kind: str | None = None

    def __str__(self) -> str:
        words = fact_words({name: getattr(self, name) for name in FACT_COLUMNS})
        return f"{' '.join(part for part in (self.about, words) if part)} in {self.event}"


def picked(events: pl.DataFrame, pick: EventPick) -> frozenset[str]:
    """Ids of the events that are meant."""
    wanted = (
        (pl.col("type") == pick.type)
        & (pl.col("start_date") >= pick.start_date)
        & (pl.col("end_date") <= pick.end_date)
    )
    if pick.mode is not None:
        wanted &= pl.col("mode") == pick.mode
    if pick.modality is not None:
        wanted &= pl.col("modality") == pick.modality
    return frozenset(events.filter(wanted)["event_id"])


def chains(links: Iterable[tuple[str, str | None]]) -> Mapping[str, str]:
    """Event id → id of its chain.

    Args:
        links: Every event with the event that it carries out, or None.
    """
    pairs = sorted((event, promise or "") for event, promise in links)
    chain = {event: event for event, _ in pairs}

    def top(event: str) -> str:
        while chain[event] != event:
            event = chain[event]
        return event

    promised = {promise for event, promise in pairs if promise and promise != event}
    for event, promise in pairs:
        if promise in chain:
            first, second = top(event), top(promise)
            # NOTE: an event that nothing carries out goes before one that something does.
            keep, drop = sorted((first, second), key=lambda one: (one in promised, one))
            chain[drop] = keep
    return {event: top(event) for event in chain}


def chain_frame(events: pl.DataFrame) -> pl.DataFrame:
    """The columns event_id and chain_id, one row an event."""
    found = chains(events.select("event_id", "fulfils_event_id").iter_rows())
    return pl.DataFrame(
        {"event_id": list(found), "chain_id": list(found.values())},
        schema={"event_id": pl.String, "chain_id": pl.String},
    )


def comparisons_of(tables: Tables, pick: FactPick) -> pl.DataFrame:
    """The comparisons that are meant, in the order of the table."""
    chain = dict(chain_frame(tables["events"]).iter_rows())
    wanted = {chain[event] for event in picked(tables["events"], pick.event)}
    members = [event for event, joined in chain.items() if joined in wanted]
    columns = [name for name in FACT_COLUMNS if name != "counted_kind" or pick.counted_kind]
    same = [pl.col(name).eq_missing(pl.lit(getattr(pick, name), pl.String)) for name in columns]
    found = tables["comparisons"].filter(
        (pl.col("about") == pick.about) & pl.col("event_id").is_in(members), *same
    )
    # NOTE: where one kind alone is counted, nobody has to know how it is called.
    is_one = pick.counted_kind is None and found["counted_kind"].n_unique() == 1
    return found if pick.counted_kind or is_one else found.filter(pl.col("counted_kind").is_null())
