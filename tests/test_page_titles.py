"""Names, titles, days and sentences of the page."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.compare.rests import rested
from scripts.page.dates import in_words, with_days_in_words
from scripts.page.names import source_names
from scripts.page.sides import side_words
from scripts.page.titles import (
    event_days,
    event_phrase,
    event_title,
    fact_heading,
    fact_title,
    part_of_story,
)
from scripts.trace.edition import Row
from tests.page_rows import FACT, event, package, part


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2031-03-04", "2031-03-04", "day", "4 March 2031"),
        ("2031-03-06", "2031-03-09", "range", "6 to 9 March 2031"),
        ("2031-03-30", "2031-04-02", "range", "30 March to 2 April 2031"),
        ("2030-12-30", "2031-01-05", "week", "week of 30 December 2030 to 5 January 2031"),
        ("2031-03-01", "2031-03-31", "month", "March 2031"),
        ("2030-12-01", "2031-01-31", "range", "December 2030 to January 2031"),
        ("2031-01-01", "2031-12-31", "year", "2031"),
        ("2030-01-01", "2031-12-31", "range", "2030 to 2031"),
        ("2030-01-01", "2039-12-31", "decade", "the 2030s"),
        ("", "2031-03-04", "range", "until 4 March 2031"),
        ("2031-03-04", "", "range", "from 4 March 2031"),
        ("", "", "", ""),
    ],
)
def test_an_interval_is_said_as_people_say_it(start, end, precision, words) -> None:
    assert in_words(start, end, precision) == words


@given(st.dates(), st.dates(), st.sampled_from(["day", "week", "month", "range", "year", ""]))
def test_the_words_of_an_interval_never_say_less_than_its_years(one, other, precision) -> None:
    first, last = sorted((one, other))
    words = in_words(first.isoformat(), last.isoformat(), precision)
    assert str(first.year) in words
    assert str(last.year) in words


@given(st.text(), st.dates(min_value=date(1000, 1, 1)))
def test_days_in_a_text_are_said_and_the_rest_stays(text, day) -> None:
    assert with_days_in_words(f"{text} 9999-99-99").endswith("9999-99-99")
    said = with_days_in_words(f"on {day.isoformat()}.")
    assert day.isoformat() not in said
    assert str(day.year) in said


SOURCES = st.lists(
    st.fixed_dictionaries(
        {
            "source_id": st.uuids().map(str),
            "publisher": st.sampled_from(["", "Post", "Times"]),
            "title": st.sampled_from(["", "Talks", "Talks end", "Talks " * 30, "Talks " * 31]),
        }
    ),
    unique_by=lambda row: row["source_id"],
)


@given(SOURCES)
def test_no_two_sources_have_one_name(sources) -> None:
    named = source_names(sources)
    assert len(set(named.values())) == len(sources)
    assert all(named.values())


@pytest.mark.parametrize(
    ("others", "name"),
    [
        ([], "Post"),
        ([{"source_id": "b", "publisher": "Times", "title": "Rain"}], "Post"),
        ([{"source_id": "b", "publisher": "Post", "title": "Rain"}], "“Talks”"),
        (
            [
                {"source_id": "b", "publisher": "Post", "title": "Rain"},
                {"source_id": "c", "publisher": "Times", "title": "Sun"},
            ],
            "Post, “Talks”",
        ),
        ([{"source_id": "b", "publisher": "Post", "title": "Talks"}], "“Talks” (a)"),
    ],
)
def test_a_source_is_called_as_shortly_as_tells_it_apart(others, name) -> None:
    own = {"source_id": "a", "publisher": "Post", "title": "Talks"}
    assert source_names([own, *others])["a"] == name


@pytest.mark.parametrize(
    ("cells", "parts", "title"),
    [
        ({}, [], "Release"),
        ({}, [("source", "CHL")], "Release: by Chile"),
        ({}, [("target", "PER")], "Release: concerning Peru"),
        ({}, [("source", "CHL"), ("target", "GBR")],
         "Release: by Chile, concerning the United Kingdom"),
        ({"type": "CONSULT", "mode": "negotiate"}, [("source", "CHL"), ("source", "PER")],
         "Negotiate: Chile and Peru"),
        ({"type": "CONSULT", "mode": "negotiate"},
         [("source", "CHL"), ("source", "PER"), ("target", "TCD")],
         "Negotiate: Chile and Peru, with Chad"),
        ({"type": "ASSAULT", "mode": ""}, [("source", "CHL"), ("target", "PER")],
         "Assault: by Chile, against Peru"),
        ({"type": "ASSAULT", "mode": ""},
         [("source", "CHL"), ("source", "PER"), ("target", "PER")], "Assault: Chile and Peru"),
    ],
)  # fmt: skip
def test_an_event_is_called_by_what_was_done_by_whom_and_to_whom(
    cells: Mapping[str, str], parts: Sequence[tuple[str, str]], title: str
) -> None:
    edition = package(participants=[part(*one) for one in parts])
    assert event_title(edition, event(**cells)) == title


def test_days_that_sources_contradict_each_other_on_are_both_told() -> None:
    days = ("2031-03-07", "2031-03-06")
    edition = package(
        comparisons=[
            {"comparison_id": "c-1", "event_id": "e-1", "about": "date", "verdict": "conflict"}
        ],
        sides=[
            {"comparison_id": "c-1", "source_id": f"s{at}", "report_id": f"r-{at}"} for at in (0, 1)
        ],
        reports=[
            {"report_id": f"r-{at}", "start_date": day, "end_date": day, "date_precision": "day"}
            for at, day in enumerate(days)
        ],
    )
    assert event_days(edition, event()) == "6 March 2031 or 7 March 2031"


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        ({}, "People of Peru killed by Chile"),
        ({"counted_kind": "child", "by_actor_id": ""}, "Children of Peru killed"),
        ({"of_actor_id": "", "by_actor_id": "GBR"}, "People killed by the United Kingdom"),
        ({"claimed_by_actor_id": "PER"}, "People of Peru killed by Chile, as Peru says"),
        ({"measure": "troops"}, "Troops of Peru"),
        ({"measure": "", "unit": "day"}, "How long"),
        ({"about": "date"}, "When"),
    ],
)
def test_a_fact_is_called_by_what_is_compared(cells: Mapping[str, str], title: str) -> None:
    assert fact_title(package(), FACT | cells) == title


@pytest.mark.parametrize(
    ("written", "parts", "words"),
    [
        ("source: Chile", [part("source", "CHL")], "by Chile"),
        ("source: Chile; target: United Kingdom",
         [part("source", "CHL"), part("target", "GBR")],
         "by Chile, concerning the United Kingdom"),
        ("source: Chile, Peru", [part("source", "CHL"), part("source", "PER")], "Chile and Peru"),
        ("source: Chile, Peru; target: Chile, Peru",
         [part(role, one) for role in ("source", "target") for one in ("CHL", "PER")],
         "Chile and Peru, to one another"),
        ("host: Chad; mediator: Peru; source: Chile",
         [part("host", "TCD"), part("mediator", "PER"), part("source", "CHL")],
         "by Chile, mediated by Peru, hosted by Chad"),
        ("target: A, B and C", [], "concerning A, B and C"),
        ("nobody in particular", [], "nobody in particular"),
    ],
)  # fmt: skip
def test_roles_are_told_in_plain_words(written: str, parts: Sequence[Row], words: str) -> None:
    side = {"report_id": "r-1", "value_text": written}
    assert side_words(package(participants=parts), "participant", side) == words


def test_a_day_is_told_with_the_words_that_say_it() -> None:
    report = {
        "report_id": "r-1", "start_date": "2031-03-04", "end_date": "2031-03-04",
        "date_precision": "day", "date_text": "Tuesday",
    }  # fmt: skip
    side = {"report_id": "r-1", "value_text": "Tuesday (2031-03-04)"}
    assert side_words(package(reports=[report]), "date", side) == "4 March 2031 (“Tuesday”)"
    assert side_words(package(), "date", side) == "Tuesday (4 March 2031)"


def test_an_earlier_count_of_a_source_is_told_as_one() -> None:
    sides = [
        {"comparison_id": "c-1", "source_id": "a", "value_text": words, "as_of": day, "scope": part}
        for words, day, part in (("five", "2031-03-04", "whole"), ("nine", "2031-03-05", "part"))
    ]
    edition = package(sides=sides)
    told = [side_words(edition, "figure", side) for side in sides]
    assert told == ["five (earlier)", "nine (a part)"]


def test_what_a_source_rests_on_names_no_id_and_no_code_of_a_day() -> None:
    assert rested("source:a-b", "c", {"a-b": "Post"}) == "prints the same text as Post"
    assert with_days_in_words(rested("statement:TCD:2031-03-04", "c")) == (
        "passes on the statement of Chad of 4 March 2031"
    )


def test_a_fact_of_a_promise_and_of_its_deed_are_told_apart() -> None:
    promised, kept = event(), event(event_id="e-2", fulfils_event_id="e-1")
    way = event(event_id="e-3", part_of_event_id="e-2")
    edition = package(events=[promised, kept, way])

    def told(about: str) -> list[str]:
        return [
            fact_title(edition, {"about": about, "comparison_id": "c-1", "event_id": f"e-{at}"})
            for at in (1, 2, 3)
        ]

    assert told("date") == ["When it was announced", "When it was carried out", "When"]
    assert told("participant")[0] == "Who takes part, as announced"
    assert told("place")[:2] == ["Where, as announced", "Where it was carried out"]
    assert part_of_story(edition, {"about": "date", "event_id": "e-3"}) == "Release"
    ahead = package(
        events=[event(modality="announced", start_date="2031-03-05")],
        reports=[{"report_id": "r-1", "event_id": "e-1", "source_id": "a"}],
        sources=[{"source_id": "a", "published": "2031-03-04"}],
    )
    assert fact_title(ahead, {"about": "date", "event_id": "e-1"}) == "When, as announced"
    asked = {"about": "participant", "event_id": "e-1"}
    assert fact_title(ahead, asked) == "Who takes part, as announced"
    assert part_of_story(edition, FACT | {"event_id": "e-3"}) == ""


def sources(*parts: tuple[str, str, str]) -> dict[str, Sequence[Row]]:
    """Participants, each as (source, role, actor), and the reports that they are of."""
    return {
        "participants": [part(role, one, report_id=f"r-{by}") for by, role, one in parts],
        "reports": [
            {"report_id": f"r-{by}", "source_id": by} for by in sorted({one[0] for one in parts})
        ],
    }


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ([("a", "source", "CHL"), ("b", "source", "CHL"), ("c", "source", "CHL"),
          ("c", "target", "PER")], "by Chile"),
        ([("a", "source", "CHL"), ("a", "source", "PER"), ("b", "source", "CHL"),
          ("b", "target", "PER")], "Chile and Peru"),
        ([("a", "source", "CHL"), ("b", "source", "PER")], ""),
        ([("a", "source", "CHL"), ("a", "target", "group-foes"), ("b", "source", "CHL"),
          ("b", "target", "group-foes"), ("c", "source", "CHL")], "by Chile"),
        ([("a", "source", "CHL"), ("a", "target", "PER")], "by Chile, against Peru"),
        ([("a", "source", "CHL")], "concerning Chile"),
        ([("a", "target", "CHL")], "concerning Chile"),
        ([("a", "target", "CHL"), ("a", "target", "PER")], "Chile and Peru"),
        ([("a", "source", "CHL"), ("a", "target", "CHL")], "concerning Chile"),
    ],
)  # fmt: skip
def test_a_title_names_whom_most_sources_name_in_roles_that_none_disputes(
    parts: Sequence[tuple[str, str, str]], told: str
) -> None:
    edition = package(**sources(*parts))
    title = event_title(edition, event(type="ASSAULT", mode=""))
    assert title == (f"Assault: {told}" if told else "Assault")


def test_backing_in_words_is_called_so() -> None:
    edition = package(**sources(("a", "source", "CHL"), ("a", "target", "PER")))
    backed = event(type="SUPPORT", mode="candidature")
    assert event_title(edition, backed) == "Support (candidature): by Chile, for Peru"
    helped = event(type="AID", mode="release")
    assert event_title(edition, helped) == "Release: by Chile, for Peru"


def test_a_heading_in_a_list_names_its_story() -> None:
    both = package(events=[event()], participants=[part("source", "CHL"), part("source", "PER")])
    asked = {"comparison_id": "c-1", "event_id": "e-1", "about": "date"}
    assert event_phrase(both, event()) == "release of Chile and Peru"
    assert fact_heading(both, asked) == "When: release of Chile and Peru"
    assert fact_heading(both, FACT) == "People of Peru killed by Chile"
    alone = package(events=[event()], participants=[part("source", "CHL")])
    assert fact_heading(alone, asked) == "When: release by Chile"
    assert fact_heading(package(events=[event()]), asked) == "When: release"
