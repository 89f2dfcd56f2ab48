"""What filters leave is what the tables of the package say; an address can hold anything."""

import random
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from schemas.tables import TABLES
from tests.command import FIRST
from tests.page.conftest import Opened
from tests.page.driven import Row, address, go, hash_of, left, settled, until
from tests.page.left_by_filters import Package

pytestmark = pytest.mark.programs

COMBINATIONS = 12


def rows_of(package: Package, table: str, places: set[int]) -> list[Row]:
    """The rows at these places, as the CSV has them."""
    frame = package.tables[table].drop("at").to_dicts()
    return [{k: v or "" for k, v in frame[place].items()} for place in sorted(places)]


def combinations(package: Package, seed: int) -> list[dict[str, str]]:
    """Filters, one to three at a time, set to what occurs in the package."""
    chance = random.Random(seed)
    kinds = package.events("reports")["value"].to_list()
    words = [word for one in package.content["texts"].values() for word in one.split()]
    days = [
        day for one in ("start_date", "end_date") for day in package.tables["events"][one] if day
    ]
    some = {
        "source": package.tables["sources"]["source_id"].to_list(),
        "actor": package.tables["actors"]["actor_id"].to_list(),
        "event": kinds,
        "measure": package.tables["figures"]["measure"].drop_nulls().to_list(),
        "verdict": package.tables["comparisons"]["verdict"].to_list(),
        "from": days,
        "to": days,
        "q": [word for word in words if re.fullmatch(r"[\w’'-]{2,}[.,]?", word)],
    }
    made = []
    for place in range(COMBINATIONS):
        names = chance.sample(sorted(some), 1 + place % 3)
        made.append({name: chance.choice(some[name]) for name in names if some[name]})
    text = chance.choice(package.content["texts"][some["source"][0]].split(". "))
    phrase = " ".join(text.replace('"', " ").split()[1:4])
    return [*made, {"q": f'"{phrase}"'}, {"verdict": "conflict"}, {"q": some["source"][0]}]


