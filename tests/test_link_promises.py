import random

import pytest

from tests.linking_world import World, events_of

SIDES = {"source": "TCD", "target": "SDN"}


def pledge(
    world: World, name: str, words: str, published: str | None, when: str | None = None, **more: str
) -> None:
    world.article(name, words, published)
    told = {"kind": "RETREAT release", "modality": "announced", **SIDES, **more}
    world.report(name, words, when=when, **told)


def deed(
    world: World, name: str, words: str, published: str | None, when: str | None = None, **more: str
) -> None:
    world.article(name, words, published)
    told = {"kind": "RETREAT release", **SIDES, **more}
    world.report(name, words, when=when, **told)


def kept(world: World, order=list) -> set[tuple[str, str]]:
    """(source of the promise, source of the deed) of all that was carried out."""
    linked = world.linked(order)
    told: dict[str, set[str]] = {}
    for row in linked.reports:
        told.setdefault(row["event_id"], set()).add(row["source_id"])
    return {
        (said, done)
        for row in linked.events
        if row["fulfils_event_id"]
        for said in told[row["fulfils_event_id"]]
        for done in told[row["event_id"]]
    }


@pytest.mark.parametrize(
    ("published", "set_for", "done", "expected"),
    [
        pytest.param("2031-04-01", "2031-04-08", "2031-04-08", True, id="on-the-day"),
        pytest.param("2031-04-01", "2031-04-07/2031-04-13", "2031-04-09", True, id="in-the-week"),
        pytest.param("2031-04-01", "2031-04-08", "2031-04-11", True, id="three-days-late"),
        pytest.param("2031-04-01", "2031-04-08", "2031-05-29", False, id="seven-weeks-late"),
        pytest.param("2031-04-01", "2031-04-08", "2031-04-03", False, id="before-the-day-set"),
        pytest.param("2031-04-01", "2031-04-01", "2031-04-20", True, id="soon-after-being-told"),
        pytest.param("2031-04-01", None, "2031-04-20", True, id="no-day-set"),
        pytest.param("2031-04-01", None, "2031-10-20", False, id="half-a-year-later"),
        pytest.param("2031-04-01", None, "2031-03-20", False, id="done-before-it-was-promised"),
        pytest.param("2031-04-01", "2031-04-08", "2031", False, id="done-in-the-year"),
        pytest.param(None, None, "2031-04-20", False, id="nobody-knows-when-promised"),
    ],
)
def test_a_promise_is_kept_by_a_deed_of_its_days(
    published: str | None, set_for: str | None, done: str, expected: bool
) -> None:
    world = World()
    pledge(world, "a", "Chad will free Sudanese captives", published, set_for)
    deed(world, "b", "Chad freed some captives", "2031-11-01", done)
    assert kept(world) == ({("a", "b")} if expected else set())


def test_two_promises_and_two_deeds_of_one_month_pair_by_their_days() -> None:
    world = World()
    pledge(world, "a", "Chad will free Sudanese captives", "2031-05-02", "2031-05-05")
    deed(world, "b", "Chad freed some captives", "2031-05-06", "2031-05-05")
    pledge(world, "c", "Chad will let more go", "2031-05-20", "2031-05-23")
    deed(world, "d", "Chad let others go", "2031-05-24", "2031-05-23")
    assert kept(world) == {("a", "b"), ("c", "d")}


def test_of_two_deeds_that_fit_alike_none_is_taken() -> None:
    world = World()
    pledge(world, "a", "Chad will free Sudanese captives", "2031-05-02")
    deed(world, "b", "Chad freed some captives", "2031-05-09", "2031-05-08")
    deed(world, "c", "Chad let others go", "2031-05-16", "2031-05-15")
    assert kept(world) == set()


def test_a_deed_with_another_number_keeps_the_promise_all_the_same() -> None:
    world = World()
    pledge(world, "a", "Chad will free 40 Sudanese", "2031-05-02", "2031-05-05")
    deed(world, "b", "Chad freed 36 Sudanese", "2031-05-06", "2031-05-05")
    world.figure("a", "40 Sudanese", 40, measure="released", of="SDN", modality="announced")
    world.figure("b", "36 Sudanese", 36, measure="released", of="SDN")
    assert kept(world) == {("a", "b")}


def test_of_two_deeds_the_one_with_the_promised_number_keeps_it() -> None:
    world = World()
    pledge(world, "a", "Chad will free 40 Sudanese", "2031-05-02")
    deed(world, "b", "Chad freed 12 captives", "2031-05-09", "2031-05-08")
    deed(world, "c", "Chad freed 40 captives", "2031-05-16", "2031-05-15")
    world.figure("a", "40 Sudanese", 40, measure="released", of="SDN", modality="announced")
    world.figure("b", "12 captives", 12, measure="released", of="SDN")
    world.figure("c", "40 captives", 40, measure="released", of="SDN")
    assert kept(world) == {("a", "c")}


