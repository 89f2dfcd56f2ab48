"""Words → actors, within one article: who is meant by a noun phrase, a pronoun, "the two sides"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from scripts.find.drafts import Mention, Span
from scripts.find.gazetteer import flat
from scripts.find.parse import Sentence
from scripts.find.slugs import slug
from scripts.lexicon import rows
from scripts.read.article import Article
from scripts.resolve.holders import Person, persons_of
from scripts.resolve.registry import Named, is_country, named
from scripts.resolve.sides import antecedents, main_pair

#: What joins two actors of one phrase; never inside a name.
_JOINT = re.compile(r",? and |, |,? or | as well as | together with | & |/")
_PRONOUN = re.compile(
    r"(?P<many>they|them|their|both|both of them|each other)|(?P<one>it|its|itself)"
    r"|(?P<person>he|she|him|his|her|who)",
    re.IGNORECASE,
)
_PAIRED = re.compile(
    r"(?:the|both|these|their|either|two|the two)[ \"“]+(?:countries|sides|nations|neighbou?rs"
    r"|parties|governments|states|leaders|capitals)\b",
    re.IGNORECASE,
)
#: A country's own things: "its forces", "their government".
_OWNED = re.compile(
    r"(?:(?P<many>their)|(?P<one>its)) (?:\w+ ){0,2}(?:government|ministry|parliament|president"
    r"|leaders?|leadership|army|forces|troops|military|soldiers|servicemen|police|officials"
    r"|authorities|delegation|capital)$",
    re.IGNORECASE,
)
_NAMES = ("person", "armed_group", "polity", "organisation")
_STATES = ("country", "capital", "demonym")


@dataclass(frozen=True)
class Actors:
    """What an article as a whole says of its actors (made by `actors`)."""

    text: str  #: flat text of the article
    mentions: tuple[Mention, ...]
    persons: Mapping[str, Person]
    names: Mapping[str, str]  #: id of a body or group → its fullest name in the article
    pair: tuple[str, ...]  #: the two countries of the story, or none
    sentences: tuple[Span, ...]
    blocks: tuple[Span, ...]


def actors(article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Actors:
    """Reads an article once for who is who.

    Args:
        article: The article.
        sentences: Its parsed sentences.
        mentions: Its mentions (see `find_mentions`).
    """
    text = flat(article.text)
    blocks = tuple(Span(block.start, block.end) for block in article.story)
    names: dict[str, str] = {}
    for mention in mentions:
        words = mention.span.of(text)
        if mention.code and len(words) > len(names.get(mention.code, "")):
            names[mention.code] = words
    persons = persons_of(text, blocks, mentions)
    acting = {code: p.acting for code, p in persons.items() if is_country(p.acting)}
    return Actors(
        text,
        tuple(mentions),
        persons,
        names,
        main_pair(text, mentions, acting),
        tuple(sentence.span for sentence in sentences),
        blocks,
    )


@cache
def _nouns(use: str) -> re.Pattern[str]:
    listed = "|".join(re.escape(row["word"]) for row in rows("actor_nouns") if row["use"] == use)
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)


@cache
def _leading() -> re.Pattern[str]:
    """Articles and counts before a name: "the", "nearly 200", "dozens of"."""
    counts = "|".join(
        re.escape(row["word"])
        for row in sorted(rows("numbers"), key=lambda row: -len(row["word"]))
        if row["kind"] in {"small", "magnitude", "vague"}
    )
    bounds = "|".join(
        re.escape(row["phrase"]) for row in rows("bounds") if row["place"] == "before"
    )
    number = rf"(?:\d[\d,.]*|{counts})"
    determiners = "the|an?|some|several|many|his|her|its|their|those|these"
    return re.compile(
        rf"^(?:[\"“'(]*(?:{determiners}|(?:(?:{bounds}) )?{number}(?:[ -]{number})*(?: of)?) )+",
        re.IGNORECASE,
    )


def actors_at(index: Actors, span: Span) -> tuple[Named, ...]:
    """The actors that the words of a span stand for, in the order of the words.

    A country stands for its organs, leaders and forces; a person without office, a body, an armed
    group stands for itself; a group that only bears a people's name ("Armenian separatists") is
    no country and keeps its words as name. Empty where nothing can be said with some safety.
    """
    phrase = span.of(index.text).strip(" \"“”'()")
    pronoun = _PRONOUN.fullmatch(phrase)
    if pronoun:
        return _meant(index, span, pronoun.lastgroup or "")
    inside = [m for m in index.mentions if m.span.meets(span)]
    if any(m.kind == "pair" for m in inside) or (
        _PAIRED.match(phrase) and not any(m.country for m in inside)
    ):
        return pair_at(index, span)
    owner = _OWNED.match(phrase)
    if owner and not inside and not any(_nouns(use).search(phrase) for use in ("armed", "civil")):
        return _meant(index, span, owner.lastgroup or "")
    found: list[Named] = []
    for part in _parts(index, span, inside):
        for actor in _part(index, part, [m for m in inside if m.span.meets(part)]):
            if actor not in found:
                found.append(actor)
    return tuple(found)


def actor_at(index: Actors, span: Span) -> str:
    """The id of the one actor that a span stands for, "" where it is none or several."""
    found = actors_at(index, span)
    return found[0].actor_id if len(found) == 1 else ""


def pair_at(index: Actors, span: Span) -> tuple[Named, ...]:
    """The two countries that "the two sides" are here; none where the article leaves it open."""
    own = sorted({m.country for m in index.mentions if m.span.meets(span) and m.country})
    sides = tuple(own) if len(own) == 2 else index.pair
    return tuple(named(code) for code in sides)


def speaker_at(index: Actors, span: Span) -> Named | None:
    """Who speaks where a span names a speaker: the person or body itself, not whom it acts for."""
    inside = [m for m in index.mentions if m.span.meets(span)]
    for mention in inside:
        if mention.kind == "person":
            return _person(index, mention.code)
    pronoun = _PRONOUN.fullmatch(span.of(index.text).strip())
    if pronoun:
        ids = antecedents(
            index.text, index.mentions, index.sentences, span, pronoun.lastgroup or ""
        )
        if len(ids) == 1 and ids[0] in index.persons:
            return _person(index, ids[0])
    role = next((m for m in inside if m.kind == "role"), None)
    if role is not None and len(inside) == 1:
        holder = _role(index, role)
        if holder:
            return _person(index, holder)
    if not inside and _nouns("document").search(span.of(index.text)):
        words = _leading().sub("", span.of(index.text)).lower()
        return Named(slug("document", words), words, "document", "")
    found = actors_at(index, span)
    return found[0] if len(found) == 1 else None


def _parts(index: Actors, span: Span, inside: Sequence[Mention]) -> list[Span]:
    """The span cut where one actor ends and the next begins."""
    cuts = [
        match
        for match in _JOINT.finditer(index.text, span.start, span.end)
        if not any(m.span.start < match.end() and match.start() < m.span.end for m in inside)
    ]
    edges = [span.start, *(edge for match in cuts for edge in match.span()), span.end]
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]


def _part(index: Actors, part: Span, inside: Sequence[Mention]) -> list[Named]:
    """The actors of a phrase that names one thing."""
    for kind in _NAMES:
        of_kind = [m for m in inside if m.kind == kind]
        if of_kind:
            made = [_mention(index, m) for m in of_kind[:1]]
            return [actor for actor in made if actor is not None]
    phrase = part.of(index.text)
    for use, kind in (("armed", "armed_group"), ("civil", "group")):
        if _nouns(use).search(phrase):
            return _group(phrase, kind, inside)
    if _nouns("vague").search(phrase) and " " in _leading().sub("", phrase).strip():
        return _group(phrase, "group", inside)
    roles = [m for m in inside if m.kind == "role"]
    peoples = [m for m in inside if m.kind == "group"]
    if peoples and not roles:
        # "Ruritanian Kurds" are a part of the people, not the state.
        return [named(peoples[0].code, index.names[peoples[0].code])]
    states = list(dict.fromkeys(m.country for m in inside if m.kind in _STATES and m.country))
    if states:
        return [named(states[0])]
    if roles:
        holder = _role(index, roles[0])
        return [_acting(index, holder)] if holder else []
    return []


def _group(phrase: str, kind: str, inside: Sequence[Mention]) -> list[Named]:
    """A group that bears no name but the words for it."""
    words = _leading().sub("", phrase).strip(" \"“”'")
    return [Named(slug(kind, words), words, kind, _one_country(inside))] if slug(words) else []


def _one_country(inside: Sequence[Mention]) -> str:
    countries = {m.country for m in inside if m.country}
    return countries.pop() if len(countries) == 1 else ""


def _mention(index: Actors, mention: Mention) -> Named | None:
    if mention.kind == "person":
        return _acting(index, mention.code)
    if mention.code:
        return named(mention.code, index.names.get(mention.code, ""), mention.country)
    code = mention.country or _organ(index, mention)
    return named(code) if code else None


def _organ(index: Actors, mention: Mention) -> str:
    """The country of an organ named without one ("the Parliament"), "" where it stays open."""
    head = mention.span.of(index.text).split(" ")[-1]
    countries = {
        other.country
        for other in index.mentions
        if other.kind == "organisation"
        and other.country
        and head in other.span.of(index.text).split(" ")
    }
    return countries.pop() if len(countries) == 1 else ""


def _role(index: Actors, role: Mention) -> str:
    """The one person of the article who bears the title, "" where none or several do."""
    if role.country:
        return ""
    office = role.span.of(index.text).lower()
    holders = [
        code
        for code, person in index.persons.items()
        if person.office == office or person.office.endswith(f" {office}")
    ]
    return holders[0] if len(holders) == 1 else ""


def _person(index: Actors, code: str) -> Named:
    person = index.persons[code]
    return named(code, person.name, person.country)


def _acting(index: Actors, code: str) -> Named:
    person = index.persons[code]
    acting = person.acting
    if acting == code:
        return _person(index, code)
    return named(acting, index.names.get(acting, ""))


def _meant(index: Actors, span: Span, number: str) -> tuple[Named, ...]:
    """The actors that a pronoun goes back to."""
    ids = antecedents(index.text, index.mentions, index.sentences, span, number)
    if ids == ("pair",):
        return tuple(named(code) for code in index.pair)
    return tuple(
        _acting(index, code) if code in index.persons else named(code, index.names.get(code, ""))
        for code in ids
    )
