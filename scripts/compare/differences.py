"""How one print of somebody's words differs from a fuller one, word by word, in plain words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scripts.compare.notes import listed, short
from scripts.link.prints import Stretch, stretches
from scripts.link.sayings import Saying
from scripts.link.wordings import Wording

_MARKS = re.compile(r"[\W_]+")
_GLUED = re.compile(r"([-‐‑]) ")
#: Differences that a note tells one by one, and of a report that shares few in a row.
_MOST, _FEW = 4, 2
_FRAGMENT = 0.5  #: of the fuller print, below which a part is told by what it has


@dataclass(frozen=True)
class Difference:
    """What a print does with the words, as a clause without its subject.

    one, many: the verb after one source and after several. what: the words, with their marks.
    """

    one: str
    many: str
    what: str = ""


_REPORTED = Difference("reports", "report", "it without quotation marks")
_RETOLD = Difference("reports", "report", "it in other words, without quotation marks")


def _quoted(words: Wording, start: int, end: int) -> str:
    printed = " ".join(filter(None, words.printed[start:end]))
    glued = _GLUED.sub(r"\1", printed.rstrip("-‐‑"))
    return f'"{short(glued)}"'


def _letters(words: Wording, start: int, end: int) -> str:
    return _MARKS.sub("", "".join(words.printed[start:end]).lower())


def _spellings(a: Wording, b: Wording, one: Stretch) -> list[Difference]:
    """Words of a stretch that are the same in another spelling."""
    if one.kind == "spelt":
        pairs = [(one.start, one.end, one.other_start, one.other_end)]
    else:
        # NOTE: the second word of a short form ("we'll") is printed with its first.
        begins = [
            n
            for n in range(one.end - one.start)
            if a.printed[one.start + n] and b.printed[one.other_start + n]
        ]
        edges = [0, *(n for n in begins if n), one.end - one.start]
        pairs = [
            (one.start + n, one.start + m, one.other_start + n, one.other_start + m)
            for n, m in pairwise(edges)
        ]
    return [
        Difference("prints", "print", f"{_quoted(a, *pair[:2])} for {_quoted(b, *pair[2:])}")
        for pair in pairs
        if _letters(a, *pair[:2]) != _letters(b, *pair[2:])
    ]


def _changed(a: Wording, b: Wording, one: Stretch, *, reported: bool) -> Difference | None:
    if reported and not any(a.stems[one.start : one.end]):
        # NOTE: who reports puts "would" for "will" and "they" for "we" as a matter of course.
        if not any(b.stems[one.other_start : one.other_end]):
            return None
        if one.other_end - one.other_start > _FEW:
            one = replace(one, end=one.start)
    mine, its = _quoted(a, one.start, one.end), _quoted(b, one.other_start, one.other_end)
    brackets = dict(a.added).get(one.start)
    if one.start == one.end and brackets is not None:
        inside = f'"[{short(brackets)}]"'
        same = _MARKS.sub("", brackets.lower()) == _letters(b, one.other_start, one.other_end)
        return Difference("puts", "put", inside if same else f"{inside} for {its}")
    if one.start == one.end:
        return Difference("leaves out", "leave out", its) if its != '""' else None
    if one.other_start == one.other_end:
        return Difference("adds", "add", mine) if mine != '""' else None
    return Difference("prints", "print", f"{mine} for {its}")


def differences(part: Saying, whole: Saying) -> tuple[Difference, ...]:
    """How a print differs from the fuller one, in the order of the words; nothing where it is it.

    Args:
        part: One source's print.
        whole: The fullest print.
    """
    a, b = part.wording, whole.wording
    found = stretches(a, b)
    reported = whole.direct and not part.direct
    told: list[Difference] = []
    for one in found:
        if one.alike:
            told.extend(_spellings(a, b, one))
        elif (changed := _changed(a, b, one, reported=reported)) is not None:
            told.append(changed)
    told.extend(
        Difference("adds", "add", f'"[{short(words)}]"')
        for place, words in a.added
        if (place, words) not in b.added
        and all(one.start != place for one in found if not one.alike)
    )
    runs = [one for one in found if one.alike]
    longest = max(runs, key=lambda one: one.end - one.start, default=None)
    spans = [one for one in found if not one.alike]
    run = longest.end - longest.start if longest else 0
    if reported and len(told) > (_MOST if run > _FRAGMENT * len(a.words) else _FEW):
        return (_RETOLD,)
    if longest is None:
        return (Difference("puts", "put", "it in other words"),)
    if len(told) > _MOST:
        common = _quoted(b, longest.other_start, longest.other_end)
        return (Difference("words", "word", f"it differently but for {common}"),)
    only_ends = all(one.start == one.end for one in spans) and len(runs) == 1
    if only_ends and spans and len(a.words) < _FRAGMENT * len(b.words):
        # NOTE: what a fragment has is shorter to tell than what it lacks.
        verb = ("reports only", "report only") if reported else ("quotes only", "quote only")
        kept = [one for one in told if one.one == "prints"]
        return (Difference(*verb, _quoted(a, 0, len(a.words))), *kept)
    return (*told, _REPORTED) if reported else tuple(told)


def told_apart(by_source: Mapping[str, Iterable[Difference]]) -> str:
    """The differences of all sources as one clause; sources that differ alike stand together.

    Args:
        by_source: source_id → how its print differs.
    """
    alike: dict[tuple[Difference, ...], list[str]] = {}
    for source in sorted(by_source):
        found = tuple(dict.fromkeys(by_source[source]))
        if found:
            alike.setdefault(found, []).append(source)
    return "; ".join(_clause(sources, found) for found, sources in alike.items())


def _clause(sources: Sequence[str], found: Sequence[Difference]) -> str:
    verbs: dict[str, list[str]] = {}
    for one in found:
        verbs.setdefault(one.one if len(sources) == 1 else one.many, []).append(one.what)
    return f"{listed(sources)} {listed([f'{verb} {listed(told)}' for verb, told in verbs.items()])}"
