"""Published ids, piece by piece: read, kept by their rows, recorded; the laws are elsewhere."""

import json
from dataclasses import asdict
from pathlib import Path

import polars as pl
import pytest

from schemas import tables as schema_tables
from scripts.compare.kept import keep_comparisons
from scripts.link.ids import assign_ids, row_id
from scripts.link.kept import kept_ids
from scripts.link.values import Row
from scripts.publish.tables import unsafe_cells
from scripts.release.ids import ids_text, recorded
from tests.changes import published_for
from tests.valid_package import write_case
from tests.valid_tables import valid
from tests.valid_texts import SAILORS, TEXTS, event, report
from validations.check import check_package
from validations.entries import CurationError
from validations.published import (
    PublishedId,
    alike,
    first_words,
    members_of,
    parse_published,
    read_published,
)
from validations.reused import reused_ids

VALID = valid()
HEAD = "table,id,since,withdrawn,members,words"
EVENT = "e-0a1b2c3d4e5f"
POST = next(iter(TEXTS))


def published(
    key: str, *members: str, since: str = "1.0.0", withdrawn: str | None = None
) -> PublishedId:
    return PublishedId("events", key, since, withdrawn, members)


def own(report_id: str) -> str:
    return row_id("e", report_id)


def kept(*rows: str, by: tuple[PublishedId, ...]) -> list[str]:
    """The ids of events, each written as its reports, the founder first."""
    told = {own(row.split()[0]): row.split() for row in rows}
    found = kept_ids("events", told, by)
    return [found[own(row.split()[0])] for row in rows]


def test_without_published_ids_every_row_has_its_own() -> None:
    assert kept("r1 r2", "r3", by=()) == [own("r1"), own("r3")]


def test_an_older_source_renames_nothing() -> None:
    assert kept("r0 r1 r2", by=(published(own("r1"), "r1", "r2"),)) == [own("r1")]


def test_of_two_that_become_one_the_larger_gives_its_id() -> None:
    one, other = published("e-a", "r1"), published("e-b", "r2", "r3", since="1.2.0")
    assert kept("r1 r2 r3", by=(one, other)) == ["e-b"]


def test_of_two_as_large_that_become_one_the_older_gives_its_id() -> None:
    one, other = published("e-a", "r1", since="1.10.0"), published("e-b", "r2", since="1.9.0")
    assert kept("r1 r2", by=(one, other)) == ["e-b"]


def test_the_part_that_holds_more_keeps_the_id_and_the_other_gets_one_of_its_own() -> None:
    (lost, held) = kept("r1", "r2 r3", by=(published(own("r1"), "r1", "r2", "r3"),))
    assert held == own("r1")
    assert lost == row_id("e", own("r1"), "1")


def test_of_parts_as_large_the_one_whose_content_makes_the_id_keeps_it() -> None:
    assert kept("r1", "r2", by=(published(own("r2"), "r1", "r2"),)) == [own("r1"), own("r2")]


def test_an_id_that_is_gone_is_given_to_no_other_row() -> None:
    gone = published(own("r9"), "r1", withdrawn="1.1.0")
    assert kept("r9", by=(gone,)) == [row_id("e", own("r9"), "1")]


def test_a_new_id_is_none_that_was_published_either() -> None:
    taken = [own("r9"), row_id("e", own("r9"), "1")]
    by = tuple(published(key, f"x{key}") for key in taken)
    assert kept("r9", by=by) == [row_id("e", own("r9"), "2")]


def test_an_id_comes_back_with_its_row_where_none_in_use_fits() -> None:
    gone, used = published("e-a", "r1", withdrawn="1.1.0"), published("e-b", "r1", "r2", "r3")
    assert kept("r1", "r2 r3", by=(gone, used)) == ["e-a", "e-b"]
    assert kept("r1 r2", by=(gone, used)) == ["e-b"]


def test_ids_of_other_tables_are_not_asked() -> None:
    assert kept("r1", by=(PublishedId("utterances", "u-a", "1.0.0", None, ("r1",)),)) == [own("r1")]


def compared(event_id: str, figure_id: str) -> tuple[list[Row], list[Row]]:
    key = row_id("c", event_id)
    row = {"comparison_id": key, "about": "figure", "event_id": event_id, "measure": "released"}
    return [row], [{"comparison_id": key, "figure_id": figure_id}]


