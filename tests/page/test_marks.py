"""The articles: every row is marked in its place, leads to its card, and is led to from there."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import Opened

pytestmark = pytest.mark.programs

#: Open every article, and read from the page what stands in it.
READ = """() => {
  const content = JSON.parse(document.getElementById("content").textContent);
  for (const box of document.querySelectorAll(".kinds input:not(:checked)")) box.click();
  document.querySelectorAll("#articles button.more").forEach((one) => one.drawAll());
  document.querySelectorAll("details.article:not([open]) > summary").forEach((one) => one.click());
  return content;
}"""
MARKS = """() => {
  const texts = {}, rows = {};
  for (const article of document.querySelectorAll("details.article")) {
    const parts = article.querySelectorAll(".front pre, .words");
    texts[article.dataset.source] = [...parts].map((one) => one.textContent).join("");
    for (const piece of article.querySelectorAll("[data-rows]"))
      for (const key of piece.dataset.rows.split(" ").filter(Boolean))
        rows[key] = (rows[key] || "") + piece.textContent;
  }
  const links = [...document.querySelectorAll("a[data-kind]:not([data-kind=participants])")];
  return {texts, rows, links: links.map((one) => ({
    id: one.id, kind: one.dataset.kind, row: one.dataset.row, name: one.getAttribute("aria-label"),
    words: one.textContent, nested: one.querySelectorAll("a, button, [tabindex]").length,
    inside: !!one.parentElement.closest("a, button"),
  }))};
}"""
SPANS = {"figures": "text", "statements": "quote", "reports": "trigger_text"}


def rows_of(content: dict[str, Any], table: str) -> list[dict[str, str]]:
    held = content["tables"][table]
    return [dict(zip(held["columns"], cells, strict=True)) for cells in held["rows"]]


def read(page: Page) -> tuple[dict[str, Any], dict[str, Any]]:
    content = page.evaluate(READ)
    page.wait_for_function(
        "[...document.querySelectorAll('details.article')].every((one) => one.dataset.drawn)"
    )
    return content, page.evaluate(MARKS)


@pytest.fixture(params=["page_file", "conflict_file", "hostile_file"])
def marked(request: pytest.FixtureRequest, opened: Opened) -> tuple[dict[str, Any], dict[str, Any]]:
    return read(opened(request.getfixturevalue(request.param)))


def test_the_pieces_of_every_row_are_its_words(marked: Any) -> None:
    content, found = marked
    words = {
        row[f"{table[:-1]}_id"]: row[column]
        for table, column in SPANS.items()
        for row in rows_of(content, table)
    }
    assert found["rows"] == words


def test_an_article_reads_to_the_character_as_its_file(marked: Any) -> None:
    content, found = marked
    assert found["texts"] == content["texts"]


def test_every_row_is_one_link_that_tells_its_kind_and_words(marked: Any) -> None:
    content, found = marked
    rows = {
        f"mark-{row[f'{table[:-1]}_id']}": (table, row[column])
        for table, column in SPANS.items()
        for row in rows_of(content, table)
    }
    assert sorted(one["id"] for one in found["links"]) == sorted(rows)
    kinds = {"figures": ("figure: ",), "reports": ("event: ",)}
    for one in found["links"]:
        table, words = rows[one["id"]]
        assert one["kind"] == table
        assert one["name"].startswith(kinds.get(table, ("quotation", "reported words")))
        assert words[:60] in one["name"]
        assert one["words"].strip() in one["name"]
        assert not one["nested"]
        assert not one["inside"]


def test_a_mark_leads_to_its_row_and_back_leads_to_the_mark(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, hash="#articles")
    mark = page.locator("a[data-kind=figures]").first
    mark.focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog")
    expect(card).to_be_visible()
    row = mark.get_attribute("data-row") or ""
    expect(card.locator("footer")).to_contain_text(row)
    page.go_back()
    expect(card).to_be_hidden()
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()


def test_a_card_leads_to_the_mark_in_an_article_that_was_folded(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    source = page.locator("details.article:not([open])").last.get_attribute("data-source")
    content = page.evaluate("JSON.parse(document.getElementById('content').textContent)")
    row = next(one for one in rows_of(content, "figures") if one["source_id"] == source)
    page.evaluate("(id) => { location.hash = id }", f"fig-{row['figure_id'][2:]}")
    page.get_by_role("dialog").get_by_role("link", name="show in the article").first.click()
    mark = page.locator(f"#mark-{row['figure_id']}")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_kind_that_is_switched_off_is_not_marked_until_a_card_asks_for_it(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    figures = page.locator(".article .piece.figures")
    assert figures.count() > 0
    page.get_by_role("checkbox", name="Figures").uncheck()
    expect(figures).to_have_count(0)
    content = page.evaluate("JSON.parse(document.getElementById('content').textContent)")
    row = rows_of(content, "figures")[0]["figure_id"]
    page.evaluate("(id) => { location.hash = id }", f"mark-{row}")
    expect(page.locator(f"#mark-{row}")).to_be_focused()
    expect(page.get_by_role("checkbox", name="Figures")).to_be_checked()


def test_filters_leave_out_articles_and_pale_the_marks_of_other_rows(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    content = page.evaluate("JSON.parse(document.getElementById('content').textContent)")
    one = rows_of(content, "statements")[0]
    page.evaluate("(id) => { location.hash = id }", f"articles?q={one['statement_id']}")
    articles = page.locator("details.article")
    expect(articles).to_have_count(1)
    assert articles.get_attribute("data-source") == one["source_id"]
    if articles.get_attribute("open") is None:
        articles.locator("summary").first.click()
    expect(articles.locator(".piece.statements")).not_to_have_count(0)
    expect(articles.locator(".piece.pale")).not_to_have_count(0)
    expect(articles.locator(".piece.figures")).to_have_count(0)


def test_a_skip_link_leads_past_the_marks_of_an_article(page_file: Path, opened: Opened) -> None:
    page = opened(page_file)
    article = page.locator("details.article[open]").first
    article.get_by_role("button", name="Skip the").press("Enter")
    expect(article.locator(".end")).to_be_focused()
