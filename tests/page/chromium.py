"""The Chromium that the page is tested in: that of the system, without a word to the network."""

import os
import shutil

import pytest

#: As Debian, older Ubuntus and Google call it.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: What keeps it from looking for updates and the like by itself, and lets root start it.
FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)


def chromium() -> str:
    """Where Chromium is; without it the test is skipped, and fails where all must run."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or missing("Chromium is missing: install chromium")


def missing(what: str) -> str:
    """Skip a test for want of a program, or fail it where all tests must run."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)
