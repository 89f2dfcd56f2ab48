"""Mentions of actors and places in running text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.find.slugs import slug
from scripts.lexicon import rows
from tests.named_stories import mentions, read

STATES = ("country", "demonym", "capital")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Uganda reopened the crossing.", [("Kenya", "KEN"), ("Uganda", "UGA")]),
        ("The Kenyans met three Ugandan officers.", [("Kenyans", "KEN"), ("Ugandan", "UGA")]),
        ("Envoys flew from Nairobi to Kampala.", [("Nairobi", "KEN"), ("Kampala", "UGA")]),
        ("The Peru-Ecuador border is quiet.", [("Peru", "PER"), ("Ecuador", "ECU")]),
        ("A Polish-Lithuanian patrol passed.", [("Polish", "POL"), ("Lithuanian", "LTU")]),
        ("The U.S.-mediated round failed.", [("U.S.", "USA")]),
        ("Oslo-led talks begin.", [("Oslo", "NOR")]),
        ("Norway’s offer stands.", [("Norway", "NOR")]),
        ("QUITO/LIMA - Both agreed.", [("QUITO", "ECU"), ("LIMA", "PER")]),
        ("Officials in the UK and the UAE spoke.", [("UK", "GBR"), ("UAE", "ARE")]),
        (
            "Ivory Coast, also Côte d’Ivoire, voted.",
            [("Ivory Coast", "CIV"), ("Côte d’Ivoire", "CIV")],
        ),
        ("Türkiye, once Turkey, agreed.", [("Türkiye", "TUR"), ("Turkey", "TUR")]),
        ("South Sudan is not Sudan.", [("South Sudan", "SSD"), ("Sudan", "SDN")]),
        (
            "Guinea-Bissau and Papua New Guinea.",
            [("Guinea-Bissau", "GNB"), ("Papua New Guinea", "PNG")],
        ),
        ("The Kremlin and Downing Street.", [("Kremlin", "RUS"), ("Downing Street", "GBR")]),
    ],
)
def test_states_their_people_and_their_seats_are_found(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert read(text, *STATES) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He asked us for help and us alone.",
        "It cost US$40 to enter.",
        "They sailed for the South Pole.",
        "The fish live in the Indian Ocean.",
        "A Romanesque arch, an Iranology course.",
        "The turkey and the china were served.",
        "She may come in May.",
    ],
)
def test_words_that_only_look_like_a_state_are_none(text: str) -> None:
    assert read(text, *STATES) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops left Tbilisi. Georgia protested.", [("Tbilisi", "GEO"), ("Georgia", "GEO")]),
        ("Voters in Atlanta and all over Georgia queued.", []),
        ("Georgia was cold.", []),
        ("The prime minister of Georgia resigned.", [("Georgia", "GEO")]),
        ("The governor of Georgia resigned.", []),
        ("The prime minister of Chad resigned.", [("Chad", "TCD")]),
        ("Jordan’s king resigned.", [("Jordan", "JOR")]),
        ("The president of Jordan Motors resigned.", []),
        ("The president of Congo resigned.", []),
        ("Kinshasa said Congo would answer.", [("Kinshasa", "COD"), ("Congo", "COD")]),
        ("The Congolese army moved.", []),
    ],
)
def test_a_name_of_several_things_waits_for_the_article_to_settle_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert read(text, *STATES) == expected


def test_initials_that_several_bodies_share_need_the_full_name() -> None:
    alone = "The SDF held the bridge."
    told = "The Syrian Democratic Forces came. The SDF held the bridge."
    assert read(alone, "armed_group") == []
    assert [words for words, _ in read(told, "armed_group")] == ["Syrian Democratic Forces", "SDF"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Jane Roe left. Roe was late.", ["Jane Roe", "Roe"]),
        ("Mr O'Hara spoke to Gen. Abdul al-Masri.", ["O'Hara", "Abdul al-Masri"]),
        ("Tom Ruiz, 45, was freed. Later Ruiz wept.", ["Tom Ruiz", "Ruiz"]),
        ("“We wait,” Lena Brandt said.", ["Lena Brandt"]),
        ("Prime Minister Ann May spoke in May. May left on May 5.", ["Ann May"]),
        ("The Good Friday march passed Baker Street.", []),
        ("Talks on the Blue Nile Dam failed.", []),
        ("At 2 PM Roe left.", []),
        ("Queen Elizabeth II. In London it rained.", ["Elizabeth II"]),
        ("Culture and Sports Minister Li Wen agreed.", ["Li Wen"]),
    ],
)
def test_persons_need_more_than_capitals(text: str, expected: list[str]) -> None:
    assert [words for words, _ in read(text, "person")] == expected


def test_full_name_and_surname_are_one_person_whatever_the_accents() -> None:
    text = "President José Muñoz met the press. Munoz then left."
    assert {m.code for m in mentions(text) if m.kind == "person"} == {"person-jose-munoz"}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        (
            "The Ministry of Foreign Affairs of Chad agreed.",
            "Ministry of Foreign Affairs of Chad",
            "",
        ),
        ("The Kenyan Defence Ministry agreed.", "Kenyan Defence Ministry", "KEN"),
        (
            "The National Commission on Refugees, Returnees and Lost Children met.",
            "National Commission on Refugees, Returnees and Lost Children",
            "",
        ),
        ("The Office of the Prime Minister replied.", "Office of the Prime Minister", ""),
        ("The Northern Lakes Peace Forum met.", "Northern Lakes Peace Forum", ""),
    ],
)
def test_bodies_are_known_by_their_head_noun(text: str, words: str, country: str) -> None:
    found = [m for m in mentions(text) if m.kind == "organisation"]
    assert words in {m.span.of(text) for m in found}
    if country:
        assert found[0].country == country


def test_initials_in_brackets_stand_for_the_body_from_then_on() -> None:
    text = "The Northern Lakes Peace Forum (NLPF) met. Later the NLPF parted."
    assert {m.code for m in mentions(text)} == {"organisation-northern-lakes-peace-forum"}
    assert len(mentions(text)) == 3


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Fighting reached the Kolwana district.", "area", "Kolwana district"),
        ("Lorries use the Wakhan Corridor.", "area", "Wakhan Corridor"),
        ("They landed at Entebbe airport.", "area", "Entebbe airport"),
        ("They fled the village of Little Marren.", "city", "Little Marren"),
        ("Shells fell in Kharkiv, Ukraine.", "city", "Kharkiv"),
        ("Kharkiv Smith sings.", "city", ""),
        ("They live in New Hampshire, America.", "area", "New Hampshire"),
        ("Trucks drove to Toronto from Ontario, Canada.", "area", "Ontario"),
    ],
)
def test_places_need_a_word_that_puts_something_there(text: str, kind: str, words: str) -> None:
    assert [m.span.of(text) for m in mentions(text) if m.kind == kind] == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Both sides agreed and the two leaders met.", ["Both sides", "the two leaders"]),
        ("The two neighbouring countries traded.", ["The two neighbouring countries"]),
        ("Two countries sent help; many parties grew.", []),
    ],
)
def test_words_for_the_two_of_a_story_are_pairs(text: str, expected: list[str]) -> None:
    assert [words for words, _ in read(text, "pair")] == expected


def test_an_office_alone_is_a_role_and_before_a_name_it_is_none() -> None:
    text = "The Kenyan president met Prime Minister Jane Roe."
    assert read(text, "role") == [("president", "KEN")]


@given(
    st.lists(
        st.sampled_from(
            [
                "Kenya",
                "the Kenyan army",
                "Mr Roe",
                "U.S.",
                "’s",
                "-",
                "both sides",
                ",",
                "\n",
                "EU",
                "Ǆ",
            ]
        ),
        max_size=12,
    )
)
def test_mentions_are_in_order_and_never_share_a_character(pieces: list[str]) -> None:
    found = mentions(" ".join(pieces))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(m.kind for m in found)


def test_furniture_is_not_read() -> None:
    from dataclasses import replace

    from scripts.find.names import find_mentions
    from tests.named_stories import story

    article, parsed = story("Kenya spoke.\nRead more about Uganda")
    blocks = (article.blocks[0], replace(article.blocks[1], kind="teaser"))
    found = find_mentions(replace(article, blocks=blocks), parsed)
    assert [m.code for m in found] == ["KEN"]


def test_names_in_another_script_keep_ids_of_their_own() -> None:
    assert slug("person", "Иван") != slug("person", "Олег")
    assert slug("person", "Иван").startswith("person-")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    import re

    assert re.fullmatch(r"([a-z][a-z0-9-]*)?", slug(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They took Roca da Praia on Monday.", []),
        ("The London Underground was shut.", []),
        ("They left Praia on Monday.", ["Praia"]),
        ("The mayor of London Jane Roe came.", ["London"]),
        ("London Mayor Jane Roe came.", ["London"]),
    ],
)
def test_a_capital_inside_a_longer_name_is_none(text: str, found: list[str]) -> None:
    assert [words for words, _ in read(text, "capital")] == found


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Kenya met Ukraine. It shelled Jitomir.", "Jitomir", "place-zhytomyr"),
        ("Syrians fled. They met in Al Qamishli.", "Al Qamishli", "place-al-qamishli"),
        ("India sent 900 soldiers to Ladakh.", "Ladakh", "place-ladakh"),
        ("It fell near Orvana.", "Orvana", "place-orvana"),
        ("It fell in northern Orvana.", "Orvana", "place-orvana"),
        ("They met in Orvana.", "Orvana", None),
        ("It fell near Orvana's home.", "Orvana", None),
    ],
)
def test_places_by_another_spelling_or_by_the_words_before_them(
    text: str, words: str, place: str | None
) -> None:
    named = {m.span.of(text): m.code for m in mentions(text) if m.kind in {"city", "area"}}
    assert named.get(words) == place


def test_a_ministry_in_a_capital_is_that_country_s() -> None:
    text = "The Foreign Ministry in Nairobi spoke."
    assert read(text, "organisation") == [("Foreign Ministry", "KEN")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ruritanians left. Bosnian Serbs met.", []),
        ("Kenyan Somalis met Kenyan officers.", [("Kenyan Somalis", "group-kenyan-somalis")]),
        (
            "Free Orvana fighters came. Free Orvana said no.",
            [("Free Orvana", "armed-group-free-orvana")] * 2,
        ),
        ("The rebel group Orvana came.", [("Orvana", "armed-group-orvana")]),
        ("Militants of the Orvana group came.", [("Orvana", "armed-group-orvana")]),
        ("Orvan rebels came.", []),
        ("Members of the Orvana group came.", []),
    ],
)
def test_peoples_and_bands_by_the_words_beside_them(
    text: str, found: list[tuple[str, str]]
) -> None:
    known = {"group-bosnian-serbs"}
    kinds = ("group", "armed_group")
    assert [one for one in read(text, *kinds) if one[1] not in known] == found


SHORT = {
    row["words"]: row
    for row in rows("ambiguous_names")
    if row["kind"] in {"organisation", "armed_group"} and row["reading"]
}


@pytest.mark.parametrize("words", sorted(SHORT))
def test_a_short_name_counts_where_one_word_of_its_world_stands(words: str) -> None:
    row = SHORT[words]
    for evidence in row["evidence"].split(";"):
        if evidence == words:
            continue
        text = f"The {words} came. {evidence} was near."
        assert row["reading"] in {m.code for m in mentions(text)}, evidence
    assert row["reading"] not in {m.code for m in mentions(f"The {words} came to Orvana.")}


def test_a_capital_is_a_surname_where_a_first_name_and_an_age_say_so() -> None:
    text = "Jane Amman, 34, was held. Amman denied it. Police in Amman said so."
    assert read(text, "capital") == [("Amman", "JOR")]
    assert len(read(text, "person")) == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Maria Lopez, a nurse, left the ward.", "person-maria-lopez"),
        ("They met nurse Maria Lopez there.", "person-maria-lopez"),
        ("President Roh Dae-jung left.", "person-roh-dae-jung"),
        ("The Cyprus Mail closed.", "organisation-cyprus-mail"),
        (
            "The Lake Response Force came.",
            "organisation-lake-response-force",
        ),
        ("Michael Bloomberg said no. Bloomberg left.", "person-michael-bloomberg"),
    ],
)
def test_callings_and_papers_tell_what_a_name_is(text: str, code: str) -> None:
    assert {m.code for m in mentions(text)} == {code}


@pytest.mark.parametrize(
    "text",
    [
        "Gazeta Poranna said the road was shut.",
        "The Lake Geological Survey said the quake was strong.",
        "Longtime Imus listeners met. Imus left.",
        "Kenya's Iran-run base said no.",
    ],
)
def test_papers_surveys_and_adjectives_are_no_persons(text: str) -> None:
    assert not [m for m in mentions(text) if m.kind == "person"]


def test_new_mexico_is_no_country() -> None:
    assert not mentions("They met in New Mexico.")
