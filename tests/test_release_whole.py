"""A release with everything in it, of a small data set: built, packed, unzipped and used."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import polars as pl
import pytest

from tests.command import Run, edit, files, run

PACKAGE = """\
name = "ardenia-belmark"
title = "Talks of two neighbours"
version = "1.0.0"
created = 2031-03-07
description = "What two newspapers told of a meeting."

[[licenses]]
name = "CC-BY-4.0"
title = "Creative Commons Attribution 4.0"
path = "https://creativecommons.org/licenses/by/4.0/"
scope = "data"

[[contributors]]
title = "concord contributors"
roles = ["creator"]
"""
ARTICLE = """\
---
title: {title}
publisher: {publisher}
published: 2031-03-06
published_basis: supplied
language: en
---

{title}

Kenya released 41 Ethiopian soldiers on Thursday, the foreign ministry said.

“We welcome the release of the soldiers,” Kenyan President William Ruto said on Thursday.
"""
CHANGELOG = "# Changes\n\n## 1.0.0\n\nYou must do nothing: it is the first.\n"


def lay_out(home: Path) -> Path:
    texts = {
        "curation/package.toml": PACKAGE,
        "articles/lamp.md": ARTICLE.format(title="Soldiers freed", publisher="The Daily Lamp"),
        "articles/.hidden.md": "an editor's own",
        "CHANGELOG.md": CHANGELOG,
    }
    for name, text in texts.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    return home


def release(home: Path, dist: Path) -> Run:
    return run("release", home, "--dist", dist, "--report", home.parent / "gate")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data set in `home`, its releases 1.0.0 and 1.1.0 in `dist`; leave it as it is."""
    place = tmp_path_factory.mktemp("release")
    home = lay_out(place / "home")
    first = release(home, place / "dist")
    assert first.status == 0, first.err
    second = ARTICLE.format(title="Captives are home", publisher="Evening Post")
    (home / "articles" / "post.md").write_text(second, encoding="utf-8")
    edit(home / "curation" / "package.toml", '"1.0.0"', '"1.1.0"')
    (home / "CHANGELOG.md").write_text(
        CHANGELOG.replace("## 1.0.0", "## 1.1.0\n\nOne article more.\n\n## 1.0.0"), encoding="utf-8"
    )
    next_one = release(home, place / "dist")
    assert next_one.status == 0, next_one.err
    assert "1.0.0 → 1.1.0" in next_one.out
    return place


@pytest.fixture
def unzipped(place: Path, tmp_path: Path) -> Path:
    with zipfile.ZipFile(place / "dist" / "ardenia-belmark-1.1.0.zip") as archive:
        archive.extractall(tmp_path / "unzipped")
    return tmp_path / "unzipped"


def test_another_folder_gives_the_same_zip_to_the_byte(place: Path, tmp_path: Path) -> None:
    home = lay_out(tmp_path / "elsewhere" / "of another name")
    options = [f"--dist={tmp_path / 'dist'}", f"--report={tmp_path / 'gate'}"]
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "release", str(home), *options],
        cwd=Path(__file__).parents[1],
        env={"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "4711", "LC_ALL": "C"},
        umask=0o077,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    name = "ardenia-belmark-1.0.0.zip"
    assert (tmp_path / "dist" / name).read_bytes() == (place / "dist" / name).read_bytes()


def test_unzipped_elsewhere_it_holds_in_all_layers(unzipped: Path, tmp_path: Path) -> None:
    done = run("check", unzipped, "--report", tmp_path / "gate")
    assert done.status == 0, done.err
    assert "holds: shape, meaning, release, consumer" in done.out


def test_a_file_of_it_that_was_changed_since_is_found(unzipped: Path) -> None:
    edit(unzipped / "CHANGELOG.md", "You must do nothing", "You must do something")
    done = run("check", unzipped, "--layer", "shape")
    assert done.status == 1
    assert "PKG-003" in done.errors[0]
    assert "CHANGELOG.md" in done.errors[0]


def test_unzipped_elsewhere_a_row_is_traced_to_its_sentence(unzipped: Path) -> None:
    figures = pl.read_csv(unzipped / "data" / "figures.csv")
    (figure,) = figures.filter(source_id="lamp")["figure_id"]
    done = run("trace", figure, "--in", unzipped)
    assert done.status == 0, done.err
    assert "41" in done.out
    assert "The Daily Lamp" in done.out


def test_sha256sum_itself_finds_every_file_of_it_whole(unzipped: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not installed")
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=unzipped,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(files(unzipped)) - 1


def test_frictionless_accepts_the_zip_itself(place: Path) -> None:
    path = place / "dist" / "ardenia-belmark-1.1.0.zip"
    command = [sys.executable, "-m", "frictionless", "validate", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout


def test_it_holds_what_a_package_holds_and_nothing_hidden_of_others(unzipped: Path) -> None:
    held = set(files(unzipped))
    assert {
        "datapackage.json",
        "README.md",
        "SHA256SUMS",
        "CHANGELOG.md",
        "changes.csv",
        "articles/lamp.md",
        "articles/post.md",
        "curation/package.toml",
        "curation/ids.csv",
        "data/events.csv",
        "data/events.parquet",
    } <= held
    assert "articles/.hidden.md" not in held


def test_its_page_is_that_of_the_zip_of_the_unzipped_folder_and_of_the_data_set(
    place: Path, unzipped: Path, tmp_path: Path
) -> None:
    inside = (unzipped / "index.html").read_bytes()
    assert b"Soldiers freed" in inside
    for package in (place / "dist" / "ardenia-belmark-1.1.0.zip", unzipped, place / "home"):
        done = run("page", package, "--out", tmp_path / "page.html")
        assert done.status == 0, done.err
        assert (tmp_path / "page.html").read_bytes() == inside
        (tmp_path / "page.html").unlink()


def test_a_page_of_it_that_was_changed_or_lost_is_found(unzipped: Path) -> None:
    page = unzipped / "index.html"
    page.write_bytes(page.read_bytes().replace(b"41", b"14"))
    for rule in ("PKG-003", "PKG-002"):
        done = run("check", unzipped, "--layer", "shape")
        assert done.status == 1
        assert f"{rule} package index.html" in done.errors[0]
        page.unlink(missing_ok=True)


def test_nothing_differs_from_the_folder_for_the_page(place: Path) -> None:
    done = run("diff", place / "dist" / "ardenia-belmark-1.1.0.zip", place / "home")
    assert done.status == 0, done.err
    assert "nothing" in done.out


def test_the_changes_name_the_rows_that_came_with_the_article(unzipped: Path) -> None:
    lines = (unzipped / "changes.csv").read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("1.0.0,1.1.0,sources,post,row_added,") for line in lines)
    assert not any(",row_withdrawn," in line for line in lines)


def test_the_published_ids_stay_and_say_since_when(place: Path, unzipped: Path) -> None:
    content = (unzipped / "curation" / "ids.csv").read_bytes()
    assert content == (place / "home" / "curation" / "ids.csv").read_bytes()
    since = {line.split(",")[2] for line in content.decode("utf-8").splitlines()[1:]}
    assert since == {"1.0.0", "1.1.0"}
