"""Bytes → the text that offsets count in: UTF-8, line feeds, one paragraph a line."""

import re
from collections.abc import Sequence

#: A line of more characters is no news paragraph but data, and would stall every later step.
MAX_LINE = 1_000_000
#: Hard-wrapped text has no line beyond this.
_WIDEST = 120
#: A shorter line may be a heading or a name.
_LONG = 40
_UNFINISHED = re.compile(r"[^.!?…:;\"”’)\]\s]\s*$")
#: Lines that begin a thing of their own: list items, headings, quotations, tables, pictures.
_OWN = re.compile(r"\s*(?:[-*+•#>|!=_~]|\d+[.)]\s|\(?[a-z]\)\s)")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


class TextError(Exception):
    """What was given cannot be read as an article; the message says why and what to do."""


def decode(raw: bytes) -> str:
    """Bytes as text, cleaned as `clean` does.

    Raises:
        TextError: if the bytes are no UTF-8, hold control characters, or a line is over `MAX_LINE`.
    """
    if b"\0" in raw:
        at = raw.index(b"\0")
        raise TextError(f"byte {at} is NUL: this is no text, or it is UTF-16; save it as UTF-8")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise TextError(
            f"byte {error.start} (0x{raw[error.start]:02X}) is not UTF-8; save it as UTF-8 (an "
            "editor asks for the encoding when you save under another name)"
        ) from None
    return clean(text)


def clean(text: str) -> str:
    """Text without a byte order mark, with line feeds for line ends and spaces for tabs.

    No cell of a table may hold a tab, and cells hold words as they stand in the text.

    Raises:
        TextError: if it holds control characters or half a surrogate pair, or a line is over
            `MAX_LINE`.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    control = _CONTROL.search(text)
    if control:
        code = f"U+{ord(control.group()):04X}"
        raise TextError(f"character {control.start()} is the control character {code}; remove it")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise TextError(f"character {error.start} is half a surrogate pair; mend it") from None
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            raise TextError(
                f"line {number} has {len(line):,} characters, more than {MAX_LINE:,}; "
                "give one paragraph a line"
            )
    return text


def unwrap(text: str, start: int = 0) -> str:
    """Text with breaks inside its sentences, its paragraphs one a line again.

    A line break inside a paragraph becomes one space, so that every offset stays what it was. A
    break is inside where the next line goes on with a small letter, or at a fixed width where its
    first word would not have fitted. Other text is unchanged.

    Args:
        text: the article.
        start: where its body begins (behind front matter).
    """
    lines = text[start:].split("\n")
    inside = [i for i in range(len(lines) - 1) if lines[i].strip() and lines[i + 1].strip()]
    joined = {i for i in inside if _goes_on(lines[i], lines[i + 1])}
    joined |= _at_width(lines, inside)
    if not joined:
        return text
    body = "".join(
        line + ("" if i == len(lines) - 1 else " " if i in joined else "\n")
        for i, line in enumerate(lines)
    )
    return text[:start] + body


def _at_width(lines: Sequence[str], inside: Sequence[int]) -> set[int]:
    """The breaks at a fixed width, if the text has one: most breaks inside paragraphs are such."""
    width = max(map(len, lines))
    joins = {i for i in inside if _overflows(lines[i], lines[i + 1], width)}
    torn = [i for i in joins if _UNFINISHED.search(lines[i])]
    if width > _WIDEST or len(torn) < 2 or 2 * len(joins) < len(inside):
        return set()
    return joins


def _goes_on(line: str, following: str) -> bool:
    """Whether a line breaks off in a sentence that the next one goes on with."""
    unfinished = len(line) >= _LONG and _UNFINISHED.search(line) is not None
    return unfinished and following[:1].islower() and not _OWN.match(following)


def _overflows(line: str, following: str, width: int) -> bool:
    if _OWN.match(following):
        return False
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width
