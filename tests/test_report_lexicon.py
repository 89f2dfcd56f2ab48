"""One short sentence for each group of rows in `lexicon/triggers.csv`, and what resembles them."""

import pytest

from tests.report_stories import reports

TOLD = """
ASSAULT attack    | Kenyan soldiers fired on a crowd in Busia.
ASSAULT attack    | Policemen shot at two Kenyan students.
ASSAULT attack    | Rebels opened fire on a patrol in Chad.
ASSAULT attack    | A shell hit the entrance of a hospital in Abéché.
ASSAULT attack    | Rockets landed near a school in Chad.
ASSAULT clash     | Kenyan troops returned fire.
ASSAULT clash     | Ugandan peacekeepers came under fire in Somalia.
ASSAULT attack    | Guards beat the prisoners.
ASSAULT attack    | Soldiers tortured six Chadian farmers.
ASSAULT attack    | Guards gave the detainees electric shocks.
ASSAULT attack    | Gunmen torched a clinic in Chad.
ASSAULT attack    | The militia ransacked two villages in Kenya.
ASSAULT attack    | Sudanese jets destroyed a bridge in Chad.
ASSAULT bombard   | Sudanese planes strafed a convoy.
ASSAULT attack    | A man threw a grenade at a bus in Kenya.
ASSAULT attack    | A Kenyan patrol boat rammed a Ugandan trawler.
ASSAULT kill      | Gunmen executed four Kenyan drivers.
ASSAULT offensive | Rebel fighters advanced on Goz Beïda.
ASSAULT offensive | Rebels took the town of Adré.
ASSAULT offensive | The city fell to the rebels.
ASSAULT offensive | Kenyan troops drove back the insurgents.
ASSAULT offensive | The army launched an operation against the rebels.
ASSAULT attack    | A Kenyan helicopter was shot at.
ASSAULT kill      | The murder of a judge in 2019 shocked Kenya.
ASSAULT offensive | The fall of Kabul surprised many.
ASSAULT attack    | The mill closed after an attack on Palmo.
ASSAULT attack    | Witnesses described how soldiers looted a clinic.
ASSAULT kill      | A Kenyan judge was killed by a car bomb.
ASSAULT attack    | Looters broke into a warehouse in Kenya.
ASSAULT attack    | Police burst into the embassy of Chad.
ASSAULT coup      | Officers overthrew the president of Chad.
ASSAULT coup      | Soldiers seized power in Chad.
ASSAULT war       | The conflict broke out in Chad.
ASSAULT clash     | A gun battle between Chadian soldiers and rebels lasted two hours.
ASSAULT airstrike | A drone strike killed four Kenyans.
COERCE arrest     | Police rounded up nine Kenyan students.
COERCE arrest     | Soldiers stopped the men at a checkpoint in Chad.
COERCE capture    | Six Kenyans were taken from a village by gunmen.
COERCE capture    | Two Kenyans had been in Ugandan hands since May.
COERCE capture    | Pirates boarded a Kenyan freighter.
COERCE displace   | Kenya ordered the soldiers out.
COERCE restrict   | Kenya barred Ugandan police from its territory.
COERCE capture    | The rebels had taken him hostage in Chad.
COERCE capture    | Nine soldiers were taken in May.
COERCE arrest     | Kenyan police stopped a bus.
COERCE displace   | Chad kicked out six Kenyans.
COERCE convict    | A court found two Kenyans guilty.
COERCE convict    | A judge handed a long sentence to the Kenyan.
COERCE trial      | Two Kenyan editors went on trial.
COERCE raid       | Police searched the offices of the party for weapons.
COERCE checkpoint | Kenyan farmers put up barricades in Busia.
COERCE blockade   | Rebels encircled the town.
COERCE blockade   | Chad cut off the supply of water to the camp.
COERCE displace   | Soldiers forced 200 Kenyans from their homes.
COERCE displace   | Soldiers forced 200 Kenyans to flee.
COERCE displace   | Chad ordered the peacekeepers to leave.
COERCE seize_property | The Kenyan police seized weapons.
COERCE curfew     | The junta declared martial law in Kayah.
COERCE curfew     | Kenya extended the state of emergency.
COERCE crackdown  | The police broke up a protest in Kampala.
COERCE crackdown  | Ugandan police fired tear gas at the crowd.
COERCE crackdown  | Uganda banned rallies.
COERCE restrict   | Uganda blocked two newspapers.
COERCE restrict   | The opposition leader was barred from leaving Uganda.
SANCTION sanctions | Kenya widened sanctions against Uganda.
SANCTION expel_diplomats | Kenya threw out two Ugandan diplomats.
SANCTION recall_envoy | Kenya called its ambassador home.
SANCTION cut_ties | Kenya suspended trade with Uganda.
SANCTION cut_ties | Kenya broke off diplomatic relations with Uganda.
SANCTION sanctions | Kenya revoked the visas of two Ugandan ministers.
SANCTION freeze_assets | Kenya froze the assets of four Ugandan generals.
MOBILIZE deploy   | Kenya put its army on alert.
MOBILIZE deploy   | Kenya called up reservists.
MOBILIZE deploy   | Kenya moved artillery to the border.
MOBILIZE deploy   | Kenyan troops arrived in Haiti.
MOBILIZE crossing | Ethiopian troops entered the region.
MOBILIZE deploy   | Kenya tested a missile.
RETREAT release   | Six captives walked free in Arauca.
RETREAT release   | Chad let go of nine jailed rebels.
RETREAT release   | Chad handed back two captured pilots.
RETREAT flee      | Refugees returned to their villages.
RETREAT withdraw_troops | Kenya pulled its soldiers out of Somalia.
RETREAT withdraw_troops | The last Kenyan troops flew out of Mogadishu.
RETREAT withdraw_troops | Chadian troops retreated from two villages.
RETREAT surrender | Some 200 rebels gave themselves up.
RETREAT disarm    | The rebels handed in their weapons.
RETREAT flee      | Villagers abandoned their homes.
RETREAT ceasefire | A pause in the fighting began on Monday in Chad.
RETREAT release   | Chad let nine teenagers out of prison.
RETREAT release   | Rebels freed the pilot Ann Moe.
RETREAT withdraw_troops | Mexico flew its diplomats home.
RETREAT cede_territory | Kenya handed over 90 hectares of pasture.
RETREAT flee      | Refugees arrived in Pemba.
RETREAT ceasefire | A ceasefire took effect in Chad.
REJECT breach     | The ceasefire between Chad and Sudan collapsed.
REJECT refuse     | Kenya turned down the offer.
REJECT deny       | Uganda denied backing the rebels.
REJECT veto       | Peru vetoed Chile.
REJECT withdraw   | Kenya walked out of the talks.
REJECT breach     | Kenya tore up the agreement.
ACCUSE complain   | Kenya summoned the Ugandan ambassador.
ACCUSE complain   | Kenya lodged a protest with Uganda.
ACCUSE charge     | Prosecutors charged the Kenyan with treason.
ACCUSE condemn    | Kenya condemned the killing.
ACCUSE blame      | The Kenyan opposition attacked the president on paying fewer taxes.
ACCUSE blame      | The Kenyan opposition attacked the budget.
THREATEN threaten | Kenya vowed to retaliate.
THREATEN threaten | The rebels issued an ultimatum to Chad.
PROTEST rally     | Hundreds of Kenyans marched in Nairobi.
PROTEST rally     | Kenyan students staged a vigil.
PROTEST rally     | Supporters stood outside the court.
PROTEST rally     | Crowds took to the streets of Kampala.
PROTEST strike    | Kenyan teachers went on strike.
PROTEST strike    | Miners downed tools in Kenya.
AID relief        | A Kenyan plane airdropped food.
AID relief        | A convoy of trucks reached the camp.
AID medical_care  | Doctors treated 40 wounded people in Chad.
AID medical_care  | Nurses examined the freed captives.
AID relief        | Kenya sent 40 armoured vehicles to Uganda.
AID relief        | Trucks with fuel entered through Rafah.
AID medical_care  | The Red Cross met the detainees.
AID rescue        | Rescuers dug 14 people out of the rubble.
AID rescue        | Kenya took in refugees.
AID rescue        | Kenya granted asylum to a Ugandan judge.
AID relief        | Kenya armed the militia.
CONCEDE lift_restriction | Kenya allowed a convoy through.
CONCEDE drop_objection | Hungary dropped its opposition to the loan.
CONCEDE reopen    | Kenya opened its border.
CONCEDE reopen    | Kenya restored water supplies.
CONCEDE pardon    | Uganda pardoned two Kenyan editors.
CONCEDE pardon    | Uganda granted an amnesty to the rebels.
CONCEDE yield     | Kenya backed down.
SUPPORT endorse   | Kenya reaffirmed its support for Uganda.
COOPERATE extradite | Kenya extradited a Ugandan banker.
COOPERATE demarcate | Kenya and Uganda completed the demarcation of their border.
COOPERATE joint_exercise | Kenya and Uganda began joint drills.
CONSULT negotiate | The Security Council held an emergency session.
CONSULT negotiate | Oman hosted two rounds of talks.
REJECT refuse     | Kenya rejected the ruling.
CONCEDE drop_objection | Kenyan prosecutors lifted the warrant.
PROTEST rally     | Kenyan lawmakers walked out of the chamber.
CONSULT visit     | Kenya dispatched an envoy to Juba.
CONSULT negotiate | The presidents of Kenya and Uganda discussed the matter in Kigali.
CONCEDE apologize | Kenya apologised to Uganda.
SANCTION terrorist_designation | Kenya proscribed the militia.
CONSULT letter    | Kenya's president wrote to the Ugandan government.
CONSULT meet      | The presidents of Kenya and Uganda shook hands.
CONSULT visit     | Kenya's president received the prime minister of Uganda.
CONSULT phone_call | Kenya's president called his Ugandan counterpart.
CONSULT negotiate | Kenya and Uganda held a new round of talks.
CONSULT negotiate | The talks between Kenya and Uganda took place in Kigali.
AGREE agreement   | Kenya and Uganda upgraded ties.
AGREE agreement   | Kenya and Uganda initialled the last annex of a treaty.
AGREE agreement   | Kenya and Uganda agreed to set up a commission.
REQUEST formal_request | Kenya requested troops from Uganda.
"""


