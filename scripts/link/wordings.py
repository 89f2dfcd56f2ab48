"""The words of a quotation in one spelling, so that two prints of a sentence can be held together.

Case, marks, accents, hyphens, spelt numbers, short forms ("isn't") and the spellings of British and
American print are folded; cuts ("…") and an editor's brackets are kept as breaks between the words.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from sys import intern

from scripts.find.pieces import pieces
from scripts.lexicon import rows as lexicon

_DOTS = r"(?:…|\.\s?\.\s?\.)"
#: Words left out, letters changed by an editor ("[W]e"), words put in by one.
_EDITED = re.compile(
    rf"\[\s*{_DOTS}\s*\]|(?<!\w){_DOTS}|{_DOTS}(?!\w)|{_DOTS}|"
    r"(?P<letters>(?<=[^\W\d_])\[[^\W\d_]+\]|\[[^\W\d_]+\](?=[^\W\d_]))|\[(?P<added>[^\[\]]*)\]"
)
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")
_HYPHEN = re.compile(r"[-‐‑]")
_PARTED = re.compile(r"[-‐‑](?=\w)")
#: What ends a sentence before a word; no full stop of a short title ("Mr.", "Gen.").
_END = re.compile(r"(?:[!?:;“”\"]|(?<![A-Z])(?<![A-Z][a-z])(?<![A-Z][a-z]{2})\.)\s*$")
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "’": "'", "ʼ": "'"}
)
_BREAK = "\x00"
#: A number that is a pronoun as often.
_PRONOUN = "one"
#: Endings that one word takes in another sentence, and the letters that must be left before them.
_ENDING = re.compile(
    r"(?:(?<=\w{4})(?:iz(?:e[ds]?|ing|ations?)|ations?|ments?|ings?|ions?|ed|er|ers|es|ern|ly|al|e|y|ies)|(?<=\w{3})s)$"
)


@dataclass(frozen=True)
class Wording:
    """The words of a quotation.

    words: in one spelling. printed: each as it is printed, "" for the second of a short form.
    stems: of each word that carries meaning, "" of the others. names: places of words that are
    names by their capital. numbers: places of numbers. breaks: places of words before which
    something is left out or put in. added: what stands in brackets, as printed, and the place of
    the word before which it stands.
    """

    words: tuple[str, ...]
    printed: tuple[str, ...]
    stems: tuple[str, ...]
    names: frozenset[int]
    numbers: frozenset[int]
    breaks: frozenset[int]
    added: tuple[tuple[int, str], ...]

    @cached_property
    def meaning(self) -> frozenset[str]:
        """The stems that carry meaning."""
        return frozenset(filter(None, self.stems))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self.words)

    def segments(self) -> tuple[tuple[str, ...], ...]:
        """The words between the breaks, in order."""
        edges = [0, *sorted(self.breaks - {0, len(self.words)}), len(self.words)]
        found = (self.words[a:b] for a, b in pairwise(edges))
        return tuple(piece for piece in found if piece)


@cache
def _word() -> re.Pattern[str]:
    """One word; a hyphen behind a mere prefix ("co-operate") does not part it."""
    prefixes = "|".join(printed for printed, _ in _listed("prefix"))
    prefix = rf"(?:(?<!\w)(?:{prefixes})[-‐‑](?=[^\W\d_]))?"
    return re.compile(rf"{prefix}[^\W_]+(?:['’ʼ][^\W_]+)*", re.IGNORECASE)


@cache
def _listed(kind: str) -> tuple[tuple[str, str], ...]:
    return tuple((r["printed"], r["plain"]) for r in lexicon("spellings") if r["kind"] == kind)


@cache
def _words() -> dict[str, str]:
    return dict(_listed("word"))


@cache
def _endings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(printed), plain) for printed, plain in _listed("ending"))


@cache
def negations() -> frozenset[str]:
    """Words that turn a sentence round, in one spelling."""
    return frozenset(printed for printed, _ in _listed("negation"))


@cache
def pointers() -> frozenset[str]:
    """Words that point back at somebody or something, in one spelling."""
    return frozenset(r["word"] for r in lexicon("function_words") if r["points"])


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("function_words")) | negations()


@lru_cache(maxsize=50_000)
def plain_words(word: str) -> tuple[str, ...]:
    """A printed word in one spelling: mostly one word, two of a short form ("isn't")."""
    spelled = word.replace("İ", "I").lower().translate(_LETTERS)
    low = "".join(m for m in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(m))
    low = _HYPHEN.sub("", low)
    if "'" in low:
        for printed, plain in _listed("clitic"):
            if low.endswith(printed):
                low = low.removesuffix(printed) + plain
                break
    low = _words().get(low, low).replace("'", "")
    return tuple(_ended(one) for one in low.split())


def _ended(word: str) -> str:
    for pattern, plain in _endings():
        word = pattern.sub(plain, word)
    return word


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What a word shares with its other forms (talks, talking); "" of one that carries no meaning.

    Args:
        word: A word in one spelling.
    """
    if word in _function_words() or len(word) < 2:
        return ""
    while True:
        shorter = _ENDING.sub("", word)
        if shorter == word:
            return word
        word = shorter


