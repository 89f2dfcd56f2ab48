"""What has to stand beside a noun that tells of an event: who, whom, where, or that it happened."""

from typing import Any

from scripts.find import clauses
from scripts.find.classed import is_unknown, of_class, those
from scripts.find.parse import lemma
from scripts.find.scene import ACTING, Scene, classes

_BROKERED = ("brokered", "mediated", "negotiated", "sponsored")
#: Prepositions behind which a meeting is one that was held: "after talks with Chad".
_HELD = {"after", "following", "at", "since"}


#: Prepositions before what was hit, or where.
_AIMS = {"on", "against", "at", "near"}


def _struck(noun: Any) -> bool:
    if any(child.lower_.endswith(_BROKERED) for t in noun.lefts for child in t.subtree):
        return True
    if any(child.dep_ == "acl" and child.tag_ == "VBN" for child in noun.children):
        return True
    above = noun.head
    return above.dep_ == "prep" and above.lower_ == "with" and lemma(above.head) == "end"


def takes_place(noun: Any) -> bool:
    """Whether the clause says that the thing took place: "the talks, which were held in …"."""
    verbs = [child for child in noun.children if child.dep_ == "relcl"]
    if noun.dep_ == "pobj" and lemma(noun.head.head) in classes()["amount"]:
        noun = noun.head.head  # "a series of bombings took place"
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        verbs.append(noun.head)
    return any(lemma(verb) in classes()["happen"] for verb in verbs)


def did_harm(noun: Any) -> bool:
    """Whether the clause says whom or what the thing hit: "the attack killed 11"."""
    verbs = [noun.head] if noun.dep_ == "nsubj" else []
    verbs += [child for child in noun.children if child.dep_ == "relcl"]
    return any(lemma(verb) in classes()["harm"] for verb in verbs)


def is_told(scene: Scene, noun: Any) -> bool:
    """Whether the words themselves say that the thing took place, or when."""
    return scene.is_dated(noun) or takes_place(noun) or did_harm(noun)


def _arguments(noun: Any) -> list[Any]:
    words = {"of", "between", "by", "with", "on", "against", "over", "among", "from", "in", "at"}
    return clauses.phrases(noun, words | {"near", "around", "outside", "along"})


def _anchored(scene: Scene, noun: Any) -> bool:
    """Whether the noun itself says who took part, on whom, or where."""
    if scene.is_dated(noun) or any(scene.is_acting(o) for o in clauses.possessors(noun)):
        return True
    if takes_place(noun) or did_harm(noun):
        return True
    if noun.tag_ == "NNP":
        return False  # a name such as "the Gulf War" tells of nothing by itself
    if any(scene.is_named(a) or scene.is_place(a) for a in _arguments(noun)):
        return True
    if any(is_unknown(scene, a) for a in clauses.phrases(noun, _AIMS, deep=False)):
        return True
    sides = clauses.phrases(noun, {"by", "between"}, deep=False)
    if any(map(scene.is_acting, sides)):
        return True
    if of_class(scene, "target", clauses.phrases(noun, _AIMS, deep=False)):
        return True
    left = clauses.noun_phrase(scene.sentence, noun)
    kinds = ACTING | {"city", "area"}
    return any(m.kind in kinds and m.span.meets(left) for m in scene.mentions)


def _was_held(scene: Scene, noun: Any) -> bool:
    """Whether a meeting is told as one that was held, not as a matter to speak of."""
    if scene.is_dated(noun) or takes_place(noun):
        return True
    at = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        over = noun.head.head  # "after four years of talks"
        at = over if lemma(over) in classes()["amount"] else noun
    behind = at.dep_ == "pobj" and at.head.lower_ in _HELD
    if at.dep_ == "dobj" and lemma(at.head) == "follow":  # "the release follows talks in Lyon"
        behind = not any(map(scene.is_acting, clauses.subjects(at.head)))
    return behind and (_anchored(scene, noun) or _is_helped(scene, noun))


def _is_helped(scene: Scene, noun: Any) -> bool:
    """Whether the words behind talks say who brought them about: "talks brokered by Chad"."""
    behind = [child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    helped = [verb for verb in behind if lemma(verb) in classes()["mediating"] | {"host"}]
    return any(scene.is_named(agent) for verb in helped for agent in clauses.agents(verb))


def _held(scene: Scene, noun: Any) -> list[Any] | None:
    """Who is held since when: "have been in Chadian hands since May"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else noun
    if verb.pos_ not in {"AUX", "VERB"} or lemma(verb) not in classes()["remain"]:
        return None
    if not clauses.phrases(verb, {"since"}):
        return None
    return [one for one in clauses.subjects(verb) if scene.is_acting(one)] or None


def noun_object(scene: Scene, needs: str, noun: Any) -> list[Any] | None:
    """What a deverbal noun acts on if the condition `needs` holds, else None."""
    acted_on = clauses.phrases(noun, {"of"})
    match needs:
        case "anchored":
            return acted_on if _anchored(scene, noun) else None
        case "told":
            return acted_on if is_told(scene, noun) else None
        case "was-held":
            return acted_on if _was_held(scene, noun) else None
        case "held":
            return _held(scene, noun)
        case "struck":
            return [] if _struck(noun) else None
        case "by":
            givers = clauses.possessors(noun) + clauses.phrases(noun, {"by", "from"})
            return [] if any(map(scene.is_named, givers)) else None
        case "possessed":
            if acted_on:
                return None
            owners = [o for o in clauses.possessors(noun) if o.lower_ not in {"its", "our"}]
            return [o for o in owners if scene.is_people(o)] or None
        case "people":
            inside = acted_on + [c for c in noun.children if c.dep_ in {"compound", "nmod"}]
            return [o for o in inside if scene.is_people(o)] or None
        case "troops-or-by":
            around = [noun, *noun.lefts, *acted_on, *clauses.phrases(noun, {"by", "from"})]
            kinds = {m.kind for m in map(scene.mention, around) if m is not None}
            troops = of_class(scene, "troops", acted_on)
            troops += [c for c in noun.lefts if lemma(c) in classes()["troops"]]
            return acted_on if troops or kinds & (ACTING - {"pair"}) else None
        case _ if ":" in needs:
            words, name = needs.split(":")
            return [] if those(scene, name, clauses.phrases(noun, words.split("|"))) else None
        case _ if needs.startswith("modifier-"):
            fits = any(lemma(child) in classes()[needs] for child in noun.lefts)
            return acted_on if fits else None
        case _:
            return those(scene, needs, acted_on) or None
