"""Rule and Finding, the two values that checking is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:  # Whoever only prints findings, such as the command line, need not wait for it.
    import polars as pl

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Rule:
    """What must hold for every row of one table.

    id: permanent and never used for another rule, such as `FIG-004`.
    table: the table it looks at.
    sentence: what holds, for people; it stands in RULES.md and in every finding.
    severity: an error publishes nothing; a warning is reported and goes on.
    holds: expression over the table's columns, true for good rows; null is a failure.
    column: the column to name in a finding.
    """

    id: str
    table: str
    sentence: str
    severity: Severity
    holds: Callable[[], pl.Expr]
    column: str


@dataclass(frozen=True, order=True)
class Finding:
    """One broken promise: where it is, what stands there, and what to do.

    row: the key of the row, or the file. value: what stands there. sentence: one sentence that
    says what is wrong and, where somebody must act, what to do.
    """

    rule_id: str
    severity: Severity
    table: str
    row: str
    column: str
    value: str
    sentence: str


Tables: TypeAlias = "Mapping[str, pl.DataFrame]"


@dataclass(frozen=True)
class LinkRule:
    """What must hold between tables (or between a table and the files of the package).

    id, table, sentence, severity: as in Rule.
    broken: tables → the findings; none if it holds.
    """

    id: str
    table: str
    sentence: str
    severity: Severity
    broken: Callable[[Tables], list[Finding]]
