"""How the tests run: property tests without a clock, and the same examples every time in CI.

What many tests ask of the first data set is built once for all of them.
"""

import os
import shutil
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import settings

from scripts.release.packing import pack
from tests.command import FIRST, run
from tests.releases import dist, home, ready  # noqa: F401 (fixtures of the tests of releases)
from tests.small_package import write_small

settings.register_profile("concord", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("concord")


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first data set as a build of it leaves it; copy it before you change it."""
    place = tmp_path_factory.mktemp("published")
    for part in ("articles", "curation"):
        shutil.copytree(FIRST / part, place / "datapackage" / part)
    built = run("build", place / "datapackage", "--report", place / "gate")
    assert built.status == 0, built.err
    return place / "datapackage"


@pytest.fixture(scope="session")
def unzipped(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is in the folder of the first data set, packed as a release and unzipped elsewhere."""
    files = {
        path.relative_to(published).as_posix(): path
        for path in published.rglob("*")
        if path.is_file()
    }
    place = tmp_path_factory.mktemp("unzipped")
    with zipfile.ZipFile(BytesIO(pack(files, date(2024, 1, 1)))) as packed:
        packed.extractall(place)
    return place


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small invented package; copy it before you change it."""
    return write_small(tmp_path_factory.mktemp("small"))


@pytest.fixture
def dataset(published: Path, tmp_path: Path) -> Path:
    """A copy of the first data set, built."""
    return Path(shutil.copytree(published, tmp_path / "dataset"))
