"""Who has a part in an event and where it happened, from the words of a whole article."""

import pytest

from scripts.find.drafts import Span
from scripts.lexicon import rows
from scripts.resolve.bare import office, organ
from scripts.resolve.reports import Told
from scripts.resolve.rows import article_rows
from tests.stories import parsed, story

M23 = "armed-group-march-23-movement"
ELN = "armed-group-national-liberation-army"
TALIBAN = "armed-group-taliban"


def told(text: str, trigger: str) -> Told | None:
    """The report of a text whose trigger stands at some words, None where there is none."""
    article = story(*text.split("\n"))
    sentences, _ = parsed(article)
    at = text.index(trigger)
    found = article_rows(article, sentences).reports
    return next((one for one in found if at <= one.at < at + len(trigger)), None)


def parts(text: str, trigger: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    report = told(text, trigger)
    for part in report.parts if report else ():
        found.setdefault(part["role"], []).append(part["actor_id"])
    return {role: sorted(ids) for role, ids in found.items()}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # the only country, the country named most, the one whose army was named
        ("Malian cities were quiet. The army arrested nine men.", "arrested", ["MLI"]),
        (
            "Mali closed its borders. Mali and Mali alone decides, a Malian paper wrote after a "
            "visit to Ghana. The police arrested nine men.",
            "arrested",
            ["MLI"],
        ),
        ("Peru met Chile. Peru's navy sailed.\nThe navy seized a ship.", "seized", ["PER"]),
        # two countries alike, another country before it, foreign troops, somebody else's lawmakers
        ("Peru met Chile in Lima and in Santiago.\nThe army arrested nine men.", "arrested", []),
        ("Mali wept. Mali rests. After Ghana left, the police arrested him.", "arrested", []),
        ("Mali is at war. Foreign troops arrested nine men.", "arrested", []),
    ],
)
def test_a_bare_organ_is_that_of_the_country_the_story_is_about(
    text: str, trigger: str, expected: list[str]
) -> None:
    assert parts(text, trigger).get("source", []) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the army", "army"),
        ("14 border guards", "border guards"),
        ("Government forces", "government forces"),
        ("the foreign troops", ""),
        ("Sunni lawmakers", ""),
        ("the stadium", ""),
    ],
)
def test_an_organ_is_known_by_its_last_word_unless_another_says_whose_it_is(
    phrase: str, expected: str
) -> None:
    assert organ(phrase) == expected


@pytest.mark.parametrize("row", rows("actor_nouns"), ids=lambda row: f"{row['use']} {row['word']}")
def test_every_noun_of_an_organ_or_office_is_found_in_a_phrase(row: dict[str, str]) -> None:
    word = row["word"]
    if row["use"] in {"organ", "service"}:
        assert organ(f"the {word}") == word.lower()
    elif row["use"] == "office":
        assert office(f"The {word}") == word
    elif row["use"] == "elsewhere":
        assert organ(f"the {word} troops") == ""


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "The March 23 Movement holds Goma. The rebels kidnapped nine teachers.",
            "kidnapped",
            [M23],
        ),
        ("The Taliban rule Kabul. The group freed nine Kenyans.", "freed", [TALIBAN]),
        (
            "Kenya met the Taliban and al-Shabaab. The militants freed nine Kenyans.",
            "freed",
            [],
        ),
    ],
)
def test_the_rebels_are_the_one_armed_group_named_before(
    text: str, trigger: str, expected: list[str]
) -> None:
    assert parts(text, trigger).get("source", []) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The Kenyan army hit a camp in Jubba, and its troops seized Kismayo.", "seized", "KEN"),
        ("Envoys from Peru came. Their government freed nine Chileans.", "freed", "PER"),
        ("India tested a rocket. Its foreign minister phoned Kenya's president.", "phoned", "IND"),
    ],
)
def test_its_forces_go_back_to_the_subject(text: str, trigger: str, expected: str) -> None:
    assert expected in parts(text, trigger)["source"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Peru and Chile met. Peru and Chile argued.\nThe war in 1879 was long.", "war in"),
        ("Peru and Chile met. Peru and Chile argued.\nThe rivals signed a treaty.", "signed"),
        ("Peru's army saw Chile's parliament vote. The two countries signed a pact.", "signed"),
    ],
)
def test_a_shared_act_without_names_is_that_of_the_two_sides(text: str, trigger: str) -> None:
    assert parts(text, trigger)["source"] == ["CHL", "PER"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met. Peru and Chile argued.\nThe civil war in 1891 was long.",
        "Peru and Chile met. Peru and Chile argued.\nThe war in 1932 cost Bolivia its peace.",
        "Peru met Chile, Brazil and Bolivia.\nThe war in 1879 was long.",
    ],
)
def test_a_war_of_others_is_not_laid_to_the_two_sides(text: str) -> None:
    assert parts(text, "war in").get("source", []) == []


