"""The layers of checking, each callable alone, and all of them over a written package."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from validations.curation import Expected, Ruling, read_expected, read_rulings
from validations.layers import LAYERS, REPORT, errors_first, is_broken
from validations.meaning import check_meaning
from validations.package import read_tables, read_texts
from validations.published import PublishedId, read_published
from validations.rule import Finding, Tables
from validations.shape import check_shape

__all__ = [
    "LAYERS",
    "REPORT",
    "check_consumer",
    "check_meaning",
    "check_package",
    "check_release",
    "check_shape",
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
    """The layer of release; see `validations.gate.check_release`."""
    # NOTE: what the gate needs costs seconds to import, and a build of loose articles has no gate.
    from validations import gate  # noqa: PLC0415

    return gate.check_release(folder, expected, rulings, home, report)


def check_consumer(folder: Path, home: Path | None = None) -> list[Finding]:
    """The layer of the consumer; see `validations.consumer.check_consumer`."""
    from validations import consumer  # noqa: PLC0415

    return consumer.check_consumer(folder, home)


def _in_memory(
    layers: Sequence[str],
    tables: Tables,
    texts: Mapping[str, str],
    expected: Expected,
    rulings: Sequence[Ruling],
    published: Sequence[PublishedId],
) -> list[Finding]:
    found: list[Finding] = []
    if "shape" in layers:
        found += check_shape(tables)
    if "meaning" in layers:
        found += check_meaning(tables, texts, expected, rulings, published)
    return found


def check_package(
    dataset: Path, layers: Sequence[str] = LAYERS, report: Path = REPORT
) -> list[Finding]:
    """All that is wrong with a dataset as it lies on disk, errors first.

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
    found: list[Finding] = []
    if {"shape", "meaning"} & set(layers):
        tables, unread = read_tables(dataset)
        texts, undecoded = read_texts(dataset, tables)
        found += [
            *unread,
            *undecoded,
            *_in_memory(layers, tables, texts, expected, rulings, published),
        ]
    if "release" in layers:
        found += check_release(dataset, expected, rulings, report=report)
    if "consumer" in layers:
        found += check_consumer(dataset)
    return errors_first(found)
