"""What the gate's report shows of each comparison: every side with its sentence and who says it.

The report may read `comparisons` and `sides`, since it shows what is published; what the gate
checks never does (gate_said.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from validations.curation import Ruling
from validations.demands import Expected
from validations.facts import comparisons_of, fact_words
from validations.find import shown
from validations.rule import Tables
from validations.ruled import rulings_by_comparison
from validations.spans import sentence_parts

#: The order in which a reader needs them.
VERDICTS = ("conflict", "compatible", "agree", "single")
_SAID_IN = {"figure_id": "figures", "report_id": "reports", "statement_id": "statements"}
_MOODS = {"occurred": "as done", "announced": "as announced", "possible": "as possible"}


@dataclass(frozen=True)
class Shown:
    """A written package as the report shows it.

    texts: source_id → text of its article.
    """

    tables: Tables
    texts: Mapping[str, str]
    expected: Expected
    rulings: Sequence[Ruling]


@dataclass(frozen=True)
class SideShown:
    """What one source says: its words, and the sentence before them, they themselves, and after.

    voice: whether it speaks for itself or has it from somebody. told: as done or as announced.
    """

    source_id: str
    title: str
    publisher: str
    words: str
    sentence: tuple[str, str, str]
    voice: str
    told: str
    as_of: str
    family: str


@dataclass(frozen=True)
class Compared:
    """One comparison as a reader sees it.

    demanded: what expected.toml demands of the fact. ruling: what was ruled, by whom and when; ""
    if nothing was.
    """

    comparison_id: str
    fact: str
    event: str
    verdict: str
    counts: str
    note: str
    ruling: str
    demanded: tuple[str, ...]
    sides: tuple[SideShown, ...]


def _by(frame: pl.DataFrame, key: str) -> Mapping[str, Mapping[str, object]]:
    return {row[key]: row for row in frame.iter_rows(named=True) if row[key] is not None}


def _voice(statement: Mapping[str, object] | None) -> str:
    """Whose words they are: the source's own, or those of somebody whom it quotes or reports."""
    if statement is None:
        return "in its own voice"
    how = "quoting" if statement["kind"] == "direct" else "reporting"
    return f"{how} {statement['speaker'] or statement['speaker_id'] or 'somebody it does not name'}"


def _sides(shown_: Shown) -> Mapping[str, list[SideShown]]:
    tables = shown_.tables
    sources = _by(tables["sources"], "source_id")
    rows = {name: _by(tables[table], name) for name, table in _SAID_IN.items()}
    found: dict[str, list[SideShown]] = {}
    for side in tables["sides"].iter_rows(named=True):
        column = next((name for name in _SAID_IN if side[name] is not None), "")
        row = rows[column].get(side[column], {}) if column else {}
        source = sources.get(side["source_id"], {})
        start, end = row.get("char_start"), row.get("char_end")
        sentence = ("", "", "")
        if isinstance(start, int) and isinstance(end, int):
            sentence = sentence_parts(shown_.texts.get(side["source_id"], ""), start, end)
        part = ", a part of it" if side["scope"] == "part" else ""
        found.setdefault(side["comparison_id"], []).append(
            SideShown(
                source_id=str(side["source_id"]),
                title=str(source.get("title") or ""),
                publisher=str(source.get("publisher") or ""),
                words=str(side["value_text"]),
                sentence=sentence,
                voice=_voice(rows["statement_id"].get(side["statement_id"])),
                told=f"{_MOODS.get(side['modality'], side['modality'] or '')}{part}",
                as_of=shown(side["as_of"] or source.get("published")),
                family=str(side["family"]),
            )
        )
    return found


def _ruled(ruling: Ruling | None, written: str | None) -> str:
    if ruling is None:
        return written or ""
    prefers = f"{ruling.prefers} is preferred" if ruling.prefers else "no side is preferred"
    return f"{prefers}: {ruling.reason} ({ruling.by}, {ruling.ruled_on})"


def compared(shown_: Shown) -> tuple[Compared, ...]:
    """The comparisons to show: those with two sources or more, and those that are demanded.

    Conflicts come first, of these what nobody ruled on; then by verdict, event and fact.
    """
    tables = shown_.tables
    labels = dict(tables["events"].select("event_id", "label").iter_rows())
    utterances = dict(tables["utterances"].select("utterance_id", "speaker_id").iter_rows())
    rulings = rulings_by_comparison(tables, shown_.rulings)
    sides = _sides(shown_)
    demanded: dict[str, list[str]] = {}
    for demand in shown_.expected.figures:
        for key in comparisons_of(tables, demand.fact)["comparison_id"]:
            demanded.setdefault(key, []).append(str(demand))
    found = []
    for row in tables["comparisons"].iter_rows(named=True):
        key = row["comparison_id"]
        if (row["source_count"] or 0) < 2 and key not in demanded:
            continue
        fact = " ".join(part for part in (row["about"], fact_words(row)) if part)
        of = labels.get(row["event_id"]) or utterances.get(row["utterance_id"]) or ""
        found.append(
            Compared(
                comparison_id=str(key),
                fact=fact,
                event=of,
                verdict=str(row["verdict"]),
                counts=f"{row['source_count']} sources, {row['independent_count']} independent",
                note=str(row["note"]),
                ruling=_ruled(rulings.get(key), row["ruling"]),
                demanded=tuple(demanded.get(key, ())),
                sides=tuple(sides.get(key, ())),
            )
        )
    order = {verdict: at for at, verdict in enumerate(VERDICTS)}
    return tuple(
        sorted(
            found,
            key=lambda one: (
                order.get(one.verdict, -1),
                bool(one.ruling),
                one.event,
                one.fact,
                one.comparison_id,
            ),
        )
    )
