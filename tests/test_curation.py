from datetime import date
from pathlib import Path

import pytest

from tests.valid_package import EXPECTED_TOML, RULINGS_TOML
from tests.valid_tables import EXPECTED, RULINGS
from validations.curation import CurationError, Expected, read_expected, read_rulings

PROJECT = Path(__file__).parents[1]


def expected(folder: Path, text: str) -> Expected:
    (folder / "expected.toml").write_text(text, encoding="utf-8")
    return read_expected(folder)


def test_demands_are_read_as_they_stand(tmp_path: Path) -> None:
    read = expected(tmp_path, EXPECTED_TOML)
    assert read.figures[0] == EXPECTED.figures[0]
    assert read.figures[1].min_sources == read.figures[1].min_independent == 1
    assert read.events[0].fulfils is not None
    assert read.events[0].event.start_date == date(2031, 3, 11)


def test_rulings_are_read_as_they_stand(tmp_path: Path) -> None:
    (tmp_path / "rulings.toml").write_text(RULINGS_TOML, encoding="utf-8")
    assert read_rulings(tmp_path) == RULINGS


def test_a_dataset_without_curation_demands_and_rules_nothing(tmp_path: Path) -> None:
    assert read_expected(tmp_path) == Expected()
    assert read_rulings(tmp_path) == ()


def test_the_dataset_demands_the_exchange_in_three_sources() -> None:
    read = read_expected(PROJECT / "datapackage" / "curation")
    released = {
        demand.value: demand for demand in read.figures if demand.fact.measure == "released"
    }
    assert {value: demand.min_sources for value, demand in released.items()} == {32.0: 3, 2.0: 3}
    assert all(demand.verdicts == ("agree",) for demand in released.values())
    assert read_rulings(PROJECT / "datapackage" / "curation") == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("min_sources = 3", "min_source = 3", "[[figures]] 1, key min_source: is not a key"),
        ("min_sources = 3", "min_sources = 0", "key min_sources: must be 1 or more"),
        ("min_sources = 3", 'min_sources = "3"', "key min_sources: must be a int"),
        ("min_sources = 3", "min_sources = true", "key min_sources: must be a int"),
        ('["agree"]', '["agreed"]', "'agreed' is no code of codes/verdicts.csv"),
        ('["agree"]', "[]", "key verdicts: must name one verdict at least"),
        ('"released"', '"let_go"', "key measure: 'let_go' is no code of codes/measures.csv"),
        ("value = 12", 'value = "12"', "key value: must be a float"),
        ('unit = "person"', "", "[[figures]] 1, key unit: is missing"),
        ("start_date = 2031-03-01,", "", "[[figures]] 1, event, key start_date: is missing"),
        ("start_date = 2031-03-01", "start_date = 2031-04-01", "key end_date: is before"),
        ("start_date = 2031-03-01", "start_date = 2031-03-01T00:00:00", "must be a date"),
        ('"RETREAT"', '"RETREATS"', "event, key type: 'RETREATS' is no code"),
        ("all sources count the sailors alike", " ", "key reason: must not be empty"),
        ("[[events]]", "[[event]]", "[[event]] is no kind of entry"),
        ("[[figures]]", "[[figures]", "curation/expected.toml is not valid TOML"),
    ],
)
def test_what_is_not_understood_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in EXPECTED_TOML
    with pytest.raises(CurationError) as error:
        expected(tmp_path, EXPECTED_TOML.replace(old, new, 1))
    assert message in str(error.value)
    assert str(error.value).startswith("curation/expected.toml")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("The later count is the more complete one.", "", "key reason: must not be empty"),
        ('by = "a curator"', "", "key by: is missing"),
        ("date = 2031-04-01", 'date = "2031-04-01"', "key date: must be a date"),
        ("prefers", "prefer", "key prefer: is not a key"),
        ('measure = "killed"', 'about = "utterance"', "key about: words are not ruled on"),
        ("[[rulings]]", "[rulings]", "rulings must be written as [[rulings]]"),
    ],
)
def test_a_ruling_needs_its_keys(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in RULINGS_TOML
    (tmp_path / "rulings.toml").write_text(RULINGS_TOML.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CurationError) as error:
        read_rulings(tmp_path)
    assert message in str(error.value)


def test_a_curated_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "rulings.toml").write_bytes(b"# \xff\n")
    with pytest.raises(CurationError, match=r"curation/rulings\.toml is not valid TOML in UTF-8"):
        read_rulings(tmp_path)
