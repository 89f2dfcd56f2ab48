"""Reported speech without quotation marks: which words of a clause somebody is reported to say."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scripts.find.complements import SUBJECTS, according, complement, headline, parenthetical
from scripts.find.cues import is_document, words
from scripts.find.direct import Frame
from scripts.find.drafts import Span
from scripts.find.parse import lemma
from scripts.find.quotations import trimmed
from scripts.find.sayers import passive
from scripts.find.sayings import ACCORDING, Saying
from scripts.find.small_clauses import Piece, held, name_given, piece, request
from scripts.find.trailing import before_trailing

MIN_WORDS = 3

#: Words that lead a clause: what ends in one was cut in two.
_LEADING = {"so", "because", "that", "if", "when", "while", "although", "though", "since", "unless"}
#: Words for one day; a longer stretch before a clause ("last year") belongs to what was said.
_ONCE = {"earlier", "later", "previously", "separately", "meanwhile"}
#: Between the word of saying and its day: where it was said.
_WHERE_SAID = re.compile(r"(?:in|at|during|via) (?:an?|the) (?:[a-z]+ ){0,3}[a-z]+")
_DAY = re.compile(r"\w+day\b|\b\d{1,2}\b")


@dataclass(frozen=True)
class Clause:
    """A reported clause: its stretch, its head, the saying that reports it, the rule.

    postposed: the words of saying stand behind it.
    """

    span: Span
    head: Any
    saying: Saying
    rule: str
    postposed: bool = False


def clauses(text: str, a_frame: Frame, title: bool = False) -> list[Clause]:
    """The reported clauses of a sentence, exact, in the order of the text.

    title: headlines report with a bare participle as well ("admits shelling …").
    """
    found: list[Clause] = []
    for saying in a_frame.sayings:
        if not saying.real or (passive(saying.verb) and saying.speaker is None):
            continue
        for one in _pieces(a_frame, saying, title):
            clause = _clause(text, a_frame, saying, one)
            if clause is not None:
                found.append(clause)
    return sorted(_passed_on(found), key=lambda clause: clause.span)


def _pieces(a_frame: Frame, saying: Saying, title: bool) -> list[Piece]:
    cue = saying.cue
    if cue is ACCORDING:
        return according(a_frame, saying)
    found: list[Piece] = []
    if cue.clause == "that":
        found = [one for one in complement(a_frame, saying) if _led(one.head)]
    if cue.clause == "yes":
        found = complement(a_frame, saying) or parenthetical(a_frame, saying)
        if saying.rule == "trailing":
            before = before_trailing(saying.verb)
            found = [piece(*before, "trailing")] if before is not None else []
        if not found and saying.rule == "quoted-as":
            found = complement(a_frame, replace(saying, verb=saying.verb.head.head))
        if title and not found:
            found = headline(saying)
    made = held(saying)
    if made is None and not found and cue.infinitive:
        made = request(saying)
    if made is None and not found and cue.small_clause:
        made = name_given(saying)
    return [made] if made is not None else found


def _led(head: Any) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in head.lefts)


def _clause(text: str, a_frame: Frame, saying: Saying, one: Piece) -> Clause | None:
    listed = [t for t in one.tokens if not t.is_space]
    while listed and ((listed[0].is_punct and listed[0].text not in "\"'([") or _joins(listed[0])):
        listed = listed[1:]
    listed = _without_medium(listed)
    while listed and (_joins(listed[-1]) or (_stops(listed[-1]) and len(listed) > 1)):
        listed = listed[:-1]
    if not listed or (listed[-1].lower_ in _LEADING and listed[-1].dep_ in {"cc", "mark"}):
        return None
    cover = a_frame.sentence.cover(listed)
    span = _whole_marks(text, trimmed(text, cover.start, cover.end))
    if len(span.of(text).split()) < MIN_WORDS:
        return None
    behind = span.end <= a_frame.sentence.offset(saying.verb).start
    return Clause(span, one.head, saying, one.rule, behind)


def _stops(token: Any) -> bool:
    return token.is_punct and token.text not in "\"')]%"


def _joins(token: Any) -> bool:
    return token.dep_ == "cc" and token.lower_ in {"and", "but", "or"}


def _without_medium(tokens: list[Any]) -> list[Any]:
    """Without "in its letter" at the end, which says where it was said."""
    for token in reversed(tokens[1:]):
        if token.dep_ == "prep" and token.lower_ in {"in", "via"}:
            nouns = [n for n in token.children if n.dep_ == "pobj"]
            own = bool(nouns) and any(
                c.tag_ == "PRP$" or c.lower_ in {"a", "an"} for c in nouns[0].lefts
            )
            if own and is_document(nouns[0]) and token.right_edge.i >= tokens[-1].i:
                return [t for t in tokens if t.i < token.i]
    return tokens


def _whole_marks(text: str, span: Span) -> Span:
    """Without a mark at an end whose partner is not inside, with one that is just outside."""
    start, end = span.start, span.end
    for first, last in (('"', '"'), ("“", "”"), ("«", "»"), ("(", ")")):
        inner = text[start:end]
        odd = inner.count(first) % 2 if first == last else inner.count(first) != inner.count(last)
        if not odd:
            continue
        if inner.endswith(last) and (first == last or inner.count(last) > inner.count(first)):
            end -= 1
        elif inner.startswith(first) and last not in inner[1:]:
            start += 1
        elif first == last and text[start - 1 : start] == first:
            start -= 1
        else:
            closing = text.find(last, end, end + 3)
            end = closing + 1 if closing >= 0 else end
    return trimmed(text, start, end)


def undated(text: str, clause: Clause, a_frame: Frame, dates: Sequence[Span]) -> Clause:
    """A clause without the day of saying before it: "said on Monday [the road was open]"."""
    own = [c for c in clause.head.lefts if c.dep_ in SUBJECTS]
    edge = own[0].left_edge if own else None
    if edge is not None and edge.i and edge.nbor(-1).lower_ in _ONCE:
        at = a_frame.sentence.offset(edge.nbor(-1)).start
        if at == clause.span.start and a_frame.sentence.tokens(clause.span)[0].i == edge.i - 1:
            return replace(clause, span=Span(a_frame.sentence.offset(edge).start, clause.span.end))
    start = a_frame.sentence.offset(own[0].left_edge).start if own else clause.span.start
    if clause.rule != "complement" or start <= clause.span.start:
        return clause
    behind = a_frame.sentence.offset(clause.saying.verb).end
    between = text[behind : clause.span.start].strip()
    first = bisect_left(dates, clause.span.start, key=lambda date: date.start)
    if between and not _WHERE_SAID.fullmatch(between):
        return clause
    if first == len(dates) or text[dates[first].end : start].strip():
        return clause
    led = text[clause.span.start : dates[first].start].strip().lower()
    day = _DAY.search(dates[first].of(text))
    if day and led in {"", "on", "late on", "early on", "earlier on", "late", "early", "earlier"}:
        return replace(clause, span=Span(start, clause.span.end))
    return clause


def _passed_on(found: Sequence[Clause]) -> list[Clause]:
    """Of a saying inside what another one reports, keep one: who speaks, not who passes it on."""
    dropped: set[int] = set()
    for outer, inner in _nested(found):
        passes = outer.saying.speaker is not None and (
            lemma(outer.saying.speaker) in words("outlet")
            or outer.saying.cue.word in {"report", ACCORDING.word}
        )
        same = inner.saying.verb == outer.head
        dropped.add(id(outer) if same and (outer.postposed or passes) else id(inner))
    return [clause for clause in found if id(clause) not in dropped]


def _nested(found: Sequence[Clause]) -> Iterable[tuple[Clause, Clause]]:
    for outer in found:
        for inner in found:
            if outer.saying is not inner.saying and outer.span.covers(inner.span):
                yield outer, inner
