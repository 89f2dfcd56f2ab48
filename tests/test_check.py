import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from tests.valid_figures import RULED
from tests.valid_package import write_case
from tests.valid_tables import valid
from tests.valid_texts import C_SAILORS, SAILORS, TEXTS, comparison, event, figure
from validations.check import LAYERS, check_meaning, check_package, check_shape, is_broken
from validations.curation import Expected, read_expected
from validations.package import read_tables
from validations.rule import Finding
from validations.ruled import rulings_by_comparison

VALID = valid()
POST, LAMP, WIRE = TEXTS
SHAPE_AND_MEANING = ("shape", "meaning")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_case(VALID, tmp_path_factory.mktemp("written") / "package")


@pytest.fixture
def package(written: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(written, tmp_path / "package"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def contradicted() -> tuple[Finding, ...]:
    """Findings when one paper counts 13 sailors and the tables say so."""
    text = TEXTS[LAMP].replace("12 sailors", "13 sailors")
    case = (
        replace(VALID, texts={**TEXTS, LAMP: text})
        .changed("figures", figure(LAMP, 1), text="13 sailors", value=13.0, low=13.0, high=13.0)
        .changed(
            "sides",
            f"{comparison(C_SAILORS)}|{LAMP}|12 sailors",
            value_text="13 sailors",
            low=13.0,
            high=13.0,
        )
        .changed("comparisons", comparison(C_SAILORS), high=13.0, verdict="conflict")
    )
    return tuple(check_meaning(case.tables, case.texts, case.expected, case.rulings))


def test_a_contradiction_names_rule_values_sources_sentences_and_remedy() -> None:
    (finding,) = contradicted()
    assert finding.rule_id == "ACR-001"
    assert finding.severity == "error"
    assert finding.row == comparison(C_SAILORS)
    assert finding.value == "12, 13"
    for part in (
        "expected.toml demands 12",
        "daily-lamp has 13 in “13 sailors from Belmark are to be released by Ardenia",
        "harbour-post has 12 in “Ardenia will free 12 Belmark sailors",
        "the verdict is conflict",
        "rule on the conflict in curation/rulings.toml and give the reason",
    ):
        assert part in finding.sentence


def test_a_value_that_all_sources_share_is_still_held_to_the_demand() -> None:
    demand = replace(VALID.expected.figures[0], value=14.0)
    found = check_meaning(VALID.tables, VALID.texts, Expected((demand,)), VALID.rulings)
    assert [finding.rule_id for finding in found] == ["ACR-001"]
    assert "demands 14" in found[0].sentence
    assert found[0].value == "12"


def test_a_demand_that_nothing_answers_is_found() -> None:
    demand = VALID.expected.figures[0]
    lost = replace(demand, fact=replace(demand.fact, measure="captured"))
    found = check_meaning(VALID.tables, VALID.texts, Expected((lost,)), VALID.rulings)
    assert [(one.rule_id, one.row) for one in found] == [("ACR-002", "")]


def test_a_ruling_is_found_by_content_and_gives_its_reason() -> None:
    ruled = rulings_by_comparison(VALID.tables, VALID.rulings)
    assert [ruling.reason for ruling in ruled.values()] == [RULED]


def test_all_findings_are_reported_at_once() -> None:
    case = VALID.changed("events", event(SAILORS), independent_count=3, label=" x").changed(
        "sources", POST, url="nowhere", rights=None
    )
    found = check_meaning(case.tables, case.texts, case.expected, case.rulings)
    assert {one.rule_id for one in found} == {"ALL-003", "EVT-007", "SRC-004", "SRC-009"}


def test_tables_of_another_shape_are_not_asked_for_their_meaning() -> None:
    case = VALID.with_frame("figures", VALID.tables["figures"].drop("value"))
    found = check_meaning(case.tables, case.texts)
    assert [(one.rule_id, one.table, one.sentence) for one in found] == [
        ("SHP-001", "figures", "column value is missing")
    ]


def test_a_missing_table_is_a_finding() -> None:
    tables = {name: frame for name, frame in VALID.tables.items() if name != "sides"}
    for found in (check_shape(tables), check_meaning(tables, VALID.texts)):
        assert [(one.rule_id, one.table) for one in found] == [("SHP-001", "sides")]


def test_an_unknown_table_is_a_finding() -> None:
    found = check_shape({**VALID.tables, "extras": pl.DataFrame({"a": [1]})})
    assert [(one.rule_id, one.table) for one in found] == [("SHP-001", "extras")]


def test_a_finding_of_shape_names_row_column_and_value() -> None:
    case = VALID.changed("reports", "r-000001000002", modality="certain")
    (finding,) = check_shape(case.tables)
    assert finding == Finding(
        "SHP-006",
        "error",
        "reports",
        "r-000001000002",
        "modality",
        "certain",
        "it must hold that the value is a code of codes/modalities.csv",
    )


def test_a_package_as_written_holds_in_shape_and_meaning(package: Path) -> None:
    assert check_package(package, SHAPE_AND_MEANING) == []


def test_tables_read_back_are_those_that_were_written(package: Path) -> None:
    tables, found = read_tables(package)
    assert found == []
    for name, frame in VALID.tables.items():
        assert tables[name].equals(frame), name


def test_a_hand_edited_cell_is_found(package: Path) -> None:
    edit(package / "data" / "figures.csv", "12 Belmark sailors,12,", "12 Belmark sailors,31,")
    found = check_package(package, ("meaning",))
    assert {one.rule_id for one in found} == {"FIG-006"}


def test_a_cell_of_another_type_is_found(package: Path) -> None:
    edit(package / "data" / "figures.csv", "12 Belmark sailors,12,", "12 Belmark sailors,twelve,")
    found = check_package(package, ("shape",))
    assert [(one.rule_id, one.column, one.value) for one in found] == [
        ("PKG-011", "value", "twelve")
    ]


def test_a_missing_file_is_found_by_each_layer_that_reads_it(package: Path) -> None:
    (package / "data" / "places.csv").unlink()
    found = check_package(package, SHAPE_AND_MEANING)
    assert {one.rule_id for one in found} == {"PKG-010", "SHP-001"}


def test_a_table_with_a_row_too_short_or_long_is_found(package: Path) -> None:
    edit(package / "data" / "places.csv", "place-portmere,", "place-portmere,x,y,z,")
    assert "PKG-010" in {one.rule_id for one in check_package(package, ("shape",))}


def test_an_article_that_moved_is_found(package: Path) -> None:
    edit(package / "articles" / f"{POST}.md", "Ardenia", "The land of Ardenia")
    found = check_package(package, ("meaning",))
    assert {"SPN-001", "SPN-002", "SPN-003", "SPN-004", "SPN-006"} <= {one.rule_id for one in found}


def test_articles_that_are_gone_or_not_utf_8_are_found_once_a_source(package: Path) -> None:
    (package / "articles" / f"{POST}.md").unlink()
    (package / "articles" / f"{LAMP}.md").write_bytes(b"\xff\xfe")
    found = check_package(package, ("meaning",))
    assert sorted((one.rule_id, one.row) for one in found) == [
        ("PKG-012", LAMP),
        ("SPN-006", LAMP),
        ("SPN-006", POST),
    ]


def test_an_unknown_layer_is_refused(package: Path) -> None:
    with pytest.raises(ValueError, match="there is no layer shapes; the layers are shape, meaning"):
        check_package(package, ("shapes",))


def test_warnings_break_nothing_and_errors_do() -> None:
    warning = Finding("A-1", "warning", "figures", "", "", "", "")
    assert not is_broken([warning])
    assert is_broken([warning, replace(warning, severity="error")])


def test_loose_articles_are_checked_without_the_gate_and_the_consumer() -> None:
    script = (
        "import sys; import validations.check; "
        "heavy = {'great_expectations', 'frictionless', 'jsonschema', 'pandas', 'spacy'}; "
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False
    )
    # NOTE: pandera itself imports pandas where it finds it; the others must stay out.
    assert done.stderr.strip() in ("", "pandas")


def test_thousands_of_rows_are_checked_in_seconds() -> None:
    many = pl.concat(
        VALID.tables["figures"]
        .filter(pl.col("figure_id") == figure(POST, 3))
        .with_columns(figure_id=pl.lit(f"f-{number:012x}"))
        for number in range(5000)
    )
    case = VALID.with_frame("figures", pl.concat([VALID.tables["figures"], many]))
    found = check_meaning(case.tables, case.texts, case.expected, case.rulings)
    assert {one.rule_id for one in found} == {"LNK-002"}
    assert len(found) == 5001


def test_the_layers_are_named_in_the_order_of_the_design() -> None:
    assert LAYERS == ("shape", "meaning", "release", "consumer")


def test_the_demands_of_a_written_package_are_read(package: Path) -> None:
    assert len(read_expected(package / "curation").figures) == 4
