"""Lines that are not English, by their letters and by the little words that they lack."""

import re
from collections.abc import Sequence

from scripts.read.cues import words_of

#: Whole words in small letters: names and first words tell nothing of a language.
_SMALL = re.compile(r"(?<![\w'’])[a-zß-öø-ÿ\u0100-\u024f]+(?!\w)")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-\u024f\u1e00-\u1eff]")
#: A line of English with so many small words has some of those that only English has.
_ENOUGH, _SHARE = 14, 0.04
#: A shorter one has at least one that English has, be it the word of other languages as well.
_FEW = 8


def foreign_lines(lines: Sequence[str]) -> set[int]:
    """Indexes of the lines that are in another language than English.

    A short line is judged by those around it: where most of the words stand in such lines, a line
    without any word of English is such too.
    """
    found = {index for index, line in enumerate(lines) if _is_foreign(line)}
    size = [len(line.split()) for line in lines]
    if found and 2 * sum(size[index] for index in found) > sum(size):
        found |= {i for i, line in enumerate(lines) if not _any_english(_SMALL.findall(line))}
    return found


def _is_foreign(line: str) -> bool:
    letters = [] if line.isascii() else _LETTER.findall(line)
    if len(letters) >= 10 and 2 * sum(map(bool, map(_LATIN.match, letters))) < len(letters):
        return True
    small = _SMALL.findall(line)
    if len(small) < _FEW:
        return False
    only = sum(word in words_of("english") for word in small)
    if len(small) >= _ENOUGH:
        return only < _SHARE * len(small)
    return not only and not _any_english(small)


def _any_english(small: Sequence[str]) -> bool:
    return any(word in words_of("english") | words_of("english_too") for word in small)
