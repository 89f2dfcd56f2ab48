"""What the data dictionary of a package, its README.md, tells that no table holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.publish.dictionary.caveats import CAVEATS, HEADING

_SECTION = re.compile(rf"^## {re.escape(HEADING)}$(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_CAVEAT = re.compile(r"^### (?P<name>[\w-]+)$\s+(?P<text>.+?)(?=^#|\Z)", re.MULTILINE | re.DOTALL)
_BIBTEX = re.compile(r"^```bibtex\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
#: Caveats of every package that a reader has to know before any other.
_FIRST = ("found-by-rules", "announced-is-not-done", "sources-repeat-each-other")


@dataclass(frozen=True)
class Caveat:
    """What to know before counting: its name, and its text in pieces, each prose or a code."""

    name: str
    pieces: tuple[tuple[str, bool], ...]


def readme(folder: Path) -> str:
    """The data dictionary of a package; "" where it has none."""
    try:
        return (folder / "README.md").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def caveats(text: str) -> tuple[Caveat, ...]:
    """What a careful user has to know before counting, as the data dictionary says it."""
    section = _SECTION.search(text)
    found = tuple(_caveats(section[1])) if section else ()
    return tuple(sorted(found, key=lambda one: _rank(one.name)))


def _rank(name: str) -> int:
    """What nobody may miss comes first, then what this package says of itself, then the rest."""
    known = [one.name for one in CAVEATS]
    if name in _FIRST:
        return _FIRST.index(name) - len(_FIRST)
    return known.index(name) + 1 if name in known else 0


def _caveats(section: str) -> Iterator[Caveat]:
    for found in _CAVEAT.finditer(section):
        prose = _LINK.sub(r"\1", " ".join(found["text"].split()))
        pieces = enumerate(prose.split("`"))
        yield Caveat(found["name"], tuple((part, at % 2 == 1) for at, part in pieces if part))


def bibtex(text: str) -> str:
    """How the data are cited, as BibTeX; "" where nobody signed them."""
    found = _BIBTEX.search(text)
    return found[1].rstrip() if found else ""
