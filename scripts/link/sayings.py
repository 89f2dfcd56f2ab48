"""What one source prints of one speaker's words, and whether two such sayings may be one."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from scripts.link.prints import SHINGLE, Likeness, likeness
from scripts.link.values import Row, in_text
from scripts.link.voices import Voice, relation, voice
from scripts.link.wordings import Wording, put_together, wording

#: Words that are somebody's own: fewer ("no comment") are the same only from the same mouth.
OWN_WORDS = 6
#: Words that nobody says twice by chance.
MANY_WORDS = 12
#: Characters between two pieces of one quotation that only the attribution parts.
_NEAR = 240
#: Days between two publications of one saying, by how sure the words are.
_SAME_DAYS, _FORMULA, _NEWS, _LIKELY, _LATER, _EVER = 1, 7, 14, 30, 366, 40_000
#: The end of a sentence, no full stop of a short title ("Mr.", "Gen.").
_STOP = re.compile(r"(?<![A-Z])(?<![A-Z][a-z])(?<![A-Z][a-z]{2})[.!?]\s")
_NEARLY_ALL = 0.8  #: of the words that carry meaning
_MEANING = 2  #: words that carry meaning in the least fragment that tells where it comes from


@dataclass(frozen=True)
class Saying:
    """One or more statements of one source that are one saying, in order.

    first, last: the days on which the source may have been published, None if unknown.
    said: the days on which the article says it was said.
    """

    rows: tuple[Row, ...]
    wording: Wording
    voice: Voice
    first: date | None
    last: date | None

    @property
    def source(self) -> str:
        """The source that prints it."""
        return str(self.rows[0]["source_id"])

    @cached_property
    def quote(self) -> str:
        """The words as printed, pieces put together."""
        return " ".join(str(row["quote"]) for row in self.rows)

    @cached_property
    def direct(self) -> bool:
        """Whether any of it is quoted word for word."""
        return any(row["kind"] == "direct" for row in self.rows)

    @cached_property
    def said(self) -> frozenset[date]:
        """The days on which it was said, as far as the article tells."""
        who = _spoken(self.rows).get("speaker_id")
        rows = (row for row in self.rows if row.get("speaker_id") == who)
        return frozenset(row["said_date"] for row in rows if row.get("said_date"))

    def one_day(self, other: "Saying") -> bool:
        """Whether both may have been said on one day, give or take the time zone."""
        if not self.said or not other.said:
            return True
        return any(abs(a - b) <= timedelta(days=1) for a in self.said for b in other.said)

    @cached_property
    def place(self) -> tuple[str, int, int]:
        """Source and place in its text; no two sayings share it."""
        return self.source, self.rows[0]["char_start"], self.rows[0]["char_end"]


def _span(continued: object) -> tuple[int, int]:
    if isinstance(continued, tuple):
        return continued[0], continued[1]
    return continued.start, continued.end  # type: ignore[attr-defined]


def _goes_on(before: Row, row: Row, texts: Mapping[str, str]) -> bool:
    """Whether a quotation goes on with this one: over paragraphs, or parted by "he said"."""
    if before["source_id"] != row["source_id"]:
        return False
    if row.get("_continues") is not None:
        return _span(row["_continues"]) == (before["char_start"], before["char_end"])
    if not beside(before, row):
        return False
    between = texts[row["source_id"]][before["char_end"] : row["char_start"]]
    if "\n" in between or _STOP.search(between):
        return False
    open_ended = str(before["quote"]).rstrip(" ”\"'").endswith(",")
    return open_ended and str(row["quote"]).lstrip("[ …")[:1].islower()


def beside(before: Row, row: Row) -> bool:
    """Whether two quotations of one source and one speaker stand beside each other."""
    return (
        before["source_id"] == row["source_id"]
        and before["kind"] == row["kind"] == "direct"
        and 0 < row["char_start"] - before["char_end"] <= _NEAR
        and bool(before.get("speaker"))
        and (before.get("speaker_id"), before.get("speaker"))
        == (row.get("speaker_id"), row.get("speaker"))
    )


def together(rows: Sequence[Row], days: tuple[date | None, date | None]) -> Saying:
    """Statements of one source as one saying."""
    return Saying(
        tuple(rows),
        put_together(tuple(wording(row["quote"]) for row in rows)),
        voice(_spoken(rows)),
        *days,
    )


def _spoken(rows: Sequence[Row]) -> Row:
    """The statement that tells best who speaks: a later paragraph may name the speaker."""
    return next((row for row in rows if row.get("speaker_id")), rows[0])


def sayings(
    statements: Iterable[Row], sources: Iterable[Row], texts: Mapping[str, str]
) -> list[Saying]:
    """Statements → sayings, in the order of their text."""
    days = {
        row["source_id"]: (
            row.get("published") or row.get("published_earliest"),
            row.get("published") or row.get("published_latest"),
        )
        for row in sources
    }
    groups: list[list[Row]] = []
    for row in in_text(statements):
        if groups and any(_goes_on(before, row, texts) for before in groups[-1]):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [together(group, days[group[0]["source_id"]]) for group in groups]


def of_utterance(statements: Iterable[Row]) -> list[Saying]:
    """The sayings that an utterance is made of, from its statements."""
    groups: list[list[Row]] = []
    for row in in_text(statements):
        last = groups[-1][-1] if groups else None
        if last is not None and (beside(last, row) or _goes_on(last, row, {})):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [together(group, (None, None)) for group in groups]


def fullest(found: Iterable[Saying]) -> Saying:
    """The longest quoted form, without an editor's brackets, as most print it; else reported."""
    held = sorted(found, key=lambda one: one.place)
    often = Counter(one.quote for one in held)
    return max(
        held,
        key=lambda one: (
            one.direct,
            len(one.wording.words),
            not one.wording.added,
            often[one.quote],
        ),
    )


