"""When, where and by whom, as the sources of one event tell it."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from scripts.compare.comparison import Side, comparison, one_a_value
from scripts.link.atlas import Atlas, atlas
from scripts.link.days import Days, common, days_of, edtf
from scripts.link.sides import kind_of
from scripts.link.values import Linked, Row, by_key, in_text

Told = dict[str, frozenset[str]]


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
    linked: Linked, reports: Iterable[Row], parts: dict[str, list[Row]]
) -> list[Side]:
    """One side a source: every actor by role that its reports of the event name."""
    found: dict[str, tuple[Row, dict[str, set[str]]]] = {}
    for report in reports:
        for part in parts.get(report["report_id"], ()):
            _, roles = found.setdefault(report["source_id"], (report, {}))
            roles.setdefault(part["role"], set()).add(part["actor_id"])
    sides = []
    for _, (report, roles) in sorted(found.items()):
        value = "; ".join(f"{role}: {', '.join(sorted(roles[role]))}" for role in sorted(roles))
        told: Told = {role: frozenset(actors) for role, actors in roles.items()}
        sides.append(_side(linked, report, value, told))
    return sides


def roles_meet(a: Told, b: Told) -> bool:
    """Whether two casts can both be true: in every role that both fill, one may name more.

    Only what two papers would name alike is held against them: countries, persons, bodies.
    """
    for role in sorted(a.keys() & b.keys()):
        for kind in ("country", "organisation", "person", "armed-group"):
            first = {actor for actor in a[role] if kind_of(actor) == kind}
            second = {actor for actor in b[role] if kind_of(actor) == kind}
            if first and second and not first & second:
                return False
    return True


def _same_place(a: str, b: str) -> bool:
    return a == b


def _same_cast(a: Told, b: Told) -> bool:
    return a == b


def compare_events(linked: Linked) -> tuple[list[Row], list[Row]]:
    """Comparisons of dates, places and participants of every event that two sources tell.

    What one source alone says of these is in `reports` already and no comparison. Dates that were
    inherited are nobody's word and take no side.
    """
    where = atlas(linked.places)
    parts = by_key(linked.participants, "report_id")
    reported = by_key(in_text(linked.reports), "event_id")
    rows: list[Row] = []
    sides: list[Row] = []
    tests: tuple[tuple[str, Callable[[Any, Any], bool], Callable[[Any, Any], bool]], ...] = (
        ("date", _same_days, _meet_in_days),
        ("place", _same_place, partial(Atlas.compatible, where)),
        ("participant", _same_cast, roles_meet),
    )
    for event in linked.events:
        if event["source_count"] < 2:
            continue
        reports = reported[event["event_id"]]
        told = {
            "date": _dates(linked, reports),
            "place": _places(linked, where, reports),
            "participant": _participants(linked, reports, parts),
        }
        for about, same, meet in tests:
            held = one_a_value(told[about])
            if len({side.source for side in held}) < 2:
                continue
            key = {"about": about, "event_id": event["event_id"]}
            row, its_sides = comparison(key, held, same, meet)
            rows.append(row)
            sides.extend(its_sides)
    return rows, sides
