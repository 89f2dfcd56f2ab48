"""Which row is which in two editions, and what of it was corrected."""

import shutil
from pathlib import Path

import polars as pl
import pytest

from scripts.diff.compare import compare_editions
from scripts.diff.difference import Difference
from scripts.diff.owed import Level
from scripts.diff.rows import row_changes
from scripts.read.files import InputError
from tests import edited_package as edited
from tests.edited_package import several
from tests.test_diff_owed import difference

KINDS = ("row_added", "row_withdrawn", "value_corrected", "value_added", "value_withdrawn")
Line = tuple[str | None, ...]


def lines(found: Difference, *kinds: str) -> list[Line]:
    wanted = pl.col("kind").is_in(kinds)
    return found.changes.filter(wanted).select("table", "row_id", "column", "old", "new").rows()


def part(role: str, actor: str, text: str = "the guards") -> dict[str, str]:
    return {"report_id": "r-1", "role": role, "actor_id": actor, "text": text}


def frame(*rows: dict[str, str]) -> pl.DataFrame:
    columns = ("report_id", "role", "actor_id", "text")
    return pl.DataFrame([tuple(row.values()) for row in rows], schema=columns, orient="row")


KEY = ("report_id", "role", "actor_id")


def test_one_part_of_a_key_of_several_is_corrected_where_all_else_is_the_same() -> None:
    found = row_changes(frame(part("source", "XAR")), frame(part("target", "XAR")), KEY)
    assert found.rows() == [
        ("r-1|source|XAR", "value_corrected", "role", "source", "target", None),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([part("source", "XAR")], [part("target", "XBE")]),
        ([part("source", "XAR")], [part("target", "XAR", "the crew")]),
        ([part("source", "XAR"), part("host", "XAR")], [part("target", "XAR")]),
        ([part("source", "XAR")], [part("target", "XAR"), part("host", "XAR")]),
        ([part("source", "XAR")], [part("target", "XAR"), part("source", "XBE")]),
    ],
    ids=["two parts", "other words too", "two were", "two are", "two ways"],
)
def test_a_key_is_not_corrected_where_it_might_be_another_row(
    old: list[dict[str, str]], new: list[dict[str, str]]
) -> None:
    found = row_changes(frame(*old), frame(*new), KEY)
    assert set(found["kind"]) == {"row_withdrawn", "row_added"}


def test_a_row_without_words_of_its_own_is_never_taken_for_another() -> None:
    empty = [frame(part(role, "XAR")).with_columns(text=None) for role in ("source", "target")]
    found = row_changes(empty[0], empty[1], KEY)
    assert set(found["kind"]) == {"row_withdrawn", "row_added"}


def side(figure: str | None, text: str, low: str) -> tuple[str | None, ...]:
    return ("c-1", "north-wire", text, figure, low)


def sides(*rows: tuple[str | None, ...]) -> pl.DataFrame:
    columns = ("comparison_id", "source_id", "value_text", "figure_id", "low")
    return pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row")


