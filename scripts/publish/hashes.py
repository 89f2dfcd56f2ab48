"""Bytes and hashes of published files, and which of them somebody changed since.

The descriptor names every generated file with its hash: resources in `resources`, Parquet files,
the data dictionary and articles that a build wrote in `concord:files`.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from validations.rule import Finding, Severity

DESCRIPTOR = "datapackage.json"
#: Folders that hold generated files and nothing else.
GENERATED_FOLDERS = ("codes", "data")

Stamp = dict[str, str | int]

#: Rule id → severity and what holds for the files of a package.
RULES: Mapping[str, tuple[Severity, str]] = MappingProxyType(
    {
        "PKG-001": ("error", "A package has a descriptor that a build wrote."),
        "PKG-002": ("error", "Every file that the descriptor names is there."),
        "PKG-003": ("error", "Every file that the descriptor names is as the build wrote it."),
        "PKG-004": ("error", "Folders of generated files hold nothing else."),
    }
)

_REMEDY = "build again, and change articles, code lists or rules, never this file"


def stamp(content: bytes) -> Stamp:
    """Size and hash of a file's content, in the words of the Data Package standard."""
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _finding(rule: str, path: str, value: str, sentence: str) -> Finding:
    return Finding(rule, RULES[rule][0], "package", path, "", value, sentence)


def is_article(path: str) -> bool:
    """Whether a path, relative to a package, is that of an article and leads nowhere else."""
    parts = PurePosixPath(path).parts
    return len(parts) == 2 and parts[0] == "articles" and parts[1] != ".."


def published_hashes(dataset: Path) -> dict[str, str] | None:
    """Path → hash of every generated file that the descriptor of a package names.

    Returns:
        None if there is no descriptor, or it is not one that a build wrote.
    """
    try:
        descriptor = json.loads((dataset / DESCRIPTOR).read_text(encoding="utf-8"))
        named = [*descriptor["resources"], *descriptor["concord:files"]]
        hashes = {entry["path"]: entry["hash"] for entry in named}
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
    return hashes if all(isinstance(path, str) for path in hashes) else None


def written_articles(dataset: Path) -> tuple[str, ...]:
    """Paths of the articles that an earlier build wrote into a dataset and nobody changed since."""
    return tuple(
        name
        for name, known in sorted((published_hashes(dataset) or {}).items())
        if is_article(name)
        and (dataset / name).is_file()
        and stamp((dataset / name).read_bytes())["hash"] == known
    )


def _extra(dataset: Path, known: Mapping[str, str]) -> Iterator[str]:
    for folder in GENERATED_FOLDERS:
        for path in sorted((dataset / folder).rglob("*")):
            name = path.relative_to(dataset).as_posix()
            if path.is_file() and name not in known and not path.name.startswith("."):
                yield name


def changed_files(dataset: Path) -> list[Finding]:
    """Generated files that are not as the build wrote them: edited, missing or added by hand.

    Args:
        dataset: The folder with `datapackage.json`. A folder never built, or whose descriptor
            cannot be read, gives one finding that says so.
    """
    known = published_hashes(dataset)
    if known is None:
        sentence = f"{DESCRIPTOR} is missing or is no descriptor of a build; build the package"
        return [_finding("PKG-001", DESCRIPTOR, "", sentence)]
    found = []
    for name, wanted in sorted(known.items()):
        path = dataset / name
        if not path.is_file():
            sentence = f"{name} is missing, though {DESCRIPTOR} names it; {_REMEDY}"
            found.append(_finding("PKG-002", name, "", sentence))
            continue
        actual = str(stamp(path.read_bytes())["hash"])
        if actual != wanted:
            sentence = f"{name} was changed after the build wrote it; {_REMEDY}"
            found.append(_finding("PKG-003", name, actual, sentence))
    for name in _extra(dataset, known):
        sentence = f"{name} is not part of the package; move it elsewhere or delete it"
        found.append(_finding("PKG-004", name, "", sentence))
    return found
