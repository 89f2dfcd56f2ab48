"""What each line of an article is: the story, or what stands around it.

By its own words and shape first (`own`), then by where it stands: before the first paragraph,
between paragraphs, behind the last. Nothing is deleted; in doubt a line is body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.read.cues import bare, cue, is_names, plain, words_of
from scripts.read.stories import foreign

_WORD = re.compile(r"[^\W_]+")
_TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$")
_SIGNED = re.compile(r"[.!?”\"]\s+[(/\[][A-Z][A-Z/ -]+[)/\]]\s*$")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\s*\.?\s*$")
_CREDITED = re.compile(
    r"(?:^|[.!?,|/–—-]\s*|\s{2,})(?:photo|image|picture|credit|photograph)s?"
    r"(?:\s+credit|\s+courtesy)?(?:\s*[:/|©]|\s+by\b|\s+of\b)\s*\S.{1,60}$",
    re.IGNORECASE,
)
_LEGEND = re.compile(r"^\s*(?:[\u2580-\u259f]+|[\u25a0-\u25ff]{2,})")
_RULE = re.compile(r"^\s*(?:[_*#=~•·.–—-]\s*){2,}$")
_LINK = re.compile(
    r"^\W*(?:https?://\S+|www\.\S+|\S+@\S+\.\w+|pic\.twitter\.com/\S+|[#@]\w+(?:[\s,]+[#@]\w+)*)"
    r"\W*$"
)
_MARKDOWN_LINK = re.compile(r"^\s*(?:[-*+]\s+)?!?\[[^\]]*\]\([^)]*\)\s*$")
_IMAGE = re.compile(r"^\s*!\[|^\S.*\.(?:jpe?g|png|gif|svg|webp)\s*$", re.IGNORECASE)
_TWEET = re.compile(r"^\s*[—–-]+\s*.{1,60}\(@\w+\)")
_BYLINE = re.compile(r"^(?:by|story by|words by|report by|from)\s*:?\s+(?=[A-Z])", re.IGNORECASE)
_TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{4}-\d\d-\d\d|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_DATED = re.compile(
    r",\s+(?:\w+day,?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?),?\s+\d{4}\.?$"
)
_ITEM = re.compile(r"^\s*(?:[-*+•▪■●►–—]|\d+[.)]|\(?[a-z]\)|\(\()")
_ASKS = re.compile(
    r"^(?:who|what|when|where|why|how|is|are|will|can|could|did|does|do|has)\b", re.I
)
_HASH = re.compile(r"^#{1,6}\s")
_BOLD = re.compile(r"^\s*(?:\*\*|__)[^*_]+(?:\*\*|__)\s*:?\s*$")


@dataclass(frozen=True)
class Line:
    """A line of an article that is not empty. gap: how many empty lines stand before it."""

    text: str
    gap: int


@dataclass(frozen=True)
class _Seen:
    """What a line tells by itself: kind ("" for nothing), and whether it heads those below."""

    kind: str
    opens: bool = False


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
    _sections(lines, seen, found, first)
    marks = [_mark(line, told, kind) for line, told, kind in zip(lines, seen, found, strict=True)]
    for index in foreign([line.text for line in lines], found, marks):
        found[index] = "other_story"
    return found


def own(text: str) -> _Seen:
    """What a line tells by its own words and shape, wherever it stands."""
    told, opens = cue(text)
    if told:
        return _Seen(told, opens)
    if _LEGEND.match(text) or _IMAGE.match(text) or _TWEET.match(text):
        return _Seen("caption")
    if _RULE.match(text):
        return _Seen("heading")
    if _LINK.match(text) or _MARKDOWN_LINK.match(text):
        return _Seen("teaser")
    for test, kind in ((_is_byline, "byline"), (_is_stamp, "stamp"), (_is_caption, "caption")):
        if test(text):
            return _Seen(kind)
    if text.count("|") >= 2 and len(text.split()) <= 25 and not _TERMINAL.search(text):
        return _Seen("teaser")
    return _Seen("")


def _is_byline(text: str) -> bool:
    line = bare(text)
    match = _BYLINE.match(line)
    return bool(match) and is_names(line[match.end() :].replace("|", " ")) if match else False


def _is_stamp(text: str) -> bool:
    """Whether a line is a date or time of publication, a place and a desk at most beside it."""
    line = plain(text)
    months, labels = words_of("month"), words_of("stamp")
    dated = bool(_TIME.search(line))
    strange = 0
    pieces = re.split(r"[,|·•/()]|\s[-–—]\s|:\s", line)
    for piece in pieces:
        words = [re.sub(r"^\d+(?:st|nd|rd|th)$", "1", w.lower()) for w in _WORD.findall(piece)]
        timely = [w.isdigit() or w in months or w in labels for w in words]
        month = any(w in months for w in words) and any(w.isdigit() for w in words)
        past = any(w.isdigit() for w in words) and any(w in {"ago", "read"} for w in words)
        if all(timely):
            dated = dated or month or past
        elif any(w.isdigit() or w in months for w in words) or not is_names(piece):
            return False
        else:
            strange += len(words)
    return dated and strange <= 8 and not (strange and _TERMINAL.search(line))


def _is_caption(text: str) -> bool:
    """Whether a line ends with the credit of a picture."""
    line = plain(text).strip()
    if len(line.split()) > 60 or line[:1] in "\"'":
        return False
    bracket = _BRACKETED.search(line)
    if bracket:
        inside = bracket.group(1)
        words = {word.lower() for word in _WORD.findall(inside)}
        slashed = "/" in inside or bracket.group().startswith("[")
        if len(inside.split()) <= 12 and (
            words & words_of("credit") or (slashed and _agency(inside))
        ):
            return True
    slash = re.search(r"\b([A-Z][\w-]+)\s?/\s?[A-Z][\w .'/-]{1,40}$", line)
    if slash and slash.start() > 0 and _agency(slash.group(1).title()) | _agency(slash.group(1)):
        return True
    tail = re.search(r"[|/©]\s?([A-Z][\w-]+)\.?$", line)
    return bool(_CREDITED.search(line)) or bool(tail and _agency(tail.group(1)))


def _agency(text: str) -> bool:
    known = {word.lower() for word in words_of("agency")}
    return any(word.lower() in known for word in re.findall(r"[\w-]+", text) if word[0].isupper())


def _is_paragraph(text: str) -> bool:
    words = len(text.split())
    line = text.strip().rstrip("*_ ")
    if _ABBREVIATED.search(line) and words <= 15:
        return False
    return words > 30 or (bool(_TERMINAL.search(line)) and words >= 4) or bool(_SIGNED.search(line))


def same(line: str, title: str) -> bool:
    """Whether a line is the title: the same words, or one of them goes on with the outlet."""
    left = [word.casefold() for word in _WORD.findall(line)]
    right = [word.casefold() for word in _WORD.findall(title)]
    short = min(len(left), len(right))
    return (
        short > 0
        and (left == right or (short >= 4 and left[:short] == right[:short]))
        and (abs(len(left) - len(right)) <= 5)
    )


def _first_paragraph(lines: Sequence[Line], seen: Sequence[_Seen], title: str) -> int:
    """Index of the line that the story begins with; the number of lines where none does."""
    for index, line in enumerate(lines):
        if seen[index].kind or same(line.text, title) or _HASH.match(line.text):
            continue
        if not _is_paragraph(line.text) or _called_out(lines, seen, index):
            continue
        return index
    return len(lines)


def _called_out(lines: Sequence[Line], seen: Sequence[_Seen], index: int) -> bool:
    """Whether a sentence above the story is no part of it: a question for title, a caption."""
    text = lines[index].text.strip()
    below = [i for i in range(index + 1, len(lines)) if not seen[i].kind]
    if not below or not _is_paragraph(lines[below[0]].text):
        return False
    above = [i for i in range(index) if not seen[i].kind]
    if not above and re.search(r"[?!]['’”\"]?$", text) and len(text.split()) <= 20:
        return True
    return len(above) > 0 and _is_subtitle(lines, index)


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
    return (
        lines[index].gap == 0
        and lines[index + 1].gap > 0
        and len(later) >= 2
        and all(gap > 0 for gap in later[: max(2, len(later) // 2)])
    )


def _no_dots(text: str) -> str:
    return re.sub(r"\b(?:[A-Z]|[A-Z][a-z]{1,4})\.(?=\s)", "x", text)


def _head(lines: Sequence[Line], seen: Sequence[_Seen], first: int, title: str) -> list[str]:
    """Kinds of the lines before the first paragraph."""
    found = [told.kind for told in seen[:first]]
    open_lines = [i for i in range(first) if not seen[i].kind]
    titles = [i for i in range(first) if same(lines[i].text, title)]
    if not titles:
        plain_ones = [i for i in open_lines if not _sourced(lines[i].text)]
        hashed = [i for i in plain_ones if _HASH.match(lines[i].text)]
        long = [i for i in plain_ones if len(lines[i].text.split()) >= 4]
        labelled = [i for i in range(first) if seen[i].kind == "teaser" and not seen[i].opens]
        titles = (hashed or long or plain_ones or (labelled if not title else []))[:1]
    for index in open_lines:
        text = lines[index].text
        if index > titles[0] if titles else False:
            found[index] = "caption" if _sourced(text) or len(text.split()) > 8 else "heading"
        else:
            found[index] = "caption" if _sourced(text) else "heading"
    if titles:
        found[titles[0]] = "title"
    return found


def _sourced(text: str) -> bool:
    """Whether a line above the story ends with an agency in brackets: a picture's caption."""
    bracket = _BRACKETED.search(plain(text))
    return bool(bracket) and _agency(bracket.group(1)) if bracket else False


