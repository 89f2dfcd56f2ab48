"""Keys of one table in two editions: primary, unique and foreign."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.diff.change import Change
from scripts.diff.edition import Sheet, names_in

#: Columns, the table they lead to (empty for keys that lead nowhere), and the columns there.
_Key = tuple[tuple[str, ...], str, tuple[str, ...]]


@dataclass(frozen=True)
class Names:
    """What was renamed: old → new name of tables; new name of a table → old → new of columns."""

    sheets: Mapping[str, str]
    columns: Mapping[str, Mapping[str, str]]

    def sheet(self, name: str) -> str:
        """The new name of a table."""
        return self.sheets.get(name, name)

    def fields(self, sheet: str, columns: Iterable[str]) -> tuple[str, ...]:
        """The new names of columns of a table, which is given by its new name."""
        renamed = self.columns.get(sheet, {})
        return tuple(renamed.get(column, column) for column in columns)


_SAME = Names({}, {})


def _keys(sheet: Sheet, names: Names) -> dict[str, set[_Key]]:
    """The keys of a sheet by property of its schema, under the names of the newer edition."""
    own = names.sheet(sheet.name)
    foreign: set[_Key] = set()
    for key in sheet.schema.get("foreignKeys") or ():
        leads = names.sheet(key["reference"].get("resource") or sheet.name)
        there = names.fields(leads, names_in(key["reference"]["fields"]))
        foreign.add((names.fields(own, names_in(key["fields"])), leads, there))
    unique = sheet.schema.get("uniqueKeys") or ()
    return {
        "primaryKey": {(names.fields(own, sheet.key), "", ())},
        "uniqueKeys": {(names.fields(own, names_in(key)), "", ()) for key in unique},
        "foreignKeys": foreign,
    }


def _told(key: _Key) -> str:
    columns, table, there = key
    text = ", ".join(columns)
    return f"{text} in {table} ({', '.join(there)})" if table else text


def key_changes(old: Sheet, new: Sheet, names: Names) -> Iterator[Change]:
    """Keys that were changed, added or removed, but for those of columns that came or went."""
    before, after = _keys(old, names), _keys(new, _SAME)
    shared = set(names.fields(new.name, old.columns)) & set(new.columns)
    for name in before:
        gone, come = sorted(before[name] - after[name]), sorted(after[name] - before[name])
        if name == "foreignKeys":
            gone = [key for key in gone if set(key[0]) <= shared]
            come = [key for key in come if set(key[0]) <= shared]
        if name == "primaryKey" and gone and come:
            yield Change(new.name, None, "key_changed", name, _told(gone[0]), _told(come[0]))
            continue
        for key in gone:
            yield Change(new.name, None, "key_changed", name, _told(key), None)
        for key in come:
            yield Change(new.name, None, "key_changed", name, None, _told(key))


def list_of(sheet: Sheet, column: str) -> str:
    """The name of the table that a column alone leads to; empty if it leads to none."""
    for key in sheet.schema.get("foreignKeys") or ():
        if names_in(key["fields"]) == (column,):
            return str(key["reference"].get("resource") or sheet.name)
    return ""
