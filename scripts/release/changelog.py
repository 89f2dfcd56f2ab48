"""The changelog: which section is that of a version, and whether people have written it.

A section begins with a heading of the second level that opens with the number, such as `## 1.1.0`,
`## [1.1.0] - 2031-03-06` or `## v1.1.0 (March)`, and ends before the next one.
"""

import re
from pathlib import Path

from scripts.read.files import InputError

#: Stands in every section that was drafted, until somebody has gone through it and takes it out.
DRAFT = "**DRAFT**"
#: How a changelog begins that was not there before.
HEAD = """\
# Changes to the data

For those who use the data. Each version says first what you must do.
"""
_HEADING = re.compile(r"^##[ \t]+\[?v?(\d+\.\d+\.\d+)\b(?![-.]\w).*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LOWER_HEADING = re.compile(r"^#+.*$", re.MULTILINE)


def read_changelog(path: Path) -> str:
    """The text of a changelog; none where there is no such file.

    Raises:
        InputError: if it cannot be read as UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise InputError(f"{path} cannot be read as UTF-8: {error}; save it as UTF-8") from error


def section(text: str, version: str) -> str | None:
    """What a changelog tells of a version, without the heading; None where it has no section."""
    headings = list(_HEADING.finditer(text))
    for place, heading in enumerate(headings):
        if heading.group(1) == version:
            end = headings[place + 1].start() if place + 1 < len(headings) else len(text)
            return text[heading.end() : end].strip()
    return None


def is_draft(told: str) -> bool:
    """Whether a section still bears the mark of a draft."""
    return DRAFT in told


def is_empty(told: str) -> bool:
    """Whether a section tells nothing: headings and comments tell nothing."""
    return not re.search(r"\w", _LOWER_HEADING.sub("", _COMMENT.sub("", told)))


def with_section(text: str, version: str, told: str) -> str:
    """The changelog with a section for a version, above those of the versions before it.

    Args:
        text: The changelog; where it is empty, it is given a head.
        version: The number of the version.
        told: What to tell of it.
    """
    whole = text if text.strip() else HEAD
    ending = "\r\n" if "\r\n" in whole else "\n"
    whole = whole.replace("\r\n", "\n")
    first = _HEADING.search(whole)
    head, rest = (whole[: first.start()], whole[first.start() :]) if first else (whole, "")
    parts = [head.rstrip("\n"), f"## {version}", told.strip("\n"), rest.rstrip("\n")]
    joined = "\n\n".join(part for part in parts if part) + "\n"
    return joined.replace("\n", ending)