def side_changes(old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    links = ("comparison_id", "source_id", "figure_id")
    return row_changes(old, new, ("comparison_id", "source_id", "value_text"), (), links)


def test_a_value_in_a_key_is_corrected_with_other_cells_where_the_row_leads_to_the_same() -> None:
    found = side_changes(sides(side("f-1", "26", "26")), sides(side("f-1", "27", "27")))
    assert found.select("row_id", "kind", "column", "old", "new").rows() == [
        ("c-1|north-wire|26", "value_corrected", "value_text", "26", "27"),
        ("c-1|north-wire|26", "value_corrected", "low", "26", "27"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([side("f-1", "26", "26")], [side("f-2", "27", "27")]),
        ([side(None, "26", "26")], [side(None, "27", "27")]),
        ([side("f-1", "26", "26")], [side("f-1", "27", "27"), side("f-1", "28", "28")]),
    ],
    ids=["another figure", "no figure", "two are"],
)
def test_a_value_in_a_key_is_not_corrected_where_the_row_might_be_another(
    old: list[tuple[str | None, ...]], new: list[tuple[str | None, ...]]
) -> None:
    found = side_changes(sides(*old), sides(*new))
    assert set(found["kind"]) == {"row_withdrawn", "row_added"}


def test_a_participant_of_another_role_is_corrected_in_the_package(
    small: Path, tmp_path: Path
) -> None:
    found = difference(small, tmp_path, edited.cell("participants", 0, role="host"))
    key = "r-000001000002|source|XAR"
    assert lines(found, *KINDS) == [("participants", key, "role", "source", "host")]
    assert found.owed is Level.PATCH


def test_a_row_under_another_id_is_withdrawn_and_added_and_said_to_be_the_same(
    small: Path, tmp_path: Path
) -> None:
    old = edited.rows(small, "events")[0]["event_id"]
    found = difference(small, tmp_path, edited.cell("events", 0, event_id="e-ffffffffffff"))
    told = found.changes.select("row_id", "kind", "same_as").unique().sort("kind").rows()
    assert told == [
        ("e-ffffffffffff", "row_added", old),
        (old, "row_withdrawn", "e-ffffffffffff"),
    ]
    assert found.owed is Level.MAJOR


def test_every_filled_cell_of_a_row_that_came_or_went_is_told(small: Path, tmp_path: Path) -> None:
    found = difference(small, tmp_path, edited.row_withdrawn("utterances", 0))
    row = edited.rows(small, "utterances")[0]
    expected = [
        ("utterances", row["utterance_id"], name, value, None)
        for name, value in row.items()
        if value
    ]
    assert lines(found, "row_withdrawn") == expected


@pytest.mark.parametrize(
    ("column", "value", "differs"),
    [("value", "-0.250", False), ("value", "-2.5e-1", False), ("value", "0.25", True)],
)
def test_a_number_written_otherwise_is_the_same_number(
    small: Path, tmp_path: Path, column: str, value: str, differs: bool
) -> None:
    found = difference(small, tmp_path, edited.cell("figures", 1, **{column: value}))
    assert (found.owed is Level.PATCH) is differs


def test_digits_in_a_column_of_text_are_text(small: Path, tmp_path: Path) -> None:
    found = difference(small, tmp_path, edited.cell("actors", 0, cow="51"))
    assert lines(found, "value_corrected") == [("actors", "XAR", "cow", "051", "51")]


def test_values_of_columns_that_came_or_went_are_told_apart_from_corrections(
    small: Path, tmp_path: Path
) -> None:
    edit = several(
        edited.column_added("places", "region", 2, "coast"),
        edited.column_removed("places", "wikidata"),
        edited.cell("places", 0, name="Port Mere"),
    )
    found = difference(small, tmp_path, edit)
    place = "place-portmere"
    assert lines(found, *KINDS) == [
        ("places", place, "name", "Portmere", "Port Mere"),
        ("places", place, "region", None, "coast"),
    ]


def test_a_column_that_holds_something_else_now_is_not_renamed(small: Path, tmp_path: Path) -> None:
    edit = several(
        edited.column_renamed("figures", "text", "words"),
        edited.cell("figures", 0, words="a dozen sailors"),
    )
    found = difference(small, tmp_path, edit)
    assert lines(found, "column_renamed") == []
    assert [line[2] for line in lines(found, "column_removed", "column_added")] == ["words", "text"]


def test_a_column_at_another_place_under_another_name_is_not_renamed(
    small: Path, tmp_path: Path
) -> None:
    edit = several(
        edited.column_renamed("figures", "text", "words"),
        edited.columns_reordered("figures", "figure_id", "words"),
    )
    assert lines(difference(small, tmp_path, edit), "column_renamed") == []


def test_an_empty_column_under_another_name_is_not_renamed(small: Path, tmp_path: Path) -> None:
    edit = edited.column_renamed("actors", "plover", "code_of_plover")
    assert lines(difference(small, tmp_path, edit), "column_renamed") == []


def test_rows_of_a_table_whose_key_was_renamed_are_found_again(small: Path, tmp_path: Path) -> None:
    edit = several(
        edited.column_renamed("events", "event_id", "happening_id"),
        edited.cell("events", 1, label="otherwise"),
        edited.row_withdrawn("events", 0),
    )
    found = difference(small, tmp_path, edit)
    assert lines(found, "column_renamed")[0][2:] == ("event_id", "event_id", "happening_id")
    assert [line[2] for line in lines(found, "value_corrected")] == ["label"]
    assert found.changes.filter(pl.col("kind") == "row_withdrawn")["row_id"].n_unique() == 1
    assert lines(found, "key_changed", "row_added") == []


def test_rows_are_found_by_the_new_key_where_both_editions_have_it(
    small: Path, tmp_path: Path
) -> None:
    edit = edited.schema("places", primaryKey=["name"])
    found = difference(small, tmp_path, edit)
    assert set(found.changes["kind"]) == {"key_changed"}


def test_without_a_key_in_common_no_row_is_found_again(small: Path, tmp_path: Path) -> None:
    def edit(folder: Path) -> None:
        table = [row | {"number": "1"} for row in edited.rows(folder, "places")]
        edited.column_added("places", "number", 0)(folder)
        edited.column_removed("places", "place_id")(folder)
        edited.schema("places", primaryKey=["number"])(folder)
        edited.save(folder, "places", table)

    kinds = set(difference(small, tmp_path, edit).changes["kind"])
    assert kinds == {"column_added", "column_removed", "key_changed", "row_added", "row_withdrawn"}


def test_a_code_whose_successor_was_named_is_renamed(small: Path, tmp_path: Path) -> None:
    old = Path(shutil.copytree(small, tmp_path / "old"))
    code = edited.rows(old, "modes")[0]["code"]
    edited.cell("modes", 0, replaced_by="accord")(old)
    new = Path(shutil.copytree(small, tmp_path / "new"))
    several(edited.code_removed("modes", code), edited.code_added("modes", "accord"))(new)
    found = compare_editions(old, new)
    assert lines(found, "code_renamed") == [("modes", code, "code", code, "accord")]
    assert lines(found, "code_removed", "code_added") == []


def test_two_codes_made_one_are_removed_not_renamed(small: Path, tmp_path: Path) -> None:
    codes = [row["code"] for row in edited.rows(small, "modes")]
    assert {"release", "prisoner_exchange"} <= set(codes)
    edit = several(
        edited.code_renamed("modes", "release", "set_free", description="Otherwise."),
        edited.code_renamed("modes", "prisoner_exchange", "set_free"),
        lambda folder: edited.codes_saved(
            folder,
            "modes",
            list({row["code"]: row for row in edited.rows(folder, "modes")}.values()),
        ),
    )
    found = difference(small, tmp_path, edit)
    assert lines(found, "code_renamed") == []
    removed = found.changes.filter(pl.col("kind") == "code_removed")["row_id"]
    assert set(removed) == {"release", "prisoner_exchange"}


def test_codes_that_no_list_tells_of_are_told_of_their_column(small: Path, tmp_path: Path) -> None:
    def change(whole: edited.Json) -> None:
        schema = edited.resource(whole, "figures")["schema"]
        schema["foreignKeys"] = [k for k in schema["foreignKeys"] if k["fields"] != ["modality"]]

    old = Path(shutil.copytree(small, tmp_path / "old"))
    edited.described(change)(old)
    new = Path(shutil.copytree(old, tmp_path / "new"))

    def less(whole: edited.Json) -> None:
        edited.field(whole, "figures", "modality")["constraints"]["enum"].remove("denied")

    edited.described(less)(new)
    found = compare_editions(old, new)
    assert found.changes.rows() == [
        ("figures", "denied", "code_removed", "modality", "denied", None, None)
    ]


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (
            edited.entry("places", path="../x.csv"),
            "is no descriptor of a data package (resources/",
        ),
        (
            edited.entry("places", path="https://example.org/x.csv"),
            "names the file https://example.org/x.csv, which is not inside the package",
        ),
        (
            edited.entry("places", path=["a", "b"]),
            "gives places no single path",
        ),
        (
            edited.schema("places", primaryKey=None),
            "gives places no primary key",
        ),
        (
            edited.entry("places", schema="a.json"),
            "says in another file which columns places has",
        ),
        (
            edited.described(lambda whole: whole.pop("resources")),
            "is no descriptor of a data package (as a whole: 'resources' is a required property)",
        ),
        (
            lambda folder: (folder / "data" / "places.csv").unlink(),
            "places.csv cannot be read (No such file or directory), though datapackage.json names",
        ),
        (
            lambda folder: edited.save(
                folder, "places", edited.rows(folder, "places"), ["place_id", "name"]
            ),
            "has the columns place_id, name, and datapackage.json says place_id, name, country_id",
        ),
        (
            lambda folder: edited.save(folder, "places", edited.rows(folder, "places") * 2),
            "holds the row place-portmere twice",
        ),
    ],
)
def test_a_package_that_cannot_be_compared_says_why(
    small: Path, tmp_path: Path, edit: edited.Edit, says: str
) -> None:
    with pytest.raises(InputError) as error:
        difference(small, tmp_path, edit)
    assert says in str(error.value)


def test_a_file_that_was_edited_by_hand_is_pointed_out(small: Path, tmp_path: Path) -> None:
    def edit(folder: Path) -> None:
        path = folder / "data" / "places.csv"
        path.write_text(path.read_text(encoding="utf-8").replace("-0.5", "-0.6"), encoding="utf-8")

    found = difference(small, tmp_path, edit)
    (caution,) = found.cautions
    assert caution.startswith("data/places.csv of the newer edition was edited after it was built")
    assert lines(found, "value_corrected")[0][2:] == ("latitude", "-0.5", "-0.6")
