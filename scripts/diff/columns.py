"""Columns of one table in two editions: which were renamed, and what else its schema changed."""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from scripts.diff.change import Change, told
from scripts.diff.edition import Json, Sheet

#: Least rows, and least different values among them, that make a renamed column certain.
_CERTAIN = 2
#: A constraint that grows tighter as it rises, or as it falls.
_RISES = frozenset({"minimum", "exclusiveMinimum", "minLength"})
_FALLS = frozenset({"maximum", "exclusiveMaximum", "maxLength"})
#: Parts of a field that are told by kinds of their own, or follow from another one.
_ELSEWHERE = frozenset({"name", "type", "format", "constraints"})


def _places(columns: Sequence[str], kept: frozenset[str]) -> dict[str, tuple[str, int]]:
    """Column that is not kept → the kept column before it, and its place after that one."""
    places, before, count = {}, "", 0
    for name in columns:
        if name in kept:
            before, count = name, 0
        else:
            places[name] = (before, count)
            count += 1
    return places


def _certain(old: pl.Series, new: pl.Series) -> bool:
    """Whether two columns of rows that both editions have hold the same, and enough of it."""
    filled = old.drop_nulls()
    return (
        len(filled) >= _CERTAIN and filled.n_unique() >= _CERTAIN and not old.ne_missing(new).any()
    )


def renamed_columns(
    old: Sheet, new: Sheet, before: pl.DataFrame, after: pl.DataFrame
) -> dict[str, str]:
    """Old name → new name of the columns that are certainly the same under another name.

    A column is renamed where one is gone and one has come, at the same place and of the same type,
    and every row that both editions have holds the same in both; part of a key, where most of the
    ids are the same. Anything less is one column removed and one added.
    """
    kept = frozenset(old.columns) & frozenset(new.columns)
    gone, come = _places(old.columns, kept), _places(new.columns, kept)
    at = {place: name for name, place in come.items()}
    pairs = {name: at[place] for name, place in gone.items() if place in at}
    pairs = {a: b for a, b in pairs.items() if old.fields[a]["type"] == new.fields[b]["type"]}
    found = {}
    for name, other in pairs.items():
        if name in old.key and other in new.key and old.key.index(name) == new.key.index(other):
            ids, others = set(before[name]), set(after[other])
            if 2 * len(ids & others) > min(len(ids), len(others)):
                found[name] = other
    key = [found.get(name, name) for name in old.key]
    if tuple(key) == new.key:
        both = before.rename(found).join(after, on=key, suffix="\n")
        found |= {
            name: other
            for name, other in pairs.items()
            if name not in old.key and other not in new.key and _certain(both[name], both[other])
        }
    return found


def _is_tighter(name: str, old: object, new: object) -> bool:
    """Whether a constraint allows less than before; so it does if nobody can tell."""
    if new is None or new is False:
        return False
    if old is None or old is False:
        return True
    if name in _RISES | _FALLS and isinstance(old, int | float) and isinstance(new, int | float):
        return new > old if name in _RISES else new < old
    return True


def _constraints(table: str, column: str, old: Json, new: Json) -> Iterator[Change]:
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name), new.get(name)
        if before == after or (name == "enum" and before is not None and after is not None):
            continue  # Which codes came and went is told one by one.
        kind = "column_tightened" if _is_tighter(name, before, after) else "column_loosened"
        yield Change(table, None, kind, column, _named(name, before), _named(name, after))


def _named(name: str, value: object) -> str | None:
    """A part of a field with its name before it; of the description the text alone."""
    if value is None or name == "description":
        return told(value)
    return f"{name}: {told(value)}"


def _field(table: str, old: Json, new: Json) -> Iterator[Change]:
    column = new["name"]
    types = [" ".join(str(f[k]) for k in ("type", "format") if f.get(k)) for f in (old, new)]
    if types[0] != types[1]:
        yield Change(table, None, "column_retyped", column, types[0], types[1])
    limits = [field.get("constraints") or {} for field in (old, new)]
    yield from _constraints(table, column, limits[0], limits[1])
    for name in sorted((old.keys() | new.keys()) - _ELSEWHERE):
        if old.get(name) != new.get(name):
            values = _named(name, old.get(name)), _named(name, new.get(name))
            yield Change(table, None, "column_described", column, *values)


def _moved(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """The fewest columns whose moving turns one order into the other."""
    place = {name: index for index, name in enumerate(old)}
    best: list[list[str]] = []
    for name in new:
        before = [run for run in best if place[run[-1]] < place[name]]
        best.append([*max(before, key=len, default=[]), name])
    kept = max(best, key=len, default=[])
    return [name for name in new if name not in kept]


def column_changes(old: Sheet, new: Sheet, renamed: Mapping[str, str]) -> Iterator[Change]:
    """What two editions of one table say differently of its columns."""
    table = new.name
    names = [renamed.get(name, name) for name in old.columns]
    originally = {renamed.get(name, name): name for name in old.columns}
    for name in old.columns:
        if renamed.get(name, name) not in new.fields:
            yield Change(table, None, "column_removed", name, old.fields[name]["type"], None)
    for name in new.columns:
        if name not in originally:
            yield Change(table, None, "column_added", name, None, new.fields[name]["type"])
            continue
        if originally[name] != name:
            yield Change(table, None, "column_renamed", originally[name], originally[name], name)
        yield from _field(table, old.fields[originally[name]], new.fields[name])
    shared = [name for name in names if name in new.fields]
    ordered = [name for name in new.columns if name in originally]
    if shared != ordered:
        moved = ", ".join(_moved(shared, ordered))
        yield Change(table, None, "columns_reordered", moved, ", ".join(shared), ", ".join(ordered))
