"""One number stands for one content: what was released before, under which tag, and cut short."""

import re
import zipfile
from pathlib import Path

import pytest

import scripts.release.released as releasing
from tests.command import files, run
from tests.releases import ERROR, NAME, Ready, corrected, number, refused, released, rows
from tests.repository import committed


def test_one_number_is_never_given_to_two_contents(home: Path, dist: Path, ready: Ready) -> None:
    released(home, dist)
    rows(home, "events", corrected)
    why = refused(home, dist)
    path = dist / f"{NAME}-1.0.0.zip"
    assert f"version 1.0.0 was released before ({path}), and what is here now" in why
    assert re.search(r"it differs in [^;]*data/events\.csv", why)
    assert f"raise the version in {home / 'curation' / 'package.toml'}, or delete {path}" in why


def tagged(home: Path, version: str) -> None:
    committed(home, f"Release {version}", f"v{version}")


def test_a_tag_of_another_state_is_no_second_release(home: Path, dist: Path, ready: Ready) -> None:
    tagged(home, "1.0.0")
    rows(home, "events", corrected)
    why = refused(home, dist)
    assert "version 1.0.0 was released before (tag v1.0.0)" in why
    assert "it differs in data/events.csv" in why


def test_a_tag_of_this_very_state_is_released_as_the_workflow_does(
    home: Path, dist: Path, ready: Ready, tmp_path: Path
) -> None:
    released(home, dist)
    tagged(home, "1.0.0")
    released(home, tmp_path / "elsewhere", "--tag", "v1.0.0")
    assert files(tmp_path / "elsewhere") == files(dist)


def test_the_version_before_from_a_tag_or_from_its_zip_gives_the_same_release(
    home: Path, dist: Path, ready: Ready, tmp_path: Path
) -> None:
    (home / "articles" / "next.md.draft").write_text("in git, and in no release", encoding="utf-8")
    released(home, dist)
    tagged(home, "1.0.0")
    rows(home, "events", corrected)
    number(home, "1.0.1", "A label was corrected.")
    released(home, dist)
    done = released(home, tmp_path / "elsewhere")
    assert "1.0.0 → 1.0.1" in done.out
    name = f"{NAME}-1.0.1.zip"
    assert (tmp_path / "elsewhere" / name).read_bytes() == (dist / name).read_bytes()


def test_a_tag_that_is_not_that_of_the_version_is_refused(
    home: Path, dist: Path, ready: Ready
) -> None:
    why = refused(home, dist, "--tag", "v1.0.1")
    assert "the tag v1.0.1 is not that of version 1.0.0 in" in why


def test_a_version_below_one_that_was_released_is_refused_unless_it_is_said_what_it_follows(
    home: Path, dist: Path, ready: Ready
) -> None:
    released(home, dist)
    number(home, "1.1.0", "Nothing.")
    released(home, dist)
    number(home, "1.0.1", "Nothing.")
    assert "version 1.1.0 was released already, and 1.0.1 is below it" in refused(home, dist)
    done = released(home, dist, "--since", dist / f"{NAME}-1.0.0.zip")
    assert "1.0.0 → 1.0.1" in done.out


def test_what_it_is_compared_with_is_below_it(home: Path, dist: Path, ready: Ready) -> None:
    released(home, dist)
    why = refused(home, dist, "--since", dist / f"{NAME}-1.0.0.zip")
    assert "version 1.0.0 is not above 1.0.0, with which it was compared" in why


def test_what_it_is_compared_with_is_opened_before_anything_is_built(
    home: Path, dist: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[object] = []
    monkeypatch.setattr(releasing, "build", lambda *args: built.append(args))
    assert "there is no file nowhere" in refused(home, dist, "--since", "nowhere")
    assert not built


def test_published_versions_that_cannot_be_found_are_an_error(
    home: Path, dist: Path, ready: Ready
) -> None:
    released(home, dist)
    number(home, "1.0.1", "Nothing.")
    (dist / f"{NAME}-1.0.0.zip").rename(home.parent / "moved.zip")
    why = refused(home, dist)
    assert "version 1.0.0 was published, as curation/ids.csv says, and it is neither" in why
    assert "git fetch --tags" in why
    released(home, dist, "--since", home.parent / "moved.zip")


def test_a_page_of_somebodys_own_stays_behind_and_that_of_the_package_goes_in(
    home: Path, dist: Path, ready: Ready
) -> None:
    (home / "index.html").write_text("my own", encoding="utf-8")
    assert "stays behind, no part of the package: index.html" in released(home, dist).out
    with zipfile.ZipFile(dist / f"{NAME}-1.0.0.zip") as packed:
        assert packed.read("index.html") == b"<!doctype html>"
        (home / "index.html").write_bytes(packed.read("index.html"))
    assert "stays behind" not in released(home, dist).out


def test_a_zip_that_does_not_hold_elsewhere_is_not_released(
    home: Path, dist: Path, ready: Ready
) -> None:
    ready(zip_findings=(ERROR,))
    assert "the zip, unzipped elsewhere, does not hold" in refused(home, dist)
    assert not dist.exists()


def test_a_folder_for_zips_that_is_a_file_is_one_error(
    home: Path, dist: Path, ready: Ready
) -> None:
    dist.write_text("no folder", encoding="utf-8")
    done = run("release", home, "--dist", dist)
    assert done.status == 1
    assert "cannot write the release into" in done.errors[0]


def test_a_folder_that_is_no_data_set_is_one_error(tmp_path: Path, dist: Path) -> None:
    done = run("release", tmp_path / "absent", "--dist", dist)
    assert done.status == 1
    assert len(done.errors) == 1
    assert not dist.exists()


#: Where a release may end: the steps that it is made of, in order.
STEPS = (
    "recover",
    "finish",
    "released",
    "compare_editions",
    "contents",
    "ids_text",
    "checked_page",
    "pack",
    "check_zip",
    "listed_beside",
)


@pytest.mark.parametrize("step", STEPS)
def test_a_release_cut_short_at_any_step_leaves_nothing_and_succeeds_when_run_again(
    step: str, home: Path, dist: Path, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    released(home, dist)
    rows(home, "events", corrected)
    number(home, "1.0.1", "A label was corrected.")
    before = files(home), files(dist)

    def fail(*args: object, **named: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(releasing, step, fail)
        run_until_cut(home, dist)
    assert (files(home), files(dist)) == before
    released(home, dist)
    assert (dist / f"{NAME}-1.0.1.zip").is_file()


def run_until_cut(home: Path, dist: Path) -> None:
    assert run("release", home, "--dist", dist).status != 0
