"""Ask git about a repository on this disk: it never asks back, and never fetches."""

import os
import subprocess
from pathlib import Path

from scripts.read.files import InputError

#: Seconds that git may take; it only reads what lies on this disk.
_PATIENCE = 120
#: Which repository is asked follows from the folder, never from where git was called last.
_NOT_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


def ask(folder: Path, *args: str) -> subprocess.CompletedProcess[bytes]:
    """What git answers in a folder: its exit status and what it printed.

    Args:
        folder: A folder that exists.
        args: Command and arguments of git.

    Raises:
        InputError: if git does not answer in time.
        FileNotFoundError: if git is not installed.
    """
    own = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    quiet = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    try:
        return subprocess.run(
            ["git", "-C", str(folder), "-c", "core.autocrlf=false", *args],
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=_PATIENCE,
            env=own | quiet,
        )
    except subprocess.TimeoutExpired:
        raise InputError(
            f"git did not answer in {_PATIENCE} seconds; try again, or give a folder or a zip"
        ) from None
