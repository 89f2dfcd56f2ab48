"""Events along time at the precision that is known: a day is a dot, more than a day is a bar.

Data sets, which the script of a page may replace by a part of their rows (`view.data(name, rows)`):
`events` (id: that of the event; lane, title, kind, dates, sources, start, end, at, row, …) and
`lanes` (the bands). Parameters: `span`, first and last moment of the view in milliseconds since
1970 in UTC (`view.signal("span", [first, last])`), and `zoom`, where a reader zoomed to with the
wheel and ctrl, cmd or alt, or dragged; its signal `zoom_at` goes before `span` unless it is null.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import altair as alt

from scripts.page.charts.empty import sentence
from scripts.page.charts.happenings import Told
from scripts.page.charts.kinds import Encoding, kind_scales
from scripts.page.charts.lanes import Lane, Mark, laid
from scripts.page.charts.reach import Reach, in_one, in_pieces, ticks
from scripts.page.charts.theme import Theme, config

#: Pixels: of a row of marks, of the axis in print, and on a screen what marks are laid out for.
ROW, WIDTH, LAID = 12, 640, 600
#: Pixels from one line of a label to the next.
_LINE = 14
#: A reader who just scrolls the page or swipes over the chart moves the page, not the chart.
_ZOOM = "wheel![event.ctrlKey || event.metaKey || event.altKey]"
_PAN = "[pointerdown[event.pointerType === 'mouse'], window:pointerup] > window:pointermove!"


def timeline(
    found: Told, lanes: Sequence[Lane], theme: Theme, *, title: str, about: str, caption: str = ""
) -> alt.LayerChart | alt.Chart:
    """A chart of lanes along time; a sentence where there is no dated event.

    Args:
        found: The events of the package.
        lanes: From the top down.
        theme: Its look; in print it has a fixed width, and one axis holds all of the time.
        title: What stands over it.
        about: What it shows, for those who do not see it.
        caption: What is to be said with it, in print below the title.
    """
    if not lanes:
        return sentence(theme, title, "No event of this package has a date.")
    printed = theme.mode == "print"
    spans = [(one.start, one.end) for one in found.happenings]
    reach = in_pieces(spans) if printed else in_one(spans)
    places = laid(lanes, reach, WIDTH if printed else LAID)
    axes = _Axes(_time(reach, printed), _names(places.lanes, theme), places.height)
    kinds = kind_scales([(one.kind, one.kind_title) for one in found.happenings], theme)
    told = _told(lanes)
    bars = _bars(axes, kinds, told, zoomed=not printed)
    dots = _dots(axes, kinds, told, zoomed=not printed)
    # NOTE: Vega counts clips up through a process, so a file with clips would differ each time.
    layers = [_bands(axes, theme), bars, dots]
    layers += [_breaks(reach, theme)] if printed else _beyond(theme)
    if printed and reach.breaks:
        caption += " Beyond a dotted line the axis has another measure."
    chart: alt.LayerChart = (
        alt.layer(*layers)
        .add_params(alt.param(name="span", value=list(reach.moments)))
        .properties(
            title=alt.TitleParams(title, subtitle=wrap(caption, 112) if printed else []),
            description=about,
            width=WIDTH if printed else "container",
            height=round(places.height * ROW),
            padding=12 if printed else {"left": 4, "right": 4, "top": 4, "bottom": 20},
        )
        .configure(**config(theme).to_dict())
    )
    # Put in last: Altair copies whatever a chart holds at every step.
    chart["datasets"] = {"events": list(places.events), "lanes": list(places.lanes)}
    return chart


@dataclass(frozen=True)
class _Axes:
    """What all layers share: the axis of time with its scale, the names of lanes, the rows."""

    time: tuple[alt.Axis, alt.Scale]
    lanes: alt.Axis
    height: float

    def x(self, field: str) -> alt.X:
        """A field along time."""
        axis, scale = self.time
        return alt.X(f"{field}:T", axis=axis, scale=scale)

    def y(self, field: str) -> alt.Y:
        """A field down the rows."""
        down = alt.Scale(domain=[0, self.height], reverse=True, nice=False, zero=False)
        return alt.Y(f"{field}:Q", axis=self.lanes, scale=down)


def _time(reach: Reach, printed: bool) -> tuple[alt.Axis, alt.Scale]:
    """Axis and scale of time: in UTC, so that no reader's time zone moves a day."""
    span = alt.ExprRef("span")
    if not printed:
        axis = alt.Axis(title=None, orient="top", labelOverlap=True, tickCount=8)
        return axis, alt.Scale(type="utc", domain=span, nice=False)
    named = ticks(reach, WIDTH)
    labels = json.dumps({str(instant): label for instant, label in named.items()})
    # NOTE: of plain numbers Vega-Lite makes `datetime(number)`, which for the interpreter of Vega,
    # by which a page draws without eval, is a year.
    moments = ", ".join(f"toDate({instant})" for instant in named)
    axis = alt.Axis(
        title=None,
        orient="top",
        values=alt.ExprRef(f"[{moments}]"),
        labelExpr=f"{labels}[time(datum.value)]",
        labelOverlap=False,
    )
    pieces = [round(share * WIDTH, 2) for share in reach.shares]
    return axis, alt.Scale(type="utc", domain=span, range=pieces, nice=False)


