"""Layer and Asked, the two values in which the outcome of checking is told."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from validations.rule import Finding, Severity

Outcome = Literal["held", "warning", "error", "not asked"]
#: From what nobody may overlook to what was not looked at.
OUTCOMES: tuple[Outcome, ...] = ("error", "warning", "held", "not asked")


@dataclass(frozen=True)
class Asked:
    """One thing that a layer asks of a package, and what came of it.

    id: of the rule as in RULES.md, or "suite: expectation" as Great Expectations names it.
    table: the table or the suite; "*" for the package as a whole. sentence: what must hold.
    severity: what it is if it does not. columns: those it looks at, where it names them.
    outcome: "not asked" where there is nothing to ask it of. reason: why it was not asked, else "".
    findings: what was found; none if it held or was not asked.
    """

    id: str
    table: str
    sentence: str
    severity: Severity
    outcome: Outcome
    reason: str = ""
    columns: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Layer:
    """A layer of checking: who asks, what in one sentence, and all that was asked."""

    name: str
    tool: str
    question: str
    asked: tuple[Asked, ...]

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How often each outcome came out, each of them named."""
        found = Counter(one.outcome for one in self.asked)
        return {outcome: found[outcome] for outcome in OUTCOMES}


def answered(
    id_: str,
    table: str,
    sentence: str,
    severity: Severity,
    findings: Iterable[Finding],
    why_not: str = "",
    columns: tuple[str, ...] = (),
) -> Asked:
    """What was asked, with its outcome: the worst finding, or held, or why it was not asked.

    Args:
        id_: As in Asked.
        table: As in Asked.
        sentence: As in Asked.
        severity: As in Asked.
        findings: What was found. Where something was found, it was asked.
        why_not: Why it was not asked; "" if it was.
        columns: As in Asked.
    """
    found = tuple(sorted(set(findings)))
    outcome: Outcome = "not asked" if why_not else "held"
    if found:
        outcome = min(one.severity for one in found)  # "error" comes before "warning"
    reason = why_not if outcome == "not asked" else ""
    return Asked(id_, table, sentence, severity, outcome, reason, columns, found)
