"""Counts of events: "two wars" is of no single war, so two papers may hang it on different ones.

Where they count the like events between the same sides, the counts go with one that both tell.
"""

from collections.abc import Iterable, Mapping

from scripts.link.parts import Event
from scripts.link.values import Row
from scripts.link.words import plain

_Key = tuple[str, frozenset[str]]


def series(figures: Iterable[Row], events: Iterable[Event]) -> dict[str, str]:
    """figure_id → the event that several sources tell among those that they count.

    Args:
        figures: Rows of `figures` with their events.
        events: All events.
    """
    listed = list(events)
    by_id = {event.id: event for event in listed}
    counted: dict[_Key, list[Row]] = {}
    for row in figures:
        event = by_id.get(str(row.get("event_id")))
        if event is None or row["unit"] != "event" or (row.get("value") or 0) < 2:
            continue
        if len(event.account.sides.all) > 1 and row.get("counted"):
            thing = plain(str(row["counted"]).split()[-1])
            counted.setdefault((thing, event.account.sides.all), []).append(row)
    found: dict[str, str] = {}
    for rows in counted.values():
        sources = {row["source_id"] for row in rows}
        if len(sources) < 2 or len({row["event_id"] for row in rows}) < 2:
            continue
        held = {str(row["event_id"]) for row in rows}
        told = [by_id[key] for key in sorted(held) if sources <= by_id[key].account.sources]
        if told:
            lead = max(told, key=lambda event: len(event.account.sources))
            found.update((row["figure_id"], lead.id) for row in rows)
    return found


def with_series(figures: Iterable[Row], of: Mapping[str, str]) -> list[Row]:
    """The figures, those that count a series with its one event and without a report."""
    return [
        {**row, "event_id": of[row["figure_id"]], "_report_id": None}
        if of.get(row["figure_id"], row.get("event_id")) != row.get("event_id")
        else row
        for row in figures
    ]
