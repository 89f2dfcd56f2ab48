"""The tree of a page → its lines: a paragraph, heading, item or row each."""

import re
from collections.abc import Iterator
from typing import Any

#: Elements that a browser breaks no line for, as trafilatura and HTML name them.
_INLINE = frozenset(
    re.findall(
        r"\w+",
        """
        a abbr acronym amp b bdi bdo big cite code data del dfn em font hi i ins kbd label mark
        nobr q ref s samp small span strike strong sub sup time tt u var wbr
        """,
    )
)
#: Elements that show no text of the story.
_UNSHOWN = frozenset(
    re.findall(
        r"\w+",
        """
        script style noscript template svg math head title select option button textarea iframe
        graphic figure
        """,
    )
)
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
#: A row of a table whose cells are all shorter holds data, no prose.
_CELL = 15


def lines(body: Any) -> Iterator[str]:
    """The lines of a story that trafilatura found, headings and items marked.

    A single line break inside a paragraph is a space unless a sentence ends there: some pages
    break lines where others fill them.
    """
    for child in _with_tail(body):
        if isinstance(child, str):
            yield from _flow([child])
        else:
            yield from _block(child)


def _block(element: Any) -> Iterator[str]:
    tag = element.tag
    if tag == "head":
        text = squeezed("".join(element.itertext()))
        if text:
            yield f"## {text}"
    elif tag == "item":
        yield from _prefixed("- ", _mixed(element))
    elif tag == "row":
        cells = [list(_mixed(cell)) for cell in element]
        if all(len(" ".join(cell).split()) <= _CELL for cell in cells):
            row = " | ".join(" ".join(cell) for cell in cells if cell)
            if row:
                yield f"| {row} |"
        else:
            yield from (line for cell in cells for line in cell)
    elif isinstance(tag, str) and tag not in _UNSHOWN:
        yield from _mixed(element)


def _mixed(element: Any) -> Iterator[str]:
    """Lines of an element that holds text and blocks."""
    run: list[str] = []
    for child in _with_tail(element):
        if isinstance(child, str):
            run.append(child)
        elif child.tag == "lb":
            run.append("\n")
        elif child.tag in _INLINE:
            run += ["\n" if one.tag == "lb" else "" for one in child.iter() if one.tag == "lb"]
            run.append("".join(child.itertext()))
        else:
            yield from _flow(run)
            run = []
            yield from _block(child)
    yield from _flow(run)


def _with_tail(element: Any) -> Iterator[Any]:
    """Texts and elements of an element, in order."""
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""


def _flow(run: list[str]) -> Iterator[str]:
    """Lines of a run of text in which a line feed stands for a break of the page."""
    line = ""
    empty = False
    for piece in "".join(part if part == "\n" else _flat(part) for part in run).split("\n"):
        text = squeezed(piece)
        if line and text and (empty or _SENTENCE_END.search(line) or len(line) < 40):
            yield line
            line = text
        elif text:
            line = f"{line} {text}" if line else text
        empty = not text
    if line:
        yield line


def _flat(text: str) -> str:
    return re.sub(r"\s", " ", text)


def _prefixed(mark: str, found: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(found):
        yield line if number else f"{mark}{line.lstrip('-•* ')}"


def squeezed(text: str) -> str:
    """A text with single spaces for every white space, none at its ends."""
    return " ".join(text.split())


def chunks(tree: Any) -> Iterator[tuple[str, str]]:
    """All lines that a page shows, each with the `datetime` of a `<time>` in it, "" if none."""
    run: list[str] = []
    when = ""
    for what, value in _walk(tree):
        if what == "text":
            run.append(value)
        elif what == "time":
            when = when or value
        else:
            text = squeezed("".join(run))
            if text:
                yield text, when
                when = ""
            run = []
    text = squeezed("".join(run))
    if text:
        yield text, when


def _walk(tree: Any) -> Iterator[tuple[str, str]]:
    """Text, times and breaks in the order of the page; no recursion, for pages nest deeply."""
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        element, done = stack.pop()
        block = element.tag not in _INLINE
        shown = isinstance(element.tag, str) and element.tag not in _UNSHOWN - {"figure"}
        if done:
            if block:
                yield "break", ""
            if element.tail:
                yield "text", element.tail
            continue
        if block:
            yield "break", ""
        if element.tag == "time":
            yield "time", element.get("datetime") or ""
        stack.append((element, True))
        if shown:
            if element.text:
                yield "text", element.text
            stack += [(child, False) for child in reversed(element)]
