"""The same articles give the same bytes, whatever the machine around them is set to."""

import json
import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.build import make_tables
from scripts.read.files import read_articles

ROOT = Path(__file__).parent.parent
ARTICLES = ROOT / "tests" / "articles"

#: Runs the command line with folders listed in the order that the first argument says.
LISTED = """
import pathlib, random, runpy, sys
order = sys.argv.pop(1)
listed = pathlib.Path.iterdir
def iterdir(self):
    files = sorted(listed(self), reverse=order == "backward")
    if order == "shuffled":
        random.Random(7).shuffle(files)
    return iter(files)
pathlib.Path.iterdir = iterdir
sys.argv[0] = "scripts"
runpy.run_module("scripts", run_name="__main__")
"""


@dataclass(frozen=True)
class Surroundings:
    hash_seed: str
    zone: str
    locale: str
    order: str
    elsewhere: bool  #: run from another folder, with absolute paths


FIRST = Surroundings("0", "UTC", "C", "forward", elsewhere=False)
OTHERS = [
    Surroundings("4242", "Pacific/Kiritimati", "tr_TR.UTF-8", "backward", elsewhere=True),
    Surroundings("17", "America/Los_Angeles", "C.UTF-8", "shuffled", elsewhere=False),
]


def built(around: Surroundings, home: Path) -> dict[str, bytes]:
    """All files of a package that a process of its own builds in these surroundings."""
    articles = home / "given"
    articles.mkdir(parents=True)
    files = sorted(ARTICLES.iterdir(), reverse=around.order == "backward")
    for file in files:
        shutil.copy(file, articles / file.name)
    if around.order != "forward":
        for file in articles.glob("*.jsonl"):
            lines = file.read_text(encoding="utf-8").splitlines()
            file.write_text("\n".join(reversed(lines)) + "\n", encoding="utf-8")
    out = home / "package"
    folder = home if around.elsewhere else ROOT
    given = (articles, out)
    if not around.elsewhere:
        given = (Path(os.path.relpath(articles, folder)), Path(os.path.relpath(out, folder)))
    arguments = ["build", "--articles", str(given[0]), "--out", str(given[1])]
    ended = subprocess.run(
        [sys.executable, "-c", LISTED, around.order, *arguments],
        cwd=folder,
        env={
            **{key: value for key, value in os.environ.items() if not key.startswith("LC_")},
            "PYTHONPATH": str(ROOT),
            "PYTHONHASHSEED": around.hash_seed,
            "TZ": around.zone,
            "LC_ALL": around.locale,
            "LANG": around.locale,
        },
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert ended.returncode == 0, ended.stderr.decode("utf-8", "replace")
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(FIRST, tmp_path_factory.mktemp("first"))


@pytest.mark.parametrize("around", OTHERS, ids=lambda around: around.zone)
def test_hash_seed_zone_locale_file_order_and_folder_change_no_byte(
    first: dict[str, bytes], around: Surroundings, tmp_path: Path
) -> None:
    again = built(around, tmp_path)
    assert len(first) > len(list(ARTICLES.iterdir()))
    assert sorted(again) == sorted(first)
    assert [name for name in sorted(first) if again[name] != first[name]] == []


def test_no_file_names_the_machine_that_made_it(first: dict[str, bytes]) -> None:
    home = str(Path.home()).encode()
    for name, content in first.items():
        assert str(ROOT).encode() not in content, name
        assert home == b"/" or home + b"/" not in content, name


def test_articles_in_any_order_give_the_same_tables() -> None:
    articles = list(read_articles(ARTICLES, []))
    once, _ = make_tables(articles, (), lambda step, what: None, [])
    random.Random(3).shuffle(articles)
    again, _ = make_tables(articles, (), lambda step, what: None, [])
    assert json.dumps({name: frame.to_dicts() for name, frame in once.items()}, default=str) == (
        json.dumps({name: frame.to_dicts() for name, frame in again.items()}, default=str)
    )


def test_sums_are_made_on_one_thread_whatever_the_machine_asks_for() -> None:
    asked = (
        "import scripts, sys, os; print(os.environ['OPENBLAS_NUM_THREADS'], 'numpy' in sys.modules)"
    )
    told = {**os.environ, "OPENBLAS_NUM_THREADS": "8"}
    ran = [sys.executable, "-c", asked]
    printed = subprocess.run(ran, cwd=ROOT, env=told, capture_output=True, text=True, check=True)
    assert printed.stdout.split() == ["1", "False"]
