"""In their words: by speaker, every print of an utterance, what differs marked word by word."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.page.conftest import Opened

pytestmark = pytest.mark.programs

CONTENT = "JSON.parse(document.getElementById('content').textContent)"
#: Draw and open all, and read every wording: with marks as they are read, and without what is only
#: in another one.
WORDINGS = """async () => {
  document.querySelectorAll("#words button.more").forEach((one) => one.drawAll());
  for (const one of document.querySelectorAll("details.speaker:not([open]) > summary")) one.click();
  await new Promise((done) => setTimeout(done, 100));
  document.querySelectorAll("#words button.more").forEach((one) => one.drawAll());
  const own = (quote) => {
    const copy = quote.cloneNode(true);
    for (const gone of copy.querySelectorAll("del")) gone.remove();
    return copy.textContent;
  };
  return [...document.querySelectorAll("#words .utterance")].map((one) => ({
    id: one.dataset.utterance, speaker: one.closest(".speaker").dataset.speaker,
    wordings: [...one.querySelectorAll(".wording")].map((each) => ({
      direct: each.classList.contains("direct"), words: own(each.querySelector("blockquote")),
      signs: [...each.querySelectorAll(".prints > li > .kind")].map((kind) => kind.textContent),
    })),
  }));
}"""


def rows_of(content: dict[str, Any], table: str) -> list[dict[str, str]]:
    held = content["tables"][table]
    return [dict(zip(held["columns"], cells, strict=True)) for cells in held["rows"]]


def letters(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("name", ["page_file", "conflict_file", "hostile_file"])
def test_every_utterance_stands_once_with_all_its_prints(
    name: str, opened: Opened, request: pytest.FixtureRequest
) -> None:
    page = opened(request.getfixturevalue(name))
    content, found = page.evaluate(CONTENT), page.evaluate(WORDINGS)
    utterances = [one["utterance_id"] for one in rows_of(content, "utterances")]
    assert sorted(one["id"] for one in found) == sorted(utterances)
    said: dict[str, list[dict[str, str]]] = {}
    for one in rows_of(content, "statements"):
        said.setdefault(one["utterance_id"], []).append(one)
    for one in found:
        prints = said[one["id"]]
        quotes = {letters(each["quote"]) for each in prints}
        shown = {letters(each["words"]) for each in one["wordings"]}
        whole = {letters("".join(each["quote"] for each in prints))}
        assert shown == quotes or shown <= quotes | whole, one["id"]
        kinds = {(each["quote"], each["kind"] == "direct") for each in prints}
        assert {each["direct"] for each in one["wordings"]} == {direct for _, direct in kinds}
        for each in one["wordings"]:
            told = {"quoted" in sign and "not quoted" not in sign for sign in each["signs"]}
            assert told == {each["direct"]}


def test_speakers_of_most_sources_come_first_and_nobody_last(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    content, found = page.evaluate(CONTENT), page.evaluate(WORDINGS)
    source_of: dict[str, set[str]] = {}
    for one in rows_of(content, "statements"):
        source_of.setdefault(one["utterance_id"], set()).add(one["source_id"])
    sources: dict[str, set[str]] = {}
    for one in found:
        sources.setdefault(one["speaker"], set()).update(source_of[one["id"]])
    known = [len(held) for key, held in sources.items() if ":" not in key and key != "nobody"]
    assert known == sorted(known, reverse=True)
    described = [":" in key for key in sources if key != "nobody"]
    assert described == sorted(described)
    assert "nobody" not in list(sources)[:-1]


def test_what_differs_is_told_to_the_eye_and_to_a_screen_reader(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    block = page.locator("#words .wording").filter(has=page.locator("ins")).first
    block.scroll_into_view_if_needed()
    told = block.locator("blockquote").aria_snapshot()
    assert "[only here:" in told
    assert "[only in the fullest:" in told
    lines = "(one) => getComputedStyle(one).textDecorationLine"
    assert block.locator("ins").first.evaluate(lines) == "underline"
    assert block.locator("del").first.evaluate(lines) == "line-through"


def test_a_sentence_is_shown_on_demand_with_the_words_marked(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    first = page.locator("#words .in-sentence").first
    expect(first.locator("mark")).to_have_count(0)
    first.locator("summary").click()
    expect(first.locator("mark").first).to_be_visible()
    first.get_by_role("link", name="show in the article").click()
    expect(page.locator("#articles a[data-kind=statements]:focus")).to_have_count(1)


def chosen_last(page: Page) -> str:
    select = page.get_by_label("speakers:")
    last = select.locator("option").last
    select.select_option(last.get_attribute("value"))
    return (last.text_content() or "").rsplit(" (", 1)[0]


@pytest.mark.parametrize("name", ["page_file", "big_file"])
def test_the_list_of_speakers_leads_to_one_that_is_not_drawn_yet(
    name: str, opened: Opened, request: pytest.FixtureRequest
) -> None:
    page = opened(request.getfixturevalue(name))
    speaker = chosen_last(page)
    page.get_by_role("button", name="Go there").click()
    block = page.locator(".speaker:has(> summary:focus)")
    expect(block.get_by_role("heading")).to_have_text(speaker)
    expect(block.locator(".utterance").first).to_be_visible()


def test_filters_leave_the_words_that_pass(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#words?verdict=agree")
    content = page.evaluate(CONTENT)
    alike = {
        one["utterance_id"]
        for one in rows_of(content, "comparisons")
        if one["verdict"] == "agree" and one["utterance_id"]
    }
    found = page.evaluate(WORDINGS)
    assert alike <= {one["id"] for one in found}
    assert len(found) < len(content["tables"]["utterances"]["rows"])
