"""Markdown as GitHub reads it: lists, values as code, headings and links to them."""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from scripts.publish.tables import number_text

_HEADING = re.compile(r"(#{2,3}) (.+)")
_FENCE = "```"
#: Letters of a value that a grid shows, and of a word of it: longer ones would make it too wide.
_LONG, _WORD = 48, 28


def names(columns: Iterable[str]) -> str:
    """Names as code, with commas between them."""
    return ", ".join(f"`{name}`" for name in columns)


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a sentence lists them."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def code(value: object) -> str:
    """A value of a table as code, cut where it is long; nothing for a missing one."""
    if value is None:
        return ""
    text = number_text(value) if isinstance(value, float) else str(value)
    if isinstance(value, date):
        text = value.isoformat()
    first = text.split(" ", 1)[0]
    if len(first) > _WORD:
        text = f"{first[:_WORD]}…"
    elif len(text) > _LONG:
        text = f"{text[: _LONG + 1].rsplit(' ', 1)[0]} …"
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}"


def flowed(text: str) -> str:
    """Text with every paragraph and every item of a list on one line, however it was typed."""
    return re.sub(r"(?<!\n)\n(?!\n|- |$)\s*", " ", text.strip())


def plain(text: str) -> str:
    """Text in which nothing is taken for Markdown: quoted words, names, notes."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", text)


def anchor(heading: str) -> str:
    """What a link to a heading ends in, as GitHub makes it."""
    bare = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
    return re.sub(r"[^\w\- ]", "", bare.strip().lower()).replace(" ", "-")


def link(heading: str, words: str | None = None) -> str:
    """A link to a section of the same page."""
    return f"[{words or heading}](#{anchor(heading)})"


def headings(text: str) -> list[tuple[int, str]]:
    """Level and words of every heading of a page, but its title and what stands in code."""
    found = []
    fenced = False
    for line in text.split("\n"):
        fenced ^= line.startswith(_FENCE)
        match = None if fenced else _HEADING.fullmatch(line)
        if match:
            found.append((len(match[1]), match[2]))
    return found


def contents(text: str, alone: Collection[str] = ()) -> str:
    """A list of the sections of a page, with links; the parts of a section stand behind it.

    Args:
        text: The page.
        alone: Headings of sections that are listed without their parts.
    """
    lines: list[str] = []
    bare = True
    for level, heading in headings(text):
        if level == 2:
            lines.append(f"- {link(heading)}")
            bare = heading in alone
        elif not bare:
            short = heading.rpartition(": ")[2]
            lines[-1] += f"{' · ' if ': ' in lines[-1] else ': '}{link(heading, short)}"
    return "\n".join(lines)
