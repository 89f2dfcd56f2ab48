"""Numbers in running text: digits, words, ranges and vague words, before anybody asks what of.

Needs no parser. What looks like a number and counts nothing (dates, ages, names, ordinals) is
sorted out in `not_numbers.py`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from text_to_num import text2num

from scripts.find.drafts import Number, Span
from scripts.find.not_numbers import counts_nothing
from scripts.lexicon import rows

#: Marks and spaces that print alike, one character for one.
PLAIN = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‘": "'", "‑": "-", "−": "-"}
)
_HALVES = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_MONEY_BEFORE = re.compile(r"[$€£¥₽₴₼֏₹₪₺]\s?$")


@dataclass(frozen=True)
class _Piece:
    """One number of what may be a range. scaled: it has its own million, hundred and so on."""

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    scaled: bool = False


@cache
def _kind(kind: str) -> dict[str, Decimal]:
    return {
        row["word"]: Decimal(row["value"] or 0) for row in rows("numbers") if row["kind"] == kind
    }


@cache
def _limits(kind: str) -> dict[str, tuple[Decimal, Decimal]]:
    return {
        row["word"]: (Decimal(row["low"]), Decimal(row["high"]))
        for row in rows("numbers")
        if row["kind"] == kind
    }


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Digits, vague words, fractions of a magnitude, word runs: tried in this order."""
    large = _either(_kind("magnitude"))
    small = _either(_kind("small"))
    vague = _either(_limits("vague"))
    few = _either(_limits("multiplier"))
    half = r"(?P<half>[ -]and[ -]a[ -](?:half|quarter))"
    suffix = _either(_kind("suffix"))
    money = _either(_kind("money_suffix"))
    digits = (
        r"(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|\d+(?:\.\d+)?)"
        rf"(?P<vulgar>[½¼¾])?{half}?(?:[ -](?P<large>{large})s?\b{half.replace('half>', 'after>')}?"
        rf"|[ ]?(?P<suffix>{suffix})\b|[ ]?(?P<money>{money})\b)?"
    )
    plural = (
        rf"\b(?P<vague>{vague})\b(?:(?: or|,? and)(?: even| possibly| perhaps)? (?P<or>{vague})\b)?"
        rf"(?P<of>(?: of (?:{vague})\b)*)"
    )
    several = rf"\b(?P<few>{few}) (?P<large>{large})\b(?! more than)"
    part = rf"\b(?P<half>half|(?:a )?quarter)(?: of)?[ -]an? (?P<large>{large})\b"
    run = (
        rf"\b(?:an? (?=(?:{large})\b))?(?:{small}|{large})\b"
        rf"(?:(?:[ -]and[ -]|[ -])(?:{small}|{large})\b)*{half}?(?:[ -](?P<large>{large})\b)?"
    )
    return tuple(re.compile(p, re.IGNORECASE) for p in (digits, plural, several, part, run))


def _part(text: str | None) -> Decimal:
    """What "and a half" adds."""
    return Decimal(0) if not text else Decimal("0.25" if text.endswith("quarter") else "0.5")


def _digits(match: re.Match[str]) -> _Piece:
    plain = re.sub(r"[^\d.]", "", match["digits"])
    value = Decimal(plain) + _HALVES.get(match["vulgar"] or "", Decimal(0)) + _part(match["half"])
    end = match.end()
    scale = Decimal(1)
    if match["large"]:
        scale = _kind("magnitude")[match["large"].lower()]
        value += _part(match["after"])
    elif match["suffix"]:
        scale = _kind("suffix")[match["suffix"].lower()]
    elif match["money"]:
        if _MONEY_BEFORE.search(match.string, max(0, match.start() - 4), match.start()):
            scale = _kind("money_suffix")[match["money"].lower()]
        else:  # "5m" without a currency may be metres
            end = match.start("money")
            end -= match.string[end - 1] == " "
    return _Piece(match.start(), end, value * scale, scaled=scale != 1)


def _vague(match: re.Match[str]) -> _Piece:
    table = _limits("vague")
    low, high = table[match["vague"].lower()]
    if match["or"]:
        high = table[match["or"].lower()][1]
    for word in (match["of"] or "").lower().split(" of ")[1:]:
        # "tens of thousands": ten thousand times two and more, up to the next order of size.
        unit = _kind("magnitude")[word.removesuffix("s")] if word != "tens" else Decimal(10)
        low, high = low * unit, high * unit + unit - 1
    return _Piece(match.start(), match.end(), None, low, high, scaled=True)


def _several(match: re.Match[str]) -> _Piece:
    low, high = _limits("multiplier")[match["few"].lower()]
    unit = _kind("magnitude")[match["large"].lower()]
    return _Piece(match.start(), match.end(), None, low * unit, high * unit, scaled=True)


def _fraction(match: re.Match[str]) -> _Piece:
    share = Decimal("0.5") if match["half"].lower() == "half" else Decimal("0.25")
    value = share * _kind("magnitude")[match["large"].lower()]
    return _Piece(match.start(), match.end(), value, scaled=True)


