"""The data dictionary: `README.md` of a package, made from schemas, code lists and metadata."""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from schemas.tables import Codelist, Table
from scripts.publish.comparing import comparing_section
from scripts.publish.metadata import Caveat, PackageMeta
from scripts.publish.reading import reading_section

#: What holds for every package, however it was curated.
CAVEATS = (
    Caveat(
        "found-by-rules",
        "Rows are found by rules, named in `found_by`; nobody typed them in. What no rule knows is "
        "not there: count rows to learn what was found, not what happened.",
    ),
    Caveat(
        "empty-is-not-zero",
        "An empty cell means that the article does not say, or that its words leave it open. "
        "Nothing is filled in by a guess or a default.",
    ),
    Caveat(
        "announced-is-not-done",
        "`modality` tells a promise from a deed. Leave it out of a filter and both are counted.",
    ),
    Caveat(
        "low-and-high-are-words",
        "`low` and `high` are what the printed words allow. They are no confidence interval.",
    ),
    Caveat(
        "dates-are-intervals",
        "`start_date` and `end_date` are the first and last day that the words allow, and "
        "`date_precision` says how close that is. They do not say that something lasted so long.",
    ),
    Caveat(
        "sources-repeat-each-other",
        "Several articles that rest on one statement or one wire are several in `source_count` and "
        "one in `independent_count`.",
    ),
    Caveat(
        "conflicts-stay",
        "Where sources cannot all be right, `verdict` is `conflict` and every side is in `sides`. "
        "None is dropped, and `best` settles nothing.",
    ),
    Caveat(
        "offsets-count-characters",
        "`char_start` and `char_end` count Unicode code points from 0, the end excluded, in the "
        "file that `sources.path` names. Bytes and UTF-16 units give other numbers.",
    ),
)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _columns(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _values(table: Table, column: str) -> str:
    """What a column may hold, beyond its type."""
    field = table.field(column)
    links = [
        f"key of [{key.table}](#{key.table})"
        for key in table.foreign_keys
        if key.fields == (column,)
    ]
    if field.codes:
        links.append(f"code of [{field.codes}](#codes-{field.codes})")
    if field.minimum is not None:
        links.append(f"at least {field.minimum:g}")
    if field.maximum is not None:
        links.append(f"at most {field.maximum:g}")
    return ", ".join(links)


def _overview(tables: Sequence[Table], rows: Mapping[str, int]) -> str:
    lines = [
        (f"[{t.name}](#{t.name})", t.description, _columns(t.primary_key), str(rows[t.name]))
        for t in tables
    ]
    return "## The tables\n\n" + _grid(("table", "what a row is", "key", "rows"), lines)


def _table(table: Table, rows: int) -> str:
    grid = _grid(
        ("column", "type", "filled", "meaning", "values", "example"),
        [
            (
                f"`{field.name}`",
                field.type,
                "always" if field.required else "where known",
                field.description,
                _values(table, field.name),
                "" if field.example is None else f"`{field.example}`",
            )
            for field in table.fields
        ],
    )
    keys = [f"Key: {_columns(table.primary_key)}."]
    keys += [f"No two rows share {_columns(key)}." for key in table.unique_keys]
    head = f"### {table.name}\n\n{table.description} {rows} rows. {' '.join(keys)}"
    return f"{head}\n\n{grid}"


def _codes(codes: Codelist) -> str:
    names = list(next(iter(codes.rows.values())))
    kept = [name for name in names if any(row[name] for row in codes.rows.values())]
    grid = _grid(
        [name.replace("_", " ") for name in kept],
        [
            [f"`{row[name]}`" if name == names[0] else row[name] for name in kept]
            for row in codes.rows.values()
        ],
    )
    return f"### Codes: {codes.name}\n\n{grid}"


def _caveats(package: PackageMeta) -> str:
    lines = [f"- **{c.name}**: {c.text}" for c in (*package.caveats, *CAVEATS)]
    return "## What to know before you count\n\n" + "\n".join(lines)


def _terms(package: PackageMeta) -> str:
    parts = []
    if package.licenses:
        lines = [f"- {one.scope}: [{one.title}]({one.path})" for one in package.licenses]
        parts.append("## Licence\n\n" + "\n".join(lines))
    makers = "; ".join(person.title for person in package.contributors)
    if makers and package.created:
        year = package.created.year
        line = f"{makers} ({year}). {package.title}. Version {package.version}. Data set."
        parts.append(f"## How to cite\n\n{line}")
    return "\n\n".join(parts)


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
    rows = {name: frame.height for name, frame in frames.items()}
    parts = [
        f"# {package.title}",
        f"{package.description}",
        f"Version {package.version}. A build makes this folder from articles, schemas and code "
        "lists. All files but those in `articles/` and `curation/` are its own: do not edit them.",
        _overview(tables, rows),
        reading_section(),
        comparing_section(),
        _caveats(package),
        _terms(package),
        "## The columns",
        *(_table(table, rows[table.name]) for table in tables),
        "## The codes",
        "Codes are retired, never removed or used anew.",
        *(_codes(one) for one in codes),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"
