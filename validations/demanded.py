"""The facts and the events that a dataset must show: are they there, in so many sources, and so."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import polars as pl

from validations.curation import Ruling
from validations.demands import EventDemand, Expected, FigureDemand
from validations.facts import comparisons_of, fact_words, picked
from validations.find import shown
from validations.rule import Finding, LinkRule, Rule, Tables
from validations.ruled import rulings_by_comparison
from validations.voices import quoted, reported, values, voices_of
from validations.wording import how_many, listed, remedy, unmet

Texts = Mapping[str, str]


def _best(tables: Tables, demand: FigureDemand) -> pl.DataFrame:
    """The comparisons that a demand is about; the one with the most sources comes first."""
    return comparisons_of(tables, demand.fact).sort(
        ["source_count", "comparison_id"], descending=[True, False]
    )


def _contradicts(tables: Tables, demand: FigureDemand) -> pl.Expr:
    """True for comparisons that contradict a demand, by a side's value or by their verdict."""
    ids = _best(tables, demand)["comparison_id"].to_list()
    this, value = pl.col("comparison_id"), demand.value
    wrong_verdict = (this == (ids[0] if ids else "")) & ~pl.col("verdict").is_in(demand.verdicts)
    if value is None:
        return wrong_verdict
    # NOTE: a part may be less than the value of its whole, never more.
    whole = pl.col("scope").ne_missing("part")
    outside = tables["sides"].filter((pl.col("low") > value) | (whole & (pl.col("high") < value)))
    contradicted = set(outside["comparison_id"]) & set(ids)
    return wrong_verdict | this.is_in(sorted(contradicted))


def contradicted(tables: Tables, expected: Expected, rulings: Sequence[Ruling]) -> frozenset[str]:
    """Comparisons that contradict what is demanded of them, and nobody ruled on them.

    Args:
        tables: All tables: a demand picks its comparisons by the events that they are about.
        expected: What the dataset must show.
        rulings: The rulings on its conflicts.
    """
    wrong = [_contradicts(tables, demand) for demand in expected.figures] or [pl.lit(value=False)]
    found = tables["comparisons"].filter(pl.any_horizontal(wrong))["comparison_id"]
    return frozenset(found) - rulings_by_comparison(tables, rulings).keys()


def demand_rule(tables: Tables, expected: Expected, rulings: Sequence[Ruling]) -> Rule:
    """The rule that no comparison contradicts what expected.toml demands, unless ruled on.

    Args:
        tables: All tables: a demand picks its comparisons by the events that they are about.
        expected: What the dataset must show.
        rulings: The rulings on its conflicts.
    """

    def holds() -> pl.Expr:
        wrong = sorted(contradicted(tables, expected, rulings))
        return ~pl.col("comparison_id").is_in(wrong)

    return Rule(
        "ACR-001",
        "comparisons",
        "No comparison contradicts expected.toml in value or verdict, unless it is ruled on.",
        "error",
        holds,
        "verdict",
    )


def explained(finding: Finding, tables: Tables, texts: Texts, expected: Expected) -> Finding:
    """A finding of the demand rule with all that it takes to act on it.

    The sentence names what was demanded, each value, its source and the sentence it stands in.
    """
    row = tables["comparisons"].filter(pl.col("comparison_id") == finding.row).row(0, named=True)
    demand = next(
        one
        for one in expected.figures
        if tables["comparisons"]
        .filter(_contradicts(tables, one) & (pl.col("comparison_id") == finding.row))
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
    return replace(finding, column="", value=values(voices), sentence=sentence)


def missing_fact(tables: Tables, about: str, event_ids: Sequence[str]) -> str:
    """What is compared of some events instead of a fact that is not there, as a clause."""
    there = tables["comparisons"].filter(
        (pl.col("about") == about) & pl.col("event_id").is_in(list(event_ids))
    )
    facts = sorted({fact_words(row) for row in there.iter_rows(named=True)} - {""})
    if facts:
        return f"of such events there are only: {listed(facts)}"
    return "no figure of such an event is compared" if event_ids else "there is no such event"


def _absent(tables: Tables, texts: Texts, demand: FigureDemand) -> list[Finding]:
    matches = _best(tables, demand)
    if not matches.height:
        events = sorted(picked(tables["events"], demand.fact.event))
        found = missing_fact(tables, demand.fact.about, events)
        sentence = unmet("", f"there is the {demand.fact}", demand.reason, found)
        return [Finding("ACR-002", "error", "comparisons", "", "", "", sentence)]
    row = matches.row(0, named=True)
    counts = (
        ("source_count", demand.min_sources, "source"),
        ("independent_count", demand.min_independent, "independent source"),
    )
    short = [(column, wanted, noun) for column, wanted, noun in counts if row[column] < wanted]
    if not short:
        return []
    key = row["comparison_id"]
    wanted = " and ".join(f"{how_many(least, noun)} or more" for _, least, noun in short)
    found = " and ".join(how_many(row[column], noun) for column, _, noun in short)
    sentence = unmet(
        quoted(voices_of(tables, texts, key)),
        f"{wanted} tell of the {demand.fact}",
        demand.reason,
        f"it is told by {found}",
    )
    columns = "|".join(column for column, _, _ in short)
    value = "|".join(shown(row[column]) for column, _, _ in short)
    return [Finding("ACR-002", "error", "comparisons", key, columns, value, sentence)]


def _event_absent(tables: Tables, texts: Texts, demand: EventDemand) -> list[Finding]:
    near = tables["events"].filter(
        pl.col("event_id").is_in(list(picked(tables["events"], demand.event)))
    )
    found = near.filter(pl.col("source_count") >= demand.min_sources)
    if demand.fulfils is not None:
        promises = picked(tables["events"], demand.fulfils)
        found = found.filter(pl.col("fulfils_event_id").is_in(list(promises)))
    if found.height:
        return []
    told = tables["reports"].filter(pl.col("event_id").is_in(near["event_id"].implode()))
    voices = [reported(row, row["trigger_text"], texts) for row in told.iter_rows(named=True)]
    instead = "there is no such event"
    if near.height:
        linked = " and none carries that out" if demand.fulfils else ""
        instead = f"there is only: {listed(near['label'].to_list())}{linked}"
    sentence = unmet(quoted(voices), demand, demand.reason, instead)
    return [Finding("ACR-007", "error", "events", "", "", "", sentence)]


def demanded_rules(expected: Expected, texts: Texts) -> tuple[LinkRule, ...]:
    """The rules that demanded facts and events are there.

    Args:
        expected: What the dataset must show.
        texts: source_id → text of its article, to quote the sentences from.
    """

    def each(
        broken: Callable[..., list[Finding]], demands: Sequence[object]
    ) -> Callable[[Tables], list[Finding]]:
        return lambda tables: [f for demand in demands for f in broken(tables, texts, demand)]

    return (
        LinkRule(
            "ACR-002",
            "comparisons",
            "The facts that expected.toml demands are there, in so many sources.",
            "error",
            each(_absent, expected.figures),
        ),
        LinkRule(
            "ACR-007",
            "events",
            "The events that expected.toml demands are there, in so many sources and so linked.",
            "error",
            each(_event_absent, expected.events),
        ),
    )
