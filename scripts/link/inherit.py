"""What a report lacks and its event knows, once: dates, and nothing else.

Nothing is linked again afterwards: a date that was taken over proves nothing.
"""

from collections.abc import Container, Iterable, Mapping

from scripts.link.account import Account
from scripts.link.atlas import Atlas
from scripts.link.days import days_of
from scripts.link.kinds import classes_of, goes_both_ways
from scripts.link.sure import is_sure, known, words_allow
from scripts.link.values import Row

_DATE = ("start_date", "end_date", "date_precision")


def inherit_dates(
    reports: Iterable[Row], events: Mapping[str, Row], unsure: Container[str]
) -> list[Row]:
    """Reports with a day of their own, or else their event's, marked as inherited.

    Words for a day that could not be reckoned must allow it: "on Thursday" a Thursday.

    Args:
        reports: Rows of `reports` with their event ids.
        events: event_id → its row; its dates come from the words of other reports.
        unsure: Ids of the reports whose link is too weak to take a day over (`unsure`).
    """
    dated = []
    for report in reports:
        event = events[report["event_id"]]
        days = days_of(event) if report["report_id"] not in unsure else None
        lacks = days is not None and report.get("start_date") is None
        if days is not None and lacks and words_allow(report.get("date_text"), days):
            taken = {column: event[column] for column in _DATE}
            dated.append({**report, **taken, "date_text": None, "date_basis": "inherited"})
        else:
            dated.append(report)
    return dated


def unsure(
    events: Iterable[Account],
    told_as: Mapping[str, Account],
    near: Mapping[str, frozenset[str]],
    atlas: Atlas,
) -> set[str]:
    """Ids of reports without a day that are not surely of the event which other articles date.

    Where no telling has a day, the event has it from its whole or its parts, and nothing is unsure.

    Args:
        events: The accounts of all events.
        told_as: report_id → what its article tells of the event.
        near: source_id → sources of the same story.
        atlas: The places.
    """
    found: set[str] = set()
    for event in events:
        dated = [told_as[key] for key in event.reports if told_as[key].days is not None]
        open_ = [key for key in event.reports if told_as[key].days is None]
        if not (dated and open_):
            continue
        others = known(dated)
        for key in open_:
            (source,) = told_as[key].sources
            one_story = not others.sources.isdisjoint(near.get(source, ()))
            if not is_sure(told_as[key], others, atlas, one_story):
                found.add(key)
    return found


def inherit_between(events: Iterable[Row]) -> list[Row]:
    """Events without a day that are part of a dated one take its interval, and wholes their parts'.

    What is announced happens, as an announcement, with the accord that announces it; the ways of
    an exchange happen with the exchange, and an exchange when its ways do, if all agree on that. An
    accord is older than what it promises, and takes no day of it. If by a day taken over a deed
    comes before the promise it seemed to keep, it kept another.
    """
    rows = list(events)
    ways: dict[str, set[str]] = {}
    dated: dict[str, Row] = {}
    for row in rows:
        if row["part_of_event_id"] is not None and row["start_date"] is not None:
            ways.setdefault(row["part_of_event_id"], set()).add(row["date_edtf"])
            dated[row["part_of_event_id"]] = row
    once = {whole: dated[whole] for whole, told in ways.items() if len(told) == 1}
    wholes = {
        row["event_id"]: _with_days(
            row, once.get(row["event_id"]) if goes_both_ways(classes_of(row)) else None
        )
        for row in rows
    }
    whole = [
        _with_days(wholes[row["event_id"]], wholes.get(str(row["part_of_event_id"])))
        for row in rows
    ]
    by_id = {row["event_id"]: row for row in whole}
    return [{**row, "fulfils_event_id": None} if _comes_first(row, by_id) else row for row in whole]


def _comes_first(deed: Row, events: Mapping[str, Row]) -> bool:
    """Whether an event ends before the promise that it carries out was made or was due."""
    promise = events.get(str(deed["fulfils_event_id"]))
    if promise is None or promise["start_date"] is None or deed["end_date"] is None:
        return False
    return bool(deed["end_date"] < promise["start_date"])


def _with_days(event: Row, other: Row | None) -> Row:
    """The event, with the other's interval if it has none of its own."""
    if other is None or event["start_date"] is not None or other["start_date"] is None:
        return event
    taken = {column: other[column] for column in (*_DATE, "date_edtf")}
    return {**event, **taken, "label": f"{event['label']}, {other['date_edtf']}"}
