"""Figures into events: to the event of their report, to the way of an exchange they count."""

import re
from collections.abc import Mapping, Sequence

from scripts.link.counts import marked, parts_of_one_event
from scripts.link.figures import measure_rank, sides_fit, statement_of, unit_class, wholes
from scripts.link.guests import gathering, only_news
from scripts.link.independence import speaker_behind
from scripts.link.kinds import mention_words, shared_by_all
from scripts.link.parts import Event
from scripts.link.spans import measured
from scripts.link.values import Row, by_key

_WORD = re.compile(r"[^\W\d_]+")


def carry(
    figures: Sequence[Row],
    carried: Mapping[str, str],
    events: Sequence[Event],
    behind: Mapping[str, str],
    statements: Sequence[Row],
    texts: Mapping[str, str],
) -> tuple[list[Row], dict[str, str]]:
    """Figures with event, statement and whole, and figure_id → the statement it passes on.

    Args:
        figures: Rows of `figures` in order.
        carried: figure_id → report_id (`figures.holders`).
        events: All events, with their wholes.
        behind: report_id → the statement that it passes on.
        statements: Rows of `statements`.
        texts: source_id → text of the article.
    """
    by_report = {key: event for event in events for key in event.account.reports}
    ways = by_key([event.row for event in events], "part_of_event_id")
    by_id = {event.id: event for event in events}
    told_in: dict[str, list[Event]] = {}
    for event in events:
        for source in sorted(event.account.sources):
            told_in.setdefault(source, []).append(event)
    in_statement = statement_of(figures, statements)
    spoken = {row["statement_id"]: row for row in statements}
    of = wholes(figures)
    marks = marked(figures, texts)
    rows, rests = [], {}
    for figure in figures:
        key = figure["figure_id"]
        report = carried.get(key)
        statement = in_statement.get(key)
        claimant = next(iter(figure.get("_claimants") or ()), None)
        said = spoken[statement] if statement else {"speaker_id": claimant}
        told = told_in.get(figure["source_id"], ())
        found = (
            by_report[report]
            if report
            else _only(figure, told, said)
            or gathering(figure, marks[key]["_attends"], told)
            or _lasting(figure, told, texts)
        )
        if found is not None:
            parts_ = [by_id[row["event_id"]] for row in ways.get(found.id, ())]
            found = _way(figure, found, parts_)
        speaker = speaker_behind(said)
        passed_on = behind.get(report) if report else None
        if passed_on or speaker:
            rests[key] = str(passed_on or speaker)
        rows.append(
            {
                **figure,
                **marks[key],
                "_report_id": report,
                "event_id": found.id if found else None,
                "statement_id": statement,
                "subset_of_figure_id": of.get(key, figure.get("subset_of_figure_id")),
            }
        )
    return parts_of_one_event(rows), rests


def _fits(figure: Row, event: Event) -> bool:
    shared = shared_by_all(event.account.classes)
    return (
        measure_rank(str(figure.get("measure") or ""), event.row["type"]) == 1
        and figure["modality"] == event.row["modality"]
        and sides_fit(figure, event.account.sides, shared)
    )


def _way(figure: Row, event: Event, ways: Sequence[Event]) -> Event:
    """The way of an exchange that a figure told of the whole exchange counts, if one does."""
    if not (figure.get("by_actor_id") or figure.get("of_actor_id")):
        return event
    fitting = [
        way
        for way in ways
        if measure_rank(str(figure.get("measure") or ""), way.row["type"]) == 1
        and sides_fit(figure, way.account.sides, shared=False)
    ]
    return fitting[0] if len(fitting) == 1 else event


def _only(figure: Row, events: Sequence[Event], said: Row) -> Event | None:
    """The one event of the article that a figure told elsewhere in it can belong to.

    Of several it is the only one that whoever says it is a party of. What a sentence puts down to
    a mishap ("the stampede left 40 dead") is of no event told here.
    """
    if not mention_words("mishap").isdisjoint(_WORD.findall(str(figure.get("_sentence")).lower())):
        return None
    fitting = [event for event in events if _fits(figure, event)]
    if len(fitting) > 1:
        speakers = {said.get("speaker_id"), said.get("affiliation_id")} - {None}
        fitting = [event for event in fitting if event.account.sides.all & speakers]
    dates = figure.get("_date")
    if len(fitting) != 1:
        return None
    days = fitting[0].account.days
    if (
        dates is not None
        and days is not None
        and not (dates[0] <= days.end and days.start <= dates[1])
    ):
        return None
    return fitting[0]


def _lasting(figure: Row, events: Sequence[Event], texts: Mapping[str, str]) -> Event | None:
    """The one event of the article whose length a time tells."""
    if unit_class(figure) != "duration" or figure.get("char_start") is None:
        return None
    of = measured(figure, texts.get(figure["source_id"], ""))
    return only_news(figure, of, events) if of else None
