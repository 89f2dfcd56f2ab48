"""The code lists: every code, what it means, when it is used and how often in this version."""

from collections.abc import Mapping, Sequence

import polars as pl

from schemas.tables import Codelist, Table
from scripts.publish.codes import code_columns
from scripts.publish.dictionary.markdown import code, link, listed
from validations.markdown import grid

HEADING = "The codes"
_RETIRED = ("deprecated_in", "replaced_by")
#: Columns that every list has, and that say what they are.
_COMMON = ("code", "title", "description", "use_when", *_RETIRED)


def _heading(name: str) -> str:
    return f"Codes: {name}"


def codes_link(name: str) -> str:
    """A link to the section where the codes of a list are defined."""
    return link(_heading(name), name)


def _columns(codes: Codelist, tables: Sequence[Table]) -> list[tuple[str, str]]:
    """Table and column of every column that takes its values from the list."""
    return [(t.name, field.name) for t in tables for field in t.fields if field.codes == codes.name]


def _counts(
    where: tuple[str, str], codes: Codelist, frames: Mapping[str, pl.DataFrame]
) -> list[str]:
    found = dict(frames[where[0]][where[1]].value_counts().iter_rows())
    return [str(found.get(one, 0)) for one in codes.codes]


def _telling(codes: Codelist) -> list[str]:
    """The columns that say something that the others do not."""
    rows = list(codes.rows.values())
    titled = all(row["title"].lower() == row["code"].replace("_", " ").lower() for row in rows)
    names = [name for name in rows[0] if any(row[name] for row in rows)]
    return [name for name in names if not (name == "title" and titled)]


def _list(codes: Codelist, tables: Sequence[Table], frames: Mapping[str, pl.DataFrame]) -> str:
    used = _columns(codes, tables)
    kept = _telling(codes)
    counts = [_counts(where, codes, frames) for where in used]
    header = [name.replace("_", " ") for name in kept]
    header += [f"rows in `{table}`" for table, _ in used]
    lines = []
    for number, row in enumerate(codes.rows.values()):
        cells = [code(row[name]) if name == "code" else row[name] for name in kept]
        lines.append([*cells, *(column[number] for column in counts)])
    head = f"### {_heading(codes.name)}\n\nFile: [codes/{codes.name}.csv](codes/{codes.name}.csv)."
    if used:
        more = "last column says" if len(used) == 1 else "last columns say"
        places = [f"`{column}` of {link(table)}" for table, column in used]
        head += f" Used by {listed(places)}; the {more} in how many rows of this version."
    own = [one for one in code_columns(codes) if one.name in kept and one.name not in _COMMON]
    notes = "".join(f"\n- **{one.title.lower()}**: {one.description}" for one in own)
    return (
        f"{head}\n{notes}\n\n{grid(header, lines)}" if notes else f"{head}\n\n{grid(header, lines)}"
    )


def codes_section(
    codes: Sequence[Codelist], tables: Sequence[Table], frames: Mapping[str, pl.DataFrame]
) -> str:
    """Every code list, in order."""
    gone = [
        f"`{row['code']}` of {codes_link(one.name)}"
        for one in codes
        for row in one.rows.values()
        if any(row.get(name) for name in _RETIRED)
    ]
    retired = f"Retired are {listed(gone)}." if gone else "None is retired in this version."
    parts = [
        f"## {HEADING}",
        "A code means the same in every table and in every version. Codes are retired, never used "
        "anew: a retired one stays in its list, with the version since which it is no longer given "
        f"(`deprecated_in`) and the code that took its place (`replaced_by`). {retired}",
        *(_list(one, tables, frames) for one in codes),
    ]
    return "\n\n".join(parts)
