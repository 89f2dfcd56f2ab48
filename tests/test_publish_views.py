"""views.sql opens a package in DuckDB: the same tables, and views that join them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import polars as pl
import pytest

from schemas.tables import tables
from scripts.publish.codes import code_columns, published_codelists
from scripts.publish.joined_views import JOINED_VIEWS
from scripts.publish.views import views
from tests.small_package import CELLS, META, small_tables, write_small
from validations.package import read_tables

TABLES = [one.name for one in tables()]
DUCKDB = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}
JOINED = [one.name for one in JOINED_VIEWS]
#: Texts of the invented package that stand in no article: readers get them wrong.
TRICKY = {cell for cells in CELLS.values() for cell in cells if isinstance(cell, str)}
#: Joined view → the table it has a row for each row of, its key, its column of words with a span.
SPANS = {
    "who_said_what": ("statements", "statement_id", "quote"),
    "figures_in_context": ("figures", "figure_id", "text"),
    "events_by_source": ("reports", "report_id", "trigger_text"),
}


@pytest.fixture(scope="module", params=["invented", "published"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "invented":
        return write_small(tmp_path_factory.mktemp("it's a package"))
    folder: Path = request.getfixturevalue("published")
    return folder


@pytest.fixture(scope="module")
def expected(package: Path) -> dict[str, pl.DataFrame]:
    return dict(read_tables(package)[0]) if (package / "curation").is_dir() else small_tables()


def script(package: Path) -> str:
    return (package / "views.sql").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def opened(package: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("SET VARIABLE package = ?", [str(package)])
        connection.execute(script(package))
        yield connection


def test_every_table_is_a_view_of_the_same_rows_and_types(
    opened: duckdb.DuckDBPyConnection, expected: dict[str, pl.DataFrame]
) -> None:
    for table in tables():
        described = opened.execute(f"DESCRIBE {table.name}").fetchall()
        kinds = [(field.name, DUCKDB[field.type]) for field in table.fields]
        assert [(name, kind) for name, kind, *_ in described] == kinds
        rows = opened.execute(f"FROM {table.name}").fetchall()
        assert rows == expected[table.name].rows()


def test_every_code_list_is_a_view_of_the_same_rows(opened: duckdb.DuckDBPyConnection) -> None:
    for codes in published_codelists():
        columns = code_columns(codes)
        rows = [
            tuple(_cell(row[column.name], column.type) for column in columns)
            for row in codes.rows.values()
        ]
        assert opened.execute(f"FROM {codes.name}").fetchall() == rows


def _cell(text: str, kind: str) -> str | float | None:
    if text == "":
        return None
    return float(text) if kind == "number" else text


def test_no_two_views_share_a_name(opened: duckdb.DuckDBPyConnection) -> None:
    named = [*TABLES, *(one.name for one in published_codelists()), *JOINED, "articles"]
    assert len(set(named)) == len(named)
    made = opened.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
    assert sorted(name for (name,) in made) == sorted(named)


def test_every_view_and_column_tells_what_it_means(opened: duckdb.DuckDBPyConnection) -> None:
    silent = opened.execute(
        "SELECT view_name FROM duckdb_views() WHERE NOT internal AND coalesce(comment, '') = ''"
    ).fetchall()
    assert silent == []
    of_columns = {
        (view, column): comment
        for view, column, comment in opened.execute(
            "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
    }
    assert all(of_columns.values())
    for table in tables():
        for field in table.fields:
            assert of_columns[table.name, field.name] == field.description
    assert of_columns["figures_in_context", "text"] == of_columns["figures", "text"]
    assert of_columns["sides_by_side", "value_text"] == of_columns["sides", "value_text"]


@pytest.mark.parametrize(
    ("view", "table"),
    [
        ("who_said_what", "statements"),
        ("figures_in_context", "figures"),
        ("who_did_what", "events"),
        ("events_by_source", "reports"),
        ("sides_by_side", "sides"),
        ("articles", "sources"),
    ],
)
def test_a_joined_view_neither_loses_nor_doubles_a_row(
    view: str,
    table: str,
    opened: duckdb.DuckDBPyConnection,
    expected: dict[str, pl.DataFrame],
) -> None:
    counted = opened.execute(f"SELECT count(*) FROM {view}").fetchone()
    assert counted == (expected[table].height,)


@pytest.mark.parametrize("view", SPANS)
def test_the_span_that_duckdb_cuts_is_the_one_of_the_file_and_stands_in_its_paragraph(
    view: str, opened: duckdb.DuckDBPyConnection, package: Path
) -> None:
    table, key, text = SPANS[view]
    rows = opened.execute(
        f"SELECT {table}.{text}, char_start, char_end, span_of(content, char_start, char_end), "
        f"paragraph, path FROM {table} JOIN articles USING (source_id) "
        f"JOIN sources USING (source_id) JOIN {view} USING ({key})"
    ).fetchall()
    assert opened.execute(f"SELECT count(*) FROM {table}").fetchall() == [(len(rows),)]
    for words, start, end, span, paragraph, path in rows:
        article = (package / path).read_bytes().decode("utf-8")
        assert span == article[start:end]
        assert span in paragraph
        assert paragraph in article.split("\n")
        assert span == words or words in TRICKY


def test_names_stand_for_ids(
    opened: duckdb.DuckDBPyConnection, expected: dict[str, pl.DataFrame]
) -> None:
    names = dict(expected["actors"].select("actor_id", "name").iter_rows())
    titles = dict(expected["sources"].select("source_id", "title").iter_rows())
    said = {row["statement_id"]: row for row in expected["statements"].iter_rows(named=True)}
    found = opened.execute(
        "SELECT statement_id, speaker_name, affiliation_name, source_title FROM who_said_what"
    ).fetchall()
    for key, speaker, affiliation, title in found:
        assert speaker == names.get(said[key]["speaker_id"])
        assert affiliation == names.get(said[key]["affiliation_id"])
        assert title == titles[said[key]["source_id"]]
    parts = expected["participants"].join(expected["actors"], on="actor_id")
    for view, key in (("who_did_what", "event_id"), ("events_by_source", "report_id")):
        for role, column in (("source", "source_actors"), ("target", "target_actors")):
            told = opened.execute(f"SELECT {key}, {column} FROM {view}").fetchall()
            for one, cell in told:
                of = parts.filter((pl.col(key) == one) & (pl.col("role") == role))["name"]
                assert (cell or "") == "; ".join(sorted(set(of)))


def test_a_figure_bears_the_verdict_of_its_own_comparison(
    opened: duckdb.DuckDBPyConnection, expected: dict[str, pl.DataFrame]
) -> None:
    verdicts = dict(expected["comparisons"].select("comparison_id", "verdict").iter_rows())
    sides = expected["sides"].drop_nulls("figure_id")
    known = {row["figure_id"]: set() for row in sides.iter_rows(named=True)}
    for row in sides.iter_rows(named=True):
        known[row["figure_id"]].add(verdicts[row["comparison_id"]])
    found = opened.execute("SELECT figure_id, verdict FROM figures_in_context").fetchall()
    assert any(verdict for _, verdict in found)
    for figure, verdict in found:
        assert verdict in known[figure] if figure in known else verdict is None


def test_a_part_of_a_sum_is_one_row_with_the_verdict_of_its_own_count(tmp_path: Path) -> None:
    write_small(tmp_path)
    with duckdb.connect() as connection:
        path = str(tmp_path / "data" / "sides.parquet")
        connection.execute(f"CREATE TABLE s AS FROM '{path}'")
        figure, own = connection.execute(
            "SELECT figure_id, comparison_id FROM s WHERE figure_id IS NOT NULL "
            "ORDER BY comparison_id LIMIT 1"
        ).fetchall()[0]
        # The same figure in another comparison, as a part: only its own count is told.
        connection.execute(
            "INSERT INTO s SELECT s.* REPLACE ('c-000000000000' AS comparison_id, "
            "'part' AS scope) FROM s WHERE figure_id = ? AND comparison_id = ?",
            [figure, own],
        )
        connection.execute(
            "UPDATE s SET scope = 'whole' WHERE figure_id = ? AND comparison_id = ?", [figure, own]
        )
        connection.execute(f"COPY s TO '{path}'")
        connection.execute("SET VARIABLE package = ?", [str(tmp_path)])
        connection.execute(script(tmp_path))
        found = connection.execute(
            "SELECT comparison_id FROM figures_in_context WHERE figure_id = ?", [figure]
        ).fetchall()
    assert found == [(own,)]


def test_without_a_variable_the_package_is_the_folder_where_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_small(tmp_path))
    with duckdb.connect() as connection:
        connection.execute(script(Path()))
        rows = connection.execute("FROM figures").fetchall()
    assert rows == small_tables()["figures"].rows()


def test_the_script_runs_twice_and_moves_to_another_package(tmp_path: Path) -> None:
    first, second = write_small(tmp_path / "one"), write_small(tmp_path / "two")
    (second / "articles" / "harbour-post.md").write_text("Changed since.", encoding="utf-8")
    counts = []
    with duckdb.connect() as connection:
        for folder in (first, second):
            connection.execute("SET VARIABLE package = ?", [f"{folder}/"])
            connection.execute(script(folder))
            counts += connection.execute(
                "SELECT count(*), count(*) FILTER (source_id != 'harbour-post'), "
                "count(paragraph) FROM figures_in_context"
            ).fetchall()
    (every, others, shown), (_, _, kept) = counts
    assert shown == every
    assert kept == others < every, "a changed article has no paragraph to show"


def test_offsets_count_code_points_in_duckdb() -> None:
    # A letter with a combining accent, a flag (two code points), a family (five), a non-BMP letter.
    text = "e\u0301 🇦🇲 👨\u200d👩\u200d👧 𐍈 12 men"
    start = text.index("12")
    with duckdb.connect() as connection:
        found = connection.execute(
            "SELECT length($1), substr($1, $2 + 1, 2)", [text, start]
        ).fetchone()
    assert found == (len(text), "12")


def test_what_the_package_calls_itself_cannot_end_a_comment_or_a_text() -> None:
    described = {
        "resources": [
            {
                "name": name,
                "type": "table",
                "path": f"data/{name}.csv",
                "description": "it's one'; DROP TABLE mine; --",
                "schema": {
                    "fields": [
                        {"name": field.name, "type": field.type, "description": "'; DROP"}
                        for field in table.fields
                    ]
                },
            }
            for name, table in ((one.name, one) for one in tables())
        ]
    }
    found = views(replace(META, title="Two\nlines\r\n; DROP TABLE mine"), described)
    assert found.startswith("-- Two lines ; DROP TABLE mine, version 1.2.3")
    statements = duckdb.extract_statements(found)
    assert not any(one.type == duckdb.StatementType.DROP for one in statements)
