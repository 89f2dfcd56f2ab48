"""How two wordings are alike: the same, one held in the other, mostly the same, or retold."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import JaroWinkler

from scripts.find.gazetteer import names as known_names
from scripts.lexicon import rows as lexicon
from scripts.link.wordings import Wording, negations, plain_words, pointers, stem

SHINGLE = 5  #: words in a row that two sentences do not share by chance
_RUN = 12  #: identical words in a row that are enough by themselves
_SHARE = 0.6  #: of the shorter one's shingles
_RETOLD = 0.65  #: of the words that carry meaning
_POSSIBLE = 0.4  #: of them, before what only explains a pronoun is set aside
_LEAST_RETOLD = 4  #: of these words
_SPELT = 0.84  #: likeness from which two capitalised words are one name in two spellings
_SHORT = 3  #: a "not" in a longer stretch that one leaves out belongs to that stretch


@dataclass(frozen=True)
class Stretch:
    """Words of one wording beside those of another.

    kind: same (in one spelling) | spelt (one name, or one word parted) | other. Places are those
    of `Wording.words`, end exclusive.
    """

    kind: str
    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def alike(self) -> bool:
        """Whether both say the same here."""
        return self.kind != "other"


@dataclass(frozen=True)
class Likeness:
    """How a wording is like a fuller one.

    kind: equal | held (all of it stands in the fuller one, cuts apart) | shared (most of it, or
    many words in a row) | retold (the words that carry meaning). size: words they share, of a
    retelling those that carry meaning. share: of the shorter one. run: most words in a row.
    part: the stretch of the shorter one. whole: that of the fuller one. differs: "number" or
    "negation" where nothing else differs but that.
    """

    kind: str
    size: int
    share: float
    run: int
    part: tuple[int, int]
    whole: tuple[int, int]
    differs: str = ""


def stretches(a: Wording, b: Wording) -> tuple[Stretch, ...]:
    """Both wordings side by side, in order, from end to end."""
    found: list[Stretch] = []
    matcher = SequenceMatcher(None, a.words, b.words, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        kind = "same" if tag == "equal" else "other"
        if tag == "replace" and _spelt_alike(a, b, (start, end), (other_start, other_end)):
            kind = "spelt"
        found.append(Stretch(kind, start, end, other_start, other_end))
    return tuple(found)


def _spelt_alike(a: Wording, b: Wording, of_a: tuple[int, int], of_b: tuple[int, int]) -> bool:
    first, second = a.words[slice(*of_a)], b.words[slice(*of_b)]
    if "".join(first) == "".join(second):
        return True
    named = set(range(*of_a)) <= a.names and set(range(*of_b)) <= b.names
    return (
        named
        and len(first) == len(second)
        and all(one_name(x, y) for x, y in zip(first, second, strict=True))
    )


def one_name(a: str, b: str) -> bool:
    """Whether two names in lower case are one in two spellings, as far as letters tell.

    Names that the gazetteer knows are one only if it says so: Niger is not Nigeria.
    """
    known = known_names().get(a.title()), known_names().get(b.title())
    if a != b and known[0] and known[1]:
        return (known[0].kind, known[0].code, known[0].country) == (
            known[1].kind,
            known[1].code,
            known[1].country,
        )
    return a == b or (
        min(len(a), len(b)) > 3
        and a[-1:] not in "0123456789"
        and JaroWinkler.similarity(a, b, prefix_weight=0) >= _SPELT
    )


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = [
        (_root(*plain_words(row["one"])), _root(*plain_words(row["other"])))
        for row in lexicon("opposites")
    ]
    return frozenset(pairs) | frozenset((b, a) for a, b in pairs)


def _root(word: str) -> str:
    return stem(word) or word


def _opposed(a: Sequence[str], b: Sequence[str]) -> bool:
    return any((_root(one), _root(other)) in _opposites() for one in a for other in b)


def held_at(part: Wording, whole: Wording) -> tuple[int, int] | None:
    """The stretch of the whole in which all of the part stands, its cuts apart; else None."""
    words = whole.words
    begin, at = -1, 0
    for piece in part.segments():
        last = len(words) - len(piece)
        while at <= last and words[at : at + len(piece)] != piece:
            at += 1
        if at > last:
            return None
        begin = at if begin < 0 else begin
        at += len(piece)
    return (begin, at) if begin >= 0 else None


def _inner(found: Sequence[Stretch]) -> Sequence[Stretch]:
    """The stretches from the first that both share to the last, by more than a mere "the"."""
    differing = sum(max(x.end - x.start, x.other_end - x.other_start) for x in found if not x.alike)
    least = 1 if differing <= _SHORT else _SHORT
    same = [n for n, one in enumerate(found) if one.alike and one.end - one.start >= least]
    return found[same[0] : same[-1] + 1] if same else ()


def _differs(a: Wording, b: Wording, inner: Sequence[Stretch]) -> set[str]:
    """In what the stretches differ that makes another sentence of it."""
    found: set[str] = set()
    for one in inner:
        if one.alike:
            continue
        mine, its = a.words[one.start : one.end], b.words[one.other_start : one.other_end]
        numbers = {a.words[at] for at in range(one.start, one.end) if at in a.numbers}
        others = {b.words[at] for at in range(one.other_start, one.other_end) if at in b.numbers}
        if numbers and others and not (numbers <= others or others <= numbers):
            found.add("number")
        nots = sum(word in negations() for word in mine), sum(word in negations() for word in its)
        if max(len(mine), len(its)) <= _SHORT and nots[0] != nots[1]:
            found.add("negation")
        names = {a.words[at] for at in range(one.start, one.end) if at in a.names}
        named = {b.words[at] for at in range(one.other_start, one.other_end) if at in b.names}
        if names and named and not any(one_name(x, y) for x in names for y in named):
            found.add("name")
        if _opposed(mine, its):
            found.add("opposite")
    return found


def _runs(found: Sequence[Stretch]) -> list[int]:
    runs, size = [], 0
    for one in found:
        if one.alike:
            size += one.end - one.start
        else:
            runs.append(size)
            size = 0
    return [run for run in (*runs, size) if run]


def _shared(a: Wording, b: Wording) -> Likeness | None:
    """Most of the shorter one's shingles, or many words in a row."""
    found = stretches(a, b)
    inner = _inner(found)
    if not inner:
        return None
    runs = _runs(found)
    size, run = sum(runs), max(runs)
    shorter = min(len(a.words), len(b.words))
    share = sum(max(0, one - SHINGLE + 1) for one in runs) / max(1, shorter - SHINGLE + 1)
    differs = _differs(a, b, inner)
    part = inner[0].start, inner[-1].end
    stretch = inner[0].other_start, inner[-1].other_end
    if not differs:
        if run < _RUN and (share < _SHARE or run < SHINGLE):
            return None
        return Likeness("shared", size, size / shorter, run, part, stretch)
    # NOTE: a number parts the shingles, so that words alone tell whether all else is the same.
    rest = sum(one.end - one.start for one in inner if not one.alike)
    others = sum(one.other_end - one.other_start for one in inner if not one.alike)
    whole = size + rest >= len(a.words) or size + others >= len(b.words)
    if len(differs) > 1 or not differs <= {"number", "negation"} or not whole:
        return None
    if max(rest, others) > _SHORT or size < SHINGLE:
        return None
    return Likeness("shared", size, size / shorter, run, part, stretch, differs.pop())


