from datetime import date

import pytest

from tests.linking_world import World


def said(first, second, speakers=("CHL", "CHL"), kinds=("direct", "direct"), **sources):
    world = World()
    told = zip(("one", "two"), (first, second), speakers, kinds, strict=True)
    for source, words, speaker, kind in told:
        text = f"{source} heard it put like this: “{words}”\n"
        world.article(source, text, **sources.get(source, {}))
        world.statement(source, words, speaker, kind)
    return world


LONG = "We will open the pass before the first snow and keep it open"


@pytest.mark.parametrize(
    ("second", "utterances"),
    [
        (LONG, 1),
        (LONG.upper() + ".", 1),
        ("we will open the pass, before the first snow, and keep it open,", 1),
        ("We will open the pass … and keep it open", 1),
        ("We will open the pass [...] and keep it open", 1),
        ("We will open the pass ... and keep it shut", 2),
        ("and keep it open … We will open the pass", 2),
        ("We will close the pass before the first snow and keep it open", 2),
    ],
)
def test_words_are_one_utterance_once_case_marks_and_cuts_are_gone(second, utterances):
    assert len(said(LONG, second).linked().utterances) == utterances


def test_the_fullest_quoted_form_stands_for_the_utterance():
    (row,) = said("We will open the pass … and keep it open", LONG).linked().utterances
    assert row["text"] == LONG
    assert (row["source_count"], row["independent_count"]) == (2, 2)


def test_a_wire_and_its_copy_are_one_witness():
    world = said(LONG, LONG, one={"publisher": "Wire"}, two={"derived_from": "Wire"})
    (row,) = world.linked().utterances
    assert (row["source_count"], row["independent_count"]) == (2, 1)


@pytest.mark.parametrize(
    ("words", "speakers", "utterances"),
    [
        ("No comment", ("person-a", "person-a"), 1),
        ("No comment", ("person-a", "person-b"), 2),
        ("No comment", (None, None), 2),
        (LONG, ("person-a", "person-b"), 2),
        (LONG, ("person-a", "CHL"), 1),
        (LONG, (None, "CHL"), 1),
    ],
)
def test_few_words_need_one_speaker_and_two_persons_never_share(words, speakers, utterances):
    assert len(said(words, words, speakers).linked().utterances) == utterances


def test_the_speaker_stands_where_the_sources_agree():
    assert said(LONG, LONG).linked().utterances[0]["speaker_id"] == "CHL"
    assert said(LONG, LONG, ("CHL", "PER")).linked().utterances[0]["speaker_id"] is None


def test_reported_words_are_the_quoted_ones_if_they_are_equal():
    (row,) = said(LONG, LONG, kinds=("indirect", "direct")).linked().utterances
    assert row["source_count"] == 2


def test_a_quotation_over_two_paragraphs_is_one_utterance():
    world = World()
    world.article("one", "“The pass stays shut.\n“It opens in May.”\n")
    world.statement("one", "The pass stays shut.", "CHL")
    world.statement("one", "It opens in May.", "CHL", _continues=(1, 21))
    (row,) = world.linked().utterances
    assert row["text"] == "The pass stays shut. It opens in May."


def test_a_comparison_of_words_says_agree_only_word_for_word():
    for second, expected in (
        (LONG, "agree"),
        ("We will open the pass … and keep it open", "compatible"),
    ):
        _, (row,), sides = said(LONG, second).compared()
        assert (row["about"], row["verdict"]) == ("utterance", expected)
        assert {side["value_text"] for side in sides} == {LONG, second}


def test_papers_that_print_a_text_are_one_witness_and_hearers_of_a_speaker_are_not():
    assert (
        said(LONG, LONG, ("document-accord", None)).linked().utterances[0]["independent_count"] == 1
    )
    assert (
        said(LONG, LONG, ("person-a", "person-a")).linked().utterances[0]["independent_count"] == 2
    )
    _, (row,), sides = said(LONG, LONG, ("document-accord", None)).compared()
    assert row["independent_count"] == 1
    assert {side["family"] for side in sides} == {"statement:document-accord"}


NEWS = "We have agreed to reopen the northern railway in September and to share the cost of repairs"
ANA = "person-ana-torres"


def utterances(*told, days=("2031-05-03", "2031-05-04", "2031-05-05")):
    """Utterances of statements, one a source: words, speaker, kind, and more of its row."""
    world = World()
    for number, (words, *more) in enumerate(told):
        source = f"source-{number}"
        speaker, kind, row = (*more, *(ANA, "direct", {})[len(more) :])
        world.article(source, f"It was put like this: {words}\n", days[number])
        world.statement(source, words, speaker, kind)
        world.statements[-1].update(row)
    return world.linked().utterances


