"""The commands as people type them: what they print, what they write and how they end."""

import csv
import json
import re
from pathlib import Path

import pytest

from schemas.tables import TABLES, table
from tests.command import edit, files, run
from validations.check import LAYERS

COMMANDS = ("build", "check", "trace", "diff", "originals", "page", "new", "release")

SWAP = """Peru and Chile swap captives

On 3 March 2031, Chile released 14 Peruvian sailors, and Peru freed three Chilean pilots.

"We will go on talking until every family is whole," said Ana Rojas, Peru's foreign minister.
"""
CALL = """Lima hails swap at the bridge

Peru's government hailed the exchange. On Monday, Chile released 14 Peruvian sailors.
"""


def lines(*articles: tuple[str, str]) -> str:
    """Articles as lines of JSON."""
    return "".join(
        json.dumps({"id": key, "published": "2031-03-04", "text": text}) + "\n"
        for key, text in articles
    )


def rows(package: Path, name: str) -> list[dict[str, str]]:
    with (package / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_help_lists_the_commands_and_no_others() -> None:
    told = run("--help")
    assert told.status == 0
    listed = re.findall(r"^[│|] ([a-z]+) {2,}\S", told.out, re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_says_what_each_argument_and_option_is_for(command: str) -> None:
    told = run(command, "--help")
    assert told.status == 0
    first = told.out.strip().splitlines()
    assert first[0].split()[:5] == ["Usage:", "python", "-m", "scripts", command]
    assert re.search(r"^ [A-Z].{20,}\.$", "\n".join(line.rstrip() for line in first), re.MULTILINE)
    entries = re.findall(r"^│ \*? *(\S+) +<\S+> +(.*?) *│$", told.out, re.MULTILINE)
    assert len(entries) > 1
    for name, words in entries:
        assert len(words.split()) > 2, f"{command} {name} says nothing of itself"


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_names_no_command_that_does_not_exist(command: str) -> None:
    told = " ".join(run(*command.split(), "--help").out.split())
    named = set(re.findall(r"python -m scripts ([a-z]+)", told))
    assert named <= set(COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("trase", "a", "b"), "No such command 'trase'"),
        (("build", "--wrong"), "No such option"),
        (("trace",), "Missing argument"),
        (("originals",), "Missing argument"),
    ],
)
def test_a_mistyped_command_ends_with_status_2(arguments: tuple[str, ...], words: str) -> None:
    ended = run(*arguments)
    assert ended.status == 2
    assert words in ended.err


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("--report", "gate"), "--report and --articles exclude each other"),
        (("dataset",), "DATASET and --articles exclude each other"),
    ],
)
def test_what_loose_articles_have_no_use_for_is_refused(
    tmp_path: Path, given: tuple[str, ...], says: str
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Peru and Chile met in Lima on Monday, both said.\n", encoding="utf-8")
    ended = run("build", *given, "--articles", story, "--out", tmp_path / "out")
    (error,) = ended.errors
    assert ended.status == 1
    assert says in error
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("option", ["--articles", "--out"])
def test_loose_articles_and_their_package_go_together(tmp_path: Path, option: str) -> None:
    ended = run("build", option, tmp_path)
    assert ended.status == 1
    assert ended.errors == ["error --articles and --out go together: give both or neither"]


def loose(folder: Path, kind: str) -> Path:
    """The same two articles in one of the shapes that are read."""
    if kind == "jsonl":
        given = folder / "given.jsonl"
        given.write_text(lines(("swap", SWAP), ("call", CALL)), encoding="utf-8")
        return given
    given = folder / "given"
    given.mkdir()
    for name, text in (("swap", SWAP), ("call", CALL)):
        (given / f"{name}.txt").write_text(text, encoding="utf-8")
    return given


@pytest.mark.parametrize("kind", ["jsonl", "folder"])
def test_loose_articles_become_a_package_and_the_same_one_again(tmp_path: Path, kind: str) -> None:
    given, out = loose(tmp_path, kind), tmp_path / "package"
    ended = run("build", "--articles", given, "--out", out)
    assert (ended.status, ended.errors) == (0, [])
    once = files(out)
    assert f"published {out / 'datapackage.json'}" in ended.out
    assert "who says what, source by source" not in ended.out
    told = dict(re.findall(r"^(\w+) +(\d+)$", ended.out, re.MULTILINE))
    assert list(told) == list(TABLES)
    for name in TABLES:
        assert int(told[name]) == len(rows(out, name))
    assert [row["path"] for row in rows(out, "sources")] == [
        "articles/call.txt",
        "articles/swap.txt",
    ]
    for row in rows(out, "figures"):
        text = once[f"articles/{row['source_id']}.txt"].decode("utf-8")
        assert text[int(row["char_start"]) : int(row["char_end"])] == row["text"]
    told_of = {(row["source_id"], row["text"]) for row in rows(out, "figures")}
    assert {("call", "14 Peruvian sailors"), ("swap", "14 Peruvian sailors")} <= told_of
    again = run("build", "--articles", given, "--out", out)
    assert (again.status, again.out) == (0, ended.out)
    assert files(out) == once
    assert run("check", out, "--layer", "shape", "--layer", "meaning").status == 0


def test_articles_that_are_no_longer_given_leave_the_package(tmp_path: Path) -> None:
    given, out = loose(tmp_path, "folder"), tmp_path / "package"
    assert run("build", "--articles", given, "--out", out).status == 0
    (given / "call.txt").unlink()
    assert run("build", "--articles", given, "--out", out).status == 0
    assert [name for name in files(out) if name.startswith("articles/")] == ["articles/swap.txt"]
    assert [row["source_id"] for row in rows(out, "sources")] == ["swap"]


@pytest.mark.parametrize("layer", LAYERS)
def test_each_layer_can_be_asked_alone(published: Path, tmp_path: Path, layer: str) -> None:
    before = files(published)
    ended = run("check", published, "--layer", layer, "--report", tmp_path / "report")
    assert (ended.status, ended.errors) == (0, [])
    assert ended.out.splitlines()[0] == f"{published} holds: {layer}"
    assert ("who says what, source by source: " in ended.out) == (layer == "release")
    assert (tmp_path / "report" / "index.html").is_file() == (layer == "release")
    assert files(published) == before


def test_an_unknown_layer_is_an_error_that_names_the_known(published: Path) -> None:
    ended = run("check", published, "--layer", "form")
    assert ended.status == 1
    assert ended.errors == [f"error there is no layer form; the layers are {', '.join(LAYERS)}"]


def unwrapped(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", TABLES)
def test_a_row_of_every_table_is_traced_to_its_words(published: Path, name: str) -> None:
    listed = rows(published, name)
    for row in (listed[0], listed[len(listed) // 2], listed[-1]):
        key = "|".join(row[column] for column in table(name).primary_key)
        ended = run("trace", key, "--in", published)
        assert (ended.status, ended.err) == (0, "")
        told = unwrapped(ended.out)
        assert told.startswith(f"{name[:-1]} {key}: ")
        words = row.get("text") or row.get("quote") or row.get("trigger_text")
        if words and name != "utterances":
            assert f"⟦{unwrapped(words)}⟧" in told
        if "source_id" in row and name != "sources":
            by_id = {one["source_id"]: one for one in rows(published, "sources")}
            source = by_id[row["source_id"]]
            assert f"“{source['title']}”, {source['publisher']}" in told
            assert f"published {source['published']} ({source['published_basis']}: " in told
            assert source["url"] in told


def test_a_figure_is_traced_to_those_who_agree(published: Path) -> None:
    figure = next(
        row
        for row in rows(published, "figures")
        if row["source_id"] == "xinhua" and row["text"] == "32 Armenian servicemen"
    )
    told = run("trace", figure["figure_id"], "--in", published).out
    assert "\n  agree. " in told
    for source in ("daily-sabah", "mirror-spectator", "xinhua"):
        assert re.search(rf"^  {source} \(.*\): 32 ", told, re.MULTILINE)
    assert "⟦32 Armenian prisoners⟧" in told


def test_lines_of_json_in_a_data_set_are_read_again_at_each_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # NOTE: only reading is asked here, and the gate costs seconds; other tests of builds run it.
    monkeypatch.setattr("scripts.build.check_release", lambda *_, **__: [])
    monkeypatch.setattr("scripts.build.check_consumer", lambda *_, **__: [])
    folder = tmp_path / "talks"
    assert run("new", folder).status == 0
    for article in (folder / "articles").iterdir():
        article.unlink()
    wires = folder / "articles" / "wires.jsonl"
    wires.write_text(lines(("swap", SWAP), ("call", CALL)), encoding="utf-8")
    first = run("build", folder)
    assert (first.status, first.errors, first.warnings) == (0, [], [])
    once = files(folder)
    assert {"articles/call.txt", "articles/swap.txt", "articles/wires.jsonl"} <= once.keys()
    second = run("build", folder)
    assert (second.status, second.out) == (0, first.out)
    assert files(folder) == once

    wires.write_text(lines(("swap", SWAP.replace("14", "15"))), encoding="utf-8")
    assert run("build", folder).status == 0
    assert "articles/call.txt" not in files(folder)
    assert b"15 Peruvian sailors" in files(folder)["articles/swap.txt"]

    edit(folder / "articles" / "swap.txt", "15 Peruvian", "16 Peruvian")
    ended = run("build", folder)
    (error,) = ended.errors
    assert (ended.status, error.split()[1]) == (1, "READ-006")
    assert "its id 'swap' is that of swap.txt already" in error