def _rest(lines: Sequence[Line], seen: Sequence[_Seen], first: int) -> list[str]:
    """Kinds of the lines from the first paragraph on."""
    stories = [i for i in range(first, len(lines)) if not seen[i].kind and _carries(lines[i].text)]
    last = stories[-1] if stories else first
    found: list[str] = []
    listing = False
    for index in range(first, len(lines)):
        text = lines[index].text
        kind = seen[index].kind
        if (
            kind == "stamp"
            and index < last
            and not re.match(r"\W*(?:publi|updat|post|last)", text, re.I)
        ):
            kind = "heading"  # the day that a part of the story tells of, not that of publication
        elif not kind and listing and not _carries(text):
            kind = "body"
        elif not kind and _is_heading(text):
            kind = "heading" if index < last else "teaser"
        found.append(kind or "body")
        if found[-1] == "body":
            listing = bool(re.search(r"[:;,]\s*$", text)) or (listing and not _carries(text))
    return found


def _carries(text: str) -> bool:
    """Whether a line by its shape goes on with the story rather than heads it."""
    return _is_paragraph(text) and not _is_question(text)


def _is_question(text: str) -> bool:
    line = bare(text)
    return line.endswith("?") and len(line.split()) <= 12 and bool(_ASKS.match(line))


def _is_heading(text: str) -> bool:
    """Whether a line between paragraphs heads the next: short, no end mark, no item, no quote."""
    if _HASH.match(text) or _BOLD.match(text) or _is_question(text):
        return True
    line = plain(text).strip()
    words = line.split()
    if len(words) > 10 or _ITEM.match(text) or _TERMINAL.search(line) or line[-1] in ":;,":
        return False
    return line[0] not in "\"'([" and not line[0].islower()


def _sections(lines: Sequence[Line], seen: Sequence[_Seen], found: list[str], first: int) -> None:
    """Mark the titles below "Related news" and its like, as far as the next paragraph."""
    inside = False
    for index, line in enumerate(lines):
        if seen[index].opens and index >= first:
            inside = True
            found[index] = "teaser"
        elif inside and found[index] in {"body", "heading"}:
            if _is_paragraph(line.text) and not _ITEM.match(line.text):
                inside = False
            else:
                found[index] = "teaser"


def _mark(line: Line, told: _Seen, kind: str) -> str:
    """Whether the story may end at a line, as `stories.foreign` asks it."""
    if told.kind == "legal":
        return "end"
    if told.opens:
        return "section"
    if told.kind in {"promotion", "credit", "teaser"}:
        return "maybe"
    return "signed" if kind == "body" and _SIGNED.search(line.text) else ""
