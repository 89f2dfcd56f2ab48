"""One question, asked of the package in every reader: the same answer, and the README shows it."""

import os
import re
import sys
from pathlib import Path

import pytest

from scripts.publish.reading import READERS, Reader
from tests.readers.programs import rscript, run
from tests.readers.web import serving
from tests.small_package import write_small

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
#: Lines for a program, and what the README says that they print.
SHOWN = re.findall(r"```(python|r)\n(.*?)```\n\n```text\n(.*?)```", README, re.DOTALL)
NAMES = [reader.name for reader in READERS]
MARKS = [pytest.mark.programs if reader.language == "r" else () for reader in READERS]
EACH = [
    pytest.param(reader, marks=mark, id=reader.name.partition(" with")[0].partition(",")[0])
    for reader, mark in zip(READERS, MARKS, strict=True)
]


def answer(reader: Reader, package: str, folder: Path) -> str:
    """What a reader prints of a package."""
    code = reader.lines(package)
    if reader.language == "r":
        return run([rscript(), "--vanilla", "-e", code], folder)
    return run([sys.executable, "-c", code], folder)


def cells(printed: str) -> list[list[str | float]]:
    """The rows that a reader printed, whatever lines it draws around them."""
    rows = [re.sub(r"[│┆]", " ", line).split() for line in printed.splitlines()]
    verdicts = {"agree", "compatible", "conflict", "single"}
    return [[float(row[0]), *row[1:]] for row in rows if row and row[-1] in verdicts]


def test_the_readme_shows_the_lines_that_the_data_dictionary_has() -> None:
    there = [(language, code) for language, code, _ in SHOWN]
    assert there == [(reader.language, reader.lines("datapackage")) for reader in READERS]


@pytest.mark.parametrize("reader", EACH)
def test_the_readme_shows_what_each_reader_prints(reader: Reader, published: Path) -> None:
    (shown,) = [text for _, code, text in SHOWN if code == reader.lines("datapackage")]
    printed = answer(reader, "datapackage", published.parent).rstrip("\n") + "\n"
    assert shown == printed, (
        f"{reader.name} answers otherwise than the README says; if that is right, put this behind "
        f"its lines there:\n\n```text\n{printed}```"
    )


def test_the_answers_in_the_readme_are_one() -> None:
    first, *others = [cells(text) for _, _, text in SHOWN]
    assert first
    assert all(other == first for other in others)


@pytest.mark.parametrize("reader", EACH)
def test_the_lines_of_the_data_dictionary_give_that_answer_in_an_unzipped_release(
    reader: Reader, unzipped: Path
) -> None:
    page = (unzipped / "README.md").read_text(encoding="utf-8")
    assert f"```{reader.language}\n{reader.lines('.')}```" in page
    assert cells(answer(reader, ".", unzipped)) == cells(SHOWN[0][2])


@pytest.mark.parametrize("reader", [one for one in EACH if "DuckDB" not in str(one.id)])
def test_the_lines_give_that_answer_over_the_web(
    reader: Reader, unzipped: Path, tmp_path: Path
) -> None:
    with serving(unzipped) as address:
        assert cells(answer(reader, address, tmp_path)) == cells(SHOWN[0][2])


@pytest.mark.parametrize("reader", EACH)
def test_the_lines_answer_of_a_package_about_something_else(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "else"
    if not folder.exists():
        write_small(folder)
    found = cells(answer(reader, os.fspath(folder), folder))
    assert sorted(row[0] for row in found) == [-0.25, 3.0, 3.0, 12.0, 12.0, 2.5e6]
