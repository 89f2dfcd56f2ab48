"""A disk that is full leaves the old package as it was, says so, and the next build succeeds."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.publish.staging import publish
from scripts.read.files import InputError
from tests.command import files, run

#: Free space, in KiB, that is too little for the second package: from nothing to nearly enough.
TOO_LITTLE = (0, 8, 64, 256)


def _as_root(*command: object) -> bool:
    known_as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    try:
        ended = subprocess.run(
            [*known_as_root, *map(str, command)], capture_output=True, check=False
        )
    except FileNotFoundError:
        return False
    return ended.returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, in memory, that can be made larger and smaller."""
    place = tmp_path / "disk"
    place.mkdir()
    user = f"uid={os.geteuid()},gid={os.getegid()}" if hasattr(os, "geteuid") else ""
    if not user or not _as_root("mount", "-t", "tmpfs", "-o", f"size=16m,{user}", "tmpfs", place):
        missing = "a small disk cannot be mounted here: that needs Linux and the rights of root"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    yield place
    _as_root("umount", place)


def leave(disk: Path, kibibytes: int) -> None:
    """Fill the disk so far that just so much is free."""
    (disk / "filler").unlink(missing_ok=True)
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    (disk / "filler").write_bytes(bytes(max(free - kibibytes * 1024, 0)))


@pytest.mark.programs
def test_a_full_disk_leaves_the_old_package_and_the_next_build_succeeds(
    disk: Path, published: Path
) -> None:
    def fill(staging: Path) -> None:
        """Write what a build would: the same package, each file a line longer."""
        people = shutil.ignore_patterns("articles", "curation")
        shutil.copytree(published, staging, ignore=people, dirs_exist_ok=True)
        for path in (path for path in staging.rglob("*") if path.is_file()):
            path.write_bytes(path.read_bytes() + b"\n")

    dataset = disk / "dataset"
    shutil.copytree(published, dataset)
    before = files(dataset)
    for kibibytes in TOO_LITTLE:
        leave(disk, kibibytes)
        with pytest.raises(InputError, match=r"No space left on device.*and the space"):
            publish(dataset, fill, lambda _: [])
        assert files(dataset) == before
    (disk / "filler").unlink()
    publish(dataset, fill, lambda _: [])
    assert files(dataset) != before


@pytest.mark.programs
def test_a_build_on_a_full_disk_is_one_clear_error(
    disk: Path, published: Path, tmp_path: Path
) -> None:
    dataset = disk / "dataset"
    shutil.copytree(published, dataset)
    before = files(dataset)
    leave(disk, 100)
    told = run("build", dataset, "--report", tmp_path / "gate")
    assert told.status == 1
    assert len(told.errors) == 1
    assert "No space left on device" in told.errors[0]
    assert files(dataset) == before
    (disk / "filler").unlink()
    assert run("build", dataset, "--report", tmp_path / "gate").status == 0
    assert files(dataset) == before


@pytest.mark.programs
def test_a_page_on_a_full_disk_is_one_clear_error_and_leaves_the_old_page(
    disk: Path, published: Path
) -> None:
    out = disk / "page.html"
    out.write_text("old", encoding="utf-8")
    leave(disk, 64)
    told = run("page", published, "--out", out)
    assert told.status == 1
    assert len(told.errors) == 1
    assert f"cannot write {out}: No space left on device; name another place" in told.errors[0]
    assert files(disk).keys() == {"filler", "page.html"}
    assert out.read_text(encoding="utf-8") == "old"
