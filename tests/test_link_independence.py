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
            {"a": "origin:the-wire", "b": "origin:the-wire"},
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


names = st.sampled_from(["source:a", "source:b", "statement:x", "statement:y", "origin:w"])


@given(st.dictionaries(st.sampled_from("stuvw"), st.lists(names, min_size=1, max_size=3)))
def test_sharing_anything_is_sharing_a_family(rests):
    found = families(rests)
    for one, held in rests.items():
        for other, also in rests.items():
            if set(held) & set(also):
                assert found[one] == found[other]
    assert families(dict(reversed(rests.items()))) == found


def test_a_family_is_called_after_the_statement_it_rests_on():
    found = families({"a": ["source:a", "statement:x"], "b": ["source:b"], "c": ["source:a"]})
    assert found == {"a": "statement:x", "b": "source:b", "c": "statement:x"}


def pledge(quote):
    world = World()
    for source in ("one", "two"):
        world.article(source, f"Mali will free 9 men of Niger. “{quote},” it said.\n", "2020-06-02")
        world.report(
            source,
            "Mali will free 9 men",
            "RETREAT release",
            "MLI",
            "NER",
            when="2020-06-01",
            modality="announced",
        )
        world.statement(source, quote, "MLI")
    return world.linked().events[0]


def test_papers_that_print_the_same_words_have_the_promise_from_one_text():
    event = pledge("We do this of our own will and for the peace")
    assert (event["source_count"], event["independent_count"]) == (2, 1)


def test_two_words_in_common_prove_no_common_text():
    assert pledge("our will")["independent_count"] == 2