@pytest.mark.parametrize(
    "second",
    [
        "we have agreed to re-open the northern railway in September",
        "to share the cost of repairs",
        "the northern railway",
        "We have agreed to reopen [the line] in September and to share the cost of repairs",
        "[W]e have agreed to reopen the northern railway in September",
        "We've agreed to reopen the northern railway in September and to share the cost of repairs",
        "We agreed to reopen the northern railway in September and share the cost of repairs",
        "… reopen the northern railway in September … share the cost of repairs …",
        "We have agreed to open again the northern railway in September and to share the cost of "
        "the repairs",
    ],
)
def test_cut_bracketed_respelled_and_partial_prints_are_one_utterance(second):
    assert len(utterances((NEWS,), (second,))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Our defence of the harbour cost thirty-two lives",
            "Our defense of the harbor cost 32 lives",
        ),
        ("We travelled to the centre of Kyiv at once", "We traveled to the center of Kiev at once"),
        (
            "Mr Karimow must answer for the burnt theatres",
            "Mr. Karimov must answer for the burned theaters",
        ),
        (
            "It is a cease-fire in name only, and we won’t pretend",
            "It is a ceasefire in name only, and we will not pretend",
        ),
        ("The organisation can't recognise the vote", "The organization cannot recognize the vote"),
    ],
)
def test_spelling_hyphens_numerals_and_letters_of_names_do_not_part_words(first, second):
    assert len(utterances((first,), (second,))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("We will open the pass on Monday", "We will not open the pass on Monday"),
        (
            "We lost twelve men in the northern valley",
            "We lost fourteen men in the northern valley",
        ),
    ],
)
def test_prints_that_differ_by_a_number_or_a_not_are_one_only_if_quoted_on_one_day(first, second):
    day = "2031-05-03"
    assert len(utterances((first,), (second,), days=(day, day))) == 1
    assert len(utterances((first,), (second,), days=(day, "2031-05-09"))) == 2
    assert len(utterances((first, ANA, "indirect"), (second,), days=(day, day))) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "We will reopen the railway to Norvik in spring",
            "We will reopen the railway to Belgar in spring",
        ),
        (
            "The talks in the capital were a success for us",
            "The talks in the capital were a failure for us",
        ),
        (
            "We want peace with our neighbours and fair trade",
            "We want peace with our neighbours, not tribute",
        ),
        (
            "The dam must be repaired before the winter rains",
            "The road must be mined before the winter rains",
        ),
        ("a step", "We took a step towards the ministry of trade"),
    ],
)
def test_sentences_that_share_words_and_say_another_thing_stay_apart(first, second):
    assert len(utterances((first,), (second,))) == 2


@pytest.mark.parametrize(
    ("quoted", "reported", "count"),
    [
        (NEWS, "the northern railway would reopen in September, the repairs being paid by both", 1),
        (NEWS, "both sides had agreed to share the cost of repairs and reopen the railway", 1),
        (NEWS, "the northern railway was not going to reopen in September for want of repairs", 2),
        (NEWS, "the railway had carried more grain from the northern valley than in any year", 2),
        (NEWS, "September would bring a decision on the cost of the northern harbour", 2),
        (NEWS, "the two sides had agreed on 14 repairs to the northern railway in September", 2),
    ],
)
def test_a_report_is_linked_to_the_words_that_another_quotes_and_not_by_its_subject(
    quoted, reported, count
):
    assert len(utterances((quoted,), (reported, ANA, "indirect"))) == count
    assert len(utterances((reported, ANA, "indirect"), (quoted,))) == count


def test_a_report_needs_the_same_speaker_and_the_same_days():
    reported = "the northern railway would reopen in September, the cost of repairs being shared"
    assert len(utterances((NEWS,), (reported, "person-bo-lind", "indirect"))) == 2
    assert len(utterances((NEWS,), ("both share the repairs' cost", None, "indirect"))) == 2
    late = ("2031-05-03", "2031-06-20")
    assert len(utterances((NEWS,), (reported, ANA, "indirect"), days=late)) == 2


@pytest.mark.parametrize(
    ("speaker", "row", "count"),
    [
        ("CHL", {}, 1),
        ("group-the-ministry", {"affiliation_id": "CHL"}, 1),
        ("document-chl-per-joint-statement", {}, 1),
        (None, {"speaker": "Chile and Peru"}, 1),
        ("person-torres", {}, 1),
        ("person-anna-torres", {}, 1),
        ("person-luis-torres", {}, 2),
        ("person-rui-sala", {"affiliation_id": "CHL"}, 2),
        ("PER", {}, 2),
    ],
)
def test_a_part_needs_a_speaker_who_may_be_the_same(speaker, row, count):
    minister = (NEWS, ANA, "direct", {"affiliation_id": "CHL"})
    assert (
        len(utterances(minister, ("to share the cost of repairs", speaker, "direct", row))) == count
    )
    few = ("share the cost", speaker, "direct", row)
    assert len(utterances(minister, few)) == count


