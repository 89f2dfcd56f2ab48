import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from schemas.tables import codelist, codelists, tables
from scripts.diff.changes_csv import COLUMNS
from scripts.diff.owed import KINDS
from scripts.publish.codes import published_codelists
from scripts.publish.contributors import Contributor
from scripts.publish.dictionary.caveats import CAVEATS
from scripts.publish.dictionary.markdown import headings
from scripts.publish.dictionary.page import dictionary
from scripts.publish.dictionary.questions import QUESTIONS
from scripts.publish.dictionary.versions import CHANGES, FILES
from scripts.publish.joined_views import JOINED_VIEWS
from scripts.publish.metadata import License, PackageMeta
from scripts.publish.rules import rules_of
from scripts.publish.siblings import SIBLINGS
from tests.dictionary_page import row_of, section, small_page
from tests.small_package import META, small_tables, write_small

FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
#: Unsigned, undated and unlicensed, as loose articles are.
LOOSE = PackageMeta("loose", "Loose articles", "Whatever was found.", "0.0.0")


@pytest.fixture(scope="module")
def text() -> str:
    return small_page()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small(tmp_path_factory.mktemp("dictionary"))


def empty_tables() -> dict[str, pl.DataFrame]:
    return {name: frame.clear() for name, frame in small_tables().items()}


def test_every_file_that_is_linked_lies_in_a_written_package(package: Path) -> None:
    text = FENCED.sub("", (package / "README.md").read_text(encoding="utf-8"))
    linked = {path for path in re.findall(r"\]\(([^)#]+)\)", text) if ":" not in path}
    assert linked >= {"datapackage.json", "entities.svg", "data/events.csv", "codes/units.csv"}
    there = {path for path in linked if (package / path).exists()}
    assert linked - there <= {"SHA256SUMS"}


def test_every_sibling_is_told_in_the_list_of_files(text: str) -> None:
    assert {path for path, _ in SIBLINGS} <= {file.path for file in FILES}


def test_a_package_that_nobody_signed_links_no_record_of_catalogues() -> None:
    found = section(dictionary(LOOSE, tables(), (), small_tables()), "The files", "##")
    told = {file.path for file in FILES if f"]({file.path.rstrip('/')})" in found}
    assert told == {file.path for file in FILES if file.always}


def test_only_a_package_that_can_be_released_tells_of_the_page_first() -> None:
    told = dictionary(LOOSE, tables(), (), small_tables())
    assert "index.html" not in told[: told.index("## Contents")]
    assert "The zip of a release also holds `index.html`" in told


def test_the_columns_and_kinds_of_changes_are_those_that_diff_writes(text: str) -> None:
    told = [name for names, _ in CHANGES for name in names.split(", ")]
    assert sorted(told) == sorted(COLUMNS)
    kinds = re.findall(r"`(\w+_\w+)`", dict(CHANGES)["kind"])
    assert kinds
    assert set(kinds) <= set(KINDS)
    assert "column of `changes.csv`" in section(text, "Versions", "##")


def test_the_first_screen_says_what_it_is_how_to_open_it_and_what_to_know(text: str) -> None:
    head = text[: text.index("## Contents")]
    for words in (
        "An invented dataset.",
        "**Version 1.2.3** of 2021-03-01",
        f"{small_tables()['sources'].height} articles",
        "[CC BY 4.0](#licence)",
        "In the zip of a release, double click `index.html`",
        'read.csv("data/events.csv"',
        'read_parquet("data/events.parquet")',
        *(f"(#{caveat.name})" for caveat in (*META.caveats, *CAVEATS)),
    ):
        assert words in head


def test_caveats_of_the_dataset_come_before_those_of_every_package(text: str) -> None:
    names = [caveat.name for caveat in (*META.caveats, *CAVEATS)]
    assert [words for _, words in headings(text) if words in names] == names


def test_columns_and_codes_named_in_caveats_exist() -> None:
    columns = {field.name for table in tables() for field in table.fields}
    codes = {code for name in codelists() for code in codelist(name).codes}
    known = columns | codes | {table.name for table in tables()}
    for caveat in CAVEATS:
        for name in re.findall(r"`([^`]+)`", caveat.text):
            assert set(name.split(".")) <= known, name


def test_where_to_look_names_tables_columns_codes_and_views_that_exist(text: str) -> None:
    columns = {field.name for table in tables() for field in table.fields}
    codes = {code for name in codelists() for code in codelist(name).codes}
    known = columns | codes | {table.name for table in tables()}
    for asked, where, view in QUESTIONS:
        assert asked in section(text, "Where to look", "##")
        assert set(re.findall(r"`([^`]+)`", where)) <= known, where
        assert not view or view in {one.name for one in JOINED_VIEWS}, view
    assert {one.name for one in JOINED_VIEWS} <= {view for _, _, view in QUESTIONS}


