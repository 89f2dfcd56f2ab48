"""Events and facts picked by what they are, not by their ids, and events joined to chains.

A promise and what carries it out are one chain; a chain goes by the id of the event that nothing
else in it carries out, or the smallest such id.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from validations.rule import Tables

#: Verdict → what to do where it is not the one that is demanded.
_REMEDIES = {
    "conflict": "correct the article, or rule on the conflict in curation/rulings.toml and give "
    "the reason",
    "compatible": "correct the article, or let the demand allow the verdict compatible",
}


def remedy(verdict: str) -> str:
    """What somebody has to do whose sources stand to each other otherwise than is demanded."""
    return _REMEDIES.get(verdict, "correct the articles or the demand")


def voiced(said: Iterable[tuple[str, str, str, Sequence[str]]]) -> str:
    """Who says what in which sentence, for a finding.

    Args:
        said: A source, its value, its sentence, and the other sources that have the same value.
    """
    return " and ".join(
        f"{source} has {value} in “{sentence}”"
        + (f" (so has {', '.join(others)})" if others else "")
        for source, value, sentence, others in said
    )


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
        return f"{kind} of {self.start_date} to {self.end_date}"


@dataclass(frozen=True)
class FactPick:
    """Which comparisons are meant: those about such events with the same measure, sides and unit.

    A None stands for a cell that is empty, not for any value.
    """

    about: str
    event: EventPick
    measure: str | None
    of_actor_id: str | None
    by_actor_id: str | None
    unit: str | None

    def __str__(self) -> str:
        words = [self.measure or "", self.unit or ""]
        if self.of_actor_id:
            words.append(f"of {self.of_actor_id}")
        if self.by_actor_id:
            words.append(f"by {self.by_actor_id}")
        return f"{self.about} {' '.join(word for word in words if word)} in {self.event}"


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
    return tables["comparisons"].filter(
        (pl.col("about") == pick.about)
        & pl.col("event_id").is_in(members)
        & pl.col("measure").eq_missing(pl.lit(pick.measure, pl.String))
        & pl.col("of_actor_id").eq_missing(pl.lit(pick.of_actor_id, pl.String))
        & pl.col("by_actor_id").eq_missing(pl.lit(pick.by_actor_id, pl.String))
        & pl.col("unit").eq_missing(pl.lit(pick.unit, pl.String))
    )
