"""Write a whole package into a folder: tables, code lists, texts about them, and their hashes."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl

from schemas.tables import tables as declared
from scripts.publish.articles import is_article, written_articles
from scripts.publish.codes import published_codelists, write_codes
from scripts.publish.descriptor import describe
from scripts.publish.dictionary.page import dictionary
from scripts.publish.metadata import PackageMeta
from scripts.publish.records import json_text
from scripts.publish.siblings import SIBLINGS
from scripts.publish.tables import checked, write_csv, write_parquet
from scripts.read.files import InputError
from validations.files import DESCRIPTOR
from validations.sums import SUMS, Stamp, sha256, stamp, sums_text


def _write_articles(
    dataset: Path, out: Path, articles: Iterable[tuple[str, str]]
) -> tuple[dict[str, Stamp], set[str]]:
    """Write the articles that the dataset lacks; what a person put there is never replaced.

    Returns:
        Path → size and hash of every article, and the paths of those that are the build's own.
    """
    stamps: dict[str, Stamp] = {}
    generated: set[str] = set()
    ours = written_articles(dataset)
    for path, text in articles:
        if not is_article(path):
            raise InputError(f"article path {path!r} is not of the form articles/NAME; rename it")
        if path in stamps:
            raise InputError(f"two articles would be written to {path}; give them different names")
        content = text.encode("utf-8")
        stamps[path] = stamp(content)
        there = dataset / path
        same = there.is_file() and there.read_bytes() == content
        if there.is_file() and path not in ours:
            if not same:
                raise InputError(
                    f"{path} stands in {dataset.name} already and is not the text that was read; "
                    "if it is the article itself, save it as UTF-8 with LF line ends and without "
                    "byte order mark, else rename one of the two"
                )
            continue
        generated.add(path)
        if not same:
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(content)
    return stamps, generated


def _write_text(out: Path, path: str, text: str) -> None:
    (out / path).write_bytes(text.encode("utf-8"))


def write_package(
    dataset: Path,
    out: Path,
    tables: Mapping[str, pl.DataFrame],
    package: PackageMeta,
    articles: Iterable[tuple[str, str]] = (),
) -> None:
    """Write everything that a build generates into the folder `out`, the list of hashes last.

    Args:
        dataset: The folder that the package is for; only looked at, to leave its articles alone.
        out: Where to write, usually a staging folder.
        tables: Table name → frame, all tables of the schemas.
        package: Name, version, terms and caveats.
        articles: (path such as `articles/x.txt`, text) of every article; those that the dataset
            lacks are written.

    Raises:
        InputError: if a table is missing, a frame is not as its schema says, a cell is one that
            readers would change, or an article would replace one that somebody put there.
    """
    schemas = declared()
    missing = [table.name for table in schemas if table.name not in tables]
    if missing:
        raise InputError(f"tables {', '.join(missing)} were not made, so no package can be written")
    out.mkdir(parents=True, exist_ok=True)
    stamps, generated = _write_articles(dataset, out, articles)
    frames = {table.name: checked(table, tables[table.name]) for table in schemas}
    codes = published_codelists()
    written = []
    for name, frame in frames.items():
        write_csv(frame, out / "data" / f"{name}.csv")
        write_parquet(frame, out / "data" / f"{name}.parquet")
        written += [f"data/{name}.csv", f"data/{name}.parquet"]
    for one in codes:
        write_codes(one, out / "codes" / f"{one.name}.csv")
        written.append(f"codes/{one.name}.csv")
    described = describe(out, frames, package, stamps, generated)
    texts = {"README.md": dictionary(package, schemas, codes, frames)}
    siblings = {path: sibling(package, described) for path, sibling in SIBLINGS}
    texts |= {path: text for path, text in siblings.items() if text is not None}
    texts[DESCRIPTOR] = json_text(described)
    for path, text in texts.items():
        _write_text(out, path, text)
    sums = {path: sha256(out / path) for path in (*written, *texts)}
    sums |= {path: str(one["hash"]).removeprefix("sha256:") for path, one in stamps.items()}
    _write_text(out, SUMS, sums_text(sums))
