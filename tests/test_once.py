from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.link.once import once
from scripts.link.values import Linked, Row

MAY = {
    "start_date": date(2024, 5, 1),
    "end_date": date(2024, 5, 31),
    "date_precision": "month",
    "date_text": "May",
    "date_basis": "publication",
}
NO_DAY: Row = dict.fromkeys(MAY)


def report(key: str, at: int, *, event: str = "e", source: str = "a", **cells: Any) -> Row:
    return {
        "report_id": key,
        "event_id": event,
        "source_id": source,
        "char_start": at,
        "type": "CONSULT",
        "place_id": None,
        "place_text": None,
        **NO_DAY,
        **cells,
    }


def part(key: str, actor: str, role: str = "source") -> Row:
    return {"event_id": "e", "report_id": key, "role": role, "actor_id": actor}


def linked(reports: list[Row], parts: Sequence[Row] = (), figures: Sequence[Row] = ()) -> Linked:
    return Linked((), (), tuple(reports), tuple(parts), tuple(figures), (), ())


def test_a_published_report_stands_and_takes_what_the_fuller_one_tells() -> None:
    told = linked([report("r1", 0, **MAY), report("r2", 9)], [part("r1", "TCD"), part("r1", "NER")])
    assert [row["report_id"] for row in once(told).reports] == ["r1"]
    kept = once(told, {"r2"})
    assert [(row["report_id"], row["date_text"]) for row in kept.reports] == [("r2", "May")]
    assert [row["actor_id"] for row in kept.participants] == ["NER", "TCD"]


def test_one_report_stands_for_each_article_and_event() -> None:
    kept = once(
        linked(
            [
                report("r1", 0),
                report("r2", 9),
                report("r3", 20, event="e2"),
                report("r4", 0, source="b"),
            ]
        )
    ).reports
    assert [(row["source_id"], row["event_id"]) for row in kept] == [
        ("a", "e"),
        ("a", "e2"),
        ("b", "e"),
    ]


@pytest.mark.parametrize(
    ("reports", "parts", "stands"),
    [
        pytest.param(
            [report("r1", 0, **MAY), report("r2", 9)],
            [part("r1", "TCD"), part("r2", "TCD"), part("r2", "SDN")],
            "r2",
            id="most-participants",
        ),
        pytest.param(
            [report("r1", 0, place_id="place-x"), report("r2", 9, **MAY)], [], "r2", id="own-day"
        ),
        pytest.param(
            [report("r1", 0), report("r2", 9, place_id="place-x")], [], "r2", id="a-place"
        ),
        pytest.param([report("r1", 9), report("r2", 0)], [], "r2", id="the-first"),
        pytest.param(
            [report("r1", 0, **{**MAY, "date_basis": "inherited"}), report("r2", 9, **MAY)],
            [],
            "r2",
            id="an-inherited-day-is-not-its-own",
        ),
    ],
)
def test_the_fullest_report_stands(reports: list[Row], parts: list[Row], stands: str) -> None:
    assert [row["report_id"] for row in once(linked(reports, parts)).reports] == [stands]


def test_what_it_lacks_is_taken_from_the_others_and_nothing_is_replaced() -> None:
    (kept,) = once(
        linked(
            [
                report("r1", 0, place_id="place-x", place_text="X"),
                report("r2", 9, **MAY, place_id="place-y", place_text="Y"),
            ],
            [part("r1", "TCD")],
        )
    ).reports
    assert {column: kept[column] for column in MAY} == MAY
    assert (kept["place_id"], kept["place_text"]) == ("place-x", "X")


def test_a_day_of_its_own_goes_before_an_inherited_one() -> None:
    inherited = {**MAY, "date_basis": "inherited", "start_date": date(2024, 5, 2)}
    (kept,) = once(
        linked([report("r1", 0, **inherited), report("r2", 9, **MAY)], [part("r1", "TCD")])
    ).reports
    assert {column: kept[column] for column in MAY} == MAY


def test_participants_of_all_reports_are_united_under_the_one_that_stands() -> None:
    parts = once(
        linked(
            [report("r1", 0), report("r2", 9)],
            [part("r1", "TCD"), part("r1", "SDN"), part("r2", "ETH", "mediator")],
        )
    ).participants
    assert [(p["report_id"], p["role"], p["actor_id"]) for p in parts] == [
        ("r1", "mediator", "ETH"),
        ("r1", "source", "SDN"),
        ("r1", "source", "TCD"),
    ]


def test_nobody_gets_a_second_part_because_another_sentence_puts_it_differently() -> None:
    parts = once(
        linked(
            [report("r1", 0), report("r2", 9)],
            [part("r1", "TCD"), part("r1", "SDN", "target"), part("r2", "SDN")],
        )
    ).participants
    assert [(p["role"], p["actor_id"]) for p in parts] == [("source", "TCD"), ("target", "SDN")]


def test_both_roles_that_one_report_gives_an_actor_stay() -> None:
    both = [part("r1", "TCD"), part("r1", "TCD", "target")]
    assert len(once(linked([report("r1", 0)], both)).participants) == 2


def test_a_figure_follows_the_report_that_stands_for_its_own() -> None:
    kept = once(
        linked(
            [report("r1", 0, **MAY), report("r2", 9)],
            figures=[{"_report_id": "r2"}, {"_report_id": None}, {}],
        )
    )
    assert [row.get("_report_id") for row in kept.figures] == ["r1", None, None]


@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.sampled_from("xy"), st.booleans(), st.integers(0, 3)),
        max_size=12,
    ),
    st.randoms(),
)
def test_the_order_of_rows_changes_nothing_and_once_is_enough(
    told: list[tuple[str, str, bool, int]], chance: Any
) -> None:
    reports = [
        report(f"r{at}", at, source=source, event=event, **(MAY if day else NO_DAY))
        for at, (source, event, day, _) in enumerate(told)
    ]
    parts = [
        part(f"r{at}", actor) for at, (*_, count) in enumerate(told) for actor in "KLM"[:count]
    ]
    straight = once(linked(reports, parts))
    chance.shuffle(reports)
    chance.shuffle(parts)
    mixed = once(linked(reports, parts))
    assert mixed.reports == straight.reports
    assert mixed.participants == straight.participants
    again = once(straight)
    assert (again.reports, again.participants) == (straight.reports, straight.participants)
