"""Headlines of facts: what stands for itself, and what somebody has to stand for."""

from collections.abc import Mapping, Sequence

import pytest

from scripts.page import voices
from scripts.page.claims import claim
from scripts.page.dated import dated, meeting
from scripts.page.sides import fact_counts, side_words
from scripts.page.voices import said_by
from scripts.trace.edition import Edition, Row
from scripts.trace.passage import Passage
from tests.page_rows import FACT, event, package

NAMES = {"a": "Post", "b": "Times", "c": "Sun"}
TWO = {"source_count": "2", "independent_count": "2"}
BY_PERU = "s-1"


def telling(*sides: tuple[str, str, str], publisher: str = "") -> Edition:
    """A package whose sources tell a fact, each as (source, modality, statement)."""
    return package(
        sides=[
            {
                "comparison_id": "c-1",
                "source_id": source,
                "figure_id": f"f-{at}",
                "modality": how,
                "value_text": f"words {at}",
            }
            for at, (source, how, _) in enumerate(sides)
        ],
        figures=[{"figure_id": f"f-{at}", "statement_id": by} for at, (*_, by) in enumerate(sides)],
        statements=[
            {"statement_id": "s-1", "speaker_id": "PER", "speaker": "Lima"},
            {"statement_id": "s-2", "speaker": "a priest"},
        ],
        sources=[{"source_id": one, "publisher": publisher or NAMES[one]} for one in NAMES],
    )


OWN, OTHER = ("a", "occurred", ""), ("b", "occurred", "")


@pytest.mark.parametrize(
    ("cells", "sides", "sentence"),
    [
        (TWO, [OWN, OTHER], "Chile killed 12 people of Peru."),
        (TWO, [OWN, ("b", "announced", "")], "Chile killed 12 people of Peru."),
        (TWO, [OWN, ("b", "occurred", BY_PERU)], "Chile killed 12 people of Peru."),
        (TWO | {"by_actor_id": ""}, [OWN, OTHER], "12 people of Peru were killed."),
        (TWO | {"by_actor_id": "GBR"}, [OWN, OTHER],
         "The United Kingdom killed 12 people of Peru."),
        (TWO | {"by_actor_id": "", "low": "1", "best": "1", "high": "1", "counted_kind": "child"},
         [OWN, OTHER], "1 child of Peru was killed."),
        (TWO | {"low": "1200", "best": "1200", "high": "1200", "of_actor_id": ""}, [OWN, OTHER],
         "Chile killed 1,200 people."),
        ({"verdict": "single"}, [OWN], "People of Peru killed by Chile: 12, says Post"),
        ({"verdict": "single"}, [("a", "announced", "")],
         "People of Peru killed by Chile: 12 to come, as announced, says Post"),
        ({"independent_count": "1"}, [OWN, OTHER],
         "People of Peru killed by Chile: 12, say Post and Times"),
        (TWO, [("a", "announced", ""), ("b", "announced", "")],
         "People of Peru killed by Chile: 12 to come, as announced, say Post and Times"),
        (TWO, [("a", "occurred", BY_PERU), ("b", "announced", "")],
         "People of Peru killed by Chile: 12, say Post and Times"),
        (TWO, [("a", "occurred", BY_PERU), ("b", "occurred", BY_PERU)],
         "According to Peru, Chile killed 12 people of Peru."),
        (TWO, [("a", "occurred", BY_PERU), ("b", "occurred", "s-2")], ""),
        ({"verdict": "single"}, [("a", "announced", "s-2")],
         "According to a priest, Chile is to kill 12 people of Peru."),
        ({"claimed_by_actor_id": "PER"}, [OWN],
         "According to Peru, Chile killed 12 people of Peru."),
        (TWO | {"measure": "held"}, [OWN, OTHER],
         "12 people of Peru held by Chile, say Post and Times"),
        ({"measure": "held", "verdict": "single"}, [("a", "occurred", BY_PERU)],
         "12 people of Peru held by Chile, according to Peru"),
        ({"measure": "missing", "verdict": "single", "by_actor_id": "", "low": "1", "best": "1",
          "high": "1"}, [OWN], "1 person of Peru missing, says Post"),
        ({"measure": "troops", "verdict": "single"}, [OWN], "12 troops of Peru, says Post"),
        (TWO | {"verdict": "conflict"}, [OWN, OTHER], ""),
        (TWO | {"verdict": "compatible"}, [OWN, OTHER], ""),
        (TWO | {"high": ""}, [OWN, OTHER], ""),
        (TWO | {"low": "10"}, [OWN, OTHER], ""),
        ({}, [("a", "possible", "")], ""),
        (TWO, [("a", "denied", ""), ("b", "denied", "")], ""),
        ({"measure": "other"}, [OWN], ""),
        ({"measure": "", "unit": "day"}, [OWN], ""),
    ],
)  # fmt: skip
def test_a_sentence_stands_for_itself_if_independent_sources_tell_it_so(
    cells: Mapping[str, str], sides: Sequence[tuple[str, str, str]], sentence: str
) -> None:
    assert claim(telling(*sides), {**FACT, **cells}, NAMES) == sentence