def test_every_rule_is_told_in_words_with_its_rows(text: str) -> None:
    part = section(text, "The rules that find rows", "##")
    for name in ("reports", "statements", "figures"):
        frame = small_tables()[name]
        for rule, meaning in rules_of(name).items():
            number = frame.filter(pl.col("found_by") == rule).height
            assert f"| [{name}](#{name}) | `{rule}` | {meaning} | {number} |" in part


def test_licence_and_citation_name_makers_year_title_and_version(text: str) -> None:
    licence = section(text, "Licence", "##")
    assert "- **data**: [CC BY 4.0](https://licence.example/by)" in licence
    assert "Quotations are not covered" in licence
    assert "the makers (2021). Ardenia and Belmark. Version 1.2.3. Data set." in text


def test_bibtex_keeps_names_of_groups_whole_and_signs_out_of_reach_of_tex() -> None:
    person = Contributor("Zoë Ray", ("creator",), "person", "Zoë", "Ray")
    meta = PackageMeta(
        "a-b",
        "War & peace, 100 %",
        "x",
        "1.0.0",
        date(2031, 1, 2),
        licenses=(License("CC-BY-4.0", "CC BY 4.0", "https://licence.example/by", "data"),),
        contributors=(person, Contributor("Lamp {Group}", ("creator",))),
        id="https://doi.org/10.1234/x_y",
    )
    found = section(dictionary(meta, (), (), {}), "How to cite", "##")
    assert "Ray, Zoë; Lamp {Group} (2031). War & peace, 100 %. Version 1.0.0. Data set." in found
    for line in (
        "@misc{a-b-1.0.0,",
        r"  author = {Ray, Zoë and {Lamp \{Group\}}},",
        r"  title = {{War \& peace, 100 \%}},",
        "  year = {2031},",
        "  version = {1.0.0},",
        "  doi = {10.1234/x_y},",
    ):
        assert f"{line}\n" in found


def test_nobody_is_cited_for_what_nobody_signed() -> None:
    found = dictionary(LOOSE, tables(), (), small_tables())
    assert "How to cite" not in found
    assert "Nobody has given a licence" in found


def test_a_package_without_rows_is_described_all_the_same() -> None:
    found = dictionary(LOOSE, tables(), published_codelists(), empty_tables())
    assert "0 articles" in found
    assert "Example row" not in found
    for field in tables()[0].fields:
        row_of(section(found, tables()[0].name), field.name)


def test_examples_of_dates_and_numbers_are_rows_of_the_package(text: str) -> None:
    for heading, table in (("How to read dates", "reports"), ("How to read numbers", "figures")):
        part = section(text, heading, "##")
        ids = re.findall(r"`([rf]-[0-9a-f]{12})` \|$", part, re.MULTILINE)
        assert ids
        assert set(ids) <= set(small_tables()[table][f"{table[:-1]}_id"])


def traced(package: Path, language: str) -> tuple[str, str]:
    """The lines of the section on tracing in one language, and the words they must print."""
    text = (package / "README.md").read_text(encoding="utf-8")
    part = section(text, "How to trace a row", "##")
    (lines,) = re.findall(rf"^```{language}\n(.*?)\n```$", part, re.MULTILINE | re.DOTALL)
    key = re.findall(r"Row `(\S+)` says", part)[0]
    tables = small_tables()
    (words,) = (
        row[column]
        for name, column in (("figures", "text"), ("statements", "quote"))
        for row in tables[name].to_dicts()
        if row[f"{name[:-1]}_id"] == key
    )
    return lines, words


def test_two_lines_of_python_find_the_words_of_a_row(package: Path) -> None:
    lines, words = traced(package, "python")
    assert lines.count("\n") == 1
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-W", "error", "-c", lines],
        cwd=package,
        check=True,
        timeout=60,
        capture_output=True,
    )
    assert done.stdout.decode().strip() == words


@pytest.mark.programs
def test_two_lines_of_r_find_the_words_of_a_row(package: Path) -> None:
    program = shutil.which("Rscript")
    if program is None:
        missing = "Rscript is missing: install r-base-core"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    lines, words = traced(package, "r")
    assert lines.count("\n") == 1
    done = subprocess.run(
        [program, "-e", lines], cwd=package, check=True, timeout=60, capture_output=True
    )
    assert done.stdout.decode().strip() == words


def test_the_hashes_can_be_checked_as_it_says(package: Path) -> None:
    program = shutil.which("sha256sum")
    if program is None or not (package / "SHA256SUMS").exists():
        pytest.skip("needs sha256sum and a package with SHA256SUMS")
    subprocess.run([program, "-c", "SHA256SUMS"], cwd=package, check=True, capture_output=True)


def test_lines_end_in_lf_and_the_last_one_too(text: str) -> None:
    assert "\r" not in text
    assert text.endswith("do not edit them.\n")
