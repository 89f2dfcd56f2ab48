"""What a line says it is by its own words and shape, wherever it stands."""

import re
from dataclasses import dataclass

from scripts.read.cues import bare, cue, is_names, plain, words_of

#: No caption, call or notice is as long; what is longer is the story.
_LONGEST = 1_500
#: No date of publication with its place, desk and update is as long.
_LONGEST_STAMP = 250
_GAP = re.compile(r"\s{3,}")
_WORD = re.compile(r"[^\W_]+")
TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$")
SIGNED = re.compile(r"[.!?”\"]\s+[(/\[][A-Z][A-Z/ -]+[)/\]]\s*$")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\s*\.?\s*$")
_CREDITED = re.compile(
    r"(?:^|[.!?|/]\s*|\s[–—-]\s|\s{2,})(?:photo|image|picture|credit|photograph)s?"
    r"(?:\s+credit|\s+courtesy)?(?:\s*[:/|©]|\s+(?:by|via)\b)\s*(?-i:[^\Wa-z_]).{1,60}$",
    re.IGNORECASE,
)
_NAMED_CREDIT = re.compile(
    r"(?:Image|Photo|Picture|Photograph|Credit)s?(?:\s+credit)?\s?:\s?[^\Wa-z_][^!?]{1,60}$"
)
#: The way to a page: "Home / News / World".
_TRAIL = re.compile(r"^[^\W\d_][\w &'-]{1,24}(?:\s+[/>›»]\s+[^\W\d_][\w &'-]{1,24}){2,}$")
_FILE = re.compile(r"FILE(?: PHOTO| IMAGE)?\s?[-–—:]")
_SAID = re.compile(r"\b(?:said|says|told|according to)\b")
_LEGEND = re.compile(r"^\s*(?:[\u2580-\u259f]+|[\u25a0-\u25ff]{2,})")
_RULE = re.compile(r"^\s*(?:[_*#=~•·.–—-]\s*){2,}$")
_LINK = re.compile(
    r"^\W*(?:https?://\S+|www\.\S+|\S+@\S+\.\w+|pic\.twitter\.com/\S+|[#@]\w+(?:[\s,]+[#@]\w+)*)"
    r"\W*$"
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_MARKDOWN_LINK = re.compile(r"^\s*(?:[-*+]\s+)?!?\[[^\]]*\]\([^)]*\)\s*$")
_IMAGE = re.compile(r"^\s*!\[|^\S.*\.(?:jpe?g|png|gif|svg|webp)\s*$", re.IGNORECASE)
_TWEET = re.compile(r"^\s*[—–-]+\s*.{1,60}\(@\w+\)")
_BYLINE = re.compile(r"^(?:by|story by|words by|report by|from)\s*:?\s+(?=[A-Z])", re.IGNORECASE)
_FULL_DATE = re.compile(r"\s*(?:\d{1,2}\s+[A-Z]\w{2,8}|[A-Z]\w{2,8}\.?\s+\d{1,2}),?\s+\d{4}\b")
_INITIALS = re.compile(r"^\([A-Z][A-Z/ -]{1,12}\)$")
_REPORTED = re.compile(r"\b(?:reported|reporting|contributed)\b")
_TIME = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\b\d{4}([-/.])\d\d?\1\d\d?|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
)
#: Letters that are written right behind the digits of a day or an hour.
_AFTER_DIGITS = re.compile(r"^\d+(?:st|nd|rd|th|am|pm|h|z)$")
#: Where pages show two elements side by side their text has no space: "May 3, 202412:41 PM".
GLUED = re.compile(
    r"(?<=[12]\d\d\d)(?=\d\d?:\d\d)|(?<=[A-Za-z\d])(?=(?:Updated|Published|Modified)\b)"
)
_ISO_TIME = re.compile(r"(?<=\d)T(?=\d\d:?\d\d)")
ITEM = re.compile(r"^\s*(?:[-*+•▪■●►–—]|\d+[.)]|\(?[a-z]\)|\(\(|\[\d+\])")
#: Numbers of footnotes behind an end mark, and of questions before one.
_NOTES = re.compile(r"(?:\[\w{1,3}\]|[¹²³⁴-⁹])+$")
_NUMBER = re.compile(r"^\s*(?:Q?\d{1,2}[.):]|Q[.:])\s+")
_ASKS = re.compile(
    r"^(?:who|what|when|where|why|how|is|are|will|can|could|did|does|do|has)\b", re.I
)
HASH = re.compile(r"^#{1,6}\s")
_BOLD = re.compile(r"^\s*(?:\*\*|__)[^*_]+(?:\*\*|__)\s*:?\s*$")


@dataclass(frozen=True)
class Seen:
    """What a line tells by itself: kind ("" for nothing), and whether it heads those below."""

    kind: str
    opens: bool = False


def own(text: str) -> Seen:
    """What a line tells by its own words and shape."""
    if len(text) > _LONGEST:
        return Seen("")
    text = _GAP.sub("  ", text)
    told, opens = cue(text)
    if told == "promotion" and _is_stamp(text):
        return Seen("stamp")
    if told:
        return Seen(told, opens)
    if _LEGEND.match(text) or _IMAGE.match(text) or _TWEET.match(text):
        return Seen("caption")
    if _RULE.match(text):
        return Seen("heading")
    if _LINK.match(text) or _MARKDOWN_LINK.match(text):
        return Seen("teaser")
    if _ADDRESS.search(text) and len(text.split()) <= 40:
        return Seen("promotion")
    if _is_share_bar(text):
        return Seen("promotion")
    if _INITIALS.match(text) or _is_team(text):
        return Seen("credit")
    for test, kind in ((_is_byline, "byline"), (_is_stamp, "stamp"), (_is_caption, "caption")):
        if test(text):
            return Seen(kind)
    if _TRAIL.match(text):
        return Seen("teaser")
    if text.count("|") >= 2 and len(text.split()) <= 25 and not TERMINAL.search(text):
        return Seen("teaser")
    return Seen("")


