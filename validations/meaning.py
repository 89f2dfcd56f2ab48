"""The layer of meaning: rules of single tables as named pandera checks, then all others."""

from collections.abc import Mapping, Sequence

import pandera.polars as pa
import polars as pl

from validations import (
    actors,
    comparisons,
    events,
    figures,
    participants,
    places,
    reports,
    sides,
    sources,
    statements,
    utterances,
)
from validations.across import across_rules
from validations.curation import Ruling
from validations.demanded import demand_rule, explained
from validations.demands import Expected
from validations.find import row_key, shown
from validations.links import link_rules
from validations.published import PublishedId
from validations.reused import published_rules
from validations.rule import Finding, Rule, Tables
from validations.shape import failures, misshapen

#: The rules of single tables, in the order of the tables.
ROW_RULES: tuple[Rule, ...] = (
    *sources.RULES,
    *events.RULES,
    *reports.RULES,
    *participants.RULES,
    *statements.RULES,
    *utterances.RULES,
    *figures.RULES,
    *comparisons.RULES,
    *sides.RULES,
    *actors.RULES,
    *places.RULES,
)


def _check(rule: Rule) -> pa.Check:
    # NOTE: pandera lets a null verdict pass; here it is a failure.
    return pa.Check(
        lambda data: data.lazyframe.select(rule.holds().fill_null(value=False)),
        name=rule.id,
        error=rule.id,
    )


def broken_rows(rules: Sequence[Rule], table: str, frame: pl.DataFrame) -> list[Finding]:
    """Rows of one table that break one of its rules, all in one pass.

    Args:
        rules: Rules of that table.
        table: Its name.
        frame: Its rows, in the columns and types of its Table Schema.

    Raises:
        RuntimeError: if a rule cannot be computed at all, which is a fault of the rule.
    """
    by_id = {rule.id: rule for rule in rules}
    schema = pa.DataFrameSchema(checks=[_check(rule) for rule in rules])
    found = []
    for case in failures(schema, frame):
        rule = by_id[case["check"]]
        if case["index"] is None:
            raise RuntimeError(f"rule {rule.id} cannot be computed: {case['failure_case']}")
        row = frame.row(case["index"], named=True)
        found.append(
            Finding(
                rule.id,
                rule.severity,
                table,
                row_key(table, row),
                rule.column,
                shown(row[rule.column]),
                rule.sentence,
            )
        )
    return found


def check_meaning(
    tables: Tables,
    texts: Mapping[str, str],
    expected: Expected | None = None,
    rulings: Sequence[Ruling] = (),
    published: Sequence[PublishedId] = (),
) -> list[Finding]:
    """All that is wrong with what the tables say; nothing if it is right.

    Args:
        tables: Table name → collected frame. Where columns or types are wrong, that is all that is
            found: rules cannot be asked about such a table.
        texts: source_id → the whole text of its article, as the offsets count it.
        expected: What the dataset must show; None for loose articles.
        rulings: The rulings on its conflicts.
        published: The ids that its releases published.
    """
    wrong = misshapen(tables)
    if wrong:
        return sorted(set(wrong))
    expected = expected or Expected()
    demand = demand_rule(tables, expected, rulings)
    found = []
    for name, frame in tables.items():
        rules = [rule for rule in (*ROW_RULES, demand) if rule.table == name]
        found += broken_rows(rules, name, frame)
    found = [
        explained(finding, tables, texts, expected) if finding.rule_id == demand.id else finding
        for finding in found
    ]
    links = (*link_rules(texts), *across_rules(expected, rulings, texts))
    for rule in (*links, *published_rules(published)):
        found += rule.broken(tables)
    return sorted(set(found))
