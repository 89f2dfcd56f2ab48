"""What must hold for every statement."""

import polars as pl

from validations.logic import as_long_as_span, both_or_none, given, implies, where_given
from validations.rule import Rule

TABLE = "statements"

_SPEAKER_START = pl.col("speaker_char_start")
_SPEAKER_END = pl.col("speaker_char_end")
_DIRECT = pl.col("kind") == "direct"

RULES = (
    Rule(
        "STA-001",
        TABLE,
        "The span of a statement is as long as its words.",
        "error",
        lambda: as_long_as_span("quote"),
        "quote",
    ),
    Rule(
        "STA-002",
        TABLE,
        "Either both offsets of the speaker's words are given or neither is.",
        "error",
        lambda: both_or_none("speaker_char_start", "speaker_char_end"),
        "speaker_char_end",
    ),
    Rule(
        "STA-003",
        TABLE,
        "The words that name the speaker end after they start.",
        "error",
        lambda: where_given(
            _SPEAKER_START < _SPEAKER_END, "speaker_char_start", "speaker_char_end"
        ),
        "speaker_char_end",
    ),
    Rule(
        "STA-004",
        TABLE,
        "The words that name the speaker lie outside the words that are quoted.",
        "error",
        lambda: implies(
            _DIRECT,
            where_given(
                (pl.col("char_start") >= _SPEAKER_END) | (pl.col("char_end") <= _SPEAKER_START),
                "speaker_char_start",
                "speaker_char_end",
            ),
        ),
        "speaker_char_start",
    ),
    Rule(
        "STA-005",
        TABLE,
        "An actor who spoke, or whom the speaker speaks for, has a named speaker.",
        "error",
        lambda: implies(given("speaker_id") | given("affiliation_id"), given("speaker")),
        "speaker",
    ),
    Rule(
        "STA-006",
        TABLE,
        "Words quoted directly come without the quotation marks around them.",
        "warning",
        lambda: implies(
            _DIRECT,
            ~pl.col("quote").str.contains('^["“«„]') & ~pl.col("quote").str.contains('["”»]$'),
        ),
        "quote",
    ),
)
