"""Addresses: every row has one, and whoever goes and comes back is where he was."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.trace.edition import Edition
from tests.command import FIRST
from tests.page.conftest import Opened
from tests.page.driven import focused, go, hash_of, settled, until

pytestmark = pytest.mark.programs

PREFIXES = {
    "figures": ("f-", "fig-"),
    "statements": ("s-", "said-"),
    "reports": ("r-", "report-"),
    "events": ("e-", "event-"),
    "comparisons": ("c-", "fact-"),
    "utterances": ("u-", "words-"),
    "sources": ("", "source-"),
    "actors": ("", "actor-"),
    "places": ("", "place-"),
}


def some_key(table: str) -> str:
    row = Edition(FIRST, "first").rows(table)[-1]
    return next(iter(row.values()))


@pytest.mark.parametrize("table", PREFIXES)
def test_every_kind_of_row_opens_at_its_address_and_at_its_id(
    table: str, page_file: Path, opened: Opened
) -> None:
    key = some_key(table)
    letter, prefix = PREFIXES[table]
    for hash in (f"#{prefix}{key.removeprefix(letter)}", f"#{key}", f"#{key}?verdict=agree"):
        page = opened(page_file, hash=hash)
        settled(page)
        expect(page.locator("#card")).to_be_visible()
        expect(page.locator("#card footer")).to_contain_text(key)
        page.keyboard.press("Escape")
        expect(page.locator("#card")).to_be_hidden()
        until(page, f"!location.hash.includes({json.dumps(key.removeprefix(letter))})")
        assert ("verdict=agree" in hash_of(page)) == ("?" in hash)


@pytest.mark.parametrize("section", ["who", "when", "words", "articles", "tables", "checks"])
def test_sections_open_at_their_address(section: str, page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash=f"#{section}")
    settled(page)
    heading = page.locator(f"#{section}-heading")
    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()
    again = opened(page_file)
    go(again, f"#{section}?source=xinhua")
    expect(again.locator(f"#{section}-heading")).to_be_in_viewport()


@pytest.mark.parametrize(
    "hash",
    ["#nowhere", "#fig-000000000000", "#mark-x", "#%E0%A4%A", "#a'b\"<c>", "#mark-", "#fig-"],
)
def test_an_address_of_nothing_is_told_of_gently(
    hash: str, page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, hash=hash)
    settled(page)
    expect(page.locator("#notice")).to_contain_text("Nothing here is called")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    go(page, "#who")
    expect(page.locator("#notice")).to_be_hidden()


def place(page: Page) -> tuple[str, float, object]:
    """Address, how far down, and what has the focus."""
    return hash_of(page), page.evaluate("scrollY"), focused(page)


def test_a_card_is_left_for_where_it_was_opened_from(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#who")
    settled(page)
    link = page.locator("#who a[data-row]").nth(12)
    link.scroll_into_view_if_needed()
    link.focus()
    before = place(page)
    entries = page.evaluate("history.length")
    page.keyboard.press("Enter")
    expect(page.locator("#card")).to_be_visible()
    page.locator("#card a[data-row]").first.click()
    expect(page.locator("#card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    until(page, f"location.hash === {json.dumps(before[0])}")
    settled(page)
    assert place(page) == before
    # Back does not open the cards again that were closed.
    assert page.evaluate("history.length") <= entries + 2
    page.go_back()
    expect(page.locator("#card")).to_be_hidden()


def test_a_mark_is_followed_and_come_back_from(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#who?verdict=agree")
    settled(page)
    link = page.locator("#who a[data-row^=c-]").nth(4)
    link.focus()
    before = place(page)
    page.keyboard.press("Enter")
    card = hash_of(page)
    page.locator("#card a.to-mark").first.click()
    expect(page.locator("#card")).to_be_hidden()
    assert hash_of(page).startswith("#mark-")
    expect(page.locator("#articles :focus")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#card")).to_be_visible()
    assert hash_of(page) == card
    page.go_back()
    expect(page.locator("#card")).to_be_hidden()
    settled(page)
    assert place(page) == before
    page.go_forward()
    expect(page.locator("#card")).to_be_visible()


def test_back_undoes_filters_and_comes_back_to_where_one_was(
    big_file: Path, opened: Opened
) -> None:
    page = opened(big_file, hash="#tables?table=figures")
    settled(page)
    page.mouse.wheel(0, 300)
    until(page, "scrollY > 300 && history.state.y === scrollY")
    before = page.evaluate("scrollY")
    page.select_option("#filter-verdict", "conflict")
    settled(page)
    assert "verdict=conflict" in hash_of(page)
    page.go_back()
    settled(page)
    assert page.evaluate("scrollY") == before
    assert hash_of(page) == "#tables?table=figures"


def test_setting_a_filter_does_not_move_what_is_being_read(big_file: Path, opened: Opened) -> None:
    page = opened(big_file, hash="#tables?table=actors")
    settled(page)
    heading = "document.getElementById('tables-heading').getBoundingClientRect().top"
    before = page.evaluate(heading)
    page.select_option("#filter-verdict", "conflict")
    settled(page)
    page.wait_for_timeout(300)
    bar = "document.getElementById('filters').getBoundingClientRect().bottom"
    assert page.evaluate(f"{heading} >= {bar} - 40 && {heading} < innerHeight")
    assert abs(page.evaluate(heading) - before) < 60


def test_links_that_the_page_was_written_with_keep_the_filters(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, hash="#who?verdict=agree")
    settled(page)
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="Tables").click()
    settled(page)
    assert hash_of(page) == "#tables?verdict=agree"
    page.reload()
    page.locator("html[data-ready]").wait_for(state="attached")
    expect(page.locator("#filter-verdict")).to_have_value("agree")
    expect(page.locator("#tables-heading")).to_be_in_viewport()


def test_a_reload_shows_what_was_shown(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#who?source=xinhua")
    settled(page)
    page.mouse.wheel(0, 500)
    until(page, "scrollY > 500 && history.state.y === scrollY")
    before = page.evaluate("scrollY")
    page.reload()
    page.locator("html[data-ready]").wait_for(state="attached")
    settled(page)
    assert abs(page.evaluate("scrollY") - before) < 5


def test_what_an_address_holds_is_written_in_one_way(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#who?verdict=agree&source=xinhua")
    settled(page)
    links = page.locator("#who a[data-row]").evaluate_all("all => all.map(a => a.hash)")
    assert links
    assert {link.partition("?")[2] for link in links} == {"source=xinhua&verdict=agree"}, (
        json.dumps(links)
    )
