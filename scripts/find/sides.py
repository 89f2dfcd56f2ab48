"""Whose the persons counted are, and who did it to them: the words that say so."""

from collections.abc import Sequence
from typing import Any

from scripts.find.counted import Counted
from scripts.find.deeds import Deed, table
from scripts.find.doers import (
    MODIFIERS,
    OWN,
    SIDES,
    agent_of,
    by_attack,
    is_undergone,
    owner,
    side_at,
    side_of,
    subject,
    words_for,
)
from scripts.find.drafts import Mention, Span
from scripts.find.parse import Sentence, lemma

#: Verbs whose subject has or meets the persons and does nothing to them.
_ORIGIN = frozenset({"belong", "hail"})
#: Words for what is done with the dead: who does it killed nobody.
_NO_DOER = frozenset({"bury", "lay", "burial", "funeral", "body", "corpse", "remains", "remain"})
#: Verbs of giving from one side to the other.
_MUTUAL = frozenset({"hand", "exchange", "swap", "return", "transfer", "repatriate"})


def _keeper(sentence: Sentence, token: Any, mentions: Sequence[Mention]) -> Span | None:
    """Who holds them, by where: in X's jails, held in X."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "by"}:
            for inner in child.children:
                side = side_of(sentence, inner, mentions)
                if inner.dep_ == "pobj" and side:
                    return side
    for near in sentence.doc[token.i + 1 : token.i + 4]:
        if near.lower_ in {"in", "by"} and near.i + 1 < len(sentence.doc):
            return side_at(sentence, near.nbor(), mentions)
    return None


def _named_before(sentence: Sentence, verb: Any, mentions: Sequence[Mention]) -> Span | None:
    """The side named directly before a verb and its helpers: "Xia releasing", "Xia will free"."""
    at = verb.i - 1
    doc = sentence.doc
    while at >= 0 and (
        doc[at].pos_ in {"AUX", "ADV", "PART"} or doc[at].tag_ in {"MD", "RP", "RB"}
    ):
        at -= 1
    if at < 0 or (verb.tag_ == "VBN" and at == verb.i - 1):
        return None
    placed = doc[at].dep_ == "pobj" and doc[at].head.head.pos_ in {"NOUN", "PROPN"}
    if placed and verb.tag_ != "VBG":
        return None
    span = sentence.offset(doc[at])
    named = [m for m in mentions if m.kind in {"country", "capital", "polity", "armed_group"}]
    return next((m.span for m in named if m.span.end == span.end), None)


def _only_other(sentence: Sentence, of: Span | None, mentions: Sequence[Mention]) -> Span | None:
    """The side of a sentence that names one side besides that of the persons, and no third."""
    own = {m.country for m in mentions if of is not None and m.span.meets(of)}
    others = [
        m
        for m in mentions
        if m.country
        and m.country not in own
        and not any(t.tag_ == "CD" for w in sentence.tokens(m.span) for t in w.children)
    ]
    return others[0].span if own and len({m.country for m in others}) == 1 else None


def _captor(sentence: Sentence, deed: Deed, mentions: Sequence[Mention]) -> Span | None:
    """Who held those brought home: "returned nine men from Peruvian captivity"."""
    if deed.measure != "released" or deed.governor.pos_ != "VERB":
        return None
    for child in deed.governor.children:
        if child.dep_ == "prep" and child.lower_ == "from":
            for inner in child.children:
                if inner.dep_ == "pobj" and lemma(inner) in table("place"):
                    return side_of(sentence, inner, mentions)
    return None


def find_by(
    sentence: Sentence,
    deed: Deed,
    counted: Counted,
    of: Span | None,
    mentions: Sequence[Mention],
) -> Span | None:
    """The words that name who did it; None where the sentence names nobody.

    Args:
        sentence: The sentence of the figure.
        deed: What befell the counted.
        counted: What is counted.
        of: The words that say whose they are.
        mentions: Names in the sentence.
    """
    verb = deed.governor
    if verb is None or not deed.measure or lemma(verb) in _NO_DOER:
        return None
    if deed.how == "place":
        return _side_after(sentence, verb, mentions)
    if deed.how == "noun":
        return _by_noun(sentence, verb, deed, mentions)
    if deed.how == "received":
        return _only_other(sentence, of, mentions)
    taken = _captor(sentence, deed, mentions)
    if taken is not None:
        return taken
    if deed.how == "subject" and deed.measure in {"killed", "wounded"} and verb.pos_ == "VERB":
        return by_attack(sentence, verb, mentions)
    if deed.how not in {"object", "state"} or verb.pos_ not in {"VERB", "AUX", "ADJ"}:
        return None
    agent = agent_of(verb) if is_undergone(verb) else None
    if agent is not None:
        return words_for(sentence, agent, mentions)
    after = verb.i > counted.anchor.i
    if is_undergone(verb) or deed.how == "state" or after:
        if deed.measure == "held":
            return _keeper(sentence, verb, mentions)
        if deed.measure in {"killed", "wounded"}:
            return by_attack(sentence, verb, mentions)
        mutual = deed.measure == "released" and lemma(verb) in _MUTUAL
        return _only_other(sentence, of, mentions) if mutual else None
    doer = subject(verb)
    side = _named_before(sentence, verb, mentions)
    if (
        side
        and doer is not None
        and any(
            child.dep_ == "conj" and sentence.offset(child).meets(side) and child.i - doer.i < 3
            for child in doer.children
        )
    ):
        return None
    if doer is None or doer.i == counted.anchor.i or side:
        return side
    if deed.measure == "other":
        return side_of(sentence, doer, mentions)
    return words_for(sentence, doer, mentions)


def _by_noun(sentence: Sentence, noun: Any, deed: Deed, mentions: Sequence[Mention]) -> Span | None:
    """Who is behind "the release of 12": by X, X's, or who issued the warrants."""
    agent = agent_of(noun)
    if agent is not None:
        return words_for(sentence, agent, mentions)
    if deed.measure == "other":
        above = noun.head
        if above.pos_ != "VERB" or noun.dep_ != "dobj":
            return None
        issuer = subject(above)
        side = side_of(sentence, issuer, mentions) if issuer is not None else None
        return side or _named_before(sentence, above, mentions)
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":  # "the death of 9 and wounding of 12"
        return _by_noun(sentence, noun.head, deed, mentions)
    return _side_before(sentence, noun, mentions)


