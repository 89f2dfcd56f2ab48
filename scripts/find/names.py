"""Mentions of actors and places in an article: known names, names by their shape, pairs, roles."""

import re
from collections.abc import Iterable, Sequence

from scripts.find.drafts import Mention, Span
from scripts.find.gazetteer import flat, known
from scripts.find.parse import Sentence
from scripts.read.article import Article

#: Words that stand for the two countries of a story, named before.
_PAIR = re.compile(
    r"(?<![\w-])(?:the two|both|the|their two|these two|the opposing|the rival|the warring)"
    r"(?: (?:rival|warring|opposing|neighbou?ring|former|\w+an|\w+ish))?"
    r" (?P<noun>countries|sides|nations|neighbou?rs|parties|governments|states|leaders|capitals"
    r"|foreign ministers|presidents|prime ministers|armies|republics|foes|rivals|delegations)(?!\w)",
    re.IGNORECASE,
)
_TWO = re.compile(r"\b(?:two|both)\b", re.IGNORECASE)
#: Nouns that mean the two of a story even after a bare "the".
_BARE = frozenset({"sides", "parties", "neighbours", "neighbors"})


def _pairs(text: str) -> Iterable[Mention]:
    for match in _PAIR.finditer(text):
        if _TWO.search(match.group()) or match.group("noun").lower() in _BARE:
            yield Mention(Span(*match.span()), "pair", "", "")


def _longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions that share no character, the longest first served, then the earlier."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span, m.kind)):
        if not any(mention.span.meets(other.span) for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.span)


def find_mentions(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The words of an article's story that name actors and places.

    Args:
        article: The article; only its story is read.
        sentences: Its sentences with their parse (see `scripts/find/parse.py`).

    Returns:
        Mentions in the order of the text; none shares a character with another.
    """
    text = flat(article.text)
    story = [Span(block.start, block.end) for block in article.story]
    found = [*known(text), *_pairs(text)]
    inside = [m for m in found if any(block.covers(m.span) for block in story)]
    return tuple(mention for mention in _longest(inside) if mention.kind)
