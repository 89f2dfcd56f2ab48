"""Which version came before: among the zips beside the one to be made, and among tags in git."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.diff.owed import numbers
from scripts.editions import SPOILED
from scripts.git import ask
from scripts.read.files import InputError
from validations.files import DESCRIPTOR
from validations.version import number


@dataclass(frozen=True)
class Release:
    """A version that was released: its number, and what `scripts.editions.opened` opens it by.

    kind: zip or tag.
    """

    version: str
    where: str
    kind: str


def _told(content: bytes) -> tuple[Any, Any]:
    try:
        told = json.loads(content)
        return told["name"], told["version"]
    except (ValueError, KeyError, TypeError):
        return None, None


def _zips(dist: Path, name: str) -> Iterator[Release]:
    for path in sorted(dist.glob("*.zip")):
        version = path.name.removeprefix(f"{name}-").removesuffix(".zip")
        if not path.name.startswith(f"{name}-") or number(version) is None:
            continue
        try:
            with zipfile.ZipFile(path) as packed:
                content = packed.read(DESCRIPTOR)
        except (*SPOILED, KeyError, OSError) as error:
            raise InputError(
                f"{path} cannot be read as a released package: {error}; put the whole file back, "
                "or delete it if it was never given to anybody"
            ) from error
        if _told(content) != (name, version):
            raise InputError(
                f"{path} holds another package than its name says: {_told(content)}; move it away"
            )
        yield Release(version, str(path), "zip")


def _tags(dataset: Path, name: str) -> Iterator[Release]:
    """Tags `v1.2.3` at which the folder of the data set holds that version of this package."""
    if shutil.which("git") is None:
        return
    for tag in ask(dataset, "tag", "--list", "v*").stdout.decode().split():
        version = tag.removeprefix("v")
        if number(version) is None:
            continue
        there = ask(dataset, "show", f"refs/tags/{tag}:./{DESCRIPTOR}")
        if there.returncode == 0 and _told(there.stdout) == (name, version):
            yield Release(version, f"refs/tags/{tag}", "tag")


def released(dataset: Path, name: str, dist: Path) -> list[Release]:
    """All versions that were released and can be opened, the lowest first; a zip before its tag.

    Args:
        dataset: The folder of the data set; the repository that holds it is asked for tags.
        name: Name of the package.
        dist: The folder of the zips.

    Raises:
        InputError: if a zip there is not what its name says, or git does not answer.
    """
    found = [*_zips(dist, name), *_tags(dataset, name)]
    return sorted(found, key=lambda one: (numbers(one.version), one.kind != "zip"))


def before(earlier: list[Release], version: str) -> Release | None:
    """The highest version below this one, of equals the first; None if there is none."""
    limit = numbers(version)
    below = (one for one in earlier if numbers(one.version) < limit)
    return max(below, key=lambda one: numbers(one.version), default=None)
