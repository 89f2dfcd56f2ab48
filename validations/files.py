"""The files of a package against the list of them: `SHA256SUMS`, as `sha256sum -c` reads it.

The list names every generated file and every article; in a release, which it shows by naming what
people wrote as well, it names every file there is. The descriptor holds hash and size of resources
too, but readers skip some of them, and Parquet files and records for catalogues are no resources.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from validations.rule import Finding, Severity
from validations.sums import SUMS, sha256, sum_in

DESCRIPTOR = "datapackage.json"
#: Folders that hold generated files and nothing else.
GENERATED_FOLDERS = ("codes", "data")
#: What people write; a list that names some of it is that of a release.
_CURATION = "curation/"

#: Rule id → severity and what holds for the files of a package.
RULES: Mapping[str, tuple[Severity, str]] = MappingProxyType(
    {
        "PKG-001": ("error", "A package has a descriptor that a build wrote."),
        "PKG-002": ("error", "Every file that SHA256SUMS names is there."),
        "PKG-003": ("error", "Every file that SHA256SUMS names is as the build wrote or read it."),
        "PKG-004": ("error", "Folders of generated files hold nothing else; nor does a release."),
        "PKG-005": ("error", "SHA256SUMS can be read and names every file, each once."),
        "PKG-006": ("error", "No path leads out of the package."),
    }
)

_REMEDY = "build again, and change articles, code lists or rules, never this file"
_REMEDY_ARTICLE = "build again, so that tables and text fit each other"


def _finding(rule: str, path: str, value: str, sentence: str) -> Finding:
    return Finding(rule, RULES[rule][0], "package", path, "", value, sentence)


def _remedy(path: str) -> str:
    return _REMEDY_ARTICLE if path.startswith("articles/") else _REMEDY


def leads_out(path: str) -> bool:
    """Whether a path in a package is absolute, an address, or climbs out of its folder."""
    climbs = ".." in PurePosixPath(path).parts
    return not path or climbs or re.search(r"^[/~]|^[A-Za-z]:|://|\\", path) is not None


def read_sums(folder: Path) -> tuple[dict[str, str], list[Finding]]:
    """Path → hash as `SHA256SUMS` gives them, and what is wrong with the list itself."""
    found = []
    named: dict[str, str] = {}
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except OSError:
        sentence = f"{SUMS} is missing; build the package again"
        return {}, [_finding("PKG-005", SUMS, "", sentence)]
    except UnicodeDecodeError as error:
        sentence = f"{SUMS} is not UTF-8: {error}; build the package again"
        return {}, [_finding("PKG-005", SUMS, "", sentence)]
    for number, line in enumerate(lines, start=1):
        told = sum_in(line)
        if told is None or told[0] in named:
            fault = "is no hash and path" if told is None else "names a file a second time"
            sentence = f"line {number} of {SUMS} {fault}; build the package again"
            found.append(_finding("PKG-005", SUMS, line[:80], sentence))
        elif leads_out(told[0]):
            sentence = f"line {number} of {SUMS} leads out of the package; build it again"
            found.append(_finding("PKG-006", SUMS, told[0], sentence))
        else:
            named[told[0]] = told[1]
    return named, found


def _described(folder: Path) -> tuple[list[str] | None, list[Finding]]:
    """Paths of the resources, and what is wrong with the descriptor; None where it is none."""
    try:
        descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        paths = [resource["path"] for resource in descriptor["resources"]]
        if not paths or not all(isinstance(path, str) for path in paths):
            raise ValueError(paths)
    except (OSError, ValueError, KeyError, TypeError):
        sentence = f"{DESCRIPTOR} is missing or is no descriptor of a build; build the package"
        return None, [_finding("PKG-001", DESCRIPTOR, "", sentence)]
    found = []
    for path in filter(leads_out, paths):
        sentence = f"{DESCRIPTOR} names {path}, which leads out of the package; build it again"
        found.append(_finding("PKG-006", DESCRIPTOR, path, sentence))
    return [path for path in paths if not leads_out(path)], found


def is_release(named: Iterable[str]) -> bool:
    """Whether a list of hashes that names these paths is that of a release, not of a build."""
    return any(name.startswith(_CURATION) for name in named)


def _there(folder: Path, named: Mapping[str, str]) -> Iterator[str]:
    """Files that have to be in the list; of a release all, but what the system hides there."""
    for place in (folder,) if is_release(named) else (folder / name for name in GENERATED_FOLDERS):
        for path in sorted(place.rglob("*")):
            name = path.relative_to(folder)
            hidden = any(part.startswith(".") for part in name.parts)
            if (path.is_file() or path.is_symlink()) and not hidden:
                yield name.as_posix()


def changed_files(folder: Path, home: Path | None = None) -> list[Finding]:
    """Files that are not as the build wrote them: edited, missing or added by hand.

    Args:
        folder: The package. A folder never built, or whose descriptor cannot be read, gives one
            finding that says so.
        home: The dataset that the package is made for, where articles are that the folder lacks.
    """
    described, found = _described(folder)
    if described is None:
        return found
    named, faults = read_sums(folder)
    found += faults
    for name, wanted in sorted(named.items()):
        places = (folder / name, (home or folder) / name)
        path = next((place for place in places if place.is_file()), None)
        if path is None:
            sentence = f"{name} is missing, though {SUMS} names it; {_remedy(name)}"
            found.append(_finding("PKG-002", name, "", sentence))
        elif (actual := sha256(path)) != wanted:
            sentence = f"{name} was changed after the build wrote or read it; {_remedy(name)}"
            found.append(_finding("PKG-003", name, actual, sentence))
    if faults and not named:
        return found
    extra = {name for name in _there(folder, named) if name not in named} - {SUMS}
    unlisted = sorted({DESCRIPTOR, "README.md", *described} - named.keys())
    for name in unlisted:
        sentence = f"{SUMS} does not name {name}; build the package again"
        found.append(_finding("PKG-005", SUMS, name, sentence))
    for name in sorted(extra - set(unlisted)):
        sentence = f"{name} is not part of the package; move it elsewhere or delete it"
        found.append(_finding("PKG-004", name, "", sentence))
    return found
