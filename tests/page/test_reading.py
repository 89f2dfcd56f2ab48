"""What a reader comes for: the sentences behind a fact, what is in conflict, what a word finds."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.command import FIRST
from tests.page.conftest import Opened
from tests.page.packages import REASON
from tests.page.reading import draw_all, facts, section, unfold

pytestmark = pytest.mark.programs


def rows(package: Path, table: str) -> list[dict[str, str]]:
    with (package / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def published(verdict: str) -> list[dict[str, str]]:
    return [row for row in rows(FIRST, "comparisons") if row["verdict"] == verdict]


def fact_of(page: Page, words: str) -> None:
    """Open the fact in whose row of the matrix some words stand."""
    found = facts(page).filter(has_text=words)
    expect(found).to_have_count(1)
    found.get_by_role("rowheader").get_by_role("link").click()
    expect(page.get_by_role("dialog")).to_be_visible()


@pytest.mark.parametrize(
    ("words", "number"),
    [("32 Armenian prisoners", r"\b32\b"), ("two Azerbaijani captives", r"\btwo\b")],
    ids=["32", "for 2"],
)
def test_the_exchange_of_32_for_2_opens_as_three_marked_sentences_of_three_sources(
    words: str, number: str, page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    page.get_by_role("navigation", name="Sections").get_by_text("Who says what").click()
    fact_of(page, words)
    sentences = page.get_by_role("dialog").get_by_role("blockquote")
    expect(sentences).to_have_count(3)
    told = sentences.all_inner_texts()
    assert len(set(told)) == 3
    for sentence, text in zip(sentences.all(), told, strict=True):
        expect(sentence).to_be_visible()
        marked = sentence.locator("mark").inner_text()
        assert re.search(number, marked)
        assert len(text) > len(marked)
    names = page.get_by_role("dialog").get_by_role("link").all_inner_texts()
    for publisher in ("Daily Sabah", "The Armenian Mirror-Spectator", "China Daily (HK edition)"):
        assert publisher in names
    expect(page.get_by_role("dialog")).to_contain_text("Agree")


def test_promise_and_deed_are_told_apart_in_the_matrix(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#who")
    row = facts(page).filter(has_text="32 Armenian prisoners")
    cells = row.get_by_role("cell").all_inner_texts()
    told = {re.sub(r"\s+", " ", cell) for cell in cells if "32" in cell}
    assert len(told) == 3
    assert sum("announced" in cell for cell in told) == 2
    assert sum("32 Armenian prisoners" in cell and "announced" not in cell for cell in told) == 1


def test_the_filter_for_conflicts_leaves_the_conflicts_and_nothing_else(
    conflict_file: Path, opened: Opened
) -> None:
    conflicts = [
        row
        for row in rows(conflict_file.parent / "stories", "comparisons")
        if row["verdict"] == "conflict"
    ]
    assert len(conflicts) > 5
    page = opened(conflict_file)
    page.get_by_label("Verdict", exact=True).select_option("Conflict")
    who = section(page, "Who says what")
    draw_all(who)
    expect(facts(page)).to_have_count(len(conflicts))
    for row in facts(page).all():
        expect(row).to_contain_text("Conflict")
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text(f"{len(conflicts)} of")
    page.get_by_role("button", name="Clear", exact=True).click()
    draw_all(who)
    every = rows(conflict_file.parent / "stories", "comparisons")
    unfold(page)
    expect(facts(page)).to_have_count(len(every))
    for title in ("Agree", "Compatible", "Conflict"):
        expected = [row for row in every if row["verdict"] == title.lower()]
        expect(facts(page).filter(has_text=re.compile(title))).to_have_count(len(expected))


def test_the_glance_tells_the_conflicts_and_leads_to_them(
    conflict_file: Path, opened: Opened
) -> None:
    page = opened(conflict_file)
    glance = section(page, "At a glance")
    glance.get_by_role("link", name=re.compile(r"\bConflict$")).click()
    expect(page.get_by_label("Verdict", exact=True)).to_have_value("conflict")
    for row in facts(page).all():
        expect(row).to_contain_text("Conflict")


def test_a_ruling_stands_beside_the_conflict_that_it_rules_on(
    conflict_file: Path, opened: Opened
) -> None:
    page = opened(conflict_file, hash="#who?verdict=conflict")
    fact_of(page, "39 Eritrean soldiers")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(REASON)
    marks = [" ".join(one.split()) for one in dialog.locator("mark").all_inner_texts()]
    assert "39 Eritrean soldiers" in marks
    assert marks.count("41 Eritrean soldiers") >= 2


def test_the_glance_says_how_much_there_is(page_file: Path, opened: Opened) -> None:
    glance = section(opened(page_file), "At a glance")
    verdicts = Counter(row["verdict"] for row in rows(FIRST, "comparisons"))
    numbers = {verdict.title(): number for verdict, number in verdicts.items()}
    numbers |= {name.title(): len(rows(FIRST, name)) for name in ("figures", "events", "reports")}
    for name, number in numbers.items():
        link = glance.page.get_by_role("link", name=re.compile(rf"\b{name}$"))
        told = glance.locator("tr, li").filter(has=link)
        assert any(re.search(rf"\b{number}\b", text) for text in told.all_inner_texts()), name
    for source in rows(FIRST, "sources"):
        expect(glance.get_by_role("link", name=source["publisher"]).first).to_be_visible()


def test_a_word_that_is_searched_is_in_all_that_is_left(page_file: Path, opened: Opened) -> None:
    page = opened(page_file)
    before = facts(page).count()
    page.get_by_label("Search", exact=True).fill("captives")
    expect(facts(page).filter(has_text="two Azerbaijani captives")).to_have_count(1)
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("Found:")
    assert 0 < facts(page).count() < before
    page.get_by_label("Search", exact=True).fill("qqqqqq")
    expect(facts(page)).to_have_count(0)
    expect(section(page, "Who says what").get_by_text("No fact")).to_be_visible()


def test_filters_stay_in_the_address_and_back_takes_them_off(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    before = facts(page).count()
    page.get_by_label("Source", exact=True).select_option("daily-sabah")
    expect(facts(page)).not_to_have_count(before)
    left = facts(page).count()
    page.reload()
    expect(facts(page)).to_have_count(left)
    expect(page.get_by_label("Source", exact=True)).to_have_value("daily-sabah")
    page.go_back()
    expect(facts(page)).to_have_count(before)
    expect(page.get_by_label("Source", exact=True)).to_have_value("")


def test_a_fact_leads_into_an_article_to_its_row_and_back(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#who")
    fact_of(page, "32 Armenian prisoners")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("link", name="show in the article").first.click()
    expect(dialog).to_be_hidden()
    mark = page.locator(":focus")
    expect(mark).to_be_in_viewport()
    words = mark.inner_text()
    assert "32" in words
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    expect(dialog.locator("mark").filter(has_text=words).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator(":focus")).to_have_text(words)


def test_a_table_is_sorted_and_saved_as_it_stands_in_the_package(
    page_file: Path, opened: Opened, tmp_path: Path
) -> None:
    page = opened(page_file, hash="#tables?table=figures")
    part = section(page, "Tables")
    with page.expect_download() as waited:
        part.get_by_role("button", name="Download the whole table").click()
    saved = tmp_path / "figures.csv"
    waited.value.save_as(saved)
    assert saved.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n") == (
        FIRST / "data" / "figures.csv"
    ).read_bytes().replace(b"\r\n", b"\n")
    assert waited.value.suggested_filename == "figures.csv"
    header = part.get_by_role("columnheader", name="Value")
    header.get_by_role("button").click()
    expect(header).to_have_attribute("aria-sort", "ascending")
    header.get_by_role("button").click()
    expect(header).to_have_attribute("aria-sort", "descending")
    numbers = sorted(float(row["value"]) for row in rows(FIRST, "figures") if row["value"])
    first = part.get_by_role("row").nth(1)
    assert any(
        cell.replace(",", "") == f"{numbers[-1]:g}"
        for cell in first.get_by_role("cell").all_inner_texts()
    )
