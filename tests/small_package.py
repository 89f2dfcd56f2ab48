"""A small invented set of all tables: keys meet, and cells try what readers get wrong."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from schemas.frames import frame
from schemas.tables import tables
from scripts.publish.metadata import Caveat, Contributor, License, PackageMeta
from scripts.publish.package import write_package

#: Text that csv, R and pandas treat in ways of their own: quotes, commas, spaces, look-alikes.
TRICKY = 'Zoë said "no, never" – not “once”, 100 % of Ağdam’s 1e3 votes'
HASH = "0123456789abcdef" * 4

_SOURCE = {"published_basis": "stated", "basis": "digest", "sha256": HASH, "language": "en"}
_EVENT = {"type": "RETREAT", "source_count": 2, "independent_count": 1}
_REPORT = {"trigger_text": "freed", "type": "RETREAT", "found_by": "verb-object"}
_FIGURE = {"bound": "exact", "unit": "person", "modality": "occurred", "found_by": "count-noun"}
_STATEMENT = {"kind": "direct", "found_by": "quote-cue", "utterance_id": "u-00000000000a"}

ROWS: dict[str, list[dict[str, Any]]] = {
    "sources": [
        _SOURCE
        | {
            "source_id": "harbour-post",
            "title": TRICKY,
            "publisher": "Harbour Post",
            "url": "https://news.example/1",
            "published": date(2021, 2, 28),
            "published_earliest": date(2021, 2, 28),
            "published_latest": date(2021, 2, 28),
            "path": "articles/harbour-post.md",
            "char_count": 900,
            "word_count": 150,
        },
        _SOURCE
        | {
            "source_id": "upland-wire",
            "published_basis": "unknown",
            "path": "articles/upland-wire.md",
            "char_count": 123456,
            "word_count": 0,
        },
    ],
    "events": [
        _EVENT
        | {
            "event_id": "e-00000000000b",
            "label": "release by BBB of AAA, 2021-02",
            "modality": "occurred",
            "start_date": date(2021, 2, 1),
            "end_date": date(2021, 2, 28),
            "date_precision": "month",
            "date_edtf": "2021-02",
            "place_id": "place-northport",
            "part_of_event_id": "e-00000000000a",
        },
        _EVENT | {"event_id": "e-00000000000a", "label": "exchange", "modality": "announced"},
    ],
    "reports": [
        _REPORT
        | {
            "report_id": f"r-00000000000{digit}",
            "event_id": "e-00000000000b",
            "source_id": source,
            "char_start": 10,
            "char_end": 40,
            "modality": "occurred",
            "start_date": day,
            "end_date": day,
        }
        for digit, source, day in (
            ("a", "harbour-post", date(2021, 2, 27)),
            ("b", "upland-wire", None),
        )
    ],
    "participants": [
        {
            "event_id": "e-00000000000b",
            "report_id": "r-00000000000a",
            "role": role,
            "actor_id": actor,
            "char_start": 12,
            "char_end": 17,
            "text": "Aland",
        }
        for role, actor in (("target", "AAA"), ("source", "BBB"))
    ],
    "statements": [
        _STATEMENT
        | {
            "statement_id": "s-00000000000a",
            "source_id": "harbour-post",
            "char_start": 50,
            "char_end": 54,
            "quote": "None",
            "speaker": "Zoë Ağa",
            "speaker_id": "person-zoe-aga",
            "said_date": date(2021, 2, 27),
        },
        _STATEMENT
        | {
            "statement_id": "s-00000000000b",
            "source_id": "upland-wire",
            "char_start": 5,
            "char_end": 7,
            "quote": "NA",
        },
    ],
    "utterances": [
        {
            "utterance_id": "u-00000000000a",
            "speaker_id": "person-zoe-aga",
            "text": TRICKY,
            "source_count": 2,
            "independent_count": 2,
        }
    ],
    "figures": [
        _FIGURE
        | {
            "figure_id": f"f-00000000000{digit}",
            "source_id": source,
            "event_id": event,
            "char_start": start,
            "char_end": start + 10,
            "text": text,
            "value": value,
            "low": low,
            "high": high,
            "measure": measure,
            "of_actor_id": "AAA",
        }
        for digit, source, event, start, text, value, low, high, measure in (
            (
                "a",
                "harbour-post",
                "e-00000000000b",
                60,
                "12 captives",
                12.0,
                12.0,
                12.0,
                "released",
            ),
            ("b", "upland-wire", "e-00000000000b", 20, "2.5 million", 2.5e6, 2.45e6, None, None),
            ("c", "upland-wire", None, 90, "a hundredth", 0.00001, 1e-7, 1e22, None),
        )
    ],
    "comparisons": [
        {
            "comparison_id": "c-00000000000a",
            "about": "figure",
            "event_id": "e-00000000000b",
            "measure": "released",
            "of_actor_id": "AAA",
            "unit": "person",
            "source_count": 2,
            "independent_count": 1,
            "low": 12.0,
            "best": 12.0,
            "high": 12.5,
            "verdict": "compatible",
            "note": TRICKY,
        }
    ],
    "sides": [
        {
            "comparison_id": "c-00000000000a",
            "source_id": source,
            "figure_id": figure,
            "value_text": "12 captives",
            "low": 12.0,
            "high": high,
            "family": source,
        }
        for source, figure, high in (
            ("harbour-post", "f-00000000000a", 12.0),
            ("upland-wire", "f-00000000000b", None),
        )
    ],
    "actors": [
        {"actor_id": "AAA", "name": "Aland", "kind": "country", "iso3": "AAA", "cow": "051"},
        {"actor_id": "BBB", "name": "Beland", "kind": "country", "iso3": "BBB", "cow": "002"},
        {"actor_id": "person-zoe-aga", "name": "Zoë Ağa", "kind": "person", "country_id": "AAA"},
    ],
    "places": [
        {
            "place_id": "place-northport",
            "name": "Northport",
            "country_id": "AAA",
            "latitude": -0.5,
            "longitude": 54.0,
            "place_precision": "city",
            "geonames": "007",
        }
    ],
}
for _row in (*ROWS["actors"], *ROWS["places"]):
    _row["id_status"] = "verified"

META = PackageMeta(
    name="aland-beland",
    title="Aland and Beland",
    description="An invented dataset.",
    version="1.2.3",
    created=date(2021, 3, 1),
    keywords=("peace",),
    licenses=(License("CC-BY-4.0", "CC BY 4.0", "https://licence.example/by", "data"),),
    contributors=(Contributor("the makers", ("creator",)),),
    caveats=(Caveat("invented", "Nothing here is so."),),
)


def small_tables() -> dict[str, pl.DataFrame]:
    return {table.name: frame(table, ROWS[table.name]) for table in tables()}


def write_small(folder: Path) -> Path:
    """The small set as a whole package in `folder`."""
    write_package(folder, folder, small_tables(), META)
    return folder