def days_between(a: Saying, b: Saying) -> int | None:
    """Days between two publications at least; None where one of them is unknown.

    What both articles say was said on one day is of one day, whenever they came out.
    """
    if a.said and b.said and a.one_day(b):
        return 0
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return None
    return max(0, (b.first - a.last).days, (a.first - b.last).days)


def _meaning(saying: Saying) -> int:
    return len({one for one in saying.wording.stems if one})


def alike(part: Saying, whole: Saying) -> Likeness | None:
    """How one saying is like another that is as long or longer; None where they are two sayings.

    Few words need one speaker and one week; long ones may be told of a body, its document or its
    head, and long after.
    """
    how = relation(part.voice, whole.voice)
    if how == "apart" or not part.one_day(whole):
        return None
    may_retell = (
        how in {"same", "open"} and part.source != whole.source and (part.direct or whole.direct)
    )
    known = part.voice.named | whole.voice.named if may_retell else None
    found = likeness(part.wording, whole.wording, known)
    if found is None:
        return None
    gap = days_between(part, whole)
    limit = _limit(part, whole, found, how, sure=gap is not None)
    return found if limit is not None and (gap or 0) <= limit else None


def _limit(part: Saying, whole: Saying, found: Likeness, how: str, *, sure: bool) -> int | None:
    """The days that may lie between the two; None where they are two sayings all the same.

    Args:
        part: The shorter one.
        whole: The fuller one.
        found: How the words are alike.
        how: How the speakers stand to each other.
        sure: Whether the days of both are known.
    """
    quoted = part.direct and whole.direct
    long = found.run >= MANY_WORDS
    if found.differs:
        return _SAME_DAYS if quoted and how == "same" and sure else None
    if found.kind == "equal":
        if found.size < OWN_WORDS:
            return _FORMULA if how == "same" else None
        if not long:
            return _LIKELY if how in {"same", "open"} else None
        return _EVER if how == "same" and quoted else _LATER
    if how == "other":
        return None
    if found.kind == "held":
        if found.size < OWN_WORDS:
            told = part.direct and part.source != whole.source and _meaning(part) >= _MEANING
            return _FORMULA if how == "same" and told and sure else None
        if not long:
            return _NEWS
        return _EVER if how == "same" and quoted else _LATER
    if part.source == whole.source:
        return None
    if found.kind == "shared":
        if not (part.direct or whole.direct):
            return _NEWS if how == "same" and found.share >= 0.6 else None
        if long:
            return _LATER if quoted else _NEWS
        return _FORMULA if how == "same" else None
    if how == "open":
        told = found.share >= _NEARLY_ALL and found.size >= OWN_WORDS
        return _SAME_DAYS if told and sure and part.direct != whole.direct else None
    if how != "same" or not _is_retold(part, whole, found, sure=sure):
        return None
    return _NEWS if quoted or part.voice.text or whole.voice.text else _FORMULA


def _is_retold(part: Saying, whole: Saying, found: Likeness, *, sure: bool) -> bool:
    """Whether a report gives the words that another quotes, and not only their subject."""
    if part.direct and whole.direct:
        return found.run >= SHINGLE and found.size >= OWN_WORDS
    if not (part.direct or whole.direct):
        return False
    if found.size > SHINGLE or (found.size == SHINGLE and sure):
        return True
    one = bool(part.voice.person) and part.voice.person == whole.voice.person
    return one and sure and found.share >= _NEARLY_ALL
