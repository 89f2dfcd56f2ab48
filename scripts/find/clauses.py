"""Who stands where in a clause: subject, object, agent and phrases of a verb or a deverbal noun.

Dependency labels are those of spaCy's English models (ClearNLP style). Everything takes and gives
tokens; a subject that the clause leaves out is looked for where the grammar shares it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from scripts.find.drafts import Span
from scripts.find.parse import Sentence, lemma

_SUBJECT = {"nsubj", "nsubjpass", "csubj"}
_RELATIVE = {"which", "who", "that", "whom"}
#: Words that the parser may give to a number though they belong to the verb: "hand over six".
_PARTICLES = {"over", "up", "out", "back", "off", "down", "dead", "free"}
#: Words that say what a verb makes of people, whatever the parser takes them for.
_STATES = {"captive", "hostage", "prisoner", "home"}
_LEFT = {"amod", "compound", "nmod", "nummod", "poss", "det", "advmod", "quantmod", "case", "punct"}


def with_conjuncts(token: Any) -> list[Any]:
    """A noun and the nouns that stand beside it ("Chad and Sudan")."""
    found = [token]
    nominal = {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}
    return found + [o for o in token.conjuncts if o.i > token.i and o.pos_ in nominal]


def is_passive(verb: Any) -> bool:
    """Whether what stands as subject is acted on."""
    if verb.tag_ != "VBN":
        return False
    children = {child.dep_ for child in verb.children}
    if children & {"auxpass", "nsubjpass", "agent"}:
        return True
    if verb.dep_ == "acl":
        return True
    return verb.dep_ == "conj" and is_passive(verb.head) and not children & {"nsubj", "aux"}


def own_subject(verb: Any) -> bool:
    """Whether the verb has a subject of its own."""
    return any(child.dep_ in _SUBJECT for child in verb.children)


def subjects(verb: Any, depth: int = 0) -> list[Any]:
    """The subject of a verb with its conjuncts; taken from the governing clause if left out."""
    own = [child for child in verb.children if child.dep_ in _SUBJECT]
    if own:
        # Of two, as behind a dateline, the one next to the verb.
        nearest = next((child for child in reversed(own) if child.i < verb.i), own[0])
        if nearest.lower_ in _RELATIVE and verb.dep_ == "relcl":
            return with_conjuncts(verb.head)
        return with_conjuncts(nearest)
    if verb.i and verb.lower_.endswith("ing") and verb.dep_ in {"acl", "pcomp", "pobj"}:
        before = verb.nbor(-1)  # "in return for Chad releasing …"
        if before.pos_ in {"NOUN", "PROPN"}:
            return with_conjuncts(before)
    joined = joined_subject(verb)
    if joined is not None:
        return [joined]
    if depth > 4:
        return []
    if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return with_conjuncts(verb.head)  # "with Peru vetoing …" reads as a noun and its participle
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subjects(verb.head, depth + 1)
    if verb.dep_ in {"xcomp", "advcl", "ccomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        return subjects(verb.head, depth + 1)
    if verb.dep_ in {"xcomp", "advcl"} and verb.head.pos_ == "ADJ":
        return subjects(verb.head.head, depth + 1) if verb.head.head.pos_ in {"VERB", "AUX"} else []
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in {"VERB", "AUX"}:
        return subjects(verb.head.head, depth + 1)
    return []


def left_neighbours(verb: Any) -> list[Any]:
    """The nouns right before a finite verb, whatever the parser hung them on.

    Helping verbs, adverbs and what stands between two commas are passed over: "Chad and Sudan,
    in return, have freed". For use where the parse gives no subject.
    """
    at = verb.i - 1
    while at > 0 and verb.doc[at].pos_ in {"AUX", "ADV"}:
        at -= 1
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or at < verb.i - 1
    if at > 0 and verb.doc[at].text == ",":
        commas = [i for i in range(max(0, at - 10), at) if verb.doc[i].text == ","]
        at = commas[-1] - 1 if commas else at
    if not finite or at < 0 or verb.doc[at].pos_ not in {"NOUN", "PROPN"}:
        return []
    found = [verb.doc[at]]
    while at >= 2 and verb.doc[at - 1].lower_ == "and" and verb.doc[at - 2].pos_ == "PROPN":
        at -= 2
        found.append(verb.doc[at])
    return found[::-1]


def joined_subject(verb: Any) -> Any | None:
    """The subject of a second clause that the parser drew into the object of the first.

    "Chad released nine guards and Sudan will free three": "Sudan" is read as one of those released.
    """
    if verb.dep_ != "conj" or verb.tag_ == "VBG":
        return None
    nouns = left_neighbours(verb)
    joined = nouns and nouns[-1].dep_ == "conj" and nouns[-1].i > verb.head.i
    return nouns[-1] if joined else None


def _own_objects(verb: Any) -> Iterator[Any]:
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "oprd"} and child.pos_ != "ADP":
            relative = child.lower_ in _RELATIVE and verb.dep_ == "relcl"
            yield from with_conjuncts(verb.head if relative else child)
        elif child.dep_ == "prt" or (child.dep_ == "prep" and not list(child.children)):
            # a particle that took the object for itself: "handing over two captives"
            for grand in child.children:
                if grand.dep_ in {"pobj", "dobj"}:
                    yield from with_conjuncts(grand)


def objects(verb: Any) -> list[Any]:
    """What the verb acts on: its object, the subject of a passive, the noun it describes."""
    if is_passive(verb):
        if verb.dep_ in {"acl"} and verb.head.pos_ in {"NOUN", "PROPN", "NUM"}:
            return [verb.head]
        return subjects(verb)
    found = list(_own_objects(verb))
    if not found:
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in {"over", "up", "down", "off"}:
                found += [x for o in child.children if o.dep_ == "pobj" for x in with_conjuncts(o)]
    return found


def agents(verb: Any) -> list[Any]:
    """Who does it: the subject of an active verb, the by-phrase of a passive one."""
    if not is_passive(verb):
        return subjects(verb)
    return [
        noun
        for child in verb.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
        for grand in child.children
        if grand.dep_ == "pobj"
        for noun in with_conjuncts(grand)
    ]


def phrases(token: Any, words: Iterable[str], deep: bool = True) -> list[Any]:
    """Nouns in the token's prepositional phrases with one of some prepositions.

    deep: look under the token's direct object as well, where the parser often hangs them.
    """
    wanted = set(words)
    heads = [token]
    if deep:
        heads += [child for child in token.children if child.dep_ in {"dobj", "prt", "nsubjpass"}]
    found = []
    for head in heads:
        for child in head.children:
            if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in wanted:
                inner = [g for g in child.children if g.dep_ == "prep"]  # "out of the talks"
                for grand in [*child.children, *(x for prep in inner for x in prep.children)]:
                    if grand.dep_ in {"pobj", "pcomp"}:
                        found += with_conjuncts(grand)
    return found


def possessors(noun: Any) -> list[Any]:
    """Nouns in the possessive before a noun ("Sudan's capture of …")."""
    return [n for child in noun.children if child.dep_ == "poss" for n in with_conjuncts(child)]


def particles(verb: Any) -> set[str]:
    """Words that belong to the verb: "hand over", "pull out", "take captive"."""
    found = {
        child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod", "acomp", "oprd"}
    }
    found |= {child.lower_ for child in verb.children if child.dep_ == "prep"}
    found |= {
        child.lower_ for child in verb.children if child.dep_ == "ccomp" and child.lower_ in {"go"}
    }
    found |= {child.lower_ for child in verb.children if child.lower_ in _STATES}
    following = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    return found | {following}


def noun_phrase(sentence: Sentence, head: Any) -> Span:
    """The words of a noun phrase as far as its head, with what stands before it."""
    left = [head]
    for child in head.lefts:
        if child.dep_ in _LEFT:
            left += [t for t in child.subtree if t.i < head.i and t.lower_ not in _PARTICLES]
    commas = [t.i for t in left if t.text == ","]
    if commas and any(t.pos_ == "ADP" and t.i < commas[-1] for t in left):
        left = [t for t in left if t.i > commas[-1]]  # "Under the deal, nine captured pilots"
    span = sentence.cover(left)
    piece = sentence.doc.text[span.start - sentence.span.start : span.end - sentence.span.start]
    stripped = piece.lstrip(" \"'(,-")
    return Span(span.end - len(stripped), span.end)


def clause_head(token: Any) -> Any:
    """The verb of the clause that a token stands in; the root if there is none."""
    for above in [token, *token.ancestors]:
        if above.pos_ in {"VERB", "AUX"} and above.dep_ not in {"aux", "auxpass", "amod"}:
            return above
    return token.root


def lemmas(tokens: Iterable[Any]) -> set[str]:
    """Dictionary forms of some tokens."""
    return {lemma(token) for token in tokens}
