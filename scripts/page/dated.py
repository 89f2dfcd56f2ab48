"""Which sources date an event, and where their dates meet."""

from collections.abc import Sequence

from scripts.trace.edition import Edition, Row


def dated(edition: Edition, events: Sequence[Row]) -> tuple[Row, ...]:
    """The reports of events that give a date themselves; one taken over from others is none.

    Args:
        edition: The package.
        events: Rows of `events`, such as one event and its parts.
    """
    return tuple(
        report
        for event in events
        for report in edition.where("reports", "event_id", event["event_id"])
        if (report.get("start_date") or report.get("end_date"))
        and report.get("date_basis") != "inherited"
    )


def meeting(edition: Edition, event: Row) -> str:
    """A remark on the days of an event that no source gives so: its sources give different ones.

    "the dates of 4 sources meet here"; "" where some source gives these very days, and where the
    sources contradict each other on them.
    """
    reports = dated(edition, [event])
    own = _days(event)
    if not own or any(_days(report) == own for report in reports):
        return ""
    first, last = own
    meets = [
        report["source_id"]
        for report in reports
        if (report.get("start_date") or first) <= first and last <= (report.get("end_date") or last)
    ]
    sources = len(set(meets))
    return f"the dates of {sources} sources meet here" if sources > 1 else ""


def _days(row: Row) -> tuple[str, str] | None:
    first, last = row.get("start_date", ""), row.get("end_date", "")
    return (first, last) if first or last else None