def _is_share_bar(text: str) -> bool:
    """Whether a line names nothing but ways to share it ("Facebook Twitter Print")."""
    found = _WORD.findall(text.lower()) if len(text) <= _LONGEST_STAMP else []
    return bool(found) and all(word in words_of("share") for word in found)


def _is_byline(text: str) -> bool:
    line = bare(text)
    match = _BYLINE.match(line)
    return bool(match) and is_names(line[match.end() :].replace("|", " ")) if match else False


def _is_team(text: str) -> bool:
    """Whether a line names who reported from where and says nothing else."""
    return bool(_REPORTED.search(text)) and is_names(text.rstrip(" .)"))


def _is_stamp(text: str) -> bool:
    """Whether a line is a date or time of publication, a place and a desk at most beside it."""
    if len(text) > _LONGEST_STAMP:
        return False
    line = GLUED.sub(" ", _ISO_TIME.sub(" ", plain(text)))
    months, labels = words_of("month"), words_of("stamp")
    dated = bool(_TIME.search(line))
    strange = 0
    full = _FULL_DATE.match(line)
    if full and words_of("month") & {word.lower() for word in _WORD.findall(full.group())}:
        line, dated = line[full.end() :], True
    parts = r"[,|·•/()]|\s[-–—]\s|:\s"
    if next(iter(_WORD.findall(line.lower())), "") in labels:  # "Posted by Amal Noor on May 3"
        parts += r"|\s(?:by|on)\s"
    for piece in re.split(parts, line):
        words = [_AFTER_DIGITS.sub("1", w.lower()) for w in _WORD.findall(piece)]
        timely = [w.isdigit() or w in months or w in labels for w in words]
        month = any(w in months for w in words) and any(w.isdigit() for w in words)
        past = any(w.isdigit() for w in words) and any(w in {"ago", "read"} for w in words)
        if all(timely):
            dated = dated or month or past
        elif any(w.isdigit() or w in months for w in words) or not is_names(piece):
            return False
        else:
            strange += len(words)
    return dated and strange <= 8 and not (strange and TERMINAL.search(line))


def _is_caption(text: str) -> bool:
    """Whether a line ends with the credit of a picture."""
    line = plain(text).strip()
    words = len(line.split())
    if words > 60 or line[:1] in "\"'" or (words > 18 and _SAID.search(line)):
        return False
    if _FILE.match(line):
        return True
    bracket = _BRACKETED.search(line)
    if bracket:
        inside = bracket.group(1)
        known = {word.lower() for word in _WORD.findall(inside)} & words_of("credit")
        passed_on = re.search(r"/|\bvia\b", inside) or bracket.group().startswith("[")
        if len(inside.split()) <= 12 and (known or (passed_on and _agency(inside))):
            return True
    slash = re.search(r"\b([A-Z][\w-]+)\s?/\s?[A-Z][\w .'/-]{1,40}$", line)
    if slash and slash.start() > 0 and _agency(slash.group(1).title()) | _agency(slash.group(1)):
        return True
    tail = re.search(r"[|/©]\s?([A-Z][\w-]+)\.?$", line)
    if tail and _agency(tail.group(1)):
        return True
    return bool(_CREDITED.search(line) or _NAMED_CREDIT.search(line))


def _agency(text: str) -> bool:
    known = {word.lower() for word in words_of("agency")}
    return any(word.lower() in known for word in re.findall(r"[\w-]+", text) if word[0].isupper())


def is_paragraph(text: str) -> bool:
    """Whether a line is a sentence or more by its end mark or its length."""
    words = len(text.split())
    line = _NOTES.sub("", text.strip().rstrip("*_ "))
    if _ABBREVIATED.search(line) and words <= 15:
        return False
    return words > 30 or (bool(TERMINAL.search(line)) and words >= 4) or bool(SIGNED.search(line))


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


def is_heading(text: str) -> bool:
    """Whether a line between paragraphs heads the next: short, no end mark, no item, no quote."""
    if HASH.match(text) or _BOLD.match(text) or is_question(text):
        return True
    line = plain(text).strip()
    if len(line.split()) > 10 or ITEM.match(text) or line[-1] in ":;,":
        return False
    if TERMINAL.search(line) or SIGNED.search(line):
        return False
    if line[0] in "\"'":
        return line[-1] == line[0] and not re.search(r"[.,!?…]['\"]$", line)
    return line[0] not in "([" and not line[0].islower()


def is_question(text: str) -> bool:
    """Whether a line is one short question, as headings of explainers are."""
    line = bare(_NUMBER.sub("", text))
    return line.endswith("?") and len(line.split()) <= 12 and bool(_ASKS.match(line))


def carries(text: str) -> bool:
    """Whether a line by its shape goes on with the story rather than heads it."""
    return is_paragraph(text) and not is_question(text)


def is_sourced(text: str) -> bool:
    """Whether a line above the story ends with an agency in brackets: a picture's caption."""
    bracket = _BRACKETED.search(plain(text))
    return bool(bracket) and _agency(bracket.group(1)) if bracket else False
