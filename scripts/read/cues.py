"""What a line says it is: known words (`lexicon/furniture.csv`) at known places of the line.

where: `start` (the line begins with the cue), `label` (so, and a colon, a bar or nothing follows,
or the cue stands in capitals), `whole` (the line is the cue), `names` (the cue and then names
only), `any` (anywhere in it). `*` in a cue is up to eight words. `max_words`: longer lines are
stories. `opens`: the lines below belong to it.
"""

import re
from collections.abc import Mapping
from functools import cache

from scripts.lexicon import any_of, rows
from scripts.read.sentences import sentences

#: Words behind "More from X:" that make it a paragraph of the story.
_TOLD = 12
_PLAIN = str.maketrans("“”„«»‘’\u00a0\u2009\u202f‑", '"""""\'\'   -')
#: What stands before a line's first word: bullets, arrows, brackets, Markdown; no quotation mark.
_BEFORE = re.compile(r"^(?:[^\w\"'©]|_)+")
_QUOTE = "\"'"
#: Captions show and calls ask; they quote nobody and give no source.
_TELLS = re.compile(r'"|\b(?:said|says|told|according to)\b', re.IGNORECASE)
#: What a note about the article itself speaks of.
_OF_ITSELF = re.compile(
    r"\b(?:this|earlier|previous) (?:story|article|report|post|piece|version)|note\b"
)
_LABEL_END = r"(?=\s*(?:[:|>»]|$))"


def plain(line: str) -> str:
    """A line with plain quotation marks and spaces, one for one."""
    return line if line.isascii() else line.translate(_PLAIN)


def bare(line: str) -> str:
    """A line in plain marks without the bullets, brackets and marks before its first word."""
    return _BEFORE.sub("", plain(line)).strip()


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words of a kind in `lexicon/line_words.csv`, as they stand there."""
    return frozenset(row["word"] for row in rows("line_words") if row["kind"] == kind)


def _pattern(cue: str) -> str:
    gap = r"(?:\S+\s+){0,8}?"
    parts = [gap if part == "*" else re.escape(part) + r"\s+" for part in cue.split()]
    joined = "".join(parts)
    joined = joined.removesuffix(r"\s+") if not cue.endswith("*") else joined + r"\S"
    edge = r"\b" if cue[-1:].isalnum() else ""
    return joined + (edge if not cue.endswith(("19", "20")) else "")


def _ended(cue: str, where: str) -> str:
    pattern = _pattern(cue)
    if where == "label":
        return pattern + _LABEL_END
    if where == "whole":
        return pattern + r"[\s:.!…>»)\]*_-]*$"
    return pattern


@cache
def _groups() -> tuple[tuple[str, str, int, bool, re.Pattern[str]], ...]:
    """(where, kind, most words, opens, one pattern for all its cues), in the order of the file."""
    collected: dict[tuple[str, str, int, bool], list[str]] = {}
    for row in rows("furniture"):
        key = (row["where"], row["kind"], int(row["max_words"] or 10**6), row["opens"] == "yes")
        collected.setdefault(key, []).append(_ended(row["cue"], row["where"]))
    return tuple(
        (*key, re.compile(any_of(patterns), re.IGNORECASE)) for key, patterns in collected.items()
    )


@cache
def _shouted() -> re.Pattern[str]:
    """Labels in capitals with no colon behind them: "READ MORE Neighbours meet"."""
    cues: list[Mapping[str, str]] = [
        row for row in rows("furniture") if row["where"] == "label" and " " in row["cue"]
    ]
    return re.compile("|".join(_pattern(row["cue"].upper()) for row in cues))


def cue(line: str) -> tuple[str, bool]:
    """The kind that a line's words tell and whether it heads the lines below; ("", False) if none.

    A line that begins with a quotation mark is somebody's words and tells nothing.
    """
    text = bare(line)
    if not text or text[0] in _QUOTE:
        return "", False
    count = len(text.split())
    for where, kind, most, opens, pattern in _groups():
        look = pattern.search if where == "any" else pattern.match
        found = look(text) if count <= most else None
        if found and _stands(text, found, where, kind):
            return kind, opens
    shouted = _shouted().match(text)
    if shouted and count <= 40 and not text.isupper():
        kind = cue(shouted.group() + ":")[0]
        return kind, False
    return "", False


def _stands(text: str, found: re.Match[str], where: str, kind: str) -> bool:
    """Whether a cue tells what the line is: it may be a word of the story, or of its last call."""
    if where == "names":
        return is_names(text[found.end() :].rstrip(" .)]"))
    if where == "any":
        end = sentences(text, 0, len(text))[0][1]
        return found.start() < end or len(text[:end].split()) < 5
    if where == "start" and kind in {"caption", "promotion"}:
        return not _TELLS.search(text) or bool(_OF_ITSELF.search(text))
    if where == "start" and kind == "teaser":
        lead, colon, rest = text[found.end() :].partition(":")
        told = bool(colon) and len(lead.split()) <= 4 and rest.rstrip().endswith(".")
        return not (told and len(rest.split()) >= _TOLD)
    return True


def is_names(text: str) -> bool:
    """Whether text holds names and the small words between them, and no sentence."""
    found = re.findall(r"[^\W_]+(?:['.-][^\W_]+)*", plain(text))
    capital = [word for word in found if word[0].isupper() or word[0].isdigit()]
    small = words_of("small")
    ends = re.search(r"[?!]\s*$|[^\W_]{3,}\.\s*$", text.strip())
    return (
        bool(capital)
        and not ends
        and len(found) <= 25
        and all(word in small or word in capital for word in found)
    )
