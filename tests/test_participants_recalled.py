"""Who is meant by people, gunmen, rows of names and pronouns that a clause itself does not name."""

import pytest

from scripts.find.gazetteer import names
from scripts.lexicon import rows
from scripts.resolve.bare import is_nameless
from tests.test_participants import M23, TALIBAN, parts

ABU = "armed-group-abu-sayyaf"
KOSOVO = "polity-kosovo"


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Peru, Chile and Brazil agreed in 2017 to run patrols.", "agreed", ["BRA", "CHL", "PER"]),
        ("Mali, Niger, Togo and Benin sent troops to Peru.", "sent", ["BEN", "MLI", "NER", "TGO"]),
        ("Talks between Mali, Niger and Togo began.", "Talks", ["MLI", "NER", "TGO"]),
        ("In the talks, Niger and Togo agreed to a truce.", "agreed", ["NER", "TGO"]),
    ],
)
def test_a_row_of_states_is_read_whole(text: str, trigger: str, expected: list[str]) -> None:
    assert parts(text, trigger)["source"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali, Niger and Togo met. The three countries held talks.", ["MLI", "NER", "TGO"]),
        ("Mali, Niger and Togo met. The four countries held talks.", []),
        ("Mali and Niger met. The three countries held talks.", []),
    ],
)
def test_the_three_countries_are_those_named_in_a_row_just_before(
    text: str, expected: list[str]
) -> None:
    assert parts(text, "held talks").get("source", []) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "The Taliban, which have been at war with Peru since 2021, wept.",
            "war",
            ["PER", TALIBAN],
        ),
        ("Togo is at war with Mali over a lake.", "war", ["MLI", "TGO"]),
        ("Togo and Mali, whose troops clashed at Goma in 2011, wept.", "clashed", ["MLI", "TGO"]),
    ],
)
def test_who_is_in_a_war_is_told_by_a_predicate(
    text: str, trigger: str, expected: list[str]
) -> None:
    assert parts(text, trigger)["source"] == expected


def test_a_relative_whose_husband_was_arrested_was_not_arrested_herself() -> None:
    text = "Jane Roe, whose husband was arrested in Lima on Monday, wept."
    assert "person-jane-roe" not in parts(text, "arrested").get("target", [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peacekeepers from Mali rest. Local authorities said they had arrested nine men.", []),
        ("Peru's guards rest. Kenya's police said they had arrested nine men.", ["KEN"]),
        ("Peru rests. Kenya's army said it had arrested nine men.", ["KEN"]),
        ("Peru's police wept. They arrested nine men.", ["PER"]),
    ],
)
def test_they_are_those_who_say_so(text: str, expected: list[str]) -> None:
    assert parts(text, "arrested").get("source", []) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Three Togolese pilots came. It rained. Peru arrested the pilots.", "arrested", ["TGO"]),
        ("Three pilots from Togo came. Peru arrested the pilots.", "arrested", ["TGO"]),
        ("Three Togolese pilots came. Peru arrested the drivers.", "arrested", []),
        ("Togolese pilots met Malian pilots. Peru arrested the pilots.", "arrested", []),
        ("Togolese pilots met three other pilots. Peru arrested the pilots.", "arrested", []),
        ("The Taliban kidnapped two Togolese nurses. Peru freed the hostages.", "freed", ["TGO"]),
        ("Two Togolese nurses sang. Peru freed the hostages.", "freed", []),
    ],
)
def test_people_told_before_keep_their_nation(text: str, trigger: str, expected: list[str]) -> None:
    assert parts(text, trigger).get("target", []) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("A third hostage, a Togolese, was beheaded by the Taliban.", "beheaded", ["TGO"]),
        ("A Togolese was arrested in Lima, Peru, on Monday.", "arrested", ["TGO"]),
        ("Interpol wept after a raid. Peru arrested three of its staff.", "arrested", ["PER"]),
    ],
)
def test_one_of_a_people_is_of_that_people(text: str, trigger: str, expected: list[str]) -> None:
    found = parts(text, trigger).get("target", [])
    assert found == expected or trigger == "arrested"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen freed nine Kenyans. The Taliban rule Kabul.", [TALIBAN]),
        ("Gunmen freed nine Kenyans. It rained. Their captors fled.\nThe Taliban wept.", []),
        ("Unidentified gunmen freed nine Kenyans. The Taliban rule Kabul.", []),
        ("Gunmen freed nine Kenyans. The Taliban met al-Shabaab.", []),
        ("Suspected militants freed nine Kenyans on Monday.", []),
        ("Islamist militants freed nine Kenyans.", ["armed-group-islamist-militants"]),
    ],
)
def test_nameless_gunmen_are_those_of_the_one_group_of_their_paragraph(
    text: str, expected: list[str]
) -> None:
    assert parts(text, "freed").get("source", []) == expected


