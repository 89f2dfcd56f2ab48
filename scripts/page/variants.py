"""How several prints of somebody's words differ, word by word, so that the page can mark it.

Words are held against each other in one spelling (`link.wordings`), so that case, marks and ways of
spelling count as slight. Every piece keeps what both sides print: joined again, they are the two
wordings, to the character.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

from scripts.link.sayings import Saying, fullest, of_utterance
from scripts.link.wordings import plain_words, stem
from scripts.trace.edition import Edition, Row

_APOSTROPHES = frozenset("'’ʼ")
_OFFSETS = ("char_start", "char_end")


@dataclass(frozen=True)
class Piece:
    """A stretch of a print beside that of the fullest one; either may be "".

    kind: same | slight (another spelling, case or mark) | added (only here) | missing (only there).
    """

    kind: str
    own: str
    other: str


@dataclass(frozen=True)
class Variant:
    """A wording, and the prints that have it.

    prints: each the ids of its statements, in order. pieces: beside the fullest print; none of it.
    """

    prints: tuple[tuple[str, ...], ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class _Token:
    """A word in one spelling and as printed, and the marks and spaces behind it."""

    key: str
    word: str
    tail: str


def variants(edition: Edition) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """utterance_id → its wordings, of those that are more than one statement.

    The fullest comes first, quoted before reported; then the other wordings, those of most prints
    first. Each is {"prints": [[statement_id, …], …], "pieces": [[kind, own, other], …]}.
    """
    for utterance in edition.rows("utterances"):
        key = utterance["utterance_id"]
        rows = edition.where("statements", "utterance_id", key)
        if len(rows) > 1:
            yield key, [_written(one) for one in wordings(rows)]


def wordings(rows: Iterable[Row]) -> tuple[Variant, ...]:
    """The wordings of one utterance, from its statements; the fullest first."""
    prints = of_utterance(_counted(row) for row in rows)
    whole = fullest(prints)
    alike: dict[tuple[bool, str], list[Saying]] = {}
    for one in (whole, *(each for each in prints if each is not whole)):
        alike.setdefault((one.direct, one.quote), []).append(one)
    ranked = sorted(
        alike.values(),
        key=lambda held: (held[0] is not whole, not held[0].direct, -len(held), held[0].place),
    )
    return tuple(
        Variant(
            tuple(tuple(str(row["statement_id"]) for row in one.rows) for one in held),
            () if held[0] is whole else differences(held[0].quote, whole.quote),
        )
        for held in ranked
    )


def differences(own: str, other: str) -> tuple[Piece, ...]:
    """One wording beside another, from end to end.

    Changes between which only words without meaning ("the", "to") are shared count as one: a
    reader takes in one stretch more easily than crumbs.

    Args:
        own: The wording that is shown.
        other: The wording that it is held against.

    Returns:
        Pieces in order. Their `own` joined is `own`, their `other` joined is `other`.
    """
    head, mine = _tokens(own)
    its_head, its = _tokens(other)
    found = [_shared(head, its_head)] if head or its_head else []
    for same, start, end, other_start, other_end in _stretches(mine, its):
        a, b = mine[start:end], its[other_start:other_end]
        if same:
            for x, y in zip(a, b, strict=True):
                found += [_shared(x.word, y.word), _shared(x.tail, y.tail)]
        elif "".join(x.key for x in a) == "".join(y.key for y in b):
            found.append(_shared(_printed(a), _printed(b)))
        else:
            found += [Piece("missing", "", _printed(b)), Piece("added", _printed(a), "")]
    return tuple(_joined(found))


def _counted(row: Row) -> dict[str, Any]:
    """A row of the file with its offsets as numbers."""
    return {**row, **{name: int(row[name]) for name in _OFFSETS}}


def _written(one: Variant) -> dict[str, Any]:
    pieces = [[piece.kind, piece.own, piece.other] for piece in one.pieces]
    return {"prints": one.prints, "pieces": pieces}


def _in_word(sign: str) -> bool:
    return sign.isalnum() or unicodedata.category(sign).startswith("M")


def _tokens(text: str) -> tuple[str, list[_Token]]:
    """What stands before the first word, and the words."""
    head, tokens = "", list[_Token]()
    for is_word, signs in groupby(enumerate(text), key=lambda at: _belongs(text, at[0])):
        run = "".join(sign for _, sign in signs)
        if is_word:
            tokens.append(_Token("".join(plain_words(run)) or run, run, ""))
        elif tokens:
            tokens[-1] = _Token(tokens[-1].key, tokens[-1].word, run)
        else:
            head = run
    return head, tokens


def _belongs(text: str, at: int) -> bool:
    """Whether a sign is part of a word: a letter, a digit, or an apostrophe between two."""
    inside = text[at] in _APOSTROPHES and 0 < at < len(text) - 1
    return _in_word(text[at]) or (inside and _in_word(text[at - 1]) and _in_word(text[at + 1]))


Stretch = tuple[bool, int, int, int, int]


def _stretches(mine: Sequence[_Token], its: Sequence[_Token]) -> list[Stretch]:
    """Whether both print the same words, and where, from end to end."""
    matcher = SequenceMatcher(
        None, [one.key for one in mine], [one.key for one in its], autojunk=False
    )
    codes = matcher.get_opcodes()
    found: list[Stretch] = []
    for place, (tag, start, end, other_start, other_end) in enumerate(codes):
        inner = 0 < place < len(codes) - 1
        crumb = inner and "replace" in (codes[place - 1][0], codes[place + 1][0])
        same = tag == "equal" and not (crumb and not any(stem(one.key) for one in mine[start:end]))
        if found and not same and not found[-1][0]:
            _, first, _, other_first, _ = found.pop()
            found.append((False, first, end, other_first, other_end))
        else:
            found.append((same, start, end, other_start, other_end))
    return found


def _printed(tokens: Iterable[_Token]) -> str:
    return "".join(one.word + one.tail for one in tokens)


def _shared(own: str, other: str) -> Piece:
    return Piece("same" if own == other else "slight", own, other)


def _joined(found: Iterable[Piece]) -> Iterator[Piece]:
    """The same without empty pieces, those of one kind in a row as one."""
    full = (one for one in found if one.own or one.other)
    for kind, run in groupby(full, key=lambda one: one.kind):
        held = list(run)
        yield Piece(kind, "".join(one.own for one in held), "".join(one.other for one in held))
