"""Mentions of actors and places in an article: known names, names by their shape, pairs, roles."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scripts.find.capitals import name_words, runs
from scripts.find.cities import cities
from scripts.find.drafts import Mention, Span
from scripts.find.gazetteer import flat, known
from scripts.find.parse import Sentence
from scripts.find.peoples import bands, peoples
from scripts.find.persons import common_starts, persons
from scripts.find.polity_seats import polity_seats
from scripts.find.shapes import acronyms, named_bodies, places_by_shape
from scripts.find.titles import titles
from scripts.read.article import Article

#: A name that goes on behind a word or led up to it ("Praia Cement", "Roca da Praia").
_ON = re.compile(r" (?P<word>[^\W\d_a-zß-ÿ][\w'-]*)")
_LED_UP = re.compile(r"[^\W\d_a-zß-ÿ][\w'-]* (?:da|de|do|das|dos|del|della|di|du|la|el)(?: la)? $")
#: A first name before a surname, and what stands behind persons alone.
_FIRST_NAME = re.compile(r"(?P<first>[^\W\d_a-zß-ÿ][a-zß-ÿ]+) $")
_AGED = re.compile(r", (?:aged )?\d\d(?:,|\.)|,? (?:who|said|told|was born|was arrested)\b")
_GOVERNING = re.compile(r"\b(?:of|in|from|at|near|to) $")
_TITLE = 30  #: letters that a title may take
#: Words that stand for the two countries of a story, named before.
_PAIR = re.compile(
    r"(?<![\w-])(?:the two|both|the|their two|these two|the opposing|the rival|the warring)"
    r"(?: (?:rival|warring|opposing|neighbou?ring|former|\w+an|\w+ish))?"
    r" (?P<noun>countries|sides|nations|neighbou?rs|parties|governments|states|leaders|capitals"
    r"|foreign ministers|presidents|prime ministers|armies|republics|foes|rivals"
    r"|delegations)(?!\w)",
    re.IGNORECASE,
)
_TWO = re.compile(r"\b(?:two|both)\b", re.IGNORECASE)
#: Nouns that mean the two of a story even after a bare "the".
_BARE = frozenset({"sides", "parties", "neighbours", "neighbors", "rivals", "foes"})


def _pairs(text: str) -> Iterable[Mention]:
    for match in _PAIR.finditer(text):
        if _TWO.search(match.group()) or match.group("noun").lower() in _BARE:
            yield Mention(Span(*match.span()), "pair", "", "")


def _longest(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions that share no character, the longest first served, then the earlier."""
    listed = sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span))
    covered = bytearray(max((m.span.end for m in listed), default=0))
    kept = []
    for mention in listed:
        start, end = mention.span.start, mention.span.end
        if covered.find(1, start, end) < 0:
            covered[start:end] = b"\1" * (end - start)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.span)


def _short_forms(text: str, short: dict[str, Mention]) -> Iterable[Mention]:
    for words_, mention in short.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(words_)}(?!\w)", text):
            yield Mention(Span(*match.span()), mention.kind, mention.code, mention.country)


def _by_shape(text: str, story: Sequence[Span], taken: Sequence[Mention]) -> list[Mention]:
    """Bodies, their short forms and places that only their shape gives away."""
    found: list[Mention] = []
    short: dict[str, Mention] = {}
    for block in story:
        bodies = named_bodies(text, block)
        inside = [mention for mention in taken if block.covers(mention.span)]
        found += bodies
        short.update(acronyms(text, [*bodies, *inside], block))
        for run in runs(text, block):
            named = [word for word in run if word.text not in name_words("opener")]
            if not named or named[-1] is not run[-1]:
                continue
            place = places_by_shape(text, block, Span(named[0].span.start, run[-1].span.end))
            if place is not None:
                found.append(place)
    return [*found, *_short_forms(text, short)]


