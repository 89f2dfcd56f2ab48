"""The valid tables with cells that readers get wrong, and how to write them as a package."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from scripts.publish.contributors import Contributor
from scripts.publish.metadata import Caveat, License, PackageMeta
from scripts.publish.package import write_package
from tests.valid_tables import TEXTS, valid

#: Text that csv, R and pandas treat in ways of their own: quotes, commas, look-alikes of numbers.
TRICKY = 'Zoë said "no, never" – not “once”, 100 % of Ağdam’s 1e3 votes'

#: Table, column → the cells of its first rows.
CELLS: dict[tuple[str, str], list[Any]] = {
    ("sources", "title"): [TRICKY, None],
    ("sources", "publisher"): ["Daily Lamp", None],
    ("sources", "url"): ["https://daily-lamp.example/1", None],
    ("sources", "published"): [date(2031, 3, 6), None],
    ("statements", "quote"): ["None", "NA"],
    ("statements", "speaker"): ["nan", "true"],
    ("utterances", "text"): ["1e3", "007"],
    ("figures", "value"): [2.5e6, -0.25, None],
    ("figures", "low"): [1e-7, 1 / 3, None],
    ("figures", "high"): [1e22, 0.0, None],
    ("comparisons", "note"): [TRICKY],
    ("actors", "cow"): ["051", "002", "371"],
    ("places", "latitude"): [-0.5],
    ("places", "geonames"): ["007"],
}

META = PackageMeta(
    name="ardenia-belmark",
    title="Ardenia and Belmark",
    description="An invented dataset.",
    version="1.2.3",
    created=date(2021, 3, 1),
    keywords=("peace",),
    licenses=(License("CC-BY-4.0", "CC BY 4.0", "https://licence.example/by", "data"),),
    contributors=(Contributor("the makers", ("creator",)),),
    caveats=(Caveat("invented", "Nothing here is so."),),
)

PERSON = Contributor(
    "Zoë van der Ode",
    ("creator", "contactPerson"),
    "person",
    given_name="Zoë",
    family_name="van der Ode",
    affiliation="University of Aland",
    orcid="https://orcid.org/0000-0002-1825-0097",
)
#: Everything that package.toml can say, and texts that YAML, JSON-LD and HTML read as their own.
FULL = replace(
    META,
    title="Ardenia: “no, never” & <b>Ağdam</b> – '32' for 2 # a test",
    contributors=(PERSON, Contributor("the makers", ("creator", "dataCurator"))),
    keywords=("peace", "1e3"),
    id="https://doi.org/10.1234/ardenia.1",
    version_of="https://doi.org/10.1234/ardenia",
    homepage="https://ardenia.example/",
    repository="https://git.example/ardenia",
    publisher="An archive",
)


def small_tables() -> dict[str, pl.DataFrame]:
    tables = dict(valid().tables)
    for (name, column), first in CELLS.items():
        rest = tables[name][column].to_list()[len(first) :]
        cells = pl.Series(column, [*first, *rest], dtype=tables[name].schema[column])
        tables[name] = tables[name].with_columns(cells)
    return tables


def small_articles() -> list[tuple[str, str]]:
    return [(f"articles/{name}.md", text) for name, text in TEXTS.items()]


def write_small(folder: Path, package: PackageMeta = META) -> Path:
    """The set as a whole package in `folder`, with its articles."""
    write_package(folder, folder, small_tables(), package, small_articles())
    return folder
