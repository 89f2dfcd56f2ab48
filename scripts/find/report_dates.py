"""Which of a sentence's date words date what a trigger tells of: those of its own clause."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from scripts.find import clauses
from scripts.find.asides import carrier, outer
from scripts.find.drafts import ReportDraft, Span
from scripts.find.parse import lemma
from scripts.find.scene import Scene, classes
from scripts.find.triggers import Trigger, deed_nouns

#: Relations across which a clause does not take the date of the one above: what was said on
#: Monday did not happen on Monday.
_OWN_TIME = {"ccomp", "relcl", "parataxis"}
#: Words that put what follows at another time than the clause above.
_SETS_TIME = {"after", "before", "since", "later", "earlier"}
_OTHER_TIME = {"after", "before", "since", "until", "following", "despite"}
#: Marks that end the reach of a noun's date.
_FAR = re.compile(r"[,;:.()]")
LONGEST = 240  #: characters; a longer stretch is cut back to the trigger and its nearest role


def own_date(scene: Scene, token: Any, taken: Mapping[int, Trigger], told: str) -> Span | None:
    """Date words of the trigger's own clause, else of a clause that governs it.

    What was announced on Monday bears Monday, the day of the announcement.
    """
    hung: dict[int, Span] = {}
    for day in scene.days:
        words = scene.sentence.tokens(day)
        if words:
            top = min(words, key=lambda t: len(list(t.ancestors)))
            top = words[-1] if words[-1].lower_ in _SETS_TIME else top
            held = _holder(top, token, taken)
            holding = carrier(scene.sentence.doc[held], taken)
            hung.setdefault(held if holding is None else holding.i, day)
    here = token
    while True:
        if here.i in hung:
            return hung[here.i]
        above = here.head
        if here is token and _is_topic(token):
            return None
        promised = here.dep_ == "ccomp" and told == "announced"
        apart = here.dep_ in _OWN_TIME and above.i not in taken and not promised
        apart = apart or above.lower_ in _OTHER_TIME
        marks = {c.lower_ for c in here.children if c.dep_ in {"mark", "advmod"} and c.i < here.i}
        apart = apart or (here.dep_ == "advcl" and bool(marks & _OTHER_TIME))
        apart = apart or (here.dep_ == "acl" and above.i not in taken and here.i != token.i)
        if above.i == here.i or apart or _is_embedded(here, above, taken):
            return None
        if _is_manner(here, above, token, taken):
            return None
        joined = here.dep_ == "conj" and clauses.own_subject(here)
        if joined and (above.i not in taken or taken[above.i].mode != taken[token.i].mode):
            return None  # "in May Peru jailed a spy, and a court freed him" gives no second day
        here = above


def _is_manner(here: Any, above: Any, token: Any, taken: Mapping[int, Trigger]) -> bool:
    """Whether a noun behind "in" stands beside another kind of deed: "freed the suspect in a raid".

    The day may be that of either.
    """
    beside = here.dep_ == "prep" and here.lower_ == "in" and token.head.i == here.i
    return beside and above.i in taken and taken[above.i].type != taken[token.i].type


def _is_embedded(here: Any, above: Any, taken: Mapping[int, Trigger]) -> bool:
    """Whether a noun only tells which person or thing is meant: "the suspect in a shooting"."""
    if here.dep_ == "appos":
        return True
    inner = here.dep_ == "prep" and above.tag_.startswith("NN") and above.i not in taken
    return inner and lemma(above) not in classes()["amount"]


def _is_topic(noun: Any) -> bool:
    """Whether the clause only speaks of the thing: "condemned the raid", "sentenced for murder".

    The date of such a clause is not that of the thing.
    """
    if not noun.tag_.startswith("NN"):
        return False
    verb = noun.head
    if noun.dep_ == "pobj":
        if noun.head.lower_ not in {"for", "of", "over", "about", "against", "after", "to"}:
            return False
        verb = noun.head.head
    elif noun.dep_ not in {"dobj", "nsubjpass"}:
        return False
    return lemma(verb) in classes()["unlit"] | classes()["past"]


def _holder(date: Any, token: Any, taken: Mapping[int, Trigger]) -> int:
    """Index of the word that a date belongs to: its nearest verb or trigger.

    The date of a participle or relative clause behind a noun dates the noun: "a statement issued
    on Monday".
    """
    for above in date.ancestors:
        if above.i == token.i or above.i in taken:
            return int(above.i)
        if above.dep_ == "pobj" and lemma(above) in deed_nouns():
            return int(above.i)  # "jailed for a killing in 2012": nobody was jailed in 2012
        if above.pos_ in {"VERB", "AUX"} and above.dep_ == "advcl" and date.lower_ in _SETS_TIME:
            return int(above.head.i)  # "a month after the war ended" dates the clause above
        if above.pos_ in {"VERB", "AUX"} and above.dep_ != "amod":
            behind_noun = above.dep_ in {"acl", "relcl"} and above.head.i in {token.i, *taken}
            return int(above.head.i if behind_noun else above.i)
    return int(date.root.i)


def date_behind(scene: Scene, token: Any, taken: Mapping[int, Trigger]) -> Span | None:
    """The first date after a noun, with no mark, other date or trigger between them."""
    if _is_topic(token) and lemma(token.head) not in classes()["past"]:
        return None  # "condemned the raid on Friday" may tell when it was condemned
    end = scene.sentence.offset(token).end
    apart = [scene.sentence.doc[i] for i in taken if i != token.i]
    apart = [other for other in apart if outer(other, taken) != token]
    others = [scene.sentence.offset(other) for other in apart]
    for day in sorted(scene.days):
        if day.start < end:
            continue
        first = scene.sentence.span.start
        between = scene.sentence.doc.text[end - first : day.start - first]
        crossed = any(end <= other.start < day.start for other in others)
        top = min(scene.sentence.tokens(day), key=lambda t: len(list(t.ancestors)))
        held = _holder(top, token, taken)
        crossed = crossed or (held in taken and held != token.i and not scene.is_dated(token))
        return None if crossed or _FAR.search(between) or len(between) > 60 else day
    return None


def date_before(scene: Scene, token: Any, before: Sequence[ReportDraft]) -> Span | None:
    """The date of what was told last, where the clause says that this ended or followed it.

    "They fought in 2011. That ended with a truce."
    """
    # "It ended with a truce that Chad brokered": the clause of the truce, not of its broker
    verb = clauses.clause_head(token.head if token.dep_ in {"acl", "relcl"} else token)
    if lemma(verb) not in classes()["ending"] or not before:
        return None
    words = {child.lower_ for child in verb.children if child.dep_ == "nsubj"}
    pointing = bool(words & {"that", "this", "it", "which"})
    near = scene.sentence.span.start - before[-1].span.end < LONGEST
    return before[-1].date if pointing and near else None
