"""Words → actors within one article."""

import pytest

from schemas.tables import table
from scripts.find.names import find_mentions
from scripts.resolve.actors import actors_at, speaker_at
from scripts.resolve.cast import Actors, actors
from scripts.resolve.registry import actor_row, kind_of
from tests.named_stories import span, story

INTERPOL = "organisation-international-criminal-police-organization"


def index(text: str) -> Actors:
    article, parsed = story(text)
    return actors(article, parsed, find_mentions(article, parsed))


def ids(text: str, words: str) -> list[str]:
    return [actor.actor_id for actor in actors_at(index(text), span(text, words))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kenya will free 12 Ugandan soldiers.", "12 Ugandan soldiers", ["UGA"]),
        ("Peruvian and Chilean envoys met.", "Peruvian and Chilean envoys", ["PER", "CHL"]),
        ("Lima’s forces withdrew.", "Lima’s forces", ["PER"]),
        ("The Peruvian government agreed.", "The Peruvian government", ["PER"]),
        ("The Kremlin refused.", "The Kremlin", ["RUS"]),
        (
            "the Ministry of Foreign Affairs of Peru",
            "the Ministry of Foreign Affairs of Peru",
            ["PER"],
        ),
        ("The leaders of Peru and Chile met.", "The leaders of Peru and Chile", ["PER", "CHL"]),
        ("The Trump administration agreed.", "The Trump administration", ["USA"]),
        ("Peru’s bid won.", "Peru’s bid", ["PER"]),
        ("The EU objected.", "The EU", ["organisation-european-union"]),
        ("Nobody came.", "Nobody", []),
        ("Soldiers came.", "Soldiers", []),
    ],
)
def test_a_country_stands_for_its_organs_and_forces(
    text: str, words: str, expected: list[str]
) -> None:
    assert ids(text, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Peruvian separatist forces", "armed-group-peruvian-separatist-forces"),
        ("The Russian-backed rebels", "armed-group-russian-backed-rebels"),
        ("Peruvian human rights defenders", "group-peruvian-human-rights-defenders"),
        ("Houthi rebels", "armed-group-houthis"),
        ("The Turkish-backed Syrian National Army", "armed-group-syrian-national-army"),
    ],
)
def test_a_group_with_the_name_of_a_people_is_not_the_state(words: str, expected: str) -> None:
    assert ids(f"{words} left.", words) == [expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peruvian Prime Minister Jane Roe met nobody. Roe left.", "Roe left", "PER"),
        ("Jane Roe, Peru’s foreign minister, left.", "Jane Roe", "PER"),
        ("U.S. Secretary of State Tom Lee called.", "Secretary of State Tom Lee", "USA"),
        (
            "President of the United Nations Jane Roe came.",
            "Jane Roe",
            "organisation-united-nations",
        ),
        ("Jane Roe, a spokeswoman for the Peruvian Foreign Ministry, spoke.", "Jane Roe", "PER"),
        ("Peru’s Foreign Ministry spokeswoman Jane Roe spoke.", "Jane Roe", "PER"),
        ("U.S. Ambassador to the United Nations Jane Roe spoke.", "Jane Roe", "USA"),
        ("Interpol spokesman Tom Lee spoke.", "Tom Lee", INTERPOL),
        ("Peruvian opposition leader Jane Roe spoke.", "Jane Roe", "person-jane-roe"),
        ("“No,” Jane Roe said.", "Jane Roe", "person-jane-roe"),
        ("The Chilean president spoke. President Jane Roe agreed.", "Jane Roe", "CHL"),
    ],
)
def test_an_office_holder_acts_for_what_the_office_belongs_to(
    text: str, words: str, expected: str
) -> None:
    found = [one.actor_id for one in actors_at(index(text), span(text, words))]
    assert found == [expected]


def test_an_office_told_of_another_country_is_not_handed_on() -> None:
    text = "Chilean President Ann May came. The Chilean president met President Jane Roe."
    (found,) = actors_at(index(text), span(text, "Jane Roe"))
    assert found.actor_id == "person-jane-roe"


