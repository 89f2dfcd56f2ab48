"""The pages of Great Expectations as they lie in the report: whole without network or script."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from tests.test_gate import edit
from tests.valid_package import write_case
from tests.valid_tables import valid
from validations.check import check_package
from validations.rule import Finding
from validations.suites import all_suites

MARKUP = "=<script>alert(1)</script></td></table><!-- <b>bold</b> & {{x}} $column"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_case(valid(), tmp_path_factory.mktemp("docs") / "package")
    edit(folder, "data/participants.csv", ",Ardenia\n", f',"{MARKUP}"\n')
    edit(folder, "data/events.csv", "2029-01-01,2029-12-31", "2029-12-31,2029-01-01")
    return folder


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("report")


@pytest.fixture(scope="module", autouse=True)
def findings(package: Path, report: Path) -> list[Finding]:
    return check_package(package, ("release",), report)


def pages(report: Path) -> list[Path]:
    return sorted(report.rglob("*.html"))


def words(page: Path) -> str:
    root = html.parse(page, parser=html.HTMLParser(encoding="utf-8")).getroot()
    return " ".join(" ".join(root.find("body").itertext()).split())


def addresses(page: Path) -> Iterator[str]:
    """Whatever a browser might load or follow: attributes, and what style sheets name."""
    root = html.parse(page, parser=html.HTMLParser(encoding="utf-8")).getroot()
    for element in root.iter():
        for name in ("src", "srcset", "href", "action", "data", "poster", "background"):
            if element.get(name) is not None:
                yield element.get(name)
    for style in [*root.xpath("//style/text()"), *root.xpath("//@style")]:
        yield from re.findall(r"@import\s+(\S+)|url\(([^)]*)\)", style)


def test_there_is_a_page_for_each_suite_and_nothing_else(report: Path) -> None:
    suites = [suite.name for suite in all_suites()]
    named = {
        f"data-docs/{kind}/{suite}.html"
        for kind in ("expectations", "validations")
        for suite in suites
    }
    files = {path.relative_to(report).as_posix() for path in report.rglob("*") if path.is_file()}
    assert files == {*named, "index.html", "data-docs/index.html"}


def test_no_page_loads_or_links_anything_from_outside(report: Path) -> None:
    for page in pages(report):
        for address in addresses(page):
            file, _, part = address.partition("#")
            target = (page.parent / file).resolve() if file else page
            assert not re.match(r"[a-z]+:|//", address), (page, address)
            assert target.is_relative_to(report), (page, address)
            assert target.is_file(), (page, address)
            ids = html.parse(target).getroot().xpath("//@id") if part else [""]
            assert part in ids, (page, address)


def test_no_page_holds_a_script_or_a_control_that_does_nothing(report: Path) -> None:
    dead = "//script | //button | //input | //*[@onclick] | //*[@data-toggle] | //iframe | //img"
    for page in pages(report):
        root = html.parse(page).getroot()
        assert root.xpath(dead) == [], page
        assert [one for one in root.xpath("//@*") if str(one).startswith("javascript:")] == []


def test_every_page_has_its_words_and_each_suite_its_outcome(report: Path) -> None:
    for suite in all_suites():
        expected = words(report / "data-docs" / "expectations" / f"{suite.name}.html")
        for expectation in suite.expectations:
            assert " ".join(expectation.sentence.split()) in expected
        found = words(report / "data-docs" / "validations" / f"{suite.name}.html")
        assert f"Evaluated Expectations {len(suite.expectations)}" in found
    events = words(report / "data-docs" / "validations" / "events.html")
    assert "✗ failed" in events
    assert "✓ held" in events
    assert "e-000000000004" in events
    index = words(report / "data-docs" / "index.html")
    assert "events ✗ error 27 1 what was found" in index
    assert "places ✓ held 17 0 what was found" in index


def test_markup_in_a_cell_is_shown_and_is_no_markup(report: Path) -> None:
    page = report / "data-docs" / "validations" / "participants.html"
    assert MARKUP in words(page)
    assert html.parse(page).getroot().xpath("//b | //comment()") == []
    after = "Every place_id is that of a row of places."
    assert after in words(report / "data-docs" / "expectations" / "reports.html")


def test_the_same_package_gives_the_same_pages_and_no_time_stands_in_them(
    package: Path, report: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(package, tmp_path / "copy"))
    again = tmp_path / "again"
    check_package(copy, ("release",), again)
    for page in pages(report):
        text = page.read_text(encoding="utf-8")
        assert (again / page.relative_to(report)).read_text(encoding="utf-8") == text
        assert "Run Time" not in text
        assert not re.search(r"\d{8}T\d{6}|\d\d:\d\d:\d\d", text)
        assert str(package) not in text


def test_a_long_list_of_values_is_folded(report: Path) -> None:
    page = report / "data-docs" / "expectations" / "events.html"
    root = html.parse(page, parser=html.HTMLParser(encoding="utf-8")).getroot()
    (folded,) = root.xpath("//details")
    assert re.fullmatch(r"\d+ values", folded.findtext("summary"))
    assert len(folded.xpath("./code")) > 30
