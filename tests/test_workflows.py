"""What the workflows promise: when they run, that what they call is there, what they may do."""

import ast
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.publish.siblings import SIBLINGS

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
#: Who makes the actions that are used; each is public and well known.
MAKERS = {"actions"}


def read(path: Path) -> Any:
    # NOTE: YAML 1.1 reads the key `on` as true.
    return yaml.safe_load(path.read_text(encoding="utf-8").replace("\non:", '\n"on":'))


def steps(workflow: Any) -> list[Any]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def commands(job: Any) -> str:
    """What a job runs, with the lines of our own script where it runs that."""
    told = "\n".join(step["run"] for step in job["steps"] if "run" in step)
    return told.replace(".ci/run", (ROOT / ".ci" / "run").read_text(encoding="utf-8"))


def sessions() -> set[str]:
    tree = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    return {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and any("session" in ast.dump(d) for d in node.decorator_list)
    }


RELEASE = read(ROOT / ".github" / "workflows" / "release.yml")


def test_the_release_runs_for_tags_of_versions_alone() -> None:
    assert RELEASE["on"] == {"push": {"tags": ["v*"]}}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_session_that_a_workflow_runs_is_in_the_noxfile(path: Path) -> None:
    called: list[str] = []
    for job in read(path)["jobs"].values():
        for line in re.findall(r"^\s*(?:\S*/)?nox -s ([^\n]+)", commands(job), re.MULTILINE):
            called += line.partition(" -- ")[0].split()
    assert called
    assert set(called) <= sessions()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_a_well_known_one_of_a_fixed_version(path: Path) -> None:
    used = [step["uses"] for step in steps(read(path)) if "uses" in step]
    assert used
    for name in used:
        maker, version = re.fullmatch(r"([\w-]+)/[\w-]+@(v\d+|[0-9a-f]{40})", name).groups()  # type: ignore[union-attr]
        assert maker in MAKERS, name
        assert version


def test_only_the_job_that_makes_the_release_may_write_and_it_runs_nothing_of_the_project() -> None:
    assert RELEASE["permissions"] == {}
    build, publish = RELEASE["jobs"]["build"], RELEASE["jobs"]["publish"]
    assert build["permissions"] == {"contents": "read"}
    assert publish["permissions"] == {"contents": "write"}
    assert publish["needs"] == "build"
    assert not any("checkout" in step.get("uses", "") for step in publish["steps"])
    assert "GH_TOKEN" not in str(build)
    assert all("python" not in step.get("run", "") for step in publish["steps"])


def test_the_release_is_built_tested_checked_and_held_against_what_was_committed() -> None:
    told = commands(RELEASE["jobs"]["build"])
    order = [
        "tests",
        'nox -s release -- --tag "$GITHUB_REF_NAME"',
        "nox -s check",
        "git status --porcelain",
    ]
    places = [told.index(one) for one in order]
    assert places == sorted(places)
    (checkout,) = [s for s in steps(RELEASE) if s.get("uses", "").startswith("actions/checkout")]
    assert checkout["with"]["fetch-depth"] == 0, "else the version before is not among the tags"


def test_the_zip_and_its_sums_are_attached_after_they_were_checked() -> None:
    upload = next(s for s in steps(RELEASE) if "upload-artifact" in s.get("uses", ""))
    assert upload["with"]["path"].split() == ["dist/*.zip", "dist/SHA256SUMS"]
    told = commands(RELEASE["jobs"]["publish"])
    assert told.index("sha256sum --check SHA256SUMS") < told.index("gh release create")
    assert 'gh release create "$GITHUB_REF_NAME" dist/*.zip dist/SHA256SUMS' in told


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_takes_the_python_and_nox_of_the_project(path: Path) -> None:
    setup = next(s for s in steps(read(path)) if "setup-python" in s.get("uses", ""))
    assert setup["with"]["python-version"] == "3.11"
    pinned = re.search(r'"(nox==[\d.]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert pinned is not None
    assert any(pinned[1] in commands(job) for job in read(path)["jobs"].values())


def test_what_a_release_makes_is_not_committed() -> None:
    assert "dist/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "name", ["SHA256SUMS", "README.md", "data/x.csv", *(path for path, _ in SIBLINGS)]
)
def test_git_keeps_the_bytes_of_every_file_that_a_build_writes(name: str) -> None:
    told = subprocess.run(
        ["git", "check-attr", "text", "eol", "--", f"datapackage/{name}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode != 0:
        pytest.skip(f"this is no repository: {told.stderr.strip()}")
    kept = {line.split(": ")[1]: line.split(": ")[2] for line in told.stdout.splitlines()}
    assert kept["text"] == "unset" or kept["eol"] == "lf"
