"""Articles as resources of a package: what they are called and where they come from."""

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from typing import Any

import polars as pl

from scripts.publish.articles import GENERATED
from scripts.publish.coverage import address
from scripts.publish.records import Json
from validations.sums import Stamp

_MEDIATYPES = {"md": "text/markdown", "txt": "text/plain"}


def source_entry(source: Mapping[str, Any]) -> Json:
    """An article as the standard names a source: title, address and version, where known.

    The version is the hash of the original, since publishers change what stands at an address.
    """
    title = source["title"] or source["source_id"]
    entry = {"title": f"{title} ({source['publisher']})" if source["publisher"] else title}
    if (path := address(source)) is not None:
        entry["path"] = path
    if source["original_sha256"]:
        entry["version"] = f"sha256:{source['original_sha256']}"
    return entry


def resource_name(source_id: str) -> str:
    """The name of an article's resource, in the small letters that readers ask for.

    No two articles of a package differ in capitals alone, and no table or code list has a dash.
    """
    return f"article-{source_id.lower()}"


def article_resources(
    sources: pl.DataFrame, articles: Mapping[str, Stamp], generated: Collection[str]
) -> list[Json]:
    """One resource an article, sorted by name.

    Args:
        sources: The table of sources, for title, origin and rights.
        articles: Path → size and hash; those that no source names are left out.
        generated: Paths of the articles that the build itself wrote.
    """
    found = []
    for source in sources.iter_rows(named=True):
        path, source_id = source["path"], source["source_id"]
        if path not in articles:
            continue
        suffix = PurePosixPath(path).suffix.removeprefix(".").lower()
        described: Json = {
            "name": resource_name(source_id),
            "profile": "data-resource",
            "path": path,
            "title": source["title"] or source_id,
            "description": f"The text that offsets of source {source_id} count in.",
            "format": suffix if suffix in _MEDIATYPES else "txt",
            "mediatype": _MEDIATYPES.get(suffix, "text/plain"),
            "encoding": "utf-8",
            **articles[path],
            "sources": [source_entry(source)],
            "concord:source_id": source_id,
            "concord:basis": source["basis"],
            GENERATED: path in generated,
        }
        if source["rights"]:
            described["concord:rights"] = source["rights"]
        found.append(described)
    return sorted(found, key=lambda one: str(one["name"]))