def _side_after(sentence: Sentence, prep: Any, mentions: Sequence[Mention]) -> Span | None:
    """The side named between "in" and "custody", or directly behind: in X's jails, in jail in X."""
    following = sentence.doc[prep.i + 1 : prep.i + 7]
    if [t.lower_ for t in following[:3]] == ["the", "hands", "of"]:
        keeper = next((c for c in following[2].children if c.dep_ == "pobj"), None)
        return words_for(sentence, keeper, mentions) if keeper is not None else None
    for token in following:
        side = side_at(sentence, token, mentions)
        if side:
            return side
        if token.pos_ in {"VERB", "PUNCT", "CCONJ"} and token.i > prep.i + 2:
            break
    return None


def _side_before(sentence: Sentence, noun: Any, mentions: Sequence[Mention]) -> Span | None:
    """The side in "X's capture of", "the Xian release of"; or that was responsible for it."""
    for child in noun.children:
        if child.dep_ in MODIFIERS and child.i < noun.i:
            side = side_at(sentence, child, mentions) or side_of(sentence, child, mentions)
            if side:
                return side
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lower_ == "responsible":
        doer = next((c for c in noun.head.head.head.children if c.dep_ == "nsubj"), None)
        return words_for(sentence, doer, mentions) if doer is not None else None
    return None


def find_of(
    sentence: Sentence, counted: Counted, number_end: int, deed: Deed, mentions: Sequence[Mention]
) -> Span | None:
    """The words that give nationality or side of the persons counted; None where none do.

    Args:
        sentence: The sentence of the figure.
        counted: What is counted.
        number_end: Where the number ends: the words between it and the noun are looked at.
        deed: What befell the counted, for "its own soldiers".
        mentions: Names of the article.
    """
    inside = [
        m.span
        for m in mentions
        if m.kind in SIDES - {"organisation"}
        and number_end <= m.span.start
        and m.span.end <= counted.span.end
    ]
    head = counted.head
    if head is not None and inside:
        from_here = Span(min(inside).start, counted.span.end)
        words = {t.lower_ for t in sentence.tokens(from_here)}
        return inside[0] if len(set(inside)) == 1 and not words & {"and", "or"} else None
    if head is not None:
        for child in head.children:
            if child.dep_ == "poss" and child.lower_ in OWN:
                return owner(sentence, head, mentions)
            if child.dep_ == "prep" and child.lower_ in {"of", "from"} and child.i > head.i:
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        return side_at(sentence, inner, mentions)
    if deed.governor is not None and _captor(sentence, deed, mentions) is not None:
        home = subject(deed.governor)
        return side_of(sentence, home, mentions) if home is not None else None
    if counted.anchor.dep_ == "dobj" and lemma(counted.anchor.head) in {"suffer", "sustain"}:
        victim = subject(counted.anchor.head)
        return words_for(sentence, victim, mentions) if victim is not None else None
    if deed.how == "lost":
        loser = subject(deed.governor)
        return words_for(sentence, loser, mentions) if loser is not None else None
    above = counted.anchor.head
    if counted.anchor.dep_ == "nsubj" and above.lower_ in {"is", "are", "was", "were"}:
        # "two of the three are Kenyans"
        for child in above.children:
            if child.dep_ in {"attr", "acomp"} and child.tag_ in {"NNS", "NNPS", "NNP", "JJ"}:
                return side_at(sentence, child, mentions)
    if counted.anchor.dep_ == "nsubj" and lemma(above) in _ORIGIN:
        for child in above.children:
            for inner in child.children:
                if child.dep_ == "prep" and inner.dep_ == "pobj":
                    return side_of(sentence, inner, mentions)
    return None
