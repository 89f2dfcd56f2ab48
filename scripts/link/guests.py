"""Guests of a gathering: how many states, delegations, bodies or people took part in it."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from scripts.lexicon import rows as lexicon
from scripts.link.kinds import mention_words
from scripts.link.parts import Event
from scripts.link.values import Row
from scripts.link.words import sentence_of

#: How far back a gathering lies that an article brings news of.
_NEWS = timedelta(days=31)
#: Characters beside a figure in which words may tell that it came or was sent.
_REACH = 40
#: An article tells of what somebody set out to, and of what somebody came for; neither gathers.
_ERRANDS = frozenset({"visit", "phone_call", "mediate"})


def attending(figure: Row, text: str) -> str | None:
    """What kind of guests of a gathering a figure counts, if its sentence tells of attending.

    The dead whom mourners gather for are no guests.
    """
    if figure.get("measure") not in {None, "other"}:
        return None
    words = str(figure.get("counted") or "").lower().split()
    for kind in ("state", "delegation", "body", "person"):
        if words and not mention_words(f"{kind} attending").isdisjoint({words[-1]}):
            start, end = figure["char_start"], figure["char_end"]
            sentence = sentence_of(text, start, end)
            told = _attendance().search(sentence) or _drawn().search(sentence)
            sent = _sent().search(text[max(0, start - _REACH) : start])
            met = _met().match(text[end : end + _REACH])
            return kind if told or sent or met else None
    return None


def gathering(figure: Row, guests: str | None, events: Sequence[Event]) -> Event | None:
    """The one gathering of an article that guests counted elsewhere in it can have come to.

    People without a closer word gather anywhere.

    Args:
        figure: A row of `figures`.
        guests: Its kind of guests (`attending`).
        events: The events that its article tells.
    """
    words = str(figure.get("counted") or "").lower().split()
    if not guests or not words or words[-1] in _anybody():
        return None
    return only_news(figure, "CONSULT", events)


def only_news(figure: Row, type_: str, events: Sequence[Event]) -> Event | None:
    """The one event of a type that an article brings news of, in the mood of a figure.

    Args:
        figure: A row of `figures`.
        type_: The type.
        events: The events that its article tells.
    """
    fitting = [
        event
        for event in events
        if event.row["type"] == type_
        and event.row["modality"] == figure["modality"]
        and not event.account.modes <= _ERRANDS
        and _is_news(event)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _is_news(event: Event) -> bool:
    days, printed = event.account.days, event.account.founder[0]
    return days is None or printed == date.max or days.end >= printed - _NEWS


@cache
def _anybody() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("people_kinds") if row["kind"] == "people")


def _any_of(kind: str) -> str:
    words = sorted(mention_words(kind), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, words))


@cache
def _attendance() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of('attendance')})\b", re.IGNORECASE)


@cache
def _sent() -> re.Pattern[str]:
    """What stands before those who sent guests: "it opened with delegates from 30 countries"."""
    return re.compile(
        rf"\bwith\s+(?:\w+\s+)?(?:{_any_of('guest')})\s+(?:from|of)\s+$", re.IGNORECASE
    )


@cache
def _met() -> re.Pattern[str]:
    return re.compile(r"\s+(?:met|will meet|are to meet|are meeting|have met)\b")


@cache
def _drawn() -> re.Pattern[str]:
    """A gathering that drew its guests: of a march or a film as many may be told."""
    nouns, verbs = _any_of("gathering"), _any_of("drawing")
    return re.compile(rf"\b(?:{nouns})\s+(?:has\s+|had\s+)?(?:{verbs})\b", re.IGNORECASE)
