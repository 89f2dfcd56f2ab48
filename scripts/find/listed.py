"""Names in a row: "Chad, Mali and Niger agreed", of which the parser may drop the first."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from scripts.find.drafts import Mention
from scripts.find.scene import Scene

_STATES = frozenset({"country", "capital"})
_BODIES = frozenset({"organisation", "armed_group", "polity"})
_COMMA = re.compile(r", (?:the )?")
_LAST = re.compile(r",? (?:and|or|&) (?:the )?")
_LEAST = 3  #: of two the parser loses none
#: What puts the first of a row apart from the rest: "in Chad, Mali and Niger agreed".
_PLACING = frozenset({"in", "at", "near", "from", "after", "outside", "inside", "across", "to"})


def whole_lists(scene: Scene, nouns: Sequence[Any]) -> list[Any]:
    """The nouns with those that stand in one row of names with them, in the order of the text.

    Args:
        scene: The sentence.
        nouns: Tokens that share a role.
    """
    found = list(nouns)
    for row in _rows(scene):
        here = [
            noun for noun in nouns if any(m.span.meets(scene.sentence.offset(noun)) for m in row)
        ]
        if not here:
            continue
        tokens = [_token(scene, mention) for mention in row]
        first = tokens[0]
        before = first.nbor(-1) if first is not None and first.i else None
        before = (
            before.nbor(-1)
            if before is not None and before.lower_ == "the" and before.i
            else before
        )
        if before is not None and before.lower_ in _PLACING and _opens(here[0]).dep_ != "pobj":
            continue
        seen = {noun.i for noun in found}
        known = [m for m in row if any(m.span.meets(scene.sentence.offset(n)) for n in found)]
        found += [
            token
            for token, mention in zip(tokens, row, strict=True)
            if token is not None and mention not in known and token.i not in seen
        ]
    return sorted(found, key=lambda token: token.i) if len(found) > len(nouns) else found


def _rows(scene: Scene) -> list[list[Mention]]:
    """The rows of three and more names of one sort."""
    text, start = scene.sentence.doc.text, scene.sentence.span.start
    inside = [m for m in scene.mentions if scene.sentence.span.covers(m.span)]
    found: list[list[Mention]] = []
    row = inside[:1]
    closed = False
    for left, right in pairwise(inside):
        gap = text[left.span.end - start : right.span.start - start]
        alike = any({left.kind, right.kind} <= kinds for kinds in (_STATES, _BODIES))
        same = (left.code or left.country) == (right.code or right.country)
        last = _LAST.fullmatch(gap) is not None
        if alike and not closed and not same and (last or _COMMA.fullmatch(gap)):
            row.append(right)
            closed = last
            continue
        if closed and len(row) >= _LEAST:
            found.append(row)
        row, closed = [right], False
    if closed and len(row) >= _LEAST:
        found.append(row)
    return found


def _opens(noun: Any) -> Any:
    """The first of the nouns that the parser joined."""
    while noun.dep_ in {"conj", "appos"} and noun.head != noun:
        noun = noun.head
    return noun


def _token(scene: Scene, mention: Mention) -> Any | None:
    """The last word of a name."""
    inside = [t for t in scene.sentence.doc if mention.span.covers(scene.sentence.offset(t))]
    return inside[-1] if inside else None