def table(text: str) -> list[tuple[str, str, str]]:
    lines = [line.split("|", 1) for line in text.strip().splitlines()]
    return [(*head.split(), sentence.strip()) for head, sentence in lines]  # type: ignore[misc]


@pytest.mark.parametrize(("kind", "mode", "text"), table(TOLD))
def test_each_group_of_words_tells_of_its_event(kind: str, mode: str, text: str) -> None:
    assert (kind, mode) in {(r.type, r.mode) for r in reports(text)}


@pytest.mark.parametrize(
    "text",
    [
        "A bus plunged into a ravine in Nepal and 23 people were killed.",
        "The striker shot wide before the goalkeeper and a defender attacked the referee.",
        "The home team beat Kenya in the final of the tournament.",
        "The central bank attacked inflation in Kenya.",
        "Shares in the airline were hit by rumours.",
        "Algae provide food for fish near Kenya.",
        "The aircraft overran the runway in Nairobi.",
        "Experts agree that the pact was weak.",
        "The singer was released from hospital in Nairobi.",
        "Kenya declined to comment.",
        "The drummer fought for his band in Kenya.",
        "The people accused of crimes in Kenya wept.",
        "Hills surround the lake in Kenya.",
        "The two men who returned from Italy felt ill.",
        "I attacked a guard in Kenya.",
        "Kenya handed her a note.",
        "Divers recovered nine bodies from the lake in Kenya.",
        "Kenya moved its embassy to Arusha.",
        "The airport in Nairobi was closed after the incident.",
        "The guests escaped alive from the blaze in Nairobi.",
        "A video captured the Kenyan leader.",
        "Kenya expressed condolences.",
        "Kenya is a country that is trusted to support peace.",
        "The teams are at odds over Kenya hosting the talks.",
    ],
)
def test_what_resembles_them_tells_of_nothing(text: str) -> None:
    assert reports(text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Uganda denied that its troops had attacked Kenya.", []),
        ("Uganda arrested and jailed a judge.", ["COERCE", "COERCE"]),
        ("The Kenyan was seen by a doctor before he was released.", []),
        ("A Kenyan judge was placed under house arrest.", ["COERCE"]),
        ("Uganda denied attacking Kenya.", ["REJECT"]),
        ("Kenya fired missiles targeting Ugandan soldiers.", ["ASSAULT"]),
        ("Police in Minsk beat and detained nine protesters.", ["ASSAULT", "COERCE"]),
        ("Kenya and Uganda signed a pact reached in Kigali.", ["AGREE"]),
        ("The UN demanded that the Kenyan troops withdraw.", []),
        ("Talks between Kenya and Uganda could begin in May.", []),
    ],
)
def test_what_stands_around_a_word_decides_how_many_events_are_told(
    text: str, kinds: list[str]
) -> None:
    assert [r.type for r in reports(text)] == kinds


def test_those_who_were_killed_belong_to_the_attack_told_before() -> None:
    text = "A Sudanese jet bombed a market in Adré. Nine people were killed by shells."
    assert [r.mode for r in reports(text)] == ["bombard"]


def test_people_killed_beside_weapons_were_killed_on_purpose() -> None:
    text = "Gunmen were seen at the mill. Two nurses were killed."
    assert [r.mode for r in reports(text)] == ["kill"]
