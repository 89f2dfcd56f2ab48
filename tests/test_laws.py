"""Laws that linking and comparing keep, whatever the papers tell."""

import contextlib
import copy
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from scripts.compare.compared import compare
from scripts.link.linked import link
from scripts.link.once import once
from scripts.link.values import Linked, Row
from tests.law_worlds import COAST, Paper, papers, world
from tests.linking_world import World

Compared = tuple[Linked, tuple[Row, ...], tuple[Row, ...]]
Order = Callable[[list[Row]], list[Row]]

slowly = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])


def compared(told: Sequence[Paper], order: Order = list) -> Compared:
    linked = once(world(told).linked(order))
    rows, sides = compare(linked, lambda _: None)
    noted(linked, rows)
    return linked, rows, sides


def noted(linked: Linked, rows: Sequence[Row]) -> None:
    for row in rows:
        event(f"{row['about']}: {row['verdict']}")
    if any(row["source_count"] > 1 for row in linked.events):
        event("an event of several sources")


def tables(linked: Linked, rows: Sequence[Row], sides: Sequence[Row]) -> dict[str, list[Row]]:
    kinds = ("events", "reports", "participants", "figures", "statements", "utterances")
    found = {kind: list(getattr(linked, kind)) for kind in kinds}
    return {**found, "comparisons": list(rows), "sides": list(sides)}


def lost(before: Compared, after: Compared) -> list[tuple[str, Row]]:
    """Rows that are there before and not, or not alike, after."""
    held = tables(*after)
    return [
        (name, row)
        for name, rows in tables(*before).items()
        for row in rows
        if row not in held[name]
    ]


@slowly
@given(papers(), st.integers(0, 10**6))
def test_the_order_of_articles_and_rows_changes_nothing(told, seed):
    def shuffled(rows: list[Row]) -> list[Row]:
        return random.Random(seed).sample(rows, len(rows))

    other = shuffled(list(told))
    assert tables(*compared(told)) == tables(*compared(other, shuffled))


@slowly
@given(papers(), papers(COAST, 2, "c"))
def test_articles_on_another_subject_change_no_link_verdict_id_or_note(told, others):
    assert lost(compared(told), compared([*told, *others])) == []


@slowly
@given(papers(), st.integers(0, 3))
def test_a_source_added_twice_adds_no_independence(told, which):
    original = told[which % len(told)]
    printed = replace(original, source_id="z-copy", publisher="lake gazette")
    before, after = compared(told), compared([*told, printed])
    counts = {row["comparison_id"]: row["independent_count"] for row in before[1]}
    both = {original.source_id, "z-copy"}
    for row in after[1]:
        who = {s["source_id"] for s in after[2] if s["comparison_id"] == row["comparison_id"]}
        if who <= both:
            assert row["independent_count"] == 1, row["note"]
        elif row["comparison_id"] in counts:
            known = {
                s["source_id"] for s in before[2] if s["comparison_id"] == row["comparison_id"]
            }
            if who <= {*known, "z-copy"}:
                assert row["independent_count"] <= counts[row["comparison_id"]], row["note"]
    for row in after[0].events:
        told_by = {r["source_id"] for r in after[0].reports if r["event_id"] == row["event_id"]}
        if told_by <= both:
            assert row["independent_count"] == 1


@slowly
@given(papers(), st.integers(0, 3))
def test_a_source_less_parts_no_family_but_its_own(told, which):
    # A paper may be all that shows that two others rest on one wire; without it they are two.
    left_out = told[which % len(told)].source_id
    before = compared(told)
    after = compared([one for one in told if one.source_id != left_out])
    origins = before[0].origins
    alike = {source for source in origins if origins[source] == origins[left_out]}
    family = {(s["comparison_id"], s["source_id"]): s["family"] for s in before[2]}
    alike |= {s["source_id"] for s in before[2] if s["family"] in family_names(before, left_out)}
    for row in after[1]:
        key = row["comparison_id"]
        who = {s["source_id"] for s in after[2] if s["comparison_id"] == key}
        if all((key, source) in family for source in who):
            counted = {source if source in alike else family[key, source] for source in who}
            assert row["independent_count"] <= len(counted), row["note"]


def family_names(made: Compared, source: str) -> set[str]:
    return {side["family"] for side in made[2] if side["source_id"] == source}


def own_words(report: Row) -> Row:
    """The report without a day that it took from its event."""
    if report["date_basis"] != "inherited":
        return report
    none = dict.fromkeys(("start_date", "end_date", "date_precision", "date_basis"))
    return {**report, **none}


@slowly
@given(papers())
def test_what_is_linked_is_linked_the_same_again(told):
    made = world(told)
    given = copy.deepcopy(made.rows())
    first = made.linked()
    assert made.rows() == given
    second = link(
        made.sources,
        map(own_words, first.reports),
        first.participants,
        first.figures,
        first.statements,
        made.texts,
        places=first.places,
    )
    assert second == first


