"""Words that can tell of an event, and what has to stand beside them (`lexicon/triggers.csv`).

A row gives a lemma, its part of speech, a particle, what it needs (`needs`), and the PLOVER type,
mode and shape of the event; the narrower row wins, then the first. The file is sorted by part of
speech and lemma; the rows of one lemma stand in the order in which they are tried.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.find import clauses
from scripts.find.classed import is_another
from scripts.find.needs import verb_object
from scripts.find.nominal import noun_object
from scripts.find.parse import lemma, noun_lemma, verb_lemma
from scripts.find.scene import Scene
from scripts.lexicon import rows


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
    dated: bool = False  #: date words hang on it


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
    # The narrower row first: one with a particle, one whose condition has several parts.
    return {
        key: tuple(
            sorted(value, key=lambda one: (not one.particle, "+" not in " ".join(one.needs)))
        )
        for key, value in found.items()
    }


@cache
def deed_nouns() -> frozenset[str]:
    """Nouns that tell of violence or force, by lemma."""
    rough = {"ASSAULT", "COERCE"}
    return frozenset(
        row["lemma"] for row in rows("triggers") if row["pos"] == "NOUN" and row["type"] in rough
    )


def _american(word: str) -> str:
    return word[:-3] + "ize" if word.endswith("ise") else word


def _is_dated(scene: Scene, token: Any) -> bool:
    own = {token.i, *(child.i for child in token.children)}
    words = [word for day in scene.days for word in scene.sentence.tokens(day)]
    return any(word.i in own or word.head.i in own for word in words)


def _is_named_act(token: Any) -> bool:
    """Whether a participle names what happened: "Shelling of the port", "displaced by fighting"."""
    alone = not any(child.dep_ in {"dobj", "aux", "prt", "nsubj"} for child in token.children)
    subject = token.dep_ in {"nsubj", "nsubjpass", "csubj"}
    by = token.dep_ == "pcomp" and token.head.lower_ == "by" and clauses.is_passive(token.head.head)
    names = token.tag_ == "VBG" and (subject or by) and alone
    return names and (token.lower_, "NOUN") in _triggers()


def _is_month(token: Any) -> bool:
    """Whether "March" is the month: a name within a sentence."""
    return bool(token.tag_ == "NNP" and token.i > 0 and token.text.istitle())


def fit(scene: Scene, token: Any) -> Fit | None:
    """The first lexicon row that a token fits with what stands beside it, or None."""
    if token.dep_ in {"amod", "compound", "aux", "auxpass"}:
        return None
    # NOTE: the tagger often takes "with X handing over two captives" for a noun.
    gerund = token.lower_.endswith("ing") and any(c.dep_ == "prt" for c in token.children)
    is_verb = token.tag_.startswith("VB") or gerund
    if not is_verb and not token.tag_.startswith("NN"):
        return None
    if is_verb and _is_named_act(token):
        is_verb, gerund = False, False
    pos = "VERB" if is_verb else "NOUN"
    word = lemma(token) if token.tag_ not in {"NNP", "NNPS"} else token.lower_
    if not is_verb and token.tag_ == "VBG":
        word = token.lower_
    if gerund:
        word = verb_lemma(token)
    elif token.i == 0 and not is_verb and token.tag_ != "VBG":
        word = noun_lemma(token)  # "Clashes" at the head of a sentence reads as a name
    known = _triggers().get((word, pos)) or _triggers().get((_american(word), pos), ())
    if not known or (not is_verb and is_another(token)) or (word == "march" and _is_month(token)):
        return None
    beside: set[str] | None = None
    for trigger in known:
        if trigger.particle:
            beside = clauses.particles(token) if beside is None else beside
            if trigger.particle not in beside:
                continue
        for needs in trigger.needs:
            found = (verb_object if is_verb else noun_object)(scene, needs, token)
            if found is not None:
                return Fit(trigger, tuple(found), _is_dated(scene, token))
    return None
