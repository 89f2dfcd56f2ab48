"""What every layer asked and what came of it: each finding at one question, and none lost.

The gate costs seconds, so it is asked of few packages; all other faults are seeded without it.
"""

import json
import shutil
from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from scripts.build import build_loose
from tests.counterexamples import SHAPE
from tests.test_seeded_faults import FAULTS, Fault, edit, seal
from tests.valid_package import write_case
from tests.valid_tables import valid
from tests.valid_texts import C_DEAD, C_SAILORS, SWAP, comparison, event
from validations.asked import OUTCOMES, Asked
from validations.catalogue import meaning_rules
from validations.check import Checked, checked, errors_first
from validations.consumer import RULES as CONSUMER
from validations.files import RULES as FILES
from validations.layers import LAYERS
from validations.outcomes import Outcomes, outcomes, told
from validations.package import RULES as PACKAGE
from validations.rule import Finding, LinkRule, Rule
from validations.shape import RULES as SHAPES
from validations.shape import check_shape
from validations.suites import all_suites

VALID = valid()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_case(VALID, tmp_path_factory.mktemp("written") / "package")


@pytest.fixture
def package(written: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(written, tmp_path / "package"))


@pytest.fixture(scope="module")
def clean(written: Path, tmp_path_factory: pytest.TempPathFactory) -> Outcomes:
    return outcomes(written, tmp_path_factory.mktemp("report"))


def asked(found: Outcomes) -> list[Asked]:
    return [one for layer in found.layers for one in layer.asked]


def by_id(found: Outcomes) -> dict[str, Asked]:
    return {one.id: one for one in asked(found)}


def assert_lawful(found: Outcomes) -> None:
    """Every finding stands at one question, which bears its rule and its outcome."""
    placed = [finding for one in asked(found) for finding in one.findings]
    assert Counter(placed) == Counter(found.findings)
    for one in asked(found):
        assert {finding.rule_id for finding in one.findings} <= {one.id}
        severities = {finding.severity for finding in one.findings}
        assert one.outcome == (min(severities) if severities else one.outcome)
        assert (one.outcome in ("held", "not asked")) is not bool(one.findings)
        assert (one.outcome == "not asked") is bool(one.reason)
    known = {finding for demand in found.demands for finding in demand.findings}
    assert known <= set(found.findings)


@pytest.fixture(scope="module")
def seen(written: Path) -> Checked:
    """The package without fault, as shape and meaning see it."""
    return checked(written, ("shape", "meaning"))


def test_every_layer_and_all_that_it_asks_is_there(clean: Outcomes) -> None:
    assert tuple(layer.name for layer in clean.layers) == LAYERS
    shape, meaning, release, consumer = clean.layers
    assert {one.id for one in shape.asked} == set(SHAPES)
    assert [one.id for one in meaning.asked] == [rule.id for rule in meaning_rules()]
    assert {one.id for one in consumer.asked} == {*FILES, *PACKAGE, *CONSUMER}
    expectations = [
        (suite.name, one.sentence) for suite in all_suites() for one in suite.expectations
    ]
    told_of = [(one.table, one.sentence) for one in release.asked if not one.id.endswith(": read")]
    assert told_of == expectations
    keys = [(one.id, one.table, one.sentence) for one in asked(clean)]
    assert len(keys) == len(set(keys))


def test_a_package_without_fault_holds_in_all_that_it_is_asked(clean: Outcomes) -> None:
    assert clean.findings == ()
    assert_lawful(clean)
    unasked = {one.id: one.reason for one in asked(clean) if one.outcome != "held"}
    assert unasked == dict.fromkeys(("IDS-001", "IDS-002"), "no release has published an id")
    for layer in clean.layers:
        assert sum(layer.counts.values()) == len(layer.asked)
        assert tuple(layer.counts) == OUTCOMES
        assert layer.question.endswith("?")


def test_demands_and_rulings_are_told_with_what_came_of_them(clean: Outcomes) -> None:
    assert [(one.kind, one.outcome) for one in clean.demands] == [
        ("figures", "met"),
        ("figures", "ruled on"),
        ("figures", "met"),
        ("figures", "met"),
        ("events", "met"),
        ("events", "met"),
        ("orders", "met"),
        ("sums", "met"),
        ("ratios", "met"),
        ("promises", "met"),
        ("quotations", "met"),
    ]
    assert clean.demands[0].comparisons == (comparison(C_SAILORS),)
    (ruling,) = clean.rulings
    assert ruling.comparisons == (comparison(C_DEAD),)
    assert (ruling.prefers, ruling.by, ruling.ruled_on) == ("daily-lamp", "a curator", "2031-04-01")
    assert ruling.reason == "The later count is the more complete one."


def test_all_of_it_can_be_written_as_json_and_is_the_same_each_time(
    clean: Outcomes, written: Path, package: Path
) -> None:
    assert json.loads(json.dumps(asdict(clean)))["layers"][2]["name"] == "release"
    layers = ("shape", "meaning", "consumer")
    first, second = (json.dumps(asdict(told(checked(p, layers), p))) for p in (written, package))
    assert first == second


