"""The event on which a clause hangs its own time: "under the deal", "during the raid"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from scripts.find import clauses
from scripts.find.drafts import Pointer
from scripts.find.parse import lemma
from scripts.find.scene import classes
from scripts.lexicon import rows

#: Prepositions → how what a clause tells lies to what they name.
_RELATIONS = {
    "in": "within",
    "during": "within",
    "at": "within",
    "under": "under",
    "after": "after",
    "following": "after",
}
_POINTS = {"the", "this", "that", "these", "those"}


@cache
def _types() -> Mapping[str, frozenset[str]]:
    """Nouns that can tell of an event → the types that they tell of."""
    found: dict[str, set[str]] = {}
    for row in rows("triggers"):
        if row["pos"] == "NOUN":
            found.setdefault(row["lemma"], set()).add(row["type"])
    return {noun: frozenset(types) for noun, types in found.items()}


def pointer(token: Any, objects: Sequence[Any], type_: str) -> Pointer | None:
    """The event, told elsewhere in the article, that says when the clause of a verb happened.

    Args:
        token: The trigger; only a verb points.
        objects: What it acts on: "carried out the raid" tells of the raid again.
        type_: The type of event that it tells of.

    Returns:
        The first event that a phrase of the verb points back to, bare but for its article: what
        is described further ("the raid on the depot") may be another one.
    """
    if not token.tag_.startswith("VB"):
        return None
    light = objects if lemma(token) in classes()["light"] else ()
    again = [("within", noun) for noun in light if type_ in _types().get(lemma(noun), ())]
    for relation, noun in [*again, *_named(token)]:
        words = [child for child in noun.children if child.dep_ != "punct"]
        bare = all(word.lower_ in _POINTS | {"same"} or _is_aside(word) for word in words)
        if bare and any(word.lower_ in _POINTS for word in words) and noun.tag_ in {"NN", "NNS"}:
            types = _types().get(lemma(noun), frozenset())
            return Pointer(relation, lemma(noun), noun.tag_ == "NNS", types)
    return None


def is_several(token: Any, objects: Sequence[Any]) -> bool:
    """Whether a trigger tells of several events: a noun in the plural, or one that it carries out.

    Args:
        token: The trigger.
        objects: What it acts on.
    """
    nouns = [token] if token.tag_.startswith("NN") else objects
    return any(noun.tag_ == "NNS" and lemma(noun) in _types() for noun in nouns)


def _named(verb: Any) -> Iterator[tuple[str, Any]]:
    for noun in _phrased(verb):
        yield _RELATIONS[noun.head.lower_], noun
        if noun.head.lower_ in {"in", "at"}:  # "in a statement following the attack"
            for inner in _phrased(noun):
                if _RELATIONS[inner.head.lower_] == "after":
                    yield "after", inner
    if lemma(verb) in classes()["attending"]:  # "the vote was boycotted"
        for noun in clauses.objects(verb):
            yield "within", noun


def _phrased(token: Any) -> Iterator[Any]:
    for prep in token.children:
        if prep.lower_ in _RELATIONS:
            yield from (noun for noun in prep.children if noun.dep_ in {"pobj", "dobj"})


def _is_aside(verb: Any) -> bool:
    """Whether a relative clause stands between commas and does not say which is meant."""
    opens = min(word.i for word in verb.subtree)
    return bool(verb.dep_ == "relcl" and verb.doc[opens - 1].text == ",")
