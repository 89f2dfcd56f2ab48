"""The fullest name that an article has for the words of a noun phrase."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from scripts.find.capitals import bodies
from scripts.find.cues import words
from scripts.find.drafts import Mention, Span
from scripts.find.titles import titles
from scripts.lexicon import rows
from scripts.resolve.cast import Actors
from scripts.resolve.holders import HOLDERS, Person
from scripts.resolve.registry import is_country

_DETERMINER = re.compile(
    r"^(?:(?:the|a|an|this|that|these|those|another|one|its|their|his|her)\s+(?!of\b))+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_OF = re.compile(r"\b(?:of|for|to|by|from|with|at|in)\s+(?:the\s+)?$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|and|&|,\s*and|as well as)\s*")
_ROLE_NAME = re.compile(
    r"(?:^|\s)(?!(?:of|for|to|by|from|with|at|in|on|and|the|near|de|al|bin|van|von)\s)"
    r"(?P<role>[a-z][\w-]+) (?P<name>[A-Z][\w’'.-]+(?: (?:[a-z]{2,3} )?[A-Z][\w’'-]+){1,3})$"
)
#: Between a role and the name behind it: a comma and a title.
_BESIDE_NAME = re.compile(r", (?:(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Lt|Capt)\.? |Professor |Sheikh )?")
#: A full name before a comma.
_AHEAD = re.compile(r"(?P<name>[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+), (?!and\b)")
#: A name behind an age.
_AGED = re.compile(
    r"(?:[Tt]he |[Aa]n? )?[\w-]+-year-old (?:[a-z][\w-]+ ){0,2}"
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){0,2})"
)
#: A proper name and the country that it is in or tells of.
_PLACED = re.compile(r"(?:[Tt]he )?(?P<name>[A-Z][\w’'-]*(?: [A-Z0-9][\w’'-]*){0,3}) (?:of|in) ")
#: A name and the body behind it: "Jane Roe of the Relief Fund", "geologist Jane Roe of Riverton".
_NAME_OF = re.compile(
    r"(?:(?:the |an? )?(?P<role>(?:[\w-]+ ){0,3}?[\w-]+) )??"
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z]\.)*(?: (?:(?!of|at|in|on|for|and|the|by|to)[a-z]{2,3} )?"
    r"[A-Z][\w’'-]+){1,2})"
    r" (?:of|from|at|with) (?:the )?(?P<body>[A-Z0-9].*|an? [a-z].*)$"
)
#: Behind the noun of a phrase: nothing, what it is of, or the name of who it is.
_ENDS = re.compile(r"$|\s(?:of|for|in|on|at|to|from)\b|\s[A-Z]")
#: Learned callings, which no list holds all of: "volcanologist", "statistician".
_LEARNED = re.compile(r"[a-z](?:ologist|ographer|ician)$")
#: A name and another one: "X and Y", not "businessman and ally Y".
_JOINED = re.compile(r"[A-Z][\w’'-]+,? and (?:[A-Z][\w.’'-]+ )*$")
_BODIES = {"organisation", "armed_group"}
#: Characters, and mentions, beside a name in which the words for its side are looked for.
_NEAR = 120
_BESIDE = 6
_SPELLED_OUT = re.compile(
    r"(?P<long>(?:[A-Z][\w’'-]+ (?:(?:of|for|and|the|on) )*){1,6}[A-Z]?[\w’'-]*) ?"
    r"\((?P<short>[A-Z][A-Z.&-]{1,7})\)"
)
#: What "the aid group" and the like say of a body besides that it is one.
_KINDS_OF_BODY = frozenset(
    {"aid", "relief", "medical", "health", "rights", "human rights", "advocacy", "humanitarian"}
    | {"news", "world", "global", "regional", "monitoring", "military", "state"}
)
_NEIGHBOURS = re.compile(r"the neighbou?rs", re.IGNORECASE)
_PAIR = re.compile(
    r"(?:the|both|these|their)?(?: ?(?:two|both|opposing|rival|warring|neighbou?ring))* ?"
    r"(?:countries|sides|nations|neighbou?rs|governments|states|leaders|capitals|parties)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Names:
    """What an article calls its persons and bodies (made by `make_names`).

    text: the flat text. mentions: in order, none over another. starts: of the mentions. persons:
    by id. pair: the names of the two countries of the story, in the order of their first mention.
    sides: person id → words for his country or body, the nearest to his name. longest: id of a
    body → its longest form. spelled_out: letters → the name before them ("Free Front (FF)").
    """

    text: str
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    persons: Mapping[str, Person]
    pair: tuple[str, ...]
    sides: Mapping[str, Span]
    longest: Mapping[str, str]
    spelled_out: Mapping[str, str]


def make_names(who: Actors) -> Names:
    """Everything that an article calls its speakers, read once."""
    longest: dict[str, str] = {}
    pair: dict[str, str] = {}
    for mention in who.mentions:
        words_ = mention.span.of(who.text)
        if mention.kind in _BODIES and mention.code and not is_country(mention.code):
            held = longest.get(mention.code, "")
            longest[mention.code] = max(held, words_, key=lambda form: (len(form), form))
        if mention.kind == "country" and mention.country in who.pair:
            pair.setdefault(mention.country, plain(words_))
    spelled_out: dict[str, str] = {}
    for match in _SPELLED_OUT.finditer(who.text):
        long = _initials(match["long"].strip(), match["short"])
        spelled_out.setdefault(match["short"], plain(long))
    return Names(
        who.text,
        who.mentions,
        tuple(mention.span.start for mention in who.mentions),
        who.persons,
        tuple(pair.values()) if len(pair) == 2 else (),
        _sides(who),
        longest,
        spelled_out,
    )


def _sides(who: Actors) -> dict[str, Span]:
    found: dict[str, tuple[int, Span]] = {}
    for at, mention in enumerate(who.mentions):
        person = who.persons.get(mention.code) if mention.kind == "person" else None
        if person is None:
            continue
        for held in who.mentions[max(at - _BESIDE, 0) : at + _BESIDE + 1]:
            of_body = bool(person.body) and held.code == person.body
            of_state = bool(person.country) and held.country == person.country
            of_state = of_state and (held.kind not in _BODIES or held.code in {"", person.country})
            if held.kind not in HOLDERS or not (of_body or of_state):
                continue
            gap = max(mention.span.start - held.span.end, held.span.start - mention.span.end)
            if gap <= _NEAR and gap < found.get(mention.code, (_NEAR + 1, held.span))[0]:
                found[mention.code] = (gap, held.span)
    return {code: span for code, (_, span) in found.items()}


def plain(phrase: str) -> str:
    """Words of a phrase without leading articles, closing marks and line breaks."""
    short = " ".join(phrase.split()).strip(' "“”,;:').lstrip("=+-@")
    short = _DETERMINER.sub("", short)
    return _POSSESSIVE.sub("", short).strip()


def inside(names: Names, span: Span) -> list[Mention]:
    """The mentions that share a character with a span."""
    at = bisect_left(names.starts, span.start)
    near = names.mentions[max(at - 1, 0) : bisect_left(names.starts, span.end)]
    return [m for m in near if m.span.meets(span)]


def person_in(names: Names, span: Span) -> Mention | None:
    """The person that a phrase names, not one in whose office or for whom somebody speaks."""
    people = [m for m in inside(names, span) if m.kind == "person" and span.covers(m.span)]
    if len(people) != 1:
        return None
    person = people[0]
    after = _POSSESSIVE.sub("", names.text[person.span.end : span.end])
    before = names.text[span.start : person.span.start]
    held = [t for t in titles(before) if t.kind not in {"honorific"}]
    # "the office of Mr X" is no person, "President of Ghana X" is one.
    honorific = [t for t in titles(before) if t.kind == "honorific"]
    lead = before[: honorific[0].span.start] if honorific else before
    behind = re.match(r"\s*(?:$|,|\(|(?:of|from|at|for|in|on)\b)", after)
    joined = _JOINED.search(before)
    if joined and held and not before[: joined.start()].strip():
        joined = None  # "Foreign and Migration Minister"
    if behind is None or (_OF.search(lead) and not held) or joined:
        return None
    return None if _OF.search(lead) and names.text[span.start : span.end].count(" of ") else person


def named_beside(names: Names, span: Span) -> Mention | None:
    """The person whose name stands between commas right behind a role: "the director, Dr Roe,"."""
    listed = titles(names.text, span.start, span.end)
    if not listed or listed[-1].span.end != span.end or not names.text[span.end - 1].islower():
        return None
    gap = _BESIDE_NAME.match(names.text, span.end)
    at = bisect_left(names.starts, gap.end()) if gap else len(names.mentions)
    if at == len(names.mentions) or names.starts[at] != (gap.end() if gap else -1):
        return None
    mention = names.mentions[at]
    closed = names.text[mention.span.end : mention.span.end + 1] == ","
    return mention if mention.kind == "person" and closed else None


def named_last(names: Names, span: Span) -> str:
    """The name behind a role in small letters ("artist Jane Roe"), "" where none stands there."""
    match = _ROLE_NAME.search(span.of(names.text))
    if match is None or match["role"] in words("institution") | words("outlet"):
        return ""
    known = [m for m in inside(names, span) if m.span.end == span.end]
    return "" if known and known[-1].kind != "person" else match["name"]


def named_ahead(names: Names, span: Span) -> str:
    """The name before what somebody is ("Jane Roe, head of sport at a paper"), else ""."""
    match = _AHEAD.match(span.of(names.text))
    rest = span.of(names.text)[match.end() :] if match else ""
    nouns = {word.lower() for word in re.findall(r"[\w-]+", rest)}
    return match["name"] if match and (nouns & _roles() or titles(rest)) else ""


def aged(names: Names, span: Span) -> str:
    """The name behind an age ("Ten-year-old Jane"), "" where none stands there."""
    match = _AGED.fullmatch(span.of(names.text))
    return match["name"] if match else ""


def named_first(names: Names, span: Span) -> tuple[str, Span] | None:
    """The name before a body, and where the body stands ("Jane Roe of the Relief Fund")."""
    match = _NAME_OF.match(span.of(names.text))
    if match is None:
        return None
    named = match["name"].split()
    while len(named) > 2 and (named[0].lower() in _roles() or _LEARNED.search(named[0])):
        named = named[1:]
    listed = words("institution") | words("outlet") | _roles()
    if any(word.lower() in listed for word in named) or titles(match["name"]):
        return None
    body = Span(span.start + match.start("body"), span.start + match.end("body"))
    first = Span(span.start + match.start("name"), span.start + match.end("name"))
    known = [m for m in inside(names, first) if m.kind != "person"]
    return None if known else (" ".join(named), body)


@cache
def _roles() -> frozenset[str]:
    """Nouns for what a person is or does, in the singular."""
    return frozenset(row["singular"].lower() for row in rows("persons"))


def in_full(names: Names, word: str) -> str:
    """The one full name of the article that ends in a word, "" where there is none or several.

    A family name may stand first as well, where commas set the full name apart (", Roe Jan,").
    """
    last = rf"(?:[A-Z][\w’'-]+ (?:[A-Z]\. )?){{1,3}}{re.escape(word)}(?![\w-])"
    first = rf"(?<=, ){re.escape(word)}(?: [A-Z][\w’'-]+){{1,2}}(?=,)"
    found = set()
    for match in re.finditer(f"{last}|{first}", names.text):
        listed = titles(match.group())
        name = match.group()[listed[-1].span.end :].strip() if listed else match.group()
        other = inside(names, Span(match.start(), match.end()))
        if " " in name and not any(m.kind != "person" and m.span.end >= match.end() for m in other):
            found.add(name)
    short = min(found, key=lambda name: (len(name), name), default="")
    return short if all(name.endswith(short) for name in found) else ""


def foreign(phrase: str) -> bool:
    """Whether a phrase names something of which a country is only the place: "ABC of Ruritania".

    Offices, organs and bodies of a country are its own.
    """
    match = _PLACED.match(phrase)
    if match is None or any(title.kind != "honorific" for title in titles(match["name"])):
        return False
    parts = set(match["name"].split())
    return not any(parts & bodies(kind) for kind in ("organ", "organisation", "armed_group"))


def several(names: Names, span: Span) -> list[Mention]:
    """The persons or countries that a phrase joins with "and", none where it says more."""
    found = [m for m in inside(names, span) if m.kind in {"person", "country", "capital"}]
    if len(found) < 2:
        return []
    gaps = [names.text[a.span.end : b.span.start] for a, b in pairwise(found)]
    return found if all(_JOINT.fullmatch(_untitled(gap)) for gap in gaps) else []


def _untitled(gap: str) -> str:
    listed = titles(gap)
    return gap[: listed[0].span.start] + gap[listed[-1].span.end :] if listed else gap


def is_pair(names: Names, span: Span) -> bool:
    """Whether a phrase means the two sides of the story."""
    if _NEIGHBOURS.fullmatch(span.of(names.text)):
        return False  # of somebody, as often as not
    if any(m.kind == "pair" for m in inside(names, span)):
        return True
    return bool(_PAIR.fullmatch(span.of(names.text))) and bool(
        re.match(
            r"(?:both|two|the two|the (?:sides|parties))\b", span.of(names.text), re.IGNORECASE
        )
    )


def body_name(names: Names, span: Span) -> str:
    """The fullest name that the article has for a body, its long form for a short one."""
    phrase = plain(span.of(names.text))
    coded = [m for m in inside(names, span) if m.code in names.longest]
    if len(coded) == 1 and plain(coded[0].span.of(names.text)) == phrase:
        return plain(names.longest[coded[0].code])
    return names.spelled_out.get(phrase, phrase)


def _lower(phrase: str) -> set[str]:
    return set(phrase.lower().split())


def _initials(phrase: str, short: str) -> str:
    """The end of a phrase whose initials are those of its short form; the phrase if none fits."""
    parts = phrase.split()
    for start in range(len(parts)):
        capitals = [part[0] for part in parts[start:] if part[0].isupper()]
        if "".join(capitals) == short.replace(".", ""):
            return " ".join(parts[start:])
    return phrase


def fuller(names: Names, span: Span, earlier: Iterable[Span]) -> Span | None:
    """An earlier phrase that names in full what "the commission" or "the group" means here.

    earlier: phrases that named somebody, the latest first.
    """
    phrase = plain(span.of(names.text))
    definite = span.of(names.text).lower().startswith(("the ", "that ", "this "))
    told, _, word = phrase.rpartition(" ")
    plain_body = not told or (told in _KINDS_OF_BODY and word in words("generic"))
    if not definite or not plain_body or not phrase[:1].islower():
        return None
    listed = list(earlier)
    by_name = [other for other in listed if plain(other.of(names.text))[:1].isupper()]
    for other in by_name + listed:
        said = plain(other.of(names.text))
        if other.meets(span) or " " not in said:
            continue
        match = re.search(rf"\b{re.escape(phrase)}\b", said, re.IGNORECASE)
        if match and _ENDS.match(said, match.end()):
            return other
    if word in words("generic") | words("seat"):
        for other in listed:
            of_body = [m for m in inside(names, other) if m.kind in _BODIES]
            of_body = [m for m in of_body if m.kind != "armed_group" or word in words("armed")]
            ends = bool(of_body) and of_body[-1].span.end == other.end
            said = plain(other.of(names.text))
            seat = word in words("seat") and bool(_lower(said) & words("institution"))
            called = seat and said[:1].isupper()
            if not other.meets(span) and (ends or called):
                return other
    return None
