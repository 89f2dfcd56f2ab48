"""What the chart of compared figures draws: every fact, and each of its sides as an interval."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.page.charts.happenings import told_as
from scripts.page.charts.printable import printable
from scripts.page.codes import VERDICTS, rank
from scripts.page.names import source_names
from scripts.page.titles import code_title, event_days, event_title, fact_title
from scripts.read.files import InputError
from scripts.trace.edition import Edition, Row

#: Bounds whose number is the one end that is known, with that end.
_FLOORS, _CEILINGS = {"at_least", "more_than"}, {"at_most", "less_than"}


@dataclass(frozen=True)
class FigureSide:
    """What one source says: its words, and what they allow in the unit of the fact.

    low, high: None where open. value: the number itself; None where the words give a range or an
    order of size. kind: code of modalities.
    """

    source: str
    words: str
    low: float | None
    high: float | None
    value: float | None
    kind: str
    kind_title: str


@dataclass(frozen=True)
class FigureFact:
    """One number that sources tell, with what they say of it. verdict: a code of verdicts."""

    comparison_id: str
    title: str
    event: str
    unit: str
    verdict: str
    verdict_title: str
    source_count: int
    independent: int
    sides: tuple[FigureSide, ...]


def figure_facts(edition: Edition, *, alone: bool = False) -> tuple[FigureFact, ...]:
    """The facts about figures that have at least two sides: conflicts first, then by title.

    Args:
        edition: The package.
        alone: Whether those with one side are wanted as well.

    Raises:
        InputError: if a number of a side is none.
    """
    names = source_names(edition.rows("sources"))
    facts = [
        _fact(edition, row, names)
        for row in edition.rows("comparisons")
        if row.get("about") == "figure"
        and len(edition.where("sides", "comparison_id", row["comparison_id"]))
        >= (1 if alone else 2)
    ]
    facts.sort(
        key=lambda one: (rank(one.verdict, VERDICTS), one.event, one.title, one.comparison_id)
    )
    return printable(tuple(facts))


def _fact(edition: Edition, row: Row, names: Mapping[str, str]) -> FigureFact:
    event = edition.row("events", row.get("event_id", ""))
    sides = edition.where("sides", "comparison_id", row["comparison_id"])
    return FigureFact(
        comparison_id=row["comparison_id"],
        title=f"{fact_title(edition, row)}{_measured_in(edition, row)}",
        event=", ".join(filter(None, [event_title(edition, event), event_days(edition, event)])),
        unit=code_title(edition, "comparisons", "unit", row.get("unit", "")),
        verdict=row.get("verdict", ""),
        verdict_title=code_title(edition, "comparisons", "verdict", row.get("verdict", "")),
        source_count=int(row.get("source_count") or len({one["source_id"] for one in sides})),
        independent=int(row.get("independent_count") or 1),
        sides=_sides(edition, sides, names),
    )


def _measured_in(edition: Edition, row: Row) -> str:
    """The unit of an axis whose numbers are no count: " (in days)"."""
    entry = edition.codelists.get("units", {}).get(row.get("unit", ""), {})
    if entry.get("unit_class") != "duration":
        return ""
    return f" (in {entry['title'].lower()}s)"


def _sides(
    edition: Edition, rows: Sequence[Row], names: Mapping[str, str]
) -> tuple[FigureSide, ...]:
    found = []
    for row in rows:
        low, high = (_number(edition, row, name) for name in ("low", "high"))
        found.append(
            FigureSide(
                source=names.get(row["source_id"], row["source_id"]),
                words=row.get("value_text", ""),
                low=low,
                high=high,
                value=_value(edition.row("figures", row.get("figure_id", "")), low, high),
                kind=row.get("modality", ""),
                kind_title=told_as(edition, row.get("modality", "")),
            )
        )
    return tuple(found)


def _value(figure: Row, low: float | None, high: float | None) -> float | None:
    """The number of a side in the unit of the fact, which the interval of its words is around."""
    bound = figure.get("bound", "")
    if bound in _FLOORS:
        return low
    if bound in _CEILINGS:
        return high
    if low is None or high is None or bound == "vague" or figure.get("range_to"):
        return low if low == high else None
    return (low + high) / 2


def _number(edition: Edition, row: Row, column: str) -> float | None:
    try:
        return float(row[column]) if row.get(column) else None
    except ValueError:
        raise InputError(
            f"data/sides.csv in {edition.name}: {column} of {row['comparison_id']} is "
            f"{row[column]!r}, which is no number; build the package again"
        ) from None
