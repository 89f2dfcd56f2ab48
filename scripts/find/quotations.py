"""Pair quotation marks, paragraph by paragraph, from their shape and what stands beside them.

Mark by mark: a mark opens where space stands before it and a word behind it, and closes the other
way round; where neither shape is clear, it closes what stands open. Apostrophes never count.
"""

import re
from dataclasses import dataclass, replace

from scripts.find.drafts import Span

#: An inner pair of straight marks longer than this is not nested: the outer pair is broken.
NESTED_WORDS = 12

_DOUBLE = re.compile(r"[\"“”„«»＂]")
_SINGLE = re.compile(r"['‘’‚]")
_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_FAMILY = {"“": "curly", "”": "curly", "„": "curly", "«": "guillemets", "»": "guillemets"}
_OPENS_BY_NATURE = "“„«"
_BEFORE_OPENING = " \t\n\u00a0\u202f([{—–-/:;" + "“„«\"'‘"
_LEFT_OUT = re.compile(r"[\s=+@-]+")


@dataclass(frozen=True)
class Quotation:
    """A stretch between quotation marks.

    span: the words between the marks, white space at the ends left out. outer: with its marks.
    kind: straight | curly | guillemets | single. closed: whether a closing mark was found.
    continues: span of the quotation in the paragraph before, of which this is the rest.
    """

    span: Span
    outer: Span
    kind: str
    closed: bool = True
    continues: Span | None = None


@dataclass(frozen=True, order=True)
class Unpaired:
    """A quotation mark without its partner: where it stands in the text."""

    offset: int
    mark: str


@dataclass(frozen=True)
class _Mark:
    at: int
    char: str
    kind: str
    shape: str  #: open | close | either


def paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The paragraphs of `text[start:end]`: what blank lines part, white space left out."""
    found = []
    at = start
    for match in [*_BREAK.finditer(text, start, end), None]:
        stop = match.start() if match else end
        if text[at:stop].strip():
            found.append((at, stop))
        at = match.end() if match else end
    return found


def find_quotations(
    text: str, start: int, end: int
) -> tuple[tuple[Quotation, ...], tuple[Unpaired, ...]]:
    """The outermost quotations of `text[start:end]` and the marks that found no partner.

    An opening mark at the start of a paragraph that is not closed is no error where the next
    paragraph opens again: that quotation goes on, and the next one `continues` it. Any other
    unclosed quotation ends with its paragraph and its mark is reported.
    """
    return pair_paragraphs(text, paragraphs(text, start, end))


def pair_paragraphs(
    text: str, pieces: list[tuple[int, int]]
) -> tuple[tuple[Quotation, ...], tuple[Unpaired, ...]]:
    """As `find_quotations`, over paragraphs that follow each other, given as (start, end)."""
    quotations: list[Quotation] = []
    unpaired: list[Unpaired] = []
    running: Span | None = None
    for index, (start, end) in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        reopened = following is not None and _opens_with_mark(text, *following)
        found, missing, goes_on = _paragraph(text, start, end, reopened)
        if running is not None and found and _opens_with_mark(text, start, end):
            found[0] = replace(found[0], continues=running)
        running = found[-1].span if goes_on and found else None
        quotations.extend(found)
        unpaired.extend(missing)
    return tuple(quotations), tuple(sorted(unpaired))


def _opens_with_mark(text: str, start: int, end: int) -> bool:
    match = re.compile(r"[\s(\[]*").match(text, start, end)
    at = match.end() if match else start
    return at + 1 < end and bool(_DOUBLE.match(text, at)) and not text[at + 1].isspace()


def _shape(text: str, at: int, start: int, end: int) -> str:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    loose = before in _BEFORE_OPENING
    if loose and not after.isspace() and after not in ".,;:!?)]}":
        return "open"
    if not before.isspace() and (after.isspace() or after in ".,;:!?…)]}—–-\"'”’»"):
        return "close"
    return "either"


def _mark(text: str, at: int, start: int, end: int) -> _Mark:
    char = text[at]
    kind = _FAMILY.get(char, "straight")
    shape = _shape(text, at, start, end)
    if kind != "straight":
        nature = "open" if char in _OPENS_BY_NATURE else "close"
        # NOTE: many houses set „ “ or » «, so a clear place in the line beats the mark's nature.
        dashed = at > start and text[at - 1] in "—–-:;/"
        shape = nature if shape == "either" or dashed or char == "„" else shape
    return _Mark(at, char, kind, shape)


def _partner(stack: list[_Mark], kind: str) -> int | None:
    """Index of the open mark that a closing mark of some kind belongs to."""
    for index in range(len(stack) - 1, -1, -1):
        if stack[index].kind == kind:
            return index
    mixed = {"straight", "curly"}
    if stack and {stack[-1].kind, kind} <= mixed:
        return len(stack) - 1
    return None


def _paragraph(
    text: str, start: int, end: int, reopened: bool
) -> tuple[list[Quotation], list[Unpaired], bool]:
    stack: list[_Mark] = []
    pairs: list[tuple[_Mark, int]] = []
    missing: list[Unpaired] = []
    for match in _DOUBLE.finditer(text, start, end):
        mark = _mark(text, match.start(), start, end)
        partner = _partner(stack, mark.kind)
        opens = mark.shape == "open" or (mark.shape == "either" and partner is None)
        if opens:
            stack.append(mark)
        elif partner is None:
            if not text[mark.at - 1 : mark.at].isdigit():  # inches and seconds
                missing.append(Unpaired(mark.at, mark.char))
        else:
            missing.extend(Unpaired(lost.at, lost.char) for lost in stack[partner + 1 :])
            pairs.append((stack[partner], mark.at))
            del stack[partner:]
    goes_on = bool(stack) and reopened and not text[start : stack[0].at].strip(" \t\n([")
    if goes_on:
        pairs = [(first, last) for first, last in pairs if last < stack[0].at]
    found = [_quotation(text, first, Span(first.at, last + 1)) for first, last in pairs]
    kept, broken = _outermost(text, found)
    missing.extend(broken)
    if goes_on:
        kept.append(replace(_quotation(text, stack[0], Span(stack[0].at, end)), closed=False))
    else:
        missing.extend(Unpaired(mark.at, mark.char) for mark in stack)
        # An open mark with others behind it may close anywhere: its words are not known.
        if stack and not any(quote.outer.start > stack[-1].at for quote in kept):
            kept.append(replace(_quotation(text, stack[-1], Span(stack[-1].at, end)), closed=False))
    kept = [quote for quote in kept if quote.span.start < quote.span.end]
    singles = _singles(text, start, end, kept)
    inner = [quote for quote in kept if not any(s.outer.covers(quote.outer) for s in singles)]
    return sorted([*inner, *singles], key=lambda quote: quote.span), missing, goes_on


def _quotation(text: str, first: _Mark, outer: Span) -> Quotation:
    last = (
        outer.end - 1 if outer.end - 1 > first.at and _DOUBLE.match(text, outer.end - 1) else None
    )
    return Quotation(
        trimmed(text, first.at + 1, outer.end if last is None else last), outer, first.kind
    )


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends and without a leading = + - @."""
    match = _LEFT_OUT.match(text, start, end)
    start = match.end() if match else start
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _outermost(text: str, found: list[Quotation]) -> tuple[list[Quotation], list[Unpaired]]:
    """Pairs that stand in no other; an outer pair of straight marks over a long one falls."""
    kept: list[Quotation] = []
    broken: list[Unpaired] = []
    for quote in sorted(found, key=lambda quote: (quote.outer.start, -quote.outer.end)):
        if not kept or quote.outer.start >= kept[-1].outer.end:
            kept.append(quote)
            continue
        outer = kept[-1]
        long = len(quote.span.of(text).split()) > NESTED_WORDS
        if long and outer.kind == quote.kind == "straight":
            kept[-1] = quote
            broken.append(Unpaired(outer.outer.start, text[outer.outer.start]))
            broken.append(Unpaired(outer.outer.end - 1, text[outer.outer.end - 1]))
    return kept, broken


