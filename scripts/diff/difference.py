"""Two editions and everything that differs between them, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from scripts.diff.owed import KINDS, Level, enough, least_version

#: Columns of `Difference.changes`. A line is a cell of a row, or one thing of the structure.
CHANGES = {
    "table": pl.String,  # table or code list; empty for what belongs to the package as a whole
    "row_id": pl.String,  # primary key, parts joined by |; of a code list the code
    "kind": pl.String,  # one of KINDS
    "column": pl.String,  # column, or property of the descriptor
    "old": pl.String,  # as the older edition has it; empty where it has nothing
    "new": pl.String,
    "same_as": pl.String,  # id of the row of the other edition that says the same
}


@dataclass(frozen=True, eq=False)
class Difference:
    """What changed from one edition of a package to another.

    changes: a frame with the columns of CHANGES, in the order in which they are told.
    heights: table or code list → rows before and after, None where an edition lacks it; the tables
        of the newer edition in its order, then those that are gone.
    codelists: those of them that are code lists.
    cautions: sentences on what may make the comparison wrong, such as a file edited by hand.
    """

    name: str
    version_from: str
    version_to: str
    changes: pl.DataFrame
    heights: Mapping[str, tuple[int | None, int | None]]
    codelists: frozenset[str]
    cautions: tuple[str, ...] = ()

    @property
    def owed(self) -> Level:
        """What the changes ask for; the largest of them wins."""
        return max((KINDS[kind] for kind in self.changes["kind"].unique()), default=Level.NOTHING)

    @property
    def least(self) -> str:
        """The smallest version number that the newer edition may bear."""
        return least_version(self.version_from, self.owed)

    @property
    def is_enough(self) -> bool:
        """Whether the version number of the newer edition is large enough."""
        return enough(self.version_from, self.version_to, self.owed)
