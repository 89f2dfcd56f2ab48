"""Units of what is counted, by noun, sign or abbreviation."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from scripts.find.drafts import Mention, Number
from scripts.find.parse import Sentence
from scripts.find.unit_names import is_unit, money_before
from scripts.lexicon import rows

#: What makes a length a speed.
SPEED = re.compile(r"\s?/\s?(?:h|hr|hour|s|sec)\b|\s(?:per|an) (?:hour|second)\b")
_GLUED = re.compile(r"\s?(%|km²|m²|€|₽|[$])|-?([^\W\d_]+)(?![\w])")
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@cache
def unit_nouns() -> dict[str, str]:
    """Unit nouns in singular and plural → unit."""
    found: dict[str, str] = {}
    for row in rows("units"):
        for form in ("singular", "plural"):
            found.setdefault(row[form], row["unit"])
    return found


@cache
def person_nouns() -> dict[str, str]:
    """Person nouns in singular and plural → the measure that they imply, "" for most."""
    found = {}
    for row in rows("persons"):
        found[row["singular"]] = row["measure"]
        found[row["plural"]] = row["measure"]
    return found


@cache
def invariant_nouns() -> frozenset[str]:
    """Nouns of one form in singular and plural: police, aircraft."""
    return frozenset(
        row["plural"]
        for name in ("persons", "units")
        for row in rows(name)
        if row["singular"] == row["plural"]
    )


@cache
def armed_nouns() -> frozenset[str]:
    """Nouns for persons under arms, in singular and plural."""
    return frozenset(
        row[form]
        for row in rows("persons")
        for form in ("singular", "plural")
        if row["kind"] == "military"
    )


def noun_of(head: Any) -> tuple[str, ...]:
    """Names under which a head noun may stand in a lexicon: with the word before it, then alone."""
    one = head.lower_
    if head.i == 0:
        return (one,)
    before = head.nbor(-1)
    joined = (f"{before.lower_} {one}",)
    following = [
        f"{one} of {t.lower_}" for p in head.children if p.lower_ == "of" for t in p.children
    ]
    return (*following, *joined, one)


def _is_demonym(sentence: Sentence, head: Any, mentions: Sequence[Mention]) -> bool:
    span = sentence.offset(head)
    return any(
        mention.kind == "demonym" and mention.span.covers(span) for mention in mentions
    ) and head.lower_.endswith(("s", "ese", "ish", "sh", "ch"))


def unit_of(sentence: Sentence, head: Any, mentions: Sequence[Mention]) -> str:
    """Unit of a head noun: its row in the lexicons, else object."""
    if head.tag_ in NOUN_TAGS and _is_demonym(sentence, head, mentions):
        return "person"
    for name in noun_of(head):
        if name in unit_nouns():
            return unit_nouns()[name]
        if name in person_nouns():
            return "person"
    return "object"


def symbol_of(text: str, number: Number) -> tuple[int, int, str, str] | None:
    """A currency sign before or a sign or unit glued behind: start, end, unit, noun."""
    start, end = number.span.start, number.span.end
    sign = money_before(text, start)
    if sign:
        return sign[0], end, "money", ""
    if number.range_to is not None and re.search(r"[$€£]", number.span.of(text)):
        return start, end, "money", ""
    glued = _GLUED.match(text, end)
    if not glued:
        return None
    if glued[1]:
        unit = {"%": "percent", "km²": "area", "m²": "area"}.get(glued[1], "money")
        return start, glued.end(1), unit, "" if unit in {"money", "percent"} else glued[1]
    unit = unit_nouns().get(glued[2].lower(), "")
    if unit in {"", "event", "object"} and is_unit(glued[2]):
        return start, glued.end(2), "object", glued[2].lower()
    if unit and unit not in {"event", "object"}:
        speed = SPEED.match(text, glued.end(2))
        return start, glued.end(2), "object" if speed else unit, glued[2].lower()
    return None


def near_unit(doc: Any, at: int) -> Any:
    """A unit of time, way, area or money directly behind the number, as two words or one."""
    for width in (2, 1):
        words = doc[at : at + width]
        name = " ".join(token.lower_ for token in words)
        noun = width == 2 or (len(words) and words[-1].pos_ in {"NOUN", "PROPN", "X", "SYM"})
        if noun and unit_nouns().get(name, "object") not in {"event", "object"}:
            return words[-1]
    return None
