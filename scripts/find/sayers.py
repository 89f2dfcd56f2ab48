"""Who speaks, by the grammar of a clause, and the words that name him there."""

from typing import Any

from scripts.find.cues import VERB_TAGS, cue_of, is_document, person_nouns, words
from scripts.find.parse import lemma

_SUBJECT = {"nsubj", "nsubjpass"}
_FINITE = {"VBD", "VBZ", "VBP"}
#: Verbs of saying whose object is who hears.
TO_SOMEBODY = frozenset({"tell", "inform", "assure", "notify", "remind", "warn", "quote"})
_RELATIVE = {"who", "which", "that", "whom"}
_QUOTING = {"quote", "cite", "report"}
#: Verbs whose object does what the infinitive says: "it led the ministry to warn".
MADE_TO = frozenset({"lead", "prompt", "cause", "force", "drive", "move", "spur"})
_HANGING = {"conj", "xcomp", "advcl", "dep", "ccomp", "aux", "csubj"}
_BY = {"by", "from", "of"}
_CLOSING = {'"', "'", "''"}


def passive(verb: Any) -> bool:
    """Whether the verb's subject is not its speaker ("was told", "as described by")."""
    if verb.tag_ != "VBN":
        return False
    deps = {child.dep_ for child in verb.children}
    return bool(deps & {"auxpass", "nsubjpass", "agent"}) or (
        verb.dep_ in {"acl", "advcl"} and not deps & {"aux", "nsubj"}
    )


def speaker_of(verb: Any, depth: int = 0) -> tuple[Any | None, str]:
    """Head token of who speaks, by the grammar of the clause, and the name of the rule."""
    if passive(verb):
        return _agent(verb) or inverted(verb), "agent"
    own = [child for child in verb.children if child.dep_ in _SUBJECT]
    if own and verb.dep_ == "advcl" and verb.tag_ == "VBG" and _told_of(verb, own[0]):
        return _shared(verb.head, depth), "shared-subject"
    if own:
        if (own[0].lower_ in _RELATIVE and own[0].lower_ != "that") or verb.dep_ == "relcl":
            return _antecedent(verb, own[0]), "subject"
        return issuer(_past_according(verb, _last_name(own))), "subject"
    beside = _apposed(verb) or _reduced(verb) or inverted(verb)
    if beside is not None or depth > 4 or verb.head == verb:
        return beside, "subject"
    return _elsewhere(verb, depth)


def _told_of(verb: Any, subject: Any) -> bool:
    """Whether a seeming subject is what somebody told: "the mayor gave her reasons saying …"."""
    told = any(c.dep_ in _SUBJECT for c in verb.head.lefts) and cue_of(verb.head) is not None
    owned = any(c.tag_ == "PRP$" for c in subject.lefts)
    return told and owned and subject.pos_ == "NOUN" and subject.i + 1 == verb.i


def _antecedent(verb: Any, subject: Any) -> Any | None:
    """Whom "who" stands for; the subject itself where it is no relative pronoun."""
    if subject.lower_ not in _RELATIVE:
        return issuer(subject)
    while verb.dep_ == "conj":
        verb = verb.head
    before = [t for t in verb.doc[max(subject.i - 2, 0) : subject.i] if t.text != ","]
    near = before[-1] if before else verb.head
    strange = verb.dep_ != "relcl" or verb.head.pos_ not in {"PROPN", "PRON"}
    strange = strange and verb.head.lower_ not in person_nouns()
    if subject.lower_ == "who" and strange and near.pos_ in {"NOUN", "PROPN"}:
        return near  # "the raid began at ten, according to police, who said …"
    return verb.head if verb.dep_ == "relcl" else None


def _last_name(subjects: list[Any]) -> Any:
    """The name behind a role that the parser took for a subject of its own: "the daily Le Soir"."""
    last = edge = subjects[0]
    for other in subjects[1:]:
        gap = other.left_edge.i - edge.right_edge.i
        apart = gap == 2 and edge.pos_ == "NOUN" and other.left_edge.i < other.i
        if gap > 1 and not (apart and other.left_edge.nbor(-1).text == ","):
            break
        edge = other
        glued = gap == 1 and last.pos_ == "NOUN"  # "co-author" in three pieces
        last = other if other.pos_ == "PROPN" or (glued and other.pos_ == "NOUN") else last
    return last


