"""One comparison as rows: the facts compared, their sides, families and verdict."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

from scripts.compare.notes import note
from scripts.compare.rests import ties
from scripts.compare.verdicts import Judged, verdict
from scripts.link.ids import row_id
from scripts.link.independence import families
from scripts.link.values import Row

#: What makes one comparison another; the order is that of its id.
_KEY = ("about", "event_id", "utterance_id", "measure", "of_actor_id", "by_actor_id", "unit")


@dataclass(frozen=True)
class Side:
    """What one source says: the columns of `sides`, what it rests on, and the value to compare.

    claimed_by: the party of the event that claims it; "" where nobody or no party does.
    """

    row: Row
    rests_on: tuple[str, ...]
    said: Any
    claimed_by: str = ""

    @property
    def source(self) -> str:
        """The source that says it."""
        return str(self.row["source_id"])


def finite(number: float) -> float | None:
    """A number for a cell; None where the words set no limit."""
    return number if isfinite(number) else None


def one_a_value(sides: Iterable[Side]) -> list[Side]:
    """One side a source and value, the first in the text, by source and words.

    A number that one source prints twice in other words ("two captives", "two soldiers") is one;
    it rests on whatever it rests on in any of them.
    """
    first: dict[tuple[str, str], Side] = {}
    numbers: dict[tuple[object, ...], tuple[str, str]] = {}
    for side in sides:
        low, high = side.row.get("low"), side.row.get("high")
        key = (side.source, str(side.row["value_text"]))
        if low is not None:
            key = numbers.setdefault((side.source, low, high, side.row.get("modality")), key)
        known = first.get(key)
        if known:
            first[key] = replace(known, rests_on=(*known.rests_on, *side.rests_on))
        else:
            first[key] = side
    return [first[key] for key in sorted(first)]


def family_of(sides: Iterable[Side]) -> dict[str, str]:
    """source_id → its family among these sides."""
    return families(_rests_on(sides))


def _rests_on(sides: Iterable[Side]) -> dict[str, list[str]]:
    rests: dict[str, list[str]] = {}
    for side in sides:
        held = rests.setdefault(side.source, [])
        held.extend(name for name in side.rests_on if name not in held)
    return rests


def comparison(
    key: Mapping[str, Any],
    sides: Sequence[Side],
    same: Callable[[Any, Any], bool],
    meet: Callable[[Any, Any], bool],
    thing: str = "",
    judged: Judged | None = None,
) -> tuple[Row, list[Row]]:
    """The row of `comparisons` and its rows of `sides`; low, best, high and ruling still open.

    Args:
        key: about and what else names the fact (see `_KEY`).
        sides: One or more, one a source and value.
        same: Whether two values are the same.
        meet: Whether two can both be true.
        thing: The name of what is counted, where the key's unit does not tell it.
        judged: The verdict and its reason, from who compares more than pairs of values; without
            it the verdict is that of `same` and `meet`.
    """
    by_source: dict[str, list[Any]] = {}
    for side in sides:
        by_source.setdefault(side.source, []).append(side.said)
    found = judged or Judged(verdict(by_source, same, meet))
    rests = _rests_on(sides)
    family = families(rests)
    independent = len(set(family.values()))
    named = [str(key.get(part) or "") for part in _KEY]
    claimant = key.get("claimed_by_actor_id")
    comparison_id = row_id("c", *named, thing, *([claimant] if claimant else []))
    rows = [
        {**side.row, "comparison_id": comparison_id, "family": family[side.source]}
        for side in sides
    ]
    return {
        "comparison_id": comparison_id,
        **{part: key.get(part) for part in _KEY},
        "source_count": len(by_source),
        "independent_count": independent,
        "low": None,
        "best": None,
        "high": None,
        "verdict": found.verdict,
        "ruling": None,
        "note": note(found.verdict, rows, independent, found.reason, ties(rests, family)),
        "claimed_by_actor_id": key.get("claimed_by_actor_id"),
        "counted_kind": thing or None,
    }, rows
