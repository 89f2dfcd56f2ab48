"""Who speaks, by the grammar of a clause, and the words that name him there."""

from functools import cache
from typing import Any

from scripts.find.cues import VERB_TAGS, cue_of, is_document, words
from scripts.find.parse import lemma
from scripts.find.titles import titles
from scripts.lexicon import rows

_SUBJECT = {"nsubj", "nsubjpass"}
_RELATIVE = {"who", "which", "that", "whom"}
_LEFT = {"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet"}
_NAME_PREPOSITIONS = {"of", "for", "on", "to", "at", "from", "in", "against", "near"}
_QUOTING = {"quote", "cite", "report"}
_BY = {"by", "from", "of"}
_CLOSING = {'"', "'", "''"}
_OWN = {"of", "for", "on"}
_NAMED_LATER = {"NOUN", "NUM"}
_BODY_KINDS = {"organ", "organisation"}


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
    for child in verb.children:
        if child.dep_ in _SUBJECT:
            if child.lower_ in _RELATIVE and verb.dep_ == "relcl":
                return verb.head, "subject"
            return issuer(_past_according(verb, child)), "subject"
    beside = _apposed(verb) or inverted(verb)
    if beside is not None or depth > 4 or verb.head == verb:
        return beside, "subject"
    return _elsewhere(verb, depth)


def _elsewhere(verb: Any, depth: int) -> tuple[Any | None, str]:
    """The speaker of a verb without a subject of its own, from the clause it hangs on."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ == "as" and lemma(head.head) in _QUOTING:
        return _quoted(head.head), "quoted-as"
    if verb.dep_ in {"prep", "pcomp"}:
        head = head.head if head.pos_ == "ADP" else head
        return (_shared(head, depth) if head.tag_ in VERB_TAGS else None), "shared-subject"
    if verb.dep_ in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return issuer(head), "issuer"
    if verb.dep_ == "advcl" and verb.doc[max(verb.left_edge.i - 1, 0)].text == ",":
        # "She said the road was shut, warning that …": the one who said it warns.
        outer = head
        while outer.dep_ in {"ccomp", "advcl", "xcomp"} and cue_of(outer) is None:
            outer = outer.head
        head = outer if cue_of(outer) is not None else head
    if verb.dep_ in {"conj", "xcomp", "advcl", "dep", "ccomp", "aux"} and head.tag_ in VERB_TAGS:
        return _shared(head, depth), "shared-subject"
    return None, "none"


def _shared(head: Any, depth: int) -> Any | None:
    for child in head.children:
        if child.dep_ in _SUBJECT:
            if child.lower_ in _RELATIVE and head.dep_ == "relcl":
                return head.head
            return issuer(child)
    return None if passive(head) else speaker_of(head, depth + 1)[0]


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
    while token.pos_ in {"PROPN", "DET"} and token.dep_ in {"compound", "det"}:
        if token.head.i <= token.i:
            break
        token = token.head
    return token if token.pos_ == "PROPN" and token.left_edge.i == verb.i + 1 else None


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


def naming(head: Any) -> list[Any]:
    """The tokens that name somebody: title and name, without clauses and what commas set apart.

    An apposition with a proper name ("a spokesman, Jan Roe") names instead of the noun before it.
    """
    last = [child for child in head.rights if child.dep_ == "conj" and child.pos_ == "NOUN"]
    for child in [*head.rights, *(c for noun in last for c in noun.rights)]:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and head.pos_ in _NAMED_LATER:
            joined = child.left_edge.i == head.i + 1
            return sorted([*_core(head), *_core(child)] if joined else _core(child), key=_place)
    return sorted(_core(head), key=_place)


def _place(token: Any) -> int:
    return int(token.i)


def _is_office(head: Any) -> bool:
    """Whether a capitalised noun is a title or a body ("Ambassador to …", "Embassy in …")."""
    return bool(titles(head.text)) or head.text in _bodies()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["words"] for row in rows("bodies") if row["kind"] in _BODY_KINDS)


def _core(head: Any) -> list[Any]:
    found = [head]
    for child in head.lefts:
        if child.dep_ in _LEFT:
            found += [t for t in child.subtree if t.i < head.i]
    edge = head.i
    for child in head.rights:
        if child.dep_ == "case" and child.i == edge + 1:
            found.append(child)
        elif child.dep_ == "prep" and child.lower_ in _NAME_PREPOSITIONS and child.i == edge + 1:
            if head.pos_ == "PROPN" and child.lower_ not in _OWN and not _is_office(head):
                break
            for noun in child.children:
                if noun.dep_ == "pobj":
                    found += [child, *_core(noun)]
        elif child.dep_ == "conj" and child.pos_ in {"PROPN", "NOUN"}:
            linked = [t for t in head.rights if t.dep_ in {"cc", "punct"} and t.i < child.i]
            found += [t for t in linked if t.i > edge]
            found += _core(child)
        edge = max(token.i for token in found)
    return found
