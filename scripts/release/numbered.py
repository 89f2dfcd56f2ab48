"""Whether a version may bear its number and its day, given the one before."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from scripts.diff.difference import Difference
from scripts.diff.owed import numbers
from scripts.diff.telling import reason
from scripts.publish.metadata import PackageMeta
from scripts.read.files import InputError
from scripts.release.before import Release
from validations.files import DESCRIPTOR
from validations.published import PublishedId


def number_refused(package: PackageMeta, difference: Difference, where: str) -> str | None:
    """Why the number of a version is too small; None if it is not.

    Args:
        package: What the package says of itself.
        difference: What changed since the version before.
        where: The file in which the version is written.
    """
    old = difference.version_from
    if numbers(package.version) <= numbers(old):
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


def refuse_out_of_order(
    version: str, earlier: Sequence[Release], published: Iterable[PublishedId], where: str
) -> None:
    """Refuse a version if one before it was published and is lost, or a higher one was released.

    Args:
        version: The version to be released.
        earlier: The versions that were released and can be opened, the lowest first.
        published: The ids that were published, which tell in which versions.
        where: The file in which the version is written.

    Raises:
        InputError: if so; the message says what to do.
    """
    limit = numbers(version)
    told = {one for row in published for one in (row.since, row.withdrawn) if one}
    last = max((one for one in told if numbers(one) < limit), key=numbers, default=None)
    if last and last not in {one.version for one in earlier}:
        raise InputError(
            f"version {last} was published, as curation/ids.csv says, and it is neither among the "
            "zips nor among the tags in git; fetch the tags (`git fetch --tags`), put its zip "
            "beside the new one, or name the version before with --since"
        )
    highest = earlier[-1].version if earlier else version
    if numbers(highest) > limit:
        raise InputError(
            f"version {highest} was released already, and {version} is below it; raise the version "
            f"in {where}, or name with --since the version that this one follows"
        )
