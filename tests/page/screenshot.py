"""The pictures of the page in the README: its first screen, light and dark, always of one size.

`nox -s screenshot` makes them anew from docs/page.html. Letters look as the fonts of the machine
have them, so that no test holds the pictures against the page.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.page.chromium import FLAGS, NAMES

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "page.html"
#: Colours → the picture in them.
PICTURES = {"light": DOCS / "page.png", "dark": DOCS / "page-dark.png"}
#: Pixels of the window, and pixels of the picture for each of them.
WIDTH, HEIGHT, SCALE = 1200, 800, 1.25


def pictures(browser: Browser, page: Path) -> Iterator[tuple[Path, bytes]]:
    """The page as a picture in each of the colours."""
    for scheme, place in PICTURES.items():
        context = browser.new_context(
            viewport={"width": WIDTH, "height": HEIGHT},
            device_scale_factor=SCALE,
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
            offline=True,
        )
        shown = context.new_page()
        shown.goto(page.as_uri())
        shown.locator("html[data-ready]").wait_for(state="attached")
        yield place, shown.screenshot()
        context.close()


def main() -> int:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        print("Chromium is missing: install chromium", file=sys.stderr)
        return 1
    if not PAGE.is_file():
        print(f"{PAGE} is missing: run nox -s docs", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS])
        for place, content in pictures(browser, PAGE):
            place.write_bytes(content)
            print(f"wrote {place.relative_to(DOCS.parent)}, {len(content) / 1e3:.0f} kB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
