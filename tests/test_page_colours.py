"""The colours of the page can be read: words on every ground that they stand on, light and dark."""

import re

import pytest

from scripts.page.assets import APP, style
from scripts.page.charts.theme import Mode, theme_of

CSS = (APP / "base.css").read_text(encoding="utf-8")
BLOCKS = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
    for block in re.findall(r":root[^{]*\{([^}]*--ground[^}]*)\}", CSS)
]
#: What axe-core and WCAG ask of text.
LEAST = 4.5
MEANINGS = ("agree", "compatible", "conflict", "single", "figure", "quote", "event")
PAIRS = [
    *(
        (ink, ground)
        for ink in ("ink", "soft", "link", *MEANINGS)
        for ground in ("ground", "raised")
    ),
    *((name, f"{name}-ground") for name in MEANINGS),
    *(("ink", f"{name}-ground") for name in MEANINGS),
]


def luminance(colour: str) -> float:
    """Relative luminance of sRGB, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_light_and_dark_name_the_same_colours_and_dark_is_one() -> None:
    light, by_system, by_choice = BLOCKS
    assert light.keys() == by_system.keys()
    assert by_system == by_choice


@pytest.mark.parametrize(("mode", "block"), [("light", 0), ("dark", 1)])
def test_a_verdict_has_one_colour_on_the_page_and_in_charts(mode: Mode, block: int) -> None:
    theme = theme_of(mode)
    assert {code: BLOCKS[block][code] for code in theme.verdicts} == theme.verdicts
    assert BLOCKS[block]["ground"] == theme.ground


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(ink: str, ground: str, theme: int) -> None:
    colours = BLOCKS[theme]
    assert contrast(colours[ink], colours[ground]) >= LEAST


def test_every_colour_that_a_style_names_is_one_of_the_page() -> None:
    named = set(re.findall(r"var\(--([\w-]+)\)", style()))
    known = set(re.findall(r"--([\w-]+):", style()))
    assert named <= known
