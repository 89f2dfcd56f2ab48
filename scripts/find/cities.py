"""Cities and regions of the world where the text treats the word as a place."""

import re
from collections.abc import Iterable, Sequence

from scripts.find.capitals import Word, bodies, name_words, runs
from scripts.find.drafts import Mention, Span
from scripts.find.gazetteer import ambiguous
from scripts.find.slugs import slug
from scripts.find.titles import titles
from scripts.find.world import alternates, choose, choose_region, gazetteer, regions

#: Words before a name that put something there.
_PLACED = re.compile(
    r"(?<![\w-])(?:in|at|near|outside|around|toward|towards|from|reached|left|visited|into"
    r"|throughout|across|downtown|central|northern|southern|eastern|western"
    r"|(?:city|town|village|port|outskirts|suburb|streets|siege|battle|mayor|capital|north|south"
    r"|east|west|northeast|northwest|southeast|southwest|bombing|bombardment|shelling|liberation"
    r"|occupation|recapture|fall|residents|airport|province|region|district|state|suburbs"
    r"|station|hospital|market|harbour|harbor) of"
    r"|(?:assault|raid|march|advance|airstrikes?|air strikes?) on"
    r"|(?:city|town|village|port|capital)"
    # What is done to places and hardly to persons.
    r"|(?:shell|bomb|bombard|besieg|invad|occupi?|recaptur|reconquer|visit|enter|reach|tour"
    r"|evacuat|pound)(?:e|y|s|es|ed|ies|ied|ing)?|retake|retook|retakes|retaking|retaken|overran"
    r"|overrun|overruns|overrunning) $",
    re.IGNORECASE,
)
#: Verbs for places as well as for persons, who are known by their office.
_TAKEN = re.compile(
    r"(?<![\w-])(?:(?:seiz|captur|liberat|attack|storm|surround|encircl|target)"
    r"(?:e|s|es|ed|ing)?|(?:capture|seizure|encirclement) of|attacks? on) $",
    re.IGNORECASE,
)
#: Verbs of going and sending, with what may stand before "to".
_GONE = re.compile(
    r"(?<![\w-])(?:sen[dt]|sending|deploy\w*|fle[ed]|fled|fleeing|fl(?:y|ies|ew|own|ying)|goes|went"
    r"|gone|going|walk(?:s|ed|ing)?|trek\w*|dr[oi]ve[sn]?|driving"
    r"|mov(?:e|es|ed|ing)|travel\w*|return\w*|march\w*|transfer\w*|airlift\w*"
    r"|evacuat\w*|deport\w*|advanc(?:e|es|ed|ing)|withdr[ae]w\w*)\b[^.;:\"]{0,40} to $"
)
_LEAST = 4  #: letters of a name that no gazetteer has under this spelling
_GOING = 60  #: characters in which such a verb stands
_COMPASS = r"(?:north|south)(?:-?(?:east|west))?|east|west"
#: Words before a name that nothing but a place has behind it.
_SURE = re.compile(
    rf"(?<![\w-])(?:near|(?:{_COMPASS}|outskirts|city|town|village|port) of"
    rf"|(?:in|into|across|throughout|from) (?:(?:{_COMPASS})(?:ern)?|central)) $"
)
#: A name with the word for what it is a part of a country.
_REGION = re.compile(
    r"\b([^\W\d_a-zß-ÿ][\w'-]+(?: [^\W\d_a-zß-ÿ][\w'-]+)?) "
    r"(?:[Ss]tate|[Pp]rovince|[Rr]egion|[Gg]overnorate|[Oo]blast|[Dd]epartment|[Pp]refecture)\b"
)
_APPOSED = re.compile(r",? [^,.;\"]{2,40}")
_LIST = re.compile(r"(?:,|,? and|,? or) $")
_COUNTRY_BEHIND = re.compile(r", $")


