"""Which counts a comparison of figures takes, at which day they stand, and which is the best."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from schemas.tables import codelist
from scripts.compare.comparison import Side, family_of
from scripts.compare.people import EVERYBODY, kind_of
from scripts.link.values import Row

#: What is done to some out of many who are named by what they were before: captives, hostages.
_DONE = frozenset({"released", "captured"})


@dataclass(frozen=True)
class Issue:
    """The day a source was published, where one day alone is possible, and the last that is."""

    day: date | None
    latest: date | None

    def stands_at(self, figure: Row) -> date | None:
        """The day that a count stands at: stated with it, else when it was published."""
        stated: date | None = figure.get("_as_of")
        if stated is not None and (self.latest is None or stated <= self.latest):
            return stated
        return None if figure.get("_earlier") else self.day


def runs(measure: str | None) -> str:
    """How a count of this measure goes on after its event: up, any, or "" where it stands."""
    return str(codelist("measures").rows[measure]["runs"]) if measure else ""


def best(sides: Iterable[Side], published: Mapping[str, date | None]) -> float | None:
    """The value that most independent sources state; of equals the closest, then the latest told.

    Only numbers that stand for themselves or are called round can be best: a floor or a ceiling
    is none, nor is a part. What was carried out goes before what was announced, and of a count
    that goes on the values as of the latest day before all earlier ones.
    """
    held = list(sides)
    family = family_of(held)
    stated = [side for side in held if side.said.said.stated and not side.said.part]
    stated = [side for side in stated if side.said.modality == "occurred"] or stated
    latest = max((side.said.as_of for side in stated if side.said.as_of), default=None)
    values: dict[float, list[Side]] = {}
    for side in stated:
        if latest is None or side.said.as_of == latest:
            values.setdefault(side.said.said.value, []).append(side)

    def rank(value: float) -> tuple[int, float, date, float]:
        told = values[value]
        return (
            len({family[side.source] for side in told}),
            -min(side.said.said.width for side in told),
            max(published.get(side.source) or date.min for side in told),
            value,
        )

    return max(values, key=rank, default=None)


def issues(sources: Iterable[Row]) -> dict[str, Issue]:
    """source_id → when it was published."""
    found = {}
    for row in sources:
        first, last = row.get("published_earliest"), row.get("published_latest")
        day = row.get("published") or (first if first == last else None)
        found[row["source_id"]] = Issue(day, last or day)
    return found


def parts_alone(figures: Iterable[Row]) -> list[Row]:
    """Figures without those that count an unnamed part, and with facts of their own as wholes.

    A part to which something else happened ("23 of the 55 captives were freed") is a fact of its
    own, and there the 55 are no count of the freed; a part of the same is a fact only where a word
    tells its people ("three of them children").
    """
    listed = list(figures)
    by_id = {row["figure_id"]: row for row in listed}
    base = {
        row["subset_of_figure_id"]
        for row in listed
        if _out_of(row, by_id.get(row.get("subset_of_figure_id")))
    }
    found = []
    for row in listed:
        whole = by_id.get(row.get("subset_of_figure_id"), {})
        measure = whole.get("measure")
        if row["figure_id"] in base:
            continue
        if _out_of(row, whole) or (whole and measure not in {None, "other", row.get("measure")}):
            found.append({**row, "subset_of_figure_id": None})
        elif not row.get("subset_of_figure_id") or _told_apart(row, whole):
            found.append(row)
    return found


def _told_apart(part: Row, whole: Row) -> bool:
    """Whether words tell the people of a part: their kind, or whose they are."""
    whose = part.get("of_actor_id")
    return kind_of(part) != EVERYBODY or bool(whose and whole and whose != whole.get("of_actor_id"))


def _out_of(part: Row, whole: Row | None) -> bool:
    """Whether a deed is told of a part out of people to whom it was not done: "23 of the 55"."""
    if not whole or part["measure"] not in _DONE or part["measure"] != whole.get("measure"):
        return False
    inside = part["char_start"] < whole["char_start"] and whole["char_end"] <= part["char_end"]
    return bool(inside and not part.get("_kind"))


def current(figures: Sequence[Row]) -> list[Row]:
    """The figures with the day that each counts as of set to none where it is an earlier count.

    A paper that says how far a count has risen gives its last count so; what it gives besides,
    of the same people, is an earlier one.
    """
    risen = {_whose(row) for row in figures if row.get("_risen")}
    return [
        {**row, "_earlier": True}
        if _whose(row) in risen and not row.get("_risen") and not row.get("_part")
        else row
        for row in figures
    ]


def _whose(figure: Row) -> tuple[str, str, str]:
    return (
        figure["source_id"],
        str(figure.get("of_actor_id") or ""),
        str(figure.get("subset_of_figure_id") or ""),
    )


def first_told(side: Side) -> tuple[bool, int]:
    """Of a number that a source prints twice the deed stands, and the latest count."""
    day = side.said.as_of
    return side.said.modality != "occurred", -day.toordinal() if day else 0
