"""A text as an article with sentences that need no parser: names are found by shape alone."""

import re

from scripts.find.drafts import Mention, Span
from scripts.find.names import find_mentions
from scripts.find.parse import Sentence
from scripts.read.article import Article, Block
from scripts.read.sentences import sentences


def story(text: str) -> tuple[Article, tuple[Sentence, ...]]:
    """Every line a paragraph of the body."""
    blocks = tuple(
        Block(match.start(), match.end(), "body") for match in re.finditer(r"[^\n]*\S[^\n]*", text)
    )
    parsed = tuple(
        Sentence(Span(start, end), index, None)
        for index, block in enumerate(blocks)
        for start, end in sentences(text, block.start, block.end)
    )
    return Article("story", "articles/story.txt", text, "", {}, blocks), parsed


def mentions(text: str) -> tuple[Mention, ...]:
    """The mentions of a text."""
    return find_mentions(*story(text))


def read(text: str, *kinds: str) -> list[tuple[str, str]]:
    """Words and country (or, without one, code) of the mentions of some kinds, or of all."""
    return [
        (m.span.of(text), m.country or m.code)
        for m in mentions(text)
        if not kinds or m.kind in kinds
    ]


def span(text: str, words: str) -> Span:
    """Where words stand in a text, the first time."""
    start = text.index(words)
    return Span(start, start + len(words))
