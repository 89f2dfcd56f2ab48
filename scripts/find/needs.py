"""What has to stand beside a trigger word: the conditions that its row in the lexicon names.

A condition is a class of nouns (`lexicon/objects.csv`) that the object must be of, or one of those
below. Each gives the tokens that are acted on (perhaps none), or None where it does not hold.
"""

from collections.abc import Callable, Sequence
from typing import Any

from scripts.find import clauses
from scripts.find.parse import lemma
from scripts.find.scene import ACTING, Scene, classes

#: Classes in which an operation has to be one of force.
_ARMED = {"attack", "offensive", "war"}
_REFLEXIVE = {"himself", "herself", "themselves", "itself"}
_BROKERED = ("brokered", "mediated", "negotiated", "sponsored")


def is_another(noun: Any) -> bool:
    """Whether what stands before a noun makes it another thing: "a heart attack"."""
    bare = noun.dep_ == "pobj" and noun.head.lower_ == "of" and not list(noun.lefts)
    if bare and lemma(noun.head.head) in classes()["kind-of"]:
        return True  # "prisoners of war"
    other = classes().get(f"not-{lemma(noun)}", frozenset())
    return any(lemma(child) in other for child in noun.lefts)


def _of_class(scene: Scene, name: str, tokens: Sequence[Any]) -> list[Any]:
    if name in {"people", "captives"}:
        return [token for token in tokens if _is_human(scene, name, token)]
    nouns = classes()[name]
    fitting = []
    for token in tokens:
        words = {lemma(token), token.lower_}
        if is_another(token) or (name in _ARMED and not _is_armed(scene, token)):
            continue
        if token.dep_ != "nsubj":
            words |= {lemma(child) for child in token.children if child.dep_ == "compound"}
        words |= {
            lemma(of) for of in clauses.phrases(token, {"of"}) if token.pos_ in {"NUM", "ADJ"}
        }
        if words & nouns:
            fitting.append(token)
    return fitting


def _is_armed(scene: Scene, noun: Any) -> bool:
    """Whether an operation or a campaign is one of force: "a military campaign", "against …"."""
    if lemma(noun) not in classes()["maybe-armed"]:
        return True
    armed = {lemma(child) for child in noun.lefts} & classes()["modifier-military"]
    return bool(armed or clauses.phrases(noun, {"against"}))


def _is_human(scene: Scene, name: str, token: Any) -> bool:
    """Whether a token stands for people of a class; "people" for anybody, "captives" for those."""
    if token.pos_ in {"PRON", "NUM", "DET", "ADJ"} and lemma(token) not in classes()[name]:
        return scene.is_people(token) and (
            token.lower_ in {"him", "her", "he", "she", "who", "whom"}
            or scene.is_meant(token, name)
        )
    if name == "people":
        return scene.is_people(token)
    named = scene.mention(token)
    by_name = named is not None and named.kind == "demonym" and token.tag_ in {"NNPS", "NNS"}
    return by_name or lemma(token) in classes()[name]


def _is_someone(scene: Scene, token: Any) -> bool:
    """Whether a token stands for people, or bears a name that nothing else is known by."""
    return scene.is_people(token) or _is_unknown(scene, token)


def _is_unknown(scene: Scene, token: Any) -> bool:
    """Whether a token is a name that nothing is known of."""
    return token.tag_ == "NNP" and scene.mention(token) is None


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
    if noun.dep_ == "pobj" and lemma(noun.head.head) in classes()["amount"]:
        noun = noun.head.head  # "a series of bombings took place"
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        verbs.append(noun.head)
    return any(lemma(verb) in classes()["happen"] for verb in verbs)


def _did_harm(noun: Any) -> bool:
    """Whether the clause says whom or what the thing hit: "the attack killed 11"."""
    return noun.dep_ == "nsubj" and lemma(noun.head) in classes()["harm"]


