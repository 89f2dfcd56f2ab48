"""What must hold between rows and the articles they were read from: words stand where they say.

The rules look into the articles, so they are made for a mapping of source_id to text. Each looks
only at what no other rule finds: an article that is missing is one finding, not one a row.
"""

import re
from collections.abc import Callable, Mapping

import polars as pl

from validations.find import row_key, shown
from validations.rule import Finding, LinkRule, Tables

_MARK = re.compile(r"[.!?…][\"'”’»)\]]*\s+")
#: An empty line, or the one that closes the front matter.
_BREAK = re.compile(r"\n\s*\n|\n---\n")
_SPACE = re.compile(r"\s+")
_LONGEST = 400


def sentence_parts(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence of a text that holds a span: what stands before it, the span, what follows.

    White space is one blank each; a long sentence is cut at its ends. A full stop after an
    abbreviation ends a sentence here, which shortens what is shown and changes nothing else.
    """
    breaks = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    first = max(at for at in breaks if at <= start)
    last = min((at for at in breaks if at >= end), default=len(text))
    marks = [first, *(match.end() for match in _MARK.finditer(text, first, last)), last]
    left = max(at for at in marks if at <= start)
    right = min((at for at in marks if at >= end), default=last)
    left, right = max(left, start - _LONGEST // 2), min(right, end + _LONGEST // 2)
    before, words, after = (
        _SPACE.sub(" ", part) for part in (text[left:start], text[start:end], text[end:right])
    )
    return before.lstrip(), words, after.rstrip()


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence of a text that holds a span, in one line; see `sentence_parts`."""
    return " ".join("".join(sentence_parts(text, start, end)).split())


def _with_source(tables: Tables, table: str) -> pl.DataFrame:
    """Rows with the source they were read from; a participant's is that of its report."""
    frame = tables[table]
    if "source_id" in frame.columns:
        return frame
    return frame.join(tables["reports"].select("report_id", "source_id"), on="report_id")


def _words(
    rule_id: str, table: str, column: str, texts: Mapping[str, str]
) -> Callable[[Tables], list[Finding]]:
    def look(tables: Tables) -> list[Finding]:
        found: list[Finding] = []
        for row in _with_source(tables, table).iter_rows(named=True):
            source, start, end = row["source_id"], row["char_start"], row["char_end"]
            words, text = row[column], texts.get(source)
            # NOTE: a span of another length than its words has a rule in the table's own file.
            if text is None or len(words) != end - start or text[start:end] == words:
                continue
            there = " ".join(text[start:end].split())
            found.append(
                Finding(
                    rule_id,
                    "error",
                    table,
                    row_key(table, row),
                    column,
                    words,
                    f'characters {start} to {end} of the article of {source} read "{there}"',
                )
            )
        return found

    return look


def _speakers(texts: Mapping[str, str]) -> Callable[[Tables], list[Finding]]:
    def look(tables: Tables) -> list[Finding]:
        found: list[Finding] = []
        for row in tables["statements"].iter_rows(named=True):
            start, end = row["speaker_char_start"], row["speaker_char_end"]
            text = texts.get(row["source_id"])
            if start is None or end is None or text is None or start >= end:
                continue
            named = text[start:end]
            if len(named) == end - start and named == named.strip():
                continue
            there = " ".join(named.split())
            found.append(
                Finding(
                    "SPN-005",
                    "error",
                    "statements",
                    row_key("statements", row),
                    "speaker_char_start|speaker_char_end",
                    f"{start}|{end}",
                    f'no name stands there in the article of {row["source_id"]}, but "{there}"',
                )
            )
        return found

    return look


def _lengths(texts: Mapping[str, str]) -> Callable[[Tables], list[Finding]]:
    def look(tables: Tables) -> list[Finding]:
        found: list[Finding] = []
        for source, count in tables["sources"].select("source_id", "char_count").iter_rows():
            text = texts.get(source)
            if text is None:
                sentence = "there is no article for the source; its offsets lead nowhere"
            elif len(text) != count:
                sentence = f"the article has {len(text)} characters"
            else:
                continue
            found.append(
                Finding("SPN-006", "error", "sources", source, "char_count", shown(count), sentence)
            )
        return found

    return look


def span_rules(texts: Mapping[str, str]) -> tuple[LinkRule, ...]:
    """The rules between the tables and the articles.

    Args:
        texts: source_id → the whole text of its article, as the offsets count it.
    """
    words = (
        ("SPN-001", "figures", "text", "The words of a figure"),
        ("SPN-002", "statements", "quote", "The words of a statement"),
        ("SPN-003", "reports", "trigger_text", "The words of a report"),
        ("SPN-004", "participants", "text", "The words that name a participant"),
    )
    return (
        *(
            LinkRule(
                rule_id,
                table,
                f"{subject} stand at its offsets in the article.",
                "error",
                _words(rule_id, table, column, texts),
            )
            for rule_id, table, column, subject in words
        ),
        LinkRule(
            "SPN-005",
            "statements",
            "The words that name a speaker stand in the article, with no white space at an end.",
            "error",
            _speakers(texts),
        ),
        LinkRule(
            "SPN-006",
            "sources",
            "Every source has its article, and the article has as many characters as it says.",
            "error",
            _lengths(texts),
        ),
    )
