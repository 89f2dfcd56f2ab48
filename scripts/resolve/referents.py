"""Who and what an article has named so far: what pronouns and "the minister" can go back to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.find.cues import is_document, words
from scripts.find.drafts import Mention, Span, StatementDraft
from scripts.find.parse import Sentence
from scripts.find.sayers import naming
from scripts.find.titles import titles

#: How many sentences before its own a pronoun may go back.
REACH = 4

_SINGULAR = {"NN", "NNP"}


@dataclass(frozen=True)
class Referent:
    """Somebody or something named in a sentence.

    words: where. kind: person | document | group | body. sentence: index of its sentence.
    subject: whether a clause is about it.
    """

    words: Span
    kind: str
    sentence: int
    subject: bool


def referents(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    drafts: Sequence[StatementDraft],
) -> tuple[Referent, ...]:
    """What the sentences name, outside what is quoted, in the order of the text.

    text: the flat text. drafts: the statements, whose words no pronoun outside them goes back to
    before it goes back to their speakers.
    """
    people = sorted(m.span for m in mentions if m.kind == "person")
    bodies = sorted(m.span for m in mentions if m.kind in {"organisation", "armed_group", "polity"})
    quoted = sorted(d.span for d in drafts if d.kind == "direct")
    found: list[Referent] = []
    for index, sentence in enumerate(sentences):
        inside = [span for span in quoted if span.meets(sentence.span)]
        for token in sentence.doc:
            if token.pos_ not in {"NOUN", "PROPN", "NUM"}:
                continue
            place = sentence.offset(token)
            if any(place.meets(span) for span in inside):
                continue
            subject = token.dep_ in {"nsubj", "nsubjpass"}
            heads = (people, bodies)
            named = any(s.start <= place.start and s.end == place.end for h in heads for s in h)
            if not (subject or named or is_document(token)):
                continue
            span = sentence.cover(naming(token))
            kind = _kind(text, token, span, people)
            if kind:
                found.append(Referent(span, kind, index, subject))
    return tuple(found)


def _kind(text: str, token: Any, span: Span, people: Iterable[Span]) -> str:
    tag, low = token.tag_, token.lower_
    if any(person.end in {span.end, span.end - 2} and span.meets(person) for person in people):
        return "person"
    if is_document(token):
        return "document"
    if tag in {"NNS", "NNPS"} and not span.of(text)[-1:].isupper():
        return "group"
    if tag == "CD":
        return ""
    if titles(text, span.start, span.end) and low.islower():
        return "person"
    if tag in _SINGULAR and (tag == "NNP" or _institution(low)):
        return "body"
    return "person" if low.endswith(("man", "woman", "person")) else ""


def _institution(word: str) -> bool:
    return word in words("institution") or word in words("outlet")


def latest(
    known: Sequence[Referent], kinds: frozenset[str], before: int, sentence: int
) -> Referent | None:
    """The referent of some kind that a pronoun most likely goes back to.

    Sentence by sentence backwards; in each the first subject before anything else.
    before: offset of the pronoun. sentence: index of its sentence.
    """
    for index in range(sentence, sentence - REACH - 1, -1):
        here = [
            r for r in known if r.sentence == index and r.kind in kinds and r.words.end <= before
        ]
        subjects = [r for r in here if r.subject]
        if subjects:
            return subjects[0]
        if here:
            return here[0] if len({r.words for r in here}) == 1 else None
    return None
