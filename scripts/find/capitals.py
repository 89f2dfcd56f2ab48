"""Capitalised words of a text, and the small words that decide where a name begins and ends."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from scripts.find.drafts import Span
from scripts.lexicon import rows

#: A word with its apostrophes, dashes and dots inside ("O'Brien", "al-Sadr", "U.S").
_WORD = re.compile(r"[^\W_]+(?:['.&-](?=[^\W_])[^\W_]+)*")
_POSSESSIVE = re.compile(r"(?<=[^\W_])'s?$")
#: "Moscow-led", "US-backed", "then-President": a name with more behind or before the dash.
_LED = re.compile(r"-[a-zß-ÿ]{2,}$")
#: Two syllables of a given name of East Asia, and English words that look like the second.
_SYLLABLES = re.compile(
    r"[^\W\d_a-zß-ÿ][a-z]{1,4}-[b-df-hj-np-tv-z]{0,2}[aeiouy]{1,3}(?:n|ng|k|l|m|p|t|r|h)?"
)
_NO_SYLLABLES = frozenset(
    {"run", "on", "up", "to", "man", "men", "ban", "bin", "gun", "set", "hit", "cut", "per", "pro"}
    | {"long", "born", "wing", "free", "tree", "fly", "only", "day", "way", "pay", "like", "ton"}
    | {"fit", "bit", "top", "hop", "led", "aid", "key", "sea", "may", "ray", "boy", "by", "go"}
)
#: A name that begins with its article ("al-Hakim").
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|ibn|bin)-[^\W\d_a-zß-ÿ]")


class Word(NamedTuple):
    """A word of a text: its span without a possessive ending."""

    span: Span
    text: str
    owns: bool  #: a possessive ending follows
    capital: bool  #: it is written like a name

    @property
    def initial(self) -> bool:
        """Whether it is a lone letter, as before a surname."""
        return len(self.text) == 1 and self.text.isupper()


@cache
def name_words(use: str) -> frozenset[str]:
    """The words of `lexicon/name_words.csv` for a use: opener | particle | calendar | thing."""
    return frozenset(row["words"] for row in rows("name_words") if row["use"] == use)


@cache
def bodies(kind: str) -> frozenset[str]:
    """Words that end (or head) the name of a body or place, by kind (`lexicon/bodies.csv`)."""
    return frozenset(row["words"] for row in rows("bodies") if row["kind"] == kind)


@lru_cache(maxsize=256)
def words(text: str, span: Span) -> tuple[Word, ...]:
    """The words of a stretch of a flat text, in order."""
    found = []
    for match in _WORD.finditer(text, span.start, span.end):
        ending = _POSSESSIVE.search(match.group()) if "'" in match.group() else None
        stop = match.start() + ending.start() if ending else match.end()
        owns = bool(ending) or text.startswith("'", stop)
        word = text[match.start() : stop]
        found.append(Word(Span(match.start(), stop), word, owns, _is_capital(word)))
    return tuple(_given(found, text))


def _given(listed: list[Word], text: str) -> list[Word]:
    """The words; a given name of two syllables behind a family name is one ("Roh Dae-jung")."""
    found: list[Word] = []
    for word in listed:
        joined = "-" in word.text and bool(found) and not word.capital
        given = joined and _goes_on(text, found[-1], word)
        found.append(word._replace(capital=True) if given else word)
    return found


def _goes_on(text: str, before: Word, word: Word) -> bool:
    family = before.capital and not before.owns and before.text not in name_words("opener")
    near = text[before.span.end : word.span.start] == " "
    syllables = _SYLLABLES.fullmatch(word.text) is not None
    return family and near and syllables and word.text.rsplit("-", 1)[1] not in _NO_SYLLABLES


def _is_capital(word: str) -> bool:
    if "-" not in word:
        return word[0].isupper()
    named = word[0].isupper() or _ARTICLE.match(word)
    return bool(named) and not _LED.search(word)


def adjoin(text: str, left: Word, right: Word) -> bool:
    """Whether nothing but a space (or the dot of an initial) stands between two words."""
    if left.owns:
        return False
    between = text[left.span.end : right.span.start]
    short = left.initial or re.fullmatch(r"[^\W\d_][a-z]", left.text) is not None
    return between == " " or (between == ". " and short)


@lru_cache(maxsize=256)
def runs(text: str, span: Span) -> tuple[tuple[Word, ...], ...]:
    """Stretches of capitalised words side by side, particles of names between them kept."""
    found: list[tuple[Word, ...]] = []
    held: list[Word] = []
    loose: list[Word] = []  # particles that count only if a capital follows
    for word in words(text, span):
        before = loose or held
        joined = bool(before) and adjoin(text, before[-1], word)
        if word.capital and joined:
            held += [*loose, word]
            loose = []
        elif word.text in name_words("particle") and joined:
            loose.append(word)
        else:
            if held:
                found.append(tuple(held))
            held = [word] if word.capital else []
            loose = []
    if held:
        found.append(tuple(held))
    return tuple(found)
