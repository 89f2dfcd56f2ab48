"""What a release prints: what was made, what changed, and what to do next."""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from scripts.diff.owed import Level
from scripts.release.drafting import told
from scripts.release.released import Outcome


def _changed(outcome: Outcome) -> Iterator[str]:
    difference = outcome.difference
    if difference is None:
        yield "the first release: there is no version before it"
        return
    owed = difference.owed
    kind = "nothing that a version number tells of" if owed is Level.NOTHING else f"{owed.name}"
    yield f"since {difference.version_from}: {kind}"
    for level in (Level.MAJOR, Level.MINOR, Level.PATCH):
        yield from (f"  {line}" for line in told(difference, level))
    yield from (f"caution: {caution}" for caution in difference.cautions)


def _next(outcome: Outcome, dataset: Path) -> Iterator[str]:
    assert outcome.path is not None
    tag = f"v{outcome.package.version}"
    changelog = os.path.normpath(dataset / outcome.package.changelog)
    added = " ".join(shlex.quote(str(path)) for path in (dataset, changelog))
    message = shlex.quote(f"Release {outcome.package.version}")
    yield "next:"
    yield f"  git add {added} && git commit -m {message}"
    yield f"  git tag {tag} && git push origin HEAD {tag}"
    yield f"  deposit {outcome.path} where it gets a DOI, for instance at Zenodo"


def lines(outcome: Outcome, dataset: Path) -> Iterator[str]:
    """What to print of a release that was made, line by line.

    Args:
        outcome: The release.
        dataset: The folder of the data set.
    """
    assert outcome.path is not None
    state = "released" if outcome.is_new else "released before, the same to the byte:"
    yield f"{state} {outcome.path}"
    yield f"  {outcome.size:,} bytes, SHA-256 {outcome.sha256}"
    rows = ", ".join(f"{name} {count}" for name, count in outcome.rows.items())
    yield f"  rows: {rows}"
    if outcome.left:
        yield f"  stays behind, no part of the package: {', '.join(outcome.left)}"
    yield from _changed(outcome)
    if outcome.is_new:
        yield from _next(outcome, dataset)
