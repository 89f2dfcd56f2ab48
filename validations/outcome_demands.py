"""What came of what curators wrote: demands met or not, rulings and the conflicts they are on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from validations.curation import Ruling
from validations.demands import (
    Expected,
    FigureDemand,
    OrderDemand,
    PromiseDemand,
    RatioDemand,
    SumDemand,
)
from validations.facts import comparisons_of
from validations.rule import Finding, Tables
from validations.ruled import rulings_by_comparison

Met = Literal["met", "ruled on", "not met", "not asked"]
#: Kind of demand → the rules that ask for it, and the suites of the gate that do.
ASKED_BY: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "figures": (("ACR-001", "ACR-002"), ("across-sources", "across-values")),
        "events": (("ACR-007",), ("across-wanted",)),
        "orders": (("ACR-010",), ("across-orders",)),
        "sums": (("ACR-008",), ("across-sums",)),
        "ratios": (("ACR-009",), ("across-ratios",)),
        "promises": (("ACR-011",), ("across-promises",)),
        "quotations": (("ACR-012",), ("across-quotations",)),
    }
)


@dataclass(frozen=True)
class DemandOutcome:
    """A demand of `expected.toml` and what came of it.

    kind: figures, events and so on. demand: what is demanded, as a clause. reason: why.
    outcome: "ruled on" if sources contradict it and a ruling settles that. findings: what says that
    it is not met. comparisons: the ids of the facts that it is about, if it is about one fact.
    why_not: why it was not asked, else "".
    """

    kind: str
    demand: str
    reason: str
    outcome: Met
    findings: tuple[Finding, ...] = ()
    comparisons: tuple[str, ...] = ()
    why_not: str = ""


@dataclass(frozen=True)
class RulingOutcome:
    """A ruling of `rulings.toml` and the conflicts that it is on.

    fact: what it rules on. prefers: source_id of the source held to be right; "" if none is.
    by, ruled_on: who ruled, and on which day. comparisons: ids of the conflicts; none if it applies
    to nothing.
    """

    fact: str
    prefers: str
    reason: str
    by: str
    ruled_on: str
    comparisons: tuple[str, ...]


def ruling_outcomes(tables: Tables, rulings: Sequence[Ruling]) -> tuple[RulingOutcome, ...]:
    """What each ruling is on, in the order of the file.

    Args:
        tables: All tables.
        rulings: The rulings.
    """
    applied = rulings_by_comparison(tables, rulings)
    return tuple(
        RulingOutcome(
            fact=str(one.fact),
            prefers=one.prefers or "",
            reason=one.reason,
            by=one.by,
            ruled_on=one.ruled_on.isoformat(),
            comparisons=tuple(sorted(key for key, ruling in applied.items() if ruling is one)),
        )
        for one in rulings
    )


def settled_facts(
    tables: Tables, expected: Expected, rulings: Sequence[Ruling]
) -> Mapping[FigureDemand, tuple[tuple[str, ...], bool]]:
    """Demanded figure → the ids of its comparisons, and whether a ruling settles one of them.

    Args:
        tables: All tables.
        expected: What the dataset must show.
        rulings: The rulings on its conflicts.
    """
    ruled = rulings_by_comparison(tables, rulings).keys()
    found = {}
    for demand in expected.figures:
        keys = tuple(sorted(comparisons_of(tables, demand.fact)["comparison_id"]))
        found[demand] = keys, not ruled.isdisjoint(keys)
    return found


def demand_outcomes(
    expected: Expected,
    findings: Iterable[Finding],
    settled: Mapping[FigureDemand, tuple[tuple[str, ...], bool]],
    asked: bool = True,
) -> tuple[DemandOutcome, ...]:
    """What came of each demand, by what the gate found.

    Args:
        expected: What the dataset must show.
        findings: What the gate found; of the suites across sources the row is the demand.
        settled: The comparisons of demanded figures; see `settled_facts`.
        asked: Whether the gate could ask for them.
    """
    by_demand: dict[tuple[str, str], list[Finding]] = {}
    for one in sorted(set(findings)):
        by_demand.setdefault((one.rule_id.partition(":")[0], one.row), []).append(one)
    outcomes = []
    missed: set[object] = set()
    for kind, (_, suites) in ASKED_BY.items():
        for demand in getattr(expected, kind):
            found = [one for suite in suites for one in by_demand.get((suite, str(demand)), ())]
            keys, is_ruled = settled.get(demand, ((), False))
            why_not = "" if asked else "the tables cannot be read"
            if asked and not missed.isdisjoint(_rests_on(demand)):
                why_not = "what it is about is not as another entry demands"
            word: Met = "ruled on" if is_ruled else "met"
            if found:
                word, why_not = "not met", ""
                missed.add(demand.fact if kind == "figures" else getattr(demand, "event", None))
            elif why_not:
                word = "not asked"
            outcomes.append(
                DemandOutcome(kind, str(demand), demand.reason, word, tuple(found), keys, why_not)
            )
    return tuple(outcomes)


def _rests_on(demand: object) -> tuple[object, ...]:
    """The events and facts that a demand takes from others: it says nothing of one of them alone.

    Where one of them is not as it should be, the layers report that, and not the sum beside it.
    """
    if isinstance(demand, SumDemand | RatioDemand):
        return demand.facts
    if isinstance(demand, OrderDemand):
        return demand.earlier, demand.later
    return (demand.announced,) if isinstance(demand, PromiseDemand) else ()
