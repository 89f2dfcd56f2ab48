"""Facts in the order in which a reader meets them: by story, the best attested story first.

A story is what belongs together: events that keep, or are part of, one another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.link.independence import united
from scripts.page.codes import SUBJECTS, VERDICTS, rank
from scripts.page.titles import event_days, event_title
from scripts.trace.edition import Edition, Row


@dataclass(frozen=True)
class Phase:
    """One event of a story: promised, or carried out; when it was, in words."""

    event_id: str
    modality: str
    when: str


@dataclass(frozen=True)
class Story:
    """Facts that belong together.

    title: of the event that the others keep or are part of; "" for words that belong to none.
    phases: its events, promise before deed. facts: ids of comparisons.
    """

    title: str
    phases: tuple[Phase, ...]
    facts: tuple[str, ...]


def stories(edition: Edition) -> tuple[Story, ...]:
    """All comparisons of a package, by story; facts that belong to no event come last."""
    root = _roots(edition.rows("events"))
    told: dict[str, list[Row]] = {}
    for comparison in edition.rows("comparisons"):
        event = comparison.get("event_id", "")
        told.setdefault(root.get(event, event), []).append(comparison)
    events: dict[str, list[Row]] = {}
    for event_row in edition.rows("events"):
        events.setdefault(root[event_row["event_id"]], []).append(event_row)
    found = [_story(edition, events.get(key, []), facts) for key, facts in told.items()]
    rows = {row["comparison_id"]: row for row in edition.rows("comparisons")}
    return tuple(sorted(found, key=lambda one: _order(one, [rows[fact] for fact in one.facts])))


def _order(story: Story, facts: Sequence[Row]) -> tuple[Any, ...]:
    """First what several sources tell of people who suffered one thing, then what most tell."""
    people = [_weight(fact) for fact in facts if fact.get("measure", "") not in {"", "other"}]
    told = max((weight for weight in people if weight[1] > 1), default=(0, 0))
    best = max(_weight(fact) for fact in facts)
    return (not story.phases, *(-count for count in (*told, *best)), -len(facts), story.facts)


def _weight(comparison: Row) -> tuple[int, int]:
    """How well a fact is attested: independent sources, then sources."""
    return (
        int(comparison.get("independent_count") or 0),
        int(comparison.get("source_count") or 0),
    )


def _roots(events: Sequence[Row]) -> Mapping[str, str]:
    """Event → the first event of those it is joined with, by keeping or by being a part."""
    pairs = [
        (event["event_id"], event[column])
        for event in events
        for column in ("part_of_event_id", "fulfils_event_id")
        if event.get(column)
    ]
    return united({*(event["event_id"] for event in events), *(other for _, other in pairs)}, pairs)


def _story(edition: Edition, events: Sequence[Row], facts: Sequence[Row]) -> Story:
    wholes = [event for event in events if not event.get("part_of_event_id")]
    wholes.sort(key=lambda one: (one.get("modality") == "occurred", one.get("start_date", "")))
    phases = [
        Phase(one["event_id"], one.get("modality", ""), event_days(edition, one)) for one in wholes
    ]
    ordered = sorted(
        facts,
        key=lambda one: (
            one["verdict"] == "single",
            rank(one["about"], SUBJECTS),
            bool(edition.row("events", one.get("event_id", "")).get("part_of_event_id"))
            and one["about"] != "figure",
            rank(one["verdict"], VERDICTS),
            -int(one.get("independent_count") or 0),
            -float(one.get("best") or 0),
            one["comparison_id"],
        ),
    )
    return Story(
        event_title(edition, wholes[0]) if wholes else "",
        tuple(phases),
        tuple(one["comparison_id"] for one in ordered),
    )
