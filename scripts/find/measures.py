"""What happened to the persons counted: killed, released, held, by the words that govern them."""

from collections.abc import Iterator
from typing import Any

from scripts.find.beside import beside_after, beside_before
from scripts.find.deeds import (
    NO_DEED,
    Deed,
    is_custody,
    of_state,
    of_verb,
    table,
    tally,
    tally_of,
)
from scripts.find.membership import of_group
from scripts.find.parse import lemma

_BE = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "remain", "remains", "remained"}
)
#: Nouns that stand between a deed and the persons it befell: "the release of a group of 12".
_THROUGH = frozenset(
    {"group", "total", "number", "batch", "party", "list", "majority", "rest", "some"}
)
_SWAP = frozenset({"exchange", "swap", "trade"})
_DEPTH = 5
#: What people are held that are not held.
_BLAME = frozenset({"accountable", "responsible", "liable", "contempt", "esteem", "answerable"})
#: Measures that the noun itself settles: the dead are killed, whoever hands them over.
_FINAL = frozenset({"killed", "wounded", "missing"})


def _custody(token: Any) -> Deed:
    for child in token.children:
        if child.dep_ == "prep" and is_custody(child):
            return Deed("held", child, "place")
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"in", "at"}:
            # "in a prison", hung on another noun by the parser
            for inner in child.subtree:
                if inner.dep_ == "prep" and is_custody(inner):
                    return Deed("held", inner, "place")
    return NO_DEED


def _complement(verb: Any) -> Deed:
    """Such as "left four dead", "are missing", "were in custody"."""
    for child in verb.children:
        if child.dep_ in {"acomp", "oprd", "attr", "xcomp", "advcl", "ccomp"} and child.i > verb.i:
            measure = of_state(child)
            if measure:
                return Deed(measure, verb, "state")
        if child.dep_ == "prep" and child.lower_ == "as":
            for inner in child.children:
                if of_state(inner):
                    return Deed(of_state(inner), verb, "state")
    return NO_DEED


def _participle(noun: Any, context: frozenset[str]) -> Deed:
    """A participle or relative clause behind the counted: "23 men held in …", "who were taken"."""
    for child in noun.children:
        if child.i < noun.i or any(
            other.dep_ == "conj" and noun.i < other.i < child.i for other in noun.children
        ):
            continue
        if child.dep_ in {"acl", "relcl"} and child.pos_ in {"VERB", "AUX", "ADJ"}:
            passive = child.tag_ == "VBN" and not any(
                c.dep_ in {"nsubj", "dobj"} for c in child.children
            )
            measure = of_verb(child, "object" if passive else "subject", context)
            object_of = any(c.dep_ == "nsubj" for c in child.children) and child.dep_ == "relcl"
            if (
                not measure
                and object_of
                and not any(
                    c.dep_ == "nsubj" and c.lower_ in {"who", "that", "which"}
                    for c in child.children
                )
            ):
                measure = of_verb(child, "object", context)
            if measure:
                return Deed(measure, child, "object" if passive or object_of else "subject")
            found = _complement(child) if lemma(child) in _BE or child.lower_ in _BE else NO_DEED
            found = found if found.measure else _custody(child)
            if found.measure:
                return found
        if child.dep_ in {"amod", "acomp", "acl", "appos"} and of_state(child):
            return Deed(of_state(child), child, "state")
    return NO_DEED


def _object_of(verb: Any, context: frozenset[str]) -> Deed:
    for how in ("object", "received", "lost"):
        measure = of_verb(verb, how, context)
        if measure:
            return Deed(measure, verb, how)
    counted = tally(verb, "subject")
    return Deed(counted, verb, "subject") if counted else _complement(verb)


def _subject_of(verb: Any, context: frozenset[str], passive: bool) -> Deed:
    if passive:
        measure = of_verb(verb, "object", context)
        if measure:
            return Deed(measure, verb, "object")
    measure = of_verb(verb, "subject", context)
    if measure:
        return Deed(measure, verb, "subject")
    found = _complement(verb)
    if not found.measure and (verb.lower_ in _BE or passive):
        found = _custody(verb)
    return found


def _prepositional(verb: Any, prep: Any) -> Deed:
    """Such as "the toll rose to 12", "issued warrants for 36"."""
    for child in verb.children:
        if child.dep_ == "dobj" and prep.lower_ in {"against", "for", "on"}:
            for row in table("noun").get(lemma(child), ()):
                if row["counted"] == "against":
                    return Deed(row["measure"], child, "noun")
    measure = tally(verb, "object") if prep.lower_ in {"to", "at", "from", "in"} else ""
    return Deed(measure or tally(verb), verb, "subject")


