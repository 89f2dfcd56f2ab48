"""Who stands behind a deed and whom it is aimed at, further off than its own subject and object."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from scripts.find import clauses
from scripts.find.drafts import Span
from scripts.find.parse import lemma, verb_lemma
from scripts.find.scene import Scene, classes
from scripts.find.triggers import Trigger
from scripts.lexicon import rows

#: Prepositions that put a noun at another time than its verb.
_APART = {"after", "before", "since", "during", "despite", "until", "following"}
#: Second halves of "Qatari-brokered", and what they make of the first.
_BROKERING = {
    **dict.fromkeys(("brokered", "mediated", "led", "sponsored", "facilitated"), "mediator"),
    "hosted": "host",
}
#: Beginnings of words without which a sentence names nobody who helped.
_HELPERS = ("go-between", "intermediar", "mediat", "broker", "facilitat", "organi", "chair", "host")
_BROKERED = re.compile("|".join((*_BROKERING, *_HELPERS)), re.IGNORECASE)
#: Kinds of names that stand as adjectives before a deed ("the Houthi raid").
_ADJECTIVAL = {"demonym", "country", "organisation", "capital", "armed_group", "polity", "group"}
#: Verbs that say no more than that somebody is in something.
_STATIVE = {"be", "remain", "stay", "go", "enter"}
#: Verbs between a deed and its outcome.
_LEADING_TO = {"result", "lead", "cause", "trigger", "prompt"}


def within(verb: Any) -> list[Any]:
    """What a deed was done in or by: "killed in a raid", "killed by an airstrike"."""
    return clauses.phrases(verb, {"in", "during", "by", "with"})


def doers(scene: Scene, noun: Any) -> list[Any]:
    """Who a noun itself says did it: "Sudan's raid", "a raid by Sudan", "the Sudanese raid"."""
    named = clauses.possessors(noun) + clauses.phrases(noun, {"by"}, deep=False)
    return named + _adjectival(scene, noun)


def doers_above(scene: Scene, noun: Any, taken: Mapping[int, Trigger]) -> list[Any]:
    """Who did the deed that had this one for its outcome: "Chad's raid led to the arrest of …"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if lemma(verb) not in _LEADING_TO or noun.dep_ not in {"pobj", "dobj"}:
        return []
    causes = [cause for cause in clauses.subjects(verb) if cause.i in taken]
    return [doer for cause in causes for doer in doers(scene, cause)]


def _adjectival(scene: Scene, noun: Any) -> list[Any]:
    """Adjectives of nationality before a deverbal noun: "the Russian offensive"."""
    found: list[Any] = []
    if noun.text[:1].isupper() and lemma(noun) == "war":
        return found  # "the Iraq War" is named by its ground
    if noun.i and noun.nbor(-1).dep_ == "pobj":  # "after Chadian shelling killed nine"
        named = scene.mention(noun.nbor(-1))
        found += [noun.nbor(-1)] if named is not None and named.kind == "demonym" else []
    for child in noun.lefts:
        named = scene.mention(child)
        if child.dep_ in {"amod", "compound", "nmod"} and named is not None:
            brokered = child.lower_.endswith(("-led", "-brokered", "-mediated", "-hosted"))
            if named.kind in _ADJECTIVAL and not brokered:
                found.append(child)
        elif child.dep_ in {"amod", "compound", "nmod"} and child.lower_ in organs():
            against = child.i > 0 and child.nbor(-1).text == "-"  # "anti-army"
            found += [] if against else [child]  # "an army raid"
    return found


@cache
def organs() -> frozenset[str]:
    """Nouns for the organs, offices and people in service of a state (`actor_nouns.csv`)."""
    uses = {"organ", "service", "office"}
    return frozenset(row["word"] for row in rows("actor_nouns") if row["use"] in uses)


def aimed_at(objects: Sequence[Any]) -> list[Any]:
    """Whom the thing acted on is meant for: "missiles targeting troops", "a vote to expel them"."""
    aims = [c for noun in objects for c in noun.children if c.dep_ in {"acl", "relcl"}]
    return [noun for aim in aims if aim.tag_ in {"VBG", "VB"} for noun in clauses.objects(aim)]


def complement(verb: Any) -> list[Any]:
    """Whom what is threatened or demanded would befall: "threatened to attack Chad"."""
    inner = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.pos_ == "VERB"]
    bound = [c for c in inner if clauses.own_subject(c)]
    found = [noun for c in bound for noun in clauses.subjects(c)]
    free = [c for c in inner if c not in bound]
    found += [noun for c in free for noun in clauses.objects(c)]
    return found + [noun for c in free for noun in clauses.phrases(c, {"against", "on", "with"})]


def shunned(verb: Any) -> list[Any]:
    """What somebody keeps away from: "refused to join the talks", "pulled out of them"."""
    inner = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
    found = [noun for v in inner for noun in clauses.phrases(v, {"of", "from", "in", "out"})]
    return found + [noun for v in inner for noun in clauses.objects(v)]


