"""What a reader does on a page, so that tests say it in one line."""

from playwright.sync_api import Locator, Page

SECTIONS = (
    *("At a glance", "Who says what", "When", "In their words"),
    *("The articles", "Tables", "Checks"),
)


def section(page: Page, name: str) -> Locator:
    """A part of the page, by its heading."""
    return page.locator("main > section").filter(
        has=page.get_by_role("heading", name=name, exact=True)
    )


def unfold(page: Page) -> None:
    """Scroll through all parts, for what is drawn as needed, and open all that folds."""
    for name in SECTIONS[1:]:
        page.get_by_role("heading", name=name, exact=True).scroll_into_view_if_needed()
    closed = page.locator("main details:not([open]) > summary").locator("visible=true")
    while closed.count():
        closed.first.click()
    page.wait_for_timeout(200)