def test_an_armed_group_can_be_a_side_of_the_story() -> None:
    text = (
        "Colombia's government and the National Liberation Army (ELN) met. Colombia trusts the "
        "ELN.\nThe two sides agreed to a ceasefire on Monday."
    )
    assert parts(text, "agreed to a ceasefire")["source"] == ["COL", ELN]


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("Houthi attacks on ships in May went on.", "attacks", "source", ["armed-group-houthis"]),
        ("Peru and Chile held EU-hosted talks.", "held", "host", ["organisation-european-union"]),
        ("Peru and Chile held Kenyan-mediated talks.", "held", "mediator", ["KEN"]),
        ("Peru cut ties with Chile on Monday.", "cut ties", "target", ["CHL"]),
        ("Peru's army crossed into Chile on Monday.", "crossed", "target", ["CHL"]),
        ("Hamas threatened to attack Israel on Monday.", "threatened", "target", ["ISR"]),
        ("Peru pulled out of Kenyan-led talks on Monday.", "pulled", "target", ["KEN"]),
        ("Nine Indians were killed in a clash with Chinese troops.", "killed", "source", ["CHN"]),
        ("Kenya shelled Kismayo, Somalia, on Monday.", "shelled", "target", ["SOM"]),
        ("Kenya's raid led to the arrest of nine Somalis.", "arrest", "source", ["KEN"]),
        ("Kenya attacked Kismayo after a raid on Kenyans in May.", "raid", "source", []),
    ],
)
def test_roles_further_off_than_subject_and_object(
    text: str, trigger: str, role: str, expected: list[str]
) -> None:
    assert parts(text, trigger).get(role, []) == expected


def test_a_leader_arrested_by_his_own_state_stands_for_himself() -> None:
    text = "Soldiers in Gabon arrested Gabon's President Jean Roe on Monday."
    found = parts(text, "arrested")
    assert found == {"source": ["GAB"], "target": ["person-jean-roe"]}


def test_a_leader_in_apposition_is_the_target_not_his_group() -> None:
    text = "The Nigerian navy arrested the group's leader, Tom Roe, a trader, on Monday."
    assert parts(text, "arrested")["target"] == ["person-tom-roe"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile swapped men. Peru and Chile rest.\nNine Chileans were freed.", ["PER"]),
        ("Peru and Chile met. Peru and Chile rest.\nA court said nine Chileans were freed.", []),
        ("Peru rests.\nNine Chileans were freed.", []),
    ],
)
def test_captives_of_one_side_were_let_go_by_the_other(text: str, expected: list[str]) -> None:
    assert parts(text, "freed").get("source", []) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Gunmen killed nine Kenyans at a hall near Moscow.", "killed", "place-moscow"),
        ("Police in Tegucigalpa, Honduras, arrested nine men.", "arrested", "place-tegucigalpa"),
        ("Gunmen killed nine Kenyans in the village of Orvana.", "killed", "place-orvana"),
        ("Gunmen killed nine Kenyans near Orvana on Monday.", "killed", "place-orvana"),
        ("Jets of Kenya bombed Mogadishu on Monday.", "bombed", "place-mogadishu"),
    ],
)
def test_the_place_is_found_deeper_in_the_clause(text: str, trigger: str, place: str) -> None:
    report = told(text, trigger)
    assert report is not None
    assert report.row["place_id"] == place


def test_whose_deed_it_was_is_not_where_it_was() -> None:
    report = told("Omar Diallo was killed in a US counter-terrorism operation.", "killed")
    assert report is not None
    assert report.row["place_id"] is None


def test_what_a_war_is_fought_over_is_no_place_of_it() -> None:
    report = told("Over this enclave of Kenya, they fought two wars with Mali.", "fought")
    assert report is not None
    assert report.row["place_id"] is None


