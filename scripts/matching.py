"""Match the rows of two readings of the same sources by what they say, whatever their words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl
from rapidfuzz import fuzz

from validations.rule import Tables

#: Kinds of row that are matched, in the order in which they are told.
KINDS = ("figure", "quotation", "event")
_FIGURE = ("value", "range_to", "bound", "unit", "measure", "of_actor_id", "by_actor_id")
#: Per cent from which on two quotations are one, and two tellings of a thing are akin.
_ALIKE = 80
_AKIN = 60
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Content:
    """What a row says.

    kind: one of KINDS. offset: where it stands in its source. words: as printed there.
    facts: name → what it says, as text, "" for nothing; rows with equal facts say the same. The
    first is what two rows must share to be two tellings of one thing.
    """

    kind: str
    source_id: str
    offset: int
    facts: tuple[tuple[str, str], ...]
    words: str


@dataclass(frozen=True)
class Match:
    """Rows of one kind on both sides, each as often as it stands there.

    unconfirmed: published rows with no equal in the other reading.
    lacking: rows of the other reading with no equal among the published.
    differing: pairs of these two that tell of one thing and say something of it differently.
    """

    kind: str
    published: int
    unconfirmed: tuple[Content, ...]
    lacking: tuple[Content, ...]
    differing: tuple[tuple[Content, Content], ...]

    @property
    def confirmed(self) -> int:
        """Published rows with an equal in the other reading."""
        return self.published - len(self.unconfirmed)


def match(published: Tables, others: Tables) -> tuple[Match, ...]:
    """Match figures, direct quotations and reports of events, source by source.

    A figure is matched by value, range, bound, unit, measure and sides; a quotation by its
    normalised words; a report of an event by type, interval and roles.

    Args:
        published: The published tables.
        others: The tables of the other reading, with the same source ids.
    """
    found = []
    for kind, read in zip(KINDS, (_figures, _quotations, _events), strict=True):
        ours, theirs = list(read(published)), list(read(others))
        unconfirmed, lacking = _beyond(ours, theirs), _beyond(theirs, ours)
        pairs = tuple(_pairs(unconfirmed, lacking))
        found.append(Match(kind, len(ours), tuple(unconfirmed), tuple(lacking), pairs))
    return tuple(found)


def _text(value: object) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _figures(tables: Tables) -> Iterator[Content]:
    for row in tables["figures"].iter_rows(named=True):
        facts = tuple((column, _text(row[column])) for column in _FIGURE)
        yield Content("figure", row["source_id"], row["char_start"], facts, row["text"])


def _quotations(tables: Tables) -> Iterator[Content]:
    for row in tables["statements"].filter(pl.col("kind") == "direct").iter_rows(named=True):
        words = " ".join(word.casefold() for word in _WORD.findall(row["quote"]))
        facts = (("words", words),)
        yield Content("quotation", row["source_id"], row["char_start"], facts, row["quote"])


def _events(tables: Tables) -> Iterator[Content]:
    roles: dict[str, set[str]] = {}
    for part in tables["participants"].iter_rows(named=True):
        roles.setdefault(part["report_id"], set()).add(f"{part['role']} {part['actor_id']}")
    for row in tables["reports"].iter_rows(named=True):
        days = sorted({_text(row["start_date"]), _text(row["end_date"])})
        facts = (
            ("type", row["type"]),
            ("days", " to ".join(days)),
            ("roles", ", ".join(sorted(roles.get(row["report_id"], ())))),
        )
        yield Content("event", row["source_id"], row["char_start"], facts, row["trigger_text"])


def _beyond(rows: Sequence[Content], others: Sequence[Content]) -> list[Content]:
    """Rows that the others do not hold; a row that stands twice must be held twice."""
    left = [(row.source_id, row.facts) for row in others]
    beyond = []
    for row in sorted(rows, key=lambda row: (row.source_id, row.offset)):
        key = (row.source_id, row.facts)
        if key in left:
            left.remove(key)
        else:
            beyond.append(row)
    return beyond


def _pairs(ours: Sequence[Content], theirs: Sequence[Content]) -> Iterator[tuple[Content, Content]]:
    """Two rows of one source that tell of one thing, the likest first, each in one pair at most."""
    likeness = sorted(
        (-like, abs(one.offset - other.offset), i, j)
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if one.source_id == other.source_id and (like := _likeness(one, other)) > 0
    )
    used_ours: set[int] = set()
    used_theirs: set[int] = set()
    pairs = []
    for _, _, i, j in likeness:
        if i not in used_ours and j not in used_theirs:
            used_ours.add(i)
            used_theirs.add(j)
            pairs.append((i, j))
    for i, j in sorted(pairs):
        yield ours[i], theirs[j]


def _likeness(one: Content, other: Content) -> float:
    """How much two rows say alike, 0 if they do not tell of one thing.

    Quotations do if most of their words are the same in the same order; other rows if they share
    the first fact and something else that is known, be it one role of several or their words.
    """
    if one.kind == "quotation":
        alike = fuzz.ratio(one.facts[0][1], other.facts[0][1])
        return alike if alike >= _ALIKE else 0
    if one.facts[0] != other.facts[0]:
        return 0
    shared = sum(
        len(set(mine.split(", ")) & set(yours.split(", ")))
        for (_, mine), (_, yours) in zip(one.facts[1:], other.facts[1:], strict=True)
        if mine and yours
    )
    alike = fuzz.token_set_ratio(one.words, other.words)
    return shared + (alike / 50 if alike >= _AKIN else 0)
