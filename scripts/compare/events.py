"""When, where and by whom, as the sources of one event tell it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Any

from scripts.compare.comparison import Side, comparison, one_a_value
from scripts.compare.notes import counted, listed
from scripts.compare.verdicts import Judged, verdict
from scripts.link.atlas import Atlas, atlas
from scripts.link.days import Days, common, days_between, days_of, edtf
from scripts.link.values import Linked, Row, by_key, in_text

Told = Mapping[str, frozenset[str]]
Reason = Callable[[str, Sequence[Side]], str]

#: Roles of which an event has one holder, so that another one named is another telling.
_HELPERS = ("mediator", "host")


def _side(linked: Linked, report: Row, value: str, said: Any) -> Side:
    behind = linked.rests_on.get(report["report_id"])
    return Side(
        row={
            "comparison_id": None,
            "source_id": report["source_id"],
            "figure_id": None,
            "report_id": report["report_id"],
            "statement_id": report.get("_statement_id"),
            "value_text": value,
            "low": None,
            "high": None,
            "modality": report["modality"],
            "family": None,
        },
        rests_on=(linked.origins[report["source_id"]], *([behind] if behind else [])),
        said=said,
    )


def _meet_in_days(a: Days, b: Days) -> bool:
    return a.start <= b.end and b.start <= a.end


def _same_days(a: Days, b: Days) -> bool:
    return (a.start, a.end) == (b.start, b.end)


def _dates(linked: Linked, reports: Iterable[Row]) -> list[Side]:
    """One side a source: the days that all its dated words allow."""
    found: dict[str, tuple[Row, Days]] = {}
    for report in reports:
        days = days_of(report)
        if days is None or report.get("date_basis") == "inherited":
            continue
        source = report["source_id"]
        known = found.get(source)
        if known is None:
            found[source] = (report, days)
        elif _meet_in_days(known[1], days):
            closest = report if days.width < known[1].width else known[0]
            found[source] = (closest, common(known[1], days))
    sides = []
    for _, (report, days) in sorted(found.items()):
        words = report.get("date_text")
        value = f"{words} ({edtf(days)})" if words else edtf(days)
        sides.append(_side(linked, report, value, days))
    return sides


def _places(linked: Linked, where: Atlas, reports: Iterable[Row]) -> list[Side]:
    """One side a source: the closest place that it names."""
    found: dict[str, Row] = {}
    for report in reports:
        if report.get("place_id"):
            source = report["source_id"]
            known = found.get(source)
            if known is None or (
                where.closest(known["place_id"], report["place_id"]) != known["place_id"]
            ):
                found[source] = report
    return [
        _side(
            linked, row, str(row.get("place_text") or where.name(row["place_id"])), row["place_id"]
        )
        for _, row in sorted(found.items())
    ]


def _participants(
    linked: Linked, reports: Iterable[Row], parts: dict[str, list[Row]], names: Mapping[str, str]
) -> list[Side]:
    """One side a source: every actor by role that its reports of the event name."""
    found: dict[str, tuple[Row, dict[str, set[str]]]] = {}
    for report in reports:
        for part in parts.get(report["report_id"], ()):
            _, roles = found.setdefault(report["source_id"], (report, {}))
            roles.setdefault(part["role"], set()).add(part["actor_id"])
    sides = []
    for _, (report, roles) in sorted(found.items()):
        told: Told = {role: frozenset(actors) for role, actors in roles.items()}
        value = "; ".join(
            f"{role}: {', '.join(_named(told[role], names))}" for role in sorted(told)
        )
        sides.append(_side(linked, report, value, told))
    return sides


def _named(actors: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return sorted(names.get(actor, actor) for actor in actors)


def _with_states(actors: Iterable[str], states: Mapping[str, str]) -> set[str]:
    """The actors, and the states whose bodies or people they are."""
    return {one for actor in actors for one in (actor, states.get(actor, actor))}


def disputed_role(a: Told, b: Told, states: Mapping[str, str]) -> str | None:
    """The role that both give to others altogether: a mediator or a host; None where none.

    Who fought and who signed is what makes an event the same one, so papers that name others
    there each name a part. A mediator whom the other paper knows in another role is no other one.

    Args:
        a: Role → actors, as one source tells it.
        b: As another tells it.
        states: actor_id → the state it belongs to, for the bodies and people of states.
    """
    every = [_with_states(frozenset().union(*told.values()), states) for told in (a, b)]
    for role in _HELPERS:
        first, second = (_with_states(told.get(role, ()), states) for told in (a, b))
        if first and second and first.isdisjoint(every[1]) and second.isdisjoint(every[0]):
            return role
    return None


def _same_place(a: str, b: str) -> bool:
    return a == b


def _same_cast(a: Told, b: Told) -> bool:
    return a == b


def _why_days(found: str, sides: Sequence[Side]) -> str:
    """Why days agree with each other or not."""
    told: list[Days] = [side.said for side in sides]
    if found == "conflict":
        apart = max(days_between(a, b) for a, b in combinations(told, 2))
        return f"the days lie {counted(apart, 'day')} apart"
    if found != "compatible":
        return ""
    closest = min(told, key=lambda days: (days.width, days))
    if all(days.start <= closest.start and closest.end <= days.end for days in told):
        return f"{edtf(closest)} lies within {'every' if len(told) > 2 else 'the'} other date"
    return "the dates overlap"


def _why_places(where: Atlas, found: str, sides: Sequence[Side]) -> str:
    """Why places agree with each other or not."""
    told = sorted({side.said for side in sides}, key=lambda one: (where.fineness(one), one))
    if found == "conflict":
        far = [pair for pair in combinations(told, 2) if not where.compatible(*pair)]
        return f"{listed([where.name(one) for one in far[0]])} are two places" if far else ""
    if found != "compatible" or len(told) != 2:
        return ""
    may = "lies" if where.nested(*told) else "may lie"
    return f"{where.name(told[1])} {may} in {where.name(told[0])}"


def _why_cast(
    states: Mapping[str, str], names: Mapping[str, str], found: str, sides: Sequence[Side]
) -> str:
    """Why those who took part agree with each other or not."""
    if found == "compatible":
        return "what one leaves out another tells"
    if found != "conflict":
        return ""
    for one, other in combinations(sides, 2):
        role = disputed_role(one.said, other.said, states)
        if role is not None and one.source != other.source:
            first, second = (listed(_named(side.said[role], names)) for side in (one, other))
            return f"{one.source} names {first} as {role}, {other.source} names {second}"
    return ""


def _judged(
    sides: Sequence[Side],
    same: Callable[[Any, Any], bool],
    meet: Callable[[Any, Any], bool],
    why: Reason,
) -> Judged:
    by_source = {key: [one.said for one in held] for key, held in _by_source(sides).items()}
    found = verdict(by_source, same, meet)
    return Judged(found, why(found, sides))


def _by_source(sides: Iterable[Side]) -> dict[str, list[Side]]:
    found: dict[str, list[Side]] = {}
    for side in sides:
        found.setdefault(side.source, []).append(side)
    return found


def compare_events(linked: Linked) -> tuple[list[Row], list[Row]]:
    """Comparisons of dates, places and participants of every event that two sources tell.

    What one source alone says of these is in `reports` already and no comparison. Dates that were
    inherited are nobody's word and take no side.
    """
    where = atlas(linked.places)
    names = {row["actor_id"]: row["name"] for row in linked.actors}
    states = {row["actor_id"]: row["country_id"] for row in linked.actors if row.get("country_id")}
    parts = by_key(linked.participants, "report_id")
    reported = by_key(in_text(linked.reports), "event_id")

    def casts_meet(a: Told, b: Told) -> bool:
        return disputed_role(a, b, states) is None

    tests: tuple[
        tuple[str, Callable[[Any, Any], bool], Callable[[Any, Any], bool], Reason], ...
    ] = (
        ("date", _same_days, _meet_in_days, _why_days),
        ("place", _same_place, partial(Atlas.compatible, where), partial(_why_places, where)),
        ("participant", _same_cast, casts_meet, partial(_why_cast, states, names)),
    )
    rows: list[Row] = []
    sides: list[Row] = []
    for event in linked.events:
        if event["source_count"] < 2:
            continue
        reports = reported[event["event_id"]]
        told = {
            "date": _dates(linked, reports),
            "place": _places(linked, where, reports),
            "participant": _participants(linked, reports, parts, names),
        }
        for about, same, meet, why in tests:
            held = one_a_value(told[about])
            if len({side.source for side in held}) < 2:
                continue
            key = {"about": about, "event_id": event["event_id"]}
            judged = _judged(held, same, meet, why)
            row, its_sides = comparison(key, held, same, meet, judged=judged)
            rows.append(row)
            sides.extend(its_sides)
    return rows, sides
