"""The shape of the project itself: which part may know which, and where things may stand."""

import ast
import keyword
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARTS = ("schemas", "validations", "scripts")
#: Each may import from itself and from what stands before it.
ORDER = (
    "schemas",
    "validations",
    "scripts.lexicon",
    "scripts.read",
    "scripts.find",
    "scripts.resolve",
    "scripts.link",
    "scripts.compare",
    "scripts.publish",
    "scripts.git",
    "scripts.editions",
    "scripts.matching",
    "scripts.build",
    "scripts.hold",
    "scripts.originals",
    "scripts.trace",
    "scripts.diff",
    "scripts.page",
    "scripts.release",
    "scripts.new",
    "scripts.console",
    "scripts.options",
    "scripts.__main__",
)
#: Cost seconds to import: only the function that needs them pays.
COSTLY = {"great_expectations", "spacy", "frictionless", "trafilatura", "htmldate", "lxml"}
MODULES = sorted(path for part in PARTS for path in (ROOT / part).rglob("*.py"))


def named(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that a file imports, at whatever depth."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide which part is meant"
            assert node.module is not None
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rank(module: str) -> int | None:
    """Place in the order; None for what is not ours."""
    places = [
        index for index, name in enumerate(ORDER) if module == name or module.startswith(f"{name}.")
    ]
    return max(places) if places else None


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_every_module_of_ours_has_its_place_in_the_order() -> None:
    placed = [named(path) for path in MODULES if named(path) not in {"schemas", "scripts"}]
    assert [name for name in placed if rank(name) is None] == []


def ours(module: str) -> bool:
    return module.partition(".")[0] in {*PARTS, "tests"}


def reaches_up(importer: str, module: str) -> bool:
    """Whether a module imports what stands behind it in the order, or a test."""
    if module.partition(".")[0] == "tests":
        return True
    own, other = rank(importer), rank(module)
    return ours(module) and other is not None and (own is None or other > own)


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_imports_only_its_own_part_and_those_before_it(path: Path) -> None:
    assert [name for name in imported(parsed(path)) if reaches_up(named(path), name)] == []


@pytest.mark.parametrize(
    ("importer", "module", "up"),
    [
        ("schemas.tables", "validations.rule", True),
        ("validations.check", "scripts.build", True),
        ("scripts.read.files", "scripts.find.parse", True),
        ("scripts.find.parse", "scripts.read.article", False),
        ("scripts.link.once", "scripts.link.values", False),
        ("scripts.build", "scripts.originals", True),
        ("scripts.build", "tests.stories", True),
        ("scripts.build", "polars", False),
    ],
)
def test_the_order_itself_is_read_as_it_is_meant(importer: str, module: str, up: bool) -> None:
    assert reaches_up(importer, module) is up


def test_schemas_import_nothing_else_of_ours() -> None:
    for path in (ROOT / "schemas").glob("*.py"):
        other = {name for name in imported(parsed(path)) if ours(name)}
        assert all(name.startswith("schemas") for name in other), path.name


def test_the_shape_and_meaning_of_rows_are_asked_without_the_costly_libraries() -> None:
    program = "import sys, scripts.__main__, scripts.build, validations.check; print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert COSTLY & set(ended.stdout.split()) == set()


def test_the_command_line_waits_for_no_library_that_a_command_may_not_need() -> None:
    program = "import sys, scripts.__main__; print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert {*COSTLY, "numpy", "pandas", "pandera", "polars"} & set(ended.stdout.split()) == set()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_costly_libraries_are_imported_inside_functions(path: Path) -> None:
    tree = parsed(path)
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and id(node) not in inside:
            assert not COSTLY & {name.partition(".")[0] for name in imported(node)}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_says_what_it_is_and_holds_one_idea(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 350
    if path.name != "__init__.py":
        assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_everything_public_has_a_docstring(path: Path) -> None:
    bare = []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Module | ast.ClassDef):
            hidden = isinstance(node, ast.ClassDef) and node.name.startswith("_")
            bare += [
                child.name
                for child in node.body
                if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
                and not hidden
                and not child.name.startswith("_")
                and not ast.get_docstring(child)
            ]
    assert bare == []


@pytest.mark.parametrize("path", [*MODULES, *(ROOT / "tests").rglob("*.py")], ids=named)
def test_a_file_name_can_be_imported_and_says_something(path: Path) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*|__init__|__main__", path.stem)
    assert not keyword.iskeyword(path.stem)
    assert path.stem not in {"utils", "util", "helpers", "common", "misc", "settings"}


def test_a_dataset_holds_no_program() -> None:
    held = {path.suffix for path in (ROOT / "datapackage").rglob("*") if path.is_file()}
    data = {".md", ".toml", ".csv", ".parquet", ".json"}
    assert data <= held <= data | {".sql", ".svg", ".cff", ""}
