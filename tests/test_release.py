"""What a release refuses and why, what it writes, and that it can be run again.

The build and the check of the zip, which cost seconds, are left out here but for the tests that
say so: `ready` stands for a folder that was just built. `test_release_whole` runs everything.
"""

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

import scripts.release.released as releasing
from scripts.build import Built
from scripts.publish.metadata import read_package
from scripts.release.changelog import DRAFT
from tests.command import FIRST, Run, edit, files, run
from tests.repository import committed
from validations.package import read_tables
from validations.rule import Finding
from validations.sums import digest

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
        monkeypatch.setattr(releasing, "check_zip", lambda *args: list(zip_findings))

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
