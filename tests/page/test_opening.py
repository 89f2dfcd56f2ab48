"""A page opens by itself, wherever it lies: nothing is asked for, nothing is complained of."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.page.conftest import Opened

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
