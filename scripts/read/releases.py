"""What stands behind a text: notes and contacts of a release, who the sender or author is."""

import re
from collections.abc import Sequence

from scripts.read.cues import bare, plain, words_of

_MARKS = re.compile(r"\W*(?:#\s?#\s?#?|-\s?30\s?-)\W*$")
_ABOUT = re.compile(r"about\s+(?:the\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{2,}")
_NAME = r"[^\W\d_a-z][\w.'’/-]+"
_AUTHOR = re.compile(
    rf"(?:(?:Dr|Prof)\.?\s)?(?P<name>{_NAME}(?:\s{_NAME}){{1,3}})"
    r"(?:\s(?:and|&)\s[^,.]{3,40})?,?\s(?:is\s(?:an?|the)|are(?:\sthe)?)\b(?P<role>[^.;]{3,160})"
)
#: What befell somebody is news, whatever that person writes.
_BEFELL = re.compile(
    r"\bwho\s(?:was|were|had|has)\b|\b(?!based)\w+ed\s(?:in|on|by|since|for|with)\b"
)
#: A sender that tells of itself: "The Courier is an independent source of news".
_SENDER = re.compile(
    rf"(?:The\s)?{_NAME}(?:\s[\w.'’-]+){{0,8}}?(?:\s\([^()]{{2,20}}\))?\sis\san?\s(?P<role>[^.;]{{3,160}})"
)
_CONTACT = re.compile(r"[\w.]@\w|\btel\b|\+\d{2,3}[\s-]\d|\bcontact:", re.IGNORECASE)
#: Paragraphs in which a sender tells of itself.
_TELLS_OF_ITSELF = 3


def behind_release(lines: Sequence[str], kinds: Sequence[str]) -> set[int]:
    """Indexes of story lines and headings that stand behind the text of a release.

    Those below its end mark ("###", "ENDS"), unless more of the story stands below than above it;
    and below a line "About SENDER" the paragraphs that go on to tell of the sender.

    Args:
        lines: the article's lines.
        kinds: what each line is so far.
    """
    found: set[int] = set()
    told = [i for i, kind in enumerate(kinds) if kind in {"body", "heading"}]
    size = {i: len(lines[i].split()) for i in told if kinds[i] == "body"}
    for index, line in enumerate(lines):
        above = [i for i in size if i < index]
        if len(above) < 2:
            continue
        if _is_end(line):
            below = [i for i in told if i > index]
            if sum(size.get(i, 0) for i in below) <= sum(size[i] for i in above):
                found |= set(below)
        elif _ABOUT.match(bare(line)) and (
            kinds[index] == "promotion" or (kinds[index] == "heading" and _gives_contact(lines))
        ):
            found |= set(_of_sender(lines, kinds, index))
    return found


def _is_end(line: str) -> bool:
    text = plain(line).strip()
    return bool(_MARKS.match(text)) or text.strip("-–—*()[]:. ").lower() in words_of("release_end")


def _gives_contact(lines: Sequence[str]) -> bool:
    """Whether a line tells whom to call or write to, as releases do."""
    return any(_CONTACT.search(line) for line in lines)


def _of_sender(lines: Sequence[str], kinds: Sequence[str], index: int) -> list[int]:
    """The paragraphs right below "About SENDER" of which the first begins with its name."""
    names = {word.lower() for word in _WORD.findall(_ABOUT.sub("", bare(lines[index])))}
    found: list[int] = []
    for place in range(index + 1, min(index + 1 + _TELLS_OF_ITSELF, len(lines))):
        opening = {word.lower() for word in _WORD.findall(lines[place])[:8]}
        if kinds[place] != "body" or not (found or opening & names):
            break
        found.append(place)
    return found


def about_authors(lines: Sequence[str], kinds: Sequence[str]) -> set[int]:
    """Indexes of the last paragraphs that say who wrote the article, or who publishes it.

    "X is a writer in …" of somebody whom the story itself does not name; and behind a credit or a
    call "X is an independent source of news …".

    Args:
        lines: the article's lines.
        kinds: what each line is so far.
    """
    found: set[int] = set()
    body = [i for i, kind in enumerate(kinds) if kind == "body"]
    for index in reversed(body[2:]):
        line = plain(lines[index]).lstrip("*_ ")
        above = [lines[i] for i in body if i < index]
        closed = kinds[index - 1] in {"credit", "promotion", "legal"}
        if not _is_author(line, above) and not (closed and _is_sender(line)):
            break
        found.add(index)
    return found


def _is_author(line: str, above: Sequence[str]) -> bool:
    match = _AUTHOR.match(line)
    if not match or _BEFELL.search(line):
        return False
    if not words_of("author") & {word.removesuffix("s") for word in _WORD.findall(match["role"])}:
        return False
    surname = re.compile(rf"\b{re.escape(match['name'].split()[-1])}\b")
    return not any(surname.search(one) for one in above)


def _is_sender(line: str) -> bool:
    match = _SENDER.match(line)
    return bool(match and words_of("sender") & set(_WORD.findall(match["role"].lower())))