def struck_by(noun: Any, trigger: Trigger) -> list[Any]:
    """Who was hit, where the verb of the clause says so: "the raid killed nine Chadians"."""
    if trigger.type != "ASSAULT":
        return []
    verbs = [child for child in noun.children if child.dep_ == "relcl"]
    verbs += [noun.head] if noun.dep_ == "nsubj" else []
    harming = classes()["harm"]
    return [noun for verb in verbs if lemma(verb) in harming for noun in clauses.objects(verb)]


def agreed(noun: Any) -> Any | None:
    """The verb of "agreed on steps and on an exchange of prisoners"."""
    if noun.dep_ not in {"pobj", "conj"}:
        return None
    verb = next((verb for verb in noun.ancestors if lemma(verb) == "agree"), None)
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    first = noun.head.head if of else noun  # "after two days of talks"
    if first.dep_ == "pobj" and first.head.lower_ in _APART:
        return None  # "after his release he agreed to …"
    return verb


def from_light_verb(noun: Any) -> tuple[list[Any], list[Any]]:
    """Who holds the talks, fights the war: the subject and partners of the verb above."""
    above = noun.head
    if noun.dep_ in {"pobj", "conj"}:  # "agreed on steps and on an exchange"
        verb = agreed(noun)
        return (clauses.agents(verb), []) if verb is not None else ([], [])
    if lemma(above) not in classes()["light"] or noun.dep_ not in {"dobj", "nsubj", "nsubjpass"}:
        return [], []
    verbs = [above, *(v for v in above.conjuncts if v.pos_ == "VERB")]
    beside = [n for v in verbs for n in clauses.phrases(v, {"with", "between", "against"})]
    return (clauses.agents(above) if noun.dep_ == "dobj" else []), beside


def in_state_of(noun: Any) -> list[Any]:
    """Who is in what a noun tells of: "Chad, which has been at war with …", "is in talks with"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"at", "in", "into", "to"}:
        return []
    verb = noun.head.head
    state = verb_lemma(verb) in _STATIVE and not any(c.dep_ == "det" for c in noun.children)
    return clauses.agents(verb) if state else []


def said_of(noun: Any) -> list[Any]:
    """Relative clauses that say more of a noun, be it behind its place: "talks in Rome, which"."""
    places = clauses.phrases(noun, {"in", "at", "near"}, deep=False)
    return [c for one in [noun, *places] for c in one.children if c.dep_ == "relcl"]


def helper_of(verb: Any) -> str | None:
    """Which role a relative clause gives who is its subject: "which Qatar mediated", "hosted"."""
    if verb.dep_ != "relcl" or clauses.is_passive(verb):
        return None
    if lemma(verb) in {"act", "serve"}:
        named = clauses.lemmas(clauses.phrases(verb, {"as"}))
        return "mediator" if named & classes()["mediator"] else None
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if not objects or any(c.tag_ not in {"WDT", "WP"} for c in objects):
        return None
    if verb_lemma(verb) in classes()["mediating"]:
        return "mediator"
    return "host" if lemma(verb) in classes()["hosting"] else None


def brokers(scene: Scene, token: Any) -> Iterator[tuple[str, Span]]:
    """The name in "Qatari-brokered" or behind "brokered by", with its role."""
    if not _BROKERED.search(scene.sentence.doc.text):
        return
    nouns = [token, *(c for c in token.children if c.dep_ in {"dobj", "pobj"})]
    verbs = [token, *(c for c in token.children if c.dep_ == "xcomp")]
    inside = {"in", "at", "during", "for"}
    nouns += [noun for verb in verbs for noun in clauses.phrases(verb, inside)]
    nouns += [inner for noun in nouns for inner in clauses.phrases(noun, {"in", "at", "during"})]
    set_off = [t for t in token.subtree if t.tag_ == "VBN" and t.i and t.nbor(-1).text == ","]
    set_off = [t for t in set_off if t.lower_ in _BROKERING and t.dep_ != "acl"]
    for verb in set_off if token.pos_ == "VERB" else ():
        for agent in clauses.agents(verb):
            if scene.is_named(agent):  # "held talks in Rome on Monday, mediated by Qatar"
                yield _BROKERING[verb.lower_], clauses.noun_phrase(scene.sentence, agent)
    for noun in dict.fromkeys(nouns):
        brokered = [c for c in noun.rights if c.dep_ == "acl"]
        brokered += [noun.head] if noun.dep_ == "nsubjpass" else []
        for child in [verb for verb in brokered if verb.lower_ in _BROKERING]:
            for agent in clauses.agents(child):  # "talks brokered by Qatar"
                if scene.is_named(agent):
                    yield _BROKERING[child.lower_], clauses.noun_phrase(scene.sentence, agent)
        for child in said_of(noun):
            role = helper_of(child)
            beside = clauses.phrases(child, {"with"}) if role == "host" else []
            for agent in [*clauses.agents(child), *beside] if role else ():
                if role and scene.is_named(agent):  # "talks at which Qatar acted as mediator"
                    yield role, clauses.noun_phrase(scene.sentence, agent)
        for child in noun.lefts:
            for part in child.subtree:
                if part.lower_ in _BROKERING and part.i and part.nbor(-1).text == "-":
                    before = [t for t in child.subtree if t.i < part.i and t.is_alpha] or [part]
                    span = scene.sentence.cover(before)
                    if any(m.span.meets(span) for m in scene.mentions):
                        yield _BROKERING[part.lower_], span
