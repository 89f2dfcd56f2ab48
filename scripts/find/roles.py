"""Who has a part in what a trigger tells of: source, target, mediator, host.

The clause around the trigger says who stands where (`clauses`); the shape of the trigger says what
that makes of them ("mutual": every side is a source; "transfer": the object is let go by the
subject).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.find import clauses
from scripts.find.asides import effects
from scripts.find.behind import (
    aimed_at,
    brokers,
    complement,
    doers,
    doers_above,
    from_light_verb,
    helper_of,
    in_state_of,
    organs,
    shunned,
    struck_by,
    within,
)
from scripts.find.drafts import Span
from scripts.find.listed import whole_lists
from scripts.find.parse import lemma, verb_lemma
from scripts.find.parties import is_town, named_parts, takes_part, told_at
from scripts.find.scene import Scene, classes
from scripts.find.triggers import Fit, Trigger
from scripts.lexicon import rows

#: Types in which what stands after "from" is who lost it.
_FROM = {"ASSAULT", "SANCTION"}
#: Classes of what is sent rather than sent against.
_SENT = ("movers", "troops", "peacekeepers", "diplomats", "police")
#: Types in which whose deed is judged is the target.
_JUDGING = {"ACCUSE", "SUPPORT"}
#: Types in which somebody breaks with those that stand after "with".
_BROKEN = {"SANCTION", "REJECT"}
#: Types whose complement says what somebody is to suffer or to do.
_WILLED = {"THREATEN", "REQUEST"}
#: Types of deeds that share the doer of the deed that they are a part or an outcome of.
_SAME_DOER = {"ASSAULT", "COERCE", "MOBILIZE"}
#: Types and modes of what others may help to bring about.
_MEDIATED = {"AGREE", "CONSULT", "COOPERATE", "ceasefire", "prisoner_exchange", "release"}
#: Modes in which what stands after "into" is whose ground was entered.
_ENTERING = {"crossing", "offensive", "deploy"}


@dataclass
class _Cast:
    """The nouns around a trigger by where they stand, before its shape makes roles of them."""

    acting: list[Any]
    acted_on: list[Any]
    partners: list[Any]
    against: list[Any]
    held: bool = False  #: a noun of custody, whose owner keeps the others


def roles(
    scene: Scene, token: Any, hit: Fit, taken: Mapping[int, Trigger]
) -> Iterator[tuple[str, Span]]:
    """(role, words) of everybody who has a part; the same words at most once a role."""
    cast = (_of_verb if hit.trigger.pos == "VERB" else _of_noun)(scene, token, hit, taken)
    helping = [
        noun
        for noun in cast.partners
        if verb_lemma(noun) in classes()["mediating"] or lemma(noun) in classes()["mediator"]
    ]
    cast.partners = [n for n in cast.partners if lemma(n) not in classes()["mediation"]]
    as_helper = [noun for noun in cast.partners if _is_as_helper(noun)]
    cast.partners = [noun for noun in cast.partners if noun not in as_helper]
    cast.partners = whole_lists(scene, [n for n in cast.partners if n not in helping])
    cast.acting = whole_lists(scene, cast.acting)
    cast.acted_on = whole_lists(scene, cast.acted_on)
    seen: set[tuple[str, Span]] = set()
    for role, nouns in _share(hit.trigger.shape, cast):
        for noun in [whose for one in nouns for whose in _of_whom(one)]:
            if scene.sentence.offset(noun).end <= told_at(scene):
                continue
            if noun.i in taken or not takes_part(scene, noun, role, hit.trigger.type):
                continue
            for span in named_parts(scene, noun):
                if (role, span) not in seen:
                    seen.add((role, span))
                    yield role, span
    yield from brokers(scene, token)
    if hit.trigger.type == "REJECT":  # "pulled out of Chad-led talks"
        for noun in shunned(token):
            for _, span in brokers(scene, noun):
                yield "target", span
    whose = [n for one in helping for n in clauses.phrases(one, {"from", "of"}, deep=False)]
    for child in filter(scene.is_named, [*(c for noun in helping for c in noun.lefts), *whose]):
        yield "mediator", clauses.noun_phrase(scene.sentence, child)
    for noun in [*as_helper, *_mediating(token, hit.trigger)]:
        if scene.is_named(noun):
            yield "mediator", clauses.noun_phrase(scene.sentence, noun)


def _is_jointly(noun: Any) -> bool:
    """Whether a partner does what the subject does: "hosted together with Chad", "jointly with"."""
    first = next((one for one in noun.ancestors if one.dep_ == "prep"), noun)
    near = [*first.lefts, *(first.doc[first.i - 1 : first.i])]
    return any(word.lower_ in {"together", "jointly", "along"} for word in near)


def _is_as_helper(noun: Any) -> bool:
    """Whether a partner is there to mediate: "with Chad as mediator", "with Chad as the broker"."""
    near = [*noun.children, *noun.head.children, *noun.head.head.children]
    after = [c for c in near if c.dep_ == "prep" and c.lower_ == "as" and 0 < c.i - noun.i < 3]
    return any(lemma(what) in classes()["mediator"] for prep in after for what in prep.children)


def _mediating(token: Any, trigger: Trigger) -> list[Any]:
    """Who stands in or before "mediation": "under Qatari mediation", "with the help of Qatar"."""
    if trigger.type not in _MEDIATED and trigger.mode not in _MEDIATED:
        return []
    behind = clauses.phrases(token, {"under", "through", "with", "by", "via"})
    behind += [n for n in token.subtree if n.dep_ == "pobj" and n.head.lower_ == "under"]
    words = classes()["mediation"]
    means = [n for n in dict.fromkeys(behind) if n.lower_ in words or lemma(n) in words]
    return [
        child
        for noun in means
        for child in [
            *(c for c in noun.children if c.dep_ in {"poss", "amod", "compound", "nmod"}),
            *clauses.phrases(noun, {"of", "by"}, deep=False),
        ]
    ]


def _of_verb(scene: Scene, token: Any, hit: Fit, taken: Mapping[int, Trigger]) -> _Cast:
    """Who stands around a verb."""
    acting = clauses.agents(token)
    if not any(map(scene.is_named, acting)) and not clauses.is_passive(token):
        beside = clauses.left_neighbours(token)
        acting = [n for n in beside if not _is_inside(n, acting)] or acting
    acting = [noun for noun in acting if not _holds_clause(noun)] or acting
    # "Sudan's raid, which displaced nine": the raider did it
    acting = [x for n in acting for x in ([n] if n.i not in taken else _behind(scene, n))]
    if not acting and clauses.is_passive(token):  # "condemned in a statement by Chad"
        told = [n for n in clauses.phrases(token, {"in"}) if lemma(n) in _documents()]
        acting = [doer for noun in told for doer in doers(scene, noun)]
    partners = clauses.phrases(token, {"with", "between"})
    taken_from = {"from"} if hit.trigger.type in _FROM else set()
    against = clauses.phrases(token, {"against", "on", "to"} | taken_from)
    if hit.trigger.type in _BROKEN or hit.trigger.mode == "blockade":  # "cut ties with Chad"
        against += partners
    if hit.trigger.mode in _ENTERING:
        against += clauses.phrases(token, {"into"})
    if hit.trigger.type in {"ASSAULT", "COERCE"}:
        at = clauses.phrases(token, {"at"})
        against += [n for n in at if scene.is_acting(n) or is_town(scene, n)]
    against += aimed_at(hit.objects)
    if hit.trigger.type in _WILLED:
        against += complement(token)
    if hit.trigger.type == "REQUEST":
        against += clauses.phrases(token, {"from", "of"})
    against += [noun for verb in effects(token, taken) for noun in clauses.objects(verb)]
    for inner in within(token):
        if inner.i in taken and taken[inner.i].type == hit.trigger.type:
            against += clauses.phrases(inner, {"against", "on"}, deep=False)
            acting = acting + doers(scene, inner)
            if clauses.is_passive(token):  # "killed in a clash with Chad's army"
                acting += clauses.phrases(inner, {"with"}, deep=False)
    acted_on = list(hit.objects)
    if hit.trigger.type in {"ASSAULT", "COERCE"}:  # "bombed Lyon and the port"
        acted_on += [o for o in clauses.objects(token) if is_town(scene, o) and o not in acted_on]
    if hit.trigger.type in _JUDGING:  # "condemned Chad's raid"
        against += [doer for o in acted_on if o.i in taken for doer in doers(scene, o)]
    return _Cast(acting, acted_on, partners, against)


def _behind(scene: Scene, noun: Any) -> list[Any]:
    """Who did what a noun tells, or between whom it was: "the truce between Chad and Peru"."""
    return doers(scene, noun) or clauses.phrases(noun, {"between"}, deep=False)


def _of_noun(scene: Scene, token: Any, hit: Fit, taken: Mapping[int, Trigger]) -> _Cast:
    """Who stands around a noun that tells of a deed."""
    acting, acted_on = doers(scene, token), list(hit.objects)
    suffered = lemma(token) in classes()["suffered"]
    if not acted_on and suffered:  # "the killing of Jane Roe", "his arrest"
        acted_on = [n for n in clauses.phrases(token, {"of"}) if scene.is_named(n)]
        acted_on = acted_on or clauses.possessors(token)
    if any(noun.i > token.i for noun in acted_on):  # "the police shooting of Jane Roe"
        before = [noun for noun in acted_on if noun.i < token.i]
        acting += [noun for noun in before if noun not in acting]
        acted_on = [noun for noun in acted_on if noun.i > token.i]
    if clauses.phrases(token, {"of"}, deep=False):  # "the police shooting of a teacher"
        acted_on = [n for n in acted_on if n.i > token.i or n.lower_ not in organs()]
    acted_on += [n.head for n in acted_on if _shares_noun(scene, n)]
    acting = [noun for noun in acting if noun not in acted_on]
    behind = [c for c in token.children if c.dep_ in {"acl", "relcl"} and c.pos_ == "VERB"]
    helps = classes()["mediating"] | {"host"}
    behind = [v for v in behind if helper_of(v) is None and verb_lemma(v) not in helps]
    acting += [noun for verb in behind for noun in clauses.agents(verb) if noun != token]
    acted_on += struck_by(token, hit.trigger)
    partners = clauses.phrases(token, {"with", "between", "among"}, deep=False)
    towards = set() if suffered else {"against", "on", "to"}
    towards |= set() if suffered or hit.trigger.type == "ASSAULT" else {"from"}
    against = clauses.phrases(token, towards, deep=False)
    acting = acting or in_state_of(token)
    if not acting and not partners:
        acting, partners = from_light_verb(token)
    if not acting and hit.trigger.type in _SAME_DOER:
        acting = doers_above(scene, token, taken)
    held = hit.trigger.shape == "suffer" and hit.trigger.mode == "capture"
    return _Cast(acting, acted_on, partners, against, held)


def _is_inside(noun: Any, subjects: Sequence[Any]) -> bool:
    """Whether a noun only tells more of a subject: "a conference on Chad opened"."""
    first = noun
    while first.dep_ == "conj":  # "officials from Chad and Peru met"
        first = first.head
    return first.dep_ in {"pobj", "appos"} and any(
        above.i == subject.i for subject in subjects for above in first.ancestors
    )


def _holds_clause(noun: Any) -> bool:
    """Whether the parser drew a whole clause into a noun: "Chad ceded parts … and Peru sent"."""
    return any(
        c.i < noun.i and c.tag_.startswith("VB") and clauses.own_subject(c) for c in noun.children
    )


def _of_whom(noun: Any) -> list[Any]:
    """Whose forces those of a relative clause are: "Chad and Mali, whose troops clashed"."""
    whose = any(child.dep_ == "poss" and child.lower_ == "whose" for child in noun.children)
    above = noun.head
    if not (whose and above.dep_ == "relcl" and {noun.lower_, lemma(noun)} & organs()):
        return [noun]
    first = above.head.head if above.head.dep_ == "conj" else above.head
    return clauses.with_conjuncts(first)


def _shares_noun(scene: Scene, noun: Any) -> bool:
    """Whether a nationality before "and" lacks its noun: "nine Chadian and two Malian guards"."""
    named = scene.mention(noun.head) if noun.dep_ == "conj" else None
    return named is not None and named.kind == "demonym" and noun.head.tag_ != "NNPS"


@cache
def _documents() -> frozenset[str]:
    """Nouns for what somebody issues (`actor_nouns.csv`)."""
    return frozenset(row["word"] for row in rows("actor_nouns") if row["use"] == "document")


def _is_prize(noun: Any) -> bool:
    """Whether a noun is what others fight or agree over, not one of them."""
    return bool(noun.dep_ == "pobj" and noun.head.lower_ == "over")


def _share(shape: str, cast: _Cast) -> Iterator[tuple[str, list[Any]]]:
    acting, acted_on, partners = cast.acting, cast.acted_on, cast.partners
    against = cast.against
    match shape:
        case "mutual":
            yield "source", acting + [n for n in acted_on if not _is_prize(n)] + partners
        case "mutual_both":
            yield "source", acting + partners
            yield "target", acting + partners
        case "transfer":
            yield "source", acting
            yield "target", acted_on
        case "receive":
            yield "target", acting + acted_on
        case "suffer" if cast.held:  # "in Chadian hands": they hold
            yield "source", acting
            yield "target", acted_on
        case "suffer":
            yield "target", acting + acted_on
        case "own":
            yield "source", acting or acted_on
        case "send":
            yield "source", acting or acted_on
            own = frozenset[str]().union(*(classes()[name] for name in _SENT))
            yield "target", [noun for noun in acted_on if lemma(noun) not in own] or against
        case "visit":
            yield "source", acting + acted_on + partners + against
        case "flee":
            yield "source", acting or acted_on
        case "host":
            beside = [noun for noun in partners if _is_jointly(noun)]
            yield "host", acting + beside
            yield "source", acted_on + [noun for noun in partners if noun not in beside]
        case "cohost":
            yield "host", acting + partners
        case "mediator" | "brokered":
            yield "mediator", acting
            yield "source", acted_on + partners
        case _:
            yield "source", acting
            yield "target", acted_on
            yield "target", against
