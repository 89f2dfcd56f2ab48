"""The names of the layers of checking, and what their findings come to; nothing is checked here."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from validations.rule import Finding

#: Where the gate's report goes if nobody says otherwise: outside packages and version control.
REPORT = Path("build") / "gate"
#: The names of the layers, in the order in which they are asked.
LAYERS = ("shape", "meaning", "release", "consumer")


def is_broken(findings: Sequence[Finding]) -> bool:
    """Whether the findings hold an error: a promise broken, so that nothing may be published."""
    return any(finding.severity == "error" for finding in findings)


def errors_first(findings: Iterable[Finding]) -> list[Finding]:
    """The findings as people are told them: errors before warnings, by rule, each once."""
    return sorted(set(findings), key=lambda one: (one.severity, one))
