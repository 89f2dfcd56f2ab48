"""The files that tell other programs what a package is: each made from what it says of itself.

A sibling is a text that follows from the metadata and the finished descriptor alone: citation and
catalogue records, the diagram of the tables, the views of a database. Whoever adds one names it in
`SIBLINGS`; `write_package` writes it and `SHA256SUMS` lists it.

Loose articles come without curation: nobody signed, licensed or dated them. Records for catalogues
are left out of their package, because without those they are invalid, and made up they are worse.
"""

from collections.abc import Callable

from scripts.publish.citation import CITATION, citation_cff
from scripts.publish.croissant import CROISSANT, croissant_json
from scripts.publish.datacite import DATACITE, datacite_json
from scripts.publish.diagram import DIAGRAM, entities
from scripts.publish.metadata import PackageMeta
from scripts.publish.records import Json
from scripts.publish.rocrate import ROCRATE, rocrate_json
from scripts.publish.views import VIEWS, views
from scripts.publish.zenodo import ZENODO, zenodo_json

#: Metadata, descriptor (without its own siblings) → text of the file, in UTF-8 with LF; None where
#: the metadata lack something that such a file cannot do without.
Sibling = Callable[[PackageMeta, Json], str | None]

#: Path in the package → what writes it, in the order in which the files are written.
SIBLINGS: tuple[tuple[str, Sibling], ...] = (
    (DIAGRAM, entities),
    (VIEWS, views),
    (CITATION, citation_cff),
    (DATACITE, datacite_json),
    (CROISSANT, croissant_json),
    (ROCRATE, rocrate_json),
    (ZENODO, zenodo_json),
)
