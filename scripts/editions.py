"""A package wherever it is kept: a folder, a zip, or a version in the history of a repository."""

import errno
import os
import re
import shutil
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from scripts.git import ask
from scripts.read.files import InputError
from validations.files import DESCRIPTOR

_BUILD = "if it is a data set, build it first: `python -m scripts build`"
#: What the library says of a zip that was damaged on its way, in content, names or structure.
SPOILED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError)
_DRIVE = re.compile(r"[A-Za-z]:")


@contextmanager
def opened(name: str, dataset: Path) -> Iterator[Path]:
    """The folder of a package; of a zip or a version in git a copy that goes when it is left.

    Args:
        name: Path of a folder, of its descriptor or of a zip, or a tag, version or commit of the
            repository that holds `dataset`. A package that lies at that path comes first, and
            `tags/NAME` is always the tag. `1.0.0` finds the tag `v1.0.0` too.
        dataset: Where the package stands in that repository.

    Yields:
        The folder that holds `datapackage.json`, which may be the one folder in what was named.

    Raises:
        InputError: if it is none of these, holds no package, or cannot be read.
    """
    path = Path(name)
    if path.name == DESCRIPTOR and path.is_file():
        path = path.parent
    if path.is_dir():
        _mend(path)
        found = _package(path, name)
        if found is not None:
            yield found
            return
    with tempfile.TemporaryDirectory(prefix="concord-") as place:
        copy = Path(place)
        if path.is_file():
            _unzip(path, copy)
        else:
            _check_out(name, dataset, copy)
        found = _package(copy, name)
        if found is None:
            raise InputError(f"{name} holds no {DESCRIPTOR}, so it is no built package; {_BUILD}")
        yield found


def _mend(folder: Path) -> None:
    """Finish the move that a run began which was cut short."""
    if any(folder.glob(".concord-*")):
        from scripts.publish.staging import recover  # noqa: PLC0415 (costs half a second)

        recover(folder)


def _package(folder: Path, name: str) -> Path | None:
    """The folder itself or the one folder in it, whichever holds the descriptor."""
    if (folder / DESCRIPTOR).is_file():
        return folder
    inside = [one for one in sorted(folder.iterdir()) if (one / DESCRIPTOR).is_file()]
    if len(inside) > 1:
        names = ", ".join(one.name for one in inside)
        raise InputError(f"{name} holds several packages ({names}); name one of them by its folder")
    return inside[0] if inside else None


def _unzip(path: Path, copy: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            for member in packed.namelist():
                place = PurePosixPath(member.replace("\\", "/"))
                if place.is_absolute() or ".." in place.parts or _DRIVE.match(member):
                    raise InputError(
                        f"{path} holds the path {member}, which leads out of the folder that it is "
                        "unzipped into; no release does that, so get the zip anew"
                    )
            packed.extractall(copy)
    except (*SPOILED, OSError) as error:
        # NOTE: a zip whose middle is missing sends its reader to a place before the file's start.
        if isinstance(error, OSError) and error.errno != errno.EINVAL:
            raise
        raise InputError(
            f"{path} cannot be read as a zip: {error}; give a zip that `release` wrote, or a folder"
        ) from error


def _nothing(name: str, why: str) -> InputError:
    if Path(name).is_dir():
        return InputError(
            f"the folder {name} holds no {DESCRIPTOR}, so it is no built package ({_BUILD}); and "
            f"{why}"
        )
    return InputError(f"there is no file {name}, and {why}")


def _repository(name: str, dataset: Path) -> tuple[Path, str]:
    """The top folder of the repository of a data set, and where in it the data set stands."""
    if shutil.which("git") is None:
        raise _nothing(
            name,
            "git is not installed, so no version can be read from history; install it, or give a "
            "folder or a zip",
        )
    home = dataset.resolve()
    near = next(folder for folder in (home, *home.parents) if folder.is_dir())
    asked = ask(near, "rev-parse", "--show-toplevel")
    if asked.returncode != 0:
        told = asked.stderr.decode(errors="replace").strip().splitlines()
        why = f" (git says: {told[0]})" if told and "not a git repository" not in told[0] else ""
        raise _nothing(
            name,
            f"{dataset} lies in no git repository that could have a version of that name{why}; "
            "give a folder or a zip",
        )
    top = Path(os.fsdecode(asked.stdout).rstrip("\r\n")).resolve()
    return top, home.relative_to(top).as_posix()


def _check_out(name: str, dataset: Path, copy: Path) -> None:
    top, inside = _repository(name, dataset)
    commit = next((found for one in (name, f"v{name}") if (found := _commit(top, one))), None)
    if commit is None:
        shallow = ask(top, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        hint = (
            "this clone has only the end of the history, and `git fetch --unshallow --tags` gets "
            "the rest"
            if shallow
            else "`git tag` lists the versions, and `git fetch --tags` gets those that others made"
        )
        raise _nothing(name, f"no tag, version or commit of {dataset} has that name; {hint}")
    descriptor = DESCRIPTOR if inside == "." else f"{inside}/{DESCRIPTOR}"
    if ask(top, "cat-file", "-e", f"{commit}:{descriptor}").returncode != 0:
        raise InputError(
            f"{name} has no {descriptor}, so there was no built package yet; "
            f"`git log --oneline -- {descriptor}` lists the commits that have one"
        )
    packed = copy.with_name(f"{copy.name}.tar")
    try:
        tree = commit if inside == "." else f"{commit}:{inside}"
        told = ask(top, "archive", "--format=tar", f"--output={packed}", tree)
        if told.returncode != 0:
            raise InputError(
                f"git cannot read {name}: {told.stderr.decode(errors='replace').strip()}"
            )
        with tarfile.open(packed) as archive:
            archive.extractall(copy, filter="data")
    except tarfile.TarError as error:
        raise InputError(f"{name} cannot be taken out of history: {error}") from error
    finally:
        packed.unlink(missing_ok=True)


def _commit(top: Path, name: str) -> str | None:
    """The commit that a name stands for; None if it stands for none."""
    asked = ask(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return asked.stdout.decode().strip() if asked.returncode == 0 else None
