"""Who claims a number that stands in nobody's reported words, and which event it belongs to."""

import pytest

from scripts.lexicon import rows as lexicon
from scripts.link.kinds import mention_words
from scripts.resolve.rows import article_rows
from tests.linking_world import World
from tests.stories import parsed, story


def claimants(text):
    """Words of each figure → the actors that claim it, None where reported words hold it."""
    article = story(text)
    rows = article_rows(article, parsed(article)[0])
    return {row["text"]: row.get("_claimants") for row in rows.figures}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Chadian troops raided a camp, killing 23 rebels, according to Chad.", "23 rebels", "TCD"),
        ("Chad says 70 soldiers died, while Niger puts the figure at 90.", "90", "NER"),
        ("Niger put its losses at 63 dead.", "63", "NER"),
        ("The Taliban spoke of 12 dead.", "12", "armed-group-taliban"),
        ("Peru claims 40 dead.", "40", "PER"),
        ("Peru claimed to have killed 16 soldiers in the attack.", "16 soldiers", "PER"),
    ],
)
def test_a_number_is_claimed_by_whom_its_clause_names(text, words, actor):
    assert actor in claimants(text)[words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad said that 70 soldiers died.", "70 soldiers"),
        ("Chad sent 70 soldiers to the border.", "70 soldiers"),
        ("Chad gave 30 prisoners their freedom.", "30 prisoners"),
        ("A raid that Chad had claimed killed 12 people.", "12 people"),
    ],
)
def test_who_did_something_or_was_quoted_is_no_claimant_beside(text, words):
    assert not claimants(text)[words]


@pytest.mark.parametrize("row", lexicon("claim_verbs"), ids=lambda row: row["verb"])
def test_every_verb_of_claiming_names_a_claimant(row):
    past = {"put": "put", "say": "said", "speak": "spoke", "cite": "cited", "state": "stated"}
    past |= {"admit": "admitted", "acknowledge": "acknowledged", "allege": "alleged"}
    past |= {"claim": "claimed", "estimate": "estimated"}
    verb = past.get(row["verb"], f"{row['verb']}ed")
    rest = "the toll at 40 dead" if row["verb"] in {"put", "estimate"} else "40 dead"
    text = f"Peru {verb} {row['particle']} {rest}.".replace("  ", " ")
    assert claimants(text)["40"] == ("PER", "PER")


def held(kind, sentence, *figures):
    """Whether each figure of a sentence about one event belongs to that event."""
    world = World()
    world.article("one", sentence, "2031-05-03")
    trigger, type_mode = kind
    world.report("one", trigger, type_mode, "PER", "CHL", "2031-05-02")
    for words, value, unit in figures:
        world.figure("one", words, value, unit)
    rows = world.linked().figures
    return [row["event_id"] is not None for row in sorted(rows, key=lambda r: r["char_start"])]


@pytest.mark.parametrize(
    ("sentence", "figures", "expected"),
    [
        ("A court sentenced him to 12 years for fraud.\n", [("12 years", 12, "year")], [True]),
        ("A court sentenced him to a 12-year term.\n", [("12-year", 12, "year")], [True]),
        ("After 3 years in hiding a court sentenced him.\n", [("3 years", 3, "year")], [False]),
    ],
)
def test_a_sentence_is_a_figure_of_the_conviction(sentence, figures, expected):
    assert held(("sentenced", "COERCE convict"), sentence, *figures) == expected


@pytest.mark.parametrize(
    "word", [r["word"] for r in lexicon("mention_words") if r["kind"] == "penalty"]
)
def test_every_word_for_a_penalty_makes_a_time_one(word):
    sentence = f"A court sentenced him, 12 years {word}.\n"
    assert held(("sentenced", "COERCE convict"), sentence, ("12 years", 12, "year")) == [True]


@pytest.mark.parametrize("word", sorted(mention_words("attendance")))
@pytest.mark.parametrize("guests", sorted(mention_words("state attending")))
def test_guests_belong_to_the_gathering_that_they_attend(word, guests):
    sentence = f"The talks in Lima: {word}, 40 {guests}.\n"
    figure = (f"40 {guests}", 40, "object")
    assert held(("talks", "CONSULT negotiate"), sentence, figure) == [True]
    assert held(("talks", "CONSULT negotiate"), f"The talks named 40 {guests}.\n", figure) == [
        False
    ]


def test_countries_and_nations_at_one_gathering_are_compared():
    world = World()
    for source, words, value in (("one", "92 countries", 92), ("two", "78 nations", 78)):
        text = f"The talks between Peru and Chile in Lima were attended by {words}.\n"
        world.article(source, text, "2031-05-03")
        world.report(source, "talks", "CONSULT negotiate", "PER CHL", when="2031-05-02")
        world.figure(source, words, value, "object")
    rows = [row for row in world.compared()[1] if row["about"] == "figure"]
    assert [(row["verdict"], row["counted_kind"]) for row in rows] == [
        ("conflict", "state attending")
    ]


def test_a_time_counted_off_something_else_is_no_length_of_an_attack():
    sentence = "Three days of mourning followed the attack on Chile by Peru.\n"
    figure = ("Three days", 3, "day")
    assert held(("attack on Chile", "ASSAULT attack"), sentence, figure) == [False]


@pytest.mark.parametrize("word", ["", *sorted(mention_words("mishap"))])
def test_the_dead_of_a_mishap_are_not_those_of_the_attack_beside_it(word):
    world = World()
    said = f"The {word} left 40 people dead."
    world.article("one", f"An attack on Chile by Peru took place. {said}\n", "2031-05-03")
    world.report("one", "attack on Chile", "ASSAULT attack", "PER", "CHL", "2031-05-02")
    world.figure("one", "40 people", 40, measure="killed", _sentence=said)
    assert (world.linked().figures[0]["event_id"] is None) == bool(word)
