import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_ci_and_project_name_the_same_nox() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (pinned,) = [one for one in project["dependency-groups"]["dev"] if one.startswith("nox==")]
    for name in ("README.md", ".ci/run", ".github/workflows/ci.yml"):
        assert pinned in (ROOT / name).read_text(encoding="utf-8"), name


def test_every_path_that_the_readme_links_to_exists() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
