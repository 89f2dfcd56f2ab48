import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.link.copies import copies
from scripts.link.printed import printed

FLOOD = [
    "Water broke through the old dyke north of Sefu before dawn and filled four villages.",
    "Rescuers in rubber boats took 212 people from roofs and trees until the evening.",
    "The district office counted 17 dead and feared that more lie under the mud.",
    "Farmers had asked for years that the dyke be raised, and nobody sent a spade.",
    "Soldiers are now carrying sandbags to the breach while rain goes on falling.",
]
VOTE = [
    "Voters in Arbel turned out in numbers that the island had not seen since its first ballot.",
    "Counting went on by lamplight after the power failed in two of the nine districts.",
    "The harbour party leads with 31 of the 55 seats, its rival trails far behind.",
    "Observers from the coast states called the day calm apart from one burnt box.",
]
SPEECH = (
    "We will rebuild every house that the river took, we will raise the dyke by two metres, and "
    "whoever stole the money for it will stand before a judge before the next rains come"
)


def pairs(**texts):
    """Pairs of copies among articles, every line of which gives a row."""
    rows = []
    for source, text in texts.items():
        at = 0
        for line in text.split("\n"):
            rows.append({"source_id": source, "char_start": at})
            at += len(line) + 1
    return copies(printed(rows, texts), {})


def story(*parts):
    return "\n".join(parts)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (story(*FLOOD), True),
        (story("Dyke bursts near Sefu", *FLOOD).upper(), True),
        (story(*FLOOD[:3]), True),
        (story(*FLOOD[1:4], VOTE[0]), True),
        (story(*[line.replace("17", "19") for line in FLOOD]), True),
        (story(FLOOD[0], *VOTE), False),
        (story(*VOTE), False),
    ],
)
def test_a_text_cut_or_mended_is_the_same_text_and_a_sentence_of_it_is_not(second, expected):
    assert pairs(a=story(*FLOOD), b=second) == ([("a", "b")] if expected else [])


def test_two_papers_that_quote_one_speech_at_length_have_each_written_the_rest():
    one = f"{FLOOD[0]} “{SPEECH},” the governor said in Sefu on Tuesday."
    two = f"The governor spoke in the flooded villages. “{SPEECH}.” {FLOOD[2]}"
    assert pairs(a=one, b=two) == []
    straight = [text.replace("“", '"').replace("”", '"') for text in (one, two)]
    assert pairs(a=straight[0], b=straight[1]) == []
    assert pairs(a=one.replace("“", "").replace("”", ""), b=f"{SPEECH}.") == [("a", "b")]


def test_an_excerpt_in_a_long_article_is_no_further_text():
    long = story(*VOTE, VOTE[0][::-1], *FLOOD[1:3], VOTE[1][::-1], VOTE[2][::-1])
    assert pairs(long=long, short=story(*FLOOD[1:3])) == [("long", "short")]


def test_a_digest_of_the_day_is_a_copy_of_one_of_its_articles_and_ties_no_two_of_them():
    more = [line[::-1] for line in (*FLOOD, *VOTE)]
    digest = story(*FLOOD[:3], *VOTE[:3], *more)
    assert pairs(digest=digest, flood=story(*FLOOD), vote=story(*VOTE)) in (
        [("digest", "flood")],
        [("digest", "vote")],
    )


@pytest.mark.parametrize("number", [2, 60, 200])
def test_however_many_print_a_text_it_stays_one(number):
    chance = random.Random(3)
    texts = {}
    for index in range(number):
        kept = sorted(chance.sample(range(5), chance.choice([4, 5])))
        texts[f"s{index:03}"] = story(f"Paper {index}", *(FLOOD[at] for at in kept))
    texts["vote"] = story(*VOTE)
    group = {"s000"}
    found = pairs(**texts)
    for _ in range(number):
        group |= {one for pair in found if group & set(pair) for one in pair}
    assert group == set(texts) - {"vote"}
    assert len(found) <= number * 50


def test_short_articles_are_copies_only_where_all_of_them_is_the_same():
    assert pairs(a="Two died at Sefu.", b="Two died at Sefu.") == [("a", "b")]
    assert pairs(a="Two died at Sefu.\nBy Ana", b="Two died at Sefu.\nBy Budi") == []
    front = "---\npublisher: The Courier\n---\nTwo died at Sefu."
    rows = [{"source_id": "a", "char_start": 0}, {"source_id": "b", "char_start": 34}]
    assert copies(printed(rows, {"a": "Two died at Sefu.", "b": front}), {}) == [("a", "b")]


def test_a_background_that_two_articles_share_is_little_of_the_longer_story_it_stands_in():
    texts = {"a": story(*VOTE, *FLOOD[:2]), "b": story(VOTE[0], *FLOOD[:2])}
    rows = [{"source_id": "a", "char_start": 0}, {"source_id": "b", "char_start": 0}]
    rows += [{"source_id": one, "char_start": texts[one].index(FLOOD[0])} for one in texts]
    told = printed(rows, texts)
    assert copies(told, {"a": 100, "b": 50}) == [("a", "b")]
    assert copies(told, {"a": 100, "b": 300}) == []


def test_no_articles_have_no_copies():
    assert copies(printed([], {}), {}) == []


@settings(max_examples=30)
@given(st.permutations(range(5)), st.sets(st.sampled_from(range(5)), min_size=1))
def test_order_changes_nothing_and_another_subject_changes_nothing(order, kept):
    texts = {
        "a": story(*FLOOD),
        "b": story(*(FLOOD[at] for at in sorted(kept))),
        "c": story(*FLOOD[2:], *VOTE[2:]),
        "d": story("The river fell on Friday.", *FLOOD[:2]),
        "e": story(FLOOD[4], FLOOD[3]),
    }
    names = list(texts)
    found = pairs(**texts)
    assert pairs(**{names[at]: texts[names[at]] for at in order}) == found
    assert pairs(**texts, z=story(*VOTE[:2], VOTE[3][::-1])) == found
