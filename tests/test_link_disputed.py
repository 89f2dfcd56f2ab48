"""Papers that differ on the day or the town of one event, and events that are only alike."""

import pytest

from tests.linking_world import World, events_of

BORDER = "place-border"
Told = tuple[str, str, str | None, int]


def release(*papers: Told, words: str = "Mali freed men before Issa Maiga") -> World:
    """Each paper: its name and day of printing, the day it gives, the place, how many went free."""
    world = World()
    for town in ("place-border", "place-ford"):
        world.place(town, "city", "MLI")
    for number, (printed, when, where, people) in enumerate(papers):
        source = f"paper-{number}"
        world.article(source, f"{words}, {people} of them, it is told.\n", printed)
        world.report(source, words, "RETREAT release", "MLI", "NER", when=when, where=where)
        world.figure(source, f"{people} of them", people, measure="released", of="NER")
    return world


def counts(world: World) -> list[int]:
    return sorted(row["source_count"] for row in world.linked().events)


@pytest.mark.parametrize(
    ("second", "sources"),
    [
        (("2031-03-06", "2031-03-03", BORDER, 36), [2]),  # another day
        (("2031-03-06", "2031-03-04", "place-ford", 36), [2]),  # another town
        (("2031-03-06", "2031-03-03", "place-ford", 36), [1, 1]),  # another day and town
        (("2031-03-06", "2031-03-03", BORDER, 12), [1, 1]),  # other people
        (("2031-03-20", "2031-03-18", BORDER, 36), [1, 1]),  # two weeks later
        (("2031-03-08", "2031-03-07", BORDER, 36), [1, 1]),  # after the first was printed
    ],
)
def test_a_release_told_of_two_days_or_towns_is_one_if_all_else_is(second, sources):
    assert counts(release(("2031-03-05", "2031-03-04", BORDER, 36), second)) == sources


def test_the_event_spans_all_days_that_are_told_of_it():
    world = release(
        ("2031-03-05", "2031-03-04", BORDER, 36), ("2031-03-06", "2031-03-03", BORDER, 36)
    )
    linked, rows, _ = world.compared()
    (event,) = linked.events
    assert event["date_edtf"] == "2031-03-03/2031-03-04"
    (row,) = [row for row in rows if row["about"] == "date"]
    assert row["verdict"] == "conflict"
    assert "the days lie one day apart" in row["note"]


def test_an_event_in_two_towns_has_none_and_its_sources_conflict():
    world = release(
        ("2031-03-05", "2031-03-04", BORDER, 36), ("2031-03-06", "2031-03-04", "place-ford", 36)
    )
    linked, rows, _ = world.compared()
    (event,) = linked.events
    assert event["place_id"] is None
    (row,) = [row for row in rows if row["about"] == "place"]
    assert row["verdict"] == "conflict"
    assert "Border and Ford are two places" in row["note"]


def test_what_one_article_tells_of_both_days_is_two_events():
    papers = [("2031-03-06", f"2031-03-0{day}", BORDER, 36) for day in (3, 4)]
    world = release(*papers)
    world.article("both", "Mali freed 36 of them on Monday and freed 36 others on Tuesday.\n")
    for when, words in (("2031-03-03", "freed 36 of them"), ("2031-03-04", "freed 36 others")):
        world.report("both", words, "RETREAT release", "MLI", "NER", when=when, where=BORDER)
    assert counts(world) == [2, 2]


def test_a_second_release_is_not_the_first_on_another_day():
    world = release(("2031-03-06", "2031-03-03", BORDER, 36))
    world.article(
        "later", "Another release of 36 of them by Mali before Issa Maiga.\n", "2031-03-06"
    )
    world.report("later", "Another release", "RETREAT release", "MLI", "NER", "2031-03-04", BORDER)
    world.figure("later", "36 of them", 36, measure="released", of="NER")
    assert counts(world) == [1, 1]


def raids(kind: str, people: int, first: str, second: str, towns: tuple[str, str]) -> list[int]:
    world = World()
    for town in ("place-soria", "place-teruel"):
        world.place(town, "city", "ESP")
    for source, when, where in (("one", first, towns[0]), ("two", second, towns[1])):
        world.article(source, f"A raid by France in Spain killed {people} men.\n", "1999-02-10")
        world.report(source, "raid", kind, "FRA", "ESP", when=when, where=where)
        world.figure(source, f"{people} men", people, measure="killed")
    return counts(world)