def _climb(token: Any, context: frozenset[str]) -> Iterator[Deed]:
    """Deeds that govern a token, the nearest first."""
    node = token
    for _ in range(_DEPTH):
        head, dep = node.head, node.dep_
        if head == node:
            return
        if dep in {"dobj", "nsubjpass"} and head.pos_ in {"VERB", "AUX"}:
            if dep == "dobj":
                yield _object_of(head, context)
            else:
                yield _subject_of(head, context, passive=True)
            return
        if dep == "nsubj":
            if head.dep_ in {"ccomp", "xcomp"} and head.head.pos_ == "VERB":
                # "let 12 sailors go"
                measure = of_verb(head.head, "object", context) if lemma(head.head) == "let" else ""
                yield Deed(measure, head.head, "object")
            acts = head.pos_ in {"VERB", "AUX"} and (
                not of_state(head) or any(child.dep_ == "dobj" for child in head.children)
            )
            yield (
                _subject_of(head, context, passive=False)
                if acts
                else Deed(of_state(head), head, "state")
            )
            return
        if dep == "attr":
            counted = tally(head)
            yield Deed(counted, head, "subject") if counted else _custody(head)
            return
        if dep == "pobj" and head.dep_ != "agent":
            above = head.head
            if lemma(above) in _SWAP and head.lower_ == "for":
                yield Deed("released" if "captives" in context else "", above, "noun")
                return
            if above.dep_ == "ROOT" and any(c.dep_ == "nsubj" for c in above.children):
                yield _prepositional(above, head)  # a headline: "toll climbs to 12"
            if above.pos_ in {"NOUN", "PROPN"}:
                told = tally_of(above) if head.lower_ == "of" else ""
                if told and (told != "other" or lemma(above) not in _THROUGH):
                    yield Deed(told, above, "noun")
                    return
                for row in table("noun").get(lemma(above), ()):
                    against = head.lower_ in {"against", "for", "on"}
                    known = not row["needs"] or row["needs"] in context
                    if known and row["counted"] == ("against" if against else head.lower_):
                        yield Deed(row["measure"], above, "noun")
                        return
                if lemma(above) not in _THROUGH and above.tag_ != "CD":
                    return
            elif above.pos_ in {"VERB", "AUX"}:
                yield _prepositional(above, head)
                return
            node = above
            continue
        if dep == "conj" and token.pos_ == "NOUN" and beside_after(token, context).measure:
            return  # "9 were jailed and 12 clerks suspended"
        if dep not in {"conj", "appos", "nummod", "compound", "dep"}:
            return
        node = head


def find_deed(
    anchor: Any, first: Any, last: Any, noun_measure: str, context: frozenset[str]
) -> Deed:
    """What befell the persons that a token stands for, by the nearest words that tell it.

    Args:
        anchor: The head noun of the counted, or the number where the noun is left out.
        first: The first token of the figure, bound included.
        last: Its last token.
        noun_measure: What the noun itself implies ("captives": held), "" if nothing.
        context: "captives" if the sentence is about captives, "military" if the persons are armed:
            what verbs like "receive" and "send" need.
    """
    if noun_measure in _FINAL:
        return Deed(noun_measure, None, "noun-itself")
    own = _directly(last)
    if own.measure:
        return own
    fallback = NO_DEED
    for found in (beside_before(first, context), *_climb(anchor, context)):
        if found.measure == "other":
            fallback = fallback if fallback.measure else found
        elif found.measure and not _is_idiom(found, last, anchor):
            return found
    if fallback.measure:
        return fallback
    for found in (of_group(first, last), _participle(anchor, context), beside_after(last, context)):
        if found.measure:
            return found
    for child in [*anchor.children, *anchor.doc[first.i : anchor.i]]:
        described = child.dep_ in {"amod", "compound", "nmod"} or child.tag_ in {"VBN", "VBD"}
        if described and child.i < anchor.i and of_state(child):
            return Deed(of_state(child), child, "state")
    hurt = _with_injuries(anchor)
    if hurt.measure:
        return hurt
    placed = _custody(anchor)
    if placed.measure:
        return placed
    former = any(c.lower_ in {"former", "ex", "onetime"} for c in anchor.children)
    if not noun_measure or former:
        return NO_DEED
    return Deed(noun_measure, None, "noun-itself")


def _with_injuries(noun: Any) -> Deed:
    """Such as "13 pupils with minor injuries"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "with":
            for inner in child.children:
                told = table("noun").get(lemma(inner), ()) if inner.dep_ == "pobj" else ()
                if any(row["measure"] == "wounded" for row in told):
                    return Deed("wounded", inner, "state")
    return NO_DEED


def _directly(last: Any) -> Deed:
    """The state that stands for the counted: "treated 40 wounded", "12 dead" with no noun."""
    following = last.nbor() if last.i + 1 < len(last.doc) else None
    if last.tag_ != "CD" or following is None:
        return NO_DEED
    for row in table("verb").get(following.lower_, ()):  # "as 78 die", read as a noun
        if row["counted"] == "subject" and not row["particle"] and not row["needs"]:
            return Deed(row["measure"], following, "subject")
    if of_state(following) not in _FINAL:
        return NO_DEED
    behind = following.nbor().pos_ if following.i + 1 < len(last.doc) else "PUNCT"
    return (
        NO_DEED if behind in {"NOUN", "PROPN", "ADJ"} else Deed(of_state(following), None, "state")
    )


def _is_idiom(found: Deed, last: Any, anchor: Any) -> bool:
    """Whether "have", "keep" or "hold" means something else than it does by itself.

    "has 12 soldiers in jail" tells of captives, "holds 12 officers responsible" of none.
    """
    verb = found.governor
    if found.measure == "held" and verb.pos_ == "VERB" and lemma(verb) == "hold":
        return any(t.lower_ in _BLAME for t in last.doc[last.i + 1 : last.i + 6])
    if found.measure != "troops" or verb.pos_ != "VERB" or lemma(verb) not in {"have", "keep"}:
        return False
    following = last.nbor() if last.i + 1 < len(last.doc) else last
    held = of_state(following) == "held" or is_custody(following)
    return held or bool(_custody(anchor).measure or _custody(verb).measure)
