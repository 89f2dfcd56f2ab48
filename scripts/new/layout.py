"""Lay out the folder of a new data set: two invented articles, and what people write about it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.publish.demanding import RULINGS_HEAD, expected_head
from scripts.publish.metadata import CHANGELOG
from scripts.read.files import InputError
from scripts.release.changelog import HEAD

#: Files that are copied as they stand, but for the words between two `@`.
_FILES = Path(__file__).parent / "files"


def _quoted(text: str) -> str:
    """A text as TOML writes it."""
    # NOTE: a JSON string is a TOML string, but for the one control character that JSON allows.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _texts(title: str) -> Iterator[tuple[str, str]]:
    """(path in the data set, text) of every file, in the order in which they are read."""
    slug = "-".join(re.findall(r"[a-z0-9]+", title.lower())) or "dataset"
    words = {"@NAME@": _quoted(slug), "@TITLE@": _quoted(title)}
    for path in sorted(_FILES.rglob("*.*"), key=lambda path: path.relative_to(_FILES).as_posix()):
        text = path.read_text(encoding="utf-8")
        for word, given in words.items():
            text = text.replace(word, given)
        yield path.relative_to(_FILES).as_posix(), text
    yield "curation/expected.toml", expected_head()
    yield "curation/rulings.toml", RULINGS_HEAD
    yield CHANGELOG, HEAD


def lay_out(path: Path) -> list[Path]:
    """Make the folder of a new data set.

    Args:
        path: Where; it must not exist or must be empty.

    Returns:
        The files written.

    Raises:
        InputError: if the folder holds something or cannot be written.
    """
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise InputError(f"{path} exists and is not an empty folder; name another one")
        written = []
        for name, text in _texts(path.resolve().name):
            file = path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            written.append(file)
    except OSError as error:
        raise InputError(f"cannot write to {path}: {error.strerror or error}") from error
    return written
