from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scripts.build import make_tables
from scripts.link.atlas import atlas
from scripts.link.days import days_of
from scripts.link.describe import event_row
from scripts.link.inherit import inherit_between
from scripts.link.printed import printed
from scripts.link.stories import neighbours
from scripts.link.values import Row
from scripts.read.files import read_articles
from tests.linking_world import World, events_of
from tests.linking_world import days as days_told
from tests.test_link_sure import telling

DEV = Path(__file__).parent.parent.parent / "shared" / "dev" / "articles"


def inherited(world: World, source: str) -> list[str]:
    return [
        str(row["start_date"])
        for row in world.linked().reports
        if row["source_id"] == source and row["date_basis"] == "inherited"
    ]


def two_papers(
    kind: str,
    first: str = "They did it in the end",
    second: str = "It had come to that",
    later: dict[str, Any] | None = None,
    **told: Any,
) -> World:
    """One paper dates an event, the other tells it without a day."""
    world = World()
    for town in ("place-moundou", "place-abeche"):
        world.place(town, "city", "TCD")
    world.place("place-chad", "country", "TCD")
    world.article("a", f"{first}.", "2031-05-07")
    world.article("b", f"{second}.", "2031-05-21")
    world.report("a", first, kind, when="2031-05-06", **told)
    world.report("b", second, kind, **{**told, **(later or {})})
    return world


NAMED = "when Abakar Djibrine and Haroun Tahir had spoken for the Zaghawa of Ennedi"
WORDED = "after grazing disputes, poisoned wells, kidnapped herdsmen and unanswered petitions"


@pytest.mark.parametrize(
    ("kind", "told", "expected"),
    [
        pytest.param(
            "CONSULT negotiate",
            {"source": "SDN TCD", "where": "place-abeche"},
            ["2031-05-06"],
            id="talks-of-two-in-a-town",
        ),
        pytest.param(
            "RETREAT release",
            {"source": "TCD", "target": "person-idris-goukouni"},
            ["2031-05-06"],
            id="a-person-set-free",
        ),
        pytest.param(
            "ASSAULT offensive",
            {"source": "TCD", "where": "place-abeche"},
            ["2031-05-06"],
            id="a-town-taken",
        ),
        pytest.param("CONSULT visit", {"source": "TCD"}, [], id="a-visit-of-one"),
        pytest.param(
            "CONSULT visit",
            {"source": "TCD", "where": "place-chad"},
            [],
            id="a-visit-of-one-somewhere-in-a-country",
        ),
    ],
)
def test_a_day_is_taken_over_where_who_or_where_singles_the_event_out(
    kind: str, told: dict[str, Any], expected: list[str]
) -> None:
    world = two_papers(kind, f"They did it {NAMED}", f"It had come to that {NAMED}", **told)
    assert inherited(world, "b") == expected


@pytest.mark.parametrize(
    ("count", "expected"), [("30 herdsmen", ["2031-05-06"]), ("12 herdsmen", [])]
)
def test_of_what_happens_often_another_count_takes_no_day_over(
    count: str, expected: list[str]
) -> None:
    told = {"source": "TCD", "where": "place-abeche"}
    first, second = f"30 herdsmen died {WORDED}", f"{count} were killed {WORDED}"
    world = two_papers("ASSAULT attack", first, second, **told)
    world.figure("a", "30 herdsmen", 30, measure="killed", of="SDN")
    world.figure("b", count, float(count.split(maxsplit=1)[0]), measure="killed", of="SDN")
    assert inherited(world, "b") == expected


def test_a_report_whose_link_is_weak_stays_with_the_event_and_without_a_day() -> None:
    world = two_papers(
        "CONSULT visit",
        f"They came {NAMED} {WORDED}",
        f"They called {NAMED} {WORDED}",
        source="TCD",
    )
    assert len(events_of(world.linked())) == 1
    assert inherited(world, "b") == []


def test_a_report_that_names_another_weekday_takes_no_day_over() -> None:
    told = {"source": "SDN TCD", "where": "place-abeche"}
    for words, expected in (("Tuesday", ["2031-05-06"]), ("Friday", [])):
        world = two_papers("CONSULT negotiate", f"They met {NAMED}", f"It met {NAMED}", **told)
        world.reports[1]["date_text"] = words
        assert inherited(world, "b") == expected


def test_a_deed_that_by_a_day_taken_over_comes_before_its_promise_kept_another() -> None:
    event = {
        "label": "release",
        "type": "RETREAT",
        "mode": "release",
        "date_precision": None,
        "date_edtf": None,
        "start_date": None,
        "end_date": None,
        "part_of_event_id": None,
        "fulfils_event_id": None,
    }
    day = {"date_precision": "day", "date_edtf": "a day"}
    early = dict.fromkeys(("start_date", "end_date"), date(2031, 5, 3))
    late = dict.fromkeys(("start_date", "end_date"), date(2031, 5, 9))
    rows = [
        {**event, **day, **late, "event_id": "promise"},
        {**event, **day, **early, "event_id": "whole"},
        {
            **event,
            "event_id": "way",
            "part_of_event_id": "whole",
            "fulfils_event_id": "promise",
        },
    ]
    (way,) = [row for row in inherit_between(rows) if row["event_id"] == "way"]
    assert (way["start_date"], way["fulfils_event_id"]) == (date(2031, 5, 3), None)


