"""Figures of one event against each other: same measure, sides and unit."""

from collections.abc import Iterable, Mapping
from datetime import date

from scripts.compare.comparison import Side, comparison, family_of, finite, one_a_value
from scripts.compare.intervals import Interval, interval, is_measured, unit_of_comparison
from scripts.link.kinds import mention_words
from scripts.link.values import Linked, Row, in_text

#: Measures that one actor does to another: where the words leave a side out, the event tells it.
_HANDED = frozenset({"released", "captured", "held"})
#: Figures that are a claim about what happened or will.
_CLAIMED = frozenset({"occurred", "announced"})

Key = tuple[str, str, str, str, str, str]


def chains(events: Iterable[Row]) -> dict[str, str]:
    """event_id → the event it is compared under: of a promise, the deed that carries it out."""
    deeds = {row["fulfils_event_id"]: row["event_id"] for row in events if row["fulfils_event_id"]}
    found: dict[str, str] = {}
    for row in events:
        at, passed = row["event_id"], {row["event_id"]}
        while at in deeds and deeds[at] not in passed:
            at = deeds[at]
            passed.add(at)
        found[row["event_id"]] = at
    return found


def _roles(linked: Linked) -> dict[str, tuple[str | None, str | None]]:
    """event_id → its one source and its one target, where it has just one of each."""
    held: dict[tuple[str, str], set[str]] = {}
    for row in linked.participants:
        held.setdefault((row["event_id"], row["role"]), set()).add(row["actor_id"])
    found: dict[str, tuple[str | None, str | None]] = {}
    for event in linked.events:
        one = [held.get((event["event_id"], role), set()) for role in ("source", "target")]
        single = [min(actors) if len(actors) == 1 else None for actors in one]
        found[event["event_id"]] = (single[0], single[1])
    return found


def _comparable(figure: Row) -> bool:
    if figure.get("event_id") is None or figure.get("subset_of_figure_id"):
        return False
    if figure["modality"] not in _CLAIMED:
        return False
    # "The two sides" counts who takes part, not what happened.
    counted = str(figure.get("counted") or "").lower()
    return bool(figure.get("measure") not in {None, "other"}) or (
        counted not in mention_words("party")
    )


def _worth_alone(figure: Row) -> bool:
    """Whether a figure of one source is a comparison of its own, waiting for a second."""
    return figure.get("measure") not in {None, "other"} or is_measured(figure)


def _key(
    figure: Row,
    chain: Mapping[str, str],
    roles: Mapping[str, tuple[str | None, str | None]],
) -> Key:
    event = figure["event_id"]
    measure = figure.get("measure")
    unit, thing, _ = unit_of_comparison(figure)
    by, of = figure.get("by_actor_id"), figure.get("of_actor_id")
    if measure in _HANDED:
        by, of = by or roles[event][0], of or roles[event][1]
    if measure == "other":
        thing = str(figure.get("counted") or "")
    return (chain[event], measure or "", of or "", by or "", unit, thing)


def best(sides: Iterable[Side], published: Mapping[str, date | None]) -> float | None:
    """The value that most independent sources state; of equals the closest, then the latest told.

    Only numbers that stand for themselves or are called round can be best: a floor or a ceiling
    is none.
    """
    held = list(sides)
    family = family_of(held)
    stated: dict[float, list[Side]] = {}
    for side in held:
        if side.said.stated:
            stated.setdefault(side.said.value, []).append(side)

    def rank(value: float) -> tuple[int, float, date, float]:
        told = stated[value]
        return (
            len({family[side.source] for side in told}),
            -min(side.said.width for side in told),
            max(published.get(side.source) or date.min for side in told),
            value,
        )

    return max(stated, key=rank, default=None)


def compare_figures(linked: Linked) -> tuple[list[Row], list[Row]]:
    """Comparisons of figures and their sides.

    A promise and the deed that carries it out are one chain, compared under the deed. A figure
    that only one source gives is a comparison of its own where it counts people or measures.
    """
    chain = chains(linked.events)
    roles = _roles(linked)
    published = {row["source_id"]: row.get("published") for row in linked.sources}
    groups: dict[Key, list[Row]] = {}
    for figure in in_text(linked.figures):
        if _comparable(figure):
            groups.setdefault(_key(figure, chain, roles), []).append(figure)
    rows: list[Row] = []
    sides: list[Row] = []
    for key, figures in sorted(groups.items()):
        if len({row["source_id"] for row in figures}) < 2 and not _worth_alone(figures[0]):
            continue
        held = one_a_value(_side(figure, linked) for figure in figures)
        event, measure, of, by, unit, thing = key
        named = {
            "about": "figure",
            "event_id": event,
            "measure": measure or None,
            "of_actor_id": of or None,
            "by_actor_id": by or None,
            "unit": unit,
        }
        row, its_sides = comparison(named, held, Interval.equals, Interval.meets, thing)
        row["low"] = finite(min(side.said.low for side in held))
        row["high"] = finite(max(side.said.high for side in held))
        row["best"] = best(held, published)
        rows.append(row)
        sides.extend(its_sides)
    return rows, sides


def _side(figure: Row, linked: Linked) -> Side:
    allowed = interval(figure)
    source = figure["source_id"]
    behind = linked.rests_on.get(figure["figure_id"])
    return Side(
        row={
            "comparison_id": None,
            "source_id": source,
            "figure_id": figure["figure_id"],
            "report_id": figure.get("_report_id"),
            "statement_id": figure.get("statement_id"),
            "value_text": figure["text"],
            "low": finite(allowed.low),
            "high": finite(allowed.high),
            "modality": figure["modality"],
            "family": None,
        },
        rests_on=(linked.origins[source], *([behind] if behind else [])),
        said=allowed,
    )
