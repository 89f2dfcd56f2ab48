"""The data dictionary, `README.md`, made from schemas, code lists, tables and metadata.

For somebody who has the folder and nothing else. What most readers want comes first, what only
curators do comes last.
"""

from collections.abc import Mapping, Sequence

import polars as pl

from schemas.tables import Codelist, Table
from scripts.publish.dictionary.caveats import HEADING as CAVEATS
from scripts.publish.dictionary.caveats import caveats_section
from scripts.publish.dictionary.codebook import codes_section
from scripts.publish.dictionary.columns import columns_section
from scripts.publish.dictionary.comparing import COMPARING, comparing_section, curating_section
from scripts.publish.dictionary.dates import dates_section
from scripts.publish.dictionary.found import found_section
from scripts.publish.dictionary.joins import joins_section
from scripts.publish.dictionary.markdown import contents, headings
from scripts.publish.dictionary.numbers import numbers_section
from scripts.publish.dictionary.questions import questions_section
from scripts.publish.dictionary.start import overview, start
from scripts.publish.dictionary.terms import citing_section, licence_section
from scripts.publish.dictionary.tracing import ids_section, tracing_section
from scripts.publish.dictionary.versions import checking_section, files_section, versions_section
from scripts.publish.metadata import PackageMeta
from scripts.publish.reading import reading_section


def dictionary(
    package: PackageMeta,
    tables: Sequence[Table],
    codes: Sequence[Codelist],
    frames: Mapping[str, pl.DataFrame],
) -> str:
    """The data dictionary as Markdown, with LF line ends.

    Args:
        package: Name, version, terms and caveats.
        tables: The tables to describe, in order.
        codes: The code lists to describe, in order.
        frames: Table name → its rows, as they are published.
    """
    reading = reading_section()
    opening = next(words for _, words in headings(reading))
    body = [
        overview(tables, frames),
        questions_section(),
        reading,
        joins_section(tables),
        caveats_section(package),
        dates_section(frames),
        numbers_section(frames, COMPARING),
        comparing_section(frames),
        tracing_section(frames),
        columns_section(tables, frames),
        codes_section(codes, tables, frames),
        found_section(tables, frames),
        ids_section(),
        versions_section(package),
        checking_section(),
        files_section(package),
        licence_section(package),
        citing_section(package),
        curating_section(),
    ]
    text = "\n\n".join(part for part in body if part)
    head = start(package, tables, frames, opening)
    made = (
        "A build makes this folder from articles, schemas and code lists. All files but those in "
        "`articles/` and `curation/` are its own: do not edit them."
    )
    listed = f"## Contents\n\n{contents(text, alone=(CAVEATS,))}"
    return "\n\n".join([head, listed, text, "---", made]) + "\n"