@dataclass(frozen=True)
class Count:
    """How a paper gives the dead of one attack, and on which day of the month it appears."""

    value: int
    bound: str
    low: int | None
    high: int | None
    day: int
    modality: str = "occurred"

    def wider(self, down: int, up: int | None) -> "Count":
        bound = "about" if self.bound == "exact" else self.bound
        low = None if self.low is None else max(0, self.low - down)
        high = None if self.high is None or up is None else self.high + up
        return replace(self, low=low, high=high, bound=bound)


@st.composite
def counts(draw: st.DrawFn) -> Count:
    value = draw(st.integers(1, 30))
    limits: dict[str, tuple[int | None, int | None]] = {
        "exact": (value, value),
        "about": (max(0, value - 3), value + 3),
        "at_least": (value, None),
        "at_most": (0, value),
    }
    bound = draw(st.sampled_from(sorted(limits)))
    mood = draw(st.sampled_from(("occurred", "occurred", "occurred", "announced")))
    return Count(value, bound, *limits[bound], draw(st.integers(2, 4)), mood)


def toll(told: Mapping[str, Count], of: str, deed: str) -> Row:
    """The comparison of one count as several papers give it."""
    made = World()
    for source, count in told.items():
        words = f"{count.bound} {count.value} people".replace("_", " ")
        text = f"Chad {deed} {words} of Niger at Zinder on Sunday, wrote paper {source}.\n"
        made.article(source, text, f"2018-04-0{count.day}", publisher=f"paper {source}")
        kind = "RETREAT release" if of == "released" else "ASSAULT bombard"
        made.report(source, f"{deed} {words}", kind, "TCD", "NER", "2018-04-01", "place-zinder")
        limits = {"low": count.low, "high": count.high, "bound": count.bound}
        made.figure(source, words, count.value, measure=of, modality=count.modality, **limits)
    (row,) = [row for row in made.compared()[1] if row["about"] == "figure"]
    event(f"{of}: {row['verdict']}")
    return row


MEASURES = st.sampled_from((("killed", "killed"), ("released", "freed")))


@given(counts(), counts(), MEASURES)
def test_the_verdict_between_two_figures_is_symmetric(one, other, measure):
    there = toll({"a": one, "b": other}, *measure)
    back = toll({"a": other, "b": one}, *measure)
    cells = ("verdict", "low", "best", "high", "source_count", "independent_count")
    assert {cell: there[cell] for cell in cells} == {cell: back[cell] for cell in cells}


@settings(max_examples=200)
@given(
    st.lists(counts(), min_size=2, max_size=3),
    st.integers(0, 9),
    st.none() | st.integers(0, 9),
    MEASURES,
)
def test_a_wider_bound_turns_nothing_into_a_conflict(held, down, up, measure):
    told = dict(zip("abc", held, strict=False))
    before = toll(told, *measure)["verdict"]
    after = toll({**told, "a": told["a"].wider(down, up)}, *measure)["verdict"]
    assert before == "conflict" or after != "conflict"


def several(made: Compared) -> bool:
    return any(row["source_count"] > 2 for row in made[0].events)


STATES: dict[str, Callable[[Compared], bool]] = {
    "an event of three sources": several,
    "a promise kept": lambda made: any(row["fulfils_event_id"] for row in made[0].events),
    "a count that rose": lambda made: any("rose" in str(row["note"]) for row in made[1]),
    "rival claims": lambda made: any(row["claimed_by_actor_id"] for row in made[1]),
    "an inherited date": lambda made: any(
        row["date_basis"] == "inherited" for row in made[0].reports
    ),
    "sources of one family": lambda made: any(
        row["independent_count"] < row["source_count"] for row in made[1]
    ),
}
for about in ("date", "place", "figure", "participant", "utterance"):
    for verdict in ("agree", "compatible", "conflict"):
        STATES[f"{about}: {verdict}"] = lambda made, about=about, verdict=verdict: any(
            (row["about"], row["verdict"]) == (about, verdict) for row in made[1]
        )


class EnoughSeenError(Exception):
    pass


@pytest.fixture(scope="module")
def reached() -> set[str]:
    """The states that some worlds are in, of so many as it takes to see all, within reason."""
    found: set[str] = set()

    @settings(max_examples=2000, phases=[Phase.generate], derandomize=True, database=None)
    @given(papers())
    def look(told):
        made = compared(told)
        found.update(state for state, is_so in STATES.items() if is_so(made))
        if len(found) == len(STATES):
            raise EnoughSeenError

    with contextlib.suppress(EnoughSeenError):
        look()
    return found


@pytest.mark.parametrize("state", STATES)
def test_the_worlds_of_the_laws_reach(reached, state):
    assert state in reached