def _words(text: str) -> Decimal | None:
    """Value of a run of number words; None where they make no single number."""
    plain = re.sub(r"^an? ", "", text.lower()).replace("-", " ")
    if re.search(r"\band\b", re.sub(r"\b(?:hundred|thousand|[mbtr]+illion) and\b", "", plain)):
        return None
    dozen = re.fullmatch(r"(?:(.+) )?dozen", plain)
    if dozen:
        times = _words(dozen[1]) if dozen[1] else Decimal(1)
        return times * 12 if times is not None else None
    try:
        return Decimal(text2num(plain, "en"))
    except ValueError:
        return None


def _run(match: re.Match[str]) -> _Piece | None:
    """The longest beginning of a run of number words that makes one number."""
    large = _kind("magnitude")
    core = match.string[match.start() : match.start("half") if match["half"] else match.end()]
    value = _words(core)
    if value is not None:
        end = match.start() + len(core)
        last = re.split(r"[ -]", core.lower())[-1]
        scaled = last in large
        if match["half"]:
            # "a million and a half" is half a million more, "two and a half million" too.
            value += _part(match["half"]) * (large[last] if scaled else 1)
            end = match.end("half")
            if match["large"]:
                value, end = value * large[match["large"].lower()], match.end()
        return _Piece(match.start(), end, value, scaled=scaled or bool(match["large"]))
    for cut in reversed([m.start() for m in re.finditer(r"[ -]", core)]):
        value = _words(core[:cut])
        if value is not None:
            last = re.split(r"[ -]", core[:cut].lower())[-1]
            return _Piece(match.start(), match.start() + cut, value, scaled=last in large)
    return None


def _pieces(text: str) -> Iterator[_Piece]:
    readers = (_digits, _vague, _several, _fraction, _run)
    at = 0
    patterns = _patterns()
    upcoming = [pattern.search(text) for pattern in patterns]
    while True:
        for index, match in enumerate(upcoming):
            if match and match.start() < at:
                upcoming[index] = patterns[index].search(text, at)
        found = [(m.start(), index, m) for index, m in enumerate(upcoming) if m]
        if not found:
            return
        start, index, match = min(found, key=lambda item: item[:2])
        piece = readers[index](match)
        if piece is None:
            at = start + 1
            continue
        yield piece
        at = piece.end


_JOIN = re.compile(r"( to |-to-| ?- ?| ?[–—] ?| or | and )")
_BETWEEN = re.compile(r"\bbetween (?:about |around |some |roughly )?[$€£]?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about |around |some |roughly )?[$€£]?$", re.IGNORECASE)


def _joined(text: str, first: _Piece, second: _Piece) -> _Piece | None:
    """Two numbers as one range, if that is what the words between them make of them."""
    link = re.sub(r"[$€£]$", "", text[first.end : second.start])
    if not _JOIN.fullmatch(link) or first.value is None or second.value is None:
        return None
    between = _BETWEEN.search(text, max(0, first.start - 40), first.start)
    if ("and" in link) != bool(between) or (
        "to" in link and _FROM.search(text, max(0, first.start - 40), first.start)
    ):
        return None
    low = first.value
    if not first.scaled and second.scaled and low < 1000:
        # "two to three million"
        unscaled = _words_scale(text[second.start : second.end])
        low = low * unscaled if low * unscaled < second.value else low
    if low >= second.value:
        return None
    start = between.start() if between else first.start
    return _Piece(start, second.end, low, second.value, second.value)


def _words_scale(text: str) -> Decimal:
    last = re.split(r"[ -]", text.lower())[-1].removesuffix("s")
    glued = re.search(r"[a-z]+$", last)
    table = {**_kind("suffix"), **_kind("money_suffix"), **_kind("magnitude")}
    return table.get(glued.group() if glued else last, Decimal(1))


def _number(piece: _Piece) -> Number:
    def plain(value: Decimal | None) -> float | None:
        return None if value is None else float(value)

    if piece.value is None:
        return Number(Span(piece.start, piece.end), None, None, plain(piece.low), plain(piece.high))
    return Number(Span(piece.start, piece.end), plain(piece.value), plain(piece.high), None, None)


def find_numbers(text: str, taken: Sequence[Span] = ()) -> tuple[Number, ...]:
    """The numbers of a text that may count or measure something, in order.

    Args:
        text: Any text.
        taken: Stretches of it that hold no number, such as dates and clock times.

    Returns:
        Numbers with spans into `text`. A range ("between 5 and 7", "21 to 25") is one number with
        `range_to`; vague words ("dozens") have no value, but `low` and `high`.
    """
    plain = text.translate(PLAIN)
    listed = list(_pieces(plain))
    found: list[Number] = []
    index = 0
    while index < len(listed):
        piece = listed[index]
        index += 1
        second = listed[index] if index < len(listed) else None
        joined = _joined(plain, piece, second) if second else None
        if joined and not any(Span(joined.start, joined.end).meets(span) for span in taken):
            piece = joined
            index += 1
        if any(Span(piece.start, piece.end).meets(span) for span in taken):
            continue
        if not counts_nothing(plain, piece.start, piece.end, piece.value, piece.high):
            found.append(_number(piece))
    return tuple(found)
