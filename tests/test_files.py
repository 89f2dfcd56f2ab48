import os
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts.publish.package import write_package
from tests.small_package import META, small_articles, small_tables, write_small
from validations.files import RULES, changed_files, leads_out
from validations.sums import SUMS, sha256, sums_text


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write_small(tmp_path)


#: A descriptor, but not one that a build wrote.
OTHER = '{"resources": [{"path": 1, "hash": "x"}]}'


def found(package: Path) -> list[tuple[str, str]]:
    findings = changed_files(package)
    assert all(finding.severity == RULES[finding.rule_id][0] for finding in findings)
    assert all(finding.row in finding.sentence for finding in findings), findings
    return [(finding.rule_id, finding.row) for finding in findings]


def test_a_package_as_written_has_no_changed_file(package: Path) -> None:
    assert found(package) == []


@pytest.mark.parametrize(
    "path",
    [
        "data/figures.csv",
        "data/figures.parquet",
        "codes/bounds.csv",
        "README.md",
        "datapackage.json",
        "articles/daily-lamp.md",
    ],
)
def test_an_edited_file_is_found_even_by_one_byte(path: str, package: Path) -> None:
    with (package / path).open("ab") as file:
        file.write(b" ")
    assert found(package) == [("PKG-003", path)]


@pytest.mark.parametrize(
    "path", ["data/figures.csv", "data/sides.parquet", "codes/bounds.csv", "articles/daily-lamp.md"]
)
def test_a_missing_file_is_found(path: str, package: Path) -> None:
    (package / path).unlink()
    assert found(package) == [("PKG-002", path)]


@pytest.mark.parametrize("path", ["data/notes.csv", "codes/deep/own.csv"])
def test_an_added_file_is_found(path: str, package: Path) -> None:
    (package / path).parent.mkdir(exist_ok=True)
    (package / path).touch()
    assert found(package) == [("PKG-004", path)]


@pytest.mark.parametrize("target", ["nowhere", "..", "figures.csv"])
def test_an_added_link_is_found_wherever_it_leads(target: str, package: Path) -> None:
    (package / "data" / "more").symlink_to(target)
    assert found(package) == [("PKG-004", "data/more")]


@pytest.mark.parametrize("path", ["articles/own.md", "curation/ids.csv", "data/.DS_Store"])
def test_what_people_and_their_systems_put_there_is_let_be(path: str, package: Path) -> None:
    (package / path).parent.mkdir(exist_ok=True)
    (package / path).touch()
    assert found(package) == []


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"resources": [{"path": 1}]}', OTHER])
def test_a_missing_or_broken_descriptor_is_one_finding(text: str | None, package: Path) -> None:
    if text is None:
        (package / "datapackage.json").unlink()
    else:
        (package / "datapackage.json").write_text(text, encoding="utf-8")
    assert found(package) == [("PKG-001", "datapackage.json")]


def test_all_changes_are_found_at_once_in_order(package: Path) -> None:
    (package / "codes" / "units.csv").unlink()
    (package / "data" / "events.csv").write_text("event_id\n", encoding="utf-8")
    (package / "data" / "zzz.csv").touch()
    assert found(package) == [
        ("PKG-002", "codes/units.csv"),
        ("PKG-003", "data/events.csv"),
        ("PKG-004", "data/zzz.csv"),
    ]


def test_an_article_is_held_to_its_hash_whoever_wrote_it(tmp_path: Path) -> None:
    own, made = tmp_path / "articles" / "daily-lamp.md", tmp_path / "articles" / "north-wire.md"
    own.parent.mkdir()
    own.write_text(dict(small_articles())["articles/daily-lamp.md"], encoding="utf-8")
    write_small(tmp_path)
    assert found(tmp_path) == []
    for path in (own, made):
        path.write_text("Talk.", encoding="utf-8")
    assert found(tmp_path) == [
        ("PKG-003", "articles/daily-lamp.md"),
        ("PKG-003", "articles/north-wire.md"),
    ]


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def sums(package: Path) -> dict[str, str]:
    lines = (package / SUMS).read_text(encoding="utf-8").splitlines()
    return {line[66:]: line[:64] for line in lines}


