"""A release, to be read aloud: build, compare with the version before, tell, check, pack.

Nothing is put anywhere until everything holds; then all of it is, or nothing. Whatever stops it is
told at once, as far as it can be known.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from scripts.build import Built, Progress, build
from scripts.diff.changes_csv import CHANGES_FILE, changes_csv
from scripts.diff.compare import compare_editions
from scripts.diff.difference import Difference
from scripts.editions import opened
from scripts.page.page import INDEX
from scripts.publish.metadata import CHANGELOG, PackageMeta, read_package
from scripts.publish.staging import alone, recover
from scripts.release.again import unlike_tag, unlike_zip
from scripts.release.announced import announced
from scripts.release.before import Release, before, released
from scripts.release.contents import Contents, contents, named_files
from scripts.release.drafting import draft
from scripts.release.ids import ids_text
from scripts.release.moving import finish, released_together
from scripts.release.numbered import day_refused, number_refused, refuse_out_of_order
from scripts.release.packing import listed_beside, pack
from scripts.release.unfilled import unfilled
from scripts.release.unpacked import check_zip, checked_page
from scripts.release.warned import untold_warnings
from validations.check import REPORT, is_broken
from validations.published import IDS, read_published
from validations.rule import Finding
from validations.sums import SUMS, digest


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of a release.

    refusals: why it was not made; none if it was. findings: those of the build, or of the zip.
    difference, since: what changed, and since which version; None for a first release.
    path, sha256, size: the zip. is_new: whether it was not there before, to the byte.
    rows: table → number of rows. left: files of the folder that stay behind.
    """

    package: PackageMeta
    refusals: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    difference: Difference | None = None
    path: Path | None = None
    sha256: str = ""
    size: int = 0
    is_new: bool = False
    rows: Mapping[str, int] = field(default_factory=dict)
    left: tuple[str, ...] = ()


def release(
    dataset: Path,
    dist: Path,
    progress: Progress,
    since: str | None = None,
    tag: str | None = None,
    report: Path = REPORT,
) -> Outcome:
    """Release a data set under the version that its `package.toml` gives.

    Args:
        dataset: The folder of the data set.
        dist: The folder of the zips.
        progress: Told what is being done.
        since: The version before: a folder, a zip or a version in git. None: the highest below
            this one among the zips in `dist` and the tags of the repository.
        tag: The tag that it is released for, such as `v1.0.0`; None if that is not known yet.
        report: Folder for the HTML report of the gate.

    Raises:
        InputError, CurationError, SchemaError: if something that is needed cannot be read, or
            cannot be written.
    """
    recover(dataset)
    package = read_package(dataset)
    finish(dist, package.name, dataset)
    where = str(dataset / "curation" / "package.toml")
    if tag is not None and tag != f"v{package.version}":
        meant = tag.removeprefix("v")
        wrong = (
            f"the tag {tag} is not that of version {package.version} in {where}; tag the state "
            f'whose version is {meant}, or write version = "{meant}" and release again'
        )
        return Outcome(package, (wrong,))
    earlier = released(dataset, package.name, dist)
    if since is None:
        refuse_out_of_order(package.version, earlier, read_published(dataset / "curation"), where)
        found = before(earlier, package.version)
        since = found.where if found else None
    with _opened(since, dataset) as old:
        # NOTE: what cannot be opened is told before a build of minutes, not behind it.
        built = build(dataset, progress, report)
        if not built.published:
            refusal = "the build has errors; clear them and release again"
            return Outcome(package, (refusal,), built.findings)
        with alone(dataset):
            return _compared(dataset, dist, package, built, old, earlier, progress)


def _compared(
    dataset: Path,
    dist: Path,
    package: PackageMeta,
    built: Built,
    old: Path | None,
    earlier: Sequence[Release],
    progress: Progress,
) -> Outcome:
    """Compare what was built with the version before, and pack it if all of it is told."""
    where = str(dataset / "curation" / "package.toml")
    if old:
        progress("diff", "")
    difference = compare_editions(old, dataset) if old else None
    refusals = [*_warned(package, built), *_misnumbered(package, difference, old, where)]
    if not refusals:
        changelog = Path(os.path.normpath(dataset / package.changelog))
        told = announced(changelog, package.version, lambda: draft(difference, _rows(built)))
        own = unfilled(package, dataset, where)
        refusals = [one for one in (own, told) if one]
    if refusals:
        return Outcome(package, tuple(refusals), built.findings, difference)
    return _packed(dataset, dist, package, built, difference, earlier, progress)


