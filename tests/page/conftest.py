"""The page of a package in a browser whose network is cut; a fault that it tells fails a test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from scripts.build import build_loose
from scripts.page.page import page
from tests.command import FIRST, run
from tests.page import packages
from tests.page.chromium import FLAGS, chromium
from tests.page.hostile import hostile
from validations.layers import is_broken
from validations.outcomes import outcomes

CORPUS = FIRST.parents[1] / "shared" / "corpus" / "wikinews.jsonl"
Opened = Callable[..., Page]
#: Milliseconds that a test waits for what it looks for.
PATIENCE = 8_000


# NOTE: Playwright keeps an event loop running, which tests of other folders must not find.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*FLAGS])
        yield started
        started.close()


@pytest.fixture
def faults() -> list[str]:
    """What a browser complained of, or asked the network for; a test that expects it clears it."""
    return []


@pytest.fixture
def opened(browser: Browser, faults: list[str]) -> Iterator[Opened]:
    """Open the page of a file: `opened(path, width=390, scheme="dark", hash="#who")`.

    Whatever else Playwright's new_context takes can be given too.
    """
    contexts: list[BrowserContext] = []

    def open_page(
        path: Path,
        *,
        width: int = 1280,
        height: int = 800,
        scheme: str = "light",
        hash: str = "",
        before: str = "",
        **settings: Any,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            **({"offline": True} | settings),
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if before:
            context.add_init_script(before)
        page = context.new_page()
        address = path.as_uri()
        watch(page, address, faults)
        page.goto(address + hash)
        if settings.get("java_script_enabled", True):
            page.locator("html[data-ready]").wait_for(state="attached")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def watch(page: Page, address: str, faults: list[str]) -> None:
    """Write down what the page complains of and every address that it asks for but its own."""

    def told(message: Any) -> None:
        if message.type in {"error", "warning"}:
            faults.append(f"console {message.type}: {message.text}")

    def asked(request: Any) -> None:
        url = urldefrag(request.url).url
        if url != address and not url.startswith(("data:", "blob:")):
            faults.append(f"asked for {request.url}")

    page.on("console", told)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("request", asked)


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the first data set."""
    return written(FIRST, tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="session")
def conflict_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of stories whose sources contradict each other; one conflict is ruled on."""
    place = tmp_path_factory.mktemp("conflicts")
    return written(packages.contradictory(place / "stories"), place)


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a package that holds what a browser might run, wherever text can stand."""
    place = tmp_path_factory.mktemp("hostile")
    package, out = hostile(place / "package"), place / "page.html"
    # NOTE: not by the command, which refuses what the checks find to be wrong with it.
    found = outcomes(package, place / "gate")
    assert is_broken(found.findings)
    out.write_text(page(package, found), encoding="utf-8", newline="")
    return out


@pytest.fixture(scope="session")
def big_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a package of about three hundred articles."""
    place = tmp_path_factory.mktemp("big")
    return written(packages.big(place / "package"), place)


@pytest.fixture(scope="session")
def corpus_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a package of 287 real articles, which lie beside the project or nowhere."""
    if not CORPUS.exists():
        pytest.skip(f"the corpus is not here: {CORPUS}")
    place = tmp_path_factory.mktemp("corpus")
    assert build_loose(CORPUS, place / "package", lambda step, what: None).published
    return written(place / "package", place)


def written(package: Path, place: Path) -> Path:
    """The page of a package, written by the command."""
    out = place / "page.html"
    told = run("page", package, "--out", out)
    assert told.status == 0, told.err
    return out