def test_articles_of_one_publisher_do_not_confirm_each_other() -> None:
    told = claim(telling(OWN, OTHER, publisher="Post"), {**FACT, **TWO}, {"a": "“A”", "b": "“B”"})
    assert told == "People of Peru killed by Chile: 12, in “A” and “B”"


@pytest.mark.parametrize(
    ("before", "plain"),
    [("Reportedly, ", False), ("In unconfirmed news, ", False), ("It was reported: ", True)],
)
def test_a_sentence_that_keeps_its_distance_makes_none_that_stands_for_itself(
    monkeypatch: pytest.MonkeyPatch, before: str, plain: bool
) -> None:
    found = Passage(before, "12 people", " were killed.", "a.md", 1, 0, 9)
    monkeypatch.setattr(voices, "passage", lambda *_: found)
    told = claim(telling(OWN, OTHER), {**FACT, **TWO}, NAMES)
    assert (told == "Chile killed 12 people of Peru.") is plain
    assert told


@pytest.mark.parametrize(
    ("family", "voice"),
    [
        ("statement:PER", "Peru"),
        ("statement:CHL+PER:2031-03-04", "the joint statement of Chile and Peru"),
        ("source:a", ""),
        ("origin:reuters", ""),
        ("", ""),
    ],
)
def test_a_source_that_rests_on_somebody_says_whom(family: str, voice: str) -> None:
    side = {"source_id": "a", "report_id": "r-1", "family": family}
    assert said_by(package(), side) == voice
    assert said_by(package(), {"source_id": "a", "statement_id": "s-1", "family": family}) == ""


@pytest.mark.parametrize(
    ("sides", "independent", "publisher", "words"),
    [
        ([OWN], "1", "", "1 source"),
        ([OWN, OWN], "1", "", "1 source, which gives 2 numbers"),
        ([OWN, OTHER], "2", "", "2 sources, both independent"),
        ([OWN, OTHER, ("c", "occurred", "")], "3", "", "3 sources, all independent"),
        ([OWN, OTHER, ("c", "occurred", "")], "2", "", "3 sources, 2 of them independent"),
        ([OWN, OTHER, ("c", "occurred", "")], "1", "",
         "3 sources that rest on one, so they count as one"),
        ([OWN, OTHER], "2", "Post", "2 articles of Post"),
        ([OWN, OTHER], "1", "Post", "2 articles of Post, which rest on one, so they count as one"),
        ([OWN, ("b", "announced", ""), ("c", "announced", "")], "2", "",
         "3 sources, 2 of them independent: 1 tells it as done, 2 announce it"),
        ([("a", "announced", ""), OTHER, ("a", "occurred", "")], "2", "",
         "2 sources, both independent"),
    ],
)  # fmt: skip
def test_sources_are_counted_with_what_ties_them(
    sides: Sequence[tuple[str, str, str]], independent: str, publisher: str, words: str
) -> None:
    fact = {**FACT, "independent_count": independent}
    assert fact_counts(telling(*sides, publisher=publisher), fact) == words


def test_two_articles_of_one_publisher_are_not_two_independent_sources() -> None:
    edition = telling(OWN, OTHER, ("c", "occurred", ""))
    edition._read["sources"] = tuple(
        {"source_id": one, "publisher": "Sun" if one == "c" else "Post"} for one in NAMES
    )
    fact = {**FACT, "independent_count": "3"}
    assert fact_counts(edition, fact) == "3 sources of 2 publishers"


def reports(*days: tuple[str, str, str]) -> Edition:
    return package(
        reports=[
            {"report_id": f"r-{at}", "event_id": "e-1", "source_id": f"s{at}"}
            | {"start_date": first, "end_date": last, "date_basis": basis}
            for at, (first, last, basis) in enumerate(days)
        ]
    )


WIDE = ("2031-01-01", "2031-03-31", "stated")
LATE = ("2031-03-01", "2031-05-31", "stated")
MEET = ("2031-03-01", "2031-03-31", "inherited")
DAYS: Row = {"start_date": "2031-03-01", "end_date": "2031-03-31"}


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([WIDE, LATE, MEET], "the dates of 2 sources meet here"),
        ([WIDE, LATE, (*MEET[:2], "stated")], ""),
        ([MEET], ""),
        ([], ""),
    ],
)
def test_days_that_no_source_gives_are_not_said_to_be_theirs(
    days: Sequence[tuple[str, str, str]], words: str
) -> None:
    assert meeting(reports(*days), event(**DAYS)) == words


def test_a_date_that_is_taken_over_dates_nothing_itself() -> None:
    found = dated(reports(WIDE, MEET, ("", "", "")), [event()])
    assert [one["source_id"] for one in found] == ["s0"]


@pytest.mark.parametrize(
    ("basis", "words"),
    [("original", "4 March 2031 (“Tuesday”)"), ("digest", "4 March 2031 (Tuesday)")],
)
def test_words_of_a_digest_stand_in_no_quotation_marks(basis: str, words: str) -> None:
    report = {
        "report_id": "r-1", "source_id": "a", "start_date": "2031-03-04",
        "end_date": "2031-03-04", "date_precision": "day", "date_text": "Tuesday",
    }  # fmt: skip
    edition = package(reports=[report], sources=[{"source_id": "a", "basis": basis}])
    assert side_words(edition, "date", {"report_id": "r-1"}) == words
