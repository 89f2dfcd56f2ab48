"""Words → actors, within one article: who is meant by a noun phrase, a pronoun, "the two sides"."""

import re
from collections.abc import Sequence

from scripts.find.drafts import Mention, Span
from scripts.find.slugs import slug
from scripts.resolve.bare import (
    group_before,
    is_nameless,
    office,
    organ,
    organ_country,
    story_group,
)
from scripts.resolve.cast import Actors
from scripts.resolve.holders import holds
from scripts.resolve.people import people_before
from scripts.resolve.phrases import group, leading, nouns
from scripts.resolve.pronouns import antecedents, subjects_before
from scripts.resolve.registry import Named, named
from scripts.resolve.sides import listed_before, pair_before

#: What joins two actors of one phrase; never inside a name.
_JOINT = re.compile(r",? and |, |,? or | as well as | together with | & |/")
_PRONOUN = re.compile(
    r"(?P<many>they|them|their|both|both of them|each other)|(?P<one>it|its|itself)"
    r"|(?P<person>he|she|him|his|her|who)",
    re.IGNORECASE,
)
_PAIRED = re.compile(
    r"(?:(?:the|both|these|their|either|two|the two)[ \"“]+(?:countries|sides|neighbou?rs|parties)"
    r"|(?:both|these|their|either|two|the two)[ \"“]+(?:nations|governments|states|leaders"
    r"|capitals|delegations|armies|presidents))\b",
    re.IGNORECASE,
)
#: A country's own things: "its forces", "their government".
_OWNED = re.compile(
    r"(?:[\w-]+ of )?(?:(?P<many>their)|(?P<one>its)|(?P<person>his|her)) (?:\w+ ){0,2}"
    r"(?:government|ministry|parliament|president"
    r"|leaders?|leadership|army|forces|troops|military|soldiers|servicemen|police|officials"
    r"|authorities|delegation|capital|minister|fighters|militants|members|positions|bases?|jets"
    r"|warplanes|aircraft|drones|navy|air force|embassy|consulate|ambassadors?|diplomats|convoy"
    r"|ships?|vehicles|citizens|nationals|staff|workers|employees|personnel|peacekeepers|vessels?|boats?"
    r"|trucks|crews?|warships?|outposts?|camps?)$",
    re.IGNORECASE,
)
#: Those who are at odds within a country: none of them is the country ("Chad's warring parties").
_AT_ODDS = re.compile(
    r"\b(?:warring|rival|opposing|feuding|competing|belligerent) "
    r"(?:parties|sides|factions|camps|groups|forces|governments|administrations|generals)$",
    re.IGNORECASE,
)
#: Words for the two of the story rather than the two named last.
_SIDES = re.compile(r"\b(?:sides|parties|rivals|foes)\b", re.IGNORECASE)
#: Armed people told by an adjective alone.
_LONE = frozenset({"rebel", "militant", "insurgent", "guerrilla", "separatist", "jihadist"})
#: States of one part of the world ("European nations").
_MANY_STATES = re.compile(
    r"(?:^|\s)(?!(?:The|These|Those|Other|Some|Many|Most|All|Both|Several|Two|Three|Member)\b)"
    r"[^\W\d_a-zß-ÿ][\w-]+ (?:nations|countries|states|powers|governments|allies)$"
)
#: What makes a state the seat or origin of somebody else: "a Peru-based bank".
_SEATED = re.compile(r"-(?:based|born|registered|flagged|bound|listed|educated|owned|made)\b")
_BODIES = frozenset({"armed_group", "polity", "organisation"})
_NAMES = ("person", "armed_group", "polity", "organisation")
_STATES = ("country", "capital", "demonym")


