"""A data set about to be released, and how a release of it ends.

The build and the check of the zip, which cost seconds, are left out: `ready` stands for a folder
that was just built.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

import scripts.release.released as releasing
from scripts.build import Built
from scripts.publish.metadata import read_package
from tests.command import FIRST, Run, files, run
from validations.package import read_tables
from validations.rule import Finding

NAME = read_package(FIRST).name
WARNING = Finding("LNK-014", "warning", "reports", "r-1", "", "", "The days do not meet.")
ERROR = Finding("FIG-001", "error", "figures", "f-1", "", "", "It is not there.")
Ready = Callable[..., None]


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    return tmp_path / "dist"


@pytest.fixture
def home(dataset: Path) -> Path:
    """The first data set at version 1.0.0, with a changelog of its own that tells of it."""
    toml = dataset / "curation" / "package.toml"
    kept = [
        line for line in toml.read_text("utf-8").splitlines() if not line.startswith("changelog")
    ]
    toml.write_text("\n".join(kept) + "\n", encoding="utf-8")
    (dataset / "curation" / "ids.csv").unlink(missing_ok=True)
    (dataset / "CHANGELOG.md").write_text("# Changes\n\n## 1.0.0\n\nFirst.\n", encoding="utf-8")
    number(dataset, "1.0.0")
    return dataset


def number(home: Path, version: str, told: str | None = None) -> None:
    """Give a data set a version, as curator and build would, and tell of it if words are given."""
    toml = home / "curation" / "package.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(
        re.sub(r'(?m)^version = ".*"', f'version = "{version}"', text), encoding="utf-8"
    )
    descriptor = json.loads((home / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["version"] = version
    (home / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    if told is not None:
        changelog = home / "CHANGELOG.md"
        text = changelog.read_text(encoding="utf-8")
        changelog.write_text(
            text.replace("# Changes\n", f"# Changes\n\n## {version}\n\n{told}\n"), encoding="utf-8"
        )


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> Ready:
    """Lets a release take the folder as it is for one that was just built and whose zip holds."""

    def set_up(*findings: Finding, zip_findings: tuple[Finding, ...] = ()) -> None:
        def built(dataset: Path, progress: object, report: Path) -> Built:
            broken = any(one.severity == "error" for one in findings)
            return Built(read_tables(dataset)[0], tuple(findings), not broken)

        monkeypatch.setattr(releasing, "build", built)
        checked = (list(zip_findings), b"<!doctype html>")
        monkeypatch.setattr(releasing, "checked_page", lambda *args: checked)
        monkeypatch.setattr(releasing, "check_zip", lambda *args: [])

    set_up()
    return set_up


def rows(home: Path, table: str, changed: Callable[[pl.DataFrame], pl.DataFrame]) -> None:
    """Change the rows of a table where it lies."""
    path = home / "data" / f"{table}.csv"
    changed(pl.read_csv(path, infer_schema=False)).write_csv(path)


def without_last(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.head(-1)


def corrected(frame: pl.DataFrame) -> pl.DataFrame:
    first = pl.int_range(pl.len()) == 0
    return frame.with_columns(label=pl.when(first).then(pl.lit("x y")).otherwise("label"))


def released(home: Path, dist: Path, *more: object) -> Run:
    done = run("release", home, "--dist", dist, *more)
    assert done.status == 0, done.err
    return done


def refused(home: Path, dist: Path, *more: object) -> str:
    """Why a release was refused; nothing may be written beside the zips."""
    before = files(dist)
    ids = home / "curation" / "ids.csv"
    known = ids.read_bytes() if ids.is_file() else None
    done = run("release", home, "--dist", dist, *more)
    assert done.status == 1
    assert files(dist) == before
    assert (ids.read_bytes() if ids.is_file() else None) == known
    return "\n".join(done.errors)
