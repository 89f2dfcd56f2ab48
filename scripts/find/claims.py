"""Who claims a number that stands in nobody's reported words: "Moscow puts the figure at 63"."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from scripts.find.drafts import FigureDraft, Span, StatementDraft
from scripts.find.parse import Sentence, lemma
from scripts.lexicon import rows

#: Ties of a word to what it stands in that lead out of the clause that claims.
_OUT = frozenset({"relcl", "advcl", "acl", "conj", "appos", "parataxis"})
_SUBJECTS = frozenset({"nsubj"})


@cache
def _verbs() -> frozenset[tuple[str, str]]:
    return frozenset((row["verb"], row["particle"]) for row in rows("claim_verbs"))


def _claims(verb: Any, below: Any) -> bool:
    """Whether a verb claims the number that hangs on one of its words."""
    particle = below.lower_ if below.dep_ == "prep" else ""
    name = lemma(verb)
    if (name, "") in _verbs():
        return particle in {"", "at"} or below.dep_ != "prep"
    return (name, particle) in _verbs()


def _subject(sentence: Sentence, verb: Any) -> Span | None:
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    return None if subject is None else sentence.cover(_phrase(subject))


def _phrase(head: Any) -> list[Any]:
    """The words of a name or noun, without what is told of it in a clause of its own."""
    inner = {"det", "amod", "compound", "poss", "case", "nmod", "prep", "pobj", "punct"}
    found = [head]
    for child in head.children:
        if child.dep_ in inner and child.dep_ != "punct":
            found += _phrase(child)
    return found


def _according(sentence: Sentence, chain: Sequence[Any]) -> Span | None:
    """Whom the clause of a number names as its source: "23 rebels, according to the army"."""
    for verb in chain:
        for child in verb.children:
            if child.lower_ == "according":
                for to in child.children:
                    named = [token for token in to.children if token.dep_ == "pobj"]
                    if to.lower_ == "to" and named:
                        return sentence.cover(_phrase(named[0]))
    return None


def claimant(sentence: Sentence, span: Span) -> Span | None:
    """The words that name who claims a number; None where nobody does.

    Args:
        sentence: The sentence of the number.
        span: Where the number stands in the article.
    """
    tokens = sentence.tokens(span)
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head.i not in inside), None)
    if top is None:
        return None
    below, at, inner = top, top, [top]
    leaving = False
    while at.head.i != at.i:
        leaving = leaving or at.dep_ in _OUT
        below, at = at, at.head
        inner.append(at)
        if not leaving and at.pos_ in {"VERB", "AUX"} and _claims(at, below):
            found = _subject(sentence, at)
            if found is not None:
                return None if found.meets(span) else found
    return _according(sentence, inner)


def claims(
    sentences: Sequence[Sentence],
    figures: Sequence[FigureDraft],
    spoken: Sequence[StatementDraft],
) -> list[StatementDraft | None]:
    """For each figure its claim as a statement would be drafted; None where nobody claims it.

    A figure within reported words is claimed by who said them, and that is told there.
    """
    found: list[StatementDraft | None] = []
    starts = [sentence.span.start for sentence in sentences]
    at = 0
    for figure in figures:
        while at + 1 < len(starts) and starts[at + 1] <= figure.span.start:
            at += 1
        while at and starts[at] > figure.span.start:
            at -= 1
        held = any(one.span.covers(figure.span) for one in spoken)
        named = None
        if not held and sentences and sentences[at].span.covers(figure.span):
            named = claimant(sentences[at], figure.span)
        found.append(
            None
            if named is None
            else StatementDraft(figure.span, "indirect", named, "", "", None, "claimed")
        )
    return found
