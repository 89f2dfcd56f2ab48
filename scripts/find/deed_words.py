"""The words by which a deed is told apart from others of its kind: what was done, to what.

People and those who act are participants already, and one paper calls them now so, now otherwise;
here is only what stands for itself: the clinic that was looted, the crops that were burned, the
treaty that was initialled.
"""

from typing import Any

from scripts.find import clauses
from scripts.find.parse import lemma
from scripts.find.scene import ACTING, Scene, classes
from scripts.find.triggers import Fit

#: A name for such a text that fits each of them.
_STATEMENTS = frozenset({"declaration", "communique", "communiqué", "statement"})


def deed_words(scene: Scene, token: Any, hit: Fit) -> tuple[str, tuple[str, ...]]:
    """The word for a deed and the words for what it was done to, as far as they set it apart.

    Args:
        scene: The sentence.
        token: The trigger.
        hit: Its row of the lexicon, and what it acts on.

    Returns:
        Dictionary forms; ("", ()) where the words can as well tell of another deed just told: a
        noun ("the raid"), a verb that leaves it to its object what was done ("launched a raid"),
        one that says what harm came of it ("killing nine").
    """
    trigger = hit.trigger
    if trigger.type == "AGREE":
        named = [token, *hit.objects, *clauses.phrases(token, {"to"})]  # "put their names to it"
        found = [word for word in map(lemma, named) if _is_text(word)]
        texts = sorted({"declaration" if word in _STATEMENTS else word for word in found})
        return (texts[0], tuple(texts)) if texts else ("", ())
    known = classes()
    word = lemma(token)
    if trigger.pos == "NOUN" or word in known["light"] or word in known["harm"]:
        return "", ()
    things = [one for one in hit.objects or clauses.objects(token) if _is_thing(scene, one)]
    return word, tuple(sorted({lemma(one) for one in things}))


def _is_text(word: str) -> bool:
    """Whether a word names a kind of agreement that is not any agreement."""
    return word in classes()["instrument"]


def _is_thing(scene: Scene, noun: Any) -> bool:
    if noun.pos_ in {"PRON", "DET", "NUM"} or scene.is_people(noun):
        return False
    named = scene.mention(noun)
    return named is None or named.kind not in ACTING | {"person"}
