"""Keys of rows, from content alone: no counter, no clock, no order of articles."""

import hashlib
import re
from collections.abc import Callable, Iterable
from functools import cache

from scripts.lexicon import rows as lexicon
from scripts.link.values import Row, in_text

#: Kinds of number word that a correction may put in the place of another.
_COUNTING = frozenset({"small", "magnitude", "vague"})


class IdCollisionError(Exception):
    """Two rows came to the same id; the message names both and what to do."""


def row_id(letter: str, *parts: str) -> str:
    """An id of its parts: the kind's letter, a dash and 12 hex digits.

    The same parts give the same id; parts are kept apart ("a", "bc" is not "ab", "c").
    """
    joined = "\x1f".join(part.replace("\x1f", " ") for part in parts)
    return f"{letter}-{hashlib.sha256(joined.encode()).hexdigest()[:12]}"


@cache
def _number() -> re.Pattern[str]:
    words = sorted(row["word"] for row in lexicon("numbers") if row["kind"] in _COUNTING)
    one = rf"(?:\d[\d.,]*\d|\d|\b(?:{'|'.join(map(re.escape, words))})\b)"
    return re.compile(rf"{one}(?:[\s-]+(?:and\s+)?{one})*", re.IGNORECASE)


def masked(sentence: str) -> str:
    """The sentence with every number, in digits or words, as `#` and white space as one space."""
    return " ".join(_number().sub("#", sentence).split())


def assign_ids(letter: str, rows: Iterable[Row], sentence_of: Callable[[Row], str]) -> list[Row]:
    """Copies of the rows of one kind with their ids, sorted by source and place.

    An id is made of the source, the row's sentence with numbers masked and the row's place among
    the rows of that kind there: a corrected number or moved text keeps it.

    Args:
        letter: r (reports), f (figures) or s (statements); it names the id column.
        rows: Rows with source_id, char_start, char_end.
        sentence_of: Row → the words of its sentence.

    Raises:
        IdCollisionError: if two rows come to one id.
    """
    column = {"r": "report_id", "f": "figure_id", "s": "statement_id"}[letter]
    places: dict[tuple[str, str], int] = {}
    seen: dict[str, Row] = {}
    named = []
    for row in in_text(rows):
        key = (row["source_id"], masked(sentence_of(row)))
        place = places.get(key, 0)
        places[key] = place + 1
        found = row_id(letter, *key, str(place))
        if found in seen:
            other = seen[found]
            raise IdCollisionError(
                f"{column} {found} stands for two rows: {other['source_id']} at "
                f"{other['char_start']} and {row['source_id']} at {row['char_start']}; "
                "change a word in one of the sentences"
            )
        seen[found] = row
        named.append({**row, column: found})
    return named
