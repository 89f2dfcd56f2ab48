"""What the descriptor and the records for catalogues have in common, whatever form each takes."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from scripts.publish.contributors import CREATOR, Contributor
from scripts.publish.metadata import License, PackageMeta

Json = dict[str, Any]

#: The program that reads articles and makes tables of them, as records of provenance name it.
SOFTWARE = "concord"
SOFTWARE_DOES = (
    "Finds by rules who did what, who said what and which numbers were given, and compares the "
    "sources. The column found_by of a row names the rule that made it."
)

#: The media type of a table's Parquet file.
PARQUET = "application/vnd.apache.parquet"


def json_text(record: Json) -> str:
    """A record as it stands in its file: keys in the order given, two spaces, LF at the end."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def given(record: Mapping[str, Any]) -> Json:
    """The entries that say something: neither None nor empty."""
    return {key: value for key, value in record.items() if value not in (None, "", [], {}, ())}


def tabular(described: Json) -> list[Json]:
    """The resources that are tables or code lists."""
    return [one for one in described["resources"] if one.get("type") == "table"]


def is_codelist(resource: Json) -> bool:
    """Whether a tabular resource is a code list."""
    return str(resource["path"]).startswith("codes/")


def tables(described: Json) -> list[Json]:
    """The resources that hold what was found in articles."""
    return [one for one in tabular(described) if not is_codelist(one)]


def articles(described: Json) -> list[Json]:
    """The resources that are articles."""
    return [one for one in described["resources"] if one.get("type") != "table"]


def originals(described: Json) -> dict[str, str]:
    """Address → title of the articles on the web that the package is made from."""
    return titles(described.get("sources", ()))


def titles(sources: Iterable[Json]) -> dict[str, str]:
    """Address → title of sources, as the Data Package standard lists them."""
    found: dict[str, str] = {}
    for source in sources:
        if "path" in source:
            found.setdefault(source["path"], source["title"])
    return found


def sha256(resource: Json) -> str:
    """The hash of a resource without the name of the algorithm."""
    return str(resource["hash"]).removeprefix("sha256:")


def link(path: str) -> str:
    """A path of the package as a relative address; letters of other scripts stand as they are."""
    return re.sub(r"[\x00-\x7f]+", lambda plain: quote(plain[0]), path)


def period(described: Json) -> str | None:
    """First and last day of the events as an ISO 8601 interval."""
    covered = described.get("temporal")
    return f"{covered['start']}/{covered['end']}" if covered else None


def data_licenses(package: PackageMeta) -> tuple[License, ...]:
    """The terms of the data themselves, for records that know no scope; all if none says so."""
    return tuple(one for one in package.licenses if one.scope == "data") or package.licenses


def roles_beside(package: PackageMeta) -> Iterator[tuple[Contributor, str]]:
    """Who has which role beside that of creator, in the words of DataCite, which Zenodo shares."""
    for one in package.contributors:
        for role in one.roles:
            if role != CREATOR:
                yield one, role[0].upper() + role[1:]
