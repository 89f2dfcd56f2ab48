"""Lexicons and code lists fit each other: nothing is listed that nobody reads or defines."""

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.tables import codelist, table, tables
from scripts.lexicon import any_of, rows

ROOT = Path(__file__).parent.parent
LEXICON = ROOT / "scripts" / "lexicon"
LEXICONS = {path.stem for path in LEXICON.glob("*.csv")}
MODULES = sorted((ROOT / "scripts").rglob("*.py"))


def lexicons_read(tree: ast.Module) -> Iterator[str]:
    """The names that a module hands to `scripts.lexicon.rows`, whatever it calls it."""
    called = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "scripts.lexicon"
        for alias in node.names
        if alias.name == "rows"
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in called
        ):
            if isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)
            else:  # the names stand elsewhere in the module, as in a loop over them
                constants = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}
                yield from LEXICONS & {value for value in constants if isinstance(value, str)}


def test_every_lexicon_is_read_and_every_lexicon_read_is_there() -> None:
    read = {
        name
        for path in MODULES
        for name in lexicons_read(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert read == LEXICONS


@pytest.mark.parametrize("path", sorted(LEXICON.glob("*.csv")), ids=lambda path: path.stem)
def test_a_lexicon_has_no_row_twice_and_none_that_is_too_long_or_short(path: Path) -> None:
    raw = path.read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    listed = list(csv.reader(raw.decode("utf-8").splitlines()))
    assert {len(row) for row in listed} == {len(listed[0])}
    assert len({tuple(row) for row in listed}) == len(listed), "a row stands twice"


def test_triggers_stand_by_part_of_speech_and_word_and_objects_by_class_and_noun() -> None:
    # Rows added in two places at once then meet in no merge. Among the rows of one word the
    # narrower wins, and then the first: their order is a choice.
    triggers = [(row["pos"], row["lemma"]) for row in rows("triggers")]
    assert triggers == sorted(triggers)
    objects = [(row["class"], row["noun"]) for row in rows("objects")]
    assert objects == sorted(objects)


def codes_of(name: str) -> set[str]:
    return set(codelist(name).codes)


@pytest.mark.parametrize(
    ("lexicon", "column", "codes"),
    [
        ("actors", "actor_id", "actors"),
        ("ambiguous_names", "reading", "actors"),
        ("bounds", "bound", "bounds"),
        ("countries", "alpha_3", "actors"),
        ("extent_units", "unit", "units"),
        ("measure_events", "measure", "measures"),
        ("measure_events", "type", "event_types"),
        ("measures", "measure", "measures"),
        ("mediums", "medium", "mediums"),
        ("metonyms", "country", "actors"),
        ("modality", "modality", "modalities"),
        ("mode_classes", "type", "event_types"),
        ("mode_classes", "mode", "modes"),
        ("persons", "measure", "measures"),
        ("places", "place_id", "places"),
        ("places", "country", "actors"),
        ("triggers", "type", "event_types"),
        ("triggers", "mode", "modes"),
        ("units", "unit", "units"),
    ],
)
def test_every_code_that_a_lexicon_names_is_in_the_codebook(
    lexicon: str, column: str, codes: str
) -> None:
    named_codes = {row[column] for row in rows(lexicon)} - {""}
    assert named_codes
    assert named_codes - codes_of(codes) == set()


@pytest.mark.parametrize("lexicon", ["triggers", "mode_classes"])
def test_a_mode_stands_beside_the_type_that_it_is_a_mode_of(lexicon: str) -> None:
    modes = codelist("modes").rows
    for row in rows(lexicon):
        if row["mode"]:
            assert modes[row["mode"]]["type"] == row["type"], row


def test_every_mode_belongs_to_a_type() -> None:
    assert {row["type"] for row in codelist("modes").rows.values()} == codes_of("event_types")


def test_every_class_of_modes_that_linking_asks_for_is_given_to_a_mode() -> None:
    given = {f"{row['type']}/{row['mode']}" for row in rows("mode_classes")}
    given |= {row["class"] for row in rows("mode_classes")}
    modes = {f"{row['type']}/{mode}" for mode, row in codelist("modes").rows.items()}
    assert {row["class"] for row in rows("event_classes")} - given - modes == set()


def test_every_code_list_of_a_column_is_there() -> None:
    for one in tables():
        for field in one.fields:
            assert field.codes is None or codes_of(field.codes), (one.name, field.name)


def test_every_table_schema_is_in_the_order_of_tables() -> None:
    files = {path.stem for path in (ROOT / "schemas" / "tables").glob("*.json")}
    assert files == {one.name for one in tables()}
    assert {table(name).name for name in files} == files


@pytest.mark.parametrize(
    "text", ["Prime minister", "PRIME", "minister", "9 a", "of ministers", "x"]
)
def test_a_pattern_by_first_letter_matches_what_its_words_in_a_row_match(text: str) -> None:
    words = ["prime minister", "Primed", "prime", "ministers", "minister", "9 a", "p"]
    plain = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    found = re.compile(any_of(map(re.escape, words)), re.IGNORECASE)
    assert [m.span() for m in found.finditer(text)] == [m.span() for m in plain.finditer(text)]
