"""Write a whole package into a folder: tables, code lists, data dictionary and descriptor."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import polars as pl

from schemas.tables import tables as declared
from scripts.publish.codes import published_codelists, write_codes
from scripts.publish.descriptor import describe, descriptor_text
from scripts.publish.dictionary.page import dictionary
from scripts.publish.hashes import DESCRIPTOR, Stamp, is_article, published_hashes, stamp
from scripts.publish.metadata import PackageMeta
from scripts.publish.siblings import SIBLINGS
from scripts.publish.tables import checked, write_csv, write_parquet
from scripts.read.files import InputError


def _write_articles(
    dataset: Path, out: Path, articles: Iterable[tuple[str, str]]
) -> dict[str, Stamp]:
    """Write those that the dataset lacks; what a person put there is never replaced."""
    written: dict[str, Stamp] = {}
    ours = published_hashes(dataset) or {}
    for path, text in articles:
        if not is_article(path):
            raise InputError(f"article path {path} is not of the form articles/NAME")
        if path in written:
            raise InputError(f"two articles would be written to {path}; give them different names")
        content = text.encode("utf-8")
        there = dataset / path
        if there.is_file() and path not in ours:
            if there.read_bytes() != content:
                raise InputError(
                    f"{path} stands in {dataset.name} already and is not the text that was read; "
                    "if it is the article itself, save it as UTF-8 with LF line ends and without "
                    "byte order mark, else rename one of the two"
                )
            continue
        written[path] = stamp(content)
        if not there.is_file() or there.read_bytes() != content:
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(content)
    return written


def write_package(
    dataset: Path,
    out: Path,
    tables: Mapping[str, pl.DataFrame],
    package: PackageMeta,
    articles: Iterable[tuple[str, str]] = (),
) -> None:
    """Write everything that a build generates into the folder `out`, the descriptor last.

    Args:
        dataset: The folder that the package is for; only looked at, to leave its articles alone.
        out: Where to write, usually a staging folder.
        tables: Table name → frame, all tables of the schemas.
        package: Name, version, terms and caveats.
        articles: (path such as `articles/x.txt`, text) of articles that the dataset lacks.

    Raises:
        InputError: if a table is missing, a frame is not as its schema says, a cell is one that
            readers would change, or an article would replace one that somebody put there.
    """
    schemas = declared()
    missing = [table.name for table in schemas if table.name not in tables]
    if missing:
        raise InputError(f"tables {', '.join(missing)} were not made, so no package can be written")
    out.mkdir(parents=True, exist_ok=True)
    others = _write_articles(dataset, out, articles)
    frames = {table.name: checked(table, tables[table.name]) for table in schemas}
    for name, frame in frames.items():
        write_csv(frame, out / "data" / f"{name}.csv")
        parquet = out / "data" / f"{name}.parquet"
        write_parquet(frame, parquet)
        others[f"data/{name}.parquet"] = stamp(parquet.read_bytes())
    codes = published_codelists()
    for one in codes:
        write_codes(one, out / "codes" / f"{one.name}.csv")
    readme = dictionary(package, schemas, codes, frames).encode("utf-8")
    (out / "README.md").write_bytes(readme)
    others["README.md"] = stamp(readme)
    described = describe(out, frames, package, others)
    for path, sibling in SIBLINGS:
        text = sibling(package, described)
        if text is not None:
            (out / path).write_text(text, encoding="utf-8", newline="\n")
    (out / DESCRIPTOR).write_bytes(descriptor_text(described).encode("utf-8"))
