from typing import Any

import pytest

from tests.linking_world import World, events_of

DAY = "2031-05-04"


def exchange(given: dict[str, Any]) -> World:
    """An exchange of two, the way back by name, and what else was let go."""
    world = World()
    words = "They held an exchange. Sudan freed nine. Others were let go. Two more came home."
    world.article("a", words, "2031-05-06")
    both = "TCD armed-group-zaghawa-front"
    world.report("a", "They held an exchange", "RETREAT prisoner_exchange", both, both, when=DAY)
    world.report(
        "a", "Sudan freed nine", "RETREAT release", "armed-group-zaghawa-front", "TCD", when=DAY
    )
    told = {"source": "TCD", "target": "", "when": DAY, **given}
    world.report("a", "Others were let go", "RETREAT release", **told)
    return world


@pytest.mark.parametrize(
    ("given", "belongs"),
    [
        pytest.param({}, True, id="nobody-says-whom"),
        pytest.param({"target": "SDN"}, True, id="whom-it-let-go-are-of-no-side"),
        pytest.param({"source": "", "target": "armed-group-zaghawa-front"}, True, id="by-nobody"),
        pytest.param({"when": "2031-04-20"}, False, id="on-another-day"),
        pytest.param({"when": None}, False, id="on-no-day"),
        pytest.param({"source": "SDN"}, False, id="by-somebody-else"),
        pytest.param({"modality": "announced"}, False, id="still-to-come"),
    ],
)
def test_what_a_side_gives_on_the_day_it_gets_is_its_part_of_the_exchange(
    given: dict[str, Any], belongs: bool
) -> None:
    linked = exchange(given).linked()
    (whole,) = events_of(linked, mode="prisoner_exchange")
    parts = [row for row in linked.events if row["part_of_event_id"] == whole["event_id"]]
    assert len(parts) == 1 + belongs


def test_of_two_exchanges_of_one_day_it_is_of_neither() -> None:
    world = World()
    words = "Sudan freed nine. Niger freed two. Chad let others go."
    world.article("a", words, "2031-05-06")
    for other, way in (("SDN", "Sudan freed nine"), ("NER", "Niger freed two")):
        world.report("a", way, "RETREAT release", other, "TCD", when=DAY)
        world.article(other, "They held an exchange.", "2031-05-06")
        told = {"source": f"{other} TCD", "target": f"{other} TCD", "when": DAY}
        world.report(other, "They held an exchange", "RETREAT prisoner_exchange", **told)
    world.report("a", "Chad let others go", "RETREAT release", "TCD", when=DAY)
    linked = world.linked()
    (given,) = [row for row in linked.events if row["label"].startswith("release by TCD,")]
    assert given["part_of_event_id"] is None
    assert sum(row["part_of_event_id"] is not None for row in linked.events) == 2
