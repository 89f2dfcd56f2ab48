"""What stands at the top of the page: the heart of the data in sentences, then its terms."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.tables import TABLES
from schemas.tables import table as declared
from scripts.page.codes import SUBJECTS, rank, sign
from scripts.page.readme import Caveat, bibtex, caveats, readme
from scripts.page.telling import Fact, Step, facts_told, steps
from scripts.trace.edition import Edition, Row

#: Stories that the first screen tells, facts of each, and other facts that it shows unfolded.
_STORIES, _FACTS, _OPEN = 3, 4, 3


@dataclass(frozen=True)
class Lead:
    """A story as the first screen tells it: title, address of its event, steps, best facts."""

    title: str
    event: str
    steps: tuple[Step, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Verdict:
    """How many facts have a verdict; sign, title and meaning of it."""

    code: str
    sign: str
    title: str
    meaning: str
    count: int


@dataclass(frozen=True)
class Source:
    """A source: its id, name, headline, day, and on whom how many of its facts rest."""

    id: str
    name: str
    title: str
    day: str
    rests: tuple[str, ...]


@dataclass(frozen=True)
class Glance:
    """What the first screen says.

    scope: how many sources, and from when. leads: the stories that come first. disputed: what the
    sources contradict each other on. differing: where they differ and can all be right. shown: so
    many of these stand unfolded. rows: title of a table, address, number of rows. checked: what
    came of checking, in a few words; "" where that is not told. digests: what to know of sentences
    that are a retelling; "" where none is.
    """

    scope: str
    leads: tuple[Lead, ...]
    disputed: tuple[Fact, ...]
    differing: tuple[Fact, ...]
    shown: int
    verdicts: tuple[Verdict, ...]
    facts: int
    rows: tuple[tuple[str, str, int], ...]
    sources: tuple[Source, ...]
    caveats: tuple[Caveat, ...]
    bibtex: str
    checked: str
    digests: str


def glance(edition: Edition, told: Mapping[str, Any]) -> Glance:
    """What the first screen of the page says.

    Args:
        edition: The package.
        told: Its content, as `content` gives it.
    """
    by_story = [(story, facts_told(edition, told, story)) for story in told["stories"]]
    facts = sorted(
        (fact for _, several in by_story for fact in several),
        key=lambda fact: (fact.lasts, rank(fact.about, SUBJECTS)),
    )
    differing = [fact for fact in facts if fact.verdict == "compatible" and len(fact.says) > 1]
    disputed = tuple(fact for fact in facts if fact.verdict == "conflict")
    beside = tuple(fact for fact in differing if not fact.lasts) or tuple(differing)
    dictionary = readme(edition.folder)
    return Glance(
        scope=_scope(edition.rows("sources"), told),
        leads=tuple(_leads(edition, told, by_story, {one.id for one in (*disputed, *beside)})),
        disputed=disputed,
        differing=beside,
        shown=_OPEN,
        verdicts=tuple(_verdicts(edition)),
        facts=len(facts),
        rows=tuple((declared(name).title, name, len(edition.rows(name))) for name in TABLES),
        sources=tuple(_source(told, row) for row in edition.rows("sources")),
        caveats=caveats(dictionary),
        bibtex=bibtex(dictionary),
        checked=_checked(told.get("checks")),
        digests=_digests(edition.rows("sources")),
    )


def _checked(checks: Mapping[str, Any] | None) -> str:
    """How many errors and warnings there are: "no errors, 2 warnings; 539 rules hold"."""
    if not checks:
        return ""
    totals = checks["totals"]
    errors, warnings = (
        f"{totals[kind] or 'no'} {kind if totals[kind] != 1 else kind[:-1]}"
        for kind in ("errors", "warnings")
    )
    return f"{errors}, {warnings}; {totals['held']:,} rules hold"


def _digests(sources: Sequence[Row]) -> str:
    many = sum(row.get("basis") == "digest" for row in sources)
    if not many:
        return ""
    whose = "the articles" if many == len(sources) else f"{many} of the articles"
    return (
        f"Sentences shown are our retelling of {whose}; only what stands in quotation marks inside "
        "them is quoted."
    )


def _scope(sources: Sequence[Row], told: Mapping[str, Any]) -> str:
    """How many articles, of how many publishers, from when: "2 articles, 4 May 2023"."""
    publishers = {row["publisher"] for row in sources if row.get("publisher")}
    words = "1 article" if len(sources) == 1 else f"{len(sources):,} articles"
    if len(publishers) == 1 or (publishers and len(sources) > 1):
        words += (
            f" of {min(publishers) if len(publishers) == 1 else f'{len(publishers)} publishers'}"
        )
    days = {
        row["published"]: told["sources"][row["source_id"]]["day"]
        for row in sources
        if row.get("published")
    }
    if not days:
        return words
    first, last = days[min(days)], days[max(days)]
    return f"{words}, {first}" if first == last else f"{words}, from {first} to {last}"


def _leads(
    edition: Edition,
    told: Mapping[str, Any],
    by_story: Sequence[tuple[Mapping[str, Any], tuple[Fact, ...]]],
    beside: Container[str],
) -> list[Lead]:
    """The first stories that several sources tell of; where there are none, the first ones.

    Facts that stand beside them already are not told twice.
    """
    shared = [
        (story, tuple(fact for fact in facts if fact.verdict != "single"))
        for story, facts in by_story
        if story["phases"]
    ]
    chosen = [(story, facts) for story, facts in shared if facts] or by_story
    left = [(story, tuple(one for one in facts if one.id not in beside)) for story, facts in chosen]
    chosen = [(story, facts) for story, facts in left if facts] or left
    return [
        Lead(
            story["title"] or "Words that several sources print",
            story["phases"][0]["event"] if story["phases"] else "",
            steps(edition, told, story),
            _best(facts)[:_FACTS],
        )
        for story, facts in chosen[:_STORIES]
    ]


def _best(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Numbers but for durations, where there are any: the days stand in the steps already."""
    numbers = tuple(fact for fact in facts if fact.about == "figure" and not fact.lasts)
    return numbers or tuple(fact for fact in facts if not fact.lasts) or facts


def _verdicts(edition: Edition) -> list[Verdict]:
    counts = Counter(row["verdict"] for row in edition.rows("comparisons"))
    return [
        Verdict(
            code,
            sign("verdicts", code),
            entry.get("title", code),
            entry.get("description", ""),
            counts[code],
        )
        for code, entry in edition.codelists.get("verdicts", {}).items()
    ]


def _source(told: Mapping[str, Any], row: Row) -> Source:
    source_id = row["source_id"]
    rests = Counter(
        fact["rests"][source_id]
        for fact in told["facts"].values()
        if source_id in fact.get("rests", {})
    )
    return Source(
        source_id,
        _with_agency(told["sources"][source_id]),
        row.get("title", ""),
        told["sources"][source_id]["day"],
        tuple(
            f"{words} ({count} fact{'s' if count > 1 else ''})"
            for words, count in sorted(rests.items())
        ),
    )


def _with_agency(words: Mapping[str, str]) -> str:
    return f"{words['name']} ({words['agency']})" if words["agency"] else words["name"]
