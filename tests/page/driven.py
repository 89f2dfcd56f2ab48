"""What tests do in a page: go somewhere, filter, read what is left."""

import csv
import io
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, TimeoutError, expect

from tests.page.conftest import PATIENCE

Row = dict[str, str]


def settled(page: Page) -> None:
    """Wait until every part shows what the address says."""
    page.locator("html[data-ready]").wait_for(state="attached")
    expect(page.locator("main [aria-busy]")).to_have_count(0)


def until(page: Page, condition: str) -> None:
    """Wait until a condition holds in the page.

    Playwright's own way asks a page that forbids eval to eval.
    """
    for _ in range(PATIENCE // 50):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"not within {PATIENCE} ms: {condition}")


def go(page: Page, hash: str) -> None:
    """Write an address behind the page, as somebody does who was sent it."""
    # The browser tells the page of a new address in a task of its own.
    page.evaluate(
        """hash => new Promise(done => {
          addEventListener("hashchange", () => setTimeout(done), {once: true});
          const before = location.hash;
          location.hash = hash;
          if (location.hash === before) done();
        })""",
        hash,
    )
    settled(page)


def address(section: str, **filters: str) -> str:
    """`#tables?table=figures&verdict=conflict`."""
    query = urlencode({name: value for name, value in filters.items() if value})
    return f"#{section}{'?' if query else ''}{query}"


def hash_of(page: Page) -> str:
    """What stands behind # in the address now."""
    return str(page.evaluate("location.hash"))


def saved(page: Page, button: Locator) -> tuple[str, bytes]:
    """Name and content of the file that a button saves."""
    try:
        with page.expect_download(timeout=PATIENCE / 4) as download:
            button.click()
    except TimeoutError:
        # Chromium drops every eleventh file that a page saves soon after the ten before.
        with page.expect_download() as download:
            button.click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def left(page: Page, table: str, **filters: str) -> list[Row]:
    """The rows of a table that filters leave, as they are saved from the page."""
    go(page, address("tables", table=table, **filters))
    part = page.locator("#tables .tools .part")
    whole = page.locator("#tables .tools .whole")
    if page.locator("#tables table").count() == 0:
        return []
    _, content = saved(page, part if part.count() else whole)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def focused(page: Page) -> Any:
    """Name, id and address of what has the focus."""
    return page.evaluate(
        "(({localName, id}) => [localName, id, document.activeElement.getAttribute('href')])"
        "(document.activeElement)"
    )
