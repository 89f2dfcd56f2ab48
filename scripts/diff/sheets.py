"""Tables and code lists of two editions: which are the same, and how they are kept and keyed."""

from collections.abc import Iterator, Mapping

import polars as pl

from scripts.diff.change import Change, told
from scripts.diff.edition import Json, Sheet

#: How a file is to be read where its dialect does not say.
_DIALECT: Json = {
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "escapeChar": None,
    "header": True,
    "commentChar": None,
    "skipInitialSpace": False,
}
#: Told by kinds of their own, or different whenever a row is.
_ELSEWHERE = frozenset(
    {"name", "path", "schema", "dialect", "encoding", "bytes", "hash", "concord:rows"}
)


def _alike(old: Sheet, new: Sheet, before: pl.DataFrame, after: pl.DataFrame) -> bool:
    """Whether two sheets of different names hold the same columns and mostly the same rows."""
    if old.is_codelist != new.is_codelist or old.key != new.key or old.columns != new.columns:
        return False
    types = [[field["type"] for field in sheet.fields.values()] for sheet in (old, new)]
    ids = [set(frame.select(old.key).rows()) for frame in (before, after)]
    return types[0] == types[1] and 2 * len(ids[0] & ids[1]) > min(map(len, ids))


def renamed_sheets(
    gone: Mapping[str, tuple[Sheet, pl.DataFrame]], come: Mapping[str, tuple[Sheet, pl.DataFrame]]
) -> dict[str, str]:
    """Old name → new name of the tables that are the same under another name.

    A table is renamed where one is gone and one has come with the same columns, types and key, and
    more than half of the rows of the smaller; nothing if several would do.
    """
    alike = [
        (name, other)
        for name, (old, before) in gone.items()
        for other, (new, after) in come.items()
        if _alike(old, new, before, after)
    ]
    olds, news = [old for old, _ in alike], [new for _, new in alike]
    return {old: new for old, new in alike if olds.count(old) == news.count(new) == 1}


def _form(sheet: Sheet) -> Json:
    return {
        **{name: sheet.dialect.get(name, usual) for name, usual in _DIALECT.items()},
        "encoding": str(sheet.properties.get("encoding", "utf-8")).lower(),
        "missingValues": sheet.missing,
    }


def sheet_changes(old: Sheet, new: Sheet) -> Iterator[Change]:
    """What two editions say differently of one table as a whole, its columns and keys apart."""
    table = new.name
    if old.name != new.name:
        yield Change(table, None, "table_renamed", None, old.name, new.name)
    if old.path != new.path:
        yield Change(table, None, "table_moved", None, old.path, new.path)
    forms = _form(old), _form(new)
    for name in forms[0]:
        if forms[0][name] != forms[1][name]:
            values = told(forms[0][name]), told(forms[1][name])
            yield Change(table, None, "table_reformatted", name, *values)
    for name in sorted((old.properties.keys() | new.properties.keys()) - _ELSEWHERE):
        values = told(old.properties.get(name)), told(new.properties.get(name))
        if values[0] != values[1]:
            yield Change(table, None, "table_described", name, *values)
