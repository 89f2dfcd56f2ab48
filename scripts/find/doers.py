"""Who does what a verb or a noun of attack tells, as far as the words name somebody."""

from collections.abc import Sequence
from typing import Any

from scripts.find.clauses import joined_subject, noun_phrase
from scripts.find.deeds import table
from scripts.find.drafts import Mention, Span
from scripts.find.parse import Sentence, lemma
from scripts.find.units import person_nouns

#: Kinds of names that can be a side.
SIDES = frozenset({"country", "demonym", "capital", "polity", "armed_group", "organisation"})
#: How a name hangs on the noun it modifies.
MODIFIERS = frozenset({"amod", "compound", "poss", "nmod"})
OWN = frozenset({"its", "their", "his", "her"})


def side_at(sentence: Sentence, token: Any, mentions: Sequence[Mention]) -> Span | None:
    """The side that a token names by itself."""
    span = sentence.offset(token)
    return next((m.span for m in mentions if m.kind in SIDES and m.span.meets(span)), None)


def side_of(sentence: Sentence, token: Any, mentions: Sequence[Mention]) -> Span | None:
    """The side that a noun phrase names: itself, its modifiers, "of X" behind it."""
    if any(child.dep_ == "conj" for child in token.children):
        return None
    own = side_at(sentence, token, mentions)
    if own:
        return own
    found = []
    for child in token.children:
        if child.dep_ in MODIFIERS and child.i < token.i:
            side = side_at(sentence, child, mentions) or side_of(sentence, child, mentions)
            found += [side] if side else []
        if child.dep_ == "prep" and child.lower_ == "of":
            for inner in child.children:
                side = side_at(sentence, inner, mentions)
                found += [side] if side and inner.dep_ == "pobj" else []
    return found[0] if len(set(found)) == 1 else None


def words_for(sentence: Sentence, token: Any, mentions: Sequence[Mention]) -> Span | None:
    """The side that a noun names, or the noun itself where it names none that we know."""
    joined = [token, *token.conjuncts]
    if len(joined) > 1:
        known = all(_is_named(sentence, one, mentions) for one in joined)
        return sentence.cover(joined) if known and token.i == min(t.i for t in joined) else None
    if token.lower_ in {"it", "they"}:
        return _said_subject(sentence, token, mentions)
    if lemma(token) in table("attack"):
        return _attacker(sentence, token, mentions)
    for child in token.children:
        if child.dep_ in MODIFIERS and any(c.dep_ == "conj" for c in child.children):
            return None  # "Kenyan and Somali troops"
        if child.dep_ == "acl" and child.tag_ == "VBN" and token.lower_ not in person_nouns():
            agent = agent_of(child)  # "shells fired by rebels"
            if agent is not None:
                return words_for(sentence, agent, mentions)
    side = side_of(sentence, token, mentions)
    if side or token.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return side
    if token.tag_ in {"WP", "WDT", "EX", "DT"}:
        return None
    owned = any(child.dep_ == "poss" and child.lower_ in OWN for child in token.children)
    return (owner(sentence, token, mentions) if owned else None) or noun_phrase(sentence, token)


def _said_subject(sentence: Sentence, token: Any, mentions: Sequence[Mention]) -> Span | None:
    """Who "it" is in "the army said it had freed nine": the speaker, if it may be one thing.

    In "officials said it had killed nine" it is neither the officials nor any side.
    """
    verb = token.head
    while verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head != verb:
        verb = verb.head
    if verb.dep_ != "ccomp":
        return sentence.offset(token)
    for child in verb.head.children:
        if child.dep_ == "nsubj" and child.i < token.i:
            many = child.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in child.children)
            fits = child.pos_ in {"NOUN", "PROPN"} and many == (token.lower_ == "they")
            return words_for(sentence, child, mentions) if fits else None
    return sentence.offset(token)


def _is_named(sentence: Sentence, token: Any, mentions: Sequence[Mention]) -> bool:
    span = sentence.offset(token)
    return any(m.kind in SIDES | {"person"} and m.span.meets(span) for m in mentions)


def _attacker(sentence: Sentence, noun: Any, mentions: Sequence[Mention]) -> Span | None:
    """Whose attack it was: by whom, or the people or group whose name stands before it.

    A capital before it is where it happened, unless it owns the attack.
    """
    agent = agent_of(noun)
    if agent is not None and not any(child.dep_ == "conj" for child in agent.children):
        return words_for(sentence, agent, mentions)
    for child in noun.children:
        if child.dep_ in MODIFIERS and child.i < noun.i:
            own = [m for m in mentions if m.span.meets(sentence.offset(child))]
            placed = any(m.kind in {"capital", "city", "area"} for m in own)
            if child.dep_ == "poss" or not placed:
                side = side_of(sentence, child, mentions)
                if side:
                    return side
    return None


def by_attack(sentence: Sentence, verb: Any, mentions: Sequence[Mention]) -> Span | None:
    """Who made the attack that people died in: "killed in a raid by rebels"."""
    verbs = [verb, *(c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN")]
    for one in verbs:
        found = _attackers(sentence, one, mentions)
        if found:
            return found
    return None


def _attackers(sentence: Sentence, verb: Any, mentions: Sequence[Mention]) -> Span | None:
    for child in verb.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"in", "by", "during", "from"}:
            for noun in child.children:
                if noun.dep_ == "pobj" and lemma(noun) in table("attack"):
                    found = _attacker(sentence, noun, mentions)
                    if found:
                        return found
    return None


def owner(sentence: Sentence, token: Any, mentions: Sequence[Mention]) -> Span | None:
    """The side that "its" before a noun goes back to: the nearest subject above that names one."""
    for above in token.ancestors:
        if above.pos_ not in {"VERB", "AUX"}:
            continue
        for child in above.children:
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i < token.i:
                side = side_of(sentence, child, mentions)
                if side:
                    return side
    return None


def subject(verb: Any, depth: int = 4) -> Any:
    """Who does what a verb tells: its own subject or the one it shares; None if nobody is named."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            relative = child.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl"
            return verb.head if relative else child
    joined = joined_subject(verb)
    if joined is not None:
        return joined
    head = verb.head
    if head == verb or depth == 0 or any(c.dep_ == "nsubjpass" for c in verb.children):
        return None
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return subject(head, depth - 1)
    if verb.dep_ in {"xcomp", "advcl", "ccomp"} and head.pos_ in {"VERB", "AUX"}:
        controlled = [c for c in head.children if c.dep_ == "dobj"]
        if verb.dep_ != "advcl" and controlled:
            return controlled[0]
        infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
        return subject(head, depth - 1) if infinitive or verb.tag_ in {"VB", "VBG"} else None
    if verb.dep_ == "pcomp" and head.head.pos_ in {"VERB", "AUX"}:
        return subject(head.head, depth - 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return head
    return None


def agent_of(verb: Any) -> Any:
    """The noun of a "by …" phrase."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def is_undergone(verb: Any) -> bool:
    """Whether a verb tells what its subject, or the noun it describes, underwent."""
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}
    )