def _names(lanes: Sequence[Mark], theme: Theme) -> alt.Axis:
    # Of a label of two lines, the first one stands where the axis puts it.
    raised = [_LINE / 2 / ROW * (len(lane["lane"]) - 1) for lane in lanes]
    middles = [
        (lane["top"] + lane["base"]) / 2 - up for lane, up in zip(lanes, raised, strict=True)
    ]
    labels = json.dumps([lane["lane"] for lane in lanes])
    return alt.Axis(
        title=None,
        values=middles,
        labelExpr=f"{labels}[indexof({json.dumps(middles)}, datum.value)]",
        labelLimit=170,
        labelLineHeight=_LINE,
        labelBaseline="middle",
        labelOverlap=False,
        grid=False,
        ticks=False,
        domain=False,
        labelPadding=8,
        labelColor=theme.ink,
    )


def _bands(axes: _Axes, theme: Theme) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(alt.NamedData("lanes"))
        .mark_rect(color=theme.ink, opacity=0.05, aria=False)
        .encode(axes.y("top"), alt.Y2("base"), x=alt.value(0), x2=alt.value("width"))
        .transform_filter("datum.even")
    )
    return chart


def _told(lanes: Sequence[Lane]) -> list[Any]:
    """What a mark says to a screen reader, and under the pointer."""
    roles = any(role for lane in lanes for _, role in lane.held)
    tooltip = [
        alt.Tooltip("title:N", title="Event"),
        alt.Tooltip("kind:N", title="Told as"),
        alt.Tooltip("dates:N", title="When"),
        *([alt.Tooltip("role:N", title="Part")] if roles else []),
        alt.Tooltip("sources:N", title="Told by"),
        alt.Tooltip("independent:N", title="Independent sources"),
    ]
    return [alt.Description("told:N"), tooltip]


def _bars(
    axes: _Axes, kinds: Mapping[str, Encoding], told: Sequence[Any], *, zoomed: bool
) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(alt.NamedData("events"))
        .mark_bar(cornerRadius=3, strokeWidth=1.5, fillOpacity=0.35, clip=zoomed, cursor="pointer")
        .encode(axes.x("start"), alt.X2("end"), axes.y("top"), alt.Y2("base"), *told)
        .encode(kinds["stroke"], kinds["fill"], kinds["dash"])
        .transform_filter("!datum.dot")
    )
    return chart


def _dots(
    axes: _Axes, kinds: Mapping[str, Encoding], told: Sequence[Any], *, zoomed: bool
) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(alt.NamedData("events"))
        .mark_point(size=60, strokeWidth=1.7, opacity=1, clip=zoomed, cursor="pointer")
        .encode(axes.x("at"), axes.y("row"), *told)
        .encode(kinds["stroke"], kinds["fill"], kinds["shape"])
        .transform_filter("datum.dot")
    )
    if not zoomed:
        return chart
    zoom = alt.selection_interval(
        name="zoom", encodings=["x"], bind="scales", zoom=_ZOOM, translate=_PAN
    )
    return chart.add_params(zoom)


def _breaks(reach: Reach, theme: Theme) -> alt.Chart:
    """Lines where the axis changes its measure."""
    rows = [{"at": instant} for instant in reach.breaks]
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(rows))
        .mark_rule(strokeDash=[2, 3], strokeWidth=1.5, color=theme.faint, aria=False)
        .encode(x="at:T")
    )
    return chart


def _beyond(theme: Theme) -> list[alt.Chart]:
    """How many events lie before and after what is in view."""
    view = "(zoom && zoom.at ? zoom.at : span)"
    text = alt.MarkDef("text", baseline="top", dy=4, color=theme.faint, clip=False, aria=False)
    return [
        alt.Chart(alt.NamedData("events"), mark=alt.MarkDef(**text.to_dict() | {"align": side}))
        .encode(x=alt.value(place), y=alt.value("height"), text="said:N")
        .transform_filter(where)
        .transform_aggregate(groupby=["id"])
        .transform_aggregate(count="count()")
        .transform_filter("datum.count > 0")
        .transform_calculate(said=said)
        for side, place, where, said in (
            ("left", 4, f"datum.end <= {view}[0]", "'◂ ' + datum.count + ' earlier'"),
            ("right", "width", f"datum.start >= {view}[1]", "datum.count + ' later ▸'"),
        )
    ]
