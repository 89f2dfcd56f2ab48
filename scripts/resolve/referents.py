"""Who and what an article has named so far: what pronouns and "the minister" can go back to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.find.cues import is_document, words
from scripts.find.drafts import Span, StatementDraft
from scripts.find.naming import naming
from scripts.find.parse import Sentence
from scripts.find.titles import titles
from scripts.resolve.speaker_names import Names

#: How many sentences before its own a pronoun may go back, and a short name.
REACH = 4
BACK = 25

_BODIES = {"organisation", "armed_group", "polity"}
#: Capitals of which nothing is known: perhaps a person, perhaps a body.
_NAME = re.compile(r"[A-Z][\w.’'-]+(?: (?:[a-z]{2,3} )?[A-Z][\w.’'-]*){0,3}")
_SEXED = re.compile(
    r"\b(?:(?P<man>Mr|King|Prince|\w+(?:sman|rman)|father|brother|son|husband)"
    r"|(?P<woman>Mrs|Ms|Queen|Princess|\w+(?:swoman|rwoman)|mother|sister|daughter|wife))\b"
)
_SEXES = frozenset({"he", "she"})
_NAMING = frozenset({"NOUN", "PROPN", "NUM"})
_SINGULAR = {"NN", "NNP"}


@dataclass(frozen=True)
class Referent:
    """Somebody or something named in a sentence.

    words: where. kind: person | document | group | body | name (person or body).
    sentence: index of its sentence. subject: whether a clause is about it.
    """

    words: Span
    kind: str
    sentence: int
    subject: bool


@dataclass(frozen=True)
class Index:
    """What an article calls things, and what each of its sentences names.

    begins: where the sentences start. quoted: the quotations, in order. people: where the names of
    persons end → their spans; bodies: where those of bodies end. seen: referents of the sentences
    that were asked for, by index of their sentence.
    """

    names: Names
    sentences: tuple[Sentence, ...]
    begins: tuple[int, ...]
    quoted: tuple[Span, ...]
    people: Mapping[int, Span]
    bodies: frozenset[int]
    seen: dict[int, tuple[Referent, ...]]

    @property
    def text(self) -> str:
        """The flat text of the article."""
        return self.names.text


def sentence_at(index: Index, span: Span) -> int:
    """Index of the sentence that a span begins in."""
    return max(bisect_right(index.begins, span.start) - 1, 0)


def make_index(
    names: Names, sentences: Sequence[Sentence], drafts: Sequence[StatementDraft]
) -> Index:
    """The index of an article from its names, sentences and statements.

    No pronoun outside the quotations goes back to what is inside them before it goes back to who
    says them.
    """
    return Index(
        names,
        tuple(sentences),
        tuple(sentence.span.start for sentence in sentences),
        tuple(sorted(draft.span for draft in drafts if draft.kind == "direct")),
        {m.span.end: m.span for m in names.mentions if m.kind == "person"},
        frozenset(m.span.end for m in names.mentions if m.kind in _BODIES),
        {},
    )


def named_in(index: Index, number: int) -> tuple[Referent, ...]:
    """What a sentence names outside its quotations, in order; nothing before the first one."""
    if not 0 <= number < len(index.sentences):
        return ()
    if number not in index.seen:
        index.seen[number] = tuple(_referents(index, number))
    return index.seen[number]


def _referents(index: Index, number: int) -> Iterator[Referent]:
    sentence = index.sentences[number]
    first = max(bisect_left(index.quoted, sentence.span) - 1, 0)
    last = bisect_left(index.quoted, Span(sentence.span.end, 0))
    inside = index.quoted[first:last]
    for token in sentence.doc:
        if token.pos_ not in _NAMING:
            continue
        subject = token.dep_ in {"nsubj", "nsubjpass"}
        place = sentence.offset(token)
        named = place.end in index.people or place.end in index.bodies
        if not (subject or named or is_document(token)):
            continue
        if any(place.meets(span) for span in inside):
            continue
        span = sentence.cover(naming(token))
        kind = _kind(index, token, span, place)
        if not kind and not span.covers(place) and _NAME.fullmatch(span.of(index.text)):
            kind = "name"  # "his counterpart, Jane Roe, agreed"
        if kind:
            yield Referent(span, kind, number, subject)


def _kind(index: Index, token: Any, span: Span, place: Span) -> str:
    text, people, known = index.text, index.people, place.end in index.bodies
    tag, low = token.tag_, token.lower_
    ends = (span.end, span.end - 2, place.end)  # "Jane Roe of Leeds" is Jane Roe
    if any(end in people and people[end].meets(span) for end in ends):
        return "person"
    if is_document(token):
        return "document"
    if tag in {"NNS", "NNPS"} and not span.of(text)[-1:].isupper():
        return "group"
    if tag == "CD":
        return "person" if low == "one" and span.of(text)[3:7].lower() == " of " else ""
    if low.islower() and any(t.span.end == span.end for t in titles(text, span.start, span.end)):
        return "person"
    if tag == "NNP" and not known and not _institution(low) and _NAME.fullmatch(span.of(text)):
        return "name"
    if tag in _SINGULAR and (tag == "NNP" or _institution(low)):
        return "body"
    return "person" if low.endswith(("man", "woman", "person")) else ""


def _institution(word: str) -> bool:
    return word in words("institution") or word in words("outlet")


def other_sex(index: Index, span: Span) -> frozenset[str]:
    """The pronoun that cannot mean a speaker: "she" for a spokesman."""
    before = index.text[max(span.start - 40, 0) : span.end]
    listed = {match.lastgroup for match in _SEXED.finditer(before)}
    return frozenset({"she" if "man" in listed else "he"}) if len(listed) == 1 else frozenset()


def _about(index: Index, number: int, span: Span, pronoun: str) -> bool:
    """Whether a pronoun is already the subject of a sentence before a phrase."""
    sentence = index.sentences[number]
    for token in sentence.doc:
        if token.dep_ == "nsubj" and token.lower_ == pronoun:
            place = sentence.offset(token)
            if place.end <= span.start and not any(place.meets(q) for q in index.quoted):
                return True
    return False


def latest(index: Index, kinds: frozenset[str], span: Span, pronoun: str) -> Referent | None:
    """The referent of some kind that a pronoun most likely goes back to.

    Sentence by sentence backwards; in each the first subject before anything else.
    """
    at = sentence_at(index, span)
    for number in range(at, at - REACH - 1, -1):
        here = [r for r in named_in(index, number) if r.kind in kinds and r.words.end <= span.start]
        here = [r for r in here if pronoun not in other_sex(index, r.words)]
        if pronoun in _SEXES:
            here = [r for r in here if not r.words.of(index.text).isupper()]
        subjects = [r for r in here if r.subject]
        if subjects:
            return subjects[0]
        if here and pronoun in _SEXES and (number == at or _about(index, number, span, pronoun)):
            continue  # "He advises Governor Roe. Speaking to Doe, he said": neither of them
        if here:
            return here[0] if len({r.words for r in here}) == 1 else None
    return None
