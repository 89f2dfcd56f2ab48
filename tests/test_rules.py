import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.tables import tables as all_tables
from tests.counterexamples import MEANING, SHAPE
from tests.valid_tables import valid
from tests.valid_texts import TEXTS
from validations import check, shape
from validations.catalogue import COMMAND, PATH, catalogue, meaning_rules
from validations.facts import chains
from validations.links import link_rules
from validations.meaning import ROW_RULES, check_meaning
from validations.spans import sentence_around

VALID = valid()


def test_the_valid_tables_break_no_rule() -> None:
    assert check.check_shape(VALID.tables) == []
    assert check_meaning(VALID.tables, VALID.texts, VALID.expected, VALID.rulings) == []


@pytest.mark.parametrize("rule_id", sorted(MEANING))
def test_a_counterexample_breaks_its_rule_and_no_other(rule_id: str) -> None:
    case = MEANING[rule_id](VALID)
    assert check.check_shape(case.tables) == []
    found = check_meaning(case.tables, case.texts, case.expected, case.rulings, case.published)
    assert {finding.rule_id for finding in found} == {rule_id}
    wanted = {rule.id: rule.severity for rule in meaning_rules()}[rule_id]
    assert {finding.severity for finding in found} == {wanted}
    assert all(finding.sentence for finding in found)


@pytest.mark.parametrize("rule_id", sorted(SHAPE))
def test_a_misshapen_table_breaks_its_rule_and_no_other(rule_id: str) -> None:
    found = check.check_shape(SHAPE[rule_id](VALID).tables)
    assert {finding.rule_id for finding in found} == {rule_id}


def test_no_rule_lacks_a_counterexample() -> None:
    ids = [rule.id for rule in meaning_rules()]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(MEANING)
    assert set(shape.RULES) == set(SHAPE)


def test_every_table_has_rules_and_every_rule_a_table() -> None:
    names = {table.name for table in all_tables()}
    assert {rule.table for rule in ROW_RULES} == names
    assert {rule.table for rule in meaning_rules()} <= names | {"*"}


def test_rules_name_columns_of_their_table_and_end_in_full_stops() -> None:
    columns = {table.name: table.columns for table in all_tables()}
    for rule in ROW_RULES:
        assert rule.column in columns[rule.table], rule.id
    for rule in meaning_rules():
        assert rule.sentence.endswith("."), rule.id
        assert rule.sentence[0].isupper(), rule.id


def test_rules_hold_for_tables_without_rows() -> None:
    empty = {name: frame.clear() for name, frame in VALID.tables.items()}
    assert check.check_shape(empty) == []
    assert check_meaning(empty, {}) == []


def test_a_null_verdict_is_a_failure() -> None:
    case = VALID.changed("events", "e-000000000001", modality=None)
    assert check.check_shape(case.tables)
    # NOTE: EVT-010 asks what carries out a promise for its modality.
    case = VALID.changed("events", "e-000000000005", modality=None)
    found = check_meaning(case.tables, case.texts)
    assert "EVT-010" in {finding.rule_id for finding in found}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("two", "It took two days."),
        ("Old", '"Old walls fall."'),
        ("Title", "Title"),
        ("took two days. Then", "It took two days. Then it ended."),
    ],
)
def test_the_sentence_around_a_span_is_found(words: str, sentence: str) -> None:
    text = 'Title\n\n"Old walls fall." It took two days. Then it ended.\n'
    start = text.index(words)
    assert sentence_around(text, start, start + len(words)) == sentence


@given(st.text(alphabet='ab .!?"\n', max_size=60), st.data())
def test_the_sentence_around_a_span_holds_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = " ".join(text[start:end].split())
    assert words in sentence_around(text, start, end)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=8))
def test_chains_join_what_is_linked_and_do_not_depend_on_order(
    pairs: list[tuple[int, int]],
) -> None:
    links: dict[str, str | None] = {f"e{number}": None for number in range(8)}
    links.update({f"e{left}": f"e{right}" for left, right in pairs})
    found = chains(links.items())
    assert found == chains(reversed(links.items()))
    assert all(found[one] == found[other] for one, other in links.items() if other)
    assert len(set(found.values())) >= len(links) - len(pairs)


def test_a_chain_goes_by_the_event_that_was_carried_out() -> None:
    assert chains([("a", None), ("b", "a")]) == {"a": "b", "b": "b"}
    assert chains([("b", None), ("a", "b"), ("c", None)]) == {"a": "a", "b": "a", "c": "c"}


def test_offsets_count_code_points() -> None:
    text = "🕊️ 12 Belmark sailors" + TEXTS["harbour-post"]
    frame = VALID.tables["figures"].filter(pl.col("source_id") == "harbour-post").head(1)
    start = text.index("12 Belmark")
    moved = frame.with_columns(char_start=pl.lit(start), char_end=pl.lit(start + 18))
    rule = next(rule for rule in link_rules({"harbour-post": text}) if rule.id == "SPN-001")
    assert rule.broken({**VALID.tables, "figures": moved}) == []


def test_the_catalogue_is_what_the_rules_make() -> None:
    assert PATH.read_text(encoding="utf-8") == catalogue(), f"run: {COMMAND}"
