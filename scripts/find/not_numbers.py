"""Numbers in form only: years, days, clock times, names, ordinals, scores, telephone numbers.

Each test looks at the few characters around a number, on plain text (see `numbers.PLAIN`). What
is a quantity, but none that the table of figures keeps, is told by `not_figures.py`.
"""

import re
from decimal import Decimal
from functools import cache

from scripts.find.unit_names import money_before, unit_behind
from scripts.lexicon import rows

_WINDOW = 48
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"

#: What may not stand directly before a number.
_BEFORE = re.compile(
    r"(?:[^\W_]|(?<!\bsub)(?<=[^\W\d_])[-.']|\d[.,:/-]|[/#@_=\\&°^*]|(?:^|[\s(])'"
    r"|\bUTC\s?[+-]|\bGMT\s?[+-])$"
)
#: A name torn apart by a space: COVID -19.
_NAME_HYPHEN = re.compile(r"\b[A-Z]{2,} -$")
_MONTH_BEFORE = re.compile(rf"\b{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?(?:-|–| and | to | or |, ))*$")
_SCORE_BEFORE = re.compile(
    r"\b(?:won|lost|beat|beaten|beating|defeat(?:ed)?|win|victory|drew|draw|scored?|scores|vot(?:e|es|ed|ing)|"
    r"ruled|ruling|lead(?:s|ing)?|led|decision|passed|approved|rejected)\b[^.;]{0,24}$",
    re.IGNORECASE,
)
_LIST_BEFORE = re.compile(r"(?:^|\n)[ \t]*\(?$")
_NAME_BEFORE = re.compile(r"(?:^|[\s(\"'“])([a-z]?[A-Z][\w.'&/-]*) $")
_LABEL_BEFORE = re.compile(
    r"(?:(\S+) )?(\S+) (?:\d+(?:\(\w\))?(?:, | and | or | to |, and |[-–]))*$"
)
#: "the top five" ranks; "the top five banks" counts.
_RANK = re.compile(r"\b(?:[Tt]op|[Bb]ottom) $")
#: What may not follow one.
_AFTER = re.compile(
    r"(?:st|nd|rd|th)\b|'?s\b(?<!\d\.\ds)|[/:@]\d|[.,]\d|-\d|[–—]\d|[x×]\d|[a-z]?\.(?:com|org|net)|'\d"
    r"|-?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b(?!-)"
    r"|[- ](?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|halves)\b"
    r"| ?(?:[ap]\.?m\b|o'clock|GMT|UTC|hrs? GMT|hours? GMT|BCE?\b|AD\b|CE\b)|h\d\d",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(
    rf"(?:(?:-|–| and | to | or |, )\d{{1,2}})* (?:of )?{_MONTH}(?!\w| (?:be|have)\b)"
)
_GLUED_AFTER = re.compile(r"(-?)([^\W\d_]+)")
_CLOSES = re.compile(
    r"\s*(?:[&.,;:!?)\]\"'”]|$|\n)|\s(?:and|or|is|was|were|are|has|had|have|will|would|in|on|at|of|to|for|"
    r"from|by|with|that|which|who|as|after|before|when|while|during|into|near|over|since|said)\b"
)


@cache
def _words(where: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("not_numbers") if row["where"] == where)


@cache
def magnitudes() -> frozenset[str]:
    """Words of size: dozen, hundred, million."""
    return frozenset(row["word"] for row in rows("numbers") if row["kind"] == "magnitude")


@cache
def joined_measures() -> frozenset[str]:
    """Nouns that may be joined to a number by a hyphen and still measure: 44-day, 10-km."""
    return frozenset(
        row[form]
        for row in rows("units")
        for form in ("singular", "plural")
        if row["unit"] not in {"event", "object"}
    )


@cache
def count_nouns() -> frozenset[str]:
    """Nouns after which a bare four-digit number is a count and no year."""
    return frozenset(
        {row["plural"] for row in rows("persons")} | joined_measures() | {"more", "others"}
    )


_DAY_BEFORE = re.compile(rf"\b{_MONTH},? (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?$")
_ADDRESS = re.compile(
    r"(?: [A-Z][\w'.-]*){1,3} "
    r"(?:Street|Road|Avenue|Lane|Drive|Boulevard|Place|Square|Way|St|Rd|Ave|Blvd)\b"
)
#: "from 1000 to 2000 hires": the first is no year, so that the second is none.
_COUNT_TO = re.compile(r"(?<![\d.,])(?!1[1-9]\d\d |20\d\d )\d[\d,]+ to $")
_DATING = re.compile(r"\b(?:in|since|until|during|before|after) $", re.IGNORECASE)
_AMOUNT = re.compile(r"\b(?:average|total|sum|maximum|minimum|combined|another) (?:of )?$")


def _is_year(text: str, start: int, end: int) -> bool:
    if not re.fullmatch(r"1[1-9]\d\d|20\d\d|2100", text[start:end]):
        later = re.fullmatch(r"2[12]\d\d", text[start:end])
        return bool(later and re.search(r"\b(?:by|until) $", text[max(0, start - 8) : start]))
    if money_before(text, start) or _AMOUNT.search(text[max(0, start - 20) : start]):
        return False
    if _DAY_BEFORE.search(text[max(0, start - _WINDOW) : start]):
        return True
    following = re.match(r" ?-?[A-Za-z%]+(?: [A-Za-z]+)?", text[end : end + _WINDOW])
    words = re.findall(r"[a-z%]+", following.group().lower()) if following else []
    left = text[max(0, start - 12) : start]
    if unit_behind(text, end) or _COUNT_TO.search(left):
        return False
    if _DATING.search(text[max(0, start - 12) : start]):
        words = words[:1]
    counted = any(word in count_nouns() for word in words)
    if re.search(r"\b(?:than|least|up to|over) $", text[max(0, start - 12) : start]):
        return not (counted or text[start:end].endswith("0"))
    return not counted


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether the number is part of a name: Boeing 737, Article 5, Group of Seven, Five Eyes."""
    left = text[max(0, start - _WINDOW) : start]
    right = text[end : end + _WINDOW]
    if text[start].isdigit() and (unit_behind(text, end) or money_before(text, start)):
        return False
    label = _LABEL_BEFORE.search(left)
    word = label[2].strip("(\"'") if label else ""
    # "in the last season 12 players" holds no season 12.
    plain = label is not None and (label[1] or "").lower() in _words("plain_noun_after")
    if word.lower() in _words("before_digits") and (word != word.lower() or not plain):
        return True
    digits = text[start].isdigit()
    if digits and _ADDRESS.match(right):
        return True
    name = _NAME_BEFORE.search(left)
    if (
        digits
        and name
        and name[1] not in _words("after_opener")
        and not re.fullmatch(_WEEKDAY, name[1])
    ):
        if len(name[1]) == 1 and name[1] not in "AI":
            return True
        opens_sentence = re.search(r"(?:^|[.!?:\n][\"')”]?\s+)[\"'“(]?$", left[: name.start(1)])
        if opens_sentence or re.search(r"\b(?:in|at|from|of|near|by|to) $", left[: name.start(1)]):
            return bool(_CLOSES.match(right)) and not opens_sentence
        following = None if _CLOSES.match(right) else re.match(r" ([a-z]+)(?: ([a-z]+))?", right)
        words = [word for word in following.groups() if word] if following else []
        return not any(word.endswith("s") or word in count_nouns() for word in words)
    if digits or not text[start].isupper():
        return False
    # A capitalised number word inside a sentence beside another capital, outside a headline.
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    words = re.findall(r"[A-Za-z][\w'-]*", line)
    if sum(word[0].isupper() for word in words) * 2 > len(words):
        return False
    if not re.search(r"[\w,;] $", left) or re.search(r"[.!?:]\S* $", left):
        return False
    return bool(re.match(r"[ -][A-Z]|'", right)) or bool(name) or left.endswith(" of ")


def _is_pronoun(text: str, start: int, end: int) -> bool:
    """Whether "one" stands for a noun or is an idiom: a heated one, one of them, one day we."""
    left, right = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    following = re.match(r"(?: |-)([a-z][\w']*)", right)
    if re.match(r" [A-Z][\w.]*(?:-[A-Z]\w+)? [a-z]{3,}\b(?<! and)(?<! the)(?<! for)", right):
        # "One Chilean sailor", not "One Nation and" nor "BBC One".
        return bool(re.search(r"[A-Z]\w* $", left))
    part = re.match(r" of (?:the|these|those|its|their|his|her|our|my|your|\w+'s)\b", right)
    if part and not re.search(r"\b(?:no|any|every|each|another|which|this|that) $", left):
        return False
    if following and following[1] in {"hand", "point", "thing", "time", "way"}:
        return bool(re.search(r"\b(?:on|at|in|the|no|any|every|each|another|this|that) $", left))
    if not following or following[1] in _words("after_one") or right.startswith("-"):
        return True
    if re.search(
        r"\b(?:no|any|every|number|by|each|another|which|this|that) $", left, re.IGNORECASE
    ):
        return True
    if following[1].endswith("ing") and re.search(r"\bonly $", left):
        return True  # "the only one facing this"
    if following[1] == "day":
        placed = re.search(
            r"\b(?:just|only|least|than|for|within|after|in|over|about|last\w*|t[ao]ok) $", left
        )
        return not (placed or re.match(r" day (?:of|later|earlier|ago|before|after)\b", right))
    return False


def _is_glued_name(text: str, end: int) -> bool:
    """Whether letters joined to the end of a number make a name of it: 5G, 3D, 787-B; not 5km."""
    glued = _GLUED_AFTER.match(text, end)
    if not glued:
        return False
    if glued[2] == "x" or glued[2].lower() == "fold":
        return False
    if glued[1]:
        return not glued[2].islower() or glued[2] in _words("after_hyphen")
    return not (glued[2].lower() in joined_measures() or unit_behind(text, end))


def is_no_quantity(
    text: str, start: int, end: int, value: Decimal | None, upper: Decimal | None
) -> bool:
    """Whether what reads like a number at `text[start:end]` is a date, a name or the like.

    Args:
        text: Text with plain marks and spaces.
        start: Where the number begins.
        end: Where it ends.
        value: Its value; None for vague words.
        upper: The upper end, if it is a range.
    """
    left = text[max(0, start - _WINDOW) : start]
    words = text[start:end]
    named = _BEFORE.search(left) and not money_before(text, start)
    if named or _NAME_HYPHEN.search(left) or _AFTER.match(text, end) or _is_glued_name(text, end):
        return True
    if _RANK.search(left) and (
        _CLOSES.match(text, end) or not re.match(r" (?:[\w-]+ )?[a-z]+s\b", text[end:])
    ):
        return True
    if left.endswith("+") and re.match(r" \(?\d{2,4}\)?[- ]\d", text[end : end + 8]):
        return True
    if words.isalpha() and left.endswith((" per ", "'s ")) and words.lower() in magnitudes():
        return True
    if value is None:
        return words.lower() in {"scores", "tens"} and not text.startswith((" of ", " more"), end)
    piece = _token(text, start, end)
    if re.search(r"://|@|www\.|\d\.\d+\.\d|\d-\d+-\d|\+\d{2}", piece):
        return True
    if value <= 31 and words[0].isdigit():
        if _MONTH_BEFORE.search(left) or _MONTH_AFTER.match(text, end):
            return True
        if _LIST_BEFORE.search(left) and re.match(r"[.)]\s", text[end : end + 2]):
            return True
        if text.startswith(")", end) and "(" not in left:
            return True
    if upper is not None:
        words = re.sub(r"^between (?:\D* )?", "", words, flags=re.IGNORECASE)
        first, last = words.split()[0].split("-")[0].split("–")[0], re.split(r"\W", words)[-1]
        if words[0].isdigit() and (
            _is_year(text, end - len(last), end) or len(first) == 4 > len(last)
        ):
            return True
        if re.search(r"\d[-–]\d", words) and _SCORE_BEFORE.search(left):
            return True
    elif words.lower() == "one" and _is_pronoun(text, start, end):
        return True
    return _is_year(text, start, end) or _is_name(text, start, end)


def _token(text: str, start: int, end: int) -> str:
    """The stretch without white space around a number."""
    first = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
    match = re.compile(r"\S*").match(text, end)
    return text[first : match.end() if match else end]
