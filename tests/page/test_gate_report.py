"""The report of the gate in a browser whose network is cut: every page of it can be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page import packages
from validations.check import check_package

pytestmark = pytest.mark.programs


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on a package whose sources contradict each other."""
    place = tmp_path_factory.mktemp("gate")
    package = packages.contradictory(place / "package")
    table = package / "data" / "places.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("unverified", "unknown"), "utf-8")
    check_package(package, ("release",), place / "gate")
    return place / "gate"


@pytest.fixture(params=[1280, 390], ids=["desktop", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a browser; all that it complains of or asks for but files fails the test."""
    faults: list[str] = []
    context = browser.new_context(viewport={"width": request.param, "height": 900}, offline=True)
    opened = context.new_page()
    opened.on("console", lambda told: faults.append(f"console: {told.text}"))
    opened.on("pageerror", lambda error: faults.append(f"error: {error}"))
    opened.on("requestfailed", lambda asked: faults.append(f"failed: {asked.url}"))
    opened.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith(("file:", "data:"))
            else faults.append(f"asked for {asked.url}")
        ),
    )
    yield opened
    context.close()
    assert faults == []


def test_the_report_is_walked_from_its_front_page_and_back(report: Path, page: Page) -> None:
    page.goto((report / "index.html").as_uri())
    page.get_by_role("link", name="Pages of Great Expectations").click()
    page.get_by_role("link", name="what was found of figures").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("figures: what was found")
    contents = page.get_by_role("navigation", name="Contents")
    contents.get_by_role("link", name="unit", exact=True).click()
    expect(page.get_by_role("heading", name="unit", exact=True)).to_be_in_viewport()
    page.get_by_role("link", name="figures: what is expected").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("figures: what is expected")
    page.get_by_role("link", name="Gate report").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("careful reader")


def test_no_page_of_the_report_is_wider_than_its_window(report: Path, page: Page) -> None:
    for file in sorted(report.rglob("*.html")):
        page.goto(file.as_uri())
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, file.relative_to(report)


def test_what_failed_is_told_in_words_and_what_is_folded_can_be_opened(
    report: Path, page: Page
) -> None:
    page.goto((report / "data-docs" / "validations" / "places.html").as_uri())
    expect(page.get_by_text("✗ failed").last).to_be_visible()
    folded = page.locator("details").first
    expect(folded.locator("code").first).to_be_hidden()
    folded.locator("summary").press("Enter")
    expect(folded.locator("code").first).to_be_visible()
