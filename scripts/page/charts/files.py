"""The charts of a package as SVG files for papers."""

import shutil
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

import vl_convert

from scripts.page.charts.drawn import Chart, charts, spec_of
from scripts.read.files import InputError
from scripts.trace.edition import Edition

_UNUSED = ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def figures(edition: Edition, folder: Path) -> tuple[Path, ...]:
    """Write every chart as an SVG file in colours for print; all of them or none.

    A file holds shapes and text, and nothing from outside. The same package gives the same bytes
    on machines that have the same fonts. Other files in the folder stay.

    Args:
        edition: The package.
        folder: Where they are put; made if it is not there.

    Returns:
        The files: `timeline-by-type.svg`, `timeline-by-actor.svg`, `figures-compared.svg`.

    Raises:
        InputError: if the package cannot be read, or the folder cannot be written.
    """
    drawn = {f"{name}.svg": svg(chart) for name, chart in charts(edition, "print").items()}
    staging: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".concord-figures-", dir=folder))
        for name, text in drawn.items():
            (staging / name).write_bytes(text.encode("utf-8"))
        return tuple((staging / name).replace(folder / name) for name in drawn)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            f"cannot write charts into {folder}: {reason}; name another folder with --figures, or "
            "make room there"
        ) from error
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)


def svg(chart: Chart) -> str:
    """A chart as SVG, with its title and description for those who do not see it."""
    spec = spec_of(chart)
    drawn = vl_convert.vegalite_to_svg(spec)
    title = spec["title"] if isinstance(spec["title"], str) else spec["title"]["text"]
    named = f"<title>{escape(title)}</title><desc>{escape(spec['description'])}</desc>"
    head, rest = drawn.split(">", 1)
    head = head if "xlink:" in rest else head.replace(_UNUSED, "")
    return f'{head} role="img">{named}{rest}\n'
