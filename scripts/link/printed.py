"""What the articles print, as numbers: a few bytes for every few words in a row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from scripts.link.values import Row, by_key
from scripts.link.words import WORD, line_of, plain
from scripts.read.front_matter import front_matter

SHINGLE = 6  #: words in a row that two papers do not hit upon by chance
#: Speech between marks; what opens and does not close is speech to the end of its line.
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*\"|«[^»]*(?:»|$)|‘[^’]{20,}’(?!\w)")
_MARKS = re.compile(r"[\W_]+")

Line = tuple[int, int]


@dataclass(frozen=True)
class Printed:
    """The lines of every article that rows come from, and what they print.

    lines: source_id → its lines as (start, end).
    sources: the source_ids in order; `shingles` names them by their place here.
    shingles: source, shingle, own (whether the article prints it outside of quoted speech).
    words: source_id → how many words these lines have.
    whole: source_id → a number that only an article with the very same words shares.
    """

    lines: Mapping[str, list[Line]]
    sources: tuple[str, ...]
    shingles: pl.DataFrame
    words: Mapping[str, int]
    whole: Mapping[str, int]


def printed(rows: Iterable[Row], texts: Mapping[str, str]) -> Printed:
    """What the articles print where rows come from.

    What is no part of the story (front matter, legal lines) gives no rows; it repeats from article
    to article and says nothing.

    Args:
        rows: Reports, figures and statements.
        texts: source_id → text of the article.
    """
    lines = {
        source: sorted({line_of(texts.get(source, ""), row["char_start"]) for row in held})
        for source, held in sorted(by_key(rows, "source_id").items())
    }
    frames: list[pl.DataFrame] = []
    count: dict[str, int] = {}
    whole: dict[str, int] = {}
    for index, (source, held) in enumerate(lines.items()):
        text = texts.get(source, "")
        frame, words = _of_article([text[start:end] for start, end in held])
        frames.append(frame.with_columns(source=pl.lit(index, pl.UInt32)))
        count[source] = words
        body = " ".join(_MARKS.split(text[front_matter(text)[1] :].lower())).strip()
        whole[source] = int(pl.Series([body]).hash().item())
    empty = {"shingle": pl.UInt64, "own": pl.Boolean, "source": pl.UInt32}
    shingles = pl.concat(frames) if frames else pl.DataFrame(schema=empty)
    return Printed(lines, tuple(lines), shingles, count, whole)


def _of_article(lines: Iterable[str]) -> tuple[pl.DataFrame, int]:
    """The shingles of some lines, and how many words they have."""
    found: set[str] = set()
    own: set[str] = set()
    count = 0
    for line in lines:
        words = _words(line)
        count += len(words)
        found.update(_in_a_row(words))
        if _QUOTED.search(line):
            own.update(one for piece in _QUOTED.split(line) for one in _in_a_row(_words(piece)))
        else:
            own.update(_in_a_row(words))
    listed = list(found)
    frame = pl.DataFrame(
        {
            "shingle": pl.Series(listed, dtype=pl.String).hash(),
            "own": pl.Series([one in own for one in listed], dtype=pl.Boolean),
        }
    )
    return frame, count


def _words(text: str) -> list[str]:
    return [plain(word) for word in WORD.findall(text)]


def _in_a_row(words: list[str]) -> Iterator[str]:
    return (" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
