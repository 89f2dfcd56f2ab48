"""Whatever ends a release on the way, all of it is in its places or nothing, and starts mend it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.publish.staging import alone
from scripts.publish.whole import write_whole
from scripts.read.files import InputError
from scripts.release.moving import MARKER, STAGING, finish, released_together
from tests.command import files
from tests.killer import killed_runs

ROOT = Path(__file__).parents[1]
NAME = "ardenia"
OLD = {
    "dist/SHA256SUMS": b"old",
    "dist/ardenia-1.0.0.zip": b"1.0.0",
    "home/curation/ids.csv": b"old",
    "home/curation/package.toml": b"by hand",
}
NEW = {
    **OLD,
    "dist/SHA256SUMS": b"new",
    "dist/ardenia-1.1.0.zip": b"1.1.0",
    "home/curation/ids.csv": b"new",
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A data set in `home` and its first release in `dist`."""
    return lay_out(tmp_path / "place")


def lay_out(place: Path) -> Path:
    for name, content in OLD.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    return place


def put(place: Path) -> None:
    """Release 1.1.0 there, as the command does."""
    with alone(place / "home"), released_together(place / "dist", NAME, place / "home") as staging:
        for name in NEW.keys() - {"home/curation/package.toml", "dist/ardenia-1.0.0.zip"}:
            (staging / Path(name).name).write_bytes(NEW[name])


def mend(place: Path) -> None:
    finish(place / "dist", NAME, place / "home")


def test_all_of_a_release_is_put_into_its_places(place: Path) -> None:
    put(place)
    assert files(place) == NEW


@pytest.mark.parametrize("error", [InputError("x"), KeyboardInterrupt(), ValueError("x")])
def test_an_exception_on_the_way_leaves_all_as_it_was(error: BaseException, place: Path) -> None:
    def fail() -> None:
        with released_together(place / "dist", NAME, place / "home") as staging:
            (staging / "ardenia-1.1.0.zip").write_bytes(b"1.1.0")
            raise error

    with pytest.raises(type(error)):
        fail()
    assert files(place) == OLD
    assert not (place / "dist" / f"{STAGING}{NAME}").exists()


def test_a_folder_for_zips_is_made_and_goes_again_if_nothing_came_of_it(place: Path) -> None:
    shutil.rmtree(place / "dist")
    with (
        pytest.raises(ValueError, match="x"),
        released_together(place / "dist", NAME, place / "home"),
    ):
        raise ValueError("x")
    assert not (place / "dist").exists()
    put(place)
    assert files(place)["dist/ardenia-1.1.0.zip"] == b"1.1.0"


def test_what_is_there_already_to_the_byte_is_not_touched(place: Path) -> None:
    put(place)
    before = {name: (place / name).stat().st_mtime_ns for name in NEW}
    put(place)
    assert {name: (place / name).stat().st_mtime_ns for name in NEW} == before


def test_a_release_killed_at_any_step_is_whole_or_not_there_once_mended(
    place: Path, tmp_path: Path
) -> None:
    ends = []
    for run in killed_runs(place, tmp_path / "run", put, least=5):
        mend(run)
        ends.append(files(run))
    turn = ends.index(NEW)
    assert ends == [OLD] * turn + [NEW] * (len(ends) - turn)
    assert turn > 3
    assert len(ends) - turn > 3


def test_a_release_killed_while_it_is_mended_is_mended_by_the_next_start(
    place: Path, tmp_path: Path
) -> None:
    staging = place / "dist" / f"{STAGING}{NAME}"
    staging.mkdir()
    for name in NEW.keys() - OLD.keys() | {"dist/SHA256SUMS", "home/curation/ids.csv"}:
        (staging / Path(name).name).write_bytes(NEW[name])
    run = tmp_path / "run"
    (staging / MARKER).write_text(str((run / "home").resolve()), encoding="utf-8")
    for _ in killed_runs(place, run, mend, least=5):
        mend(run)
        assert {name: text for name, text in files(run).items() if "/.concord" not in name} == NEW


def test_a_release_of_another_data_set_is_not_finished_here(place: Path) -> None:
    staging = place / "dist" / f"{STAGING}{NAME}"
    staging.mkdir()
    (staging / "ids.csv").write_bytes(b"of another")
    (staging / MARKER).write_text("elsewhere/ardenia", encoding="utf-8")
    for way in (mend, put):
        with pytest.raises(InputError, match="release of elsewhere/ardenia was cut short"):
            way(place)
    assert (place / "home" / "curation" / "ids.csv").read_bytes() == b"old"


def test_two_releases_into_one_folder_wait_for_each_other(place: Path) -> None:
    with (
        released_together(place / "dist", NAME, place / "home"),
        pytest.raises(InputError, match="another build is writing"),
    ):
        put(place)


def test_no_right_to_write_beside_the_zips_is_one_error() -> None:
    # The superuser may write anywhere, so it becomes nobody for the attempt.
    parent = Path(tempfile.mkdtemp())
    parent.chmod(0o755)
    place = lay_out(parent / "place")
    (place / "dist").chmod(0o555)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        with pytest.raises(InputError, match="cannot write the release into") as error:
            put(place)
        assert "Nothing was released" in str(error.value)
    finally:
        os.seteuid(user)
        (place / "dist").chmod(0o755)
        assert files(place) == OLD
        shutil.rmtree(parent)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for very little."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode != 0:
        pytest.skip(f"a small file system cannot be mounted here: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_one_error_and_leaves_all_as_it_was(full_disk: Path) -> None:
    place = lay_out(full_disk / "place")
    with (
        pytest.raises(InputError, match=r"No space left on device.*Nothing was released"),
        released_together(place / "dist", NAME, place / "home") as staging,
    ):
        (staging / "ardenia-1.1.0.zip").write_bytes(b"x" * 200_000)
    assert files(place) == OLD


def test_a_file_that_is_a_link_is_written_where_it_points(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "CHANGELOG.md").symlink_to("real.md")
    write_whole(tmp_path / "CHANGELOG.md", b"new")
    assert (tmp_path / "CHANGELOG.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_file_is_written_whole_or_not_at_all(full_disk: Path) -> None:
    path = full_disk / "CHANGELOG.md"
    write_whole(path, b"old")
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"x" * 200_000)
    assert files(full_disk) == {"CHANGELOG.md": b"old"}
