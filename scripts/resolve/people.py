"""People told of before by their nation or employer: "three Chadian pilots … the pilots"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from scripts.find.drafts import Mention, Span
from scripts.find.units import person_nouns
from scripts.lexicon import rows

_KINDS = frozenset({"demonym", "country", "organisation", "armed_group", "polity"})
_BACK = 60  #: letters between people and the name beside them, at most
#: "the pilots", "the two aid workers", "one of the pilots".
_DEFINITE = re.compile(
    r"(?:(?:all|both|each|one|two|three|some|most|many|\d+) of )?"
    r"(?:the|these|those) (?:[\w-]+ ){0,2}?(?P<noun>[\w-]+)",
    re.IGNORECASE,
)
#: Between a name and its people, and between people and a name behind them.
_OWN = re.compile(r"(?:'s?)? (?:(?!(?:and|or|of|by|from|to|with|in|on|at|who|as)\b)[a-z-]+ ){0,3}")
_BEHIND = re.compile(r",? (?:of|from|for|with) (?:the )?")
#: What stands before people that the text has told of already.
_KNOWN = re.compile(r"\b(?:the|these|those|their|his|her|its) (?:[a-z-]+ ){0,3}$", re.IGNORECASE)
#: People who are what befell them, not what they do.
_BEFALLEN = frozenset({"held", "captured", "released"})


@cache
def _forms() -> dict[str, tuple[str, str]]:
    """Either form of a noun for people → both."""
    found = {}
    for row in rows("persons"):
        for form in (row["singular"], row["plural"]):
            found[form] = (row["singular"], row["plural"])
    return found


@cache
def _people() -> re.Pattern[str]:
    """Any noun for people."""
    listed = "|".join(sorted(map(re.escape, _forms()), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])")


@cache
def _taking() -> re.Pattern[str]:
    """Verbs and nouns that tell that somebody was taken (`lexicon/triggers.csv`)."""
    stems = {
        row["particle"] or row["lemma"].removesuffix("e")
        for row in rows("triggers")
        if row["type"] == "COERCE" and row["mode"] in {"capture", "abduct", "hostage"}
    }
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(stems))})\w*", re.IGNORECASE)


def people_before(
    text: str, mentions: Sequence[Mention], sentences: Sequence[Span], span: Span
) -> Mention | None:
    """The name that tells whose people "the pilots" or "the hostages" are, None if it stays open.

    The same noun was told before with a nation or an employer, of one side only, and no others of
    that noun were told after; captives may have been told by any noun, where they were taken.

    Args:
        text: The flat text.
        mentions: Its mentions, in order.
        sentences: Spans of its sentences, in order.
        span: The noun phrase.
    """
    found = _DEFINITE.fullmatch(span.of(text).strip(" \"'"))
    noun = found.group("noun").lower() if found else ""
    if noun not in _forms() or not sentences:
        return None
    if person_nouns()[noun] in _BEFALLEN:
        told = [
            match
            for sentence in sentences
            if sentence.start < span.start and _taking().search(text, sentence.start, sentence.end)
            for match in _people().finditer(text, sentence.start, min(sentence.end, span.start))
        ]
        sides = [side for match in told if (side := _side(text, mentions, match)) is not None]
        return sides[0] if len({_whose(side) for side in sides}) == 1 else None
    sides = []
    for match in _again(text, noun, sentences[0].start, span.start):
        side = _side(text, mentions, match)
        if side is not None:
            sides.append(side)
        elif not _KNOWN.search(text, max(0, match.start() - _BACK), match.start()):
            return None  # others, told last
        if len({_whose(one) for one in sides}) > 1:
            return None
    return sides[0] if sides else None


def _again(text: str, noun: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where a noun stands in either number, from the last backwards."""
    spelled = "|".join(map(re.escape, _forms()[noun]))
    pattern = re.compile(rf"(?<![\w-])(?:{spelled})(?![\w-])")
    return reversed([*pattern.finditer(text, start, max(start, end))])


def _side(text: str, mentions: Sequence[Mention], people: re.Match[str]) -> Mention | None:
    """The nation or body that stands beside some people."""
    at = bisect_left(mentions, Span(people.start(), 0), key=lambda mention: mention.span)
    for one in mentions[max(0, at - 1) : at]:
        gap = text[one.span.end : people.start()]
        if one.kind in _KINDS and len(gap) < _BACK and _OWN.fullmatch(gap):
            return one
    for one in mentions[at : at + 1]:
        if one.kind in _KINDS and _BEHIND.fullmatch(text[people.end() : one.span.start]):
            return one
    return None


def _whose(mention: Mention) -> str:
    return mention.country or mention.code
