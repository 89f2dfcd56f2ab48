"""What the words of a telling say beyond its roles: its sentence, its names, its longer words.

Nothing here counts words over the corpus: an article more must not change what others share.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import dropwhile, takewhile

from scripts.find.slugs import slug
from scripts.lexicon import rows as lexicon
from scripts.read.sentences import sentences

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")

#: Words up to which an article is short, and times that a longer one may print a telling name.
_SHORT, _OFTEN = 400, 3


@cache
def _calendar() -> frozenset[str]:
    kinds = {"month", "month_short", "weekday", "weekday_short", "season"}
    return frozenset(row["words"].lower() for row in lexicon("dates") if row["kind"] in kinds)


@cache
def country_words() -> frozenset[str]:
    """Every word of every country's names and adjectives: roles say these already."""
    columns = ("name", "aliases", "adjectives", "singulars", "plurals")
    cells = " ".join(row[column] for row in lexicon("countries") for column in columns)
    return frozenset(plain(word) for word in WORD.findall(cells))


@cache
def _before_names() -> frozenset[str]:
    """Every word of every title, and those of countries."""
    titles = " ".join(row["words"] for row in lexicon("titles"))
    return country_words() | {plain(word) for word in WORD.findall(titles)}


def plain(word: str) -> str:
    """A word in one spelling: lower case, no hyphen, no apostrophe or what hangs on it."""
    return word.lower().partition("'")[0].partition("’")[0].replace("-", "")


def line_of(text: str, at: int) -> tuple[int, int]:
    """The line of the text that holds an offset, as (start, end)."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return start, len(text) if end < 0 else end


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence stands that a span begins in, as far as the span reaches."""
    first, last = line_of(text, start)
    for left, right in sentences(text, first, last):
        if left <= start < right:
            return left, max(right, end)
    return start, end


def sentence_of(text: str, start: int, end: int) -> str:
    """The words of the sentence that a span begins in, as far as the span reaches."""
    left, right = sentence_at(text, start, end)
    return text[left:right]


def names(sentence: str) -> frozenset[str]:
    """Names in a sentence: capitals after its first word, and words that hold a digit."""
    found = set()
    for place, match in enumerate(WORD.finditer(sentence)):
        word = match.group()
        if (place and word[0].isupper() and len(word) > 2) or _is_mixed(word):
            found.add(plain(word))
    return frozenset(found - _calendar() - country_words())


def usual_names(text: str) -> frozenset[str]:
    """Names that an article repeats all along, which tell nothing of one of its events.

    A short article is of one event, and what it repeats tells that one.
    """
    words = [match.group() for match in WORD.finditer(text)]
    if len(words) <= _SHORT:
        return frozenset()
    told = Counter(plain(word) for word in words if word[0].isupper())
    return frozenset(word for word, times in told.items() if times > _OFTEN)


def full_name(text: str) -> str | None:
    """The name that words for somebody end in, as one id; None where it is no full name.

    Titles and countries before it are left out: "Iranian General Reza Karimi" is reza-karimi.
    """
    named = list(takewhile(lambda word: word[0].isupper(), reversed(WORD.findall(text))))
    found = list(dropwhile(lambda word: plain(word) in _before_names(), reversed(named)))
    return slug(*found) if len(found) > 1 else None


def _is_mixed(word: str) -> bool:
    """Whether a word holds letters and digits."""
    if word.isalpha():
        return False
    return any(c.isdigit() for c in word) and any(c.isalpha() for c in word)


def long_words(sentence: str) -> frozenset[str]:
    """Stems of the longer lower-case words of a sentence."""
    return frozenset(
        plain(word)[:6] for word in WORD.findall(sentence) if len(word) > 6 and word.islower()
    )


def without(found: frozenset[str], known: Iterable[str]) -> frozenset[str]:
    """The words that do not begin like one of the known words (Norway, Norwegian)."""
    stems = {plain(word)[:4] for text in known for word in WORD.findall(text) if len(word) > 3}
    return frozenset(word for word in found if word[:4] not in stems)


def opening(text: str, at: int, span: str, words: int = 4) -> frozenset[str]:
    """The words that tell whether a mention is the same again, another, or many.

    They are the first words of the mention, as many as asked for, and the one before it, in lower
    case.
    """
    before = WORD.findall(text[max(0, at - 24) : at])
    inside = WORD.findall(span)
    return frozenset(word.lower() for word in before[-1:] + inside[:words])
