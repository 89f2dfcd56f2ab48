"""One counterexample a rule: what to change in the valid dataset so that this rule alone breaks."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl

from tests.valid_figures import RULED
from tests.valid_tables import EXPECTED, RELEASES, RULINGS, SAILORS_FREED, Case
from tests.valid_texts import (
    BLOCKADE,
    C_DATE,
    C_DEAD,
    C_LENGTH,
    C_SAILORS,
    C_WATCHED,
    C_WORDS,
    DONE_PILOTS,
    DONE_SAILORS,
    DONE_SWAP,
    PILOTS,
    SAILORS,
    SWAP,
    TEXTS,
    comparison,
    event,
    figure,
    report,
    statement,
    utterance,
)
from validations.demands import Expected

POST, LAMP, WIRE = TEXTS
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


EVENT = EXPECTED.events[0]
SAILOR_EVENT = event(SAILORS)
SAILOR_REPORT = report(POST, SAILORS)
PART = f"{SAILOR_REPORT}|source|XAR"
LOOSE = figure(POST, 6)  # NOTE: the figure that no comparison has a side of
QUOTE = TEXTS[LAMP][TEXTS[LAMP].index('"') : TEXTS[LAMP].rindex('"') + 1]
DAY = date(2031, 3, 4)

SHAPE: Mapping[str, Change] = {
    "SHP-001": lambda case: case.with_frame("actors", case.tables["actors"].drop("wikidata")),
    "SHP-002": lambda case: case.with_frame(
        "sources", case.tables["sources"].cast({"published": pl.String})
    ),
    "SHP-003": cell("actors", "XAR", name=None),
    "SHP-004": cell("sources", POST, language="eng"),
    "SHP-005": cell("places", "place-portmere", latitude=95.0),
    "SHP-006": cell("reports", SAILOR_REPORT, modality="certain"),
    "SHP-007": lambda case: case.added("actors", "XAR"),
}

MEANING: Mapping[str, Change] = {
    "SRC-001": cell("sources", POST, published=date(2031, 3, 20)),
    "SRC-002": cell(
        "sources",
        POST,
        published=None,
        published_basis="unknown",
        published_earliest=date(2031, 3, 8),
        published_latest=date(2031, 3, 7),
    ),
    "SRC-003": cell("sources", POST, published=None),
    "SRC-004": cell("sources", POST, url="harbour-post.example/1"),
    "SRC-005": cell("sources", POST, path="../harbour-post.md"),
    "SRC-006": cell("sources", POST, original_sha256=None),
    "SRC-007": lambda case: case.changed(
        "sources", POST, original_sha256=case.tables["sources"].row(1, named=True)["sha256"]
    ),
    "SRC-008": cell("sources", POST, word_count=400),
    "SRC-009": cell("sources", POST, rights=None),
    "SRC-010": cell("sources", POST, derived_from=POST),
    "EVT-001": cell("events", SAILOR_EVENT, end_date=None, date_edtf=None),
    "EVT-002": cell(
        "events",
        SAILOR_EVENT,
        start_date=date(2031, 3, 6),
        date_edtf="2031-03-06/2031-03-05",
    ),
    "EVT-003": cell("events", SAILOR_EVENT, date_precision=None),
    "EVT-004": cell("events", SAILOR_EVENT, date_precision="month"),
    "EVT-005": cell("events", SAILOR_EVENT, date_edtf=None),
    "EVT-006": cell("events", SAILOR_EVENT, date_edtf="2031-03"),
    "EVT-007": cell("events", SAILOR_EVENT, independent_count=3),
    "EVT-008": cell("events", event(DONE_SWAP), part_of_event_id=event(DONE_SWAP)),
    "EVT-009": cell("events", event(BLOCKADE), fulfils_event_id=event(BLOCKADE)),
    "EVT-010": cell("events", event(DONE_PILOTS), modality="announced"),
    "EVT-011": cell("events", event(PILOTS), mode="blockade"),
    "REP-001": shifted("reports", SAILOR_REPORT, 0, 1),
    "REP-002": cell("reports", SAILOR_REPORT, end_date=None, date_basis=None),
    "REP-003": cell("reports", SAILOR_REPORT, start_date=date(2031, 3, 6)),
    "REP-004": cell("reports", SAILOR_REPORT, date_precision=None),
    "REP-005": cell("reports", SAILOR_REPORT, date_precision="week"),
    "REP-006": cell("reports", SAILOR_REPORT, date_basis=None),
    "REP-007": cell("reports", SAILOR_REPORT, date_text=None),
    "REP-008": cell("reports", SAILOR_REPORT, mode="blockade"),
    "PAR-001": shifted("participants", PART, 0, 1),
    "STA-001": shifted("statements", statement(LAMP, 1), 0, 1),
    "STA-002": cell("statements", statement(LAMP, 1), speaker_char_end=None),
    "STA-003": cell("statements", statement(POST, 2), speaker_char_start=9, speaker_char_end=9),
    "STA-004": lambda case: case.changed(
        "statements",
        statement(LAMP, 1),
        speaker_char_start=TEXTS[LAMP].index("We wish"),
        speaker_char_end=TEXTS[LAMP].index("We wish") + 2,
    ),
    "STA-005": cell("statements", statement(LAMP, 1), speaker=None),
    "STA-006": several(
        shifted("statements", statement(LAMP, 1), -1, 1),
        cell("statements", statement(LAMP, 1), quote=QUOTE),
    ),
    "UTT-001": cell("utterances", utterance(2), independent_count=2),
    "FIG-001": shifted("figures", figure(POST, 1), 0, 1),
    "FIG-002": cell("figures", LOOSE, value=None),
    "FIG-003": cell("figures", LOOSE, range_to=50.0),
    "FIG-004": cell("figures", LOOSE, value=-50.0, low=-55.0, high=-45.0),
    "FIG-005": cell("figures", LOOSE, value=None, low=None, bound="vague"),
    "FIG-006": cell("figures", LOOSE, bound="exact"),
    "FIG-007": cell(
        "figures", LOOSE, bound="exact", unit="hour", measure=None, low=50.0, high=50.0
    ),
    "FIG-008": cell("figures", LOOSE, bound="exact", unit="area", measure=None, high=60.0),
    "FIG-009": cell("figures", LOOSE, low=50.0),
    "FIG-010": cell("figures", LOOSE, bound="at_least", low=50.0),
    "FIG-011": cell("figures", LOOSE, bound="at_most", high=50.0),
    "FIG-012": cell("figures", LOOSE, bound="less_than", low=40.0, high=50.0),
    "FIG-013": cell("figures", LOOSE, measure=None),
    "FIG-014": cell("figures", LOOSE, unit="object", measure=None, of_actor_id="XAR"),
    "FIG-015": cell("figures", LOOSE, value=50.5),
    "FIG-016": cell("figures", LOOSE, counted="reporters"),
    "FIG-017": cell("figures", LOOSE, subset_of_figure_id=LOOSE),
    "CMP-001": cell("comparisons", comparison(C_DATE), verdict="single"),
    "CMP-002": cell("comparisons", comparison(C_DATE), independent_count=3),
    "CMP-003": cell("comparisons", comparison(C_LENGTH), best=50.0),
    "CMP-004": cell("comparisons", comparison(C_WORDS), event_id=event(DONE_SWAP)),
    "CMP-005": cell("comparisons", comparison(C_DATE), unit="day"),
    "CMP-006": cell("comparisons", comparison(C_DATE), measure="killed"),
    "CMP-007": cell("comparisons", comparison(C_DATE), of_actor_id="XAR"),
    "CMP-008": several(nothing_expected, cell("comparisons", comparison(C_LENGTH), unit="week")),
    "CMP-009": cell("comparisons", comparison(C_WATCHED), low=None),
    "CMP-010": cell("comparisons", comparison(C_DATE), ruling=RULED),
    "CMP-011": cell("comparisons", comparison(C_DATE), note="Two sources agree"),
    "CMP-012": cell("comparisons", comparison(C_DATE), counted_kind="sailor"),
    "SID-001": side(C_DATE, POST, "Wednesday", report_id=None),
    "SID-002": side(C_DATE, POST, "Wednesday", low=5.0),
    "SID-003": side(C_DATE, POST, "Wednesday", scope="whole"),
    "SID-004": side(C_DATE, POST, "Wednesday", as_of=DAY),
    "ACT-001": cell("actors", "XBE", kind="polity", iso3=None, id_status="unverified"),
    "ACT-002": cell("actors", "XBE", iso3=None, plover="XBE"),
    "ACT-003": cell("actors", "XBE", id_status="unverified"),
    "PLA-001": cell("places", "place-portmere", longitude=None),
    "PLA-002": cell("places", "place-portmere", id_status="unverified"),
    "PLA-003": cell("places", "place-portmere", place_precision="country", country_id=None),
    "ALL-001": cell("events", SAILOR_EVENT, label="release\tof sailors"),
    "ALL-002": cell("events", SAILOR_EVENT, label="=release of sailors"),
    "ALL-003": cell("events", SAILOR_EVENT, label="release of sailors\u00a0"),
    "ALL-004": cell("figures", LOOSE, bound="vague", value=None, high=float("inf")),
    "LNK-001": cell("reports", SAILOR_REPORT, place_id="place-nowhere"),
    "LNK-002": cell("sources", POST, path="articles/daily-lamp.md"),
    "LNK-003": lambda case: case.added("actors", "person-ilse-quandt", actor_id="person-nobody"),
    "LNK-004": lambda case: case.added("places", "place-portmere", place_id="place-nowhere"),
    "LNK-005": cell("events", event(SWAP), part_of_event_id=event(PILOTS)),
    "LNK-006": several(new_event(8, "lasted", 9), new_event(9, "left", 8)),
    "LNK-007": several(
        cell("figures", LOOSE, bound="at_least", low=50.0, high=None),
        cell("figures", figure(POST, 5), subset_of_figure_id=LOOSE),
    ),
    "LNK-010": several(
        nothing_expected,
        lambda case: case.added("events", event(SWAP), event_id=event(99)),
    ),
    "LNK-011": cell("events", event(SWAP), source_count=3),
    "LNK-012": cell("participants", PART, event_id=event(DONE_PILOTS)),
    "LNK-013": cell("events", SAILOR_EVENT, type="COOPERATE", mode=None),
    "LNK-014": cell("reports", SAILOR_REPORT, start_date=DAY, end_date=DAY),
    "LNK-015": on_day(SAILORS, DAY, POST, LAMP),
    "LNK-016": several(
        on_day(PILOTS, date(2031, 3, 20), POST, LAMP),
        cell("events", event(PILOTS), part_of_event_id=None),
    ),
    "LNK-017": misplaced(WIRE),
    "LNK-018": cell("statements", statement(LAMP, 1), said_date=date(2031, 3, 20)),
    "LNK-019": cell("figures", LOOSE, event_id=event(DONE_SAILORS)),
    "LNK-020": cell("figures", LOOSE, statement_id=statement(LAMP, 1)),
    "LNK-021": cell("figures", figure(POST, 1), statement_id=statement(POST, 1)),
    "LNK-022": cell("figures", figure(LAMP, 1), subset_of_figure_id=figure(POST, 5)),
    "LNK-023": cell("figures", LOOSE, subset_of_figure_id=figure(POST, 4)),
    "LNK-024": lambda case: case.added("utterances", utterance(2), utterance_id=utterance(3)),
    "LNK-025": cell("utterances", utterance(2), source_count=2),
    "LNK-026": cell("utterances", utterance(2), speaker_id="document-joint-statement"),
    "LNK-027": cell("reports", SAILOR_REPORT, type="AGREE", mode="agreement"),
    "LNK-028": cell(
        "events",
        SAILOR_EVENT,
        end_date=date(2031, 3, 9),
        date_precision="range",
        date_edtf="2031-03-05/2031-03-09",
    ),
    "SPN-001": shifted("figures", figure(POST, 1), 1, 1),
    "SPN-002": shifted("statements", statement(LAMP, 1), 1, 1),
    "SPN-003": shifted("reports", SAILOR_REPORT, 1, 1),
    "SPN-004": shifted("participants", PART, 1, 1),
    "SPN-005": shifted("statements", statement(LAMP, 1), -1, 0, "speaker_char"),
    "SPN-006": cell("sources", POST, char_count=len(TEXTS[POST]) + 1),
    "SDS-001": cell("comparisons", comparison(C_DATE), source_count=3),
    "SDS-002": cell("comparisons", comparison(C_DATE), independent_count=2),
    "SDS-003": side(C_DATE, POST, "Wednesday", report_id=None, statement_id=statement(POST, 1)),
    "SDS-004": side(
        C_SAILORS, POST, "12 Belmark sailors", figure_id=figure(WIRE, 1), modality="occurred"
    ),
    "SDS-005": side(C_DATE, POST, "Wednesday", report_id=report(LAMP, SWAP)),
    "SDS-006": side(C_WORDS, POST, "We wish to live in peace,", statement_id=statement(LAMP, 1)),
    "SDS-007": side(C_DATE, POST, "Wednesday", report_id=report(POST, BLOCKADE)),
    "SDS-008": cell("comparisons", comparison(C_WATCHED), event_id=event(SWAP)),
    "SDS-009": side(C_WORDS, POST, "We wish to live in peace,", statement_id=statement(POST, 2)),
    "SDS-010": cell("comparisons", comparison(C_WATCHED), measure="displaced"),
    "SDS-011": several(nothing_expected, cell("comparisons", comparison(C_LENGTH), unit="object")),
    "SDS-012": several(
        side(C_WATCHED, POST, "more than 200 people", low=201.0),
        cell("comparisons", comparison(C_WATCHED), low=201.0),
    ),
    "SDS-013": side(C_WATCHED, POST, "more than 200 people", modality="possible"),
    "SDS-014": cell("comparisons", comparison(C_WATCHED), low=199.0),
    "SDS-015": several(
        nothing_expected,
        no_rulings,
        cell("comparisons", comparison(C_DEAD), verdict="compatible"),
    ),
    "SDS-016": cell("comparisons", comparison(C_LENGTH), verdict="agree"),
    "SDS-017": side(C_SAILORS, POST, "12 Belmark sailors", as_of=DAY),
    "SDS-018": claimed_by("XAR", "person-ilse-quandt"),
    "SDS-019": claimed_by("XAR", "XAR"),
    "ACR-001": no_rulings,
    "ACR-002": demand(figures=(replace(EXPECTED.figures[0], min_sources=4),)),
    "ACR-003": several(nothing_expected, no_rulings),
    "ACR-004": lambda case: replace(
        case, rulings=(*RULINGS, replace(RULINGS[0], fact=SAILORS_FREED))
    ),
    "ACR-005": lambda case: replace(case, rulings=(replace(RULINGS[0], prefers=WIRE),)),
    "ACR-006": cell("comparisons", comparison(C_DEAD), ruling="The earlier count is better."),
    "ACR-007": demand(events=(replace(EVENT, event=replace(RELEASES, modality="denied")),)),
    "ACR-008": demand(sums=(replace(EXPECTED.sums[0], total=16.0),)),
    "ACR-009": demand(ratios=(replace(EXPECTED.ratios[0], first=3.0),)),
    "ACR-010": demand(orders=(replace(EXPECTED.orders[0], max_days=5),)),
    "ACR-011": demand(promises=(replace(EXPECTED.promises[0], by=date(2031, 3, 10)),)),
    "ACR-012": demand(quotations=(replace(EXPECTED.quotations[0], min_sources=3),)),
}
