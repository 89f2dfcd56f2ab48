"""The articles of the valid dataset, and how its rows are named and placed in them."""

from datetime import date
from typing import Any

TEXTS = {
    "harbour-post": (
        "Ardenia and Belmark to exchange captives\n\n"
        "Ardenia will free 12 Belmark sailors and Belmark will hand over three Ardenian pilots, "
        "the governments announced in Portmere on Wednesday.\n\n"
        '"We wish to live in peace," their joint statement said.\n\n'
        "The blockade of 2029 lasted 44 days and left 30 people dead. Ilse Quandt, an envoy, said "
        "that more than 200 people watched the talks, about 50 of them reporters"
    ),
    "daily-lamp": (
        "Captives to go home\n\n"
        "12 sailors from Belmark are to be released by Ardenia in return for three Ardenian "
        "pilots, under an exchange announced on Wednesday.\n\n"
        'The joint statement said: "We wish to live in peace."\n\n'
        "The blockade two years ago went on for six weeks; 40 people were killed"
    ),
    "north-wire": (
        "Sailors and pilots freed\n\n"
        "The exchange took place on Tuesday. Ardenia released 12 Belmark sailors. Belmark sent "
        "home three Ardenian pilots"
    ),
}
PUBLISHED = {
    "harbour-post": date(2031, 3, 6),
    "daily-lamp": date(2031, 3, 6),
    "north-wire": date(2031, 3, 12),
}
PROMISED, DONE = date(2031, 3, 5), date(2031, 3, 11)


def event(number: int) -> str:
    return f"e-{number:012x}"


def report(source: str, number: int) -> str:
    return f"r-{list(TEXTS).index(source) + 1:06x}{number:06x}"


def figure(source: str, number: int) -> str:
    return f"f-{list(TEXTS).index(source) + 1:06x}{number:06x}"


def statement(source: str, number: int) -> str:
    return f"s-{list(TEXTS).index(source) + 1:06x}{number:06x}"


def utterance(number: int) -> str:
    return f"u-{number:012x}"


def comparison(number: int) -> str:
    return f"c-{number:012x}"


#: Numbers of the events: the exchange and its two parts, announced and done, and the blockade.
SWAP, SAILORS, PILOTS, BLOCKADE, DONE_SWAP, DONE_SAILORS, DONE_PILOTS = range(1, 8)
#: Numbers of the comparisons.
C_SAILORS, C_PILOTS, C_LENGTH, C_DEAD, C_WORDS, C_DATE, C_WATCHED = range(1, 8)


def span(source: str, words: str) -> dict[str, Any]:
    start = TEXTS[source].index(words)
    return {"source_id": source, "char_start": start, "char_end": start + len(words)}