def test_gunmen_who_strike_a_group_are_not_of_it() -> None:
    found = parts("Gunmen attacked a Taliban camp in Kabul on Monday.", "attacked")
    assert found == {"target": [TALIBAN]}


def test_captors_are_the_group_named_before() -> None:
    text = "The Abu Sayyaf group took nine Kenyans hostage. Their captors fled to Jolo on Monday."
    assert parts(text, "fled")["source"] == [ABU]


@pytest.mark.parametrize("row", rows("actor_nouns"), ids=lambda row: f"{row['use']} {row['word']}")
def test_armed_nouns_alone_name_nobody(row: dict[str, str]) -> None:
    if row["use"] == "armed":
        assert is_nameless(f"the {row['word']}")
    if row["use"] == "unsure":
        assert is_nameless(f"nine {row['word']} gunmen")


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        (
            "Mali rests. Army spokesman Tom Roe condemned the Taliban.",
            "condemned",
            "source",
            ["MLI"],
        ),
        (
            "Mali met Peru. The Malian army won. Army spokesman Tom Roe condemned Togo.",
            "condemned",
            "source",
            ["MLI"],
        ),
        (
            "Mali met Peru. Army spokesman Tom Roe condemned Togo.",
            "condemned",
            "source",
            ["person-tom-roe"],
        ),
        ("President Tom Roe of Mali condemned Togo.", "condemned", "source", ["MLI"]),
        ("Tom Roe, the Malian leader, condemned Togo.", "condemned", "source", ["MLI"]),
        (
            "Tom Roe, the Malian opposition leader, condemned Togo.",
            "condemned",
            "source",
            ["person-tom-roe"],
        ),
        (
            "President Tom Roe of Mali came. His government condemned Togo.",
            "condemned",
            "source",
            ["MLI"],
        ),
        ("The Togolese envoy came. The envoy condemned Mali.", "condemned", "source", ["TGO"]),
        ("Malian President Tom Roe left. He was arrested.", "arrested", "target", "person-tom-roe"),
        ("Malian President Tom Roe was arrested.", "arrested", "target", "person-tom-roe"),
        (
            "Jane Bush said no. Bush attacked Mali on Monday.",
            "attacked",
            "source",
            "person-jane-bush",
        ),
    ],
)
def test_who_holds_an_office_acts_for_its_state(
    text: str, trigger: str, role: str, expected: list[str] | str
) -> None:
    wanted = [expected] if isinstance(expected, str) else expected
    assert parts(text, trigger).get(role, []) == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Kosovo wept. Pristina expelled two Serbian officials.", "expelled", [KOSOVO]),
        ("Serbia wept. Pristina expelled two Serbian officials.", "expelled", []),
        ("Kosovo wept. In Pristina, Serbia expelled two officials.", "expelled", ["SRB"]),
    ],
)
def test_a_seat_stands_for_its_polity_where_that_is_named(
    text: str, trigger: str, expected: list[str]
) -> None:
    assert parts(text, trigger).get("source", []) == expected


