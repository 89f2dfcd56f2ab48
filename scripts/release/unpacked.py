"""A finished zip as those who download it have it: unzipped elsewhere and checked there."""

import tempfile
from pathlib import Path

from scripts.build import Progress
from scripts.editions import opened
from validations.check import LAYERS, check_package, errors_first
from validations.files import changed_files
from validations.rule import Finding


def check_zip(name: str, packed: bytes, progress: Progress) -> list[Finding]:
    """What is wrong with the zip of a release; it is looked at in a place of its own.

    All files are held against SHA256SUMS, all layers of checking look at the unzipped folder, and
    frictionless at the zip itself.

    Args:
        name: File name of the zip.
        packed: Its content.
        progress: Told what is being done.
    """
    from frictionless import validate  # noqa: PLC0415 (costs a second)

    progress("check", name)
    with tempfile.TemporaryDirectory(prefix="concord-") as place:
        path = Path(place) / name
        path.write_bytes(packed)
        with opened(str(path), path.parent) as folder:
            found = [*changed_files(folder), *check_package(folder, LAYERS, Path(place) / "report")]
        told = validate(str(path))
    faults = [*told.errors, *(error for task in told.tasks for error in task.errors)]
    found += [_unreadable(name, error.message) for error in faults]
    return errors_first(found)


def _unreadable(name: str, message: str) -> Finding:
    return Finding("CON-003", "error", "package", name, "", "", message)
