"""What the page says of the checks: every layer, once, and nothing of the machine."""

from pathlib import Path

import pytest

from scripts.page.checked import checks
from tests.command import FIRST, edit, run
from validations.check import LAYERS
from validations.outcomes import Outcomes, outcomes
from validations.sums import SUMS, digest


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    return outcomes(FIRST, tmp_path_factory.mktemp("gate"))


def test_totals_are_those_of_the_layers(first: Outcomes) -> None:
    told = checks(first)
    assert [layer["name"] for layer in told["layers"]] == list(LAYERS)
    assert told["totals"]["errors"] == 0
    assert told["totals"]["held"] == sum(
        one["outcome"] == "held" for layer in told["layers"] for one in layer["asked"]
    )
    assert told["totals"]["unasked"] == sum(
        "reason" in one for layer in told["layers"] for one in layer["asked"]
    )


def test_every_finding_is_told_once_and_named_where_it_was_asked_for(
    dataset: Path, tmp_path: Path
) -> None:
    edit(dataset / "data" / "places.csv", "place_id,name", "place_id,title")
    told = checks(outcomes(dataset, tmp_path / "gate"))
    assert told["totals"]["errors"] == len(told["findings"]) > 0
    named = {
        at
        for layer in told["layers"]
        for one in layer["asked"]
        for at in one.get("findings", [])
        if told["findings"][at]["rule"] == one["id"]
    }
    assert named == set(range(len(told["findings"])))


def test_a_package_with_an_error_gets_no_page_and_its_findings_are_told(
    dataset: Path, tmp_path: Path
) -> None:
    table = dataset / "data" / "places.csv"
    rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text("".join([*rows, rows[-1]]), encoding="utf-8", newline="")
    _sum(dataset, "data/places.csv")
    done = run("page", dataset, "--out", tmp_path / "page.html")
    assert done.status == 1
    assert "checking" in done.err
    assert "SHP-007" in done.err
    assert "and gets no page" in done.errors[-1]
    assert not (tmp_path / "page.html").exists()


def _sum(dataset: Path, name: str) -> None:
    """Let the list of sums name the file as it is now."""
    path = dataset / SUMS
    lines = path.read_text(encoding="utf-8").splitlines()
    new = f"{digest((dataset / name).read_bytes())}  {name}"
    path.write_text(
        "".join(f"{new if one.endswith(f'  {name}') else one}\n" for one in lines),
        encoding="utf-8",
        newline="",
    )
