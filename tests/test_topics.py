"""Figures that no report holds, of articles that tell of one event and count in like words."""

import pytest

from scripts.link.kinds import mention_words
from scripts.link.states import states
from tests.linking_world import World

DEED = "Peru attacked Chile on Friday near Arica."


def verdicts(one, two, deed=DEED, kind="ASSAULT attack"):
    """The comparisons of figures of two articles that tell a deed and a sentence more each.

    A figure is its sentence, its words, value and unit.
    """
    world = World()
    for source, (sentence, words, value, unit) in (("one", one), ("two", two)):
        world.article(source, f"{deed}\n{sentence}\n", "2031-05-03")
        world.report(source, deed[:-1], kind, "PER", "CHL", "2031-05-02", "place-arica")
        measure = "other" if unit == "person" else None
        noun = words.split()[-1]
        world.figure(source, words, value, unit, measure, counted=noun)
    world.place("place-arica", "settlement", "CHL")
    _, rows, _ = world.compared()
    return [r["verdict"] for r in rows if r["about"] == "figure" and r["source_count"] > 1]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (("It burned five lorries.", "five lorries", 5), ("Five lorries burned.", 5), "agree"),
        (("It hit five lorries.", "five lorries", 5), ("Six lorries burned.", 6), None),
        (
            ("In the harbour five lorries were destroyed.", "five lorries", 5),
            ("Six lorries were destroyed.", 6),
            "conflict",
        ),
        (("It burned five lorries.", "five lorries", 5), ("Five houses burned.", 5), None),
        (
            ("It wrecked five lorries and burned a mill.", "five lorries", 5),
            ("Nine lorries fled and a mill was burned.", 9),
            None,
        ),
        (
            ("In Tacna five lorries waited.", "five lorries", 5),
            ("Nine lorries left Tacna.", 9),
            None,
        ),
    ],
)
def test_things_are_compared_where_their_noun_and_what_befell_them_are_the_same(one, two, expected):
    sentence, value = two
    second = (sentence, " ".join(sentence.split()[:2]), value, "object")
    assert verdicts((*one, "object"), second) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Finland offered 200 million euros.", "Helsinki put 200 million euros on the table.", 1),
        ("Finland offered 200 million euros.", "Norway gave 200 million euros too.", 0),
        ("Finland offered 200 million euros.", "It gave 300 million euros on that day.", 0),
        (
            "In all donors pledged 200 million euros for schools and clinics.",
            "Norway has pledged 300 million euros for schools and clinics.",
            0,
        ),
        (
            "In all donors pledged 200 million euros for schools and clinics.",
            "Donors have pledged 300 million euros for schools and clinics.",
            1,
        ),
        (
            "Early on Finland pledged 200 million euros for schools and clinics.",
            "Finland had pledged 300 million euros for schools and clinics.",
            1,
        ),
        (
            "In all donors pledged 200 million euros for schools and clinics.",
            "Unicef pledged 300 million euros for schools and clinics.",
            0,
        ),
        (
            "Finland has pledged 200 million euros for schools and clinics.",
            "Norway has pledged 300 million euros for schools and clinics.",
            0,
        ),
    ],
)
def test_the_share_of_one_donor_is_held_against_no_other_sum(one, two, expected):
    def sum_of(sentence):
        value = 200 if "200" in sentence else 300
        return sentence, f"{value} million euros", value * 1e6, "money"

    assert len(verdicts(sum_of(one), sum_of(two))) == expected


@pytest.mark.parametrize("word", sorted(mention_words("giving together")))
def test_every_word_for_a_total_makes_a_sum_comparable_with_a_total(word):
    def sum_of(sentence, value):
        return (
            f"{sentence} for schools and clinics.",
            f"{value} million euros",
            value * 1e6,
            "money",
        )

    total = sum_of("Donors pledged 200 million euros", 200)
    assert verdicts(total, sum_of(f"For {word} were pledged 300 million euros", 300)) == [
        "conflict"
    ]
    assert verdicts(total, sum_of("Then were pledged 300 million euros", 300)) == []


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (
            "The officer Juan Rey was sentenced to 12 years.",
            "A term of 15 years was given to officer Rey.",
            ["conflict"],
        ),
        (
            "The officer Juan Rey was sentenced to 12 years.",
            "The officer Luis Sol was sentenced to 15 years.",
            [],
        ),
        ("He was sentenced to 12 years.", "It had taken 12 years.", []),
    ],
)
def test_sentences_are_compared_where_they_are_of_one_convict(one, two, expected):
    def term(sentence):
        value = 12 if "12" in sentence else 15
        return sentence, f"{value} years", value, "year"

    assert verdicts(term(one), term(two)) == expected


def test_what_one_article_counts_twice_is_not_compared():
    one = ("Five lorries burned.", "Five lorries", 5, "object")
    two = ("Six lorries burned. Nine lorries burned.", "Six lorries", 6, "object")
    assert verdicts(one, one) == ["agree"]
    world = World()
    for source, (sentence, *figure) in (("one", one), ("two", two)):
        world.article(source, f"{DEED}\n{sentence}\n", "2031-05-03")
        world.report(source, DEED[:-1], "ASSAULT attack", "PER", "CHL", "2031-05-02")
        world.figure(source, *figure, counted="lorries")
    world.figure("two", "Nine lorries", 9, "object", counted="lorries")
    assert [row["event_id"] for row in world.linked().figures] == [None] * 3


def test_sources_that_share_no_event_share_no_figure():
    world = World()
    for source, state in (("one", "PER"), ("two", "NOR")):
        world.article(source, "A raid was told. Five lorries burned.\n", "2031-05-03")
        world.report(source, "raid", "ASSAULT attack", state, "CHL", "2031-05-02")
        world.figure(source, "Five lorries", 5, "object", counted="lorries")
    assert [row["event_id"] for row in world.linked().figures] == [None] * 2


def test_of_three_articles_those_that_share_an_event_are_compared():
    world = World()
    for source, event in (("one", "PER"), ("two", "PER"), ("zoo", "NOR")):
        text = "A raid near Arica was told. Five lorries burned.\n"
        world.article(source, text, "2031-05-03")
        world.report(source, "raid near Arica", "ASSAULT attack", event, "CHL", "2031-05-02")
        world.figure(source, "Five lorries", 5, "object", counted="lorries")
    held = [row["event_id"] for row in world.linked().figures]
    assert held[0] == held[1] is not None
    assert held[2] is None


def test_one_of_something_is_no_count():
    one = ("It burned one lorry.", "one lorry", 1, "object")
    assert verdicts(one, one) == []


def test_words_of_any_verdict_tell_of_no_one_convict():
    def term(who, value):
        said = f"The court sentenced the {who} to {value} years in prison on all charges."
        return said, f"{value} years", value, "year"

    assert verdicts(term("driver", 12), term("colonel", 15)) == []
    assert verdicts(term("retired infantry colonel", 12), term("retired infantry colonel", 15)) == [
        "conflict"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("South Sudan and Kenya agreed.", {"SSD", "KEN"}),
        ("Helsinki's offer stands.", {"FIN"}),
        ("The Norwegian envoy left the White House.", {"NOR", "USA"}),
        ("They ate turkey.", set()),
    ],
)
def test_states_are_known_by_name_people_and_seat(sentence, expected):
    assert states(sentence) == expected
