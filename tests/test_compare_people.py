"""Kinds of people, parts of a toll, and the claims of two parties, as comparisons."""

import pytest

from tests.linking_world import World


def raid(*papers, source="TCD", target="NER"):
    """Papers tell of one raid; each figure is its words, its value and what else it has."""
    world = World()
    for name, figures, *rest in papers:
        more = rest[0] if rest else {}
        words = " and ".join(told[0] for told in figures)
        world.article(name, f"A raid by Chad killed {words} in Niger on Sunday.\n", "2018-04-03")
        world.report(name, "raid", "ASSAULT offensive", source, target, "2018-04-01", "place-x")
        for text, value, *cells in figures:
            world.figure(name, text, value, measure="killed", **(cells[0] if cells else {}), **more)
    return world


def compared(world):
    """(kind, claimant) → verdict, number of sources, note."""
    _, rows, sides = world.compared()
    found = {}
    for row in rows:
        if row["about"] == "figure":
            key = (row["counted_kind"] or "", row["claimed_by_actor_id"] or "")
            assert key not in found, "two comparisons of one thing"
            found[key] = (row["verdict"], row["source_count"], row["note"])
    assert {side["scope"] for side in sides if side["figure_id"]} <= {"whole", "part"}
    return found


def verdicts(world):
    return {key: value[:2] for key, value in compared(world).items()}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("nine soldiers", "military"),
        ("nine servicemen", "military"),
        ("nine rebels", "fighter"),
        ("nine villagers", "civilian"),
        ("nine schoolgirls", "child"),
        ("nine nurses", "medic"),
        ("nine gendarmes", "police"),
        ("nine police officers", "police"),
        ("nine officers", "officer"),
        ("nine aid workers", "aid worker"),
        ("nine fishermen", "fisherman"),
        ("nine people", ""),
        ("nine bodies", ""),
        ("nine others", ""),
    ],
)
def test_words_for_people_are_of_a_kind(words, kind):
    assert verdicts(raid(("one", [(words, 9)]))) == {(kind, ""): ("single", 1)}


def test_soldiers_and_civilians_of_one_paper_are_two_facts():
    one = ("one", [("eight soldiers", 8, {"of": "NER"}), ("19 civilians", 19)])
    two = ("two", [("eight troops", 8, {"of": "NER"}), ("20 civilians", 20)])
    assert verdicts(raid(one, two)) == {
        ("civilian", ""): ("conflict", 2),
        ("military", ""): ("agree", 2),
    }


def test_a_count_of_one_kind_against_a_count_of_all_is_no_conflict():
    found = verdicts(raid(("one", [("eight soldiers", 8)]), ("two", [("20 people", 20)])))
    assert found == {("military", ""): ("single", 1), ("", ""): ("single", 1)}


def test_a_kind_that_is_more_than_all_people_is_a_conflict():
    found = compared(raid(("one", [("21 soldiers", 21)]), ("two", [("20 people", 20)])))
    assert found["", ""][:2] == ("conflict", 2)
    assert "21 soldiers are more than 20 people in all" in found["", ""][2]


def test_the_same_number_of_one_kind_and_of_all_is_one_fact_in_other_words():
    found = verdicts(raid(("one", [("nine fishermen", 9)]), ("two", [("nine people", 9)])))
    assert found == {("", ""): ("agree", 2)}


def test_kinds_that_add_up_to_another_total_stand_beside_it():
    kinds = ("one", [("eight soldiers", 8), ("19 civilians", 19)])
    found = compared(raid(kinds, ("two", [("27 people", 27)])))
    assert found["", ""][:2] == ("compatible", 2)
    assert found["", ""][2].endswith("; the parts that one gives add up to 27.")
    found = verdicts(raid(kinds, ("two", [("30 people", 30)])))
    assert found["", ""] == ("single", 1)
    assert verdicts(raid(kinds, ("two", [("25 people", 25)])))["", ""] == ("conflict", 2)


def test_places_that_add_up_to_another_total_are_no_conflict():
    world = World()
    text = "A raid by Chad killed nine people in Diffa and five in Nguigmi on Sunday.\n"
    world.article("one", text, "2018-04-03")
    world.article("two", "A raid by Chad killed 14 people in Niger on Sunday.\n", "2018-04-03")
    for source in ("one", "two"):
        world.report(source, "raid", "ASSAULT offensive", "TCD", "NER", "2018-04-01", "place-x")
    world.figure("one", "nine people", 9, measure="killed")
    world.figure("one", "five", 5, measure="killed", counted=None)
    world.figure("two", "14 people", 14, measure="killed")
    found = compared(world)
    assert found["", ""][:2] == ("compatible", 2)
    assert "the parts that one gives add up to 14" in found["", ""][2]
    world.figures[-1].update(value=13, low=13, high=13)
    assert compared(world)["", ""][:2] == ("conflict", 2)


def part_told(words, rest, **cells):
    """One paper counts 14 dead and some of them, another counts 14 and 13 children."""
    world = raid(("two", [("14 people", 14), ("two children", 2)]))
    world.article("one", f"A raid by Chad killed 14 people, {words} {rest}.\n", "2018-04-03")
    world.report("one", "raid", "ASSAULT offensive", "TCD", "NER", "2018-04-01", "place-x")
    world.figure("one", "14 people", 14, measure="killed")
    start = world.texts["one"].index("14 people")
    span = (start, start + len("14 people"))
    world.figure("one", words, 3, measure="killed", counted=None, _subset_of=span, **cells)
    return verdicts(world)


