"""A version that was released before: whether what is there now is the same."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from scripts.editions import opened
from scripts.release.before import Release
from validations.published import IDS
from validations.sums import SUMS

#: What a release writes after its tag may have been set, so that the tag lacks it or has it older.
_LATER = f"curation/{IDS}"
_SHOWN = 5


def _unlike(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> list[str]:
    names = (old.keys() | new.keys()) - {SUMS}
    return sorted(name for name in names if old.get(name) != new.get(name))


def _unpacked(packed: bytes | Path) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(packed) if isinstance(packed, bytes) else packed) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _told(version: str, where: str, names: list[str], remedy: str) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    what = f"{', '.join(names[:_SHOWN])}{more}" if names else "nothing but the way it is packed"
    return (
        f"version {version} was released before ({where}), and what is here now is not the same: "
        f"it differs in {what}. Nobody may find two data sets under one number: {remedy}"
    )


def unlike_zip(path: Path, version: str, packed: bytes, where: str) -> str | None:
    """Why a zip may not be replaced by another of the same version; None if they are equal.

    Args:
        path: The zip that is there, or would be.
        version: Its version.
        packed: The new zip.
        where: The file in which the version is to be raised.
    """
    if not path.is_file() or path.read_bytes() == packed:
        return None
    remedy = f"raise the version in {where}, or delete {path} if it was never given to anybody"
    return _told(version, str(path), _unlike(_unpacked(path), _unpacked(packed)), remedy)


def unlike_tag(
    earlier: Iterable[Release],
    version: str,
    dataset: Path,
    files: Mapping[str, Path],
    where: str,
) -> str | None:
    """Why a version may not be released whose tag holds another state; None if it holds this one.

    Args:
        earlier: The versions that were released.
        version: The version to be released.
        dataset: The folder of the data set.
        files: Path → file of what is to be released, as it lies in the folder.
        where: The file in which the version is to be raised.
    """
    tag = next((one for one in earlier if one.version == version and one.kind == "tag"), None)
    if tag is None:
        return None
    with opened(tag.where, dataset) as folder:
        names = [
            name
            for name, file in files.items()
            if name not in {_LATER, SUMS}
            and (not (folder / name).is_file() or (folder / name).read_bytes() != file.read_bytes())
        ]
        names += [
            path.relative_to(folder).as_posix()
            for path in sorted((folder / "data").rglob("*"))
            if path.is_file() and path.relative_to(folder).as_posix() not in files
        ]
    remedy = f"raise the version in {where}, or build from the state that is tagged v{version}"
    return _told(version, f"tag v{version}", names, remedy) if names else None
