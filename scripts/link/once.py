"""One report an article and event: what an article tells twice is one telling of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from scripts.link.values import Linked, Row, by_key
from scripts.resolve.told import DATE

_PLACE = ("place_id", "place_text")


def once(linked: Linked, published: Collection[str] = ()) -> Linked:
    """Keep the fullest report of each event in each article, a published one before others.

    The first of the fullest stands: most participants, then a day of its own, then a place. A day
    or a place that it lacks is taken from the article's other reports of that event, the first
    first; so is a participant whom it does not name. Nothing else of the others is kept. A report
    that was published stands as long as it is there, so that its id is not withdrawn for another
    that tells the same.

    Args:
        linked: The linked tables, several reports an article and event.
        published: Ids of the reports that the last release published.
    """
    parts = by_key(linked.participants, "report_id")
    reports: list[Row] = []
    participants: list[Row] = []
    stands: dict[str, str] = {}
    for told in by_key(linked.reports, "event_id").values():
        for same in by_key(told, "source_id").values():
            ordered = sorted(
                same, key=lambda row: (row["report_id"] not in published, _fullness(row, parts))
            )
            reports.append(_filled(ordered))
            participants += _united(ordered, parts)
            stands.update({row["report_id"]: ordered[0]["report_id"] for row in same})
    figures = [
        {**row, "_report_id": stands[row["_report_id"]]} if row.get("_report_id") else row
        for row in linked.figures
    ]
    return replace(
        linked,
        figures=tuple(figures),
        reports=tuple(sorted(reports, key=lambda r: (r["source_id"], r["char_start"], r["type"]))),
        participants=tuple(
            sorted(participants, key=lambda p: (p["report_id"], p["role"], p["actor_id"]))
        ),
    )


def _fullness(row: Row, parts: Mapping[Any, Sequence[Row]]) -> tuple[int, bool, bool, int]:
    own_day = row["start_date"] is not None and row["date_basis"] != "inherited"
    told = len(parts.get(row["report_id"], ()))
    return (-told, not own_day, row["place_id"] is None, row["char_start"])


def _filled(ordered: Sequence[Row]) -> Row:
    row = dict(ordered[0])
    for other in ordered[1:]:
        own_day = other["start_date"] is not None and other["date_basis"] != "inherited"
        if own_day and (row["start_date"] is None or row["date_basis"] == "inherited"):
            row.update({column: other[column] for column in DATE})
        if row["place_id"] is None and other["place_id"] is not None:
            row.update({column: other[column] for column in _PLACE})
    return row


def _united(ordered: Sequence[Row], parts: Mapping[Any, Sequence[Row]]) -> list[Row]:
    """The participants of the report that stands, with those that only the others name.

    An actor keeps the part that the fullest report gives it: nobody is both sides of one deed
    because two sentences put it differently.
    """
    key = ordered[0]["report_id"]
    united = list(parts.get(key, ()))
    known = {part["actor_id"] for part in united}
    for other in ordered[1:]:
        beside = parts.get(other["report_id"], ())
        united += [{**p, "report_id": key} for p in beside if p["actor_id"] not in known]
        known = {part["actor_id"] for part in united}
    return united
