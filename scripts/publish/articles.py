"""Which files are articles, and which of those an earlier build wrote.

The descriptor marks the articles that the build itself wrote, from pages or lines of JSON; all
others are people's and are left alone.
"""

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

from validations.files import DESCRIPTOR, is_release, read_sums
from validations.sums import sha256

#: Property of an article's resource: whether the build wrote the file from what it was given.
GENERATED = "concord:generated"
#: Where packages made before SHA256SUMS named the articles that a build wrote.
_FORMER = "concord:files"


def is_article(path: str) -> bool:
    """Whether a path, relative to a package, is that of an article and leads nowhere else."""
    parts = PurePosixPath(path).parts
    return (
        len(parts) == 2
        and parts[0] == "articles"
        and parts[1] != ".."
        and re.search(r"[\\\x00-\x1f\x7f]", path) is None
    )


def unchanged(path: Path, known: str | None) -> bool:
    """Whether a file is there and has the SHA-256 that is known of it."""
    return known is not None and path.is_file() and sha256(path) == known


def _claimed(dataset: Path) -> dict[str, str]:
    """Path → hash of the articles that the descriptor of a package says the build wrote."""
    try:
        descriptor = json.loads((dataset / DESCRIPTOR).read_text(encoding="utf-8"))
        named: list[dict[str, Any]] = [
            *(one for one in descriptor["resources"] if one.get(GENERATED)),
            *descriptor.get(_FORMER, ()),
        ]
        return {one["path"]: one["hash"] for one in named if is_article(one["path"])}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def written_articles(dataset: Path) -> tuple[str, ...]:
    """Paths of the articles that an earlier build wrote into a dataset and nobody changed since.

    None of an unzipped release: what its articles were read from is not in it, so that whoever goes
    on working there has nothing but the articles themselves.

    Args:
        dataset: The folder with `datapackage.json`, whatever version of a build wrote it.
    """
    if is_release(read_sums(dataset)[0]):
        return ()
    return tuple(
        name
        for name, known in sorted(_claimed(dataset).items())
        if unchanged(dataset / name, known.removeprefix("sha256:"))
    )