def _owned(text: str, taken: Sequence[Mention]) -> list[Mention]:
    """Gives "Foreign Ministry" in "Ruritania's Foreign Ministry" its country.

    So does "the Foreign Ministry in" its capital.
    """
    states = [m for m in taken if m.kind in {"country", "capital"}]
    owners = {m.span.end: m.country for m in states}
    seats = {m.span.start: m.country for m in states}
    found = []
    for mention in taken:
        country = owners.get(mention.span.start - len("'s "), "")
        owned = text.startswith("'s ", mention.span.start - len("'s "))
        if not owned and text.startswith(" in ", mention.span.end):
            country = seats.get(mention.span.end + len(" in "), "")
            owned = bool(country)
        state = not mention.code or bool(titles(text, mention.span.start, mention.span.end))
        if mention.kind == "organisation" and state and country and owned:
            found.append(replace(mention, code=country, country=country))
        else:
            found.append(mention)
    return found


def _whole(text: str, named: Sequence[Mention]) -> list[Mention]:
    """Leaves out a capital that is a word of a longer name ("Praia" in "Roca da Praia").

    What stands behind it goes on with the name unless it is a name itself, a title or a day.
    """
    starts = {mention.span.start for mention in named}
    surnames = {m.span.of(text) for m in named if m.kind == "capital" and _ends_person(text, m)}
    found = []
    for mention in named:
        if mention.kind == "capital" and mention.span.of(text) in surnames:
            if _GOVERNING.search(text[max(0, mention.span.start - _TITLE) : mention.span.start]):
                found.append(mention)
            continue
        if mention.kind == "capital" and " " not in mention.span.of(text):
            on = _ON.match(text, mention.span.end)
            before = text[max(0, mention.span.start - _TITLE) : mention.span.start]
            goes_on = (
                on is not None
                and on.start("word") not in starts
                and on.group("word") not in name_words("calendar") | name_words("opener")
                and not titles(text, on.start("word"), on.end("word") + _TITLE)
                and not _GOVERNING.search(before)
            )
            if goes_on or _LED_UP.search(before):
                continue
        found.append(mention)
    return found


def _ends_person(text: str, mention: Mention) -> bool:
    """Whether a capital is the surname of somebody: "Jane Paris, 34, said"."""
    before = _FIRST_NAME.search(text[max(0, mention.span.start - _TITLE) : mention.span.start])
    if before is None or before.group("first") in name_words("opener") | name_words("calendar"):
        return False
    return bool(_AGED.match(text, mention.span.end)) and not titles(before.group("first"))


def _roles(text: str, story: Sequence[Span], taken: Sequence[Mention]) -> Iterable[Mention]:
    """Offices that stand for their holder ("the minister"), not those before a name."""
    starts = {mention.span.start for mention in taken if mention.kind == "person"}
    countries = {m.span.end: m.country for m in taken if m.kind in {"country", "demonym"}}
    for block in story:
        for title in titles(text, block.start, block.end):
            if title.kind == "honorific" or title.span.end + 1 in starts:
                continue
            before = text[: title.span.start].removesuffix(" ").removesuffix("'s").removesuffix("'")
            yield Mention(title.span, "role", "", countries.get(len(before), ""))


def find_mentions(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The words of an article's story that name actors and places.

    Args:
        article: The article; only its story is read.
        sentences: Its sentences with their parse (see `scripts/find/parse.py`).

    Returns:
        Mentions in the order of the text; none shares a character with another.
    """
    text = flat(article.text)
    story = [Span(block.start, block.end) for block in article.story]
    lexical = [m for m in known(text) if any(block.covers(m.span) for block in story)]
    lexical = _whole(text, lexical)
    shaped = _by_shape(text, story, lexical)
    taken = _longest([*lexical, *shaped])
    common = common_starts(text, [sentence.span for sentence in sentences])
    taken = _owned(text, taken)
    taken = _longest([*taken, *peoples(text, taken), *bands(text, story, taken)])
    people = persons(text, story, taken, common)
    taken = _longest([*taken, *people])
    taken = _longest([*taken, *cities(text, story, taken)])
    seats = polity_seats(text, story, taken)
    taken = [m for m in taken if not any(m.span.meets(seat.span) for seat in seats)]
    taken = sorted([*taken, *seats], key=lambda m: m.span)
    pairs = [m for m in _pairs(text) if any(block.covers(m.span) for block in story)]
    taken = _longest([*taken, *pairs])
    taken = _longest([*taken, *_roles(text, story, taken)])
    return tuple(mention for mention in taken if mention.kind)
