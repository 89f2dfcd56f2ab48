"""A report while an article is put together: its row, its participants, and how it was told."""

from dataclasses import dataclass, field
from typing import Any

from scripts.find.drafts import Pointer

Row = dict[str, Any]
#: Columns of a report that say when.
DATE = ("start_date", "end_date", "date_precision", "date_text", "date_basis")


@dataclass
class Told:
    """A report row with its participants, while an article is put together."""

    row: Row
    parts: list[Row] = field(default_factory=list)
    at: int = 0  #: where the trigger word begins
    several: bool = False  #: it tells of more than one event
    pointer: Pointer | None = None  #: the event that its clause hangs its time on

    @property
    def actors(self) -> frozenset[str]:
        """Everybody who has a part."""
        return frozenset(part["actor_id"] for part in self.parts)
