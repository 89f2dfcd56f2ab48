"""The words of a sentence and their grammar, copied out of a parse into plain values.

Rules ask words for their neighbours a hundred times a word; every answer of spaCy's own tokens is
made anew, which takes longer than the parse itself. The names of the fields are spaCy's.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from unicodedata import category

Kind = tuple[str, str, str]  #: Penn tag, universal part of speech, relation to the head


class Word:
    """One token of a sentence.

    i: its place in the sentence. idx: its offset in `Words.text`. lower_: its text in lower case.
    tag_, pos_, dep_: Penn tag, universal part of speech, relation to its head. head: the word it
    hangs on, itself for a root. lefts, rights: the words that hang on it before and behind it.
    doc: the sentence. Words are compared by identity.
    """

    __slots__ = (
        *("i", "idx", "text", "lower_", "tag_", "pos_", "dep_"),
        *("doc", "head", "lefts", "rights"),
    )
    doc: "Words"

    def __init__(self, i: int, idx: int, text: str, lower: str, kind: Kind) -> None:
        self.i = i
        self.idx = idx
        self.text = text
        self.lower_ = lower
        self.tag_, self.pos_, self.dep_ = kind
        self.head = self
        self.lefts: Sequence[Word] = ()
        self.rights: Sequence[Word] = ()

    def __repr__(self) -> str:
        return self.text

    @property
    def children(self) -> Sequence["Word"]:
        """The words that hang on it, in order."""
        return [*self.lefts, *self.rights]

    @property
    def subtree(self) -> Iterator["Word"]:
        """It and all that hangs on it, in order."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def ancestors(self) -> Iterator["Word"]:
        """The words above it, from its head to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def root(self) -> "Word":
        """The word above it that hangs on none."""
        word = self
        while word.head is not word:
            word = word.head
        return word

    @property
    def left_edge(self) -> "Word":
        """The first word of its subtree."""
        return min(self.subtree, key=_place)

    @property
    def right_edge(self) -> "Word":
        """The last word of its subtree."""
        return max(self.subtree, key=_place)

    @property
    def conjuncts(self) -> Sequence["Word"]:
        """The other words of its coordination."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for word in found:
            found += [child for child in word.rights if child.dep_ == "conj"]
        return [word for word in found if word is not self]

    def nbor(self, by: int = 1) -> "Word":
        """The word some places on; IndexError outside the sentence."""
        if self.i + by < 0:
            raise IndexError(self.i + by)
        return self.doc[self.i + by]

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark."""
        return _is_punct(self.text)

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.text.isspace()

    @property
    def is_alpha(self) -> bool:
        """Whether it is of letters alone."""
        return self.text.isalpha()


class Words(tuple[Word, ...]):
    """The words of one sentence, in order; a slice is a plain tuple of words.

    text: the sentence, with plain marks.
    """

    text: str


def joined(
    text: str,
    tokens: Iterable[tuple[int, str, str, Kind]],
    heads: Sequence[int],
) -> Words:
    """The words of a sentence, tied to their heads.

    Args:
        text: The sentence.
        tokens: Of each its offset, its text, that in lower case, and its kind.
        heads: Of each the place of its head; its own for a root.
    """
    listed = [Word(place, *token) for place, token in enumerate(tokens)]
    doc = Words(listed)
    doc.text = text
    for word, head in zip(listed, heads, strict=True):
        word.doc = doc
        if head != word.i:
            word.head = above = listed[head]
            if head < word.i:
                above.rights = [*above.rights, word]
            else:
                above.lefts = [*above.lefts, word]
    return doc


def _place(word: Word) -> int:
    return word.i


@lru_cache(maxsize=10_000)
def _is_punct(text: str) -> bool:
    return all(category(mark).startswith("P") for mark in text)
