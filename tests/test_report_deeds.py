import pytest

from tests.report_stories import reports, roles


@pytest.mark.parametrize(
    ("text", "kind", "mode", "parts"),
    [
        ("The Kenyan's arrest drew protest.", "COERCE", "arrest", {"target": ["The Kenyan"]}),
        (
            "Four Kenyans were killed in a raid by Somali rebels.",
            "ASSAULT",
            "kill",
            {"source": ["Somali rebels"], "target": ["Four Kenyans"]},
        ),
        (
            "A Ugandan airstrike killed two Kenyan officers.",
            "ASSAULT",
            "airstrike",
            {"source": ["Ugandan"], "target": ["two Kenyan officers"]},
        ),
        (
            "Chad withdrew its troops from Sudan.",
            "RETREAT",
            "withdraw_troops",
            {"source": ["Chad"]},
        ),
        (
            "Two thousand Kenyan troops were sent to Haiti.",
            "MOBILIZE",
            "deploy",
            {"source": ["Two thousand Kenyan troops"], "target": ["Haiti"]},
        ),
        ("Chad and Sudan agreed on a ceasefire.", "RETREAT", "ceasefire", {}),
        (
            "Norway brokered a ceasefire between Chad and Sudan.",
            "RETREAT",
            "ceasefire",
            {"mediator": ["Norway"], "source": ["Chad", "Sudan"]},
        ),
        (
            "Chad designated the Sudan Liberation Movement as a terrorist group.",
            "SANCTION",
            "terrorist_designation",
            {"source": ["Chad"]},
        ),
        (
            "Uganda's president spoke by phone with Kenya's president.",
            "CONSULT",
            "phone_call",
            {"source": ["Uganda's president", "Kenya's president"]},
        ),
        ("Pirates hijacked a Kenyan tanker.", "COERCE", "capture", {"source": ["Pirates"]}),
        ("A suicide bomber blew himself up in Nairobi.", "ASSAULT", "attack", {}),
        ("A car bomb exploded in Nairobi.", "ASSAULT", "attack", {}),
        ("The vote was boycotted by Kenya.", "PROTEST", "boycott", {"source": ["Kenya"]}),
        ("Rebels shot dead two Kenyans.", "ASSAULT", "kill", {"target": ["two Kenyans"]}),
        ("Kenyan soldiers crossed into Somalia.", "MOBILIZE", "crossing", {}),
        (
            "The presidents of Kenya and Uganda signed a treaty.",
            "AGREE",
            "agreement",
            {"source": ["Kenya", "Uganda"]},
        ),
        (
            "NAIROBI (Daily) - The leaders of Kenya and Uganda signed a treaty.",
            "AGREE",
            "agreement",
            {"source": ["Kenya", "Uganda"]},
        ),
        (
            "Kenya's foreign minister met his Ugandan counterpart.",
            "CONSULT",
            "meet",
            {"source": ["Kenya's foreign minister", "his Ugandan counterpart"]},
        ),
        (
            "Kenyan forces shelled Amuru, killing six Ugandans.",
            "ASSAULT",
            "bombard",
            {"source": ["Kenyan forces"], "target": ["six Ugandans"]},
        ),
        (
            "Kenya fired rockets targeting Ugandan troops.",
            "ASSAULT",
            "missile_attack",
            {"source": ["Kenya"], "target": ["Ugandan troops"]},
        ),
        (
            "Kenya voted on a resolution to expel Ugandan troops.",
            "REQUEST",
            "vote",
            {"source": ["Kenya"], "target": ["Ugandan troops"]},
        ),
        (
            "Six Kenyans were killed in the attack.",
            "ASSAULT",
            "kill",
            {"target": ["Six Kenyans"]},
        ),
        (
            "Six Kenyans died in the bombing.",
            "ASSAULT",
            "kill",
            {"target": ["Six Kenyans"]},
        ),
        (
            "Two Kenyans were taken into custody.",
            "COERCE",
            "arrest",
            {"target": ["Two Kenyans"]},
        ),
        (
            "The Kenyan and Ugandan armies fought in Busia.",
            "ASSAULT",
            "clash",
            {},
        ),
        ("Rebel fighters seized Amuru.", "ASSAULT", "offensive", {}),
        (
            "Kenya and Uganda exchanged 90 prisoners of war with Rwanda mediating.",
            "RETREAT",
            "prisoner_exchange",
            {"source": ["Kenya", "Uganda"], "mediator": ["Rwanda"]},
        ),
        (
            "Kenya and Uganda traded fire across the border.",
            "ASSAULT",
            "clash",
            {"source": ["Kenya", "Uganda"]},
        ),
        ("Rwanda ended its 2015 agreement with Uganda.", "REJECT", "breach", {}),
        (
            "Rwanda sent 40 Rwandan police officers to Haiti.",
            "MOBILIZE",
            "deploy",
            {"source": ["Rwanda"], "target": ["Haiti"]},
        ),
        ("Kenya froze aid to Uganda.", "SANCTION", "cut_ties", {"target": ["Uganda"]}),
        (
            "The visit of Uganda's president to Kenya ended.",
            "CONSULT",
            "visit",
            {"source": ["Uganda's president", "Kenya"]},
        ),
    ],
)
def test_deeds_of_conflict_are_told_with_their_sides(
    text: str, kind: str, mode: str, parts: dict[str, list[str]]
) -> None:
    found = reports(text)
    assert [(r.type, r.mode) for r in found] == [(kind, mode)]
    told = roles(text, found[0])
    for role, words in parts.items():
        assert told.get(role) == words
    if mode in {"withdraw_troops", "arrest"}:
        assert set(told) == set(parts)


