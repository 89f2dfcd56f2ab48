"""The two sides of a story, and what "they", "it" and "he" go back to."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from scripts.find.drafts import Mention, Span

_AND = re.compile(r"(?:'s)? ?(?:and|&|or) |-|–|/|, | and the ")
_SUBJECTS = frozenset({"country", "capital", "organisation", "armed_group", "polity"})
_GOVERNED = re.compile(r"\b(?:of|in|to|from|with|by|for|on|against|at|near|between) (?:the )?$")
_LEAST = 2  #: mentions that make a country a side of the story


def _country(mention: Mention, acting: Mapping[str, str]) -> str:
    if mention.kind == "person":
        return acting.get(mention.code, "")
    return mention.country if mention.kind in {"country", "capital", "demonym"} else ""


def _joined(
    text: str, mentions: Sequence[Mention], acting: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Countries named side by side ("X and Y", "X-Y"), each pair in alphabetical order."""
    found = []
    for left, right in pairwise(mentions):
        first, second = _country(left, acting), _country(right, acting)
        if not (first and second) or first == second or left.kind != right.kind:
            continue
        if _AND.fullmatch(text[left.span.end : right.span.start]):
            found.append((min(first, second), max(first, second)))
    return found


def main_pair(text: str, mentions: Sequence[Mention], acting: Mapping[str, str]) -> tuple[str, ...]:
    """The two countries that "the two sides" of a story are, in alphabetical order.

    They are those most often named side by side, twice at least; where no pair leads, the two
    countries named most often, if both are named twice and no third half as often. Else none.
    Leaders count for their countries.

    Args:
        text: The flat text of the article.
        mentions: Its mentions, in order.
        acting: Person id → alpha-3 of the country that the person acts for.
    """
    counts = Counter(code for m in mentions if (code := _country(m, acting)))
    pairs = Counter(_joined(text, mentions, acting)).most_common(2)
    if pairs and pairs[0][1] >= _LEAST and (len(pairs) == 1 or pairs[0][1] > pairs[1][1]):
        return pairs[0][0]
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
    if len(ranked) < 2 or ranked[1][1] < _LEAST:
        return ()
    if len(ranked) == 3 and ranked[2][1] * 2 > ranked[1][1]:
        return ()
    return tuple(sorted(code for code, _ in ranked[:2]))


def antecedents(
    text: str,
    mentions: Sequence[Mention],
    sentences: Sequence[Span],
    span: Span,
    number: str,
) -> tuple[str, ...]:
    """What a pronoun goes back to, within its sentence or the one before.

    Args:
        text: The flat text.
        mentions: Its mentions, in order.
        sentences: Spans of its sentences, in order.
        span: The pronoun.
        number: many | one | person, the kind of the pronoun.

    Returns:
        Actor ids; ("pair",) for the two sides of the story; empty where it stays open.
    """
    at = max((i for i, s in enumerate(sentences) if s.start <= span.start), default=-1)
    for index in (at, at - 1):
        if index < 0:
            continue
        near = [m for m in mentions if sentences[index].covers(m.span) and m.span.end <= span.start]
        found = _in_sentence(text, near, number)
        if found is not None:
            return found
    return ()


def _in_sentence(text: str, near: Sequence[Mention], number: str) -> tuple[str, ...] | None:
    """The antecedent among the mentions of one sentence; None: look further back."""
    if number == "many":
        if near and near[-1].kind == "pair":
            return ("pair",)
        joined = _joined(text, near, {})
        if joined:
            return joined[-1]
        return ("pair",) if any(m.kind == "pair" for m in near) else None
    if number == "person":
        people = list(dict.fromkeys(m.code for m in near if m.kind == "person"))
        if not people:
            return None
        return (people[0],) if len(people) == 1 else ()
    ids = list(
        dict.fromkeys(
            m.country or m.code
            for m in near
            if m.kind in _SUBJECTS
            and (m.country or m.code)
            and not _GOVERNED.search(text, max(0, m.span.start - 14), m.span.start)
            and not text.startswith("'", m.span.end)
        )
    )
    if not ids:
        return None
    return (ids[0],) if len(ids) == 1 else ()
