"""The head noun that a number stands before, by the parse or by the tags that follow."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from scripts.find.deeds import of_state
from scripts.find.drafts import Span
from scripts.find.parse import Sentence
from scripts.find.units import NOUN_TAGS, invariant_nouns

PRONOUNS = frozenset({"them", "these", "those", "whom", "us", "you", "which"})
_LINKS = frozenset(
    {"nummod", "quantmod", "amod", "compound", "npadvmod", "advmod", "det", "nmod", "dep"}
)
PHRASE_TAGS = frozenset(
    {"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "HYPH", "AFX", "FW", "RB", "RBS"}
)


def _phrase(doc: Any, at: int) -> Any:
    """Head of the run of adjectives and nouns that begins at a token; None if there is none."""
    head = None
    for token in doc[at : at + 10]:
        if token.tag_ == "VBD" and head is None and _is_participle(token):
            continue
        if token.tag_ == "POS" or token.tag_ not in PHRASE_TAGS | {"CC", ",", "CD"}:
            break
        if token.tag_ == "CC" and (head is not None or token.lower_ not in {"and", "or"}):
            break
        if token.tag_ in {",", "CD"} and (head is not None or token.i == at):
            break
        if token.tag_ == "," and token.i + 1 < len(doc) and token.nbor().tag_ == "CD":
            break
        if token.tag_ in {"VBN", "VBG", "RB", "RBS", "JJ", "JJR"} and head is not None:
            break
        if token.tag_ in NOUN_TAGS:
            head = token
    return head


def _is_participle(token: Any) -> bool:
    """Whether a past tense before a noun is a participle: "14 captured sailors will be freed".

    The parser takes such numbers for those who did it, some of them and not others.
    """
    if token.dep_ == "amod":
        return True
    if not of_state(token):
        return False
    for follower in token.doc[token.i + 1 :]:
        if follower.tag_ not in PHRASE_TAGS:
            return False
        if follower.dep_ in {"nsubj", "nsubjpass"}:
            return follower.tag_ in NOUN_TAGS and follower.head.i > follower.i
    return False


def _fits(doc: Any, last: Any, head: Any) -> bool:
    """Whether nothing between a number and a noun parts them."""
    between = doc[last.i + 1 : head.i]
    return (
        all(
            t.tag_ in PHRASE_TAGS | {"CC", ",", "``", "''", "DT", "IN", "POS", "RBR", "PRP$"}
            and t.tag_ not in {"VBD", "VBZ", "VBP"}
            for t in between
        )
        and len(between) < 9
    )


def head_of(doc: Any, tokens: list[Any], closed: Sequence[Span], sentence: Sentence) -> Any:
    """Head noun of a number, by the parse, or by the tags that follow where the parse has none."""
    last = tokens[-1]
    inside = {token.i for token in tokens}
    top = last
    while top.head.i in inside and top.head != top:
        top = top.head
    head = top.head
    if top.dep_ in _LINKS and head.i > last.i and head.tag_ in NOUN_TAGS and _fits(doc, last, head):
        chosen = head
        while chosen.dep_ in {"compound", "amod", "nmod"} and chosen.head.i > chosen.i:
            if chosen.head.tag_ not in NOUN_TAGS or not _fits(doc, chosen, chosen.head):
                break
            chosen = chosen.head
    else:
        # The parser sees a number for a subject or object where a noun follows it, at times.
        chosen = _phrase(doc, last.i + 1)
    if chosen is None or any(sentence.offset(chosen).meets(span) for span in closed):
        return None
    if chosen.lower_ in {"more", "other"}:
        return None
    return chosen


def is_elliptic(doc: Any, tokens: list[Any]) -> bool:
    """Whether the number is a subject by itself: "of these, seven described …"."""
    first, last = tokens[0], tokens[-1]
    if last.i + 1 >= len(doc) or doc[last.i + 1].tag_ not in {"VBD", "VBN", "VBP", "VBZ", "MD"}:
        return False
    lead = doc.text[doc[max(0, first.i - 5)].idx : first.idx].rstrip().lower()
    return bool(re.search(r"\bof (?:these|those|them|whom|the \w+|these \w+|those \w+) ?,?$", lead))


def of_phrase(doc: Any, at: int) -> Iterator[Any]:
    """Tokens of "of (all) (the|its own) (two) … noun" from the "of" at a place on."""
    if at >= len(doc) or doc[at].lower_ != "of":
        return
    yield doc[at]
    for token in doc[at + 1 : at + 10]:
        yield token
        if token.tag_ in {"NNS", "NNPS"} or token.lower_ in PRONOUNS:
            following = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if following is None or following.tag_ not in NOUN_TAGS:
                return
        if token.tag_ in {"VBZ", "VBD", "VBP", "MD", "IN", ".", ":"}:
            return


def shared_head(doc: Any, last: Any) -> Any:
    """The noun of "14 Chilean and three Peruvian captives" for the first number."""
    rest = doc[last.i + 1 : last.i + 12]
    if len(rest) < 4 or rest[0].tag_ not in {"JJ", "NNP", "VBN", "NN"}:
        return None
    for index, token in enumerate(rest[1:4], 1):
        if token.lower_ in {"and", "or"} and index + 1 < len(rest) and rest[index + 1].tag_ == "CD":
            return _phrase(doc, rest[index + 1].i + 1)
        if token.tag_ not in {"JJ", "NNP", "VBN"}:
            return None
    return None


def behind_prefix(head: Any) -> Any:
    """The noun that a prefix was cut off from: "six co-defendants" is read as three words."""
    rest = head.doc[head.i + 1 : head.i + 3]
    if len(rest) < 2 or rest[0].text != "-" or rest[1].tag_ not in {"NN", "NNS"}:
        return head
    glued = rest[0].idx == head.idx + len(head.text) and rest[1].idx == rest[0].idx + 1
    return rest[1] if glued and head.lower_ in {"co", "ex", "non"} else head


def behind_police(head: Any) -> Any:
    """The noun that two words describe: "10 police and military hostages"."""
    rest = head.doc[head.i + 1 : head.i + 4]
    if head.lower_ == "people" and len(rest) and rest[0].tag_ == "NNS":
        return rest[0]  # "two people smugglers"
    if head.tag_ in {"NNS", "NNPS"} and head.lower_ not in invariant_nouns():
        return head
    if len(rest) < 3 or rest[0].lower_ not in {"and", "or"} or rest[2].tag_ != "NNS":
        return head
    describes = rest[1].tag_ in {"JJ", "NN"} and rest[1].lower_ not in {"several", "many", "other"}
    return rest[2] if describes else head


def without_state(head: Any) -> Any:
    """The noun before a word that tells the state of the counted: "12 workers hostage"."""
    before = head.nbor(-1) if head.i else head
    return before if head.tag_ == "NN" and before.tag_ in {"NNS", "NNPS"} else head
