import json
from pathlib import Path

import pytest

from scripts.publish.hashes import RULES, changed_files
from scripts.publish.package import write_package
from scripts.publish.siblings import SIBLINGS
from tests.small_package import META, small_tables, write_small


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write_small(tmp_path)


#: A descriptor, but not one that a build wrote.
OTHER = '{"resources": [{"path": 1, "hash": "x"}], "concord:files": []}'


def found(package: Path) -> list[tuple[str, str]]:
    findings = changed_files(package)
    assert all(finding.severity == RULES[finding.rule_id][0] for finding in findings)
    assert all(finding.row in finding.sentence for finding in findings)
    return [(finding.rule_id, finding.row) for finding in findings]


def test_a_package_as_written_has_no_changed_file(package: Path) -> None:
    assert found(package) == []


@pytest.mark.parametrize(
    "path", ["data/figures.csv", "data/figures.parquet", "codes/bounds.csv", "README.md"]
)
def test_an_edited_file_is_found_even_by_one_byte(path: str, package: Path) -> None:
    with (package / path).open("ab") as file:
        file.write(b" ")
    assert found(package) == [("PKG-003", path)]


@pytest.mark.parametrize("path", ["data/figures.csv", "data/sides.parquet", "codes/bounds.csv"])
def test_a_missing_file_is_found(path: str, package: Path) -> None:
    (package / path).unlink()
    assert found(package) == [("PKG-002", path)]


@pytest.mark.parametrize("path", ["data/notes.csv", "codes/deep/own.csv"])
def test_an_added_file_is_found(path: str, package: Path) -> None:
    (package / path).parent.mkdir(exist_ok=True)
    (package / path).touch()
    assert found(package) == [("PKG-004", path)]


@pytest.mark.parametrize("path", ["articles/own.md", "curation/ids.csv", "data/.DS_Store"])
def test_what_people_and_their_systems_put_there_is_let_be(path: str, package: Path) -> None:
    (package / path).parent.mkdir(exist_ok=True)
    (package / path).touch()
    assert found(package) == []


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"resources": [{"path": 1}]}', OTHER])
def test_a_missing_or_broken_descriptor_is_one_finding(text: str | None, package: Path) -> None:
    if text is None:
        (package / "datapackage.json").unlink()
    else:
        (package / "datapackage.json").write_text(text, encoding="utf-8")
    assert found(package) == [("PKG-001", "datapackage.json")]


def test_all_changes_are_found_at_once_in_order(package: Path) -> None:
    (package / "codes" / "units.csv").unlink()
    (package / "data" / "events.csv").write_text("event_id\n", encoding="utf-8")
    (package / "data" / "zzz.csv").touch()
    assert found(package) == [
        ("PKG-002", "codes/units.csv"),
        ("PKG-003", "data/events.csv"),
        ("PKG-004", "data/zzz.csv"),
    ]


def test_an_article_that_a_build_wrote_is_held_to_its_hash(package: Path) -> None:
    article = [("articles/a.txt", "Talks.")]
    write_package(package, package, small_tables(), META, article)
    assert found(package) == []
    (package / "articles" / "a.txt").write_text("Talk.", encoding="utf-8")
    assert found(package) == [("PKG-003", "articles/a.txt")]


def test_every_generated_file_is_named_by_the_descriptor(package: Path) -> None:
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    named = {one["path"] for one in (*descriptor["resources"], *descriptor["concord:files"])}
    there = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    assert there == named | {"datapackage.json", *(path for path, _ in SIBLINGS)}
