"""What must hold between sources: what the dataset must show, and what was ruled on conflicts.

All of it is read from `comparisons` and `sides`. The gate asks the same of figures, events and
reports by a computation of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from validations.curation import EventDemand, Expected, FigureDemand, Ruling
from validations.facts import comparisons_of, picked, remedy, voiced
from validations.find import shown
from validations.rule import Finding, LinkRule, Rule, Severity, Tables
from validations.ruled import ruling_rules, rulings_by_comparison
from validations.spans import sentence_around

#: Column of `sides` → the table whose row says it.
_SAID_IN = {"figure_id": "figures", "report_id": "reports", "statement_id": "statements"}


@dataclass(frozen=True, order=True)
class Voice:
    """What one source says: its value, the interval its words allow, and its sentence."""

    source_id: str
    value: str
    low: float | None
    high: float | None
    sentence: str


def quoted(voices: Iterable[Voice]) -> str:
    """Who says what, in a source's own sentence: one sentence for each value."""
    by_value: dict[tuple[float | None, float | None, str], list[Voice]] = {}
    for voice in sorted(voices, key=lambda one: one.source_id):
        key = (voice.low, voice.high, "" if voice.low is not None else voice.value)
        by_value.setdefault(key, []).append(voice)
    return voiced(
        (
            first.source_id,
            first.value,
            first.sentence,
            sorted({one.source_id for one in same} - {first.source_id}),
        )
        for first, *same in by_value.values()
    )


def voices_of(tables: Tables, texts: Mapping[str, str], comparison_id: str) -> list[Voice]:
    """The sides of a comparison with the sentences that they stand in."""
    found = []
    sides = tables["sides"].filter(pl.col("comparison_id") == comparison_id)
    for side in sides.iter_rows(named=True):
        column = next((name for name in _SAID_IN if side[name] is not None), "")
        rows = tables[_SAID_IN[column]].filter(pl.col(column) == side[column]) if column else sides
        row = rows.row(0, named=True) if rows.height else {}
        text = texts.get(side["source_id"], "")
        sentence = sentence_around(text, row.get("char_start", 0), row.get("char_end", 0))
        value = shown(side["low"]) if _is_point(side) else side["value_text"]
        found.append(Voice(side["source_id"], value, side["low"], side["high"], sentence))
    return found


def _is_point(side: Mapping[str, object]) -> bool:
    return side["low"] is not None and side["low"] == side["high"]


def _finding(
    rule: tuple[str, Severity], row: str, column: str, value: str, sentence: str
) -> Finding:
    return Finding(rule[0], rule[1], "comparisons", row, column, value, sentence)


def _values(voices: Iterable[Voice]) -> str:
    return ", ".join(sorted({voice.value for voice in voices}))


def _best(tables: Tables, demand: FigureDemand) -> pl.DataFrame:
    """The comparisons that a demand is about; the one with the most sources comes first."""
    return comparisons_of(tables, demand.fact).sort(
        ["source_count", "comparison_id"], descending=[True, False]
    )


def _unmet(tables: Tables, demand: FigureDemand) -> pl.Expr:
    """True for comparisons that contradict a demand, by a side's value or by their verdict."""
    ids = _best(tables, demand)["comparison_id"].to_list()
    this, value = pl.col("comparison_id"), demand.value
    wrong_verdict = (this == (ids[0] if ids else "")) & ~pl.col("verdict").is_in(demand.verdicts)
    if value is None:
        return wrong_verdict
    outside = tables["sides"].filter((pl.col("low") > value) | (pl.col("high") < value))
    contradicted = set(outside["comparison_id"]) & set(ids)
    return wrong_verdict | this.is_in(sorted(contradicted))


def demand_rule(tables: Tables, expected: Expected, rulings: Sequence[Ruling]) -> Rule:
    """The rule that no comparison contradicts what expected.toml demands, unless ruled on.

    Args:
        tables: All tables: a demand picks its comparisons by the events that they are about.
        expected: What the dataset must show.
        rulings: The rulings on its conflicts.
    """
    ruled = sorted(rulings_by_comparison(tables, rulings))
    unmet = [_unmet(tables, demand) for demand in expected.figures] or [pl.lit(value=False)]
    return Rule(
        "ACR-001",
        "comparisons",
        "No comparison contradicts expected.toml in value or verdict, unless it is ruled on.",
        "error",
        lambda: pl.col("comparison_id").is_in(ruled) | ~pl.any_horizontal(unmet),
        "verdict",
    )


