"""The rows of the valid dataset that are read from its articles, figures left out."""

import hashlib
from datetime import date
from typing import Any

from tests.valid_texts import (
    BLOCKADE,
    DONE,
    DONE_PILOTS,
    DONE_SAILORS,
    DONE_SWAP,
    PILOTS,
    PROMISED,
    PUBLISHED,
    SAILORS,
    SWAP,
    TEXTS,
    event,
    report,
    span,
    statement,
    utterance,
)


def sources() -> list[dict[str, Any]]:
    return [
        {
            "source_id": name,
            "title": text.splitlines()[0],
            "publisher": name.title(),
            "language": "en",
            "url": f"https://{name}.example/1",
            "published": PUBLISHED[name],
            "published_earliest": PUBLISHED[name],
            "published_latest": PUBLISHED[name],
            "published_basis": "supplied",
            "basis": "digest",
            "path": f"articles/{name}.md",
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "original_sha256": hashlib.sha256(name.encode()).hexdigest(),
            "char_count": len(text),
            "word_count": len(text.split()),
            "rights": "CC BY 4.0",
        }
        for name, text in TEXTS.items()
    ]


def _event(
    number: int, kind: str, mode: str, modality: str, day: date, **more: Any
) -> dict[str, Any]:
    return {
        "event_id": event(number),
        "label": f"{mode} number {number}",
        "type": kind,
        "mode": mode,
        "modality": modality,
        "start_date": day,
        "end_date": day,
        "date_precision": "day",
        "date_edtf": day.isoformat(),
        "source_count": 2,
        "independent_count": 1,
    } | more


def events() -> list[dict[str, Any]]:
    done = {"source_count": 1}
    part, done_part = {"part_of_event_id": event(SWAP)}, {"part_of_event_id": event(DONE_SWAP)}
    return [
        _event(
            SWAP, "RETREAT", "prisoner_exchange", "announced", PROMISED, place_id="place-portmere"
        ),
        _event(SAILORS, "RETREAT", "release", "announced", PROMISED, **part),
        _event(PILOTS, "RETREAT", "release", "announced", PROMISED, **part),
        _event(
            BLOCKADE,
            "COERCE",
            "blockade",
            "occurred",
            date(2029, 1, 1),
            end_date=date(2029, 12, 31),
            date_precision="year",
            date_edtf="2029",
            independent_count=2,
        ),
        _event(
            DONE_SWAP,
            "RETREAT",
            "prisoner_exchange",
            "occurred",
            DONE,
            fulfils_event_id=event(SWAP),
            **done,
        ),
        _event(
            DONE_SAILORS,
            "RETREAT",
            "release",
            "occurred",
            DONE,
            fulfils_event_id=event(SAILORS),
            **done,
            **done_part,
        ),
        _event(
            DONE_PILOTS,
            "RETREAT",
            "release",
            "occurred",
            DONE,
            fulfils_event_id=event(PILOTS),
            **done,
            **done_part,
        ),
    ]


_TOLD = (
    ("harbour-post", SWAP, "exchange captives", "Wednesday"),
    ("harbour-post", SAILORS, "free", "Wednesday"),
    ("harbour-post", PILOTS, "hand over", "Wednesday"),
    ("harbour-post", BLOCKADE, "blockade", "2029"),
    ("daily-lamp", SWAP, "exchange", "Wednesday"),
    ("daily-lamp", SAILORS, "released", "Wednesday"),
    ("daily-lamp", PILOTS, "in return", "Wednesday"),
    ("daily-lamp", BLOCKADE, "blockade", "two years ago"),
    ("north-wire", DONE_SWAP, "exchange took place", "Tuesday"),
    ("north-wire", DONE_SAILORS, "released", None),
    ("north-wire", DONE_PILOTS, "sent home", None),
)


