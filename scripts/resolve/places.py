"""Words → places: the one place that a phrase names, and its row for the table `places`."""

from collections.abc import Sequence

from scripts.find.drafts import Mention, Span
from scripts.find.gazetteer import flat
from scripts.find.slugs import slug
from scripts.find.world import City, city_of
from scripts.read.article import Article
from scripts.resolve.registry import is_country, known_actors, known_place_row

_KINDS = ("area", "city", "capital")
_SPOTS = ("airport", "palace", "bridge", "square", "street", "base", "camp", "hospital", "prison")


def place_at(article: Article, mentions: Sequence[Mention], span: Span) -> str:
    """The id of the place that the words of a span name.

    The most exact name counts: a city before its country. A country is a place as well, with the
    id `place-<name>`. Empty where the words name none, or two that do not lie in each other.

    Args:
        article: The article.
        mentions: Its mentions (see `find_mentions`).
        span: The words, as of "in the Hadley district".
    """
    inside = [m for m in mentions if m.span.meets(span)]
    exact = [m for m in inside if m.kind in _KINDS]
    codes = list(dict.fromkeys(m.code for m in exact))
    if len(codes) == 1:
        return codes[0]
    if len(codes) == 2 and not _apart(flat(article.text), exact):
        return codes[0]  # "Kandal, Upper Province": the first lies in the second
    if codes:
        return ""
    countries = list(dict.fromkeys(m.code for m in inside if m.kind == "country" and m.code))
    if len(countries) == 1:
        return slug("place", known_actors()[countries[0]]["name"])
    return ""


def _apart(text: str, exact: Sequence[Mention]) -> bool:
    """Whether two places are listed, not one laid in the other."""
    return text[exact[0].span.end : exact[1].span.start] not in {", ", ", in ", " in "}


def place_name(article: Article, mentions: Sequence[Mention], span: Span) -> str:
    """The words that name the place of a span (see `place_at`), "" where there is none."""
    place_id = place_at(article, mentions, span)
    for mention in mentions:
        if mention.span.meets(span) and place_id:
            words = mention.span.of(article.text)
            if mention.code == place_id or (mention.kind == "country" and is_country(mention.code)):
                return words
    return ""


def place_row(place_id: str, words: str = "", country: str = "") -> dict[str, str | float | None]:
    """The row of a place for the table `places`, all columns; what is not known is "" or None.

    Args:
        place_id: An id as `place_at` gives it.
        words: Its name as the article prints it, used where no gazetteer has it.
        country: Alpha-3 of the country that the article puts it in.
    """
    known = known_place_row(place_id)
    if known is not None:
        return known
    for code, row in known_actors().items():
        if is_country(code) and slug("place", row["name"]) == place_id:
            return _made(place_id, row["name"], code, "country")
    city = city_of(place_id)
    if city is not None:
        return _city(place_id, city)
    spot = any(word in place_id.split("-") for word in _SPOTS)
    return _made(place_id, words or place_id, country, "address" if spot else "area")


def _city(place_id: str, city: City) -> dict[str, str | float | None]:
    row = _made(place_id, city.name, city.country, "city")
    row |= {"latitude": city.latitude, "longitude": city.longitude, "geonames": city.geonames}
    return row | {"id_status": "verified"}


def _made(place_id: str, name: str, country: str, precision: str) -> dict[str, str | float | None]:
    return {
        "place_id": place_id,
        "name": name,
        "country_id": country,
        "latitude": None,
        "longitude": None,
        "place_precision": precision,
        "geonames": "",
        "wikidata": "",
        "id_status": "unverified",
    }
