import re
import tomllib
from pathlib import Path

import pytest

from scripts.__main__ import app
from tests.command import FIRST, run
from tests.page.screenshot import HEIGHT, PICTURES, SCALE, WIDTH

ROOT = Path(__file__).parents[1]
DOCS = sorted((ROOT / "docs").glob("*.md"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_ci_and_project_name_the_same_nox() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (pinned,) = [one for one in project["dependency-groups"]["dev"] if one.startswith("nox==")]
    for name in ("README.md", ".ci/run"):
        assert pinned in (ROOT / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{one.name}" for one in DOCS)])
def test_every_path_that_a_page_links_to_exists(page: str) -> None:
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text)
    targets += re.findall(r'(?:href|src|srcset)="([^"]+)"', text)
    assert targets
    for target in targets:
        assert target.startswith("https://") or (path.parent / target).exists(), target


def test_the_page_that_the_readme_shows_is_that_of_the_data_set(tmp_path: Path) -> None:
    done = run("page", FIRST, "--out", tmp_path / "page.html")
    assert done.status == 0, done.err
    remedy = "docs/page.html is not the page of datapackage/: run nox -s docs, and commit it"
    # NOTE: nobody reads the differences of a megabyte.
    if (ROOT / "docs" / "page.html").read_bytes() != (tmp_path / "page.html").read_bytes():
        pytest.fail(remedy)


def test_the_pictures_of_it_are_both_there_in_one_size_and_told_to_those_who_do_not_see_them() -> (
    None
):
    for picture in PICTURES.values():
        head = picture.read_bytes()[:24]
        assert head.startswith(b"\x89PNG")
        size = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
        assert size == (WIDTH * SCALE, HEIGHT * SCALE), f"{picture.name}: run nox -s screenshot"
        assert f"docs/{picture.name}" in README
    assert re.search(
        r'<img src="docs/page\.png" [^>]*alt="First screen of the page: [^"]+"', README
    )


def test_every_command_is_told() -> None:
    told = set(re.findall(r"^\| `(\w+) ", README, re.MULTILINE))
    assert told == {
        command.name or command.callback.__name__ for command in app.registered_commands
    }
