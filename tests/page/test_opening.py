"""A page opens by itself, wherever it lies: nothing is asked for, nothing is complained of."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.page.conftest import Opened
from tests.page.reading import section

pytestmark = pytest.mark.programs


@pytest.mark.parametrize("name", ["page_file", "conflict_file", "hostile_file", "big_file"])
def test_a_page_opens_without_network_and_without_complaint(
    name: str, opened: Opened, request: pytest.FixtureRequest
) -> None:
    page = opened(request.getfixturevalue(name))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="Who says what")).to_be_visible()


@pytest.mark.parametrize("folder", ["a folder", "50 % of all", "issue #6", "Ağdam & <co>", "a?b"])
def test_a_page_opens_in_a_folder_of_any_name(
    folder: str, page_file: Path, opened: Opened, tmp_path: Path
) -> None:
    (tmp_path / folder).mkdir()
    page = opened(Path(shutil.copy(page_file, tmp_path / folder)))
    page.get_by_role("navigation", name="Sections").get_by_role(
        "link", name="Who says what"
    ).click()
    expect(page.get_by_role("heading", name="Who says what")).to_be_in_viewport()


def test_without_javascript_the_glance_is_read_and_says_what_is_missing(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, java_script_enabled=False)
    expect(page.locator("body noscript")).to_be_visible()
    # The menu leads to nothing that is empty.
    for link in page.get_by_role("navigation").get_by_role("link").all():
        target = page.locator(f"[id='{(link.get_attribute('href') or '').removeprefix('#')}']")
        expect(target).to_be_visible()
    assert "needs JavaScript to show the tables, articles" in page.locator("body").inner_text()
    glance = section(page, "At a glance")
    for words in ("32 Armenian prisoners", "7 December 2023", "13 December 2023", "Daily Sabah"):
        expect(glance.get_by_text(words).first).to_be_visible()
