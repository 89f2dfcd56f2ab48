"""Whether a version may bear its number and its day, given the one before."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from scripts.diff.difference import Difference
from scripts.diff.telling import reason
from scripts.publish.hashes import DESCRIPTOR
from scripts.publish.metadata import PackageMeta
from scripts.release.before import number


def number_refused(package: PackageMeta, difference: Difference, where: str) -> str | None:
    """Why the number of a version is too small; None if it is not.

    Args:
        package: What the package says of itself.
        difference: What changed since the version before.
        where: The file in which the version is written.
    """
    old = difference.version_from
    if (number(package.version) or (0, 0, 0)) <= (number(old) or (0, 0, 0)):
        return (
            f"version {package.version} is not above {old}, with which it was compared; write "
            f'version = "{difference.least}" or more in {where} and release again'
        )
    if difference.is_enough:
        return None
    return (
        f"version {package.version} is too small a step from {old}: {difference.least} is owed, "
        f"a {difference.owed.name} version, for {reason(difference)}; write version = "
        f'"{difference.least}" or more in {where} and release again'
    )


def _created(folder: Path) -> date | None:
    try:
        descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        return date.fromisoformat(descriptor["created"][:10])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def day_refused(package: PackageMeta, old: Path, where: str) -> str | None:
    """Why the day of a version cannot be; None if it can.

    Args:
        package: What the package says of itself.
        old: Folder of the version before.
        where: The file in which the day is written.
    """
    day = _created(old)
    if day is None or package.created is None or package.created >= day:
        return None
    return (
        f"created = {package.created} is before the day of the version before, {day}; write the "
        f"day of this release as created in {where} and release again"
    )


def published_before(numbers: Iterable[str], version: str) -> list[str]:
    """Of some versions those below this one, the lowest first."""
    limit = number(version) or (0, 0, 0)
    below = {one: parts for one in numbers if (parts := number(one)) and parts < limit}
    return sorted(below, key=lambda one: below[one])