@contextmanager
def _opened(since: str | None, dataset: Path) -> Iterator[Path | None]:
    if since is None:
        yield None
    else:
        with opened(since, dataset) as folder:
            yield folder


def _warned(package: PackageMeta, built: Built) -> Iterator[str]:
    rules = sorted({one.rule_id for one in untold_warnings(package, built.findings)})
    if rules:
        yield (
            f"the build has warnings of {', '.join(rules)}; clear them, or tell the readers: name "
            "the rule in the text of a caveat in package.toml, and say why it stays so"
        )


def _misnumbered(
    package: PackageMeta, difference: Difference | None, old: Path | None, where: str
) -> Iterator[str]:
    if difference is not None and old is not None:
        found = (number_refused(package, difference, where), day_refused(package, old, where))
        yield from (one for one in found if one)


def _rows(built: Built) -> dict[str, int]:
    return {name: frame.height for name, frame in built.tables.items()}


def _packed(
    dataset: Path,
    dist: Path,
    package: PackageMeta,
    built: Built,
    difference: Difference | None,
    earlier: Sequence[Release],
    progress: Progress,
) -> Outcome:
    """Pack what stands in the folder, check the zip elsewhere, and put all into its place."""
    progress("pack", "")
    where = str(dataset / "curation" / "package.toml")
    held = contents(dataset, named_files(dataset))
    refusal = unlike_tag(earlier, package.version, dataset, held.files, where)
    if refusal:
        return Outcome(package, (refusal,), built.findings, difference)
    ids = ids_text(read_published(dataset / "curation"), built.tables, package.version).encode()
    inside = _inside(dataset, package, held, ids, difference)
    path, day = dist / f"{package.name}-{package.version}.zip", package.created or date.min
    found, html = checked_page(path.name, pack(inside, day), progress)
    inside[INDEX] = html
    packed = pack(inside, day)
    if not is_broken(found):
        found += check_zip(path.name, packed)
    outcome = Outcome(
        package=package,
        findings=(*built.findings, *found),
        difference=difference,
        path=path,
        sha256=digest(packed),
        size=len(packed),
        is_new=not path.is_file(),
        rows=_rows(built),
        left=_left(dataset, held, inside),
    )
    if is_broken(found):
        return replace(outcome, refusals=("the zip, unzipped elsewhere, does not hold",), path=None)
    refusal = unlike_zip(path, package.version, packed, where)
    if refusal:
        return replace(outcome, refusals=(refusal,), path=None)
    with released_together(dist, package.name, dataset) as staging:
        beside = listed_beside(dist, path.name, outcome.sha256)
        (staging / path.name).write_bytes(packed)
        (staging / SUMS).write_text(beside, encoding="utf-8", newline="\n")
        (staging / IDS).write_bytes(ids)
    return outcome


def _inside(
    dataset: Path,
    package: PackageMeta,
    held: Contents,
    ids: bytes,
    difference: Difference | None,
) -> dict[str, Path | bytes]:
    """Path in the zip → file or content: what the folder holds, and what is made for the zip."""
    files: dict[str, Path | bytes] = {**held.files}
    files[f"curation/{IDS}"] = ids
    files[CHANGELOG] = dataset / package.changelog
    if difference is not None:
        files[CHANGES_FILE] = b"".join(changes_csv(difference))
    return files


def _left(dataset: Path, held: Contents, inside: Mapping[str, Path | bytes]) -> tuple[str, ...]:
    """Files of the folder that the zip does not hold; one that has another page, too."""
    own = dataset / INDEX
    other = {INDEX} if own.is_file() and own.read_bytes() != inside[INDEX] else set()
    return tuple(name for name in held.left if name in other or name not in {*inside, SUMS})
