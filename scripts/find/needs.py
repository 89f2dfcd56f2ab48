"""What has to stand beside a trigger word: the conditions that its row in the lexicon names.

A condition is a class of nouns (`lexicon/objects.csv`) that the object must be of, or one of those
below. Each gives the tokens that are acted on (perhaps none), or None where it does not hold.
"""

from collections.abc import Sequence
from typing import Any

from scripts.find import clauses
from scripts.find.parse import lemma
from scripts.find.scene import ACTING, Scene, classes

_BROKERED = ("brokered", "mediated", "negotiated", "sponsored")


def _of_class(scene: Scene, name: str, tokens: Sequence[Any]) -> list[Any]:
    if name == "people":
        return [token for token in tokens if scene.is_people(token)]
    nouns = classes()[name]
    fitting = []
    for token in tokens:
        words = {lemma(token), token.lower_}
        if token.dep_ != "nsubj":
            words |= {lemma(child) for child in token.children if child.dep_ == "compound"}
        words |= {
            lemma(of) for of in clauses.phrases(token, {"of"}) if token.pos_ in {"NUM", "ADJ"}
        }
        if words & nouns:
            fitting.append(token)
    return fitting


def _struck(scene: Scene, noun: Any) -> bool:
    if any(child.lower_.endswith(_BROKERED) for t in noun.lefts for child in t.subtree):
        return True
    if any(child.dep_ == "acl" and child.tag_ == "VBN" for child in noun.children):
        return True
    above = noun.head
    return above.dep_ == "prep" and above.lower_ == "with" and lemma(above.head) == "end"


def _takes_place(noun: Any) -> bool:
    """Whether the clause says that the thing took place: "the talks, which were held in …"."""
    verbs = [child for child in noun.children if child.dep_ == "relcl"]
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        verbs.append(noun.head)
    return any(lemma(verb) in classes()["happen"] for verb in verbs)


def _anchored(scene: Scene, noun: Any) -> bool:
    """Whether the noun itself says who took part, on whom, or where."""
    if scene.is_dated(noun) or any(scene.is_acting(o) for o in clauses.possessors(noun)):
        return True
    if _takes_place(noun):
        return True
    if noun.tag_ == "NNP":
        return False  # a name such as "the Gulf War" tells of nothing by itself
    arguments = clauses.phrases(
        noun, {"of", "between", "by", "with", "on", "against", "over", "among", "from", "in", "at"}
    )
    if any(scene.is_named(a) or scene.is_place(a) for a in arguments):
        return True
    left = clauses.noun_phrase(scene.sentence, noun)
    kinds = ACTING | {"city", "area"}
    return any(m.kind in kinds and m.span.meets(left) for m in scene.mentions)


def verb_object(scene: Scene, needs: str, verb: Any) -> list[Any] | None:
    """What a verb acts on if the condition `needs` holds, else None."""
    objects = clauses.objects(verb)
    match needs:
        case "*":
            known = [o for o in objects if scene.is_acting(o) or scene.is_named(o)]
            known = known or _of_class(scene, "target", objects)
            known = known or [o for o in objects if scene.is_place(o)]
            return known if known or not objects else None
        case "none":
            return [] if not objects else None
        case "complement":
            complement = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
            if lemma(verb) == "agree":
                complement += clauses.phrases(verb, {"on", "to", "upon"})
            return objects if complement else None
        case "people-or-none":
            if clauses.is_passive(verb):
                return None
            people = [o for o in objects if scene.is_acting(o)]
            if objects:
                return people or None
            partners = clauses.phrases(verb, {"with"})
            return [] if partners or len(clauses.subjects(verb)) > 1 or _plural(verb) else None
        case "people-or-country":
            fitting = [o for o in objects if scene.is_acting(o)]
            return fitting or None
        case "objection-host":
            against = _of_class(scene, "objection", objects)
            hosting = {lemma(t) for t in verb.subtree if against and t.i > against[0].i}
            return against if hosting & classes()["bid"] or "host" in hosting else None
        case "place-or-people":
            fitting = [o for o in objects if scene.is_place(o) or scene.is_people(o)]
            return fitting or None
        case "leader":
            fitting = [
                o for o in objects if lemma(o) in classes()["leader"] or _is_person(scene, o)
            ]
            return fitting or None
        case "leader-to-place":
            goers = [g for g in clauses.subjects(verb) if lemma(g) in classes()["leader"]]
            goers += [g for g in clauses.subjects(verb) if _is_person(scene, g)]
            goals = clauses.phrases(verb, {"to", "in"})
            return [] if goers and any(map(scene.is_place, goals)) else None
        case "into-place":
            goals = clauses.phrases(verb, {"into", "to"})
            if lemma(verb) in {"enter", "cross"}:
                goals += objects
            return [] if any(map(scene.is_place, goals)) else None
        case "from-place-troops":
            movers = clauses.subjects(verb)
            fits = _of_class(scene, "troops", movers) or [m for m in movers if scene.is_named(m)]
            away = clauses.phrases(verb, {"from", "of"})
            return [] if fits and any(map(scene.is_place, away)) and not objects else None
        case "troops-leave":
            return [] if _of_class(scene, "troops", clauses.subjects(verb)) else None
        case "to-fight":
            return [] if any(lemma(c) == "fight" for c in verb.children) else None
        case _:
            candidates = list(objects)
            if not candidates or needs in {"talks", "talks-or-deal", "street", "peacekeepers"}:
                candidates += clauses.phrases(verb, {"in", "of", "on", "to", "from", "out", "with"})
            return _of_class(scene, needs, candidates) or None


def _is_person(scene: Scene, noun: Any) -> bool:
    named = scene.mention(noun)
    return named is not None and named.kind == "person"


def _plural(verb: Any) -> bool:
    return any(s.tag_ in {"NNS", "NNPS"} or s.lower_ == "they" for s in clauses.subjects(verb))


def noun_object(scene: Scene, needs: str, noun: Any) -> list[Any] | None:
    """What a deverbal noun acts on if the condition `needs` holds, else None."""
    acted_on = clauses.phrases(noun, {"of"})
    match needs:
        case "anchored":
            return acted_on if _anchored(scene, noun) else None
        case "struck":
            return [] if _struck(scene, noun) else None
        case "by":
            givers = clauses.possessors(noun) + clauses.phrases(noun, {"by", "from"})
            return [] if any(map(scene.is_named, givers)) else None
        case "people":
            inside = acted_on + [c for c in noun.children if c.dep_ in {"compound", "nmod"}]
            return [o for o in inside if scene.is_people(o)] or None
        case "troops-or-by":
            named = _anchored(scene, noun)
            return acted_on if named or _of_class(scene, "troops", acted_on) else None
        case _ if needs.startswith("modifier-"):
            fits = any(lemma(child) in classes()[needs] for child in noun.lefts)
            return acted_on if fits else None
        case _:
            return _of_class(scene, needs, acted_on) or None
