from datetime import date
from pathlib import Path

import pytest

from scripts.publish.contributors import Contributor
from scripts.publish.metadata import (
    License,
    PackageMeta,
    loose_package,
    read_package,
)
from scripts.read.files import InputError

ROOT = Path(__file__).parent.parent
GOOD = """
name = "aland-beland"
title = "Aland and Beland"
version = "1.2.3"
created = 2021-03-01
description = "An invented dataset."
"""

LICENSE = (
    'licenses = [{{name = "{}", title = "Terms", path = "https://a.example", scope = "data"}}]'
)
CONTRIBUTOR = "contributors = [{{roles = ['creator'], {}}}]"
PERSON = CONTRIBUTOR.format("kind = 'person', family_name = 'Ode', orcid = '%s'")


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
        ("created", 'keywords = ["a", " a "]\ncreated', 'has "a" twice'),
        ("created", 'keywords = [""]\ncreated', '"keywords" is not a list'),
        ('title = "Aland', r'title = "\u0007Aland', "control character"),
        ("created", 'licenses = [{name = "MIT", path = "https://a.example"}]\ncreated', '"title"'),
        ("created", 'licenses = [{name = "MIT"}]\ncreated', '"path" is missing'),
        ("created", 'licenses = [{path = "LICENSE"}]\ncreated', "is no web address"),
        ("created", LICENSE.format("CC BY 4.0") + "\ncreated", "spdx.org/licenses"),
        ("created", LICENSE.format("CC-BY") + "\ncreated", "spdx.org/licenses"),
        ("created", 'contributors = [{title = "Us"}]\ncreated', 'roles = ["creator"]'),
        ("created", CONTRIBUTOR.format('title = "Us", mail = "x"') + "\ncreated", '"mail"'),
        ("created", 'contributors = [{title = "Us", roles = ["boss"]}]\ncreated', "dataCurator"),
        ("created", CONTRIBUTOR.format('kind = "team"') + "\ncreated", "neither"),
        ("created", CONTRIBUTOR.format('kind = "person"') + "\ncreated", '"family_name"'),
        ("created", CONTRIBUTOR.format('orcid = "x"') + "\ncreated", "add kind"),
        ("created", PERSON % "0000-0002-1825-0098" + "\ncreated", "wrong digit"),
        ("created", PERSON % "1825-0097" + "\ncreated", "orcid.org"),
        ("created", 'id = "10.1234/x"\ncreated', "https://doi.org/10."),
        ("created", 'id = "https://doi.org/10.1234/a b"\ncreated', "https://doi.org/10."),
        ("created", 'version_of = "https://a.example"\ncreated', "https://doi.org/10."),
        ("created", 'homepage = "a.example"\ncreated', "take the line out"),
        ("created", 'repository = ""\ncreated', '"repository" is empty'),
        ("created", "publisher = 1\ncreated", '"publisher" is empty or is not'),
        ("created", 'changelog = "/CHANGES"\ncreated', "relative to the folder"),
    ],
)
def test_a_fault_is_named_with_file_and_entry(
    old: str, new: str, message: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=r"curation/package\.toml") as error:
        read_package(dataset(tmp_path, GOOD.replace(old, new, 1)))
    assert message in str(error.value)


def test_every_key_is_read(tmp_path: Path) -> None:
    more = """
    id = "https://doi.org/10.1234/aland.1"
    version_of = "https://doi.org/10.1234/aland"
    homepage = "https://aland.example/"
    repository = "https://git.example/aland"
    publisher = "An archive"
    changelog = "../CHANGELOG.md"

    [[licenses]]
    name = "cc-by-4.0"
    title = "CC BY 4.0"
    path = "https://licence.example/by"
    scope = "data"

    [[contributors]]
    kind = "person"
    given_name = "Zoë"
    family_name = "van der Ode"
    orcid = "0000-0002-1825-0097"
    affiliation = "University of Aland"
    path = "https://aland.example/zoe"
    roles = ["creator", "contactPerson"]
    """
    found = read_package(dataset(tmp_path, GOOD + more))
    assert (found.doi, found.publisher) == ("10.1234/aland.1", "An archive")
    assert found.version_of == "https://doi.org/10.1234/aland"
    assert (found.homepage, found.repository, found.changelog) == (
        "https://aland.example/",
        "https://git.example/aland",
        "../CHANGELOG.md",
    )
    assert found.licenses == (
        License("CC-BY-4.0", "CC BY 4.0", "https://licence.example/by", "data"),
    )
    zoe = Contributor(
        title="Zoë van der Ode",
        roles=("creator", "contactPerson"),
        kind="person",
        given_name="Zoë",
        family_name="van der Ode",
        affiliation="University of Aland",
        orcid="https://orcid.org/0000-0002-1825-0097",
        path="https://aland.example/zoe",
    )
    assert found.contributors == found.creators == (zoe,)
    assert zoe.inverted == "van der Ode, Zoë"


def test_a_contributor_is_an_organisation_unless_said_otherwise(tmp_path: Path) -> None:
    block = '[[contributors]]\ntitle = "Us"\nroles = ["dataCurator"]\n'
    found = read_package(dataset(tmp_path, GOOD + block))
    assert found.contributors == (Contributor("Us", ("dataCurator",), "organisation"),)
    assert found.creators == ()
    with pytest.raises(InputError, match="twice"):
        read_package(dataset(tmp_path, GOOD + block * 2))


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


def test_the_changelog_tells_of_the_version() -> None:
    version = read_package(ROOT / "datapackage").version
    assert f"\n## {version}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