def explained(
    finding: Finding, tables: Tables, texts: Mapping[str, str], expected: Expected
) -> Finding:
    """A finding of the demand rule with all that it takes to act on it.

    The sentence names what was demanded, each value, its source and the sentence it stands in.
    """
    row = tables["comparisons"].filter(pl.col("comparison_id") == finding.row).row(0, named=True)
    demand = next(
        one
        for one in expected.figures
        if tables["comparisons"]
        .filter(_unmet(tables, one) & (pl.col("comparison_id") == finding.row))
        .height
    )
    voices = voices_of(tables, texts, finding.row)
    wanted = "" if demand.value is None else f"{shown(demand.value)} and "
    verdict = row["verdict"]
    told = "the sources contradict each other: " if verdict == "conflict" else ""
    sentence = (
        f"{told}{quoted(voices)}; curation/expected.toml demands {wanted}the verdict "
        f"{' or '.join(demand.verdicts)} for the {demand.fact} ({demand.reason}), but the verdict "
        f"is {verdict}; {remedy(verdict)}"
    )
    return replace(finding, column="", value=_values(voices), sentence=sentence)


def _absent(tables: Tables, demand: FigureDemand) -> list[Finding]:
    rule: tuple[str, Severity] = ("ACR-002", "error")
    matches = _best(tables, demand)
    if not matches.height:
        sentence = (
            f"no comparison is about the {demand.fact}, which curation/expected.toml demands "
            f"({demand.reason}); correct the articles or the demand"
        )
        return [_finding(rule, "", "", "", sentence)]
    row = matches.row(0, named=True)
    found = []
    sides = tables["sides"].filter(pl.col("comparison_id") == row["comparison_id"])
    named = ", ".join(sorted(set(sides["source_id"])))
    for column, wanted, sort in (
        ("source_count", demand.min_sources, "sources"),
        ("independent_count", demand.min_independent, "independent sources"),
    ):
        if row[column] < wanted:
            sentence = (
                f"{row[column]} {sort} tell of the {demand.fact} ({named}), and "
                f"curation/expected.toml demands {wanted} or more ({demand.reason}); correct the "
                "articles or the demand"
            )
            found.append(_finding(rule, row["comparison_id"], column, shown(row[column]), sentence))
    return found


def _event_demand(tables: Tables, demand: EventDemand) -> list[Finding]:
    ids = picked(tables["events"], demand.event)
    found = tables["events"].filter(
        pl.col("event_id").is_in(list(ids)) & (pl.col("source_count") >= demand.min_sources)
    )
    wanted = f"{demand.event} in {demand.min_sources} or more sources"
    if demand.fulfils is not None:
        promises = picked(tables["events"], demand.fulfils)
        found = found.filter(pl.col("fulfils_event_id").is_in(list(promises)))
        wanted += f" that carries out {demand.fulfils}"
    if found.height:
        return []
    sentence = (
        f"no event is a {wanted}, which curation/expected.toml demands ({demand.reason}); "
        "correct the articles or the demand"
    )
    return [Finding("ACR-007", "error", "events", "", "", "", sentence)]


def across_rules(
    expected: Expected, rulings: Sequence[Ruling], texts: Mapping[str, str]
) -> tuple[LinkRule, ...]:
    """The rules between sources, except that of `demand_rule`, which looks at single rows.

    Args:
        expected: What the dataset must show.
        rulings: The rulings on its conflicts.
        texts: source_id → text of its article, to quote the sentences from.
    """

    def figures(tables: Tables) -> list[Finding]:
        return [found for demand in expected.figures for found in _absent(tables, demand)]

    def events(tables: Tables) -> list[Finding]:
        return [finding for demand in expected.events for finding in _event_demand(tables, demand)]

    def open_conflicts(tables: Tables) -> list[Finding]:
        known = set(rulings_by_comparison(tables, rulings))
        for demand in expected.figures:
            known |= set(comparisons_of(tables, demand.fact)["comparison_id"])
        conflicts = tables["comparisons"].filter(pl.col("verdict") == "conflict")
        found = []
        for row in conflicts.iter_rows(named=True):
            key = row["comparison_id"]
            if key not in known:
                voices = voices_of(tables, texts, key)
                sentence = (
                    f"the sources contradict each other: {quoted(voices)}; {remedy('conflict')}"
                )
                found.append(_finding(("ACR-003", "warning"), key, "", _values(voices), sentence))
        return found

    return (
        LinkRule(
            "ACR-002",
            "comparisons",
            "The facts that expected.toml demands are there, in so many sources.",
            "error",
            figures,
        ),
        LinkRule(
            "ACR-007",
            "events",
            "The events that expected.toml demands are there, in so many sources and so linked.",
            "error",
            events,
        ),
        LinkRule(
            "ACR-003",
            "comparisons",
            "Every conflict is ruled on.",
            "warning",
            open_conflicts,
        ),
        *ruling_rules(rulings),
    )
