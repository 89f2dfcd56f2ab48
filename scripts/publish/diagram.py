"""The entity diagram, `entities.svg`: every table a box, every foreign key a line.

Plain shapes and text, no font and no script of its own; it keeps to light or dark as its reader
does, on a ground of its own, so that it can be read wherever it is shown and when it is printed.
"""

from collections.abc import Sequence
from functools import cache
from xml.sax.saxutils import escape

from schemas.tables import Table
from schemas.tables import tables as declared
from scripts.publish.layered import EDGE, HEAD, LINE, Box, Layout, Link, layout
from scripts.publish.metadata import PackageMeta
from scripts.publish.records import Json

DIAGRAM = "entities.svg"
_LEGEND = 50
_BEND = 6
#: Line colours for light and for dark grounds, told apart by people who are colour-blind as well;
#: they only help the eye: every line can be followed without them.
_COLOURS = (
    ("#0072b2", "#56b4e9"),
    ("#b34700", "#ff9d57"),
    ("#00795a", "#3fd0a4"),
    ("#a3357f", "#ee9bcd"),
    ("#7a6000", "#e6cf4a"),
    ("#555555", "#c0c0c0"),
    ("#5b3fb8", "#b7a6ff"),
    ("#8f1d1d", "#ff8f8f"),
    ("#4f7a00", "#a6d65c"),
)
_SHADES = {
    "ground": ("#ffffff", "#0d1117"),
    "box": ("#f6f8fa", "#161b22"),
    "head": ("#dfe5ec", "#2b3440"),
    "rim": ("#8c959f", "#6e7681"),
    "ink": ("#1f2328", "#e6edf3"),
    "faint": ("#57606a", "#9da7b3"),
}


def _style(targets: Sequence[str]) -> str:
    def shades(dark: bool) -> str:
        colours = [_COLOURS[number % len(_COLOURS)] for number in range(len(targets))]
        pairs = [*_SHADES.items(), *((f"to-{n}", c) for n, c in zip(targets, colours, strict=True))]
        return ";".join(f"--{name}:{colour[dark]}" for name, colour in pairs)

    lines = [
        f"svg{{{shades(False)}}}",
        f"@media screen and (prefers-color-scheme:dark){{svg{{{shades(True)}}}}}",
        "text{font:12px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:var(--ink)}",
        ".name,.key{font-weight:bold}.name{font-size:14px}.faint{fill:var(--faint)}",
        ".ground{fill:var(--ground)}.box{fill:var(--box);stroke:var(--rim)}.head{fill:var(--head)}",
        ".line{fill:none;stroke-width:1.6}.open{fill:var(--ground);stroke-width:1.6}",
    ]
    for name in targets:
        colour = f"var(--to-{name})"
        lines.append(f".to-{name}{{stroke:{colour}}}.end-{name}{{fill:{colour};stroke:{colour}}}")
    return "\n".join(lines)


def _box(box: Box) -> str:
    x, y = box.x, box.y
    parts = [
        f'<rect class="box" x="{x}" y="{y}" width="{box.width}" height="{box.height}" rx="5"/>',
        f'<path class="head" d="M{x + 0.5} {y + HEAD}v-{HEAD - 5}q0 -4.5 4.5 -4.5h{box.width - 10}'
        f'q4.5 0 4.5 4.5v{HEAD - 5}z"/>',
        f'<text class="name" x="{x + 10}" y="{y + 19}">{escape(box.table.name)}</text>',
    ]
    for column in box.columns:
        kind = ' class="key"' if column in box.table.primary_key else ""
        y = box.middle(column) + 4
        parts.append(f'<text{kind} x="{x + 10}" y="{y}">{escape(column)}</text>')
    y = box.y + box.height - 8
    parts.append(f'<text class="faint" x="{x + 10}" y="{y}">{box.more}</text>')
    return "\n".join(parts)


def _path(corners: Sequence[tuple[int, int]]) -> str:
    """An SVG path along the corners, each of them rounded as far as its sides are long."""
    (x, y), *rest = corners
    path = f"M{x} {y}"
    points = [(x, y)]
    for point in rest:
        if point != points[-1]:
            points.append(point)
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _towards(here, before), _towards(here, after)
        path += f"L{into[0]:g} {into[1]:g}Q{here[0]} {here[1]} {out[0]:g} {out[1]:g}"
    return f"{path}L{points[-1][0]} {points[-1][1]}"


def _towards(here: tuple[int, int], there: tuple[int, int]) -> tuple[float, float]:
    length = abs(there[0] - here[0]) + abs(there[1] - here[1])
    part = min(_BEND, length / 2) / length
    return here[0] + (there[0] - here[0]) * part, here[1] + (there[1] - here[1]) * part


def _link(link: Link, required: bool) -> str:
    (x, y), (goal, level) = link.corners[0], link.corners[-1]
    tip = -7 if link.corners[-2][0] < goal else 7
    end = "end" if required else "open to"
    words = f"{link.table}.{link.column} → {link.target}.{link.key}"
    return (
        f"<g><title>{escape(words)}</title>"
        f'<path class="line to-{link.target}" d="{_path(link.corners)}"/>'
        f'<circle class="{end}-{link.target}" cx="{x}" cy="{y}" r="3.5"/>'
        f'<path class="end-{link.target}" d="M{goal} {level}l{tip} -4v8z"/></g>'
    )


def _legend(drawn: Layout) -> str:
    y = drawn.height + 10
    lines = (
        "Bold: the key of a table. A line leads from a column to the key that its values name.",
        "A full dot: the column always has a value. A hollow dot: it may be empty.",
    )
    return "\n".join(
        f'<text class="faint" x="{EDGE}" y="{y + number * LINE}">{line}</text>'
        for number, line in enumerate(lines)
    )


@cache
def _drawn(tables: tuple[Table, ...]) -> str:
    drawn = layout(tables)
    required = {(t.name, field.name): field.required for t in tables for field in t.fields}
    targets = sorted({link.target for link in drawn.links})
    width, height = drawn.width, drawn.height + _LEGEND
    words = f"{len(tables)} tables and the {len(drawn.links)} foreign keys between them"
    return (
        "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
                f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="title">',
                f'<title id="title">{words}</title>',
                f"<style>\n{_style(targets)}\n</style>",
                f'<rect class="ground" width="{width}" height="{height}"/>',
                *(_box(box) for box in drawn.boxes),
                *(_link(link, required[link.table, link.column]) for link in drawn.links),
                _legend(drawn),
                "</svg>",
            ]
        )
        + "\n"
    )


def diagram(tables: Sequence[Table]) -> str:
    """The tables and their foreign keys as an SVG image, with LF line ends.

    Args:
        tables: All tables; what their keys refer to must be among them.

    Raises:
        ValueError: if tables refer to each other in a circle (a table may refer to itself).
    """
    return _drawn(tuple(tables))


def entities(package: PackageMeta, described: Json) -> str:
    """The diagram of all tables, which are the same in every package."""
    return diagram(declared())
