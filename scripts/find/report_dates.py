"""Which of a sentence's date words date what a trigger tells of: those of its own clause."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.find import clauses
from scripts.find.asides import carrier, outer
from scripts.find.cues import words as cue_words
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
_PERFECT = {"has", "have", "had", "'ve", "'s"}
_OF_COURTS = {"ACCUSE", "COERCE", "RETREAT"}
_AFTERWARDS = {"later", "subsequently", "eventually", "previously", "earlier", "already"}
_OTHER_DAY = _AFTERWARDS | {"then"}
_ANOTHER_TIME = {"subsequent", "ensuing", "later", "earlier", "previous", "prior"}
#: Words behind which a date is part of a name for a thing: "its 3 May alert".
_OWNS = {"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "'s", "'"}
#: Marks that end the reach of a noun's date.
_FAR = re.compile(r"[,;:.()]")
#: A clause with a subject of its own behind a date, and what would put either at another time.
_BESIDE = re.compile(
    r", (?:and|but) (?!.*\b(?:who|which|that|after|before|since|had|has|have|later|then|when|to)\b)"
    r"[^,;:()\"]{2,60}"
)
_WITHIN = {"in", "on", "at", "during"}
_OPENS = {
    "who",
    "which",
    "that",
    "after",
    "before",
    "since",
    "when",
    "while",
    "to",
    "will",
    "would",
}
_POINTS = {"the", "this", "that"}
LONGEST = 240  #: characters; a longer stretch is cut back to the trigger and its nearest role


@dataclass(frozen=True)
class Dating:
    """Date words of a report.

    lent: they are those of a clause beside its own. bare: they hold without what stands before
    them: "since 1994, when a truce was signed".
    """

    span: Span
    lent: bool = False
    bare: bool = False


def own_date(scene: Scene, token: Any, taken: Mapping[int, Trigger], told: str) -> Dating | None:
    """Date words of the trigger's own clause, else of a clause that governs it or stands beside it.

    What was announced on Monday bears Monday, the day of the announcement.
    """
    hung: dict[int, Span] = {}
    for day in scene.days:
        words = scene.sentence.tokens(day)
        if words:
            top = min(words, key=lambda t: len(list(t.ancestors)))
            top = words[-1] if words[-1].lower_ in _SETS_TIME else top
            held = _of_present(_holder(top, token, taken), top)
            holding = carrier(scene.sentence.doc[held], taken)
            hung.setdefault(held if holding is None else holding.i, day)
    here, lent = token, False
    when = _whose_when(scene, token)
    if when is not None:
        return Dating(when, bare=True)
    while True:
        if here.i in hung:
            return Dating(hung[here.i], lent)
        behind = [c.i for c in _said_of(token) if c.i in hung]
        if behind and here.i == token.i and token.tag_.startswith("NN"):
            return Dating(hung[behind[0]])  # "ended talks that began in May"
        above = here.head
        if above.i == here.i or _is_topic(here) or _is_of_another_time(here):
            return None
        if _is_apart(scene, here, taken, told, of=token) or _is_embedded(here, above, taken):
            return None
        if _is_manner(here, above, token, taken):
            return None
        if here.dep_ == "conj" and any(c.lower_ in _AFTERWARDS for c in here.children):
            return None  # "was seized on Monday and later freed"
        if here.dep_ == "conj" and clauses.own_subject(here):
            # "in May Peru jailed a spy, and a court freed him" gives no second month
            same = above.i in taken and taken[above.i].mode == taken[token.i].mode
            if not same and _is_otherwise(here):
                return None
            lent = lent or not same
        lent = lent or (here.dep_ == "ccomp" and _is_passed_on(scene, above))
        here = above


def _said_of(noun: Any) -> list[Any]:
    """Clauses that say more of a noun, be it behind its place: "the truce in Lyon, which began"."""
    own = [c for c in noun.children if c.dep_ in {"acl", "relcl"}]
    places = clauses.phrases(noun, {"in", "at", "near", "around", "over"}, deep=False)
    further = [c for place in places for c in place.children if c.dep_ == "relcl"]
    return own + [verb for verb in further if lemma(verb) in classes()["happen"]]


def _whose_when(scene: Scene, token: Any) -> Span | None:
    """The date that a clause with "when" says more of: "since 1994, when a truce was signed"."""
    verb = token.head if token.dep_ in {"nsubj", "nsubjpass"} else token
    if verb.dep_ != "relcl" or all(child.lower_ != "when" for child in verb.children):
        return None
    dated = scene.sentence.offset(verb.head)
    return next((day for day in scene.days if day.meets(dated)), None)


def _is_apart(scene: Scene, here: Any, taken: Mapping[int, Trigger], told: str, of: Any) -> bool:
    """Whether a clause has another time than the one above it."""
    above = here.head
    promised = here.dep_ == "ccomp" and (told == "announced" or _is_passed_on(scene, above))
    on_it = here.dep_ == "relcl" and above.lower_ == "day"  # "closing a day on which …"
    if here.dep_ in _OWN_TIME and above.i not in taken and not (promised or on_it):
        return True
    if above.lower_ in _OTHER_TIME:
        return True
    marks = {c.lower_ for c in here.children if c.dep_ in {"mark", "advmod"} and c.i < here.i}
    if here.dep_ == "advcl" and marks & _OTHER_TIME:
        return True
    return here.dep_ == "acl" and above.i not in taken and here.i != of.i


def _is_otherwise(verb: Any) -> bool:
    """Whether a clause says itself that its time is another: "and had fled", "and later fled"."""
    return any(
        (c.dep_ == "aux" and c.lower_ in _PERFECT) or c.lower_ in _OTHER_DAY for c in verb.children
    )


def _is_passed_on(scene: Scene, verb: Any) -> bool:
    """Whether an outlet reports: its news is of the day, "state radio reported that a raid …".

    A proper name that is known to be nobody else's may be that of an outlet ("Reuters").
    """
    if lemma(verb) != "report":
        return False
    who = [child for child in verb.children if child.dep_ == "nsubj"]
    if any(lemma(word) in cue_words("outlet") for noun in who for word in noun.subtree):
        return True
    return any(noun.tag_ == "NNP" and scene.mention(noun) is None for noun in who)


def _is_manner(here: Any, above: Any, token: Any, taken: Mapping[int, Trigger]) -> bool:
    """Whether a noun behind "in" is the case that a court or the police act in.

    "Charged the suspect in a shooting on Friday": the day may be that of either.
    """
    beside = here.dep_ == "prep" and here.lower_ == "in" and token.head.i == here.i
    if not beside or above.i not in taken:
        return False
    case = taken[token.i].type in {"ASSAULT", "COERCE"} and taken[above.i].type in _OF_COURTS
    return case and taken[above.i].type != taken[token.i].type


def _is_embedded(here: Any, above: Any, taken: Mapping[int, Trigger]) -> bool:
    """Whether a noun only tells which person or thing is meant: "the suspect in a shooting"."""
    if here.dep_ == "appos":
        return True
    inner = here.dep_ == "prep" and above.tag_.startswith("NN") and above.i not in taken
    return inner and lemma(above) not in classes()["amount"]


def _is_of_another_time(noun: Any) -> bool:
    """Whether a noun says itself that it came before or after: "and his subsequent arrest"."""
    return noun.tag_.startswith("NN") and any(
        child.dep_ == "amod" and child.lower_ in _ANOTHER_TIME for child in noun.children
    )


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
    if date.dep_ == "mark" and date.lower_ in _SETS_TIME:
        return int(date.head.head.i)  # "a month after the war ended" dates the clause above
    if _names_thing(date):
        # "the 2020 war and the looting" says of the war alone when it was
        apart = date.head.i != token.i and any(c.dep_ in {"det", "poss"} for c in token.children)
        return int(date.i if apart else date.head.i)
    aside = _opens_with_comma(date)
    for above in date.ancestors:
        if above.i == token.i or above.i in taken:
            crimes = _crimes(above, date)
            return int(crimes[-1].i if crimes else above.i)
        if above.dep_ == "pobj" and lemma(above) in deed_nouns():
            return int(above.i)  # "jailed for a killing in 2012": nobody was jailed in 2012
        if aside and above.dep_ in {"acl", "advcl", "relcl"} and above.i < date.i:
            continue  # "was jailed for fraud, committed as mayor, in 2011"
        if above.pos_ in {"VERB", "AUX"} and above.dep_ != "amod":
            behind_noun = above.dep_ in {"acl", "relcl"} and above.head.i in {token.i, *taken}
            # "unrest stemming from the killing in May" was not of May, or not for that reason
            inner = [t for t in date.doc[above.i + 1 : date.i] if t.tag_.startswith("NN")]
            behind_noun = behind_noun and not any(lemma(t) in deed_nouns() for t in inner)
            return int(above.head.i if behind_noun else above.i)
    return int(date.root.i)


def _crimes(verb: Any, date: Any) -> list[Any]:
    """Deeds between a verb and a year that may be theirs: "jailed for the killing of … in 2012"."""
    if not date.text.isdigit() or (date.i + 1 < len(date.doc) and date.nbor(1).pos_ == "NOUN"):
        return []
    behind = [noun for noun in clauses.phrases(verb, {"for"}) if verb.i < noun.i < date.i]
    return [noun for noun in behind if lemma(noun) in deed_nouns()]


def _of_present(held: int, date: Any) -> int:
    """The last deed between a verb in the present tense and a date that seems to be the verb's.

    Who "condemns the raid on Friday" does so now; the raid was on Friday.
    """
    if date.doc[held].tag_ not in {"VBZ", "VBP"}:
        return held
    nouns = [t for t in date.doc[held + 1 : date.i] if t.tag_.startswith("NN")]
    return next((int(t.i) for t in reversed(nouns) if lemma(t) in deed_nouns()), held)


def _names_thing(date: Any) -> bool:
    """Whether a date is part of a name for a thing: "the 2010 mine disaster", "its 3 May alert"."""
    first = min(date.subtree, key=lambda t: t.i)
    before = date.doc[first.i - 1].lower_ if first.i else ""
    thing = date.head
    inside = date.dep_ in {"nummod", "compound", "nmod", "amod"} and thing.i > date.i
    if not inside or before not in _OWNS or not thing.tag_.startswith("NN"):
        return False
    return not (thing.dep_ == "pobj" and thing.head.lower_ in _WITHIN)  # "during a 2018 trip"


def _opens_with_comma(date: Any) -> bool:
    prep = date.head if date.dep_ == "pobj" else date
    return bool(prep.i and date.doc[prep.i - 1].text == ",")


def date_behind(scene: Scene, token: Any, taken: Mapping[int, Trigger]) -> Span | None:
    """The first date after a noun, with no mark, other date or trigger between them."""
    present = token.head.tag_ in {"VBZ", "VBP"}
    if _is_topic(token) and not present and lemma(token.head) not in classes()["past"]:
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
        crossed = crossed or (token.dep_ == "pobj" and _is_told_of(token, day, scene))
        return None if crossed or _FAR.search(between) or len(between) > 60 else day
    return None


def _is_told_of(noun: Any, day: Span, scene: Scene) -> bool:
    """Whether a noun in the subject stands before the verb that a date belongs to.

    "The victims of the bombing died overnight": nobody says when the bombing was.
    """
    last = scene.sentence.tokens(day)[0].i
    verbs = [t for t in noun.doc[noun.i + 1 : last] if t.tag_ in {"VBD", "VBZ", "VBP"}]
    return any(
        verb.pos_ == "VERB" and any(noun.i in {t.i for t in s.subtree} for s in verb.lefts)
        for verb in verbs
    )


def date_beside(scene: Scene, token: Any) -> Dating | None:
    """The date right before "and" or "but" and a clause of its own, whatever the parser made of it.

    "Two guards came home on Wednesday, and nine soldiers were handed over".
    """
    passive = any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in token.children)
    if token.tag_ != "VBD" and not (token.tag_ == "VBN" and passive):
        return None
    text, first = scene.sentence.doc.text, scene.sentence.span.start
    for day in scene.days:
        if day.end < first or day.end > scene.sentence.offset(token).start:
            continue
        between = text[day.end - first : token.idx]
        if _BESIDE.fullmatch(between) and not _is_inner(scene, day):
            return Dating(day, lent=True)
    return None


def _is_inner(scene: Scene, day: Span) -> bool:
    """Whether a date closes a subordinate clause: one of which no second verb follows the first."""
    before = [t for t in scene.sentence.doc if scene.sentence.offset(t).end <= day.start]
    opened = [t.i for t in before if t.lower_ in _OPENS]
    after = [t for t in before[opened[-1] + 1 :] if t.tag_ in {"VBD", "VBN"}] if opened else []
    return bool(opened) and sum(t.pos_ != "AUX" for t in after) < 2


def date_before(scene: Scene, token: Any, before: Sequence[ReportDraft]) -> Span | None:
    """The date of what was told last, where the clause says that this ended or followed it.

    "They fought in 2011. That ended with a truce."
    """
    # "It ended with a truce that Chad brokered": the clause of the truce, not of its broker
    verb = clauses.clause_head(token.head if token.dep_ in {"acl", "relcl"} else token)
    if lemma(verb) not in classes()["ending"] or not before:
        return None
    named = [child for child in verb.children if child.dep_ == "nsubj"]
    pointing = any(child.lower_ in {"that", "this", "it", "which"} for child in named)
    fights = {lemma(n) for n in named if any(c.lower_ in _POINTS for c in n.children)}
    pointing = pointing or (before[-1].type == "ASSAULT" and bool(fights & deed_nouns()))
    near = scene.sentence.span.start - before[-1].span.end < LONGEST
    return before[-1].date if pointing and near else None
