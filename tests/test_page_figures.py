"""Charts as SVG files: no day moved, text kept as text, the same bytes, all files or none."""

import json
import re
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scripts.page.charts.drawn import (
    BY_ACTOR,
    BY_TYPE,
    COMPARED,
    charts,
)
from scripts.page.charts.files import figures, svg
from scripts.page.charts.happenings import told
from scripts.page.charts.reach import in_pieces
from scripts.page.charts.timeline import WIDTH
from scripts.read.files import InputError
from scripts.trace.edition import Edition
from tests.chart_packages import comparison, event, package, part, side
from tests.command import FIRST

BAIT = "<script>hit()</script> \"quoted\" 'single' & &amp; ]]> \\u003c 😀 \u2028"


NAMES = {BY_TYPE, BY_ACTOR, COMPARED}


@cache
def first() -> Edition:
    return Edition(FIRST, "the first data set")


@cache
def first_figures() -> dict[str, str]:
    return {name: svg(chart) for name, chart in charts(first(), "print").items()}


def test_a_day_stands_at_its_place_whatever_the_time_zone(tmp_path: Path) -> None:
    days = [date(1899, 12, 31), date(1900, 1, 1), date(1900, 3, 1)]
    edition = package(tmp_path, events=[event(n, f"{one}") for n, one in enumerate(days)])
    found = told(edition).happenings
    reach = in_pieces([(one.start, one.end) for one in found])
    for zone in ("Pacific/Auckland", "America/Lima"):
        drawn = drawn_elsewhere(tmp_path, zone, "1")[BY_TYPE]
        marks = {
            mark.get("aria-label", ""): float(
                mark.get("transform", "(0,").split("(")[1].split(",")[0]
            )
            for mark in ElementTree.fromstring(drawn).iter()
            if mark.get("aria-roledescription") == "point"
        }
        assert len(marks) == 3
        for one in found:
            (at,) = [x for label, x in marks.items() if one.dates in label]
            assert at == pytest.approx(reach.at((one.start + one.end) / 2) * WIDTH, abs=0.1)


def drawn_elsewhere(folder: Path, zone: str, seed: str) -> dict[str, str]:
    """The figures of a package, drawn by a process of its own."""
    told = (
        "import json, sys; from pathlib import Path;"
        "from scripts.page.charts.drawn import charts; from scripts.page.charts.files import svg;"
        "from scripts.trace.edition import Edition;"
        "drawn = charts(Edition(Path(sys.argv[1]), 'it'), 'print');"
        "print(json.dumps({name: svg(one) for name, one in drawn.items()}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", told, str(folder)],
        env={"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"},
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        check=True,
    )
    found: dict[str, str] = json.loads(ran.stdout)
    return found


def test_figures_are_the_same_bytes_in_every_run() -> None:
    assert drawn_elsewhere(FIRST, "Pacific/Auckland", "1") == first_figures()
    again = {name: svg(chart) for name, chart in charts(first(), "print").items()}
    assert again == first_figures()


def test_figures_hold_their_words_as_text_and_nothing_from_outside() -> None:
    for name, drawn in first_figures().items():
        assert not re.search(r"xlink|href|@font-face|@import|url\((?!#)", drawn)
        root = ElementTree.fromstring(drawn)
        words = "".join(root.itertext())
        assert root.find("{*}title") is not None
        assert ("Daily Sabah" if name == COMPARED else "Told as done") in words


def hostile(folder: Path) -> Edition:
    actor = {"actor_id": "ABC", "name": BAIT, "kind": "country"}
    source = {"source_id": "a", "publisher": BAIT}
    report = {"report_id": "r-000000000001", "event_id": "e-000000000001", "source_id": "a"}
    return package(
        folder,
        events=[event(1, "2031-03-01"), event(2, "2031-03-01", "2031-03-31", "month")],
        actors=[actor],
        sources=[source],
        reports=[report],
        participants=[part(1, "ABC"), part(2, "ABC")],
        comparisons=[comparison(1, "conflict", of_actor_id="ABC")],
        sides=[side(1, "a", "3", "3", value_text=BAIT), side(1, "a", "5", "5", value_text="5")],
    )


def test_markup_in_a_package_stays_text(tmp_path: Path) -> None:
    for chart in charts(hostile(tmp_path), "print").values():
        root = ElementTree.fromstring(svg(chart))
        assert not [one for one in root.iter() if one.tag.endswith("script")]
        labels = [one.get("aria-label", "") for one in root.iter()]
        assert any("<script>hit()</script> \"quoted\" 'single' & &amp;" in one for one in labels)


def test_what_no_xml_may_hold_does_not_break_a_figure(tmp_path: Path) -> None:
    actors = [{"actor_id": "ABC", "name": "A\x01B"}]
    rows = {"events": [event(1, "2031-03-01")], "participants": [part(1, "ABC")]}
    drawn = svg(charts(package(tmp_path, actors=actors, **rows), "print")[BY_ACTOR])
    assert "A\ufffdB" in "".join(ElementTree.fromstring(drawn).itertext())


def test_files_are_written_together_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "mine.svg").write_text("mine")
    written = figures(first(), tmp_path)
    assert [path.stem for path in written] == [BY_TYPE, BY_ACTOR, COMPARED]
    assert {path.name for path in tmp_path.iterdir()} == {f"{n}.svg" for n in NAMES} | {"mine.svg"}


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(InputError, match=r"cannot write charts into .*file: .*--figures"):
        figures(first(), tmp_path / "file")
