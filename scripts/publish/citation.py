"""`CITATION.cff`: how to cite a package, in the Citation File Format 1.2.0.

GitHub, Zotero and Zenodo read it (Zenodo only where there is no `.zenodo.json`).
"""

from typing import Any

import yaml

from scripts.publish.contributors import Contributor
from scripts.publish.metadata import PackageMeta
from scripts.publish.records import Json, data_licenses, given

CITATION = "CITATION.cff"
_MESSAGE = "If you use these data, please cite them with their version."


class _Dumper(yaml.SafeDumper):
    """Quotes what YAML 1.1 and 1.2 read differently, such as `0o17` or `1e3`."""


def _quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None if text[:1].isalpha() else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _quoted)


def _author(one: Contributor) -> Json:
    if one.kind == "person":
        name = {"given-names": one.given_name, "family-names": one.family_name}
        return given(
            {**name, "affiliation": one.affiliation, "orcid": one.orcid, "website": one.path}
        )
    return given({"name": one.title, "website": one.path})


def _license(package: PackageMeta) -> Json:
    terms = data_licenses(package)
    names = list(dict.fromkeys(one.name for one in terms))
    if not all(one.listed for one in terms):
        return {"license-url": next(one.path for one in terms if not one.listed)}
    return {"license": names[0] if len(names) == 1 else names}


def citation_cff(package: PackageMeta, described: Json) -> str | None:
    """The text of `CITATION.cff`.

    Args:
        package: Name, version, terms.
        described: The finished descriptor.

    Returns:
        YAML in UTF-8; None where nobody dated, licensed or signed the package.
    """
    if not package.citable:
        return None
    record: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": _MESSAGE,
        "type": "dataset",
        "title": described["title"],
        "version": described["version"],
        "date-released": package.created,
        "authors": [_author(one) for one in package.creators],
        "doi": package.doi,
        **_license(package),
        "url": package.homepage,
        "repository-code": package.repository,
        "keywords": described.get("keywords"),
        "abstract": described["description"],
    }
    return yaml.dump(given(record), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
