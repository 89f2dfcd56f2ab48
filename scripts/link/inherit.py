"""What a report lacks and its event knows, once: dates, and nothing else.

Nothing is linked again afterwards: a date that was taken over proves nothing.
"""

from collections.abc import Iterable, Mapping

from scripts.link.values import Row

_DATE = ("start_date", "end_date", "date_precision")


def inherit_dates(reports: Iterable[Row], events: Mapping[str, Row]) -> list[Row]:
    """Reports with a day of their own, or else their event's, marked as inherited.

    Args:
        reports: Rows of `reports` with their event ids.
        events: event_id → its row; its dates come from the words of other reports.
    """
    dated = []
    for report in reports:
        event = events[report["event_id"]]
        if report.get("start_date") is None and event["start_date"] is not None:
            taken = {column: event[column] for column in _DATE}
            dated.append({**report, **taken, "date_text": None, "date_basis": "inherited"})
        else:
            dated.append(report)
    return dated


def inherit_between(events: Iterable[Row]) -> list[Row]:
    """Events without a day that are part of a dated one take its interval, and wholes their parts'.

    What is announced happens, as an announcement, with the accord that announces it; the ways of
    an exchange happen with the exchange, and an exchange when its ways do, if all agree on that.
    """
    rows = list(events)
    ways: dict[str, set[str]] = {}
    dated: dict[str, Row] = {}
    for row in rows:
        if row["part_of_event_id"] is not None and row["start_date"] is not None:
            ways.setdefault(row["part_of_event_id"], set()).add(row["date_edtf"])
            dated[row["part_of_event_id"]] = row
    once = {whole: dated[whole] for whole, told in ways.items() if len(told) == 1}
    wholes = {row["event_id"]: _with_days(row, once.get(row["event_id"])) for row in rows}
    return [
        _with_days(wholes[row["event_id"]], wholes.get(str(row["part_of_event_id"])))
        for row in rows
    ]


def _with_days(event: Row, other: Row | None) -> Row:
    """The event, with the other's interval if it has none of its own."""
    if other is None or event["start_date"] is not None or other["start_date"] is None:
        return event
    taken = {column: other[column] for column in (*_DATE, "date_edtf")}
    return {**event, **taken, "label": f"{event['label']}, {other['date_edtf']}"}
