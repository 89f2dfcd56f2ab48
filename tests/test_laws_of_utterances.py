"""What holds of utterances whatever the statements are."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.linking_world import World

WORDS = [
    "harbour",
    "bridge",
    "valley",
    "water",
    "grain",
    "winter",
    "market",
    "border",
    "school",
    "engine",
    "summer",
    "window",
    "garden",
    "letter",
    "doctor",
    "river",
    "mountain",
    "ticket",
    "silver",
    "bottle",
    "candle",
    "forest",
    "island",
    "ladder",
    "magnet",
    "needle",
]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=14, max_size=22, unique=True).map(" ".join)


def world_of(told):
    world = World()
    for number, (words, speaker, day) in enumerate(told):
        source = f"source-{number}"
        world.article(source, f"It was said: {words}\n", str(date(2031, 5, 1) + timedelta(day)))
        world.statement(source, words, speaker)
    return world


def grouped(utterances_of):
    """Sets of source and words that are one utterance."""
    groups = {}
    for row in utterances_of.statements:
        key = row["source_id"], row["quote"]
        groups.setdefault(row["utterance_id"], set()).add(key)
    return {frozenset(group) for group in groups.values()}


@st.composite
def stories(draw):
    """Sentences, and parts of them, by two persons and a state within some weeks."""
    told = []
    for sentence in draw(st.lists(SENTENCES, min_size=1, max_size=3)):
        words = sentence.split()
        for _ in range(draw(st.integers(1, 4))):
            first = draw(st.integers(0, len(words) - 3))
            last = draw(st.integers(first + 2, len(words)))
            speaker = draw(st.sampled_from(["person-a", "person-b", "CHL"]))
            told.append((" ".join(words[first:last]), speaker, draw(st.integers(0, 40))))
    return told


@settings(max_examples=60, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_statements_changes_no_utterance(told, random):
    def shuffled(rows):
        return random.sample(rows, len(rows))

    world = world_of(told)
    assert grouped(world.linked(shuffled)) == grouped(world.linked())


@settings(max_examples=60, deadline=None)
@given(SENTENCES, st.data())
def test_a_quotation_with_a_cut_is_still_the_same(sentence, data):
    words = sentence.split()
    first = data.draw(st.integers(5, len(words) - 5))
    last = data.draw(st.integers(first + 1, len(words) - 3))
    cut = " ".join([*words[:first], "…", *words[last:]])
    found = world_of([(sentence, "person-a", 0), (cut, "person-a", 1)]).linked()
    assert len(found.utterances) == 1


@settings(max_examples=60, deadline=None)
@given(stories())
def test_an_unrelated_statement_changes_no_utterance(told):
    other = "Our orchestra plays Haydn tonight because everybody likes a quiet evening"
    more = world_of([*told, (other, "person-a", 3)]).linked()
    new = frozenset({(f"source-{len(told)}", other)})
    assert grouped(more) - {new} == grouped(world_of(told).linked())


@settings(max_examples=60, deadline=None)
@given(stories())
def test_two_persons_never_share_an_utterance(told):
    for group in grouped(world_of(told).linked()):
        speakers = {told[int(source.removeprefix("source-"))][1] for source, _ in group}
        assert not {"person-a", "person-b"} <= speakers
