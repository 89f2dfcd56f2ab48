"""A first wording of a version's section in the changelog, for people to go through and edit."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import polars as pl

from scripts.diff.difference import Difference
from scripts.diff.owed import KINDS, Level
from scripts.release.changelog import DRAFT

#: So many ids or codes are named; the others are counted.
_NAMED = 10

#: Kind of change → how it is told. Changed descriptions are told together.
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "package_renamed": "The package is called `{new}`, no longer `{old}`.",
        "table_added": "New table `{table}`.",
        "table_removed": "Table `{table}` is gone.",
        "table_renamed": "Table `{old}` is now called `{new}`.",
        "table_moved": "Table `{table}` lies in `{new}`, no longer in `{old}`.",
        "table_reformatted": "The file of `{table}` is written otherwise: {column}.",
        "column_added": "`{table}` has a new column `{column}`.",
        "column_removed": "`{table}` has no column `{column}` any more.",
        "column_renamed": "`{table}`: column `{old}` is now called `{new}`.",
        "columns_reordered": "`{table}`: the columns stand in another order.",
        "column_retyped": "`{table}`: column `{column}` is of type {new}, no longer {old}.",
        "column_tightened": "`{table}`: column `{column}` allows less than before.",
        "column_loosened": "`{table}`: column `{column}` allows more than before.",
        "key_changed": "`{table}`: rows are told apart by other columns.",
    }
)
#: Kinds that are told for each table with all that they befell.
_LISTED: Mapping[str, str] = MappingProxyType(
    {
        "code_added": "{what} added",
        "code_removed": "{what} removed",
        "code_renamed": "{what} renamed",
        "code_retired": "{what} no longer to be used",
        "code_reinstated": "{what} to be used again",
        "code_reworded": "{what} explained in other words",
        "row_added": "{what} added",
        "row_withdrawn": "{what} withdrawn",
        "value_corrected": "{what} with a cell corrected",
        "article_added": "{what} added",
        "article_changed": "{what} changed",
        "article_removed": "{what} taken out",
    }
)
#: Kinds after which people look for single rows, so that their ids are named.
_BY_NAME = frozenset({"row_withdrawn", "code_added", "code_removed", "code_renamed"})


def _structure(changes: pl.DataFrame, level: Level) -> Iterator[str]:
    for change in changes.iter_rows(named=True):
        kind = change["kind"]
        if kind in _WORDS and KINDS[kind] is level:
            yield _WORDS[kind].format(**{name: cell or "" for name, cell in change.items()})


def _what(kind: str, ids: list[str]) -> str:
    noun = {"code": "code", "article": "article"}.get(kind.partition("_")[0], "row")
    counted = f"{len(ids)} {noun}{'' if len(ids) == 1 else 's'}"
    if kind not in _BY_NAME or any("|" in one for one in ids):
        return counted  # A key of several parts is nothing that people cite.
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return f"{counted} ({', '.join(f'`{one}`' for one in ids[:_NAMED])}{more})"


def _listed(changes: pl.DataFrame, level: Level) -> Iterator[str]:
    """One line a table: how many rows or codes were added, withdrawn, corrected."""
    wanted = [kind for kind in _LISTED if KINDS[kind] is level]
    found = changes.filter(pl.col("kind").is_in(wanted))
    for (table,), lines in found.group_by("table", maintain_order=True):
        parts = []
        for kind in wanted:
            ids = lines.filter(pl.col("kind") == kind)["row_id"].drop_nulls().unique().sort()
            if len(ids):
                parts.append(_LISTED[kind].format(what=_what(kind, ids.to_list())))
        if parts:
            yield (
                f"`{table}`: {', '.join(parts)}." if table else f"{', '.join(parts)}.".capitalize()
            )


def _every_cell(changes: pl.DataFrame) -> list[str]:
    """Where each changed cell is told, and what became of ids that are gone."""
    kinds = set(changes["kind"])
    if not kinds & {"row_added", "row_withdrawn", "value_corrected"}:
        return []
    told = "`changes.csv` tells every cell, old and new"
    if "row_withdrawn" in kinds:
        told += (
            "; for an id that is gone, `same_as` names the row that says the same, if there is one"
        )
    return [f"{told}."]


def _described(changes: pl.DataFrame) -> Iterator[str]:
    told = pl.col("kind").is_in(["table_described", "column_described", "package_described"])
    tables = changes.filter(told)["table"].unique().sort()
    if len(tables):
        names = (f"of `{name}`" if name else "of the package" for name in tables.fill_null(""))
        yield f"Descriptions {', '.join(names)}."


def _block(head: str, lines: list[str]) -> list[str]:
    return [head, "\n".join(f"- {line}" for line in lines)] if lines else []


def _told(difference: Difference, level: Level) -> list[str]:
    """The changes that ask for a version of this level, in sentences."""
    return [*_structure(difference.changes, level), *_listed(difference.changes, level)]


def _since(difference: Difference) -> list[str]:
    must, added, right = (
        _told(difference, level) for level in (Level.MAJOR, Level.MINOR, Level.PATCH)
    )
    first = "You must look again at everything that you run on what follows:"
    nothing = "You must do nothing: nothing was taken away, renamed or moved."
    if "value_corrected" in set(difference.changes["kind"]):
        nothing += " Compute again what rests on the values below that were corrected."
    return [
        *(_block(first, must) or [nothing]),
        *_block("Added:", added),
        *_block("Corrected:", [*right, *_described(difference.changes)]),
        *_every_cell(difference.changes),
    ]


def draft(difference: Difference | None, rows: Mapping[str, int]) -> str:
    """What to tell of a version, for people to edit; it bears the mark of a draft.

    Args:
        difference: What changed since the version before; None for the first release.
        rows: Table → number of rows, told where there is no version before.
    """
    since = f"from what changed since {difference.version_from}" if difference else "by `release`"
    mark = (
        f"{DRAFT} made {since}. Tell it in your own words to those who use the data: first what "
        "they must do, then why. Then take this line out and release again."
    )
    if difference is not None:
        return "\n\n".join([mark, *_since(difference)])
    nothing = "You must do nothing: there is no version before it."
    tables = [f"`{name}`: {count} row{'' if count == 1 else 's'}." for name, count in rows.items()]
    return "\n\n".join([mark, nothing, *_block("Tables:", tables)])
