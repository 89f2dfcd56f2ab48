"""32 for 2 is what three sources tell; a build stops when one of them tells otherwise."""

import csv
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pandas as pd
import polars as pl
import pytest

from scripts.build import make_tables
from scripts.publish.metadata import read_package
from scripts.publish.package import write_package
from scripts.read.files import read_articles
from tests.command import FIRST, edit, files, run
from validations.check import check_meaning, check_release
from validations.curation import Ruling, read_expected, read_rulings
from validations.gate_facts import across
from validations.rule import Finding, Tables
from validations.ruled import rulings_by_comparison
from validations.wording import remedy

Change = tuple[str, str, str]

#: Article, what stands there, what is put in its place.
THIRTY_ONE: Change = ("daily-sabah", "32 captured", "31 captured")
THREE: Change = ("xinhua", "free two", "free three")
ABOUT: Change = ("daily-sabah", "32 captured", "about 32 captured")
REASON = "the joint statement itself says 32, and so do the two others"
RULING = f"""
[[rulings]]
event = {{ type = "RETREAT", start_date = 2023-12-01, end_date = 2023-12-31 }}
measure = "released"
of_actor_id = "ARM"
by_actor_id = "AZE"
unit = "person"
prefers = "xinhua"
reason = "{REASON}"
by = "concord contributors"
date = 2024-01-31
"""


def change(folder: Path, changes: tuple[Change, ...]) -> None:
    for article, old, new in changes:
        edit(folder / "articles" / f"{article}.md", old, new)


@cache
def made(home: Path, *changes: Change) -> tuple[Tables, Mapping[str, str]]:
    """Tables and texts of the first data set after some changes."""
    folder = home / f"made-{'-'.join(part for one in changes for part in (one[0], one[2]))}"
    shutil.copytree(FIRST / "articles", folder / "articles")
    change(folder, changes)
    articles = list(read_articles(folder / "articles", []))
    return make_tables(articles, (), lambda step, what: None, [])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("changed")


def released(tables: Tables, of: str) -> dict[str, object]:
    """The comparison of how many were released of one country in the exchange."""
    found = tables["comparisons"].filter(
        (pl.col("measure") == "released")
        & (pl.col("of_actor_id") == of)
        & pl.col("by_actor_id").is_not_null()
    )
    return found.row(0, named=True)


def ruled(tables: Tables, rulings: tuple[Ruling, ...]) -> Tables:
    """The tables as a build writes them under these rulings."""
    reasons = {key: one.reason for key, one in rulings_by_comparison(tables, rulings).items()}
    cells = [reasons.get(key) for key in tables["comparisons"]["comparison_id"]]
    column = pl.Series("ruling", cells, dtype=pl.String)
    return {**tables, "comparisons": tables["comparisons"].with_columns(column)}


def read_ruling(folder: Path) -> tuple[Ruling, ...]:
    folder.mkdir(parents=True)
    (folder / "rulings.toml").write_text(RULING, encoding="utf-8")
    return read_rulings(folder)


EXPECTED = read_expected(FIRST / "curation")


@pytest.mark.parametrize(
    ("changed", "told", "elsewhere"),
    [
        (THIRTY_ONE, ("daily-sabah", "31"), ("mirror-spectator", "32", "xinhua")),
        (
            ("mirror-spectator", "released 32 Armenian", "released 31 Armenian"),
            ("mirror-spectator", "31"),
            ("daily-sabah", "32", "xinhua"),
        ),
        (
            ("xinhua", "release 32 Armenian", "release 31 Armenian"),
            ("xinhua", "31"),
            ("daily-sabah", "32", "mirror-spectator"),
        ),
        (
            ("daily-sabah", "free two Azerbaijani", "free three Azerbaijani"),
            ("daily-sabah", "3"),
            ("mirror-spectator", "2", "xinhua"),
        ),
        (THREE, ("xinhua", "3"), ("daily-sabah", "2", "mirror-spectator")),
    ],
    ids=lambda part: "-".join(part[::2]) if len(part) == 3 else "",
)
def test_a_contradiction_stops_the_build_and_leaves_the_package_alone(
    dataset: Path, changed: Change, told: tuple[str, str], elsewhere: tuple[str, str, str]
) -> None:
    change(dataset, (changed,))
    before = files(dataset)
    built = run("build", dataset, "--report", dataset.parent / "gate")
    assert built.status == 1
    assert files(dataset) == before
    (error,) = built.errors
    assert error.startswith("error ACR-001 comparisons c-")
    first, second, third = elsewhere
    for source, value in (told, (first, second)):
        _, _, rest = error.partition(f"{source} has {value} in “")
        sentence = rest.partition("”")[0]
        assert sentence in (dataset / "articles" / f"{source}.md").read_text(encoding="utf-8")
        assert len(sentence) > 60
    assert f"(so has {third})" in error
    assert "curation/expected.toml demands" in error
    # NOTE: who alone tells of the deed does not contradict those who tell of the promise.
    verdict = "compatible" if told[0] == "mirror-spectator" else "conflict"
    assert f"the verdict is {verdict}; {remedy(verdict)}" in error
    assert f"not published: {dataset} is as it was" in built.err


