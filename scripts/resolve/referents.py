"""Who and what an article has named so far: what pronouns and "the minister" can go back to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.find.cues import is_document, words
from scripts.find.drafts import Mention, Span, StatementDraft
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

    begins: where the sentences start. by_sentence: referents by index of their sentence.
    """

    names: Names
    sentences: tuple[Sentence, ...]
    begins: tuple[int, ...]
    by_sentence: Mapping[int, Sequence[Referent]]

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
    """The index of an article from its names, sentences and statements."""
    by_sentence: dict[int, list[Referent]] = {}
    for referent in referents(names.text, sentences, names.mentions, drafts):
        by_sentence.setdefault(referent.sentence, []).append(referent)
    begins = tuple(sentence.span.start for sentence in sentences)
    return Index(names, tuple(sentences), begins, by_sentence)


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
    people = {m.span.end: m.span for m in mentions if m.kind == "person"}
    bodies = {m.span.end for m in mentions if m.kind in _BODIES}
    quoted = sorted(d.span for d in drafts if d.kind == "direct")
    starts = [span.start for span in quoted]
    found: list[Referent] = []
    for index, sentence in enumerate(sentences):
        first = max(bisect_left(starts, sentence.span.start) - 1, 0)
        inside = quoted[first : bisect_left(starts, sentence.span.end)]
        for token in sentence.doc:
            if token.pos_ not in {"NOUN", "PROPN", "NUM"}:
                continue
            place = sentence.offset(token)
            subject = token.dep_ in {"nsubj", "nsubjpass"}
            named = place.end in people or place.end in bodies
            if not (subject or named or is_document(token)):
                continue
            if any(place.meets(span) for span in inside):
                continue
            span = sentence.cover(naming(token))
            kind = _kind(text, token, span, people, place.end in bodies)
            if not kind and not span.covers(place) and _NAME.fullmatch(span.of(text)):
                kind = "name"  # "his counterpart, Jane Roe, agreed"
            if kind:
                found.append(Referent(span, kind, index, subject))
    return tuple(found)


def _kind(text: str, token: Any, span: Span, people: Mapping[int, Span], known: bool) -> str:
    tag, low = token.tag_, token.lower_
    if any(end in people and people[end].meets(span) for end in (span.end, span.end - 2)):
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


def latest(
    known: Mapping[int, Sequence[Referent]], kinds: frozenset[str], before: int, sentence: int
) -> Referent | None:
    """The referent of some kind that a pronoun most likely goes back to.

    Sentence by sentence backwards; in each the first subject before anything else.
    known: by index of sentence. before: offset of the pronoun. sentence: index of its sentence.
    """
    for index in range(sentence, sentence - REACH - 1, -1):
        here = [r for r in known.get(index, ()) if r.kind in kinds and r.words.end <= before]
        subjects = [r for r in here if r.subject]
        if subjects:
            return subjects[0]
        if here:
            return here[0] if len({r.words for r in here}) == 1 else None
    return None
