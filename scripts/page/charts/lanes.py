"""Lanes of a timeline: which events stand in them, and where, so that none hides another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten, wrap
from typing import Any

from scripts.page.charts.days import DAY
from scripts.page.charts.happenings import Happening, Told
from scripts.page.charts.reach import Reach
from scripts.page.charts.stacking import stacked

#: Pixels: half a dot with its rim, the least width of a bar, and what stays free between marks.
_DOT, _BAR, _GAP = 5.5, 4.0, 1.5
#: Rows left free above and below the marks of a lane, and the least that a line of its label takes.
_PAD, _LINE = 0.3, 1.4
#: Letters of a line of a label.
_LETTERS = 22

Mark = Mapping[str, Any]


@dataclass(frozen=True)
class Lane:
    """A band of the chart: its name, and the events in it with what is to be told of each there."""

    name: str
    held: tuple[tuple[Happening, str], ...]


@dataclass(frozen=True)
class Laid:
    """Lanes whose marks have their places: rows of the data sets, and the height in rows."""

    events: tuple[Mark, ...]
    lanes: tuple[Mark, ...]
    height: float


def lanes_by_type(found: Told) -> tuple[Lane, ...]:
    """A lane for every type that has a dated event, in the order of the code list."""
    return tuple(
        Lane(name, tuple((one, "") for one in found.happenings if one.type == name))
        for name in found.types
        if any(one.type == name for one in found.happenings)
    )


def lanes_by_actor(found: Told) -> tuple[Lane, ...]:
    """A lane for every actor of a dated event, the most active first; an event stands in each."""
    held: dict[tuple[str, str], list[tuple[Happening, str]]] = {}
    for one in found.happenings:
        for part in one.parts:
            role = f"{part.name} is {part.roles}"
            held.setdefault((part.name, part.actor_id), []).append((one, role))
    order = sorted(held, key=lambda actor: (-len(held[actor]), actor))
    return tuple(Lane(name, tuple(held[name, actor])) for name, actor in order)


def laid(lanes: Sequence[Lane], reach: Reach, width: float) -> Laid:
    """Give every mark of every lane its place.

    Args:
        lanes: From the top down.
        reach: The axis of time.
        width: Of the axis, in pixels: marks that overlap at this width are put beside each other.
    """
    events: list[Mark] = []
    bands: list[Mark] = []
    top = 0.0
    for number, lane in enumerate(lanes):
        rows = stacked([extent(one, reach, width) for one, _ in lane.held])
        label = _label(lane.name)
        height = max(max(rows, default=0) + 1, _LINE * len(label)) + 2 * _PAD
        spare = (height - 2 * _PAD - max(rows, default=0) - 1) / 2
        for row, (one, role) in zip(rows, lane.held, strict=True):
            events.append(_mark(one, role, lane.name, top + _PAD + spare + row))
        bands.append({"lane": label, "top": top, "base": top + height, "even": number % 2 == 0})
        top += height
    return Laid(tuple(events), tuple(bands), top)


def extent(one: Happening, reach: Reach, width: float) -> tuple[float, float]:
    """The pixels that a mark takes along the axis, with the room that it needs."""
    left, right = reach.at(one.start) * width, reach.at(one.end) * width
    middle = (left + right) / 2
    half = _DOT if is_dot(one) else max(_BAR, right - left) / 2
    return middle - half - _GAP / 2, middle + half + _GAP / 2


def is_dot(one: Happening) -> bool:
    """Whether an event is known to the day."""
    return one.end - one.start == DAY


def _label(name: str) -> list[str]:
    lines = wrap(name, _LETTERS) or [name]
    if len(lines) <= 2:
        return lines
    return [lines[0], shorten(" ".join(lines[1:]), _LETTERS, placeholder="…")]


def _mark(one: Happening, role: str, lane: str, row: float) -> Mark:
    count = f"{one.independent} independent" if one.independent != one.source_count else ""
    told = [one.kind_title, one.dates, role, f"told by {one.sources}", count]
    return {
        "id": one.event_id,
        "lane": lane,
        "title": one.title,
        "kind": one.kind_title,
        "code": one.kind,
        "dates": one.dates,
        "role": role,
        "sources": one.sources,
        "independent": f"{one.independent} of {one.source_count}",
        "told": f"{one.title}: " + "; ".join(filter(None, told)),
        "dot": is_dot(one),
        "start": one.start,
        "end": one.end,
        "at": (one.start + one.end) // 2,
        "row": row + 0.5,
        "top": row + 0.1,
        "base": row + 0.9,
    }
