"""The name of the unit that stands beside a number: "5km" kilometre, "$3 a day" dollar per day."""

import re
from functools import cache

from scripts.lexicon import rows

#: Nouns after which "an" or "a" makes a rate: "three dollars a day". After "per" any noun does.
_RATE = re.compile(
    r"(?:\s?/\s?|(?:\s|-)(?:per|an?|each)(?:\s|-))"
    r"(?P<noun>square (?:foot|metre|meter|mile|kilometre)|[a-zA-Z]+)\b"
    r"(?! (?:ago|earlier|later|before|after|from)\b)"
)
_RATE_NOUNS = frozenset({"person", "head", "piece", "share", "unit", "season", "quarter"})
#: "the 10 second-hand cars" holds no seconds.
_NO_UNIT_AFTER = re.compile(r"-(?:hand|half|round|place|tier|class)")


@cache
def unit_words() -> dict[str, str]:
    """Words, signs and abbreviations of units → the unit's name in the singular."""
    return {row["word"]: row["unit"] for row in rows("unit_names")}


@cache
def _in_any_case() -> dict[str, str]:
    """Words of three letters and more in lower case: shorter ones mean another unit in another."""
    return {word.lower(): unit for word, unit in unit_words().items() if len(word) > 2}


@cache
def currencies() -> dict[str, str]:
    """Signs and codes of currencies → the currency's name."""
    return {row["mark"]: row["unit"] for row in rows("currencies")}


def _either(words: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def currency_before() -> re.Pattern[str]:
    """A currency's sign or code at the end of what stands before a number."""
    words = {mark: unit for mark, unit in currencies().items() if mark[0].isalpha()}
    signs = {mark: unit for mark, unit in currencies().items() if not mark[0].isalpha()}
    whose = r"(?:(?<![^\W_])(?P<of>US|U\.S\.) ?)?"
    return re.compile(
        rf"(?P<mark>(?<![^\W_])(?:{_either(words)})|{whose}(?P<sign>{_either(signs)}))\s?$"
    )


@cache
def _behind() -> re.Pattern[str]:
    """A unit at the beginning of what follows a number; longer words in any case."""
    either = "|".join(
        (rf"(?i:{re.escape(word)})" if len(word) > 2 else re.escape(word))
        for word in sorted(unit_words(), key=len, reverse=True)
    )
    codes = "|".join(re.escape(mark) for mark in sorted(currencies()) if len(mark) == 3)
    signs = "".join(re.escape(mark) for mark in sorted(currencies()) if len(mark) == 1)
    return re.compile(
        rf"(?P<gap>[\s-]?)(?:(?:(?P<whose>US|[A-Z][a-z]+)\s)?(?P<unit>{either})(?![^\W_])"
        rf"|(?P<code>{codes})\b|(?P<sign>[{signs}])(?!\d))"
    )


@cache
def _money() -> frozenset[str]:
    """Units that a nationality may stand before: Danish crowns, US dollars."""
    money = {
        row[form]
        for row in rows("units")
        for form in ("singular", "plural")
        if row["unit"] == "money"
    }
    return frozenset(money | {"crown", "crowns"})


def is_unit(word: str) -> bool:
    """Whether a word or abbreviation names a unit: km, GB, minute."""
    return bool(unit_of_word(word))


def unit_of_word(word: str) -> str:
    """Name of the unit that a noun is, else "": kilometres → kilometre."""
    return unit_words().get(word, "") or _in_any_case().get(word.lower(), "")


def money_before(text: str, start: int) -> tuple[int, str] | None:
    """The currency before a number: where its sign begins and its name."""
    match = currency_before().search(text, max(0, start - 8), start)
    if not match:
        return None
    name = currencies()[match["sign"] or match["mark"]]
    return match.start(), f"US {name}" if match["of"] and name == "dollar" else name


def unit_behind(text: str, end: int) -> tuple[int, str] | None:
    """The unit behind a number: where its words end and its name, without any rate."""
    match = _behind().match(text, end)
    if not match:
        return None
    if match["code"] or match["sign"]:
        return match.end(), currencies()[match["code"] or match["sign"]]
    word = match["unit"]
    name = unit_of_word(word)
    if _NO_UNIT_AFTER.match(text, match.end()):
        return None
    if match["whose"]:
        return (match.end(), f"{match['whose']} {name}") if word.lower() in _money() else None
    # A single letter is a unit where it is joined to the number: 5m, 20C; "5 C" stays open.
    short = word == "in" or (len(word) == 1 and word.isalpha())
    if short and (
        (match["gap"] and word not in {"C", "F", "m", "W"}) or text[match.end() :][:1] == "-"
    ):
        return None
    return match.end(), name


def rate_behind(text: str, end: int) -> tuple[int, str] | None:
    """What an amount is for each of ("per barrel", "a day", "/h"): where it ends and the noun."""
    match = _RATE.match(text, end)
    if not match:
        return None
    noun = match["noun"].lower()
    plain = unit_words().get(match["noun"], noun)
    said = match.group().strip(" -").replace("-", " ").split()[0]
    if said in {"a", "an", "each"} and not is_unit(noun) and noun not in _RATE_NOUNS:
        return None
    return match.end(), plain
