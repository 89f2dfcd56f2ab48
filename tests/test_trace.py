import csv
import io
import re
from pathlib import Path

import pytest
from rich.console import Console

from scripts.build import build_loose
from scripts.read.files import InputError
from scripts.trace import trace
from tests.golden_tables import ARTICLES

EVERY = ("sources", "events", "reports", "statements", "utterances", "figures", "comparisons")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("traced") / "package"
    assert build_loose(ARTICLES, out, lambda step, what: None).published
    return out


def rows(package: Path, name: str) -> list[dict[str, str]]:
    with (package / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def told(package: Path, row_id: str) -> str:
    """What is printed, the marked stretch between ⟦ and ⟧."""
    file = io.StringIO()
    console = Console(file=file, width=2000, force_terminal=True, highlight=False)
    trace(row_id, package, console)
    marked = re.sub(r"\x1b\[1;7m(.*?)\x1b\[0m", r"⟦\1⟧", file.getvalue())
    return re.sub(r"\x1b\[[0-9;]*m", "", marked)


def test_a_figure_is_shown_marked_in_its_sentence_with_its_source_and_rule(package: Path) -> None:
    (figure,) = [row for row in rows(package, "figures") if row["text"] == "250 police officers"]
    words = told(package, figure["figure_id"])
    assert "Peru will send ⟦250 police officers⟧ to the river" in words
    assert "Ecuador offered" not in words, "the sentence alone is shown"
    assert f"articles/visit-2024.txt:{figure['char_start']}-{figure['char_end']}" in words
    assert f"found by {figure['found_by']}" in words


def test_a_figure_tells_who_else_says_the_same(package: Path) -> None:
    figures = [row for row in rows(package, "comparisons") if row["about"] == "figure"]
    compared = next(row for row in figures if row["verdict"] == "agree")
    sides = [r for r in rows(package, "sides") if r["comparison_id"] == compared["comparison_id"]]
    assert len(sides) > 1
    words = told(package, sides[0]["figure_id"])
    assert f"agree: {compared['note']}" in words
    for side in sides:
        assert f"{side['source_id']}: {side['value_text']}" in words


def test_an_event_shows_every_report_of_it(package: Path) -> None:
    by_event: dict[str, list[str]] = {}
    for report in rows(package, "reports"):
        by_event.setdefault(report["event_id"], []).append(report["report_id"])
    for event_id, reports in by_event.items():
        words = told(package, event_id)
        assert all(report_id in words for report_id in reports)


@pytest.mark.parametrize("name", EVERY)
def test_every_row_of_every_table_with_an_id_can_be_traced(package: Path, name: str) -> None:
    listed = rows(package, name)
    assert listed
    for row in listed:
        key = next(iter(row.values()))
        assert told(package, key).startswith(f"{name[:-1]} {key}\n")


def test_an_id_that_no_row_has_is_named(package: Path) -> None:
    with pytest.raises(InputError, match="no row has the id f-000000000000"):
        trace("f-000000000000", package, Console(file=io.StringIO()))


def test_a_folder_that_holds_no_package_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        trace("f-000000000000", tmp_path, Console(file=io.StringIO()))


def test_an_article_that_is_gone_is_named(package: Path, tmp_path: Path) -> None:
    copied = tmp_path / "package"
    for path in package.rglob("*.csv"):
        (copied / path.relative_to(package)).parent.mkdir(parents=True, exist_ok=True)
        (copied / path.relative_to(package)).write_bytes(path.read_bytes())
    with pytest.raises(InputError, match="is missing; build the package anew"):
        trace(rows(package, "figures")[0]["figure_id"], copied, Console(file=io.StringIO()))
