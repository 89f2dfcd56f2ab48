"""Known names in running text: countries, their people, their capitals, bodies, armed groups.

Names are lexicon rows. The longest name wins, a name never begins or ends inside a word, and a
name that several things bear is left out unless other words of the article settle which it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from scripts.find.drafts import Mention, Span
from scripts.find.slugs import slug
from scripts.lexicon import rows

_KEY = 2  #: letters by which names are looked up; the shortest names have no more
_UPPER = 4  #: shorter names are no longer themselves in capitals ("US" is, "Us" is not)
_STARTS = re.compile(r"(?<!\w)[^\W_]")
#: Typographic marks and white space → plain ones, one character for one, so that offsets stay.
_FLAT = str.maketrans(
    {"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "‑": "-", "\n": " ", "\t": " "}
)
#: What follows letters that only look like a country ("US$5").
_MONEY = re.compile(r"\s?[$€£]")
#: Offices that states have and neither persons, cities nor states of a union do.
_OFFICE = r"(?:president|(?:prime |foreign |defen[cs]e |interior )?minister|king|queen)"
_POLITY_KINDS = ("armed_group", "organisation", "polity", "person", "group")


@dataclass(frozen=True)
class Name:
    """A known name: the kind, code and country of its mentions (see `Mention`)."""

    words: str
    kind: str
    code: str
    country: str


def flat(text: str) -> str:
    """The text with plain apostrophes, dashes and spaces, of the same length."""
    return text.translate(_FLAT)


def _kind_of(actor_id: str) -> str:
    """The kind that an actor id begins with."""
    return next(kind for kind in _POLITY_KINDS if actor_id.startswith(slug(kind)))


def _countries() -> Iterator[Name]:
    for row in rows("countries"):
        code = row["alpha_3"]
        for words in (row["name"], *row["aliases"].split(";")):
            yield Name(words, "country", code, code)
        for column in ("adjectives", "singulars", "plurals"):
            for words in row[column].split(";"):
                yield Name(words, "demonym", "", code)
        first = row["capitals"].split(";")[0]
        for words in row["capitals"].split(";"):
            yield Name(words, "capital", slug("place", first), code)
        if first == row["capitals"]:  # of several, nobody knows which is meant
            for words in filter(None, row["adjectives"].split(";")):
                yield Name(f"{words} capital", "capital", slug("place", first), code)


def _others() -> Iterator[Name]:
    for row in rows("metonyms"):
        if row["kind"] == "seat":
            yield Name(row["words"], "capital", slug("place", row["words"]), row["country"])
        else:
            yield Name(row["words"], "organisation", row["country"], row["country"])
    for row in rows("actors"):
        yield Name(row["words"], _kind_of(row["actor_id"]), row["actor_id"], "")
    for row in rows("places"):
        yield Name(row["words"], "area", row["place_id"], row["country"])
    for row in rows("not_names"):
        yield Name(row["words"], "", "", "")
    for row in rows("ambiguous_names"):
        if row["kind"] in {"country", "demonym"}:
            yield Name(row["words"], row["kind"], "", "")


@cache
def names() -> Mapping[str, Name]:
    """Every known name by its words; the first reading of a name stands."""
    found: dict[str, Name] = {}
    for name in (*_countries(), *_others()):
        if name.words:
            found.setdefault(flat(name.words), name)
    for words, name in list(found.items()):
        if len(words) >= _UPPER and name.kind in {"country", "demonym", "capital"}:
            found.setdefault(words.upper(), name)
    return MappingProxyType(found)


@cache
def _by_start() -> Mapping[str, tuple[str, ...]]:
    starts: dict[str, list[str]] = {}
    for words in names():
        starts.setdefault(words[:_KEY], []).append(words)
    return {key: tuple(sorted(group, key=lambda w: (-len(w), w))) for key, group in starts.items()}


@cache
def ambiguous() -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Name → its readings, each with the words that speak for it ("" is: none of ours)."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for row in rows("ambiguous_names"):
        found.setdefault(row["words"], []).append(
            (row["reading"], tuple(row["evidence"].split(";")))
        )
    return {words: tuple(readings) for words, readings in found.items()}


@cache
def _needs_full() -> Mapping[str, tuple[str, ...]]:
    """Short form that several bodies share → the full names that settle it."""
    forms: dict[str, list[str]] = {}
    for row in rows("actors"):
        forms.setdefault(row["actor_id"], []).append(flat(row["words"]))
    return {
        flat(row["words"]): tuple(sorted(forms[row["actor_id"]]))
        for row in rows("actors")
        if row["alone"] == "no"
    }


def _occurs(words: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", text)) if words in text else 0


def _governed(words: str, text: str) -> bool:
    """Whether an office of state is held in a name: "the king of Ruritania", "Ruritania's king"."""
    name = rf"(?-i:{re.escape(words)})"
    behind = rf"(?<![\w-]){_OFFICE} of {name}(?!\w|(?-i: [A-Z]))"
    before = rf"(?<!\w){name}'s (?:[a-z]+ )?{_OFFICE}(?!\w)"
    return bool(words in text and re.search(rf"{behind}|{before}", text, re.IGNORECASE))


def _settled(words: str, text: str) -> str | None:
    """The reading of an ambiguous name in this article; None where nothing settles it."""
    states = [reading for reading, _ in ambiguous()[words] if names()[words].kind == "country"]
    held = [reading for reading in states if reading]
    if len(held) == 1 and _governed(words, text):
        return held[0]
    scores = []
    for reading, evidence in ambiguous()[words]:
        score = sum(_occurs(word, text) for word in evidence if word != words)
        scores.append((score, reading))
    scores.sort(key=lambda pair: -pair[0])
    if scores[0][0] == 0 or (len(scores) > 1 and scores[0][0] == scores[1][0]):
        return None
    return scores[0][1]


def _reading(name: Name, words: str, text: str, settled: dict[str, str | None]) -> Name | None:
    """The name as this article means it, None where it must be left open."""
    if words in _needs_full():
        others = [w for w in _needs_full()[words] if w != words and len(w) > len(words)]
        if any(other in text for other in others):
            return name
        if words not in ambiguous():
            return None
    titled = words if words in ambiguous() else words.title()
    if titled not in ambiguous():
        return name
    if titled not in settled:
        settled[titled] = _settled(titled, text)
    reading = settled[titled]
    if not reading:
        return None
    if len(reading) == 3 and reading.isupper():
        code = reading if name.kind == "country" else name.code
        return Name(name.words, name.kind, code, reading)
    return name


def known(text: str) -> list[Mention]:
    """Mentions of known names in a flat text, in order, the longest at each place.

    A mention with an empty kind marks words that hold a name and are none ("South Pole").
    """
    found = []
    settled: dict[str, str | None] = {}
    end = 0
    for match in _STARTS.finditer(text):
        start = match.start()
        if start < end:
            continue
        for words in _by_start().get(text[start : start + _KEY], ()):
            stop = start + len(words)
            if not text.startswith(words, start) or text[stop : stop + 1].isalnum():
                continue
            if _MONEY.match(text, stop):
                continue
            name = _reading(names()[words], words, text, settled)
            if name is not None:
                found.append(Mention(Span(start, stop), name.kind, name.code, name.country))
                end = stop
            break
    return found
