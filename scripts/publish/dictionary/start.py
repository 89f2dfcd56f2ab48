"""The first screen: what it is, how to open it, what to know before counting; then all tables."""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl

from schemas.tables import Table
from scripts.publish.dictionary.caveats import HEADING, first_caveats
from scripts.publish.dictionary.markdown import link, names
from scripts.publish.metadata import PackageMeta
from validations.markdown import grid

#: The tables to look at first.
_FIRST = ("events", "statements", "figures", "comparisons")

Frames = Mapping[str, pl.DataFrame]


def what_a_row_is(table: Table) -> str:
    """The first sentence of a table's description, as it goes on in a list."""
    sentence = table.description.split(". ")[0].rstrip(".")
    return sentence.removeprefix("One row is ").strip()


def _articles(frames: Frames) -> str:
    sources = frames.get("sources")
    if sources is None:
        return ""
    count = f"{sources.height} article{'' if sources.height == 1 else 's'}"
    days: list[date] = sources["published"].drop_nulls().sort().to_list()
    if not days:
        return count
    first, last = days[0].isoformat(), days[-1].isoformat()
    return f"{count} published {f'on {first}' if first == last else f'{first} to {last}'}"


def _facts(package: PackageMeta, tables: Sequence[Table], frames: Frames) -> str:
    version = f"**Version {package.version}**"
    if package.created:
        version += f" of {package.day}"
    if package.doi:
        version += f", [doi:{package.doi}]({package.id})"
    facts = [version, _articles(frames), f"{len(tables)} tables"]
    if package.licenses:
        facts.append(f"licence {link('Licence', package.licenses[0].title)}")
    if package.creators and package.created:
        facts.append(link("How to cite", "how to cite it"))
    return " · ".join(fact for fact in facts if fact)


#: A release alone has the page; a folder that was only built has it once `page` writes it.
_LOOK = (
    "**Look at it.** In the zip of a release, double click `index.html`: your browser shows the "
    "whole data set as a page, without internet. It shows who says what, when it happened, and the "
    "articles with every row marked in its place."
)


def _open(reading: str) -> str:
    return (
        "**Open it.** Every table is a CSV file in the folder `data/`, with a Parquet file of the "
        f"same rows beside it. {link(reading)} has lines for more programs, all of them tested.\n\n"
        '- R: `events <- read.csv("data/events.csv", na.strings = "", encoding = "UTF-8")`\n'
        '- Python: `events = pandas.read_parquet("data/events.parquet")`'
    )


def overview(tables: Sequence[Table], frames: Frames) -> str:
    """All tables with their keys, rows and files."""
    lines = [
        (
            link(table.name),
            what_a_row_is(table),
            names(table.primary_key),
            str(frames[table.name].height),
            f"[csv](data/{table.name}.csv) · [parquet](data/{table.name}.parquet)",
        )
        for table in tables
    ]
    header = ("table", "one row is", "key", "rows", "files")
    return f"## The tables\n\n{grid(header, lines)}"


def start(package: PackageMeta, tables: Sequence[Table], frames: Frames, reading: str) -> str:
    """The head of the page, up to the list of contents.

    Args:
        package: Name, version, terms and caveats.
        tables: All tables, in order.
        frames: Table name → its rows.
        reading: Heading of the section that tells how to open the tables.
    """
    known = {table.name: table for table in tables}
    first = [f"{link(name)}, {what_a_row_is(known[name])}" for name in _FIRST if name in known]
    parts = [f"# {package.title}", package.description, _facts(package, tables, frames)]
    if package.citable:
        parts.append(_LOOK)
    if first:
        parts += [_open(reading), f"**Start with** {'; '.join(first)}."]
    parts += [f"**{link(HEADING)}:**", first_caveats(package)]
    return "\n\n".join(parts)
