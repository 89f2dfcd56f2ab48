import polars as pl
import pytest

from schemas.frames import frame
from schemas.tables import table
from scripts.matching import Match, match

SIDES = {"of_actor_id": "SDN", "by_actor_id": "TCD"}


def reading(
    figures: tuple[dict[str, object], ...] = (),
    quotes: tuple[str, ...] = (),
    reports: tuple[tuple[str, str, str], ...] = (),
) -> dict[str, pl.DataFrame]:
    """Tables with figures (cells), direct quotations, and reports (type, words, actors)."""
    plain = {"source_id": "a", "value": 14.0, "bound": "exact", "unit": "person", **SIDES}
    return {
        "figures": frame(
            table("figures"),
            (
                {"figure_id": f"f-{at}", "char_start": at, "text": "14 men", **plain, **one}
                for at, one in enumerate(figures)
            ),
        ),
        "statements": frame(
            table("statements"),
            (
                {"source_id": "a", "char_start": at, "kind": "direct", "quote": quote}
                for at, quote in enumerate(quotes)
            ),
        ),
        "reports": frame(
            table("reports"),
            (
                {
                    "report_id": f"r-{at}",
                    "source_id": "a",
                    "char_start": at,
                    "type": kind,
                    "trigger_text": words,
                }
                for at, (kind, words, _) in enumerate(reports)
            ),
        ),
        "participants": frame(
            table("participants"),
            (
                {"report_id": f"r-{at}", "role": "source", "actor_id": actor}
                for at, (*_, actors) in enumerate(reports)
                for actor in actors.split()
            ),
        ),
    }


def counts(one: Match) -> tuple[int, int, int, int]:
    return one.published, one.confirmed, len(one.differing), len(one.lacking)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        pytest.param(
            ({},), ({"char_start": 90, "text": "fourteen"},), (1, 1, 0, 0), id="elsewhere"
        ),
        pytest.param(({}, {}), ({},), (2, 1, 0, 0), id="twice-must-be-held-twice"),
        pytest.param(({},), ({}, {}), (1, 1, 0, 1), id="once-of-two-leaves-one-over"),
        pytest.param(({},), ({"source_id": "b"},), (1, 0, 0, 1), id="another-source"),
        pytest.param(({},), ({"bound": "about"},), (1, 0, 1, 1), id="another-bound"),
        pytest.param(({},), ({"of_actor_id": None},), (1, 0, 1, 1), id="another-side"),
        pytest.param(({},), ({"value": 15.0},), (1, 0, 0, 1), id="another-value-is-another-figure"),
    ],
)
def test_figures_are_matched_by_what_they_say(
    ours: tuple[dict[str, object], ...],
    theirs: tuple[dict[str, object], ...],
    expected: tuple[int, ...],
) -> None:
    figures, _, _ = match(reading(ours), reading(theirs))
    assert counts(figures) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("We are ready,", "we are ready", (1, 1, 0, 0)),
        ("We’re ready", "We're ready", (1, 1, 0, 0)),
        ("We are all ready to talk", "We are ready to talk", (1, 0, 1, 1)),
        ("We are ready", "The road is closed", (1, 0, 0, 1)),
    ],
)
def test_quotations_are_matched_by_their_words(
    ours: str, theirs: str, expected: tuple[int, ...]
) -> None:
    _, quotations, _ = match(reading(quotes=(ours,)), reading(quotes=(theirs,)))
    assert counts(quotations) == expected


def test_of_several_tellings_the_likest_is_held_against_a_report() -> None:
    ours = reading(reports=(("CONSULT", "held long talks in Ati", "TCD SDN"),))
    theirs = reading(
        reports=(
            ("CONSULT", "visited", "TCD"),
            ("CONSULT", "long talks held in Ati", "TCD"),
            ("ASSAULT", "held long talks in Ati", "TCD SDN"),
        )
    )
    _, _, events = match(ours, theirs)
    ((_, other),) = events.differing
    assert other.words == "long talks held in Ati"
    assert len(events.lacking) == 3
