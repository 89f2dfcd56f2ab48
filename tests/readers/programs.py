"""The programs that read a package, run as a user runs them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def rscript() -> str:
    """Where Rscript is; without it the test is skipped, and fails where all must run."""
    found = shutil.which("Rscript")
    if found is None:
        missing = "Rscript is missing: install r-base-core, r-cran-jsonlite and r-cran-readr"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


def run(command: list[str], folder: Path, **settings: str) -> str:
    """What a program prints that must end well, in that folder.

    Args:
        command: The program and its arguments.
        folder: Where it runs.
        settings: Variables of its environment, beside those of ours.
    """
    ours = {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONWARNINGS": "error", "NO_PROXY": "*"}
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | ours | settings,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
