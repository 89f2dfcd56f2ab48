"""Figures of several facts that must add up, or stand to each other as two numbers do.

Every source is held to it by itself: where it gives one of the facts in its own words, these count;
where it does not, all that the others' words allow. Of a fact that is ruled on, only what the
preferred source says counts; where none is preferred, all that is said is allowed. A fact that
contradicts what is demanded of it alone (ACR-001) is its own finding, and no sum is held to it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from validations.curation import Ruling
from validations.demanded import contradicted, missing_fact
from validations.demands import Expected, RatioDemand, SumDemand
from validations.facts import FactPick, comparisons_of, picked
from validations.rule import Finding, LinkRule, Tables
from validations.ruled import rulings_by_comparison
from validations.voices import Voice, quoted, voices_of
from validations.wording import by_source, in_range, listed, remedy, unmet

Range = tuple[float, float]


@dataclass(frozen=True)
class _Term:
    """One of the facts: its comparison, its voices, and whether a ruling settles them."""

    comparison_id: str
    voices: tuple[Voice, ...]
    settled: bool

    def range(self, source: str) -> Range:
        """The least and the greatest number, as a source has it."""
        own = [one for one in self.voices if one.source_id == source and not self.settled]
        held = own or self.voices
        return min(one.least for one in held), max(one.most for one in held)


def _term(
    tables: Tables, texts: Mapping[str, str], fact: FactPick, rulings: Mapping[str, Ruling]
) -> _Term | str:
    """The fact as its sources have it, or what is wrong with it."""
    matches = comparisons_of(tables, fact)
    if matches.height != 1:
        events = sorted(picked(tables["events"], fact.event))
        if not matches.height:
            return f"there is no {fact}: {missing_fact(tables, fact.about, events)}"
        return f"the {fact} is {matches.height} facts, not one; narrow its days or its kind"
    key = matches["comparison_id"].item()
    voices = voices_of(tables, texts, key)
    ruling = rulings.get(key)
    preferred = [one for one in voices if ruling and one.source_id == ruling.prefers]
    return _Term(key, tuple(preferred or voices), ruling is not None)


def _sum_gap(terms: Sequence[_Term], demand: SumDemand, source: str) -> str:
    """What the parts add up to in a source that says otherwise than its total; "" if it fits."""
    ranges = [term.range(source) for term in terms]
    parts = ranges[: len(demand.parts)]
    least, most = sum(low for low, _ in parts), sum(high for _, high in parts)
    total = demand.total
    low, high = ranges[-1] if isinstance(total, FactPick) else (total, total)
    if least <= high and low <= most:
        return ""
    added = " + ".join(in_range(*part) for part in parts)
    return f"{added} is {in_range(least, most)} and not {in_range(low, high)}"


def _ratio_gap(terms: Sequence[_Term], demand: RatioDemand, source: str) -> str:
    """How the facts stand in a source that has another ratio; "" if it fits."""
    of, to = (term.range(source) for term in terms)
    left = of[0] * demand.second, of[1] * demand.second
    right = to[0] * demand.first, to[1] * demand.first
    if left[0] <= right[1] and right[0] <= left[1]:
        return ""
    return f"it is {in_range(*of)} to {in_range(*to)}"


def _gap(terms: Sequence[_Term], demand: SumDemand | RatioDemand, source: str) -> str:
    if isinstance(demand, SumDemand):
        return _sum_gap(terms, demand, source)
    return _ratio_gap(terms, demand, source)


def _look(
    rule_id: str,
    demands: Sequence[SumDemand | RatioDemand],
    texts: Mapping[str, str],
    known: tuple[Mapping[str, Ruling], frozenset[str]],
    tables: Tables,
) -> list[Finding]:
    found = []
    ruled, elsewhere = known
    for demand in demands:
        terms = [_term(tables, texts, fact, ruled) for fact in demand.facts]
        held = [term for term in terms if isinstance(term, _Term)]
        wrong = sorted({term for term in terms if isinstance(term, str)})
        if not wrong and not {term.comparison_id for term in held} & elsewhere:
            sources = sorted({voice.source_id for term in held for voice in term.voices})
            gaps = [(_gap(held, demand, source), source) for source in sources]
            wrong = by_source(one for one in gaps if one[0])
        if wrong:
            told = quoted([voice for term in held for voice in term.voices])
            sentence = unmet(told, demand, demand.reason, listed(wrong), _to_do(tables, held))
            row = held[0].comparison_id if held else ""
            found.append(Finding(rule_id, "error", "comparisons", row, "", "", sentence))
    return found


def _to_do(tables: Tables, terms: Sequence[_Term]) -> str:
    ids = [term.comparison_id for term in terms]
    verdicts = tables["comparisons"].filter(pl.col("comparison_id").is_in(ids))["verdict"]
    return remedy("conflict" if "conflict" in verdicts else "")


def total_rules(
    expected: Expected, rulings: Sequence[Ruling], texts: Mapping[str, str]
) -> tuple[LinkRule, ...]:
    """The rules on sums and ratios.

    Args:
        expected: What the dataset must show.
        rulings: The rulings on its conflicts.
        texts: source_id → text of its article, to quote the sentences from.
    """

    def look(
        rule_id: str, demands: Sequence[SumDemand | RatioDemand]
    ) -> Callable[[Tables], list[Finding]]:
        def broken(tables: Tables) -> list[Finding]:
            elsewhere = contradicted(tables, expected, rulings)
            known = (rulings_by_comparison(tables, rulings), elsewhere)
            return _look(rule_id, demands, texts, known, tables)

        return broken

    return (
        LinkRule(
            "ACR-008",
            "comparisons",
            "Figures add up as expected.toml demands, in every source that gives one of them.",
            "error",
            look("ACR-008", expected.sums),
        ),
        LinkRule(
            "ACR-009",
            "comparisons",
            "Figures stand in the ratio that expected.toml demands, in every source that gives "
            "one of them.",
            "error",
            look("ACR-009", expected.ratios),
        ),
    )
