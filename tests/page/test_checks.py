"""The part that tells what was asked of the package: layers, findings, rulings, demands, rules."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.page.conftest import Opened
from tests.page.packages import REASON
from tests.page.reading import section

pytestmark = pytest.mark.programs


def checks(page: Page) -> Locator:
    return section(page, "Checks")


def numbers(text: str) -> list[int]:
    return [int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", text)]


def test_every_layer_says_what_it_asks_and_what_held(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#checks")
    rows = checks(page).locator("table.layers tbody tr")
    assert [one.split("\n")[0] for one in rows.locator("th").all_inner_texts()] == [
        "Shape",
        "Meaning",
        "Release",
        "Consumer",
    ]
    assert all("?" in one.inner_text() for one in rows.all())
    held = [numbers(one.locator("td.number").first.inner_text())[0] for one in rows.all()]
    assert all(held)
    assert numbers(checks(page).locator("p.lead").inner_text())[0] == sum(held)


def test_rules_are_found_by_word_and_id(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#checks")
    search = page.get_by_label("Search the rules")
    rules = checks(page).locator(".rules li").locator("visible=true")
    search.fill("fig-004")
    expect(rules.first).to_be_visible()
    assert all("fig-004" in one.lower() for one in rules.all_inner_texts())
    expect(checks(page).get_by_role("status")).to_have_text(
        re.compile(rf"^{rules.count()} rules? found\.$")
    )
    search.fill("no rule says this")
    expect(checks(page).get_by_role("status")).to_have_text("0 rules found.")
    expect(rules).to_have_count(0)
    search.fill("")
    expect(checks(page).get_by_role("status")).to_have_text("")


def test_demands_tell_their_outcome_and_lead_to_their_facts(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, hash="#checks")
    demands = page.get_by_role("region", name="What the curators demand").locator("tbody tr")
    assert demands.count() > 3
    expect(demands.locator(".outcome.met")).to_have_count(demands.count())
    demands.first.get_by_role("link").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert "#fact-" in page.url


def test_warnings_stand_with_their_row(conflict_file: Path, opened: Opened) -> None:
    page = opened(conflict_file, hash="#checks")
    found = checks(page).locator(".findings > li")
    assert found.count() > 3
    conflict = found.filter(has_text="ACR-003").first
    expect(conflict.locator(".outcome")).to_have_text(re.compile("warning"))
    conflict.get_by_role("link").click()
    expect(page.get_by_role("dialog")).to_contain_text("conflict", ignore_case=True)


def test_rulings_tell_the_conflict_the_reason_who_and_when(
    conflict_file: Path, opened: Opened
) -> None:
    ruling = checks(opened(conflict_file, hash="#checks")).locator(".rulings > li")
    expect(ruling).to_have_count(1)
    for words in (REASON, "concord contributors", "31 January 2033", "Held to be right"):
        expect(ruling).to_contain_text(words)
    assert ruling.get_by_role("link").count() == 2


def test_a_package_of_loose_articles_says_what_was_not_asked(
    big_file: Path, opened: Opened
) -> None:
    page = opened(big_file, hash="#checks")
    expect(checks(page)).to_contain_text("Not asked: there is no curation/expected.toml")
    expect(checks(page)).to_contain_text("the package comes without demands of its curators")
