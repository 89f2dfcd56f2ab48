"""What "they", "it" and "he" go back to: subjects first, within the sentence or the one before."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from scripts.find.clauses import noun_phrase, phrases
from scripts.find.drafts import Mention, Span
from scripts.find.parse import Sentence
from scripts.find.units import invariant_nouns
from scripts.resolve.sides import joined

#: Words → ids of the actors they stand for.
Standing = Callable[[Span], Sequence[str]]
_BODIES = frozenset({"country", "capital", "organisation", "armed_group", "polity"})
_GOVERNED = re.compile(r"\b(?:of|in|to|from|with|by|for|on|against|at|near|between) (?:the )?$")
_PLURAL = frozenset({"NNS", "NNPS"})


@lru_cache(maxsize=64)
def _subjects(sentence: Sentence) -> tuple[tuple[Span, bool], ...]:
    """Noun phrases that a clause of a sentence is about, and whether they are plural."""
    if sentence.doc is None:
        return ()
    found = []
    for token in sentence.doc:
        if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ in {"NOUN", "PROPN"}:
            span = noun_phrase(sentence, token)
            behind = phrases(token, {"of", "from"}, deep=False)[:1]  # "envoys from Peru"
            end = sentence.offset(behind[0]).end if behind else span.end
            many = token.tag_ in _PLURAL or token.lower_ in invariant_nouns()
            found.append((Span(span.start, max(end, span.end)), many))
    return tuple(found)


def antecedents(
    text: str,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    span: Span,
    number: str,
    standing: Standing,
) -> tuple[str, ...]:
    """What a pronoun goes back to, within its sentence or the one before.

    Args:
        text: The flat text.
        mentions: Its mentions, in order.
        sentences: Its sentences, in order.
        span: The pronoun.
        number: many | one | person, the kind of the pronoun.
        standing: Words before the pronoun → ids of the actors they stand for.

    Returns:
        Actor ids; ("pair",) for the two sides of the story; empty where it stays open.
    """
    at = max((i for i, s in enumerate(sentences) if s.span.start <= span.start), default=-1)
    for index in (at, at - 1):
        if index < 0:
            continue
        sentence = sentences[index]
        teller = _teller(sentence, span, number) if index == at else None
        if teller is not None:
            named = [m.code for m in mentions if m.kind == "person" and m.span.meets(teller)]
            meant = named if number == "person" else standing(teller)
            if meant or number != "person":
                return tuple(dict.fromkeys(meant))
        near = [m for m in mentions if sentence.span.covers(m.span) and m.span.end <= span.start]
        if number == "person":
            found = _only([m.code for m in near if m.kind == "person"])
        elif number == "many":
            found = _many(text, sentence, near, span, standing)
        else:
            found = _one(text, sentence, near, span, standing)
        if found is not None:
            return found
    return ()


def _teller(sentence: Sentence, span: Span, number: str) -> Span | None:
    """Who says what a pronoun is the subject of: "officials said they had freed nine"."""
    if sentence.doc is None:
        return None
    for token in sentence.tokens(span)[:1]:
        verb = token.head
        while verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head != verb:
            verb = verb.head
        if token.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "ccomp" or verb.i < verb.head.i:
            return None
        for child in verb.head.children:
            if child.dep_ == "nsubj" and child.i < token.i and child.pos_ in {"NOUN", "PROPN"}:
                joined = any(c.dep_ == "conj" for c in child.children)
                many = child.tag_ in _PLURAL or joined or child.lower_ in invariant_nouns()
                if many == (number == "many"):
                    return (
                        sentence.cover([child, *child.subtree])
                        if joined
                        else noun_phrase(sentence, child)
                    )
    return None


def _many(
    text: str, sentence: Sentence, near: Sequence[Mention], span: Span, standing: Standing
) -> tuple[str, ...] | None:
    if near and near[-1].kind == "pair":
        return ("pair",)
    pairs = joined(text, near, {})
    if pairs:
        return pairs[-1]
    if any(m.kind == "pair" for m in near):
        return ("pair",)
    return _only(_about(sentence, span, standing, plural=True))


def _one(
    text: str, sentence: Sentence, near: Sequence[Mention], span: Span, standing: Standing
) -> tuple[str, ...] | None:
    about = _about(sentence, span, standing, plural=False)
    if about:
        return _only(about)
    free = [m for m in near if m.kind in _BODIES and not _is_governed(text, m)]
    return _only([m.country or m.code for m in free if m.country or m.code])


def _only(ids: Sequence[str]) -> tuple[str, ...] | None:
    """The one id; an empty tuple for several, None for none: look further back."""
    found = list(dict.fromkeys(ids))
    if not found:
        return None
    return (found[0],) if len(found) == 1 else ()


def _is_governed(text: str, mention: Mention) -> bool:
    before = _GOVERNED.search(text, max(0, mention.span.start - 14), mention.span.start)
    return bool(before) or text.startswith("'", mention.span.end)


def subjects_before(sentence: Sentence, span: Span) -> tuple[Span, ...]:
    """What the main clauses of a sentence before a phrase are about."""
    if sentence.doc is None:
        return ()
    return tuple(
        noun_phrase(sentence, token)
        for token in sentence.doc
        if token.dep_ in {"nsubj", "nsubjpass"}
        and token.head.dep_ in {"ROOT", "conj"}
        and sentence.offset(token).end <= span.start
    )


def _about(sentence: Sentence, span: Span, standing: Standing, plural: bool) -> list[str]:
    """Ids of the countries, bodies and groups that the clauses before a pronoun are about.

    A name may be singular and mean many ("Hamas … they").
    """
    found: list[str] = []
    for phrase, many in _subjects(sentence):
        if phrase.end > span.start or (many and not plural):
            continue
        meant = [one for one in standing(phrase) if not one.startswith("person-")]
        group = any(one.startswith(("armed-group-", "group-")) for one in meant)
        if len(meant) == 1 and (many or group or not plural):
            found += meant
    return found
