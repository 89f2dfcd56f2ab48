"""A git repository for one test: nothing of this machine's configuration reaches it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "tests",
    "GIT_AUTHOR_EMAIL": "tests@example.org",
    "GIT_COMMITTER_NAME": "tests",
    "GIT_COMMITTER_EMAIL": "tests@example.org",
    "GIT_AUTHOR_DATE": "2031-03-06T00:00:00Z",
    "GIT_COMMITTER_DATE": "2031-03-06T00:00:00Z",
}


def git(folder: Path, *args: str) -> str:
    """What git prints; without git the test is skipped, and fails where all must run."""
    if shutil.which("git") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("git is missing: install git")
        pytest.skip("git is missing: install git")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", "-C", str(folder), *args],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        env=inherited | _ALONE,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def committed(folder: Path, words: str, tag: str = "") -> str:
    """Commit everything in a repository, which is made if need be; gives the commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", words)
    if tag:
        git(folder, "tag", tag)
    return git(folder, "rev-parse", "HEAD")
