"""Every table of a package is shown, sorted and saved as it is."""

import csv
import io
import re
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import Page, expect

from schemas.tables import TABLES, codelist, table
from scripts.publish.tables import write_csv
from scripts.trace.edition import Edition
from tests.command import FIRST
from tests.page.conftest import Opened
from tests.page.driven import address, go, hash_of, left, saved, settled

pytestmark = pytest.mark.programs


def column(page: Page, name: str) -> list[str]:
    """The cells of a column that is shown, from top to bottom."""
    (place,) = page.locator("#tables thead th").evaluate_all(
        "(all, name) => all.flatMap((th, at) =>"
        " th.querySelector('button').dataset.column === name ? [at] : [])",
        name,
    )
    cells = page.locator(f"#tables tbody tr > :nth-child({place + 1})")
    texts: list[str] = cells.evaluate_all(
        "cells => cells.map(one => (one.querySelector('.code') ?? one)"
        ".firstChild?.textContent ?? '')"
    )
    return texts


def draw_all(page: Page) -> None:
    """Press the buttons that draw more until there are none."""
    while page.locator("#tables button.more").count():
        page.locator("#tables button.more").first.click()


def test_every_table_of_the_first_data_set_is_saved_byte_for_byte(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    for name in TABLES:
        go(page, address("tables", table=name, sort=table(name).columns[-1]))
        content = saved(page, page.locator("#tables .whole"))
        assert content == (f"{name}.csv", (FIRST / f"data/{name}.csv").read_bytes())


def test_tables_that_hold_anything_are_saved_as_publishing_writes_them(
    hostile_file: Path, opened: Opened, tmp_path: Path
) -> None:
    page = opened(hostile_file)
    for name in TABLES:
        go(page, address("tables", table=name))
        _, content = saved(page, page.locator("#tables .whole"))
        given = pl.read_csv(hostile_file.parent / f"package/data/{name}.csv", infer_schema=False)
        write_csv(given.with_columns(pl.all().replace("", None)), tmp_path / "again.csv")
        assert content == (tmp_path / "again.csv").read_bytes()


def test_what_the_filters_leave_is_saved_in_the_order_shown_with_all_columns(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    go(page, address("tables", table="figures", source="xinhua", sort="-value", columns="value"))
    name, content = saved(page, page.locator("#tables .part"))
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert name == "figures-part.csv"
    assert list(rows[0]) == list(table("figures").columns)
    assert {row["source_id"] for row in rows} == {"xinhua"}
    values = [float(row["value"]) for row in rows]
    assert values == sorted(values, reverse=True)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_shows_its_cells_and_links_whatever_is_the_key_of_a_row(
    name: str, page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, hash=address("#tables"[1:], table=name, columns="all"))
    draw_all(page)
    edition = Edition(FIRST, "first")
    rows = edition.rows(name)
    expect(page.locator("#tables .lead")).to_have_text(table(name).description)
    keys = {key.fields[0]: key.table for key in table(name).foreign_keys}
    if len(table(name).primary_key) == 1:
        keys[table(name).primary_key[0]] = name
    for field in table(name).fields:
        cells = [row[field.name] for row in rows]
        assert column(page, field.name) == cells
        place = table(name).columns.index(field.name) + 1
        shown = page.locator(f"#tables tbody tr > :nth-child({place})")
        if field.name in keys:
            linked = shown.locator("a").evaluate_all("all => all.map(a => a.dataset.row)")
            assert linked == [cell for cell in cells if cell]
        if field.type in {"integer", "number"}:
            aligned = shown.evaluate_all("all => all.map(one => getComputedStyle(one).textAlign)")
            assert set(aligned) <= {"right"}
        if field.codes:
            titles = {code: row["title"] for code, row in codelist(field.codes).rows.items()}
            told = shown.evaluate_all("all => all.map(one => one.querySelector('.code')?.title)")
            for cell, title in zip(cells, told, strict=True):
                assert (title or "").startswith(titles[cell] if cell else "")


@pytest.mark.parametrize(
    ("name", "by"),
    [
        ("figures", "value"),
        ("figures", "range_to"),
        ("events", "start_date"),
        ("sources", "title"),
        ("comparisons", "independent_count"),
        ("places", "latitude"),
    ],
)
def test_a_column_sorts_up_and_down_with_what_is_empty_last(
    name: str, by: str, page_file: Path, opened: Opened
) -> None:
    page = opened(
        page_file, hash=address("tables", table=name, columns=f"{table(name).columns[0]},{by}")
    )
    heading = page.locator("#tables thead th", has=page.locator(f"[data-column={by}]"))
    edition = Edition(FIRST, "first")
    rows = [(row[by], row[table(name).columns[0]]) for row in edition.rows(name)]
    number = table(name).field(by).type in {"integer", "number"}

    def weight(row: tuple[str, str]) -> float | str:
        return float(row[0]) if number else row[0].lower()

    empty = [row for row in rows if not row[0]]
    filled = [row for row in rows if row[0]]
    for sort, backwards in (("ascending", False), ("descending", True)):
        heading.get_by_role("button").click()
        settled(page)
        expect(heading).to_have_attribute("aria-sort", sort)
        expect(heading.get_by_role("button")).to_be_focused()
        assert f"sort={'-' if backwards else ''}{by}" in hash_of(page)
        draw_all(page)
        shown = list(zip(column(page, by), column(page, table(name).columns[0]), strict=True))
        # What is equal stays in the order of the table, both ways.
        assert shown == [*sorted(filled, key=weight, reverse=backwards), *empty]
    heading.get_by_role("button").click()
    settled(page)
    assert page.locator("#tables [aria-sort]").count() == 0
    assert "sort" not in hash_of(page)


def test_columns_are_chosen_and_stand_in_the_address(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#tables?table=figures")
    headings = page.locator("#tables thead button")
    usual = headings.count()
    assert usual < len(table("figures").columns)
    page.locator("#columns > summary").click()
    page.get_by_label("found_by").check()
    settled(page)
    expect(headings).to_have_count(usual + 1)
    expect(page.get_by_label("found_by")).to_be_focused()
    assert "found_by" in hash_of(page)
    page.get_by_role("button", name="All columns").click()
    assert hash_of(page) == "#tables?table=figures&columns=all"
    expect(headings).to_have_count(len(table("figures").columns))
    page.get_by_role("button", name="The usual ones").click()
    assert hash_of(page) == "#tables?table=figures"


def test_usual_columns_are_columns_of_their_tables() -> None:
    code = (Path("scripts/page/app/table_rows.js")).read_text(encoding="utf-8")
    listed = dict(re.findall(r"^  (\w+): \[(.*)\],$", code, re.MULTILINE))
    assert set(listed) == set(TABLES)
    for name, names in listed.items():
        assert set(re.findall(r'"(\w+)"', names)) <= set(table(name).columns)


def test_a_row_in_the_address_is_gone_to_and_marked_however_far_down(
    big_file: Path, opened: Opened
) -> None:
    rows = Edition(big_file.parent / "package", "big").rows("figures")
    assert len(rows) > 500
    wanted = rows[-5]["figure_id"]
    page = opened(big_file, hash=f"#tables?table=figures&row={wanted}")
    settled(page)
    marked = page.locator("#tables tr.wanted")
    expect(marked).to_be_in_viewport()
    expect(marked).to_be_focused()
    expect(marked).to_contain_text(wanted)
    assert page.locator("#tables tbody tr").count() < 100
    page.locator("#tables button.more").first.click()
    assert page.locator("#tables tbody tr").count() > 100


def test_a_row_that_filters_hide_is_told_of(page_file: Path, opened: Opened) -> None:
    page = opened(page_file)
    rows = left(page, "figures", source="xinhua")
    go(page, address("tables", table="figures", source="ilkha", row=rows[0]["figure_id"]))
    expect(page.locator("#tables .empty")).to_contain_text("does not pass the filters")


def test_long_tables_are_drawn_as_they_are_asked_for(big_file: Path, opened: Opened) -> None:
    page = opened(big_file, hash="#tables?table=statements")
    rows = len(Edition(big_file.parent / "package", "big").rows("statements"))
    drawn = page.locator("#tables tbody tr")
    first = drawn.count()
    assert first < 100 < rows
    page.locator("#tables button.more").press("Enter")
    assert first < drawn.count() < rows
    assert page.evaluate(
        "document.activeElement.closest('tr') === document.querySelectorAll('#tables tbody tr')"
        f"[{first}]"
    )
