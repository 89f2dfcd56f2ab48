"""Opening a package from a folder, a zip, or the history of a repository."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.editions import opened
from scripts.publish.staging import MARKER, STAGING
from scripts.read.files import InputError
from tests.repository import committed, git

DESCRIPTOR = "datapackage.json"


def package(folder: Path, words: str = "{}") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DESCRIPTOR).write_text(words, encoding="utf-8")
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "t.csv").write_bytes(b"key\n1\n")
    return folder


def packed(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def words(name: object, dataset: Path) -> str:
    with opened(str(name), dataset) as folder:
        return (folder / DESCRIPTOR).read_text(encoding="utf-8")


def refused(name: object, dataset: Path) -> str:
    with pytest.raises(InputError) as error, opened(str(name), dataset):
        pass
    return str(error.value)


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A repository: no package at first, then 0.9.0 and 1.0.0, then one that is not committed."""
    top = tmp_path / "repository"
    top.mkdir()
    (top / "README.md").write_text("Nothing yet.\n", encoding="utf-8")
    committed(top, "Begin", "before")
    package(top / "datapackage", "first")
    committed(top, "First", "0.9.0")
    package(top / "datapackage", "second")
    committed(top, "Second", "v1.0.0")
    package(top / "datapackage", "now")
    return top


def test_a_folder_is_opened_where_it_lies(tmp_path: Path) -> None:
    folder = package(tmp_path / "a")
    for name in (folder, folder / DESCRIPTOR):
        with opened(str(name), tmp_path) as found:
            assert found == folder


