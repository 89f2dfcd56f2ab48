"""Reported speech without quotation marks: which words of a clause somebody is reported to say."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from scripts.find.cues import ACCORDING, Saying, passive, words
from scripts.find.direct import Frame
from scripts.find.drafts import Span
from scripts.find.parse import lemma
from scripts.find.quotations import trimmed

MIN_WORDS = 3

_SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"}
_QUESTION = {"what", "why", "how", "who", "where", "when", "which", "whether", "if", "whom"}
_MEDIUM_NOUNS = {
    "statement",
    "message",
    "speech",
    "address",
    "interview",
    "letter",
    "post",
    "tweet",
}


@dataclass(frozen=True)
class Clause:
    """A reported clause: its tokens' stretch, its head, the saying that reports it, the rule."""

    span: Span
    head: Any
    saying: Saying
    rule: str
    postposed: bool = False


def clauses(text: str, a_frame: Frame, title: bool = False) -> list[Clause]:
    """The reported clauses of a sentence, exact, in the order of the text.

    title: headlines report without "that" and with a bare participle ("admits shelling …").
    """
    found: list[Clause] = []
    for saying in a_frame.sayings:
        if saying.real:
            found += _of(text, a_frame, saying, title)
    return sorted(_passed_on(found), key=lambda clause: clause.span)


def _of(text: str, a_frame: Frame, saying: Saying, title: bool) -> list[Clause]:
    cue = saying.cue
    if cue is ACCORDING:
        return _according(text, a_frame, saying)
    if passive(saying.verb) and saying.speaker is None:
        return []
    found: list[Clause] = []
    if cue.clause == "yes":
        found = _complement(text, a_frame, saying) or _parenthetical(text, a_frame, saying)
        if title and not found:
            found = _headline(text, a_frame, saying)
    if not found and cue.infinitive:
        found = _infinitive(text, a_frame, saying)
    if not found and cue.small_clause and _medium_if_needed(saying):
        found = _small_clause(text, a_frame, saying)
    return found


def _made(
    text: str, a_frame: Frame, saying: Saying, tokens: Iterable[Any], head: Any, rule: str
) -> list[Clause]:
    listed = sorted((t for t in tokens if not t.is_space), key=lambda t: int(t.i))
    while listed and (
        listed[0].is_punct and listed[0].text not in "\"'([" or listed[0].dep_ == "cc"
    ):
        listed = listed[1:]
    while listed and listed[-1].is_punct and listed[-1].text not in "\"')]%":
        listed = listed[:-1]
    if not listed:
        return []
    cover = a_frame.sentence.cover(listed)
    span = _whole_marks(text, trimmed(text, cover.start, cover.end))
    if len(span.of(text).split()) < MIN_WORDS:
        return []
    verb = a_frame.sentence.offset(saying.verb)
    return [Clause(span, head, saying, rule, span.end <= verb.start)]


def _whole_marks(text: str, span: Span) -> Span:
    """Leave out a mark at an end whose partner is not inside."""
    start, end = span.start, span.end
    inner = text[start:end]
    for first, last in (('"', '"'), ("“", "”"), ("«", "»"), ("(", ")")):
        odd = inner.count(first) % 2 if first == last else inner.count(first) != inner.count(last)
        if odd and inner.endswith(last):
            end -= 1
        elif odd and inner.startswith(first):
            start += 1
    return trimmed(text, start, end)


def _subtree(head: Any, without: Iterable[Any] = ()) -> list[Any]:
    left_out = {t.i for token in without for t in token.subtree}
    return [t for t in head.subtree if t.i not in left_out]


def _finite(head: Any) -> bool:
    """Whether a complement is a clause with a subject of its own, and no question."""
    if any(t.lower_ in _QUESTION for t in (head.left_edge, *head.lefts) if t.dep_ != "nsubj"):
        return False
    if head.left_edge.tag_ in {"WDT", "WP", "WRB", "WP$"}:
        return False
    return any(child.dep_ in _SUBJECTS for child in head.lefts) or (
        any(child.dep_ in _SUBJECTS for child in head.children) and head.pos_ in {"VERB", "AUX"}
    )


def _complement(text: str, a_frame: Frame, saying: Saying) -> list[Clause]:
    verb = saying.verb
    heads = [c for c in verb.children if c.dep_ == "ccomp" and _finite(c)]
    found: list[Clause] = []
    for head in heads:
        if head.i < verb.i:
            found += _ahead(text, a_frame, saying, head)
        else:
            found += _after(text, a_frame, saying, head)
    return found


