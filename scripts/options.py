"""Arguments that several commands take, and what they are where nobody gives them."""

from pathlib import Path
from typing import Annotated

import typer

from scripts.console import refuse

DATASET = Path("datapackage")
#: Where `release` puts zips; not under version control.
DIST = Path("dist")
#: Where `check --articles` writes what it found.
COMPARED = Path("compared.csv")
#: Where `page` writes; not under version control.
PAGE = Path("build") / "page.html"
Dataset = Annotated[
    Path, typer.Argument(help="Folder of the data set, with articles/ and curation/ in it.")
]
Report = Annotated[
    Path, typer.Option(help="Folder for the report of the layer `release`, a page to be read.")
]


def refuse_with_articles(context: typer.Context) -> None:
    """End with status 1 where an argument was given that loose articles have no use for."""
    unused = {
        "dataset": "DATASET and --articles exclude each other: loose articles belong to no data "
        "set; give one of the two",
        "report": "--report and --articles exclude each other: the gate looks at data sets only; "
        "leave --report out",
        "layer": "--layer and --articles exclude each other: layers are those of a written "
        "package; leave --layer out",
    }
    for name, sentence in unused.items():
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            refuse(sentence)