def actors_at(index: Actors, span: Span) -> tuple[Named, ...]:
    """The actors that the words of a span stand for, in the order of the words.

    A country stands for its organs, leaders and forces; a person without office, a body, an armed
    group stands for itself; a group that only bears a people's name ("Chadian separatists") is
    no country and keeps its words as name. Empty where nothing can be said with some safety.
    """
    phrase = span.of(index.text).strip(" \"“”'()")
    pronoun = _PRONOUN.fullmatch(phrase)
    if pronoun:
        return _meant(index, span, pronoun.lastgroup or "")
    inside = [m for m in index.mentions if m.span.meets(span)]
    several = listed_before(index.text, index.mentions, index.spans, span)
    if several and not inside:
        return tuple(named(code, index.names.get(code, "")) for code in several)
    if any(m.kind == "pair" for m in inside) or (
        _PAIRED.match(phrase) and not any(m.country for m in inside)
    ):
        return pair_at(index, span)
    if _AT_ODDS.search(phrase) and len({m.country for m in inside if m.country}) < 2:
        return pair_at(index, span)
    owner = _OWNED.match(phrase)
    bare = all(m.kind == "role" for m in inside)
    if owner and bare and owner.lastgroup == "person":
        return _state_of(index, span)
    if owner and bare and not nouns("civil").search(phrase):
        return _meant(index, span, owner.lastgroup or "")
    found: list[Named] = []
    for part in _parts(index, span, inside):
        for actor in _part(index, part, [m for m in inside if m.span.meets(part)]):
            if actor not in found:
                found.append(actor)
    return tuple(found)


def pair_at(index: Actors, span: Span) -> tuple[Named, ...]:
    """The two that "the two sides" are here; none where the article leaves it open."""
    own = sorted({m.country for m in index.mentions if m.span.meets(span) and m.country})
    sides: tuple[str, ...] = tuple(own) if len(own) == 2 else ()
    if not sides and not (index.pair and _SIDES.search(span.of(index.text))):
        known = index.text, index.mentions, index.spans
        sides = pair_before(*known, span, index.acting, loose=not index.pair)
    return tuple(named(code, index.names.get(code, "")) for code in sides or index.pair)


def speaker_at(index: Actors, span: Span) -> Named | None:
    """Who speaks where a span names a speaker: the person or body itself, not whom it acts for."""
    inside = [m for m in index.mentions if m.span.meets(span)]
    for mention in inside:
        if mention.kind == "person":
            return _person(index, mention.code)
    pronoun = _PRONOUN.fullmatch(span.of(index.text).strip())
    if pronoun:
        ids = _back(index, span, pronoun.lastgroup or "")
        if len(ids) == 1 and ids[0] in index.persons:
            return _person(index, ids[0])
    role = next((m for m in inside if m.kind == "role"), None)
    if role is not None and len(inside) == 1:
        holder = _role(index, role)
        if holder:
            return _person(index, holder)
    if not inside and nouns("document").search(span.of(index.text)):
        words = leading().sub("", span.of(index.text)).lower()
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
    if any(m.kind == "person" and _leads_people(index, m, part) for m in inside):
        return group(part.of(index.text), "group", ())  # "Roe supporters"
    # "Jane Roe's Front" is the front, not she.
    owners = [m for m in inside[:-1] if index.text.startswith("'s ", m.span.end)]
    bodies = [m for m in inside if m.kind in _BODIES and m not in owners]
    for kind in _NAMES:
        of_kind = [m for m in inside if m.kind == kind and not (m in owners and bodies)]
        if of_kind:
            made = [_mention(index, m) for m in of_kind[:1]]
            return [actor for actor in made if actor is not None]
    phrase = part.of(index.text)
    if phrase.lower() in _LONE:  # "rebel positions"
        phrase = f"the {phrase.lower()}s"
    known = index.text, index.mentions, index.spans
    if not inside:
        civil = nouns("civil").search(phrase) is not None
        back = group_before(*known, part, phrase)
        back = back or (None if civil else people_before(*known, part))
        if back is not None:
            return [named(back.country or back.code, index.names.get(back.code, ""))]
        if is_nameless(phrase, part.start in {span.start for span in index.spans}):
            bands = story_group(*known, index.blocks, part)
            return [named(bands.code, index.names[bands.code])] if bands is not None else []
    for use, kind in (("armed", "armed_group"), ("civil", "group")):
        if nouns(use).search(phrase):
            return group(phrase, kind, inside)
    if not inside and _MANY_STATES.search(phrase):
        return group(phrase, "group", inside)
    if nouns("vague").search(phrase) and " " in leading().sub("", phrase).strip():
        return group(phrase, "group", inside)
    roles = [m for m in inside if m.kind == "role"]
    peoples = [m for m in inside if m.kind == "group"]
    if peoples and not roles:
        # "Ruritanian Kurds" are a part of the people, not the state.
        return [named(peoples[0].code, index.names[peoples[0].code])]
    at_home = [m for m in inside if not _SEATED.match(index.text, m.span.end)]
    states = list(dict.fromkeys(m.country for m in at_home if m.kind in _STATES and m.country))
    if states:
        return [named(states[0])]
    if roles:
        holder = _role(index, roles[0])
        if holder:
            return [_acting(index, holder)]
        told = _told_office(index, roles[0]) if phrase.lower().startswith("the ") else ""
        if told:
            return [named(told)]
    opening = any(span.start == part.start for span in index.spans)
    head = organ(phrase, opening) if not inside else office(phrase) if inside == roles else ""
    country = _bare(index, part, head)
    return [named(country)] if country else []


