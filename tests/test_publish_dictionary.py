import re

import polars as pl
import pytest

from schemas.tables import Codelist, codelist, codelists, tables
from scripts.publish.dictionary.markdown import anchor, contents, flowed, headings
from scripts.publish.dictionary.page import dictionary
from tests.dictionary_page import row_of, section, small_page
from tests.small_package import META, small_tables


@pytest.fixture(scope="module")
def text() -> str:
    return small_page()


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


def test_every_grid_row_has_as_many_cells_as_its_header(text: str) -> None:
    for block in re.findall(r"(?:^\|.*\n?)+", text, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.strip().split("\n")}
        assert len(widths) == 1


def test_a_bar_in_a_description_does_not_cut_its_cell() -> None:
    rows = {"x": {"code": "x", "title": "a|b", "description": "c"}}
    found = dictionary(META, (), (Codelist("bars", rows),), {})
    assert "| `x` | a\\|b | c |" in found
