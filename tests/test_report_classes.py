"""Classes of wording that wires, agencies, relief bodies and explainers tell events in."""

import pytest

from tests.report_stories import reports, roles


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Kenyan army broke a siege of the city.", [("ASSAULT", "occurred")]),
        ("Kenya and Chad invited both sides to talks in Bamako.", [("CONSULT", "announced")]),
        ("Kenya will host the next summit in Nairobi.", [("CONSULT", "announced")]),
        ("Oman, which hosts the talks, was silent.", []),
        ("Norway and Cuba, which guaranteed the talks, welcomed the exchange.", ["SUPPORT"]),
        ("Both leaders thanked Kenya.", []),
        ("Eritrea declared independence from Ethiopia in 1993.", ["REJECT"]),
        ("Farmers in Kenya blocked a highway on Monday.", ["PROTEST"]),
        ("Kenyans blocked two border crossings on Monday.", ["PROTEST"]),
        ("Ugandan soldiers blocked a highway on Monday.", ["COERCE"]),
        ("Their captors had demanded 30 million shillings.", ["REQUEST"]),
        ("The United Nations demanded their release.", ["REQUEST"]),
        ("Deputies appealed to Kenya for protection.", ["REQUEST"]),
        ("Nine aid workers were killed in Chad in 2022.", ["ASSAULT"]),
        ("Three journalists were killed in Chad in 2022.", ["ASSAULT"]),
        ("Three bakers were killed in Chad in 2022.", []),
        ("Nine soldiers were killed in a helicopter crash in Kenya.", []),
        ("The minister received on Monday the Kenyan envoy's deputy.", ["CONSULT"]),
        ("A delegation of Kenyan diplomats visited the city.", ["CONSULT"]),
        ("Chad says that the rebels committed 57 violations of the truce in May.", ["ASSAULT"]),
        ("Norway brokered a deal between Chad and Sudan.", ["AGREE"]),
        ("Norway brokered a truce between Chad and Sudan.", ["RETREAT"]),
        ("Peace talks between Chad and Sudan were suspended.", ["REJECT"]),
        ("The talks between Chad and Sudan stopped in 2022.", ["REJECT"]),
        ("Kenya has suspended deliveries to Uganda.", ["SANCTION"]),
        ("The Red Cross has suspended its activities in Chad.", ["RETREAT"]),
        ("Its teams have withdrawn from Goma.", ["RETREAT"]),
        ("The Red Cross, which received the freed soldiers, was silent.", ["AID"]),
        ("Doctors treated 30 people with gunshot wounds in Goma.", ["AID"]),
        ("The Red Cross delivered two trucks of medicine to Goma.", ["AID"]),
        ("Kenya announced 45 million dollars in food aid for Chad.", ["AID"]),
        ("Kenya added four Ugandan generals to its blacklist.", ["SANCTION"]),
        ("Uganda expelled the Kenyan high commissioner.", ["SANCTION"]),
        ("Kenyan soldiers seized six trucks in Goma.", ["COERCE"]),
        ("Residents evacuated a village near Goma.", ["RETREAT"]),
        ("Nine thousand combatants were decommissioned in Chad.", ["RETREAT"]),
        ("Kenyan jets sank a freighter in a raid on Mombasa.", ["ASSAULT"]),
        ("Gunmen attacked a health centre in Goma.", ["ASSAULT"]),
        ("Shelling in Goma began in May.", ["ASSAULT"]),
        ("Chad joined the war in 2020.", ["ASSAULT"]),
        ("The ministry has banned coverage of the conflict in Chad.", ["COERCE"]),
        ("The Kenyan president blamed the FNLX for it.", ["ACCUSE"]),
        ("Rebels handed over a list to Kenya.", ["COOPERATE"]),
        ("Soldiers set fire to a clinic in Goma.", ["ASSAULT"]),
        ("The Kenyan candidate attacked the president during a debate.", ["ACCUSE"]),
        ("Kenya denied any part in the raid.", ["REJECT"]),
        ("The exchange with Uganda was postponed.", ["REJECT"]),
        ("The envoy delivered a message from the Kenyan president.", ["CONSULT"]),
        ("Kenya and Uganda adopted a plan.", ["AGREE"]),
        ("Kenya approved 20 million dollars for the Somali army.", ["AID"]),
        ("The text of the accord was finalised by Kenya and Uganda.", ["AGREE"]),
        ("Kenya and Uganda demarcated nine kilometres.", ["COOPERATE"]),
        ("The relief fund has suspended distributions in Goma.", ["RETREAT"]),
        (
            "A Kenyan jet hit the port, killing nine people and setting two ships ablaze.",
            ["ASSAULT"],
        ),
        (
            "The war in Chad began in 2022 after four years of talks in Goma.",
            ["ASSAULT", "CONSULT"],
        ),
        ("A bus was set on fire in Goma.", ["ASSAULT"]),
        ("Police punched them in Goma.", ["ASSAULT"]),
        ("Nine terrorists were neutralized in Goma.", ["ASSAULT"]),
        ("Two Kenyan soldiers were martyred on Monday.", ["ASSAULT"]),
        ("Kenya cut ties, accusing it of arming rebels.", ["SANCTION", "ACCUSE"]),
        ("Uganda condemned the move.", ["ACCUSE"]),
        ("Kenya called for an emergency session of the council.", ["REQUEST"]),
        ("Kenya requested support from Uganda.", ["REQUEST"]),
        ("Chad expelled the Kenyan peacekeepers.", ["COERCE"]),
        ("Kenyan soldiers used villagers as human shields.", ["COERCE"]),
        ("Kenyan troops drove nine villagers south.", ["COERCE"]),
        ("Chad formed a confederation with Mali.", ["COOPERATE"]),
        ("The Kenyan president dined with the Ugandan president.", ["CONSULT"]),
        ("Kenya and Uganda reached an understanding.", ["AGREE"]),
        ("Kenya declared the rebels a terrorist group.", []),
        ("Kenya named the militia as a terrorist group.", ["SANCTION"]),
        ("Kenya dispatched two ships with medicine to Haiti.", ["AID"]),
        ("Kenya reopened the territory to pilgrims.", ["CONCEDE"]),
    ],
)
def test_each_class_of_wording_tells_of_its_event(
    text: str, kinds: list[str | tuple[str, str]]
) -> None:
    found = [(r.type, r.modality) for r in reports(text, *[d for d in ["2022"] if d in text])]
    assert found == [one if isinstance(one, tuple) else (one, "occurred") for one in kinds]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan army would not halt its operations.",
        "The talks will not resume until the rebels stopped kidnapping Kenyans.",
        "Kenya warned that any attack on its soldiers would be treated as an attack on Africa.",
        "The wounded Kenyan was taken to the Medical University.",
        "The study demonstrates that vaccines work in Kenya.",
        "The Kenyan was surrounded by family.",
        "The president of Kenya expressed sadness and extended condolences to Uganda.",
        "Kenya lost two ships and might not get them back.",
        "The PALM trial in Kenya began in 2018.",
        "The hurricane killed nine people in Haiti.",
        "The ministry is arranging to provide citizenship information to Kenya.",
        "Both Kenyan candidates agreed that vaccines are needed.",
        "The Kenyan party was holding rallies in Nairobi before the election.",
        "She gave a TEDx talk in Nairobi.",
        "Both Kenyan candidates agreed to the need for reform.",
        "A vote is required to impeach a Kenyan official.",
        "Kenya declared a state of emergency as the storm approached.",
        "Lenders in Kenya do not impose fines.",
        "It gives a shock to the other rat in Kenya.",
        "Mining companies blasted sites in Kenya.",
        "How do Kenyan developers meet with others?",
        "The Kenyan left the country. She returned to Uganda.",
        "The Kenyan senator won by two votes of deputies, and a rival received 192.",
        "He died at home in Nairobi, surrounded by family.",
        "The virus spread in Africa. Kenya announced stricter measures.",
        "Residents were fed up with the mayor of Nairobi.",
        "Kenya, which has retreated from its goal of a wider tax, was silent.",
    ],
)
def test_what_reads_like_a_deed_and_is_none_is_not_told(text: str) -> None:
    assert reports(text) == []


def test_a_truce_deal_is_no_second_agreement() -> None:
    text = "Chad and Sudan reached a ceasefire deal on Monday, brokered by Qatar and Egypt."
    assert {r.type for r in reports(text, "Monday")} == {"RETREAT"}


def test_people_killed_elsewhere_than_the_attack_told_before_were_killed_in_another() -> None:
    text = "Artillery pounded two villages near Adré. A farmer was killed in Goma."
    assert [r.mode for r in reports(text)] == ["attack", "kill"]


def test_the_broker_of_a_deal_is_its_mediator_and_the_others_are_its_sides() -> None:
    text = "Norway brokered a deal between Chad and Sudan."
    (one,) = reports(text)
    assert roles(text, one) == {"mediator": ["Norway"], "source": ["Chad", "Sudan"]}
