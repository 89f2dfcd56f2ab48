"""Whether what a clause tells of happened, is announced, is possible or is denied."""

from functools import cache
from typing import Any

from scripts.find.parse import lemma, verb_lemma
from scripts.lexicon import rows

OCCURRED, ANNOUNCED, POSSIBLE, DENIED = "occurred", "announced", "possible", "denied"

#: Dependencies by which a verb hangs on the word that promises, wants or denies it.
_UNDER = {"xcomp", "ccomp", "pcomp", "acl", "oprd"}
#: Verbs that merely happen to their subject: "the release will take place".
_HAPPEN = {"take", "happen", "occur", "begin", "start", "follow", "go", "proceed"} | {
    "commence",
    "continue",
    "resume",
    "conclude",
    "erupt",
    "break",
    "open",
    "end",
    "last",
    "come",
}
_BE = {"is", "are", "was", "were", "be", "been", "'s", "'re"}
#: Prepositions before what was done already.
_EARLIER = {"after", "since", "following"}
#: Prepositions that set a noun apart from what its verb promises, wants or denies.
_AWAY = {"in", "at", "during", "after", "amid", "following", "since", "despite", "by", "with"}
#: Verbs whose clause says what is wanted, in the bare form of the verb.
_WISHES = {"demand", "ask", "propose", "suggest", "recommend", "request", "urge"}
#: How far up a sentence the governing words are looked for.
_DEPTH = 6


@cache
def _words() -> dict[str, str]:
    return {row["word"]: row["modality"] for row in rows("modality")}


def _own(verb: Any) -> str:
    """What a verb's own helpers and adverbs say; "" where they say nothing."""
    said = ""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no"):
            return DENIED
        if child.dep_ == "preconj" and child.lower_ == "neither":
            return DENIED
        if child.dep_ == "aux" and child.tag_ == "MD" and child.i < verb.i:
            said = said or _words().get(child.lower_, "")
        if child.dep_ in {"mark", "advmod"} and child.i < verb.i:
            word = _words().get(child.lower_, "")
            said = word if word == POSSIBLE else said
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and any(
            word.dep_ == "det" and word.lower_ == "no" for word in child.children
        ):
            return DENIED
    return said


def _is_infinitive(verb: Any) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _backshifted(verb: Any) -> bool:
    """Whether "would" is the "will" of reported speech: he said that he would."""
    would = any(c.dep_ == "aux" and c.lower_ in {"would", "'d"} for c in verb.children)
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in {"VERB", "AUX"}:
        first = first.head
    head = first.head
    return bool(would and first.dep_ == "ccomp" and head.tag_ in {"VBD", "VBN"}) and not any(
        child.dep_ == "advcl" and _own(child) == POSSIBLE for child in verb.children
    )


def _of_verb(verb: Any, depth: int) -> str:
    own = _own(verb)
    if own == POSSIBLE and _backshifted(verb):
        own = ANNOUNCED
    if own or depth == 0:
        return own or OCCURRED
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        # A verb with a tense of its own stands by itself: "agreed to free 12 and freed three".
        return OCCURRED if _is_finite(verb) else _of_verb(head, depth - 1)
    if verb.dep_ in _UNDER and head.dep_ == "prep" and head.lower_ in _EARLIER:
        return OCCURRED  # "agreed to meet after holding a vote": the vote was held
    if verb.dep_ in _UNDER and head.dep_ == "prep":
        return _of_any(head.head, depth - 1, under=True)
    if verb.dep_ in _UNDER and head != verb and head.pos_ in {"VERB", "AUX", "NOUN", "ADJ"}:
        return _under(verb, head, depth)
    if verb.dep_ == "advcl" and head.pos_ in {"VERB", "AUX"}:
        return _of_adverbial(verb, head, depth)
    return OCCURRED


def _is_finite(verb: Any) -> bool:
    # "froze" is past though tagged as a bare form
    bare = verb.tag_ == "VB" and verb_lemma(verb) != verb.lower_
    return (
        bare
        or verb.tag_ in {"VBD", "VBZ", "VBP"}
        or any(child.dep_ in {"aux", "auxpass"} and child.tag_ != "TO" for child in verb.children)
    )


def _of_adverbial(verb: Any, head: Any, depth: int) -> str:
    """Modality of "…, killing nine" (as its main verb) and of "… to free 12" (a mere purpose)."""
    if verb.tag_ == "VBG" and not any(c.dep_ in {"mark", "prep"} for c in verb.children):
        return _of_verb(head, depth - 1)
    perfect = any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children)
    return POSSIBLE if _is_infinitive(verb) and not perfect and verb.i > head.i else OCCURRED


def _under(verb: Any, head: Any, depth: int) -> str:
    """Modality of a verb that completes another word: agreed to, refused to, plan to."""
    if verb.i < head.i and any(t.text == ";" for t in verb.doc[verb.i : head.i]):
        return OCCURRED  # a clause of its own before the semicolon
    word = _words().get(lemma(head), "") or _words().get(head.lower_, "")
    infinitive = _is_infinitive(verb) or verb.tag_ == "VBG"
    if head.lower_ in {"have", "has"} and _is_infinitive(verb):
        return POSSIBLE  # "still have to agree"
    if head.lower_ in _BE:
        return ANNOUNCED if _is_infinitive(verb) else _of_verb(head, depth - 1)
    if not word:
        return _of_any(head, depth - 1) if infinitive else OCCURRED
    if word == POSSIBLE and verb.tag_ in {"VB", "VBP"} and lemma(head) in _WISHES:
        return POSSIBLE  # "demanded that the troops leave"
    if not infinitive and word != DENIED:
        # "agreed that it will" was settled by its own verb; "warned that they fled" tells a deed.
        return OCCURRED
    above = _of_any(head, depth - 1)
    if above == DENIED:
        return OCCURRED if word == DENIED else DENIED
    return POSSIBLE if above == POSSIBLE and word == ANNOUNCED else word


def _of_noun(noun: Any, depth: int) -> str:
    for child in noun.children:
        if child.dep_ in {"det", "amod", "advmod"} and child.lower_ in _words():
            return _words()[child.lower_]
    head = noun.head
    if depth == 0 or head == noun:
        return OCCURRED
    found = ""
    if noun.dep_ == "pobj" and head.lower_ in _AWAY:
        return OCCURRED  # "announced it at a rally"
    if noun.dep_ == "pobj" and head.head.pos_ in {"VERB", "NOUN"} and head.head != head:
        found = _words().get(lemma(head.head), "")
    elif noun.dep_ in {"dobj", "nsubjpass"}:
        found = _words().get(lemma(head), "") or _of_verb(head, depth - 1)
    elif noun.dep_ in {"conj", "appos"} or (noun.dep_ == "nsubj" and lemma(head) in _HAPPEN):
        found = _of_any(head, depth - 1)
    return found or OCCURRED


def _of_any(token: Any, depth: int, under: bool = False) -> str:
    if token.pos_ in {"VERB", "AUX"}:
        word = _words().get(lemma(token), "") if under else ""
        return word or _of_verb(token, depth)
    if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
        word = _words().get(lemma(token), "") if under else ""
        return word or _of_noun(token, depth)
    return OCCURRED


def modality(token: Any) -> str:
    """Modality of the verb or noun that a clause turns on.

    Args:
        token: spaCy token of a verb ("release" in "will release") or of a noun that tells of a
            deed ("release" in "agreed on the release").

    Returns:
        A code of `codes/modalities.csv`: occurred, announced, possible or denied.
    """
    return _of_any(token, _DEPTH)
