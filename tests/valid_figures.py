"""The figures of the valid dataset, its comparisons and their sides."""

from typing import Any

from tests.valid_rows import statements
from tests.valid_texts import (
    BLOCKADE,
    C_DATE,
    C_DEAD,
    C_LENGTH,
    C_PILOTS,
    C_SAILORS,
    C_WATCHED,
    C_WORDS,
    DONE_PILOTS,
    DONE_SAILORS,
    DONE_SWAP,
    PILOTS,
    PUBLISHED,
    SAILORS,
    SWAP,
    TEXTS,
    comparison,
    event,
    figure,
    report,
    span,
    statement,
    utterance,
)


def _figure(
    source: str, number: int, words: str, told: int | None, value: float, **more: Any
) -> dict[str, Any]:
    return (
        span(source, words)
        | {
            "figure_id": figure(source, number),
            "event_id": event(told) if told else None,
            "text": words,
            "value": value,
            "low": value,
            "high": value,
            "bound": "exact",
            "unit": "person",
            "modality": "announced",
            "found_by": "number-noun",
        }
        | more
    )


SAILOR = {"measure": "released", "of_actor_id": "XBE", "by_actor_id": "XAR", "counted": "sailors"}
PILOT = {"measure": "released", "of_actor_id": "XAR", "by_actor_id": "XBE", "counted": "pilots"}
DEAD = {"measure": "killed", "modality": "occurred", "counted": "people"}


def figures() -> list[dict[str, Any]]:
    post, lamp, wire = TEXTS
    days = {"low": 43.5, "high": 44.5, "unit": "day", "counted": "days", "modality": "occurred"}
    weeks = {"low": 5.5, "high": 6.5, "unit": "week", "counted": "weeks", "modality": "occurred"}
    said = {"statement_id": statement(post, 2), "measure": "other", "modality": "occurred"}
    return [
        _figure(post, 1, "12 Belmark sailors", SAILORS, 12, **SAILOR),
        _figure(post, 2, "three Ardenian pilots", PILOTS, 3, **PILOT),
        _figure(post, 3, "44 days", BLOCKADE, 44, **days),
        _figure(post, 4, "30 people", BLOCKADE, 30, **DEAD),
        _figure(
            post,
            5,
            "more than 200 people",
            SWAP,
            200,
            bound="more_than",
            high=None,
            counted="people",
            **said,
        ),
        _figure(
            post,
            6,
            "about 50 of them",
            None,
            50,
            bound="about",
            low=45,
            high=55,
            subset_of_figure_id=figure(post, 5),
            **said,
        ),
        _figure(lamp, 1, "12 sailors", SAILORS, 12, **SAILOR),
        _figure(lamp, 2, "three Ardenian pilots", PILOTS, 3, **PILOT),
        _figure(lamp, 3, "six weeks", BLOCKADE, 6, **weeks),
        _figure(lamp, 4, "40 people", BLOCKADE, 40, **DEAD),
        _figure(
            wire, 1, "12 Belmark sailors", DONE_SAILORS, 12, **SAILOR | {"modality": "occurred"}
        ),
        _figure(
            wire, 2, "three Ardenian pilots", DONE_PILOTS, 3, **PILOT | {"modality": "occurred"}
        ),
    ]


def _comparison(number: int, about: str, count: int, verdict: str, **more: Any) -> dict[str, Any]:
    return {
        "comparison_id": comparison(number),
        "about": about,
        "source_count": count,
        "independent_count": min(count, 2),
        "verdict": verdict,
        "note": f"Number {number} is found in {count} sources.",
    } | more


RULED = "The later count is the more complete one."


def comparisons() -> list[dict[str, Any]]:
    sailors = {key: SAILOR[key] for key in ("measure", "of_actor_id", "by_actor_id")}
    pilots = {key: PILOT[key] for key in ("measure", "of_actor_id", "by_actor_id")}
    person = {"unit": "person"}
    blockade = {"event_id": event(BLOCKADE)}
    return [
        _comparison(
            C_SAILORS, "figure", 3, "agree", event_id=event(DONE_SAILORS), low=12, best=12, high=12,
            **sailors, **person,
        ),
        _comparison(
            C_PILOTS, "figure", 3, "agree", event_id=event(DONE_PILOTS), low=3, best=3, high=3,
            **pilots, **person,
        ),
        _comparison(
            C_LENGTH, "figure", 2, "compatible", unit="day", low=38.5, best=44, high=45.5,
            **blockade,
        ),
        _comparison(
            C_DEAD, "figure", 2, "conflict", measure="killed", low=30, high=40, ruling=RULED,
            **blockade, **person,
        ),
        _comparison(
            C_WORDS, "utterance", 2, "agree", utterance_id=utterance(1), independent_count=1
        ),
        _comparison(C_DATE, "date", 2, "agree", independent_count=1, event_id=event(DONE_SWAP)),
        _comparison(
            C_WATCHED, "figure", 1, "single", event_id=event(DONE_SWAP), measure="other", low=200,
            **person,
        ),
    ]  # fmt: skip


def sides() -> list[dict[str, Any]]:
    post, lamp, wire = TEXTS
    by_id = {row["figure_id"]: row for row in figures()}
    told = (
        (C_SAILORS, post, 1, "statement"),
        (C_SAILORS, lamp, 1, "statement"),
        (C_SAILORS, wire, 1, "own"),
        (C_PILOTS, post, 2, "statement"),
        (C_PILOTS, lamp, 2, "statement"),
        (C_PILOTS, wire, 2, "own"),
        (C_LENGTH, post, 3, "own"),
        (C_LENGTH, lamp, 3, "own"),
        (C_DEAD, post, 4, "own"),
        (C_DEAD, lamp, 4, "own"),
        (C_WATCHED, post, 5, "own"),
    )
    rows = []
    for number, source, place, family in told:
        row = by_id[figure(source, place)]
        factor = 7 if row["unit"] == "week" else 1
        rows.append(
            {
                "comparison_id": comparison(number),
                "source_id": source,
                "figure_id": row["figure_id"],
                "statement_id": row.get("statement_id"),
                "value_text": row["text"],
                "low": row["low"] * factor,
                "high": None if row["high"] is None else row["high"] * factor,
                "modality": row["modality"],
                "family": f"source:{source}" if family == "own" else "statement:1",
                "as_of": PUBLISHED[source] if number == C_DEAD else None,
                "scope": "whole",
            }
        )
    for source in (post, lamp):
        quote = next(row for row in statements() if row["source_id"] == source)["quote"]
        shared = {"source_id": source, "family": "statement:1"}
        rows += [
            shared
            | {
                "comparison_id": comparison(C_WORDS),
                "statement_id": statement(source, 1),
                "value_text": quote,
            },
            shared
            | {
                "comparison_id": comparison(C_DATE),
                "report_id": report(source, SWAP),
                "value_text": "Wednesday",
                "modality": "announced",
            },
        ]
    return rows