def test_a_part_that_the_story_gives_stands_at_the_trigger() -> None:
    text = "Peru and Chile met. Peru and Chile argued.\nThe war in 1879 was long."
    report = told(text, "war in")
    assert report is not None
    part = report.parts[0]
    assert Span(part["char_start"], part["char_end"]).of(text) == part["text"] == "war"


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("The two Kenyans had been in Ugandan hands since May.", "hands", "source", ["UGA"]),
        ("The two Kenyans had been in Ugandan hands since May.", "hands", "target", ["KEN"]),
        ("Kenya met Uganda. Relatives of nine Kenyans marched.", "marched", "source", "relatives"),
        ("Iran demanded help from Interpol on Monday.", "demanded", "target", "interpol|criminal"),
        ("NATO condemned Moscow's offensive on Monday.", "condemned", "target", ["RUS"]),
        ("ECOWAS closed its borders with Niger on Monday.", "closed", "target", ["NER"]),
        ("Turkey threatened to cut ties with Kenya on Monday.", "threatened", "target", ["KEN"]),
        ("The Taliban fired rockets at Ashdod, Israel, on Monday.", "fired", "target", ["ISR"]),
        ("Russia bombed Gori, Georgia, and the port of Tbilisi.", "bombed", "target", ["GEO"]),
        ("Kenya's army stormed a camp of the Taliban.", "stormed", "target", [TALIBAN]),
        ("Members of Niger's presidential guard arrested Kenyans.", "arrested", "source", ["NER"]),
        ("Jane Roe's Taliban attacked Kabul on Monday.", "attacked", "source", [TALIBAN]),
        ("The Taliban rest. Kenya's jets bombed rebel positions.", "bombed", "target", [TALIBAN]),
        ("Gulf states cut ties with Kenya on Monday.", "cut ties", "source", ["group-gulf-states"]),
        (
            "Kenya arrested nine Ugandans, and a court sentenced nine Ugandans.",
            "sentenced",
            "source",
            ["KEN"],
        ),
        (
            "The Foreign Ministry in Lima and the Office of the Prime Minister in Nairobi held "
            "talks on Monday.",
            "held",
            "source",
            ["KEN", "PER"],
        ),
    ],
)
def test_who_holds_who_is_asked_and_who_is_judged(
    text: str, trigger: str, role: str, expected: list[str] | str
) -> None:
    found = parts(text, trigger).get(role, [])
    if isinstance(expected, str):
        assert any(word in one for one in found for word in expected.split("|"))
    else:
        assert found == expected


def test_the_people_of_a_figure_are_those_that_its_sentence_means() -> None:
    text = "Kenya released nine Ugandans on Monday. Four of them were arrested in May."
    assert parts(text, "arrested")["target"] == ["UGA"]


def test_the_group_is_the_body_that_only_this_article_knows() -> None:
    text = (
        "The Orvana Detention Monitor and the United Nations spoke. It rained. It rained. It "
        "rained. It rained. It rained.\nThe group wrote to Kenya in May."
    )
    assert "orvana" in parts(text, "wrote")["source"][0]


def test_a_person_arrested_by_his_own_state_may_be_told_by_a_pronoun() -> None:
    text = "Peru's congress removed President Tom Roe of Peru and police arrested him."
    assert parts(text, "arrested") == {"source": ["PER"], "target": ["person-tom-roe"]}


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("President Jane Roe of Peru came. Roe supporters marched.", "marched", "source", "Roe"),
        ("Jane Roe, chief executive of Interpol, was arrested in Peru.", "arrested", "target", "p"),
        ("Peru rests. Sirhan Roe said so. Roe shot him.", "shot", "target", ""),
    ],
)
def test_a_person_is_neither_his_supporters_nor_his_office_nor_whom_he_shot(
    text: str, trigger: str, role: str, expected: str
) -> None:
    wanted = {"Roe": ["group-roe-supporters"], "p": ["person-jane-roe"], "": []}[expected]
    assert parts(text, trigger).get(role, []) == wanted


def test_a_war_named_by_its_ground_is_not_laid_to_that_country() -> None:
    text = "Peru rests. The Iraq War in 2003 was long."
    assert "source" not in parts(text, "War in")


def test_somebody_has_a_role_once_however_often_he_is_named() -> None:
    text = "Peru's police arrested Peru's President Tom Roe and Tom Roe's driver, Tom Roe."
    report = told(text, "arrested")
    assert report is not None
    found = [(part["role"], part["actor_id"]) for part in report.parts]
    assert len(found) == len(set(found))
    assert ("target", "person-tom-roe") in found


def test_who_stands_before_a_deed_did_it_where_its_victim_stands_behind() -> None:
    text = "Peru rests. The police shooting of Tom Roe, a doctor, in May was told. Roe said no."
    found = parts(text, "shooting")
    assert found.get("source") == ["PER"]
    assert "PER" not in found.get("target", [])


def test_people_counted_in_a_report_are_of_the_side_that_the_report_gives_them() -> None:
    text = (
        "Malian soldiers and the Lake Liberation Front fought for years. Mali closed its borders. "
        "The rebels freed nine soldiers on Sunday."
    )
    article = story(text)
    sentences, _ = parsed(article)
    (nine,) = [f for f in article_rows(article, sentences).figures if f["value"] == 9]
    assert nine["of_actor_id"] == "MLI"
