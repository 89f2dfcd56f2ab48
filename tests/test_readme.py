import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_the_lines_for_python_run_as_they_stand(code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "32" in done.stdout or "agree" in done.stdout


@pytest.mark.programs
def test_the_lines_for_r_run_as_they_stand() -> None:
    if shutil.which("Rscript") is None:
        missing = "Rscript is not installed (Debian: r-base-core, r-cran-readr)"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    (code,) = re.findall(r"```r\n(.*?)```", README, re.DOTALL)
    done = subprocess.run(
        ["Rscript", "-e", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "32 Armenian" in done.stdout


def test_readme_ci_and_project_name_the_same_nox() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (pinned,) = [one for one in project["dependency-groups"]["dev"] if one.startswith("nox==")]
    for name in ("README.md", ".ci/run", ".github/workflows/ci.yml"):
        assert pinned in (ROOT / name).read_text(encoding="utf-8"), name


def test_every_path_that_the_readme_links_to_exists() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