def test_every_file_is_named_in_the_order_of_paths(package: Path) -> None:
    assert list(sums(package)) == sorted(names(package) - {SUMS})


def test_articles_that_the_staging_folder_lacks_are_named_too(
    package: Path, tmp_path: Path
) -> None:
    out = tmp_path / "staged"
    write_package(package, out, small_tables(), META, small_articles())
    assert not (out / "articles").exists()
    assert {path for path, _ in small_articles()} <= sums(out).keys()
    assert changed_files(out, package) == []
    assert {one.rule_id for one in changed_files(out)} == {"PKG-002"}


@pytest.mark.programs
def test_sha256sum_checks_the_folder(package: Path) -> None:
    if shutil.which("sha256sum") is None and os.environ.get("CI") != "true":
        pytest.skip("sha256sum is not installed")
    command = ["sha256sum", "--strict", "--check", "--quiet", SUMS]
    assert subprocess.run(command, cwd=package, check=False, timeout=60).returncode == 0
    (package / "README.md").write_text("Other.", encoding="utf-8")
    told = subprocess.run(command, cwd=package, check=False, capture_output=True, timeout=60)
    assert told.returncode == 1
    assert b"README.md: FAILED" in told.stdout


def test_a_missing_list_is_one_finding(package: Path) -> None:
    (package / SUMS).unlink()
    assert found(package) == [("PKG-005", SUMS)]
    (package / SUMS).write_bytes(b"\xff")
    assert found(package) == [("PKG-005", SUMS)]


@pytest.mark.parametrize(
    "path", ["datapackage.json", "README.md", "data/sides.csv", "codes/units.csv"]
)
def test_a_line_that_is_gone_or_stands_there_twice_is_found(path: str, package: Path) -> None:
    whole = (package / SUMS).read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in whole if line.endswith(f"  {path}")]
    (package / SUMS).write_text("\n".join(one for one in whole if one != line), encoding="utf-8")
    (finding,) = changed_files(package)
    assert (finding.rule_id, finding.row, finding.value) == ("PKG-005", SUMS, path)
    (package / SUMS).write_text("\n".join([*whole, line]), encoding="utf-8")
    assert found(package) == [("PKG-005", SUMS)]


@pytest.mark.parametrize("line", ["", "data", "d41d8  data/figures.csv", f"{'G' * 64}  README.md"])
def test_a_line_that_is_no_line_of_the_list_is_found(line: str, package: Path) -> None:
    with (package / SUMS).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    assert found(package) == [("PKG-005", SUMS)]


OUT = ["../own.txt", "/etc/hostname", "articles/../../own.txt", "~/own.txt", "a\\b", "C:/own.txt"]


@pytest.mark.parametrize("path", OUT)
def test_a_path_that_leaves_the_folder_is_found_and_not_followed(path: str, package: Path) -> None:
    assert leads_out(path)
    with (package / SUMS).open("a", encoding="utf-8") as file:
        file.write(f"{'0' * 64}  {path}\n")
    assert found(package) == [("PKG-006", SUMS)]


@pytest.mark.parametrize(
    "path", ["data/a.csv", "articles/..a.md", "articles/a: b.md", ".zenodo.json"]
)
def test_a_path_in_the_folder_stays_in_it(path: str) -> None:
    assert not leads_out(path)


def release(package: Path) -> None:
    """Make the package what an unzipped release is: curation and changelog in the list, too."""
    for name in ("curation/package.toml", "CHANGELOG.md"):
        (package / name).parent.mkdir(exist_ok=True)
        (package / name).write_text(name, encoding="utf-8")
    text = sums_text({name: sha256(package / name) for name in names(package) - {SUMS}})
    (package / SUMS).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "path", ["own.txt", "articles/own.md", "data/notes.csv", "curation/x.toml"]
)
def test_a_release_holds_nothing_that_its_list_does_not_name(path: str, package: Path) -> None:
    release(package)
    assert found(package) == []
    (package / path).touch()
    assert found(package) == [("PKG-004", path)]
