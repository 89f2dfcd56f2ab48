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
    assert read.events[1].fulfils is not None
    assert read.events[1].event.start_date == date(2031, 3, 11)


@pytest.mark.parametrize("kind", ["orders", "sums", "ratios", "promises", "quotations"])
def test_what_is_meant_by_name_is_what_stands_there(tmp_path: Path, kind: str) -> None:
    assert getattr(expected(tmp_path, EXPECTED_TOML), kind) == getattr(EXPECTED, kind)


def test_facts_of_two_units_do_not_add_up(tmp_path: Path) -> None:
    days = EXPECTED_TOML.replace('unit = "person"\nverdicts', 'unit = "day"\nverdicts', 1)
    with pytest.raises(CurationError, match="key parts: day and person do not add up"):
        expected(tmp_path, days)


def test_a_fact_may_be_the_claim_of_a_party_and_of_one_kind_of_people(tmp_path: Path) -> None:
    claimed = 'claimed_by_actor_id = "XAR"\ncounted_kind = "sailor"\nvalue = 12'
    (first, *_) = expected(tmp_path, EXPECTED_TOML.replace("value = 12", claimed, 1)).figures
    assert (first.fact.claimed_by_actor_id, first.fact.counted_kind) == ("XAR", "sailor")
    assert str(first.fact).startswith(
        "figure released sailor person of XBE by XAR as claimed by XAR"
    )


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
        ("min_sources = 3", 'min_sources = "3"', "key min_sources: must be a whole number, not"),
        ("min_sources = 3", "min_sources = true", "key min_sources: must be a whole number, not"),
        ('["agree"]', '["agreed"]', "'agreed' is no code of codes/verdicts.csv"),
        ('["agree"]', "[]", "key verdicts: must name one verdict at least"),
        ('"released"', '"let_go"', "key measure: 'let_go' is no code of codes/measures.csv"),
        ("value = 12", 'value = "12"', "key value: must be a number, not '12'"),
        ('unit = "person"', "", "[[figures]] 1, key unit: is missing"),
        ("start_date = 2031-03-01,", "", "[[figures]] 1, event, key start_date: is missing"),
        ("start_date = 2031-03-01", "start_date = 2031-04-01", "key end_date: is before"),
        (
            "start_date = 2031-03-01",
            "start_date = 2031-03-01T00:00:00",
            "must be a day such as 2031-03-05",
        ),
        ('"RETREAT"', '"RETREATS"', "event, key type: 'RETREATS' is no code"),
        ("all sources count the sailors alike", " ", "key reason: must not be empty"),
        ("[[orders]]", "[[order]]", "[[order]] is no kind of entry; use [[events]], [[figures]]"),
        ("[[figures]]", "[[figures]", "curation/expected.toml is not valid TOML"),
        ('name = "pilots freed"', 'name = "sailors freed"', "is the name of an earlier entry"),
        ('to = "pilots freed"', 'to = "pilots"', "no [[figures]] entry has the name 'pilots'"),
        ('earlier = "the promise"', 'earlier = "it"', "names are 'the exchange', 'the promise'"),
        ("max_days = 7", "max_days = 0", "key max_days: is less than min_days"),
        ("max_days = 7", "max_day = 7", "(did you mean max_days?); its keys are earlier"),
        ('"pilots freed"]', '"sailors freed"]', "key parts: must list two facts at least, none"),
        ("total = 15", 'total = "fifteen"', "key total: no [[figures]] entry has the name"),
        ('"4 to 1"', '"4:1"', 'key ratio: must be two numbers above zero, written as "3 to 1"'),
        ('"4 to 1"', '"4 to 0"', "key ratio: must be two numbers above zero"),
        ('announced = "the promise"', 'announced = "the exchange"', "occurred is no announcement"),
        ("as_announced = true", "as_announced = 1", "must be true or false, not 1"),
        ("by = 2031-03-11", 'by = "soon"', "key by: must be a day such as 2031-03-05"),
        ('words = "we wish to live in peace"', 'words = "…"', "must hold words, not signs alone"),
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
        ("date = 2031-04-01", 'date = "2031-04-01"', "key date: must be a day such as"),
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


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("reason = “they differ”", "line 2, `reason = “they differ”`: write straight quotation"),
        ("date = 3 May 2031", "line 2, `date = 3 May 2031`: write a day as in 2024-05-31"),
        ("date = 03.05.2031", "write a day as in 2024-05-31"),
        ("measure = released", "text stands between straight quotation marks"),
        ('measure = "released', "a quotation mark is missing"),
        ("[[rulings]", "line 2, `[[rulings]`"),
        ("fact = {", "line 2, `fact = {`"),
    ],
)
def test_a_fault_in_toml_is_shown_with_what_to_write(tmp_path: Path, line: str, told: str) -> None:
    (tmp_path / "rulings.toml").write_text(f"[[rulings]]\n{line}\n", encoding="utf-8")
    with pytest.raises(CurationError) as error:
        read_rulings(tmp_path)
    assert told in str(error.value)


def test_a_byte_order_mark_as_editors_put_it_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "rulings.toml").write_bytes(b"\xef\xbb\xbf# nothing yet\r\n")
    assert read_rulings(tmp_path) == ()