def test_a_ruling_with_a_reason_lets_it_build_and_publishes_the_conflict(dataset: Path) -> None:
    change(dataset, (THIRTY_ONE,))
    with (dataset / "curation" / "rulings.toml").open("a", encoding="utf-8") as rulings:
        rulings.write(RULING)
    built = run("build", dataset, "--report", dataset.parent / "gate")
    assert (built.status, built.errors, built.warnings) == (0, [], [])
    assert "1 conflict" in built.out
    with (dataset / "data" / "comparisons.csv").open(encoding="utf-8", newline="") as file:
        conflicts = [row for row in csv.DictReader(file) if row["verdict"] == "conflict"]
    (conflict,) = conflicts
    assert conflict["ruling"] == REASON
    assert (conflict["low"], conflict["high"], conflict["source_count"]) == ("31", "32", "3")
    with (dataset / "data" / "sides.csv").open(encoding="utf-8", newline="") as file:
        sides = {
            (row["source_id"], row["low"], row["high"])
            for row in csv.DictReader(file)
            if row["comparison_id"] == conflict["comparison_id"]
        }
    assert sides == {
        ("daily-sabah", "31", "31"),
        ("mirror-spectator", "32", "32"),
        ("xinhua", "32", "32"),
    }
    traced = run("trace", conflict["comparison_id"], "--in", dataset)
    assert REASON in " ".join(traced.out.split())
    assert "⟦31 captured Armenian service members⟧" in traced.out


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (f'reason = "{REASON}"\n', "", "key reason: is missing"),
        (REASON, " ", "key reason: must not be empty"),
        ('prefers = "xinhua"', 'prefers = "ilkha"', "rulings.toml prefers ilkha"),
        ('of_actor_id = "ARM"', 'of_actor_id = "AZE"', "applies to no conflict"),
        ('of_actor_id = "ARM"\n', "", 'of_actor_id = "ARM", by_actor_id = "AZE", event of type'),
    ],
)
def test_a_ruling_must_give_a_reason_and_fit_a_conflict(
    dataset: Path, old: str, new: str, message: str
) -> None:
    change(dataset, (THIRTY_ONE,))
    assert old in RULING
    with (dataset / "curation" / "rulings.toml").open("a", encoding="utf-8") as rulings:
        rulings.write(RULING.replace(old, new))
    before = files(dataset)
    built = run("build", dataset, "--report", dataset.parent / "gate")
    assert built.status == 1
    assert message in built.err
    assert files(dataset) == before


def test_a_ruling_where_the_sources_agree_is_an_error(dataset: Path) -> None:
    with (dataset / "curation" / "rulings.toml").open("a", encoding="utf-8") as rulings:
        rulings.write(RULING)
    built = run("build", dataset, "--report", dataset.parent / "gate")
    (error,) = built.errors
    assert "applies to no conflict" in error
    assert built.status == 1


def test_pandera_alone_finds_it_and_lets_a_ruling_pass(home: Path) -> None:
    tables, texts = made(home, THIRTY_ONE)
    (found,) = check_meaning(tables, texts, EXPECTED, ())
    assert (found.rule_id, found.severity, found.value) == ("ACR-001", "error", "31, 32")
    assert found.row == released(tables, "ARM")["comparison_id"]
    assert released(tables, "ARM")["verdict"] == "conflict"
    assert released(tables, "AZE")["verdict"] == "agree"
    rulings = read_ruling(home / "pandera")
    assert check_meaning(ruled(tables, rulings), texts, EXPECTED, rulings) == []
    unruled = check_meaning(tables, texts, EXPECTED, rulings)
    assert [one.rule_id for one in unruled] == ["ACR-006"]


