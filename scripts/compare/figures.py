"""Figures of one event against each other: same measure, sides and unit."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from schemas.tables import codelist
from scripts.compare.claims import apart, claimants, parties, rival_claims
from scripts.compare.comparison import Side, comparison, family_of, finite, one_a_value
from scripts.compare.intervals import interval, is_measured, unit_of_comparison
from scripts.compare.parts import with_parts
from scripts.compare.people import EVERYBODY, People, kind_of, kinds_of, one_people
from scripts.compare.reasons import reason_of
from scripts.compare.verdicts import Count, Judged, hull, verdict_of_counts
from scripts.link.kinds import mention_words
from scripts.link.sides import kind_of as actor_kind
from scripts.link.values import Linked, Row, in_text

#: Measures that one actor does to another: where the words leave a side out, the event tells it.
_HANDED = frozenset({"released", "captured", "held"})
#: Kind of people → kind of actor that they belong to where it alone was attacked.
_ARMED = {"military": "country", "fighter": "armed-group"}
#: Figures that are a claim about what happened or will.
_CLAIMED = frozenset({"occurred", "announced"})


class Fact(NamedTuple):
    """What is counted of which event: event, measure, unit, the thing where the unit is no name."""

    event: str
    measure: str
    unit: str
    thing: str


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
    if figure.get("event_id") is None or figure["modality"] not in _CLAIMED:
        return False
    counted = str(figure.get("counted") or "").lower()
    measure = figure.get("measure")
    if measure not in {None, "other"}:
        return True
    # "The two sides" counts who takes part, not what happened.
    return not figure.get("subset_of_figure_id") and counted not in mention_words("party")


def _worth_alone(figure: Row) -> bool:
    """Whether a figure of one source is a comparison of its own, waiting for a second."""
    return figure.get("measure") not in {None, "other"} or is_measured(figure)


def _fact(figure: Row, chain: Mapping[str, str]) -> Fact:
    measure = figure.get("measure")
    unit, thing, _ = unit_of_comparison(figure)
    if measure == "other":
        thing = str(figure.get("counted") or "")
    return Fact(chain[figure["event_id"]], measure or "", unit, thing)


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


def compare_figures(linked: Linked) -> tuple[list[Row], list[Row]]:
    """Comparisons of figures and their sides.

    A promise and the deed that carries it out are one chain, compared under the deed. A figure
    that only one source gives is a comparison of its own where it counts people or measures.
    """
    chain = chains(linked.events)
    roles = _roles(linked)
    published = {row["source_id"]: row.get("published") for row in linked.sources}
    names = {row["actor_id"]: row["name"] for row in linked.actors}
    among = parties(linked, chain)
    claimant = claimants(linked)
    facts: dict[Fact, list[Row]] = {}
    for figure in _parts_alone(in_text(linked.figures)):
        if _comparable(figure):
            facts.setdefault(_fact(figure, chain), []).append(figure)
    rows: list[Row] = []
    sides: list[Row] = []
    days = _days(linked.sources)
    for fact, figures in sorted(facts.items()):
        going = runs(fact.measure)

        def side(figure: Row, going: str = going, fact: Fact = fact) -> Side:
            party = claimant(figure, among.get(fact.event, frozenset()))
            return _side(figure, linked, days if going else {}, party or "")

        for people, held in sorted(_groups(fact, figures, roles, side, going).items()):
            if len({one.source for one in held}) < 2 and not _worth_alone(figures[0]):
                continue
            claims = apart(held, going)
            for party in sorted(claims):
                told = one_a_value(sorted(claims[party], key=_first_told))
                rival = rival_claims(party, claims, names)
                row, its_sides = _compared(fact, people, party, told, rival, going)
                row["best"] = best(told, published)
                rows.append(row)
                sides.extend(its_sides)
    return rows, sides


def _first_told(side: Side) -> tuple[bool, int]:
    """Of a number that a source prints twice the deed stands, and the latest count."""
    day = side.said.as_of
    return side.said.modality != "occurred", -day.toordinal() if day else 0


def _groups(
    fact: Fact,
    figures: Sequence[Row],
    roles: Mapping[str, tuple[str | None, str | None]],
    side: Callable[[Row], Side],
    going: str,
) -> dict[People, list[Side]]:
    """Whom the figures of one fact count → their sides; of things there is one group."""
    if fact.measure in {"", "other"}:
        groups: dict[People, list[Side]] = {}
        for figure in figures:
            of, by = figure.get("of_actor_id"), figure.get("by_actor_id")
            groups.setdefault(People(of or "", by or "", fact.thing), []).append(side(figure))
        return groups
    kept = _current(figures)
    groups = {}
    for figure, kind in zip(kept, kinds_of(kept), strict=True):
        people = _people(figure, kind, roles[figure["event_id"]])
        groups.setdefault(people, []).append(side(figure))
    return with_parts(one_people(groups, going), going)


def _people(figure: Row, kind: str, roles: tuple[str | None, str | None]) -> People:
    by, of = figure.get("by_actor_id"), figure.get("of_actor_id")
    if figure["measure"] in _HANDED:
        by, of = by or roles[0], of or roles[1]
    elif roles[1] and actor_kind(roles[1]) == _ARMED.get(kind):
        of = of or roles[1]
    return People(of or "", by or "", kind)


def _parts_alone(figures: Iterable[Row]) -> list[Row]:
    """Figures without those that count an unnamed part, and with facts of their own as wholes.

    A part to which something else happened ("23 of the 55 captives were freed") is a fact of its
    own; a part of the same is one only where a word tells its people ("three of them children").
    """
    listed = list(figures)
    measures = {row["figure_id"]: row.get("measure") for row in listed}
    found = []
    for row in listed:
        whole = row.get("subset_of_figure_id")
        measure = measures.get(whole)
        if whole and measure not in {None, "other", row.get("measure")}:
            found.append({**row, "subset_of_figure_id": None})
        elif not whole or kind_of(row) != EVERYBODY:
            found.append(row)
    return found


def _current(figures: Sequence[Row]) -> list[Row]:
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


def _days(sources: Iterable[Row]) -> dict[str, date | None]:
    """source_id → the day it was published, if one day alone is possible."""
    found = {}
    for row in sources:
        first, last = row.get("published_earliest"), row.get("published_latest")
        found[row["source_id"]] = row.get("published") or (first if first == last else None)
    return found


def _compared(
    fact: Fact, people: People, party: str, sides: Sequence[Side], rival: str, going: str
) -> tuple[Row, list[Row]]:
    counts: dict[str, list[Count]] = {}
    for side in sides:
        counts.setdefault(side.source, []).append(side.said)
    found = verdict_of_counts(counts, going)
    reason = reason_of(sides, going, found)
    named = {
        "about": "figure",
        "event_id": fact.event,
        "measure": fact.measure or None,
        "of_actor_id": people.of or None,
        "by_actor_id": people.by or None,
        "unit": fact.unit,
        "claimed_by_actor_id": party or None,
    }
    judged = Judged(found, "; ".join(filter(None, [reason, rival])))
    row, its_sides = comparison(named, sides, _same, _same, people.kind, judged)
    hulls = [hull(counts[source]) for source in sorted(counts)]
    row["low"] = finite(min(one.low for one in hulls))
    row["high"] = finite(max(one.high for one in hulls))
    return row, its_sides


def _same(a: Count, b: Count) -> bool:
    return a == b


def _side(figure: Row, linked: Linked, days: Mapping[str, date | None], claimed_by: str) -> Side:
    allowed = interval(figure)
    source = figure["source_id"]
    behind = linked.rests_on.get(figure["figure_id"])
    day = None
    if source in days:
        day = figure.get("_as_of") or (None if figure.get("_earlier") else days[source])
    part = bool(figure.get("_part"))
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
            "as_of": day,
            "scope": "part" if part else "whole",
            "_list": figure.get("_list"),
        },
        rests_on=(linked.origins[source], *([behind] if behind else [])),
        said=Count(allowed, figure["modality"], day, part),
        claimed_by=claimed_by,
    )
