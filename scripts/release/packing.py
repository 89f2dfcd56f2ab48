"""The zip of a release: the same bytes from the same files, on any machine, on any day."""

import stat
import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

from validations.sums import SUMS, digest, sum_in, sums_text

#: The days that a zip can tell.
_DAYS = (date(1980, 1, 1), date(2107, 12, 31))


def pack(files: Mapping[str, Path | bytes], day: date) -> bytes:
    """Files → the bytes of a zip that holds them and their SHA256SUMS.

    Nothing of the machine gets in: files are sorted by path, all have the same time stamp and
    rights, and nothing is compressed, because libraries for that differ in the bytes they give.

    Args:
        files: Path in the zip → the file, or its content.
        day: What the files are dated.
    """
    inside: dict[str, bytes] = {}
    for name, file in files.items():
        if name != SUMS:
            inside[name] = file if isinstance(file, bytes) else file.read_bytes()
    listed = sums_text({name: digest(content) for name, content in inside.items()})
    inside[SUMS] = listed.encode("utf-8")
    packed = BytesIO()
    dated = min(max(day, _DAYS[0]), _DAYS[1])
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(inside.items()):
            entry = zipfile.ZipInfo(name, (dated.year, dated.month, dated.day, 0, 0, 0))
            entry.create_system = 3  # Unix, so that the rights below are read
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def listed_beside(dist: Path, name: str, sha256: str) -> str:
    """The SHA256SUMS beside the zips: the lines of those that are there, and that of a new one.

    Args:
        dist: The folder of the zips.
        name: File name of the new zip.
        sha256: Its hash.
    """
    listed = dist / SUMS
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    known = dict(told for line in lines if (told := sum_in(line)))
    # NOTE: a line that is there stays, so that a zip that was damaged since does not fit it.
    there = {path.name: path for path in dist.glob("*.zip") if path.name != name}
    hashes = {one: known.get(one) or digest(path.read_bytes()) for one, path in there.items()}
    return sums_text({**hashes, name: sha256})
