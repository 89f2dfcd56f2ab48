import re
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

import pytest

from schemas.tables import Field, ForeignKey, Table, tables
from scripts.publish.diagram import diagram
from scripts.publish.layered import Layout, layout

SVG = "{http://www.w3.org/2000/svg}"


def made(name: str, *refers: str) -> Table:
    """A table whose key is its name, with a column for each table that it refers to."""
    columns = (name, *(f"{other}_ref" for other in refers))
    fields = tuple(
        Field(column, "string", "", "", None, column == name, None, None, None, None)
        for column in columns
    )
    keys = tuple(ForeignKey((f"{other}_ref",), other, (other,)) for other in refers)
    return Table(name, name, "", fields, (name,), (), keys)


@pytest.fixture(scope="module")
def drawn() -> Layout:
    return layout(tables())


def test_every_table_is_a_box_with_its_key_and_every_foreign_key_a_line(drawn: Layout) -> None:
    root = ET.fromstring(diagram(tables()))
    words = [text.text for text in root.iter(f"{SVG}text")]
    for table in tables():
        assert table.name in words
        assert set(table.primary_key) <= set(words)
    lines = {title.text for title in root.iter(f"{SVG}title")}
    wanted = {
        f"{table.name}.{key.fields[0]} → {key.table}.{key.reference[0]}"
        for table in tables()
        for key in table.foreign_keys
    }
    assert wanted <= lines
    assert len(drawn.links) == len(wanted) == len(root.findall(f"{SVG}g"))


def test_no_two_boxes_overlap_and_all_lie_within_the_picture(drawn: Layout) -> None:
    for one, other in combinations(drawn.boxes, 2):
        beside = one.x + one.width < other.x or other.x + other.width < one.x
        assert beside or one.y + one.height < other.y or other.y + other.height < one.y
    for box in drawn.boxes:
        assert box.x > 0 < box.y
        assert box.x + box.width < drawn.width
        assert box.y + box.height < drawn.height


def test_no_line_runs_through_a_box_or_out_of_the_picture(drawn: Layout) -> None:
    for link in drawn.links:
        for (x, y), (right, down) in pairwise(link.corners):
            assert 0 < min(x, right) <= max(x, right) < drawn.width
            assert 0 < min(y, down) <= max(y, down) < drawn.height
            for box in drawn.boxes:
                across = min(x, right) < box.x + box.width and max(x, right) > box.x
                along = min(y, down) < box.y + box.height and max(y, down) > box.y
                assert not (across and along), (link, box.table.name)


def test_lines_to_different_tables_never_lie_on_each_other(drawn: Layout) -> None:
    for one, other in combinations(drawn.links, 2):
        if one.target == other.target:
            continue
        for (a, b), (c, d) in pairwise(one.corners):
            for (e, f), (g, h) in pairwise(other.corners):
                level = b == d == f == h and max(min(a, c), min(e, g)) < min(max(a, c), max(e, g))
                upright = a == c == e == g and max(min(b, d), min(f, h)) < min(max(b, d), max(f, h))
                assert not level, (one, other)
                assert not upright, (one, other)


def test_a_line_starts_at_its_column_and_ends_at_the_key(drawn: Layout) -> None:
    boxes = {box.table.name: box for box in drawn.boxes}
    for link in drawn.links:
        start, end = boxes[link.table], boxes[link.target]
        assert link.corners[0] == (start.x + start.width, start.middle(link.column))
        edge = end.x + end.width if link.table == link.target else end.x
        assert link.corners[-1] == (edge, end.middle(link.key))


def test_the_picture_needs_nothing_from_elsewhere_and_knows_light_and_dark() -> None:
    text = diagram(tables())
    assert re.findall(r"https?://[^\"]+", text) == ["http://www.w3.org/2000/svg"]
    assert "<script" not in text
    assert "@import" not in text
    assert "prefers-color-scheme:dark" in text
    assert text.endswith("</svg>\n")


def test_every_table_that_is_referred_to_has_a_colour_of_its_own() -> None:
    targets = {key.table for table in tables() for key in table.foreign_keys}
    ends = re.findall(r"--to-\w+:(#\w+)", diagram(tables()).split("@media")[0])
    assert len(set(ends)) == len(targets)


def test_the_order_of_tables_moves_no_line_off_its_column() -> None:
    turned = layout(tuple(reversed(tables())))
    assert {box.table.name for box in turned.boxes} == {table.name for table in tables()}


def test_a_line_that_passes_a_layer_has_a_lane_there() -> None:
    drawn = layout((made("low"), made("mid", "low"), made("high", "mid", "low")))
    (far,) = (link for link in drawn.links if (link.table, link.target) == ("high", "low"))
    (mid,) = (box for box in drawn.boxes if box.table.name == "mid")
    over = [y for (x, y), (right, _) in pairwise(far.corners) if x < mid.x < right]
    assert over
    assert not any(mid.y <= y <= mid.y + mid.height for y in over)


def test_tables_that_refer_in_a_circle_have_no_layers() -> None:
    with pytest.raises(ValueError, match="circle"):
        layout((made("one", "two"), made("two", "one")))
