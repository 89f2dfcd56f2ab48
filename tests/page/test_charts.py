"""The charts in a browser: drawn without eval, alike in every time zone, open to the page."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from scripts.page.assets import source_hash
from scripts.page.bundle import bundle
from scripts.page.charts.drawn import BY_TYPE, COMPARED, page_charts
from scripts.page.content import as_json
from scripts.trace.edition import Edition
from tests.chart_packages import event, package
from tests.command import FIRST
from tests.page.conftest import Opened
from tests.page.driven import until

pytestmark = pytest.mark.programs
#: Draws every chart into an element of its name, as a page does.
DRAW = """
globalThis.views = {};
const charts = JSON.parse(document.getElementById("content").textContent);
(async () => {
  for (const [name, { specs, datasets }] of Object.entries(charts)) {
    const spec = { ...specs.light, datasets };
    const options = { ast: true, renderer: "svg", actions: false };
    views[name] = (await vegaEmbed(document.getElementById(name), spec, options)).view;
    views[name].addEventListener("click", (event, item) => {
      if (item && item.datum && item.datum.id) location.hash = item.datum.id;
    });
  }
  document.documentElement.dataset.ready = "true";
})();
"""
DRAWN = "[...document.querySelectorAll('svg')].map((one) => one.outerHTML).join()"
DOMAIN = f"views['{BY_TYPE}'].scale('x').domain().map(Number)"


def drawn(edition: Edition, place: Path) -> Path:
    """A page that holds nothing but the charts of a package."""
    found = page_charts(edition)
    allowed = f"{source_hash(bundle())} {source_hash(DRAW)}"
    policy = f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'"
    places = "".join(f'<div id="{name}" style="width: 100%"></div>' for name in found)
    file = place / "charts.html"
    file.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Charts</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<body>{places}<div style="height: 2000px"></div>'
        f'<script type="application/json" id="content">{as_json(found)}</script>'
        f"<script>{bundle()}</script><script>{DRAW}</script>",
        encoding="utf-8",
    )
    return file


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drawn(Edition(FIRST, "the first data set"), tmp_path_factory.mktemp("charts"))


def ask(page: Page, what: str) -> Any:
    return page.evaluate(what)


def marks(page: Page, name: str = BY_TYPE) -> int:
    kinds = "[aria-roledescription=point], [aria-roledescription=bar]"
    return page.locator(f"#{name}").locator(kinds).count()


def test_charts_are_the_same_in_every_time_zone(charts: Path, opened: Opened) -> None:
    zones = ("UTC", "Pacific/Auckland", "America/Lima")
    assert len({ask(opened(charts, timezone_id=zone), DRAWN) for zone in zones}) == 1


def test_a_wheel_scrolls_the_page_and_zooms_only_with_a_key(charts: Path, opened: Opened) -> None:
    page = opened(charts)
    whole = ask(page, DOMAIN)
    page.locator(f"#{BY_TYPE} svg").hover()
    page.mouse.wheel(0, 200)
    until(page, "scrollY > 0")
    assert ask(page, DOMAIN) == whole
    page.mouse.wheel(0, -200)
    until(page, "scrollY === 0")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    until(page, f"{DOMAIN}[0] > {whole[0]}")
    assert ask(page, "scrollY") == 0


def test_a_script_can_move_the_view_and_take_a_zoom_back(charts: Path, opened: Opened) -> None:
    page = opened(charts)
    whole = ask(page, DOMAIN)
    move = (
        f"((name, span) => views['{BY_TYPE}'].signal(name, span).runAsync().then(() => {DOMAIN}))"
    )
    assert ask(page, f"{move}('span', [0, 1e12])") == [0, 1e12]
    assert ask(page, f"{move}('zoom_at', [5e11, 6e11])") == [5e11, 6e11]
    assert ask(page, f"{move}('zoom_at', null)") == [0, 1e12]
    assert ask(page, f"{move}('span', {whole})") == whole


def test_a_script_can_show_a_part_of_the_events(charts: Path, opened: Opened) -> None:
    page = opened(charts)
    assert marks(page) > 1
    keep = "((v, keep) => v.data('events', v.data('events').filter(keep)).runAsync().then(() => 0))"
    one = "(row, at) => at === 0"
    ask(page, f"{keep}(views['{BY_TYPE}'], {one})")
    assert marks(page) == 1


def test_events_outside_the_view_are_counted(opened: Opened, tmp_path: Path) -> None:
    days = ["1867-05-01", *(f"2020-01-{day:02}" for day in range(1, 21)), "2090-01-01"]
    page = opened(drawn(package(tmp_path, events=[event(*d) for d in enumerate(days)]), tmp_path))
    words = page.locator(f"#{BY_TYPE} text")
    assert words.filter(has_text="1 earlier").is_visible()
    assert words.filter(has_text="1 later").is_visible()


def test_a_mark_names_its_row_when_it_is_clicked(charts: Path, opened: Opened) -> None:
    page = opened(charts)
    page.locator(f"#{BY_TYPE} [aria-roledescription=point]").first.click()
    until(page, "location.hash.startsWith('#e-')")
    page.locator(f"#{COMPARED} [aria-roledescription=point]").first.click()
    until(page, "location.hash.startsWith('#c-')")


def test_markup_in_a_tooltip_stays_text(opened: Opened, tmp_path: Path) -> None:
    bait = "<img src=x onerror=\"document.title='hit'\"><b>bold</b>"
    events = [event(1, "2031-03-01", place_id="p")]
    places = [{"place_id": "p", "name": bait}]
    page = opened(drawn(package(tmp_path, events=events, places=places), tmp_path))
    page.locator(f"#{BY_TYPE} [aria-roledescription=point]").hover()
    tip = page.locator("#vg-tooltip-element")
    tip.get_by_text("<b>bold</b>").wait_for()
    assert tip.locator("img, b").count() == 0
    assert page.title() == "Charts"