def exchange(*, accord: bool, when: str | None, parts_when: str) -> World:
    world = World()
    words = "They signed. Chad will free six, Sudan will free four."
    world.article("a", words, "2031-05-07")
    told = {"source": "SDN TCD", "modality": "occurred" if accord else "announced"}
    kind = "AGREE agreement" if accord else "RETREAT prisoner_exchange"
    target = "" if accord else "SDN TCD"
    world.report("a", "They signed", kind, when=when, **told, target=target)
    for way, (source, target) in {
        "Chad will free six": ("TCD", "SDN"),
        "Sudan will free four": ("SDN", "TCD"),
    }.items():
        at = {"modality": "announced", "when": parts_when}
        world.report("a", way, "RETREAT release", source, target, **at)
    return world


def test_an_exchange_takes_the_day_of_its_ways_and_an_accord_does_not() -> None:
    (whole,) = events_of(
        exchange(accord=False, when=None, parts_when="2031-05-20").linked(),
        mode="prisoner_exchange",
    )
    assert whole["start_date"] == date(2031, 5, 20)
    linked = exchange(accord=True, when=None, parts_when="2031-05-20").linked()
    (accord,) = events_of(linked, mode="agreement")
    assert {row["part_of_event_id"] for row in linked.events} == {None, accord["event_id"]}
    assert accord["start_date"] is None


def described(*told: str | None) -> Row:
    """The event of one report an article, each of these days."""
    rows = []
    for n, when in enumerate(told):
        first, last, precision = days_told(when)
        rows.append(
            {
                "report_id": f"r-{n}",
                "source_id": f"s{n}",
                "type": "RETREAT",
                "mode": "release",
                "modality": "occurred",
                "start_date": first,
                "end_date": last,
                "date_precision": precision,
            }
        )
    account = replace(telling(None, ""), place=None, days=days_of(rows[0]))
    return event_row(account, rows, atlas([]), {})


@pytest.mark.parametrize(
    ("told", "start", "end", "precision", "label"),
    [
        (["2031-05-06", "2031-05"], 6, 6, "day", "2031-05-06"),
        (["2031-05-06", "2031-05-06", None], 6, 6, "day", "2031-05-06"),
        (["2031-05-06", "2031-05-04"], 4, 6, "range", "2031-05-04 or 2031-05-06"),
        (["2031-05-06", "2031-05-04", "2031-05"], 4, 6, "range", "2031-05-04 or 2031-05-06"),
        (
            ["2031-05-06/2031-05-09", "2031-05-04"],
            4,
            9,
            "range",
            "2031-05-04 or 2031-05-06/2031-05-09",
        ),
        ([f"2031-05-0{day}" for day in (2, 4, 5, 7)], 2, 7, "range", "2031-05-02/2031-05-07"),
    ],
)
def test_an_event_told_of_other_days_is_of_all_of_them(
    told: list[str | None], start: int, end: int, precision: str, label: str
) -> None:
    row = described(*told)
    assert (row["start_date"].day, row["end_date"].day) == (start, end)
    assert row["date_precision"] == precision
    assert row["label"].endswith(f", {label}")


@pytest.mark.skipif(not DEV.is_dir(), reason="the articles for development are not here")
def test_articles_of_one_story_are_tied_by_their_words_or_by_an_event() -> None:
    tables, texts = make_tables(read_articles(DEV, []), (), lambda *_: None, [])
    rows = [row for name in ("reports", "figures", "statements") for row in tables[name].to_dicts()]
    published = {row["source_id"]: row["published"] for row in tables["sources"].to_dicts()}
    tied = {
        source: set(near)
        for source, near in neighbours(printed(rows, texts), texts, published).items()
    }
    labels = {row["event_id"]: row["label"] for row in tables["events"].to_dicts()}
    told: dict[str, set[str]] = {}
    for row in tables["reports"].to_dicts():
        told.setdefault(row["event_id"], set()).add(row["source_id"])
    for by in told.values():
        for source in by:
            tied.setdefault(source, set()).update(by)
    shared = [(labels[event], sorted(by)) for event, by in told.items() if len(by) > 1]
    story, found = {"dev-b01"}, {"dev-b01"}
    while found:
        found = {other for source in found for other in tied[source]} - story
        story |= found
    assert story == {f"dev-b0{n}" for n in range(1, 6)}, shared
    assert any(by == story for by in told.values()), f"no event is told in all: {shared}"
