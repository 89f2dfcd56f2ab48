"""Who has a part in what a trigger tells of: source, target, mediator, host.

The clause around the trigger says who stands where (`clauses`); the shape of the trigger says what
that makes of them ("mutual": every side is a source; "transfer": the object is let go by the
subject).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scripts.find import clauses
from scripts.find.asides import effects
from scripts.find.drafts import Span
from scripts.find.parse import lemma, verb_lemma
from scripts.find.scene import Scene, classes
from scripts.find.triggers import Fit, Trigger

#: Types in which what stands after "from" is who lost it.
_FROM = {"ASSAULT", "SANCTION"}
#: Prepositions that put a noun at another time than its verb.
_APART = {"after", "before", "since", "during", "despite", "until", "following"}
#: Classes of what is sent rather than sent against.
_SENT = ("movers", "troops", "peacekeepers", "diplomats", "police")
#: Second halves of "Qatari-brokered".
_BROKERING = {"brokered", "mediated", "led", "hosted", "sponsored", "facilitated"}


def roles(
    scene: Scene, token: Any, hit: Fit, taken: Mapping[int, Trigger]
) -> Iterator[tuple[str, Span]]:
    """(role, words) of everybody who has a part; the same words at most once a role."""
    if hit.trigger.pos == "VERB":
        acting, acted_on = clauses.agents(token), list(hit.objects)
        if not any(map(scene.is_named, acting)) and not clauses.is_passive(token):
            acting = clauses.left_neighbours(token) or acting
        # "Sudan's raid, which displaced nine": the raider did it
        acting = [x for n in acting for x in ([n] if n.i not in taken else _doers(scene, n))]
        partners = clauses.phrases(token, {"with", "between"})
        taken_from = {"from"} if hit.trigger.type in _FROM else set()
        against = clauses.phrases(token, {"against", "on", "to"} | taken_from)
        if hit.trigger.type in {"ASSAULT", "COERCE"}:
            against += [n for n in clauses.phrases(token, {"at"}) if scene.is_acting(n)]
        against += _aimed_at(hit.objects)
        against += [noun for verb in effects(token, taken) for noun in clauses.objects(verb)]
        for inner in within(token):
            if inner.i in taken and taken[inner.i].type == hit.trigger.type:
                against += clauses.phrases(inner, {"against", "on"}, deep=False)
                acting = acting + _doers(scene, inner)
    else:
        acting, acted_on = _doers(scene, token), list(hit.objects)
        if not acted_on and lemma(token) in classes()["suffered"]:
            acted_on = clauses.possessors(token)  # "his arrest"
        acting = [noun for noun in acting if noun not in acted_on]
        behind = [c for c in token.children if c.dep_ in {"acl", "relcl"} and c.pos_ == "VERB"]
        acting += [noun for verb in behind for noun in clauses.agents(verb) if noun != token]
        acted_on += _hit(token, hit.trigger)
        partners = clauses.phrases(token, {"with", "between", "among"}, deep=False)
        suffered = lemma(token) in classes()["suffered"]
        towards = set() if suffered else {"against", "on", "to", "from"}
        against = clauses.phrases(token, towards, deep=False)
        if not acting and not partners:
            acting, partners = _from_light_verb(token)
    helping = [noun for noun in partners if verb_lemma(noun) in classes()["mediating"]]
    partners = [noun for noun in partners if noun not in helping]
    seen: set[tuple[str, Span]] = set()
    for role, nouns in _share(hit.trigger.shape, acting, acted_on, partners, against):
        for noun in nouns:
            if noun.i in taken or not (scene.is_acting(noun) or scene.is_named(noun)):
                continue
            for span in _named_parts(scene, noun):
                if (role, span) not in seen:
                    seen.add((role, span))
                    yield role, span
    beside = [c for noun in helping for c in noun.lefts if scene.is_named(c)]
    for span in [
        *_brokers(scene, token),
        *(clauses.noun_phrase(scene.sentence, c) for c in beside),
    ]:
        yield "mediator", span


def within(verb: Any) -> list[Any]:
    """What a deed was done in or by: "killed in a raid", "killed by an airstrike"."""
    return clauses.phrases(verb, {"in", "during", "by", "with"})


def _doers(scene: Scene, noun: Any) -> list[Any]:
    """Who a noun itself says did it: "Sudan's raid", "a raid by Sudan", "the Sudanese raid"."""
    named = clauses.possessors(noun) + clauses.phrases(noun, {"by"}, deep=False)
    return named + _adjectival(scene, noun)


def _aimed_at(objects: Sequence[Any]) -> list[Any]:
    """Whom the thing acted on is meant for: "missiles targeting troops", "a vote to expel them"."""
    aims = [c for noun in objects for c in noun.children if c.dep_ in {"acl", "relcl"}]
    return [noun for aim in aims if aim.tag_ in {"VBG", "VB"} for noun in clauses.objects(aim)]


def _hit(noun: Any, trigger: Trigger) -> list[Any]:
    """Who was hit, where the verb of the clause says so: "the raid killed nine Chadians"."""
    if trigger.type != "ASSAULT":
        return []
    verbs = [child for child in noun.children if child.dep_ == "relcl"]
    verbs += [noun.head] if noun.dep_ == "nsubj" else []
    harming = classes()["harm"]
    return [noun for verb in verbs if lemma(verb) in harming for noun in clauses.objects(verb)]


def _named_parts(scene: Scene, noun: Any) -> Iterator[Span]:
    """The noun phrase; of "the leaders of Chad and Sudan" what stands named after "of"."""
    own = _undated(scene, clauses.noun_phrase(scene.sentence, noun))
    bare = {"role", "pronoun"}
    if not any(m.span.meets(own) for m in scene.mentions if m.kind not in bare):
        # "one of these groups, the Union of X": the name stands for a bare number alone
        counted = noun.pos_ == "NUM" or noun.lower_ in {"one", "some"}
        beside = [c for c in noun.children if c.dep_ == "appos" and scene.is_named(c) and counted]
        if beside:
            yield clauses.noun_phrase(scene.sentence, beside[0])
            return
        inner = [of for of in clauses.phrases(noun, {"of", "in"}, deep=False) if scene.is_named(of)]
        if inner:
            for of in inner:
                yield from _named_parts(scene, of)
            return
    yield own


def _undated(scene: Scene, span: Span) -> Span:
    """The span without date words that the parser put before a name: "On May 4 Chad …"."""
    for day in scene.days:
        if day.meets(span) and day.end < span.end:
            rest = scene.sentence.doc.text[
                day.end - scene.sentence.span.start : span.end - scene.sentence.span.start
            ]
            return Span(span.end - len(rest.lstrip(" ,")), span.end)
    return span


def _share(
    shape: str, acting: list[Any], acted_on: list[Any], partners: list[Any], against: list[Any]
) -> Iterator[tuple[str, list[Any]]]:
    match shape:
        case "mutual":
            yield "source", acting + acted_on + partners
        case "mutual_both":
            yield "source", acting + partners
            yield "target", acting + partners
        case "transfer":
            yield "source", acting
            yield "target", acted_on
        case "receive":
            yield "target", acting + acted_on
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
            yield "host", acting
            yield "source", acted_on + partners
        case "mediator" | "brokered":
            yield "mediator", acting
            yield "source", acted_on + partners
        case _:
            yield "source", acting
            yield "target", acted_on
            yield "target", against


def _adjectival(scene: Scene, noun: Any) -> list[Any]:
    """Adjectives of nationality before a deverbal noun: "the Russian offensive"."""
    found = []
    for child in noun.lefts:
        named = scene.mention(child)
        if child.dep_ in {"amod", "compound", "nmod"} and named is not None:
            brokered = child.lower_.endswith(("-led", "-brokered", "-mediated", "-hosted"))
            if named.kind in {"demonym", "country", "organisation", "capital"} and not brokered:
                found.append(child)
    return found


def agreed(noun: Any) -> Any | None:
    """The verb of "agreed on steps and on an exchange of prisoners"."""
    if noun.dep_ not in {"pobj", "conj"}:
        return None
    verb = next((verb for verb in noun.ancestors if lemma(verb) == "agree"), None)
    if noun.dep_ == "pobj" and noun.head.head == verb and noun.head.lower_ in _APART:
        return None  # "after his release he agreed to …"
    return verb


def _from_light_verb(noun: Any) -> tuple[list[Any], list[Any]]:
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


def _brokers(scene: Scene, token: Any) -> Iterator[Span]:
    """The name before the hyphen of "Qatari-brokered"."""
    nouns = [token, *(c for c in token.children if c.dep_ in {"dobj", "pobj"})]
    for noun in nouns:
        for child in noun.lefts:
            for part in child.subtree:
                if part.lower_ in _BROKERING and part.i and part.nbor(-1).text == "-":
                    before = [t for t in child.subtree if t.i < part.i and t.is_alpha] or [part]
                    span = scene.sentence.cover(before)
                    if any(m.span.meets(span) for m in scene.mentions):
                        yield span