def test_a_fragment_of_two_sentences_belongs_to_neither():
    first = "We took a historic step towards an open border with our neighbours"
    second = "It was a historic step for the farmers of the whole valley"
    fragment = "a historic step"
    assert len(utterances((first,), (fragment,))) == 1
    assert len(utterances((first,), (second,), (fragment,))) == 3


@pytest.mark.parametrize(
    ("between", "count"), [(" Ana Torres said, ", 1), (" Ana Torres said. She saw ", 2)]
)
def test_a_quotation_goes_on_behind_he_said_and_not_behind_a_full_stop(between, count):
    world = World()
    first, second = "We will repair the bridge by autumn,", "the best of neighbours"
    world.article("one", f"“{first}”{between}“{second}”\n", "2031-05-03")
    world.statement("one", first, ANA)
    world.statement("one", second, ANA)
    assert len(world.linked().utterances) == count


def test_a_report_of_nobody_known_needs_nearly_all_the_words_and_the_same_day():
    quoted = "Dialogue between fishermen and farmers remains the best way to settle old quarrels"
    reported = "dialogue between fishermen and farmers was the best way to settle old quarrels"
    who = "organisation-river-council"
    day, later = "2031-05-03", "2031-05-09"
    assert len(utterances((quoted,), (reported, who, "indirect"), days=(day, day))) == 1
    assert len(utterances((quoted,), (reported, who, "indirect"), days=(day, later))) == 2
    less = "dialogue between fishermen was the best way to end the lasting shortage of old boats"
    assert len(utterances((quoted,), (less, who, "indirect"), days=(day, day))) == 2


def test_parts_that_overlap_by_a_clause_are_one_with_the_whole():
    whole = "We kept every promise to the valley, and the honour of the valley is restored, so rest"
    first = "We kept every promise to the valley, and the honour of the valley is restored"
    last = "the honour of [our home] is restored, so rest"
    assert len(utterances((whole,), (first,), (last,))) == 1


def test_what_a_report_says_for_it_is_not_held_against_it():
    quoted = "It is a proof of trust, and the council will answer it with ninety days of truce"
    reported = "the council would answer the release of six farmers with a 90-day truce"
    other = "the council would answer the release of six farmers with a 30-day truce"
    assert len(utterances((quoted,), (reported, ANA, "indirect"))) == 1
    assert len(utterances((quoted,), (other, ANA, "indirect"))) == 2


def test_a_bare_last_name_is_the_person_of_that_name():
    bare = ("to share the cost of repairs", None, "direct", {"speaker": "Torres"})
    assert len(utterances((NEWS,), bare)) == 1
    other = ("to share the cost of repairs", None, "direct", {"speaker": "Lindqvist"})
    assert len(utterances((NEWS,), (*other[:2], "direct", {"speaker": None}))) == 1
    few = ("share the cost", None, "direct", {"speaker": "Lindqvist"})
    assert len(utterances((NEWS,), few)) == 2


def test_a_chain_of_pairs_does_not_join_two_sentences():
    first, second = "The bridge will be open to lorries by the end of May", "and nobody pays a toll"
    whole = (f"{first}, {second}",)
    assert len(utterances(whole, (first,))) == 1
    assert len(utterances(whole, (second,))) == 1
    assert len(utterances(whole, (first,), (second,))) == 2


def test_the_same_words_on_two_occasions_are_two_utterances():
    said = {"said_date": date(2031, 5, 3)}, {"said_date": date(2031, 5, 9)}
    few = "We want peace"
    for words in (few, NEWS):
        assert (
            len(utterances((words, ANA, "direct", said[0]), (words, ANA, "direct", said[1]))) == 2
        )
        assert (
            len(utterances((words, ANA, "direct", said[0]), (words, ANA, "direct", said[0]))) == 1
        )
    weeks = ("2031-05-03", "2031-06-09")
    assert len(utterances((few,), (few,), days=weeks)) == 2
    assert len(utterances((NEWS,), (NEWS,), days=weeks)) == 1
    assert len(utterances((NEWS,), (f"As I said, {NEWS[:60]}, and soon",), days=weeks)) == 2


def test_pieces_of_a_quotation_are_one_where_another_source_prints_them_as_one():
    world = World()
    first, second = "The mine is flooded and nobody is below.", "We pump until the water is gone."
    world.article("one", f"“{first}” Ana Torres said. “{second}”\n", "2031-05-03")
    world.statement("one", first, ANA)
    world.statement("one", second, ANA)
    assert len(world.linked().utterances) == 2
    world.article("two", f"“{first} {second}”\n", "2031-05-03")
    world.statement("two", f"{first} {second}", ANA)
    (row,) = world.linked().utterances
    assert row["text"] == f"{first} {second}"
