"""`check` of a package that was given to somebody: zipped, unzipped, on a read-only disk."""

import socket
import tempfile
import zipfile
from pathlib import Path

import polars as pl
import pytest

from tests.command import files, run
from validations.layers import LAYERS


def zipped(package: Path, place: Path, inside: str = "") -> Path:
    with zipfile.ZipFile(place, "w") as packed:
        for name, content in files(package).items():
            packed.writestr(f"{inside}{name}", content)
    return place


def test_a_zip_holds_as_its_folder_does(published: Path, tmp_path: Path) -> None:
    given = zipped(published, tmp_path / "given.zip", "release/")
    ended = run("check", given, "--report", tmp_path / "gate")
    assert (ended.status, ended.errors) == (0, [])
    assert ended.out.splitlines()[0] == f"{given} holds: {', '.join(LAYERS)}"
    assert (tmp_path / "gate" / "index.html").is_file()


def test_a_fault_in_a_zip_is_found_and_says_what_to_do(dataset: Path, tmp_path: Path) -> None:
    figures = dataset / "data" / "figures.csv"
    figures.write_bytes(figures.read_bytes() + b"\n")
    ended = run("check", zipped(dataset, tmp_path / "given.zip"), "--layer", "shape")
    assert ended.status == 1
    assert any("figures.csv" in error for error in ended.errors)
    assert "if it was given to you, get it again or tell those who publish it" in ended.err


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refused)


@pytest.mark.usefixtures("offline")
def test_an_unzipped_release_is_checked_and_traced_without_a_network(
    unzipped: Path, tmp_path: Path
) -> None:
    source = pl.read_csv(unzipped / "data" / "sources.csv")["source_id"][0]
    assert run("check", unzipped, "--report", tmp_path / "gate").status == 0
    assert run("trace", source, "--in", unzipped).status == 0


def test_the_report_of_the_gate_is_never_written_into_the_package(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(dataset)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.chdir(dataset)
    ended = run("check", ".", "--layer", "release")
    assert files(dataset) == before
    report = Path(ended.out.splitlines()[-1].removeprefix("who says what, source by source: "))
    assert report.is_file()
    assert report.is_relative_to(tmp_path / "temporary")


def test_a_package_that_cannot_be_written_is_checked(dataset: Path, tmp_path: Path) -> None:
    before = files(dataset)
    held = [dataset, *dataset.rglob("*")]
    for path in held:
        path.chmod(0o555 if path.is_dir() else 0o444)
    ended = run("check", dataset, "--report", tmp_path / "gate")
    for path in held:
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert (ended.status, ended.errors) == (0, [])
    assert files(dataset) == before


@pytest.mark.parametrize("command", [("check",), ("trace", "f-0a1b2c3d4e5f", "--in")])
def test_what_is_no_package_is_one_error_that_says_what_to_do(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "no.zip").write_text("not packed", encoding="utf-8")
    zipped(tmp_path / "folder", tmp_path / "empty.zip")
    for given, says in (
        ("folder", "build it first"),
        ("empty.zip", "is no built package"),
        ("no.zip", "cannot be read as a zip"),
        ("nowhere", "there is no file"),
    ):
        ended = run(*command, tmp_path / given)
        (error,) = ended.errors
        assert ended.status == 1
        assert says in error


def test_a_release_that_was_cut_short_in_the_download_is_an_error(
    published: Path, tmp_path: Path
) -> None:
    given = zipped(published, tmp_path / "given.zip")
    given.write_bytes(given.read_bytes()[:5000])
    (error,) = run("check", given).errors
    assert "given.zip cannot be read as a zip" in error
