import json
import re
import shutil
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from tests.valid_package import write_case
from tests.valid_tables import valid
from validations.check import LAYERS, check_package
from validations.consumer import PROFILE, RULES, check_consumer
from validations.files import RULES as FILES
from validations.package import read_tables, read_texts
from validations.rule import Finding


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_case(valid(), tmp_path_factory.mktemp("written") / "package")


@pytest.fixture
def package(written: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(written, tmp_path / "package"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def describe(package: Path, change: Any) -> None:
    """Change the descriptor by a function that is given it as a dictionary."""
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    change(descriptor)
    path.write_text(json.dumps(descriptor), encoding="utf-8")


def rules(found: list[Finding]) -> set[str]:
    return {finding.rule_id for finding in found}


def figures_of(descriptor: dict[str, Any]) -> Any:
    return next(one for one in descriptor["resources"] if one["name"] == "figures")


def test_a_package_as_written_opens_clean(package: Path) -> None:
    assert check_consumer(package) == []


def test_a_descriptor_that_is_no_descriptor_is_found(package: Path) -> None:
    for text in ("", "{", "[]", "{}", '{"resources": [1]}'):
        (package / "datapackage.json").write_text(text, encoding="utf-8")
        assert rules(check_consumer(package)) == {"CON-001"}
    (package / "datapackage.json").unlink()
    assert rules(check_consumer(package)) == {"CON-001"}


def test_the_official_profile_is_version_2() -> None:
    profile = json.loads(PROFILE.read_text(encoding="utf-8"))
    assert profile["title"] == "Data Package"
    assert profile["$schema"].startswith("http://json-schema.org/draft-07/")


def test_what_the_profile_forbids_is_found(package: Path) -> None:
    describe(package, lambda descriptor: descriptor.update(version=1))
    found = [one for one in check_consumer(package) if one.rule_id == "CON-002"]
    assert [one.column for one in found] == ["version"]


def test_what_frictionless_finds_is_found(package: Path) -> None:
    edit(package / "data" / "actors.csv", "XBE,Belmark", "XBE,")
    found = [one for one in check_consumer(package) if one.rule_id == "CON-003"]
    assert ("actors", "name") in {(one.table, one.column) for one in found}


def test_a_key_that_leads_nowhere_is_found(package: Path) -> None:
    edit(package / "data" / "reports.csv", "place-portmere", "place-nowhere")
    assert "CON-003" in rules(check_consumer(package))


@pytest.mark.parametrize("path", ["data/figures.csv", "codes/units.csv", "articles/daily-lamp.md"])
def test_a_byte_more_in_any_resource_is_found(package: Path, path: str) -> None:
    (package / path).write_bytes((package / path).read_bytes() + b"\n")
    found = [one for one in check_consumer(package) if one.rule_id == "CON-004"]
    assert {(one.row, one.column) for one in found} == {(path, "bytes"), (path, "hash")}


def test_a_file_that_is_gone_is_found(package: Path) -> None:
    (package / "codes" / "units.csv").unlink()
    found = [one for one in check_consumer(package) if one.rule_id == "CON-004"]
    assert [(one.row, one.sentence) for one in found] == [
        ("codes/units.csv", "codes/units.csv is missing; build the package again")
    ]


def test_a_lost_row_is_found_by_the_count(package: Path) -> None:
    path = package / "data" / "figures.csv"
    path.write_text("\n".join(path.read_text("utf-8").splitlines()[:-1]) + "\n", encoding="utf-8")
    assert {"CON-005", "CON-008"} <= rules(check_consumer(package))


def test_a_stray_quotation_mark_that_swallows_rows_is_found(package: Path) -> None:
    edit(package / "data" / "figures.csv", ",12 Belmark", ',"12 Belmark')
    assert {"CON-003", "CON-004"} & rules(check_consumer(package))


def test_unique_keys_are_looked_at_though_frictionless_skips_them(package: Path) -> None:
    path = package / "data" / "sources.csv"
    edit(path, "articles/daily-lamp.md", "articles/north-wire.md")
    found = [one for one in check_consumer(package) if one.rule_id == "CON-006"]
    assert [(one.row, one.value) for one in found] == [
        ("daily-lamp", "articles/north-wire.md"),
        ("north-wire", "articles/north-wire.md"),
    ]


def test_categories_are_looked_at_though_frictionless_skips_them(package: Path) -> None:
    def change(descriptor: dict[str, Any]) -> None:
        for field in figures_of(descriptor)["schema"]["fields"]:
            if field["name"] == "bound":
                del field["constraints"]["enum"]
                field["categories"] = ["exact", {"value": "about", "label": "About"}]

    describe(package, change)
    found = [one for one in check_consumer(package) if one.rule_id == "CON-007"]
    assert {(one.column, one.value) for one in found} == {("bound", "more_than")}


def test_a_code_outside_the_list_is_found(package: Path) -> None:
    edit(package / "data" / "figures.csv", "more_than", "a_lot_of")
    assert {"CON-003", "CON-007"} <= rules(check_consumer(package))


def test_parquet_that_differs_in_a_cell_is_found(package: Path) -> None:
    path = package / "data" / "places.parquet"
    frame = pl.read_parquet(path)
    frame.with_columns(latitude=pl.col("latitude") + 1).write_parquet(path)
    found = [one for one in check_consumer(package) if one.rule_id == "CON-008"]
    assert [(one.row, one.column, one.value) for one in found] == [
        ("place-portmere", "latitude", "52.5")
    ]


def test_parquet_that_differs_in_type_or_cannot_be_read_is_found(package: Path) -> None:
    path = package / "data" / "places.parquet"
    pl.read_parquet(path).with_columns(pl.col("latitude").cast(pl.String)).write_parquet(path)
    assert "CON-008" in rules(check_consumer(package))
    path.write_bytes(b"PAR1")
    assert "CON-008" in rules(check_consumer(package))
    path.unlink()
    assert "CON-008" in rules(check_consumer(package))


def test_an_article_that_was_changed_or_lost_is_found(package: Path) -> None:
    articles = package / "articles"
    (articles / "north-wire.md").write_text("Nothing happened.", encoding="utf-8")
    (articles / "daily-lamp.md").unlink()
    found = [one for one in check_consumer(package) if one.rule_id == "CON-009"]
    assert [(one.row, one.column) for one in found] == [
        ("daily-lamp", "path"),
        ("north-wire", "sha256"),
    ]


def test_articles_may_lie_elsewhere_while_a_package_is_made(package: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(package / "articles", home / "articles")
    shutil.rmtree(package / "articles")
    assert rules(check_consumer(package)) == {"CON-003", "CON-004", "CON-009", "PKG-002"}
    assert check_consumer(package, home) == []


def test_a_fault_of_a_table_is_found_while_articles_lie_elsewhere(
    package: Path, tmp_path: Path
) -> None:
    shutil.move(package / "articles", tmp_path / "home" / "articles")
    edit(package / "data" / "actors.csv", "XBE,Belmark", "XBE,")
    found = [one for one in check_consumer(package, tmp_path / "home") if one.rule_id == "CON-003"]
    assert ("actors", "name") in {(one.table, one.column) for one in found}


def test_a_table_that_cannot_be_read_as_csv_is_found(package: Path) -> None:
    (package / "data" / "places.csv").write_bytes(b"place_id,name\nx,y,z\n")
    found = [one for one in check_consumer(package) if one.rule_id == "CON-012"]
    assert [one.table for one in found] == ["places"]
    assert found[0].sentence.startswith("data/places.csv cannot be read: ")


def test_two_resources_of_one_name_are_found(package: Path) -> None:
    describe(package, lambda descriptor: figures_of(descriptor).update(name="events"))
    found = [one for one in check_consumer(package) if one.rule_id == "CON-011"]
    assert [(one.column, one.value) for one in found] == [("resources", "events")]


def test_what_lies_outside_of_the_package_is_not_read(package: Path) -> None:
    outside = package.parent / "outside.csv"
    shutil.copy(package / "data" / "figures.csv", outside)
    describe(package, lambda descriptor: figures_of(descriptor).update(path="../outside.csv"))
    found = check_consumer(package)
    assert {"CON-002", "CON-003", "CON-004", "PKG-006"} <= rules(found)
    assert "figures" not in {one.table for one in found if one.rule_id != "CON-003"}
    edit(package / "data" / "sources.csv", "articles/daily-lamp.md", "../outside.csv")
    read, _ = read_texts(package, read_tables(package)[0])
    assert "daily-lamp" not in read


def test_checking_leaves_the_folder_as_it_is(package: Path, tmp_path: Path) -> None:
    def state() -> dict[Path, tuple[int, int]]:
        there = {path: path.stat() for path in (package, *package.rglob("*"))}
        return {path: (one.st_mtime_ns, one.st_size) for path, one in there.items()}

    before = state()
    assert check_package(package, LAYERS, tmp_path / "report") == []
    assert state() == before


def test_every_rule_of_the_layer_has_been_seen_to_fail() -> None:
    here = Path(__file__).parent
    tests = ("test_consumer.py", "test_seeded_faults.py", "test_files.py")
    source = " ".join((here / name).read_text(encoding="utf-8") for name in tests)
    assert all(re.search(rf"\b{rule}\b", source) for rule in (*RULES, *FILES))
