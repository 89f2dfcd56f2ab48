"""A written package opens in pandas, polars, DuckDB, R and frictionless, and says the same."""

import json
import math
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pytest

from schemas.frames import polars_schema
from schemas.tables import table, tables
from tests.readers.programs import rscript, run
from tests.readers.web import serving
from tests.small_package import small_tables, write_small
from validations.package import read_tables

TABLES = [one.name for one in tables()]
DUCKDB = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}
PANDAS = {"string": "str", "integer": "Int64", "number": "float64"}
R = {"string": "character", "integer": "integer", "number": "numeric", "date": "Date"}


@pytest.fixture(scope="module", params=["invented", "unzipped"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "invented":
        return write_small(tmp_path_factory.mktemp("package"))
    folder: Path = request.getfixturevalue("unzipped")
    return folder


@pytest.fixture(scope="module", params=["folder", "web"])
def place(request: pytest.FixtureRequest, package: Path) -> Iterator[str]:
    """Where readers are told to look: the folder of a package, or its address."""
    if request.param == "folder":
        yield str(package)
        return
    with serving(package) as address:
        yield address


@pytest.fixture(scope="module")
def expected(package: Path) -> dict[str, pl.DataFrame]:
    return dict(read_tables(package)[0]) if (package / "curation").is_dir() else small_tables()


def columns_of(kind: str, name: str) -> list[str]:
    return [field.name for field in table(name).fields if field.type == kind]


def resources(package: Path) -> dict[str, Any]:
    """Tables and code lists by name."""
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    return {one["name"]: one for one in descriptor["resources"] if "schema" in one}


def plain(value: Any) -> Any:
    """A value as JSON has it, a missing one as None."""
    if value is None or value is pd.NA or value is pd.NaT or value != value:  # noqa: PLR0124
        return None
    return str(value)[:10] if hasattr(value, "isoformat") else value


def same(found: list[Any], wanted: list[Any]) -> bool:
    """The values agree, numbers to the fifteen digits that R prints."""
    pairs = [(plain(one), plain(other)) for one, other in zip(found, wanted, strict=True)]
    return all(
        math.isclose(one, other, rel_tol=1e-14)
        if isinstance(one, int | float) and isinstance(other, int | float)
        else one == other
        for one, other in pairs
    )


@pytest.mark.parametrize("name", TABLES)
def test_polars_reads_the_same_from_both_forms(
    name: str, place: str, expected: dict[str, pl.DataFrame]
) -> None:
    schema = polars_schema(table(name))
    from_parquet = pl.read_parquet(f"{place}/data/{name}.parquet")
    from_csv = pl.read_csv(f"{place}/data/{name}.csv", schema=schema)
    assert from_parquet.schema == schema
    assert from_parquet.equals(expected[name])
    assert from_csv.equals(expected[name])


@pytest.mark.parametrize("name", TABLES)
def test_pandas_reads_the_same_from_both_forms(
    name: str, place: str, expected: dict[str, pl.DataFrame]
) -> None:
    kinds = {field.name: field.type for field in table(name).fields}
    from_parquet = pd.read_parquet(f"{place}/data/{name}.parquet", dtype_backend="pyarrow")
    from_csv = pd.read_csv(
        f"{place}/data/{name}.csv",
        keep_default_na=False,
        na_values=[""],
        dtype={column: PANDAS[kind] for column, kind in kinds.items() if kind != "date"},
        parse_dates=columns_of("date", name),
    )
    for found in (from_parquet, from_csv):
        assert list(found.columns) == list(kinds)
        for column in kinds:
            assert same(found[column].tolist(), expected[name][column].to_list()), column
    for column in columns_of("date", name):
        assert str(from_parquet[column].dtype) == "date32[day][pyarrow]"
        assert str(from_csv[column].dtype).startswith("datetime64") or not len(from_csv)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_duckdb_reads_the_same_from_both_forms(
    name: str, form: str, package: Path, expected: dict[str, pl.DataFrame]
) -> None:
    path = package / "data" / f"{name}.{form}"
    kinds = {field.name: DUCKDB[field.type] for field in table(name).fields}
    with duckdb.connect() as connection:
        found = (
            connection.read_csv(str(path), dtype=kinds)
            if form == "csv"
            else connection.read_parquet(str(path))
        )
        assert dict(zip(found.columns, map(str, found.types), strict=True)) == kinds
        rows = found.fetchall()
    assert rows == expected[name].rows()


def test_duckdb_joins_figures_to_sources_and_events_without_losing_or_doubling_one(
    package: Path, expected: dict[str, pl.DataFrame]
) -> None:
    with duckdb.connect() as connection:
        for name in TABLES:
            connection.execute(f"CREATE VIEW {name} AS FROM '{package / 'data' / name}.parquet'")
        query = (
            "SELECT count(*) FROM figures JOIN sources USING (source_id) "
            "LEFT JOIN events USING (event_id)"
        )
        assert connection.execute(query).fetchone() == (expected["figures"].height,)


@pytest.mark.parametrize("name", TABLES)
def test_no_table_and_no_column_bears_a_word_that_sql_reserves(name: str, package: Path) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"CREATE VIEW {name} AS FROM '{package / 'data' / name}.parquet'")
        for column in table(name).columns:
            connection.execute(f"SELECT {column} FROM {name}")


@pytest.mark.parametrize("name", TABLES)
def test_every_key_leads_to_exactly_one_row(name: str, expected: dict[str, pl.DataFrame]) -> None:
    for key in table(name).foreign_keys:
        left = expected[name].drop_nulls(key.fields)
        joined = left.join(expected[key.table], left_on=key.fields, right_on=key.reference)
        assert joined.height == left.height, key


@pytest.mark.parametrize("name", TABLES)
def test_the_descriptor_counts_the_rows(
    name: str, package: Path, expected: dict[str, pl.DataFrame]
) -> None:
    assert resources(package)[name]["concord:rows"] == expected[name].height


def test_duckdb_asks_frames_that_came_over_the_web(
    place: str, expected: dict[str, pl.DataFrame]
) -> None:
    """Where its own extension for addresses cannot be had, as the data dictionary says."""
    figures = pl.read_parquet(f"{place}/data/figures.parquet")
    sources = pd.read_parquet(f"{place}/data/sources.parquet")
    assert len(figures)
    assert len(sources)
    with duckdb.connect() as connection:
        found = connection.execute(
            "SELECT figure_id, title FROM figures JOIN sources USING (source_id) ORDER BY figure_id"
        ).fetchall()
    wanted = expected["figures"].join(expected["sources"], on="source_id").sort("figure_id")
    assert found == wanted.select("figure_id", "title").rows()


def test_frictionless_accepts_the_package_and_reads_the_same(
    place: str, package: Path, expected: dict[str, pl.DataFrame]
) -> None:
    import frictionless

    report = frictionless.validate(f"{place}/datapackage.json")
    assert report.valid, report.flatten(["type", "rowNumber", "fieldName", "note"])
    counted = {task.name: task.stats["rows"] for task in report.tasks if "rows" in task.stats}
    assert counted == {
        name: resource["concord:rows"] for name, resource in resources(package).items()
    }
    read = frictionless.Package(f"{place}/datapackage.json")
    for name, frame in expected.items():
        rows = [tuple(row.to_dict().values()) for row in read.get_resource(name).read_rows()]
        assert [[*map(_float, row)] for row in rows] == [
            [*map(_float, row)] for row in frame.rows()
        ]


def _float(value: Any) -> Any:
    """Numbers as floats: frictionless reads decimals."""
    return float(value) if isinstance(value, Decimal) else value


@pytest.fixture(scope="module")
def read_by_r(place: str, tmp_path_factory: pytest.TempPathFactory) -> Any:
    out = tmp_path_factory.mktemp("r") / "read.json"
    script = Path(__file__).parent / "readers" / "read.R"
    run([rscript(), "--vanilla", str(script), place, str(out)], out.parent)
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.mark.programs
@pytest.mark.parametrize("way", ["base", "readr"])
def test_r_reads_the_same(
    way: str, package: Path, expected: dict[str, pl.DataFrame], read_by_r: Any
) -> None:
    found = read_by_r[way]
    assert set(found["rows"]) == set(resources(package))
    for name, frame in expected.items():
        assert found["rows"][name] == [frame.height]
        kinds = {field.name: [R[field.type]] for field in table(name).fields}
        assert found["types"][name] == kinds
        for column in frame.columns:
            read = found["columns"][name][column]
            assert same(read, frame[column].to_list()), f"{name}.{column}"


@pytest.mark.programs
@pytest.mark.parametrize("way", ["base", "readr"])
def test_r_joins_figures_to_sources_and_events_without_losing_or_doubling_one(
    way: str, expected: dict[str, pl.DataFrame], read_by_r: Any
) -> None:
    height = [expected["figures"].height]
    assert read_by_r[way]["joins"] == {"figures_of_sources": height, "figures_of_events": height}
