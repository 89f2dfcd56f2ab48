"""What a release refuses and why, and what it writes; `test_release_whole` runs every step."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from scripts.release.changelog import DRAFT
from tests.command import edit, files
from tests.releases import (
    ERROR,
    NAME,
    WARNING,
    Ready,
    corrected,
    number,
    refused,
    released,
    rows,
    without_last,
)
from validations.rule import Finding
from validations.sums import digest


def test_a_release_writes_the_zip_its_sum_and_the_published_ids(
    home: Path, dist: Path, ready: Ready
) -> None:
    done = released(home, dist)
    path = dist / f"{NAME}-1.0.0.zip"
    assert set(files(dist)) == {path.name, "SHA256SUMS"}
    content = path.read_bytes()
    assert (dist / "SHA256SUMS").read_text("utf-8") == f"{digest(content)}  {path.name}\n"
    ids = (home / "curation" / "ids.csv").read_bytes()
    with zipfile.ZipFile(path) as archive:
        assert archive.read("curation/ids.csv") == ids
        assert archive.read("CHANGELOG.md") == (home / "CHANGELOG.md").read_bytes()
        assert "changes.csv" not in archive.namelist()
    assert b",1.0.0," in ids
    assert digest(content) in done.out
    assert f"{len(content):,} bytes" in done.out
    assert "events 41" in done.out
    assert "the first release" in done.out
    assert f"keep {path}" in done.out
    assert "git" not in done.out


def test_the_same_again_succeeds_and_changes_nothing(home: Path, dist: Path, ready: Ready) -> None:
    released(home, dist)
    before = files(home), files(dist)
    times = {path: path.stat().st_mtime_ns for path in dist.iterdir()}
    done = released(home, dist)
    assert (files(home), files(dist)) == before
    assert {path: path.stat().st_mtime_ns for path in dist.iterdir()} == times
    assert "released before, the same to the byte" in done.out


def test_the_next_version_tells_what_changed_since_the_one_before(
    home: Path, dist: Path, ready: Ready
) -> None:
    released(home, dist)
    rows(home, "events", corrected)
    number(home, "1.0.1", "A label was corrected.")
    done = released(home, dist)
    assert "1.0.0 → 1.0.1" in done.out
    with zipfile.ZipFile(dist / f"{NAME}-1.0.1.zip") as archive:
        changes = archive.read("changes.csv").decode("utf-8")
    assert changes.startswith("version_from,version_to,table,row_id,kind,column,old,new")
    assert "value_corrected,label," in changes
    listed = (dist / "SHA256SUMS").read_text("utf-8").splitlines()
    assert [line.partition("  ")[2] for line in listed] == [
        f"{NAME}-1.0.0.zip",
        f"{NAME}-1.0.1.zip",
    ]


@pytest.mark.parametrize(
    ("old", "new", "version", "owed", "reason"),
    [
        (None, without_last, "1.1.0", "2.0.0", "a MAJOR version, for 1 row withdrawn"),
        (None, without_last, "1.0.1", "2.0.0", "a MAJOR version, for 1 row withdrawn"),
        (without_last, None, "1.0.1", "1.1.0", "a MINOR version, for 1 row added"),
    ],
)
def test_too_small_a_number_is_refused_and_the_one_that_is_owed_is_told(
    old: Callable[[pl.DataFrame], pl.DataFrame] | None,
    new: Callable[[pl.DataFrame], pl.DataFrame] | None,
    version: str,
    owed: str,
    reason: str,
    home: Path,
    dist: Path,
    ready: Ready,
) -> None:
    whole = (home / "data" / "sides.csv").read_bytes()
    if old:
        rows(home, "sides", old)
    released(home, dist)
    (home / "data" / "sides.csv").write_bytes(whole)
    if new:
        rows(home, "sides", new)
    number(home, version, "Some rows.")
    why = refused(home, dist)
    assert f"version {version} is too small a step from 1.0.0: {owed} is owed" in why
    assert reason in why
    assert f'write version = "{owed}" or more in {home / "curation" / "package.toml"} and' in why


def test_an_earlier_day_than_that_of_the_version_before_is_refused(
    home: Path, dist: Path, ready: Ready
) -> None:
    released(home, dist)
    number(home, "1.0.1", "Nothing.")
    toml = home / "curation" / "package.toml"
    text = re.sub(r"(?m)^created = .*$", "created = 2020-01-01", toml.read_text("utf-8"))
    toml.write_text(text, encoding="utf-8")
    assert "created = 2020-01-01 is before the day of the version before" in refused(home, dist)


def test_a_number_and_a_day_and_warnings_are_refused_all_at_once(
    home: Path, dist: Path, ready: Ready
) -> None:
    released(home, dist)
    rows(home, "events", without_last)
    number(home, "1.0.1")
    text = (home / "curation" / "package.toml").read_text("utf-8")
    text = re.sub(r"(?m)^created = .*$", "created = 2020-01-01", text)
    (home / "curation" / "package.toml").write_text(text, encoding="utf-8")
    ready(WARNING)
    why = refused(home, dist)
    assert all(part in why for part in ("LNK-014", "2.0.0 is owed", "created = 2020-01-01"))
    assert "1.0.1" not in (home / "CHANGELOG.md").read_text("utf-8"), "nothing to be drafted yet"


def test_an_error_of_the_build_stops_a_release(home: Path, dist: Path, ready: Ready) -> None:
    ready(ERROR)
    why = refused(home, dist)
    assert "FIG-001" in why
    assert "the build has errors; clear them and release again" in why


def test_a_warning_stops_a_release_until_a_caveat_tells_the_readers(
    home: Path, dist: Path, ready: Ready
) -> None:
    ready(WARNING)
    assert "warnings of LNK-014; clear them, or tell the readers" in refused(home, dist)
    toml = home / "curation" / "package.toml"
    caveat = '\n[[caveats]]\nname = "days"\ntext = "Two articles differ on the day (LNK-0145)."\n'
    toml.write_text(toml.read_text("utf-8") + caveat, encoding="utf-8")
    assert "LNK-014" in refused(home, dist), "another rule is no excuse"
    edit(toml, "LNK-0145", "LNK-014")
    released(home, dist)


def test_a_caveat_on_a_contradiction_holds_for_the_layer_that_finds_it_again(
    home: Path, dist: Path, ready: Ready
) -> None:
    again = "across-facts: expect_column_values_to_be_in_set"
    ready(
        Finding("ACR-003", "warning", "comparisons", "c-1", "", "", "They differ."),
        Finding(again, "warning", "across-facts", "e-1|killed", "wrong", "1", "They differ."),
    )
    toml = home / "curation" / "package.toml"
    caveat = '\n[[caveats]]\nname = "dead"\ntext = "Two articles differ (ACR-003)."\n'
    toml.write_text(toml.read_text("utf-8") + caveat, encoding="utf-8")
    released(home, dist)


def test_a_file_among_the_articles_that_was_not_read_stays_behind_and_stops_nothing(
    home: Path, dist: Path, ready: Ready
) -> None:
    (home / "articles" / "next.md.draft").write_text("to come", encoding="utf-8")
    ready(Finding("READ-008", "warning", "sources", "next.md.draft", "path", "", "Not read."))
    done = released(home, dist)
    assert "READ-008" in done.err
    assert "stays behind, no part of the package: articles/next.md.draft" in done.out


def test_an_untold_version_is_drafted_and_waits_until_people_have_edited_it(
    home: Path, dist: Path, ready: Ready
) -> None:
    (home / "CHANGELOG.md").unlink()
    why = refused(home, dist)
    changelog = (home / "CHANGELOG.md").read_text("utf-8")
    assert f"{home / 'CHANGELOG.md'} told nothing of version 1.0.0; a draft stands there now" in why
    assert "## 1.0.0" in changelog
    assert DRAFT in changelog
    assert "- `events`: 41 rows." in changelog
    assert "is still a draft; edit it" in refused(home, dist)
    assert (home / "CHANGELOG.md").read_text("utf-8") == changelog
    written = [line for line in changelog.splitlines() if DRAFT not in line]
    (home / "CHANGELOG.md").write_text("\n".join(written), encoding="utf-8")
    released(home, dist)


def test_a_later_version_is_drafted_from_what_changed(home: Path, dist: Path, ready: Ready) -> None:
    released(home, dist)
    rows(home, "events", without_last)
    number(home, "2.0.0")
    refused(home, dist)
    text = (home / "CHANGELOG.md").read_text("utf-8")
    assert text.index("## 2.0.0") < text.index("## 1.0.0")
    assert "- `events`: 1 row (`e-" in text


def test_an_empty_section_is_refused(home: Path, dist: Path, ready: Ready) -> None:
    (home / "CHANGELOG.md").write_text("## 1.0.0\n\n<!-- to come -->\n", encoding="utf-8")
    assert "tells of version 1.0.0 is empty; write what those who use" in refused(home, dist)


def test_a_changelog_outside_the_folder_goes_into_the_zip(
    home: Path, dist: Path, ready: Ready
) -> None:
    (home / "CHANGELOG.md").rename(home.parent / "NEWS.md")
    toml = home / "curation" / "package.toml"
    toml.write_text(f'changelog = "../NEWS.md"\n{toml.read_text("utf-8")}', encoding="utf-8")
    released(home, dist)
    with zipfile.ZipFile(dist / f"{NAME}-1.0.0.zip") as archive:
        assert b"First." in archive.read("CHANGELOG.md")
