"""How long events lasted and who came to them, told away from their reports."""

import pytest

from scripts.link.guests import attending
from scripts.link.kinds import mention_words
from scripts.link.spans import measured
from tests.linking_world import World


def row(text, words, counted=""):
    start = text.index(words)
    span = {"char_start": start, "char_end": start + len(words)}
    return {"source_id": "one", "text": words, "counted": counted, "measure": None, **span}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The deal was signed after four days of tense talks.", "four days", "CONSULT"),
        ("A 72-hour truce began.", "72-hour", "RETREAT"),
        ("The talks in Lima had lasted four days.", "four days", "CONSULT"),
        ("Peru announced six days of mourning.", "six days", None),
        ("Three days of mourning followed the attack.", "Three days", None),
        ("Schools stay shut for two days after the bombing.", "two days", None),
        ("A week of mourning, talks and prayer began.", "A week", None),
        ("The film about the talks had lasted.", "The film", None),
    ],
)
def test_a_time_measures_what_its_own_words_name(text, words, expected):
    assert measured(row(text, words), text) == expected


@pytest.mark.parametrize("word", sorted(mention_words("lasting")))
def test_every_word_for_lasting_makes_a_length(word):
    text = f"The talks {word} nearly five days."
    assert measured(row(text, "five days"), text) == "CONSULT"


@pytest.mark.parametrize("word", sorted(mention_words("onward")))
def test_what_is_measured_ends_where_another_phrase_begins(word):
    text = f"Six days of rain {word} talks."
    assert measured(row(text, "Six days"), text) is None


@pytest.mark.parametrize(
    ("text", "words", "counted", "expected"),
    [
        ("Delegates from 34 countries met in Lima.", "34 countries", "countries", "state"),
        ("More than 40 countries met in Lima.", "40 countries", "countries", "state"),
        ("The summit drew 31 aid groups.", "31 aid groups", "aid groups", "body"),
        ("The film drew 31 nations to the screen.", "31 nations", "nations", None),
        ("Envoys from 34 countries spoke first.", "34 countries", "countries", None),
        ("Delegates spoke of 34 countries.", "34 countries", "countries", None),
    ],
)
def test_guests_are_known_by_who_sent_or_drew_them(text, words, counted, expected):
    assert attending(row(text, words, counted), text) == expected


@pytest.mark.parametrize("word", sorted(mention_words("guest")))
def test_every_word_for_guests_tells_who_sent_them(word):
    text = f"It opened with {word} from 28 countries."
    assert attending(row(text, "28 countries", "countries"), text) == "state"


@pytest.mark.parametrize("noun", sorted(mention_words("gathering")))
@pytest.mark.parametrize("verb", sorted(mention_words("drawing")))
def test_every_gathering_draws_its_guests(noun, verb):
    text = f"The {noun} {verb} 28 nations."
    assert attending(row(text, "28 nations", "nations"), text) == "state"


@pytest.mark.parametrize("word", sorted(mention_words("body attending")))
def test_every_word_for_a_body_makes_a_guest(word):
    text = f"The summit drew 30 {word}."
    assert attending(row(text, f"30 {word}", word), text) == "body"


TALKS = "The talks between Peru and Chile opened in Lima."


def placed(sentence, words, value, unit, counted=None, *, more=None):
    """Whether a figure of another sentence goes with the talks that an article tells."""
    world = World()
    text = f"{TALKS} {sentence} {more[0] if more else ''}\n"
    world.article("one", text, "2031-05-03")
    world.report("one", "talks", "CONSULT negotiate", "PER CHL", when="2031-05-02")
    if more:
        world.report("one", more[0], "CONSULT negotiate", "PER CHL", when=more[1])
    world.figure("one", words, value, unit, counted=counted or words.split()[-1])
    linked = world.linked()
    return linked.figures[0]["event_id"] == linked.reports[0]["event_id"]


@pytest.mark.parametrize(
    ("sentence", "words", "unit"),
    [
        ("Delegates from 30 countries took part.", "30 countries", "object"),
        ("In all 30 delegates attended.", "30 delegates", "person"),
        ("The meeting lasted 30 days.", "30 days", "day"),
    ],
)
def test_guests_and_lengths_go_with_the_one_gathering_of_their_article(sentence, words, unit):
    assert placed(sentence, words, 30, unit)
    assert placed(sentence, words, 30, unit, more=("A conference of old was held.", "2021-05"))
    assert not placed(sentence, words, 30, unit, more=("A meeting was held.", "2031-04-29"))


@pytest.mark.parametrize(
    ("sentence", "words", "unit"),
    [
        ("Some 3000 people gathered outside.", "3000 people", "person"),
        ("Schools stay shut for 30 days.", "30 days", "day"),
        ("A war between 30 countries was feared.", "30 countries", "object"),
    ],
)
def test_crowds_and_other_times_go_with_no_gathering(sentence, words, unit):
    assert not placed(sentence, words, 30, unit)


def test_a_count_told_apart_goes_with_the_one_event_that_its_speaker_is_a_party_of():
    world = World()
    text = (
        "Peru shelled a post of Chile near Arica. Gunmen shot at a patrol of Chile in Tacna. "
        "Peru said nine soldiers of Chile were killed.\n"
    )
    world.article("one", text, "2031-05-03")
    world.report("one", "shelled a post", "ASSAULT bombard", "PER", "CHL", "2031-05-02")
    world.report("one", "shot at a patrol", "ASSAULT shoot", "", "CHL", "2031-05-01")
    world.figure("one", "nine soldiers", 9, measure="killed", of="CHL")
    assert world.linked().figures[0]["event_id"] is None
    world.statement("one", "nine soldiers of Chile were killed", "PER", "indirect")
    linked = world.linked()
    (shelling,) = [r for r in linked.reports if r["trigger_text"].startswith("shelled")]
    assert linked.figures[0]["event_id"] == shelling["event_id"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chile closed schools for two days after the attack on Arica.", None),
        ("The attack on Arica went on without a break for two days.", "held"),
    ],
)
def test_a_time_beside_an_attack_is_its_length_only_where_the_words_say_so(sentence, expected):
    world = World()
    world.article("one", f"{sentence}\n", "2031-05-03")
    world.report("one", "attack on Arica", "ASSAULT attack", "PER", "CHL", "2031-05-01")
    world.figure("one", "two days", 2, "day", counted="days")
    assert (world.linked().figures[0]["event_id"] is not None) == (expected == "held")
