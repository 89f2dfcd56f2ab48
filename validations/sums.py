"""SHA-256 of what a package holds, and `SHA256SUMS`, as `sha256sum` writes and reads it."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

SUMS = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})[ ][ *](.+)")

Stamp = dict[str, str | int]


def digest(content: bytes) -> str:
    """The hash of a content, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def sha256(path: Path) -> str:
    """The hash of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stamp(content: bytes) -> Stamp:
    """Size and hash of a file's content, in the words of the Data Package standard."""
    return {"bytes": len(content), "hash": f"sha256:{digest(content)}"}


def sums_text(hashes: Mapping[str, str]) -> str:
    """The text of `SHA256SUMS`, sorted by path.

    Args:
        hashes: Path in the package → SHA-256 in hexadecimal digits.
    """
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes))


def sum_in(line: str) -> tuple[str, str] | None:
    """Path and hash of a line of `SHA256SUMS`; None where it is none."""
    match = _LINE.fullmatch(line)
    return (match[2], match[1]) if match else None
