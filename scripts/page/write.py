"""Put the page, and the charts as files for papers, where they were asked for."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from scripts.page.broken import BrokenPackageError
from scripts.page.charts.files import figures as draw_figures
from scripts.page.content import refuse_other_columns
from scripts.page.page import page
from scripts.publish.whole import write_whole
from scripts.read.files import InputError
from scripts.trace.edition import Edition
from validations.files import DESCRIPTOR, GENERATED_FOLDERS, changed_files, is_release, read_sums
from validations.layers import is_broken
from validations.outcomes import Outcomes, outcomes
from validations.sums import SUMS

Progress = Callable[[str, str], None]
#: Folders of a data set in which nobody looks for a page.
_KEPT = (*GENERATED_FOLDERS, "articles", "curation")


def write_page(
    folder: Path, name: str, out: Path, figures: Path | None, progress: Progress
) -> tuple[Path, ...]:
    """Write the page of a package, and its charts; each file is there as a whole or not at all.

    Args:
        folder: The package, unzipped.
        name: What the user called it.
        out: The HTML file; folders on the way are made.
        figures: Folder for the charts as SVG in colours for print; None if they are not wanted.
        progress: Told what is being done.

    Returns:
        The files that were written, the page first.

    Raises:
        InputError: if the package is not as it was built or cannot be read, or if a file cannot be
            written.
        BrokenPackageError: if a layer of checking finds an error in it.
        CurationError: if what curators wrote cannot be read.
    """
    if out.is_dir():
        raise InputError(f"{out} is a folder; name a file in it, such as {out / 'page.html'}")
    if out.exists() and (not out.is_file() or out.resolve() == Path(name).resolve()):
        raise InputError(f"{out} is no file for a page; name another one with --out")
    if figures is not None and figures.exists() and not figures.is_dir():
        raise InputError(f"{figures} is a file; name a folder for the charts with --figures")
    for place, option in ((out, "--out"), (figures, "--figures")):
        if place is not None:
            _refuse_inside(place, folder, option)
    _refuse_changed(folder, name)
    progress("check", name)
    found = _sound(folder)
    progress("page", name)
    written = page(folder, found, name).encode("utf-8")
    drawn: tuple[Path, ...] = ()
    if figures is not None:
        progress("charts", name)
        drawn = draw_figures(Edition(folder, name), figures)
    _write(out, written)
    return (out, *drawn)


def _refuse_inside(place: Path, folder: Path, option: str) -> None:
    """Refuse to write where a package has files of its own, and anywhere in that of a release."""
    path, home = place.resolve(), folder.resolve()
    if not path.is_relative_to(home):
        return
    inside = path.relative_to(home)
    named, _ = read_sums(home)
    its_own = inside.as_posix() in {*named, SUMS, DESCRIPTOR}
    if its_own or is_release(named) or set(inside.parts[:1]) & set(_KEPT):
        raise InputError(
            f"{place} is inside the package, whose files stay as they are; name another place with "
            f"{option}"
        )


def _refuse_changed(folder: Path, name: str) -> None:
    """Refuse a package of another version of the program, or one that somebody changed."""
    refuse_other_columns(Edition(folder, name))
    if changed := changed_files(folder):
        more = f" (and {len(changed) - 1} more: `check` tells them all)" if changed[1:] else ""
        raise InputError(f"{name} is not as it was built: {changed[0].sentence}{more}")


def _sound(folder: Path) -> Outcomes:
    """What came of checking a package, all layers, once."""
    # NOTE: the report of the gate is for those who build a package, not for those who show it.
    with tempfile.TemporaryDirectory(prefix="concord-gate-") as report:
        found = outcomes(folder, Path(report))
    if is_broken(found.findings):
        raise BrokenPackageError(found.findings)
    return found


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    except OSError as error:
        reason = error.strerror or str(error)
        if isinstance(error, (FileExistsError, NotADirectoryError)):
            reason = f"{path.parent} is no folder"
        raise InputError(
            f"cannot write {path}: {reason}; name another place, or make room and get the right "
            "to write there"
        ) from error
