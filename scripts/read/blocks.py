"""Text → blocks: every stretch that is not white space, in order, with what it is."""

import re
from collections.abc import Sequence

from scripts.read.article import Block
from scripts.read.datelines import dateline
from scripts.read.furniture import Line, kinds
from scripts.read.sentences import sentences
from scripts.read.shapes import own

#: A line of text, whatever ends it: a cell of a table holds none of these.
_LINE = re.compile(r"[^\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
#: Kinds that a sentence at the end of a paragraph may be of, by its own words.
_TAILS = frozenset({"legal", "promotion", "teaser", "credit"})


def blocks(text: str, start: int = 0, title: str = "") -> tuple[Block, ...]:
    """The blocks of an article: front matter, then one a line, in order and without overlap.

    A paragraph's dateline is a block of its own, and so is a call or a notice at its end. White
    space at either end of a line belongs to no block.

    Args:
        text: the article.
        start: offset behind its front matter, 0 if it has none.
        title: its title as front matter or record give it, else "".
    """
    front = (_trimmed(text, 0, start, "front_matter"),) if text[:start].strip() else ()
    spans = [
        (block.start, block.end)
        for match in _LINE.finditer(text, start)
        if (block := _trimmed(text, match.start(), match.end(), "")).start < block.end
    ]
    lines = []
    at = start
    for first, last in spans:
        lines.append(Line(text[first:last], max(0, text.count("\n", at, first) - 1)))
        at = last
    found: list[Block] = []
    begun = False
    for span, kind in zip(spans, kinds(lines, title), strict=True):
        if kind != "body":
            found.append(Block(*span, kind))
            continue
        found += _paragraph(text, *span, lead=not begun)
        begun = True
    return front + tuple(found)


def _trimmed(text: str, start: int, end: int, kind: str) -> Block:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Block(start + left, start + max(left, len(piece.rstrip())), kind)


def _paragraph(text: str, start: int, end: int, *, lead: bool) -> list[Block]:
    """A paragraph of the story as its dateline, its story and the calls behind it."""
    found: list[Block] = []
    size = dateline(text[start:end]) if lead else 0
    if size:
        found.append(_trimmed(text, start, start + size, "dateline"))
        start = start + size
    tails = _tails(text, sentences(text, start, end))
    stop = tails[0].start if tails else end
    found.append(_trimmed(text, start, stop, "body"))
    return found + tails


def _tails(text: str, pieces: Sequence[tuple[int, int]]) -> list[Block]:
    """The sentences at the end of a paragraph that are furniture; never its first sentence."""
    found: list[Block] = []
    for first, last in reversed(pieces[1:]):
        kind = own(text[first:last]).kind
        if kind not in _TAILS:
            break
        found.insert(0, Block(first, last, kind))
    return found