@pytest.mark.parametrize(("event_id", "figure_id"), [("e-2", "f-1"), ("e-1", "f-2")])
def test_a_comparison_keeps_its_id_for_the_same_fact_or_the_same_rows(event_id, figure_id) -> None:
    members = ("figure e-1 released", "figure:f-1")
    known = PublishedId("comparisons", "c-1", "1.0.0", None, members)
    rows, sides = keep_comparisons(*compared(event_id, figure_id), [known])
    assert [rows[0]["comparison_id"], sides[0]["comparison_id"]] == ["c-1", "c-1"]
    rows, _ = keep_comparisons(*compared("e-2", "f-2"), [known])
    assert rows[0]["comparison_id"] == row_id("c", "e-2")


def figures(*words: str, by: tuple[PublishedId, ...] = ()) -> list[str]:
    """The ids of figures that stand in one sentence, in this order."""
    rows = [
        {"source_id": "one", "char_start": at, "char_end": at + 1, "text": text}
        for at, text in enumerate(words)
    ]
    named = assign_ids("f", rows, lambda _: "3 # killed, 5 hurt, 7 lost.", by)
    return [row["figure_id"] for row in named]


def as_published(ids: list[str], *words: str, withdrawn: str = "") -> tuple[PublishedId, ...]:
    return tuple(
        PublishedId("figures", key, "1.0.0", "1.1.0" if key == withdrawn else None, ("one",), text)
        for key, text in zip(ids, words, strict=True)
    )


def test_a_figure_found_anew_in_a_sentence_takes_no_id_of_those_behind_it() -> None:
    first = figures("5 hurt", "7 lost")
    by = as_published(first, "5 hurt", "7 lost")
    new, *others = figures("3 killed", "5 hurt", "7 lost", by=by)
    assert others == first
    assert new not in first
    assert figures("5 hurt", "7 lost", by=by) == first


def test_a_figure_found_no_more_hands_its_id_to_nobody() -> None:
    first = figures("3 killed", "5 hurt")
    by = as_published(first, "3 killed", "5 hurt")
    assert figures("5 hurt", by=by) == first[1:]
    gone = as_published(first, "3 killed", "5 hurt", withdrawn=first[0])
    assert figures("3 killed", "5 hurt", by=gone) == first
    assert figures("7 lost", "5 hurt", by=gone)[0] not in first


def test_corrected_figures_of_one_sentence_keep_their_ids_in_their_order() -> None:
    first = figures("3 men", "5 men")
    assert figures("5 men", "7 men", by=as_published(first, "3 men", "5 men")) == first


@pytest.mark.parametrize(
    ("before", "now", "same"),
    [
        ("32 men", "33 men", True),
        ("32 men", "32 armed men of the south", True),
        ("5", "7 men", True),
        ("3 killed", "5 hurt", False),
        ("We shall go home", "They did not come", False),
    ],
)
def test_words_of_one_row_have_enough_in_common(before, now, same) -> None:
    assert alike(before, now) is alike(now, before) is same


def test_first_words_stand_on_one_line_and_break_no_word() -> None:
    assert first_words("a\n b") == "a b"
    assert first_words("word " * 60) == ("word " * 24).strip()
    assert first_words("x" * 300) == "x" * 120


def test_a_data_set_without_the_file_has_published_nothing(tmp_path: Path) -> None:
    assert read_published(tmp_path) == ()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("id,table", "line 1: must be table,id"),
        ("", "line 1: must be table,id"),
        (f"{HEAD}\nevents,{EVENT},1.0.0,,r-1", "line 2: has 5 cells, not 6"),
        (f"{HEAD}\nactors,{EVENT},1.0.0,,r-1,", "line 2: table 'actors' does not match"),
        (f"{HEAD}\nevents,u-0a1b2c3d4e5f,1.0.0,,s-1,", "u-0a1b2c3d4e5f is no id of events"),
        (f"{HEAD}\nevents,e-1,1.0.0,,r-1,", "line 2: id 'e-1' does not match"),
        (f"{HEAD}\nevents,{EVENT},,,r-1,", "line 2: since is empty"),
        (f"{HEAD}\nevents,{EVENT},1.0,,r-1,", "line 2: since '1.0' does not match"),
        (f"{HEAD}\nevents,{EVENT},1.0.0,gone,r-1,", "line 2: withdrawn 'gone' does not match"),
        (f"{HEAD}\nevents,{EVENT},1.0.0,,,", "line 2: members is empty"),
        (f"{HEAD}\nevents,{EVENT},1.0.0,,r-1||r-2,", "holds an empty one"),
        (f"{HEAD}\nevents,{EVENT},1.0.0,,r-1,\nevents,{EVENT},1.0.0,,r-2,", "line 3: .* twice"),
        (f'{HEAD}\nevents,{EVENT},1.0.0,,r-1,"a"b', "line 2: is no CSV"),
    ],
)
def test_a_line_that_cannot_be_meant_is_one_clear_error(lines: str, message: str) -> None:
    with pytest.raises(CurationError, match=f"curation/ids.csv, .*{message}") as raised:
        parse_published(lines)
    assert "restore the file" in str(raised.value)


