"""The charts of a package: nothing left out, and said what is not drawn."""

import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from scripts.page.charts.days import DAY
from scripts.page.charts.drawn import (
    ACTORS,
    BY_ACTOR,
    BY_TYPE,
    COMPARED,
    FACTS,
    charts,
    page_charts,
)
from scripts.page.charts.files import svg
from scripts.page.charts.happenings import told
from scripts.page.charts.lanes import lanes_by_type
from scripts.page.charts.scale import scale
from scripts.page.charts.theme import Mode, theme_of
from scripts.read.files import InputError
from scripts.trace.edition import Edition
from tests.chart_packages import comparison, event, package, part, side
from tests.command import FIRST
from tests.test_page_colours import LEAST, contrast

MODES: tuple[Mode, ...] = ("light", "dark", "print")


NAMES = {BY_TYPE, BY_ACTOR, COMPARED}


@cache
def first() -> Edition:
    return Edition(FIRST, "the first data set")


@cache
def first_page() -> dict[str, Any]:
    return page_charts(first())


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


@pytest.mark.parametrize("mode", MODES)
def test_colours_stand_out_from_the_ground(mode: Mode) -> None:
    theme = theme_of(mode)
    for colour in (*theme.kinds.values(), *theme.verdicts.values(), theme.ink, theme.faint):
        assert contrast(colour, theme.ground) >= LEAST, colour
