"""Run validators over packages, without network, and prove on damaged copies that they would see.

The validators need libraries that do not go together with the project's own; `nox -s metadata` runs
them in environments of their own (`requirements/citation.txt`, `requirements/metadata.txt`).
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

#: A package → what is wrong with one of its records; nothing if it is as it should be.
Validator = Callable[[Path], list[str]]
#: Damages one record of a package.
Fault = Callable[[Path], None]


class OfflineError(RuntimeError):
    """A validator asked the network, which a build without one could not answer."""


def _no_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname"}:
        raise OfflineError(f"{event} {arguments}: validators work without network")


def _told(validator: Validator, package: Path) -> list[str]:
    """What a validator says; to break down over a package is to say no as well."""
    try:
        return validator(package)
    except OfflineError:
        raise
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]


def _unseen(validator: Validator, package: Path, fault: Fault) -> bool:
    """Whether a validator finds nothing wrong with a copy of a package that was damaged."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "package"
        shutil.copytree(package, copy)
        fault(copy)
        return not _told(validator, copy)


def run(
    record: str, validator: Validator, faults: Mapping[str, Fault], packages: Sequence[Path]
) -> int:
    """Validate one record of each package, then damage the last one in each way.

    Args:
        record: Path of the record in a package.
        validator: Says what is wrong with it.
        faults: What is damaged → how.
        packages: Folders of packages.

    Returns:
        The number of packages that are not as they should be and of faults that went unseen.
    """
    wrong = 0
    for package in packages:
        if not (package / record).is_file():
            print(f"FAIL {record} is missing in {package}; build the package: nox -s build")
            wrong += 1
            continue
        told = _told(validator, package)
        print(f"{'FAIL' if told else 'ok  '} {record} of {package.name}")
        print("".join(f"     {line}\n" for line in told), end="")
        wrong += bool(told)
    if wrong:
        return wrong
    for name, fault in faults.items():
        unseen = _unseen(validator, packages[-1], fault)
        print(f"{'FAIL' if unseen else 'ok  '} {record}, seeded: {name}: {'un' * unseen}seen")
        wrong += unseen
    return wrong


def packages() -> list[Path]:
    """The folders named on the command line; from here on nothing asks the network."""
    sys.addaudithook(_no_network)
    return [Path(argument) for argument in sys.argv[1:]]


def replaced(record: str, old: str, new: str) -> Fault:
    """The fault of one word in place of another, once."""

    def damage(package: Path) -> None:
        text = (package / record).read_text(encoding="utf-8")
        assert old in text, f"{record} does not hold {old}"
        (package / record).write_text(text.replace(old, new, 1), encoding="utf-8")

    return damage
