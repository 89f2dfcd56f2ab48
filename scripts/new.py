"""Start a data set: a folder with what people write, ready for the first article."""

import json
import re
from pathlib import Path

from scripts.publish.demanding import RULINGS_HEAD, expected_head
from scripts.read.files import InputError

_PACKAGE = """\
# Who and what this data set is. The version is written here and nowhere else.
name = {name}
title = {title}
version = "0.1.0"
created = 2000-01-01  # day of this version, ISO; set it by hand at each release
description = "One sentence on what the data set covers."
keywords = []

[[licenses]]
name = "CC-BY-4.0"
path = "https://creativecommons.org/licenses/by/4.0/"
title = "Creative Commons Attribution 4.0"
scope = "data"

[[contributors]]
title = "Your name or your group"
roles = ["creator"]
"""
_EXAMPLE = """\
---
title: Headline of the article
publisher: Name of the outlet
byline:
published: 2000-01-01
published_basis: supplied
url:
language: en
derived_from:
rights:
---

Headline of the article

The text of the article, one paragraph a line.

Take the ending `.draft` off the name of this file, and build reads it.
"""


def _quoted(text: str) -> str:
    """A text as TOML writes it."""
    # NOTE: a JSON string is a TOML string, but for the one control character that JSON allows.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def new(path: Path) -> list[Path]:
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
        title = path.resolve().name
        slug = "-".join(re.findall(r"[a-z0-9]+", title.lower())) or "dataset"
        texts = {
            path / "curation" / "package.toml": _PACKAGE.format(
                name=_quoted(slug), title=_quoted(title)
            ),
            path / "curation" / "expected.toml": expected_head(),
            path / "curation" / "rulings.toml": RULINGS_HEAD,
            path / "articles" / "example.md.draft": _EXAMPLE,
        }
        for file, text in texts.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"cannot write to {path}: {error.strerror or error}") from error
    return list(texts)
