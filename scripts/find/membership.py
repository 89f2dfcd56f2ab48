"""Figures told to belong to a group that a state names: "four children were among the dead"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from scripts.find.deeds import NO_DEED, Deed, of_state, tally_of
from scripts.find.drafts import FigureDraft
from scripts.find.units import person_nouns

_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_INCLUDE = frozenset({"include", "includes", "included", "including"})
_AMONG = frozenset({"among", "amongst"})
#: Tags of what may stand between "include" and a number: "the mission's last three doctors".
_NAMING = frozenset({"DT", "JJ", "POS", "PRP$", "NNP", "NNPS", "NN"})
_POINTERS = frozenset({"the", "those", "these"})
#: How many tokens a group's own words may be from the figure.
_NEAR = 9
#: States that are no fate: the armed and those who flee are told of by what they do.
_NO_FATE = frozenset({"troops"})
#: How far back, in characters, the whole of a part may stand.
_FAR = 500
#: One that stands this near is meant, whatever is told further back.
_BESIDE = 150


def _group_at(doc: Any, at: int) -> Deed:
    """The group that words from a place on name: "the dead", "those freed", "the 12 hostages"."""
    if at >= len(doc) or doc[at].lower_ not in _POINTERS:
        return NO_DEED
    for token in doc[at + 1 : at + 5]:
        measure = of_state(token) or person_nouns().get(token.lower_, "")
        if measure and measure not in _NO_FATE:
            return Deed(measure, token, "member")
        if token.tag_ not in {"CD", "JJ", "NN", "NNS", "NNP", "RB", "VBN", "VBD"}:
            break
    return NO_DEED


def _counted_by(doc: Any, end: int) -> Deed:
    """The group or toll that a verb of holding behind it takes apart: "the dead include"."""
    for at in range(end - 1, max(-1, end - _NEAR), -1):
        found = _group_at(doc, at)
        if found.measure:
            return found
        measure = tally_of(doc[at]) if doc[at].pos_ == "NOUN" else ""
        if measure:
            return Deed(measure, doc[at], "member")
        if doc[at].tag_ in {"VBD", "VBZ", "VBP", "MD", ",", ".", ":"}:
            break
    return NO_DEED


def _is_of(doc: Any, at: int) -> bool:
    opens = at == 0 or doc[at - 1].text in {",", ";", ":", "("} or doc[at].text == "Of"
    return bool(doc[at].lower_ == "of" and opens)


def of_group(first: Any, last: Any) -> Deed:
    """What befell the group that the persons of a figure are told to belong to.

    By the words, as the parser reads these inversions in many ways: "among the dead were 12",
    "the toll includes 12", "of those freed, 12 …", "12 of the wounded", "12 are among the missing".

    Args:
        first: The first token of the figure, bound included.
        last: Its last token.

    Returns:
        The measure with the word that names the group; no deed where there is none.
    """
    doc = first.doc
    at = first.i - 1
    while at > 0 and doc[at].tag_ == "RB":
        at -= 1
    before = doc[at] if at >= 0 else None
    if before is not None and before.lower_ == "at" and at > 1:
        put = _group_at(doc, at - 2)  # "put the dead at 22 and the injured at 300"
        if put.governor is not None and put.governor.i == at - 1:
            return put
    start = at
    while start > 0 and first.i - start < _NEAR and doc[start].tag_ in _NAMING:
        start -= 1
    if doc[start].lower_ in _INCLUDE and at >= 0:
        before, at = doc[start], start
    if before is not None and before.lower_ in _INCLUDE:
        return _counted_by(doc, at - 1 if at and doc[at - 1].text == "," else at)
    if before is not None and (before.lower_ in _BE or before.text == ","):
        for start in range(at - 1, max(-1, at - _NEAR), -1):
            leads = doc[start].lower_ in _AMONG and before.lower_ in _BE
            if leads or (before.text == "," and _is_of(doc, start)):
                return _group_at(doc, start + 1)
    if last.lower_ in _POINTERS and last.i and last.nbor(-1).lower_ == "of":
        return _group_at(doc, last.i)
    at = last.i + 1
    if at < len(doc) and doc[at].lower_ == "of":
        return _group_at(doc, at + 1)
    while at < len(doc) and (doc[at].lower_ in _BE or doc[at].tag_ == "RB" or doc[at].text == ","):
        at += 1
    for token in doc[at : at + _NEAR]:
        if token.lower_ in _AMONG and token.nbor(-1).lower_ in _BE | {"also", ","}:
            return _group_at(doc, token.i + 1)
        if token.lower_ in _AMONG and token.i == at:
            return _group_at(doc, token.i + 1)
        if token.pos_ in {"VERB", "PUNCT"}:
            break
    return NO_DEED


def of_whole(draft: FigureDraft, found: Sequence[FigureDraft]) -> FigureDraft:
    """A member of a group as a part of the one earlier figure of that group, if there is one.

    Args:
        draft: The figure of the part, with its measure.
        found: The figures before it, in order.
    """
    value = draft.number.value
    near = [
        f
        for f in found
        if draft.span.start - f.span.end <= _FAR
        and f.subset_of is None
        and f.modality == "occurred"
        and (value is None or f.number.value is None or f.number.value > value)
    ]
    alike = {draft.measure, "captured"} if draft.measure == "held" else {draft.measure}
    fitting = [f for f in near if f.measure in alike]
    fitting = [f for f in fitting if f.measure == fitting[-1].measure]
    close = [f for f in fitting if draft.span.start - f.span.end <= _BESIDE]
    fitting = close or fitting
    if len({f.number.value for f in fitting}) != 1:
        return draft
    whole = fitting[-1]
    return replace(draft, measure=whole.measure, by=draft.by or whole.by, subset_of=whole.span)
