"""Words that can tell of an event, and what has to stand beside them (`lexicon/triggers.csv`).

A row gives a lemma, its part of speech, a particle, what it needs, and the PLOVER type, mode and
shape of the event. `needs` is a class of nouns (`lexicon/objects.csv`) that the object must be of,
or one of the conditions below; the first row that fits wins.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.find import clauses
from scripts.find.drafts import Mention, Span
from scripts.find.parse import Sentence, lemma, verb_lemma
from scripts.lexicon import rows

_PERSONAL = {
    "he",
    "she",
    "him",
    "her",
    "they",
    "them",
    "who",
    "whom",
    "those",
    "others",
    "all",
    "their",
    "its",
    "his",
    "our",
}
#: What may stand between a noun and its date.
_GAP = re.compile(r",? ?(?:(?:in|on|of|since|from|during) (?:the )?)?")
_QUANTIFIERS = {"some", "many", "most", "several", "dozens", "scores", "hundreds", "thousands"}
_ACTING = {"country", "demonym", "capital", "organisation", "armed_group", "polity", "pair"}


@dataclass(frozen=True)
class Trigger:
    """One row of the lexicon."""

    lemma: str
    pos: str
    particle: str
    needs: tuple[str, ...]
    type: str
    mode: str
    shape: str


@dataclass(frozen=True)
class Fit:
    """A trigger that fits, and the tokens that it acts on."""

    trigger: Trigger
    objects: tuple[Any, ...]


@cache
def _triggers() -> Mapping[tuple[str, str], tuple[Trigger, ...]]:
    found: dict[tuple[str, str], list[Trigger]] = {}
    for row in rows("triggers"):
        trigger = Trigger(
            row["lemma"],
            row["pos"],
            row["particle"],
            tuple(row["needs"].split()),
            row["type"],
            row["mode"],
            row["shape"],
        )
        found.setdefault((trigger.lemma, trigger.pos), []).append(trigger)
    return {key: tuple(value) for key, value in found.items()}


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Class of words → its words, by lemma (`lexicon/objects.csv`, `lexicon/persons.csv`)."""
    found: dict[str, set[str]] = {}
    for row in rows("objects"):
        found.setdefault(row["class"], set()).add(row["noun"])
    found["people"] |= {row["singular"] for row in rows("persons")}
    return {key: frozenset(value) for key, value in found.items()}


@dataclass(frozen=True)
class Scene:
    """A sentence with the names that stand in it."""

    sentence: Sentence
    mentions: Sequence[Mention]
    days: Sequence[Span] = ()  #: date words in it

    def mention(self, token: Any) -> Mention | None:
        """The name that a token is part of."""
        span = self.sentence.offset(token)
        for mention in self.mentions:
            if mention.span.meets(span):
                return mention
        return None

    def is_people(self, token: Any) -> bool:
        """Whether a noun stands for people: by its word, as a name, or as a bare number of them."""
        if token.lower_ in _PERSONAL or lemma(token) in classes()["people"]:
            return True
        if token.pos_ == "NUM" or token.lower_ in _QUANTIFIERS:
            inside = clauses.phrases(token, {"of"}, deep=False)
            return any(map(self.is_people, inside)) or (token.pos_ == "NUM" and not inside)
        named = self.mention(token)
        if named is None:
            return False
        return named.kind == "person" or (named.kind == "demonym" and token.tag_ in {"NNPS", "NNS"})

    def is_named(self, token: Any) -> bool:
        """Whether a noun phrase holds the name of somebody who can act."""
        nouns = [token, *clauses.phrases(token, {"of"}, deep=False)]
        nouns += [child for child in token.children if child.dep_ == "appos"]
        spans = [clauses.noun_phrase(self.sentence, noun) for noun in nouns]
        return any(
            m.kind in _ACTING | {"person"} and m.span.meets(span)
            for m in self.mentions
            for span in spans
        )

    def is_acting(self, token: Any) -> bool:
        """Whether a noun stands for somebody who can act: a name, people or a body of people."""
        if (
            token.lower_ in _PERSONAL
            or self.is_people(token)
            or lemma(token) in classes()["acting"]
        ):
            return True
        own = self.mention(token)
        return own is not None and own.kind in _ACTING | {"person"}

    def is_dated(self, noun: Any) -> bool:
        """Whether date words stand right behind a noun: "the war in 2020"."""
        end = self.sentence.offset(noun).end
        text = self.sentence.doc.text
        first = self.sentence.span.start
        return any(
            day.start >= end and _GAP.fullmatch(text[end - first : day.start - first])
            for day in self.days
        )

    def is_place(self, token: Any) -> bool:
        """Whether a noun phrase holds the name of a place."""
        span = clauses.noun_phrase(self.sentence, token)
        kinds = {"country", "capital", "city", "area", "polity"}
        return any(m.kind in kinds and m.span.meets(span) for m in self.mentions)


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


_BROKERED = ("brokered", "mediated", "negotiated", "sponsored")


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
    kinds = _ACTING | {"city", "area"}
    return any(m.kind in kinds and m.span.meets(left) for m in scene.mentions)


def _verb_object(scene: Scene, needs: str, verb: Any) -> list[Any] | None:
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


def _noun_object(scene: Scene, needs: str, noun: Any) -> list[Any] | None:
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


def fit(scene: Scene, token: Any) -> Fit | None:
    """The first lexicon row that a token fits with what stands beside it, or None."""
    if token.dep_ in {"amod", "compound", "aux", "auxpass"}:
        return None
    # NOTE: the tagger often takes "with X handing over two captives" for a noun.
    gerund = token.lower_.endswith("ing") and any(c.dep_ == "prt" for c in token.children)
    is_verb = token.tag_.startswith("VB") or gerund
    if not is_verb and not token.tag_.startswith("NN"):
        return None
    pos = "VERB" if is_verb else "NOUN"
    word = lemma(token) if token.tag_ not in {"NNP", "NNPS"} else token.lower_
    if gerund:
        word = verb_lemma(token)
    beside: set[str] | None = None
    for trigger in _triggers().get((word, pos), ()):
        if trigger.particle:
            beside = clauses.particles(token) if beside is None else beside
            if trigger.particle not in beside:
                continue
        for needs in trigger.needs:
            found = (_verb_object if is_verb else _noun_object)(scene, needs, token)
            if found is not None:
                return Fit(trigger, tuple(found))
    return None
