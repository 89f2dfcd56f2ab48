"""How to change the valid dataset: each takes what to change and gives what changes a case."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl

from tests.valid_tables import Case
from tests.valid_texts import (
    BLOCKADE,
    C_DEAD,
    C_SAILORS,
    TEXTS,
    comparison,
    event,
    report,
)
from validations.demands import Expected
from validations.published import PublishedId

POST = next(iter(TEXTS))

Change = Callable[[Case], Case]


def cell(table: str, row: str, /, **cells: Any) -> Change:
    return lambda case: case.changed(table, row, **cells)


def shifted(name: str, key: str, start: int, end: int, column: str = "char") -> Change:
    def change(case: Case) -> Case:
        keys = {
            "figures": "figure_id",
            "statements": "statement_id",
            "reports": "report_id",
            "participants": "report_id",
        }
        row = (
            case.tables[name].filter(pl.col(keys[name]) == key.split("|", 1)[0]).row(0, named=True)
        )
        return case.changed(
            name,
            key,
            **{
                f"{column}_start": row[f"{column}_start"] + start,
                f"{column}_end": row[f"{column}_end"] + end,
            },
        )

    return change


def several(*changes: Change) -> Change:
    def change(case: Case) -> Case:
        for one in changes:
            case = one(case)
        return case

    return change


def nothing_expected(case: Case) -> Case:
    return replace(case, expected=Expected())


def demand(**demands: Any) -> Change:
    return lambda case: replace(case, expected=Expected(**demands))


def no_rulings(case: Case) -> Case:
    return replace(case, rulings=()).changed("comparisons", comparison(C_DEAD), ruling=None)


def side(number: int, source: str, words: str, **cells: Any) -> Change:
    return cell("sides", f"{comparison(number)}|{source}|{words}", **cells)


def claimed_by(*actors: str) -> Change:
    """Compare the sailors once more as the claim of each actor."""
    own = comparison(C_SAILORS)

    def change(case: Case) -> Case:
        sides = case.tables["sides"].filter(pl.col("comparison_id") == own)
        keys = ["|".join(row) for row in sides["comparison_id", "source_id", "value_text"].rows()]
        for number, actor in enumerate(actors, 90):
            more = {"comparison_id": comparison(number)}
            case = case.added("comparisons", own, **more, claimed_by_actor_id=actor)
            for key in keys:
                case = case.added("sides", key, **more)
        return case

    return change


def on_day(number: int, day: date, *sources: str) -> Change:
    """Move an event and the reports of it to another day."""
    days = {"start_date": day, "end_date": day}
    return several(
        cell("events", event(number), date_edtf=day.isoformat(), **days),
        *(cell("reports", report(source, number), **days) for source in sources),
    )


def new_event(number: int, words: str, fulfils: int) -> Change:
    """One more year-long event, told by the first source alone."""

    def change(case: Case) -> Case:
        start = TEXTS[POST].index(words)
        more = {"event_id": event(number), "fulfils_event_id": event(fulfils)}
        case = case.added("events", event(BLOCKADE), source_count=1, independent_count=1, **more)
        return case.added(
            "reports",
            report(POST, BLOCKADE),
            report_id=report(POST, number),
            event_id=event(number),
            char_start=start,
            char_end=start + len(words),
            trigger_text=words,
        )

    return change


def misplaced(source: str) -> Change:
    day = date(2031, 3, 10)
    days = {"published": day, "published_earliest": day, "published_latest": day}
    return cell("sources", source, **days)


def published_for(event_id: str, *reports: str) -> Change:
    """Say that a release published an event under that id, told by these reports."""
    one = PublishedId("events", event_id, "1.0.0", None, reports)
    return lambda case: replace(case, published=(one,))
