"""The page fits phones, tablets and magnified screens, in dark and light, and can keep still."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import Opened
from tests.page.reading import SECTIONS, facts, unfold

pytestmark = pytest.mark.programs

#: Elements that stick out of the page to the right, unless something around them scrolls.
WIDER = """() => {
  const wide = document.documentElement.clientWidth + 1;
  const kinds = ["auto", "scroll", "hidden", "clip"];
  const clips = (one) => kinds.includes(getComputedStyle(one).overflowX);
  const within = (one) => one && (clips(one) || within(one.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > wide)
    .filter((one) => !within(one.parentElement))
    .map((one) => one.outerHTML.slice(0, 120)).slice(0, 5);
}"""


def fits(page: Page) -> None:
    assert page.evaluate(WIDER) == []
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


@pytest.mark.parametrize(
    ("name", "width"),
    [
        *(("page_file", width) for width in (320, 390, 768)),
        ("conflict_file", 320),
        ("hostile_file", 320),
        ("hostile_file", 768),
    ],
)
def test_a_page_never_scrolls_sideways(
    name: str, width: int, opened: Opened, request: pytest.FixtureRequest
) -> None:
    page = opened(request.getfixturevalue(name), width=width)
    unfold(page)
    fits(page)


@pytest.mark.parametrize("width", [320, 390])
def test_a_card_fits_on_a_phone_and_can_be_closed_there(
    width: int, page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, width=width, height=640, has_touch=True)
    facts(page).get_by_role("link").first.tap()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    fits(page)
    box = dialog.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 640
    assert dialog.evaluate("one => one.scrollWidth <= one.clientWidth")
    close = dialog.get_by_role("button", name="Close")
    dialog.evaluate("one => { one.scrollTop = one.scrollHeight }")
    expect(close).to_be_in_viewport()
    close.tap()
    expect(dialog).to_be_hidden()


def test_a_phone_shows_the_first_facts_before_one_scrolls(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, width=390, height=844)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    heading = page.get_by_role("heading", name="Who says what", exact=True)
    page.get_by_role("link", name="Who says what", exact=True).first.click()
    expect(heading).to_be_in_viewport()
    # What sticks to the top leaves most of the screen to what one reads.
    y = heading.bounding_box()
    assert y is not None
    assert y["y"] < 844 / 3


def test_a_page_magnified_twice_is_read_without_scrolling_sideways(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, width=640, height=400, device_scale_factor=2)
    unfold(page)
    fits(page)
    page.add_style_tag(content=":root { font-size: 200% !important }")
    fits(page)
    page.get_by_role("link", name="Who says what", exact=True).first.click()
    expect(page.get_by_role("heading", name="Who says what", exact=True)).to_be_in_viewport()


def brightness(page: Page, selector: str = "body") -> float:
    found = page.locator(selector).evaluate("one => getComputedStyle(one).backgroundColor")
    red, green, blue = map(float, re.findall(r"[\d.]+", found)[:3])
    return (red + green + blue) / 3


def test_a_page_is_as_dark_as_the_system_until_a_reader_chooses(
    page_file: Path, opened: Opened
) -> None:
    dark = opened(page_file, scheme="dark")
    assert brightness(dark) < 80
    dark.get_by_label("Colours").select_option("light")
    assert brightness(dark) > 200
    light = opened(page_file)
    assert brightness(light) > 200
    light.get_by_label("Colours").select_option("dark")
    assert brightness(light) < 80
    light.get_by_label("Colours").select_option("system")
    assert brightness(light) > 200
    light.emulate_media(color_scheme="dark")
    assert brightness(light) < 80


def test_forced_colours_leave_everything_readable(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, forced_colors="active")
    for name in SECTIONS[1:]:
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    expect(facts(page).first).to_be_visible()


def test_nothing_moves_where_motion_is_not_wanted(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].map((one) => getComputedStyle(one))
          .filter((style) => parseFloat(style.transitionDuration) > 0.01
            || (style.animationName !== "none" && parseFloat(style.animationDuration) > 0.01)
            || style.scrollBehavior === "smooth").length"""
    )
    assert moving == 0
