"""What every layer of checking asked of a package and what came of it, for its page.

totals: errors, warnings, rules that held, rules that were not asked. layers: name, tool, question,
counts, and all that was asked. findings, demands, rulings: as `validations.outcomes` tells them;
a finding stands once, in `findings`, and is named elsewhere by its place there.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from validations.asked import Asked, Layer
from validations.outcomes import Outcomes
from validations.rule import Finding

Json = dict[str, Any]
Places = Mapping[Finding, int]


def checks(found: Outcomes) -> Json:
    """What came of checking, as JSON.

    Args:
        found: What every layer asked, and what it found.
    """
    place = {finding: number for number, finding in enumerate(found.findings)}
    severities = Counter(one.severity for one in found.findings)
    counts = [layer.counts for layer in found.layers]
    return {
        "totals": {
            "errors": severities["error"],
            "warnings": severities["warning"],
            "held": sum(one["held"] for one in counts),
            "unasked": sum(one["not asked"] for one in counts),
        },
        "layers": [_layer(layer, place) for layer in found.layers],
        "findings": [_finding(one) for one in found.findings],
        "demands": [
            _known(
                demand=one.demand,
                reason=one.reason,
                outcome=one.outcome,
                comparisons=one.comparisons,
                why_not=one.why_not,
                findings=[place[finding] for finding in one.findings],
            )
            for one in found.demands
        ],
        "rulings": [
            _known(
                fact=one.fact,
                prefers=one.prefers,
                reason=one.reason,
                by=one.by,
                day=one.ruled_on,
                comparisons=one.comparisons,
            )
            for one in found.rulings
        ],
    }


def _layer(layer: Layer, place: Places) -> Json:
    return {
        "name": layer.name,
        "tool": layer.tool,
        "question": layer.question,
        "counts": dict(layer.counts),
        "asked": [_asked(one, place) for one in layer.asked],
    }


def _asked(one: Asked, place: Places) -> Json:
    return _known(
        id=one.id,
        table="" if one.table == "*" else one.table,
        sentence=one.sentence,
        outcome=one.outcome,
        reason=one.reason,
        columns=one.columns,
        findings=[place[finding] for finding in one.findings],
    )


def _finding(one: Finding) -> Json:
    return _known(
        rule=one.rule_id,
        severity=one.severity,
        table="" if one.table == "*" else one.table,
        row=one.row,
        column=one.column,
        value=one.value,
        sentence=one.sentence,
    )


def _known(**values: Any) -> Json:
    """The values that say something."""
    return {name: value for name, value in values.items() if value}
