"""Where something happened: the named place in a phrase of place of its own clause."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scripts.find import clauses
from scripts.find.behind import within
from scripts.find.drafts import Span
from scripts.find.parse import lemma
from scripts.find.scene import Scene, classes
from scripts.find.triggers import Fit, Trigger

_WORDS = {"in", "at", "near", "over", "from", "into", "outside", "across", "around", "inside"}
_STANDING = {"in", "at", "near", "outside", "inside"}
#: Types that strike the very place that they act on.
_STRIKING = {"ASSAULT", "COERCE"}
_TOWNS = {"city", "area"}
_PLACES = _TOWNS | {"country", "capital", "polity"}
#: Relations behind which another clause or another deed begins.
_APART = {"relcl", "advcl", "ccomp", "xcomp", "acl", "parataxis", "appos", "nsubj", "nsubjpass"}


def place(scene: Scene, token: Any, hit: Fit, taken: Mapping[int, Trigger]) -> Span | None:
    """The words that name where a trigger's event happened, None where the clause names no place.

    What is acted on comes first ("shelled Lyon"), then phrases of place of the trigger or of the
    verb that carries it, then those deeper down, last where the doers are.

    Args:
        scene: The sentence.
        token: The trigger.
        hit: What it fits.
        taken: Index of a token → the trigger that it is, for the whole sentence.
    """
    if not any(mention.kind in _PLACES for mention in scene.mentions):
        return None
    fought = hit.trigger.pos == "VERB" and hit.trigger.mode == "clash"
    prize = clauses.phrases(token, {"for"}) if fought else []  # "fought for the town of Lyon"
    ground = [o for o in [*hit.objects, *prize] if lemma(o) in classes()["territory"]]
    inner = [of for noun in ground for of in clauses.phrases(noun, {"of"}, deep=False)]
    struck = _TOWNS | ({"capital"} if hit.trigger.mode in {"offensive", "bombard"} else set())
    own: Sequence[Any] = ()
    if hit.trigger.type == "ASSAULT":  # "shelled Lyon", "the attack on Lyon"
        aims = clauses.phrases(token, {"on", "against"}, deep=False)
        own = clauses.objects(token) if hit.trigger.pos == "VERB" else aims
    for noun in [*hit.objects, *inner, *own]:  # "took the city of Lyon"
        named = scene.mention(noun)
        if named is not None and named.kind in struck:
            return clauses.noun_phrase(scene.sentence, noun)
    named_by = (one for noun in _phrases(token, hit, taken) if (one := _named(scene, noun)))
    first = next(named_by, None)
    if first is None:
        return None
    if not _is_town(scene, first):  # "fighting around Lyon, in Ruritania's Rhone region"
        beside = [one for one in named_by if _stands_in(one)]
        closer = [one for one in beside if _is_town(scene, one)]
        if not closer and _is_country(scene, first):
            closer = [one for one in beside if not _is_country(scene, one)]
        first = closer[0] if closer else first
    return clauses.noun_phrase(scene.sentence, first)


def _named(scene: Scene, noun: Any) -> Any | None:
    """The noun that names the place: the village's own name in "in the village of Lyon"."""
    # "fought over a part of Ruritania" says not where
    if lemma(noun) in classes()["territory"] and noun.head.lower_ != "over":
        for of in clauses.phrases(noun, {"of"}, deep=False):
            if scene.is_place(of):
                return of
    if scene.is_place(noun):
        return noun
    # "at the bus station of Lyon", never "to the people of Lyon"
    for of in clauses.phrases(noun, {"of"}, deep=False) if noun.head.lower_ in _STANDING else ():
        named = scene.mention(of)
        if named is not None and named.kind in {"city", "capital"}:
            return of
    return None


def _is_town(scene: Scene, noun: Any) -> bool:
    """Whether a noun names a town: by what is known of it, or behind "the town of"."""
    behind = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    if behind and lemma(noun.head.head) in classes()["town-word"]:
        return True
    named = scene.mention(noun)
    return named is not None and named.kind in {"city", "capital"}


def _is_country(scene: Scene, noun: Any) -> bool:
    span = clauses.noun_phrase(scene.sentence, noun)
    met = {mention.kind for mention in scene.mentions if mention.span.meets(span)}
    return "country" in met and not met & _TOWNS


def _stands_in(noun: Any) -> bool:
    """Whether a noun stands behind a word for being somewhere, itself or what it is the name of."""
    prep = noun.head
    if prep.lower_ == "of":
        prep = prep.head.head
    return prep.lower_ in _STANDING | {"around"}


def _phrases(token: Any, hit: Fit, taken: Mapping[int, Trigger]) -> Iterator[Any]:
    """Nouns in phrases of place, the nearest to the trigger first."""
    heads = [token]
    if token.pos_ in {"NOUN", "PROPN"} and token.head.pos_ == "VERB":
        heads.append(token.head)
    heads += [
        c for noun in [token, *clauses.objects(token)] for c in noun.children if c.dep_ == "relcl"
    ]
    if hit.trigger.type == "MOBILIZE":  # "sent troops to Lyon"
        yield from clauses.phrases(token, {"to"})
    for words in (_STANDING, _WORDS):  # "arrested men from Chad in Lyon"
        for head in heads:
            yield from clauses.phrases(head, words)
    if hit.trigger.type in _STRIKING:  # "attacked a base in Chad"
        for aim in [*hit.objects, *clauses.phrases(token, {"on", "against"}, deep=False)]:
            yield from clauses.phrases(aim, _STANDING)
    yield from _below(token, taken)
    for deed in within(token):  # "displaced by fighting near Lyon", "killed in a raid on Lyon"
        yield from clauses.phrases(deed, _STANDING | {"on"}, deep=False)
    if hit.trigger.mode == "flee":  # "fled fighting between rebels and troops near Lyon"
        for deed in clauses.objects(token):
            yield from _below(deed, taken)
    if hit.trigger.pos == "VERB" and hit.trigger.type in _STRIKING | {"PROTEST"}:
        for doer in clauses.agents(token):  # "police in Lyon arrested …"
            yield from clauses.phrases(doer, _STANDING, deep=False)


def _below(token: Any, taken: Mapping[int, Trigger], depth: int = 4) -> Iterator[Any]:
    """Nouns in phrases of place further down: "at a hall near Lyon", "with rebels in Lyon"."""
    for child in token.children:
        if child.i < token.i or child.i in taken or child.dep_ in _APART or depth == 0:
            continue
        if child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}:
            continue
        if child.dep_ == "prep" and child.lower_ in {*_STANDING, "around"}:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield from clauses.with_conjuncts(noun)
        yield from _below(child, taken, depth - 1)
