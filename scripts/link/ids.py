"""Keys of rows, from content alone: no counter, no clock, no order of articles."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import count

from scripts.lexicon import rows as lexicon
from scripts.link.equals import same_rows
from scripts.link.values import Row, in_text
from validations.published import LETTERS, PRINTED, PublishedId, first_words

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


def assign_ids(
    letter: str,
    rows: Iterable[Row],
    sentence_of: Callable[[Row], str],
    published: Iterable[PublishedId] = (),
) -> list[Row]:
    """Copies of the rows of one kind with their ids, sorted by source and place.

    An id is made of the source, the row's sentence with numbers masked and the row's place among
    the rows of that kind there: a corrected number or moved text keeps it. A row that was published
    in a sentence keeps its id though another row is found there before it.

    Args:
        letter: r (reports), f (figures) or s (statements); it names the id column.
        rows: Rows with source_id, char_start, char_end and their words.
        sentence_of: Row → the words of its sentence.
        published: The ids that releases published, of any table.

    Raises:
        IdCollisionError: if two rows come to one id.
    """
    column = {"r": "report_id", "f": "figure_id", "s": "statement_id"}[letter]
    table = next(name for name, known in LETTERS.items() if known == letter)
    known = {one.id: one for one in published if one.table == table}
    sentences: dict[tuple[str, str], list[Row]] = {}
    for row in in_text(rows):
        sentences.setdefault((row["source_id"], masked(sentence_of(row))), []).append(row)
    seen: dict[str, Row] = {}
    named = []
    for key, held in sentences.items():
        for row, found in zip(held, _places(letter, key, held, known), strict=True):
            if found in seen:
                other = seen[found]
                raise IdCollisionError(
                    f"{column} {found} stands for two rows: {other['source_id']} at "
                    f"{other['char_start']} and {row['source_id']} at {row['char_start']}; "
                    "change a word in one of the sentences"
                )
            seen[found] = row
            named.append({**row, column: found})
    return in_text(named)


def _places(
    letter: str, key: tuple[str, str], held: Sequence[Row], known: Mapping[str, PublishedId]
) -> list[str]:
    """The ids of the rows of one sentence, in their order."""
    ids = [row_id(letter, *key, str(place)) for place in range(len(held))]
    if known.keys().isdisjoint(ids):
        return ids
    own: list[PublishedId] = []
    free: list[str] = []
    for place in count():
        found = row_id(letter, *key, str(place))
        if found in known:
            own.append(known[found])
        elif len(free) < len(held):
            free.append(found)
        else:
            break
    words = [first_words(str(row[PRINTED[own[0].table]])) for row in held]
    return same_rows(words, own, free)
