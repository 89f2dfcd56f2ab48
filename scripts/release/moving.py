"""Put what a release makes into its places, all of it or nothing, whatever goes wrong on the way.

Everything is made and checked in a hidden folder beside the zips. Then a marker is written into
that folder, each file is moved by renaming, and the folder goes. A run that dies before the marker
leaves nothing of the release; one that dies after it leaves a move that the next start finishes.
"""

import filecmp
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.publish.staging import alone
from scripts.publish.whole import write_whole
from scripts.read.files import InputError
from validations.published import IDS

#: Begins the name of the hidden folder; the name of the package follows.
STAGING = ".concord-release-"
#: In that folder: written last, and holds the path of the data set.
MARKER = ".moving"


def _is_there(new: Path, place: Path) -> bool:
    return place.is_file() and filecmp.cmp(new, place, shallow=False)


def _refused(dist: Path, error: OSError) -> InputError:
    reason = error.strerror or str(error)
    return InputError(
        f"cannot write the release into {dist}: {reason}; get the right to write there (and the "
        "space), or name another folder with --dist. Nothing was released"
    )


def _finish(dist: Path, name: str, dataset: Path) -> None:
    staging = dist / f"{STAGING}{name}"
    marker = staging / MARKER
    if marker.is_file():
        meant = marker.read_text(encoding="utf-8")
        if meant != str(dataset.resolve()):
            raise InputError(
                f"a release of {meant} was cut short; finish it with `python -m scripts release "
                f"{meant}`, or delete {staging} if there is no such data set any more"
            )
        for file in sorted(staging.iterdir()):
            if file.name == IDS:
                write_whole(dataset / "curation" / IDS, file.read_bytes())
            elif file.name != MARKER and not _is_there(file, dist / file.name):
                file.replace(dist / file.name)
        marker.unlink()
    if staging.is_dir():
        shutil.rmtree(staging)


def finish(dist: Path, name: str, dataset: Path) -> None:
    """Finish the release that an earlier run began, or clear away what it had only staged.

    Args:
        dist: The folder of the zips.
        name: Name of the package.
        dataset: The folder of the data set.

    Raises:
        InputError: if another run is at work, the folder cannot be written, or the release that
            was begun is that of another data set.
    """
    if not (dist / f"{STAGING}{name}").is_dir():
        return
    with alone(dataset), alone(dist):
        try:
            _finish(dist, name, dataset)
        except OSError as error:
            raise _refused(dist, error) from error


@contextmanager
def released_together(dist: Path, name: str, dataset: Path) -> Iterator[Path]:
    """A hidden folder whose files are put into their places together when it is left.

    Args:
        dist: The folder of the zips; made if it is missing.
        name: Name of the package.
        dataset: The folder of the data set, held by the caller.

    Yields:
        The folder. What is put there goes beside the zips under the same name, `ids.csv` into
        `curation/`. An exception inside puts nothing anywhere.

    Raises:
        InputError: if it cannot be written.
    """
    staging = dist / f"{STAGING}{name}"
    made = not dist.exists()
    try:
        dist.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(dist, error) from error
    try:
        with alone(dist):
            try:
                _finish(dist, name, dataset)
                staging.mkdir()
                yield staging
                new = staging / f"{MARKER}.new"
                new.write_text(str(dataset.resolve()), encoding="utf-8")
                new.rename(staging / MARKER)
            except OSError as error:
                raise _refused(dist, error) from error
            finally:
                if not (staging / MARKER).exists():
                    shutil.rmtree(staging, ignore_errors=True)
            try:
                _finish(dist, name, dataset)
            except OSError as error:
                raise InputError(
                    f"the release into {dist} was cut short: {error}; clear the cause and release "
                    "again, the next start finishes it"
                ) from error
    finally:
        if made and not any(dist.iterdir()):
            dist.rmdir()
