"""The zip of a release is the same to the byte wherever it is made, and holds what it should."""

import os
import subprocess
import sys
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from scripts.read.files import InputError
from scripts.release.contents import contents, named_files
from scripts.release.packing import listed_beside, pack
from tests.small_package import write_small
from validations.sums import SUMS, digest

ROOT = Path(__file__).parents[1]
DAY = date(2031, 3, 6)
PACK = """
import sys
from datetime import date
from pathlib import Path
from validations.sums import SUMS
from scripts.release.contents import contents, named_files
from scripts.release.packing import pack
home = Path(sys.argv[1])
sys.stdout.buffer.write(pack(contents(home, named_files(home)).files, date(2031, 3, 6)))
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with articles and curation; copy it before you change it."""
    return small_in(tmp_path_factory.mktemp("small"))


def small_in(folder: Path) -> Path:
    (folder / "curation").mkdir(parents=True)
    (folder / "curation" / "package.toml").write_text("name = 'x'\n", encoding="utf-8")
    (folder / "curation" / "rulings.toml").write_text("", encoding="utf-8")
    return write_small(folder)


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def elsewhere(folder: Path, small: Path, turned: bool) -> Path:
    """The same files, written in another order, at other times, with other rights."""
    files = sorted(path for path in small.rglob("*") if path.is_file())
    for place, path in enumerate(reversed(files) if turned else files):
        copy = folder / path.relative_to(small)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
        copy.chmod(0o600 if turned else 0o755)
        os.utime(copy, (10**9 + place * 86_400, 10**9 + place * 86_400))
    return folder


def test_two_folders_give_one_zip_whatever_the_machine_is_like(small: Path, tmp_path: Path) -> None:
    told = []
    for number, (zone, mask, seed) in enumerate(
        [("UTC", 0o022, "0"), ("Pacific/Auckland", 0o077, "4711"), ("America/Lima", 0, "99")]
    ):
        home = elsewhere(tmp_path / str(number), small, turned=number == 1)
        done = subprocess.run(
            [sys.executable, "-c", PACK, str(home)],
            cwd=ROOT,
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"},
            umask=mask,
            capture_output=True,
            check=True,
        )
        told.append(digest(done.stdout))
    assert len(set(told)) == 1


def test_the_files_lie_at_the_root_in_order_and_are_dated_by_the_release(small: Path) -> None:
    packed = pack(contents(small, named_files(small)).files, DAY)
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert {"datapackage.json", "README.md", "data/figures.csv", "data/figures.parquet"} <= {*names}
    assert {"curation/package.toml", SUMS} <= {*names}
    assert {entry.date_time for entry in entries} == {(2031, 3, 6, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}


def test_the_sums_inside_cover_every_other_file(small: Path) -> None:
    held = unpacked(pack(contents(small, named_files(small)).files, DAY))
    lines = held.pop(SUMS).decode("utf-8").splitlines()
    assert lines == [f"{digest(content)}  {name}" for name, content in sorted(held.items())]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_day_that_no_zip_can_tell_is_moved_into_those_it_can(day: date) -> None:
    assert unpacked(pack({"a": b"1"}, day))["a"] == b"1"


def test_what_is_no_part_of_the_package_stays_behind(small: Path, tmp_path: Path) -> None:
    home = elsewhere(tmp_path / "home", small, turned=False)
    named = named_files(home)
    before = set(contents(home, named).files)
    stray = (
        "articles/page.html",
        "articles/next.md.draft",
        "curation/rulings.toml~",
        "curation/rulings.toml.bak",
        "curation/#rulings.toml#",
        "notes.txt",
    )
    hidden = (".DS_Store", "curation/.rulings.toml.swp", ".concord-staging/data/x.csv")
    for name in (*stray, *hidden):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("stray", encoding="utf-8")
    held = contents(home, named)
    assert set(held.files) == before
    assert set(held.left) == set(stray)


def test_a_hidden_file_that_a_build_wrote_goes_in(small: Path, tmp_path: Path) -> None:
    home = elsewhere(tmp_path / "home", small, turned=False)
    (home / ".zenodo.json").write_text("{}", encoding="utf-8")
    assert ".zenodo.json" in contents(home, {*named_files(home), ".zenodo.json"}).files


def test_an_article_that_is_a_link_is_refused(small: Path, tmp_path: Path) -> None:
    home = elsewhere(tmp_path / "home", small, turned=False)
    article = next(path for path in sorted((home / "articles").iterdir()))
    article.rename(tmp_path / "original.md")
    article.symlink_to(tmp_path / "original.md")
    with pytest.raises(InputError, match="is a symbolic link; put the file itself there"):
        contents(home, named_files(home))


def test_a_folder_of_people_that_is_a_link_is_refused(small: Path, tmp_path: Path) -> None:
    home = elsewhere(tmp_path / "home", small, turned=False)
    (home / "articles").rename(tmp_path / "articles")
    (home / "articles").symlink_to(tmp_path / "articles")
    with pytest.raises(InputError, match="articles is a symbolic link"):
        contents(home, named_files(home))


def test_a_link_that_leads_nowhere_is_refused_too(small: Path, tmp_path: Path) -> None:
    home = elsewhere(tmp_path / "home", small, turned=False)
    (home / "curation" / "notes.toml").symlink_to(tmp_path / "absent")
    with pytest.raises(InputError, match=r"notes\.toml is a symbolic link"):
        contents(home, named_files(home))


def test_a_file_that_a_build_wrote_and_that_is_gone_is_told(small: Path, tmp_path: Path) -> None:
    home = elsewhere(tmp_path / "home", small, turned=False)
    named = named_files(home)
    (home / "data" / "figures.csv").unlink()
    with pytest.raises(InputError, match=r"figures\.csv is missing or is no file; build"):
        contents(home, named)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Rulings.toml", "rulings.toml"), "differ in capital letters alone"),
        (("a\nb.toml",), "holds a control character or a backslash"),
        (("a\\b.toml",), "holds a control character or a backslash"),
    ],
)
def test_names_that_others_cannot_unzip_are_refused(
    names: tuple[str, ...], said: str, small: Path, tmp_path: Path
) -> None:
    home = elsewhere(tmp_path / "home", small, turned=False)
    for name in names:
        (home / "curation" / name).write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match=said):
        contents(home, named_files(home))


def test_a_folder_that_was_never_built_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="build it first"):
        named_files(tmp_path)


def test_the_list_beside_the_zips_keeps_what_it_says_of_those_that_are_there(
    tmp_path: Path,
) -> None:
    (tmp_path / "a-1.0.0.zip").write_bytes(b"one")
    (tmp_path / "b-1.0.0.zip").write_bytes(b"damaged since")
    known = f"{digest(b'as released')}  b-1.0.0.zip\n{digest(b'gone')}  gone-1.0.0.zip\n"
    (tmp_path / SUMS).write_text(known, encoding="utf-8")
    assert listed_beside(tmp_path, "a-1.1.0.zip", "f" * 64).splitlines() == [
        f"{digest(b'one')}  a-1.0.0.zip",
        f"{'f' * 64}  a-1.1.0.zip",
        f"{digest(b'as released')}  b-1.0.0.zip",
    ]