@dataclass(frozen=True)
class _Token:
    word: str
    printed: str
    number: bool = False
    name: bool = False


def _tokens(text: str) -> Iterator[_Token]:
    """The words of a stretch without breaks, numbers as digits."""
    at = 0
    for piece in pieces(text):
        if piece.value is None or text[piece.start : piece.end].lower() == _PRONOUN:
            continue
        yield from _plain_tokens(text, at, piece.start)
        value = format(piece.value.normalize(), "f")
        yield _Token(value, text[piece.start : piece.end].strip(), number=True)
        at = piece.end
    yield from _plain_tokens(text, at, len(text))


def _plain_tokens(text: str, start: int, end: int) -> Iterator[_Token]:
    for match in _word().finditer(text, start, end):
        printed = match.group()
        opens = not text[: match.start()].strip(" \"'“‘(") or _END.search(text[: match.start()])
        upper = printed[0].isupper() and printed != "I" and not printed.startswith(("I'", "I’"))
        name = upper and (not opens or printed[1:2].isupper())
        for place, word in enumerate(plain_words(printed)):
            named = name and not place and bool(stem(word))
            hyphen = text[match.end() : match.end() + 1] if _PARTED.match(text, match.end()) else ""
            yield _Token(word, "" if place else printed + hyphen, name=named)


def _joined_letters(match: re.Match[str]) -> str:
    if match["letters"]:
        return match["letters"][1:-1]
    return f" {_BREAK} " if match["added"] is None else f" {_BREAK}\x01{match['added']}\x01 "


@lru_cache(maxsize=20_000)
def wording(quote: str) -> Wording:
    """The words of a quotation as printed."""
    text = _INITIALS.sub(lambda m: m.group().replace(".", ""), quote)
    text = _EDITED.sub(_joined_letters, text.replace("%", " percent"))
    tokens: list[_Token] = []
    breaks: set[int] = set()
    added: list[tuple[int, str]] = []
    for number, part in enumerate(text.split(_BREAK)):
        said = part
        if number:
            breaks.add(len(tokens))
            if part.startswith("\x01"):
                _, inside, said = part.split("\x01", 2)
                added.append((len(tokens), inside.strip()))
        tokens.extend(_tokens(said))
    numbers = frozenset(at for at, token in enumerate(tokens) if token.number)
    return Wording(
        words=tuple(token.word for token in tokens),
        printed=tuple(intern(token.printed) for token in tokens),
        stems=tuple(token.word if token.number else stem(token.word) for token in tokens),
        names=frozenset(at for at, token in enumerate(tokens) if token.name),
        numbers=numbers,
        breaks=frozenset(breaks),
        added=tuple(added),
    )


def put_together(wordings: tuple[Wording, ...]) -> Wording:
    """Several pieces as one wording, in order."""
    at, names, numbers, breaks = 0, set[int](), set[int](), set[int]()
    added: list[tuple[int, str]] = []
    for one in wordings:
        names |= {at + place for place in one.names}
        numbers |= {at + place for place in one.numbers}
        breaks |= {at + place for place in one.breaks}
        added += [(at + place, words) for place, words in one.added]
        at += len(one.words)
    return Wording(
        words=sum((one.words for one in wordings), ()),
        printed=sum((one.printed for one in wordings), ()),
        stems=sum((one.stems for one in wordings), ()),
        names=frozenset(names),
        numbers=frozenset(numbers),
        breaks=frozenset(breaks),
        added=tuple(added),
    )