def test_a_city_that_is_hit_is_the_place() -> None:
    text = "Kenyan rebels seized the city of Mombasa."
    assert [r.place.of(text) for r in reports(text) if r.place] == ["Mombasa"]


def test_the_date_of_a_light_verb_s_noun_dates_the_verb() -> None:
    text = "Kenya and Uganda agreed to a ceasefire on Sunday."
    found = reports(text, "Sunday")
    assert [(r.mode, r.date.of(text)) for r in found if r.date] == [("ceasefire", "Sunday")]


def test_what_was_hit_may_tell_the_place() -> None:
    text = "Rebels attacked an army base in Somalia."
    assert [r.place.of(text) for r in reports(text) if r.place] == ["Somalia"]


def test_deeds_that_follow_each_other_are_told_apart() -> None:
    text = "Four Kenyans were freed after being arrested by Ugandan police."
    assert [r.mode for r in reports(text)] == ["release", "arrest"]


def test_what_a_clause_only_speaks_of_does_not_take_its_day() -> None:
    text = "On Friday Kenya condemned the Ugandan raid on Turkana."
    found = {r.type: r.date for r in reports(text, "Friday")}
    assert found["ASSAULT"] is None


@pytest.mark.parametrize(
    "text",
    [
        "Kenya freed the suspect in a raid on Turkana on Friday.",
        "Kenya condemned the raid on Turkana on Friday.",
        "After a raid on Turkana Kenya shut the border on Friday.",
    ],
)
def test_a_noun_that_another_clause_only_names_has_no_day(text: str) -> None:
    assert all(r.date is None for r in reports(text, "Friday") if r.type == "ASSAULT")


def test_what_came_before_has_not_the_day_of_what_followed() -> None:
    text = "Kenya arrested two men in May after a Ugandan captive escaped."
    assert [r.mode for r in reports(text, "May") if r.date] == ["arrest"]


def test_the_day_of_a_crime_is_not_that_of_its_sentence() -> None:
    text = "Kenya jailed a Ugandan for the killing of a judge in 2012."
    assert all(r.date is None for r in reports(text, "2012") if r.mode == "convict")


def test_a_raid_inside_a_killing_is_told_once_and_dates_it() -> None:
    text = "The move follows Kenya's killing of a Ugandan in an airstrike last week."
    found = reports(text, "last week")
    assert [(r.mode, r.date.of(text)) for r in found if r.date] == [("kill", "last week")]


def test_what_comes_after_a_deed_does_not_make_it_a_promise() -> None:
    text = "After the Kenyan's conviction Uganda agreed to help."
    assert [r.modality for r in reports(text) if r.mode == "convict"] == ["occurred"]


def test_none_of_several_charges_is_an_event() -> None:
    text = "The Kenyan was accused of robbing a bank and killing two Ugandans."
    assert [r.type for r in reports(text)] == ["ACCUSE"]


def test_talks_that_were_left_are_not_told_again() -> None:
    text = "Kenya pulled out of talks with Uganda in May."
    assert [r.mode for r in reports(text, "May")] == ["withdraw"]


def test_an_attack_that_killed_is_told_by_its_noun_with_its_place_and_day() -> None:
    text = "The attack on a market near Gao on 2 June killed 11 people."
    (found,) = reports(text, "2 June")
    assert (found.mode, found.date and found.date.of(text)) == ("attack", "2 June")
    assert found.place is not None
    assert found.place.of(text) == "Gao"


def test_what_ended_a_war_has_its_date_whoever_brokered_it() -> None:
    text = "Chad and Sudan fought a war in 2011. It ended with a ceasefire that Qatar brokered."
    found = {r.mode: r.date and r.date.of(text) for r in reports(text, "2011")}
    assert found["ceasefire"] == "2011"


def test_a_year_that_names_a_thing_does_not_date_the_noun_beside_it() -> None:
    text = (
        "The rebel chief, known for the 2010 Darfur mine disaster and his subsequent conviction "
        "for murder, left Chad."
    )
    (report,) = reports(text, "2010")
    assert report.date is None
