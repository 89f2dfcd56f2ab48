"""The charts of a package: nothing left out, nothing hidden, no day moved, text kept as text."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.page.charts.days import DAY, moment
from scripts.page.charts.drawn import (
    ACTORS,
    BY_ACTOR,
    BY_TYPE,
    COMPARED,
    FACTS,
    charts,
    page_charts,
)
from scripts.page.charts.files import figures, svg
from scripts.page.charts.happenings import Happening, told
from scripts.page.charts.lanes import Lane, extent, laid, lanes_by_type
from scripts.page.charts.reach import Reach, Span, in_one, in_pieces, ticks
from scripts.page.charts.scale import labels, plain, scale
from scripts.page.charts.stacking import stacked
from scripts.page.charts.theme import Mode, theme_of
from scripts.page.charts.timeline import WIDTH
from scripts.read.files import InputError
from scripts.trace.edition import Edition
from tests.chart_packages import comparison, event, package, part, side
from tests.command import FIRST

MODES: tuple[Mode, ...] = ("light", "dark", "print")
BAIT = "<script>hit()</script> \"quoted\" 'single' & &amp; ]]> \\u003c 😀 \u2028"
NAMES = {BY_TYPE, BY_ACTOR, COMPARED}


@cache
def first() -> Edition:
    return Edition(FIRST, "the first data set")


@cache
def first_figures() -> dict[str, str]:
    return {name: svg(chart) for name, chart in charts(first(), "print").items()}


@cache
def first_page() -> dict[str, Any]:
    return page_charts(first())


def happening(number: int, start: date, days: int) -> Happening:
    return Happening(
        event_id=f"e-{number:012x}",
        title="Talks",
        type="Consult",
        kind="occurred",
        kind_title="Occurred",
        precision="day" if days == 1 else "range",
        start=moment(start),
        end=moment(start) + days * DAY,
        dates="then",
        sources="a paper",
        source_count=1,
        independent=1,
        parts=(),
    )


DAYS = st.dates(date(2, 1, 1), date(9990, 1, 1))
NEAR = st.dates(date(2019, 1, 1), date(2020, 12, 31))
SPANS = st.lists(
    st.tuples(NEAR | DAYS, st.sampled_from([1, 1, 1, 7, 31, 91, 366, 3653])),
    min_size=1,
    max_size=60,
)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=40))
def test_marks_of_one_row_never_overlap_and_rows_are_few(found: list[tuple[int, int]]) -> None:
    spans = [(float(left), float(left + width)) for left, width in found]
    rows = stacked(spans)
    for (one, here), (other, there) in combinations(zip(spans, rows, strict=True), 2):
        assert here != there or one[1] <= other[0] or other[1] <= one[0]
    deepest = max((sum(a <= left < b for a, b in spans) for left, _ in spans), default=0)
    assert len(set(rows)) == deepest


@given(SPANS, st.sampled_from([in_one, in_pieces]))
def test_no_event_of_a_lane_hides_another(
    found: list[tuple[date, int]], axis: Callable[[Sequence[Span]], Reach]
) -> None:
    events = [happening(number, *one) for number, one in enumerate(found)]
    reach = axis([(one.start, one.end) for one in events])
    lanes = [
        Lane(name, tuple((one, "") for one in part))
        for name, part in (
            ("A", events[::2]),
            ("A long name of an actor that takes more than one line of a label", events[1::2]),
        )
    ]
    places = laid(lanes, reach, WIDTH)
    by_id = {one.event_id: one for one in events}
    assert sorted(mark["id"] for mark in places.events) == sorted(by_id)
    for one, other in combinations(places.events, 2):
        left, right = (extent(by_id[mark["id"]], reach, WIDTH) for mark in (one, other))
        apart = left[1] <= right[0] + 1e-6 or right[1] <= left[0] + 1e-6
        assert apart or abs(one["row"] - other["row"]) >= 1 - 1e-9
    for mark in places.events:
        lane = next(band for band in places.lanes if band["top"] <= mark["row"] < band["base"])
        assert lane["top"] <= mark["top"] < mark["base"] <= lane["base"] <= places.height


@given(SPANS)
def test_all_of_the_time_is_on_the_axis_in_print_and_in_order(
    found: list[tuple[date, int]],
) -> None:
    events = [happening(number, *one) for number, one in enumerate(found)]
    reach = in_pieces([(one.start, one.end) for one in events])
    moments = sorted(end for one in events for end in (one.start, one.end))
    places = [reach.at(one) for one in moments]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 1
    assert all(reach.moments[0] <= instant <= reach.moments[-1] for instant in ticks(reach, WIDTH))


def test_one_event_of_long_ago_does_not_squeeze_the_others() -> None:
    recent = [happening(n, date(2020, 1, 1) + timedelta(10 * n), 1) for n in range(30)]
    spans = [(one.start, one.end) for one in (happening(99, date(1867, 1, 1), 1), *recent)]
    for axis in (in_one(spans), in_pieces(spans)):
        assert axis.at(spans[-1][1]) - axis.at(spans[1][0]) > 0.8


@pytest.mark.parametrize("mode", MODES)
def test_the_charts_of_the_first_data_set_are_valid_vega_lite(mode: Mode) -> None:
    drawn = charts(first(), mode)
    assert drawn.keys() == NAMES
    for chart in drawn.values():
        spec = chart.to_dict(validate=True)
        assert spec["description"]
        assert spec["width"] == "container" or mode == "print"


def test_every_dated_event_stands_once_by_type_and_in_the_lane_of_each_actor() -> None:
    edition, drawn = first(), first_page()
    dated = sorted(row["event_id"] for row in edition.rows("events") if row["start_date"])
    assert sorted(row["id"] for row in drawn[BY_TYPE]["datasets"]["events"]) == dated
    shown = {(row["lane"], row["id"]) for row in drawn[BY_ACTOR]["datasets"]["events"]}
    wanted = {
        (edition.row("actors", row["actor_id"])["name"], row["event_id"])
        for row in edition.rows("participants")
        if row["event_id"] in dated
    }
    assert shown == wanted
    assert len(drawn[BY_ACTOR]["datasets"]["events"]) == len(wanted)


def test_undated_events_are_counted_and_not_drawn(tmp_path: Path) -> None:
    edition = package(tmp_path, events=[event(1, "2031-03-01"), event(2), event(3)])
    drawn = page_charts(edition)[BY_TYPE]
    assert len(drawn["datasets"]["events"]) == 1
    assert "2 of 3 events have no date" in drawn["caption"]


def test_every_side_of_a_figure_told_twice_is_drawn() -> None:
    edition, drawn = first(), first_page()[COMPARED]["datasets"]
    wanted = [
        (row["comparison_id"], row["value_text"])
        for one in edition.rows("comparisons")
        if one["about"] == "figure"
        and len(rows := edition.where("sides", "comparison_id", one["comparison_id"])) > 1
        for row in rows
    ]
    assert sorted((row["id"], row["words"]) for row in drawn["sides"]) == sorted(wanted)


@given(st.lists(st.floats(-1e9, 1e12, allow_nan=False).map(lambda n: round(n, 3)), min_size=1))
def test_numbers_stand_on_their_axis_and_its_labels_are_true(numbers: list[float]) -> None:
    axis = scale(numbers)
    assert all(0 < axis.at(number) < 1 for number in numbers)
    named = labels(axis, numbers)
    assert len(named) <= 3
    assert all(0 <= axis.at(number) <= 1 for number in named)
    assert len(set(named.values())) == len(named)


def test_an_open_end_is_an_arrow_and_a_vague_number_has_no_dot(tmp_path: Path) -> None:
    figures = [
        {"figure_id": f"f-00000000000{n}", "bound": bound}
        for n, bound in ((1, "at_least"), (2, "vague"), (3, "about"))
    ]
    sides = [
        side(1, "a", "50", "", figure_id="f-000000000001"),
        side(1, "b", "24", "99", figure_id="f-000000000002"),
        side(1, "c", "55", "65", figure_id="f-000000000003"),
        side(1, "d", "", "", value_text="many"),
    ]
    edition = package(tmp_path, comparisons=[comparison(1)], sides=sides, figures=figures)
    axis = scale([50, 24, 99, 55, 65])
    found = {row["source"]: row for row in page_charts(edition)[COMPARED]["datasets"]["sides"]}
    assert found["a"]["open_right"]
    assert found["a"]["x"] == axis.at(50)
    assert found["b"]["x"] is None
    assert found["c"]["x"] == axis.at(60)
    assert not found["d"]["line"]
    assert found["d"]["allows"] == "no number"
    assert found["a"]["allows"] == "50 or more (person)"


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


def test_figures_hold_their_words_as_text_and_nothing_from_outside() -> None:
    for name, drawn in first_figures().items():
        assert not re.search(r"xlink|href|@font-face|@import|url\((?!#)", drawn)
        root = ElementTree.fromstring(drawn)
        words = "".join(root.itertext())
        assert root.find("{*}title") is not None
        assert ("Daily Sabah" if name == COMPARED else "Occurred") in words


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


def test_of_very_many_numbers_the_conflicts_are_drawn(tmp_path: Path) -> None:
    numbers = range(FACTS + 5)
    edition = package(
        tmp_path,
        comparisons=[comparison(n, "conflict" if n > FACTS else "agree") for n in numbers],
        sides=[side(n, source, "3", "3") for n in numbers for source in "ab"],
    )
    drawn = page_charts(edition)[COMPARED]
    facts = drawn["datasets"]["facts"]
    assert [row["verdict"] for row in facts] == ["Conflict"] * 4 + ["Agree"] * (FACTS - 4)
    assert f"Shown are the first {FACTS} of {FACTS + 5}" in drawn["caption"]


def test_a_package_without_events_or_comparisons_gives_sentences(tmp_path: Path) -> None:
    edition = package(tmp_path, events=[event(1)], comparisons=[], sides=[])
    for name, chart in charts(edition, "print").items():
        assert "".join(ElementTree.fromstring(svg(chart)).itertext()).count(".") >= 1, name
    assert all(one["empty"] for one in page_charts(edition).values())


@pytest.mark.parametrize(
    "one",
    [
        event(1, "2031-03-01"),
        event(1, "1867-01-01", "1867-12-31", "year"),
        event(1, "0001-01-01"),
        event(1, "9999-12-31"),
        event(1, "1990-01-01", "1999-12-31", "decade", modality="denied"),
    ],
)
@pytest.mark.parametrize("mode", MODES)
def test_one_event_makes_a_chart(one: dict[str, str], mode: Mode, tmp_path: Path) -> None:
    drawn = charts(package(tmp_path, events=[one]), mode)
    assert len(drawn[BY_TYPE].to_dict()["datasets"]["events"]) == 1
    marks = re.findall(r'aria-roledescription="(?:point|bar)"', svg(drawn[BY_TYPE]))
    assert len(marks) == 1


def test_a_month_is_a_bar_of_its_days_and_told_as_one(tmp_path: Path) -> None:
    month = event(1, "2024-02-01", "2024-02-29", "month")
    (one,) = told(package(tmp_path, events=[month])).happenings
    assert (one.end - one.start) // DAY == 29
    assert one.dates == "February 2024 (known to the month)"


def test_actors_beyond_the_most_active_are_told_in_the_caption(tmp_path: Path) -> None:
    count = ACTORS + 3
    names = [f"Actor {number:02}" for number in range(count)]
    edition = package(
        tmp_path,
        events=[event(n, "2031-03-01") for n in range(count)],
        actors=[{"actor_id": f"A{n:02}", "name": name} for n, name in enumerate(names)],
        participants=[part(n, f"A{n:02}") for n in range(count)] + [part(0, "A22", "target")],
    )
    drawn = page_charts(edition)[BY_ACTOR]
    lanes = [row["lane"] for row in drawn["datasets"]["lanes"]]
    assert len(lanes) == ACTORS
    assert lanes[0] == ["Actor 22"]
    assert "not Actor 19, Actor 20, Actor 21." in drawn["caption"]


def test_lanes_by_type_stand_in_the_order_of_the_code_list(tmp_path: Path) -> None:
    rows = [event(1, "2031-03-01", type="ASSAULT"), event(2, "2031-03-02", type="AGREE")]
    found = told(package(tmp_path, events=rows))
    assert [lane.name for lane in lanes_by_type(found)] == ["Agree", "Assault"]


def test_a_date_that_is_none_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match="start_date of e-000000000001 is 'soon', which is no date"
    ):
        charts(package(tmp_path, events=[event(1, "soon")]), "print")


def test_a_number_that_is_none_is_one_clear_error(tmp_path: Path) -> None:
    edition = package(tmp_path, comparisons=[comparison(1)], sides=[side(1, "a", "few", "3")] * 2)
    with pytest.raises(InputError, match="low of c-000000000001 is 'few', which is no number"):
        charts(edition, "print")


def test_files_are_written_together_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "mine.svg").write_text("mine")
    written = figures(first(), tmp_path)
    assert [path.stem for path in written] == [BY_TYPE, BY_ACTOR, COMPARED]
    assert {path.name for path in tmp_path.iterdir()} == {f"{n}.svg" for n in NAMES} | {"mine.svg"}


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(InputError, match=r"cannot write charts into .*file: .*--figures"):
        figures(first(), tmp_path / "file")


@pytest.mark.parametrize("mode", MODES)
def test_colours_stand_out_from_the_ground(mode: Mode) -> None:
    theme = theme_of(mode)
    for colour in (*theme.kinds.values(), *theme.verdicts.values(), theme.ink, theme.faint):
        light, dark = sorted((luminance(colour), luminance(theme.ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, colour


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


@pytest.mark.parametrize(
    ("number", "written"),
    [(2, "2"), (1500, "1,500"), (0.0625, "0.0625"), (1000000, "1,000,000"), (-3.25, "-3.25")],
)
def test_a_number_is_written_as_people_write_it(number: float, written: str) -> None:
    assert plain(number) == written
