"""Words of saying at work in a sentence: which verb reports, who its speaker is.

The search goes by clause, never by distance: a verb takes the speaker that its grammar gives it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.find.drafts import Span
from scripts.find.parse import Sentence, lemma
from scripts.lexicon import rows

_SUBJECT = {"nsubj", "nsubjpass"}
_RELATIVE = {"who", "which", "that", "whom"}
_UNREAL_AUX = {"would", "could", "should", "may", "might", "can", "must", "ca", "will", "wo", "'d"}
_UNREAL_MARK = {"if", "unless", "whether", "though"}
_REFUSING = {
    "refuse",
    "decline",
    "fail",
    "want",
    "try",
    "hesitate",
    "avoid",
    "stop",
    "plan",
    "hope",
}
_LEFT = {"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet"}
_NAME_PREPOSITIONS = {"of", "for", "on", "to", "at", "from", "in", "against", "near"}
_BY = {"by", "from", "of"}
_VERB_TAGS = {"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"}


@dataclass(frozen=True)
class Cue:
    """A verb of saying and what it does.

    clause: "yes" where a clause without marks is reported speech, "marks" where only a quotation
    is. infinitive: how it calls on somebody to do something (object, or prepositions).
    small_clause: bare ("called it an error"), as ("described it as an error"). needs: medium, where
    the word reports only beside words like "in a statement".
    """

    word: str
    clause: str
    infinitive: frozenset[str]
    small_clause: frozenset[str]
    needs: str


@dataclass(frozen=True)
class Saying:
    """A word of saying in a sentence.

    verb: its token ("according" where no verb is). speaker: head token of the words that name the
    speaker, None where the clause names none. real: neither denied nor wished nor asked.
    """

    verb: Any
    cue: Cue
    speaker: Any | None
    real: bool
    rule: str  #: subject | agent | shared-subject | quoted-as | issuer | according-to | none


@cache
def verbs() -> Mapping[str, Cue]:
    """The verbs of saying by dictionary form."""
    return {
        row["cue"]: Cue(
            row["cue"],
            row["clause"],
            frozenset(row["infinitive"].split()),
            frozenset(row["small_clause"].split()),
            row["needs"],
        )
        for row in rows("cues")
        if row["kind"] == "verb"
    }


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in the lexicon of cues: document, issue, outlet, not_speaker, title."""
    return frozenset(row["cue"] for row in rows("cues") if row["kind"] == kind)


ACCORDING = Cue("according", "yes", frozenset(), frozenset(), "")


def sayings(sentence: Sentence, quoted: Iterable[Span]) -> tuple[Saying, ...]:
    """The words of saying of a sentence, outside its quotations, in the order of the text."""
    marked = tuple(quoted)
    found = []
    for token in sentence.doc:
        if token.lower_ == "according":
            saying = _according(token)
        elif token.tag_ in _VERB_TAGS and lemma(token) in verbs():
            saying = _saying(token)
        else:
            continue
        if saying is not None and not any(sentence.offset(token).meets(span) for span in marked):
            found.append(saying)
    return tuple(found)


def _according(token: Any) -> Saying | None:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "to":
            for noun in child.children:
                if noun.dep_ == "pobj" and lemma(noun) not in words("not_speaker"):
                    return Saying(token, ACCORDING, _issuer(noun), True, "according-to")
    return None


def _saying(verb: Any) -> Saying | None:
    if verb.dep_ in {"amod", "compound"} or verb.ent_type_:
        return None
    speaker, rule = speaker_of(verb)
    if speaker is not None and lemma(speaker) in words("not_speaker"):
        return None
    if speaker is not None and speaker.lower_ in {"i", "you"}:
        return None
    return Saying(verb, verbs()[lemma(verb)], speaker, _is_real(verb), rule)


def _is_real(verb: Any) -> bool:
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in {"never", "nor"}:
            return False
        if child.dep_ in {"aux", "auxpass"} and child.lower_ in _UNREAL_AUX:
            return False
        if child.dep_ in {"mark", "advmod"} and child.lower_ in _UNREAL_MARK:
            return False
    if verb.dep_ in {"xcomp", "conj", "acl"} and any(c.lower_ == "to" for c in verb.children):
        return lemma(verb.head) not in _REFUSING and _is_real(verb.head)
    return True


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
        return _agent(verb), "agent"
    for child in verb.children:
        if child.dep_ in _SUBJECT:
            if child.lower_ in _RELATIVE and verb.dep_ == "relcl":
                return verb.head, "subject"
            return _issuer(child), "subject"
    head = verb.head
    if depth > 4 or head == verb:
        return _inverted(verb), "subject"
    if (
        verb.dep_ == "pcomp"
        and head.lower_ == "as"
        and lemma(head.head) in {"quote", "cite", "report"}
    ):
        return _quoted(head.head), "quoted-as"
    if verb.dep_ == "prep" or verb.dep_ == "pcomp":
        above = head.head if head.pos_ == "ADP" else head
        return (
            (_shared(above, depth), "shared-subject")
            if above.tag_ in _VERB_TAGS
            else (None, "none")
        )
    if verb.dep_ in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return _issuer(head), "issuer"
    if verb.dep_ in {"conj", "xcomp", "advcl", "dep", "ccomp"} and head.tag_ in _VERB_TAGS:
        inverted = _inverted(verb) if verb.dep_ == "ccomp" else None
        return inverted or _shared(head, depth), "shared-subject"
    return _inverted(verb), "subject"


def _shared(head: Any, depth: int) -> Any | None:
    for child in head.children:
        if child.dep_ in _SUBJECT:
            if child.lower_ in _RELATIVE and head.dep_ == "relcl":
                return head.head
            return _issuer(child)
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


def _inverted(verb: Any) -> Any | None:
    """A name behind the verb that the parser did not see as its subject (said X)."""
    for child in verb.rights:
        if child.dep_ in {"dobj", "attr", "npadvmod", "dep", "oprd"} and child.pos_ in {
            "PROPN",
            "NOUN",
        }:
            return child if child.left_edge.i == verb.i + 1 and child.pos_ == "PROPN" else None
    return None


def _issuer(noun: Any) -> Any:
    """Who gave out a document, where its clause says so; else the noun itself."""
    if lemma(noun) not in words("document"):
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
    for child in head.rights:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and head.pos_ == "NOUN":
            joined = child.left_edge.i == head.i + 1
            return sorted([*_core(head), *_core(child)] if joined else _core(child), key=_place)
    return sorted(_core(head), key=_place)


def _place(token: Any) -> int:
    return int(token.i)


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
            if head.pos_ == "PROPN" and child.lower_ not in {"of", "for", "on"}:
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