def _elsewhere(verb: Any, depth: int) -> tuple[Any | None, str]:
    """The speaker of a verb without a subject of its own, from the clause it hangs on."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ == "as" and lemma(head.head) in _QUOTING:
        return _quoted(head.head), "quoted-as"
    if verb.tag_ == "VBG" and verb.i and verb.nbor(-1).lower_ == "as":
        for token in reversed(list(verb.doc[: verb.i])):
            if token.tag_ in VERB_TAGS and lemma(token) in _QUOTING:
                return _quoted(token), "quoted-as"
    if verb.dep_ in {"prep", "pcomp"}:
        head = head.head if head.pos_ == "ADP" else head
        bare = head.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in head.lefts)
        if bare and head.dep_ == "ccomp":
            head = head.head  # "they had him freed by saying …"
        return (_shared(head, depth) if head.tag_ in VERB_TAGS else None), "shared-subject"
    if verb.dep_ in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        owned = any(c.tag_ == "PRP$" for c in head.lefts) and not is_document(head)
        if owned and head.dep_ == "dobj" and verb.tag_ == "VBG" and cue_of(head.head) is not None:
            return _shared(head.head, depth), "shared-subject"
        return issuer(head), "issuer"
    if verb.dep_ == "advcl" and _after_comma(verb):
        # "She said the road was shut, warning that …": the one who said it warns.
        outer = head
        while outer.dep_ in {"ccomp", "advcl", "xcomp"} and cue_of(outer) is None:
            outer = outer.head
        head = outer if cue_of(outer) is not None else head
    teller = told_beside(verb)
    if teller is not None:
        return _shared(teller, depth), "shared-subject"
    if verb.dep_ == "xcomp" and lemma(head) in MADE_TO:
        moved = [c for c in head.rights if c.dep_ == "dobj" and c.i < verb.i]
        if moved:
            return issuer(moved[0]), "subject"
    if verb.dep_ in _HANGING and head.tag_ in VERB_TAGS:
        return _shared(head, depth), "shared-subject"
    return None, "none"


def told_beside(verb: Any) -> Any | None:
    """The verb of saying that this one goes on from, where the parser took it into what was said.

    "She claimed the cure was near and said …": the one who claimed says. What was said may itself
    be that somebody said something, so the two have to stand in the same tense, and the verb must
    report clauses or differ in tense from the clause that it seems to go on from.
    """
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE or _has_own(verb):
        return None
    while first.dep_ == "conj" and cue_of(first) is None:
        first = first.head
    teller = first.head
    cue, outer = cue_of(verb), cue_of(teller)
    if first.dep_ != "ccomp" or first.i < teller.i or cue is None or outer is None:
        return None
    if cue_of(first) is not None or teller.tag_ != verb.tag_ or outer.clause != "yes":
        return None
    return teller if cue.clause == "yes" or first.tag_ not in _FINITE else None


def _has_own(verb: Any) -> bool:
    return any(c.dep_ in _SUBJECT or c.dep_ in {"aux", "auxpass"} for c in verb.lefts)


def _after_comma(verb: Any) -> bool:
    """Whether a comma stands before a verb's words, a closing mark left out."""
    at = verb.left_edge.i - 1
    if at > 0 and verb.doc[at].text in _CLOSING:
        at -= 1
    return at >= 0 and bool(verb.doc[at].text == ",")


def _shared(head: Any, depth: int) -> Any | None:
    if passive(head) and _agent(head) is not None and cue_of(head) is not None:
        return _agent(head)  # "it was described by X as dead, saying …"
    for child in head.children:
        if child.dep_ in _SUBJECT:
            if child.lower_ in _RELATIVE and head.dep_ == "relcl":
                return head.head
            return issuer(_past_according(head, child))
    return None if passive(head) else speaker_of(head, depth + 1)[0]


