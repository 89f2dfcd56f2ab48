"""Fractions, shares and multiples as numbers: two-thirds, half of it, one in five, fivefold."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from scripts.find.drafts import Number, Span
from scripts.lexicon import rows

_PARTS = {
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
#: Words after which "a third" is a share without its "of": by a third.
_LED_BY = ("by", "than", "about", "nearly", "almost", "around", "roughly", "only", "just", "to")
#: Words before "half of" that make it a time or a place: the first half of the match.
_HALVES = ("first", "second", "other", "top", "bottom", "latter", "final", "better")


@cache
def _small() -> dict[str, int]:
    return {row["word"]: int(row["value"]) for row in rows("numbers") if row["kind"] == "small"}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Words of a fraction, half, signs, shares of a count, multiples."""
    small = "|".join(sorted(_small(), key=len, reverse=True))
    parts = "|".join(_PARTS)
    large = "|".join(row["word"] for row in rows("numbers") if row["kind"] == "magnitude")
    whole = r" (?:of\b(?! \d{4}\b)|the\b|its\b|their\b|his\b|her\b|our\b|all\b)"
    led = "(?:" + "|".join(rf"(?<=\b{word} )" for word in _LED_BY) + ")"
    words = (
        rf"(?<![\w-])(?:(?P<n>{small})-(?P<d>{parts})s?\b(?!-)"
        rf"|(?P<a>an?|{small}) (?P<of>{parts})s?(?={whole})(?! of an? (?:{large})\b)"
        rf"|(?P<many>{small}) (?P<plain>third|fifth|sixth|seventh|eighth|ninth|tenth)s\b"
        rf"|{led}(?P<an>an?) (?P<last>{parts})(?=[,.;)]|$| (?:in|from|to|as)\b))"
    )
    half = (
        "".join(rf"(?<!\b{word} )" for word in _HALVES)
        + rf"(?<![\w-])half(?:(?={whole})| an?(?= (?!{large})[a-z]))"
    )
    signs = (
        r"(?<![\w./,])(?<!\d[ -])(?:(?P<up>[1-9]\d?)"
        r"/(?P<down>2|3|4|5|8|16|32|64|\d+(?= of\b))(?![\w/.]\d|[\w/])"
        r"|(?P<vulgar>[½¼¾]))"
    )
    out_of = (
        rf"(?<![\w.,-])(?P<some>{small}|\d{{1,3}}) (?:in|out of) (?:every )?"
        rf"(?P<all>{small}|\d{{1,3}}(?:,\d{{3}})*|a hundred|a thousand)\b(?![.,]\d|-\w)"
        r"(?! (?:second|minute|hour|day|night|week|month|year|decade|game|match|season)s?\b)"
    )
    times = rf"(?<![\w.,-])(?P<times>{small}|hundred|\d+(?:\.\d+)?)(?:-| )?(?:fold\b)"
    couple = rf"\b(?P<couple>a couple) of\b(?! (?:{large}))"
    return tuple(re.compile(p, re.IGNORECASE) for p in (words, half, signs, out_of, times, couple))


def _int(word: str) -> int:
    plain = word.lower().replace(",", "").removeprefix("a ")
    named = {"a": 1, "an": 1, "hundred": 100, "thousand": 1000, **_small()}
    return named[plain] if plain in named else int(plain)


def _value(match: re.Match[str]) -> Decimal | None:
    named = {key: word for key, word in match.groupdict().items() if word}
    if "vulgar" in named:
        return {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}[named["vulgar"]]
    if "times" in named:
        word = named["times"]
        return Decimal(word) if re.match(r"\d", word) else Decimal(_int(word))
    if "some" in named:
        some, whole = _int(named["some"]), _int(named["all"])
        said_in = " in " in match.group().lower()
        # "three in 12" may count anything; "one in 12" and "nine in ten" are shares.
        if some >= whole or (said_in and some != 1 and whole not in {3, 4, 5, 10, 100, 1000}):
            return None
        return Decimal(some) / whole
    if "up" in named:
        top, bottom = int(named["up"]), int(named["down"])
        return Decimal(top) / bottom if top < bottom else None
    part = named.get("d") or named.get("of") or named.get("last") or named.get("plain")
    if part is None:
        return Decimal("0.5")
    bottom = _PARTS[part.lower()]
    top = _int(named.get("n") or named.get("a") or named.get("an") or named["many"])
    return Decimal(top) / bottom if top < bottom else None


def _found(text: str) -> Iterator[Number]:
    for pattern in _patterns():
        for match in pattern.finditer(text):
            if "couple" in match.groupdict():
                yield Number(Span(match.start(), match.end("couple")), None, None, 2.0, 3.0)
                continue
            value = _value(match)
            if value is not None:
                yield Number(Span(match.start(), match.end()), float(value), None, None, None)


def find_shares(text: str) -> tuple[Number, ...]:
    """The fractions, shares and multiples of a text (`pieces.plain_text`), in order.

    Args:
        text: Text with plain marks and spaces.

    Returns:
        Numbers with spans into `text`: 0.667 for "two-thirds", 0.2 for "one in five", 5 for
        "fivefold". A quarter of a year, a half of a match and a third man are none.
    """
    found: list[Number] = []
    for number in sorted(_found(text), key=lambda n: n.span):
        if not found or number.span.start >= found[-1].span.end:
            found.append(number)
    return tuple(found)
