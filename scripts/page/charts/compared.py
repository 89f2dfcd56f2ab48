"""Figures that sources tell of one fact, under each other: where they agree, and where not.

Data sets, which the script of a page may replace by a part of their rows (`view.data(name, rows)`):
`sides` (id: that of the comparison; fact, source, words, verdict, kind, …), `facts` (id, title,
event, verdict) and `ticks` (id, label: the axis of each fact).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import altair as alt

from scripts.page.charts.empty import sentence
from scripts.page.charts.kinds import kind_scales
from scripts.page.charts.placing import Mark, placed
from scripts.page.charts.sides import FigureFact
from scripts.page.charts.theme import SIZE, Theme, config

#: Pixels: of a row, and of the chart in print without the names of sources.
ROW, WIDTH = 20, 600
#: The share of the width that the axes take, and where the words of the sources begin.
_AXIS, _WORDS = 0.5, 0.54
#: Letters of the name of a source.
_NAME = 30


def compared(
    facts: Sequence[FigureFact], theme: Theme, *, title: str, about: str, caption: str = ""
) -> alt.LayerChart | alt.Chart:
    """A chart of facts with their sides; a sentence where there is no fact.

    Args:
        facts: From the top down.
        theme: Its look; in print it has a fixed width.
        title: What stands over it.
        about: What it shows, for those who do not see it.
        caption: What is to be said with it, in print below the title.
    """
    if not facts:
        why = "No figure of this package is told by two sources, or twice by one."
        return sentence(theme, title, why)
    printed = theme.mode == "print"
    places = placed(facts)
    rows = _Rows(_sources(places.sides, theme), places.height, _verdicts(facts, theme))
    layers = [*_frame(rows, theme), *_heads(rows, theme), *_sides(rows, facts, theme)]
    chart: alt.LayerChart = (
        alt.layer(*layers)
        .properties(
            title=alt.TitleParams(title, subtitle=wrap(caption, 112) if printed else []),
            description=about,
            width=WIDTH if printed else "container",
            height=round(places.height * ROW),
            padding=12 if printed else 4,
        )
        .configure(**config(theme).to_dict())
    )
    # Put in last: Altair copies whatever a chart holds at every step.
    chart["datasets"] = {
        "facts": list(places.facts),
        "sides": list(places.sides),
        "ticks": list(places.ticks),
    }
    return chart


@dataclass(frozen=True)
class _Rows:
    """What all layers share: the names of sources, the rows, and the colours of verdicts."""

    sources: alt.Axis
    height: float
    verdicts: alt.Scale

    def y(self, field: str) -> alt.Y:
        """A field down the rows."""
        down = alt.Scale(domain=[0, self.height], reverse=True, nice=False, zero=False)
        return alt.Y(f"{field}:Q", axis=self.sources, scale=down)

    @property
    def colour(self) -> alt.Color:
        """The colour of the verdict, which stands beside it in words."""
        return alt.Color("verdict:N", scale=self.verdicts, legend=None)


def _sources(sides: Sequence[Mark], theme: Theme) -> alt.Axis:
    rows, sources = [side["y"] for side in sides], [side["source"] for side in sides]
    names = [one if len(one) <= _NAME else f"{one[: _NAME - 1]}…" for one in sources]
    return alt.Axis(
        title=None,
        values=rows,
        labelExpr=f"{json.dumps(names)}[indexof({json.dumps(rows)}, datum.value)]",
        labelLimit=220,
        labelOverlap=False,
        labelColor=theme.ink,
        grid=False,
        ticks=False,
        domain=False,
        labelPadding=8,
    )


def _verdicts(facts: Sequence[FigureFact], theme: Theme) -> alt.Scale:
    there = dict.fromkeys((fact.verdict_title, fact.verdict) for fact in facts)
    return alt.Scale(
        domain=[title for title, _ in there],
        range=[theme.verdicts.get(code, theme.ink) for _, code in there],
    )


def _along(field: str) -> alt.X:
    axis = alt.Scale(domain=[0, 1], range=[0, alt.ExprRef(f"width * {_AXIS}")], nice=False)
    return alt.X(f"{field}:Q", axis=None, scale=axis)


def _at_words() -> Any:
    return alt.value(alt.ExprRef(f"width * {_WORDS}"))


def _frame(rows: _Rows, theme: Theme) -> list[alt.Chart]:
    """The axis of every fact."""
    ticks = alt.Chart(alt.NamedData("ticks"))
    return [
        ticks.mark_rule(color=theme.line, aria=False).encode(
            _along("x"), rows.y("top"), alt.Y2("base")
        ),
        ticks.mark_text(color=theme.faint, fontSize=SIZE - 1, aria=False).encode(
            _along("x"), rows.y("below"), text="label:N"
        ),
    ]


def _heads(rows: _Rows, theme: Theme) -> list[alt.Chart]:
    """What is counted, of which event, and the verdict on it."""
    heads = alt.Chart(alt.NamedData("facts")).encode(rows.y("y"))
    half, whole = alt.ExprRef(f"width * {_AXIS}"), alt.ExprRef("width")
    rest = alt.ExprRef(f"width * {1 - _WORDS}")
    title = heads.mark_text(
        align="left", baseline="top", dy=4, fontWeight="bold", limit=half, cursor="pointer"
    )
    event = heads.mark_text(
        align="left", baseline="top", dy=21, color=theme.faint, limit=whole, aria=False
    )
    verdict = heads.mark_text(
        align="left", baseline="top", dy=4, fontWeight="bold", limit=rest, aria=False
    )
    return [
        heads.mark_rule(color=theme.line, aria=False).encode(x=alt.value(0), x2=alt.value("width")),
        title.encode(alt.Description("told:N"), x=alt.value(0), text="title:N"),
        event.encode(x=alt.value(0), text="event:N"),
        verdict.encode(rows.colour, x=_at_words(), text="sign:N"),
    ]


_TOOLTIP = [
    alt.Tooltip("fact:N", title="Fact"),
    alt.Tooltip("source:N", title="Source"),
    alt.Tooltip("words:N", title="In its words"),
    alt.Tooltip("allows:N", title="What they allow"),
    alt.Tooltip("kind:N", title="Told as"),
    alt.Tooltip("verdict:N", title="Verdict"),
]


def _sides(rows: _Rows, facts: Sequence[FigureFact], theme: Theme) -> list[alt.Chart]:
    """Interval with its ends, an arrow where it is open, the value, and the words of the source."""
    sides = alt.Chart(alt.NamedData("sides")).encode(rows.y("y"))
    told = sides.encode(rows.colour, alt.Description("told:N"), _TOOLTIP)
    line = told.mark_rule(strokeWidth=6, opacity=0.4, cursor="pointer")
    drawn: list[alt.Chart] = [
        line.encode(_along("left"), alt.X2("right")).transform_filter("datum.line")
    ]
    for end, shape in (("left", "triangle-left"), ("right", "triangle-right")):
        marks = sides.encode(_along(end), rows.colour)
        arrow = marks.mark_point(shape=shape, filled=True, size=70, opacity=1, aria=False)
        stop = marks.mark_tick(orient="vertical", size=11, thickness=2, aria=False)
        drawn.append(arrow.transform_filter(f"datum.open_{end}"))
        drawn.append(stop.transform_filter(f"datum.line && !datum.open_{end}"))
    kinds = kind_scales(
        {(side.kind, side.kind_title) for fact in facts for side in fact.sides},
        theme,
        coloured=False,
    )
    for filled, which in ((True, "datum.done"), (False, "!datum.done")):
        value = told.mark_point(
            filled=filled, size=80, strokeWidth=2, opacity=1, cursor="pointer"
        ).encode(_along("x"), kinds["shape"])
        drawn.append(value.transform_filter(f"isValid(datum.x) && {which}"))
    # Only for the legend, in which no verdict is coloured.
    legend = alt.Chart(alt.NamedData("sides")).mark_point(opacity=0, aria=False)
    legend = legend.encode(kinds["shape"], kinds["fill"], kinds["stroke"])
    words = sides.mark_text(
        align="left", limit=alt.ExprRef(f"width * {1 - _WORDS}"), cursor="pointer", aria=False
    ).encode(_TOOLTIP, x=_at_words(), text="words:N")
    return [*drawn, legend.transform_filter("false"), words]
