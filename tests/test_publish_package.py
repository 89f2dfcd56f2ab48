import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.publish.articles import written_articles
from scripts.publish.package import write_package
from scripts.read.files import InputError
from tests.small_package import META, small_articles, small_tables, write_small

ROOT = Path(__file__).parent.parent
WRITE = """
import sys
from pathlib import Path
from tests.small_package import write_small
write_small(Path(sys.argv[1]))
"""


def contents(folder: Path) -> dict[str, str]:
    """Path → hash of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_writes_are_equal_byte_for_byte(tmp_path: Path) -> None:
    first, second = write_small(tmp_path / "one"), write_small(tmp_path / "two")
    assert contents(first) == contents(second)


def test_the_order_of_rows_tables_and_articles_changes_nothing(tmp_path: Path) -> None:
    turned = {name: rows.reverse() for name, rows in reversed(small_tables().items())}
    write_package(tmp_path / "one", tmp_path / "one", turned, META, reversed(small_articles()))
    assert contents(tmp_path / "one") == contents(write_small(tmp_path / "two"))


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "3", "POLARS_MAX_THREADS": "1", "LANG": "de_DE"},
    ],
)
def test_hash_seed_time_zone_and_locale_change_nothing(
    settings: dict[str, str], tmp_path: Path
) -> None:
    subprocess.run(
        [sys.executable, "-W", "error", "-c", WRITE, str(tmp_path / "one")],
        cwd=ROOT,
        env=os.environ | settings,
        check=True,
        timeout=60,
    )
    assert contents(tmp_path / "one") == contents(write_small(tmp_path / "two"))


def test_text_files_are_utf8_without_mark_with_lf_alone(tmp_path: Path) -> None:
    for path in write_small(tmp_path).rglob("*"):
        if path.suffix in {".csv", ".json"} or path.name == "README.md":
            content = path.read_bytes()
            assert not content.startswith(b"\xef\xbb\xbf")
            assert b"\r" not in content
            assert content.endswith(b"\n")
            content.decode("utf-8")


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    rows = small_tables()
    del rows["sides"], rows["places"]
    with pytest.raises(InputError, match="sides, places"):
        write_package(tmp_path, tmp_path, rows, META)


def claimed(folder: Path) -> set[str]:
    """Paths of the articles that the descriptor says the build wrote."""
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return {one["path"] for one in descriptor["resources"] if one.get("concord:generated")}


LAMP = "articles/daily-lamp.md"


def test_an_article_is_written_as_it_was_read(tmp_path: Path) -> None:
    text = "“Ağdam”\nsecond line without end"
    write_package(tmp_path / "d", tmp_path / "o", small_tables(), META, [(LAMP, text)])
    assert (tmp_path / "o" / LAMP).read_bytes() == text.encode("utf-8")
    assert LAMP in claimed(tmp_path / "o")


def test_an_article_that_stands_in_the_dataset_is_neither_written_nor_claimed(
    tmp_path: Path,
) -> None:
    (tmp_path / "d" / "articles").mkdir(parents=True)
    (tmp_path / "d" / LAMP).write_text("Talks.", encoding="utf-8")
    write_package(tmp_path / "d", tmp_path / "o", small_tables(), META, [(LAMP, "Talks.")])
    assert not (tmp_path / "o" / "articles").exists()
    assert claimed(tmp_path / "o") == set()


def former(folder: Path) -> None:
    """Make a package what builds wrote before there was SHA256SUMS."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    resources = descriptor.pop("resources")
    articles = [one for one in resources if one.get("concord:generated")]
    descriptor["resources"] = [one for one in resources if one["format"] == "csv"]
    descriptor["concord:files"] = [
        {key: one[key] for key in ("path", "bytes", "hash")} for one in articles
    ]
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    (folder / "SHA256SUMS").unlink()


@pytest.mark.parametrize("earlier", [lambda folder: None, former], ids=["sums", "former"])
def test_articles_of_an_earlier_build_are_known_and_those_of_people_are_not(
    earlier: Callable[[Path], None], tmp_path: Path
) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / LAMP).write_text(dict(small_articles())[LAMP], encoding="utf-8")
    earlier(write_small(tmp_path))
    made = tuple(sorted({path for path, _ in small_articles()} - {LAMP}))
    assert written_articles(tmp_path) == made
    (tmp_path / made[0]).write_text("Edited by hand.", encoding="utf-8")
    assert written_articles(tmp_path) == made[1:]
    write_package(tmp_path, tmp_path / "o", small_tables(), META, [(made[1], "Read anew.")])
    assert claimed(tmp_path / "o") == {made[1]}


def test_the_articles_of_an_unzipped_release_are_those_of_whoever_unzipped_it(
    tmp_path: Path,
) -> None:
    write_small(tmp_path)
    assert written_articles(tmp_path)
    with (tmp_path / "SHA256SUMS").open("a", encoding="utf-8") as file:
        file.write(f"{'0' * 64}  curation/package.toml\n")
    assert written_articles(tmp_path) == ()
    write_package(tmp_path, tmp_path / "o", small_tables(), META, small_articles())
    assert claimed(tmp_path / "o") == set()


def test_an_article_of_a_build_that_somebody_edited_since_is_not_replaced(tmp_path: Path) -> None:
    write_small(tmp_path)
    (tmp_path / LAMP).write_text("Edited by hand.", encoding="utf-8")
    with pytest.raises(InputError, match=r"articles/daily-lamp\.md stands in"):
        write_package(tmp_path, tmp_path / "o", small_tables(), META, small_articles())


def test_an_article_that_somebody_put_there_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Mine.", encoding="utf-8")
    with pytest.raises(InputError, match=r"articles/a\.txt stands in"):
        write_package(
            tmp_path, tmp_path / "o", small_tables(), META, [("articles/a.txt", "Other.")]
        )


@pytest.mark.parametrize(
    "path", ["a.txt", "/articles/a.txt", "articles/..", "articles/a/b.txt", "articles/a\\b.txt"]
)
def test_an_article_is_written_nowhere_but_in_articles(path: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="articles/NAME"):
        write_package(tmp_path, tmp_path, small_tables(), META, [(path, "Talks.")])


def test_two_articles_of_one_name_are_refused(tmp_path: Path) -> None:
    both = [("articles/a.txt", "Talks."), ("articles/a.txt", "War.")]
    with pytest.raises(InputError, match="two articles"):
        write_package(tmp_path, tmp_path, small_tables(), META, both)
