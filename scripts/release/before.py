"""Which version came before: among the zips beside the one to be made, and among tags in git."""

import json
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.publish.hashes import DESCRIPTOR
from scripts.read.files import InputError
from validations.version import number


@dataclass(frozen=True)
class Release:
    """A version that was released: its number, and what `scripts.editions.opened` opens it by.

    kind: zip or tag.
    """

    version: str
    where: str
    kind: str


def _told(content: bytes | str) -> tuple[Any, Any]:
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
        except (zipfile.BadZipFile, KeyError, OSError) as error:
            raise InputError(
                f"{path} cannot be read as a released package: {error}; put the whole file back, "
                "or delete it if it was never given to anybody"
            ) from error
        if _told(content) != (name, version):
            raise InputError(
                f"{path} holds another package than its name says: {_told(content)}; move it away"
            )
        yield Release(version, str(path), "zip")


def _git(place: Path, *args: str) -> str | None:
    """What git answers; None if it answers no, or is not there."""
    try:
        told = subprocess.run(
            ["git", "-C", str(place), *args], capture_output=True, check=False, timeout=60
        )
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return None
    return told.stdout.decode("utf-8", "replace") if told.returncode == 0 else None


def _tags(dataset: Path, name: str) -> Iterator[Release]:
    """Tags `v1.2.3` at which the folder of the data set holds that version of this package."""
    for tag in (_git(dataset, "tag", "--list", "v*") or "").split():
        version = tag.removeprefix("v")
        if number(version) is None:
            continue
        descriptor = _git(dataset, "show", f"refs/tags/{tag}:./{DESCRIPTOR}")
        if descriptor is not None and _told(descriptor) == (name, version):
            yield Release(version, f"refs/tags/{tag}", "tag")


def released(dataset: Path, name: str, dist: Path) -> list[Release]:
    """All versions that were released and can be opened, the lowest first; a zip before its tag.

    Args:
        dataset: The folder of the data set; the repository that holds it is asked for tags.
        name: Name of the package.
        dist: The folder of the zips.

    Raises:
        InputError: if a zip there is not what its name says.
    """
    found = [*_zips(dist, name), *_tags(dataset, name)]
    return sorted(found, key=lambda one: (number(one.version) or (0, 0, 0), one.kind != "zip"))


def before(earlier: list[Release], version: str) -> Release | None:
    """The highest version below this one; None if there is none."""
    limit = number(version)
    assert limit is not None
    below = [one for one in earlier if (number(one.version) or limit) < limit]
    highest = below[-1].version if below else None
    return next((one for one in below if one.version == highest), None)
