"""What an article says about whose text it is: an agency's, or one that appeared elsewhere.

Only what claims the whole text counts: the dateline, the byline, a line that names the source, the
sign-off, the notice of rights, the note that the article first appeared elsewhere. An agency that
helped ("with reporting by", "with inputs from"), is quoted, or took the picture does not. Where
two agencies share the text nobody is named.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from scripts.lexicon import any_of, rows
from scripts.read.agencies import agency, is_house_of, may_be_place
from scripts.read.article import Article
from scripts.read.cues import bare, is_names, plain

#: What parts the names in a byline; "and" parts none, since who is joined so only helped.
_PARTS = re.compile(r"\s*[,|•·;]\s*|\s+[/–—-]\s+|/|\s+(?:for|via|of|in|at)\s+")
_BY = re.compile(r"^(?:by|from|story by|words by|report by|text by|via)\s*:?\s+", re.IGNORECASE)
_STAFF = re.compile(r"\s+(?:staff|staff writers?|writers?|correspondents?|reporters?)$", re.I)
_BRACKETED = re.compile(r"\(([^()]{2,40})\)|\[([^\[\]]{2,40})\]|/([^/]{2,40})/")
#: An agency that no list has, by its name; there only where datelines print one.
_WIRE = re.compile(r"(?:[^\W\d_a-z][\w'’-]*\s){1,3}(?:Wire|Newswire|News|Press|Agency)")
#: The agency behind the day: "CITY, May 3, AGENCY."
_BEHIND_DAY = re.compile(r"\d[^,]{0,12}[,.]\s*([^\W\d][\w .-]{1,30}?)[\s.,:–—-]*$")
#: "(Agency) -" at the start of a story in a form that is no dateline otherwise.
_OPENING = re.compile(r"[^()\[\].!?“\"]{0,50}[(\[]([^()\[\]]{2,40})[)\]]\s*[–—-]")
#: "Agency -", "(Agency)" and nothing before it.
_FIRST = re.compile(r"(?:[(\[]([^()\[\]]{2,40})[)\]]|([^\W\d_][\w.' ]{1,30}?)\s+[–—-])\s")
_SIGNED = re.compile(
    r"(?:[.!?…]['\"]?|['\"])\s*(?:[(\[](?P<in>[^()\[\]]{2,40})[)\]]|(?:--?|[–—/])\s*(?P<dash>[^\W\d][^.!?]{1,40}?)/?)\s*\.?$"
)
_ALONE = re.compile(r"^[\W_]*(?P<name>[^\W_].{0,40}?)[\W_]*$")
_NAME = (
    r"(?:[Tt]he\s+)?[^\W\d_a-z][\w.'’&-]*"
    r"(?:\s+(?:(?:of|the|and|for|on|de|du|la|le|el|al|&)\s+)?[^\W\d_a-z][\w.'’&-]*){0,5}"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WHEN = (
    rf"(?:on\s+)?(?:[A-Z][a-z]+day,?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}|{_MONTH})(?:,?\s+\d{{4}})?,?\s+"
)
_TAIL = re.compile(rf"\s+(?:on\s+)?(?:{_MONTH}(?:\s+\d.*)?|[A-Z][a-z]+day\b.*)$")


@dataclass(frozen=True)
class _Line:
    kind: str
    text: str


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["words"] for row in rows("republished") if row["kind"] == kind)


def _any(kind: str) -> str:
    words = sorted(_words(kind), key=lambda one: (-len(one), one))
    return any_of(re.sub(r"\\ ", r"\\s+", re.escape(word)) for word in words)


@cache
def _note() -> re.Pattern[str]:
    """What notes like "This story was first published by NAME" look like."""
    return re.compile(
        rf"(?i:\b(?:{_any('itself')})\b[^.!?]{{0,60}}?\b|^\W*)(?i:{_any('printed')})\b"
        rf"(?:\s+(?:here|today|online|in\s+full|exclusively))?,?\s+"
        rf"(?:{_WHEN})?(?i:{_any('whence')})\s+"
        rf"(?:the\s+)?(?:{_MONTH}\s+)?(?:(?:\d{{4}}\s+)?(?:print\s+)?(?:issue|edition)\s+of\s+)?"
        rf"(?P<name>{_NAME})"
    )


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_any('label')})\s*[:–—-]\s*(?P<name>[^|,;]+)", re.IGNORECASE)


@cache
def _rights() -> re.Pattern[str]:
    marks = _any("rights")
    year = r"\(?(?:19|20)\d\d(?:-\d{2,4})?\)?"
    return re.compile(
        rf"^[\s*_]*(?:{marks})(?:\s*(?:{marks}))?[\s,]*(?:{year}[\s,]*)?(?P<name>[^\d.,|;]{{2,40}}?)"
        rf"\s*(?:{year}|[.,|;]|\ball\s+rights\b|$)",
        re.IGNORECASE,
    )


def origin(article: Article) -> str:
    """The agency or outlet whose text an article says it prints; "" where it says nothing.

    What the publisher itself is has no origin: an agency's dateline in the agency's own article.
    """
    told = [
        _Line(block.kind, plain(article.text[block.start : block.end]).strip())
        for block in article.blocks
        if block.kind not in {"front_matter", "other_story", "other_language"}
    ]
    meta = article.meta
    publisher, url = meta.get("publisher") or "", meta.get("url") or ""
    steps: Sequence[Callable[[Sequence[_Line]], Iterator[str]]] = (
        _datelines,
        lambda _: _of_byline(plain(meta.get("byline") or ""), publisher),
        lambda lines: _bylines(lines, publisher),
        _labels,
        _sign_offs,
        _notices,
        _notes,
    )
    for step in steps:
        for name in step(told):
            if name not in {"", article.source_id} and not is_house_of(name, publisher, url):
                return name
    return ""


def _the_one(pieces: Sequence[str]) -> str:
    """The agency among some pieces, the rest of which must be days; "" if there is not just one."""
    names = [agency(piece) for piece in pieces if not any(c.isdigit() for c in piece)]
    return names[0] if len(set(names)) == 1 else ""


def _in_brackets(text: str) -> Iterator[str]:
    for match in _BRACKETED.finditer(text):
        inside = next(group for group in match.groups() if group)
        yield agency(inside) or _the_one(re.split(r"[/,;]", inside))
        if _WIRE.fullmatch(inside):
            yield inside


def _datelines(lines: Sequence[_Line]) -> Iterator[str]:
    for line in lines:
        if line.kind == "dateline":
            yield from _in_brackets(line.text)
            behind = _BEHIND_DAY.search(line.text)
            if behind:
                yield agency(behind.group(1))
            bare_names = re.split(r"\s*[,:–—]\s*|\s+-+\s*", line.text)
            yield from (agency(name) for name in bare_names if not may_be_place(name))
    lead = next((line.text for line in lines if line.kind == "body"), "")
    opening = _OPENING.match(lead)
    if opening:
        yield agency(opening.group(1))
    first = _FIRST.match(lead)
    if first and not may_be_place(first.group(2) or ""):
        yield agency(first.group(1) or first.group(2))


def _of_byline(byline: str, publisher: str) -> Iterator[str]:
    """The agency of a byline in which none but persons stands beside it."""
    pieces = [_BY.sub("", piece) for piece in _PARTS.split(byline) if piece.strip()]
    if agency(_BY.sub("", byline)):
        pieces = [_BY.sub("", byline)]
    named = [agency(piece) or agency(_STAFF.sub("", piece)) for piece in pieces]
    others = [piece for piece, name in zip(pieces, named, strict=True) if not name]
    ours = any(
        _words("staff") & set(re.findall(r"\w+", piece.lower()))
        or (publisher and piece.casefold() in publisher.casefold())
        for piece in others
    )
    found = {name for name in named if name}
    if len(found) == 1 and not ours:
        yield found.pop()


def _bylines(lines: Sequence[_Line], publisher: str) -> Iterator[str]:
    """Of a name alone on its line, only where no picture stands beside it: it may have taken it."""
    story = [i for i, line in enumerate(lines) if line.kind == "body"]
    first, last = (story[0], story[-1]) if story else (len(lines), -1)
    for index, line in enumerate(lines):
        around = {one.kind for one in lines[max(0, index - 1) : index + 2]}
        said = bool(_BY.match(line.text))
        alone = said or agency(line.text)
        if line.kind == "stamp" and index < first:
            pieces = [piece for piece in _PARTS.split(line.text) if agency(_BY.sub("", piece))]
            yield from (agency(_BY.sub("", piece)) for piece in pieces[:1])
        elif line.kind == "heading" and index < first and "caption" not in around:
            others = [piece for piece in _PARTS.split(line.text) if not agency(piece)]
            if all(is_names(piece) for piece in others):
                yield from _of_byline(line.text, publisher)
        elif (line.kind == "byline" or (line.kind == "credit" and alone)) and (
            (said or "caption" not in around) and not first <= index <= last
        ):
            yield from _of_byline(line.text, publisher)


def _labels(lines: Sequence[_Line]) -> Iterator[str]:
    for line in lines:
        match = _label().match(bare(line.text))
        rest = bare(line.text)[match.end() :] if match else ""
        if match and line.kind != "caption" and not re.match(r"\s*,\s*[^\W\d]", rest):
            name = match["name"].strip(" .)]")
            yield agency(name) or _the_one(re.split(r"[/(]", name))


def _sign_offs(lines: Sequence[_Line]) -> Iterator[str]:
    """The agency behind the last sentence of the story, or alone on a line right below it."""
    story = [i for i, line in enumerate(lines) if line.kind == "body"]
    if not story:
        return
    signed = _SIGNED.search(lines[story[-1]].text)
    if signed:
        name = (signed["in"] or signed["dash"]).strip()
        yield agency(name) or _the_one(re.split(r"[/,]", name))
    for line in lines[story[-1] + 1 :]:
        alone = _ALONE.match(line.text)
        marked = line.text[:1] in "-–—([/"
        if line.kind != "caption" and alone and marked:
            yield agency(alone["name"])


def _notices(lines: Sequence[_Line]) -> Iterator[str]:
    """The agency of a notice of rights below the story."""
    story = [i for i, line in enumerate(lines) if line.kind == "body"]
    for line in lines[story[-1] if story else 0 :]:
        match = _rights().match(line.text)
        if match and line.kind != "caption":
            yield agency(match["name"])


def _notes(lines: Sequence[_Line]) -> Iterator[str]:
    """The outlet that a note names as the first to print the article."""
    for line in lines:
        if line.kind == "caption":
            continue
        for match in _note().finditer(line.text):
            name = _TAIL.sub("", match["name"]).rstrip(" .,'’-").removesuffix("'s")
            first = re.sub(r"^[Tt]he\s", "", name).casefold()
            if first not in _words("no_outlet") | {"", "the"} and not re.match(_MONTH, name):
                yield agency(name) or name
