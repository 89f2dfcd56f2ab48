"""Which triggers tell of nothing by themselves: shells of another, aims, questions, charges."""

from collections.abc import Mapping
from typing import Any

from scripts.find import clauses
from scripts.find.parse import lemma, verb_lemma
from scripts.find.scene import classes
from scripts.find.triggers import Fit, Trigger


def is_shell(token: Any, hit: Fit, taken: Mapping[int, Trigger]) -> bool:
    """Whether another trigger says the same thing more closely.

    "agreed to release" is a release that is announced; "conducted a swap" is told once.
    """
    if hit.trigger.type == "AGREE" and token.dep_ in {"xcomp", "dobj", "acl"}:
        governing = taken.get(token.head.i)
        if governing is not None and governing.type == "AGREE":
            return True  # "agreed to sign", "agreed to normalise ties": one agreement
    if "complement" in hit.trigger.needs and hit.trigger.type == "AGREE":
        inner = [taken[c.i] for c in token.children if c.dep_ == "xcomp" and c.i in taken]
        return any(one.type != "AGREE" for one in inner)
    if hit.trigger.pos == "NOUN":
        above = token.head if token.dep_ in {"dobj", "nsubjpass"} else None
        if token.dep_ == "pobj" and token.head.head.pos_ == "VERB":
            above = token.head.head
        if above is None or above.i not in taken:
            return False
        within = token.dep_ == "pobj" and token.head.lower_ in {"in", "during", "by", "with"}
        return (within or _light(above)) and taken[above.i].type == hit.trigger.type
    return False


def is_aside(token: Any, hit: Fit, taken: Mapping[int, Trigger]) -> bool:
    """Whether the word only names an aim, a question, a charge or the effect of another event."""
    if token.tag_.startswith("NN"):
        return False
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children)
    if infinitive and token.dep_ in {"acl", "advcl", "relcl"}:
        # "a bid to host", "plans to attack", "met to discuss"; but "a pledge to release"
        commits = classes()["commits"]
        return lemma(token.head) not in commits and verb_lemma(token.head) not in commits
    if any(c.tag_ in {"WRB", "WP"} and c.dep_ in {"advmod", "attr"} for c in token.children):
        if token.dep_ == "conj":
            return str(token.head.tag_) == "WRB"
        if token.dep_ == "advcl":
            return lemma(token.head) in classes()["wonder"]
        return token.dep_ in {"ccomp", "pcomp", "acl"}  # "no word on when they were captured"
    if token.dep_ == "pcomp":
        above = token.head.head
        if lemma(above) in classes()["charging"]:
            return True
        if above.pos_ == "NOUN":  # "its objection to Chad hosting"; but "in return for …"
            return lemma(above) not in {"exchange", "return", "swap"}
        return above.i in taken and not clauses.own_subject(token)  # "backs it by withdrawing"
    if _light(token):
        return False
    # "the strike killed …": told already
    told = [taken[s.i].type for s in clauses.subjects(token) if s.i in taken]
    return hit.trigger.type in told


def _light(verb: Any) -> bool:
    """Whether the noun that the verb carries says what happened: "hold talks"."""
    return lemma(verb) in classes()["light"]
