"""The charts of a package by name, each with what is to be said of it."""

from dataclasses import dataclass
from typing import Any

import altair as alt

from scripts.page.charts.compared import compared
from scripts.page.charts.days import day_at
from scripts.page.charts.happenings import Told, some, told
from scripts.page.charts.lanes import Lane, lanes_by_actor, lanes_by_type
from scripts.page.charts.sides import FigureFact, figure_facts
from scripts.page.charts.theme import Mode, theme_of
from scripts.page.charts.timeline import timeline
from scripts.trace.edition import Edition

#: Name of a chart, which is the stem of its file, and what stands over it.
BY_TYPE, BY_ACTOR, COMPARED = "timeline-by-type", "timeline-by-actor", "figures-compared"
TITLES = {
    BY_TYPE: "When it happened, by type of event",
    BY_ACTOR: "When it happened, by actor",
    COMPARED: "What is told of the same number",
}

#: Lanes of the timeline by actor; the others are told in the caption.
ACTORS = 20

#: Numbers that are compared in one chart, conflicts before all others.
FACTS = 60

#: The looks of a chart in a page: on screens of two kinds, and on paper.
MODES: tuple[Mode, ...] = ("light", "dark", "print")
Chart = alt.LayerChart | alt.Chart
Json = dict[str, Any]


@dataclass(frozen=True)
class _Drawing:
    """What one chart draws, and what is said of it."""

    rows: tuple[Lane, ...] | tuple[FigureFact, ...]
    about: str
    caption: str


def charts(edition: Edition, mode: Mode) -> dict[str, Chart]:
    """The charts of a package by name; one that has nothing to draw is a sentence.

    Raises:
        InputError: if a date or a number of the package is none.
    """
    found, drawings = _drawings(edition)
    return {name: _chart(name, one, found, mode) for name, one in drawings.items()}


def page_charts(edition: Edition) -> Json:
    """The charts of a package for the script of its page.

    Returns:
        By name: `title`, `caption`, `empty` (whether there is nothing to draw), `specs` (of
        Vega-Lite, without data, for each of `MODES`) and `datasets` (name → rows), which go into
        the spec as its `datasets`. They want `vegaEmbed(element, spec, {ast: true, renderer:
        "svg", actions: false})` and 35 em of width or more; row ids are in the field `id`.

    Raises:
        InputError: if a date or a number of the package is none.
    """
    found, drawings = _drawings(edition)
    told_of: Json = {}
    for name, one in drawings.items():
        specs = {mode: spec_of(_chart(name, one, found, mode)) for mode in MODES}
        datasets = specs["light"].get("datasets", {})
        told_of[name] = {
            "title": TITLES[name],
            "caption": one.caption,
            "empty": not one.rows,
            "specs": {mode: _bare(spec) for mode, spec in specs.items()},
            "datasets": datasets,
        }
    return told_of


def spec_of(chart: Chart) -> Json:
    """The Vega-Lite spec of a chart, which tests hold against the schema: that costs a second."""
    spec: Json = chart.to_dict(validate=False)
    return spec


def _bare(spec: Json) -> Json:
    """A spec without its rows, and without the address of its language, which nobody asks."""
    return {name: part for name, part in spec.items() if name not in {"datasets", "$schema"}}


def _chart(name: str, one: _Drawing, found: Told, mode: Mode) -> Chart:
    theme, said = theme_of(mode), {"about": one.about, "caption": one.caption}
    if name == COMPARED:
        facts = tuple(fact for fact in one.rows if isinstance(fact, FigureFact))
        return compared(facts, theme, title=TITLES[name], **said)
    lanes = tuple(lane for lane in one.rows if isinstance(lane, Lane))
    return timeline(found, lanes, theme, title=TITLES[name], **said)


def _drawings(edition: Edition) -> tuple[Told, dict[str, _Drawing]]:
    found = told(edition)
    types, actors = lanes_by_type(found), lanes_by_actor(found)
    facts = figure_facts(edition)
    return found, {
        BY_TYPE: _Drawing(types, _about_time(found, types, "type"), _undated(found)),
        BY_ACTOR: _Drawing(
            actors[:ACTORS],
            _about_time(found, actors[:ACTORS], "actor"),
            " ".join(filter(None, [_undated(found), _others(actors)])),
        ),
        COMPARED: _Drawing(facts[:FACTS], _about_figures(facts), _said_of_figures(facts)),
    }


_NUMBERS = (
    "A dot is the number itself, a line all that the words of the source allow, an arrow an end "
    "that they leave open. Every number has an axis of its own."
)


def _said_of_figures(facts: tuple[FigureFact, ...]) -> str:
    if len(facts) <= FACTS:
        return _NUMBERS if facts else ""
    return f"{_NUMBERS} Shown are the first {FACTS} of {len(facts)}, those in conflict first."


def _undated(found: Told) -> str:
    count = len(found.happenings) + found.undated
    dots = "A dot is a day, a bar all the days that the words allow." if found.happenings else ""
    lacking = f"{found.undated} of {count} events have no date and are not shown."
    return f"{dots} {lacking if found.undated else ''}".strip()


def _others(actors: tuple[Lane, ...]) -> str:
    stands = "An event stands in the lane of each of its actors." if actors else ""
    others = [lane.name for lane in actors[ACTORS:]]
    if not others:
        return stands
    return f"{stands} Shown are the {ACTORS} actors with the most events, not {some(others, 8)}."


def _about_time(found: Told, lanes: tuple[Lane, ...], by: str) -> str:
    if not lanes:
        return "No event has a date."
    first = day_at(min(one.start for one in found.happenings)).year
    last = day_at(max(one.end for one in found.happenings) - 1).year
    counts = ", ".join(f"{lane.name} {len(lane.held)}" for lane in lanes)
    return (
        f"Timeline of {len(found.happenings)} dated events from {first} to {last}, one lane for "
        f"each {by}; events in each: {counts}."
    )


def _about_figures(facts: tuple[FigureFact, ...]) -> str:
    listed = "; ".join(
        f"{fact.title}: {fact.verdict_title.lower()}, "
        + ", ".join(f"{side.words} ({side.source})" for side in fact.sides[:6])
        for fact in facts[:12]
    )
    return f"{len(facts)} numbers, each with what its sources say: {listed}." if facts else ""
