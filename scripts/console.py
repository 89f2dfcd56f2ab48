"""What every command prints with: progress, findings, and one clear error."""

import shlex
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table as Grid

from schemas.tables import SchemaError
from scripts.page.broken import BrokenPackageError
from scripts.read.files import InputError
from validations.entries import CurationError
from validations.rule import Finding, Tables

#: Findings printed one by one; the rest are counted.
SHOWN = 40
_STEPS = {
    "find": "reading",
    "link": "linking reports to events",
    "compare": "comparing sources",
    "check": "checking",
    "publish": "writing",
    "diff": "comparing with the version before",
    "pack": "packing",
    "page": "writing the page of",
    "charts": "drawing the charts of",
}

out = Console(soft_wrap=True, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


def lenient() -> None:
    """Let an output that knows few letters show what it can, `?` for the rest, and not fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def refuse(sentence: str) -> NoReturn:
    """Print an error in one line and end with status 1."""
    err.print(f"[bold red]error[/] {escape(sentence)}")
    raise typer.Exit(1) from None


@contextmanager
def one_clear_error() -> Iterator[None]:
    """Print what went wrong with the input in one line and end with status 1."""
    try:
        yield
    except BrokenPackageError as error:
        print_findings(error.findings)
        refuse(str(error))
    except (InputError, SchemaError, CurationError) as error:
        refuse(str(error))
    except OSError as error:
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        refuse(f"cannot read or write {what}; give another path, or the right to use this one")


@contextmanager
def progress() -> Iterator[Callable[[str, str], None]]:
    """Tell on standard error what is being done: one line in a terminal, else a line a step."""
    with err.status("starting") as status:
        last = ""

        def tell(step: str, what: str) -> None:
            nonlocal last
            words = f"{_STEPS.get(step, step)} {what}".strip()
            if err.is_terminal:
                status.update(words)
            elif step != "find" or last != "find":
                err.print(words if step != "find" else "reading articles")
            last = step

        yield tell


def this_command(*arguments: object) -> str:
    """A command of ours as it can be typed where this one was: with the same Python.

    Args:
        arguments: What stands behind `python -m scripts`.
    """
    # NOTE: links are not followed: the Python of an environment is a link to that of the system.
    first, ours = Path(shutil.which("python") or "").absolute(), Path(sys.executable).absolute()
    near = ours.relative_to(Path.cwd()) if ours.is_relative_to(Path.cwd()) else ours
    python = "python" if first == ours else near
    return shlex.join([str(python), "-m", "scripts", *map(str, arguments)])


def report_place(report: Path, package: Path) -> Path:
    """Where the gate's report goes: where it was asked for, but never into the package itself.

    Args:
        report: The folder asked for, relative to the working directory unless nobody changed it.
        package: The folder of the package.
    """
    place, folder = report.resolve(), package.resolve()
    if not place.is_relative_to(folder):
        return report
    return Path(tempfile.mkdtemp(prefix="concord-gate-"))


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 error`, `no errors`."""
    return f"{number} {noun}" if number == 1 else f"{number or 'no'} {noun}s"


def print_findings(findings: Sequence[Finding]) -> None:
    """Print findings on standard error, the first one by one and the rest counted by rule."""
    for finding in findings[:SHOWN]:
        colour = "bold red" if finding.severity == "error" else "yellow"
        named = finding.rule_id.startswith(f"{finding.table}:")
        parts = ("" if named else finding.table, finding.row, finding.column)
        where = " ".join(part for part in parts if part)
        value = f" = {finding.value}" if finding.value else ""
        is_told = bool(finding.row) and finding.sentence.startswith(f"{finding.row}: ")
        place = "" if is_told else f" {where}{value}:"
        err.print(
            f"[{colour}]{finding.severity}[/] {escape(finding.rule_id)}{escape(place)} "
            f"{escape(finding.sentence)}"
        )
    if len(findings) > SHOWN:
        rules = Counter(finding.rule_id for finding in findings[SHOWN:])
        more = ", ".join(f"{rule} {count}" for rule, count in sorted(rules.items()))
        err.print(f"and {len(findings) - SHOWN} more: {more}")


def print_summary(tables: Tables) -> None:
    """Print how many rows each table has, and what the comparisons came to."""
    grid = Grid(box=None, pad_edge=False)
    grid.add_column("table")
    grid.add_column("rows", justify="right")
    for name, frame in tables.items():
        grid.add_row(name, str(frame.height))
    out.print(grid)
    verdicts = Counter(tables["comparisons"]["verdict"].to_list())
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(verdicts.items()))
    out.print(f"comparisons: {told or 'none'}")
    undated = tables["sources"]["published_earliest"].null_count()
    if undated:
        out.print(
            f"sources without a day of publication: {undated} of {tables['sources'].height}; days "
            "such as “on Tuesday” stay undated there, until their front matter has a line such as "
            "`published: 2031-03-12`",
            markup=False,
        )
