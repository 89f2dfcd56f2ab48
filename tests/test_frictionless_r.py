"""What R's frictionless 1.2.1 needs of a package, held on its files: it cannot be installed here.

It maps columns by position, wants `profile`, makes factors of `enum` alone, reads a cell that is no
whole date as missing, and stops at lists and at labelled missing values.
"""

import csv
import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from tests.small_package import write_small

PUBLISHED = Path(__file__).parent.parent / "datapackage"
#: Types that 1.2.1 reads without making more of them than stands there, as of `yearmonth`.
TYPES = {"string", "integer", "number", "boolean", "date"}
#: Texts that some reader takes for a missing value.
LOOK_MISSING = {"", "NA", "N/A", "NULL", "None", "null", "nan", "NaN", "-9", "-99", "-999"}


@pytest.fixture(scope="module", params=["invented", "published"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if request.param == "published":
        return PUBLISHED
    return write_small(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def descriptor(package: Path) -> Any:
    return json.loads((package / "datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tables(descriptor: Any) -> list[Any]:
    return [one for one in descriptor["resources"] if "schema" in one]


def cells(package: Path, resource: Any) -> tuple[list[str], list[list[str]]]:
    with (package / resource["path"]).open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file, strict=True)
    return head, rows


def named(resource: Any, field: Any) -> str:
    return f"{resource['name']}.{field['name']}"


def test_columns_stand_in_the_order_of_the_schema(package: Path, tables: list[Any]) -> None:
    for one in tables:
        assert cells(package, one)[0] == [field["name"] for field in one["schema"]["fields"]]


def test_every_table_bears_the_older_property_beside_the_newer(tables: list[Any]) -> None:
    assert len(tables) > 20
    told = {(one["type"], one["profile"], one["format"], one["encoding"]) for one in tables}
    assert told == {("table", "tabular-data-resource", "csv", "utf-8")}


def test_every_column_of_codes_lists_them(package: Path, tables: list[Any]) -> None:
    codes = {
        one["name"]: [row[0] for row in cells(package, one)[1]]
        for one in tables
        if one["path"].startswith("codes/")
    }
    coded = 0
    for one in tables:
        fields = {field["name"]: field for field in one["schema"]["fields"]}
        for key in one["schema"].get("foreignKeys", ()):
            to = key["reference"].get("resource")
            if to in codes:
                coded += 1
                assert fields[key["fields"][0]]["constraints"]["enum"] == codes[to]
    assert coded >= len(codes)
    assert not LOOK_MISSING & {code for listed in codes.values() for code in listed}


def test_missing_is_nothing_between_two_commas_everywhere(
    descriptor: Any, tables: list[Any]
) -> None:
    assert "missingValues" not in descriptor
    for one in tables:
        assert one["schema"]["missingValues"] == [""]
        for field in one["schema"]["fields"]:
            assert "missingValues" not in field, named(one, field)


def test_types_are_those_that_it_reads_and_none_is_a_list(tables: list[Any]) -> None:
    for one in tables:
        for field in one["schema"]["fields"]:
            assert field["type"] in TYPES, named(one, field)
            assert "format" not in field, named(one, field)


def test_dates_are_whole(package: Path, tables: list[Any]) -> None:
    seen = 0
    for one in tables:
        head, rows = cells(package, one)
        for field in one["schema"]["fields"]:
            if field["type"] == "date":
                at = head.index(field["name"])
                days = [row[at] for row in rows if row[at]]
                seen += len(days)
                assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days), named(one, field)
    assert seen


def test_keys_are_arrays(tables: list[Any]) -> None:
    for one in tables:
        schema = one["schema"]
        assert "fieldsMatch" not in schema
        links = schema.get("foreignKeys", [])
        keys = [schema["primaryKey"], *schema.get("uniqueKeys", ())]
        keys += [side for key in links for side in (key["fields"], key["reference"]["fields"])]
        assert all(isinstance(key, list) and key for key in keys), one["name"]


def test_paths_and_hashes_are_of_a_form_that_all_readers_know(descriptor: Any) -> None:
    for one in descriptor["resources"]:
        path = PurePosixPath(one["path"])
        assert not path.is_absolute()
        assert not any(part.startswith(".") for part in path.parts)
        assert re.fullmatch(r"sha256:[0-9a-f]{64}", one["hash"])


def test_a_file_is_split_into_rows_and_cells_as_its_dialect_says(
    package: Path, tables: list[Any]
) -> None:
    for one in tables:
        content = (package / one["path"]).read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in content
        dialect = one["dialect"]
        assert (dialect["delimiter"], dialect["quoteChar"], dialect["header"]) == (",", '"', True)
        head, rows = cells(package, one)
        assert content.count(b"\n") == len(rows) + 1, "a cell holds a line break"
        assert {len(row) for row in rows} <= {len(head)}
        assert "\t" not in content.decode("utf-8")


def test_keys_of_text_cannot_be_taken_for_numbers_or_for_nothing(
    package: Path, tables: list[Any]
) -> None:
    for one in tables:
        head, rows = cells(package, one)
        kinds = {field["name"]: field["type"] for field in one["schema"]["fields"]}
        for name in one["schema"]["primaryKey"]:
            values = {row[head.index(name)] for row in rows}
            if kinds[name] == "string" and name.endswith(("_id", "code")):
                assert all(value[:1].isalpha() for value in values), (one["name"], name)
                assert not values & LOOK_MISSING, (one["name"], name)