def _explained(a: Wording, b: Wording) -> tuple[frozenset[int], frozenset[int]]:
    """Places of the words of each that stand where the other has a mere "it" or "they"."""
    shared = a.meaning & b.meaning
    mine = [at for at, one in enumerate(a.stems) if one in shared]
    its = [at for at, one in enumerate(b.stems) if one in shared]
    matcher = SequenceMatcher(
        None, [a.stems[at] for at in mine], [b.stems[at] for at in its], autojunk=False
    )
    both = [
        (mine[block.a + n], its[block.b + n])
        for block in matcher.get_matching_blocks()
        for n in range(block.size)
    ]
    of_a: set[int] = set()
    of_b: set[int] = set()
    for (start, other_start), (end, other_end) in pairwise(both):
        if _points(b, other_start + 1, other_end):
            of_a |= set(range(start + 1, end))
        if _points(a, start + 1, end):
            of_b |= set(range(other_start + 1, other_end))
    return frozenset(of_a), frozenset(of_b)


def _points(words: Wording, start: int, end: int) -> bool:
    """Whether words only point back at somebody or something."""
    pointing = any(word in pointers() for word in words.words[start:end])
    return pointing and not any(words.stems[start:end])


def _retold(a: Wording, b: Wording, known: frozenset[str]) -> Likeness | None:
    """The words that carry meaning, in much the same order; `known` are those of the speaker."""
    least = min(len(a.meaning), len(b.meaning))
    if len(a.meaning & b.meaning) < max(_LEAST_RETOLD, _POSSIBLE * least):
        return None
    of_a, of_b = _explained(a, b)
    mine = [one for at, one in enumerate(a.stems) if one and one not in known and at not in of_a]
    its = [one for at, one in enumerate(b.stems) if one and one not in known and at not in of_b]
    shared = set(mine) & set(its)
    least = min(len(set(mine)), len(set(its)))
    if len(shared) < _LEAST_RETOLD or len(shared) < _RETOLD * least:
        return None
    matcher = SequenceMatcher(
        None, [x for x in mine if x in shared], [x for x in its if x in shared], autojunk=False
    )
    if sum(block.size for block in matcher.get_matching_blocks()) < _SHARE * len(shared):
        return None
    places = [at for at, one in enumerate(b.stems) if one in shared]
    start, end = places[0], places[-1] + 1
    theirs = [at for at, one in enumerate(a.stems) if one in shared]
    first, last = theirs[0], theirs[-1] + 1
    if end - start > 2.5 * len(a.words) or last - first > 2.5 * len(b.words):
        return None
    inside = b.words[max(0, start - _SHORT) : end]
    within = a.words[max(0, first - _SHORT) : last]
    if any(x in negations() for x in within) != any(x in negations() for x in inside):
        return None
    numbers = {b.words[at] for at in b.numbers}
    if not {a.words[at] for at in a.numbers - of_a} <= numbers:
        return None
    if _opposed([x for x in mine if x not in shared], [x for x in its if x not in shared]):
        return None
    found = stretches(a, b)
    short = [x for x in found if max(x.end - x.start, x.other_end - x.other_start) <= _SHORT]
    if _differs(a, b, short) & {"opposite", "name"}:
        return None
    runs = _runs(found)
    share, run = len(shared) / least, max(runs, default=0)
    return Likeness("retold", len(shared), share, run, (first, last), (start, end))


def likeness(a: Wording, b: Wording, known: frozenset[str] | None = None) -> Likeness | None:
    """How a wording is like another that is as long or longer; None where they are two.

    Args:
        a: The shorter one.
        b: The fuller one.
        known: Stems of the speaker's own names, which a report puts where the speaker says "we";
            None if neither can be a report of the other.
    """
    size = len(a.words)
    if not size or not b.words:
        return None
    if a.words == b.words:
        return Likeness("equal", size, 1.0, size, (0, size), (0, size))
    held = held_at(a, b)
    if held is not None:
        run = max(map(len, a.segments()))
        return Likeness("held", size, 1.0, run, (0, size), held)
    common = len(a.vocabulary & b.vocabulary)
    found = _shared(a, b) if common >= min(_SHARE * len(a.vocabulary), _RUN / 2) else None
    return _retold(a, b, known) if found is None and known is not None else found
