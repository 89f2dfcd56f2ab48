"""Known actors and places with their identifiers, and the rows that the tables show of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from schemas.tables import codelist

_KINDS = ("armed-group", "organisation", "document", "polity", "person", "group")
_NUMBERS = ("latitude", "longitude")


@dataclass(frozen=True)
class Named:
    """An actor that words of an article stand for.

    actor_id: alpha-3 of a country, an id of `codes/actors.csv`, or kind and name as a slug.
    country: alpha-3 of the country it belongs to or speaks for, "" where none is told.
    """

    actor_id: str
    name: str
    kind: str
    country: str


@cache
def known_actors() -> Mapping[str, Mapping[str, str]]:
    """Rows of `schemas/codes/actors.csv` by actor_id."""
    return codelist("actors").rows


@cache
def known_places() -> Mapping[str, Mapping[str, str]]:
    """Rows of `schemas/codes/places.csv` by place_id."""
    return codelist("places").rows


def is_country(actor_id: str) -> bool:
    """Whether an id is the alpha-3 code of a country."""
    return len(actor_id) == 3 and actor_id.isupper()


def kind_of(actor_id: str) -> str:
    """The kind (`codes/actor_kinds.csv`) that an actor id shows.

    Raises:
        ValueError: if the id is neither alpha-3 nor begins with a kind.
    """
    if is_country(actor_id):
        return "country"
    for kind in _KINDS:
        if actor_id.startswith(f"{kind}-"):
            return kind.replace("-", "_")
    raise ValueError(f"actor id {actor_id!r} begins with no kind of actor")


def named(actor_id: str, words: str = "", country: str = "") -> Named:
    """The actor of an id, with its name of the registry, or else the words of the article.

    Raises:
        ValueError: if the id shows no kind.
    """
    row = known_actors().get(actor_id)
    if row is not None:
        return Named(actor_id, row["name"], row["kind"], row["country_id"] or country)
    return Named(actor_id, words, kind_of(actor_id), country)


def actor_row(actor_id: str, words: str = "", country: str = "") -> dict[str, str]:
    """The row of an actor for the table `actors`, all columns; a cell that is not known is "".

    Args:
        actor_id: An id as `actors_at` gives it.
        words: Its name as the articles print it, used where the registry has none.
        country: Alpha-3 of the country that the articles say it belongs to.

    Raises:
        ValueError: if the id shows no kind, or is alpha-3 and no country has that code.
    """
    row = known_actors().get(actor_id)
    if row is not None:
        made = dict(row)
        made["iso3"] = actor_id if is_country(actor_id) else ""
        made["country_id"] = row["country_id"] or ("" if is_country(actor_id) else country)
        return made
    if is_country(actor_id):
        raise ValueError(
            f"no country has the alpha-3 code {actor_id}; see schemas/codes/actors.csv"
        )
    blank = dict.fromkeys(("iso3", "cow", "gw", "wikidata", "plover"), "")
    return {
        "actor_id": actor_id,
        "name": words or actor_id,
        "kind": kind_of(actor_id),
        **blank,
        "country_id": country,
        "id_status": "unverified",
    }


def known_place_row(place_id: str) -> dict[str, str | float | None] | None:
    """The registry's row of a place with its degrees as numbers, None where it has none."""
    row = known_places().get(place_id)
    if row is None:
        return None
    made: dict[str, str | float | None] = dict(row)
    for column in _NUMBERS:
        made[column] = float(row[column]) if row[column] else None
    return made
