import pytest

from tests.linking_world import World


@pytest.mark.parametrize(("second", "one_event"), [("two wars", True), ("two raids", False)])
def test_counts_of_like_events_between_the_same_sides_are_one_fact(second, one_event):
    world = World()
    for source, words, when in (("one", "two wars", "1994"), ("two", second, "2020")):
        text = f"Peru and Chile fought {words}. The last of the wars was in 2020.\n"
        world.article(source, text, "2024-05-01")
        world.report(source, "Peru and Chile fought", "ASSAULT war", "PER CHL", when=when)
        world.report(source, "The last of the wars", "ASSAULT war", "PER CHL", when="2020")
        world.figure(source, words, 2, "event", counted=words.split()[1])
    events = {row["event_id"] for row in world.linked().figures if row["event_id"]}
    assert (len(events) == 1) == one_event
