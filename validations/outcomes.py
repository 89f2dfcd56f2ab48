"""A written package → what every layer of checking asked of it, and what came of it.

`outcomes` asks all layers once, as `check_package` does, and tells what held beside what was found:
the layers in their order, the demands of `expected.toml`, the rulings of `rulings.toml`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from validations.across import across_rules
from validations.asked import Layer
from validations.check import Checked, checked
from validations.demanded import demand_rule
from validations.demands import Expected
from validations.layers import LAYERS, REPORT
from validations.meaning import broken_rows
from validations.outcome_demands import (
    ASKED_BY,
    DemandOutcome,
    RulingOutcome,
    demand_outcomes,
    ruling_outcomes,
    settled_facts,
)
from validations.outcome_layers import consumer_layer, meaning_layer, release_layer, shape_layer
from validations.rule import Finding


@dataclass(frozen=True)
class Outcomes:
    """What came of checking a package.

    layers: in the order of `LAYERS`. demands, rulings: in the order of kinds and of the file; none
    if the tables are not of a shape in which they can be looked for. findings: all that was found,
    errors first; each of them stands at one question of one layer.
    """

    layers: tuple[Layer, ...]
    demands: tuple[DemandOutcome, ...]
    rulings: tuple[RulingOutcome, ...]
    findings: tuple[Finding, ...]


def outcomes(dataset: Path, report: Path = REPORT, layers: Sequence[str] = LAYERS) -> Outcomes:
    """Ask every layer about a dataset as it lies on disk, and tell what came of each question.

    Args:
        dataset: The folder with `datapackage.json`, `data/` and `articles/`; one without
            `curation/` is asked what can be asked of it.
        report: Folder for the HTML report of the gate.
        layers: The layers to ask; the questions of the others are told as not asked.

    Raises:
        CurationError: if `expected.toml`, `rulings.toml` or `ids.csv` cannot be read.
        ValueError: if a layer is not known.
    """
    return told(checked(dataset, layers, report), dataset)


def told(seen: Checked, dataset: Path) -> Outcomes:
    """What came of each question, from what the layers found; nothing is checked again.

    Args:
        seen: The package as it was checked.
        dataset: Its folder, to see which files curators wrote.
    """
    layers = (
        shape_layer(seen),
        meaning_layer(seen, dataset),
        release_layer(seen, dataset),
        consumer_layer(seen, dataset),
    )
    shaped = all(one.rule_id not in ("SHP-001", "SHP-002") for one in seen.findings)
    if not seen.tables or not shaped:
        return Outcomes(layers, (), (), seen.findings)
    rulings = ruling_outcomes(seen.tables, seen.rulings)
    return Outcomes(layers, _demands(seen), rulings, seen.findings)


def _demands(seen: Checked) -> tuple[DemandOutcome, ...]:
    """The demands as both layers that hold them apart from each other answer them."""
    settled = settled_facts(seen.tables, seen.expected, seen.rulings)
    by_rules = "meaning" in seen.layers
    asked = by_rules or any(one.suite.startswith("across-") for one in seen.answers)
    by_gate = demand_outcomes(seen.expected, seen.findings, settled, asked)
    rules = {rule for held, _ in ASKED_BY.values() for rule in held}
    found = {one for one in seen.findings if one.rule_id in rules}
    if not found:
        return by_gate
    demands = [one for kind in ASKED_BY for one in getattr(seen.expected, kind)]
    return tuple(
        _with_rules(outcome, Expected(**{outcome.kind: (demand,)}), seen, found)
        for outcome, demand in zip(by_gate, demands, strict=True)
    )


def _with_rules(
    outcome: DemandOutcome, alone: Expected, seen: Checked, found: set[Finding]
) -> DemandOutcome:
    """A demand with what the rules found that is its own: what they find of it alone."""
    own = {
        one
        for rule in across_rules(alone, seen.rulings, seen.texts)
        if rule.id in ASKED_BY[outcome.kind][0]
        for one in rule.broken(seen.tables)
    }
    rule = demand_rule(seen.tables, alone, seen.rulings)
    if rule.id in ASKED_BY[outcome.kind][0]:
        rows = broken_rows([rule], rule.table, seen.tables[rule.table])
        keys = {(one.rule_id, one.row) for one in rows}
        own |= {one for one in found if (one.rule_id, one.row) in keys}
    listed = tuple(sorted({*outcome.findings, *(own & found)}))
    return replace(outcome, outcome="not met", findings=listed) if listed else outcome