def _leads_people(index: Actors, person: Mention, part: Span) -> bool:
    """Whether a name only says whose people stand behind it."""
    behind = index.text[person.span.end : part.end]
    return behind[:1] == " " and bool(nouns("civil").fullmatch(behind.strip().split(" ")[-1]))


def _mention(index: Actors, mention: Mention) -> Named | None:
    if mention.kind == "person":
        return _acting(index, mention.code)
    if mention.code:
        return named(mention.code, index.names.get(mention.code, ""), mention.country)
    code = mention.country or _organ(index, mention)
    return named(code) if code else None


def _bare(index: Actors, span: Span, head: str) -> str:
    """The country whose organ a noun without a name means, "" where it stays open."""
    sentence = next((s for s in index.sentences if s.span.covers(span)), None)
    if not head or sentence is None:
        return ""
    states = [
        m.country
        for phrase in subjects_before(sentence, span)
        for m in index.mentions
        if m.span.meets(phrase) and m.kind in _STATES and m.country
    ]
    where = index.text, index.mentions, sentence.span
    return organ_country(*where, span, head, index.home, frozenset(states))


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
    if countries:
        return countries.pop() if len(countries) == 1 else ""
    return _bare(index, mention.span, head.lower())


def _role(index: Actors, role: Mention) -> str:
    """The one person of the article who bears the title, "" where none or several do."""
    if role.country:
        return ""
    office = role.span.of(index.text).lower()
    holders = [code for code, person in index.persons.items() if holds(person.office, office)]
    return holders[0] if len(holders) == 1 else ""


def _told_office(index: Actors, role: Mention) -> str:
    """The country of an office that was told before: "the Ruritanian envoy … The envoy"."""
    office_words = role.span.of(index.text).lower()
    told = {
        m.country
        for m in index.mentions
        if m.kind == "role" and m.country and m.span.end <= role.span.start
        if m.span.of(index.text).lower() == office_words
    }
    return told.pop() if len(told) == 1 and not role.country else ""


def _person(index: Actors, code: str) -> Named:
    person = index.persons[code]
    return named(code, person.name, person.country)


def _acting(index: Actors, code: str) -> Named:
    person = index.persons[code]
    acting = person.acting
    if acting == code:
        return _person(index, code)
    return named(acting, index.names.get(acting, ""))


def _back(index: Actors, span: Span, number: str) -> tuple[str, ...]:
    def standing(words: Span) -> list[str]:
        return [one.actor_id for one in actors_at(index, words)]

    known = index.text, index.mentions, index.sentences
    return antecedents(*known, span, number, standing)


def _state_of(index: Actors, span: Span) -> tuple[Named, ...]:
    """The state that "his government" is of: that of the one person it goes back to."""
    ids = _back(index, span, "person")
    country = index.persons[ids[0]].country if len(ids) == 1 and ids[0] in index.persons else ""
    return (named(country),) if country else ()


def _meant(index: Actors, span: Span, number: str) -> tuple[Named, ...]:
    """The actors that a pronoun goes back to."""
    ids = _back(index, span, number)
    if ids == ("pair",):
        return tuple(named(code, index.names.get(code, "")) for code in index.pair)
    return tuple(
        _acting(index, code) if code in index.persons else named(code, index.names.get(code, ""))
        for code in ids
    )