def test_pandera_alone_finds_nothing_where_nothing_was_changed(home: Path) -> None:
    tables, texts = made(home)
    assert check_meaning(tables, texts, EXPECTED, ()) == []
    assert released(tables, "ARM") | {"low": 32.0, "high": 32.0, "verdict": "agree"} == (
        released(tables, "ARM")
    )


@pytest.fixture(scope="module")
def gate(home: Path) -> list[Finding]:
    """What Great Expectations says of a package whose comparisons claim that all is well."""
    tables, texts = made(home, THIRTY_ONE, THREE)
    well, _ = made(home)
    blind = {**tables, "comparisons": well["comparisons"], "sides": well["sides"]}
    articles = [(f"articles/{source}.md", text) for source, text in texts.items()]
    folder = home / "written"
    write_package(folder, folder, blind, read_package(FIRST), articles)
    return check_release(folder, EXPECTED, (), report=home / "gate")


@pytest.mark.parametrize(
    ("of", "parts"),
    [
        (
            "ARM",
            (
                "daily-sabah has 31 captured Armenian service members in “Under the deal, 31 ",
                "mirror-spectator has 32 Armenian prisoners in “The rival states",
                "(so has xinhua)",
            ),
        ),
        (
            "AZE",
            (
                "xinhua has three Azerbaijani soldiers in “Under its terms",
                "daily-sabah has two Azerbaijani soldiers in “Under the deal",
                "(so has mirror-spectator)",
            ),
        ),
    ],
)
def test_great_expectations_alone_finds_it_though_comparisons_deny_it(
    gate: list[Finding], of: str, parts: tuple[str, ...]
) -> None:
    found = [one for one in gate if f"of {of} by" in one.row]
    assert [(one.rule_id, one.severity) for one in found] == [
        ("across-values: expect_column_values_to_be_in_set", "error")
    ]
    for one in found:
        assert all(part in one.sentence for part in parts), one.sentence
        assert "the verdict is conflict" in one.sentence
        assert one.sentence.endswith("curation/rulings.toml and give the reason")


def test_great_expectations_finds_nothing_else_wrong_there(gate: list[Finding]) -> None:
    errors = {one.rule_id.partition(":")[0] for one in gate if one.severity == "error"}
    warned = [one for one in gate if one.severity == "warning"]
    assert errors == {"across-values"}
    assert {one.rule_id.partition(":")[0] for one in warned} == {"across-facts"}
    assert len(warned) == 2


def as_written(tables: Tables) -> dict[str, pd.DataFrame]:
    """Tables as the gate reads them: days as text, missing cells as pandas has them."""
    days = {name: pl.selectors.date().dt.to_string("%Y-%m-%d") for name in tables}
    return {
        name: frame.with_columns(days[name]).to_pandas(use_pyarrow_extension_array=False)
        for name, frame in tables.items()
    }


def test_what_the_words_leave_room_for_is_no_conflict(home: Path) -> None:
    tables, texts = made(home, ABOUT)
    assert released(tables, "ARM")["verdict"] == "compatible"
    assert "conflict" not in tables["comparisons"]["verdict"].to_list()
    (found,) = check_meaning(tables, texts, EXPECTED, ())
    assert found.rule_id == "ACR-001"
    assert "daily-sabah has about 32 captured Armenian service members in" in found.sentence
    assert "contradict" not in found.sentence
    assert found.sentence.endswith("or let the demand allow the verdict compatible")
    facts = across(as_written(tables), texts, EXPECTED, ())
    assert facts.values["wrong"].to_list() == [1, 0, 0]
    assert "but the verdict is compatible" in facts.values["explanation"].to_list()[0]
    assert facts.facts["wrong"].to_list() == [0] * len(facts.facts)


def test_a_demand_that_allows_it_is_fulfilled_by_what_is_compatible(
    home: Path, tmp_path: Path
) -> None:
    tables, texts = made(home, ABOUT)
    allowing = (FIRST / "curation" / "expected.toml").read_text(encoding="utf-8")
    allowing = allowing.replace('verdicts = ["agree"]', 'verdicts = ["agree", "compatible"]')
    (tmp_path / "expected.toml").write_text(allowing, encoding="utf-8")
    assert check_meaning(tables, texts, read_expected(tmp_path), ()) == []
