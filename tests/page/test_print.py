"""On paper everything stands that the page holds, and nothing that is only of use on a screen."""

import csv
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.command import FIRST
from tests.page.chromium import missing
from tests.page.conftest import Opened
from tests.page.reading import SECTIONS, facts

pytestmark = pytest.mark.programs


def on_paper(opened: Opened, file: Path, place: Path, **settings: str) -> str:
    """The text of a page as it is printed, its white space as single blanks."""
    reader = shutil.which("pdftotext") or missing("pdftotext is missing: install poppler-utils")
    page = opened(file, **settings)
    pdf = place / "page.pdf"
    page.pdf(path=pdf, format="A4")
    told = ""
    # Cells of a table that are broken over lines are together in one order or in the other.
    for order in ([], ["-raw"]):
        command = [reader, *order, "-enc", "UTF-8", str(pdf), "-"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        told += done.stdout
    return re.sub(r"\s+", " ", told)


def letters(text: str) -> str:
    """A text without what breaks of lines and hyphens change."""
    return re.sub(r"[^\w]", "", text)


def lost(package: Path, printed: str) -> list[str]:
    """The numbers, quotations and names of a package that are not in what was printed."""
    wanted = [side["value_text"] for side in rows(package, "sides") if side["figure_id"]]
    wanted += [one["quote"] for one in rows(package, "statements")]
    wanted += [one["publisher"] or one["source_id"] for one in rows(package, "sources")]
    return [one for one in dict.fromkeys(wanted) if letters(one)[:60] not in printed]


def rows(package: Path, table: str) -> list[dict[str, str]]:
    with (package / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_all_that_the_page_holds_is_printed(
    page_file: Path, opened: Opened, tmp_path: Path
) -> None:
    printed = letters(on_paper(opened, page_file, tmp_path))
    for name in (*SECTIONS[1:], "People of Armenia released by Azerbaijan"):
        assert letters(name) in printed
    assert lost(FIRST, printed) == []
    # The articles are printed too, their last words as well as their first.
    for source in rows(FIRST, "sources"):
        text = (FIRST / source["path"]).read_text("utf-8")
        assert letters(text.strip().splitlines()[-1])[-60:] in printed, source["source_id"]
    # The headings of a table are buttons on a screen.
    assert letters("Publisher") in printed


def test_lists_that_a_screen_cuts_short_are_printed_whole(
    conflict_file: Path, opened: Opened, tmp_path: Path
) -> None:
    printed = letters(on_paper(opened, conflict_file, tmp_path))
    assert lost(conflict_file.parent / "stories", printed) == []


def test_of_an_open_card_the_card_is_printed(
    page_file: Path, opened: Opened, tmp_path: Path
) -> None:
    fact = next(one for one in rows(FIRST, "comparisons") if one["source_count"] == "3")
    printed = on_paper(opened, page_file, tmp_path, hash=f"#fact-{fact['comparison_id'][2:]}")
    for side in rows(FIRST, "sides"):
        if side["comparison_id"] == fact["comparison_id"]:
            assert letters(side["value_text"]) in letters(printed)
    assert "In their words" not in printed


def test_paper_has_no_bars_buttons_or_dark_ground(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, scheme="dark")
    page.emulate_media(media="print")
    controls = page.locator("nav, search, select, input, button:not(th button)")
    expect(controls.filter(visible=True)).to_have_count(0)
    stuck = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => one.checkVisibility()
          && ["sticky", "fixed"].includes(getComputedStyle(one).position)
          && one.getBoundingClientRect().height).map((one) => one.outerHTML.slice(0, 120))"""
    )
    assert stuck == []
    ground, ink = page.evaluate(
        "() => { const s = getComputedStyle(document.body); return [s.backgroundColor, s.color] }"
    )
    assert "rgb(0, 0, 0)" in ink or sum(map(int, re.findall(r"\d+", ink)[:3])) < 200, ink
    assert ground in {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}
    expect(facts(page).first).to_be_visible()
