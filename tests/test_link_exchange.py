import random

import pytest

from tests.linking_world import World, events_of


def swap(changed: int | None = None) -> World:
    """Two papers print a joint statement that promises a swap; a third tells of the swap itself."""
    world = World()
    world.article(
        "herald",
        "Norway and Finland have agreed on an exchange of detained sailors, said a joint statement "
        "issued on Thursday.\nNorway will free 14 Finnish sailors and Finland will hand back three "
        "Norwegian pilots.\nFinland also pledges to back the bid of Norway to host the Arctic "
        "Games.\n",
        "2021-03-05",
    )
    world.article(
        "gazette",
        "Finland and Norway said on Thursday in a joint statement that they had come to terms.\n"
        "Under the deal 14 captive Finnish sailors will be released by Norway, while Finland will "
        "release three Norwegian pilots.\nFinland would support the bid of Norway for the Arctic "
        "Games.\n",
        "2021-03-05",
    )
    world.article(
        "courier",
        "Norway and Finland carried out a prisoner swap at the border on March 11.\nFinland handed "
        "over three Norwegian airmen and Norway released "
        f"{changed or 14} Finnish seamen.\nThe swap had been announced in a joint statement by "
        "both governments a week earlier.\n",
        "2021-03-13",
    )
    day, done = "2021-03-04", "2021-03-11"
    both = "NOR FIN"
    world.report(
        "herald",
        "agreed on an exchange of detained sailors",
        "AGREE joint_statement",
        both,
        when=day,
    )
    world.report(
        "herald",
        "Norway will free 14 Finnish sailors",
        "RETREAT release",
        "NOR",
        "FIN",
        day,
        modality="announced",
    )
    world.report(
        "herald",
        "Finland will hand back three Norwegian pilots",
        "RETREAT release",
        "FIN",
        "NOR",
        day,
        modality="announced",
    )
    world.report(
        "herald",
        "pledges to back the bid",
        "SUPPORT host_bid",
        "FIN",
        "NOR",
        day,
        modality="announced",
    )
    world.report("gazette", "joint statement", "AGREE joint_statement", both, when=day)
    world.report(
        "gazette",
        "14 captive Finnish sailors will be released",
        "RETREAT release",
        "NOR",
        "FIN",
        modality="announced",
    )
    world.report(
        "gazette",
        "Finland will release three Norwegian pilots",
        "RETREAT release",
        "FIN",
        "NOR",
        modality="announced",
    )
    world.report(
        "gazette",
        "would support the bid",
        "SUPPORT host_bid",
        "FIN",
        "NOR",
        day,
        modality="announced",
    )
    world.report(
        "courier", "carried out a prisoner swap", "RETREAT prisoner_exchange", both, both, done
    )
    world.report(
        "courier",
        "Finland handed over three Norwegian airmen",
        "RETREAT release",
        "FIN",
        "NOR",
        done,
    )
    world.report(
        "courier",
        f"Norway released {changed or 14} Finnish seamen",
        "RETREAT release",
        "NOR",
        "FIN",
        done,
    )
    world.report(
        "courier", "joint statement by both governments", "AGREE joint_statement", both, when=day
    )
    released = {"measure": "released"}
    for source, words in (
        ("herald", "14 Finnish sailors"),
        ("gazette", "14 captive Finnish sailors"),
    ):
        world.figure(source, words, 14, of="FIN", by="NOR", modality="announced", **released)
        world.figure(
            source,
            "three Norwegian pilots",
            3,
            of="NOR",
            by="FIN",
            modality="announced",
            **released,
        )
    world.figure("courier", "three Norwegian airmen", 3, of="NOR", by="FIN", **released)
    world.figure(
        "courier", f"{changed or 14} Finnish seamen", changed or 14, of="FIN", by="NOR", **released
    )
    return world


def test_the_promised_and_the_carried_out_exchange_are_two_events():
    linked = swap().linked()
    announced = events_of(linked, mode="release", modality="announced")
    done = events_of(linked, mode="release", modality="occurred")
    assert [row["source_count"] for row in announced] == [2, 2]
    assert [row["source_count"] for row in done] == [1, 1]


def test_an_exchange_has_a_release_each_way_as_its_parts():
    linked = swap().linked()
    (exchange,) = events_of(linked, mode="prisoner_exchange")
    (accord,) = events_of(linked, type="AGREE")
    assert len(events_of(linked, part_of_event_id=exchange["event_id"])) == 2
    assert len(events_of(linked, part_of_event_id=accord["event_id"])) == 2
    assert accord["source_count"] == 3


def test_deed_and_parts_carry_out_what_was_promised():
    linked = swap().linked()
    (accord,) = events_of(linked, type="AGREE")
    (exchange,) = events_of(linked, mode="prisoner_exchange")
    assert exchange["fulfils_event_id"] == accord["event_id"]
    promised = {row["event_id"] for row in events_of(linked, modality="announced", mode="release")}
    kept = {
        row["fulfils_event_id"] for row in events_of(linked, modality="occurred", mode="release")
    }
    assert kept == promised


def test_a_pledge_told_in_two_papers_is_one_event():
    (pledge,) = events_of(swap().linked(), mode="host_bid")
    assert pledge["source_count"] == 2


def test_an_undated_report_takes_the_day_of_its_event_and_says_so():
    linked = swap().linked()
    (report,) = [
        r for r in linked.reports if r["source_id"] == "gazette" and "captive" in r["trigger_text"]
    ]
    assert str(report["start_date"]) == "2021-03-04"
    assert (report["date_basis"], report["date_text"]) == ("inherited", None)


def test_a_broken_promise_stays_a_promise_of_the_same_deed():
    linked = swap(changed=13).linked()
    assert sum(row["fulfils_event_id"] is not None for row in linked.events) == 3


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_articles_and_rows_changes_nothing(seed):
    def shuffled(rows):
        rows = list(rows)
        random.Random(seed).shuffle(rows)
        return rows

    assert swap().compared(shuffled) == swap().compared()


def test_where_one_way_of_an_exchange_is_one_event_so_is_the_other():
    world = swap()
    for row in [r for r in world.figures if "sailors" in r["text"] or "seamen" in r["text"]]:
        world.figures.remove(row)
    (event,) = events_of(
        world.linked(), modality="announced", label="release by NOR of FIN, 2021-03-04"
    )
    assert event["source_count"] == 2
