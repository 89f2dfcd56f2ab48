"""`views.sql`: a DuckDB script that opens a package as one view a table, and as joined views.

The script reads the Parquet files of the tables, the CSV files of the code lists and, for the
paragraphs around spans, the articles. What a table, a column or a code list means is said once, in
the descriptor, and told to the database as comments.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from scripts.publish.joined_views import JOINED_VIEWS, JoinedView, Shown
from scripts.publish.metadata import PackageMeta
from scripts.publish.records import Json, is_codelist, tables, tabular

VIEWS = "views.sql"

#: Type of a column in a code list → what DuckDB reads it as.
_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}

_HEAD = """\
-- {title}, version {version}: views for DuckDB 1.4 or later.
-- One view a table and a code list, of the same name, and views that join them:
{names}
-- In the folder of this file, in DuckDB's command line:
--   .read views.sql
--   SELECT publisher, text, verdict FROM figures_in_context;
-- From anywhere else, say first where the package is, as a folder or as an address:
--   SET VARIABLE package = 'path/to/package';
-- In Python:
--   connection = duckdb.connect()
--   connection.execute("SET VARIABLE package = 'path/to/package'")
--   connection.execute(open("path/to/package/views.sql", encoding="utf-8").read())
-- For an address DuckDB needs its extension httpfs, which it fetches by itself the first time; a
-- computer without network needs the folder.
-- The views look the variable up when they are asked, so it belongs to every connection: run this
-- script again in each. CREATE TABLE mine AS FROM figures_in_context keeps the rows.
-- What columns mean: SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'events';
-- A build makes this file: do not edit it."""

_PACKAGE = "SET VARIABLE package = rtrim(coalesce(getvariable('package'), '.'), '/');"

_ARTICLES = r"""
SET VARIABLE package_articles = (
  SELECT list(DISTINCT getvariable('package') || '/' || path) FROM sources
);

-- By hash: the offsets hold in the text that was read and in no other.
CREATE OR REPLACE VIEW articles AS
SELECT sources.source_id, files.content
FROM sources
JOIN (
  SELECT DISTINCT content, sha256(content) AS sha256
  FROM read_text(getvariable('package_articles'))
) AS files ON files.sha256 = sources.sha256;

-- Offsets count Unicode code points from 0, the end excluded; so do DuckDB's substr and length.
CREATE OR REPLACE MACRO span_of(content, char_start, char_end) AS
  substr(content, char_start + 1, char_end - char_start);

CREATE OR REPLACE MACRO paragraph_around(content, char_start, char_end) AS trim(
  regexp_extract(substr(content, 1, char_start), '[^\n\r\v\f\x{85}\x{2028}\x{2029}]*$')
  || span_of(content, char_start, char_end)
  || regexp_extract(substr(content, char_end + 1), '^[^\n\r\v\f\x{85}\x{2028}\x{2029}]*')
);
"""
_OF_ARTICLES = {
    "source_id": "The source the text belongs to.",
    "content": "The article as it was read; offsets count in it.",
}


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _comments(view: str, description: str, columns: Mapping[str, str]) -> str:
    lines = [f"COMMENT ON VIEW {view} IS {_text(description)};"]
    lines += [f"COMMENT ON COLUMN {view}.{name} IS {_text(of)};" for name, of in columns.items()]
    return "\n".join(lines)


def _described(resource: Json) -> dict[str, str]:
    return {field["name"]: field["description"] for field in resource["schema"]["fields"]}


def _table(resource: Json) -> str:
    name = resource["name"]
    path = PurePosixPath(resource["path"]).with_suffix(".parquet")
    return (
        f"CREATE OR REPLACE VIEW {name} AS\nFROM read_parquet(getvariable('package') || '/{path}');"
    )


def _codes(resource: Json) -> str:
    columns = ", ".join(
        f"{_text(field['name'])}: {_text(_TYPES[field['type']])}"
        for field in resource["schema"]["fields"]
    )
    return (
        f"CREATE OR REPLACE VIEW {resource['name']} AS\n"
        f"FROM read_csv(\n  getvariable('package') || '/{resource['path']}',\n"
        f"  header = true, nullstr = '', columns = {{{columns}}}\n);"
    )


def _meaning(shown: Shown, meanings: Mapping[str, str]) -> str:
    return shown.description or meanings[shown.sql]


def _joined(view: JoinedView, meanings: Mapping[str, str]) -> str:
    columns = ",\n".join(
        f"  {one.sql} AS {one.column}" if one.name else f"  {one.sql}" for one in view.columns
    )
    told = {one.column: _meaning(one, meanings) for one in view.columns}
    return (
        f"CREATE OR REPLACE VIEW {view.name} AS\nSELECT\n{columns}\nFROM {view.source};\n"
        + _comments(view.name, view.description, told)
    )


def _parts(described: Json) -> Iterator[str]:
    for resource in tabular(described):
        yield _codes(resource) if is_codelist(resource) else _table(resource)
        yield _comments(resource["name"], resource["description"], _described(resource))
    yield _ARTICLES.strip()
    yield _comments("articles", "One row is the text of an article that was read.", _OF_ARTICLES)
    meanings = {
        f"{one['name']}.{name}": description
        for one in tables(described)
        for name, description in _described(one).items()
    }
    for view in JOINED_VIEWS:
        yield _joined(view, meanings)


def views(package: PackageMeta, described: Json) -> str:
    """The script, in DuckDB's SQL, with LF line ends.

    Args:
        package: Title and version.
        described: The descriptor; its tables and code lists become views.
    """
    names = "\n".join(f"--   {view.name}: {view.description}" for view in JOINED_VIEWS)
    head = _HEAD.format(title=" ".join(package.title.split()), version=package.version, names=names)
    return "\n\n".join([head, _PACKAGE, *_parts(described)]) + "\n"
