"""What each line of an article is: the story, or what stands around it.

By its own words and shape first (`own`), then by where it stands: before the first paragraph,
between paragraphs, behind the last. Nothing is deleted; in doubt a line is body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.read.cues import bare, is_names, plain, words_of
from scripts.read.languages import foreign_lines
from scripts.read.releases import about_authors, behind_release
from scripts.read.shapes import (
    HASH,
    ITEM,
    SIGNED,
    TERMINAL,
    Seen,
    carries,
    is_heading,
    is_paragraph,
    is_sourced,
    own,
    same,
)
from scripts.read.stories import foreign

_DATED = re.compile(
    r",\s+(?:\w+day,?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?),?\s+\d{4}\.?$"
)
_CITY = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[\s/,]+[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}$")
_LABELLED = re.compile(r"\W*(?:publi|updat|post|last|modif)", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A line of an article that is not empty. gap: how many empty lines stand before it."""

    text: str
    gap: int


def kinds(lines: Sequence[Line], title: str = "") -> list[str]:
    """The kind of each line, as `Block.kind` names them.

    Args:
        lines: the lines behind the front matter, in order.
        title: the title as front matter or record give it, else "".
    """
    seen = [own(line.text) for line in lines]
    first = _first_paragraph(lines, seen, title)
    found = _head(lines, seen, first, title)
    found += _rest(lines, seen, first)
    _days(lines, found, first)
    _sections(lines, seen, found, first)
    for index in foreign([line.text for line in lines], found, _ends(lines, seen, found)):
        found[index] = "other_story"
    texts = [line.text for line in lines]
    for index in behind_release(texts, found) | about_authors(texts, found):
        found[index] = "promotion"
    stories = [i for i, kind in enumerate(found) if kind in {"body", "heading"}]
    for place in foreign_lines([lines[i].text for i in stories]):
        found[stories[place]] = "other_language"
    return found


def _first_paragraph(lines: Sequence[Line], seen: Sequence[Seen], title: str) -> int:
    """Index of the line that the story begins with; the number of lines where none does."""
    for index, line in enumerate(lines):
        if seen[index].kind or same(line.text, title) or HASH.match(line.text):
            continue
        leads = is_paragraph(line.text) or re.search(r"(?:\s\S+){4}:$", line.text.strip())
        if leads and not _called_out(lines, seen, index):
            return index
    rest = [i for i, told in enumerate(seen) if not told.kind and not same(lines[i].text, title)]
    long = [i for i in rest if len(lines[i].text.split()) >= 8]
    return long[0] if long and long[0] != rest[0] else len(lines)


def _called_out(lines: Sequence[Line], seen: Sequence[Seen], index: int) -> bool:
    """Whether a sentence above the story is no part of it: a question for title, a caption."""
    text = lines[index].text.strip()
    below = [i for i in range(index + 1, len(lines)) if not seen[i].kind]
    if not below or not is_paragraph(lines[below[0]].text):
        return False
    above = [i for i in range(index) if not seen[i].kind]
    if not above and re.search(r"[?!]['’”\"]?$", text) and len(text.split()) <= 20:
        return True
    if not above:
        return False
    if is_sourced(text) and len(text.split()) <= 25:
        return True
    dated = any(told.kind == "stamp" for told in seen[:index])
    return _is_subtitle(lines, index) or (not dated and _is_deck(lines, seen, index))


def _is_deck(lines: Sequence[Line], seen: Sequence[Seen], index: int) -> bool:
    """One short sentence below the title and above the line that says who wrote it, or when."""
    text = lines[index].text.strip()
    if len(text.split()) > 35 or re.search(r"[.!?]['”\"]?\s+[A-Z“\"]", _no_dots(text)):
        return False
    for told, line in zip(seen[index + 1 : index + 4], lines[index + 1 :], strict=False):
        if not told.kind:
            return False
        if told.kind == "byline" or (told.kind == "stamp" and re.search(r"\d{4}", line.text)):
            return True
    return False


def _is_subtitle(lines: Sequence[Line], index: int) -> bool:
    """One sentence below the title that is dated like a picture or set apart from paragraphs."""
    text = lines[index].text.strip()
    if len(text.split()) > 35 or re.search(r"[.!?]['”\"]?\s+[A-Z“\"]", _no_dots(text)):
        return False
    if re.search(r"[\"“”]", text):
        return False
    if _DATED.search(plain(text)):
        return True
    later = [line.gap for line in lines[index + 2 :]]
    return lines[index].gap == 0 and len(later) >= 2 and lines[index + 1].gap > max(later) > 0


def _no_dots(text: str) -> str:
    return re.sub(r"\b(?:[A-Z]|[A-Z][a-z]{1,4})\.(?=\s)", "x", text)


