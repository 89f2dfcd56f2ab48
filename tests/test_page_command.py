"""The command `page`: where it writes, and what it says of what it cannot read or write."""

import shutil
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import scripts.page.write as writing
from scripts.release.packing import pack
from tests.command import Run, edit, files, run
from tests.repository import committed
from validations.outcomes import Outcomes, outcomes
from validations.rule import Finding
from validations.sums import digest

DAY = date(2031, 3, 6)


@pytest.fixture(scope="module")
def found(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    """What came of checking the first data set."""
    return outcomes(published, tmp_path_factory.mktemp("gate"))


@pytest.fixture(autouse=True)
def _checked_once(found: Outcomes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all that is sound here be checked once; every package is that data set."""
    monkeypatch.setattr(writing, "outcomes", lambda *_: found)


def refused(package: object, *arguments: object) -> str:
    """The one error of a page that is not written."""
    done = run("page", package, *arguments)
    assert done.status == 1
    assert len(done.errors) == 1, done.err
    assert done.out == ""
    return done.errors[0]


def written(out: Path, package: object, *arguments: object) -> bytes:
    done: Run = run("page", package, "--out", out, *arguments)
    assert done.status == 0, done.err
    assert f"wrote {out}" in done.out
    return out.read_bytes()


def test_a_folder_a_zip_and_a_version_in_git_give_the_same_page(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    dataset.rename("datapackage")
    home = Path("datapackage")
    first = written(tmp_path / "first.html", home)
    held = {name: home / name for name in files(home)}
    (tmp_path / "package.zip").write_bytes(pack(held, DAY))
    assert written(tmp_path / "second.html", "package.zip") == first
    committed(tmp_path, "Build", "v1.0.0")
    shutil.rmtree(home / "data")
    assert written(tmp_path / "third.html", "1.0.0") == first


def test_it_goes_to_build_replaces_an_older_page_as_a_whole_and_says_what_it_does(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    older = tmp_path / "build" / "page.html"
    older.parent.mkdir()
    older.write_text("old" * 10**6, encoding="utf-8")
    done = run("page", published)
    assert done.status == 0, done.err
    assert f"checking {published}" in done.err
    assert f"writing the page of {published}" in done.err
    assert files(tmp_path).keys() == {"build/page.html"}
    assert older.read_bytes().startswith(b"<!doctype html>")
    assert older.read_bytes().endswith(b"</html>\n")
    assert "wrote build/page.html, " in done.out


def test_a_page_beside_the_tables_of_a_data_set_is_allowed(dataset: Path, tmp_path: Path) -> None:
    before = files(dataset)
    inside = written(dataset / "page.html", dataset)
    assert files(dataset) == {**before, "page.html": inside}
    assert run("check", dataset, "--report", tmp_path / "gate").status == 0


def test_what_is_not_there_or_not_built_is_told(tmp_path: Path) -> None:
    assert "there is no file nowhere, and" in refused("nowhere")
    (tmp_path / "articles").mkdir()
    why = refused(tmp_path, "--out", tmp_path / "page.html")
    assert f"the folder {tmp_path} holds no datapackage.json" in why
    assert "build it first" in why
    assert not (tmp_path / "page.html").exists()


def test_a_zip_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "package.zip").write_bytes(b"no zip")
    assert "cannot be read as a zip" in refused(tmp_path / "package.zip")


def test_tables_of_another_version_of_the_program_are_told(dataset: Path) -> None:
    edit(dataset / "data" / "places.csv", "place_id,name", "id,name")
    why = refused(dataset)
    assert f"data/places.csv in {dataset} has other columns than this program writes" in why
    assert "take the program as it was when that was built" in why


@pytest.mark.parametrize("name", ["data/figures.csv", "data/figures.parquet", "README.md"])
def test_a_package_that_somebody_changed_is_told(name: str, dataset: Path) -> None:
    with (dataset / name).open("ab") as file:
        file.write(b"\n")
    why = refused(dataset)
    assert f"{dataset} is not as it was built: {name} was changed after the build" in why


def test_the_first_of_several_changed_files_is_told_and_the_others_counted(dataset: Path) -> None:
    (dataset / "views.sql").unlink()
    (dataset / "entities.svg").unlink()
    why = refused(dataset)
    assert "is not as it was built: entities.svg is missing" in why
    assert "(and 1 more: `check` tells them all)" in why


def test_a_file_too_many_among_the_tables_is_told(dataset: Path) -> None:
    (dataset / "data" / "notes.txt").write_text("mine", encoding="utf-8")
    assert "data/notes.txt is not part of the package; move it elsewhere" in refused(dataset)


def test_a_package_in_which_a_check_finds_an_error_gets_no_page(
    published: Path, tmp_path: Path, found: Outcomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = Finding("FIG-001", "error", "figures", "f-1", "", "", "It is not there.")
    broken = replace(found, findings=(error, *found.findings))
    monkeypatch.setattr(writing, "outcomes", lambda *_: broken)
    done = run("page", published, "--out", tmp_path / "page.html")
    assert done.status == 1
    assert "FIG-001 figures f-1: It is not there." in done.errors[0]
    assert "gets no page" in done.errors[1]
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    "name",
    [
        "data/page.html",
        "codes/page.html",
        "articles/page.html",
        "curation/page.html",
        "README.md",
        "datapackage.json",
        "SHA256SUMS",
    ],
)
def test_nothing_is_written_where_the_package_has_its_own_files(name: str, dataset: Path) -> None:
    before = files(dataset)
    why = refused(dataset, "--out", dataset / name)
    assert f"{dataset / name} is inside the package" in why
    assert "name another place with --out" in why
    why = refused(dataset, "--figures", dataset / "data", "--out", dataset.parent / "page.html")
    assert "name another place with --figures" in why
    assert files(dataset) == before
    assert not (dataset.parent / "page.html").exists()


def test_nothing_is_written_into_an_unzipped_release(unzipped: Path) -> None:
    before = files(unzipped)
    assert "is inside the package" in refused(unzipped, "--out", unzipped / "page.html")
    assert files(unzipped) == before


def test_the_package_itself_is_not_overwritten(published: Path, tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(pack({name: published / name for name in files(published)}, DAY))
    before = digest(path.read_bytes())
    assert f"{path} is no file for a page" in refused(path, "--out", path)
    assert digest(path.read_bytes()) == before
    assert zipfile.is_zipfile(path)


def test_a_folder_and_a_device_are_no_files(published: Path, tmp_path: Path) -> None:
    why = refused(published, "--out", tmp_path)
    assert f"{tmp_path} is a folder; name a file in it, such as {tmp_path / 'page.html'}" in why
    if Path("/dev/full").exists():
        assert "/dev/full is no file for a page" in refused(published, "--out", "/dev/full")


def test_a_folder_on_the_way_that_is_a_file_is_told(published: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    out = tmp_path / "notes" / "page.html"
    why = refused(published, "--out", out)
    assert f"cannot write {out}: {tmp_path / 'notes'} is no folder; name another place" in why
    why = refused(published, "--out", tmp_path / "x.html", "--figures", tmp_path / "notes")
    assert f"{tmp_path / 'notes'} is a file; name a folder for the charts" in why
    assert files(tmp_path) == {"notes": b"mine"}


def test_the_charts_go_into_a_folder_of_their_own_where_that_is_asked_for(
    published: Path, tmp_path: Path
) -> None:
    charts = tmp_path / "paper" / "charts"
    done = run("page", published, "--out", tmp_path / "page.html", "--figures", charts)
    assert done.status == 0, done.err
    assert "drawing the charts" in done.err
    drawn = {f"paper/charts/{path.name}" for path in charts.glob("*.svg")}
    assert drawn
    assert files(tmp_path).keys() == {"page.html", *drawn}
    assert all(f"wrote {tmp_path / name}" in done.out for name in drawn)


def test_a_folder_for_charts_that_cannot_be_made_leaves_no_page(
    published: Path, tmp_path: Path
) -> None:
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    charts = tmp_path / "notes" / "charts"
    why = refused(published, "--out", tmp_path / "page.html", "--figures", charts)
    assert f"cannot write charts into {charts}" in why
    assert files(tmp_path) == {"notes": b"mine"}
