"""What a release prints: what was made, what changed, and what to do next."""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from scripts.diff.changes_csv import CHANGES_FILE
from scripts.diff.report import print_report
from scripts.git import ask
from scripts.release.released import Outcome


def _in_git(folder: Path) -> bool:
    """Whether a folder lies in a repository, where git is installed at all."""
    try:
        return ask(folder, "rev-parse", "--is-inside-work-tree").stdout.strip() == b"true"
    except FileNotFoundError:
        return False


def _next(outcome: Outcome, dataset: Path) -> Iterator[str]:
    assert outcome.path is not None
    tag = f"v{outcome.package.version}"
    changelog = Path(os.path.normpath(dataset / outcome.package.changelog))
    own = (
        (dataset,) if changelog.is_relative_to(os.path.normpath(dataset)) else (dataset, changelog)
    )
    added = " ".join(shlex.quote(str(path)) for path in own)
    message = shlex.quote(f"Release {outcome.package.version}")
    yield "next:"
    if _in_git(dataset):
        yield f"  git add {added} && git commit -a -m {message}"
        yield f"  git tag {tag} && git push origin HEAD {tag}"
    else:
        yield f"  keep {outcome.path}: the next release is compared with it"
    yield f"  deposit {outcome.path} where it gets a DOI, for instance at Zenodo"


def print_outcome(outcome: Outcome, dataset: Path, console: Console) -> None:
    """Print what came of a release that was made.

    Args:
        outcome: The release.
        dataset: The folder of the data set.
        console: Where to.
    """
    if outcome.difference is None:
        console.print("the first release: there is no version before it")
    else:
        print_report(outcome.difference, console, Path(CHANGES_FILE))
        for caution in outcome.difference.cautions:
            console.print(f"[yellow]warning[/] {escape(caution)}")
    console.print()
    state = "released" if outcome.is_new else "released before, the same to the byte"
    console.print(f"[bold green]{state}[/] {escape(str(outcome.path))}")
    console.print(f"  {outcome.size:,} bytes, SHA-256 {outcome.sha256}")
    rows = ", ".join(f"{name} {count}" for name, count in outcome.rows.items())
    console.print(f"  rows: {rows}")
    if outcome.left:
        left = ", ".join(outcome.left)
        console.print(f"  stays behind, no part of the package: {escape(left)}")
    if outcome.is_new:
        for line in _next(outcome, dataset):
            console.print(escape(line))
