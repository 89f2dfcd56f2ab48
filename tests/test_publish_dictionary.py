import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from schemas.tables import Codelist, codelist, codelists, tables
from scripts.publish.codes import published_codelists
from scripts.publish.contributors import Contributor
from scripts.publish.dictionary.caveats import CAVEATS
from scripts.publish.dictionary.markdown import anchor, contents, flowed, headings
from scripts.publish.dictionary.page import dictionary
from scripts.publish.dictionary.versions import FILES
from scripts.publish.metadata import License, PackageMeta
from scripts.publish.rules import rules_of
from scripts.publish.siblings import SIBLINGS
from tests.small_package import META, small_tables, write_small

FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
#: Unsigned, undated and unlicensed, as loose articles are.
LOOSE = PackageMeta("loose", "Loose articles", "Whatever was found.", "0.0.0")


@pytest.fixture(scope="module")
def text() -> str:
    return dictionary(META, tables(), published_codelists(), small_tables())


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small(tmp_path_factory.mktemp("dictionary"))


def section(text: str, heading: str, level: str = "###") -> str:
    found = re.search(
        rf"^{level} {re.escape(heading)}\n(.*?)(?=^##+ |\Z)", text, re.MULTILINE | re.DOTALL
    )
    assert found, heading
    return found.group(1)


def row_of(part: str, name: str) -> list[str]:
    """The cells of the row of a grid whose first cell is that name."""
    (line,) = (line for line in part.split("\n") if line.startswith(f"| `{name}` |"))
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def empty_tables() -> dict[str, pl.DataFrame]:
    return {name: frame.clear() for name, frame in small_tables().items()}


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_every_column_is_there_with_its_type_and_meaning(table, text: str) -> None:
    part = section(text, table.name)
    for field in table.fields:
        _, kind, filled, meaning, example = row_of(part, field.name)
        assert kind == field.type
        assert (filled == "always") == field.required
        assert meaning.partition(" *Values:* ")[0] == field.description.replace("|", "\\|")
        assert example or field.example is None


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_every_column_says_in_how_many_rows_it_is_filled(table, text: str) -> None:
    part = section(text, table.name)
    frame = small_tables()[table.name]
    for field in table.fields:
        if field.required:
            continue
        count = frame[field.name].drop_nulls().len()
        filled = row_of(part, field.name)[2]
        if count:
            assert filled == f"{count} of {frame.height}"
        else:
            assert "empty in all rows of this version" in filled


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_examples_are_of_the_package_or_called_made_up(table, text: str) -> None:
    part = section(text, table.name)
    for field in table.fields:
        example = row_of(part, field.name)[4]
        values = small_tables()[table.name][field.name].drop_nulls().to_list()
        assert ("(made up)" in example) == (not values and field.example is not None)
        if field.type == "string" and values and "…" not in example:
            shown = example.strip("`").replace("\\|", "|")
            assert shown in {" ".join(value.split()) for value in values}


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_what_a_column_may_hold_leads_to_where_it_is_defined(table, text: str) -> None:
    part = section(text, table.name)
    for field in table.fields:
        values = row_of(part, field.name)[3]
        if field.codes:
            assert f"[{field.codes}](#codes-{field.codes})" in values
    for key in table.foreign_keys:
        for column in key.fields:
            assert f"a key of [{key.table}](#{key.table})" in row_of(part, column)[3]


def test_every_table_has_its_key_its_rows_and_its_files(text: str) -> None:
    for table in tables():
        number = small_tables()[table.name].height
        rows = "1 row" if number == 1 else f"{number} rows"
        assert f"{rows}. Key: `{table.primary_key[0]}`" in section(text, table.name)
        (line,) = re.findall(rf"^\| \[{table.name}\]\(#{table.name}\) \|.*\.csv.*$", text, re.M)
        assert f"| {number} | [csv](data/{table.name}.csv)" in line


@pytest.mark.parametrize("name", codelists())
def test_every_code_is_there_with_its_meaning_and_its_rows(name: str, text: str) -> None:
    part = section(text, f"Codes: {name}")
    used = [(t.name, f.name) for t in tables() for f in t.fields if f.codes == name]
    for code, row in codelist(name).rows.items():
        cells = row_of(part, code)
        assert row["description"].replace("|", "\\|") in cells
        counts = [
            str(small_tables()[table].filter(pl.col(column) == code).height)
            for table, column in used
        ]
        assert cells[len(cells) - len(counts) :] == counts


def test_a_retired_code_is_told_with_what_took_its_place() -> None:
    code = {"code": "old", "title": "Old", "description": "Was.", "use_when": ""}
    rows = {"old": {**code, "deprecated_in": "2.0.0", "replaced_by": "new"}}
    found = dictionary(META, (), (Codelist("kinds", rows),), {})
    assert "Retired are `old` of [kinds](#codes-kinds)." in found
    assert "| `old` | Was. | 2.0.0 | new |" in found


def test_every_link_leads_to_a_heading_and_no_two_headings_are_alike(text: str) -> None:
    anchors = [anchor(heading) for _, heading in headings(text)]
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= set(anchors)


def test_every_section_stands_in_the_contents(text: str) -> None:
    listed = re.findall(r"\]\(#([^)]+)\)", section(text, "Contents", "##"))
    sections = [anchor(words) for level, words in headings(text) if level == 2]
    assert [one for one in sections if one != "contents"] == [
        one for one in listed if one in sections
    ]


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("Codes: date_bases", "codes-date_bases"),
        ("mentions-are-not-events", "mentions-are-not-events"),
        ("How to read `views.sql`, step by step", "how-to-read-viewssql-step-by-step"),
        ("A [link](x.md) here", "a-link-here"),
    ],
)
def test_anchors_are_those_of_github(heading: str, wanted: str) -> None:
    assert anchor(heading) == wanted


def test_headings_in_code_are_no_sections() -> None:
    assert headings("## One\n```\n## Two\n```\n### Three") == [(2, "One"), (3, "Three")]
    assert contents("## One\n\n### Two: a\n\n### Three") == (
        "- [One](#one): [a](#two-a) · [Three](#three)"
    )


def test_paragraphs_flow_and_items_stay_apart() -> None:
    assert flowed("a\nb\n\n- c\n  d\n- e\n") == "a b\n\n- c d\n- e"


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


def test_every_grid_row_has_as_many_cells_as_its_header(text: str) -> None:
    for block in re.findall(r"(?:^\|.*\n?)+", text, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.strip().split("\n")}
        assert len(widths) == 1


def test_a_bar_in_a_description_does_not_cut_its_cell() -> None:
    rows = {"x": {"code": "x", "title": "a|b", "description": "c"}}
    found = dictionary(META, (), (Codelist("bars", rows),), {})
    assert "| `x` | a\\|b | c |" in found


def test_the_first_screen_says_what_it_is_how_to_open_it_and_what_to_know(text: str) -> None:
    head = text[: text.index("## Contents")]
    for words in (
        "An invented dataset.",
        "**Version 1.2.3** of 2021-03-01",
        f"{small_tables()['sources'].height} articles",
        "[CC BY 4.0](#licence)",
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
