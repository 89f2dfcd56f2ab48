"""A package wherever it is kept: a folder, a zip, or a version in the history of a repository."""

import subprocess
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from scripts.publish.hashes import DESCRIPTOR
from scripts.read.files import InputError


@contextmanager
def opened(name: str, dataset: Path) -> Iterator[Path]:
    """The folder of a package; of a zip or a version in git a copy that goes when it is left.

    Args:
        name: Path of a folder or of a zip, or a tag, version or commit of the repository that holds
            `dataset`. What is a path is taken as one; `1.0.0` finds the tag `v1.0.0` too.
        dataset: Where the package stands in that repository.

    Yields:
        The folder that holds `datapackage.json`.

    Raises:
        InputError: if it is none of these, or holds no package.
    """
    path = Path(name)
    if path.is_dir():
        yield _package(path, name)
        return
    with tempfile.TemporaryDirectory(prefix="concord-") as place:
        copy = Path(place)
        if path.is_file():
            _unzip(path, copy)
        else:
            _check_out(name, dataset, copy)
        yield _package(copy, name)


def _package(folder: Path, name: str) -> Path:
    inside = [folder, *sorted(folder.iterdir())]  # a zip of the folder, not of what is in it
    for place in inside[: 2 if len(inside) == 2 else 1]:
        if (place / DESCRIPTOR).is_file():
            return place
    raise InputError(
        f"{name} holds no {DESCRIPTOR}, so it is no built package; if it is a data set, build it "
        "first (`python -m scripts build`), else give the folder or zip of a package"
    )


def _unzip(path: Path, copy: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            packed.extractall(copy)
    except (zipfile.BadZipFile, OSError, RuntimeError) as error:
        raise InputError(f"{path} cannot be read as a zip: {error}") from error


def _git(dataset: Path, *args: str) -> subprocess.CompletedProcess[bytes]:
    where = dataset if dataset.is_dir() else Path()
    try:
        return subprocess.run(
            ["git", "-C", str(where), *args], capture_output=True, check=False, timeout=60
        )
    except FileNotFoundError:
        raise InputError("git is not installed, so no version can be read from history") from None


def _check_out(name: str, dataset: Path, copy: Path) -> None:
    found = _git(dataset, "rev-parse", "--show-toplevel")
    top = Path(found.stdout.decode().strip()) if found.returncode == 0 else None
    for tag in (f"v{name}", name):
        if top is None or name.startswith("-"):
            break
        inside = dataset.resolve().relative_to(top.resolve()).as_posix()
        tree = tag if inside == "." else f"{tag}:{inside}"
        told = _git(top, "archive", "--format=tar", tree)
        if told.returncode == 0:
            with tarfile.open(fileobj=BytesIO(told.stdout)) as packed:
                packed.extractall(copy, filter="data")
            return
    raise InputError(
        f"{name} is no folder, no zip, and no version in the history of {dataset}; "
        "`git tag` lists the versions there"
    )