@pytest.mark.parametrize(
    ("people", "second", "towns", "sources"),
    [
        (31, "1999-02-02", ("place-soria", "place-soria"), [2]),
        (4, "1999-02-02", ("place-soria", "place-soria"), [1, 1]),
        (31, "1999-02-03", ("place-soria", "place-soria"), [1, 1]),
        (31, "1999-02-01", ("place-soria", "place-teruel"), [2]),
        (4, "1999-02-01", ("place-soria", "place-teruel"), [1, 1]),
        (31, "1999-02-02", ("place-soria", "place-teruel"), [1, 1]),
    ],
)
def test_raids_are_one_on_two_days_or_in_two_towns_only_with_one_high_toll(
    people, second, towns, sources
):
    assert raids("ASSAULT attack", people, "1999-02-01", second, towns) == sources


def test_convoys_that_come_day_after_day_are_never_one():
    place = ("place-soria", "place-soria")
    assert raids("AID relief", 31, "1999-02-01", "1999-02-02", place) == [1, 1]


def test_talks_that_go_on_from_day_to_day_are_not_disputed():
    world = World()
    world.place("place-arica", "city", "CHL")
    for source, when in (("one", "2022-05-03"), ("two", "2022-05-04")):
        world.article(
            source, "Chile and Peru held talks, Rosa Quispe of Arica said.\n", "2022-05-06"
        )
        world.report(
            source, "held talks", "CONSULT negotiate", "CHL PER", when=when, where="place-arica"
        )
    assert counts(world) == [1, 1]


def test_the_killing_of_a_person_is_one_on_whatever_days_it_is_told():
    world = World()
    for source, when in (("one", "2022-05-03"), ("two", "2022-05-04")):
        world.article(source, "Gunmen shot Rami Haddad.\n", "2022-05-06")
        world.report(source, "shot", "ASSAULT kill", "", "person-rami-haddad", when=when)
    (event,) = events_of(world.linked())
    assert event["date_edtf"] == "2022-05-03/2022-05-04"


def test_where_three_days_are_told_and_two_of_them_by_one_article_none_is_chosen():
    world = release(
        ("2031-03-06", "2031-03-02", BORDER, 36), ("2031-03-06", "2031-03-03", BORDER, 36)
    )
    world.article("both", "Mali freed 36 of them on Monday before Issa Maiga.\n", "2031-03-06")
    world.report("both", "freed", "RETREAT release", "MLI", "NER", "2031-03-05", BORDER)
    world.figure("both", "36 of them", 36, measure="released", of="NER")
    assert counts(world) == [3]


@pytest.mark.parametrize(
    ("second", "freed", "sources"),
    [
        ("2031-03-12", 11, [2, 2, 2]),
        ("2031-03-12", 12, [2, 2, 2]),
        ("2031-03-17", 11, [1, 1, 2, 2]),
    ],
)
def test_an_exchange_of_which_both_papers_tell_one_way_alike_is_one_on_either_day(
    second, freed, sources
):
    world = World()
    for source, when, men in (("one", "2031-03-11", 11), ("two", second, freed)):
        text = f"Mali and Niger swapped. Mali freed 14 men of Niger, Niger {men} men of Mali.\n"
        world.article(source, text, "2031-03-20")
        both = "MLI NER"
        world.report(source, "swapped", "RETREAT prisoner_exchange", both, both, when)
        world.report(source, "Mali freed 14 men", "RETREAT release", "MLI", "NER")
        world.report(source, f"Niger {men} men", "RETREAT release", "NER", "MLI")
        world.figure(source, "14 men", 14, measure="released", of="NER")
        world.figure(source, f"{men} men", men, measure="released", of="MLI")
    assert counts(world) == sources


@pytest.mark.parametrize(("second", "events"), [("2031-03-05", 1), ("2031-03-09", 2)])
def test_a_truce_of_nobody_named_is_one_in_its_town_though_its_day_is_disputed(second, events):
    world = World()
    world.place("place-border", "city", "MLI")
    for source, day, printed in (
        ("one", "2031-03-04", "2031-03-06"),
        ("two", second, "2031-03-10"),
    ):
        world.article(source, "A truce took effect around Border, it is told.\n", printed)
        world.report(source, "truce", "RETREAT ceasefire", when=day, where=BORDER)
    assert len(world.linked().events) == events


def test_who_gives_a_disputed_truce_no_day_tells_it_too_however_early_printed():
    world = World()
    world.place("place-border", "city", "MLI")
    told = "The truce is here. Reporters saw Kader Diop and Awa Toure greet neighbours in Sikoro.\n"
    for source, day, printed in (
        ("one", "2031-03-04", "2031-03-06"),
        ("two", "2031-03-05", "2031-03-06"),
        ("three", None, "2031-03-04"),
    ):
        world.article(source, told, printed)
        where = BORDER if day else None
        world.report(source, "truce", "RETREAT ceasefire", when=day, where=where)
    assert counts(world) == [3]