def test_a_part_is_compared_with_the_same_kind_alone():
    assert part_told("three", "of them children") == {
        ("", ""): ("agree", 2),
        ("child", ""): ("conflict", 2),
    }


@pytest.mark.parametrize("rest", ["of them in hospital", "of them badly burnt"])
def test_a_part_of_no_told_kind_takes_no_side(rest):
    assert part_told("three", rest) == {("", ""): ("agree", 2), ("child", ""): ("single", 1)}


def freed(*papers):
    world = World()
    for name, *figures in papers:
        words = " and ".join(text for text, _ in figures)
        world.article(name, f"Chad freed {words} from Niger on Sunday.\n", "2018-04-03")
        world.report(name, "freed", "RETREAT release", "TCD", "NER", "2018-04-01")
        for text, value in figures:
            world.figure(name, text, value, measure="released")
    return verdicts(world)


@pytest.mark.parametrize("words", ["27 soldiers", "27 prisoners", "27 rebels", "27 sailors"])
def test_among_the_released_soldiers_and_prisoners_are_the_same_people(words):
    assert freed(("one", ("27 captives", 27)), ("two", (words, 27))) == {("", ""): ("agree", 2)}
    found = freed(("one", ("26 captives", 26)), ("two", (words, 27)))
    assert found == {("", ""): ("conflict", 2)}


def test_who_counts_civilians_beside_soldiers_tells_them_apart():
    found = freed(
        ("one", ("eight soldiers", 8), ("19 civilians", 19)), ("two", ("27 captives", 27))
    )
    assert found == {
        ("", ""): ("compatible", 2),
        ("military", ""): ("single", 1),
        ("civilian", ""): ("single", 1),
    }


def test_who_lists_soldiers_and_policemen_counts_neither_as_all():
    found = freed(
        ("one", ("12 soldiers", 12), ("three policemen", 3)), ("two", ("15 captives", 15))
    )
    assert found["", ""] == ("compatible", 2)
    assert found["police", ""] == found["military", ""] == ("single", 1)


def test_a_part_is_a_fact_where_words_tell_whose_people_they_are():
    world = raid(("two", [("12 Nigeriens", 12, {"of": "NER"})]))
    text = "A raid by Chad killed 14 people, among them 12 Nigeriens.\n"
    world.article("one", text, "2018-04-03")
    world.report("one", "raid", "ASSAULT offensive", "TCD", "NER", "2018-04-01", "place-x")
    world.figure("one", "14 people", 14, measure="killed")
    span = (text.index("14"), text.index("14") + len("14 people"))
    world.figure("one", "12 Nigeriens", 12, measure="killed", of="NER", _subset_of=span)
    rows = [row for row in world.compared()[1] if row["about"] == "figure"]
    found = {row["of_actor_id"]: (row["verdict"], row["source_count"]) for row in rows}
    assert found == {None: ("single", 1), "NER": ("agree", 2)}


def test_troops_belong_to_who_sent_them():
    world = World()
    for source, words, value in (("one", "900 troops", 900), ("two", "900 policemen", 900)):
        world.article(source, f"Chad deployed {words} in Niger on Sunday.\n", "2018-04-03")
        trigger = f"deployed {words}"
        world.report(source, trigger, "MOBILIZE deploy", "TCD", "NER", "2018-04-01", "place-x")
        world.figure(source, words, value, measure="troops", of="TCD", by="TCD")
    assert verdicts(world) == {("", ""): ("agree", 2)}


def claimed(world, source, words, speaker, **cells):
    world.statement(source, words, speaker, kind="indirect", **cells)


def rival(first="TCD", second="NER"):
    """Two papers pass on what each side says of the dead, a third counts bodies."""
    world = World()
    for name, side, value in (("one", first, 70), ("two", second, 90)):
        world.article(name, f"A raid by Chad on Niger killed {value} troops.\n", "2018-04-03")
        world.report(name, "raid", "ASSAULT offensive", "TCD", "NER", "2018-04-01", "place-x")
        world.figure(name, f"{value} troops", value, measure="killed", of="NER")
        claimed(world, name, f"A raid by Chad on Niger killed {value} troops", side)
    return world


def test_claims_of_two_parties_are_kept_apart_and_name_each_other():
    world = rival()
    found = compared(world)
    assert {key: value[:2] for key, value in found.items()} == {
        ("military", "NER"): ("single", 1),
        ("military", "TCD"): ("single", 1),
    }
    note = found["military", "TCD"][2]
    assert note.endswith("this is the claim of TCD, but NER claims 90 troops.")


@pytest.mark.parametrize("other", ["organisation-red-cross", None, "TCD"])
def test_what_one_party_claims_stays_with_what_others_say(other):
    assert verdicts(rival(second=other)) == {("military", ""): ("conflict", 2)}


def test_claims_of_two_parties_that_fit_each_other_are_one_fact():
    world = rival()
    world.figures[0].update(value=90, low=90, high=90)
    found = compared(world)
    assert {key: value[:2] for key, value in found.items()} == {("military", ""): ("agree", 2)}
    assert "claimed by TCD" in found["military", ""][2]


def test_the_doer_is_told_by_one_paper_and_left_out_by_the_next():
    one = ("one", [("nine people", 9, {"by": "TCD"})])
    two = ("two", [("eight people", 8)])
    assert verdicts(raid(one, two)) == {("", ""): ("conflict", 2)}