def _placed(text: str, span: Span, placed_ends: set[int], beside: set[int]) -> bool:
    before = text[max(0, span.start - 24) : span.start]
    if _PLACED.search(before):
        return True
    if _TAKEN.search(before):
        behind = _APPOSED.match(text, span.end)
        return behind is None or not titles(text, span.end, behind.end())
    if before.endswith(" to ") and _GONE.search(text, max(0, span.start - _GOING), span.start):
        return True
    listed = _LIST.search(before)
    if listed and span.start - len(listed.group()) in placed_ends:
        return True
    return bool(_COUNTRY_BEHIND.match(text, span.end, span.end + 2)) and span.end + 2 in beside


def _pieces(run: Sequence[Word], taken: Sequence[Span]) -> Iterable[Span]:
    """The free words of a run of capitals, openers left out."""
    held: list[Word] = []
    for word in run:
        if any(span.meets(word.span) for span in taken) or word.text in name_words("opener"):
            if held:
                yield Span(held[0].span.start, held[-1].span.end)
            held = []
        else:
            held.append(word)
    if held:
        yield Span(held[0].span.start, held[-1].span.end)


def _mention(name: str, span: Span, countries: frozenset[str]) -> Mention | None:
    city = choose(name, countries)
    home = choose_region(name, countries)
    if city is not None and (not home or city.country == home):
        return Mention(span, "city", city.place_id, city.country)
    if home and (city is None or city.country not in regions()[name]):
        return Mention(span, "area", slug("place", name), home)
    return None


def _otherwise(text: str, name: str, span: Span, countries: frozenset[str]) -> Mention | None:
    """A town by another name of its own, or a place that only the words before it give away."""
    if len(name) < _LEAST or name.isupper():
        return None
    known = {city for country in sorted(countries) for city in alternates(country).get(name, ())}
    if len(known) == 1:
        city = known.pop()
        return Mention(span, "city", city.place_id, city.country)
    last = name.rsplit(" ", maxsplit=1)[-1]
    if known or titles(name) or any(last in bodies(kind) for kind in ("none", "organ")):
        return None
    before = text[max(0, span.start - 24) : span.start]
    if _SURE.search(before) and not text.startswith("'s", span.end):
        return Mention(span, "area", slug("place", name), "")
    return None


def _homes(text: str) -> frozenset[str]:
    """Countries whose provinces a text names as such: "Yobe State", "the Donetsk region"."""
    named = (regions().get(name, frozenset()) for name in _REGION.findall(text))
    return frozenset(min(group) for group in named if len(group) == 1)


def cities(text: str, blocks: Sequence[Span], taken: Sequence[Mention]) -> list[Mention]:
    """Mentions of cities in the free capitals of a flat text, where the words beside them agree."""
    countries = frozenset(mention.country for mention in taken if mention.country)
    countries |= _homes(text)
    found = _cities(text, blocks, taken, countries)
    homes = frozenset(mention.country for mention in found if mention.country)
    if countries or not homes:
        return found
    # An article that names no country is in that of the large towns that it names.
    return _cities(text, blocks, taken, homes)


def _cities(
    text: str, blocks: Sequence[Span], taken: Sequence[Mention], countries: frozenset[str]
) -> list[Mention]:
    beside = {m.span.start for m in taken if m.kind in {"country", "area"}}
    found: list[Mention] = []
    settled: set[str] = set()
    for block in blocks:
        spans = [mention.span for mention in taken if mention.span.meets(block)]
        ends = {m.span.end for m in taken if m.kind in {"capital", "area", "city"}}
        for run in runs(text, block):
            for span in _pieces(run, spans):
                name = span.of(text)
                if name in name_words("calendar") or name in ambiguous():
                    continue
                if name in gazetteer() or name in regions():
                    if name not in settled and not _placed(text, span, ends, beside):
                        continue
                    mention = _mention(name, span, countries)
                elif name in settled or _placed(text, span, ends, beside):
                    mention = _otherwise(text, name, span, countries)
                else:
                    continue
                if mention is not None:
                    settled.add(name)
                    ends.add(span.end)
                    found.append(mention)
    return found
