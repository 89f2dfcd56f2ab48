"""What stands around a figure and tells apart verbs like "receive", "lose" and "cross"."""

from collections.abc import Sequence

from scripts.find.counted import Counted
from scripts.find.deeds import captive_words, flight_words, table
from scripts.find.drafts import FigureDraft
from scripts.find.parse import Sentence
from scripts.find.units import armed_nouns, noun_of

#: Measures of an earlier figure that tell that captives are spoken of.
_FREED = frozenset({"held", "released"})
#: How many sentences before and after its own still tell what a figure is about.
_BEFORE, _AFTER = 2, 1


def topics(sentence: Sentence) -> frozenset[str]:
    """What a sentence is about: "captives" or "flight", if its words say so."""
    words = {token.lower_ for token in sentence.doc}
    found = {"captives"} if words & captive_words() else set()
    return frozenset(found | ({"flight"} if words & flight_words() else set()))


def context(
    counted: Counted,
    about: Sequence[frozenset[str]],
    index: int,
    earlier: Sequence[FigureDraft],
    begin: int,
) -> frozenset[str]:
    """What a verb may need to know of a figure, as the column `needs` of the lexicon names it.

    Args:
        counted: What the figure counts.
        about: The topics of each sentence of the article (see `topics`).
        index: The sentence of the figure.
        earlier: The figures before it, in order.
        begin: Where the first sentence that is near enough begins.
    """
    near = {f.measure for f in earlier if f.span.start >= begin}
    found = set().union(*about[max(0, index - _BEFORE) : index + _AFTER + 1])
    found |= {"captives"} if near & _FREED else set()
    found |= {"flight"} if "displaced" in near else set()
    head = counted.head
    if head is not None and any(word in armed_nouns() for word in noun_of(head)):
        found |= {"military", "mortal"}
    if head is None and earlier and earlier[-1].counted in armed_nouns():
        found.add("military")
    if head is not None:
        found |= {row["needs"] for row in table("context").get(head.lower_, ())}
    return frozenset(found)


def first_near(index: int) -> int:
    """Index of the first sentence that is near enough to a figure in another to tell of it."""
    return max(0, index - _BEFORE)


def around(index: int) -> range:
    """Indexes of the sentences that tell what a figure in a sentence is about."""
    return range(max(0, index - _BEFORE), index + _AFTER + 1)
