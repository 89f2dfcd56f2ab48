"""Whose mouth a statement comes from, and whether two such may be one.

A document speaks for its issuers, a ministry and a spokesperson for their country where the article
says whose they are; two persons of different names are never one.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from rapidfuzz.distance import Levenshtein

from scripts.find.gazetteer import names as known_names
from scripts.find.slugs import slug
from scripts.link.prints import one_name
from scripts.link.sides import kind_of
from scripts.link.values import Row
from scripts.link.wordings import wording

_AND = re.compile(r",\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|both)\s+", re.IGNORECASE)

_NAMED = "named-"  #: begins what stands for a speaker of no id
#: Letters of names that other spellings leave out or put for each other.
_SOUNDS = str.maketrans("qcgwfz", "kkkvvs", "aeiouyhj")


@dataclass(frozen=True)
class Voice:
    """Who speaks.

    person: id of the one person who speaks, "" of a body. bodies: ids of those spoken for, and what
    else names the speaker. named: stems of the names in it.
    """

    person: str
    bodies: frozenset[str]
    named: frozenset[str]

    @property
    def known(self) -> bool:
        """Whether anything tells who speaks."""
        return bool(self.person or self.bodies)

    @property
    def keys(self) -> frozenset[str]:
        """Keys of which two voices that are the same share one: of a person the sounds."""
        named = {self.person, *(body for body in self.bodies if body.startswith(_NAMED))} - {""}
        sounds = (_sounds(name.rpartition("-")[2]) for name in named)
        return self.bodies | {f"person {sound}" for sound in sounds}

    @property
    def text(self) -> bool:
        """Whether it is a document that speaks: it says the same whenever it is told of."""
        return any(kind_of(body) == "document" for body in self.bodies)


@cache
def _issuers(document: str) -> frozenset[str]:
    """The countries whose document it is, as its id names them."""
    codes = (part.upper() for part in document.split("-")[1:])
    return frozenset(takewhile(_countries().__contains__, codes))


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.code for name in known_names().values() if name.kind == "country")


def _listed(speaker: str) -> frozenset[str]:
    """The countries that a speaker of no id lists ("Chile and Peru"); none if it is aught else."""
    parts = [_ARTICLE.sub("", part.strip()) for part in _AND.split(speaker)]
    found = [known_names().get(part) for part in parts if part]
    if not found or any(name is None or name.kind != "country" for name in found):
        return frozenset()
    return frozenset(name.code for name in found if name)


@cache
def _names_of(country: str) -> frozenset[str]:
    """Stems of what a country and its people are called."""
    called = [name.words for name in known_names().values() if name.country == country]
    return frozenset(filter(None, (s for words in called for s in wording(words).stems)))


def voice(row: Row) -> Voice:
    """Who speaks in a statement."""
    speaker = str(row.get("speaker") or "")
    who = str(row.get("speaker_id") or "")
    behind = str(row.get("affiliation_id") or "")
    person = who if kind_of(who) == "person" else ""
    bodies = {who, behind, *_listed(speaker)} - {"", person}
    if kind_of(who) == "document":
        bodies |= _issuers(who)
    if not bodies and not person and speaker:
        bodies.add(f"{_NAMED}{slug(speaker)}")
    named = set(filter(None, wording(speaker).stems))
    for body in bodies:
        named |= _names_of(body) if body in _countries() else frozenset()
    return Voice(person, frozenset(bodies), frozenset(named))


def _sounds(name: str) -> str:
    """The first consonants of a name, as they survive being written in other letters."""
    return re.sub(r"(.)\1+", r"\1", name.translate(_SOUNDS))[:3] or name[:1]


@cache
def same_person(a: str, b: str) -> bool:
    """Whether two ids name one person: the same last name, and no other first name."""
    first, second = a.split("-")[1:], b.split("-")[1:]
    if a == b:
        return True
    if not first or not second or not one_name(first[-1], second[-1]):
        return False
    return 1 in {len(first), len(second)} or Levenshtein.distance(first[0], second[0]) < 2


def _is_last_name(a: Voice, b: Voice) -> bool:
    """Whether one is a person and the other a bare name that ends that person's."""
    last = a.person.split("-")[1:][-1:]
    return bool(last) and f"{_NAMED}{last[0]}" in b.bodies


def relation(a: Voice, b: Voice) -> str:
    """How two voices stand to each other: same, open (nothing is against it), other or apart.

    `other` are two bodies that no article joins, `apart` two persons of different names.
    """
    if a.person and b.person:
        return "same" if same_person(a.person, b.person) else "apart"
    if a.bodies & b.bodies:
        return "same"
    if not a.known or not b.known:
        return "open"
    if _is_last_name(a, b) or _is_last_name(b, a):
        return "same"
    unnamed = any(body.startswith(_NAMED) for body in a.bodies | b.bodies)
    if unnamed or not a.bodies or not b.bodies:
        return "open"
    return "other"