def test_what_the_other_side_lets_go_keeps_no_promise() -> None:
    world = World()
    pledge(world, "a", "Chad will free Sudanese captives", "2031-05-02", "2031-05-05")
    deed(world, "b", "Sudan freed some", "2031-05-06", "2031-05-05", source="SDN", target="TCD")
    assert kept(world) == set()


def talks(where: str | None) -> World:
    world = World()
    for town in ("place-moroni", "place-abeche"):
        world.place(town, "city", "TCD")
    told = {"kind": "CONSULT negotiate", "source": "SDN TCD", "target": ""}
    words = "Chad and Sudan will hold talks in Abeche"
    pledge(world, "a", words, "2031-05-02", "2031-05-05", where="place-abeche", **told)
    deed(world, "c", "The two held talks", "2031-05-09", "2031-05-08", where=where, **told)
    return world


@pytest.mark.parametrize(
    ("where", "expected"),
    [("place-abeche", {("a", "c")}), (None, {("a", "c")}), ("place-moroni", set())],
)
def test_talks_in_another_town_are_not_those_that_were_planned(where, expected) -> None:
    assert kept(talks(where)) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param("2031-05-04", set(), id="called-off-before"),
        pytest.param("2031-05-20", {("a", "c")}, id="called-off-after"),
        pytest.param("2031-04-20", {("a", "c")}, id="an-earlier-round-called-off"),
    ],
)
def test_talks_that_were_called_off_are_not_kept_by_later_ones(told, expected) -> None:
    world = talks(None)
    world.article("b", "They called off the talks", told)
    world.report("b", "They called off the talks", "REJECT cancel_talks", "SDN TCD")
    assert kept(world) == expected


@pytest.mark.parametrize(
    ("denied", "expected"), [("2031-05-05", set()), ("2031-05-03", {("a", "c")})]
)
def test_a_promise_that_was_not_kept_on_its_day_is_not_kept_later(denied, expected) -> None:
    world = World()
    pledge(world, "a", "Chad will free Sudanese captives", "2031-05-02", "2031-05-05")
    deed(world, "b", "Chad freed nobody", "2031-05-06", denied, modality="denied")
    deed(world, "c", "Chad freed some captives", "2031-05-11", "2031-05-10")
    assert kept(world) == expected


def test_what_is_told_beside_the_deed_is_still_to_come() -> None:
    world = World()
    world.article("a", "Chad freed some captives. It will let others go.", "2031-05-06")
    world.report("a", "Chad freed some captives", "RETREAT release", **SIDES, when="2031-05-06")
    world.report("a", "It will let others go", "RETREAT release", **SIDES, modality="announced")
    assert kept(world) == set()


def test_an_article_that_looks_back_on_the_promise_tells_both() -> None:
    world = World()
    world.article("a", "Chad freed some captives. It had said in April it would.", "2031-05-06")
    world.report("a", "Chad freed some captives", "RETREAT release", **SIDES, when="2031-05-06")
    told = {"when": "2031-04-10", "modality": "announced", **SIDES}
    world.report("a", "It had said in April it would", "RETREAT release", **told)
    assert kept(world) == {("a", "a")}


def test_a_promise_put_in_other_words_again_is_still_one_promise() -> None:
    world = World()
    world.article("a", "Chad will free captives. They would be let go.", "2031-05-02")
    for words in ("Chad will free captives", "They would be let go"):
        world.report("a", words, "RETREAT release", modality="announced", **SIDES)
        world.reports[-1].update(_deed=words[:4], _acted_on={words[5:]})
    deed(world, "b", "Chad freed some captives", "2031-05-09", "2031-05-08")
    linked = world.linked()
    assert len(events_of(linked, "a")) == 2
    assert kept(world) == {("a", "b")}


def test_a_treaty_that_will_be_signed_is_not_yet_the_treaty() -> None:
    told = {"kind": "AGREE agreement", "source": "SDN TCD", "target": ""}
    world = World()
    pledge(world, "a", "They will sign a treaty", "2031-05-02", "2031-05-05", **told)
    deed(world, "b", "They signed a treaty", "2031-05-06", "2031-05-05", **told)
    assert kept(world) == {("a", "b")}


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_articles_pairs_nothing_otherwise(seed: int) -> None:
    world = World()
    for n in range(1, 7):
        pledge(world, f"p{n}", f"Chad will free {n}", f"2031-0{n}-02", f"2031-0{n}-05")
        deed(world, f"d{n}", f"Chad freed {n} of them", f"2031-0{n}-07", f"2031-0{n}-06")
    expected = {(f"p{n}", f"d{n}") for n in range(1, 7)}

    def shuffled(rows):
        return random.Random(seed).sample(list(rows), len(rows))

    assert kept(world, shuffled) == expected
