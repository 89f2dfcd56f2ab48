import pytest

from scripts.lexicon import rows
from scripts.link.witnesses import witness


def said(words, who="", side="", sentence=""):
    return witness(
        {"speaker": words, "speaker_id": who, "affiliation_id": side, "_sentence": sentence}
    )


@pytest.mark.parametrize(
    ("words", "who", "expected"),
    [
        ("police", "NGA", "NGA:police"),
        ("the local police", "NGA", "NGA:police"),
        ("Kano police", "NGA", "NGA:police"),
        ("police officials in Kano", "", "police"),
        ("Thames Valley Police", "", "thames-valley-police"),
        ("Nigeria's army", "NGA", "NGA:military"),
        ("the Nigerian military", "NGA", "NGA:military"),
        ("Nigeria's armed forces", "NGA", "NGA:military"),
        ("Nigeria's air force", "NGA", "NGA:air-force"),
        ("Rapid Support Forces", "", "rapid-support-forces"),
        ("the defence ministry", "RUS", "RUS:defence-ministry"),
        ("Ministry of Defense", "RUS", "RUS:defence-ministry"),
        ("defence ministry spokesman", "RUS", "RUS:defence-ministry"),
        ("Ministry of Foreign Affairs", "RUS", "RUS:foreign-ministry"),
        ("ministry of internal affairs", "RUS", "RUS:interior-ministry"),
        ("Emergencies Ministry", "RUS", "RUS:emergency-ministry"),
        ("Murtala hospital in Kano", "", "murtala-hospital"),
        ("emergency services", "", "emergency-service"),
        ("prosecutors", "", "prosecutors"),
        ("the US State Department", "USA", "USA"),
        ("foreign minister", "FRA", "FRA:foreign-minister"),
        ("the president", "FRA", "FRA:president"),
        ("White House", "USA", "USA"),
        ("Kyiv", "UKR", "UKR"),
        ("the Ukrainian government", "UKR", "UKR"),
        ("Red Cross", "organisation-red-cross", "organisation-red-cross"),
    ],
)
def test_a_body_has_one_name_however_a_paper_names_it(words, who, expected):
    assert said(words, who) == expected


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("officials", ""),
        ("Turkish officials", "TUR"),
        ("US authorities", "USA"),
        ("Authorities", "USA"),
        ("Officials", "IDN"),
        ("Aid agencies", ""),
        ("the president", ""),
        ("the foreign minister", ""),
        ("Interior Minister Ivo Ban", ""),
        ("the Supreme Court decision", "USA"),
        ("Fiji Airways", "FJI"),
        ("witnesses", ""),
        ("Residents", ""),
        ("sources", ""),
        ("the hospital", ""),
        ("the ministry", "RUS"),
        ("a rights group", ""),
        ("rebel forces", ""),
        ("protesters", "group-protesters"),
        ("It", ""),
        ("", ""),
    ],
)
def test_who_bears_no_name_is_nobodys_word(words, who):
    assert said(words, who) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Police spokesman Ivo Ban said on Sunday that two had died.", "HRV:police"),
        ("A spokesman for the Interior Ministry, Ivo Ban, said so.", "HRV:interior-ministry"),
        ("Two had died, Ivo Ban, the army's spokesman, said.", "HRV:military"),
        ("Interior Minister Ivo Ban said that two had died.", "person-ivo-ban"),
        ("Ivo Ban said the police had come late.", "person-ivo-ban"),
    ],
)
def test_a_spokesman_is_the_voice_of_his_body_and_a_minister_his_own(sentence, expected):
    assert said("Ivo Ban", "person-ivo-ban", "HRV", sentence) == expected


def test_words_of_witnesses_are_of_known_kinds_and_lower_case():
    kinds = {row["kind"] for row in rows("witnesses")}
    assert kinds == {
        *("one", "named", "many", "office", "state", "voice", "where", "spelled", "whole", "filler")
    }
    assert all(row["word"].islower() for row in rows("witnesses"))
