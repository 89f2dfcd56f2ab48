"""Everything is reached and left again without a mouse."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import Opened
from tests.page.reading import facts, section

pytestmark = pytest.mark.programs


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Press Tab until what has the focus bears a name; fails if that takes too long."""
    limit = 200
    passed = []
    for _ in range(limit):
        page.keyboard.press(key)
        told = page.evaluate(
            "() => { const e = document.activeElement; return e.getAttribute('aria-label')"
            " || e.labels?.[0]?.innerText || e.innerText || '' }"
        )
        passed.append(" ".join(told.split()))
        if passed[-1] == name:
            return
    pytest.fail(f"{name} is not reached: {passed}")


def test_the_first_thing_that_tab_reaches_skips_what_stands_ahead(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to who says what")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Who says what", exact=True)).to_be_in_viewport()
    page.keyboard.press("Tab")
    inside = section(page, "Who says what").locator(":focus")
    expect(inside).to_have_count(1)


def test_a_reader_gets_from_the_top_to_a_fact_and_back_without_a_mouse(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    tab_to(page, "Who says what")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Who says what", exact=True)).to_be_in_viewport()
    link = facts(page).filter(has_text="32 Armenian prisoners").get_by_role("link").first
    tab_to(page, link.inner_text())
    while not link.evaluate("one => one === document.activeElement"):
        tab_to(page, link.inner_text())
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.locator(":focus")).to_have_count(1)
    tab_to(page, "Close", key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_the_focus_stays_in_a_card_while_it_is_open(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#who")
    facts(page).get_by_role("link").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    for _ in range(dialog.locator("a, button, [tabindex]").count() + 3):
        page.keyboard.press("Tab")
        outside = page.evaluate(
            "!document.activeElement.closest('dialog') && document.activeElement !== document.body"
        )
        assert not outside


def test_what_has_the_focus_is_always_seen(page_file: Path, opened: Opened) -> None:
    page = opened(page_file)
    for _ in range(60):
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        expect(focus).to_be_in_viewport()
        seen = focus.evaluate(
            """one => {
              const { left, top, width, height } = one.getClientRects()[0];
              const there = document.elementFromPoint(left + width / 2, top + height / 2);
              const style = getComputedStyle(one);
              const bare = !there || !(one.contains(there) || there.contains(one));
              const thin = style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2;
              return `${bare ? "covered" : ""} ${thin ? "without an outline" : ""}`.trim()
                && one.outerHTML;
            }"""
        )
        assert seen == ""


def test_search_and_filters_work_from_the_keyboard(page_file: Path, opened: Opened) -> None:
    page = opened(page_file)
    before = facts(page).count()
    tab_to(page, "Search")
    page.keyboard.type("captives")
    expect(facts(page)).not_to_have_count(before)
    expect(page.get_by_label("Search", exact=True)).to_be_focused()
    tab_to(page, "Verdict")
    page.keyboard.type("Agree")
    expect(page.get_by_label("Verdict", exact=True)).to_have_value("agree")
    tab_to(page, "Clear")
    page.keyboard.press("Enter")
    expect(facts(page)).to_have_count(before)
    expect(page.locator("body:focus")).to_have_count(0)


def test_an_article_is_unfolded_and_its_marks_are_opened_from_the_keyboard(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, hash="#articles")
    part = section(page, "The articles")
    folded = part.locator("details:not([open]) > summary").first
    folded.focus()
    page.keyboard.press("Enter")
    mark = part.locator("details[open]").get_by_role("link").filter(visible=True).last
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()
