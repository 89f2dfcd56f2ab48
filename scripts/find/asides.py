"""Which triggers tell of nothing by themselves: shells of another, aims, questions, charges."""

from collections.abc import Mapping
from typing import Any

from scripts.find import clauses
from scripts.find.behind import helper_of
from scripts.find.modality import modality
from scripts.find.parse import lemma, verb_lemma
from scripts.find.scene import classes
from scripts.find.triggers import Fit, Trigger


def outer(token: Any, taken: Mapping[int, Trigger]) -> Any | None:
    """The trigger of the same type that a noun says the manner of: "killed a judge in a raid"."""
    within = {"in", "during", "by", "with", "under"}
    if lemma(token) in classes()["talks"]:
        within = within | {"for", "at"}  # "gathered for the conference"
    if token.dep_ != "pobj" or token.head.lower_ not in within:
        return None
    for above in token.head.ancestors:
        if above.i in taken:
            same = token.i not in taken or taken[above.i].type == taken[token.i].type
            return above if same else None
        if above.pos_ not in {"NOUN", "PROPN", "NUM", "ADP"}:
            beside = [c for c in above.children if c.dep_ == "dobj" and c.i in taken]
            of_type = taken[token.i].type if token.i in taken else ""
            return next((c for c in beside if taken[c.i].type == of_type), None)
    return None


def is_shell(token: Any, hit: Fit, taken: Mapping[int, Trigger]) -> bool:
    """Whether another trigger says the same thing more closely.

    "agreed to release" is a release that is announced; "conducted a swap" is told once.
    """
    if hit.trigger.type == "AGREE" and token.dep_ in {"xcomp", "dobj"}:
        governing = taken.get(token.head.i)
        if governing is not None and governing.type == "AGREE":
            return True  # "agreed to sign", "agreed to normalise ties": one agreement
    if hit.trigger.type == "AGREE" and token.dep_ == "acl":
        above = carrier(token.head, taken)
        if above is not None and taken[above.i].type == "AGREE":
            return True  # "signed a pact reached in Rome"
    if "complement" in hit.trigger.needs and hit.trigger.type == "AGREE":
        inner = [taken[c.i] for c in token.children if c.dep_ == "xcomp" and c.i in taken]
        return any(one.type != "AGREE" for one in inner)
    if hit.trigger.type == "AGREE" and hit.trigger.pos == "NOUN" and _is_truce(token):
        governing = taken.get(token.head.i)
        return governing is not None and governing.mode == "ceasefire"  # "reached a truce deal"
    if hit.trigger.type == "CONSULT" and helper_of(token) is not None:
        talks = [token.head, token.head.head.head]  # "talks in Rome, which Qatar hosted"
        talks = [noun for noun in talks if lemma(noun) in classes()["talks"]]
        above = [noun if noun.i in taken else outer(noun, taken) for noun in talks]
        if any(one is not None and taken[one.i].type == "CONSULT" for one in above):
            return True
    if hit.trigger.pos == "NOUN" and any(
        taken[c.i].type == hit.trigger.type and taken[c.i].mode != "mediate"
        for c in token.children
        if c.dep_ == "acl" and c.tag_ == "VBN" and c.i in taken
    ):
        return True  # "a deal signed in Rome"
    return hit.trigger.pos == "NOUN" and carrier(token, taken) is not None


def _is_truce(noun: Any) -> bool:
    return any(lemma(child) in classes()["ceasefire"] for child in noun.lefts)


def is_set(noun: Any) -> bool:
    """Whether what a noun names has yet to begin: "signed a truce that will start on Monday"."""
    behind = [c for c in noun.children if c.dep_ == "relcl" and noun.tag_.startswith("NN")]
    begun = [verb for verb in behind if lemma(verb) in classes()["happen"] | {"come"}]
    return any(modality(verb) == "announced" for verb in begun)


def carrier(token: Any, taken: Mapping[int, Trigger]) -> Any | None:
    """The trigger that tells of what a noun names: "hold talks", "agreed to a truce"."""
    if token.i not in taken or not token.tag_.startswith("NN") or is_set(token):
        return None
    above = token.head if token.dep_ in {"dobj", "nsubjpass"} else None
    within = outer(token, taken)
    if token.dep_ == "pobj":
        above = token.head.head
        above = within or (above.head if above.lower_ == "out" else above)  # "out of"
    if above is None or above.i not in taken:
        return None
    same = taken[above.i].type == taken[token.i].type
    if _light(above) and (same or taken[above.i].type == "REJECT"):
        return above  # also "pulled out of the talks", "cancelled the meeting"
    return above if within is not None and same else None