def _break(package: Path) -> None:
    """One fault at least for each layer, and demands that are not met."""
    edit(package / "data" / "sources.csv", "articles/north-wire.md", "articles/daily-lamp.md")
    edit(package / "data" / "events.csv", f"{event(SWAP)},", f"{event(SWAP)[:-1]}z,")
    edit(package / "data" / "statements.csv", ",indirect,", ",,")
    edit(package / "data" / "figures.csv", ",12 sailors,12,,12,12,", ",13 sailors,13,,13,13,")
    edit(package / "data" / "places.csv", "51.5", "north")


def test_faults_of_every_layer_stand_where_they_were_asked_for(
    package: Path, tmp_path: Path
) -> None:
    _break(package)
    found = outcomes(package, tmp_path / "report")
    assert_lawful(found)
    assert all(layer.counts["error"] for layer in found.layers)
    assert list(found.findings) == errors_first(found.findings)
    by_kind: dict[str, set[str]] = {}
    for one in found.demands:
        by_kind.setdefault(one.kind, set()).add(one.outcome)
    assert by_kind["events"] == {"not met"}
    assert by_kind["figures"] == {"met", "not met", "ruled on"}
    assert by_kind["sums"] == by_kind["orders"] == {"not asked"}
    unmet = next(one for one in found.demands if one.kind == "events" and one.findings)
    assert {"across-wanted", "ACR-007"} <= {
        finding.rule_id.partition(":")[0] for one in found.demands for finding in one.findings
    }
    assert all(unmet.reason in finding.sentence for finding in unmet.findings)


def test_where_a_table_is_gone_the_rest_is_not_asked_and_says_so(
    package: Path, tmp_path: Path
) -> None:
    (package / "data" / "sources.csv").unlink()
    found = outcomes(package, tmp_path / "report")
    assert_lawful(found)
    _, meaning, release, _ = found.layers
    assert {one.outcome for one in meaning.asked} == {"not asked"}
    assert {one.reason for one in meaning.asked} == {"the columns or types of sources are wrong"}
    assert [one.id for one in release.asked if one.outcome == "error"] == ["sources: read"]
    assert by_id(found)["sides: expect_table_row_count_to_equal"].reason == "a table cannot be read"
    assert found.demands == ()


@pytest.mark.parametrize(
    "one", {one.ours: one for one in FAULTS}.values(), ids=lambda one: one.name
)
def test_seeded_faults_stand_at_one_question_each(one: Fault, package: Path) -> None:
    one.seed(package)
    if one.sealed:
        seal(package)
    found = told(checked(package, ("consumer",)), package)
    assert found.findings
    assert_lawful(found)


@pytest.mark.parametrize("rule_id", sorted(SHAPE))
def test_faults_of_shape_stand_at_their_table(rule_id: str, seen: Checked, written: Path) -> None:
    tables = SHAPE[rule_id](VALID).tables
    broken_shape = replace(seen, tables=tables, findings=tuple(check_shape(tables)))
    found = told(broken_shape, written)
    assert found.findings
    assert_lawful(found)
    (broken,) = [one for one in asked(found) if one.findings]
    assert broken.id == rule_id
    assert {finding.table for finding in found.findings} == {broken.table}


# NOTE: that each counterexample is found under the id of its rule is asked in test_rules.py.
@pytest.mark.parametrize("rule", meaning_rules(), ids=lambda rule: rule.id)
def test_a_broken_rule_is_told_and_no_other(
    rule: Rule | LinkRule, seen: Checked, written: Path
) -> None:
    finding = Finding(rule.id, rule.severity, "figures", "f-1", "", "", rule.sentence)
    found = told(replace(seen, findings=(finding,)), written)
    assert_lawful(found)
    assert [one.id for one in asked(found) if one.findings] == [rule.id]


def test_a_layer_that_was_left_out_is_told_as_not_asked(written: Path) -> None:
    found = told(checked(written, ("consumer",)), written)
    assert_lawful(found)
    held = {one.id for one in asked(found) if one.outcome == "held"}
    assert held == {*FILES, *CONSUMER}
    assert {one.reason for one in asked(found)} == {"", "this layer was not asked"}


def test_loose_articles_are_not_asked_what_nobody_demands(tmp_path: Path) -> None:
    articles = tmp_path / "loose"
    articles.mkdir()
    for name, count in (("one", "Twelve"), ("two", "Nine")):
        text = f"{count} sailors were released by Norway on 3 March 2031.\n"
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
    build_loose(articles, tmp_path / "package", lambda *_: None)
    found = outcomes(tmp_path / "package", tmp_path / "report")
    assert_lawful(found)
    assert found.demands == found.rulings == ()
    asked_of = by_id(found)
    assert asked_of["FIG-001"].outcome == "held"
    assert asked_of["CON-003"].outcome == "held"
    assert asked_of["ACR-002"].reason == "there is no curation/expected.toml"
    across = "across-sums: expect_column_values_to_be_in_set"
    assert asked_of[across].reason == "there is no curation/expected.toml"
    assert asked_of["STA-001"].reason == "statements has no rows"