def test_a_file_of_another_encoding_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "ids.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CurationError, match=r"curation/ids.csv: is not UTF-8"):
        read_published(tmp_path)


def test_what_spreadsheets_do_to_the_file_is_read_the_same(tmp_path: Path) -> None:
    text = ids_text((), VALID.tables, "1.0.0")
    (tmp_path / "ids.csv").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert read_published(tmp_path) == parse_published(text)


def test_every_id_of_the_tables_is_recorded_and_read_back() -> None:
    text = ids_text((), VALID.tables, "1.0.0")
    found = parse_published(text)
    assert found == recorded((), VALID.tables, "1.0.0")
    assert {one.id for one in found} == {
        key for rows in members_of(VALID.tables).values() for key in rows
    }
    assert {name for name, rows in members_of(VALID.tables).items() if rows} == {
        one.table for one in found
    }
    assert text.splitlines()[1:] == sorted(text.splitlines()[1:])


def test_no_cell_of_the_file_could_be_run_as_a_formula_or_breaks_its_line() -> None:
    rows = [asdict(one) for one in recorded((), VALID.tables, "1.0.0")]
    cells = pl.DataFrame([row | {"members": "|".join(row["members"])} for row in rows])
    assert unsafe_cells("ids", cells) == []


def test_what_is_gone_is_withdrawn_once_and_stays_for_ever() -> None:
    first = recorded((), VALID.tables, "1.0.0")
    empty = {name: rows.clear() for name, rows in VALID.tables.items()}
    second = recorded(first, empty, "2.0.0")
    assert [one.id for one in second] == [one.id for one in first]
    assert {one.withdrawn for one in second} == {"2.0.0"}
    assert recorded(second, empty, "2.1.0") == second
    assert recorded(second, VALID.tables, "3.0.0") == first


def test_recording_reads_no_order_of_rows() -> None:
    turned = {name: rows.reverse() for name, rows in VALID.tables.items()}
    assert ids_text((), turned, "1.0.0") == ids_text((), VALID.tables, "1.0.0")


def test_the_words_of_a_reused_id_are_told() -> None:
    key = report(POST, SAILORS)
    other = PublishedId("reports", key, "1.0.0", None, (POST,), "shelled the quay by night")
    (finding,) = reused_ids(VALID.tables, [other])
    assert (finding.rule_id, finding.table, finding.row) == ("IDS-001", "reports", key)
    assert "was published for “shelled the quay by night” and now stands for" in finding.sentence
    (finding,) = reused_ids(
        published_for(event(SAILORS), "r-ffffffffffff")(VALID).tables,
        [published(event(SAILORS), "r-ffffffffffff")],
    )
    assert "was published for r-ffffffffffff and now stands for" in finding.sentence


def test_a_written_package_is_checked_against_its_published_ids(tmp_path: Path) -> None:
    package = write_case(VALID, tmp_path / "package")
    path = package / "curation" / "ids.csv"
    path.write_text(ids_text((), VALID.tables, "1.0.0"), encoding="utf-8")
    assert check_package(package, ("shape", "meaning")) == []
    path.write_text(f"{HEAD}\nevents,{EVENT},1.0.0,,{report(POST, SAILORS)},\n", encoding="utf-8")
    (finding,) = check_package(package, ("shape", "meaning"))
    assert (finding.rule_id, finding.row) == ("IDS-002", EVENT)


def test_the_file_opens_with_its_table_schema(tmp_path: Path) -> None:
    import frictionless

    (tmp_path / "ids.csv").write_text(ids_text((), VALID.tables, "1.0.0"), encoding="utf-8")
    place = Path(schema_tables.__file__).parent / "curated" / "ids.json"
    schema = json.loads(place.read_text(encoding="utf-8"))
    schema = {key: schema[key] for key in ("fields", "primaryKey")}
    descriptor = {"name": "ids", "path": "ids.csv", "schema": schema}
    found = frictionless.Resource(descriptor, basepath=str(tmp_path)).validate()
    assert found.valid, found.flatten(["message"])
