"""Replace a package as a whole or not at all, whatever goes wrong on the way.

Everything is made and checked in a hidden folder inside the dataset. Then a marker is written, the
generated parts are moved into place by renaming, the descriptor last, and the marker goes. A run
that dies before the marker leaves the old package; one that dies after it leaves a move that the
next start finishes. `articles/` and `curation/` are not replaced; articles that a build wrote are.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.publish.articles import unchanged, written_articles
from scripts.publish.siblings import SIBLINGS
from scripts.read.files import InputError
from validations.files import DESCRIPTOR, GENERATED_FOLDERS, read_sums
from validations.layers import is_broken
from validations.rule import Finding
from validations.sums import SUMS

STAGING = ".concord-staging"
MARKER = ".concord-moving"
#: Inside the staging folder: where the parts that were replaced wait to be deleted.
_OLD = ".old"
#: What no package is without.
_NEEDED = (*GENERATED_FOLDERS, "README.md", SUMS, DESCRIPTOR)
_SIBLINGS = tuple(path for path, _ in SIBLINGS)
#: In the order in which they are moved.
_PARTS = (*GENERATED_FOLDERS, "README.md", *_SIBLINGS, SUMS, DESCRIPTOR)


def _refused(dataset: Path, error: OSError) -> InputError:
    reason = error.strerror or str(error)
    return InputError(
        f"cannot write in the folder {dataset}: {reason}; get the right to write there (and the "
        "space), or build into another folder with --out"
    )


@contextmanager
def alone(dataset: Path) -> Iterator[None]:
    """Hold a folder for this run; the system lets go of it however the run ends.

    Raises:
        InputError: if another run holds it, or it cannot be opened.
    """
    if sys.platform == "win32":
        yield  # A folder cannot be locked there.
        return
    import fcntl  # noqa: PLC0415

    try:
        handle = os.open(dataset, os.O_RDONLY)
    except OSError as error:
        raise _refused(dataset, error) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InputError(
                f"another build is writing {dataset}; wait until it ends and start again"
            ) from None
        yield
    finally:
        os.close(handle)


def _put(new: Path, place: Path, old: Path) -> None:
    """Move `new` to `place`; what stood there goes to `old`. Done already if `new` is gone."""
    if not new.exists():
        return
    if place.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        place.replace(old)
    place.parent.mkdir(parents=True, exist_ok=True)
    new.replace(place)


def _stale(dataset: Path, staging: Path) -> list[Path]:
    """Files that an earlier build wrote, nobody changed and the new package does not name."""
    if not (staging / SUMS).exists():
        return []  # The move was cut short behind them.
    kept, known = read_sums(staging)[0], read_sums(dataset)[0]
    written = [name for name in _SIBLINGS if unchanged(dataset / name, known.get(name))]
    return [dataset / name for name in (*written_articles(dataset), *written) if name not in kept]


def _move(dataset: Path) -> None:
    """Move what is staged into place; can be cut short anywhere and called again."""
    staging = dataset / STAGING
    for stale in _stale(dataset, staging):
        stale.unlink()
    staged = sorted((staging / "articles").glob("*"))
    names = [f"articles/{article.name}" for article in staged]
    for name in (*names, *_PARTS):
        _put(staging / name, dataset / name, staging / _OLD / name)
    if staging.exists():
        shutil.rmtree(staging)
    (dataset / MARKER).unlink()


def _recover(dataset: Path) -> None:
    if (dataset / MARKER).exists():
        _move(dataset)
    elif (dataset / STAGING).exists():
        shutil.rmtree(dataset / STAGING)


def recover(dataset: Path) -> None:
    """Finish the move that an earlier run began, or clear away what it had only staged.

    Raises:
        InputError: if another build is at work there, or the folder cannot be written.
    """
    if not dataset.is_dir() or not any((dataset / name).exists() for name in (STAGING, MARKER)):
        return
    with alone(dataset):
        try:
            _recover(dataset)
        except OSError as error:
            raise _refused(dataset, error) from error


def _staged(
    dataset: Path, fill: Callable[[Path], None], check: Callable[[Path], list[Finding]]
) -> list[Finding]:
    staging = dataset / STAGING
    try:
        _recover(dataset)
        staging.mkdir()
    except OSError as error:
        raise _refused(dataset, error) from error
    try:
        fill(staging)
        found = check(staging)
        if is_broken(found):
            return found
        # Loose articles have no records for catalogues: nobody signed, licensed or dated them.
        missing = [name for name in _NEEDED if not (staging / name).exists()]
        if missing:
            raise InputError(f"the package lacks {', '.join(missing)}; nothing was replaced")
        (dataset / MARKER).touch(exist_ok=False)
    except OSError as error:
        if error.filename is None or STAGING in str(error.filename):
            raise _refused(dataset, error) from error
        raise
    finally:
        if not (dataset / MARKER).exists():
            shutil.rmtree(staging, ignore_errors=True)
    try:
        _move(dataset)
    except OSError as error:
        raise InputError(
            f"the move into {dataset} was cut short: {error}; clear the cause and build again, the "
            "next start finishes it"
        ) from error
    return found


def publish(
    dataset: Path, fill: Callable[[Path], None], check: Callable[[Path], list[Finding]]
) -> list[Finding]:
    """Make a package, check it, and only then put it in the place of the old one.

    Args:
        dataset: The folder of the dataset; made if it is missing.
        fill: Writes the whole package into the folder it is given.
        check: Looks at that folder and gives its findings; an error among them publishes nothing.

    Returns:
        The findings of `check`. The package was published unless one of them is an error.

    Raises:
        InputError: if the folder cannot be written, another build is writing it, or `fill` raised
            one. The package that was there stays whole.
    """
    made = not dataset.exists()
    try:
        dataset.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(dataset, error) from error
    try:
        with alone(dataset):
            return _staged(dataset, fill, check)
    finally:
        if made and not any(dataset.iterdir()):
            dataset.rmdir()
