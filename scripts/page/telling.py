"""A story told in sentences: its steps, and what its sources say of each fact."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scripts.page.codes import sign
from scripts.page.names import listed
from scripts.page.sides import counts_words, side_marks, told_words
from scripts.trace.edition import Edition, Row

#: Words of a side beyond this are cut; sources beyond so many are counted.
_LONG, _NAMED = 110, 4


@dataclass(frozen=True)
class Step:
    """A promise or a deed: how it is told, as code, sign and words; when; by whom."""

    told: str
    sign: str
    words: str
    when: str
    sources: str
    event: str


@dataclass(frozen=True)
class Says:
    """What sources say alike: their names, the verb for them, their words, how they tell it."""

    sources: str
    verb: str
    words: str
    quoted: bool
    told: str


@dataclass(frozen=True)
class Fact:
    """A fact: its address, subject, story, title, verdict, the sentence of all, words of each."""

    id: str
    about: str
    story: str
    title: str
    verdict: str
    claim: str
    says: tuple[Says, ...]
    counts: str
    ruling: str


def facts_told(
    edition: Edition, told: Mapping[str, Any], story: Mapping[str, Any]
) -> tuple[Fact, ...]:
    """The facts of a story, as `content` gives it, in its order."""
    return tuple(_fact(edition, told, story["title"], fact) for fact in story["facts"])


def steps(edition: Edition, told: Mapping[str, Any], story: Mapping[str, Any]) -> tuple[Step, ...]:
    """What was announced and what was done, in that order: "announced", "carried out"."""
    found: dict[str, Step] = {}
    for phase in story["phases"]:
        event = edition.row("events", phase["event"])
        kept = bool(event.get("fulfils_event_id"))
        parts = edition.where("events", "part_of_event_id", phase["event"])
        reports = [
            report
            for one in (event, *parts)
            for report in edition.where("reports", "event_id", one["event_id"])
        ]
        tellers = dict.fromkeys(report["source_id"] for report in reports)
        words = _step_words(edition, event, reports, kept=kept)
        step = Step(
            phase["modality"],
            sign("modalities", phase["modality"]),
            words,
            phase["when"],
            _few([told["sources"][source]["name"] for source in tellers]),
            phase["event"],
        )
        found.setdefault(f"{words}|{phase['when']}", step)
    return tuple(found.values())


def _step_words(edition: Edition, event: Row, reports: list[Row], *, kept: bool) -> str:
    modality = event.get("modality", "")
    if modality == "announced":
        published = [edition.row("sources", report["source_id"]) for report in reports]
        days = [row["published"] for row in published if row.get("published")]
        ahead = days and event.get("start_date", "") > max(days)
        return "Announced for" if ahead else "Announced"
    if modality == "occurred" and kept:
        return "Carried out"
    words = told_words(edition, modality)
    return f"{words[:1].upper()}{words[1:]}"


def _fact(edition: Edition, told: Mapping[str, Any], story: str, fact_id: str) -> Fact:
    row, fact = edition.row("comparisons", fact_id), told["facts"][fact_id]
    return Fact(
        fact_id,
        row["about"],
        story,
        f"{fact['title']} ({fact['part']})" if "part" in fact else fact["title"],
        row["verdict"],
        fact["claim"],
        _says(edition, told, row),
        counts_words(int(row["source_count"]), int(row["independent_count"])),
        row.get("ruling", ""),
    )


def _says(edition: Edition, told: Mapping[str, Any], comparison: Row) -> tuple[Says, ...]:
    """The sides of a fact; sources that say the same in the same way stand together."""
    quoted = comparison["about"] in {"figure", "utterance"}
    alike: dict[tuple[str, str], list[str]] = {}
    sides = edition.where("sides", "comparison_id", comparison["comparison_id"])
    words_of = told["facts"][comparison["comparison_id"]]["says"]
    for side, words in zip(sides, words_of, strict=True):
        marks = side_marks(edition, side) if quoted else []
        if side.get("modality") not in {"", "occurred"}:
            marks.append(told_words(edition, side["modality"]))
        key = (_cut(side["value_text"] if quoted else words), ", ".join(marks))
        alike.setdefault(key, []).append(told["sources"][side["source_id"]]["name"])
    return tuple(
        Says(_few(list(dict.fromkeys(names))), "says" if len(set(names)) == 1 else "say", *key)
        for key, names in (((words, quoted, how), names) for (words, how), names in alike.items())
    )


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[: _LONG - 1].rstrip()}…"


def _few(names: list[str]) -> str:
    left = len(names) - _NAMED
    if left < 2:
        return listed(names)
    return f"{', '.join(names[:_NAMED])} and {left} others"
