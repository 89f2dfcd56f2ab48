"""The same words as several sources print them."""

from collections.abc import Sequence
from operator import eq

from scripts.compare.comparison import Side, comparison, one_a_value
from scripts.compare.differences import Difference, differences, told_apart
from scripts.compare.verdicts import Judged
from scripts.link.prints import likeness
from scripts.link.sayings import Saying, fullest, of_utterance
from scripts.link.utterances import document_behind
from scripts.link.values import Linked, Row, by_key, in_text


def _differs(a: Saying, b: Saying) -> bool:
    """Whether a number or a "not" differs in what is else the same sentence."""
    part, whole = sorted((a.wording, b.wording), key=lambda one: len(one.words))
    found = likeness(part, whole)
    return bool(found and found.differs)


def _judged(printed: Sequence[Saying]) -> Judged:
    """How the prints of all sources stand to the fullest, and in what each source differs.

    What is one utterance differs by cuts, spelling, translation or quotation marks, and conflicts
    only by a number or a "not". A source that prints the words twice is taken at its better print.
    """
    whole = fullest(printed)
    known: dict[tuple[bool, str], tuple[tuple[Difference, ...], bool]] = {}
    best: dict[str, tuple[tuple[Difference, ...], bool]] = {}
    for one in sorted(printed, key=lambda saying: -len(saying.wording.words)):
        key = one.direct, one.quote
        if key not in known:
            known[key] = differences(one, whole), _differs(one, whole)
        if one.source not in best or not known[key][0]:
            best[one.source] = known[key]
    reason = told_apart({source: found for source, (found, _) in best.items()})
    if any(contrary for _, contrary in best.values()):
        return Judged("conflict", reason)
    return Judged("compatible" if reason else "agree", reason)


def compare_utterances(linked: Linked) -> tuple[list[Row], list[Row]]:
    """Comparisons of every utterance that two sources print: agree where word for word."""
    rows: list[Row] = []
    sides: list[Row] = []
    for utterance, said in sorted(by_key(in_text(linked.statements), "utterance_id").items()):
        if len({row["source_id"] for row in said}) < 2:
            continue
        text = document_behind(said)
        held = one_a_value(
            Side(
                row={
                    "comparison_id": None,
                    "source_id": row["source_id"],
                    "figure_id": None,
                    "report_id": None,
                    "statement_id": row["statement_id"],
                    "value_text": row["quote"],
                    "low": None,
                    "high": None,
                    "modality": None,
                    "family": None,
                },
                rests_on=(linked.origins[row["source_id"]], *text),
                said=row["quote"],
            )
            for row in said
        )
        key = {"about": "utterance", "utterance_id": utterance}
        row, its_sides = comparison(key, held, eq, eq, judged=_judged(of_utterance(said)))
        rows.append(row)
        sides.extend(its_sides)
    return rows, sides
