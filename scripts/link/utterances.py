"""The same words across sources: quotations that are equal once case, marks and cuts are gone."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from scripts.link.ids import row_id
from scripts.link.independence import families, speaker_behind
from scripts.link.sides import kind_of
from scripts.link.values import Row, by_key, in_text
from scripts.link.words import plain

_CUT = re.compile(r"\s*(?:\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…|\.\s?\.\s?\.)\s*")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
#: Words that are somebody's own: fewer ("no comment") are the same only from the same mouth.
_OWN_WORDS = 6
_SEGMENT = 3  #: words in the least piece between two cuts that tells where a quotation comes from

Words = tuple[str, ...]


def segments(quote: str) -> tuple[Words, ...]:
    """The words of a quotation without case and marks, cut where it leaves words out."""
    pieces = (tuple(plain(word) for word in _WORD.findall(part)) for part in _CUT.split(quote))
    return tuple(piece for piece in pieces if piece)


def holds(whole: Words, pieces: Sequence[Words]) -> bool:
    """Whether all pieces stand in the whole, in order, without overlap."""
    at = 0
    for piece in pieces:
        last = len(whole) - len(piece)
        while at <= last and whole[at : at + len(piece)] != piece:
            at += 1
        if at > last:
            return False
        at += len(piece)
    return True


def _speaker(statement: Row) -> str:
    return str(statement.get("speaker_id") or statement.get("speaker") or "")


def _may_be_one(a: Row, b: Row, length: int) -> bool:
    """Whether two sayings of the same words may be one: short words need the same speaker.

    Of long words a paper may name the body, its document or its head; but two named persons who
    say the same are two.
    """
    first, second = _speaker(a), _speaker(b)
    if first == second:
        return bool(first) or length >= _OWN_WORDS
    persons = first.startswith("person-") and second.startswith("person-")
    return length >= _OWN_WORDS and not persons


class _Groups:
    """Union of row numbers, each group under its least."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))

    def root(self, at: int) -> int:
        while self.parent[at] != at:
            self.parent[at] = self.parent[self.parent[at]]
            at = self.parent[at]
        return at

    def join(self, a: int, b: int) -> None:
        first, second = sorted((self.root(a), self.root(b)))
        self.parent[second] = first


def _join_equal(rows: Sequence[Row], said: Sequence[tuple[Words, ...]], groups: _Groups) -> None:
    equal: dict[Words, list[int]] = {}
    for number, pieces in enumerate(said):
        equal.setdefault(sum(pieces, ()), []).append(number)
    for words, numbers in equal.items():
        heads: list[int] = []
        for number in numbers:
            for head in heads:
                if words and _may_be_one(rows[head], rows[number], len(words)):
                    groups.join(head, number)
                    break
            else:
                heads.append(number)


def _join_cut(rows: Sequence[Row], said: Sequence[tuple[Words, ...]], groups: _Groups) -> None:
    """Join a quotation with cuts to the one fuller form that holds all its pieces in order."""
    starts: dict[Words, list[int]] = {}
    for number, pieces in enumerate(said):
        whole: Words = sum(pieces, ())
        for at in range(len(whole) - _SEGMENT + 1):
            starts.setdefault(whole[at : at + _SEGMENT], []).append(number)
    for number, pieces in enumerate(said):
        length = sum(map(len, pieces))
        if len(pieces) < 2 or length < _OWN_WORDS or len(pieces[0]) < _SEGMENT:
            continue
        fuller = {
            groups.root(other)
            for other in starts.get(pieces[0][:_SEGMENT], ())
            if groups.root(other) != groups.root(number)
            and sum(map(len, said[other])) > length
            and holds(sum(said[other], ()), pieces)
            and _may_be_one(rows[other], rows[number], length)
        }
        if len(fuller) == 1:
            groups.join(fuller.pop(), number)


def _join_continued(rows: Sequence[Row], groups: _Groups) -> None:
    places = {
        (row["source_id"], row["char_start"], row["char_end"]): n for n, row in enumerate(rows)
    }
    for number, row in enumerate(rows):
        before = row.get("_continues")
        if before is None:
            continue
        start, end = (before.start, before.end) if hasattr(before, "start") else before
        other = places.get((row["source_id"], start, end))
        if other is not None:
            groups.join(other, number)


def _fullest(group: Sequence[Row]) -> str:
    """The longest quoted form; a quotation over several paragraphs of a source is put together."""
    direct = [row for row in group if row["kind"] == "direct"] or list(group)
    forms = []
    for held in by_key(in_text(direct), "source_id").values():
        first = held[0]
        pieces = [first["quote"]]
        pieces.extend(row["quote"] for row in held[1:] if row.get("_continues") is not None)
        forms.append(" ".join(pieces))
        forms.extend(row["quote"] for row in held)
    return max(sorted(forms), key=len)


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
    statements: Iterable[Row], sources: Iterable[Row], origin_of: Mapping[str, str]
) -> tuple[list[Row], list[Row]]:
    """Statements with their utterance ids, and the rows of `utterances`.

    Args:
        statements: Rows of `statements` with their ids; `_continues` is the span of the quotation
            that one goes on from, where it does.
        sources: Rows of `sources`.
        origin_of: source_id → origin (`independence.origins`).
    """
    rows = in_text(statements)
    said = [segments(row["quote"]) for row in rows]
    groups = _Groups(len(rows))
    _join_equal(rows, said, groups)
    _join_cut(rows, said, groups)
    _join_continued(rows, groups)
    days = {
        row["source_id"]: row.get("published") or row.get("published_latest") or date.max
        for row in sources
    }
    members: dict[int, list[Row]] = {}
    for number, row in enumerate(rows):
        members.setdefault(groups.root(number), []).append(row)
    named: list[Row] = []
    found: list[Row] = []
    for group in members.values():
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
                "text": _fullest(group),
                "source_count": len(told_by),
                "independent_count": len(set(family.values())),
            }
        )
        named.extend({**row, "utterance_id": key} for row in group)
    return in_text(named), sorted(found, key=lambda row: str(row["utterance_id"]))
