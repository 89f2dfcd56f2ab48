"""The words that name a speaker: title and name, without clauses and what commas set apart."""

from functools import cache
from typing import Any

from scripts.find.cues import person_nouns, words
from scripts.find.titles import titles
from scripts.lexicon import rows

_LEFT = {"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet"}
_NAME_PREPOSITIONS = {"of", "for", "on", "to", "at", "from", "in", "against", "near"}
_OWN = {"of", "for", "on"}
_NAMED_LATER = {"NOUN", "NUM"}
_CALLED = {"named", "called"}
#: What stands before a day that no name begins with: "On Friday Hill Motors said".
_BEFORE_DAY = {"on", "last", "this", "next", "late", "early"}
_BODY_KINDS = {"organ", "organisation"}


def naming(head: Any) -> list[Any]:
    """The tokens that name somebody: title and name, without clauses and what commas set apart.

    An apposition with a proper name ("a spokesman, Jan Roe") names instead of the noun before it.
    """
    found = _named(head)
    while len(found) > 1 and _is_day(found[0]):
        found = found[1:]
    return found


def _is_day(first: Any) -> bool:
    """Whether the first word of a name is the day before it."""
    led = first.i > 0 and first.nbor(-1).lower_ in _BEFORE_DAY
    return led and first.text[:1].isupper() and first.lower_.endswith("day")


def _called(head: Any) -> Any | None:
    """X in "a student named X"."""
    for child in head.rights:
        if child.dep_ == "acl" and child.lower_ in _CALLED and head.pos_ == "NOUN":
            return next((c for c in child.rights if c.pos_ == "PROPN"), None)
    return None


def _named(head: Any) -> list[Any]:
    called = _called(head)
    if called is not None:
        return sorted(_core(called), key=_place)
    last = [child for child in head.rights if child.dep_ == "conj" and child.pos_ == "NOUN"]
    beside = [c for child in head.rights if child.dep_ == "appos" for c in child.rights]
    for child in [*head.rights, *beside, *(c for noun in last for c in noun.rights)]:
        if child.dep_ == "appos" and _is_name(child) and _is_role(head):
            joined = child.left_edge.i == head.i + 1
            return sorted([*_core(head), *_core(child)] if joined else _core(child), key=_place)
    behind = _behind_body(head)
    if behind is not None:
        return sorted(_core(behind), key=_place)
    found = _core(head)
    first = min(found, key=_place)
    while first.i > 1 and first.nbor(-1).text == "-" and _glued(first):
        found += [first.nbor(-1), first.nbor(-2)]  # "co-author" is one word
        first = first.nbor(-2)
    return sorted(found, key=_place)


def _is_role(head: Any) -> bool:
    """Whether a noun says what somebody is: "a spokesman", "the Vice President"."""
    return head.pos_ in _NAMED_LATER or bool(titles(head.text)) or head.lower_ in person_nouns()


def _is_name(token: Any) -> bool:
    """Whether a word is a proper name; letters alone ("the mission, HUMO,") are one as well."""
    return token.pos_ == "PROPN" or (len(token.text) > 2 and token.text.isupper())


def _glued(token: Any) -> bool:
    """Whether no white space stands around the hyphen before a token."""
    hyphen, first = token.nbor(-1), token.nbor(-2)
    return bool(first.idx + len(first.text) == hyphen.idx and hyphen.idx + 1 == token.idx)


def _behind_body(head: Any) -> Any | None:
    """X in "the director of the fund, X, said", which the parser took for another fund."""
    if head.pos_ != "NOUN" or not titles(head.text):
        return None
    for child in head.rights:
        inside = child.subtree if child.dep_ == "prep" else ()
        for name in inside:
            if name.dep_ == "appos" and name.pos_ == "PROPN" and name.left_edge.i < name.i:
                return name
    return None


def _place(token: Any) -> int:
    return int(token.i)


def _is_office(head: Any) -> bool:
    """Whether a capitalised noun is a title or a body ("Ambassador to …", "Embassy in …")."""
    return bool(titles(head.text)) or head.text in _bodies()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["words"] for row in rows("bodies") if row["kind"] in _BODY_KINDS)


def _is_number(head: Any, token: Any) -> bool:
    """Whether a number behind a name belongs to it: "News 9 said"."""
    named = head.text[:1].isupper() and token.tag_ == "CD" and token.text.isdigit()
    return named and token.dep_ in {"nsubj", "nummod"} and token.head in {head, head.head}


def _core(head: Any) -> list[Any]:
    found = [head]
    for child in head.lefts:
        if child.dep_ in _LEFT:
            found += [t for t in child.subtree if t.i < head.i]
    edge = head.i
    if head.i + 1 < len(head.doc) and _is_number(head, head.nbor(1)):
        found.append(head.nbor(1))
        edge += 1
    for child in head.rights:
        if child.dep_ == "case" and child.i == edge + 1:
            found.append(child)
        elif child.dep_ == "prep" and child.lower_ in _NAME_PREPOSITIONS and child.i == edge + 1:
            if child.lower_ == "on" and head.lower_ not in words("institution"):
                break  # "Jane Roe on Monday"
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
