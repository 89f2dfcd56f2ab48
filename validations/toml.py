"""Read a TOML file that people write, and say what is wrong with it as they can mend it."""

import re
import tomllib
from pathlib import Path
from typing import Any

_LINE = re.compile(r"at line (\d+)")
_CURLY = re.compile("[“”„‟«»‘’‚]")
_DAY = re.compile(r"=\s*(?:\d{1,2}[./ -]\s*(?:\d{1,2}|[A-Za-z]+)|[A-Za-z]{3,9}\.? \d)")
_BARE = re.compile(r"=\s*[A-Za-z]")
#: Longest part of a line that is shown.
_SHOWN = 80


class TomlError(Exception):
    """A file is no TOML in UTF-8; the message says where, why and what to write."""


def read_toml(path: Path) -> dict[str, Any]:
    """What a TOML file holds.

    Raises:
        TomlError: if it is no TOML in UTF-8. The message does not name the file.
        OSError: if it cannot be opened.
    """
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise TomlError(f"line {line} is not in UTF-8; save the file as UTF-8") from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TomlError(_told(text, str(error))) from error


def _told(text: str, error: str) -> str:
    """The line with the fault, and what to write instead."""
    found, lines = _LINE.search(error), text.splitlines()
    number = int(found.group(1)) if found else len(lines)
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    if not line:
        return f"{error}; look whether a quotation mark or a bracket is not closed"
    shown = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
    return f"line {number}, `{shown}`: {_remedy(line, error)}"


def _remedy(line: str, error: str) -> str:
    if _CURLY.search(line):
        return 'write straight quotation marks, "like these", and not curly ones'
    if _DAY.search(line):
        return "write a day as in 2024-05-31, without quotation marks"
    if _BARE.search(line) and not re.search(r"=\s*(?:true|false)\b", line):
        return 'text stands between straight quotation marks, as in key = "words"'
    if line.count('"') % 2:
        return "a quotation mark is missing"
    return f"{error[:1].lower()}{error[1:]}; write key = value, text between quotation marks"
