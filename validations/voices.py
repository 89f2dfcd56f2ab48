"""What single sources say, with the sentences that they say it in, for findings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from validations.find import shown
from validations.rule import Tables
from validations.spans import sentence_around
from validations.wording import voiced

#: Column of `sides` → the table whose row says it.
_SAID_IN = {"figure_id": "figures", "report_id": "reports", "statement_id": "statements"}


@dataclass(frozen=True, order=True)
class Voice:
    """What one source says: its value, the interval its words allow, and its sentence.

    modality: whether it tells of it as done or as announced; "" where that is not known. A side
    that counts a part (`scope`) sets no upper limit to the whole.
    """

    source_id: str
    value: str
    low: float | None
    high: float | None
    sentence: str
    modality: str = ""

    @property
    def least(self) -> float:
        """The least number that its words allow."""
        return -float("inf") if self.low is None else self.low

    @property
    def most(self) -> float:
        """The greatest number that its words allow."""
        return float("inf") if self.high is None else self.high


def quoted(voices: Iterable[Voice]) -> str:
    """Who says what, in a source's own sentence: one sentence for each value."""
    by_value: dict[tuple[float | None, float | None, str], list[Voice]] = {}
    for voice in sorted(voices, key=lambda one: one.source_id):
        is_number = voice.low is not None or voice.high is not None
        key = (voice.low, voice.high, "" if is_number else voice.value)
        by_value.setdefault(key, []).append(voice)
    return voiced(
        (
            first.source_id,
            first.value,
            first.sentence,
            sorted({one.source_id for one in same} - {first.source_id}),
        )
        for first, *same in by_value.values()
    )


def voices_of(tables: Tables, texts: Mapping[str, str], comparison_id: str) -> list[Voice]:
    """The sides of a comparison with the sentences that they stand in."""
    found = []
    sides = tables["sides"].filter(pl.col("comparison_id") == comparison_id)
    for side in sides.iter_rows(named=True):
        column = next((name for name in _SAID_IN if side[name] is not None), "")
        rows = tables[_SAID_IN[column]].filter(pl.col(column) == side[column]) if column else sides
        row = rows.row(0, named=True) if rows.height else {}
        text = texts.get(side["source_id"], "")
        sentence = sentence_around(text, row.get("char_start", 0), row.get("char_end", 0))
        value = shown(side["low"]) if _is_point(side) else side["value_text"]
        modality = side["modality"] or ""
        found.append(Voice(side["source_id"], value, side["low"], side["high"], sentence, modality))
    return found


def reported(row: Mapping[str, object], value: str, texts: Mapping[str, str]) -> Voice:
    """What a report says of its event, in the sentence that it tells it in."""
    text = texts.get(str(row["source_id"]), "")
    sentence = sentence_around(text, int(str(row["char_start"])), int(str(row["char_end"])))
    return Voice(str(row["source_id"]), value, None, None, sentence, str(row["modality"] or ""))


def values(voices: Iterable[Voice]) -> str:
    """The values that voices have, each once."""
    return ", ".join(sorted({voice.value for voice in voices}))


def _is_point(side: Mapping[str, object]) -> bool:
    return side["low"] is not None and side["low"] == side["high"]
