"""Counts that go on: the day they stand at, earlier counts, one more beside others."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scripts.compare.intervals import Interval, interval, unit_of_comparison
from scripts.compare.verdicts import Count, verdict_of_counts
from scripts.lexicon import rows as lexicon
from scripts.link.counts import marked, parts_of_one_event
from scripts.resolve.rows import article_rows
from tests.stories import parsed, story


def marks(text, published="2031-05-07"):
    """Words of each figure of a story → what the words around it say of the count."""
    article = story(text, published=published)
    figures = article_rows(article, parsed(article)[0]).figures
    figures = [{**row, "figure_id": f"f-{n}"} for n, row in enumerate(figures)]
    found = marked(figures, {article.source_id: article.text})
    return {row["text"]: found[row["figure_id"]] for row in figures}


def figure(text, words):
    """A row of figures for the first place where the words stand in a text."""
    start = text.index(words)
    place = {"char_start": start, "char_end": start + len(words)}
    return {"source_id": "a", "figure_id": words, "text": words, **place}


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("By Tuesday evening 15 people had been killed in the raid.", "15 people", 6),
        ("As of 5 May, 19 people had died in the raid.", "19 people", 5),
        ("The death toll of the raid had risen to 19 on Tuesday.", "19", 6),
        ("On Monday 12 people were killed in the raid.", "12 people", None),
        ("The raid killed 12 people.", "12 people", None),
    ],
)
def test_a_count_stands_at_the_day_that_its_words_set(text, words, day):
    found = marks(text)[words]["_as_of"]
    assert found == (date(2031, 5, day) if day else None)


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        ("The death toll of the raid rose from 12 to 15 on Tuesday.", "12", "15"),
        ("The raid killed 19 people, up from an earlier 14 dead.", "14", "19 people"),
        ("19 people died in the raid. An initial toll of 14 dead was given.", "14", "19 people"),
    ],
)
def test_what_a_count_rose_from_is_an_earlier_count(text, earlier, later):
    found = marks(text)
    (first,) = [value for words, value in found.items() if earlier in words]
    assert first["_earlier"]
    assert not found[later]["_earlier"]


@pytest.mark.parametrize(
    "word", [row["word"] for row in lexicon("count_words") if row["kind"] == "before"]
)
def test_every_word_for_an_earlier_count_makes_one(word):
    text = f"The toll {word} 14 dead."
    assert marked([figure(text, "14")], {"a": text})["14"]["_earlier"]


@pytest.mark.parametrize(
    "word", [row["word"] for row in lexicon("count_words") if row["kind"] == "rise"]
)
def test_every_word_for_a_rise_takes_the_day_beside_it(word):
    text = f"The toll {word} 14 on Monday."
    day = date(2031, 5, 5)
    row = figure(text, "14") | {"_date": (day, day, "day")}
    row["_date_span"] = (text.index("on"), len(text) - 1)
    assert marked([row], {"a": text})["14"]["_as_of"] == day


@pytest.mark.parametrize(
    "word", [row["word"] for row in lexicon("count_words") if row["kind"] == "until"]
)
def test_every_word_for_a_last_day_sets_the_day(word):
    text = f"{word.capitalize()} Monday 14 had died."
    day = date(2031, 5, 5)
    row = figure(text, "14") | {"_date": (day, day, "day")}
    end = text.index("14") - 1
    for span in ((0, end), (text.index("Monday"), end)):
        row["_date_span"] = span
        assert marked([row], {"a": text})["14"]["_as_of"] == day


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Raids killed nine people in Sanaa and five in Taiz.", {"nine people", "five"}),
        ("The raid killed 12 people and another two died.", {"12 people", "two"}),
        ("The raid killed 12 people. Five more victims died later.", {"Five more victims"}),
        ("The raid killed more than 30 people and wounded 12 others.", set()),
        ("The raid killed nine people and wounded five in Taiz.", set()),
    ],
)
def test_counts_of_several_places_and_one_more_are_parts(text, parts):
    assert {words for words, found in marks(text).items() if found["_part"]} == parts


@pytest.mark.parametrize(
    ("events", "parts"),
    [
        (("north", "north"), [True, True]),
        (("north", "south"), [False, False]),
        (("north", None), [True, True]),
        ((None, None), [True, True]),
    ],
)
def test_counts_of_two_places_are_parts_unless_they_are_of_two_events(events, parts):
    text = "Raids killed four guards in Sanaa, hours after they killed two farmers in Taiz."
    rows = [figure(text, words) for words in ("four guards", "two farmers")]
    found = marked(rows, {"a": text})
    told = [
        {**row, **found[row["figure_id"]], "event_id": event}
        for row, event in zip(rows, events, strict=True)
    ]
    assert [row["_part"] for row in parts_of_one_event(told)] == parts


def test_the_dead_whom_mourners_gather_for_are_no_guests():
    found = marks("Mourners gathered in Lyon after a bomb that killed 17 people in a market.")
    assert found["17 people"]["_attends"] is None


@pytest.mark.parametrize("word", [r["word"] for r in lexicon("count_words") if r["kind"] == "more"])
def test_every_word_for_one_more_makes_a_part(word):
    text = f"Of the wounded {word} 14 died, of whom {word} than 5 were old."
    rows = [figure(text, words) for words in ("14", "than 5")]
    assert marked(rows, {"a": text})["14"]["_part"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The raid killed 14 people, three of them children.", "children"),
        ("The raid killed 14 people. Three of the dead were women.", "women"),
        ("The raid killed 14 people. Three of the dead were in uniform.", None),
    ],
)
def test_the_people_of_a_part_are_told_behind_its_number(text, kind):
    found = marks(text)
    (part,) = [value for words, value in found.items() if words.lower().startswith("three")]
    assert part["_kind"] == kind


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (("area", "hectares", "20 hectares"), (0.195, 0.205)),
        (("area", "miles", "2 square miles"), (3.884982166, 6.47497028)),
        (("distance", "miles", "20 miles"), (31.382208, 32.991552)),
        (("hour", "hours", "72 hours"), (2.979166667, 3.020833333)),
        (("money", None, "$3 million"), (3, 3)),
    ],
)
def test_measures_are_converted_and_reach_half_their_unit(figure, expected):
    unit, counted, text = figure
    value = float(text.lstrip("$").split()[0])
    row = {"unit": unit, "counted": counted, "text": text, "value": value, "bound": "exact"}
    found = interval({**row, "range_to": None, "low": value, "high": value})
    assert (found.low, found.high) == pytest.approx(expected)


def test_amounts_are_compared_in_one_currency_alone():
    told = [("$3 million", None), ("3 million dollars", "dollars"), ("US$3 million", None)]
    told += [("€3 million", None), ("3 million euros", "euros"), ("£3m", None)]
    rows = [{"unit": "money", "counted": counted, "text": text} for text, counted in told]
    names = [unit_of_comparison(row)[1] for row in rows]
    assert names == ["dollar", "dollar", "dollar", "euro", "euro", "pound"]


# Laws.

days = st.none() | st.integers(1, 5).map(lambda day: date(2031, 5, day))


@st.composite
def counts(draw):
    low = draw(st.integers(0, 30))
    high = draw(st.just(float("inf")) | st.integers(low, 40))
    said = Interval(low, high, low, stated=True)
    mood = draw(st.sampled_from(["occurred", "occurred", "announced"]))
    return Count(said, mood, draw(days), draw(st.integers(0, 3)) == 0)


told = st.dictionaries(
    st.sampled_from("abcd"), st.lists(counts(), min_size=1, max_size=3), min_size=2
)
runs = st.sampled_from(["", "up", "any"])


@given(told, runs, st.randoms())
def test_the_order_of_sources_and_sides_changes_no_verdict(by_source, how, random):
    names = list(by_source)
    random.shuffle(names)
    other = {name: random.sample(by_source[name], len(by_source[name])) for name in names}
    assert verdict_of_counts(other, how) == verdict_of_counts(by_source, how)
    swapped = dict(zip(by_source, reversed(by_source.values()), strict=True))
    if len(by_source) == 2:
        assert verdict_of_counts(swapped, how) == verdict_of_counts(by_source, how)


@given(told, runs, st.integers(0, 20), st.integers(0, 20), st.data())
def test_widening_a_limit_of_a_count_never_makes_a_conflict(by_source, how, down, up, data):
    assume(verdict_of_counts(by_source, how) != "conflict")
    source = data.draw(st.sampled_from(sorted(by_source)))
    at = data.draw(st.integers(0, len(by_source[source]) - 1))
    one = by_source[source][at]
    said = Interval(one.said.low - down, one.said.high + up, one.said.value, stated=False)
    wide = [*by_source[source]]
    wide[at] = Count(said, one.modality, one.as_of, one.part)
    assert verdict_of_counts({**by_source, source: wide}, how) != "conflict"


@given(told, runs)
def test_what_every_source_says_again_changes_no_verdict(by_source, how):
    again = {source: [*held, *(one for one in held if not one.part)] for source, held in
             by_source.items()}  # fmt: skip
    assert verdict_of_counts(again, how) == verdict_of_counts(by_source, how)
