"""The look of all charts: colours for light, dark and print, and one family of type."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import altair as alt

Mode = Literal["light", "dark", "print"]

_SCREEN = (
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, "
    "sans-serif"
)
#: Families whose letters are equally wide, so that a figure is laid out alike on any machine.
_PAPER = "'Liberation Sans', Arial, Helvetica, sans-serif"
#: Points of type of all labels.
SIZE = 12


@dataclass(frozen=True)
class Theme:
    """Colours by what they stand for.

    kinds: code of modalities → colour. verdicts: code of verdicts → colour. All of them, ink and
    faint stand out from the ground by 4.5 to 1 or more. On a screen they are those of the page.
    """

    mode: Mode
    font: str
    ground: str
    line: str
    ink: str
    faint: str
    kinds: MappingProxyType[str, str]
    verdicts: MappingProxyType[str, str]


def _theme(mode: Mode, ground: str, grey: tuple[str, str, str], *named: str) -> Theme:
    kinds = dict(zip(("occurred", "announced", "possible", "denied"), named[:4], strict=True))
    verdicts = dict(zip(("agree", "compatible", "conflict", "single"), named[4:], strict=True))
    return Theme(
        mode,
        _PAPER if mode == "print" else _SCREEN,
        ground,
        *grey,
        kinds=MappingProxyType(kinds),
        verdicts=MappingProxyType(verdicts),
    )


_LIGHT = ("#0b4f8a", "#8a3b00", "#6a3d9a", "#4a4d55", "#14622d", "#744700", "#9c1c1c", "#4a4d55")
_DARK = ("#8ec5ff", "#f3b48a", "#d0b0ee", "#b9bdc6", "#8fd6a3", "#f0c36d", "#ff9d94", "#b9bdc6")
_THEMES = {
    theme.mode: theme
    for theme in (
        _theme("light", "#fbfaf7", ("#d5d6da", "#1c1d21", "#55585f"), *_LIGHT),
        _theme("dark", "#14161a", ("#3a3e46", "#e9eaec", "#b0b4bc"), *_DARK),
        _theme("print", "#ffffff", ("#bdbdbd", "#000000", "#4a4a4a"), *_LIGHT),
    )
}


def theme_of(mode: Mode) -> Theme:
    """The theme for a screen in the light or in the dark, or for paper."""
    return _THEMES[mode]


def config(theme: Theme) -> alt.Config:
    """The Vega-Lite config that a theme stands for.

    On a screen the ground shows through, so that a chart stands on the ground of its page.
    """
    text = {
        "labelColor": theme.ink,
        "titleColor": theme.ink,
        "labelFontSize": SIZE,
        "titleFontSize": SIZE,
    }
    return alt.Config.from_dict(
        {
            "background": theme.ground if theme.mode == "print" else "transparent",
            "font": theme.font,
            "view": {"stroke": None},
            "axis": {
                **text,
                "gridColor": theme.line,
                "domainColor": theme.faint,
                "tickColor": theme.faint,
                "titleFontWeight": "normal",
            },
            "legend": {
                **text,
                "orient": "top",
                "symbolSize": 90,
                "symbolStrokeWidth": 2,
                "offset": 8,
            },
            "title": {
                "anchor": "start",
                "color": theme.ink,
                "subtitleColor": theme.faint,
                "fontSize": 15,
                "subtitleFontSize": SIZE,
                "subtitlePadding": 5,
                "offset": 12,
            },
            "text": {"font": theme.font, "fontSize": SIZE, "color": theme.ink},
        }
    )
