"""Words that limit a number: at least, about, nearly, up to, or more."""

import re
from functools import cache
from typing import Any

from scripts.find.drafts import Span
from scripts.find.parse import Sentence
from scripts.lexicon import rows

#: Words that are prepositions and particles as often as bounds: the grammar has to settle it.
_DOUBTFUL = frozenset(
    {"over", "about", "around", "under", "above", "below", "near", "beyond", "some"}
)
#: Those that bound a stretch of time or way and nothing else.
_MEASURES_ONLY = frozenset({"within"})
_EXTENTS = frozenset(
    {"hour", "day", "week", "month", "year", "decade", "distance", "money", "percent"}
)
_SMALL_EXTENTS = frozenset({"second", "seconds", "minute", "minutes"})
_PARTICLE_VERBS = re.compile(
    r"\b(?:hand|turn|sign|tak|cross)(?:ing|ed|s|es|e)?$|\btook$|\btaken$", re.IGNORECASE
)


@cache
def _phrases(place: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the phrases that stand before or after a number, longest first."""
    listed = sorted(
        ((row["phrase"], row["bound"]) for row in rows("bounds") if row["place"] == place),
        key=lambda pair: (-len(pair[0]), pair[0]),
    )
    found = []
    for phrase, bound in listed:
        body = re.escape(phrase).replace(r"\ ", r"[\s\u00a0]+")
        if place == "before":
            edge = r"(?<![\w-])" if phrase[0].isalpha() else ""
            gap = r"[\s\u00a0]+" if phrase[-1].isalpha() or phrase[-1] == "." else r"[\s\u00a0]*"
            found.append(
                (re.compile(rf"{edge}{body}{gap}(?:the[\s\u00a0]+)?$", re.IGNORECASE), bound)
            )
        else:
            gap = r"[\s\u00a0]+" if phrase[0].isalpha() else ""
            edge = r"(?![\w-])" if phrase[-1].isalpha() else ""
            found.append((re.compile(rf"{gap}{body}{edge}", re.IGNORECASE), bound))
    return tuple(found)


@cache
def _any_phrase() -> re.Pattern[str]:
    """The last word of any phrase before a number: most numbers have none."""
    ends = {row["phrase"].split()[-1] for row in rows("bounds") if row["place"] == "before"}
    either = "|".join(re.escape(end) for end in sorted(ends))
    return re.compile(rf"(?:{either})[\s\u00a0]*(?:the[\s\u00a0]+)?$", re.IGNORECASE)


def _governs(sentence: Sentence, word: Any, number: list[Any], unit: str, noun: str) -> bool:
    """Whether a doubtful word limits the number: "over 200 men", not "was held over five days"."""
    extent = unit in _EXTENTS or noun in _SMALL_EXTENTS
    if word.lower_ in {"under", "below"} and extent:
        return True
    if word.dep_ == "prt" or word.tag_ == "RP":
        return False
    before = sentence.doc[word.i - 1] if word.i else None
    moved = before is not None and before.pos_ == "VERB" and _PARTICLE_VERBS.search(before.text)
    if moved and word.lower_ == "over":
        return False
    if word.dep_ in {"quantmod", "advmod", "amod", "det", "nummod"} and word.head.i > word.i:
        return True
    if (before is not None and before.dep_ == "prep" and before.lower_ != "of") or before is None:
        # "for over four days", and what opens a sentence as its subject: "Over 200 were hurt".
        following = number[-1]
        return before is not None or (
            following.dep_ in {"nsubj", "nsubjpass", "nummod"}
            and (following.head.dep_ in {"nsubj", "nsubjpass", "dobj"} or unit not in _EXTENTS)
        )
    if word.dep_ == "prep":
        return before is not None and before.lower_ == "of"
    return True


def bound_before(
    sentence: Sentence, left: str, number: list[Any], unit: str, noun: str
) -> tuple[str, int] | None:
    """The bound that stands before a number, and where its words begin.

    Args:
        sentence: The sentence of the number.
        left: The sentence as far as the number (or its currency sign).
        number: Tokens of the number.
        unit: Code of its unit: some words bound only durations and distances.
        noun: Head noun of what is counted, lower case.
    """
    start = sentence.span.start + len(left)
    left = left[-40:]
    if not _any_phrase().search(left):
        return None
    for pattern, bound in _phrases("before"):
        match = pattern.search(left)
        if not match:
            continue
        begin = start - len(left) + match.start()
        words = match.group().lower().split()
        if words and words[-1] == "the":
            words = words[:-1]
            if words[-1] not in {"of", "than", "least", "to"} or bound == "at_most":
                continue
        if (
            words
            and words[0] in _MEASURES_ONLY
            and not (unit in _EXTENTS or noun in _SMALL_EXTENTS)
        ):
            continue
        if len(words) == 1 and words[0] in _DOUBTFUL:
            tokens = sentence.tokens(Span(begin, begin + len(words[0])))
            if tokens and not _governs(sentence, tokens[0], number, unit, noun):
                continue
        return bound, begin
    return None


def bound_after(text: str, end: int, limit: int) -> tuple[str, int] | None:
    """The bound that stands behind a number or its noun ("or more"), and where its words end."""
    right = text[end : min(limit, end + 24)]
    for pattern, bound in _phrases("after"):
        match = pattern.match(right)
        if match:
            return bound, end + match.end()
    return None
