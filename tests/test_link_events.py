from datetime import date, timedelta

import pytest

from tests.linking_world import World, events_of


def meetings(first: str | None, second: str | None, **more: str) -> World:
    world = World()
    world.article("one", "Chile and Peru met to talk about the sea border.\n")
    world.article("two", "Chile and Peru met to talk about the sea border.\n")
    world.place("place-lima", "city", "PER")
    world.place("place-arica", "city", "CHL")
    world.place("place-peru", "country", "PER")
    world.report(
        "one", "Chile and Peru met", "CONSULT meet", "CHL PER", when=first, where=more.get("here")
    )
    world.report(
        "two", "Chile and Peru met", "CONSULT meet", "CHL PER", when=second, where=more.get("there")
    )
    return world


@pytest.mark.parametrize(
    ("first", "second", "places", "events"),
    [
        ("2022-05-03", "2022-05-03", {}, 1),
        ("2022-05-03", "2022-05", {}, 1),
        ("2022-05-03", "2022-07-03", {}, 2),
        ("2022-05", "2022-07", {}, 2),
        ("2022-05-03", "2022-05-03", {"here": "place-lima", "there": "place-arica"}, 2),
        ("2022-05-03", "2022-05-03", {"here": "place-lima", "there": "place-peru"}, 1),
        ("2022-05-03", "2022-05-03", {"here": "place-arica", "there": "place-peru"}, 2),
    ],
)
def test_meetings_of_the_same_two_are_one_only_if_time_and_place_allow(
    first, second, places, events
):
    assert len(meetings(first, second, **places).linked().events) == events


def test_type_and_actors_alone_never_bind_an_undated_report():
    world = World()
    world.article("one", "Ghana and Togo held talks.\n")
    world.article("two", "On 3 May 2022 the envoys of Ghana and Togo sat down together.\n")
    world.report("one", "held talks", "CONSULT negotiate", "GHA TGO")
    world.report("two", "sat down together", "CONSULT meet", "GHA TGO", when="2022-05-03")
    assert len(world.linked().events) == 2


def test_a_report_that_fits_two_events_equally_joins_none():
    world = World()
    world.place("place-accra", "city", "GHA")
    world.place("place-kumasi", "city", "GHA")
    for source, where in (("one", "place-accra"), ("two", "place-kumasi"), ("three", None)):
        world.article(source, "Ghana and Togo held talks on the river.\n")
        world.report(
            source, "held talks", "CONSULT negotiate", "GHA TGO", when="2022-05-03", where=where
        )
    assert len(world.linked().events) == 3


def test_two_attacks_on_one_day_in_two_towns_stay_apart():
    world = World()
    world.place("place-soria", "city", "ESP")
    world.place("place-teruel", "city", "ESP")
    for source, where in (("one", "place-soria"), ("two", "place-teruel")):
        world.article(source, "A raid by France hit a depot in Spain.\n")
        world.report(source, "raid", "ASSAULT attack", "FRA", "ESP", when="1999-02-01", where=where)
    assert len(world.linked().events) == 2


def test_no_chain_binds_two_days_that_exclude_each_other():
    world = World()
    for source, when in (("one", "2022-05-03"), ("two", "2022-05"), ("three", "2022-05-09")):
        world.article(source, "Chile and Peru met.\n")
        world.report(source, "met", "CONSULT meet", "CHL PER", when=when)
    for event in world.linked().events:
        assert event["start_date"] <= event["end_date"]
    assert len(events_of(world.linked(), date_precision="day")) == 2


