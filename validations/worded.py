"""Words that must stand in so many sources, as expected.toml demands them."""

from collections.abc import Mapping, Sequence

from validations.demands import Expected, QuotationDemand
from validations.facts import plain_words
from validations.rule import Finding, LinkRule, Tables
from validations.spans import sentence_around
from validations.wording import CORRECT, listed, unmet, voiced


def holds_words(text: str, words: str) -> bool:
    """Whether a text has the words in their order with nothing between them.

    Case, quotation marks and other signs do not count.
    """
    wanted, held = plain_words(words), plain_words(text)
    return any(held[at : at + len(wanted)] == wanted for at in range(len(held) - len(wanted) + 1))


def _printed(tables: Tables) -> Mapping[tuple[str, str], list[Mapping[str, object]]]:
    """Source and utterance → the words that it prints of it, in the order of the text."""
    found: dict[tuple[str, str], list[Mapping[str, object]]] = {}
    for row in tables["statements"].sort("source_id", "char_start").iter_rows(named=True):
        if row["kind"] == "direct":
            found.setdefault((row["source_id"], row["utterance_id"]), []).append(row)
    return found


def _look(
    tables: Tables, texts: Mapping[str, str], demands: Sequence[QuotationDemand]
) -> list[Finding]:
    found = []
    printed = _printed(tables)
    for demand in demands:
        said: dict[str, str] = {}
        close: dict[str, str] = {}
        of = set()
        for (source, utterance), rows in printed.items():
            if holds_words(" ".join(str(row["quote"]) for row in rows), demand.words):
                of.add(utterance)
                text, start = texts.get(source, ""), int(str(rows[0]["char_start"]))
                said[source] = sentence_around(text, start, int(str(rows[0]["char_end"])))
        for (source, utterance), rows in printed.items():
            if utterance in of and source not in said:
                close[source] = " ".join(str(row["quote"]) for row in rows)
        if len(said) >= demand.min_sources:
            continue
        told = [(source, "them", sentence, ()) for source, sentence in sorted(said.items())]
        told += [(source, "other words", words, ()) for source, words in sorted(close.items())]
        there = listed(sorted(said)) or "no source"
        sentence = unmet(
            voiced(told),
            demand,
            demand.reason,
            f"they stand word for word in {there}",
            CORRECT,
        )
        value = str(len(said))
        found.append(Finding("ACR-012", "error", "statements", "", "quote", value, sentence))
    return found


def word_rules(expected: Expected, texts: Mapping[str, str]) -> tuple[LinkRule, ...]:
    """The rule on quotations.

    Args:
        expected: What the dataset must show.
        texts: source_id → text of its article, to quote the sentences from.
    """
    return (
        LinkRule(
            "ACR-012",
            "statements",
            "Words that expected.toml demands stand word for word in so many sources.",
            "error",
            lambda tables: _look(tables, texts, expected.quotations),
        ),
    )
