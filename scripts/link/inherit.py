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


def inherit_from_wholes(events: Iterable[Row]) -> list[Row]:
    """Events without a day that are part of a dated one take its interval.

    What is announced happens, as an announcement, with the accord that announces it; the ways of
    an exchange happen with the exchange.
    """
    rows = list(events)
    by_id = {row["event_id"]: row for row in rows}
    taken = []
    for row in rows:
        whole = by_id.get(row["part_of_event_id"])
        if row["start_date"] is None and whole is not None and whole["start_date"] is not None:
            dates = {column: whole[column] for column in (*_DATE, "date_edtf")}
            label = f"{row['label']}, {whole['date_edtf']}"
            taken.append({**row, **dates, "label": label})
        else:
            taken.append(row)
    return taken
