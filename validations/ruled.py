"""What must hold between the rulings of a dataset and its conflicts."""

from collections.abc import Callable, Mapping, Sequence

import polars as pl

from validations.curation import Ruling
from validations.facts import FACT_COLUMNS, comparisons_of
from validations.rule import Finding, LinkRule, Tables

#: Conflicts that an error lists.
_SHOWN = 3


def rulings_by_comparison(tables: Tables, rulings: Sequence[Ruling]) -> Mapping[str, Ruling]:
    """Comparison id → the ruling that applies: the first one on that fact, if it is a conflict.

    Comparing writes the reason of the ruling into the column `ruling`; ACR-006 holds it to that.
    """
    found: dict[str, Ruling] = {}
    for ruling in rulings:
        conflicts = comparisons_of(tables, ruling.fact).filter(pl.col("verdict") == "conflict")
        for comparison in conflicts["comparison_id"]:
            found.setdefault(comparison, ruling)
    return found


def _finding(rule_id: str, row: str, value: str, sentence: str) -> Finding:
    return Finding(rule_id, "error", "comparisons", row, "ruling", value, sentence)


def ruling_rules(rulings: Sequence[Ruling]) -> tuple[LinkRule, ...]:
    """The rules that hold rulings to conflicts.

    Args:
        rulings: The rulings, in the order of the file.
    """
    return (
        LinkRule(
            "ACR-004",
            "comparisons",
            "Every ruling applies to a conflict, and no conflict has two.",
            "error",
            _idle(rulings),
        ),
        LinkRule(
            "ACR-005",
            "comparisons",
            "The source that a ruling prefers has a side in the conflict.",
            "error",
            _strangers(rulings),
        ),
        LinkRule(
            "ACR-006",
            "comparisons",
            "A conflict bears the reason of the ruling on it, and no other comparison bears one.",
            "error",
            _unwritten(rulings),
        ),
    )


def _no_conflict(tables: Tables, ruling: Ruling, earlier: Sequence[Ruling]) -> str:
    """Why a ruling applies to nothing, as a clause."""
    there = comparisons_of(tables, ruling.fact)
    if not there.height:
        return f"no such fact is compared{_conflicts(tables, ruling.fact.about)}"
    if "conflict" in there["verdict"]:
        first = next((at for at, one in enumerate(earlier, 1) if one.fact == ruling.fact), 0)
        return f"entry {first} rules on it already" if first else "an earlier entry rules on it"
    row = there.row(0, named=True)
    return f"the verdict there is {row['verdict']} ({row['note'].rstrip('.')})"


def _conflicts(tables: Tables, about: str) -> str:
    """The conflicts that can be ruled on, with the keys by which an entry means them."""
    events = tables["events"].select("event_id", "type", "start_date", "end_date")
    rows = tables["comparisons"].filter(
        (pl.col("verdict") == "conflict") & (pl.col("about") == about)
    )
    told = [
        ", ".join(
            [
                *(f'{name} = "{row[name]}"' for name in FACT_COLUMNS if row[name]),
                f"event of type {row['type']}, {row['start_date']} to {row['end_date']}",
            ]
        )
        for row in rows.join(events, on="event_id", how="inner").iter_rows(named=True)
    ]
    left = len(told) - _SHOWN
    more = f" and {left} more" if left > 0 else ""
    return f" (conflicts on a {about}: {'; '.join(told[:_SHOWN]) or 'none'}{more})"


def _idle(rulings: Sequence[Ruling]) -> Callable[[Tables], list[Finding]]:
    def look(tables: Tables) -> list[Finding]:
        used = list(rulings_by_comparison(tables, rulings).values())
        return [
            _finding(
                "ACR-004",
                "",
                ruling.reason,
                f"entry {number} of curation/rulings.toml, on the {ruling.fact}, applies to no "
                f"conflict: {_no_conflict(tables, ruling, rulings[: number - 1])}; correct or "
                "remove it",
            )
            for number, ruling in enumerate(rulings, 1)
            if not any(ruling is one for one in used)
        ]

    return look


def _strangers(rulings: Sequence[Ruling]) -> Callable[[Tables], list[Finding]]:
    def look(tables: Tables) -> list[Finding]:
        found = []
        for key, ruling in sorted(rulings_by_comparison(tables, rulings).items()):
            sides = tables["sides"].filter(pl.col("comparison_id") == key)["source_id"].to_list()
            if ruling.prefers is not None and ruling.prefers not in sides:
                sentence = (
                    f"curation/rulings.toml prefers {ruling.prefers} on the {ruling.fact}, of "
                    f"which it tells nothing; name one of those that do: "
                    f"{', '.join(sorted(set(sides)))}"
                )
                found.append(_finding("ACR-005", key, ruling.prefers, sentence))
        return found

    return look


def _unwritten(rulings: Sequence[Ruling]) -> Callable[[Tables], list[Finding]]:
    def look(tables: Tables) -> list[Finding]:
        ruled = rulings_by_comparison(tables, rulings)
        found = []
        for row in tables["comparisons"].iter_rows(named=True):
            key = row["comparison_id"]
            wanted = ruled[key].reason if key in ruled else None
            if row["ruling"] != wanted and row["verdict"] == "conflict":
                sentence = (
                    f'the ruling should read "{wanted}"; build the data set again'
                    if wanted
                    else "curation/rulings.toml has no ruling on it; build the data set again"
                )
                found.append(_finding("ACR-006", key, row["ruling"] or "", sentence))
        return found

    return look