@pytest.mark.parametrize("words", ["the two sides", "Both countries", "they", "the countries"])
def test_the_two_sides_are_the_two_countries_named_side_by_side(words: str) -> None:
    text = (
        "Peru and Chile met in Oslo, Norway. Talks between Chile and Peru went on. "
        f"Peru and Chile hope {words} will sign."
    )
    assert ids(text, words) == ["CHL", "PER"]


def test_the_two_sides_stay_open_where_three_are_named_alike() -> None:
    text = "Peru, then Chile, then Brazil came. Peru left, Chile left, Brazil left the two sides."
    assert ids(text, "the two sides") == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru agreed that it would go.", "it", ["PER"]),
        ("Peru met Chile and it left.", "it", []),
        ("Peruvian President Jane Roe spoke. She left.", "She", ["PER"]),
        ("President Jane Roe met President Ann May. She left.", "She", []),
        ("Peru recalled its troops.", "its troops", ["PER"]),
        ("It rained.", "It", []),
    ],
)
def test_a_pronoun_goes_back_only_where_one_thing_can_be_meant(
    text: str, words: str, expected: list[str]
) -> None:
    assert ids(text, words) == expected


def test_a_speaker_is_the_person_and_not_the_state() -> None:
    text = "Peruvian Foreign Minister Jane Roe came. Roe said no."
    at = span(text, "Roe said")
    speaker = speaker_at(index(text), at)
    assert speaker is not None
    assert (speaker.actor_id, speaker.name, speaker.kind) == (
        "person-jane-roe",
        "Jane Roe",
        "person",
    )


def test_a_statement_that_speaks_is_a_document() -> None:
    text = "The joint statement said no."
    speaker = speaker_at(index(text), span(text, "The joint statement"))
    assert speaker is not None
    assert (speaker.actor_id, speaker.kind) == ("document-joint-statement", "document")


@pytest.mark.parametrize(
    "actor_id", ["PER", "organisation-european-union", "armed-group-red-dawn", "person-jane-roe"]
)
def test_every_actor_has_a_row_with_all_columns(actor_id: str) -> None:
    row = actor_row(actor_id, "Red Dawn")
    assert set(row) == set(table("actors").columns)
    assert row["kind"] == kind_of(actor_id)
    assert row["iso3"] == (actor_id if actor_id.isupper() else "")


def test_an_unknown_country_or_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="XXA"):
        actor_row("XXA")
    with pytest.raises(ValueError, match="no kind"):
        actor_row("nobody")


@pytest.mark.parametrize(
    "words",
    [
        "Four masked students",
        "At least 20 masked students",
        "Dozens of masked students",
        "Nearly two hundred masked students",
        "The twenty-five masked students",
    ],
)
def test_how_many_they_are_is_no_part_of_what_a_group_is_called(words: str) -> None:
    assert ids(f"{words} came.", words) == ["group-masked-students"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("In Serbia, Serbs voted.", "Serbs", ["SRB"]),
        ("In Bosnia, Serbs voted.", "Serbs", []),
        ("Bosnian Serbs voted.", "Bosnian Serbs", ["group-bosnian-serbs"]),
        ("Croats voted in Zagreb.", "Croats", ["HRV"]),
        ("Iraqi Kurds voted.", "Iraqi Kurds", ["group-kurds"]),
        ("Tamils left the north.", "Tamils", ["group-tamils"]),
        ("The Druze leader left.", "The Druze leader", []),
        ("Turks and Palestinians left.", "Turks and Palestinians", ["TUR", "PSE"]),
    ],
)
def test_a_people_is_its_state_only_where_the_article_is_about_that_state(
    text: str, words: str, expected: list[str]
) -> None:
    assert ids(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Roe, leader of Hezbollah, left.", "Jane Roe"),
        ("Hezbollah leader Jane Roe left.", "Jane Roe"),
        ("The Green Party nominee Jane Roe left.", "Jane Roe"),
        ("Senator Jane Roe (Green Party) left.", "Jane Roe"),
        ("Jane Roe, chairwoman of the Green Party, left.", "Jane Roe"),
    ],
)
def test_a_person_is_not_the_party_or_group_that_she_leads(text: str, words: str) -> None:
    assert ids(text + " Jane Roe said so.", words) == ["person-jane-roe"]
