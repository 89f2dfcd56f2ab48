"""The least and the greatest value that the words of a figure allow."""

from decimal import Decimal

from schemas.tables import codelist
from scripts.find.drafts import Number

#: Share of the number that "nearly" and the like leave open below it.
_NEARLY = Decimal("0.9")
#: Unit classes that measure, so that a printed number stands for what rounds to it.
_MEASURED = frozenset({"duration", "distance", "area"})


def _last_place(value: Decimal) -> Decimal:
    """Size of the last place of a number that is not zero: 1000 for 12,000, 0.1 for 12.7."""
    if value == 0:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _is_measured(unit: str) -> bool:
    row = codelist("units").rows.get(unit)
    return row is not None and row["unit_class"] in _MEASURED


def limits(number: Number, bound: str, unit: str) -> tuple[float | None, float | None]:
    """Lowest and highest value, in the printed unit.

    Counts stand exactly as printed. Measures (durations, distances, areas) stand for what rounds
    to them: "six weeks" is 5.5 to 6.5, "12.7 km" 12.65 to 12.75.

    Args:
        number: The number as found.
        bound: A code of `codes/bounds.csv`.
        unit: A code of `codes/units.csv`.

    Returns:
        (low, high); None where the words set no limit. Of a vague word its limits in the lexicon.
    """
    if number.value is None:
        return number.low, number.high
    least = Decimal(str(number.value))
    most = least if number.range_to is None else Decimal(str(number.range_to))
    low: Decimal | None = least
    high: Decimal | None = most
    if bound == "about":
        low, high = least - _last_place(least) / 2, most + _last_place(most) / 2
    elif bound in {"at_least", "more_than"}:
        high = None
    elif bound == "at_most":
        low = min(Decimal(0), least)
    elif bound == "less_than":
        low = least * _NEARLY
    elif _is_measured(unit):
        half = min(Decimal(1), _last_place(least), _last_place(most)) / 2
        low, high = max(Decimal(0), least - half) if least >= 0 else least - half, most + half
    return (
        None if low is None else float(low),
        None if high is None else float(high),
    )
