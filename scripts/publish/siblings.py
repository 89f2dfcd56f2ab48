"""The files that tell other programs what a package is: each made from what it says of itself.

A sibling is a text that follows from the metadata and the finished descriptor alone: citation and
catalogue records, the diagram of the tables, the views of a database. Whoever adds one names it in
`SIBLINGS`; `write_package` writes it and `SHA256SUMS` lists it.
"""

from collections.abc import Callable

from scripts.publish.descriptor import Json
from scripts.publish.diagram import DIAGRAM, entities
from scripts.publish.metadata import PackageMeta

#: Metadata, descriptor (without its own siblings) → text of the file, in UTF-8 with LF.
Sibling = Callable[[PackageMeta, Json], str]

#: Path in the package → what writes it, in the order in which the files are written.
SIBLINGS: tuple[tuple[str, Sibling], ...] = ((DIAGRAM, entities),)
