"""What must hold between sources: what the dataset must show, and what was ruled on conflicts.

All of it is read from `comparisons`, `sides` and what they stand on. The gate asks the same of
figures, events and reports by a computation of its own.
"""

from collections.abc import Mapping, Sequence

import polars as pl

from validations.curation import Ruling
from validations.demanded import demanded_rules
from validations.demands import Expected
from validations.facts import comparisons_of, fact_words
from validations.promised import promise_rules
from validations.rule import Finding, LinkRule, Tables
from validations.ruled import ruling_rules, rulings_by_comparison
from validations.totals import total_rules
from validations.voices import quoted, values, voices_of
from validations.worded import word_rules
from validations.wording import remedy


def across_rules(
    expected: Expected, rulings: Sequence[Ruling], texts: Mapping[str, str]
) -> tuple[LinkRule, ...]:
    """The rules between sources, except that of `demand_rule`, which looks at single rows.

    Args:
        expected: What the dataset must show.
        rulings: The rulings on its conflicts.
        texts: source_id → text of its article, to quote the sentences from.
    """

    def open_conflicts(tables: Tables) -> list[Finding]:
        known = set(rulings_by_comparison(tables, rulings))
        for demand in expected.figures:
            known |= set(comparisons_of(tables, demand.fact)["comparison_id"])
        labels = dict(tables["events"].select("event_id", "label").iter_rows())
        conflicts = tables["comparisons"].filter(pl.col("verdict") == "conflict")
        found = []
        for row in conflicts.iter_rows(named=True):
            key = row["comparison_id"]
            if key in known:
                continue
            voices = voices_of(tables, texts, key)
            fact = " ".join(part for part in (row["about"], fact_words(row)) if part)
            of = labels.get(row["event_id"], "")
            where = f" ({of})" if of else ""
            sentence = (
                f"the sources contradict each other on the {fact}{where}: {quoted(voices)}; "
                f"{remedy('conflict')}"
            )
            found.append(
                Finding("ACR-003", "warning", "comparisons", key, "", values(voices), sentence)
            )
        return found

    facts, events = demanded_rules(expected, texts)
    return (
        facts,
        events,
        LinkRule(
            "ACR-003",
            "comparisons",
            "Every conflict is ruled on.",
            "warning",
            open_conflicts,
        ),
        *ruling_rules(rulings),
        *total_rules(expected, rulings, texts),
        *promise_rules(expected, rulings, texts),
        *word_rules(expected, texts),
    )
