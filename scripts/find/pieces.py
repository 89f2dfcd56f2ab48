"""Single numbers as they are written: digits, number words, magnitudes, vague words.

`numbers.py` makes ranges of them and leaves out what only looks like a number.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from text_to_num import text2num

from scripts.find.unit_names import currency_before, is_unit, unit_behind
from scripts.lexicon import any_of, rows

#: Marks and spaces that print alike, one character for one.
PLAIN = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‘": "'", "‑": "-", "−": "-", "⁄": "/"}
)
#: A space that parts thousands, hard or common; after a capital it may follow a name or a month.
_HARD_SPACE = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
_SPACED = re.compile(r"(?<![\w.,:/-])[1-9]\d{0,2}(?: \d{3})+(?![.,:/-]?\d|\w)")
_NAME_BEFORE = re.compile(r"(?:^|[\s(])[A-Z][\w.]* $")
_HALVES = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "1/2": Decimal("0.5"),
    "1/4": Decimal("0.25"),
    "3/4": Decimal("0.75"),
    "1/3": Decimal(1) / 3,
    "2/3": Decimal(2) / 3,
}
#: The lower end of a range before its upper: "£1.5-" of "£1.5-2m".
_LOWER_END = re.compile(r"[\d.,]+(?: ?[-–] ?| to | and | or )$")
#: "5m people" are millions, "5m waves" metres high.
_PART_AFTER = re.compile(r"\sof\s(?:its|their|our|his|her|my|your|these|those)\b")
_COUNTED_AFTER = re.compile(r"\s(?:of\s)?(?:the\s)?([a-z]+)")


@dataclass(frozen=True)
class Piece:
    """One number of what may be a range.

    scaled: it has its own million, hundred and so on. low, high: limits of a vague word.
    """

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
    return any_of(re.escape(word) for word in sorted(words, key=len, reverse=True))


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
        r"(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\u2007\d{3})+(?:\.\d+)?"
        r"|(?<![\w.,])\.\d+|\d+(?:\.\d+)?)"
        rf"(?:(?: (?=\d/)|-(?=\d/))?"
        rf"(?P<vulgar>[½¼¾]|(?<=[ -])(?:1/2|1/4|3/4|1/3|2/3)(?!\d)))?{half}?"
        rf"(?:[ -](?P<large>{large})s?\b(?:[ -](?P<larger>{large})\b)?"
        rf"{half.replace('half>', 'after>')}?"
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


def _digits(match: re.Match[str]) -> Piece:
    plain = re.sub(r"[^\d.]", "", match["digits"])
    value = Decimal(plain) + _HALVES.get(match["vulgar"] or "", Decimal(0)) + _part(match["half"])
    end = match.end()
    scale = Decimal(1)
    if match["large"]:
        scale = _kind("magnitude")[match["large"].lower()]
        if match["larger"]:  # "4 hundred million"
            scale *= _kind("magnitude")[match["larger"].lower()]
        value += _part(match["after"])
    elif match["suffix"]:
        scale = _kind("suffix")[match["suffix"].lower()]
    elif match["money"]:
        if _is_million(match):
            scale = _kind("money_suffix")[match["money"].lower()]
        else:  # "5m" without a currency may be metres
            end = match.start("money")
            end -= match.string[end - 1] == " "
    return Piece(match.start(), end, value * scale, scaled=scale != 1)


def _is_million(match: re.Match[str]) -> bool:
    """Whether the letter behind a number is a scale: $5m, 5m people, 5m euros."""
    left = match.string[max(0, match.start() - 24) : match.start()]
    if currency_before().search(_LOWER_END.sub("", left)):
        return True
    if match["money"] == "M" or _PART_AFTER.match(match.string, match.end()):
        return True
    behind = unit_behind(match.string, match.end())
    following = _COUNTED_AFTER.match(match.string, match.end())
    word = following[1] if following else ""
    if match["money"].lower() == "m" and re.fullmatch(r"[a-z]{3,}s", word):
        return word not in _kind("after_metres")
    return bool(behind and re.search("[A-Z]", behind[1])) or is_unit(word) or word in _persons()


@cache
def _persons() -> frozenset[str]:
    return frozenset(row["plural"] for row in rows("persons"))


def _vague(match: re.Match[str]) -> Piece:
    table = _limits("vague")
    low, high = table[match["vague"].lower()]
    if match["or"]:
        high = table[match["or"].lower()][1]
    for word in (match["of"] or "").lower().split(" of ")[1:]:
        # "tens of thousands": ten thousand times two and more, up to the next order of size.
        unit = _kind("magnitude")[word.removesuffix("s")] if word != "tens" else Decimal(10)
        low, high = low * unit, high * unit + unit - 1
    return Piece(match.start(), match.end(), None, low, high, scaled=True)


def _several(match: re.Match[str]) -> Piece:
    low, high = _limits("multiplier")[match["few"].lower()]
    unit = _kind("magnitude")[match["large"].lower()]
    return Piece(match.start(), match.end(), None, low * unit, high * unit, scaled=True)


def _fraction(match: re.Match[str]) -> Piece:
    share = Decimal("0.5") if match["half"].lower() == "half" else Decimal("0.25")
    value = share * _kind("magnitude")[match["large"].lower()]
    return Piece(match.start(), match.end(), value, scaled=True)


def _words(text: str) -> Decimal | None:
    """Value of a run of number words; None where they make no single number."""
    plain = re.sub(r"^an? ", "", text.lower()).replace("-", " ")
    if re.search(r"\band\b", re.sub(r"\b(?:hundred|thousand|[mbtr]+illion) and\b", "", plain)):
        return None
    scale = re.fullmatch(r"(?:(.+) )?(dozen|lakh|crore)", plain)
    if scale:  # the library knows none of these
        times = _words(scale[1]) if scale[1] else Decimal(1)
        return times * _kind("magnitude")[scale[2]] if times is not None else None
    try:
        return Decimal(text2num(plain, "en"))
    except ValueError:
        return None


def _run(match: re.Match[str]) -> Piece | None:
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
        return Piece(match.start(), end, value, scaled=scaled or bool(match["large"]))
    for cut in reversed([m.start() for m in re.finditer(r"[ -]", core)]):
        value = _words(core[:cut])
        if value is not None:
            last = re.split(r"[ -]", core[:cut].lower())[-1]
            return Piece(match.start(), match.start() + cut, value, scaled=last in large)
    return None


def scale_of(text: str) -> Decimal:
    """The magnitude that ends a number's words: a million for "three million" and "3m"."""
    last = re.split(r"[ -]", text.lower())[-1].removesuffix("s")
    glued = re.search(r"[a-z]+$", last)
    table = {**_kind("suffix"), **_kind("money_suffix"), **_kind("magnitude")}
    return table.get(glued.group() if glued else last, Decimal(1))


def plain_text(text: str) -> str:
    """A text with plain marks and spaces, of the same length; U+2007 parts thousands."""

    def joined(match: re.Match[str]) -> str:
        left = match.string[max(0, match.start() - 24) : match.start()]
        group = match.group()
        return group if _NAME_BEFORE.search(left) else group.replace(" ", "\u2007")

    marked = text if text.isascii() else _HARD_SPACE.sub("\u2007", text).translate(PLAIN)
    return _SPACED.sub(joined, marked)


def pieces(text: str) -> Iterator[Piece]:
    """The numbers of a text (`plain_text`) in order, whatever they are; none overlaps."""
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
