"""What must hold between keys: what is referred to exists, what is unique is, nothing is unused."""

from collections.abc import Callable, Iterator

import polars as pl

from schemas.tables import ForeignKey, Table
from schemas.tables import tables as all_tables
from validations.find import findings
from validations.rule import Finding, LinkRule, Tables


def _foreign_keys() -> Iterator[tuple[Table, ForeignKey]]:
    for table in all_tables():
        for key in table.foreign_keys:
            yield table, key


def _dangling(tables: Tables) -> list[Finding]:
    found: list[Finding] = []
    for table, key in _foreign_keys():
        rows = tables[table.name].filter(
            pl.all_horizontal(pl.col(name).is_not_null() for name in key.fields)
        )
        lost = rows.join(tables[key.table], left_on=key.fields, right_on=key.reference, how="anti")
        found += findings(
            ("LNK-001", "error"),
            table.name,
            lost,
            key.fields,
            f"{{{key.fields[0]}}} stands in no row of {key.table}",
        )
    return found


def _doubled(tables: Tables) -> list[Finding]:
    found: list[Finding] = []
    for table in all_tables():
        for key in table.unique_keys:
            rows = tables[table.name].filter(
                pl.all_horizontal(pl.col(name).is_not_null() for name in key)
            )
            found += findings(
                ("LNK-002", "error"),
                table.name,
                rows.filter(pl.struct(key).is_duplicated()),
                key,
                f"more than one row has the same {', '.join(key)}",
            )
    return found


def _referring(frame: pl.DataFrame, column: str, key: str) -> pl.DataFrame:
    """The values of a column, without those by which a row refers to itself."""
    own = pl.col(column).eq_missing(pl.col(key)) if key in frame.columns else pl.lit(value=False)
    return frame.filter(~own | (column == key)).select(pl.col(column).alias(key))


def _unused(rule_id: str, target: str) -> Callable[[Tables], list[Finding]]:
    def look(tables: Tables) -> list[Finding]:
        key = tables[target].columns[0]
        used = [
            _referring(tables[table.name], link.fields[0], key)
            for table, link in _foreign_keys()
            if link.table == target
        ]
        spare = tables[target].join(pl.concat(used), on=key, how="anti")
        return findings(
            (rule_id, "error"), target, spare, (key,), f"no row of any table refers to {{{key}}}"
        )

    return look


def _circular(rule_id: str, table: str, column: str) -> Callable[[Tables], list[Finding]]:
    def look(tables: Tables) -> list[Finding]:
        frame = tables[table]
        key = frame.columns[0]
        onward = dict(frame.select(key, column).drop_nulls().iter_rows())
        circles = []
        for start in sorted(onward):
            at, steps = onward[start], 1
            # NOTE: a row that points to itself has a rule of its own in its table's file.
            while at != start and at in onward and steps <= len(onward):
                at, steps = onward[at], steps + 1
            if at == start and steps > 1:
                circles.append(start)
        broken = frame.filter(pl.col(key).is_in(circles))
        return findings(
            (rule_id, "error"),
            table,
            broken,
            (column,),
            f"going on from {{{key}}} by {column} leads back to it",
        )

    return look


RULES = (
    LinkRule(
        "LNK-001",
        "*",
        "What a column refers to exists: every foreign key of the Table Schemas is kept.",
        "error",
        _dangling,
    ),
    LinkRule(
        "LNK-002",
        "*",
        "What the Table Schemas declare unique is unique.",
        "error",
        _doubled,
    ),
    LinkRule(
        "LNK-003",
        "actors",
        "Every actor listed has a part in some row.",
        "error",
        _unused("LNK-003", "actors"),
    ),
    LinkRule(
        "LNK-004",
        "places",
        "Every place listed is the place of some row.",
        "error",
        _unused("LNK-004", "places"),
    ),
    LinkRule(
        "LNK-005",
        "events",
        "No event is a part of its own parts.",
        "error",
        _circular("LNK-005", "events", "part_of_event_id"),
    ),
    LinkRule(
        "LNK-006",
        "events",
        "No event carries out what carries it out.",
        "error",
        _circular("LNK-006", "events", "fulfils_event_id"),
    ),
    LinkRule(
        "LNK-007",
        "figures",
        "No figure is a part of its own parts.",
        "error",
        _circular("LNK-007", "figures", "subset_of_figure_id"),
    ),
)
