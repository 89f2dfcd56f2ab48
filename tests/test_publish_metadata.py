from datetime import date
from pathlib import Path

import pytest
import yaml

from scripts.publish.metadata import PackageMeta, loose_package, read_package
from scripts.read.files import InputError

ROOT = Path(__file__).parent.parent
GOOD = """
name = "aland-beland"
title = "Aland and Beland"
version = "1.2.3"
created = 2021-03-01
description = "An invented dataset."
"""


def dataset(folder: Path, text: str) -> Path:
    (folder / "curation").mkdir(exist_ok=True)
    (folder / "curation" / "package.toml").write_text(text, encoding="utf-8")
    return folder


def test_what_is_given_is_read_and_nothing_is_added(tmp_path: Path) -> None:
    assert read_package(dataset(tmp_path, GOOD)) == PackageMeta(
        name="aland-beland",
        title="Aland and Beland",
        description="An invented dataset.",
        version="1.2.3",
        created=date(2021, 3, 1),
    )


def test_a_text_over_several_lines_becomes_one(tmp_path: Path) -> None:
    text = GOOD.replace('"An invented dataset."', '"""\nAn invented\ndataset.\n"""')
    assert read_package(dataset(tmp_path, text)).description == "An invented dataset."


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('name = "aland-beland"', "", '"name" is missing'),
        ('name = "aland-beland"', 'name = "Aland Beland"', "a-z"),
        ('"1.2.3"', '"1.2"', "1.2.3"),
        ('"1.2.3"', "1.2", '"version" is missing or is not a text'),
        ("2021-03-01", '"2021-03-01"', "created = 2024-01-31"),
        ("2021-03-01", "2021-03-01T10:00:00Z", "created = 2024-01-31"),
        ("created = 2021-03-01", "", '"created" is missing'),
        ("title", "titel", '"titel" is not known'),
        ('"An invented', '"An "invented', "cannot be read as TOML"),
        ("created", 'keywords = "peace"\ncreated', '"keywords" is not a list'),
        ("created", 'licenses = ["CC0"]\ncreated', "begin each with"),
        ("created", 'licenses = [{name = "CC0"}]\ncreated', '"title" is missing'),
    ],
)
def test_a_fault_is_named_with_file_and_entry(
    old: str, new: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"curation/package\.toml") as error:
        read_package(dataset(tmp_path, GOOD.replace(old, new, 1)))
    assert message in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"curation/package\.toml is missing"):
        read_package(tmp_path)


def test_bytes_that_are_not_utf8_are_named(tmp_path: Path) -> None:
    dataset(tmp_path, "")
    (tmp_path / "curation" / "package.toml").write_bytes(b'name = "\xff"')
    with pytest.raises(InputError, match="UTF-8"):
        read_package(tmp_path)


@pytest.mark.parametrize(
    ("folder", "name"), [("My News 2", "my-news-2"), ("x", "x"), ("…", "package")]
)
def test_loose_articles_are_named_after_their_folder_and_claim_nothing(
    folder: str, name: str, tmp_path: Path
) -> None:
    package = loose_package(tmp_path / folder)
    assert package.name == name
    assert (package.created, package.licenses, package.contributors) == (None, (), ())


def test_the_citation_agrees_with_the_package() -> None:
    package = read_package(ROOT / "datapackage")
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == package.version
    assert citation["date-released"] == package.created
    assert citation["title"] == package.title
    assert citation["license"] == package.licenses[0].name
    assert citation["keywords"] == list(package.keywords)
    assert [one["name"] for one in citation["authors"]] == [
        one.title for one in package.contributors
    ]


def test_the_changelog_tells_of_the_version() -> None:
    version = read_package(ROOT / "datapackage").version
    assert f"\n## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
