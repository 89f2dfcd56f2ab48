"""Documents that speak: "the statement" → the one told of before, and who it is by."""

import re
from typing import Any

from scripts.find.cues import is_document
from scripts.find.drafts import Span
from scripts.find.naming import naming
from scripts.find.parse import lemma
from scripts.find.sayers import issuer, made_by
from scripts.resolve.referents import BACK, Index, Referent, named_in, sentence_at
from scripts.resolve.speaker_names import plain

#: Words that may stand for one another; a report or a letter is only itself.
_STATEMENTS = frozenset(
    {"statement", "declaration", "communique", "communiqué", "release", "text", "document"}
    | {"announcement", "message", "readout"}
)


def document_head(index: Index, span: Span) -> Any | None:
    """The token of a document that a phrase is about, None where it is about something else."""
    sentence = index.sentences[sentence_at(index, span)]
    tokens = sentence.tokens(span)
    heads = [t for t in tokens if t.head not in tokens or t.head == t]
    if heads and is_document(heads[0]) and heads[0].pos_ == "NOUN":
        return heads[0]
    return None


def documents(index: Index, span: Span) -> list[Referent]:
    """Earlier documents that "the statement" may be, the latest first."""
    head = document_head(index, span)
    phrase = span.of(index.text).lower()
    if head is None or phrase.startswith(("a ", "an ", "another ")):
        return []
    at = sentence_at(index, span)
    found = []
    for number in range(at, max(at - BACK, -1), -1):
        for other in reversed(named_in(index, number)):
            if other.kind == "document" and other.words.end <= span.start:
                said = document_head(index, other.words)
                one = {lemma(head), lemma(said)} if said is not None else set()
                if one and (len(one) == 1 or one <= _STATEMENTS):
                    found.append(other)
    return found


def short_name(index: Index, span: Span) -> str:
    """The name of a document without who it is by."""
    head = document_head(index, span)
    sentence = index.sentences[sentence_at(index, span)]
    if head is None:
        return plain(span.of(index.text))
    phrase = plain(index.text[span.start : sentence.offset(head).end])
    joint = re.search(r"\bjoint\b.*", phrase)
    return joint.group() if joint else phrase


def issuer_of(index: Index, span: Span) -> Span | None:
    """The words for who a document is by, where its own phrase or clause says so."""
    head = document_head(index, span)
    made = made_by(head) if head is not None else None
    if made is None and head is not None:
        made = issuer(head) if issuer(head) != head else None
    if made is None:
        return None
    return index.sentences[sentence_at(index, span)].cover(naming(made))
