"""What the gate knows of a written package while it asks one demand after the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from validations.curation import Ruling
from validations.spans import sentence_around
from validations.wording import voiced


@dataclass(frozen=True)
class World:
    """The written tables and what was worked out of them once.

    said: the figures, as gate_said.py gives them. events: with `told_by`, the number of sources
    whose reports tell of each. ruled: figure_id → the ruling on its fact. dates: event_id → the
    source whose date of it a ruling prefers, or None if it prefers none. origins: source_id → what
    it repeats, or itself.
    """

    frames: Mapping[str, pd.DataFrame]
    texts: Mapping[str, str]
    said: pd.DataFrame
    events: pd.DataFrame
    ruled: Mapping[str, Ruling]
    dates: Mapping[str, str | None]
    origins: Mapping[str, str]

    def sentence(self, row: Mapping[Any, Any]) -> str:
        """The sentence that a row of a source stands in."""
        text = self.texts.get(str(row["source_id"]), "")
        return sentence_around(text, int(str(row["char_start"])), int(str(row["char_end"])))

    def reports(self, events: Iterable[object]) -> pd.DataFrame:
        """The reports of some events."""
        reports = self.frames["reports"]
        return reports[reports["event_id"].isin(list(events))]

    def told(self, events: Iterable[object]) -> str:
        """Who tells of events, on which days or in which words, and in which sentences."""
        found = {}
        for row in self.reports(events).to_dict("records"):
            value = row["trigger_text"]
            if pd.notna(row["start_date"]):
                value = days_words(str(row["start_date"]), str(row["end_date"]))
            found[(str(row["source_id"]), str(value))] = self.sentence(row)
        return voiced((*key, sentence, ()) for key, sentence in sorted(found.items()))


def days_words(start: str, end: str) -> str:
    """Days as a finding has them: one day, or the first to the last."""
    return start if start == end else f"{start} to {end}"
