"""Sentences of an article with their grammar, in batches over the articles."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from scripts.find.drafts import Span
from scripts.find.grammar import grammar, model
from scripts.read.article import STORY, Article
from scripts.read.sentences import sentences

#: Ends of nouns that look like plurals and are none.
_SINGULAR = ("ss", "us", "is", "news", "series")
_WHO = re.compile(r"(?<![\w-])WHO(?![\w-])")
#: Typographic marks → plain ones, one character for one, so that offsets stay.
PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "\u00a0": " ", "‑": "-"}
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article and its parse.

    span: where it stands in the article. block: index into `Article.blocks`.
    doc: the words of its text with plain marks; `offset(token)` gives article offsets.
    """

    span: Span
    block: int
    doc: Any

    def offset(self, token: Any) -> Span:
        """Where a token stands in the article."""
        start = self.span.start + token.idx
        return Span(start, start + len(token.text))

    def cover(self, tokens: Iterable[Any]) -> Span:
        """The stretch of the article from the first to the last of some tokens."""
        listed = sorted(tokens, key=lambda token: token.i)
        return Span(self.offset(listed[0]).start, self.offset(listed[-1]).end)

    def tokens(self, span: Span) -> list[Any]:
        """The tokens that share a character with a stretch of the article."""
        start, end = span.start - self.span.start, span.end - self.span.start
        first = max(bisect_right(self.doc, start, key=_begin) - 1, 0)
        last = bisect_left(self.doc, end, lo=first, key=_begin)
        return [token for token in self.doc[first:last] if token.idx + len(token.text) > start]


@lru_cache(maxsize=100_000)
def _lemma(word: str, pos: str) -> str:
    if pos not in {"NOUN", "VERB", "ADJ", "AUX", "ADV"}:
        return word
    if pos == "NOUN" and word.endswith(_SINGULAR):
        return word  # "press", "bus", "crisis": no plural
    token = model().make_doc(word)[0]
    token.pos_ = pos
    forms = [str(form) for form in model().get_pipe("lemmatizer").rule_lemmatize(token)]
    # "waged" is of "wage": of "wag" it would be "wagged".
    return next((form for form in forms if form[:-1] in forms and form[-1] == "e"), forms[0])


def lemma(token: Any) -> str:
    """Dictionary form of a token, lower case; participles used as adjectives go to their verb."""
    pos = token.pos_
    if token.tag_ in {"VBN", "VBG", "VBD"}:
        pos = "VERB"
    return _lemma(token.lower_, pos)


def verb_lemma(token: Any) -> str:
    """Dictionary form of a token read as a verb, whatever the tagger took it for."""
    return _lemma(token.lower_, "VERB")


def _begin(token: Any) -> int:
    return int(token.idx)


def legible(text: str) -> str:
    """A text as the parser is to read it: plain marks, and no body called "WHO", of equal length.

    Taggers take that name for the pronoun; other letters in its place are read as a name.
    """
    plain = text.translate(PLAIN)
    return plain if plain.isupper() else _WHO.sub("FAO", plain)


def read_sentence(text: str) -> Sentence:
    """A sentence that stands by itself, with its parse; offsets count in the text given."""
    (words,) = grammar([legible(text)])
    return Sentence(Span(0, len(text)), 0, words)


def noun_lemma(token: Any) -> str:
    """Dictionary form of a token read as a noun, as of "Rockets" at the head of a sentence."""
    return _lemma(token.lower_, "NOUN")


def parse(articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Sentence, ...]]]:
    """Each article with the sentences of its story, in order; no article bears on another."""
    for article in articles:
        places = [
            (index, Span(start, end))
            for index, block in enumerate(article.blocks)
            if block.kind in STORY
            for start, end in sentences(article.text, block.start, block.end)
        ]
        parsed = grammar([legible(span.of(article.text)) for _, span in places])
        told = zip(places, parsed, strict=True)
        yield article, tuple(Sentence(span, index, words) for (index, span), words in told)
