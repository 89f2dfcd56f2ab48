import pytest

from tests.linking_world import World

ROSA = "person-rosa-lund"
WHOLE = (
    "We agreed in good faith to normalise trade with our thirty-two neighbours before the harvest"
)


def prints(*told, published="2031-05-03"):
    """A world of articles: source, words, speaker, kind and what else its statement holds."""
    world = World()
    for number, (words, *more) in enumerate(told):
        source = "abcdef"[number]
        speaker, kind, row = (*more, *("person-rosa-lund", "direct", {})[len(more) :])
        day = row.pop("published", published) if row else published
        filler = f"{'mnopqr'[number]}ews " * 12
        world.article(source, f"{filler}These were the words: “{words}”\n", day)
        world.statement(source, words, speaker, kind, **row)
    return world


def compared(*told, **more):
    _, rows, sides = prints(*told, **more).compared()
    return [row for row in rows if row["about"] == "utterance"], sides


@pytest.mark.parametrize(
    ("second", "verdict", "told"),
    [
        ((WHOLE,), "agree", ""),
        ((WHOLE.upper() + ".",), "agree", ""),
        ((WHOLE.replace("in good faith ", ""),), "compatible", 'b leaves out "in good faith"'),
        ((WHOLE.replace("ise", "ize"),), "compatible", 'b prints "normalize" for "normalise"'),
        ((WHOLE.replace("thirty-two", "32"),), "compatible", 'b prints "32" for "thirty-two"'),
        (
            (WHOLE, "person-rosa-lund", "indirect"),
            "compatible",
            "b reports it without quotation marks",
        ),
        (
            (WHOLE.replace("We agreed", "We've agreed"),),
            "compatible",
            'a prints "We" for "We\'ve"',
        ),
        (
            (WHOLE.replace("We", "they").replace("normalise", "steer"), ROSA, "indirect"),
            "compatible",
            'b prints "steer" for "normalise" and reports it without quotation marks',
        ),
        (("to normalise trade",), "compatible", 'b quotes only "to normalise trade"'),
        ((WHOLE.replace("our ", "[our] "),), "compatible", 'b puts "[our]"'),
        (
            (WHOLE.replace("our thirty-two neighbours", "[all of them]"),),
            "compatible",
            'b puts "[all of them]" for "our thirty-two neighbours"',
        ),
        (("[Last week] " + WHOLE,), "compatible", 'b adds "[Last week]"'),
        ((WHOLE + ", God willing",), "compatible", 'a leaves out "God willing"'),
        (
            (WHOLE.replace("thirty-two", "thirty"),),
            "conflict",
            'b prints "thirty" for "thirty-two"',
        ),
        ((WHOLE.replace("agreed", "never agreed"),), "conflict", 'a leaves out "never"'),
    ],
)
def test_the_note_tells_word_by_word_how_two_prints_differ(second, verdict, told):
    (row,), sides = compared((WHOLE,), second)
    assert (row["verdict"], len(sides)) == (verdict, 2)
    why = row["note"].partition(" sources, ")[2].partition("; ")[2]
    assert why == (f"{told}." if told else "")


def test_sources_that_differ_alike_stand_together_in_the_note():
    cut = WHOLE.replace("in good faith ", "")
    (row,), sides = compared((WHOLE,), (cut,), (cut,), (WHOLE.replace("ise", "ize"),))
    assert row["note"].endswith(
        '; b and c leave out "in good faith"; d prints "normalize" for "normalise".'
    )
    assert {side["value_text"] for side in sides} == {WHOLE, cut, WHOLE.replace("ise", "ize")}


def test_a_source_that_prints_the_words_in_full_and_again_in_part_differs_in_nothing():
    world = World()
    world.article("a", f"“To normalise trade” is the aim. “{WHOLE}”\n", "2031-05-03")
    world.statement("a", "To normalise trade", "person-rosa-lund")
    world.statement("a", WHOLE, "person-rosa-lund")
    world.article("b", f"“{WHOLE}”\n", "2031-05-03")
    world.statement("b", WHOLE, "person-rosa-lund")
    _, rows, _ = world.compared()
    (row,) = (row for row in rows if row["about"] == "utterance")
    assert row["verdict"] == "agree"


def test_a_quotation_that_one_source_parts_agrees_with_the_whole_of_another():
    world = World()
    first, second = "We will carry every tonne of the grain,", "and we will count it twice."
    world.article("a", f"“{first}” Rosa Lund said, “{second}”\n", "2031-05-03")
    world.statement("a", first, "person-rosa-lund")
    world.statement("a", second, "person-rosa-lund")
    whole = "We will carry every tonne of the grain, and we will count it twice."
    world.article("b", f"“{whole}”\n", "2031-05-04")
    world.statement("b", whole, "person-rosa-lund")
    linked, rows, sides = world.compared()
    (row,) = (row for row in rows if row["about"] == "utterance")
    assert row["verdict"] == "agree"
    assert len(linked.utterances) == 1
    assert {side["value_text"] for side in sides} == {first, second, whole}


def test_a_report_in_other_words_is_told_as_that():
    (row,), _ = compared(
        ("We will send engineers, pumps and clean water to the flooded valley by Sunday night",),
        (
            "by the night of Sunday engineers with pumps would be sent, and clean water, to the "
            "valley that was flooded",
            "person-rosa-lund",
            "indirect",
        ),
    )
    assert row["verdict"] == "compatible"
    assert row["note"].endswith("; b reports it in other words, without quotation marks.")


def test_long_differences_are_cut_and_the_note_stays_one_sentence():
    (row,), _ = compared((WHOLE + " " + "and to keep the ports open " * 5,), (WHOLE,))
    assert row["note"].count(". ") == 0
    assert "…" in row["note"].rsplit("; ", 1)[1]
