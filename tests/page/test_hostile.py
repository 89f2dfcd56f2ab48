"""What an article, a cell or a descriptor holds is shown as text; nothing of it ever runs."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import PATIENCE, Opened
from tests.page.hostile import BAIT, CODE
from tests.page.reading import section, unfold

pytestmark = pytest.mark.programs

TRAP = "window.hits = []; window.hit = () => window.hits.push(new Error().stack)"
#: Elements that no part of the page makes, and attributes that would run.
MADE = "img, iframe, embed, base, main script, dialog script, [onerror], [onfocus], [autofocus]"


def everything(page: Page) -> None:
    """Draw all parts, and open a card of every kind."""
    unfold(page)
    for link in ("fact", "fig", "said", "event", "report", "words", "source", "actor", "place"):
        found = page.locator(f"main a[href^='#{link}-']").locator("visible=true")
        if found.count():
            found.first.click()
            expect(page.get_by_role("dialog")).to_be_visible()
            page.keyboard.press("Escape")


@pytest.mark.parametrize("without_policy", [False, True], ids=["as-it-is", "without-its-policy"])
def test_nothing_of_a_hostile_package_runs_or_becomes_an_element(
    without_policy: bool, hostile_file: Path, opened: Opened
) -> None:
    page = opened(hostile_file, before=TRAP, bypass_csp=without_policy)
    everything(page)
    assert page.evaluate("window.hits") == []
    assert page.locator(MADE).count() == 0
    assert page.locator("main b").count() == 0


def test_what_is_hostile_is_shown_letter_by_letter(hostile_file: Path, opened: Opened) -> None:
    page = opened(hostile_file)
    unfold(page)
    assert page.title().count("<script>hit()</script>") >= 1
    shown = " ".join(BAIT.split())
    expect(page.get_by_role("heading", level=1)).to_contain_text(shown)
    page.locator("main a[href^='#fact-']").first.click()
    expect(page.get_by_role("dialog")).to_contain_text(shown)


def test_an_address_that_would_run_is_never_a_link(hostile_file: Path, opened: Opened) -> None:
    page = opened(hostile_file, hash="#source-daily-lamp")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("javascript:hit()")
    page.keyboard.press("Escape")
    everything(page)
    page.goto(hostile_file.as_uri() + "#source-daily-lamp")
    hrefs = page.locator("a").evaluate_all("links => links.map(one => one.getAttribute('href'))")
    assert hrefs
    assert [one for one in hrefs if not (one or "").startswith(("#", "https://", "http://"))] == []


def test_a_hostile_code_can_be_filtered_by(hostile_file: Path, opened: Opened) -> None:
    page = opened(hostile_file, before=TRAP)
    page.get_by_label("Measure", exact=True).select_option(CODE)
    expect(section(page, "Who says what").get_by_role("rowheader")).to_have_count(1)
    page.reload()
    expect(page.get_by_label("Measure", exact=True)).to_have_value(CODE)
    expect(section(page, "Who says what").get_by_role("rowheader")).to_have_count(1)
    assert page.evaluate("window.hits") == []


@pytest.mark.parametrize(
    "hash",
    [
        "#<img src=x onerror=hit()>",
        "#%3Cimg%20src=x%20onerror=hit()%3E",
        "#javascript:hit()",
        "#who?q=<img src=x onerror=hit()>&source=%22%3E%3Cscript%3Ehit()%3C/script%3E",
        "#__proto__",
        "#constructor?constructor=1",
        "#%E0%A4%A",
        "#mark-fig",
        "#??&&==",
        "#tables?table=%22%3E<script>hit()</script>&row=__proto__",
    ],
)
def test_nothing_of_an_address_runs(hash: str, page_file: Path, opened: Opened) -> None:
    page = opened(page_file, before=TRAP, hash=hash, bypass_csp=True)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("window.hits") == []
    assert page.locator(MADE).count() == 0


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """An address on this computer, and what is asked for there."""
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


@pytest.mark.parametrize("without_policy", [False, True], ids=["as-it-is", "without-its-policy"])
def test_the_policy_of_the_page_refuses_what_was_put_into_it(
    without_policy: bool, page_file: Path, opened: Opened, faults: list[str], tmp_path: Path
) -> None:
    text = page_file.read_text(encoding="utf-8")
    assert text.count("</main>") == 1
    changed = tmp_path / "changed.html"
    with listening() as (outside, asked):
        put = (
            f"<script>hit()</script><img src='{outside}/img' onerror='hit()'>"
            f"<link rel=stylesheet href='{outside}/css'><script src='{outside}/js'></script>"
            f"<iframe src='{outside}/frame'></iframe><style>h1 {{ background: url({outside}/bg) }}"
            "</style><a id=run href='javascript:hit()'>run</a></main>"
        )
        changed.write_text(text.replace("</main>", put), encoding="utf-8")
        page = opened(changed, before=TRAP, offline=False, bypass_csp=without_policy)
        page.evaluate("address => fetch(address).catch(() => 0)", f"{outside}/fetch")
        page.locator("#run").click()
        wanted = {f"/{name}" for name in ("img", "css", "js", "frame", "bg", "fetch")}
        # What runs may take its time; what must not run gets a moment to do so.
        for _ in range(PATIENCE // 50 if without_policy else 10):
            page.wait_for_timeout(50)
            hits = page.evaluate("window.hits.length")
            if hits >= 3 and wanted <= set(asked):
                break
    # Without the policy all of it runs, so the test would see it.
    assert set(asked) - {"/favicon.ico"} == (wanted if without_policy else set())
    assert (hits >= 3) if without_policy else (hits == 0)
    assert faults
    faults.clear()
