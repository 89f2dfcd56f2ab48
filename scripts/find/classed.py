"""Whether a noun is of a class that the lexicons name: prisoners, an attack, a target.

Classes of words stand in `lexicon/objects.csv` and `lexicon/persons.csv`; a few ask what a noun
stands for rather than which word it is (`is_one`).
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from scripts.find import clauses
from scripts.find.parse import lemma, noun_lemma
from scripts.find.scene import Scene, classes
from scripts.lexicon import rows


@cache
def _currencies() -> frozenset[str]:
    marks = {row["mark"].lower() for row in rows("currencies")}
    units = {row["unit"].lower().split()[-1] for row in rows("currencies")}
    return frozenset(marks | units | {f"{unit}s" for unit in units})


#: Classes in which an operation has to be one of force.
_ARMED = {"attack", "offensive", "war"}
#: Classes whose words may stand as an adjective: "martial law".
_ADJECTIVAL = {"curfew", "hurt"}


def is_another(noun: Any) -> bool:
    """Whether what stands before a noun makes it another thing: "a heart attack"."""
    bare = noun.dep_ == "pobj" and noun.head.lower_ == "of" and not list(noun.lefts)
    if bare and lemma(noun.head.head) in classes()["kind-of"]:
        return True  # "prisoners of war"
    other = classes().get(f"not-{lemma(noun)}", frozenset())
    return any(lemma(child) in other for child in noun.lefts)


def of_class(scene: Scene, name: str, tokens: Sequence[Any]) -> list[Any]:
    """Those of some tokens that are of a class, by their word or a word before them."""
    if name in {"people", "captives", "freed"}:
        return [token for token in tokens if is_human(scene, name, token)]
    nouns = classes()[name]
    beside = {"compound", "amod"} if name in _ADJECTIVAL else {"compound"}
    fitting = []
    for token in tokens:
        words = {lemma(token), token.lower_, noun_lemma(token)}
        if is_another(token) or (name in _ARMED and not _is_armed(token)):
            continue
        if token.dep_ != "nsubj" or name in _ADJECTIVAL:
            words |= {
                lemma(child)
                for child in token.children
                if child.dep_ in beside and child.tag_ not in {"NNP", "NNPS"}
            }
        words |= {
            lemma(of) for of in clauses.phrases(token, {"of"}) if token.pos_ in {"NUM", "ADJ"}
        }
        if token.lower_ in _AMOUNTS or lemma(token) in classes()["amount"]:
            words |= {lemma(of) for of in clauses.phrases(token, {"of"}, deep=False)}
        if words & nouns:
            fitting.append(token)
    return fitting


_AMOUNTS = {"some", "many", "most", "several", "dozens", "scores", "hundreds", "thousands", "all"}


def _is_armed(noun: Any) -> bool:
    """Whether an operation or a campaign is one of force: "a military campaign", "against …"."""
    if lemma(noun) not in classes()["maybe-armed"]:
        return True
    armed = {lemma(child) for child in noun.lefts} & classes()["modifier-military"]
    by_force = clauses.lemmas(clauses.subjects(noun.head)) & classes()["movers"]
    return bool(armed or by_force or clauses.phrases(noun, {"against"}))


def is_human(scene: Scene, name: str, token: Any) -> bool:
    """Whether a token stands for people of a class; "people" for anybody."""
    if token.pos_ in {"PRON", "NUM", "DET", "ADJ"} and lemma(token) not in classes()[name]:
        return (scene.is_people(token) or token.lower_ == "both") and (
            (name != "freed" and token.lower_ in {"him", "her", "he", "she", "who", "whom"})
            or scene.is_meant(token, name)
        )
    if name == "people" and scene.is_people(token):
        return True
    if token.lower_ in _AMOUNTS or lemma(token) in classes()["amount"]:
        inside = clauses.phrases(token, {"of"}, deep=False)
        return any(is_human(scene, name, one) for one in inside)
    if token.tag_ == "NNP" and any(
        child.dep_ in {"compound", "nmod"} and lemma(child) in classes()[name]
        for child in token.lefts
    ):
        return True  # "the pilot Ann Moe"
    named = scene.mention(token)
    by_name = named is not None and named.kind == "demonym" and token.tag_ in {"NNPS", "NNS"}
    return by_name or lemma(token) in classes()[name]


def is_unknown(scene: Scene, token: Any) -> bool:
    """Whether a token is a name that nothing is known of."""
    letters = token.tag_ == "NN" and token.text.isupper() and len(token.text) > 2  # "the FNLX"
    return (token.tag_ == "NNP" or letters) and scene.mention(token) is None


def is_someone(scene: Scene, token: Any) -> bool:
    """Whether a token stands for people, or bears a name that nothing else is known by."""
    return scene.is_people(token) or is_unknown(scene, token)


def is_power(scene: Scene, noun: Any) -> bool:
    """Whether a noun names a country or an armed group, which moves by its forces."""
    named = scene.mention(noun)
    kinds = {"country", "capital", "armed_group", "polity"}
    return named is not None and named.kind in kinds


def is_goal(scene: Scene, noun: Any) -> bool:
    """Whether a noun names a place, known or not."""
    return scene.is_place(noun) or is_unknown(scene, noun)


def is_person(scene: Scene, noun: Any) -> bool:
    """Whether a noun is the name of a person."""
    named = scene.mention(noun)
    return named is not None and named.kind == "person"


def is_money(_scene: Scene, noun: Any) -> bool:
    """Whether a noun is a sum of money, or a word for it."""
    words = {noun.lower_, lemma(noun), *(child.lower_ for child in noun.lefts)}
    return bool(words & (_currencies() | classes()["money"]))


def is_civilian(scene: Scene, noun: Any) -> bool:
    """Whether a noun stands for people who bear no arms: farmers, or those of a nation."""
    nouns = [noun, *clauses.phrases(noun, {"of"}, deep=False)]
    if any(lemma(one) in classes()["civilian"] for one in nouns):
        return True
    named = scene.mention(noun)
    return named is not None and named.kind == "demonym" and noun.tag_ in {"NNS", "NNPS"}


#: What a noun can stand for, whichever word it is.
KINDS: Mapping[str, Callable[[Scene, Any], bool]] = {
    "any": lambda _scene, _token: True,
    "acting": lambda scene, token: scene.is_acting(token) or scene.is_named(token),
    "someone": is_someone,
    "named": lambda scene, token: scene.is_named(token),
    "person": is_person,
    "power": is_power,
    "place": lambda scene, token: scene.is_place(token),
    "goal": is_goal,
    "relief-body": lambda scene, token: any(
        lemma(word) in classes()["relief-body"] or word.lower_ in classes()["relief-body"]
        for word in scene.sentence.tokens(clauses.noun_phrase(scene.sentence, token))
        + clauses.phrases(token, {"of"}, deep=False)
    ),
    "unknown": is_unknown,
    "money": is_money,
    "civilians": is_civilian,
    "gerund": lambda _scene, token: token.tag_ == "VBG",
    "reflexive": lambda _scene, token: token.lower_.endswith(("self", "selves")),
}


def those(scene: Scene, name: str, tokens: Sequence[Any]) -> list[Any]:
    """Those of some tokens that are what `name` asks for: a class or one of a few kinds.

    Args:
        scene: The sentence.
        name: A class of the lexicon, or any, acting, someone, named, person, power, place, goal,
            reflexive, gerund, relief-body, unknown, money, civilians; several with "|" between.
        tokens: Nouns, or verbs where a class holds verbs.
    """
    found = []
    for one in name.split("|"):
        fits = KINDS.get(one)
        if fits is None:
            found += of_class(scene, one, tokens)
        else:
            found += [token for token in tokens if fits(scene, token)]
    return [token for token in tokens if token in found]
