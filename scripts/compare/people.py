"""Of which people a figure counts: all of them, or those of one kind and side.

"Eight soldiers" and "19 civilians" of one toll are two facts, and both are parts of "27 people".
Which words name one kind is in lexicon/people_kinds.csv; where a kind is all there is, as prisoners
are where people are released, is in lexicon/people_wholes.csv.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from scripts.compare.comparison import Side
from scripts.compare.verdicts import Told, can_both_be, in_moods
from scripts.lexicon import rows as lexicon
from scripts.link.values import Row

#: The kind that any count of people without a closer word is of.
EVERYBODY = "people"


class People(NamedTuple):
    """Whom a figure counts: nationality or side, who did it to them, their kind; "" for any."""

    of: str
    by: str
    kind: str

    def within(self, other: "People") -> bool:
        """Whether these people are among the others, who are told of less closely."""
        told = zip(self, other, strict=True)
        return self != other and all(mine == theirs or not theirs for mine, theirs in told)


@cache
def _kinds() -> Mapping[str, str]:
    """Word, in singular and plural → kind; a word of no listed kind is its own."""
    listed = {row["word"]: row["kind"] for row in lexicon("people_kinds")}
    found = dict(listed)
    for row in lexicon("persons"):
        kind = listed.get(row["singular"], row["singular"])
        found[row["singular"]] = listed.get(row["singular"], row["singular"])
        found.setdefault(row["plural"], kind)
    return found


@cache
def _nationals() -> frozenset[str]:
    """Names of peoples, which say whose the counted are and not what they are."""
    columns = ("adjectives", "singulars", "plurals")
    cells = (row[name] for row in lexicon("countries") for name in columns)
    return frozenset(word.lower() for cell in cells for word in cell.split(";") if word)


@cache
def _wholes(measure: str) -> frozenset[str]:
    """Kinds that are all there is where people are counted for a measure."""
    return frozenset(row["kind"] for row in lexicon("people_wholes") if row["measure"] == measure)


def kind_of(figure: Row) -> str:
    """The kind of the people that a figure counts; `people` where its words leave it open."""
    word = str(figure.get("_kind") or figure.get("counted") or "").lower()
    if word in _nationals():
        return EVERYBODY
    words = str(figure.get("text") or "").lower().split()
    before = words[words.index(word) - 1] if word in words[1:] else ""
    joined = f"{before} {word}"
    return _kinds().get(joined) or _kinds().get(word, word or EVERYBODY)


def kinds_of(figures: Sequence[Row]) -> list[str]:
    """The kind of each figure of one measure of one event; "" for all people.

    Among the released soldiers and prisoners are the same people; but where one paper counts
    civilians beside them, or lists soldiers and policemen, it tells kinds apart.
    """
    own = [kind_of(figure) for figure in figures]
    mixed = set()
    listed: dict[tuple[str, str, str, str], str] = {}
    for figure, kind in zip(figures, own, strict=True):
        if kind == EVERYBODY or not _is_whole(figure):
            continue
        place = (*_told_by(figure), str(figure.get("_list") or figure["figure_id"]))
        beside = listed.setdefault(place, kind) != kind
        if beside or kind not in _wholes(str(figure["measure"])):
            mixed.add(_told_by(figure))
    found = []
    for figure, kind in zip(figures, own, strict=True):
        all_there_is = kind in _wholes(str(figure["measure"])) and _told_by(figure) not in mixed
        whole = kind == EVERYBODY or (all_there_is and _is_whole(figure))
        found.append("" if whole else kind)
    return found


def _is_whole(figure: Row) -> bool:
    return not figure.get("subset_of_figure_id")


def _told_by(figure: Row) -> tuple[str, str, str]:
    return (
        figure["source_id"],
        str(figure.get("of_actor_id") or ""),
        str(figure.get("by_actor_id") or ""),
    )


def _talk(sides: Iterable[Side], runs: str) -> dict[str, dict[str, Told]]:
    """Source → mood → what it says."""
    held: dict[str, list[Side]] = {}
    for side in sides:
        held.setdefault(side.source, []).append(side)
    return {
        source: in_moods([side.said for side in told], runs)
        for source, told in sorted(held.items())
    }


def _may_be_one(few: Sequence[Side], many: Sequence[Side], runs: str) -> bool:
    """Whether a kind may be all there is: each count of it fits each count of all, elsewhere."""
    a, b = _talk(few, runs), _talk(many, runs)
    if a.keys() & b.keys():
        return False
    first, second = (
        dict.fromkeys(said for moods in told.values() for said in moods.items()) for told in (a, b)
    )
    pairs = [(x, y) for mood, x in first for other, y in second if mood == other]
    # Fifteen drivers were to be freed, and fifteen people were.
    pairs = pairs or [(x, y) for _, x in first for _, y in second]
    return bool(pairs) and all(can_both_be(x, y, runs) and _meet(x, y) for x, y in pairs)


def _meet(a: Told, b: Told) -> bool:
    return any(x.meets(y) for x in a.last for y in b.last)


def one_people(groups: Mapping[People, Sequence[Side]], runs: str) -> dict[People, list[Side]]:
    """The groups, those together whose counts are counts of the same people.

    Who did it is told by one paper and left out by the next: counts of one kind and side go
    together unless they name two doers. A kind whose count fits what all other sources count of
    everybody is everybody in other words ("14 sailors" and "14 people").

    Args:
        groups: Whom → sides that count them.
        runs: How the measure goes on.
    """
    held = {people: list(sides) for people, sides in groups.items()}
    for people in sorted(held):
        doers = [other for other in held if other.within(people) and other[::2] == people[::2]]
        if not people.by and len(doers) == 1:
            held[doers[0]] += held.pop(people)
    for people in sorted(held, key=lambda one: (-sum(map(bool, one)), one)):
        wider = [other for other in sorted(held) if people.within(other)]
        fitting = [one for one in wider if _may_be_one(held[people], held[one], runs)]
        if fitting:
            into = max(fitting, key=lambda one: (sum(map(bool, one)), one))
            together = held.pop(into) + held.pop(people)
            merged = People(people.of, people.by, into.kind)
            held[merged] = held.get(merged, []) + together
    return held
