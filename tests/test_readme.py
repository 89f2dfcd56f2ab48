import re
import tomllib
from pathlib import Path

import pytest

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
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert targets
    for target in targets:
        assert target.startswith("https://") or (path.parent / target).exists(), target
