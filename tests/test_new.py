"""A new data set: it builds at once, and what people put into it is read or told what it lacks."""

import csv
import io
import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from scripts.publish.metadata import read_package
from scripts.release.changelog import section
from tests.command import FIRST, files, run
from validations.curation import Expected, read_expected, read_rulings
from validations.layers import LAYERS

WRITTEN = [
    "CHANGELOG.md",
    "START-HERE.md",
    "articles/harbour-post.md",
    "articles/river-times.md",
    "curation/expected.toml",
    "curation/package.toml",
    "curation/rulings.toml",
]
#: As a word processor pastes it: curly marks, a dash, a hard space.
PASTED = (
    "Captives go home\n\nThe Ardenia Liberation Front released 24\u00a0sailors on Tuesday.\n\n"
    "“No family should wait,” said Marta Ilvane, the leader of the Ardenia Liberation Front. "
    "“It’s over – for good.”\n"
)


def rows(package: Path, name: str) -> list[dict[str, str]]:
    text = (package / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A new data set, built by the command that `new` prints, and what the build printed."""
    home = tmp_path_factory.mktemp("new")
    told = run("new", home / "Andes talks")
    assert (told.status, told.errors) == (0, [])
    assert sorted(files(home / "Andes talks")) == WRITTEN
    for name in WRITTEN:
        assert f"wrote {home / 'Andes talks' / name}\n" in told.out
    commands = [shlex.split(line) for line in told.out.splitlines() if line.startswith("  ")]
    assert [command[1:4] for command in commands] == [
        ["-m", "scripts", "build"],
        ["-m", "scripts", "trace"],
        ["-m", "scripts", "trace"],
    ]
    built = run(*commands[0][3:], "--report", home / "gate")
    assert (built.status, built.errors) == (0, [])
    for command in commands[1:]:
        assert run(*command[3:]).status == 0
    return home / "Andes talks", built.out + built.err


def test_a_new_data_set_builds_at_once_and_holds_in_every_layer(
    made: tuple[Path, str], tmp_path: Path
) -> None:
    folder, _ = made
    ended = run("check", folder, "--report", tmp_path / "gate")
    assert ended.out.splitlines()[0] == f"{folder} holds: {', '.join(LAYERS)}"
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert (descriptor["name"], descriptor["title"]) == ("andes-talks", "Andes talks")


def test_its_two_articles_show_rows_of_every_table_and_a_contradiction(
    made: tuple[Path, str],
) -> None:
    folder, told = made
    counted = dict(re.findall(r"^(\w+) +(\d+)$", told, re.MULTILINE))
    assert all(int(number) for number in counted.values())
    assert len(counted) == 11
    verdicts = {row["verdict"] for row in rows(folder, "comparisons")}
    assert {"agree", "conflict", "single"} <= verdicts
    (conflict,) = [row for row in rows(folder, "comparisons") if row["verdict"] == "conflict"]
    assert "24 sailors and 26 sailors exclude each other" in conflict["note"]
    assert "warning ACR-003" in told


def test_nobody_who_publishes_the_sample_can_miss_that_it_is_invented(
    made: tuple[Path, str],
) -> None:
    folder, _ = made
    assert "invented" in (folder / "README.md").read_text(encoding="utf-8")
    assert all("nvented" in row["rights"] for row in rows(folder, "sources"))
    assert section((folder / "CHANGELOG.md").read_text(encoding="utf-8"), "0.1.0") is None


def test_every_file_of_it_is_told_what_it_is_for(made: tuple[Path, str]) -> None:
    folder, _ = made
    told = (folder / "START-HERE.md").read_text(encoding="utf-8")
    for name in (*WRITTEN[3:], "data/", "codes/", "CHANGELOG.md", "datapackage.json", "README.md"):
        assert name.split("/")[-1] in told or f"`{name.split('/')[0]}/`" in told
    page = re.search(r"`(docs/[a-z-]+\.md)`", told)
    assert page is not None
    assert (FIRST.parent / page.group(1)).is_file()


@pytest.mark.parametrize("name", ["talks", 'The "Andes" \\ talks', "Ñandú & Äthiopien", "和談"])
def test_what_a_new_data_set_says_of_itself_can_be_read(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    assert run("new", folder).status == 0
    assert read_package(folder).title == name
    assert read_expected(folder / "curation") == Expected((), ())
    assert read_rulings(folder / "curation") == ()


@pytest.mark.parametrize("name", ["expected.toml", "rulings.toml"])
def test_a_new_data_set_explains_its_keys_in_the_words_of_the_first(
    tmp_path: Path, name: str
) -> None:
    assert run("new", tmp_path / "talks").status == 0
    new = (tmp_path / "talks" / "curation" / name).read_text(encoding="utf-8")
    assert (FIRST / "curation" / name).read_text(encoding="utf-8").startswith(new)


def test_the_example_of_a_ruling_is_one(tmp_path: Path) -> None:
    assert run("new", tmp_path / "talks").status == 0
    path = tmp_path / "talks" / "curation" / "rulings.toml"
    text = path.read_text(encoding="utf-8")
    example = [line.removeprefix("#   ") for line in text.splitlines() if line.startswith("#   ")]
    given = "\n".join(example[example.index("[[rulings]]") :])
    assert tomllib.loads(given)["rulings"][0]["measure"] == "released"
    path.write_text(given, encoding="utf-8")
    (ruling,) = read_rulings(path.parent)
    assert ruling.prefers == "north-wire"


@pytest.mark.parametrize("taken", ["a folder", "a file"])
def test_new_changes_nothing_that_is_there(tmp_path: Path, taken: str) -> None:
    path = tmp_path / "talks"
    if taken == "a file":
        path.write_text("mine", encoding="utf-8")
    else:
        path.mkdir()
        (path / "mine.txt").write_text("mine", encoding="utf-8")
    before = files(tmp_path)
    ended = run("new", path)
    (error,) = ended.errors
    assert (ended.status, files(tmp_path)) == (1, before)
    assert "is not an empty folder; name another one" in error
    assert "Build it" not in ended.out


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new data set without its articles, whose build asks only whether they can be read."""
    # NOTE: the gate and frictionless cost seconds; the build above runs them.
    monkeypatch.setattr("scripts.build.check_release", lambda *_, **__: [])
    monkeypatch.setattr("scripts.build.check_consumer", lambda *_, **__: [])
    assert run("new", tmp_path / "talks").status == 0
    for article in (tmp_path / "talks" / "articles").iterdir():
        article.unlink()
    return tmp_path / "talks"


FRONT = "---\ntitle: Captives go home\npublished: 2031-03-12\npublisher: River Times\n---\n\n"
_PARAGRAPHS = "".join(f"<p>{line}</p>" for line in PASTED.splitlines() if line)
PAGE = f"<html><head><title>Captives go home</title></head><body>{_PARAGRAPHS * 2}</body></html>"


@pytest.mark.parametrize(
    ("name", "content", "path"),
    [
        ("story.txt", PASTED.encode(), "articles/story.txt"),
        ("story.md", (FRONT + PASTED).encode(), "articles/story.md"),
        ("story.html", PAGE.encode(), "articles/story.txt"),
        ("story.htm", PAGE.encode("cp1252"), "articles/story.txt"),
        (
            "wires.jsonl",
            json.dumps({"id": "story", "title": "Captives go home", "text": PASTED}).encode(),
            "articles/story.txt",
        ),
        ("story.txt", PASTED.replace("\n", "\r\n").encode(), "articles/story.read.txt"),
        ("story.txt", PASTED.encode("utf-8-sig"), "articles/story.read.txt"),
        (
            "story.md",
            (FRONT + PASTED).replace("\n", "\r\n").encode("utf-8-sig"),
            "articles/story.read.md",
        ),
    ],
    ids=["text", "front matter", "page", "page of Windows", "lines", "CRLF", "BOM", "Windows"],
)
def test_articles_of_every_format_take_the_place_of_the_sample(
    empty: Path, name: str, content: bytes, path: str
) -> None:
    (empty / "articles" / name).write_bytes(content)
    first = run("build", empty)
    assert (first.status, first.errors, first.warnings) == (0, [], [])
    (source,) = rows(empty, "sources")
    assert (source["source_id"], source["path"]) == ("story", path)
    assert (empty / "articles" / name).read_bytes() == content, "what people wrote stays"
    assert "24" in {row["value"] for row in rows(empty, "figures")}
    assert len(rows(empty, "statements")) >= 1
    assert run("trace", rows(empty, "figures")[0]["figure_id"], "--in", empty).status == 0
    before = files(empty)
    assert run("build", empty).status == 0
    assert files(empty) == before


def test_a_text_that_is_saved_anew_leaves_no_old_copy(empty: Path) -> None:
    story = empty / "articles" / "story.txt"
    story.write_bytes(PASTED.replace("\n", "\r\n").encode())
    assert run("build", empty).status == 0
    assert (empty / "articles" / "story.read.txt").is_file()
    story.write_bytes(PASTED.encode())
    assert run("build", empty).status == 0
    assert sorted(path.name for path in (empty / "articles").iterdir()) == ["story.txt"]


def test_an_article_without_a_day_is_built_and_what_it_lacks_is_told(empty: Path) -> None:
    (empty / "articles" / "story.txt").write_bytes(PASTED.encode())
    told = run("build", empty).out
    assert "sources without a day of publication: 1 of 1" in told
    assert "`published: 2031-03-12`" in told
    (empty / "articles" / "story.txt").unlink()
    (empty / "articles" / "story.md").write_bytes((FRONT + PASTED).encode())
    assert "without a day of publication" not in run("build", empty).out


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("story.txt", PASTED.encode("cp1252"), "is not UTF-8; save it as UTF-8"),
        ("story.txt", PASTED.encode("utf-16"), "save it as UTF-8"),
        ("story.docx", b"PK\x03\x04", "save it as plain text (.txt)"),
        ("story.md", (FRONT[:-5] + PASTED).encode(), "close it with ---"),
        (
            "story.md",
            (FRONT.replace("Captives go", "Captives: they go") + PASTED).encode(),
            "a value with a colon or a mark in quotation marks",
        ),
        ("story.md", FRONT.encode(), "it holds front matter only; put the article there"),
        ("story.html", b"<html><body></body></html>", "story.html: "),
    ],
)
def test_what_cannot_be_read_is_one_error_that_says_what_to_do(
    empty: Path, name: str, content: bytes, says: str
) -> None:
    (empty / "articles" / name).write_bytes(content)
    ended = run("build", empty)
    (error,) = ended.errors
    assert ended.status == 1
    assert name in error
    assert says in error
    assert not (empty / "datapackage.json").exists()


def test_a_misspelt_key_of_front_matter_is_told_with_the_right_one(empty: Path) -> None:
    front = FRONT.replace("published:", "publishd:").replace("publisher:", "source:")
    (empty / "articles" / "story.md").write_bytes((front + PASTED).encode())
    ended = run("build", empty)
    assert ended.status == 0
    first, second = ended.warnings
    assert "'publishd', which is not read; write published: …" in first
    assert "'source', which is not read; write publisher: …" in second
