"""What is written here holds on any machine: no file says where something lies on one."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SKIPPED = {"__pycache__", "build", "dist", "node_modules"}
TEXTS = sorted(
    path
    for path in ROOT.rglob("*")
    if path.is_file()
    and path.suffix not in {".parquet", ".pyc"}
    and not any(
        part in SKIPPED or (part.startswith(".") and part not in {".ci", ".github"})
        for part in path.relative_to(ROOT).parts[:-1]
    )
)

_ROOTS = "|".join(
    ["wo" + "rk", "tm" + "p", "op" + "t", "ro" + "ot", r"ho" + r"me/\w+", r"Us" + r"ers/\w+"]
)
#: Where something lies on one machine, and where packages are fetched from.
MACHINE = re.compile(rf"(?<![\w.<*/-])/(?:{_ROOTS})(?:/|\b(?![\w-]))|[A-Z]:\\\\?Us" + "ers")
INDEX = re.compile(
    r"https?://[^\s\"']*(?:/sim" + r"ple\b|pythonho" + r"sted)|--(?:extra-)?index-" + "url"
)


@pytest.mark.parametrize("pattern", [MACHINE, INDEX], ids=["machine", "index"])
def test_no_file_names_a_machine_or_an_index_of_packages(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in TEXTS
        for match in pattern.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


@pytest.mark.parametrize("line", ["/wo" + "rk/x", "at /tm" + "p/y", "/ho" + "me/ada/z"])
def test_a_path_of_a_machine_is_seen(line: str) -> None:
    assert MACHINE.search(line)


@pytest.mark.parametrize("line", ["framework/x", "https://a.example/opt-in", "and/or", "./work"])
def test_a_path_within_the_project_or_an_address_is_none(line: str) -> None:
    assert not MACHINE.search(line)
