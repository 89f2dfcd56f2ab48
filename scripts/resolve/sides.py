"""The two sides of a story, and which two "the two countries" are."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from scripts.find.drafts import Mention, Span

#: Between two sides named together; each may be told by an organ of it ("Peru's army and …").
_ORGAN = r"(?:government|army|military|forces|authorities|troops|officials)"
_AND = re.compile(
    rf"(?:'s?)?(?: {_ORGAN})?(?: \([A-Z-]+\))? ?(?:and|&|or) (?:the )?(?:[a-z-]+ )?"
    r"|-|–|/|, | and the "
)
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "3": 3, "4": 4, "5": 5, "6": 6}
_SEVERAL = re.compile(
    rf"(?:the|all|these) (?P<number>{'|'.join(_NUMBERS)}) (?:\w+ )?(?:countries|nations|states"
    r"|governments|sides|parties|leaders|neighbou?rs|capitals|presidents|foreign ministers|allies)",
    re.IGNORECASE,
)
_ROW = re.compile(r"(?:'s)?(?:,| and|, and) (?:the )?")
_REACH = 2  #: sentences that "the three countries" may go back
_LEAST = 2  #: mentions that make a country a side of the story
_GROUPS = frozenset({"armed_group", "polity"})
_STATES = frozenset({"country", "capital", "demonym"})


def _side(mention: Mention, acting: Mapping[str, str]) -> str:
    if mention.kind == "person":
        return acting.get(mention.code, "")
    if mention.kind in _GROUPS:
        return mention.code
    return mention.country if mention.kind in _STATES else ""


def _alike(left: Mention, right: Mention) -> bool:
    """Whether two mentions are of one sort: two states' names, or a state and those it fights."""
    return left.kind == right.kind or bool({left.kind, right.kind} & _GROUPS)


def joined(
    text: str, mentions: Sequence[Mention], acting: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Sides named together ("X and Y", "X-Y"), each pair in alphabetical order.

    Args:
        text: The flat text.
        mentions: Its mentions, in order.
        acting: Person id → id of whom the person acts for.
    """
    found = []
    for left, right in pairwise(mentions):
        first, second = _side(left, acting), _side(right, acting)
        if not (first and second) or first == second or not _alike(left, right):
            continue
        if _AND.fullmatch(text[left.span.end : right.span.start]):
            found.append((min(first, second), max(first, second)))
    return found


def main_pair(text: str, mentions: Sequence[Mention], acting: Mapping[str, str]) -> tuple[str, ...]:
    """The two that "the two sides" of a story are, in alphabetical order.

    They are those most often named side by side, twice at least; where no pair leads, the two
    named most often, if both are named twice and no third half as often. Else none. Leaders count
    for their countries; an armed group can be a side as well.

    Args:
        text: The flat text of the article.
        mentions: Its mentions, in order.
        acting: Person id → alpha-3 of the country that the person acts for.
    """
    counts = Counter(code for m in mentions if (code := _side(m, acting)))
    pairs = Counter(joined(text, mentions, acting)).most_common(2)
    if pairs and pairs[0][1] >= _LEAST and (len(pairs) == 1 or pairs[0][1] > pairs[1][1]):
        return pairs[0][0]
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
    if len(ranked) < 2 or ranked[1][1] < _LEAST:
        return ()
    if len(ranked) == 3 and ranked[2][1] * 2 > ranked[1][1]:
        return ()
    return tuple(sorted(code for code, _ in ranked[:2]))


def pair_before(
    text: str,
    mentions: Sequence[Mention],
    sentences: Sequence[Span],
    span: Span,
    acting: Mapping[str, str],
    loose: bool,
) -> tuple[str, ...]:
    """The two named last before "the two countries": in its sentence or the one before.

    Two named side by side count first, else, if `loose`, the only two that the sentence names. A
    paragraph ends the search.

    Args:
        text: The flat text of the article.
        mentions: Its mentions, in order.
        sentences: Spans of its sentences, in order.
        span: The words that stand for the two.
        acting: Person id → id of whom the person acts for.
        loose: Whether two that are not named side by side will do.
    """
    at = max((i for i, s in enumerate(sentences) if s.start <= span.start), default=-1)
    for index in (at, at - 1):
        if index < 0 or "\n" in text[sentences[index].start : span.start]:
            break
        near = [m for m in mentions if sentences[index].covers(m.span) and m.span.end <= span.start]
        pairs = list(dict.fromkeys(joined(text, near, acting)))
        if pairs:
            return pairs[0] if len(pairs) == 1 else ()
        named = sorted({code for m in near if (code := _side(m, acting))})
        if named:
            return tuple(named) if loose and len(named) == 2 else ()
    return ()


def listed_before(
    text: str, mentions: Sequence[Mention], sentences: Sequence[Span], span: Span
) -> tuple[str, ...]:
    """The countries that "the three countries" are: so many named in a row just before.

    Args:
        text: The flat text of the article.
        mentions: Its mentions, in order.
        sentences: Spans of its sentences, in order.
        span: The words that stand for them.
    """
    found = _SEVERAL.fullmatch(span.of(text).strip(" \"'"))
    if found is None:
        return ()
    wanted = _NUMBERS[found.group("number").lower()]
    at = max((i for i, s in enumerate(sentences) if s.start <= span.start), default=-1)
    for sentence in sentences[max(0, at - _REACH) : at + 1][::-1]:
        near = [m for m in mentions if sentence.covers(m.span) and m.span.end <= span.start]
        rows = [near[i : i + wanted] for i in range(len(near) - wanted + 1)]
        for row in rows[::-1]:
            codes = [_side(m, {}) for m in row]
            gaps = [text[a.span.end : b.span.start] for a, b in pairwise(row)]
            in_row = all(_ROW.fullmatch(gap) for gap in gaps) and "and" in gaps[-1]
            if in_row and all(codes) and len(set(codes)) == wanted:
                return tuple(codes)
    return ()