def _ahead(text: str, a_frame: Frame, saying: Saying, head: Any) -> list[Clause]:
    """…, X said: all of the verb's own words before the attribution."""
    verb = saying.verb
    own = [c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    start = own[-1].left_edge.i if own else verb.i
    if own and own[-1].i < head.i:
        return []
    parts = [t for c in verb.lefts if c.left_edge.i < start for t in c.subtree if t.i < start]
    while parts and sorted(parts, key=lambda t: int(t.i))[0].dep_ == "cc":
        parts = sorted(parts, key=lambda t: int(t.i))[1:]
    return _made(text, a_frame, saying, parts, head, "postposed")


def _after(text: str, a_frame: Frame, saying: Saying, head: Any) -> list[Clause]:
    """X said (that) …, one clause for each that."""
    others = {s.verb.i: s for s in a_frame.sayings if s is not saying}
    left_out: list[Any] = []
    more: list[Clause] = []
    for child in _linked(head):
        new_that = any(c.dep_ == "mark" and c.lower_ == "that" for c in child.lefts)
        if child.dep_ == "conj" and new_that:
            left_out.append(child)
            more += _after(text, a_frame, saying, child)
        elif child.i in others and any(c.dep_ == "nsubj" for c in child.lefts):
            left_out.append(child)
        elif child.i in others and child.tag_ == "VBG" and child.dep_ == "advcl":
            left_out.append(child)
    tokens = [t for t in _subtree(head, left_out) if t.i > saying.verb.i]
    edge = min((t.left_edge.i for t in left_out), default=None)
    if edge is not None:
        tokens = [t for t in tokens if t.i < edge]
        while tokens and tokens[-1].dep_ in {"cc", "punct"}:
            tokens = tokens[:-1]
    if tokens and tokens[0].lower_ == "that" and tokens[0].dep_ == "mark":
        tokens = tokens[1:]
    return [*_made(text, a_frame, saying, tokens, head, "complement"), *more]


def _linked(head: Any) -> list[Any]:
    """Clauses that hang on a clause's verb: conjuncts, and adverbial clauses with their own verb."""
    found = []
    for child in head.rights:
        if child.dep_ in {"conj", "advcl", "ccomp", "parataxis"}:
            found.append(child)
        if child.dep_ == "conj":
            found += _linked(child)
    return found


def _parenthetical(text: str, a_frame: Frame, saying: Saying) -> list[Clause]:
    """…, X said, …: the saying hangs on the clause that it reports."""
    verb, head = saying.verb, saying.verb.head
    named = saying.speaker is not None and saying.rule == "subject"
    if verb.dep_ not in {"parataxis", "ccomp", "dep"} or head == verb or not named:
        return []
    if verb.dep_ == "ccomp" and any(s.verb == head for s in a_frame.sayings) and verb.i > head.i:
        # "A said …, B said in a statement": B passes on what A said.
        return []
    own = {t.i for t in verb.subtree}
    tokens = [t for t in head.subtree if t.i not in own]
    if not own or not tokens:
        return []
    left = [t for t in tokens if t.i < min(own)]
    right = [t for t in tokens if t.i > max(own)]
    while right and right[0].is_punct:
        right = right[1:]
    side = left if head.i < min(own) else right
    if side is right and not any(c.dep_ in _SUBJECTS and c.i > max(own) for c in head.lefts):
        side = tokens
    return _made(text, a_frame, saying, side, head, "parenthetical")


def _headline(text: str, a_frame: Frame, saying: Saying) -> list[Clause]:
    verb = saying.verb
    for child in verb.rights:
        if child.dep_ in {"xcomp", "ccomp", "acomp"} and child.i == verb.i + 1:
            return _made(text, a_frame, saying, child.subtree, child, "headline")
    return []


def _infinitive(text: str, a_frame: Frame, saying: Saying) -> list[Clause]:
    """X urged Y to …, X called on Y to …, X called for Y to …."""
    verb = saying.verb
    if passive(verb):
        return []
    objects = (
        [c for c in verb.rights if c.dep_ in {"dobj", "dative"}]
        if "object" in saying.cue.infinitive
        else []
    )
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in saying.cue.infinitive:
            objects += [noun for noun in child.children if noun.dep_ == "pobj"]
    for child in verb.rights:
        own = [c for c in child.lefts if c.dep_ == "nsubj"]
        if child.dep_ in {"ccomp", "xcomp"} and own and "object" in saying.cue.infinitive:
            if any(c.lower_ in _QUESTION for c in child.lefts):
                return []
            tokens = [t for t in child.subtree if not (t.dep_ == "mark" and t.head == child)]
            return _made(text, a_frame, saying, tokens, child, "infinitive")
    for noun in objects:
        inside = [c for c in noun.rights if c.dep_ in {"acl", "relcl"}]
        for child in [*verb.rights, *inside]:
            calls = any(c.lower_ in {"to", "not"} and c.dep_ in {"aux", "neg"} for c in child.lefts)
            if (
                child.i > noun.i
                and child.dep_ in {"xcomp", "advcl", "acl", "relcl", "ccomp"}
                and calls
            ):
                tokens = [*noun.subtree, *child.subtree]
                return _made(text, a_frame, saying, tokens, child, "infinitive")
    return []


def _medium_if_needed(saying: Saying) -> bool:
    if not saying.cue.needs:
        return True
    return any(
        child.dep_ == "prep" and noun.dep_ == "pobj" and lemma(noun) in _MEDIUM_NOUNS
        for child in saying.verb.children
        for noun in child.children
    )


def _small_clause(text: str, a_frame: Frame, saying: Saying) -> list[Clause]:
    """X called Y Z, X described Y as Z."""
    verb = saying.verb
    if passive(verb):
        return []
    things = [c for c in verb.rights if c.dep_ in {"dobj", "nsubj"}]
    if saying.cue.word in {"point", "refer"}:
        things = [
            n for c in verb.rights if c.dep_ == "prep" and c.lower_ == "to" for n in c.children
        ]
    ends: list[Any] = []
    for child in [*verb.rights, *(c for t in things for c in t.rights)]:
        if "as" in saying.cue.small_clause and child.dep_ == "prep" and child.lower_ == "as":
            ends.append(child)
        elif "bare" in saying.cue.small_clause and child.dep_ == "oprd":
            ends.append(child)
        elif "bare" in saying.cue.small_clause and child.head != verb:
            if child.dep_ in {"amod", "acl"} and child.tag_ in {"JJ", "JJR"}:
                ends.append(child)
    if "bare" in saying.cue.small_clause:
        for child in verb.rights:
            bare = child.dep_ == "ccomp" and not any(
                c.dep_ in {"aux", "mark"} for c in child.children
            )
            if bare and any(c.dep_ == "nsubj" for c in child.lefts) and child.tag_ != "VB":
                linked = [
                    c for c in child.rights if c.dep_ in {"conj", "cc"} and child.tag_[0] == "V"
                ]
                return _made(text, a_frame, saying, _subtree(child, linked), child, "small-clause")
    if not things or not ends or ends[0].i < things[0].i:
        return []
    tokens = [t for part in (things[0], ends[0]) for t in part.subtree]
    return _made(text, a_frame, saying, tokens, ends[0], "small-clause")


def _according(text: str, a_frame: Frame, saying: Saying) -> list[Clause]:
    """According to X, …; …, according to X: the clause without the attribution."""
    prefix, head = saying.verb, saying.verb.head
    while head.pos_ not in {"VERB", "AUX"} and head.head != head:
        head = head.head
    own = {t.i for t in prefix.subtree}
    if any(s.verb == head and s.speaker is not None for s in a_frame.sayings):
        return []
    tokens = [t for t in head.subtree if t.i not in own]
    left = [t for t in tokens if t.i < min(own)]
    right = [t for t in tokens if t.i > max(own)]
    if head.dep_ == "ccomp" and head.head != head and head.i > max(own) and len(left) > 2:
        return []
    side = left if head.i < min(own) else right
    return _made(text, a_frame, saying, side, head, "according-to")


def _passed_on(found: list[Clause]) -> list[Clause]:
    """Of a saying inside what another one reports, keep one: who speaks, not who passes it on."""
    dropped: set[int] = set()
    for outer in found:
        for inner in found:
            if outer is inner or not outer.span.covers(inner.span) or outer.saying is inner.saying:
                continue
            passes = outer.saying.speaker is not None and (
                lemma(outer.saying.speaker) in words("outlet") or outer.saying.cue.word == "report"
            )
            if inner.saying.verb == outer.head and (outer.postposed or passes):
                dropped.add(id(outer))
            else:
                dropped.add(id(inner))
    return [clause for clause in found if id(clause) not in dropped]
