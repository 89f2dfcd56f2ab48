"""Numbers in running text: digits, words, ranges and vague words, before anybody asks what of.

Needs no parser. What looks like a number and is none (dates, names, ordinals) is sorted out in
`not_numbers.py`, what no table of figures wants (ages, fractions) in `not_figures.py`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from scripts.find.drafts import Number, Span
from scripts.find.not_figures import counts_nothing
from scripts.find.not_numbers import is_no_quantity
from scripts.find.pieces import Piece, pieces, plain_text, scale_of
from scripts.find.shares import find_shares
from scripts.find.unit_names import currency_before, money_before, unit_behind

_JOIN = re.compile(r"( to |-to-| ?- ?| ?[–—] ?| or | and )")
_SOME = r"(?:about |around |some |roughly )?"
_BETWEEN = re.compile(rf"\bbetween {_SOME}$", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom {_SOME}$", re.IGNORECASE)
#: "from" after these spans a range; elsewhere it tells of a change and gives two numbers.
_SPANS = re.compile(
    rf"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|anything|aged?|ages) from {_SOME}$",
    re.IGNORECASE,
)


def _lead(text: str, start: int) -> tuple[int, str]:
    """Where a number's currency begins (else the number), and what stands before that."""
    sign = currency_before().search(text, max(0, start - 8), start)
    begin = sign.start() if sign else start
    return begin, text[max(0, begin - 40) : begin]


def _link(text: str, first: Piece, second: Piece) -> str:
    """What stands between two numbers, without a unit that both bear: "5% to 10%", "$5 to $7"."""
    end, start = first.end, _lead(text, second.start)[0]
    unit, other = unit_behind(text, first.end), unit_behind(text, second.end)
    if unit and other and unit[1] == other[1] and unit[0] <= start:
        end = unit[0]
    return text[end:start]


def _are_near(low: Decimal, high: Decimal, spelt: bool) -> bool:
    """Whether "or" between two numbers spans a range (two or three), and names no two choices."""
    return high <= low * (2 if spelt else Decimal("1.5"))


def _is_date_or_step(text: str, first: Piece, second: Piece, left: str, link: str) -> bool:
    """Whether "to" leads on from a year ("rose in 2018 to 3m") or a step ("by 5 to 30")."""
    if link != " to " or not first.value or not second.value:
        return False
    year = re.fullmatch(r"(?:1[89]|20)\d\d", text[first.start : first.end])
    if year and not re.fullmatch(r"(?:1[89]|20)\d\d", text[second.start : second.end]):
        return bool(re.search(r"\b(?:in|since|by|of|during|until) $", left))
    return bool(re.search(r"\bby (?:\w+ )?$", left)) and second.value > first.value * 3


def _joined(text: str, first: Piece, second: Piece) -> Piece | None:
    """Two numbers as one range, if that is what the words between them make of them."""
    link = _link(text, first, second)
    if not _JOIN.fullmatch(link) or first.value is None or second.value is None:
        return None
    begin, left = _lead(text, first.start)
    money, other = money_before(text, first.start), money_before(text, second.start)
    if money and other and money[1] != other[1]:
        return None
    between = _BETWEEN.search(left)
    if (
        ("and" in link and not between)
        or ("or" in link and between)
        or ("to" in link and _FROM.search(left) and not _SPANS.search(left))
    ):
        return None
    if _is_date_or_step(text, first, second, left, link):
        return None
    low = first.value
    if not first.scaled and second.scaled and low < 1000:
        # "two to three million"
        scaled = low * scale_of(text[second.start : second.end])
        low = scaled if scaled < second.value else low
    spelt = low != first.value or text[first.start].isalpha()
    if low >= second.value or (link == " or " and not _are_near(low, second.value, spelt)):
        return None
    start = begin - len(left) + between.start() if between else first.start
    return Piece(start, second.end, low, second.value, second.value)


def _scaled_by(text: str, first: Piece, second: Piece) -> Piece:
    """The first of "from $10 to $15 billion" with the scale that only the second bears."""
    if first.value is None or second.value is None or first.scaled or not second.scaled:
        return first
    if not (_FROM.search(_lead(text, first.start)[1]) and _link(text, first, second) == " to "):
        return first
    scaled = first.value * scale_of(text[second.start : second.end])
    near = first.value < 1000 and second.value < scaled * 10 and scaled < second.value * 10
    return replace(first, value=scaled, scaled=True) if near else first


def _number(piece: Piece) -> Number:
    def plain(value: Decimal | None) -> float | None:
        return None if value is None else float(value)

    if piece.value is None:
        return Number(Span(piece.start, piece.end), None, None, plain(piece.low), plain(piece.high))
    return Number(Span(piece.start, piece.end), plain(piece.value), plain(piece.high), None, None)


def _read(
    text: str,
    taken: Sequence[Span],
    is_none: Callable[[str, int, int, Decimal | None, Decimal | None], bool],
) -> list[Number]:
    listed = list(pieces(text))
    found: list[Number] = []
    index = 0
    while index < len(listed):
        piece = listed[index]
        index += 1
        second = listed[index] if index < len(listed) else None
        joined = _joined(text, piece, second) if second else None
        if second and not joined:
            piece = _scaled_by(text, piece, second)
        if joined and not any(Span(joined.start, joined.end).meets(span) for span in taken):
            piece = joined
            index += 1
        if any(Span(piece.start, piece.end).meets(span) for span in taken):
            continue
        if not is_none(text, piece.start, piece.end, piece.value, piece.high):
            found.append(_number(piece))
    return found


def find_numbers(text: str, taken: Sequence[Span] = ()) -> tuple[Number, ...]:
    """The numbers of a text that may be figures of an article, in order.

    Args:
        text: Any text.
        taken: Stretches of it that hold no number, such as dates and clock times.

    Returns:
        Numbers with spans into `text`. A range ("between 5 and 7", "21 to 25") is one number with
        `range_to`; vague words ("dozens") have no value, but `low` and `high`.
    """
    return tuple(_read(plain_text(text), taken, counts_nothing))


def all_numbers(text: str) -> tuple[Number, ...]:
    """Every number of a text that counts, measures or shares, ages and fractions included.

    Args:
        text: Any text.

    Returns:
        Numbers as `find_numbers` gives them, besides those that it leaves out: ages, fractions
        ("two-thirds": 0.667), shares ("one in five": 0.2), multiples ("fivefold": 5).
    """
    plain = plain_text(text)
    shares = find_shares(plain)
    spans = [share.span for share in shares]
    return tuple(sorted([*shares, *_read(plain, spans, is_no_quantity)], key=lambda n: n.span))
