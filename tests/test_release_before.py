"""The version before is found among zips and tags, and nothing else is taken for one."""

import json
import zipfile
from pathlib import Path

import pytest

from scripts.read.files import InputError
from scripts.release.before import Release, before, released
from tests.repository import committed

NAME = "ardenia"


def descriptor(version: str, name: str = NAME) -> str:
    return json.dumps({"name": name, "version": version})


def zipped(dist: Path, version: str, holds: str | None = None, name: str = NAME) -> Path:
    path = dist / f"{name}-{version}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("datapackage.json", descriptor(holds or version, name))
    return path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data set in a repository whose tags v0.9.0 and v1.0.0 hold it."""
    home = tmp_path / "repository" / "home"
    home.mkdir(parents=True)
    for version in ("0.9.0", "1.0.0"):
        commit(home, descriptor(version), f"v{version}")
    return home


def commit(home: Path, text: str, tag: str) -> None:
    (home / "datapackage.json").write_text(text, encoding="utf-8")
    committed(home, "next", tag)


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    dist = tmp_path / "dist"
    dist.mkdir()
    return dist


def test_versions_are_ordered_by_their_numbers(home: Path, dist: Path) -> None:
    for version in ("1.10.0", "1.9.0"):
        zipped(dist, version)
    found = released(home, NAME, dist)
    assert [one.version for one in found] == ["0.9.0", "1.0.0", "1.9.0", "1.10.0"]
    for version, expected in [("1.10.0", "1.9.0"), ("1.9.1", "1.9.0"), ("1.9.0", "1.0.0")]:
        one = before(found, version)
        assert one is not None
        assert one.version == expected
    assert before(found, "0.9.0") is None


def test_a_zip_goes_before_the_tag_of_the_same_version(home: Path, dist: Path) -> None:
    path = zipped(dist, "1.0.0")
    assert before(released(home, NAME, dist), "1.1.0") == Release("1.0.0", str(path), "zip")


def test_a_tag_is_named_so_that_no_folder_is_taken_for_it(home: Path, dist: Path) -> None:
    assert before(released(home, NAME, dist), "1.1.0") == Release(
        "1.0.0", "refs/tags/v1.0.0", "tag"
    )


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (descriptor("1.0.0"), "v1.2.0"),  # another version than the tag says
        (descriptor("1.2.0", "other"), "v1.2.0"),  # another package
        ("no descriptor", "v1.2.0"),
        (descriptor("1.2.0"), "version-1.2.0"),
        (descriptor("1.2.0"), "v1.2"),
    ],
)
def test_a_tag_of_something_else_is_no_version(text: str, tag: str, home: Path, dist: Path) -> None:
    commit(home, text, tag)
    assert [one.version for one in released(home, NAME, dist)] == ["0.9.0", "1.0.0"]


def test_a_data_set_outside_any_repository_has_its_zips_alone(tmp_path: Path, dist: Path) -> None:
    (tmp_path / "alone").mkdir()
    assert released(tmp_path / "alone", NAME, dist) == []
    zipped(dist, "1.0.0")
    assert [one.kind for one in released(tmp_path / "alone", NAME, dist)] == ["zip"]


def test_without_git_there_are_no_tags(
    home: Path, dist: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert released(home, NAME, dist) == []


def test_the_repository_is_that_of_the_data_set_also_within_a_hook_of_another(
    home: Path, dist: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    committed(tmp_path / "repository", "another")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "repository" / ".git"))
    assert [one.version for one in released(home, NAME, dist)] == ["0.9.0", "1.0.0"]


def test_without_a_folder_of_zips_there_are_none(home: Path, tmp_path: Path) -> None:
    assert [one.kind for one in released(home, NAME, tmp_path / "absent")] == ["tag", "tag"]


def test_zips_of_other_packages_are_passed_over(home: Path, dist: Path) -> None:
    zipped(dist, "1.5.0", name="ardenia-belmark")
    (dist / "notes.zip").write_bytes(b"no zip")
    (dist / "ardenia-draft.zip").write_bytes(b"no zip")
    assert {one.kind for one in released(home, NAME, dist)} == {"tag"}


def test_a_zip_that_holds_another_version_than_its_name_says_is_an_error(
    home: Path, dist: Path
) -> None:
    zipped(dist, "1.5.0", holds="1.4.0")
    with pytest.raises(InputError, match="holds another package than its name says"):
        released(home, NAME, dist)


def test_a_damaged_zip_is_an_error_that_says_what_to_do(home: Path, dist: Path) -> None:
    path = zipped(dist, "1.5.0")
    path.write_bytes(path.read_bytes()[:30])
    with pytest.raises(InputError, match=r"cannot be read as a released package.*put the whole"):
        released(home, NAME, dist)


def test_a_zip_with_a_damaged_name_in_it_is_the_same_error(home: Path, dist: Path) -> None:
    path = zipped(dist, "1.5.0")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("articles/ä.md", "words")
    path.write_bytes(path.read_bytes().replace("ä".encode(), b"\xff\xfe"))
    with pytest.raises(InputError, match="cannot be read as a released package"):
        released(home, NAME, dist)
