"""How occurred, announced, possible and denied are told apart: by shape, filling and line."""

from collections.abc import Iterable
from typing import Any

import altair as alt

from scripts.page.charts.theme import Theme
from scripts.page.codes import SIGNS, rank

Encoding = alt.Shape | alt.Fill | alt.Stroke | alt.StrokeDash

_SHAPES = {"occurred": "circle", "announced": "diamond", "possible": "triangle-up"}
_DASHES = {"occurred": [1, 0], "announced": [3, 2], "possible": [1, 2]}


def kind_scales(
    kinds: Iterable[tuple[str, str]], theme: Theme, *, coloured: bool = True
) -> dict[str, Encoding]:
    """Encodings of the columns `kind`, a title, and `code`, with one legend for all of them.

    Args:
        kinds: Code and title of every modality that is drawn.
        theme: Its colours.
        coloured: Whether rims and fillings have the colour of the modality, or that of the ink.

    Returns:
        shape, fill, stroke and dash.
    """
    titles = dict(
        sorted(set(kinds), key=lambda kind: (rank(kind[0], tuple(SIGNS["modalities"])), kind[0]))
    )
    domain = list(titles.values())
    rims = [theme.kinds.get(code, theme.ink) if coloured else theme.ink for code in titles]
    fills = [
        rim if code == "occurred" else "transparent" for code, rim in zip(titles, rims, strict=True)
    ]
    legend = alt.Legend(title=None, symbolOpacity=1)
    shapes = [_SHAPES.get(code, "cross") for code in titles]
    dashes = [_DASHES.get(code, [5, 2]) for code in titles]

    # By another column: a legend for points would have dashes if it were for dashes as well.
    dashed = alt.Scale(domain=list(titles), range=dashes)

    def on(values: list[Any]) -> alt.Scale:
        return alt.Scale(domain=domain, range=values)

    return {
        "shape": alt.Shape("kind:N", legend=legend, scale=on(shapes)),
        "fill": alt.Fill("kind:N", legend=legend, scale=on(fills)),
        "stroke": alt.Stroke("kind:N", legend=legend, scale=on(rims)),
        "dash": alt.StrokeDash("code:N", legend=None, scale=dashed),
    }
