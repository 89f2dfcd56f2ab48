import pytest

from scripts.link.heard import of_one_country
from tests.linking_world import World, events_of


def raid(*told):
    """Papers tell of one raid: the line, and who says its words (None: the paper itself)."""
    world = World()
    for source, (line, speaker, title) in zip("abcd", told, strict=False):
        words = "shells hit the harbour of Mopti in Mali on Saturday"
        world.article(source, f"{title}\n{line.format(words)}\n", "2031-05-04", title=title)
        world.report(source, "shells hit", "ASSAULT bombard", "NER", "MLI", when="2031-05-03")
        if "Shelled" in title:
            world.report(source, "Shelled", "ASSAULT bombard", "NER", "MLI", when="2031-05-03")
        if speaker:
            world.statement(source, words, speaker, kind="indirect")
            world.statements[-1]["speaker_id"] = "MLI"
    return events_of(world.linked())[0]["independent_count"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("Police said {}.", "police"), ("{}, Mali's police told us.", "police")], 1),
        ([("Police said {}.", "police"), ("The army says that {}.", "army")], 2),
        ([("Police said {}.", "police"), ("As we saw, {}.", None)], 2),
        ([("Police said {}.", "police"), ("Officials say {}.", "officials")], 2),
        ([("Officials said {}.", "officials"), ("Officials say {}.", "officials")], 2),
        ([("Police said {}.", "police"), ("Bamako says that {}.", "Bamako")], 1),
        (
            [("Police said {}.", "police"), ("Bamako says: {}.", "Bamako"), ("It: {}", "army")],
            3,
        ),
    ],
)
def test_papers_that_have_an_event_from_one_body_are_one_witness(told, expected):
    lines = [(line, who, f"Title {index} of a paper") for index, (line, who) in enumerate(told)]
    assert raid(*lines) == expected


def test_a_title_attributes_nothing_and_is_no_voice_of_the_papers_own():
    one = ("Police said {}.", "police", "Shelled at dawn")
    two = ("{}, as Mali's police have it.", "police", "Guns by the river")
    assert raid(one, two) == 1


def test_a_body_named_less_closely_is_the_one_that_is_heard_on_the_event():
    rests = {"f1": "statement:police", "f2": "statement:MLI:police", "f3": "statement:police"}
    event = {"f1": "e1", "f2": "e1", "f3": "e2"}
    found = {"f1": "statement:MLI:police", "f2": "statement:MLI:police", "f3": "statement:police"}
    assert of_one_country(rests, event) == found
    two = {**rests, "f4": "statement:NER:police"}
    assert of_one_country(two, {**event, "f4": "e1"})["f1"] == "statement:police"
    joint = {"f1": "statement:MLI", "f2": "statement:MLI:2031-05-03"}
    assert of_one_country(joint, event) == joint
