"""The page for those who are no programmers: run as they stand, its commands print what it says."""

import re
import shlex
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from scripts.read.files import SUFFIXES
from scripts.read.front_matter import KEYS, front_matter, unread_keys
from scripts.release.changelog import DRAFT
from tests.command import Run, run
from tests.readers.programs import rscript
from tests.readers.programs import run as answered

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "your-own-articles.md").read_text(encoding="utf-8")
PROGRAM = ".nox/environment/bin/python -m scripts "
_FENCED = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A stretch of code on the page. told: what the command before it printed."""

    language: str
    text: str
    told: str = ""


def blocks() -> Iterator[Block]:
    for indent, language, text in _FENCED.findall(PAGE):
        yield Block(language, re.sub(rf"^{indent}", "", text, flags=re.MULTILINE))


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Block], list[Run]]:
    """Everything that the page asks for, done in its order: where, the blocks, how it ended."""
    home = tmp_path_factory.mktemp("page")
    program, data = home / "program", home / "river-talks"
    program.mkdir()
    done, ended = [], []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(program)
        for block in blocks():
            if block.language == "toml":
                place = re.match(r"# at the end of (\S+)\n", block.text)
                assert place is not None
                with (data / place.group(1)).open("a", encoding="utf-8") as file:
                    file.write("\n" + block.text)
            for line in block.text.splitlines() if block.language == "sh" else ():
                if line.startswith(PROGRAM):
                    ended.append(run(*shlex.split(line.removeprefix(PROGRAM))))
                    if line.startswith(f"{PROGRAM}release "):
                        ended.append(_edited(data, line))
            told = ended[-1].out + ended[-1].err if ended else ""
            done.append(Block(block.language, block.text, told))
            if block.language == "r" and shutil.which("Rscript"):
                told = answered(["Rscript", "--vanilla", "-e", block.text], program)
                done[-1] = Block("r", block.text, told)
    return home, done, ended


def _edited(data: Path, line: str) -> Run:
    """The release once more, when somebody has signed the data set and edited the draft."""
    toml = data / "curation" / "package.toml"
    text = toml.read_text(encoding="utf-8").replace("Your name or your group", "The editors")
    toml.write_text(text.replace("created = 2000-01-01", "created = 2031-04-01"), encoding="utf-8")
    path = data / "CHANGELOG.md"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(one for one in lines if DRAFT not in one), encoding="utf-8")
    return run(*shlex.split(line.removeprefix(PROGRAM)))


def test_each_command_ends_as_the_page_says(
    followed: tuple[Path, list[Block], list[Run]],
) -> None:
    home, _, ended = followed
    # new, build, page, trace, build (refused by the demand), build (ruled), release (a draft
    # first), release, check, trace
    assert [one.status for one in ended] == [0, 0, 0, 0, 1, 0, 1, 0, 0, 0]
    assert (home / "releases" / "river-talks-0.1.0.zip").is_file()
    assert "a draft stands there now" in ended[6].err
    assert "write who made the data set" in ended[6].err
    assert "git" not in ended[7].out


def test_the_page_of_the_two_articles_is_there_and_the_release_has_one(
    followed: tuple[Path, list[Block], list[Run]],
) -> None:
    home, _, _ = followed
    assert "24 sailors" in (home / "river-talks.html").read_text(encoding="utf-8")
    with zipfile.ZipFile(home / "releases" / "river-talks-0.1.0.zip") as packed:
        assert "24 sailors" in packed.read("index.html").decode("utf-8")


def test_what_the_page_prints_is_what_the_commands_print(
    followed: tuple[Path, list[Block], list[Run]],
) -> None:
    _, done, _ = followed
    compared = 0
    for before, block in pairwise(done):
        if block.language != "text" or before.language == "r":
            continue
        for line in block.text.splitlines():
            assert " ".join(line.split()) in " ".join(block.told.split()), line
            compared += 1
    assert compared > 8


@pytest.mark.programs
def test_the_lines_for_r_print_what_the_page_says(
    followed: tuple[Path, list[Block], list[Run]],
) -> None:
    rscript()
    _, done, _ = followed
    (at,) = [index for index, block in enumerate(done) if block.language == "r"]
    assert done[at].told == done[at + 1].text


def test_the_page_installs_as_the_readme_does() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    first = next(block.text.strip() for block in blocks() if block.language == "sh")
    assert f"    {first}\n" in readme
    assert "(docs/your-own-articles.md)" in readme


def test_the_lines_at_the_top_of_an_article_are_all_told_and_are_read() -> None:
    (example,) = [block.text for block in blocks() if block.language == "md"]
    meta, _ = front_matter(example)
    assert meta["published"] == "2031-03-12"
    assert unread_keys(meta) == []
    told = set(re.findall(r"^ *\| `(\w+)` \|", PAGE, re.MULTILINE))
    assert told == set(KEYS) - {"original_sha256"}


def test_every_format_that_is_read_is_told() -> None:
    told = set(re.findall(r"^ *\| `(\.\w+)` \|", PAGE, re.MULTILINE))
    assert told == set(SUFFIXES) - {".htm"}


def test_every_file_of_a_new_data_set_is_told(
    followed: tuple[Path, list[Block], list[Run]],
) -> None:
    home, _, _ = followed
    for name in ("START-HERE.md", "CHANGELOG.md", "curation/package.toml"):
        assert (home / "river-talks" / name).is_file()
        assert f"| `{name}` |" in PAGE
