"""The layers of checking, each callable alone, and all of them over a written package."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from validations.curation import Expected, Ruling, read_expected, read_rulings
from validations.layers import LAYERS, REPORT, errors_first, is_broken
from validations.meaning import check_meaning
from validations.package import read_tables, read_texts
from validations.published import PublishedId, read_published
from validations.rule import Finding, Tables
from validations.shape import check_shape
from validations.suites import Answer

__all__ = [
    "LAYERS",
    "REPORT",
    "Checked",
    "check_consumer",
    "check_meaning",
    "check_package",
    "check_release",
    "check_shape",
    "checked",
    "errors_first",
    "is_broken",
]


def check_release(
    folder: Path,
    expected: Expected | None = None,
    rulings: Sequence[Ruling] = (),
    home: Path | None = None,
    report: Path = REPORT,
) -> list[Finding]:
    """The layer of release; see `validations.gate.ask`."""
    # NOTE: what the gate needs costs seconds to import, and a build of loose articles has no gate.
    from validations import gate  # noqa: PLC0415

    return gate.ask(folder, expected, rulings, home, report).findings


def check_consumer(folder: Path, home: Path | None = None) -> list[Finding]:
    """The layer of the consumer; see `validations.consumer.check_consumer`."""
    from validations import consumer  # noqa: PLC0415

    return consumer.check_consumer(folder, home)


@dataclass(frozen=True)
class Checked:
    """A written package as the layers of checking saw it, and what they found.

    layers: those that were asked. tables, texts: what shape and meaning are asked of; empty if
    neither is asked.
    expected, rulings, published: what curators wrote, and the ids that releases published.
    findings: errors first, each once. answers: what came of each expectation of the gate; none if
    the gate was not asked or a table could not be read.
    """

    layers: tuple[str, ...]
    tables: Tables
    texts: Mapping[str, str]
    expected: Expected
    rulings: tuple[Ruling, ...]
    published: tuple[PublishedId, ...]
    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...]


def checked(dataset: Path, layers: Sequence[str] = LAYERS, report: Path = REPORT) -> Checked:
    """Ask layers of checking about a dataset as it lies on disk.

    Args:
        dataset: The folder with `articles/`, `curation/`, `datapackage.json` and `data/`.
        layers: The layers to ask, by name.
        report: Folder for the HTML report of the gate.

    Raises:
        CurationError: if `expected.toml`, `rulings.toml` or `ids.csv` cannot be read.
        ValueError: if a layer is not known.
    """
    unknown = sorted(set(layers) - set(LAYERS))
    if unknown:
        raise ValueError(f"there is no layer {unknown[0]}; the layers are {', '.join(LAYERS)}")
    expected = read_expected(dataset / "curation")
    rulings = read_rulings(dataset / "curation")
    published = read_published(dataset / "curation")
    tables: Tables = {}
    texts: Mapping[str, str] = {}
    answers: tuple[Answer, ...] = ()
    found: list[Finding] = []
    if {"shape", "meaning"} & set(layers):
        tables, unread = read_tables(dataset)
        texts, undecoded = read_texts(dataset, tables)
        found += unread + undecoded
    if "shape" in layers:
        found += check_shape(tables)
    if "meaning" in layers:
        found += check_meaning(tables, texts, expected, rulings, published)
    if "release" in layers:
        from validations import gate  # noqa: PLC0415

        asked = gate.ask(dataset, expected, rulings, None, report)
        found += asked.findings
        answers = asked.answers
    if "consumer" in layers:
        found += check_consumer(dataset)
    listed = tuple(errors_first(found))
    return Checked(tuple(layers), tables, texts, expected, rulings, published, listed, answers)


def check_package(
    dataset: Path, layers: Sequence[str] = LAYERS, report: Path = REPORT
) -> list[Finding]:
    """All that is wrong with a dataset as it lies on disk, errors first; see `checked`."""
    return list(checked(dataset, layers, report).findings)