def _anchored(scene: Scene, noun: Any) -> bool:
    """Whether the noun itself says who took part, on whom, or where."""
    if scene.is_dated(noun) or any(scene.is_acting(o) for o in clauses.possessors(noun)):
        return True
    if _takes_place(noun) or _did_harm(noun):
        return True
    if noun.tag_ == "NNP":
        return False  # a name such as "the Gulf War" tells of nothing by itself
    arguments = clauses.phrases(
        noun, {"of", "between", "by", "with", "on", "against", "over", "among", "from", "in", "at"}
    )
    if any(scene.is_named(a) or scene.is_place(a) for a in arguments):
        return True
    if any(map(scene.is_acting, clauses.phrases(noun, {"by"}, deep=False))):
        return True
    left = clauses.noun_phrase(scene.sentence, noun)
    kinds = ACTING | {"city", "area"}
    return any(m.kind in kinds and m.span.meets(left) for m in scene.mentions)


def _is_power(scene: Scene, noun: Any) -> bool:
    """Whether a noun names a country or an armed group, which moves by its forces."""
    named = scene.mention(noun)
    kinds = {"country", "capital", "armed_group", "polity"}
    return named is not None and named.kind in kinds


def _is_goal(scene: Scene, noun: Any) -> bool:
    """Whether a noun names a place, known or not."""
    return scene.is_place(noun) or _is_unknown(scene, noun)


def _is_person(scene: Scene, noun: Any) -> bool:
    named = scene.mention(noun)
    return named is not None and named.kind == "person"


def _plural(verb: Any) -> bool:
    return any(s.tag_ in {"NNS", "NNPS"} or s.lower_ == "they" for s in clauses.subjects(verb))


_Found = list[Any] | None
_Condition = Callable[[Scene, Any, list[Any]], _Found]


