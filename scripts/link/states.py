"""Which states the words of a sentence name, by name, people, capital or seat of government."""

from collections.abc import Mapping
from functools import cache

from scripts.lexicon import rows as lexicon
from scripts.link.words import WORD

_LONGEST = 4  #: words of a name that is looked up


@cache
def _named() -> Mapping[str, str]:
    """Words in lower case → alpha-3, where they stand for one state alone."""
    found: dict[str, set[str]] = {}
    for row in lexicon("countries"):
        cells = [row[name] for name in ("name", "aliases", "adjectives", "singulars", "plurals")]
        for words in [*";".join(cells).split(";"), *row["capitals"].split(";")]:
            found.setdefault(_key(words), set()).add(row["alpha_3"])
    for row in lexicon("metonyms"):
        if row["country"]:
            found.setdefault(_key(row["words"]), set()).add(row["country"])
    return {words: min(of) for words, of in found.items() if words and len(of) == 1}


def _key(words: str) -> str:
    return " ".join(WORD.findall(words)).lower()


def states(sentence: str) -> frozenset[str]:
    """The states that a sentence names, as alpha-3 codes.

    A name that is part of a longer one ("Guinea-Bissau", "South Sudan") counts with it alone.

    Args:
        sentence: Words of an article.
    """
    words = [word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(sentence)]
    found, at = set(), 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            piece = words[at : at + length]
            code = _named().get(" ".join(piece).lower())
            if code and piece[0][0].isupper():
                found.add(code)
                at += length - 1
                break
        at += 1
    return frozenset(found)
