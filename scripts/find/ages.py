"""Bare numbers that are ages: "she was four", "22 were under 25"."""

from typing import Any

from scripts.find.drafts import Number
from scripts.find.units import person_nouns


def _stands_behind(anchor: Any) -> bool:
    """Whether a number between commas stands behind somebody: "the winner, 61, will"."""
    at, doc = anchor.i, anchor.doc
    if at < 2 or at + 1 >= len(doc) or doc[at - 1].text != "," or doc[at + 1].text != ",":
        return False
    return doc[at - 2].tag_ in {"NN", "NNP"}


def is_age(number: Number, anchor: Any) -> bool:
    """Whether a bare number is somebody's age: "she was four"."""
    if number.value is None or number.value > 120:
        return False
    if _stands_behind(anchor):
        return True
    if anchor.dep_ not in {"attr", "acomp"}:
        return False
    following = anchor.nbor().tag_ if anchor.i + 1 < len(anchor.doc) else "."
    return any(
        c.dep_ == "nsubj"
        and (
            c.lower_ in {"i", "he", "she"}
            or (c.tag_ == "NN" and c.lower_ in person_nouns())
            or (c.tag_ == "NNP" and following in {".", ",", "WRB"})
        )
        for c in anchor.head.children
    )


def is_limit(number: Number, tokens: list[Any]) -> bool:
    """Whether a bare number is an age that persons are above or below: "22 were under 25"."""
    at = tokens[0].i
    if at < 2 or number.value is None or number.value > 110:
        return False
    before, verb = tokens[0].nbor(-1), tokens[0].nbor(-2)
    return before.lower_ in {"under", "over", "above", "below"} and (
        verb.lower_ in {"is", "are", "was", "were", "be", "aged", "those", "anyone", "people"}
    )
