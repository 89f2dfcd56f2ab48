"""One package, one page: the same bytes wherever, whenever and by whom it is written."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.command import FIRST

ROOT = Path(__file__).parents[2]


def test_the_same_package_gives_the_same_bytes_elsewhere(page_file: Path, tmp_path: Path) -> None:
    elsewhere = shutil.copytree(FIRST, tmp_path / "another folder" / "of another name")
    out = tmp_path / "index.html"
    settings = {
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8",
    }
    subprocess.run(
        [sys.executable, "-m", "scripts", "page", str(elsewhere), "--out", str(out)],
        cwd=ROOT,
        env=os.environ | settings,
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert out.read_bytes() == page_file.read_bytes()
    assert str(tmp_path) not in out.read_text(encoding="utf-8")
