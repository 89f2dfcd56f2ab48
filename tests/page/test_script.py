"""The script of the page as a text: one scope, no way for text to become code, nothing loaded."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from scripts.page.assets import APP, SCRIPTS, STYLES, script, style
from scripts.page.bundle import bundle
from tests.command import FIRST
from tests.page.chromium import missing

FILES = sorted(APP.glob("*.js"))
#: What makes elements or code of text, or asks the network.
FORBIDDEN = re.compile(
    r"""\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseFromString|srcdoc
    |createContextualFragment|eval|Function|XMLHttpRequest|WebSocket|EventSource|importScripts
    |sendBeacon|fetch|localStorage|sessionStorage|cookie)\b
    |\bdocument\s*\.\s*write|\bimport\s*\(|\bset(?:Timeout|Interval)\s*\(\s*["'`]""",
    re.VERBOSE,
)
_COMMENTS = re.compile(r"^\s*(?://|/?\*).*$", re.MULTILINE)
_TOP = re.compile(
    r"^(?:async )?(?:function\*? (\w+)|(?:const|let|var|class) (?:(\w+)|[\[{]([^=]*)[\]}] =))",
    re.MULTILINE,
)


def code(path: Path) -> str:
    """A file without the lines that are comments."""
    return _COMMENTS.sub("", path.read_text(encoding="utf-8"))


def declared(text: str) -> list[str]:
    """The names that a text declares at its top."""
    return [
        name
        for found in _TOP.finditer(text)
        for group in found.groups()
        if group
        for name in re.findall(r"\w+", group)
    ]


def test_every_file_is_joined_once() -> None:
    assert sorted(SCRIPTS) == [path.name for path in FILES]
    assert sorted(STYLES) == sorted(path.name for path in APP.glob("*.css"))


@pytest.mark.programs
def test_node_takes_the_script_and_the_script_alone(tmp_path: Path) -> None:
    node = shutil.which("node") or missing("Node is missing: install nodejs")
    path = tmp_path / "page.js"
    for text, fine in ((script(), True), (f"{script()}\n(() => {{", False)):
        path.write_text(text, encoding="utf-8")
        done = subprocess.run([node, "--check", str(path)], capture_output=True, check=False)
        assert (done.returncode == 0) is fine, done.stderr.decode()


def test_no_name_is_declared_twice() -> None:
    names = Counter(name for path in FILES for name in declared(code(path)))
    assert len(names) > 50
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_text_never_becomes_elements_or_code(path: Path) -> None:
    assert FORBIDDEN.findall(code(path)) == []


@pytest.mark.parametrize("line", ["a.innerHTML = b", "document.write(b)", "setTimeout('b', 1)"])
def test_what_makes_elements_or_code_is_seen(line: str) -> None:
    assert FORBIDDEN.search(line)


@pytest.mark.parametrize("path", [*FILES, *sorted(APP.glob("*.css"))], ids=lambda path: path.name)
def test_a_file_is_short_enough_to_be_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350


def test_the_style_loads_nothing() -> None:
    assert re.findall(r"@import|url\((?!\s*[\"']?data:)", style()) == []


def test_no_address_stands_in_the_page_but_those_of_its_package(page_file: Path) -> None:
    text = page_file.read_text(encoding="utf-8")
    paths = [FIRST / "datapackage.json", *FIRST.glob("*/*.csv"), *FIRST.glob("articles/*")]
    package = "".join(path.read_text(encoding="utf-8") for path in paths)
    # What a library for charts names in its words, it asks nothing of: the policy forbids it.
    own = text.replace(bundle(), "")
    found = set(re.findall(r"""https?://[\w.-]+\.\w+[^\s"'<>)\\]*""", own))
    assert found
    assert [one for one in sorted(found) if one not in package] == []
