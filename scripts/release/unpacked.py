"""The package of a release as those who download it have it: unzipped elsewhere, and checked."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.build import Progress
from scripts.editions import opened
from scripts.page.page import page
from validations.files import changed_files
from validations.layers import errors_first, is_broken
from validations.outcomes import outcomes
from validations.rule import Finding


@contextmanager
def _unzipped(name: str, packed: bytes) -> Iterator[tuple[Path, Path]]:
    """A zip in a place of its own, and the folder that it was unzipped into."""
    with tempfile.TemporaryDirectory(prefix="concord-") as place:
        path = Path(place) / name
        path.write_bytes(packed)
        with opened(str(path), path.parent) as folder:
            yield path, folder


def checked_page(name: str, packed: bytes, progress: Progress) -> tuple[list[Finding], bytes]:
    """What is wrong with a package that is to be released, and, if nothing is, its page.

    All layers of checking look at the unzipped folder, and the page tells what came of them.

    Args:
        name: File name of the zip.
        packed: Its content, all but the page.
        progress: Told what is being done.
    """
    progress("check", name)
    with _unzipped(name, packed) as (path, folder):
        told = outcomes(folder, path.parent / "report")
        found = list(told.findings)
        if is_broken(found):
            return found, b""
        progress("page", name)
        return found, page(folder, told).encode("utf-8")


def check_zip(name: str, packed: bytes) -> list[Finding]:
    """What is wrong with the finished zip: with its files, or with how frictionless reads it.

    Args:
        name: File name of the zip.
        packed: Its content.
    """
    from frictionless import validate  # noqa: PLC0415 (costs a second)

    with _unzipped(name, packed) as (path, folder):
        found = changed_files(folder)
        told = validate(str(path))
    faults = [*told.errors, *(error for task in told.tasks for error in task.errors)]
    found += [_unreadable(name, error.message) for error in faults]
    return errors_first(found)


def _unreadable(name: str, message: str) -> Finding:
    return Finding("CON-003", "error", "package", name, "", "", message)
