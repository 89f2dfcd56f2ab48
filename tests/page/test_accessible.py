"""axe-core, which knows the rules for pages that all people can read, finds no fault."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.page.chromium import missing
from tests.page.conftest import Opened
from tests.page.reading import unfold

pytestmark = pytest.mark.programs

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"

LOOKS = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
IDS = [f"{'phone' if width < 400 else 'desktop'}-{scheme}" for width, scheme in LOOKS]


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.exists():
        missing("axe-core is missing: run `npm ci --prefix tests/page --ignore-scripts`")
    return AXE.read_text(encoding="utf-8")


def faults_of(page: Page, axe: str) -> list[str]:
    """What axe finds wrong, as "impact rule: what is wrong: where"."""
    page.evaluate(axe)
    found: Any = page.evaluate(
        "options => axe.run('html', options)",
        # Targets that are too small to be tapped are looked for only when asked.
        {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}},
    )
    return [
        f"{one['impact']} {one['id']}: {one['help']}: {node['target']} {node['html'][:200]}"
        for one in found["violations"]
        for node in one["nodes"]
        if not (one["id"] == "label-content-name-mismatch" and cut_short(page, node["target"][0]))
    ]


def cut_short(page: Page, target: str) -> bool:
    """Whether a chart cuts words short for want of room; their name has them whole."""
    shown = (page.locator(target).text_content() or "").strip()
    named = page.locator(target).get_attribute("aria-label") or ""
    return shown.endswith("…") and shown.removesuffix("…").strip() in named


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        *(("page_file", *look) for look in LOOKS),
        ("conflict_file", 1280, "dark"),
        ("conflict_file", 390, "light"),
    ],
)
def test_axe_finds_no_fault_with_everything_drawn(
    name: str, width: int, scheme: str, axe: str, opened: Opened, request: pytest.FixtureRequest
) -> None:
    file = request.getfixturevalue(name)
    # NOTE: the policy of the page lets no foreign script in, axe being one.
    page = opened(file, scheme=scheme, width=width, bypass_csp=True)
    unfold(page)
    assert faults_of(page, axe) == []


@pytest.mark.parametrize(("width", "scheme"), LOOKS, ids=IDS)
def test_axe_finds_no_fault_with_a_card(
    scheme: str, width: int, axe: str, page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, scheme=scheme, width=width, bypass_csp=True)
    matrix = page.get_by_role("region", name="Who says what").first
    matrix.get_by_role("rowheader").get_by_role("link").first.click()
    page.get_by_role("dialog").wait_for()
    assert faults_of(page, axe) == []


def test_axe_sees_a_fault(axe: str, page_file: Path, opened: Opened) -> None:
    page = opened(page_file, bypass_csp=True)
    page.evaluate("document.querySelector('#filters select').ariaLabel = ''")
    page.evaluate("document.querySelector('#filters label[for=filter-source]').remove()")
    page.evaluate("document.querySelector('h1').style.color = '#ddd'")
    found = faults_of(page, axe)
    assert any("color-contrast" in one for one in found)
    assert any("select-name" in one for one in found)
