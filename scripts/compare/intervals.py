"""What a figure's words allow, as an interval in the unit of comparison."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import inf

from schemas.tables import codelist
from scripts.lexicon import rows as lexicon
from scripts.link.values import Row

#: Bounds that name a value which a paper may be said to state.
_STATED = frozenset({"exact", "about"})


@dataclass(frozen=True)
class Interval:
    """The values that words allow, ends included; infinite where they set no limit.

    value: the number as stated, in the same unit; None where the words state none.
    """

    low: float
    high: float
    value: float | None
    stated: bool

    @property
    def width(self) -> float:
        """How much the words leave open."""
        return self.high - self.low

    def meets(self, other: "Interval") -> bool:
        """Whether both can be true of one number."""
        return self.low <= other.high and other.low <= self.high

    def equals(self, other: "Interval") -> bool:
        """Whether both say the same: the same value within the same limits."""
        return (self.low, self.high, self.value) == (other.low, other.high, other.value)


@cache
def _mark() -> re.Pattern[str]:
    """A currency's sign or code beside a number."""
    listed = sorted((row["mark"] for row in lexicon("currencies")), key=lambda m: (-len(m), m))
    marks = "|".join(re.escape(mark) for mark in listed)
    return re.compile(rf"(?<![^\W\d_])(?:{marks})(?![^\W\d_])")


def _currency(figure: Row) -> str:
    """The name of the currency of an amount; a dollar of no named country is one of the US."""
    found = _mark().search(str(figure["text"]))
    names = {row["mark"]: row["unit"] for row in lexicon("currencies")}
    name = names[found.group()] if found else str(figure.get("counted") or "").lower()
    name = name.removeprefix("US ")
    return name.removesuffix("s")


@cache
def _extents() -> Mapping[tuple[str, str], Mapping[str, str]]:
    return {(row["unit"], row["word"]): row for row in lexicon("extent_units")}


def unit_of_comparison(figure: Row) -> tuple[str, str, float]:
    """Unit code, the word it is counted in where the code alone does not say, and the factor.

    Durations are compared in days, lengths in kilometres, areas in square kilometres, amounts of
    money in one currency; other things only with what has the same name.
    """
    unit = str(figure["unit"])
    row = codelist("units").rows[unit]
    if row.get("base_unit"):
        return row["base_unit"], "", float(row["base_factor"])
    if row["unit_class"] == "money":
        return unit, _currency(figure), 1.0
    word = str(figure.get("counted") or "").lower()
    extent = _extents().get((unit, word))
    if extent is not None:
        return unit, extent["base"], float(extent["factor"])
    if row["unit_class"] == "share" or unit == "person":
        return unit, "", 1.0
    return unit, word, 1.0


def is_measured(figure: Row) -> bool:
    """Whether the figure is measured, so that the unit itself is a rounding, and not counted."""
    return codelist("units").rows[figure["unit"]]["unit_class"] in {"duration", "distance", "area"}


def _rounded(number: float) -> float:
    return round(number, 9)


def interval(figure: Row) -> Interval:
    """The interval of a figure in its unit of comparison.

    A measured figure with no word that limits it reaches half its unit to either side: "six
    weeks" is 38.5 to 45.5 days.
    """
    factor = unit_of_comparison(figure)[2]
    value, upper = figure.get("value"), figure.get("range_to")
    low = figure.get("low")
    high = figure.get("high")
    if figure["bound"] == "exact" and value is not None:
        half = 0.5 if is_measured(figure) else 0.0
        top = upper if upper is not None else value
        low = min(value - half, value if low is None else low)
        high = max(top + half, top if high is None else high)
    return Interval(
        low=-inf if low is None else _rounded(low * factor),
        high=inf if high is None else _rounded(high * factor),
        value=None if value is None else _rounded(value * factor),
        stated=figure["bound"] in _STATED and value is not None and upper is None,
    )
