"""A story told in sentences: its steps, and what its sources say of each fact."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scripts.compare.notes import listed
from scripts.page.codes import sign
from scripts.page.dated import dated, meeting
from scripts.page.sides import in_its_words, side_marks, told_words
from scripts.page.titles import is_ahead, lasts
from scripts.trace.brief import cut
from scripts.trace.edition import Edition, Row

#: Words of a side beyond this are cut; sources beyond so many are counted.
_LONG, _NAMED = 110, 4


@dataclass(frozen=True)
class Step:
    """A promise or a deed: how it is told, as code, sign and words; when; by whom; its event.

    met: a remark on days that no source gives so. sources: those that date it, or else tell it.
    """

    told: str
    sign: str
    words: str
    when: str
    met: str
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
    """A fact: its address, subject, story, titles, verdict, headline, words of each source.

    heading: its title where its story does not stand above it; the story is named in it if named.
    lasts: whether it is how long something took.
    """

    id: str
    about: str
    story: str
    title: str
    heading: str
    named: bool
    verdict: str
    claim: str
    says: tuple[Says, ...]
    counts: str
    ruling: str
    lasts: bool


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
        telling = dated(edition, (event, *parts)) if phase["when"] else reports
        tellers = dict.fromkeys(report["source_id"] for report in telling or reports)
        words = _step_words(edition, event, reports, kept=kept)
        step = Step(
            phase["modality"],
            sign("modalities", phase["modality"]),
            words,
            phase["when"],
            meeting(edition, event),
            _few([told["sources"][source]["name"] for source in tellers]),
            phase["event"],
        )
        found.setdefault(f"{words}|{phase['when']}", step)
    return tuple(found.values())


def _step_words(edition: Edition, event: Row, reports: list[Row], *, kept: bool) -> str:
    modality = event.get("modality", "")
    if modality == "announced":
        return "Announced for" if is_ahead(edition, event, reports) else "Announced"
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
        fact.get("heading", fact["title"]),
        "heading" in fact,
        row["verdict"],
        fact["claim"],
        _says(edition, told, row),
        fact["counts"],
        row.get("ruling", ""),
        lasts(edition, row),
    )


def _says(edition: Edition, told: Mapping[str, Any], comparison: Row) -> tuple[Says, ...]:
    """The sides of a fact; sources that say the same in the same way stand together."""
    spoken = comparison["about"] in {"figure", "utterance"}
    fact = told["facts"][comparison["comparison_id"]]
    alike: dict[tuple[str, bool, str], list[str]] = {}
    sides = edition.where("sides", "comparison_id", comparison["comparison_id"])
    voices = fact.get("said_by", [""] * len(sides))
    alone = len(set(voices)) == 1 and len(sides) > 1
    for side, words, voice in zip(sides, fact["says"], voices, strict=True):
        marks = side_marks(edition, side) if spoken else []
        if side.get("modality") not in {"", "occurred"}:
            marks.append(told_words(edition, side["modality"]))
        if voice and not alone:
            marks.append(f"according to {voice}")
        key = (
            cut(side["value_text"] if spoken else words, _LONG),
            spoken and _word_for_word(edition, side),
            ", ".join(marks),
        )
        alike.setdefault(key, []).append(told["sources"][side["source_id"]]["name"])
    return tuple(
        Says(_few(list(dict.fromkeys(names))), "says" if len(set(names)) == 1 else "say", *key)
        for key, names in alike.items()
    )


def _word_for_word(edition: Edition, side: Row) -> bool:
    """Whether the words of a side can stand in quotation marks: a digest keeps only quotations."""
    statement = edition.row("statements", side.get("statement_id", ""))
    return statement.get("kind") == "direct" or in_its_words(edition, side)


def _few(names: list[str]) -> str:
    left = len(names) - _NAMED
    if left < 2:
        return listed(names)
    return f"{', '.join(names[:_NAMED])} and {left} others"
