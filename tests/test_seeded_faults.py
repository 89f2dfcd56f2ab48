"""One fault a time in a whole package, and which validator catches it: none may slip past all.

Faults of content are sealed: descriptor and list of hashes are made to fit them, so that no hash
gives them away.
"""

import codecs
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import polars as pl
import pytest

from tests.valid_package import write_case
from tests.valid_tables import valid
from validations.consumer import PROFILE, check_consumer
from validations.files import read_sums
from validations.sums import SUMS, sha256, stamp, sums_text

PACKAGE = "datapackage.json"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_case(valid(), tmp_path_factory.mktemp("written") / "package")


@pytest.fixture
def package(written: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(written, tmp_path / "package"))


def described(package: Path) -> Any:
    return json.loads((package / PACKAGE).read_text(encoding="utf-8"))


def describe(package: Path, descriptor: Any) -> None:
    (package / PACKAGE).write_text(json.dumps(descriptor), encoding="utf-8")


def seal(package: Path) -> None:
    """Make sizes and hashes fit the files as they are now."""
    descriptor = described(package)
    for resource in descriptor["resources"]:
        if (package / resource["path"]).is_file():
            resource.update(stamp((package / resource["path"]).read_bytes()))
    describe(package, descriptor)
    named = {path for path in read_sums(package)[0] if (package / path).is_file()}
    sums = sums_text({path: sha256(package / path) for path in named})
    (package / SUMS).write_text(sums, encoding="utf-8")


def edit(path: Path, old: str, new: str, times: int = 1) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, times), encoding="utf-8")