def test_a_war_told_by_year_and_by_season_is_one_and_old_clashes_are_not_it():
    world = World()
    world.place("place-valley", "area", "BOL")
    for source in ("one", "two", "three", "four"):
        world.article(source, "Bolivia and Paraguay fought a war over the Valley.\n", "2015-01-01")
    world.report("one", "fought a war", "ASSAULT war", "BOL PRY", when="2010", where="place-valley")
    world.report("two", "fought a war", "ASSAULT offensive", "BOL", "PRY", "2010-09-01/2010-11-30")
    world.report("three", "fought a war", "ASSAULT war", when="2010", where="place-valley")
    world.report("four", "fought a war", "ASSAULT clash", "BOL PRY", when="1984-01-01/2014-12-31")
    linked = world.linked()
    assert sorted(row["source_count"] for row in linked.events) == [1, 3]
    (war,) = events_of(linked, source_count=3)
    assert war["date_edtf"] == "2010-09/2010-11"


def test_an_undated_telling_goes_to_the_event_that_its_article_does_not_tell_otherwise():
    world = World()
    world.place("place-valley", "area", "BOL")
    world.article("one", "Bolivia took the Valley in 2010 and again in 2014.\n", "2015-01-01")
    world.article(
        "two", "After the war of 2010 came the conquest of the Valley by Bolivia.\n", "2015-01-01"
    )
    world.report(
        "one",
        "took the Valley in 2010",
        "ASSAULT offensive",
        "BOL",
        when="2010",
        where="place-valley",
    )
    world.report(
        "one", "again in 2014", "ASSAULT offensive", "BOL", when="2014", where="place-valley"
    )
    world.report(
        "two", "the war of 2010", "ASSAULT war", "BOL PRY", when="2010", where="place-valley"
    )
    world.report("two", "conquest of the Valley", "ASSAULT offensive", "BOL", where="place-valley")
    (conquest,) = [
        r for r in world.linked().reports if r["trigger_text"] == "conquest of the Valley"
    ]
    assert str(conquest["start_date"]) == "2014-01-01"


def test_mentions_of_one_event_in_an_article_are_one():
    world = World()
    world.article(
        "one",
        "Kenya and Uganda held talks in Kisumu on Monday about the lake.\n"
        "The talks lasted two days.\n",
    )
    world.place("place-kisumu", "city", "KEN")
    world.report(
        "one",
        "held talks in Kisumu",
        "CONSULT negotiate",
        "KEN UGA",
        when="2020-06-01",
        where="place-kisumu",
    )
    world.report("one", "The talks", "CONSULT negotiate", "KEN UGA")
    assert len(world.linked().events) == 1


def test_another_attack_is_another_event():
    world = World()
    world.article(
        "one", "Rebels hit a mill on Monday. Rebels hit it in another attack that Monday.\n"
    )
    rebels = "armed-group-hill-front"
    world.report("one", "hit a mill", "ASSAULT attack", rebels, "KEN", when="2020-06-01")
    world.report("one", "another attack", "ASSAULT attack", rebels, "KEN", when="2020-06-01")
    assert len(world.linked().events) == 2


def test_a_release_and_its_return_are_never_one():
    world = World()
    for source, giver, taker in (("one", "KEN", "UGA"), ("two", "UGA", "KEN")):
        world.article(source, "Prisoners came home.\n")
        world.report(source, "came home", "RETREAT release", giver, taker, "2020-06-01")
    assert len(world.linked().events) == 2


def test_an_event_keeps_its_id_when_a_later_article_joins_it():
    world = meetings("2022-05-03", "2022-05-03")
    world.sources[0]["published"], world.sources[1]["published"] = None, None
    before = {row["event_id"] for row in world.linked().events}
    world.article("zebra", "Chile and Peru met again at sea, it was said.\n", "2023-01-01")
    world.report("zebra", "Chile and Peru met", "CONSULT meet", "CHL PER", when="2022-08-03")
    assert before <= {row["event_id"] for row in world.linked().events}


def test_a_swap_told_without_names_is_the_whole_of_both_ways_told_beside_it():
    world = World()
    world.article(
        "one", "A prisoner swap took place on Monday. Mali freed 9 men, and Niger let go of 4.\n"
    )
    world.report("one", "prisoner swap", "RETREAT prisoner_exchange", when="2020-06-01")
    world.report("one", "Mali freed 9 men", "RETREAT release", "MLI", "NER")
    world.report("one", "Niger let go of 4", "RETREAT release", "NER", "MLI")
    linked = world.linked()
    (whole,) = events_of(linked, mode="prisoner_exchange")
    ways = events_of(linked, part_of_event_id=whole["event_id"])
    assert [row["date_edtf"] for row in ways] == ["2020-06-01", "2020-06-01"]


