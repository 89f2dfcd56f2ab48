"""Persons by their office and by their place before: "the minister", "the two leaders"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from scripts.find.drafts import Mention, Span
from scripts.find.titles import titles
from scripts.resolve.holders import HOLDERS, holds
from scripts.resolve.referents import REACH, Index, sentence_at
from scripts.resolve.speaker_names import Names, inside, plain

_FORMER = re.compile(r"\b(?:former|ex|late|one-time)\b[^.;]*$")
#: How many mentions "the minister" may go back.
_MENTIONS = 200


def office_holder(index: Index, span: Span) -> Mention | None:
    """The person whose office has the words of "the minister" or "Iran's foreign minister"."""
    names = index.names
    phrase = span.of(names.text)
    held = [m for m in inside(names, span) if m.kind in HOLDERS]
    if held:
        return _national(index, span, held)
    if not phrase.lower().startswith(("the ", "that ")):
        return None
    word = plain(phrase).lower()
    if plain(phrase)[:1].isupper() and not any(t.words.lower() == word for t in titles(phrase)):
        return None
    at = bisect_left(names.starts, span.start)
    for mention in reversed(names.mentions[max(at - _MENTIONS, 0) : at]):
        person = names.persons.get(mention.code) if mention.kind == "person" else None
        if person is not None and holds(person.office, word) and not _gone(names, mention):
            return mention
    return None


def _gone(names: Names, mention: Mention) -> bool:
    """Whether a name is that of a former holder of its office."""
    before = names.text[max(mention.span.start - 60, 0) : mention.span.start].lower()
    return bool(_FORMER.search(before))


def _national(index: Index, span: Span, held: Sequence[Mention]) -> Mention | None:
    """The one person of the article who holds an office of a country: "the Somali president"."""
    names = index.names
    word = plain(names.text[held[-1].span.end : span.end].removeprefix("'s")).lower()
    home = held[0].country
    if len(held) != 1 or not home or not word.isascii() or not span.of(names.text)[-1:].islower():
        return None
    people: dict[str, Mention] = {}
    for mention in names.mentions:
        person = names.persons.get(mention.code) if mention.kind == "person" else None
        if person is None or person.country != home or not person.office:
            continue
        leads = word == "leader" and person.acts == "yes"
        if (leads or holds(person.office, word)) and not _gone(names, mention):
            people.setdefault(mention.code, mention)
    return next(iter(people.values())) if len(people) == 1 else None


def named_before(index: Index, span: Span) -> list[Mention]:
    """The persons of the latest sentence before a phrase that names two or more, each once."""
    names = index.names
    at = sentence_at(index, span)
    for number in range(at, max(at - REACH, 0) - 1, -1):
        words = index.sentences[number].span
        people: dict[str, Mention] = {}
        for mention in inside(names, words):
            if mention.kind == "person" and mention.span.end <= span.start:
                people.setdefault(mention.code, mention)
        if len(people) > 1:
            return list(people.values())
    return []
