"""The timeline: drawn when somebody comes near, filtered, zoomed, read and opened by keyboard."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.page.conftest import Opened, written
from tests.page.packages import loose
from tests.page.reading import section

pytestmark = pytest.mark.programs


def marks(page: Page) -> Locator:
    return section(page, "When").locator(".chart svg [role=link]")


def told(mark: Locator) -> str:
    return mark.get_attribute("aria-label") or ""


def drawn(page: Page) -> Page:
    expect(marks(page).first).to_be_attached()
    return page


def test_charts_cost_nothing_until_somebody_comes_near(page_file: Path, opened: Opened) -> None:
    page = opened(page_file)
    assert page.evaluate("typeof vegaEmbed") == "undefined"
    page.get_by_role("navigation", name="Sections").get_by_role("link", name="When").click()
    drawn(page)


def test_a_mark_tells_what_when_and_who(page_file: Path, opened: Opened) -> None:
    page = drawn(opened(page_file, hash="#when"))
    labels = [told(one) for one in marks(page).all()]
    assert len(labels) == len(set(labels)) > 10
    assert all(re.search(r": (Told as done|Announced); .*\d.*; told by \w", one) for one in labels)
    assert any("(known to the " in one for one in labels)
    marks(page).last.hover()
    tip = page.locator("#when .chart-tip")
    expect(tip).to_contain_text("Told by")
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()


def test_keys_lead_from_mark_to_mark_and_into_an_event(page_file: Path, opened: Opened) -> None:
    page = drawn(opened(page_file, hash="#when"))
    assert marks(page).and_(page.locator("[tabindex='0']")).count() == 1
    section(page, "When").get_by_role("button", name="Save as SVG").focus()
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    expect(page.locator("#when .chart-tip")).to_be_visible()
    page.keyboard.press("ArrowRight")
    second = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert "told by" in first
    assert "told by" in second
    assert first != second
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog")
    assert second.startswith(card.get_by_role("heading", level=2).inner_text())
    assert re.search(r"#event-\w+", page.url)
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == second


def test_a_click_opens_the_event(page_file: Path, opened: Opened) -> None:
    page = drawn(opened(page_file, hash="#when"))
    marks(page).last.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert "#event-" in page.url


def test_the_view_zooms_by_buttons_and_keys_and_comes_back(page_file: Path, opened: Opened) -> None:
    page = drawn(opened(page_file, hash="#when"))
    view = section(page, "When").locator(".chart-shown")
    whole = view.inner_text()
    for name in ("Zoom in", "Earlier", "Later", "Zoom out", "All events"):
        before = view.inner_text()
        section(page, "When").get_by_role("button", name=name, exact=True).click()
        expect(view).not_to_have_text(before)
    section(page, "When").get_by_role("button", name="Reset").click()
    expect(view).to_have_text(whole)
    page.locator("#when [role=link][tabindex='0']").focus()
    page.keyboard.press("+")
    expect(view).not_to_have_text(whole)
    page.keyboard.press("0")
    expect(view).to_have_text(whole)


def test_filters_leave_the_marks_that_pass_in_lanes_without_gaps(
    page_file: Path, opened: Opened
) -> None:
    page = drawn(opened(page_file, hash="#when"))
    everything, high = marks(page).count(), page.locator("#when .chart svg").bounding_box()
    page.get_by_label("Event", exact=True).select_option("RETREAT")
    expect(marks(page)).not_to_have_count(everything)
    low = page.locator("#when .chart svg").bounding_box()
    assert high is not None
    assert low is not None
    assert low["height"] < high["height"] / 2
    lanes = page.locator("#when .chart svg .role-axis-label text")
    expect(lanes.filter(has_text="Retreat")).to_have_count(1)
    expect(lanes.filter(has_text="Assault")).to_have_count(0)
    page.get_by_label("Search", exact=True).fill("no such words anywhere")
    expect(section(page, "When")).to_contain_text("No event with a date passes the filters")


def test_lanes_are_types_or_actors(page_file: Path, opened: Opened) -> None:
    page = drawn(opened(page_file, hash="#when"))
    lanes = page.locator("#when .chart svg .role-axis-label text")
    expect(lanes.filter(has_text="Azerbaijan")).to_have_count(0)
    page.get_by_label("by actor").check()
    expect(lanes.filter(has_text="Azerbaijan")).to_have_count(1)


def test_promised_and_done_differ_in_shape_and_filling(page_file: Path, opened: Opened) -> None:
    page = drawn(opened(page_file, hash="#when"))
    looks = {}
    for kind in ("Told as done", "Announced"):
        dot = page.locator(f"#when .chart .mark-symbol [aria-label*=': {kind};']").first
        path = re.sub(r"[\d.,-]+", "", dot.get_attribute("d") or "")
        looks[kind] = (path, dot.get_attribute("fill") == "transparent")
    assert looks["Told as done"][0] != looks["Announced"][0]
    assert [empty for _, empty in looks.values()] == [False, True]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chart_has_the_colours_of_the_page(
    scheme: str, page_file: Path, opened: Opened
) -> None:
    page = drawn(opened(page_file, scheme=scheme, hash="#when"))
    ink = "getComputedStyle(document.querySelector('#when .role-axis-label text')).fill"
    before = page.evaluate(ink)
    page.get_by_label("Colours").select_option("dark" if scheme == "light" else "light")
    expect(page.locator("#when .role-axis-label text").first).not_to_have_css("fill", before)


def test_a_phone_shows_the_chart_without_moving_the_page_sideways(
    page_file: Path, opened: Opened
) -> None:
    page = drawn(opened(page_file, width=390, hash="#when"))
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    box = page.locator("#when .chart svg").bounding_box()
    assert box is not None
    assert 300 < box["width"] <= 390


def test_the_list_tells_what_the_chart_tells_and_sorts(page_file: Path, opened: Opened) -> None:
    page = drawn(opened(page_file, hash="#when"))
    page.get_by_text("The same as a list").click()
    table = page.get_by_role("region", name="Events with a date").get_by_role("table")
    rows = table.get_by_role("row")
    page.get_by_role("button", name="All events").click()
    expect(rows).to_have_count(marks(page).count() + 1)
    first = rows.nth(1).inner_text()
    table.get_by_role("button", name="When").click()
    expect(rows.nth(1)).not_to_have_text(first)
    expect(table.get_by_role("columnheader", name="When")).to_have_attribute(
        "aria-sort", "descending"
    )


def test_events_without_a_date_stand_apart_with_their_sources(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, hash="#when")
    place = page.locator("#when-undated")
    number = int(re.findall(r"\((\d+)\)", place.get_by_role("heading", level=3).inner_text())[0])
    assert number > 0
    items = place.get_by_role("listitem")
    expect(items).to_have_count(number)
    assert all(one.locator("small a").count() for one in items.all())


def test_without_any_date_there_is_a_sentence_and_no_library(
    opened: Opened, tmp_path: Path
) -> None:
    text = "The president of Chad met the president of Peru in Lima."
    loose(tmp_path / "package", [{"id": "one", "title": "Talks", "text": text}])
    page = opened(written(tmp_path / "package", tmp_path), hash="#when")
    expect(page.locator("#when-undated li")).to_have_count(1)
    expect(section(page, "When")).to_contain_text("so there is no timeline")
    assert page.evaluate("document.getElementById('charts-code').textContent") == ""


def test_paper_gets_a_light_chart_of_all_the_time(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, scheme="dark")
    page.pdf()
    paper = page.locator("#when .chart-paper svg")
    expect(paper).to_have_count(1)
    expect(paper).to_be_hidden()
    assert "255, 255, 255" in (paper.get_attribute("style") or "")
    assert len(paper.locator(".role-axis-tick line").all()) > 3
    page.emulate_media(media="print")
    sheet, chart = page.locator("#when .body").bounding_box(), paper.bounding_box()
    assert sheet is not None
    assert chart is not None
    assert chart["width"] == pytest.approx(sheet["width"], rel=0.1)


def test_numbers_are_drawn_too_and_lead_to_their_fact(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#who")
    page.get_by_text("The numbers as a chart").click()
    sides = page.locator("#numbers svg [role=link]")
    expect(sides.first).to_be_visible()
    everything = sides.count()
    page.get_by_label("Verdict", exact=True).select_option("compatible")
    expect(sides).not_to_have_count(everything)
    expect(sides.first).to_be_visible()
    sides.last.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert "#fact-" in page.url


def test_numbers_on_a_phone_move_in_their_frame_and_not_the_page(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, width=390, hash="#who")
    page.get_by_text("The numbers as a chart").click()
    chart = page.locator("#numbers .chart svg")
    expect(chart).to_be_visible()
    box = chart.bounding_box()
    assert box is not None
    assert box["width"] > 500
    assert page.evaluate("document.documentElement.scrollWidth") == 390
