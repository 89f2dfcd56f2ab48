"""The same words as several sources print them."""

from scripts.compare.comparison import Side, comparison, one_a_value
from scripts.link.utterances import Words, document_behind, segments
from scripts.link.values import Linked, Row, by_key, in_text


def _same(a: Words, b: Words) -> bool:
    return a == b


def _meet(_a: Words, _b: Words) -> bool:
    return True  # what is one utterance differs at most by a cut


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
                said=sum(segments(row["quote"]), ()),
            )
            for row in said
        )
        key = {"about": "utterance", "utterance_id": utterance}
        row, its_sides = comparison(key, held, _same, _meet)
        rows.append(row)
        sides.extend(its_sides)
    return rows, sides
