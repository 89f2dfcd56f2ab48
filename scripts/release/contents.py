"""What of a data set's folder goes into its release, and what stays behind.

In goes what a build wrote, the articles that `sources` names, and what people wrote in `curation/`.
All else stays behind: hidden files, copies that editors keep, and the pages and lists that articles
were read from, which may be under somebody's copyright.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scripts.read.files import InputError
from validations.files import read_sums
from validations.sums import SUMS

#: Copies that editors and merges leave beside a file.
_COPY = re.compile(r".*(?:~|\.bak|\.orig|\.rej|\.tmp|\.swp)|#.*#", re.IGNORECASE)


@dataclass(frozen=True)
class Contents:
    """files: path in the package → file to read.

    left: paths of files that stay behind and that somebody may miss; hidden ones are not told.
    """

    files: Mapping[str, Path]
    left: tuple[str, ...]


def _is_copy(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") or _COPY.fullmatch(part) for part in parts)


def _held(folder: Path, dataset: Path) -> list[str]:
    """Everything in a folder that is no folder, as paths in the data set."""
    return [
        path.relative_to(dataset).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or not path.is_dir()
    ]


def _refuse_links(dataset: Path, name: str) -> None:
    """Refuse a link: what it points to is not in the folder, and nobody could unzip it."""
    place = dataset
    for part in PurePosixPath(name).parts:
        place /= part
        if place.is_symlink():
            raise InputError(
                f"{place} is a symbolic link; put the file itself there, since a release holds "
                "files only"
            )


def _refuse_names(names: Iterable[str]) -> None:
    """Refuse names that other systems cannot unzip side by side, or that no list can hold."""
    seen: dict[str, str] = {}
    for name in names:
        if not name.isprintable() or "\\" in name:
            raise InputError(f"{name!r} holds a control character or a backslash; rename the file")
        other = seen.setdefault(name.casefold(), name)
        if other != name:
            raise InputError(
                f"{other} and {name} differ in capital letters alone, and many systems would keep "
                "one of them only; rename one"
            )


def contents(dataset: Path, named: Iterable[str]) -> Contents:
    """The files of a built data set that its release holds.

    Args:
        dataset: The folder of the data set.
        named: Paths of what a build wrote and of the articles, relative to the folder.

    Raises:
        InputError: if a file is missing, is a symbolic link, or has a name that cannot be unzipped
            everywhere.
    """
    written = [name for name in _held(dataset / "curation", dataset) if not _is_copy(name)]
    names = sorted({*named, *written})
    for name in names:
        _refuse_links(dataset, name)
        if not (dataset / name).is_file():
            raise InputError(f"{dataset / name} is missing or is no file; build the data set again")
    _refuse_names(names)
    there = [*_held(dataset / "articles", dataset), *_held(dataset / "curation", dataset)]
    there += [path.name for path in dataset.iterdir() if not path.is_dir()]
    left = {name for name in there if not name.rpartition("/")[2].startswith(".")} - {*names, SUMS}
    return Contents({name: dataset / name for name in names}, tuple(sorted(left)))


def named_files(dataset: Path) -> tuple[str, ...]:
    """Paths of what a build wrote into a data set, and of the articles that it read.

    Raises:
        InputError: if it is not built.
    """
    named, _ = read_sums(dataset)
    if not named:
        raise InputError(f"{dataset} holds no built package; build it first")
    return tuple(sorted(named))
