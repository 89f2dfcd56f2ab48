"""Put the page, and the charts as files for papers, where they were asked for."""

from collections.abc import Callable
from pathlib import Path

from scripts.page.page import page
from scripts.read.files import InputError

Progress = Callable[[str, str], None]


def write_page(folder: Path, out: Path, progress: Progress) -> int:
    """Write the page of a package; the file is there as a whole or not at all.

    Args:
        folder: The package, unzipped.
        out: The HTML file; folders on the way are made.
        progress: Told what is being done.

    Returns:
        Its size in bytes.

    Raises:
        InputError: if the package cannot be read, or the file cannot be written.
    """
    progress("page", "")
    written = page(folder).encode("utf-8")
    part = out.with_name(f".{out.name}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(written)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise InputError(
            f"cannot write {out}: {reason}; name another file with --out, or make room there"
        ) from error
    return len(written)


def write_figures(folder: Path, figures: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the charts of a package as SVG files, in colours for print.

    Raises:
        InputError: if the package cannot be read, or the folder cannot be written.
    """
    raise InputError(f"charts cannot be written into {figures} yet")
