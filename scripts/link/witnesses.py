"""Whose word a saying is: the body that speaks, however a paper names it, or the person.

Papers that print the word of one body print one witness. Officials, residents, sources and whoever
else is named by no name may be others in every paper: they are nobody's word.
"""

import re
from collections.abc import Mapping
from functools import cache

from scripts.find.slugs import slug
from scripts.lexicon import rows as lexicon
from scripts.link.sides import kind_of
from scripts.link.values import Row
from scripts.link.words import country_words

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SMALL = frozenset({"the", "a", "an", "of", "for", "at", "and", "its", "their", "his", "her", "s"})
#: Where a body has its seat is no part of its name: "police in Kano".
_SEAT = re.compile(r"\s(?:in|from|near|across)\s.*$")
_NAMED_BY_ID = frozenset({"organisation", "armed-group", "document", "polity"})
_TITLE = 6  #: words before a name that may be its title


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("witnesses") if row["kind"] == kind)


@cache
def _stands_as() -> Mapping[str, str]:
    """Other words and spellings for the same body."""
    return {row["word"]: row["stands_as"] for row in lexicon("witnesses") if row["stands_as"]}


def witness(statement: Row) -> str | None:
    """The name of whoever vouches for what a statement says; None where nobody can tell.

    A spokesman is the voice of his body; another person is a witness of his own.

    Args:
        statement: A row of `statements`; `_sentence`, where it has one, tells a person's title.
    """
    who = str(statement.get("speaker_id") or "")
    kind = kind_of(who) if who else ""
    words = str(statement.get("speaker") or "")
    if kind in _NAMED_BY_ID:
        return who
    if kind == "person":
        return _of(statement.get("affiliation_id"), _title(statement, words)) or who
    if kind == "group":
        return None
    body = _body(words, of_state=kind == "country")
    if kind == "country" and not body and _names_state(words):
        return who
    return _of(who, body)


def _of(country: object, body: str) -> str | None:
    if not body:
        return None
    is_country = bool(country) and kind_of(str(country)) == "country"
    return f"{country}:{body}" if is_country else body


def _title(statement: Row, name: str) -> str:
    """The body that a person is called the voice of, beside the name; "" for none."""
    if not name:
        return ""
    before, found, behind = str(statement.get("_sentence") or "").partition(name)
    if not found:
        return ""
    pieces = re.split(r"[,;:]\s", before.rstrip(" ,"))
    beside = [" ".join(pieces[-1].split()[-_TITLE:])]
    if behind.startswith(","):
        beside.append(behind[1:].partition(",")[0])
    for title in beside:
        spoken = {word.lower() for word in _WORD.findall(title)} & _words("voice")
        if spoken and len(title.split()) <= 2 * _TITLE and _body(title, of_state=False):
            return _body(title, of_state=False)
    return ""


@cache
def _state_words() -> frozenset[str]:
    """Words by which papers name a state: its names, its capital, its seat of government."""
    columns = ("name", "aliases", "adjectives", "capitals")
    cells = [row[column] for row in lexicon("countries") for column in columns]
    cells += [row["words"] for row in lexicon("metonyms")]
    return frozenset(word.lower() for word in _WORD.findall(" ".join(cells)))


def _names_state(words: str) -> bool:
    """Whether the words name nothing but a state, its capital or its government."""
    named = {word.lower() for word in _WORD.findall(words.replace("'s", ""))} - _SMALL
    return bool(named) and named <= _state_words() | _words("state")


def _body(words: str, *, of_state: bool) -> str:
    """The name of a body under which all papers have it; "" where the words name none.

    Whose voice it is (spokesman, officials) and where it sits fall away. What there is one of
    (the army) needs no name beside it; a ministry or a hospital does, and an office (the foreign
    minister) is somebody's only where the state is known.
    """
    told = _WORD.findall(_SEAT.sub("", words.replace("’", "'").replace("'s", "")))
    low = [word.lower() for word in told]
    kinds = ("one", "named", "office") if of_state else ("one", "named")
    heads = [i for i, word in enumerate(low) if any(word in _words(kind) for kind in kinds)]
    if not heads:
        return ""
    at = heads[-1]
    # "The court decision", "Foreign Minister Ana Rojas": something else that is named after it.
    if at + 1 < len(told) and low[at + 1] not in _SMALL | _words("voice"):
        return ""
    fallen = _SMALL | _words("voice") | _words("filler") | country_words()
    rest = {
        _plain(word): word
        for i, word in enumerate(told)
        if i != at and low[i] not in fallen and not (low[i] in _words("where") and word == low[i])
    }
    head = _plain(told[at])
    proper = any(word[0].isupper() for word in rest.values())
    if low[at] in _words("one") and not (told[at][0].isupper() and proper):
        return head
    whole = slug(*sorted(rest), head)
    # Of groups and companies there are many: each is one by its proper name alone.
    if not rest or (low[at] in _words("many") and not proper and whole not in _stands_as()):
        return head if low[at] in _words("office") and low[at] != "minister" else ""
    return _stands_as().get(whole, whole)


def _plain(word: str) -> str:
    low = word.lower()
    low = f"{low[:-3]}y" if low.endswith("ies") else low
    return _stands_as().get(low, low)