def cited(verb: Any, speaker: Any | None) -> Any | None:
    """Whom an outlet passes on: Y in "X reported, citing Y"."""
    if speaker is None or (lemma(verb) != "report" and lemma(speaker) not in words("outlet")):
        return None
    for child in verb.rights:
        if child.tag_ == "VBG" and lemma(child) in {"cite", "quote"}:
            return next((noun for noun in child.rights if noun.dep_ == "dobj"), None)
    return None


def _agent(verb: Any) -> Any | None:
    for child in verb.children:
        if child.dep_ in {"agent", "prep"} and child.lower_ == "by":
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun
    return None


def _quoted(verb: Any) -> Any | None:
    wanted = {"nsubjpass"} if passive(verb) else {"dobj"}
    for child in verb.children:
        if child.dep_ in wanted:
            return verb.head if child.lower_ in _RELATIVE and verb.dep_ == "relcl" else child
    return None


def inverted(verb: Any) -> Any | None:
    """A name right behind the verb that the parser gave to another one: “…,” said X."""
    if not 0 < verb.i < len(verb.doc) - 1 or verb.tag_ == "VBG":
        return None
    before = verb.nbor(-1).text
    if before == "," and verb.i > 1:
        before = verb.nbor(-2).text
    if before not in _CLOSING:
        return None
    token = verb.nbor(1)
    while token.dep_ in {"compound", "det", "amod", "poss"} and token.head.i > token.i:
        token = token.head
    named = token.pos_ == "PROPN" or (token.pos_ == "NOUN" and lemma(verb) not in TO_SOMEBODY)
    return token if named and token.left_edge.i == verb.i + 1 else None


def _apposed(verb: Any) -> Any | None:
    """A name between commas before the verb: "the head of the force, X, said"."""
    if verb.i < 4 or verb.nbor(-1).text != "," or verb.tag_ not in {"VBD", "VBZ"}:
        return None
    piece: list[Any] = []
    for token in reversed(list(verb.doc[: verb.i - 1])):
        if token.text != ",":
            piece.append(token)
        if (token.text == "," or token.i == 0) and piece:
            if len(piece) > 1 and all(t.pos_ == "PROPN" for t in piece):
                return piece[0]
            piece = []
    return None


def _reduced(verb: Any) -> Any | None:
    """N in "N, read out in court, said …", which the parser took for a clause."""
    if verb.i < 4 or verb.nbor(-1).text != ",":
        return None
    for clause in verb.lefts:
        own = [c for c in clause.lefts if c.dep_ in _SUBJECT]
        if clause.dep_ == "ccomp" and own and clause.tag_ in {"VBD", "VBN"}:
            noun = own[0]
            if noun.right_edge.i + 1 >= clause.left_edge.i and noun.doc[clause.i - 1].text == ",":
                return issuer(noun)
    return None


def _past_according(verb: Any, subject: Any) -> Any:
    """Y in "According to X, the envoy, Y, said", where the parser took X for the subject."""
    edge = subject.left_edge.i
    lead = [t.lower_ for t in verb.doc[max(edge - 2, 0) : edge]]
    name = verb.nbor(-2) if verb.i > 4 and verb.nbor(-1).text == "," else subject
    return name if lead == ["according", "to"] and name.pos_ == "PROPN" else subject


def issuer(noun: Any) -> Any:
    """Who gave out a document, where its clause says so; else the noun itself."""
    if not is_document(noun):
        return noun
    if noun.dep_ in {"dobj", "nsubjpass"} and lemma(noun.head) in words("issue"):
        found = _agent(noun.head) if noun.dep_ == "nsubjpass" else speaker_of(noun.head, 3)[0]
        if found is not None:
            return found
    return noun


def made_by(noun: Any) -> Any | None:
    """Head of the words for who a document is by: "a statement by X", "X's statement"."""
    for child in noun.children:
        if child.dep_ == "poss" and child.pos_ in {"PROPN", "NOUN"}:
            return child
        if child.dep_ in {"prep", "agent"} and child.lower_ in _BY:
            for grand in child.children:
                if grand.dep_ == "pobj":
                    return grand
        if child.dep_ == "acl" and lemma(child) in words("issue"):
            found = _agent(child)
            if found is not None:
                return found
    return None
