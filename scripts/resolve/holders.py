"""For whom a person acts: the title beside his name and the country or body that it belongs to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from scripts.find.drafts import Mention, Span
from scripts.find.titles import Title, titles
from scripts.lexicon import rows
from scripts.resolve.bare import organ_country
from scripts.resolve.registry import is_country, known_actors

#: Kinds of mention that a person or a body can belong to.
HOLDERS = frozenset({"country", "demonym", "capital", "organisation", "armed_group", "polity"})
_STATES = frozenset({"country", "demonym", "capital"})
#: Between a state and the word "leader", or behind it.
_LEADS = re.compile(r"(?:'s?)? $| of ")
_REACH = 90  #: characters beside a name in which its title is looked for
#: Between a title and the name behind it: nothing, or the body that the title belongs to.
_TAIL = re.compile(r"(?: (?:of|for|to|at|in|on) [^,.;:]{2,60}?)?,? $")
#: Between a holder and its title.
_LINK = re.compile(r"(?:'s?)?(?: [\w-]+){0,3}[ -]")
_NO_LINK = re.compile(r"\b(?:and|or|said|says|told|with|by|from|after|as|to|that|met|in|on)\b")
#: What a state without a possessive does to somebody: "Ruritania jailed president Roe".
_DEED = re.compile(r" (?:[\w-]+ ){0,2}\w+(?:ed|ing) ")
_APPOSED = re.compile(r"(?: \([^)]{1,40}\))?,? ?")
_CLAUSE = re.compile(r"[^.;:\"]{3,120}")
_OF = re.compile(r" (?:of|from) (?:the )?")
#: The organ that a title is held in, right before it: "army spokesman".
_ORGAN = re.compile(
    r"(?<![\w-])(?P<organ>army|military|navy|air force|police|defen[cs]e ministry"
    r"|foreign ministry|government|interior ministry) $",
    re.IGNORECASE,
)
#: The same as a part of the title: "police chief".
_SERVES = re.compile(r"(?P<organ>army|military|navy|air force|police) ", re.IGNORECASE)
#: What a title is held in stands behind these; an envoy "to" somewhere is sent by another.
_BELONGS = {
    "spokes": re.compile(r" (?:of|for|at|with) (?:the )?"),
    "adviser": re.compile(r" (?:of|to) (?:the )?"),
    "": re.compile(r" (?:of|at) (?:the )?"),
}
#: What makes of an office another one: "the president" is no vice president.
_LESSER = frozenset(
    {"vice", "deputy", "assistant", "former", "ex", "prime", "secretary", "attorney"}
)
#: Offices that say who somebody is by birth, beside another one.
_BORN = frozenset({"Prince", "Princess", "Crown Prince"})
_ADVISERS = ("adviser", "advisor", "aide", "assistant")


@dataclass(frozen=True)
class Person:
    """A person of an article.

    country: alpha-3 of the state he belongs to; body: id of the body he speaks for; each "" where
    the article does not say. office: his title in lower case. acts: see `Title`.
    """

    actor_id: str
    name: str
    country: str
    body: str
    office: str
    acts: str

    @property
    def acting(self) -> str:
        """Whom he acts for: the country, the body, or himself."""
        if self.acts == "yes":
            return self.country or self.body or self.actor_id
        if self.acts == "part":
            return self.body or self.country or self.actor_id
        if self.acts == "body" and not self.body.endswith("-party"):
            return self.body or self.actor_id
        return self.actor_id


def holds(office: str, word: str) -> bool:
    """Whether a word may stand for an office: "minister" for "foreign minister".

    Both in small letters. "President" does not stand for "vice president".
    """
    named = office.startswith((f"{word} of ", f"{word} for "))
    ends = office.endswith(f" {word}") and office.split(maxsplit=1)[0] not in _LESSER
    return office == word or named or ends


def _holder(mention: Mention) -> tuple[str, str]:
    """Country and body that a mention gives to a title."""
    if mention.country:
        return mention.country, ""
    return "", "" if is_country(mention.code) else mention.code


def _before(text: str, title: Title, mentions: Sequence[Mention]) -> Mention | None:
    """The country or body named right before a title ("Iran's foreign minister")."""
    for mention in reversed(mentions):
        if mention.span.end > title.span.start or mention.kind not in HOLDERS:
            continue
        gap = text[mention.span.end : title.span.start]
        verb = mention.kind in {"country", "capital"} and _DEED.match(gap)
        if _LINK.fullmatch(gap) and not _NO_LINK.search(gap) and not verb:
            return mention
        return None
    return None


def _behind(text: str, title: Title, end: int, mentions: Sequence[Mention]) -> Mention | None:
    """The country or body that a title is held in ("president of", "spokesman for")."""
    advises = title.words.lower().endswith(_ADVISERS)
    belongs = _BELONGS["adviser" if advises else title.kind if title.kind == "spokes" else ""]
    for mention in mentions:
        if mention.span.start >= title.span.end and mention.span.end <= end:
            gap = text[title.span.end : mention.span.start]
            if mention.kind in HOLDERS and belongs.fullmatch(gap):
                return mention
            return None
    return None


def _offices(
    text: str, span: Span, block: Span, mentions: Sequence[Mention]
) -> Iterator[tuple[Title, Mention | None]]:
    """Titles beside a name, each with what it belongs to; those before the name first."""
    start = max(block.start, span.start - _REACH)
    near = [m for m in mentions if m.span.end >= start and m.span.start <= span.end + 2 * _REACH]
    edge = span.start
    for title in reversed(titles(text, start, span.start)):
        if _TAIL.fullmatch(text, title.span.end, edge) and not any(
            m.kind == "person" and title.span.end <= m.span.start < span.start for m in near
        ):
            if title.kind == "honorific" or title.words in _BORN:
                edge = title.span.start  # "the foreign minister, Prince X"
            behind = _behind(text, title, span.start, near)
            yield title, behind or _of_name(text, span, near) or _before(text, title, near)
    gap = _APPOSED.match(text, span.end, block.end)
    if gap and gap.group().endswith(", "):
        clause = _CLAUSE.match(text, gap.end(), block.end)
        if clause:
            end = clause.start() + (clause.group() + ", ").index(", ")
            for title in titles(text, gap.end(), min(end + _REACH, clause.end())):
                if title.span.start <= end:
                    inside = [m for m in near if m.span.start >= gap.end()]
                    before = _before(text, title, inside)
                    yield title, before or _behind(text, title, clause.end(), inside)


def _of_name(text: str, name: Span, mentions: Sequence[Mention]) -> Mention | None:
    """The country or body behind a name with a title: "President Jane Roe of Ruritania"."""
    for mention in mentions:
        if mention.span.start >= name.end:
            held = _OF.fullmatch(text, name.end, mention.span.start)
            return mention if held and mention.kind in HOLDERS else None
    return None


def _owner(text: str, person: Mention, mentions: Sequence[Mention]) -> str:
    """The country whose possessive stands right before a name ("Ruritania's Jane Roe")."""
    at = bisect_left(mentions, person.span, key=lambda mention: mention.span)
    if at and mentions[at - 1].kind == "country":
        before = mentions[at - 1]
        if text[before.span.end : person.span.start] == "'s ":
            return before.country
    return ""


def _better(old: Person | None, new: Person) -> Person:
    if old is None:
        return new
    if not (old.country or old.body) and (new.country or new.body):
        return new
    return old if old.acts != "no" or new.acts == "no" else new


def persons_of(
    text: str, blocks: Sequence[Span], mentions: Sequence[Mention], home: str = ""
) -> Mapping[str, Person]:
    """The persons of an article by their id, with what the text says of their office.

    Args:
        text: The flat text of the article.
        blocks: Its story.
        mentions: Its mentions, in order.
        home: The country of the story, "" where it has none; its army's spokesman speaks for it.
    """
    found: dict[str, Person] = {}
    names: dict[str, str] = {}
    for mention in mentions:
        if mention.kind != "person":
            continue
        words = mention.span.of(text)
        if len(words) > len(names.get(mention.code, "")):
            names[mention.code] = words
        block = next((b for b in blocks if b.covers(mention.span)), mention.span)
        for title, held in _offices(text, mention.span, block, mentions):
            country, body = _holder(held) if held is not None else ("", "")
            office = title.words.lower()
            acts = title.acts
            if office == "leader" and country and held is not None and held.kind in _STATES:
                between = text[held.span.end : title.span.start] or text[title.span.end :]
                acts = "yes" if _LEADS.match(between) else acts  # "the Ruritanian leader"
            within = _SERVES.match(text, title.span.start, title.span.end)
            served = within or _ORGAN.search(text, block.start, title.span.start)
            if served and not (country or body):
                head = served.group("organ").lower()
                where = Span(served.start(), served.end("organ"))
                country = organ_country(text, mentions, block, where, head, home, frozenset())
                acts = "yes" if country else acts
            person = Person(mention.code, "", country, body, office, acts)
            found[mention.code] = _better(found.get(mention.code), person)
        owner = _owner(text, mention, mentions)
        if owner and mention.code not in found:
            found[mention.code] = Person(mention.code, "", owner, "", "", "no")
    for code, name in names.items():
        person = found.get(code, Person(code, "", "", "", "", "no"))
        found[code] = replace(person, name=name)
    return _shared(_known(found), mentions, text)


@cache
def _administrations() -> Mapping[str, str]:
    """Surname of a head of state after whom a government is called → its country."""
    return {
        row["words"].removesuffix(" administration"): row["country"]
        for row in rows("metonyms")
        if row["words"].endswith(" administration")
    }


def _shared(
    persons: Mapping[str, Person], mentions: Sequence[Mention], text: str
) -> dict[str, Person]:
    """Gives an office without a country the one country whose holder of it nobody else is.

    "The Ruritanian president said … President Roe added": the office is told with a country, and
    no other person of the article holds it there.
    """
    told: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind == "role" and mention.country:
            told.setdefault(mention.span.of(text).lower(), set()).add(mention.country)
    held = {(person.office, person.country) for person in persons.values()}
    filled = {}
    for code, person in persons.items():
        open_ = {c for c in told.get(person.office, set()) if (person.office, c) not in held}
        rivals = [p for p in persons.values() if p.office == person.office and not p.country]
        country = min(open_) if len(open_) == 1 and len(rivals) == 1 else ""
        if person.office == "president":
            country = country or _administrations().get(person.name.split(" ")[-1], "")
        alone = bool(country) and not (person.country or person.body)
        if alone and (person.acts == "yes" or (person.acts == "no" and not person.office)):
            filled[code] = replace(person, country=country, acts="yes")
        else:
            filled[code] = person
    return filled


def _known(persons: Mapping[str, Person]) -> dict[str, Person]:
    """Adds the country of persons in the registry where the article gives none."""
    filled = {}
    for code, person in persons.items():
        row = known_actors().get(code)
        home = row["country_id"] if row is not None else ""
        filled[code] = person if person.country or not home else replace(person, country=home)
    return filled
