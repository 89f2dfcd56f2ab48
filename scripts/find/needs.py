"""What has to stand beside a verb that tells of an event: the conditions that its row names.

A condition is a class of nouns (`classed`) that the object must be of, or one of those below, or
is put together of parts: `subject:troops+from:place` holds where a subject is of the class troops
and something behind "from" names a place. A part is ROLE:CLASS, the role being object, subject,
complement, inner (the subject of the
complement) or prepositions with "|" between them; "!" before it asks that nothing there is of the
class. Each gives the tokens that are acted on (perhaps none), or None where it does not hold.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.find import clauses
from scripts.find.classed import KINDS, is_unknown, of_class, those
from scripts.find.parse import lemma
from scripts.find.scene import ACTING, Scene, classes


def _plural(verb: Any) -> bool:
    return any(s.tag_ in {"NNS", "NNPS"} or s.lower_ == "they" for s in clauses.subjects(verb))


_Found = list[Any] | None
_Condition = Callable[[Scene, Any, list[Any]], _Found]


def _anybody(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    known = [o for o in objects if scene.is_acting(o) or scene.is_named(o)]
    known = known or of_class(scene, "target", objects)
    known = known or [o for o in objects if scene.is_place(o) or is_unknown(scene, o)]
    return known if known or not objects else None


def _nothing(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    told = any(c.dep_ == "ccomp" for c in verb.children)  # "conceded that …" is speech
    return [] if not objects and not told else None


def _is_planned(verb: Any) -> bool:
    return any(
        c.dep_ == "aux" and c.lower_ in {"will", "would", "to", "'ll", "'d"} for c in verb.children
    )


def _complement(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    complement = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
    if lemma(verb) == "agree":
        # "agreed that it was late" is an opinion
        complement = [c for c in complement if c.dep_ == "xcomp" or _is_planned(c)]
        settled = clauses.phrases(verb, {"on", "to", "upon"})
        complement += [one for one in settled if lemma(one) not in classes()["opinion"]]
    return objects if complement else None


def _people_or_none(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    if clauses.is_passive(verb):
        return None
    if objects:
        return [o for o in objects if scene.is_acting(o) or is_unknown(scene, o)] or None
    if clauses.phrases(verb, {"for"}) and lemma(verb) == "fight":
        return None  # "fought for her rights"
    partners = clauses.phrases(verb, {"with"})
    return [] if partners or len(clauses.subjects(verb)) > 1 or _plural(verb) else None


def _objection_host(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    against = of_class(scene, "objection", objects)
    hosting = {lemma(t) for t in verb.subtree if against and t.i > against[0].i}
    return against if hosting & classes()["bid"] or "host" in hosting else None


def _powers(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    sides = [*clauses.subjects(verb), *clauses.phrases(verb, {"with"}), *objects]
    held = {named.kind for named in map(scene.mention, sides) if named is not None}
    return objects if held & (ACTING - {"capital"}) else None


def _as_terrorist(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    listed = of_class(scene, "terrorist", objects + clauses.phrases(verb, {"as"}))
    return [o for o in objects if o not in listed] or objects if listed else None


def _diplomats_leave(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    leaving = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
    leaving = [c for c in leaving if lemma(c) in {"leave", "depart"}]
    told = objects + [s for verb in leaving for s in clauses.subjects(verb)]
    return of_class(scene, "diplomats", told) or None if leaving else None


def _to_fight(scene: Scene, verb: Any, objects: list[Any]) -> _Found:
    fights = [c for c in verb.children if lemma(c) == "fight"]
    return [enemy for fight in fights for enemy in clauses.objects(fight)] if fights else None


#: Condition on a verb, by the name that a row of the lexicon gives it.
CONDITIONS: dict[str, _Condition] = {
    "*": _anybody,
    "none": _nothing,
    "complement": _complement,
    "people-or-none": _people_or_none,
    "anything": lambda _scene, _verb, found: found,
    "deal-itself": lambda scene, _, found: of_class(scene, "deal", found) or None,
    "powers": _powers,
    "objection-host": _objection_host,
    "as-terrorist": _as_terrorist,
    "diplomats-leave": _diplomats_leave,
    "to-fight": _to_fight,
}
#: Classes that may stand in a phrase behind the verb: "took part in the talks".
_IN_PHRASES = {"talks", "talks-or-deal", "street", "peacekeepers"}
_NEAR = {"in", "of", "on", "to", "from", "out", "with"}


@dataclass(frozen=True)
class Part:
    """One part of a condition: what stands in some roles is (or is not) of some classes."""

    roles: tuple[str, ...]
    name: str
    wanted: bool


@cache
def parts(needs: str) -> tuple[Part, ...]:
    """The parts of a condition that is put together; none of one that is a single word.

    Args:
        needs: Such as `people+into:custody` or `!any`.
    """
    if needs not in KINDS and not set(needs) & set(":+|!"):
        return ()
    found = []
    for piece in needs.split("+"):
        role, _, name = piece.removeprefix("!").rpartition(":")
        found.append(Part(tuple(role.split("|") if role else ()), name, not piece.startswith("!")))
    return tuple(found)


def _objects(verb: Any) -> list[Any]:
    """What a verb acts on; of "beat and detained protesters" both have the same."""
    found = clauses.objects(verb)
    if any(one.dep_ == "dobj" for one in found):
        return [one for one in found if one.dep_ != "dative"]  # "handed her a note"
    if found or any(child.dep_ in {"prep", "ccomp", "xcomp", "prt"} for child in verb.children):
        return found
    joined = [c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_]
    near = [c for c in joined if c.i <= verb.i + 2 and not clauses.own_subject(c)]
    return [noun for other in near for noun in clauses.objects(other)]


def _standing(verb: Any, roles: tuple[str, ...]) -> list[Any]:
    found = []
    for role in roles or ("object",):
        if role == "object":
            found += _objects(verb)
        elif role == "subject":
            found += clauses.agents(verb)
        elif role == "inner":
            inner = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
            found += [noun for c in inner for noun in clauses.subjects(c)]
        elif role == "complement":
            found += [c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "oprd", "acomp"}]
        else:
            went = [c for c in verb.children if c.dep_ == "ccomp" and c.lower_ == "go"]
            for head in [verb, *went]:  # "let go of nine rebels"
                found += clauses.phrases(head, {role})
    return found


def _together(scene: Scene, asked: tuple[Part, ...], verb: Any) -> _Found:
    acted_on: list[Any] = []
    for part in asked:
        fitting = those(scene, part.name, _standing(verb, part.roles))
        if bool(fitting) != part.wanted:
            return None
        if part.wanted and part.roles in {(), ("object",), ("inner",)}:
            acted_on = acted_on or fitting
    return acted_on


def verb_object(scene: Scene, needs: str, verb: Any) -> _Found:
    """What a verb acts on if the condition `needs` holds, else None."""
    asked = parts(needs)
    if asked:
        return _together(scene, asked, verb)
    objects = _objects(verb)
    if needs in CONDITIONS:
        return CONDITIONS[needs](scene, verb, objects)
    if needs == "notice":
        inner = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
        objects = objects + [noun for c in inner for noun in clauses.objects(c)]
    if not objects or needs in _IN_PHRASES:
        objects = objects + clauses.phrases(verb, _NEAR)
    return of_class(scene, needs, objects) or None
