"""A page of HTML → its story as text and what the page says about itself.

trafilatura tells the story from what stands around it. The title and the lines that print when
the story was published are put on top of it, for they are part of the article; one paragraph a
line, headings as `## …`, items of lists as `- …`. What the page only says to machines goes to the
metadata.
"""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from scripts.read.page_fields import Fields, article_field, fields, published
from scripts.read.page_lines import chunks, lines
from scripts.read.shapes import own, same
from scripts.read.text import TextError

#: Letters that show nothing: soft hyphens, joiners of no width, marks of direction.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_TAG = re.compile(r"<[a-zA-Z!]")
#: A story of the page that is shorter than this part of `articleBody` is only its beginning.
_WHOLE = 0.6
#: So many lines above a title may still tell when it was published.
_ABOVE = 3
_LONGEST_STAMP = 120
_WORD = re.compile(r"\w+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Page:
    """A page that was read. text: its article; meta: title, publisher, byline, url and so on."""

    text: str
    meta: Mapping[str, str]


def page(source: str) -> Page:
    """The story of a page and its metadata.

    Args:
        source: the page's HTML.

    Raises:
        TextError: if it is no HTML, or no story is found in it.
    """
    if not _TAG.search(source):
        raise TextError("it holds no HTML; rename it to .txt if it is plain text")
    tree = _tree(source)
    if tree is None:
        raise TextError("it is no HTML that can be read; save the page again")
    told = fields(tree, source)
    story = _story(tree, told)
    if not any(_leads(line, told.title) for line in story):
        raise TextError("no story is found in the page; save the article's own page or its text")
    stamps, times = _stamps(list(chunks(tree)), story, told.title)
    meta = {
        "title": told.title,
        "publisher": told.publisher,
        "byline": told.byline,
        "url": told.url,
        "language": told.language,
        "published": published(tree, told) or times,
    }
    shown = {name: _cell(value) for name, value in meta.items()}
    return Page(_UNSEEN.sub("", _text(told.title, stamps, story)), MappingProxyType(shown))


def _cell(value: str) -> str:
    """A value without hidden letters and halves of characters."""
    return _UNSEEN.sub("", value).encode("utf-8", "replace").decode("utf-8")


def _tree(source: str) -> Any | None:
    """The page as a tree; None where it holds nothing."""
    from trafilatura.utils import load_html  # noqa: PLC0415 (costs a second)

    for library in ("trafilatura", "htmldate"):  # they tell faults of pages on standard error
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)
    if "<html" not in source[:2000].lower():
        source = f"<html><body>{source}</body></html>"
    tree = load_html(source)
    if tree is not None:
        _plain_elements(tree)
    return tree


def _plain_elements(tree: Any) -> None:
    """Turn `<q>` into quotation marks and the empty lines of `<pre>` into paragraphs."""
    for quote in tree.iter("q"):
        quote.tag = "span"
        quote.text = "“" + (quote.text or "")
        last = quote[-1] if len(quote) else None
        if last is None:
            quote.text += "”"
        else:
            last.tail = (last.tail or "") + "”"
    for block in list(tree.iter("pre")):
        parts = re.split(r"\n\s*\n", "".join(block.itertext()))
        tail = block.tail
        block.clear()
        block.tag, block.tail = "div", tail
        for part in parts:
            paragraph = block.makeelement("p")
            paragraph.text = " ".join(part.split())
            block.append(paragraph)


def _story(tree: Any, told: Fields) -> list[str]:
    """The lines of the story: those of the page, or of `articleBody` where it has more."""
    from trafilatura import bare_extraction  # noqa: PLC0415 (costs a second)

    found: Any = bare_extraction(tree, include_comments=False, with_metadata=False)
    story = [] if found is None or found.body is None else list(lines(found.body))
    given = _given(article_field(told.article, "articleBody"))
    own_words, given_words = (_WORD.findall(" ".join(one)) for one in (story, given))
    if len(own_words) < _WHOLE * len(given_words) or own_words == given_words:
        story = given or story
    return story


def _given(body: str) -> list[str]:
    """The lines of `articleBody`: plain text, or HTML."""
    if re.search(r"</?(?:p|div|br)\b", body, re.IGNORECASE):
        tree = _tree(f"<html><body>{body}</body></html>")
        return [] if tree is None else [text for text, _ in chunks(tree)]
    return [" ".join(line.split()) for line in body.splitlines() if line.strip()]


def _leads(line: str, title: str) -> bool:
    """Whether a line is of the story rather than its title or a heading."""
    return not line.startswith(("## ", "| ")) and not same(line, title)


def _stamps(shown: list[tuple[str, str]], story: list[str], title: str) -> tuple[list[str], str]:
    """Lines between title and story that print when it was published; the day of a `<time>`."""
    texts = [text for text, _ in shown]
    leading = [line.lstrip("-|# ") for line in story if _leads(line, title)]
    begin = next((line for line in leading if len(line) > _LONGEST_STAMP), leading[0])
    end = next((i for i, text in enumerate(texts) if text.startswith(begin[:60])), 0)
    heads = [i for i in range(end) if title and same(texts[i], title)]
    start = heads[-1] + 1 if heads else max(0, end - 2 * _ABOVE)
    lines, when = _printed(shown[start:end])
    if not lines and heads:
        lines, above = _printed(shown[max(0, heads[-1] - _ABOVE) : heads[-1]])
        when = when or above
    return [line for line in lines if line not in story], when


def _printed(region: list[tuple[str, str]]) -> tuple[list[str], str]:
    """The stamps among some lines, and the first `datetime` there that names a day."""
    stamps = [
        text
        for text, _ in region
        if len(text) <= _LONGEST_STAMP
        and own(text).kind in {"stamp", "byline"}
        and re.search(r"\d", text)
    ]
    return stamps, next((when for _, when in region if _DAY.match(when)), "")


def _text(title: str, stamps: list[str], story: list[str]) -> str:
    """Title, stamps and story, a paragraph a line, empty lines between them."""
    if story[0].startswith(f"{title} ") and title:  # a page so short that it is taken whole
        story = [story[0].removeprefix(title).lstrip(), *story[1:]]
    heads = [i for i, line in enumerate(story[:4]) if same(line.lstrip("# "), title)]
    if heads:
        story = [*story[: heads[0]], *story[heads[0] + 1 :]]
    top = [title, *stamps] if title else stamps
    return "\n\n".join([*top, *story]) + "\n"
