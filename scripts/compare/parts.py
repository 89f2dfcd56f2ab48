"""Parts against wholes: what a source counts by kind or side, held against another's total.

Nine civilians and five soldiers in one paper are the 14 people of another. They take the side of
that paper in the comparison of all people where they add up to what another gives, or to more than
it allows; else they say nothing of all people, since a paper may leave others out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf

from scripts.compare.comparison import Side
from scripts.compare.intervals import Interval
from scripts.compare.people import People
from scripts.compare.verdicts import Count, Told, can_both_be, in_moods, summed


def with_parts(groups: Mapping[People, Sequence[Side]], runs: str) -> dict[People, list[Side]]:
    """The groups, and in those of wider people the parts that some source gives of them.

    Args:
        groups: Whom → the sides that count them.
        runs: How the measure goes on.
    """
    found = {}
    for people, sides in groups.items():
        few = [side for other in sorted(groups) if other.within(people) for side in groups[other]]
        own: dict[str, list[Count]] = {}
        for side in sides:
            own.setdefault(side.source, []).append(side.said)
        apart: dict[str, list[Side]] = {}
        for side in few:
            if side.source not in own:
                apart.setdefault(side.source, []).append(side)
        sayings = (in_moods(own[source], runs) for source in sorted(own))
        told = [dict(said) for said in dict.fromkeys(tuple(one.items()) for one in sayings)]
        found[people] = [
            *sides,
            *(
                replace(
                    part,
                    row={**part.row, "scope": "part"},
                    said=replace(part.said, part=True),
                )
                for source in sorted(apart)
                for part in _telling(apart[source], told, runs)
            ),
        ]
    return found


def _telling(
    parts: Sequence[Side], told: Sequence[Mapping[str, Told]], runs: str
) -> Sequence[Side]:
    """Those parts of one source that say something of what others count as a whole."""
    for listed in _lists(parts):
        total = summed([side.said.said for side in listed])
        least = Interval(total.low, inf, value=None, stated=False)
        mood, day = listed[0].said.modality, listed[0].said.as_of
        own = Told((least,), (), day if runs else None)
        for others in told:
            if mood not in others:
                continue
            adds_up = len(listed) > 1 and any(total.meets(one) for one in others[mood].last)
            if adds_up or not can_both_be(own, others[mood], runs):
                return listed
    return ()


def _lists(parts: Sequence[Side]) -> Iterator[Sequence[Side]]:
    """What is listed together in one sentence, the longest first; then each part alone."""
    lists: dict[str, list[Side]] = {}
    for side in parts:
        if side.row.get("_list"):
            lists.setdefault(str(side.row["_list"]), []).append(side)
    yield from sorted(
        (held for held in lists.values() if len(held) > 1), key=lambda held: -len(held)
    )
    for side in parts:
        yield [side]
