"""Every quantity of one sentence: value, range, bound, unit and what is counted.

The layer below the figures of an article, for use by itself on any English sentence. Numbers, signs
and units are read off the characters; the grammar is asked only what is counted and whether a word
such as "over" bounds the number.

    >>> from scripts.find.quantities import quantities
    >>> [(q.text, q.value, q.bound, q.unit) for q in quantities("It grew nearly 5% to $1.2bn.")]
    [('nearly 5%', 5.0, 'less_than', 'percent'), ('$1.2bn', 1200000000.0, 'exact', 'dollar')]
    >>> (q,) = quantities("They hired between 20 and 30 young welders.")
    >>> q.value, q.range_to, q.unit, q.counted
    (20.0, 30.0, '', 'welders')

Dates, years, clock times, ordinals, scores ("2-1"), telephone numbers, versions and names that hold
a number (Boeing 737, G20, Article 5) are no quantities. "from 5 to 7" is two of them, as it tells
of a change; "5 to 7" is one range. A fraction is a value between 0 and 1, a multiple has the unit
"time", an age the unit "year of age". "range from 5 to 7" is one range.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from scripts.find.bounds import bound_after, bound_before
from scripts.find.counted import Counted, find_counted
from scripts.find.drafts import Number, Span
from scripts.find.not_figures import BOUNDS_BEHIND, is_age
from scripts.find.numbers import all_numbers
from scripts.find.parse import Sentence, read_sentence
from scripts.find.pieces import plain_text
from scripts.find.unit_names import money_before, rate_behind, unit_behind, unit_of_word

AGE = "year of age"
_OLD = re.compile(r"[- ](year|month|week|day)s?(?:[- ]olds?| of age)\b")
_TIMES = re.compile(r"x\b|\s?×(?!\s?\d)")
_JOINED = re.compile(r"-([a-z]+)\b")
_OF = re.compile(r"(?: of)?(?: an?| the)?(?=\s)")
_LIST = re.compile(r", |,? and |,? or |/")
_BEFORE_LIST = re.compile(r"(?<=[\w%]), |,? (?:and|or) | of ")
_NEGATIVE = re.compile(r"(?:(?<![\w)])[-+]|\bminus )$", re.IGNORECASE)


@dataclass(frozen=True)
class Quantity:
    """A number with what it measures or counts.

    char_start, char_end: where it stands, 0-based, end exclusive, bound and unit or noun included.
    text: the words there.
    value: as stated, the lower of a range; None for vague words ("dozens").
    range_to: the upper end of a range, else None.
    low, high: what vague words allow, else None.
    bound: a code of `schemas/codes/bounds.csv` (exact, about, at_least, more_than, …).
    unit: name in the singular, with its rate ("kilometre per hour", "US dollar per barrel",
        "percent"); "" where things are counted.
    counted: head noun of what is counted, lower case; "" where there is a unit or no noun.
    """

    char_start: int
    char_end: int
    text: str
    value: float | None
    range_to: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str
    counted: str


@dataclass(frozen=True)
class _Measured:
    """A number with its unit or noun; span without the bound."""

    span: Span
    unit: str
    noun: str
    counted: Counted | None


def _signed(text: str, number: Number, start: int) -> tuple[int, float | None]:
    """Where a sign before a number (or its currency) begins, and the value with it."""
    sign = _NEGATIVE.search(text, max(0, start - 6), start)
    if not sign or number.value is None or number.range_to is not None:
        return start, number.value
    return sign.start(), number.value if sign.group() == "+" else -number.value


def _unit(text: str, number: Number) -> tuple[Span, str] | None:
    """The unit beside a number, and the stretch of both; None where none is written there."""
    start, end = number.span.start, number.span.end
    old = _OLD.match(text, end)
    value = None if number.value is None else Decimal(number.value)
    if old or is_age(text, start, end, value):
        return Span(start, old.end() if old else end), f"{old[1]} of age" if old else AGE
    times = _TIMES.match(text, end)
    if times or text[start:end].lower().endswith("fold"):
        return Span(start, times.end() if times else end), "time"
    money = _money(text, number)
    if money:
        start, name = money
    else:
        behind = unit_behind(text, _after_of(text, number))
        if behind is None:
            return None
        end, name = behind
    rate = rate_behind(text, end)
    return (Span(start, rate[0]), f"{name} per {rate[1]}") if rate else (Span(start, end), name)


def _money(text: str, number: Number) -> tuple[int, str] | None:
    """The currency before a number, or within "between $5 and $7"."""
    start, end = number.span.start, number.span.end
    before = money_before(text, start)
    if before or not text[start:end].lower().startswith("between "):
        return before
    first = re.compile(r"\d").search(text, start, end)
    inside = money_before(text, first.start()) if first else None
    return (start, inside[1]) if inside else None


def _after_of(text: str, number: Number) -> int:
    """Where the unit of a number may begin: "hundreds of dollars", "half an hour"."""
    vague = number.value is None or number.value < 1
    match = _OF.match(text, number.span.end) if vague else None
    return match.end() if match else number.span.end


def _measured(sentence: Sentence, text: str, number: Number) -> _Measured:
    """What a number measures or counts: by the characters beside it, else by the grammar."""
    # A fraction takes any noun behind "of", as vague words do: half of members.
    whole = replace(number, value=None) if _is_share(text, number) else number
    counted = find_counted(text, sentence, whole, ())
    unit = _unit(text, number)
    if unit:
        return _Measured(unit[0], unit[1], "", counted)
    joined = _JOINED.match(text, number.span.end)
    if joined and joined[1] not in BOUNDS_BEHIND:
        return _Measured(Span(number.span.start, joined.end()), "", joined[1], counted)
    if counted is None or not counted.noun:
        noun = _noun_behind(sentence, number)
        end = noun.end if noun else counted.span.end if counted else number.span.end
        return _Measured(
            Span(number.span.start, end), "", noun.of(text).lower() if noun else "", counted
        )
    name = unit_of_word(counted.noun)
    if not name:
        return _Measured(counted.span, "", counted.noun, counted)
    rate = rate_behind(text, counted.span.end)
    end = rate[0] if rate else counted.span.end
    return _Measured(
        Span(counted.span.start, end), f"{name} per {rate[1]}" if rate else name, "", counted
    )


def _noun_behind(sentence: Sentence, number: Number) -> Span | None:
    """The noun directly behind a number that the grammar hangs elsewhere: a 12 page report."""
    last = sentence.tokens(number.span)[-1]
    if last.i + 1 == len(sentence.doc):
        return None
    following = last.nbor()
    return sentence.offset(following) if following.tag_ in {"NN", "NNS"} else None


def _is_share(text: str, number: Number) -> bool:
    return (
        number.value is not None and 0 < number.value < 1 and not number.span.of(text)[-1].isdigit()
    )


def _quantity(sentence: Sentence, text: str, original: str, number: Number) -> Quantity:
    measured = _measured(sentence, text, number)
    start, value = _signed(text, number, measured.span.start)
    end = measured.span.end
    kind, noun = (measured.counted.unit, measured.counted.noun) if measured.counted else ("", "")
    before = bound_before(sentence, text[:start], sentence.tokens(number.span), kind, noun)
    after = None
    if before:
        bound, start = before
    else:
        after = bound_after(text, number.span.end, len(text)) or bound_after(text, end, len(text))
        bound, end = (after[0], max(end, after[1])) if after else ("exact", end)
    return Quantity(
        char_start=start,
        char_end=end,
        text=original[start:end],
        value=value,
        range_to=number.range_to,
        low=number.low,
        high=number.high,
        bound="vague" if number.value is None else bound,
        unit=measured.unit,
        counted=measured.noun,
    )


def _shared_bound(text: str, found: Iterable[Quantity]) -> list[Quantity]:
    """A bound governs both members of "about 160 km (100 miles)"."""
    listed: list[Quantity] = []
    for quantity in found:
        last = listed[-1] if listed else None
        if (
            last is not None
            and last.unit
            and quantity.unit
            and quantity.bound == "exact"
            and last.bound not in {"exact", "vague"}
            and re.fullmatch(r"\s?[(\[/]\s?", text[last.char_end : quantity.char_start])
        ):
            quantity = replace(quantity, bound=last.bound)  # noqa: PLW2901
        listed.append(quantity)
    return listed


def _shared_unit(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The last of a list bears the unit or noun of all: 10 and 20 tonnes, 3, 5 and 7 percent."""
    listed: list[Quantity] = []
    for quantity in reversed(found):
        following = listed[0] if listed else None
        if following is not None:
            if quantity.char_end > following.char_start:
                end = quantity.char_start + len(_BEFORE_LIST.split(quantity.text)[0])
                quantity = replace(  # noqa: PLW2901
                    quantity, char_end=end, text=quantity.text[: end - quantity.char_start]
                )
            between = text[quantity.char_end : following.char_start]
            if not (quantity.unit or quantity.counted) and _LIST.fullmatch(between):
                quantity = replace(  # noqa: PLW2901
                    quantity, unit=following.unit, counted=following.counted
                )
        listed.insert(0, quantity)
    return listed


def quantities(sentence: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence, in the order of the text.

    Args:
        sentence: One sentence of English, punctuation and all.

    Returns:
        One value a quantity; offsets into `sentence`. Nothing is parsed where no number stands.
    """
    numbers = all_numbers(sentence)
    if not numbers:
        return ()
    text = plain_text(sentence)
    parsed = read_sentence(sentence)
    found = [_quantity(parsed, text, sentence, number) for number in numbers]
    return tuple(_shared_bound(text, _shared_unit(text, found)))
