import json
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import polars as pl
import pytest

from schemas.tables import codelist, codelists, table, tables
from scripts.publish.article_resources import resource_name, source_entry
from scripts.publish.codes import code_columns, published_codelists, write_codes
from scripts.publish.coverage import related, temporal
from scripts.publish.metadata import PackageMeta
from scripts.publish.package import write_package
from tests.small_package import META, small_articles, small_tables, write_small
from validations.consumer import PROFILE, check_consumer
from validations.sums import stamp

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def descriptor(package: Path) -> Any:
    return json.loads((package / "datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def resources(descriptor: Any) -> Any:
    return {resource["name"]: resource for resource in descriptor["resources"]}


def test_tables_come_first_in_order_then_code_lists_then_articles_and_no_name_is_used_twice(
    descriptor: Any,
) -> None:
    names = [resource["name"] for resource in descriptor["resources"]]
    articles = ["article-daily-lamp", "article-harbour-post", "article-north-wire"]
    assert names == [*(one.name for one in tables()), *codelists(), *articles]
    assert len(set(names)) == len(names)


def test_registers_of_actors_and_places_are_no_code_lists(package: Path) -> None:
    published = {path.stem for path in (package / "codes").iterdir()}
    assert published == set(codelists())
    assert not published & {"actors", "places"}


def test_the_package_says_what_its_metadata_says(descriptor: Any) -> None:
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (descriptor["name"], descriptor["version"]) == ("ardenia-belmark", "1.2.3")
    assert descriptor["created"] == "2021-03-01T00:00:00Z"
    assert descriptor["contributors"] == [{"title": "the makers", "roles": ["creator"]}]
    assert descriptor["licenses"][0]["scope"] == "data"
    assert descriptor["bibliographicCitation"] == (
        "the makers (2021). Ardenia and Belmark. Version 1.2.3. Data set."
    )


def identity(folder: Path, meta: PackageMeta, rows: dict[str, pl.DataFrame]) -> str:
    write_package(folder, folder, rows, meta, small_articles())
    return str(json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["id"])


def test_the_id_is_made_of_name_version_and_content_and_of_nothing_else(tmp_path: Path) -> None:
    first = identity(tmp_path / "a", META, small_tables())
    assert uuid.UUID(first).version == 5
    assert first.startswith("urn:uuid:")
    assert identity(tmp_path / "b", replace(META, title="Another"), small_tables()) == first
    others = [
        identity(tmp_path / "c", replace(META, version="1.2.4"), small_tables()),
        identity(tmp_path / "d", replace(META, name="another"), small_tables()),
        identity(tmp_path / "e", META, break_cell("figures", "text", "13 sailors")),
    ]
    assert len({first, *others}) == 4


def test_articles_are_sources_with_address_and_version_only_where_they_are_known(
    descriptor: Any,
) -> None:
    first, second, _ = descriptor["sources"]
    assert first["title"].endswith("(Daily Lamp)")
    assert first["path"] == "https://daily-lamp.example/1"
    (row,) = small_tables()["sources"].filter(source_id="harbour-post").rows(named=True)
    assert second == {"title": "harbour-post", "version": f"sha256:{row['original_sha256']}"}


def test_the_original_of_a_digest_is_told_by_its_hash() -> None:
    row = {"source_id": "x", "title": None, "publisher": None, "url": "ftp://x.example/1"}
    assert source_entry(row | {"original_sha256": "0" * 64}) == {
        "title": "x",
        "version": f"sha256:{'0' * 64}",
    }


def test_an_article_is_a_resource_that_is_no_table(package: Path, resources: Any) -> None:
    lamp = resources["article-daily-lamp"]
    content = (package / "articles" / "daily-lamp.md").read_bytes()
    assert lamp["profile"] == "data-resource"
    assert not {"type", "schema", "dialect"} & lamp.keys()
    assert (lamp["path"], lamp["format"]) == ("articles/daily-lamp.md", "md")
    assert (lamp["mediatype"], lamp["encoding"]) == ("text/markdown", "utf-8")
    assert (lamp["bytes"], lamp["hash"]) == tuple(stamp(content).values())
    assert lamp["title"].startswith("Zoë said")
    assert lamp["sources"][0]["path"] == "https://daily-lamp.example/1"
    assert (lamp["concord:source_id"], lamp["concord:generated"]) == ("daily-lamp", True)


def test_rights_and_basis_of_an_article_are_those_of_its_source(resources: Any) -> None:
    for row in small_tables()["sources"].iter_rows(named=True):
        told = resources[f"article-{row['source_id']}"]
        assert told.get("concord:rights") == row["rights"]
        assert told["concord:basis"] == row["basis"]


def test_a_name_of_a_resource_has_no_capital() -> None:
    assert resource_name("BBC_2031-a") == "article-bbc_2031-a"


def test_coverage_is_what_the_rows_bear(descriptor: Any) -> None:
    events = small_tables()["events"]
    dates = [day for name in ("start_date", "end_date") for day in events[name].drop_nulls()]
    assert descriptor["temporal"] == {
        "start": min(dates).isoformat(),
        "end": max(dates).isoformat(),
    }
    assert descriptor["relatedIdentifiers"] == [
        {
            "relationType": "IsDerivedFrom",
            "relatedIdentifier": url,
            "relatedIdentifierType": "URL",
        }
        for url in ("https://daily-lamp.example/1", "https://north-wire.example/1")
    ]


def test_what_no_row_bears_is_left_out_of_the_coverage() -> None:
    rows = small_tables()
    assert temporal(rows["events"].clear()) is None
    assert related(rows["sources"].clear()) == []


def test_what_nobody_gave_is_left_out(tmp_path: Path) -> None:
    bare = PackageMeta("a", "A", "B.", "0.0.0")
    write_package(tmp_path, tmp_path, small_tables(), bare)
    found = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    unknown = {"created", "keywords", "licenses", "contributors", "bibliographicCitation"}
    assert not unknown & found.keys()
    assert frictionless.validate(str(tmp_path / "datapackage.json")).valid
    assert "How to cite" not in (tmp_path / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [one.name for one in tables()])
def test_a_resource_is_what_old_and_new_readers_ask_for(name: str, resources: Any) -> None:
    resource = resources[name]
    assert (resource["type"], resource["profile"]) == ("table", "tabular-data-resource")
    assert (resource["path"], resource["encoding"]) == (f"data/{name}.csv", "utf-8")
    assert resource["dialect"]["lineTerminator"] == "\n"
    assert resource["hash"].startswith("sha256:")
    assert resource["schema"]["missingValues"] == [""]
    assert "fieldsMatch" not in resource["schema"]
    assert [field["name"] for field in resource["schema"]["fields"]] == list(table(name).columns)
    for key in resource["schema"].get("foreignKeys", []):
        assert isinstance(key["fields"], list)
        assert isinstance(key["reference"]["fields"], list)


def test_types_are_plain_and_examples_are_text(resources: Any) -> None:
    schemas = [one["schema"] for one in resources.values() if "schema" in one]
    fields = [field for schema in schemas for field in schema["fields"]]
    assert all(field["title"] and field["description"] for field in fields)
    assert {field["type"] for field in fields} <= {"string", "integer", "number", "boolean", "date"}
    assert {type(field["example"]) for field in fields if "example" in field} == {str}


def test_a_coded_column_lists_its_codes_and_points_to_their_list(resources: Any) -> None:
    schema = resources["figures"]["schema"]
    (bound,) = [field for field in schema["fields"] if field["name"] == "bound"]
    assert bound["constraints"]["enum"] == list(codelist("bounds").codes)
    assert {
        "fields": ["bound"],
        "reference": {"resource": "bounds", "fields": ["code"]},
    } in schema["foreignKeys"]


def test_a_key_to_the_table_itself_names_no_resource(resources: Any) -> None:
    keys = resources["events"]["schema"]["foreignKeys"]
    (part,) = [key for key in keys if key["fields"] == ["part_of_event_id"]]
    assert part["reference"] == {"fields": ["event_id"]}


def break_cell(name: str, column: str, value: str) -> dict[str, pl.DataFrame]:
    rows = small_tables()
    changed = rows[name].with_columns(
        pl.when(pl.int_range(pl.len()) == 0).then(pl.lit(value)).otherwise(column).alias(column)
    )
    return rows | {name: changed}


@pytest.mark.parametrize(
    ("name", "column", "value", "error"),
    [
        ("figures", "bound", "roughly", "constraint-error"),
        ("figures", "bound", "roughly", "foreign-key"),
        ("figures", "source_id", "nobody", "foreign-key"),
        ("events", "part_of_event_id", "e-ffffffffffff", "foreign-key"),
        ("figures", "figure_id", "f-000001000002", "primary-key"),
        ("figures", "figure_id", "7", "constraint-error"),
    ],
)
def test_frictionless_finds_what_breaks_the_declared_promises(
    name: str, column: str, value: str, error: str, tmp_path: Path
) -> None:
    write_package(tmp_path, tmp_path, break_cell(name, column, value), META)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert [error] in report.flatten(["type"])


def test_the_json_is_stable_indented_by_two_and_ends_with_lf(
    package: Path, descriptor: Any
) -> None:
    text = (package / "datapackage.json").read_bytes().decode("utf-8")
    assert text == json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
    assert "Zoë" in text


@pytest.mark.parametrize("name", codelists())
def test_every_column_of_every_code_list_has_a_meaning(name: str) -> None:
    columns = code_columns(codelist(name))
    assert columns[0].name == "code"
    assert all(column.description for column in columns)


@pytest.mark.parametrize("codes", published_codelists(), ids=lambda codes: codes.name)
def test_a_published_code_list_is_the_declared_one(codes, tmp_path: Path) -> None:
    write_codes(codes, tmp_path / "x.csv")
    written = (tmp_path / "x.csv").read_bytes()
    assert written == (ROOT / "schemas" / "codes" / f"{codes.name}.csv").read_bytes()


def test_consumers_stumble_over_nothing(package: Path) -> None:
    assert check_consumer(package) == []


def test_the_official_profile_accepts_the_descriptor_and_would_not_accept_any(
    descriptor: Any,
) -> None:
    profile = json.loads(PROFILE.read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(profile)
    assert list(validator.iter_errors(descriptor)) == []
    assert not validator.is_valid(descriptor | {"created": 2021})
    assert not validator.is_valid(descriptor | {"resources": []})
