"""Words that tell what befell people, looked up in the lexicon: verbs, nouns, states, places."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from scripts.find.parse import lemma
from scripts.find.units import person_nouns
from scripts.lexicon import rows

_TALLY = frozenset({"toll", "number", "count", "total", "tally", "figure", "numbers"})


@dataclass(frozen=True)
class Deed:
    """What befell the counted. measure: a code, "" where no word tells.

    governor: the verb or noun that tells it (None for the counted noun itself).
    how: object | subject | noun | state | place | noun-itself: which grammar tells it.
    """

    measure: str
    governor: Any
    how: str


NO_DEED = Deed("", None, "")


@cache
def table(kind: str) -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """Rows of the lexicon of one kind (verb, noun, state, place, tally) by word."""
    found: dict[str, tuple[Mapping[str, str], ...]] = {}
    for row in rows("measures"):
        if row["kind"] == kind:
            found[row["word"]] = (*found.get(row["word"], ()), row)
    return found


@cache
def captive_words() -> frozenset[str]:
    """Words that tell that a sentence is about captives."""
    nouns = {
        row[form]
        for row in rows("persons")
        if row["measure"] == "held"
        for form in ("singular", "plural")
    }
    deeds = {
        row["word"]
        for row in rows("measures")
        if row["measure"] in {"held", "released"} and row["kind"] in {"noun", "state", "place"}
    }
    return frozenset(
        nouns | deeds - {"return", "transfer", "trade", "hand", "cell", "exchange", "held"}
    )


@cache
def flight_words() -> frozenset[str]:
    """Words that tell that a sentence is about people who flee or were driven out."""
    found = {
        row[form]
        for row in rows("persons")
        if row["measure"] == "displaced"
        for form in ("singular", "plural")
    }
    for row in rows("measures"):
        if row["measure"] == "displaced" and row["kind"] in {"noun", "state"}:
            found.add(row["word"])
    return frozenset(found - {"flight", "expulsion", "evacuation"}) | {"fled", "flee"}


def _has_particle(verb: Any, particle: str) -> bool:
    words = particle.split()
    after = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 16]]
    if len(words) > 1 and words[-1] not in after:
        return False
    for child in verb.children:
        if child.lower_ == words[0] and child.dep_ in {
            "prt",
            "advmod",
            "oprd",
            "acomp",
            "xcomp",
            "ccomp",
            "prep",
            "npadvmod",
            "attr",
            "dobj",
            "dative",
        }:
            return True
        if child.dep_ == "dobj" and (
            child.lower_ == words[-1]
            or any(c.dep_ == "prep" and c.lower_ == words[0] for c in child.children)
        ):
            return True
    following = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    return (
        following is not None
        and following.lower_ == words[0]
        and following.tag_ in {"RP", "RB", "JJ"}
    )


def _closest_first(row: Mapping[str, str]) -> tuple[int, bool]:
    """Order of rows of one word: with more particles first, with something needed first."""
    return (-len(row["particle"]), not row["needs"])


def rows_beside(word: str, context: frozenset[str]) -> list[Mapping[str, str]]:
    """Rows of a verb whose needs are met, the closest first."""
    known = [r for r in table("verb").get(word, ()) if not r["needs"] or r["needs"] in context]
    return sorted(known, key=_closest_first)


def of_verb(verb: Any, counted: str, context: frozenset[str]) -> str:
    """Measure of a verb for its object or subject; phrasal verbs before plain ones."""
    listed = table("verb").get(lemma(verb), ())
    fitting = [row for row in listed if row["counted"] == counted]
    for row in sorted(fitting, key=_closest_first):
        if row["particle"] and not _has_particle(verb, row["particle"]):
            continue
        if not row["needs"] or row["needs"] in context:
            return row["measure"]
    return ""


def of_state(word: Any) -> str:
    """Measure of a word that tells a state: dead, injured, missing; "" for others."""
    listed = table("state").get(word.lower_, ())
    return listed[0]["measure"] if listed else ""


def is_custody(prep: Any) -> bool:
    """Whether a prepositional phrase puts the counted in custody: in jail, behind bars."""
    return prep.lower_ in {"in", "behind", "under", "inside", "into"} and any(
        lemma(child) in table("place") for child in prep.children if child.dep_ == "pobj"
    )


def is_tally(noun: Any) -> bool:
    """Whether a noun stands for a count: the number, the figure, the toll."""
    return lemma(noun) in _TALLY


def tally_of(noun: Any) -> str:
    """What the persons suffered whom a noun counts: "the death toll", "the number of injured"."""
    own = table("tally").get(lemma(noun), ())
    if not is_tally(noun) and not own:
        return ""
    for word in noun.subtree:
        measure = of_state(word) or next(
            (r["measure"] for r in table("noun").get(lemma(word), ()) if r["counted"] == "of"), ""
        )
        if measure:
            return measure
    own = own or next((r for w in noun.subtree if (r := table("tally").get(lemma(w), ()))), ())
    if own:
        return own[0]["measure"]
    if not any(word.lower_ in person_nouns() for word in noun.subtree):
        return ""
    near = noun.doc[noun.i : noun.i + 6]
    return next((of_state(word) for word in near if of_state(word)), "other")


def _told_of(noun: Any) -> str:
    """What a noun that is counted tells: a toll, "deaths", "the dead"."""
    counted = any(child.dep_ == "nummod" for child in noun.children)  # "four flights took nine"
    if (noun.tag_ == "NNS" and not counted) or noun.lower_ == "dead":
        for row in table("noun").get(lemma(noun), ()):
            if row["counted"] == "of" and not row["needs"]:
                return row["measure"]
    stated = noun.i > 0 and noun.nbor(-1).lower_ == "the"
    return tally_of(noun) or (of_state(noun) if stated else "")


def tally(verb: Any, counted: str = "") -> str:
    """What the persons suffered whom the subject of a verb counts, or its object.

    Args:
        verb: The verb that the number hangs on.
        counted: Where the number stands: "subject" for the object of "the toll reached 12",
            "object" behind "put the toll at": only verbs of counting do there. "" for any verb
            with a count for its subject ("the toll rose to 12").
    """
    if counted and all(row["counted"] != counted for row in table("count").get(lemma(verb), ())):
        return ""
    places = {"dobj"} if counted == "object" else {"nsubj", "nsubjpass"}
    found = (_told_of(child) for child in verb.children if child.dep_ in places)
    return next((measure for measure in found if measure), "")