def _anybody(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    known = [o for o in objects if scene.is_acting(o) or scene.is_named(o)]
    known = known or _of_class(scene, "target", objects)
    known = known or [o for o in objects if scene.is_place(o) or _is_unknown(scene, o)]
    return known if known or not objects else None


def _nothing(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    told = any(c.dep_ == "ccomp" for c in verb.children)  # "conceded that …" is speech
    return [] if not objects and not told else None


def _complement(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    complement = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
    if lemma(verb) == "agree":
        complement += clauses.phrases(verb, {"on", "to", "upon"})
    return objects if complement else None


def _people_or_none(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    if clauses.is_passive(verb):
        return None
    if objects:
        return [o for o in objects if scene.is_acting(o)] or None
    partners = clauses.phrases(verb, {"with"})
    return [] if partners or len(clauses.subjects(verb)) > 1 or _plural(verb) else None


def _objection_host(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    against = _of_class(scene, "objection", objects)
    hosting = {lemma(t) for t in verb.subtree if against and t.i > against[0].i}
    return against if hosting & classes()["bid"] or "host" in hosting else None


def _powers(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    sides = [*clauses.subjects(verb), *clauses.phrases(verb, {"with"}), *objects]
    held = {named.kind for named in map(scene.mention, sides) if named is not None}
    return objects if held & (ACTING - {"capital"}) else None


def _as_terrorist(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    listed = _of_class(scene, "terrorist", objects + clauses.phrases(verb, {"as"}))
    return [o for o in objects if o not in listed] or objects if listed else None


def _diplomats_leave(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    leaving = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
    leaving = [c for c in leaving if lemma(c) in {"leave", "depart"}]
    told = objects + [s for verb in leaving for s in clauses.subjects(verb)]
    return _of_class(scene, "diplomats", told) or None if leaving else None


def _leader_to_place(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    goers = [g for g in clauses.subjects(verb) if lemma(g) in classes()["leader"]]
    goers += [g for g in clauses.subjects(verb) if _is_person(scene, g)]
    goals = clauses.phrases(verb, {"to", "in"})
    return [] if goers and any(map(scene.is_place, goals)) else None


def _into_place(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    goals = clauses.phrases(verb, {"into", "to"})
    if lemma(verb) in {"enter", "cross"}:
        goals += objects
    movers = clauses.subjects(verb)
    armed = _of_class(scene, "movers", movers) + [m for m in movers if _is_power(scene, m)]
    return [] if armed and any(_is_goal(scene, goal) for goal in goals) else None


def _from_place(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    movers = clauses.subjects(verb)
    fits = _of_class(scene, "troops", movers) or [m for m in movers if scene.is_named(m)]
    away = clauses.phrases(verb, {"from", "of"})
    return [] if fits and any(map(scene.is_place, away)) and not objects else None


def _bomb_goes_off(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    return [] if not objects and _of_class(scene, "bomb", clauses.subjects(verb)) else None


def _to_fight(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    fights = [c for c in verb.children if lemma(c) == "fight"]
    return [enemy for fight in fights for enemy in clauses.objects(fight)] if fights else None


def _taken_place(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    armed = _of_class(scene, "movers", clauses.subjects(verb))
    return [o for o in objects if scene.is_place(o) or (armed and _is_unknown(scene, o))] or None


def _troops_leave(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    return [] if _of_class(scene, "troops", clauses.subjects(verb)) else None


def _leaders(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    titled = classes()["leader"]
    return [o for o in objects if lemma(o) in titled or _is_person(scene, o)] or None


#: Condition on a verb, by the name that a row of the lexicon gives it.
CONDITIONS: dict[str, _Condition] = {
    "*": _anybody,
    "none": _nothing,
    "complement": _complement,
    "people-or-none": _people_or_none,
    "people-or-country": lambda scene, _, found: [o for o in found if scene.is_acting(o)] or None,
    "anything": lambda _scene, _verb, found: found,
    "by-phone": lambda _scene, verb, _: (
        []
        if clauses.lemmas(clauses.phrases(verb, {"by", "over", "on", "via"})) & classes()["phone"]
        else None
    ),
    "taken-place": _taken_place,
    "deal-itself": lambda scene, _, found: _of_class(scene, "deal", found) or None,
    "in-deed": lambda _scene, verb, _: (
        [] if clauses.lemmas(clauses.phrases(verb, {"in", "during"})) & classes()["deed"] else None
    ),
    "custody": lambda scene, verb, found: (
        [o for o in found if _is_someone(scene, o)]
        if "custody" in clauses.lemmas(clauses.phrases(verb, {"into"}))
        else None
    ),
    "someone": lambda scene, _, found: [o for o in found if _is_someone(scene, o)] or None,
    "powers": _powers,
    "objection-host": _objection_host,
    "place-or-people": lambda scene, _, found: (
        [o for o in found if scene.is_place(o) or scene.is_people(o)] or None
    ),
    "leader": _leaders,
    "leader-to-place": _leader_to_place,
    "into-place": _into_place,
    "from-place-troops": _from_place,
    "troops-leave": _troops_leave,
    "as-terrorist": _as_terrorist,
    "diplomats-leave": _diplomats_leave,
    "subject-bomb": _bomb_goes_off,
    "himself": lambda _scene, _verb, found: (
        [] if any(o.lower_ in _REFLEXIVE for o in found) else None
    ),
    "to-fight": _to_fight,
}
#: Classes that may stand in a phrase behind the verb: "took part in the talks".
_IN_PHRASES = {"talks", "talks-or-deal", "street", "peacekeepers"}
_NEAR = {"in", "of", "on", "to", "from", "out", "with"}


def verb_object(scene: Scene, needs: str, verb: Any) -> _Found:
    """What a verb acts on if the condition `needs` holds, else None."""
    objects = clauses.objects(verb)
    if needs in CONDITIONS:
        return CONDITIONS[needs](scene, verb, objects)
    if needs in {"troops", "peacekeepers"} and any(o.dep_ == "dobj" for o in objects):
        objects = [o for o in objects if o.dep_ != "dative"]  # "sent the police a plan"
    if needs == "notice":
        inner = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
        objects = objects + [noun for c in inner for noun in clauses.objects(c)]
    if not objects or needs in _IN_PHRASES:
        objects = objects + clauses.phrases(verb, _NEAR)
    return _of_class(scene, needs, objects) or None


def noun_object(scene: Scene, needs: str, noun: Any) -> _Found:
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
            troops = _of_class(scene, "troops", acted_on)
            troops += [c for c in noun.lefts if lemma(c) in classes()["troops"]]
            return acted_on if troops or kinds & (ACTING - {"pair"}) else None
        case _ if needs.startswith("modifier-"):
            fits = any(lemma(child) in classes()[needs] for child in noun.lefts)
            return acted_on if fits else None
        case _:
            return _of_class(scene, needs, acted_on) or None