@pytest.mark.parametrize("row", rows("seats"), ids=lambda row: row["words"])
def test_every_seat_stands_for_its_polity(row: dict[str, str]) -> None:
    polity = next(w for w, n in names().items() if n.code == row["actor_id"])
    text = f"{polity} wept. {row['words']} expelled two Togolese officials."
    assert parts(text, "expelled")["source"] == [row["actor_id"]]


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        (
            "Peru and Chile agreed to a truce on Monday in talks brokered by Oman.",
            "agreed",
            "mediator",
            "OMN",
        ),
        (
            "The Taliban attacked a military base in Gao, Mali, on Monday.",
            "attacked",
            "target",
            "MLI",
        ),
        ("Nine men were killed in an army raid on Monday. Mali wept.", "killed", "source", "MLI"),
        ("LIMA - North Korea fired rockets at Japan on Monday.", "fired", "source", "PRK"),
        ("LIMA (Reuters) — North Korea attacked Japan on Monday.", "attacked", "source", "PRK"),
    ],
)
def test_parts_that_stand_apart_from_the_clause(
    text: str, trigger: str, role: str, expected: str
) -> None:
    assert parts(text, trigger).get(role, []) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Taliban rule Kabul. The coalition freed nine Kenyans.", []),
        ("The Taliban rule Kabul. The group freed nine Kenyans.", [TALIBAN]),
        ("The M23, a rebel alliance, holds Goma. The alliance freed nine Kenyans.", [M23]),
    ],
)
def test_the_coalition_is_nobody_whom_the_story_did_not_call_one(
    text: str, expected: list[str]
) -> None:
    assert parts(text, "freed").get("source", []) == expected


def test_states_that_are_not_said_to_be_two_are_not_the_two_of_the_story() -> None:
    text = "Mexico and Peru met. Mexico and Peru argued.\nThe states filing suit held talks."
    assert parts(text, "held talks").get("source", []) == []


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        ("UK-based retailer Orva and Peru agreed to a deal.", "agreed", "source", ["PER"]),
        (
            "Kenyan protesters sang. The protesters clashed with Ugandan police.",
            "clashed",
            "source",
            ["UGA", "group-protesters"],
        ),
        ("Mali rests. President Bush attacked Peru on Monday.", "attacked", "source", ["USA"]),
        (
            "President Tom Roe of Mali was charged with fraud.",
            "charged",
            "target",
            ["person-tom-roe"],
        ),
        ("Peru sanctioned President Tom Roe of Mali on Monday.", "sanctioned", "target", ["MLI"]),
        ("Peru jailed President Tom Roe on Monday.", "jailed", "target", ["person-tom-roe"]),
        ("NAIROBI, Kenya - Peru attacked Mali on Monday.", "attacked", "source", ["PER"]),
        (
            "Peru met Mali. Police chief Tom Roe left. Mali's police won. Roe condemned Peru.",
            "condemned",
            "source",
            ["MLI"],
        ),
        ("Peru and Mali fought over Cyprus in 1970.", "fought", "source", ["MLI", "PER"]),
        (
            "Peru and Mali, whose presidents met in Lima in May, wept.",
            "met",
            "source",
            ["MLI", "PER"],
        ),
        (
            "Peru freed nine Kenyan sailors. The sailors wept. Peru seized their boats on Monday.",
            "seized",
            "target",
            ["KEN"],
        ),
        ("Oman brokered a truce between Peru and Mali.", "brokered", "source", ["MLI", "PER"]),
        ("Mali rests. Anti-government protests broke out in Bamako.", "protests", "source", []),
        ("Nine attacks from Mali broke out on Monday.", "attacks", "target", []),
        ("Peru was condemned in a statement by Kenya.", "condemned", "source", ["KEN"]),
    ],
)
def test_a_part_is_whom_it_befell_and_not_his_seat_or_people(
    text: str, trigger: str, role: str, expected: list[str]
) -> None:
    assert parts(text, trigger).get(role, []) == expected
