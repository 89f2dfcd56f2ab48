"""Where the facts of the chart of compared figures stand, and their sides on axes of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.page.charts.scale import Scale, labels, plain, scale
from scripts.page.charts.sides import FigureFact, FigureSide
from scripts.page.codes import sign
from scripts.page.sides import counts_words

#: In rows: what the heading of a fact takes, how far below its last side its axis is named, and
#: what is free below that.
_HEAD, _BELOW, _FREE = 2.1, 0.45, 0.95

Mark = Mapping[str, Any]


@dataclass(frozen=True)
class Placed:
    """Facts whose marks have their places: rows of the data sets, and the height in rows."""

    facts: tuple[Mark, ...]
    sides: tuple[Mark, ...]
    ticks: tuple[Mark, ...]
    height: float


def placed(facts: Sequence[FigureFact]) -> Placed:
    """Give every fact its rows and its own axis."""
    heads: list[Mark] = []
    sides: list[Mark] = []
    ticks: list[Mark] = []
    top = 0.0
    for fact in facts:
        known = [end for side in fact.sides for end in (side.low, side.high) if end is not None]
        axis = scale(known)
        base = top + _HEAD + len(fact.sides)
        heads.append(_head(fact, top))
        sides += [
            _side(fact, side, axis, top + _HEAD + row + 0.5) for row, side in enumerate(fact.sides)
        ]
        ticks += [
            {
                "id": fact.comparison_id,
                "label": label,
                "x": axis.at(number),
                "top": top + _HEAD,
                "base": base,
                "below": base + _BELOW,
            }
            for number, label in (labels(axis, known).items() if known else ())
        ]
        top = base + _BELOW + _FREE
    return Placed(tuple(heads), tuple(sides), tuple(ticks), top)


def _head(fact: FigureFact, top: float) -> Mark:
    count = counts_words(fact.source_count, fact.independent)
    verdict = f"{sign('verdicts', fact.verdict)} {fact.verdict_title}: {count}"
    return {
        "id": fact.comparison_id,
        "title": fact.title,
        "event": fact.event,
        "verdict": fact.verdict_title,
        "sign": verdict,
        "told": f"{fact.event}: {fact.title}. {fact.verdict_title}, {count}.",
        "y": top + 0.2,
    }


def _side(fact: FigureFact, side: FigureSide, axis: Scale, row: float) -> Mark:
    known = side.low is not None or side.high is not None
    return {
        "id": fact.comparison_id,
        "fact": f"{fact.event}: {fact.title}" if fact.event else fact.title,
        "source": side.source,
        "words": side.words,
        "allows": allows(side, fact.unit),
        "kind": side.kind_title,
        "done": side.kind == "occurred",
        "verdict": fact.verdict_title,
        "told": f"{side.source}: {side.words}; {allows(side, fact.unit)}; {side.kind_title}; "
        f"{fact.title}: {fact.verdict_title}",
        "y": row,
        "x": None if side.value is None else axis.at(side.value),
        "left": 0.0 if side.low is None else axis.at(side.low),
        "right": 1.0 if side.high is None else axis.at(side.high),
        "line": known and side.low != side.high,
        "open_left": known and side.low is None,
        "open_right": known and side.high is None,
    }


def allows(side: FigureSide, unit: str) -> str:
    """What the words of a side allow, in words."""
    unit = f" ({unit.lower()})" if unit else ""
    if side.low is None and side.high is None:
        return "no number"
    if side.low is None:
        return f"up to {plain(side.high or 0)}{unit}"
    if side.high is None:
        return f"{plain(side.low)} or more{unit}"
    if side.low == side.high:
        return f"{plain(side.low)}{unit}"
    return f"{plain(side.low)} to {plain(side.high)}{unit}"
