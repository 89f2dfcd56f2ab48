"""An id → everything that is known of what bears it, printed for people."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from scripts.trace.edition import Edition
from scripts.trace.lookup import Hit, lookup
from scripts.trace.parts import Doubt, Heading, Line, Part, show
from scripts.trace.related import code, related, rule
from scripts.trace.rows import one_row
from scripts.trace.sides import compared, verdict

#: Rows of one relation that are shown where not all are asked for.
SHOWN = 5


def trace(
    given: str, folder: Path, console: Console, name: str = "", limit: int | None = SHOWN
) -> bool:
    """Print what is known of a row, a code or a rule.

    Args:
        given: Key of a row of any table (the parts of a compound one joined by `|`), or a code.
        folder: Folder of a built package.
        console: Where to print.
        name: What the user called the package; the folder if left out.
        limit: As many related rows of each kind are shown; None shows all.

    Returns:
        Whether every sentence that was asked for was there and is the one that was read.

    Raises:
        InputError: if nothing has that id, or the package cannot be read.
    """
    edition = Edition(folder, name or str(folder))
    parts = [part for hit in lookup(edition, given) for part in _story(edition, hit, limit)]
    show(parts, console)
    return not any(isinstance(part, Doubt) for part in parts)


def _story(edition: Edition, hit: Hit, limit: int | None) -> Iterator[Part]:
    if hit.kind == "code":
        yield from code(edition, hit.table, hit.row, limit)
    elif hit.kind == "rule":
        yield from rule(edition, hit.table, hit.row, limit)
    else:
        yield from one_row(edition, hit.table, hit.row)
        if hit.table == "comparisons":
            yield Heading("Verdict")
            yield from verdict(edition, hit.row)
        yield from compared(edition, hit.table, hit.row, limit)
        yield from related(edition, hit.table, hit.row, limit)
    yield Line("", 0)