def test_the_fighting_of_a_war_told_before_is_that_war():
    world = World()
    world.article(
        "one", "Mali and Niger fought a war in 2010. The fighting in the autumn took a toll.\n"
    )
    world.report("one", "fought a war in 2010", "ASSAULT war", "MLI NER", when="2010")
    world.report("one", "fighting", "ASSAULT clash", when="2010-09-01/2010-11-30")
    (event,) = world.linked().events
    assert event["date_edtf"] == "2010-09/2010-11"


def test_two_triggers_of_one_clause_are_one_event():
    world = World()
    world.article("one", "Mali pledges to drop its bid and so back that of Niger.\n")
    world.report("one", "Mali pledges to drop its bid", "CONCEDE drop_objection", "MLI")
    world.report(
        "one", "pledges to drop its bid and so back that of Niger", "SUPPORT host_bid", "MLI", "NER"
    )
    assert len(world.linked().events) == 1


def two_papers_on_a_war(**second):
    world = World()
    world.article("one", "Mali and Niger fought in the autumn of 2010.\n", "2015-01-01")
    world.report("one", "fought", "ASSAULT war", "MLI NER", when="2010-09-01/2010-11-30")
    world.article("two", "Mali met Niger, then phoned Niger. A war shook 2010.\n", "2015-01-01")
    world.report("two", "met Niger", "CONSULT meet", "MLI NER", when="2014-01-01")
    world.report("two", "phoned Niger", "CONSULT phone_call", "MLI NER", when="2014-02-01")
    world.report("two", "A war shook 2010", "ASSAULT war", when="2010", **second)
    return events_of(world.linked(), type="ASSAULT")


def test_a_war_that_names_nobody_is_that_of_the_two_its_article_is_about():
    (war,) = two_papers_on_a_war()
    assert war["source_count"] == 2


def test_a_war_told_with_another_place_or_other_sides_is_none_of_theirs():
    assert len(two_papers_on_a_war(where="place-far")) == 2
    assert len(two_papers_on_a_war(source="TCD")) == 2


def test_who_agreed_and_the_statement_that_says_when_are_one_event():
    world = World()
    world.article("one", "Mali and Niger agreed, said a joint statement on Monday. They agreed.\n")
    world.report("one", "Mali and Niger agreed", "AGREE agreement", "MLI NER")
    world.report("one", "joint statement", "AGREE joint_statement", when="2020-06-01")
    (event,) = world.linked().events
    assert event["date_edtf"] == "2020-06-01"


def test_a_year_finds_its_war_however_many_days_of_fighting_fall_in_it():
    world = World()
    world.article("spell", "The war between Chad and Niger went on into autumn.\n", "2019-01-04")
    world.report(
        "spell",
        "war",
        "ASSAULT war",
        "TCD NER",
        when="2018-03-01/2018-05-20",
        where="place-tibesti",
    )
    for n in range(210):
        town = f"place-hill-{n}"
        world.place(town, "city", "NER")
        world.article(f"day-{n}", f"Chad and Niger clashed at hill {n}.\n", "2018-12-30")
        day = str(date(2018, 1, 1) + timedelta(n))
        world.report(f"day-{n}", "clashed", "ASSAULT clash", "TCD NER", when=day, where=town)
    world.article("year", "The war of 2018 between Chad and Niger is told.\n", "2020-01-04")
    world.report("year", "war", "ASSAULT war", "TCD NER", when="2018", where="place-tibesti")
    (war,) = events_of(world.linked(), "year")
    assert war["date_edtf"] == "2018-03-01/2018-05-20"
    assert war["source_count"] == 2
