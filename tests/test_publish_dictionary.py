import re
from pathlib import Path

import pytest

from schemas.tables import Codelist, codelist, codelists, tables
from scripts.publish.codes import published_codelists
from scripts.publish.dictionary.page import CAVEATS, dictionary
from tests.small_package import META, small_tables


@pytest.fixture(scope="module")
def text() -> str:
    return dictionary(META, tables(), published_codelists(), small_tables())


def section(text: str, heading: str) -> str:
    found = re.search(rf"^### {heading}\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found.group(1)


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_every_column_is_there_with_its_type_and_meaning(table, text: str) -> None:
    part = section(text, table.name)
    for field in table.fields:
        row = next(line for line in part.split("\n") if line.startswith(f"| `{field.name}` |"))
        assert f"| {field.type} | {'always' if field.required else 'where known'} |" in row
        assert field.description.replace("|", "\\|") in row


def test_every_table_has_its_key_and_its_rows(text: str) -> None:
    for table in tables():
        number = small_tables()[table.name].height
        assert f"{number} rows. Key: `{table.primary_key[0]}`" in section(text, table.name)
        assert re.search(rf"^\| \[{table.name}\]\(#{table.name}\) .* \| {number} \|$", text, re.M)


@pytest.mark.parametrize("name", codelists())
def test_every_code_is_there_with_its_meaning(name: str, text: str) -> None:
    part = section(text, f"Codes: {name}")
    for code, row in codelist(name).rows.items():
        description = row["description"].replace("|", "\\|")
        assert f"| `{code}` | {row['title']} | {description} |" in part


def test_every_link_leads_to_a_heading(text: str) -> None:
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors


def test_every_grid_row_has_as_many_cells_as_its_header(text: str) -> None:
    for block in re.findall(r"(?:^\|.*\n?)+", text, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.strip().split("\n")}
        assert len(widths) == 1


def test_a_bar_in_a_description_does_not_cut_its_cell() -> None:
    rows = {"x": {"code": "x", "title": "a|b", "description": "c"}}
    found = dictionary(META, (), (Codelist("bars", rows),), {})
    assert "| `x` | a\\|b | c |" in found


def test_caveats_of_the_dataset_come_before_those_of_every_package(text: str) -> None:
    names = re.findall(r"^- \*\*([a-z-]+)\*\*: ", text, re.MULTILINE)
    assert names == ["invented", *(caveat.name for caveat in CAVEATS)]
    assert len(set(names)) == len(names)


def test_licence_and_citation_name_makers_year_title_and_version(text: str) -> None:
    assert "- data: [CC BY 4.0](https://licence.example/by)" in text
    assert "the makers (2021). Ardenia and Belmark. Version 1.2.3. Data set." in text


def test_lines_end_in_lf_and_the_last_one_too(text: str, tmp_path: Path) -> None:
    assert "\r" not in text
    assert text.endswith("|\n")
