"""Whatever goes wrong while a package is replaced, the old or the new one is there, whole."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.publish.siblings import SIBLINGS
from scripts.publish.staging import MARKER, STAGING, publish, recover
from scripts.read.files import InputError
from tests.killer import killed_runs
from validations.rule import Finding
from validations.sums import SUMS, sha256, stamp, sums_text

ROOT = Path(__file__).parent.parent
WARNING = Finding("X-001", "warning", "sources", "a", "title", "", "It has no title.")
#: Generated files beside the folders and the descriptor.
SINGLE = ("README.md", *(path for path, _ in SIBLINGS))
ERROR = Finding("X-002", "error", "sources", "a", "title", "", "It has no text.")


def filler(word: str, articles: dict[str, str] | None = None) -> Callable[[Path], None]:
    """Writes a package whose every file says `word`, with one article of that name unless told."""
    written = {f"articles/{word}.txt": word} if articles is None else articles

    def fill(folder: Path) -> None:
        for name in (f"data/{word}.csv", "data/both.csv", "codes/list.csv", *SINGLE):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(word, encoding="utf-8")
        files = []
        for name, text in written.items():
            (folder / "articles").mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
            known = stamp(text.encode())["hash"]
            files.append({"path": name, "hash": known, "concord:generated": True})
        descriptor = json.dumps({"word": word, "resources": files})
        (folder / "datapackage.json").write_text(descriptor, encoding="utf-8")
        (folder / SUMS).write_text(listed(folder), encoding="utf-8")

    return fill


def listed(folder: Path) -> str:
    """What SHA256SUMS has to say of the generated files that stand in a folder."""
    names = files(folder).keys() - {SUMS, "articles/own.md", "curation/package.toml"}
    return sums_text({name: sha256(folder / name) for name in names})


def accept(folder: Path) -> list[Finding]:
    return []


def stage(dataset: Path, word: str) -> None:
    """What a run leaves that dies before it writes the marker."""
    (dataset / STAGING).mkdir()
    filler(word)(dataset / STAGING)


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A published package with an article and a ruling that people wrote."""
    folder = tmp_path / "dataset"
    for name in ("articles/own.md", "curation/package.toml"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text("by hand", encoding="utf-8")
    assert publish(folder, filler("old"), accept) == []
    return folder


def whole(folder: Path) -> str:
    """The word of the package that stands there; fails if it is a mixture."""
    found = files(folder)
    (word,) = {found.pop(name) for name in SINGLE}
    expected = {f"data/{word}.csv", "data/both.csv", "codes/list.csv", f"articles/{word}.txt"}
    assert found.pop(SUMS) == listed(folder)
    assert {name: found.pop(name) for name in expected} == dict.fromkeys(expected, word)
    assert f'"{word}"' in found.pop("datapackage.json")
    assert found == {"articles/own.md": "by hand", "curation/package.toml": "by hand"}
    return word


def test_a_package_replaces_the_old_one_as_a_whole(dataset: Path) -> None:
    assert whole(dataset) == "old"
    assert publish(dataset, filler("new"), lambda folder: [WARNING]) == [WARNING]
    assert whole(dataset) == "new"


def test_checks_see_the_whole_new_package_while_the_old_one_stands(dataset: Path) -> None:
    def check(folder: Path) -> list[Finding]:
        assert (folder / "data" / "new.csv").exists()
        assert (folder / "datapackage.json").exists()
        assert (dataset / "data" / "old.csv").exists()
        return []

    publish(dataset, filler("new"), check)


def test_an_error_publishes_nothing_and_leaves_nothing_behind(dataset: Path) -> None:
    before = files(dataset)
    assert publish(dataset, filler("new"), lambda folder: [WARNING, ERROR]) == [WARNING, ERROR]
    assert files(dataset) == before
    assert not (dataset / STAGING).exists()


@pytest.mark.parametrize("step", ["fill", "check"])
@pytest.mark.parametrize("error", [InputError("no articles"), KeyboardInterrupt(), ValueError("x")])
def test_an_exception_on_the_way_leaves_the_old_package(
    step: str, error: BaseException, dataset: Path
) -> None:
    def fail(folder: Path) -> Any:
        raise error

    before = files(dataset)
    fill, check = (fail, accept) if step == "fill" else (filler("new"), fail)
    with pytest.raises(type(error)):
        publish(dataset, fill, check)
    assert files(dataset) == before
    assert not (dataset / STAGING).exists()


def test_a_package_that_lacks_a_part_is_not_published(dataset: Path) -> None:
    def fill(folder: Path) -> None:
        filler("new")(folder)
        (folder / "datapackage.json").unlink()

    with pytest.raises(InputError, match=r"lacks datapackage\.json"):
        publish(dataset, fill, accept)
    assert whole(dataset) == "old"


def test_a_folder_is_made_where_there_was_none_and_taken_away_if_nothing_was_published(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "deep" / "dataset"
    publish(folder, filler("new"), lambda staged: [ERROR])
    assert not folder.exists()
    publish(folder, filler("new"), accept)
    assert (folder / "data" / "new.csv").exists()


def test_articles_of_a_build_come_and_go_with_it_and_those_of_people_stay(dataset: Path) -> None:
    first = {"articles/a.txt": "A", "articles/b.txt": "B", "articles/c.txt": "C"}
    publish(dataset, filler("new", first), accept)
    assert {name: files(dataset)[name] for name in first} == first
    (dataset / "articles" / "c.txt").write_text("C, edited", encoding="utf-8")
    publish(dataset, filler("new", {"articles/b.txt": "B, corrected"}), accept)
    assert {
        name: text for name, text in files(dataset).items() if name.startswith("articles/")
    } == {
        "articles/b.txt": "B, corrected",
        "articles/c.txt": "C, edited",
        "articles/own.md": "by hand",
    }


def test_a_staging_folder_that_a_dead_run_left_is_cleared_away(dataset: Path) -> None:
    stage(dataset, "dead")
    recover(dataset)
    assert not (dataset / STAGING).exists()
    assert whole(dataset) == "old"


def test_recovering_where_nothing_happened_does_nothing(dataset: Path, tmp_path: Path) -> None:
    before = files(dataset)
    recover(dataset)
    recover(tmp_path / "nowhere")
    assert files(dataset) == before


def test_a_second_build_at_the_same_time_gets_one_clear_error(dataset: Path) -> None:
    def second(folder: Path) -> list[Finding]:
        with pytest.raises(InputError, match="another build is writing"):
            publish(dataset, filler("second"), accept)
        (dataset / MARKER).touch()  # nor does anybody finish a move that is under way
        with pytest.raises(InputError, match="another build is writing"):
            recover(dataset)
        (dataset / MARKER).unlink()
        return []

    publish(dataset, filler("new"), second)
    assert whole(dataset) == "new"


def test_no_right_to_write_is_one_error_that_names_the_folder(tmp_path: Path) -> None:
    # The superuser may write anywhere, so it becomes nobody for the attempt.
    parent = Path(tempfile.mkdtemp())
    parent.chmod(0o755)
    folder = parent / "dataset"
    folder.mkdir()
    folder.chmod(0o555)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        for path in (folder, folder / "new"):
            with pytest.raises(InputError, match="cannot write in the folder") as error:
                publish(path, filler("new"), accept)
            assert str(path) in str(error.value)
    finally:
        os.seteuid(user)
        folder.chmod(0o755)
        shutil.rmtree(parent)


def test_a_full_disk_is_one_error_and_leaves_the_old_package(dataset: Path) -> None:
    def fill(folder: Path) -> None:
        raise OSError(28, "No space left on device", str(folder / "data" / "x.csv"))

    with pytest.raises(InputError, match="No space left"):
        publish(dataset, fill, accept)
    assert whole(dataset) == "old"


def test_a_file_that_fill_cannot_read_is_not_taken_for_a_folder_that_cannot_be_written(
    dataset: Path,
) -> None:
    with pytest.raises(FileNotFoundError):
        publish(dataset, lambda folder: (dataset / "absent").read_bytes() and None, accept)
    assert whole(dataset) == "old"


def test_a_build_killed_at_any_step_leaves_the_old_package_or_the_new_one(
    dataset: Path, tmp_path: Path
) -> None:
    words, marked = [], []

    def build(folder: Path) -> None:
        publish(folder, filler("new"), accept)

    for run in killed_runs(dataset, tmp_path / "run", build, least=20):
        marked.append((run / MARKER).exists())
        if not marked[-1] and not (run / STAGING).exists():
            whole(run)
        recover(run)
        words.append(whole(run))
    turn = words.index("new")
    assert words == ["old"] * turn + ["new"] * (len(words) - turn)
    assert marked.index(True) == turn, "the marker decides"
    assert marked[turn:].count(True) > 8


def test_a_move_killed_while_it_is_being_finished_is_finished_by_the_next_start(
    dataset: Path, tmp_path: Path
) -> None:
    stage(dataset, "new")
    (dataset / MARKER).touch()
    for run in killed_runs(dataset, tmp_path / "run", recover, least=10):
        recover(run)
        assert whole(run) == "new"


def test_the_next_build_finishes_the_move_before_it_begins(dataset: Path) -> None:
    stage(dataset, "moved")
    (dataset / MARKER).touch()
    publish(dataset, filler("new"), lambda folder: [ERROR])
    assert whole(dataset) == "moved"


def test_a_descriptor_that_names_files_elsewhere_deletes_none(dataset: Path) -> None:
    own = dataset.parent / "own.txt"
    own.write_text("mine", encoding="utf-8")
    wanted = stamp(b"mine")["hash"]
    own_article = {"path": "articles/../../own.txt", "hash": wanted, "concord:generated": True}
    descriptor = json.dumps({"resources": [own_article]})
    (dataset / "datapackage.json").write_text(descriptor, encoding="utf-8")
    publish(dataset, filler("new"), accept)
    assert own.read_text(encoding="utf-8") == "mine"
