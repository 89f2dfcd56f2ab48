"""Whose the persons counted are, and who did it to them: the words that say so."""

from collections.abc import Sequence
from typing import Any

from scripts.find.clauses import joined_subject
from scripts.find.counted import Counted
from scripts.find.deeds import Deed
from scripts.find.drafts import Mention, Span
from scripts.find.parse import Sentence, lemma

_SIDES = frozenset({"country", "demonym", "capital", "polity", "armed_group", "organisation"})
_OWN = frozenset({"its", "their", "his", "her"})
_MODIFIERS = frozenset({"amod", "compound", "poss", "nmod"})
#: Verbs whose subject has or meets the persons and does nothing to them.
_ORIGIN = frozenset({"belong", "hail"})
#: Verbs of giving from one side to the other.
_MUTUAL = frozenset({"hand", "exchange", "swap", "return", "transfer", "repatriate"})


def _side_at(sentence: Sentence, token: Any, mentions: Sequence[Mention]) -> Span | None:
    """The side that a token names by itself."""
    span = sentence.offset(token)
    return next((m.span for m in mentions if m.kind in _SIDES and m.span.meets(span)), None)


def _side_of(sentence: Sentence, token: Any, mentions: Sequence[Mention]) -> Span | None:
    """The side that a noun phrase names: itself, its modifiers, "of X" behind it."""
    if any(child.dep_ == "conj" for child in token.children):
        return None
    own = _side_at(sentence, token, mentions)
    if own:
        return own
    found = []
    for child in token.children:
        if child.dep_ in _MODIFIERS and child.i < token.i:
            side = _side_at(sentence, child, mentions) or _side_of(sentence, child, mentions)
            found += [side] if side else []
        if child.dep_ == "prep" and child.lower_ == "of":
            for inner in child.children:
                side = _side_at(sentence, inner, mentions)
                found += [side] if side and inner.dep_ == "pobj" else []
    return found[0] if len(set(found)) == 1 else None


def _words_for(sentence: Sentence, token: Any, mentions: Sequence[Mention]) -> Span | None:
    """The side that a noun names, or the noun itself where it names none that we know."""
    if any(child.dep_ == "conj" for child in token.children):
        return None
    side = _side_of(sentence, token, mentions)
    if side or token.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return side
    return None if token.tag_ in {"WP", "WDT", "EX", "DT"} else sentence.offset(token)


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
        return subject(head, depth - 1) if verb.tag_ in {"VB", "VBG"} else None
    if verb.dep_ == "pcomp" and head.head.pos_ in {"VERB", "AUX"}:
        return subject(head.head, depth - 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return head
    return None


def _agent(verb: Any) -> Any:
    """The noun of a "by …" phrase."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _is_passive(verb: Any) -> bool:
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}
    )


def _keeper(sentence: Sentence, token: Any, mentions: Sequence[Mention]) -> Span | None:
    """Who holds them, by where: in X's jails, held in X."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "by"}:
            for inner in child.children:
                side = _side_of(sentence, inner, mentions)
                if inner.dep_ == "pobj" and side:
                    return side
    for near in sentence.doc[token.i + 1 : token.i + 4]:
        if near.lower_ in {"in", "by"} and near.i + 1 < len(sentence.doc):
            return _side_at(sentence, near.nbor(), mentions)
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
    span = sentence.offset(doc[at])
    named = [m for m in mentions if m.kind in {"country", "capital", "polity", "armed_group"}]
    return next((m.span for m in named if m.span.end == span.end), None)


def _only_other(sentence: Sentence, of: Span | None, mentions: Sequence[Mention]) -> Span | None:
    """The side of a sentence that names one side besides that of the persons, and no third."""
    own = {m.country for m in mentions if of is not None and m.span.meets(of)}
    others = [m for m in mentions if m.country and m.country not in own]
    return others[0].span if own and len({m.country for m in others}) == 1 else None


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
    if verb is None or not deed.measure:
        return None
    if deed.how == "place":
        return _side_after(sentence, verb, mentions)
    if deed.how == "noun":
        return _by_noun(sentence, verb, deed, mentions)
    if deed.how == "received":
        return _only_other(sentence, of, mentions)
    if deed.how not in {"object", "state"} or verb.pos_ not in {"VERB", "AUX", "ADJ"}:
        return None
    agent = _agent(verb) if _is_passive(verb) else None
    if agent is not None:
        return _words_for(sentence, agent, mentions)
    after = verb.i > counted.anchor.i
    if _is_passive(verb) or deed.how == "state" or after:
        if deed.measure == "held":
            return _keeper(sentence, verb, mentions)
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
        return _side_of(sentence, doer, mentions)
    return _words_for(sentence, doer, mentions)


def _by_noun(sentence: Sentence, noun: Any, deed: Deed, mentions: Sequence[Mention]) -> Span | None:
    """Who is behind "the release of 12": by X, X's, or who issued the warrants."""
    agent = _agent(noun)
    if agent is not None:
        return _words_for(sentence, agent, mentions)
    if deed.measure == "other":
        above = noun.head
        if above.pos_ != "VERB" or noun.dep_ != "dobj":
            return None
        issuer = subject(above)
        side = _side_of(sentence, issuer, mentions) if issuer is not None else None
        return side or _named_before(sentence, above, mentions)
    return _side_before(sentence, noun, mentions)


def _side_after(sentence: Sentence, prep: Any, mentions: Sequence[Mention]) -> Span | None:
    """The side named between "in" and "custody", or directly behind: in X's jails, in jail in X."""
    following = sentence.doc[prep.i + 1 : prep.i + 7]
    for token in following:
        side = _side_at(sentence, token, mentions)
        if side:
            return side
        if token.pos_ in {"VERB", "PUNCT", "CCONJ"} and token.i > prep.i + 2:
            break
    return None


def _side_before(sentence: Sentence, noun: Any, mentions: Sequence[Mention]) -> Span | None:
    """The side in "X's capture of", "the Xian release of"; or that was responsible for it."""
    for child in noun.children:
        if child.dep_ in _MODIFIERS and child.i < noun.i:
            side = _side_at(sentence, child, mentions) or _side_of(sentence, child, mentions)
            if side:
                return side
    if noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lower_ == "responsible":
        doer = next((c for c in noun.head.head.head.children if c.dep_ == "nsubj"), None)
        return _words_for(sentence, doer, mentions) if doer is not None else None
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
        if m.kind in _SIDES - {"organisation"}
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
            if child.dep_ == "poss" and child.lower_ in _OWN:
                verb = deed.governor
                doer = subject(verb) if verb is not None and verb.pos_ == "VERB" else None
                return _side_of(sentence, doer, mentions) if doer is not None else None
            if child.dep_ == "prep" and child.lower_ in {"of", "from"} and child.i > head.i:
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        return _side_at(sentence, inner, mentions)
    above = counted.anchor.head
    if counted.anchor.dep_ == "nsubj" and lemma(above) in _ORIGIN:
        for child in above.children:
            for inner in child.children:
                if child.dep_ == "prep" and inner.dep_ == "pobj":
                    return _side_of(sentence, inner, mentions)
    return None
