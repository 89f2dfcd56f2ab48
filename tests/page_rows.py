"""Rows of an invented package, for tests of the words of the page."""

from collections.abc import Sequence
from pathlib import Path

from scripts.trace.edition import Edition, Row

CODES = {
    "modes": {
        "release": {"title": "Release"},
        "negotiate": {"title": "Negotiate"},
        "candidature": {"title": "Candidature"},
    },
    "event_types": {
        "ASSAULT": {"title": "Assault", "cooperation": "material"},
        "SUPPORT": {"title": "Support", "cooperation": "verbal"},
        "AID": {"title": "Aid", "cooperation": "material"},
    },
    "measures": {code: {"title": code.title()} for code in ("killed", "held", "troops", "missing")},
    "units": {"day": {"title": "Day", "unit_class": "duration"}, "person": {"title": "Person"}},
}
NAMES = {"CHL": "Chile", "PER": "Peru", "GBR": "United Kingdom", "TCD": "Chad"}


def package(**tables: Sequence[Row]) -> Edition:
    actors = [{"actor_id": key, "name": name} for key, name in NAMES.items()]
    actors.append({"actor_id": "group-foes", "name": "Foes of peace", "kind": "group"})
    edition = Edition(Path("nowhere"), "invented")
    names = ("events", "reports", "participants", "comparisons", "sides", "figures", "utterances")
    edition._read.update(dict.fromkeys((*names, "places", "statements", "sources"), ()))
    edition._read.update({"actors": tuple(actors)} | {k: tuple(v) for k, v in tables.items()})
    edition.__dict__["codelists"] = CODES
    return edition


def part(role: str, actor: str, **more: str) -> Row:
    return {"event_id": "e-1", "report_id": "r-1", "role": role, "actor_id": actor} | more


def event(**cells: str) -> Row:
    return {"event_id": "e-1", "type": "RETREAT", "mode": "release"} | cells


FACT: Row = {
    "comparison_id": "c-1", "event_id": "e-1", "about": "figure", "measure": "killed",
    "unit": "person", "of_actor_id": "PER", "by_actor_id": "CHL", "low": "12", "best": "12",
    "high": "12", "verdict": "agree",
}  # fmt: skip
