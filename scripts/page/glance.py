"""What stands at the top of the page: what the data set is, and the least that one has to know."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.tables import TABLES
from schemas.tables import table as declared
from scripts.page.titles import code_title
from scripts.trace.edition import Edition, Row

#: Facts that are told here; the others stand in the list below.
_SHOWN = 6


@dataclass(frozen=True)
class Side:
    """What sources of one wording say: names of the sources, words, how it is told, and when."""

    sources: tuple[str, ...]
    words: str
    told: str


@dataclass(frozen=True)
class Fact:
    """A fact that several sources tell: its address, story, title, verdict and sides."""

    id: str
    story: str
    title: str
    verdict: str
    counts: str
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Source:
    """A source: its address, name, headline, day, and how many of its facts it passes on."""

    id: str
    name: str
    title: str
    day: str
    rests: tuple[str, ...]


@dataclass(frozen=True)
class Glance:
    """rows: title of a table, address, number of rows. verdicts: code, title, meaning, number.

    sources: all of them. attested: the facts of the most independent sources. disputed: what the
    sources contradict each other on. differing: where they differ and can all be right.
    """

    rows: tuple[tuple[str, str, int], ...]
    verdicts: tuple[tuple[str, str, str, int], ...]
    sources: tuple[Source, ...]
    attested: tuple[Fact, ...]
    disputed: tuple[Fact, ...]
    differing: tuple[Fact, ...]


def glance(edition: Edition, told: Mapping[str, Any]) -> Glance:
    """What the first screen of the page says.

    Args:
        edition: The package.
        told: Its content, as `content` gives it.
    """
    facts = list(_facts(edition, told))
    counts = Counter(row["verdict"] for row in edition.rows("comparisons"))
    return Glance(
        tuple((declared(name).title, name, len(edition.rows(name))) for name in TABLES),
        tuple(
            (code, entry.get("title", code), entry.get("description", ""), counts[code])
            for code, entry in edition.codelists.get("verdicts", {}).items()
        ),
        tuple(_source(edition, told, row) for row in edition.rows("sources")),
        tuple(_attested(edition, facts)),
        tuple(one for one in facts if one.verdict == "conflict"),
        tuple(one for one in facts if one.verdict == "compatible" and len(one.sides) > 1),
    )


def _facts(edition: Edition, told: Mapping[str, Any]) -> Iterator[Fact]:
    for story in told["stories"]:
        for comparison_id in story["facts"]:
            row = edition.row("comparisons", comparison_id)
            fact = told["facts"][comparison_id]
            title = f"{fact['title']}: {fact['part']}" if "part" in fact else fact["title"]
            sides = tuple(_sides(edition, told, row))
            yield Fact(comparison_id, story["title"], title, row["verdict"], _counts(row), sides)


def _counts(row: Row) -> str:
    sources, independent = int(row["source_count"]), int(row["independent_count"])
    if sources == independent:
        return f"{sources} sources, all independent" if sources > 1 else "1 source"
    return f"{sources} sources that count as {independent}"


def _attested(edition: Edition, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The figures that most independent sources tell alike."""

    def weight(fact: Fact) -> tuple[int, int]:
        row = edition.row("comparisons", fact.id)
        return -int(row["independent_count"]), -int(row["source_count"])

    figures = [
        one
        for one in facts
        if edition.row("comparisons", one.id)["about"] == "figure" and one.verdict == "agree"
    ]
    yield from sorted(figures, key=weight)[:_SHOWN]


def _sides(edition: Edition, told: Mapping[str, Any], comparison: Row) -> Iterator[Side]:
    """The sides of a fact; sources that say the same in the same way stand together."""
    alike: dict[tuple[str, str], list[str]] = {}
    for side in edition.where("sides", "comparison_id", comparison["comparison_id"]):
        report = edition.row("reports", side.get("report_id", ""))
        event = told["events"].get(report.get("event_id", ""), {})
        when = event.get("when", "") if comparison["about"] != "date" else ""
        how = code_title(edition, "sides", "modality", side.get("modality", ""))
        says = ", ".join(part for part in (how.lower(), when) if part)
        alike.setdefault((side["value_text"], says), []).append(
            told["sources"][side["source_id"]]["name"]
        )
    for (words, says), sources in alike.items():
        yield Side(tuple(dict.fromkeys(sources)), words, says)


def _source(edition: Edition, told: Mapping[str, Any], row: Row) -> Source:
    source_id = row["source_id"]
    rests = Counter(
        fact["rests"][source_id]
        for fact in told["facts"].values()
        if source_id in fact.get("rests", {})
    )
    return Source(
        source_id,
        told["sources"][source_id]["name"],
        row.get("title", ""),
        told["sources"][source_id]["day"],
        tuple(f"{words} ({count} of its facts)" for words, count in sorted(rests.items())),
    )
