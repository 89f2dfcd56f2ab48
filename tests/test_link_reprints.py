import pytest

from tests.linking_world import World, events_of

MORE = (
    "Boats lay idle along the quay while crews waited for word from their owners, and the price "
    "of rice went up in all five markets of the island before the evening had come.\n"
)


def reprinted(sentence, days=("2031-05-03", "2031-05-03"), more=(MORE, MORE)):
    world = World()
    for source, day, rest in zip(("one", "two"), days, more, strict=True):
        world.article(source, f"{sentence}\n{rest}", "2031-05-04")
        world.report(source, "shells hit", "ASSAULT bombard", when=day)
        world.report(source, rest[:10], "COERCE blockade")
    return events_of(world.linked(), type="ASSAULT")


LONG = "A fisherman was hurt when shells hit the breakwater of the small harbour at dawn."


@pytest.mark.parametrize(
    ("sentence", "days", "events"),
    [
        (LONG, (None, None), 1),
        (LONG, ("2031-05-03", None), 1),
        (LONG, ("2031-04-26", "2031-05-03"), 2),
        ("At dawn shells hit it.", (None, None), 2),
    ],
)
def test_copies_tell_one_event_in_one_sentence_however_little_it_tells(sentence, days, events):
    found = reprinted(sentence, days)
    assert len(found) == events
    assert {row["independent_count"] for row in found} == {1}


def test_a_sentence_that_two_papers_share_and_nothing_else_binds_nothing():
    other = MORE.replace("Boats", "Carts")[::-1].replace("\n", "").capitalize() + "\n"
    assert len(reprinted(LONG, (None, None), (MORE, other))) == 2
