"""Die in the middle of writing, as by `kill -9`: at a change to a folder, counted from one.

`python -m tests.killer FOLDER NUMBER ARGUMENTS…` runs `python -m scripts ARGUMENTS…` and dies at
that change; with the number 0 it lives and prints how many changes there were.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

#: Audit events of Python that change what is on disk, and where among their arguments paths stand.
_CHANGES = {
    "os.link": 2,
    "os.mkdir": 1,
    "os.remove": 1,
    "os.rename": 2,
    "os.rmdir": 1,
    "os.symlink": 2,
    "os.truncate": 1,
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class Changes:
    """Counts the changes that this process makes below a folder, and dies at one of them.

    NOTE: Files that are written by compiled code (tables) are not seen; the steps around them are.
    """

    def __init__(self, folder: Path, die_at: int) -> None:
        self.folder, self.die_at, self.count = folder.resolve(), die_at, 0
        sys.addaudithook(self._heard)

    def _heard(self, event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            paths = args[:1] if isinstance(args[2], int) and args[2] & _WRITING else ()
        else:
            paths = args[: _CHANGES.get(event, 0)]
        # NOTE: What deletes a tree names its entries by the handle of their folder.
        handle = args[-1] if len(args) > 1 and event in {"os.remove", "os.rmdir"} else -1
        if any(self._is_below(path, handle) for path in paths):
            self.count += 1
            if self.count == self.die_at:
                os.kill(os.getpid(), signal.SIGKILL)

    def _is_below(self, path: object, handle: int) -> bool:
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        there = Path(f"/proc/self/fd/{handle}").readlink() if handle >= 0 else Path.cwd()
        return (there / os.fsdecode(path)).is_relative_to(self.folder)


def _is_killed(folder: Path, work: Callable[[Path], object], die_at: int) -> bool:
    """Whether work on a folder, done in a fork of this process, was killed at that change."""
    child = os.fork()
    if child == 0:
        try:
            Changes(folder, die_at)
            work(folder)
            os._exit(0)
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, -signal.SIGKILL}, f"the work failed at change {die_at}"
    return code != 0


def killed_runs(
    like: Path, place: Path, work: Callable[[Path], object], least: int
) -> Iterator[Path]:
    """A copy of a folder after each kill: work on it was killed one change later than before.

    Args:
        like: The folder that each run begins with.
        place: Where the copy is, which the next run replaces.
        work: What is done with the copy.
        least: Fewer kills than these fail the test.
    """
    number = 0
    while True:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(like, place)
        number += 1
        if not _is_killed(place, work, number):
            break
        yield place
    assert number > least


def main(folder: str, number: str, *arguments: str) -> None:
    from scripts.__main__ import app

    changes = Changes(Path(folder), int(number))
    try:
        app(arguments, prog_name="python -m scripts")
    finally:
        sys.stdout.write(f"\n{changes.count}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