def in_file(path: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda package: edit(package / path, old, new)


def swap_columns(package: Path) -> None:
    path = package / "data" / "participants.csv"
    cells = pl.read_csv(path, infer_schema=False)
    first, second, *rest = cells.columns
    cells.select(second, first, *rest).write_csv(path)


def swap_header(package: Path) -> None:
    """The names alone change places, as if a column had been written under another's name."""
    edit(package / "data" / "figures.csv", "low,high", "high,low")


def swallow(package: Path) -> None:
    """Two stray quotation marks in last cells: the row between them becomes part of a text."""
    path = package / "data" / "participants.csv"
    head, first, second, *rest = path.read_text(encoding="utf-8").splitlines()
    start, _, text = first.rpartition(",")
    swallowed = [f'{start},"{text}', f'{second}"']
    path.write_text("\n".join([head, *swallowed, *rest]) + "\n", encoding="utf-8")


def open_quote(package: Path) -> None:
    """One stray quotation mark, so that all rows behind it are one cell."""
    path = package / "data" / "participants.csv"
    head, first, *rest = path.read_text(encoding="utf-8").splitlines()
    start, _, text = first.rpartition(",")
    path.write_text("\n".join([head, f'{start},"{text}', *rest]) + "\n", encoding="utf-8")


def other_parquet(package: Path) -> None:
    path = package / "data" / "places.parquet"
    pl.read_parquet(path).with_columns(latitude=pl.col("latitude") + 1).write_parquet(path)


def other_type(package: Path) -> None:
    path = package / "data" / "places.parquet"
    pl.read_parquet(path).with_columns(pl.col("latitude").cast(pl.String)).write_parquet(path)


def without(key: str) -> Callable[[Path], None]:
    def drop(package: Path) -> None:
        descriptor = described(package)
        del descriptor[key]
        describe(package, descriptor)

    return drop


def of_figures(**changed: Any) -> Callable[[Path], None]:
    def change(package: Path) -> None:
        descriptor = described(package)
        next(one for one in descriptor["resources"] if one["name"] == "figures").update(changed)
        describe(package, descriptor)

    return change


def marked(package: Path) -> None:
    """A byte order mark, as some spreadsheets write it: R takes it for a part of the first name."""
    path = package / FIGURES
    path.write_bytes(codecs.BOM_UTF8 + path.read_bytes())


def versioned(version: object) -> Callable[[Path], None]:
    return lambda package: describe(package, {**described(package), "version": version})


def remove(path: str) -> Callable[[Path], None]:
    return lambda package: (package / path).unlink()


def add(path: str) -> Callable[[Path], None]:
    return lambda package: (package / path).touch()


@dataclass(frozen=True)
class Fault:
    """What is broken and who notices.

    stock: types of the errors of frictionless; profile: whether the official profile refuses the
    descriptor; ours: rules of our own that are broken, but for those that pass on what the two say.
    """

    name: str
    seed: Callable[[Path], None]
    stock: frozenset[str]
    ours: frozenset[str]
    profile: bool = False
    sealed: bool = True


def fault(name: str, seed: Callable[[Path], None], stock: str, ours: str, **more: bool) -> Fault:
    return Fault(name, seed, frozenset(stock.split()), frozenset(ours.split()), **more)


LAMP, UNITS = "articles/daily-lamp.md", "codes/units.csv"
FIGURES, SOURCES, REPORTS = "data/figures.csv", "data/sources.csv", "data/reports.csv"
#: What frictionless says of a file that it cannot open.
GONE = "scheme-error"
FAULTS = (
    fault(
        "a wrong hash in the descriptor",
        of_figures(hash=f"sha256:{'0' * 64}"),
        "hash-count",
        "CON-004 PKG-003",
        sealed=False,
    ),
    fault(
        "a hash that is no hash",
        of_figures(hash="0" * 64),
        "hash-count",
        "CON-004 PKG-003",
        profile=True,
        sealed=False,
    ),
    fault(
        "a changed table",
        in_file(FIGURES, "12 Belmark sailors", "13 Belmark sailors"),
        "hash-count",
        "CON-004 CON-008 PKG-003",
        sealed=False,
    ),
    fault(
        "swapped columns",
        swap_columns,
        "incorrect-label constraint-error foreign-key primary-key",
        "CON-010",
    ),
    fault("swapped names of columns", swap_header, "incorrect-label", "CON-008 CON-010"),
    fault(
        "a key that leads nowhere",
        in_file(REPORTS, "place-portmere", "x"),
        "foreign-key",
        "CON-008",
    ),
    fault(
        "a code outside its list",
        in_file(FIGURES, "more_than", "a_lot_of"),
        "constraint-error foreign-key",
        "CON-007 CON-008",
    ),
    fault(
        "a unique key given twice",
        in_file(SOURCES, "articles/daily-lamp.md", "articles/north-wire.md"),
        "",
        "CON-006 CON-008 CON-009",
    ),
    fault("Parquet of other cells", other_parquet, "", "CON-008"),
    fault("Parquet of other types", other_type, "", "CON-008"),
    fault("Parquet that is gone", remove("data/places.parquet"), "", "CON-008"),
    fault("Parquet that was changed", other_parquet, "", "CON-008 PKG-003", sealed=False),
    fault("no version", without("version"), "", "CON-011"),
    fault("no name", without("name"), "", "CON-011"),
    fault("a version that is no number", versioned("next"), "", "CON-011"),
    fault("a byte order mark", marked, "", "CON-012"),
    fault(
        "no resources", without("resources"), "package-error", "CON-001", profile=True, sealed=False
    ),
    fault("a pair of stray quotation marks", swallow, "", "CON-005 CON-008"),
    fault("a stray quotation mark", open_quote, "", "CON-012"),
    fault("a missing table", remove(FIGURES), GONE, "CON-004 PKG-002", sealed=False),
    fault(
        "a missing code list",
        remove("codes/units.csv"),
        GONE,
        "CON-004 PKG-002",
        sealed=False,
    ),
    fault("a missing list of hashes", remove(SUMS), "", "PKG-005", sealed=False),
    fault("an extra file", add("data/notes.csv"), "", "PKG-004"),
    fault("a changed article", in_file(LAMP, "Ardenia", "Belmark"), "", "CON-009"),
    fault(
        "a changed article, unsealed",
        in_file(LAMP, "Ardenia", "Belmark"),
        "hash-count",
        "CON-004 CON-009 PKG-003",
        sealed=False,
    ),
    fault("a missing article", remove(LAMP), GONE, "CON-004 CON-009 PKG-002", sealed=False),
    fault(
        "a path that leaves the folder",
        of_figures(path="../figures.csv"),
        "resource-error",
        "CON-004 PKG-003 PKG-006",
        profile=True,
        sealed=False,
    ),
    fault(
        "a changed data dictionary", in_file("README.md", "#", "##"), "", "PKG-003", sealed=False
    ),
)
#: Rules that pass on what the profile and frictionless say.
PASSED_ON = {"CON-002", "CON-003"}


def found_by_frictionless(package: Path) -> set[str]:
    return {kind for (kind,) in frictionless.validate(str(package / PACKAGE)).flatten(["type"])}


def refused_by_profile(package: Path) -> bool:
    profile = json.loads(PROFILE.read_text(encoding="utf-8"))
    return not jsonschema.Draft7Validator(profile).is_valid(described(package))


def test_a_package_without_fault_passes_all(package: Path) -> None:
    assert found_by_frictionless(package) == set()
    assert not refused_by_profile(package)
    assert check_consumer(package) == []
    seal(package)
    assert check_consumer(package) == []


@pytest.mark.parametrize("one", FAULTS, ids=lambda one: one.name)
def test_a_fault_is_caught_by_those_who_say_so(one: Fault, package: Path) -> None:
    one.seed(package)
    if one.sealed:
        seal(package)
    assert found_by_frictionless(package) == one.stock
    assert refused_by_profile(package) is one.profile
    found = check_consumer(package)
    assert found, "nobody noticed"
    own = [finding for finding in found if finding.rule_id not in PASSED_ON]
    assert {finding.rule_id for finding in own} == one.ours
    for finding in own:
        assert finding.table, "where"
        assert re.search(r"\b(build|move|delete|put|add)\b", finding.sentence), "what to do"


def test_frictionless_and_the_profile_alone_would_let_many_faults_pass() -> None:
    """What is asked here and nowhere else, so that nobody drops it as asked twice."""
    slips = {one.name for one in FAULTS if not one.stock and not one.profile}
    assert slips >= {
        "a unique key given twice",
        "Parquet of other cells",
        "no version",
        "a stray quotation mark",
        "an extra file",
        "a changed data dictionary",
    }
