"""Quantities that the table of figures leaves out: ages, fractions, multiples, "one of them".

Each test looks at the few characters around a number, on plain text (see `numbers.PLAIN`).
"""

import re
from decimal import Decimal

from scripts.find.not_numbers import count_nouns, is_no_quantity, joined_measures
from scripts.find.unit_names import is_unit

_WINDOW = 48
_AGE_BEFORE = re.compile(
    r"\b(?:aged|ages?|ages? of|aged? (?:between|from|about|around|over|under|just|only)|"
    r"(?:age|aged|ages of|ages) \d+ (?:and|to|or|-)|of age) (?:about )?$",
    re.IGNORECASE,
)
_UNDER_AGE = re.compile(
    r"\b(?:people|persons|children|those|anyone|everyone|adults|men|women|boys|girls|youths|all) "
    r"(?:aged )?(?:under|over|above|below|between|younger than|older than) (?:the age of )?$",
    re.IGNORECASE,
)
_NAME_AGE_BEFORE = re.compile(r"[A-Z][\w'.-]+, (?:now |then )?(?:\d{1,2} and )?$|[A-Z][\w'.-]+ \($")
_NOUN_AGE_BEFORE = re.compile(
    r"\b(?:the|an?|his|her|their) (?:[\w-]+ ){0,3}[a-z]+, $", re.IGNORECASE
)
_NOUN_AGE_AFTER = re.compile(r", (?!\d|and |or )")
_NAME_AGE_AFTER = re.compile(r"[,;)]|\.(?:\s|$)|$| (?:and|from|of) [A-Z]| and \d{1,2}[,;)]")
_SHARE_BEFORE = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:every )?$",
    re.IGNORECASE,
)
_ONE_IN = re.compile(r"\b(?:one|1) (?:in|out of) (?:every )?$", re.IGNORECASE)
_ONE_IN_AFTER = re.compile(
    r" (?:in|out of) (?:every )?(?:\d+|two|three|four|five|six|eight|ten|twenty)\b"
)
#: "one of them", "one thing is clear": a quantity, and no figure of anything.
_IDLE_ONE = re.compile(r" (?:of|hand|point|thing|time|way)\b", re.IGNORECASE)
#: What may not follow a figure.
_AFTER = re.compile(
    r"x\b|-?fold\b"
    r"|[- ](?:year|month|week|day)s?[- ](?:olds?|of age)\b"
    r"| times (?:as|more|less|higher|lower|larger|bigger|greater|smaller|the|that|faster|worse)\b"
    r"| out of (?:every )?(?:ten|10|100|a hundred)\b",
    re.IGNORECASE,
)
#: "20-odd", "30-plus": words that bound the number before the hyphen.
BOUNDS_BEHIND = frozenset({"odd", "plus", "ish"})
#: A number that names a make or an issue: "Boeing 707s", "Windows 11".
_NAMED = re.compile(r"(?<=[\w,;] )([A-Z][A-Za-z]+)[ -](\d{1,4})s?\b(?![,.]?\d| [a-z]+s\b)")
_MONTHS = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*")
_JOINED = re.compile(r"-?([^\W\d_]+)")


def is_age(text: str, start: int, end: int, value: Decimal | None) -> bool:
    """Whether a number is somebody's age, by the words around it (arguments: `counts_nothing`)."""
    if value is None or not 0 < value <= 120:
        return False
    left = text[max(0, start - _WINDOW) : start]
    if _AGE_BEFORE.search(left):
        return True
    following = re.match(r" ([a-z]+)", text[end : end + _WINDOW])
    if _UNDER_AGE.search(left):
        return not following or following[1] not in count_nouns()
    if text[start].isdigit() and _NOUN_AGE_BEFORE.search(left):
        return bool(_NOUN_AGE_AFTER.match(text, end))
    return bool(
        text[start].isdigit() and _NAME_AGE_BEFORE.search(left) and _NAME_AGE_AFTER.match(text, end)
    )


def counts_nothing(
    text: str, start: int, end: int, value: Decimal | None, upper: Decimal | None
) -> bool:
    """Whether what reads like a number at `text[start:end]` is none that an article's figures hold.

    Args:
        text: Text with plain marks and spaces.
        start: Where the number begins.
        end: Where it ends.
        value: Its value; None for vague words.
        upper: The upper end, if it is a range.
    """
    if is_no_quantity(text, start, end, value, upper) or _AFTER.match(text, end):
        return True
    joined = _JOINED.match(text, end)
    if joined and not (
        joined[1].lower() in joined_measures() | BOUNDS_BEHIND or is_unit(joined[1])
    ):
        return True
    left = text[max(0, start - _WINDOW) : start]
    if value is None or re.search(r"\s[+-]$|\b[Tt]op $", left):
        return value is not None
    one = text[start:end].lower() == "one"
    return (
        left.endswith(" per ")
        or is_age(text, start, end, value)
        or bool(_ONE_IN.search(left))
        or (one and bool(_ONE_IN_AFTER.match(text, end)))
        or (one and bool(_IDLE_ONE.match(text, end)))
        or (value in {10, 100} and bool(_SHARE_BEFORE.search(left)))
    )


def name_numbers(text: str) -> frozenset[str]:
    """Digits that a text also uses behind a capital, as a part of a name: 707, of "Boeing 707s".

    Standing alone they are that name again: "referred to the 707 as a cargo plane".
    """
    named = _NAMED.finditer(text)
    return frozenset(found[2] for found in named if not _MONTHS.fullmatch(found[1]))
