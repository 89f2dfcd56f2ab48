"""A layered layout of tables and their foreign keys: what stands where; the drawing is elsewhere.

In the manner of Sugiyama, Tagawa and Toda (1981): every table stands in a layer to the left of all
tables that it refers to; a line that passes a layer has a lane there; the items of a layer are
swapped as long as that makes lines shorter or lets fewer of them cross. All lines to one table
share lanes and, between two layers, the upright part. Lengths are in pixels, y grows downwards.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TypeVar

from schemas.tables import Table

LINE = 20  #: height of one line of a box
HEAD = 28  #: height of its head, which holds the name of the table
EDGE = 16  #: around everything
_GAP = 24  # between two boxes of a layer
_LANE = 14  # height that a lane takes
_TRACK = 10  # between two upright parts of lines
_SIDE = 20  # between a box and the nearest of them; loops of a table to itself lie there
_LETTER = 7.3  # width of a letter of 12 px, the widest of common monospaced faces
_PAD = 20  # beside the words of a box
_CROSSING = 90  # how many pixels of line a crossing is worth


@dataclass(frozen=True)
class Box:
    """A table as it is drawn: its upper left corner, its width and the columns that it lists."""

    table: Table
    columns: tuple[str, ...]  #: the key first, then those that refer to other rows
    x: int
    y: int
    width: int

    @property
    def height(self) -> int:
        """Of the head, a line for each column and one that counts those left out."""
        return _height(self.table)

    @property
    def more(self) -> str:
        """The last line: how many columns are left out."""
        return _more(self.table)

    def middle(self, column: str) -> int:
        """The y of the middle of a column's line."""
        return self.y + _down(self.table, column)


@dataclass(frozen=True)
class Link:
    """A foreign key of one column, and the corners of its line from the column to the key."""

    table: str
    column: str
    target: str
    key: str
    corners: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Layout:
    """Boxes, lines and the size of the whole."""

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    width: int
    height: int


@dataclass(frozen=True)
class _Item:
    """What takes up height in a layer: a table's box, or the lane of the lines to a table."""

    name: str
    is_box: bool


_T = TypeVar("_T")
_Layers = list[list[_Item]]


def listed(table: Table) -> tuple[str, ...]:
    """The columns that a box lists: the key, then the columns that refer to other rows."""
    referring = [column for key in table.foreign_keys for column in key.fields]
    return tuple(dict.fromkeys((*table.primary_key, *referring)))


def _more(table: Table) -> str:
    count = len(table.fields) - len(listed(table))
    return f"and {count} more column{'s' if count > 1 else ''}" if count else ""


def _height(table: Table) -> int:
    return HEAD + (len(listed(table)) + 1) * LINE


def _down(table: Table, column: str) -> int:
    return HEAD + listed(table).index(column) * LINE + LINE // 2


def _targets(table: Table) -> set[str]:
    return {key.table for key in table.foreign_keys} - {table.name}


def _depths(tables: Sequence[Table]) -> dict[str, int]:
    """Table → how far its longest way to a table that refers to none."""
    depths: dict[str, int] = {}
    while len(depths) < len(tables):
        ready = [t for t in tables if t.name not in depths and _targets(t) <= depths.keys()]
        if not ready:
            raise ValueError("tables refer to each other in a circle, which has no first layer")
        for table in ready:
            depths[table.name] = 1 + max((depths[name] for name in _targets(table)), default=-1)
    return depths


def _layers(tables: Sequence[Table], depths: Mapping[str, int]) -> _Layers:
    """The items of each layer, the leftmost layer first, in the order of the tables."""
    deepest = max(depths.values(), default=0)
    return [
        [_Item(table.name, is_box=True) for table in tables if depths[table.name] == depth]
        + [
            _Item(target.name, is_box=False)
            for target in tables
            if depths[target.name] < depth
            and any(depths[t.name] > depth and target.name in _targets(t) for t in tables)
        ]
        for depth in range(deepest, -1, -1)
    ]


def _tops(layers: _Layers, by_name: Mapping[str, Table]) -> dict[tuple[int, _Item], int]:
    """(Layer, item) → its upper edge; layers are centred beside each other."""
    sizes = [
        [_height(by_name[item.name]) if item.is_box else _LANE for item in layer]
        for layer in layers
    ]
    totals = [sum(layer) + _GAP * (len(layer) - 1) for layer in sizes]
    tops = {}
    for index, layer in enumerate(layers):
        y = EDGE + (max(totals) - totals[index]) // 2
        for item, size in zip(layer, sizes[index], strict=True):
            tops[index, item] = y
            y += size + _GAP
    return tops


