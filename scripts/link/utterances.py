"""The same words across sources: quoted in full, cut, in another spelling, or reported.

Sayings with equal words come first; then every other joins the fullest quotation that it is like,
or else the fullest report, and only where it tells of the same stretch as those that joined before:
so no chain of pairs makes one utterance of two sentences.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from scripts.link.ids import row_id
from scripts.link.independence import families, speaker_behind
from scripts.link.mates import mates
from scripts.link.sayings import (
    MANY_WORDS,
    OWN_WORDS,
    Saying,
    alike,
    beside,
    fullest,
    sayings,
    together,
)
from scripts.link.sides import kind_of
from scripts.link.values import Row, in_text
from scripts.link.voices import relation

_COMMON = 1 / 3  #: of the shorter stretch: what two parts of one sentence have in common
_KINDS = ("retold", "shared", "held", "equal")
_HELD = _KINDS.index("held")
_LEAST = 3  #: words on either side of a seam that show that a quotation runs over it


@dataclass
class _Group:
    """Sayings that are one: all like the first; `start` and `end` bound what all of them tell."""

    sayings: list[Saying]
    start: int = 0
    end: int = 0
    spoken: list[Saying] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.end = self.end or len(self.centre.wording.words)
        self.spoken = [one for one in self.sayings if one.voice.person or one.said]

    @property
    def centre(self) -> Saying:
        """The saying that all others are like."""
        return self.sayings[0]

    def suits(self, others: Iterable[Saying]) -> bool:
        """Whether nobody among the others is another person or speaks on another day."""
        return all(
            relation(one.voice, other.voice) != "apart" and one.one_day(other)
            for other in others
            if other.voice.person or other.said
            for one in self.spoken
        )

    def overlaps(self, start: int, end: int) -> bool:
        """Whether that stretch of the centre is, by a third, the one that all of them tell."""
        common = min(end, self.end) - max(start, self.start)
        return common >= _COMMON * min(end - start, self.end - self.start)

    def take(self, others: Sequence[Saying], start: int, end: int) -> None:
        """Take sayings in that tell that stretch."""
        self.sayings.extend(others)
        self.spoken.extend(one for one in others if one.voice.person or one.said)
        self.spoken = _distinct(self.spoken)
        self.start, self.end = max(start, self.start), min(end, self.end)


def _distinct(spoken: Iterable[Saying]) -> list[Saying]:
    """One saying a person and days."""
    return list({(one.voice.person, one.said): one for one in spoken}.values())


def _order(saying: Saying) -> tuple[bool, bool, bool, date, tuple[str, int, int]]:
    """Quoted before reported, uncut before cut, of known speakers and days before others."""
    return (
        not saying.direct,
        bool(saying.wording.breaks),
        not saying.voice.known,
        saying.first or date.max,
        saying.place,
    )


def _equal(found: Sequence[Saying]) -> list[_Group]:
    """Sayings in groups of equal words."""
    by_words: dict[tuple[str, ...], list[Saying]] = {}
    for saying in found:
        by_words.setdefault(saying.wording.words, []).append(saying)
    groups: list[_Group] = []
    for words in sorted(by_words):
        heads: dict[str, list[_Group]] = {}
        for saying in sorted(by_words[words], key=_order):
            # NOTE: sayings of another person never match, those of bodies and of nobody may.
            who = saying.voice.person
            near = [*heads.get(who, ()), *(heads.get("", ()) if who else ())]
            if not who and len(words) >= OWN_WORDS:
                near = [group for held in heads.values() for group in held]
            for group in near:
                if group.suits([saying]) and alike(saying, group.centre):
                    group.take([saying], 0, len(words))
                    break
            else:
                groups.append(_Group([saying]))
                heads.setdefault(who, []).append(groups[-1])
    return groups


def _rank(
    group: _Group,
) -> tuple[bool, int, tuple[bool, bool, bool, date, tuple[str, int, int]]]:
    """Quotations before reports and fragments, the fullest first."""
    size = len(group.centre.wording.words)
    return not group.centre.direct or size < OWN_WORDS, -size, _order(group.centre)


def _join(groups: Sequence[_Group]) -> list[_Group]:
    """Groups of equal words, each joined to the fullest that it is like."""
    ranked = sorted(groups, key=_rank)
    near = mates([group.centre for group in ranked])
    heads: dict[int, _Group] = {}
    for number, group in enumerate(ranked):
        found: list[tuple[tuple[int, float, int], int, tuple[int, int]]] = []
        for other in sorted(near.get(number, ())):
            head = heads.get(other)
            if head is None or not head.suits(group.sayings):
                continue
            shorter = len(group.centre.wording.words) <= len(head.centre.wording.words)
            part, whole = (group, head) if shorter else (head, group)
            like = alike(part.centre, whole.centre)
            if like is not None:
                strength = (_KINDS.index(like.kind), like.share, like.run)
                found.append((strength, other, like.whole if shorter else like.part))
        best = max((strength for strength, _, _ in found), default=None)
        first = [(other, stretch) for strength, other, stretch in found if strength == best]
        fragment = best is not None and best[0] == _HELD and best[2] < MANY_WORDS
        if (
            first
            and not (len(first) > 1 and fragment)
            and heads[first[0][0]].overlaps(*first[0][1])
        ):
            other, stretch = first[0]
            heads[other].take(group.sayings, *stretch)
        else:
            heads[number] = group
    return list(heads.values())


def _put_together(found: Sequence[Saying]) -> list[Saying]:
    """The sayings, those put together that one source parts and another prints as one.

    Pieces that stand beside each other in a source are one saying where a quotation of another
    source runs over the seam between them.
    """
    runs: list[list[Saying]] = []
    for saying in found:
        if runs and beside(runs[-1][-1].rows[-1], saying.rows[0]):
            runs[-1].append(saying)
        else:
            runs.append([saying])
    pairs = [pair for run in runs for pair in pairwise(run)]
    if not pairs:
        return list(found)
    joint = [together([*a.rows, *b.rows], (a.first, a.last)) for a, b in pairs]
    near = mates([*joint, *found], in_a_row=True)
    seams: set[tuple[str, int, int]] = set()
    for number, (one, (first, second)) in enumerate(zip(joint, pairs, strict=True)):
        for other in sorted(near.get(number, ())):
            if other >= len(joint) and _runs_over(found[other - len(joint)], one, first):
                seams.add(second.place)
                break
    merged: list[list[Saying]] = []
    for saying in found:
        if saying.place in seams:
            merged[-1].append(saying)
        else:
            merged.append([saying])
    return [
        held[0]
        if len(held) == 1
        else together([row for one in held for row in one.rows], (held[0].first, held[0].last))
        for held in merged
    ]


def _runs_over(whole: Saying, joint: Saying, first: Saying) -> bool:
    """Whether a quotation of another source holds both pieces, most of each, as one."""
    if whole.source == joint.source or not whole.direct:
        return False
    shorter = len(joint.wording.words) <= len(whole.wording.words)
    like = alike(joint, whole) if shorter else alike(whole, joint)
    if like is None or like.kind == "retold":
        return False
    start, end = like.part if shorter else like.whole
    seam, size = len(first.wording.words), len(joint.wording.words)
    return seam - start >= min(_LEAST, seam) and end - seam >= min(_LEAST, size - seam)


def document_behind(group: Iterable[Row]) -> list[str]:
    """The document that an utterance stands in, where one of its sources names it; else nothing.

    Two reporters who hear a minister are two witnesses; two papers that print a text are one.
    """
    named = {
        speaker_behind(row) or ""
        for row in group
        if kind_of(str(row.get("speaker_id") or "")) == "document"
    }
    return sorted(named)[:1]


def utterances(
    statements: Iterable[Row],
    sources: Iterable[Row],
    origin_of: Mapping[str, str],
    texts: Mapping[str, str],
) -> tuple[list[Row], list[Row]]:
    """Statements with their utterance ids, and the rows of `utterances`.

    Args:
        statements: Rows of `statements` with their ids; `_continues` is the span of the quotation
            that one goes on from, where it does.
        sources: Rows of `sources`.
        origin_of: source_id → origin (`independence.origins`).
        texts: source_id → text of the article, as offsets count in it.
    """
    held = list(sources)
    days = {
        row["source_id"]: row.get("published") or row.get("published_latest") or date.max
        for row in held
    }
    named: list[Row] = []
    found: list[Row] = []
    for joined in _join(_equal(_put_together(sayings(statements, held, texts)))):
        group = in_text(row for saying in joined.sayings for row in saying.rows)
        founder = min(
            group, key=lambda row: (days[row["source_id"]], row["source_id"], row["char_start"])
        )
        key = row_id("u", founder["statement_id"])
        speakers = {row["speaker_id"] for row in group if row.get("speaker_id")}
        told_by = sorted({row["source_id"] for row in group})
        text = document_behind(group)
        family = families({source: [origin_of[source], *text] for source in told_by})
        found.append(
            {
                "utterance_id": key,
                "speaker_id": speakers.pop() if len(speakers) == 1 else None,
                "text": fullest(joined.sayings).quote,
                "source_count": len(told_by),
                "independent_count": len(set(family.values())),
            }
        )
        named.extend({**row, "utterance_id": key} for row in group)
    return in_text(named), sorted(found, key=lambda row: str(row["utterance_id"]))
