"""Where marks stand: none hides another, none is off its axis, labels are true."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scripts.page.charts.days import DAY, moment
from scripts.page.charts.happenings import Happening
from scripts.page.charts.lanes import Lane, extent, laid
from scripts.page.charts.reach import Reach, Span, in_one, in_pieces, ticks
from scripts.page.charts.scale import labels, plain, scale
from scripts.page.charts.stacking import stacked
from scripts.page.charts.timeline import WIDTH


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


@given(st.lists(st.floats(-1e9, 1e12, allow_nan=False).map(lambda n: round(n, 3)), min_size=1))
@example([999999999501.0, 999999999502.0])
def test_numbers_stand_on_their_axis_and_its_labels_are_true(numbers: list[float]) -> None:
    axis = scale(numbers)
    assert all(0 < axis.at(number) < 1 for number in numbers)
    named = labels(axis, numbers)
    assert len(named) <= 3
    assert all(0 <= axis.at(number) <= 1 for number in named)
    assert len(set(named.values())) == len(named)


@pytest.mark.parametrize(
    ("number", "written"),
    [(2, "2"), (1500, "1,500"), (0.0625, "0.0625"), (1000000, "1,000,000"), (-3.25, "-3.25")],
)
def test_a_number_is_written_as_people_write_it(number: float, written: str) -> None:
    assert plain(number) == written