def _ways(layers: _Layers, by_name: Mapping[str, Table]) -> list[tuple[Link, int, list[int]]]:
    """Each foreign key, the layer it starts in, and its y there and in each layer up to its key."""
    tops = _tops(layers, by_name)
    layer_of = {item.name: n for n, layer in enumerate(layers) for item in layer if item.is_box}
    found = []
    for table in by_name.values():
        start = layer_of[table.name]
        for key in table.foreign_keys:
            target, end = by_name[key.table], layer_of[key.table]
            box, goal = tops[start, _Item(table.name, True)], tops[end, _Item(target.name, True)]
            for column, reference in zip(key.fields, key.reference, strict=True):
                ys = [box + _down(table, column)]
                passed = range(start + 1, end)
                ys += [tops[n, _Item(target.name, False)] + _LANE // 2 for n in passed]
                ys.append(goal + _down(target, reference))
                found.append((Link(table.name, column, target.name, reference, ()), start, ys))
    return found


def _cost(layers: _Layers, by_name: Mapping[str, Table]) -> int:
    """Length of the upright parts of lines, and what their crossings are worth."""
    pieces: dict[int, set[tuple[str, int, int]]] = {}
    for link, start, ys in _ways(layers, by_name):
        if link.table != link.target:
            for step, (one, other) in enumerate(pairwise(ys)):
                pieces.setdefault(start + step, set()).add((link.target, one, other))
    length = sum(abs(a - b) for piece in pieces.values() for _, a, b in piece)
    crossings = sum(
        one[0] != other[0] and (one[1] - other[1]) * (one[2] - other[2]) < 0
        for piece in pieces.values()
        for one, other in combinations(sorted(piece), 2)
    )
    return length + _CROSSING * crossings


def _improved(order: list[_T], cost: Callable[[], int]) -> bool:
    """Swap two items of a list in place as long as the cost falls; whether any was swapped."""
    best, better, found = cost(), True, False
    while better:
        better = False
        for one, other in combinations(range(len(order)), 2):
            order[one], order[other] = order[other], order[one]
            now = cost()
            if now < best:
                best, better, found = now, True, True
            else:
                order[one], order[other] = order[other], order[one]
    return found


def _tracks(lines: Sequence[tuple[str, int, int]]) -> list[str]:
    """The tables whose lines run upright between two layers, from left to right.

    Args:
        lines: (table that the line leads to, y at its left, y at its right).
    """
    lefts = {name: {a for one, a, _ in lines if one == name} for name, _, _ in lines}
    rights = {name: {b for one, _, b in lines if one == name} for name, _, _ in lines}
    order = sorted(lefts)

    def cost() -> int:
        total = 0
        for near, far in combinations(order, 2):
            spans = {n: sorted(lefts[n] | rights[n]) for n in (near, far)}
            total += sum(spans[far][0] < y < spans[far][-1] for y in rights[near])
            total += sum(spans[near][0] < y < spans[near][-1] for y in lefts[far])
            total += _CROSSING * len(rights[near] & lefts[far])  # one would lie on the other
        return total

    _improved(order, cost)
    return order


def layout(tables: Sequence[Table]) -> Layout:
    """Where the boxes of tables and the lines of their foreign keys stand.

    Raises:
        ValueError: if tables refer to each other in a circle (a table may refer to itself).
    """
    by_name = {table.name: table for table in tables}
    layers = _layers(tables, _depths(tables))
    improved = True
    while improved:
        swapped = [_improved(layer, lambda: _cost(layers, by_name)) for layer in layers]
        improved = any(swapped)
    tops, ways = _tops(layers, by_name), _ways(layers, by_name)
    pieces: dict[int, list[tuple[str, int, int]]] = {}
    for link, start, ys in ways:
        if link.table != link.target:
            for step, (one, other) in enumerate(pairwise(ys)):
                pieces.setdefault(start + step, []).append((link.target, one, other))
    boxes: dict[str, Box] = {}
    track: dict[tuple[int, str], int] = {}
    x = EDGE
    for index, layer in enumerate(layers):
        shown = [by_name[item.name] for item in layer if item.is_box]
        words = [word for t in shown for word in (t.name, _more(t), *listed(t))]
        width = round(max(map(len, words)) * _LETTER) + _PAD
        for table in shown:
            top = tops[index, _Item(table.name, True)]
            boxes[table.name] = Box(table, listed(table), x, top, width)
        x += width + _SIDE
        order = _tracks(pieces.get(index, []))
        track |= {(index, name): x + number * _TRACK for number, name in enumerate(order)}
        x += max(len(order) - 1, 0) * _TRACK + _SIDE
    links = []
    for link, start, ys in ways:
        box, goal = boxes[link.table], boxes[link.target]
        right = box.x + box.width
        corners = [(right, ys[0])]
        if link.table == link.target:
            out = right + _SIDE // 2
            corners += [(out, ys[0]), (out, ys[-1]), (right, ys[-1])]
        else:
            for step, (one, other) in enumerate(pairwise(ys)):
                upright = track[start + step, link.target]
                corners += [(upright, one), (upright, other)]
            corners.append((goal.x, ys[-1]))
        links.append(Link(link.table, link.column, link.target, link.key, tuple(corners)))
    lowest = [box.y + box.height for box in boxes.values()]
    lowest += [y for link in links for _, y in link.corners]
    height = max(lowest, default=0) + EDGE
    return Layout(tuple(boxes[t.name] for t in tables), tuple(links), x - _SIDE + EDGE, height)
