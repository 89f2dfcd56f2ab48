"""Die in the middle of writing, as by `kill -9`: at a change to a folder, counted from one.

`python -m tests.killer FOLDER NUMBER ARGUMENTS…` runs `python -m scripts ARGUMENTS…` and dies at
that change; with the number 0 it lives and prints how many changes there were.
"""

import os
import signal
import sys
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


def main(folder: str, number: str, *arguments: str) -> None:
    from scripts.__main__ import app

    changes = Changes(Path(folder), int(number))
    try:
        app(arguments, prog_name="python -m scripts")
    finally:
        sys.stdout.write(f"\n{changes.count}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
