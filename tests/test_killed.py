"""Killed at any moment, a data set is the old package or the new one once the next command starts.

Here whole builds and releases are killed at some moments, drawn at random;
`CONCORD_KILLS=100 nox -s tests -- tests/test_killed.py` tries that many. Every single change that
replacing a package or a release makes is tried in `test_publish_staging` and
`test_release_moving`.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.publish.staging import MARKER, recover
from tests.command import edit, files

ROOT = Path(__file__).parent.parent
KILLS = int(os.environ.get("CONCORD_KILLS", "2"))
#: How a command ends that may be killed on its way, and does not fail otherwise.
ENDS = (0, -signal.SIGKILL)


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", *map(str, arguments)]


def run(*arguments: object) -> str:
    done = subprocess.run(
        command(*arguments), cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def ended(moment: float, *arguments: object) -> int:
    """The exit status of a command that is killed after so many seconds; it may end before."""
    with subprocess.Popen(
        command(*arguments), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            return process.wait(moment)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def dies_at(number: int, folder: Path, *arguments: object) -> None:
    """Run a command that is killed at that change to the folder, and see that it was."""
    assert ended(300, "tests.killer", folder, number, *arguments) == -signal.SIGKILL


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published data set whose article somebody corrected afterwards: a build will change it."""
    dataset = tmp_path_factory.mktemp("edited") / "dataset"
    run("scripts", "new", dataset)
    run("scripts", "build", dataset)
    article = min((dataset / "articles").iterdir())
    article.write_text(article.read_text(encoding="utf-8") + LATER, encoding="utf-8")
    return dataset


LATER = "\nOn 3 March 2031, Chile released 14 Peruvian sailors.\n"


@pytest.fixture(scope="module")
def built(edited: Path) -> tuple[dict[str, bytes], int, float]:
    """What a build makes of it, how many changes it makes to the folder, how long it takes."""
    dataset = edited.parent / "built"
    shutil.copytree(edited, dataset)
    begun = time.monotonic()
    changes = run("tests.killer", dataset, 0, "build", dataset).splitlines()[-1]
    return files(dataset), int(changes), time.monotonic() - begun


def visible(dataset: Path) -> dict[str, bytes]:
    return {k: v for k, v in files(dataset).items() if not k.startswith(".concord-")}


@pytest.mark.parametrize("draw", range(KILLS))
def test_a_build_killed_at_any_moment_leaves_the_old_package_or_the_new_one(
    draw: int, edited: Path, built: tuple[dict[str, bytes], int, float], tmp_path: Path
) -> None:
    after, changes, seconds = built
    before, dataset = files(edited), tmp_path / "built"
    shutil.copytree(edited, dataset)
    chance = random.Random(draw)
    if draw % 2:
        number = chance.randint(1, changes)
        dies_at(number, dataset, "build", dataset)
    else:
        assert ended(chance.uniform(0, seconds), "scripts", "build", dataset) in ENDS
    if not (dataset / MARKER).exists():
        assert visible(dataset) in (before, after)
    recover(dataset)
    assert files(dataset) in (before, after)


@pytest.fixture(scope="module")
def releasable(edited: Path) -> Path:
    """A folder with that data set, all that `new` left open filled in, and nothing released."""
    place = edited.parent / "releasable"
    shutil.copytree(edited, place / "dataset")
    changelog = place / "dataset" / "CHANGELOG.md"
    section = "\n## 0.1.0\n\n- You must do nothing: there is no version before it.\n"
    changelog.write_text(changelog.read_text(encoding="utf-8") + section, encoding="utf-8")
    happened = "Nothing in the tables happened."
    for old, new in (
        (happened, f"{happened} So ACR-003 stays."),
        ("Your name or your group", "The editors"),
        ("created = 2000-01-01", "created = 2031-04-01"),
    ):
        edit(place / "dataset" / "curation" / "package.toml", old, new)
    return place


def release_of(place: Path) -> tuple[object, ...]:
    return "release", place / "dataset", "--dist", place / "dist", "--report", place / "gate"


@pytest.fixture(scope="module")
def released(releasable: Path) -> tuple[dict[str, bytes], int, float]:
    """What a release makes of it, how many changes it makes there, how long it takes."""
    place = releasable.parent / "released"
    shutil.copytree(releasable, place)
    begun = time.monotonic()
    changes = run("tests.killer", place, 0, *release_of(place)).splitlines()[-1]
    return told(place), int(changes), time.monotonic() - begun


def told(place: Path) -> dict[str, bytes]:
    """All that a release makes or leaves, without the report of the gate."""
    return {
        name: content
        for name, content in files(place).items()
        if not name.startswith("gate/") and "/.concord-" not in name
    }


@pytest.mark.parametrize("draw", range(1, KILLS // 2 + 1))
def test_a_release_killed_at_any_moment_is_made_whole_by_the_next(
    draw: int, releasable: Path, released: tuple[dict[str, bytes], int, float], tmp_path: Path
) -> None:
    after, changes, seconds = released
    before, place = told(releasable), tmp_path / "place"
    shutil.copytree(releasable, place)
    chance = random.Random(draw)
    if draw % 2:
        dies_at(chance.randint(1, changes), place, *release_of(place))
    else:
        assert ended(chance.uniform(0, seconds), "scripts", *release_of(place)) in ENDS
    for name, content in told(place).items():
        if name.startswith("dist/"):
            assert content == after[name], f"{name} is half a file"
        elif not (place / "dataset" / MARKER).exists():
            assert content in (before.get(name), after[name]), f"{name} is neither old nor new"
    run("scripts", *release_of(place))
    assert told(place) == after
    assert not [name for name in files(place) if "/.concord-" in name]
