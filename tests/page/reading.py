"""What a reader does on a page, so that tests say it in one line."""

from playwright.sync_api import Locator, Page

SECTIONS = (
    *("At a glance", "Who says what", "When", "In their words"),
    *("The articles", "Tables", "Checks"),
)


def section(page: Page, name: str) -> Locator:
    """A part of the page, by its heading; the first one has the title of the package."""
    if name == SECTIONS[0]:
        return page.get_by_role("region").filter(has=page.get_by_role("heading", level=1)).first
    return page.get_by_role("region", name=name, exact=True)


def facts(page: Page) -> Locator:
    """The rows of the matrix, one a fact."""
    return (
        section(page, "Who says what").get_by_role("row").filter(has=page.get_by_role("rowheader"))
    )


def draw_all(part: Locator) -> None:
    """Unfold a part, and ask for more rows until it shows all of them."""
    folded = part.locator("details:not([open]) > summary").locator("visible=true")
    while folded.count():
        folded.first.click()
    more = part.get_by_role("button", name="Show").filter(has_text="more of")
    while more.count():
        more.first.click()


def unfold(page: Page) -> None:
    """Scroll through all parts, for what is drawn as needed, and open all that folds."""
    for name in SECTIONS[1:]:
        page.get_by_role("heading", name=name, exact=True).scroll_into_view_if_needed()
    closed = page.locator("main details:not([open]) > summary").locator("visible=true")
    while closed.count():
        closed.first.click()
    page.wait_for_timeout(200)
