import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.link.independence import families, origins
from tests.linking_world import World


def source(name, derived=None, publisher=None):
    return {"source_id": name, "derived_from": derived, "publisher": publisher}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([source("a"), source("b")], {"a": "source:a", "b": "source:b"}),
        ([source("a"), source("b", "a")], {"a": "source:a", "b": "source:a"}),
        ([source("a", "A"), source("b", "b")], {"a": "source:a", "b": "source:b"}),
        ([source("a", "Wire"), source("b", "wire")], {"a": "origin:wire", "b": "origin:wire"}),
        (
            [source("a", "The Wire"), source("b", None, "The Wire")],
            {"a": "origin:the-wire", "b": "source:b"},
        ),
        (
            [source("a", "The Associated Press", "Mail"), source("b", None, "AP")],
            {"a": "origin:associated-press", "b": "origin:associated-press"},
        ),
        (
            [source("a", "b"), source("b", "c"), source("c", "Wire")],
            {"a": "origin:wire", "b": "origin:wire", "c": "origin:wire"},
        ),
        ([source("a", "b"), source("b", "a")], {"a": "source:a", "b": "source:a"}),
        (
            [source("a", None, "Mail"), source("b", None, "Mail")],
            {"a": "source:a", "b": "source:b"},
        ),
    ],
)
def test_a_chain_of_copies_ends_at_its_origin(rows, expected):
    assert origins(rows) == expected
    assert origins(rows[::-1]) == expected


def test_what_an_outlet_printed_of_the_story_is_what_its_repeaters_repeat():
    rows = [source("a", "The Lantern"), *(source(name, None, "The Lantern") for name in "bc")]
    found = origins(rows, near={"a": frozenset("b"), "b": frozenset("a")})
    assert found == {"a": "origin:the-lantern", "b": "origin:the-lantern", "c": "source:c"}


def test_one_text_has_the_origin_that_one_of_its_printers_names():
    rows = [source("a"), source("b", "Reuters"), source("c"), source("d")]
    expected = {"a": "origin:reuters", "b": "origin:reuters", "c": "origin:reuters"}
    assert origins(rows, [("a", "b"), ("a", "c")]) == {**expected, "d": "source:d"}
    assert origins(rows, [("a", "c")])["a"] == origins(rows, [("c", "a")])["c"] == "source:a"


names = st.sampled_from(["source:a", "source:b", "statement:x", "statement:y", "origin:w"])


rests_of = st.dictionaries(st.sampled_from("stuvw"), st.lists(names, min_size=1, max_size=3))


def origins_in(held):
    return {name for name in held if not name.startswith("statement:")}


@given(rests_of)
def test_sharing_an_origin_is_sharing_a_family(rests):
    found = families(rests)
    for one, held in rests.items():
        for other, also in rests.items():
            if origins_in(held) & origins_in(also):
                assert found[one] == found[other]
    assert families(dict(reversed(rests.items()))) == found


@given(rests_of)
def test_every_family_has_a_witness_who_shares_nothing_with_those_of_the_others(rests):
    found = families(rests)
    held = {
        family: [set().union(*(rests[key] for key in keys))] + [set(rests[key]) for key in keys]
        for family in set(found.values())
        for keys in [[key for key in rests if found[key] == family]]
    }
    for one, mine in held.items():
        for other, theirs in held.items():
            if one != other:
                assert any(not a & b for a in mine for b in theirs)


@given(rests_of, st.sampled_from("stuvw"))
def test_one_who_rests_on_the_same_is_no_further_witness(rests, again):
    if again in rests:
        found, more = families(rests), families({**rests, "zz": rests[again]})
        assert len(set(more.values())) == len(set(found.values()))


def test_who_prints_two_statements_makes_no_one_witness_of_those_who_print_one_each():
    rests = {
        "a": ["source:a", "statement:x", "statement:y"],
        "b": ["source:b", "statement:x"],
        "c": ["source:c", "statement:y"],
    }
    assert families(rests) == {"a": "statement:x", "b": "statement:x", "c": "statement:y"}
    del rests["b"]
    assert families(rests) == {"a": "statement:y", "c": "statement:y"}


def test_a_family_is_called_after_the_statement_it_rests_on():
    found = families({"a": ["source:a", "statement:x"], "b": ["source:b"], "c": ["source:a"]})
    assert found == {"a": "statement:x", "b": "source:b", "c": "statement:x"}


def pledge(quote, speakers=("MLI", "MLI")):
    world = World()
    for source, speaker in zip(("one", "two"), speakers, strict=True):
        text = f"Mali will free 9 men of Niger. “{quote},” it told {source}.\n"
        world.article(source, text, "2020-06-02")
        world.report(
            source,
            "Mali will free 9 men",
            "RETREAT release",
            "MLI",
            "NER",
            when="2020-06-01",
            modality="announced",
        )
        world.statement(source, quote, speaker)
    return world.linked().events[0]


def test_papers_that_print_the_same_words_have_the_promise_from_one_text():
    event = pledge("We do this of our own will and for the peace")
    assert (event["source_count"], event["independent_count"]) == (2, 1)


@pytest.mark.parametrize(
    ("speakers", "independent"),
    [(("MLI", None), 1), (("document-accord", None), 1), ((None, None), 2), (("TCD", None), 2)],
)
def test_words_of_the_sides_in_one_paper_are_theirs_where_another_names_no_one_speaker(
    speakers, independent
):
    found = pledge("We do this of our own will and for the peace", speakers)
    assert found["independent_count"] == independent


def test_two_words_in_common_prove_no_common_text():
    assert pledge("our will")["independent_count"] == 2


@pytest.mark.parametrize(("mode", "expected"), [("joint_statement", 1), ("agreement", 2)])
def test_a_statement_is_passed_on_and_an_accord_that_two_papers_tell_of_is_witnessed(
    mode, expected
):
    world = World()
    for source in ("one", "two"):
        world.article(source, f"{source} told: Mali and Niger agreed on fish.\n", "2020-06-02")
        world.report(source, "agreed on fish", f"AGREE {mode}", "MLI NER", when="2020-06-01")
    (event,) = world.linked().events
    assert (event["source_count"], event["independent_count"]) == (2, expected)
