"""What reports must share to be of one event: its kind and its actors alone are never enough."""

import pytest

from tests.linking_world import World, events_of

BAND = "armed-group-hill-front"


def two(first: str, second: str, days: tuple[str | None, str | None] = (None, None)) -> World:
    world = World()
    for source, text, day in (("one", first, days[0]), ("two", second, days[1])):
        world.article(source, text, day)
    return world


def linked_events(world: World) -> int:
    return len(world.linked().events)


def test_what_is_said_of_others_every_week_is_not_one_event_without_a_day():
    world = two(
        "Kofi Baako of the opposition blamed Ghana in Tamale over roads.\n",
        "Kofi Baako of the opposition blamed Ghana in Tamale over schools.\n",
    )
    for source in ("one", "two"):
        world.report(source, "blamed Ghana", "ACCUSE blame", "person-kofi-baako", "GHA")
    assert linked_events(world) == 2


def test_a_visit_without_a_day_joins_none_by_its_visitor_alone():
    world = two("Kenya sent envoys.\n", "Kenya sent envoys in November 2019.\n")
    world.report("one", "sent envoys", "CONSULT visit", "KEN")
    world.report("two", "sent envoys", "CONSULT visit", "KEN", when="2019-11")
    assert linked_events(world) == 2


@pytest.mark.parametrize(("kind", "events"), [("ASSAULT kill", 1), ("ACCUSE blame", 2)])
def test_only_what_is_done_to_a_person_once_is_known_by_the_person(kind, events):
    world = two("Rebels shot Ama Boateng, it is told.\n", "Ama Boateng was shot in January 2020.\n")
    world.report("one", "shot Ama Boateng", kind, BAND, "person-ama-boateng")
    world.report("two", "was shot", kind, "", "person-ama-boateng", when="2020-01")
    assert linked_events(world) == events


def test_a_person_is_known_where_another_paper_takes_the_name_for_the_state():
    world = two(
        "Chad killed General Ama Boateng on 3 May 2020.\n",
        "The killing of Ama Boateng in May 2020 is told.\n",
    )
    world.report("one", "killed", "ASSAULT kill", "TCD", "GHA", when="2020-05-03")
    world.called["GHA"] = "General Ama Boateng"
    world.report("two", "The killing", "ASSAULT kill", "", "person-ama-boateng", when="2020-05")
    assert linked_events(world) == 1


@pytest.mark.parametrize(("number", "events"), [(23, 1), (24, 2)])
def test_an_attack_by_nobody_known_is_found_by_a_name_and_a_figure(number, events):
    world = two(
        "The raid on Tessit market killed 23 traders.\n",
        f"It was the Front whose raid on Tessit market killed {number} traders.\n",
    )
    world.report("one", "raid on Tessit", "ASSAULT attack", when="2021-02-03")
    world.report("two", "raid on Tessit", "ASSAULT attack", BAND, when="2021-02-03")
    world.figure("one", "23 traders", 23, measure="killed")
    world.figure("two", f"{number} traders", number, measure="killed")
    assert linked_events(world) == events


@pytest.mark.parametrize(("text", "events"), [("in Tessit", 1), ("in Gao", 2)])
def test_a_town_that_is_named_without_being_the_place_counts_as_the_place(text, events):
    world = two("A raid by the Front shook a town.\n", f"Traders died {text} as it came.\n")
    world.place("place-tessit", "city", "MLI")
    world.report(
        "one", "raid by the Front", "ASSAULT attack", BAND, when="2021-02-03", where="place-tessit"
    )
    world.report("two", "died", "ASSAULT kill", BAND, when="2021-02-03")
    assert linked_events(world) == events


@pytest.mark.parametrize(("published", "sources"), [("2020-05-09", 2), ("2021-05-09", 1)])
def test_talks_told_without_a_day_are_seldom_those_of_long_ago(published, sources):
    world = two("Envoys met.\n", "Envoys met.\n", ("2020-05-04", published))
    world.place("place-lima", "city", "PER")
    world.report("one", "met", "CONSULT meet", "CHL PER", when="2020-05-03", where="place-lima")
    world.report("two", "met", "CONSULT meet", "CHL PER", where="place-lima")
    assert max(row["source_count"] for row in events_of(world.linked())) == sources


def test_a_name_that_a_long_article_repeats_tells_none_of_its_events():
    filler = "Baako and Mensah spoke to the crowd again about roads and schools. " * 40
    world = two(f"{filler}Baako and Mensah met.\n", f"{filler[7:]}Baako and Mensah met.\n")
    for source in ("one", "two"):
        world.report(source, "met.", "CONSULT meet", "GHA")
    assert linked_events(world) == 2


@pytest.mark.parametrize(
    ("published", "words", "sources"),
    [
        ("2020-05-05", "in the Rosada", 2),
        ("2020-05-05", "of late", 1),
        ("2020-05-25", "in the Rosada", 1),
    ],
)
def test_what_an_article_prints_at_once_of_the_same_two_needs_little_more(
    published, words, sources
):
    world = two("Envoys met in the Rosada.\n", f"Envoys met {words}.\n", ("2020-05-04", published))
    world.report("one", "met", "CONSULT meet", "CHL PER", when="2020-05-03")
    world.report("two", "met", "CONSULT meet", "CHL PER")
    assert max(row["source_count"] for row in events_of(world.linked())) == sources


def test_a_town_is_known_as_the_articles_spell_it():
    world = two("A raid by the Front hit it.\n", "Traders died in Poonch.\n")
    world.place("place-punch", "city", "IND")
    day = "2021-02-03"
    world.report("one", "raid", "ASSAULT attack", BAND, when=day, where="place-punch")
    world.reports[-1]["place_text"] = "Poonch"
    world.report("two", "died", "ASSAULT kill", BAND, when=day)
    assert linked_events(world) == 1


@pytest.mark.parametrize(("thing", "events"), [("missiles", 1), ("sides", 2)])
def test_what_is_counted_tells_one_event_from_its_like(thing, events):
    world = two(f"Kenya fired two {thing}.\n", f"Kenya launched two {thing}.\n")
    for source, word in (("one", "fired"), ("two", "launched")):
        words = f"{word} two {thing}"
        world.report(source, words, "ASSAULT missile_attack", "KEN", when="2021-02-03")
        world.figure(source, f"two {thing}", 2, measure=None, unit="object", counted=thing)
    assert linked_events(world) == events
