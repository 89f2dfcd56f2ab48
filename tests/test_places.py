"""Words → places within one article."""

import pytest

from schemas.tables import table
from scripts.find.names import find_mentions
from scripts.resolve.places import place_at, place_name, place_row
from tests.named_stories import span, story

CAMBRIDGE = "place-cambridge-usa"


def place(text: str, words: str) -> str:
    article, parsed = story(text)
    return place_at(article, find_mentions(article, parsed), span(text, words))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("They met in Nairobi, Kenya.", "in Nairobi, Kenya", "place-nairobi"),
        ("They met in Kenya.", "in Kenya", "place-kenya"),
        ("It hit the Kolwana district.", "the Kolwana district", "place-kolwana-district"),
        ("They met in Kiev.", "in Kiev", "place-kyiv"),
        ("They met at the White House.", "at the White House", "place-white-house"),
        ("They met in Nairobi and Kampala.", "in Nairobi and Kampala", ""),
        ("They met there.", "there", ""),
        ("They met in Cambridge, Massachusetts, in the United States.", "Cambridge", CAMBRIDGE),
    ],
)
def test_the_most_exact_name_is_the_place(text: str, words: str, expected: str) -> None:
    assert place(text, words) == expected


def test_the_name_is_kept_as_printed() -> None:
    article, parsed = story("They met in Kiev.")
    found = place_name(article, find_mentions(article, parsed), span(article.text, "in Kiev"))
    assert found == "Kiev"


def test_cities_of_one_name_are_two_places() -> None:
    british, american = place_row("place-cambridge", "Cambridge"), place_row(CAMBRIDGE, "Cambridge")
    assert (british["country_id"], american["country_id"]) == ("GBR", "USA")
    assert british["geonames"] != american["geonames"]


@pytest.mark.parametrize(
    ("place_id", "words", "country", "precision", "status"),
    [
        ("place-nairobi", "", "", "city", "verified"),
        ("place-kenya", "", "", "country", "unverified"),
        ("place-mombasa", "Mombasa", "KEN", "city", "verified"),
        ("place-kolwana-district", "Kolwana district", "", "area", "unverified"),
        ("place-entebbe-airport", "Entebbe airport", "UGA", "address", "unverified"),
    ],
)
def test_every_place_has_a_row_with_all_columns(
    place_id: str, words: str, country: str, precision: str, status: str
) -> None:
    row = place_row(place_id, words, country)
    assert set(row) == set(table("places").columns)
    assert (row["place_precision"], row["id_status"]) == (precision, status)
    assert bool(row["geonames"]) == (status == "verified")
    assert (row["latitude"] is None) == (row["longitude"] is None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rebels seized Goma at dawn.", ["place-goma"]),
        ("Warplanes bombed Aleppo at dawn.", ["place-aleppo"]),
        ("The militia gave up and the army retook Sirte.", ["place-sirte"]),
        ("Artillery shelled Donetsk at dawn.", ["place-donetsk"]),
        ("The fall of Goma came at dawn.", ["place-goma"]),
        (
            "Ukraine said its troops captured Kherson and Mariupol.",
            ["place-kherson", "place-mariupol"],
        ),
        ("Police captured Santos, a former minister, at dawn.", []),
        ("The judge praised Houston at dawn.", []),
    ],
)
def test_a_city_may_be_what_is_shelled_or_seized(text: str, found: list[str]) -> None:
    article, parsed = story(text)
    mentions = find_mentions(article, parsed)
    assert [m.code for m in mentions if m.kind == "city"] == found
