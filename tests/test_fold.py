"""What one article tells twice is one event of it; different deeds of the same people are not."""

import time
from pathlib import Path

import pytest

from scripts.build import make_tables
from scripts.find.deed_words import deed_words
from scripts.find.scene import Scene
from scripts.find.triggers import fit
from scripts.read.files import read_articles
from tests.linking_world import World
from tests.stories import parsed, story


def told(folder: Path, text: str) -> list[tuple[str, str]]:
    """Type and mode of every report of one article, in order, after folding."""
    head = "---\ntitle: A report\npublished: 2024-05-20\n---\n"
    (folder / "story.md").write_text(f"{head}{text}\n", encoding="utf-8")
    tables, _ = make_tables(list(read_articles(folder, [])), (), lambda *_: None, [])
    rows = tables["reports"].sort("char_start").to_dicts()
    return [(row["type"], row["mode"]) for row in rows]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Soldiers looted a clinic and set fire to crops near Adré.",
            [("ASSAULT", "attack"), ("ASSAULT", "attack")],
        ),
        (
            "Chadian soldiers clashed with rebels in Adré and overran its garrison.",
            [("ASSAULT", "clash"), ("ASSAULT", "offensive")],
        ),
        (
            "Kenya and Uganda initialed a peace treaty in Oslo on 8 May. On the same day Kenya and "
            "Uganda issued a joint declaration.",
            [("AGREE", "agreement"), ("AGREE", "agreement")],
        ),
        (
            "Kenya and Uganda signed a protocol on trade and issued a joint declaration in Oslo "
            "on 8 May.",
            [("AGREE", "agreement"), ("AGREE", "agreement")],
        ),
        (
            "The war in Chad began on 8 May 2020, when rebels stormed a port.",
            [("ASSAULT", "war"), ("ASSAULT", "attack")],
        ),
        (
            "Kenya and Uganda put their names to an accord with Norway in Oslo on 8 May 2024. On 8 "
            "May 2024 each visitor signed a separate memorandum with Norway.",
            [("AGREE", "agreement"), ("AGREE", "agreement")],
        ),
        (
            "Rebels captured Sake and captured Goma on Monday.",
            [("ASSAULT", "offensive"), ("ASSAULT", "offensive")],
        ),
    ],
)
def test_different_deeds_of_one_day_stay_two_events(
    tmp_path: Path, text: str, events: list[tuple[str, str]]
) -> None:
    assert told(tmp_path, text) == events


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked a Kenyan base on Monday and killed nine soldiers.",
        "Kenya shelled a village in Uganda on Monday. Kenya said that the shelling hit a base.",
        "Kenya and Uganda signed an accord in Oslo on 8 May. The agreement was signed by Kenya and "
        "Uganda on 8 May.",
        "Kenya and Uganda fought a war in 1998. Kenya and Uganda waged the war in 1998.",
    ],
)
def test_a_deed_told_twice_stays_one_event(tmp_path: Path, text: str) -> None:
    assert len(told(tmp_path, text)) == 1


@pytest.mark.parametrize(
    ("text", "deed", "things"),
    [
        ("Soldiers looted a clinic in Chad.", "loot", ("clinic",)),
        ("Rebels ambushed them.", "ambush", ()),
        ("Soldiers arrested nine farmers.", "arrest", ()),
        ("Kenya signed a treaty.", "treaty", ("treaty",)),
        ("Kenya signed a deal.", "", ()),
        ("Kenya and Uganda put their names to a treaty.", "treaty", ("treaty",)),
        ("Kenya and Uganda issued a joint communique.", "declaration", ("declaration",)),
        ("Kenya launched an attack on a village.", "", ()),
        ("Rebels killed two Kenyans.", "", ()),
    ],
)
def test_a_deed_is_told_apart_by_things_and_not_by_people(
    text: str, deed: str, things: tuple[str, ...]
) -> None:
    (sentence,), mentions = parsed(story(text))
    scene = Scene(sentence, mentions)
    found = [deed_words(scene, t, hit) for t in sentence.doc if (hit := fit(scene, t))]
    assert found[0] == (deed, things)


def test_an_article_of_a_thousand_reports_is_folded_in_seconds() -> None:
    world = World()
    lines = [f"On Monday band {n} of the east shot at post {n}." for n in range(1000)]
    world.article("a", "\n".join(lines), "2024-05-20")
    for n, line in enumerate(lines):
        world.report("a", line, "ASSAULT attack", f"group-band-{n % 40}", "KEN", "2024-05-20")
    started = time.process_time()
    linked = world.linked()
    assert len(linked.reports) == 1000
    assert time.process_time() - started < 8


@pytest.mark.parametrize(
    "text",
    [
        "The army of Chad launched airstrikes near Abéché on Monday, days after an attack near "
        "Abéché killed nine people.",
        "Chadian soldiers shelled Adré on Monday in retaliation for an attack in Adré.",
    ],
)
def test_an_attack_and_what_answers_it_stay_two_events(tmp_path: Path, text: str) -> None:
    assert len(told(tmp_path, text)) == 2


def test_people_killed_after_an_attack_began_are_killed_by_it(tmp_path: Path) -> None:
    text = "Nine people were killed after rebels attacked Adré in Chad on Monday."
    assert len(told(tmp_path, text)) == 1


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Kenya and Uganda signed a ceasefire. The ceasefire was signed on 8 May 2024.", 1),
        ("Fighting went on between Kenya and Uganda. The fighting began on 8 May 2024.", 1),
        ("A ceasefire between Kenya and Uganda came into force. It was a ceasefire of 8 May.", 2),
        ("Kenya and Uganda signed a ceasefire. A ceasefire was signed on 8 May 2003.", 2),
    ],
)
def test_who_and_when_of_one_truce_may_stand_in_two_sentences(text, events) -> None:
    world = World()
    world.article("a", text, "2024-05-20")
    first, second = text.split(". ", 1)
    kind = "ASSAULT clash" if "ighting" in text else "RETREAT ceasefire"
    world.report("a", first, kind, "KEN UGA")
    world.report("a", second, kind, when="2003-05-08" if "2003" in text else "2024-05-08")
    assert len(world.linked().events) == events
