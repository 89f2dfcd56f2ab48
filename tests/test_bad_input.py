"""What cannot be read is told in one clear line, and the last good package stays as it was."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.publish import package
from scripts.publish.staging import STAGING
from tests.command import FIRST, Run, edit, files, run

ROOT = FIRST.parent
STORY = "Peru and Chile talk\n\nPeru and Chile held talks in Lima on Monday, Peru said.\n"


def built(dataset: Path) -> Run:
    """A build that must fail: status 1, and nothing in the data set is another than before."""
    before = files(dataset)
    ended = run("build", dataset, "--report", dataset.parent / "gate")
    assert ended.status == 1
    assert files(dataset) == before
    assert not (dataset / STAGING).exists()
    assert "published" not in ended.out
    return ended


def put(name: str, content: bytes) -> Callable[[Path], None]:
    def into(dataset: Path) -> None:
        (dataset / "articles" / name).write_bytes(content)

    return into


@pytest.mark.parametrize(
    ("spoil", "rule", "words"),
    [
        pytest.param(put("new.md", b""), "READ-003", "new.md: it is empty", id="empty"),
        pytest.param(
            put("new.md", b"---\ntitle: Talks\n---\n"),
            "READ-003",
            "new.md: it holds front matter only",
            id="front matter alone",
        ),
        pytest.param(put("new.jsonl", b"\n\n"), "READ-003", "new.jsonl: it is empty", id="no line"),
        pytest.param(
            put("new.txt", "Talks in Orléans\n".encode("latin-1")),
            "READ-002",
            "new.txt: byte 12 (0xE9) is not UTF-8; save it as UTF-8",
            id="Latin-1",
        ),
        pytest.param(
            put("new.txt", STORY.encode("utf-16")), "READ-002", "it is UTF-16", id="UTF-16"
        ),
        pytest.param(
            put("new.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"),
            "READ-002",
            "this is no text",
            id="binary",
        ),
        pytest.param(
            put("new.txt", b"talks " * 350_000),
            "READ-002",
            "new.txt: line 1 has 2,100,000 characters, more than 1,000,000; give one paragraph a "
            "line",
            id="two megabytes in a line",
        ),
        pytest.param(
            put("new.md", b"---\ntitle: Talks\n\n" + STORY.encode()),
            "READ-004",
            "front matter opens with --- in line 1 and is not closed; close it with ---",
            id="open front matter",
        ),
        pytest.param(
            put("new.md", b"---\ntitle: Talks\ntitle: Walks\n---\n" + STORY.encode()),
            "READ-004",
            "front matter has the key 'title' twice (line 3); keep one",
            id="a key twice",
        ),
        pytest.param(
            put("new.md", b"---\ntalks: [in, Lima\n---\n" + STORY.encode()),
            "READ-004",
            "new.md: front matter",
            id="front matter that is no YAML",
        ),
        pytest.param(
            put("ilkha.txt", STORY.encode()),
            "READ-006",
            "ilkha.txt: its id 'ilkha' is that of ilkha.md already; rename one",
            id="one id twice",
        ),
        pytest.param(
            put("new.jsonl", b'{"id": "new", "text": "Talks."}\n{"id": "new", "te\n'),
            "READ-005",
            "new.jsonl:2: ",
            id="half a line",
        ),
    ],
)
def test_a_file_that_is_no_article_is_one_finding(
    dataset: Path, spoil: Callable[[Path], None], rule: str, words: str
) -> None:
    spoil(dataset)
    ended = built(dataset)
    (error,) = ended.errors
    assert error.startswith(f"error {rule} new" if rule != "READ-006" else "error READ-006")
    assert words in error
    assert len(error) < 300
    assert f"not published: {dataset} is as it was" in ended.err
    assert ended.out == "findings: 1 error, no warnings\n"


def test_everything_that_is_wrong_is_told_at_once(dataset: Path) -> None:
    put("b.md", b"")(dataset)
    put("a.txt", b"\xff\xfe\x00")(dataset)
    put("xinhua.txt", STORY.encode())(dataset)
    rules = [error.split()[1] for error in built(dataset).errors]
    assert rules == ["READ-002", "READ-003", "READ-006"]


def lose(*parts: str) -> Callable[[Path], None]:
    def out(dataset: Path) -> None:
        path = dataset.joinpath(*parts)
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()

    return out


def clear(dataset: Path) -> None:
    for article in (dataset / "articles").iterdir():
        article.unlink()


def write(name: str, text: str) -> Callable[[Path], None]:
    def over(dataset: Path) -> None:
        (dataset / "curation" / name).write_text(text, encoding="utf-8")

    return over


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        pytest.param(clear, "articles holds no articles; put .md, .txt", id="no articles"),
        pytest.param(lose("articles"), "articles does not exist; give a folder", id="no folder"),
        pytest.param(
            lose("curation"), "package.toml is missing, so", id="a folder that is no data set"
        ),
        pytest.param(
            write("package.toml", "name = 'x'"),
            '"version" is missing',
            id="a package of no version",
        ),
        pytest.param(
            write("expected.toml", "[[figures"), "expected.toml is not valid TOML", id="no TOML"
        ),
        pytest.param(
            write("rulings.toml", "[[verdicts]]\nx = 1"),
            "[[verdicts]] is no kind of entry; use [[rulings]]",
            id="an unknown entry",
        ),
    ],
)
def test_a_data_set_without_what_it_needs_is_one_error(
    dataset: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(dataset)
    ended = built(dataset)
    (error,) = ended.err.splitlines()[-1:]
    assert ended.errors == [error]
    assert words in error


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_file_or_nothing_for_a_data_set_is_one_error(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("no data set", encoding="utf-8")
    for name in ("file", "nothing"):
        ended = run(command, tmp_path / name)
        assert (ended.status, len(ended.errors)) == (1, 1)
        assert files(tmp_path) == {"file": b"no data set"}


@pytest.mark.parametrize(
    "lost", ["schemas/codes/units.csv", "schemas/codes/actors.csv", "scripts/lexicon/dates.csv"]
)
def test_a_missing_code_list_or_lexicon_is_one_error(
    published: Path, tmp_path: Path, lost: str
) -> None:
    tree = tmp_path / "tree"
    for part in ("schemas", "validations", "scripts"):
        shutil.copytree(ROOT / part, tree / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(published, tree / "datapackage")
    (tree / lost).unlink()
    before = files(tree / "datapackage")
    ended = subprocess.run(
        [sys.executable, "-m", "scripts", "build"],
        cwd=tree,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
        timeout=120,
    )
    told = ended.stderr.splitlines()
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr + ended.stdout
    assert told[-1].startswith("error ")
    assert told[-1].endswith(f"{lost} is missing; restore it from version control")
    assert files(tree / "datapackage") == before


def test_a_table_edited_by_hand_is_found_by_check_and_mended_by_build(dataset: Path) -> None:
    good = files(dataset)
    edit(
        dataset / "data" / "figures.csv",
        ",32 Armenian prisoners,32,,",
        ",32 Armenian prisoners,33,,",
    )
    edited = files(dataset)
    ended = run("check", dataset, "--layer", "shape")
    assert ended.status == 1
    assert files(dataset) == edited
    (error,) = ended.errors
    assert error.startswith("error PKG-003 package data/figures.csv")
    assert "data/figures.csv was changed after the build wrote or read it; build again" in error
    assert "holds" not in ended.out
    assert run("build", dataset, "--report", dataset.parent / "gate").status == 0
    assert files(dataset) == good


@pytest.mark.parametrize(("layer", "rule"), [("meaning", "SDS-012"), ("release", "across-values:")])
def test_a_value_edited_by_hand_is_found_by_what_it_says_too(
    dataset: Path, layer: str, rule: str
) -> None:
    cells = ",32 Armenian prisoners,{0},,{0},{0},"
    edit(dataset / "data" / "figures.csv", cells.format(32), cells.format(33))
    ended = run("check", dataset, "--layer", layer, "--report", dataset.parent / "gate")
    rules = [error.split()[1] for error in ended.errors]
    assert ended.status == 1
    assert rules[0] == "PKG-003"
    assert any(one.startswith(rule) for one in rules[1:]), rules


def refuse(error: int, name: str) -> Callable[..., None]:
    """A step that the system refuses: root may write anywhere, so no file mode will do."""

    def step(*arguments: object, **named: object) -> None:
        raise OSError(error, os.strerror(error), name)

    return step


def test_no_right_to_write_is_one_error(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mkdir = os.mkdir

    def only_elsewhere(path: os.PathLike[str] | str, *rest: object, **named: object) -> None:
        if os.fspath(path).startswith(str(dataset)):
            raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
        mkdir(path, *rest, **named)

    monkeypatch.setattr(os, "mkdir", only_elsewhere)
    ended = built_but_for_reading(dataset)
    assert f"cannot write in the folder {dataset}: Permission denied; get the right" in ended


def test_a_full_disk_is_one_error(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = str(dataset / STAGING / "data" / "figures.csv")
    monkeypatch.setattr(package, "write_csv", refuse(errno.ENOSPC, place))
    assert "No space left on device" in built_but_for_reading(dataset)


def built_but_for_reading(dataset: Path) -> str:
    """The one error of a build that reads well and cannot write."""
    before = files(dataset)
    ended = run("build", dataset, "--report", dataset.parent / "gate")
    assert ended.status == 1
    assert files(dataset) == before
    (error,) = ended.errors
    return error


@pytest.mark.parametrize("place", ["file/package", "file"])
def test_a_file_in_the_way_of_a_package_is_one_error(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    ended = run("build", "--articles", story, "--out", tmp_path / place)
    (error,) = ended.errors
    assert ended.status == 1
    assert f"cannot write in the folder {tmp_path / place}: " in error
    assert "build into another folder with --out" in error
    assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"


def test_a_report_that_cannot_be_written_publishes_nothing(dataset: Path) -> None:
    (dataset.parent / "gate").write_text("in the way", encoding="utf-8")
    before = files(dataset)
    ended = run("build", dataset, "--report", dataset.parent / "gate" / "report")
    (error,) = ended.errors
    assert ended.status == 1
    assert "Not a directory; give another path" in error
    assert files(dataset) == before


def test_a_mark_without_partner_is_a_warning_that_names_the_place(tmp_path: Path) -> None:
    story = 'Peru said that "the talks in Lima were long.\n\nChile said that it would come back.\n'
    (tmp_path / "lima.txt").write_text(f"Peru and Chile talk\n\n{story}", encoding="utf-8")
    ended = run("build", "--articles", tmp_path / "lima.txt", "--out", tmp_path / "package")
    (warning,) = ended.warnings
    assert (ended.status, ended.errors) == (0, [])
    assert warning.startswith('warning FND-001 statements lima quote = ": ')
    assert "articles/lima.txt, line 3, offset 36: a quotation mark has no partner" in warning
    assert (tmp_path / "package" / "datapackage.json").is_file()
    text = (tmp_path / "package" / "articles" / "lima.txt").read_text(encoding="utf-8")
    assert text[36] == '"'


def test_a_format_that_is_not_read_is_a_warning_that_names_those_that_are(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / "lima.txt").write_text(STORY, encoding="utf-8")
    (given / "page.pdf").write_text("<p>Peru and Chile talk</p>", encoding="utf-8")
    ended = run("build", "--articles", given, "--out", tmp_path / "package")
    (warning,) = ended.warnings
    assert ended.status == 0
    assert "page.pdf was not read; the formats that are read are .md, .txt, .jsonl" in (
        warning.replace(": was", " was")
    )
