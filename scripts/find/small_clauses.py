"""Reported speech without a finite clause: calls on somebody to act, and names given to things."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from scripts.find.cues import is_document, words
from scripts.find.parse import lemma
from scripts.find.sayers import passive
from scripts.find.sayings import Saying

QUESTION = frozenset(
    {"what", "why", "how", "who", "where", "when", "which", "whether", "if", "whom"}
)

_MEDIUM_NOUNS = frozenset({"message", "speech", "address", "interview", "press", "conference"})


@dataclass(frozen=True)
class Piece:
    """Tokens that somebody is reported to say, the head of their clause, and the rule."""

    tokens: tuple[Any, ...]
    head: Any
    rule: str


def piece(tokens: Iterable[Any], head: Any, rule: str) -> Piece:
    """A piece of its tokens in the order of the text, each once."""
    unique = {token.i: token for token in tokens}
    return Piece(tuple(unique[i] for i in sorted(unique)), head, rule)


def held(saying: Saying) -> Piece | None:
    """X voiced the hope that …: the clause behind "that"."""
    for noun in saying.verb.rights:
        if noun.dep_ != "dobj" or lemma(noun) not in words("stance") or passive(saying.verb):
            continue
        for child in [*noun.rights, *saying.verb.rights]:
            led = [c for c in child.lefts if c.dep_ == "mark" and c.lower_ == "that"]
            if child.dep_ in {"acl", "ccomp", "relcl"} and led and led[0].i > noun.i:
                tokens = [t for t in child.subtree if t.i > led[0].i]
                return piece(tokens, child, "stance")
    return None


def request(saying: Saying) -> Piece | None:
    """X urged Y to …, X called on Y to …, X called for Y to …: from Y on."""
    verb = saying.verb
    asked = verb.doc[verb.left_edge.i : verb.i]
    if passive(verb) or saying.speaker is None or any(t.tag_ == "WP" for t in asked):
        return None
    takes_object = "object" in saying.cue.infinitive
    objects = [c for c in verb.rights if takes_object and c.dep_ in {"dobj", "dative"}]
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in saying.cue.infinitive:
            objects += [noun for noun in child.children if noun.dep_ == "pobj"]
    for child in verb.rights:
        own = [c for c in child.lefts if c.dep_ == "nsubj"]
        if child.dep_ in {"ccomp", "xcomp"} and own and takes_object and child.tag_ == "VB":
            if any(c.lower_ in QUESTION for c in (child.left_edge, *child.lefts)):
                return None
            tokens = [t for t in child.subtree if not (t.dep_ == "mark" and t.head == child)]
            return piece([*tokens, *_more(verb)], child, "infinitive")
    for noun in objects:
        inside = [c for c in noun.rights if c.dep_ in {"acl", "relcl"}]
        for child in [*verb.rights, *inside]:
            hangs = child.dep_ in {"xcomp", "advcl", "acl", "relcl", "ccomp"}
            if child.i > noun.i and hangs and _infinitive(child):
                tokens = [*noun.subtree, *child.subtree, *_more(verb)]
                return piece(tokens, child, "infinitive")
    return None


def _infinitive(verb: Any) -> bool:
    return any(c.lower_ in {"to", "not"} and c.dep_ in {"aux", "neg"} for c in verb.lefts)


def _more(verb: Any) -> list[Any]:
    """Further infinitives that the parser took for conjuncts of the verb of asking."""
    return [
        token
        for child in verb.rights
        if child.dep_ == "conj" and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.lefts)
        for token in child.subtree
    ]


def name_given(saying: Saying) -> Piece | None:
    """X called Y Z, X described Y as Z: from Y to Z."""
    verb = saying.verb
    if passive(verb) or (saying.cue.needs == "medium" and not _in_medium(verb)):
        return None
    bare = "bare" in saying.cue.small_clause
    clause = _bare_clause(verb) if bare else None
    if clause is not None:
        return clause
    things = [c for c in verb.rights if c.dep_ in {"dobj", "nsubj"}]
    if saying.cue.word in {"point", "refer"}:
        things = [
            n for c in verb.rights if c.dep_ == "prep" and c.lower_ == "to" for n in c.children
        ]
    if not things:
        return None
    for child in [*verb.rights, *things[0].rights]:
        as_phrase = child.dep_ == "prep" and child.lower_ == "as"
        complement = child.dep_ == "oprd" or (
            child.head != verb and child.dep_ in {"amod", "acl"} and child.tag_ in {"JJ", "JJR"}
        )
        second = child.dep_ == "dobj" and len(things) > 1 and things[0].pos_ == "PRON"
        wanted = ("as" in saying.cue.small_clause and as_phrase) or (
            bare and (complement or (second and child == things[1]))
        )
        if wanted and child.i > things[0].i:
            return piece([*things[0].subtree, *child.subtree], child, "small-clause")
    return None


def _bare_clause(verb: Any) -> Piece | None:
    """Y Z read as a clause of its own: "called [the plan dead]"."""
    for child in verb.rights:
        if child.dep_ != "ccomp" or child.tag_ == "VB":
            continue
        plain = not any(c.dep_ in {"aux", "mark"} for c in child.children)
        if plain and any(c.dep_ == "nsubj" for c in child.lefts):
            out = {
                t.i
                for c in child.rights
                if c.dep_ in {"conj", "cc"} and c.tag_ != "JJ"
                for t in c.subtree
            }
            return piece([t for t in child.subtree if t.i not in out], child, "small-clause")
    return None


def _in_medium(verb: Any) -> bool:
    return any(
        child.dep_ == "prep"
        and noun.dep_ == "pobj"
        and (is_document(noun) or lemma(noun) in _MEDIUM_NOUNS)
        for child in verb.children
        for noun in child.children
    )