def _singles(text: str, start: int, end: int, doubles: list[Quotation]) -> list[Quotation]:
    """Stretches between single marks that are clearly no apostrophes, outside the doubles."""
    found: list[Quotation] = []
    marks = [match.start() for match in _SINGLE.finditer(text, start, end)]
    opening = [at for at in marks if _opens_single(text, at, start, end)]
    covered = 0
    for index, at in enumerate(opening):
        limit = opening[index + 1] if index + 1 < len(opening) else end
        last = (
            _closing_single(text, [m for m in marks if at < m < limit], end)
            if at >= covered
            else None
        )
        if last is None:
            continue
        outer = Span(at, last + 1)
        clash = any(quote.outer.meets(outer) and not outer.covers(quote.outer) for quote in doubles)
        span = trimmed(text, at + 1, last)
        if not clash and span.end - span.start > 1:  # rock 'n' roll
            found.append(Quotation(span, outer, "single"))
            covered = outer.end
    return found


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    # NOTE: a digit or a small letter behind ’ is a shortened word: ’90s, ’em, 'tis.
    if text[at] in "’'" and (
        after.isdigit() or re.match(r"(?:em|til|tis|twas|cause)\b", text[at + 1 : at + 8])
    ):
        return False
    return (
        text[at] != "’"
        and before in _BEFORE_OPENING
        and not after.isspace()
        and after not in ".,;:)"
    )


def _closing_single(text: str, marks: list[int], end: int) -> int | None:
    """The first mark that closes: best behind punctuation, next not behind an s (possessives)."""
    free = [
        at
        for at in marks
        if text[at] in "’'"
        and not text[at - 1].isspace()
        and not text[at + 1 : min(at + 2, end)].isalnum()
    ]
    for wanted in (".,!?…", None):
        for at in free:
            if (wanted and text[at - 1] in wanted) or (not wanted and text[at - 1] not in "sS"):
                return at
    return free[0] if free else None