def effects(verb: Any, taken: Mapping[int, Trigger]) -> list[Any]:
    """Participles that only say whom a deed hit: "shelled the town, killing nine"."""
    return [
        child
        for child in verb.children
        if child.dep_ == "advcl"
        and child.tag_ == "VBG"
        and child.i > verb.i
        and child.i in taken
        and verb.i in taken
        and taken[child.i].type == taken[verb.i].type == "ASSAULT"
        and lemma(child) in classes()["harm"]
        and not any(c.dep_ in {"mark", "prep", "nsubj"} and c.i < child.i for c in child.children)
    ]


def is_aside(token: Any, hit: Fit, taken: Mapping[int, Trigger]) -> bool:
    """Whether the word only names an aim, a question, a charge or the effect of another event."""
    if token.tag_.startswith("NN"):
        return _is_likened(token)
    if lemma(token.head) in classes()["desist"] and token.dep_ in {"xcomp", "pcomp"}:
        return True  # "until they stop kidnapping farmers"
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
        if lemma(token.head) in classes()["recount"]:
            return False  # "told how soldiers looted a clinic"
        return token.dep_ in {"ccomp", "pcomp", "acl"}  # "no word on when they were captured"
    if _is_description(token, hit, taken):
        return True
    carrying = token.head.head.i if token.dep_ in {"acl", "relcl"} else -1
    if token.tag_ == "VBG" and carrying in taken and taken[carrying].type == hit.trigger.type:
        return True  # "fired rockets targeting troops"
    if token.dep_ == "advcl" and any(
        c.dep_ in {"mark", "advmod"} and c.lower_ in {"before", "until"} for c in token.children
    ):
        return all(one.pos_ == "PRON" for one in hit.objects)  # "before he was let go"
    if (
        token.dep_ == "ccomp"
        and token.i > token.head.i
        and lemma(token.head) in classes()["disown"]
    ):
        return True  # "denied that it had attacked": what somebody says
    above = taken.get(token.head.i)
    if token.dep_ in {"xcomp", "pcomp"} and above is not None and above.type == "REJECT":
        return True  # "denied targeting civilians", "refused to release them"
    first = token
    while first.dep_ == "conj" and first.head.tag_ == token.tag_:
        first = first.head
    if first.dep_ == "pcomp" and lemma(first.head.head) in classes()["charging"]:
        return True  # "accused of robbing and killing two men"
    if token.dep_ == "pcomp":
        above = token.head.head
        if above.pos_ == "NOUN":  # "its objection to Chad hosting"; but "in return for …"
            return lemma(above) not in {"exchange", "return", "swap"}
        by = token.head.lower_ in {"by", "in"}
        return (
            by and above.i in taken and not clauses.own_subject(token)
        )  # "backs it by withdrawing"
    first = token.head if token.dep_ == "conj" and token.tag_ == "VBG" else token
    if first in effects(first.head, taken):
        return True  # "killing nine and setting the port ablaze"
    if _light(token):
        return False
    # "the strike killed …": told already
    told = [taken[s.i].type for s in clauses.subjects(token) if s.i in taken]
    return hit.trigger.type in told


def _is_likened(noun: Any) -> bool:
    """Whether a noun says what something counts as, or what was broken: "a breach of the truce"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"as", "of"}:
        return False
    above = noun.head.head
    if noun.head.lower_ == "as":
        return lemma(above) in classes()["deeming"]
    return lemma(above) in classes()["violation"]


def _is_description(token: Any, hit: Fit, taken: Mapping[int, Trigger]) -> bool:
    """Whether a bare participle behind a noun only says which is meant: "the men jailed there"."""
    loose = token.dep_ == "acl" or (token.dep_ == "relcl" and hit.trigger.type == "ACCUSE")
    bare = loose and token.tag_ == "VBN" and token.head.i not in taken
    hurt = hit.trigger.type in {"COERCE", "ASSAULT", "RETREAT", "AID", "ACCUSE", "SANCTION"}
    return bare and hurt and not clauses.agents(token) and not hit.dated


def _light(verb: Any) -> bool:
    """Whether the noun that the verb carries says what happened: "hold talks"."""
    return lemma(verb) in classes()["light"]