def _head(lines: Sequence[Line], seen: Sequence[Seen], first: int, title: str) -> list[str]:
    """Kinds of the lines before the first paragraph."""
    found = [told.kind for told in seen[:first]]
    open_lines = [i for i in range(first) if not seen[i].kind]
    titles = [i for i in range(first) if same(lines[i].text, title)]
    if not titles:
        plain_ones = [i for i in open_lines if not is_sourced(lines[i].text)]
        named = [i for i in plain_ones if not _is_masthead(lines[i].text)]
        plain_ones = named or plain_ones
        hashed = [i for i in plain_ones if HASH.match(lines[i].text)]
        long = [i for i in plain_ones if len(lines[i].text.split()) >= 4]
        labelled = [i for i in range(first) if seen[i].kind == "teaser" and not seen[i].opens]
        titles = (hashed or long or plain_ones or (labelled if not title else []))[:1]
    for index in open_lines:
        text = lines[index].text
        below = bool(titles) and index > titles[0]
        shows = below and (len(text.split()) > 8 or bool(TERMINAL.search(text)))
        found[index] = "caption" if shows or is_sourced(text) else "heading"
        if below and _CITY.match(text.strip()) and index == first - 1:
            found[index] = "dateline"
        elif below and " in " in text and len(text.split()) <= 8 and is_names(text):
            found[index] = "byline"
    if titles:
        found[titles[0]] = "title"
    return found


def _is_masthead(text: str) -> bool:
    """Whether a line is the name of an office that publishes ("Ministry of Foreign Affairs")."""
    first = bare(text).partition(" ")[0].lower()
    return first in words_of("office") and is_names(text)


def _rest(lines: Sequence[Line], seen: Sequence[Seen], first: int) -> list[str]:
    """Kinds of the lines from the first paragraph on."""
    stories = [i for i in range(first, len(lines)) if not seen[i].kind and carries(lines[i].text)]
    last = stories[-1] if stories else first
    found: list[str] = []
    listing = False
    for index in range(first, len(lines)):
        text = lines[index].text
        kind = seen[index].kind
        if not kind and _follows_call(text, found):
            kind = found[-1]
        elif not kind and len(text.split()) <= 12 and is_sourced(text) and not SIGNED.search(text):
            kind = "credit"
        elif not kind and not (listing and not carries(text)) and is_heading(text):
            kind = "heading" if index < last else "teaser"
        elif not kind and index > last and len(text.split()) <= 3 and not listing:
            kind = "teaser"
        found.append(kind or "body")
        if not kind:
            listing = text.rstrip()[-1] in ":;," or (listing and not carries(text))
    return found


def _days(lines: Sequence[Line], found: list[str], first: int) -> None:
    """Make the days and hours that parts of the story tell of headings: none is of publication.

    One behind the second paragraph is such, and where there are several, those above it as well.
    """
    stamps = [i for i, kind in enumerate(found) if kind == "stamp"]
    bare_ones = [i for i in stamps if not _LABELLED.match(lines[i].text)]
    last = max((i for i, kind in enumerate(found) if kind == "body"), default=first)
    inside = [i for i in bare_ones if first < i < last]
    for index in bare_ones:
        deep = index in inside and found[:index].count("body") > 1
        if deep or len(inside) > 1:
            found[index] = "heading"


def _follows_call(text: str, found: Sequence[str]) -> bool:
    """Whether a line without an end mark goes on with the call for readers above it."""
    line = plain(text).strip()
    return (
        found[-1:] == ["promotion"]
        and 4 <= len(line.split()) <= 25
        and not TERMINAL.search(line)
        and not ITEM.match(line)
        and line[0] not in "\"'"
        and line[-1] not in ":;,\"'"
    )


def _sections(lines: Sequence[Line], seen: Sequence[Seen], found: list[str], first: int) -> None:
    """Mark the titles below "Related news" and its like, as far as the next paragraph."""
    inside = False
    for index, line in enumerate(lines):
        if seen[index].opens and index >= first:
            inside = True
            found[index] = "teaser"
        elif inside and found[index] in {"body", "heading", "stamp"}:
            if found[index] == "body" and _goes_on(line.text):
                inside = False
            else:
                found[index] = "teaser"


def _goes_on(text: str) -> bool:
    """Whether a line below a list of titles is of the story again: no item, no title that asks."""
    asks = text.rstrip().endswith("?") and len(text.split()) <= 12
    return is_paragraph(text) and not ITEM.match(text) and not asks


def _ends(lines: Sequence[Line], seen: Sequence[Seen], found: Sequence[str]) -> list[str]:
    """Whether the story may end at each line, as `stories.foreign` asks it."""
    marks: list[str] = []
    closed = False
    for line, told, kind in zip(lines, seen, found, strict=True):
        if kind == "body":
            signed = SIGNED.search(line.text)
            marks.append("signed" if signed else "")
            closed = bool(signed)
        elif told.kind == "legal" or (told.opens and closed) or _is_sign_off(told, line.text):
            marks.append("end")
        elif told.opens:
            marks.append("section")
        else:
            marks.append("maybe" if told.kind in {"promotion", "credit", "teaser"} else "")
        closed = closed or kind in {"legal", "credit"}
    return marks


def _is_sign_off(told: Seen, text: str) -> bool:
    """Whether a line names who reported: it closes a story, unlike the source of a chart."""
    return told.kind == "credit" and not bare(text).lower().startswith(("source", "with "))