def reports() -> list[dict[str, Any]]:
    by_id = {row["event_id"]: row for row in events()}
    rows = []
    for source, number, words, dated in _TOLD:
        told = by_id[event(number)]
        rows.append(
            span(source, words)
            | {
                key: told[key]
                for key in ("type", "mode", "modality", "start_date", "end_date", "date_precision")
            }
            | {
                "report_id": report(source, number),
                "event_id": event(number),
                "trigger_text": words,
                "date_text": dated,
                "date_basis": "publication" if dated else "inherited",
                "found_by": "trigger-verb",
            }
        )
    rows[0] |= {"place_id": "place-portmere", "place_text": "Portmere"}
    return rows


def participants() -> list[dict[str, Any]]:
    roles = (
        ("harbour-post", SAILORS, "source", "XAR", "Ardenia"),
        ("harbour-post", SAILORS, "target", "XBE", "Belmark"),
        ("daily-lamp", SAILORS, "source", "XAR", "Ardenia"),
        ("north-wire", DONE_SAILORS, "source", "XAR", "Ardenia"),
        ("north-wire", DONE_PILOTS, "source", "XBE", "Belmark"),
    )
    rows = []
    for source, number, role, actor, words in roles:
        placed = span(source, words)
        del placed["source_id"]
        rows.append(
            placed
            | {
                "event_id": event(number),
                "report_id": report(source, number),
                "role": role,
                "actor_id": actor,
                "text": words,
            }
        )
    return rows


def statements() -> list[dict[str, Any]]:
    rows = []
    for source in ("harbour-post", "daily-lamp"):
        quote = "We wish to live in peace" + ("," if source == "harbour-post" else ".")
        speaker = span(source, "joint statement")
        rows.append(
            span(source, quote)
            | {
                "statement_id": statement(source, 1),
                "utterance_id": utterance(1),
                "kind": "direct",
                "quote": quote,
                "speaker": "joint statement",
                "speaker_char_start": speaker["char_start"],
                "speaker_char_end": speaker["char_end"],
                "speaker_id": "document-joint-statement",
                "affiliation_id": "XAR",
                "cue": "said",
                "said_date": PROMISED,
                "found_by": "quotation",
            }
        )
    words = "more than 200 people watched the talks, about 50 of them reporters"
    speaker = span("harbour-post", "Ilse Quandt")
    rows.append(
        span("harbour-post", words)
        | {
            "statement_id": statement("harbour-post", 2),
            "utterance_id": utterance(2),
            "kind": "indirect",
            "quote": words,
            "speaker": "Ilse Quandt",
            "speaker_char_start": speaker["char_start"],
            "speaker_char_end": speaker["char_end"],
            "speaker_id": "person-ilse-quandt",
            "cue": "said",
            "found_by": "complement",
        }
    )
    return rows


def utterances() -> list[dict[str, Any]]:
    return [
        {
            "utterance_id": utterance(1),
            "speaker_id": "document-joint-statement",
            "text": "We wish to live in peace.",
            "source_count": 2,
            "independent_count": 1,
        },
        {
            "utterance_id": utterance(2),
            "speaker_id": "person-ilse-quandt",
            "text": "more than 200 people watched the talks",
            "source_count": 1,
            "independent_count": 1,
        },
    ]


def actors() -> list[dict[str, Any]]:
    return [
        {"actor_id": code, "name": name, "kind": "country", "iso3": code, "id_status": "verified"}
        for code, name in (("XAR", "Ardenia"), ("XBE", "Belmark"))
    ] + [
        {
            "actor_id": "document-joint-statement",
            "name": "joint statement",
            "kind": "document",
            "id_status": "unverified",
        },
        {
            "actor_id": "person-ilse-quandt",
            "name": "Ilse Quandt",
            "kind": "person",
            "country_id": "XBE",
            "id_status": "unverified",
        },
    ]


def places() -> list[dict[str, Any]]:
    return [
        {
            "place_id": "place-portmere",
            "name": "Portmere",
            "country_id": "XBE",
            "latitude": 51.5,
            "longitude": -3.25,
            "place_precision": "city",
            "geonames": "1",
            "id_status": "verified",
        }
    ]