@pytest.mark.parametrize("name", ["page_file", "conflict_file", "hostile_file"])
def test_filters_leave_in_every_table_what_polars_leaves(
    name: str, opened: Opened, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(name)
    folders = {"page_file": FIRST, "conflict_file": path.parent / "stories"}
    package = Package(folders.get(name, path.parent / "package"))
    page = opened(path)
    kept = 0
    for filters in combinations(package, len(package.tables["figures"])):
        for table in TABLES:
            wanted = rows_of(package, table, package.left(table, filters))
            assert left(page, table, **filters) == wanted, (filters, table)
            kept += len(wanted)
    assert kept


def test_conflict_leaves_the_conflicts_and_the_rows_that_are_their_sides(
    conflict_file: Path, opened: Opened
) -> None:
    package = Package(conflict_file.parent / "stories")
    page = opened(conflict_file)
    facts = left(page, "comparisons", verdict="conflict")
    assert facts == [
        row
        for row in rows_of(package, "comparisons", set(package.tables["comparisons"]["at"]))
        if row["verdict"] == "conflict"
    ]
    ids = {row["comparison_id"] for row in facts}
    sides = rows_of(package, "sides", set(package.tables["sides"]["at"]))
    for table in ("figures", "reports", "statements"):
        key = f"{table[:-1]}_id"
        of_conflicts = {row[key] for row in sides if row["comparison_id"] in ids} - {""}
        assert {row[key] for row in left(page, table, verdict="conflict")} == of_conflicts
        assert of_conflicts or table == "statements"


@pytest.mark.parametrize(
    "words",
    [
        {"q": "AZERBAIJAN"},
        {"q": "azérbaïjan"},
        {"q": "azerb"},
        {"q": "“Republic of Azerbaijan”"},
        {"q": '"republic of" azerbaijan'},
    ],
)
def test_words_are_found_without_accents_and_capitals(
    words: dict[str, str], page_file: Path, opened: Opened
) -> None:
    package = Package(FIRST)
    wanted = rows_of(package, "statements", package.left("statements", words))
    assert wanted
    assert left(opened(page_file), "statements", **words) == wanted


def test_a_phrase_finds_less_than_its_words_and_a_number_only_itself(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    words = left(page, "statements", q="of republic the")
    assert words == left(page, "statements", q='"the republic of"')
    assert left(page, "statements", q='"of republic the"') == []
    numbers = left(page, "figures", q="3")
    assert numbers
    assert all(
        "3" in {*re.findall(r"\w+", row["text"]), *re.split(r"\W", row["value"])}
        or re.search(r"\b3\b", " ".join(row.values()))
        for row in numbers
    )


def test_what_is_set_is_told_counted_and_taken_back_one_by_one(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, hash="#who")
    page.select_option("#filter-verdict", "agree")
    page.select_option("#filter-source", "xinhua")
    settled(page)
    assert hash_of(page) == "#who?source=xinhua&verdict=agree"
    package = Package(FIRST)
    filters = {"source": "xinhua", "verdict": "agree"}
    facts, all_facts = len(package.left("comparisons", filters)), len(package.tables["comparisons"])
    expect(page.locator("#filter-state")).to_contain_text(f"{facts} of {all_facts} facts")
    page.get_by_role("button", name=re.compile("^Remove the filter Source: ")).click()
    settled(page)
    assert hash_of(page) == "#who?verdict=agree"
    expect(page.locator("#filter-chips li")).to_have_count(1)
    expect(page.locator("#filter-chips button")).to_be_focused()
    page.go_back()
    settled(page)
    assert hash_of(page) == "#who?source=xinhua&verdict=agree"
    expect(page.locator("#filter-source")).to_have_value("xinhua")
    page.get_by_role("button", name="Clear", exact=True).click()
    settled(page)
    assert hash_of(page) == "#who"
    expect(page.locator("#filter-state")).to_be_empty()


def test_typing_is_one_place_in_the_history(page_file: Path, opened: Opened) -> None:
    page = opened(page_file, hash="#who")
    before = page.evaluate("history.length")
    search = page.get_by_role("searchbox", name="Search", exact=True)
    for word in ("released", "soldiers"):
        search.press_sequentially(f"{word} ", delay=30)
        until(page, f"location.hash.includes('{word}')")
    assert hash_of(page) == "#who?q=released+soldiers"
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    settled(page)
    expect(search).to_have_value("")
    assert hash_of(page) == "#who"


def test_the_slash_key_goes_to_the_search_unless_somebody_types_or_turned_it_off(
    page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    search = page.get_by_role("searchbox", name="Search", exact=True)
    page.keyboard.press("/")
    expect(search).to_be_focused()
    page.keyboard.press("/")
    expect(search).to_have_value("/")
    search.fill("")
    page.get_by_role("button", name="Help").click()
    page.get_by_label("The key / goes to the search").uncheck()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    expect(search).not_to_be_focused()


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("verdict=nonsense", "there is no verdict “nonsense” here"),
        ("source=__proto__&actor=constructor", "there is no source “__proto__” here"),
        ("event=RETREAT/nothing", "there is no event “RETREAT/nothing” here"),
        ("measure=toString", "there is no measure “toString” here"),
        ("from=abc", "“abc” is no day such as 2023-12-07"),
        ("to=2023-02-30", "“2023-02-30” is no day such as 2023-12-07"),
        ("q=%2B%2B%2B", "there is no word in “+++”"),
        ("q=%E0%A4%A", "“q” cannot be read"),
        ("table=x", "there is no table “x”"),
        ("table=figures&sort=size", "figures has no column “size”"),
        ("table=figures&row=f-0", "figures has no row “f-0”"),
        ("table=figures&columns=value,zz", "figures has no column “zz”"),
        ("table=sides&row=c-1", "sides has no row “c-1”"),
        ("sort=value", "“sort” needs a table"),
        ("colour=red", "there is no filter “colour”"),
        ("verdict=agree&verdict=conflict", "only the first “verdict” counts"),
    ],
)
def test_what_an_address_says_in_vain_is_told_and_the_rest_holds(
    query: str, told: str, page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, hash=f"#tables?{query}&source=xinhua")
    settled(page)
    expect(page.locator("#notice")).to_contain_text(told)
    expect(page.locator("#tables table.grid tbody tr").first).to_be_visible()
    page.locator("#notice").get_by_role("button", name="Close").click()
    expect(page.locator("#notice")).to_be_hidden()


@pytest.mark.parametrize(
    "filters",
    [
        {"from": "2025-01-01", "to": "1990-01-01"},
        {"verdict": "conflict", "measure": "mediated", "q": "zzzz"},
        {"q": '"" ” qqqq'},
    ],
)
def test_a_part_that_filters_leave_nothing_of_says_so_and_can_clear_them(
    filters: dict[str, str], page_file: Path, opened: Opened
) -> None:
    page = opened(page_file)
    go(page, address("tables", table="events", **filters))
    empty = page.locator("#tables .empty")
    expect(empty).to_contain_text("No row of this table passes the filters.")
    expect(page.locator("#who .empty")).to_be_visible()
    empty.get_by_role("button", name="Clear the filters").click()
    settled(page)
    expect(page.locator("#tables tbody tr").first).to_be_visible()
    expect(page.get_by_role("searchbox", name="Search", exact=True)).to_be_focused()


def covered(page: Page, what: str = "filters") -> Any:
    """How much of the window the header covers, or the bar below it, when one has scrolled down."""
    page.evaluate("document.getElementById('tables').scrollIntoView()")
    header, bar = page.evaluate(
        "[document.querySelector('header.top'), document.getElementById('filters')].map((one) =>"
        " Math.max(0, one.getBoundingClientRect().bottom) / innerHeight)"
    )
    return header if what == "header" else max(0, bar - header)


def test_the_bar_stays_in_view_and_low_on_a_desk_and_out_of_the_way_on_a_phone(
    page_file: Path, opened: Opened
) -> None:
    wide = opened(page_file, hash="#who?verdict=agree&source=xinhua&actor=AZE")
    settled(wide)
    assert 0 < covered(wide) < 0.15
    assert 0 < covered(wide, "header") < 0.06
    heading = wide.locator("#tables-heading").bounding_box()
    bar = wide.locator("#filters").bounding_box()
    assert heading
    assert bar
    assert heading["y"] >= bar["y"] + bar["height"] - 1
    wide.locator("#filter-details > summary").click()
    assert 0 < covered(wide) < 0.06
    bare = opened(page_file, width=390, hash="#who")
    settled(bare)
    assert covered(bare) == 0
    assert 0 < covered(bare, "header") < 0.06
    phone = opened(page_file, width=390, hash="#who?verdict=agree")
    settled(phone)
    assert 0 < covered(phone) < 0.06
    expect(phone.get_by_role("button", name="Remove the filter Verdict")).to_be_in_viewport()
    phone.evaluate("scrollTo(0, 0)")
    expect(phone.get_by_role("searchbox", name="Search", exact=True)).to_be_hidden()
    phone.locator("#filter-details > summary").click()
    expect(phone.get_by_role("searchbox", name="Search", exact=True)).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("width", [1280, 390])
def test_the_search_is_found_on_the_first_screen_and_its_counts_lead_to_what_is_found(
    width: int, page_file: Path, opened: Opened
) -> None:
    page = opened(page_file, width=width)
    to_search = page.get_by_role("banner").get_by_role("button", name="Search")
    expect(to_search).to_be_in_viewport()
    to_search.click()
    search = page.get_by_label("Search", exact=True)
    expect(search).to_be_focused()
    search.fill("captives")
    state = page.locator("#filter-state")
    expect(state).to_contain_text("Found: 1 of")
    state.get_by_role("link", name="fact").click()
    expect(page.get_by_role("heading", name="Who says what", exact=True)).to_be_in_viewport()
    empty = page.locator("#words .empty")
    expect(empty).to_contain_text("Found elsewhere: 1 of")
    expect(page.get_by_role("navigation", name="Sections")).to_be_in_viewport()