def test_a_link_to_a_folder_is_that_folder(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(package(tmp_path / "a", "linked"))
    assert words(link, tmp_path) == "linked"


def test_a_move_that_was_killed_is_finished_before_the_folder_is_read(tmp_path: Path) -> None:
    folder = package(tmp_path / "a", "old")
    package(folder / STAGING, "new")
    (folder / MARKER).touch()
    assert words(folder, tmp_path) == "new"
    assert not (folder / MARKER).exists()


def test_a_zip_is_opened_as_a_copy_that_goes(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", **{DESCRIPTOR: "zipped", "data/t.csv": "key\n"})
    with opened(str(path), tmp_path) as folder:
        assert (folder / "data" / "t.csv").is_file()
        assert (folder / DESCRIPTOR).read_text(encoding="utf-8") == "zipped"
    assert not folder.exists()


def test_a_zip_may_hold_the_package_in_one_folder(tmp_path: Path) -> None:
    files = {f"a-1.0.0/{DESCRIPTOR}": "inside", f"__MACOSX/a-1.0.0/._{DESCRIPTOR}": "x"}
    path = packed(tmp_path / "a.zip", **files)
    assert words(path, tmp_path) == "inside"
    shutil.unpack_archive(path, tmp_path / "unzipped")
    assert words(tmp_path / "unzipped", tmp_path) == "inside"


def test_a_zip_of_several_packages_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", **{f"{one}/{DESCRIPTOR}": "{}" for one in ("b", "c")})
    assert "holds several packages (b, c); name one of them" in refused(path, tmp_path)


@pytest.mark.parametrize(
    "member", ["../evil.csv", "/evil.csv", "data/../../evil.csv", "..\\evil.csv", "C:\\evil.csv"]
)
def test_a_zip_that_leads_out_of_its_folder_is_refused(tmp_path: Path, member: str) -> None:
    path = packed(tmp_path / "a.zip", **{DESCRIPTOR: "{}", member: "evil"})
    assert f"holds the path {member}, which leads out of the folder" in refused(path, tmp_path)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def _garbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    place = content.index(b"zipped")
    content[place : place + 6] = b"ripped"
    path.write_bytes(bytes(content))


def _text(path: Path) -> None:
    path.write_text("no zip", encoding="utf-8")


def _encrypted(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    path.write_bytes(bytes(content))


def _without_its_middle(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:20] + content[30:])


def _of_odd_names(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("articles/ä.md", "words")
    path.write_bytes(path.read_bytes().replace("ä".encode(), b"\xff\xfe"))


@pytest.mark.parametrize(
    "spoil", [_cut, _garbled, _text, _encrypted, _without_its_middle, _of_odd_names]
)
def test_what_cannot_be_unzipped_says_so(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = packed(tmp_path / "a.zip", **{DESCRIPTOR: "zipped"})
    spoil(path)
    assert f"{path} cannot be read as a zip: " in refused(path, tmp_path)


def test_a_zip_without_a_package_says_so(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", **{"data/t.csv": "key\n"})
    assert "holds no datapackage.json, so it is no built package" in refused(path, tmp_path)


@pytest.mark.programs
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("0.9.0", "first"),
        ("v1.0.0", "second"),
        ("1.0.0", "second"),
        ("HEAD~1", "first"),
        ("main", "second"),
        ("tags/0.9.0", "first"),
    ],
)
def test_a_version_is_taken_from_history(history: Path, name: str, told: str) -> None:
    with opened(name, history / "datapackage") as folder:
        assert (folder / DESCRIPTOR).read_text(encoding="utf-8") == told
        assert (folder / "data" / "t.csv").read_bytes() == b"key\n1\n"
    assert not folder.exists()
    assert words(git(history, "rev-parse", "--short", "0.9.0"), history / "datapackage") == "first"


@pytest.mark.programs
def test_the_number_itself_goes_before_the_tag_with_a_letter(history: Path) -> None:
    git(history, "tag", "1.0.0", "0.9.0")
    assert words("1.0.0", history / "datapackage") == "first"


@pytest.mark.programs
def test_a_package_at_a_path_goes_before_a_tag_of_that_name(
    history: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(history)
    package(history / "v1.0.0", "folder")
    assert words("v1.0.0", Path("datapackage")) == "folder"
    assert words("tags/v1.0.0", Path("datapackage")) == "second"


@pytest.mark.programs
def test_a_folder_without_a_package_does_not_hide_the_tag(
    history: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(history)
    (history / "v1.0.0").mkdir()
    assert words("v1.0.0", Path("datapackage")) == "second"


@pytest.mark.programs
def test_a_data_set_may_be_a_repository_of_its_own(tmp_path: Path) -> None:
    package(tmp_path / "a", "first")
    committed(tmp_path / "a", "First", "v0.1.0")
    package(tmp_path / "a", "now")
    assert words("0.1.0", tmp_path / "a") == "first"


@pytest.mark.programs
def test_history_is_asked_though_the_folder_was_deleted_or_linked(history: Path) -> None:
    link = history.parent / "link"
    link.symlink_to(history / "datapackage")
    assert words("1.0.0", link) == "second"
    shutil.rmtree(history / "datapackage")
    assert words("1.0.0", history / "datapackage") == "second"


@pytest.mark.programs
def test_line_ends_come_out_of_history_as_they_were_committed(history: Path) -> None:
    git(history, "config", "core.autocrlf", "true")
    with opened("1.0.0", history / "datapackage") as folder:
        assert (folder / "data" / "t.csv").read_bytes() == b"key\n1\n"


@pytest.mark.programs
def test_another_repository_in_the_environment_is_not_asked(
    history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    assert words("1.0.0", history / "datapackage") == "second"


@pytest.mark.programs
def test_a_commit_before_the_package_says_there_was_none_yet(history: Path) -> None:
    said = refused("before", history / "datapackage")
    assert said.startswith("before has no datapackage/datapackage.json, so there was no built")
    assert "`git log --oneline -- datapackage/datapackage.json` lists the commits" in said


@pytest.mark.programs
@pytest.mark.parametrize("name", ["1.1.0", "--help", "", "HEAD:datapackage", "a\nb", "@{9}"])
def test_a_name_that_history_does_not_know_says_where_to_look(history: Path, name: str) -> None:
    said = refused(name or "none", history / "datapackage")
    assert "no tag, version or commit of" in said
    assert "`git tag` lists the versions" in said


@pytest.mark.programs
def test_a_shallow_clone_says_how_to_get_the_rest(history: Path, tmp_path: Path) -> None:
    short = tmp_path / "short"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{history}", str(short))
    assert words("HEAD", short / "datapackage") == "second"
    said = refused("0.9.0", short / "datapackage")
    assert "`git fetch --unshallow --tags` gets the rest" in said


@pytest.mark.programs
def test_a_data_set_in_no_repository_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    said = refused("1.0.0", package(tmp_path / "a"))
    assert said.startswith("there is no file 1.0.0, and ")
    assert said.endswith(
        "lies in no git repository that could have a version of that name; give a folder or a zip"
    )


def test_without_git_only_folders_and_zips_can_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed" in refused("1.0.0", package(tmp_path / "a"))
    assert words(tmp_path / "a", tmp_path) == "{}"


@pytest.mark.programs
def test_a_link_in_history_that_leads_out_is_refused(history: Path) -> None:
    (history / "datapackage" / "out").symlink_to("/etc")
    committed(history, "Link", "v2.0.0")
    assert "2.0.0 cannot be taken out of history: " in refused("2.0.0", history / "datapackage")
